"""What goes with a job for somebody who is not paid for it: time, help and money, each in a few words (R28)."""

from dataclasses import replace

from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.lines import ActionDetails
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class GoesWithJob(QWidget):
    """One plain sentence and 3 short fields. None of them has to be filled in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        labels = {
            "time_wanted": self.tr("What time goes with it?"),
            "help_wanted": self.tr("What help goes with it?"),
            "money_wanted": self.tr("What money goes with it?"),
        }
        self.fields = {key: LineField(theme) for key in labels}
        self._rows = {key: FormRow(theme, words, self.fields[key]) for key, words in labels.items()}
        column = Column(theme, gap=8)
        words = self.tr("People give their own time for this. You can leave these empty.")
        column.addWidget(WrapLabel(theme, words, TextStyle.NOTE))
        beside = EvenRow(theme, gap=12, least=220, all_or_one=True)
        for row in self._rows.values():
            beside.addWidget(row)
        column.addLayout(beside)
        self.setLayout(column)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, details: ActionDetails) -> None:
        """Show what goes with a job."""
        for key, field in self.fields.items():
            words = str(getattr(details, key))
            if field.text() != words:
                field.setText(words)
            self._rows[key].clear_error()

    def details(self, base: ActionDetails) -> ActionDetails:
        """The job with what was typed here."""
        typed = {key: field.text() for key, field in self.fields.items()}
        return replace(
            base,
            time_wanted=typed["time_wanted"],
            help_wanted=typed["help_wanted"],
            money_wanted=typed["money_wanted"],
        )

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(field.text().strip() for field in self.fields.values())

    def show_error(self, key: str, words: str) -> bool:
        """Say beside a field what to put right; says whether the field is here."""
        row = self._rows.get(key)
        if row is not None:
            row.show_error(words)
        return row is not None

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for row in self._rows.values():
            row.clear_error()

    def error_words(self) -> str:
        """What is said beside the fields."""
        return " ".join(filter(None, (row.error_words() for row in self._rows.values())))
