"""The part "Other people decided this": who and when (R15). What we said stands with who does not agree."""

from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.lines import DecisionDetails, Outcome
from coprod_desktop.domain.proposer import Source
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_field import LineField

_NOON = time(12)


class ElsewhereForm(QWidget):
    """Two fields. Who decided is kept as the note of the proposer, beside whoever else had the idea."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.who = LineField(theme)
        self.when = DateField(theme, no_date_words=self.tr("We do not know"))
        column = Column(theme, gap=16)
        form_row(theme, column, self.tr("Who decided this?"), self.who)
        hint = self.tr("Type the day, or press the up arrow.")
        form_row(theme, column, self.tr("When did they decide?"), self.when, hint=hint)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def fill(self, details: DecisionDetails) -> None:
        """Show a decision."""
        is_elsewhere = details.outcome is Outcome.DECIDED_ELSEWHERE
        self.who.setText(details.proposer.note if is_elsewhere else "")
        self.when.set_day(_day_of(details.decided_at) if is_elsewhere else None)

    def details(self, base: DecisionDetails) -> DecisionDetails:
        """The decision with who decided it and when; a time of that day that is known stays."""
        day, who = self.when.day(), self.who.text().strip()
        was = _day_of(base.decided_at) if base.outcome is Outcome.DECIDED_ELSEWHERE else None
        decided_at = base.decided_at if day is not None and day == was else _noon_of(day)
        source = base.proposer.source or (Source.OUTSIDE_BODY if who else None)
        return replace(base, decided_at=decided_at, proposer=replace(base.proposer, source=source, note=who))


def _noon_of(day: date | None) -> str:
    return datetime.combine(day, _NOON).astimezone().isoformat() if day else ""


def _day_of(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
