"""A few of many pictures, to see what they are like, with the words of these few."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.picture_box import PictureBox
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_MOST = 8


class SomePictures(QWidget):
    """The first pictures beside each other, and under them their words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flow = FlowLayout(theme)
        self._words = WrapLabel(theme, "", TextStyle.NOTE)
        column = Column(theme, gap=8)
        column.addLayout(self._flow)
        column.addWidget(self._words)
        self.setLayout(column)

    def show_pictures(self, pictures: Sequence[tuple[str, bytes]]) -> None:
        """Show the first of these, each a word and its bytes."""
        few = pictures[:_MOST]
        empty_layout(self._flow)
        for word, data in few:
            self._flow.addWidget(PictureBox(self._theme, data, word, size=64))
        words = ", ".join(word for word, _data in few)
        said = self.tr("Found by their words, such as: {words}.") if len(pictures) > _MOST else self.tr("{words}.")
        self._words.setText(said.format(words=words) if few else "")
