"""Empty lines to write on and lines to cut along: drawn, and decoration for whoever has the page read out."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from coprod_desktop.minutes.line_breaks import Line
from coprod_desktop.minutes.styles import MM
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

RULE_STEP = 12 * MM
"""How far ruled lines stand apart: room for large handwriting."""
_RULE_PT = 1.0
_RULE_COLOUR = "#444444"
_CUT_DASH = (6, 4)


def draw_rule(canvas: TaggedCanvas, x: float, y: float, width: float) -> None:
    """A line to write on; a mark must be open."""
    canvas.setStrokeColor(HexColor(_RULE_COLOUR))
    canvas.setLineWidth(_RULE_PT)
    canvas.line(x, y, x + width, y)
    canvas.setStrokeGray(0)


def draw_cut(canvas: TaggedCanvas, left: float, right: float, y: float) -> None:
    """A dashed line; a mark must be open."""
    canvas.setLineWidth(1)
    canvas.setDash(list(_CUT_DASH))
    canvas.line(left, y, right, y)
    canvas.setDash([])


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines under the words of a block, as high as a passage of so many lines of large handwriting."""

    count: int
    width: float
    step: float = RULE_STEP
    before: float = 0.0

    lines: tuple[Line, ...] = ()
    """None that a page turn could come between: empty lines stay together."""
    line_count = 0
    leads_on = False

    @property
    def height(self) -> float:
        return self.before + self.count * self.step

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.decoration():
            for number in range(1, self.count + 1):
                draw_rule(canvas, x, top - self.before - number * self.step, self.width)

    def lines_within(self, room: float) -> int:
        del room
        return 0

    def cut_after(self, count: int) -> tuple["WritingLines", "WritingLines"]:
        raise ValueError(f"empty lines cannot be cut after {count}")
