"""What a decision hangs on, when the group looks at it again, until when it holds for now or is open to change."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.lines import DecisionDetails
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.text_field import TextField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary

_TIME_TO_THINK = timedelta(days=7)
"""What is offered to whoever needs time to think (AN-18)."""


class ConditionsForm(QWidget):
    """Conditions, one a line, and three dates; all can stay empty."""

    def __init__(self, theme: Theme, _vocabulary: Vocabulary) -> None:
        super().__init__()
        self.conditions = TextField(theme, lines=3)
        self.review_on = DateField(theme)
        self.for_now_until = DateField(theme)
        self.open_until = DateField(theme)
        self.seven_days = BigButton(theme, self.tr("7 days to think"), icon=Icon.DATE)
        column = Column(theme, gap=16)
        hint = self.tr("Write each one on its own line.")
        form_row(theme, column, self.tr("Only if"), self.conditions, hint=hint)
        hint = self.tr("Type the day, or press the up arrow.")
        form_row(theme, column, self.tr("When do we look at it again?"), self.review_on, hint=hint)
        hint = self.tr("Use this until the people it is for have been asked.")
        form_row(theme, column, self.tr("For now, until"), self.for_now_until, hint=hint)
        hint = self.tr("Until then everybody can think and change their mind.")
        form_row(theme, column, self.tr("Open to change until"), self.open_until, hint=hint)
        column.addLayout(flow_of(theme, self.seven_days))
        self.seven_days.clicked.connect(self._on_seven_days)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.conditions)

    def fill(self, details: DecisionDetails) -> None:
        """Show a decision."""
        lines = "\n".join(details.conditions)
        if lines != self.conditions.toPlainText():
            self.conditions.setPlainText(lines)
        self.review_on.set_day(details.review_on)
        self.for_now_until.set_day(details.for_now_until)
        self.open_until.set_day(details.open_until)

    def details(self, base: DecisionDetails) -> DecisionDetails:
        """The decision with what was written here."""
        lines = self.conditions.toPlainText().splitlines()
        return replace(
            base,
            conditions=tuple(line.strip() for line in lines if line.strip()),
            review_on=self.review_on.day(),
            for_now_until=self.for_now_until.day(),
            open_until=self.open_until.day(),
        )

    def _on_seven_days(self) -> None:
        self.open_until.set_day(date.today() + _TIME_TO_THINK)
