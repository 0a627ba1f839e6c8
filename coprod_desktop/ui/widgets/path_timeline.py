"""What happened to an idea, told like a story from the top: a day, what happened, whose words (R35)."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from coprod_desktop.domain.trace_steps import TraceKind
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.painting import smooth_painter
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from coprod_desktop.services.told_path import ToldStep

ICONS: Final = {
    TraceKind.ITEM: Icon.AGENDA,
    TraceKind.IDEA: Icon.IDEA,
    TraceKind.JOINED: Icon.PUT_TOGETHER,
    TraceKind.OUTCOME: Icon.NEXT_PAGE,
    TraceKind.WORDING: Icon.REWORD,
    TraceKind.DECISION: Icon.DECISIONS,
    TraceKind.OBJECTION: Icon.DOES_NOT_AGREE,
    TraceKind.NEEDED_YES: Icon.ASK_THE_GROUP,
    TraceKind.ACTION: Icon.PERSON,
    TraceKind.RESULT: Icon.ACTION,
    TraceKind.HELPED: Icon.THUMB_UP,
    TraceKind.TOLD: Icon.TELL_THEM,
}
"""A shape for each kind of step; the word stands beside it."""

_SIDE, _ICON, _LINE = 6, 44, 3


class _StepRow(CardRow):
    """The hair line below begins beside the line of the story, so that they do not cross."""

    def _hair_start(self) -> int:
        return round(self._face.x() + self._face.face().words_x)


class PathTimeline(RowList):
    """Steps under each other, joined by a line; each opens its meeting. Signal: `meeting_chosen(meeting id)`."""

    meeting_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, gap=0, is_one_stop=True)
        self._theme = theme

    def show_steps(self, steps: "Sequence[ToldStep]") -> None:
        """Show these, the first at the top."""
        self.set_rows([(str(number), self._row(step)) for number, step in enumerate(steps)])
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line from the first step to the last, behind their shapes."""
        rows = [self.row(key) for key in self.keys()]
        if len(rows) < 2:
            return
        painter: QPainter = smooth_painter(self)
        width = self._theme.px(_LINE)
        x = self._theme.px(_SIDE + _ICON / 2) - width / 2
        first, last = rows[0].geometry().center().y(), rows[-1].geometry().center().y()
        painter.fillRect(QRectF(x, first, width, last - first), self._theme.colours.line)

    def _row(self, step: "ToldStep") -> CardRow:
        row = _StepRow(self._theme, step_words(step, opens=self.tr("Open")), is_flat=True, flat_side=_SIDE, flat_rim=12)
        row.pressed.connect(partial(self.meeting_chosen.emit, str(step.meeting_id)))
        row.focus_target().setAccessibleDescription(
            self.tr("Opens the meeting: {title}").format(title=step.meeting_title)
        )
        return row


def step_words(step: "ToldStep", *, opens: str = "") -> RowWords:
    """A step as a row: when and what it is, then the words of people, then the rest."""
    told = [*step.before, *([step.own_words] if step.own_words else []), *step.lines]
    return RowWords(
        label=f"{step.day_words} \u00b7 {step.label}",
        title=told[0] if told else step.label,
        note=" ".join(told[1:]),
        icon=ICONS[step.kind],
        right=opens,
        note_icon=Icon.WAIT if step.waits and told[1:] else None,
    )
