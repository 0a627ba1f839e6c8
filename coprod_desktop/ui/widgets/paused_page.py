"""Everything is held: a calm page that asks nobody why (R42)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.calm_page import CalmPage
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_WIDE = 700


class PausedPage(CalmPage):
    """Buttons to connect: `go_on`, `serious`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("We are having a pause."), style=TextStyle.NAME)
        self._title.setHidden(True)
        middle = Qt.AlignmentFlag.AlignHCenter
        said = WrapLabel(theme, self.title(), TextStyle.NAME, align=middle)
        why = WrapLabel(theme, self.tr("Nobody has to say why."), TextStyle.PROPOSAL, align=middle)
        held = WrapLabel(theme, "", TextStyle.LEAD, align=middle)
        self._held = held
        self.go_on = BigButton(
            theme, self.tr("We go on"), kind=ButtonKind.PRIMARY, icon=Icon.START, key="F8", height=64
        )
        self.serious = BigButton(
            theme, self.tr("Something serious"), kind=ButtonKind.QUIET, icon=Icon.SERIOUS, key="Ctrl F12"
        )
        column = Column(theme, gap=16)
        self._icon = IconLabel(theme, Icon.PAUSE, size=64)
        column.addWidget(self._icon, 0, middle)
        for label in (said, why, held):
            column.addWidget(label)
        column.addWidget(self.go_on, 0, middle)
        column.addWidget(self.serious, 0, middle)
        self.body.addStretch(1)
        self.add(holder(column))
        self.body.addStretch(2)

    def show_pause(self, *, has_clocks: bool, holds_turn: bool) -> None:
        """Say what waits: the clocks, and a turn that was held with everything."""
        clocks = self.tr("The clocks wait.") if has_clocks else ""
        turn = self.tr("The turn is kept.") if holds_turn else ""
        self._held.setText(" ".join(filter(None, (clocks, turn, self.tr("Nothing is lost.")))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the words and the button come first."""
        super().resizeEvent(event)
        self._icon.setVisible(self.width() >= self._theme.px(_WIDE))

    def first(self) -> QWidget:
        """To go on, when people want to."""
        return self.go_on
