"""One person on the list of who is here: the row says they are here, the button beside it the one other thing."""

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.row_face import RowWords


class WelcomeRow(CardRow):
    """Signals: `pressed` of CardRow; `beside_pressed` for the button at the right."""

    beside_pressed = Signal()

    def __init__(self, theme: Theme, words: RowWords, *, is_flat: bool) -> None:
        super().__init__(theme, words, is_flat=is_flat)
        self._beside = BigButton(theme, "", kind=ButtonKind.QUIET)
        self._beside.clicked.connect(self.beside_pressed)
        self.add_at_right(self._beside)

    def show_person(self, words: RowWords, beside: str) -> None:
        """Say how it stands with this person; without words there is no button beside."""
        self.show_words(words)
        if beside:
            self._beside.set_words(beside)
            self._beside.setAccessibleName(f"{words.title}: {beside}")
        elif self._beside.hasFocus():
            self.focus_target().setFocus()
        self._beside.setVisible(bool(beside))

    def beside_button(self) -> BigButton:
        """The button at the right."""
        return self._beside
