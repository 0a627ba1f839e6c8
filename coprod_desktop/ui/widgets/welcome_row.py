"""One person on the list of who is here: the row says they are here, the buttons beside it the other things."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import laid_out_once
from coprod_desktop.ui.widgets.press_button import PressButton
from coprod_desktop.ui.widgets.row_face import RowWords


class Beside(StrEnum):
    """What can be said of a person with one press beside their name."""

    STEPPED_OUT = "stepped_out"
    CAME_BACK = "came_back"
    WENT_HOME = "went_home"
    CANNOT_COME = "cannot_come"


_WHILE_HERE: Final = (Beside.STEPPED_OUT, Beside.CAME_BACK, Beside.WENT_HOME)
"""Made together, so that "Came back" takes the place of "Stepped out" and the others stay where they are."""


class NumberedWords(RowWords):
    """A row with a number to type. The name is spoken first, since it is what one listens for."""

    def spoken(self) -> str:
        """Everything but the number, which is told as a description."""
        return RowWords(*self)._replace(number="").spoken()


class WelcomeRow(CardRow):
    """Signals: `pressed` of CardRow; `beside_pressed(value of Beside)` for a button at the right."""

    beside_pressed = Signal(str)

    def __init__(self, theme: Theme, words: RowWords, *, is_flat: bool) -> None:
        super().__init__(theme, words, is_flat=is_flat)
        self._buttons: dict[Beside, BigButton] = {}  # made when first needed: of many people few come and go
        face = self.focus_target()
        if isinstance(face, PressButton):
            face.leaves_arrows = True
        face.setAccessibleDescription(self.tr("Number {number}").format(number=words.number))

    def show_person(self, words: RowWords, beside: Mapping[Beside, str]) -> None:
        """Say how it stands with this person; each of `beside` is a button with its words."""
        self.show_words(words)
        for act, said in beside.items():
            button = self.beside_button(act)
            button.set_words(said)
            button.setAccessibleName(f"{words.title}: {said}")
        with laid_out_once(self):  # there may be 60 rows
            self._show_buttons(beside)

    def stops(self) -> list[QWidget]:
        """Where Left and Right go: the row itself and the buttons in sight at its right."""
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        return [self.focus_target(), *shown]

    def beside_button(self, act: Beside) -> BigButton:
        """A button at the right."""
        if act not in self._buttons:
            made = (act,) if act is Beside.CANNOT_COME else _WHILE_HERE
            for one in made:
                self._make_button(one)
        return self._buttons[act]

    def _show_buttons(self, beside: Mapping[Beside, str]) -> None:
        for act, button in self._buttons.items():
            if act not in beside and button.hasFocus():
                self.focus_target().setFocus()
            button.setVisible(act in beside)

    def _make_button(self, act: Beside) -> None:
        button = self._buttons[act] = BigButton(self._theme, "", kind=ButtonKind.QUIET)
        button.leaves_arrows = True
        button.clicked.connect(partial(self.beside_pressed.emit, act.value))
        self.add_at_right(button)
        button.hide()
