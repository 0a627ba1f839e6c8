"""A labelled date that is kept as soon as somebody leaves it."""

from datetime import date

from PySide6.QtCore import Qt, Signal

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.form_row import FormRow


class SavedDate(FormRow):
    """A day, or none if it `can_be_empty`.

    Signals: `left_with(day or None)`, if it is not the day that is kept; `day_changed` with each step and each figure.
    """

    left_with = Signal(object)
    day_changed = Signal()

    def __init__(self, theme: Theme, words: str, *, hint: str = "", can_be_empty: bool = False) -> None:
        self._date = DateField(theme)
        super().__init__(theme, words, self._date, hint=hint)
        self._kept: date | None = None
        self._can_be_empty = can_be_empty
        self._no_date = BigButton(theme, self.tr("No date yet"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        self._no_date.clicked.connect(self._on_no_date)
        self._no_date.hide()
        self._date.editingFinished.connect(self._tell)
        self._date.day_changed.connect(self.day_changed)
        column = self.layout()
        if column is not None:
            column.addWidget(self._no_date)

    def day(self) -> date | None:
        """The day in the field now."""
        return self._date.day()

    def show_day(self, day: date | None) -> None:
        """Show what is kept, unless somebody is changing it."""
        is_half_typed = self._date.hasFocus() and self._date.day() != self._kept
        self._kept = day
        if not is_half_typed and self._date.day() != day:
            self._date.set_day(day)
        self._no_date.setVisible(self._can_be_empty and day is not None)

    def _tell(self) -> None:
        day = self._date.day()
        if day is None and not self._can_be_empty:
            self._date.set_day(self._kept)
        elif day != self._kept:
            self.left_with.emit(day)

    def _on_no_date(self) -> None:
        self._date.set_day(None)
        self._date.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()
