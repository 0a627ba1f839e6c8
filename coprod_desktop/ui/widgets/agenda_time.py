"""The minutes that items want against the time there is; it tells, and shortens nothing by itself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.time_blocks import TimeBlocks
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class AgendaTime(QWidget):
    """A big number, a bar with one numbered block an item, and a sentence. Signal: `times_requested`."""

    times_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._number = WrapLabel(theme, "0", TextStyle.NUMBER)
        self._after = WrapLabel(theme, "", TextStyle.LEAD, colour="muted")
        self._blocks = TimeBlocks(theme)
        self._free = WrapLabel(theme, "", TextStyle.NOTE)
        self._too_long = MessageBar(theme, MessageKind.WARM, "", icon=Icon.CLOCK)
        self._end = IconLine(theme, Icon.CLOCK, "", TextStyle.STRONG)
        self._set_times = BigButton(theme, self.tr("Set the start and end"), kind=ButtonKind.QUIET, icon=Icon.CLOCK)
        self._set_times.clicked.connect(self.times_requested)
        self._lay_out(theme)

    def show_time(self, minutes: Sequence[int], there_are: int | None, ends_at: str) -> None:
        """Show the minutes of each item in order, and how many there are if that is known."""
        wanted = sum(minutes)
        self._number.setText(str(wanted))
        self._after.setText(self._after_words(wanted, there_are))
        self._set_times.setVisible(there_are is None)
        self._blocks.setVisible(there_are is not None)
        self._free.setVisible(there_are is not None and wanted <= there_are)
        self._end.setVisible(there_are is not None)
        self._end.set_words(self.tr("Finish by {time}").format(time=ends_at))
        if there_are is not None:
            self._blocks.show_minutes(minutes, there_are)
            self._free.setText(self._free_words(there_are - wanted))
        self._tell_if_too_long(wanted - there_are if there_are is not None else 0)

    def _tell_if_too_long(self, too_many: int) -> None:
        if too_many <= 0:
            self._too_long.hide()
            return
        words = self.tr("1 minute too long.") if too_many == 1 else self.tr("{count} minutes too long.")
        note = self.tr("Keep one for later?")
        words = words.format(count=too_many)
        if self._too_long.isHidden() or self._too_long.words() != f"{words} {note}":
            self._too_long.show_message(MessageKind.WARM, words, note, Icon.CLOCK)

    def _after_words(self, wanted: int, there_are: int | None) -> str:
        if there_are is not None:
            return self.tr("of {count} minutes").format(count=there_are)
        return self.tr("minute wanted") if wanted == 1 else self.tr("minutes wanted")

    def _free_words(self, free: int) -> str:
        if free == 0:
            return self.tr("All the time is used.")
        return self.tr("1 minute is free.") if free == 1 else self.tr("{count} minutes are free.").format(count=free)

    def _lay_out(self, theme: Theme) -> None:
        figure = Row(theme, gap=10)
        figure.addWidget(self._number)
        figure.addWidget(self._after, 1, Qt.AlignmentFlag.AlignVCenter)
        column = Column(theme, gap=8)
        column.addLayout(figure)
        for part in (self._blocks, self._free, self._too_long, self._end, self._set_times):
            column.addWidget(part)
        self.setLayout(column)
        self._too_long.hide()
