"""The minutes that items want against the time there is; it tells, and shortens nothing by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.agenda_time import AgendaTime
from coprod_desktop.domain.room import FixedEnd
from coprod_desktop.domain.times_of_day import is_only_a_time
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.clock_words import clock_words, easy_time
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.time_blocks import Block, TimeBlocks
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class TimeWanted(QWidget):
    """A big number, a bar with one numbered block an item, and sentences.

    Signals: `times_requested` for the start and end; `breaks_requested` for breaks and fixed times;
    `late_requested` for what to do after a late start.
    """

    times_requested = Signal()
    breaks_requested = Signal()
    late_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._number = WrapLabel(theme, "0", TextStyle.NUMBER)
        self._after = WrapLabel(theme, "", TextStyle.LEAD, colour="muted")
        self._blocks = TimeBlocks(theme)
        self._free = WrapLabel(theme, "", TextStyle.NOTE)
        self._too_long = MessageBar(theme, MessageKind.WARM, "", icon=Icon.CLOCK)
        self._rest = QWidget()
        self._end = IconLine(theme, Icon.CLOCK, "", TextStyle.STRONG)
        self._fixed = IconLine(theme, Icon.CANNOT_MOVE, "", TextStyle.STRONG)
        self.set_times = BigButton(theme, self.tr("Set the start and end"), kind=ButtonKind.QUIET, icon=Icon.CLOCK)
        self.breaks = BigButton(theme, self.tr("Breaks and fixed times"), kind=ButtonKind.QUIET, icon=Icon.BREAK)
        self.late = BigButton(theme, self.tr("We started late"), kind=ButtonKind.QUIET, icon=Icon.WAIT)
        self.set_times.clicked.connect(self.times_requested)
        self.breaks.clicked.connect(self.breaks_requested)
        self.late.clicked.connect(self.late_requested)
        self._lay_out(theme)

    def show_time(self, time: AgendaTime, *, first_break: str, asks_late: bool) -> None:
        """Show this time; `first_break` is when the next planned break is, if it is known as a time."""
        self._number.setText(str(time.wanted))
        self._after.setText(self._after_words(time))
        is_known = time.there_is is not None
        self.set_times.setVisible(not is_known)
        self._blocks.setVisible(is_known)
        self._blocks.show_blocks([Block(one.minutes, one.number) for one in time.blocks], time.there_is or 0)
        self._free.setText(" ".join(filter(None, (self._free_words(time), self._break_words(time, first_break)))))
        self._free.setVisible(bool(self._free.text()))
        self._show_end(time)
        self._tell_if_too_long(time.over_by)
        self.late.setVisible(asks_late)

    def show_less(self, *, is_less: bool) -> None:
        """Leave more room for something below: only the number, the bar and what is too long."""
        self._rest.setVisible(not is_less)

    def _show_end(self, time: AgendaTime) -> None:
        self._end.setVisible(time.ends_at is not None and time.first_fixed is None)
        self._fixed.setVisible(time.first_fixed is not None)
        if time.first_fixed is not None:
            self._fixed.set_words(self._fixed_words(time.first_fixed))
        elif time.ends_at is not None:
            self._end.set_words(self.tr("Finish by {time}").format(time=clock_words(time.ends_at)))

    def _tell_if_too_long(self, too_many: int) -> None:
        if too_many <= 0:
            self._too_long.hide()
            return
        words = self.tr("1 minute too long.") if too_many == 1 else self.tr("{count} minutes too long.")
        note = self.tr("Keep one for later?")
        words = words.format(count=too_many)
        if self._too_long.isHidden() or self._too_long.words() != f"{words} {note}":
            self._too_long.show_message(MessageKind.WARM, words, note, Icon.CLOCK)

    def _after_words(self, time: AgendaTime) -> str:
        if time.there_is is not None:
            left = self.tr("of {count} minutes left") if time.is_live else self.tr("of {count} minutes")
            return left.format(count=time.there_is)
        return self.tr("minute wanted") if time.wanted == 1 else self.tr("minutes wanted")

    def _free_words(self, time: AgendaTime) -> str:
        if time.there_is is None or time.over_by:
            return ""
        if time.free == 0:
            return self.tr("All the time is used.")
        if time.free == 1:
            return self.tr("1 minute is free.")
        return self.tr("{count} minutes are free.").format(count=time.free)

    def _break_words(self, time: AgendaTime, first_break: str) -> str:
        count = sum(block.is_break for block in time.blocks)
        if count == 0:
            return ""
        if count > 1:
            return self.tr("{count} breaks are kept.").format(count=count)
        if not first_break:
            return self.tr("The break is kept.")
        return self.tr("The {time} break is kept.").format(time=easy_time(first_break))

    def _fixed_words(self, end: FixedEnd) -> str:
        """A time that cannot move, in one line: "The caretaker locks up at 12:15pm"; other words stay as they are."""
        if not is_only_a_time(end.at):
            return f"{end.what}: {end.at}"
        return self.tr("{what} at {time}").format(what=end.what.rstrip(" ."), time=easy_time(end.at))

    def _lay_out(self, theme: Theme) -> None:
        figure = Row(theme, gap=10)
        figure.addWidget(self._number)
        figure.addWidget(self._after, 1, Qt.AlignmentFlag.AlignVCenter)
        column = Column(theme, gap=6)
        column.addLayout(figure)
        for part in (self._blocks, self._free, self._too_long, self._rest):
            column.addWidget(part)
        rest = Column(theme, gap=6)
        rest.addWidget(self._end)
        rest.addWidget(self._fixed)
        rest.addLayout(flow_of(theme, self.late, self.set_times, self.breaks, gap=0))
        self._rest.setLayout(rest)
        self.setLayout(column)
        self._too_long.hide()
