"""After a card: was it a hard word? One press opens the place where it is explained; who held the card is not asked."""

from PySide6.QtCore import QCoreApplication, Signal

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.word_fields import WordFields


def hard_word_button(theme: Theme) -> BigButton:
    """The question as one quiet button."""
    words = QCoreApplication.translate("HardWordLine", "Was it a hard word? Add it to our list")
    return BigButton(theme, words, kind=ButtonKind.QUIET, icon=Icon.WORDS_HELP, key="Ctrl W")


class HardWordLine(Card):
    """One quiet line, or two fields in its place. Signal: `opened`, when somebody wants to explain a word."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=10)
        self.setAccessibleName(self.tr("A hard word"))
        self.question = hard_word_button(theme)
        self.fields = WordFields(theme, save=self.tr("Keep this word"))
        self.add(self.question)
        self.add(self.fields)
        self.fields.hide()
        self.question.clicked.connect(self.opened)

    @property
    def is_open(self) -> bool:
        """Whether somebody writes a word."""
        return self.isVisible() and self.fields.isVisible()

    def ask(self) -> None:
        """Show the quiet line."""
        self.fields.hide()
        self.question.show()
        self.show()

    def open_fields(self) -> None:
        """Show the fields in its place, and go to the first."""
        self.show()
        self.fields.show()
        self.fields.begin()
        self.question.hide()
