"""Tells what happened and the one thing that can be done about it; stays until it is dealt with."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class MessageKind(Enum):
    """What a message is: something to look at, something done, or something that failed."""

    WARM = "warm"
    GOOD = "good"
    FAILED = "failed"


class _Paint(NamedTuple):
    fill: str
    edge: str
    words: str
    icon: Icon


_PAINTS = {
    MessageKind.WARM: _Paint("warm", "wind_line", "on_warm", Icon.WARNING),
    MessageKind.GOOD: _Paint("good_soft", "good", "good", Icon.ACTION),
    MessageKind.FAILED: _Paint("bad_soft", "bad", "bad", Icon.FAILED),
}


class MessageBar(QWidget):
    """A bar with an icon, what happened, and one act, which goes below the words where there is little room.

    Signals: `act_requested`, `close_requested`.
    """

    act_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: MessageKind,
        words: str,
        note: str = "",
        *,
        act: str = "",
        act_icon: Icon | None = None,
        icon: Icon | None = None,
        can_close: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._paint = _PAINTS[kind]
        self._icon = IconLabel(theme, icon or self._paint.icon, size=28, colour=self._paint.words)
        self._words = SpokenLabel(theme, words, TextStyle.STRONG, colour=self._paint.words)
        self._note = WrapLabel(theme, note, TextStyle.NOTE, colour=self._paint.words)
        self._line = FaceLayout(theme, side=0)
        self._lay_out()
        if act:
            self._add_button(act, act_icon).clicked.connect(self.act_requested)
        if can_close:
            self._add_button(self.tr("Close"), Icon.CLOSE).clicked.connect(self.close_requested)
        theme.changed.connect(self.update)

    def show_message(self, kind: MessageKind, words: str, note: str = "", icon: Icon | None = None) -> None:
        """Tell something else, and have it spoken."""
        self._paint = _PAINTS[kind]
        self._icon.set_icon(icon or self._paint.icon, self._paint.words)
        self._note.set_colour(self._paint.words)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._words.set_colour(self._paint.words)
        self._words.say(words)
        if self.isHidden():
            self.show()
        self.update()

    def words(self) -> str:
        """What the bar says."""
        return " ".join(filter(None, (self._words.text(), self._note.text())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        colours, unit = self._theme.colours, self._theme.unit
        fill, edge = getattr(colours, self._paint.fill), getattr(colours, self._paint.edge)
        rounded_box(smooth_painter(self), self.rect(), self._theme.px(12), fill, edge, 2 * unit)

    def _lay_out(self) -> None:
        column = Column(self._theme, gap=2)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._note)
        column.addStretch(1)
        if not self._note.text():
            self._note.hide()
        told = Row(self._theme, gap=14)
        told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        told.addLayout(column, 1)
        self._line.addWidget(holder(told))
        box = Column(self._theme, gap=0, margins=(16, 12, 12, 12))
        box.addLayout(self._line)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _add_button(self, words: str, icon: Icon | None) -> BigButton:
        button = BigButton(self._theme, words, icon=icon)
        self._line.addWidget(button)
        return button
