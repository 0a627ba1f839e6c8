"""One thing to look at in a place: what it is, its measure, yes, no or not looked yet, and a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.venue import CheckAnswer, Checked, VenueCheck
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.venue_words import check_words, looked_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_NOT_LOOKED = "not_looked"


class VenueCheckRow(QWidget):
    """What was found is offered again with its day.

    Signals: `answered(check, answer or None, note)`; `looked_again(check)` when it is still the same today.
    """

    answered = Signal(object, object, str)
    looked_again = Signal(object)

    def __init__(self, theme: Theme, check: VenueCheck) -> None:
        super().__init__()
        self._check = check
        self._words = check_words(check)
        choices = [
            Choice(CheckAnswer.YES.value, self.tr("Yes")),
            Choice(CheckAnswer.NO.value, self.tr("No")),
            Choice(_NOT_LOOKED, self.tr("Not looked yet")),
        ]
        self.buttons = ChoiceButtons(theme, self._words.title, choices)
        self._row = FormRow(theme, self._words.title, self.buttons, hint=self._words.measure)
        self._looked = WrapLabel(theme, "", TextStyle.NOTE)
        again = self.tr("Still the same today")
        self.again = BigButton(theme, again, kind=ButtonKind.QUIET, icon=Icon.TURN_ROUND, description=self._words.title)
        self.note = SavedField(theme, self.tr("A note, such as 85 cm or who has the key"))
        self.note.field.setAccessibleDescription(self._words.title)
        self._known = holder(self._known_part(theme))
        column = Column(theme, gap=10)
        column.addWidget(self._row)
        column.addWidget(self._known)
        column.addWidget(Divider(theme))
        self.setLayout(column)
        self.buttons.chosen_changed.connect(self._on_chosen)
        self.note.left_with.connect(self._on_note)
        self.again.clicked.connect(self._on_again)
        self.show_checked(None, is_of_today=False)

    def show_checked(self, checked: Checked | None, *, is_of_today: bool) -> None:
        """Show what was found; a note typed half-way stays."""
        self.buttons.set_chosen(checked.answer.value if checked else _NOT_LOOKED)
        self._looked.setText(looked_words(checked))
        self.note.show_words(checked.note if checked else "")
        if is_of_today and self.again.hasFocus():
            self.buttons.setFocus(Qt.FocusReason.OtherFocusReason)
        self.again.setVisible(checked is not None and not is_of_today)
        self._known.setVisible(checked is not None)

    def _known_part(self, theme: Theme) -> Column:
        part = Column(theme, gap=8)
        part.addWidget(self._looked)
        part.addLayout(flow_of(theme, self.again))
        part.addWidget(self.note)
        return part

    def _answer(self) -> CheckAnswer | None:
        chosen = self.buttons.chosen_key()
        return None if chosen in (None, _NOT_LOOKED) else CheckAnswer(chosen)

    def _on_chosen(self) -> None:
        self.answered.emit(self._check, self._answer(), self.note.words())

    def _on_note(self, words: str) -> None:
        if self._answer() is not None:
            self.answered.emit(self._check, self._answer(), words)

    def _on_again(self) -> None:
        self.looked_again.emit(self._check)
