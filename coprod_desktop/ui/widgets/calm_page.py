"""A calm page that lies over the meeting: one heading, a few words, and what can be done now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_LEAST_CHOICE = 300


class CalmPage(Card):
    """A card of its own. `title` is the heading, `first()` the likeliest next act."""

    def __init__(self, theme: Theme, title: str, words: str = "", *, style: TextStyle = TextStyle.TITLE) -> None:
        super().__init__(theme, padding=24, gap=16)
        self._title = WrapLabel(theme, title, style)
        self._words = WrapLabel(theme, words, TextStyle.LEAD)
        top = Column(theme, gap=4)
        top.addWidget(self._title)
        top.addWidget(self._words)
        if not words:
            self._words.hide()
        self.add(holder(top))
        self.setAccessibleName(title)

    def title(self) -> str:
        """What the page says first."""
        return self._title.text()

    def first(self) -> QWidget:
        """The likeliest next act."""
        raise NotImplementedError

    def say(self, title: str, words: str) -> None:
        """Say something else; an empty second line is not there."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setHidden(not words)
        self.setAccessibleName(title)

    def add_choices(self, choices: Sequence[tuple[BigButton, str]], *, least: int = _LEAST_CHOICE) -> None:
        """Large buttons of equal width, each with what it does under it."""
        row = EvenRow(self._theme, gap=16, least=least)
        for button, does in choices:
            button.setAccessibleDescription(" ".join(filter(None, (does, button.accessibleDescription()))))
            one = Column(self._theme, gap=6)
            one.addWidget(button)
            if does:
                one.addWidget(WrapLabel(self._theme, does, TextStyle.NOTE, align=Qt.AlignmentFlag.AlignHCenter))
            one.addStretch(1)
            row.addWidget(holder(one))
        self.add_layout(row)
