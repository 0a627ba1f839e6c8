"""The page of one path: the story of an idea, to read here or to print for whoever had it (R35)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Row
from coprod_desktop.ui.widgets.path_timeline import PathTimeline
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.told_path import ToldPath


class PathPage(Card):
    """What happened, step by step.

    Signals: `back_requested`; `meeting_chosen(meeting id)`; `easy_read_requested`; `large_print_requested`;
    `letter_requested`, for whoever must still say yes; `again_requested`, to decide it again in the open meeting.
    """

    back_requested = Signal()
    meeting_chosen = Signal(str)
    easy_read_requested = Signal()
    large_print_requested = Signal()
    letter_requested = Signal()
    again_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=10)
        self._title = WrapLabel(theme, "", TextStyle.TITLE)
        self._back = BigButton(theme, self.tr("Back"), icon=Icon.BACK)
        self.timeline = PathTimeline(theme, self.tr("What happened"))
        self._waits = IconLine(theme, Icon.WAIT, "", TextStyle.STRONG)
        self.easy_read = BigButton(
            theme, self.tr("Save it in easy read"), kind=ButtonKind.PRIMARY, icon=Icon.FILE, key="F8", height=52
        )
        self.large_print = BigButton(theme, self.tr("Save it in large print"), icon=Icon.FILE, height=52)
        self.letter = BigButton(theme, self.tr("Make the letter that asks"), icon=Icon.PAPERS_EARLY, height=52)
        self.again = BigButton(theme, self.tr("Decide this again"), icon=Icon.DECISIONS, height=52)
        self._lay_out(theme)
        self._back.clicked.connect(self.back_requested)
        self.timeline.meeting_chosen.connect(self.meeting_chosen)
        self.easy_read.clicked.connect(self.easy_read_requested)
        self.large_print.clicked.connect(self.large_print_requested)
        self.letter.clicked.connect(self.letter_requested)
        self.again.clicked.connect(self.again_requested)

    def show_path(self, path: "ToldPath", *, can_decide: bool = False) -> None:
        """Show the story. `can_decide` is whether a meeting is open in which it can be decided again."""
        self.letter.setVisible(path.unanswered is not None)
        self.again.setVisible(can_decide and path.decision is not None)
        self._title.setText(path.title)
        self.setAccessibleName(path.title)
        self.timeline.show_steps(path.steps)
        self._waits.set_words(" ".join(path.waits_to_hear))
        self._waits.setVisible(bool(path.waits_to_hear))

    def show_busy(self, is_busy: bool) -> None:
        """A paper is being made; until it is there no other can be asked for."""
        for button in (self.easy_read, self.large_print, self.letter):
            if is_busy and button.hasFocus():
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(not is_busy)

    def begin(self) -> None:
        """Go to the first step."""
        if self.timeline.keys():
            self.timeline.focus_row(self.timeline.keys()[0])
        else:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        head = Row(theme, gap=14)
        head.addWidget(self._title, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        self.add_layout(head)
        scroll = ScrollColumn(theme, gap=12)
        scroll.add(self.timeline)
        scroll.add(self._waits)
        scroll.add_stretch()
        self.add(scroll, 1)
        self.add_layout(flow_of(theme, self.easy_read, self.large_print, self.letter, self.again))
