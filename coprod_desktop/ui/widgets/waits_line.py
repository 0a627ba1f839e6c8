"""What is asked before a yes: has everyone got it, and do we wait for somebody who is out? It never bars (R10, R18)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, Row, holder


class WaitsLine(QWidget):
    """One or two lines above the acts; nothing where there is nothing to ask. Signal: `everyone_has_it`."""

    everyone_has_it = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._out = IconLine(theme, Icon.STEP_OUT, "", TextStyle.STRONG)
        self._asked = IconLine(
            theme, Icon.ASK_THE_GROUP, self.tr("Everyone has it? We wait a moment."), TextStyle.STRONG
        )
        self.has_it = BigButton(theme, self.tr("Yes, everyone has it"), icon=Icon.CHECK)
        row = Row(theme, gap=16)
        row.addWidget(self._asked, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.has_it, 0, Qt.AlignmentFlag.AlignVCenter)
        self._waiting = holder(row)
        column = Column(theme, gap=6)
        column.addWidget(self._out)
        column.addWidget(self._waiting)
        self.setLayout(column)
        self.has_it.clicked.connect(self.everyone_has_it)
        self.show_room(is_waiting=False, people_out=0)

    def show_room(self, *, is_waiting: bool, people_out: int) -> None:
        """Whether the group waits until everyone has it, and how many people have stepped out."""
        words = self.tr("1 person has stepped out. Wait?")
        if people_out > 1:
            words = self.tr("{count} people have stepped out. Wait?").format(count=people_out)
        self._out.set_words(words)
        self._out.setHidden(people_out == 0)
        self._waiting.setHidden(not is_waiting)
        self.setHidden(not is_waiting and people_out == 0)

    def words(self) -> str:
        """What is asked now."""
        told = [] if self._out.isHidden() else [self._out.words()]
        return " ".join(told if self._waiting.isHidden() else [*told, self._asked.words()])
