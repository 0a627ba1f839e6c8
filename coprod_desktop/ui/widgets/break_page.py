"""The break that goes on: a shape, when we begin again, and a person who says so (R18)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.break_clock import BreakClock
from coprod_desktop.ui.widgets.calm_page import CalmPage
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_WIDE = 700
_LARGE, _SMALL = 210, 110


class BreakPage(CalmPage):
    """Nothing begins by itself. Buttons to connect: `go_on`, `longer`, `look`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("We are having a break."), style=TextStyle.NAME)
        self._title.setHidden(True)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.clock = BreakClock(theme)
        self._again = SpokenLabel(theme, "", TextStyle.PROPOSAL)
        self.go_on = BigButton(
            theme, self.tr("We go on"), kind=ButtonKind.PRIMARY, icon=Icon.START, key="F8", height=64
        )
        self.longer = BigButton(theme, self.tr("5 more minutes"), icon=Icon.CLOCK, key="F7", height=64)
        self.look = BigButton(
            theme, self.tr("Show the meeting on this screen"), kind=ButtonKind.QUIET, icon=Icon.SHOW, key="Esc"
        )
        words = Column(theme, gap=8)
        words.addWidget(WrapLabel(theme, self.title(), TextStyle.NAME, align=middle))
        words.addWidget(self._again, 0, middle)
        self._told = Column(theme, gap=14)
        self._told.addWidget(self.clock, 0, middle)
        self._told.addWidget(holder(words), 1)
        buttons = Column(theme, gap=10)
        buttons.addLayout(flow_of(theme, self.go_on, self.longer, self.look, gap=12))
        self.body.addStretch(1)
        self.add(holder(self._told))
        self.body.addWidget(holder(buttons), 0, middle)
        self.body.addStretch(2)

    def show_break(self, share: float | None, begins_again: str) -> None:
        """Show the share that is left, None for a break without a clock, and the time at which we begin again.

        Without a time, or once it has come, it holds: people begin when they are ready.
        """
        is_over = share is not None and share <= 0
        self.clock.setHidden(share is None)
        self.longer.setHidden(share is None)
        if share is not None:
            self.clock.show_share(share)
        words = self.tr("We begin again when you are ready.")
        if begins_again and not is_over:
            words = self.tr("We begin again at {time}.").format(time=begins_again)
        if words != self._again.text():
            self._again.say(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the shape stands beside the words, so that the buttons stay in sight."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(_WIDE)
        directions = QBoxLayout.Direction
        self._told.setDirection(directions.LeftToRight if is_narrow else directions.TopToBottom)
        self.clock.set_side(_SMALL if is_narrow else _LARGE)

    def words(self) -> str:
        """When we begin again."""
        return self._again.text()

    def first(self) -> QWidget:
        """To go on, when people want to."""
        return self.go_on
