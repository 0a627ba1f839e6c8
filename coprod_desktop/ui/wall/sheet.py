"""The sheet that a scene is written on: it measures in units, breaks words into lines and cuts nothing."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from coprod_desktop.domain.room import CheckOutAnswer
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.wall.parts import (
    AnswerPart,
    BarPart,
    BoxPart,
    IconPart,
    LinePart,
    MarkPart,
    Part,
    PicturePart,
    RingPart,
    WordsPart,
)
from coprod_desktop.ui.wall.sense_lines import lines_at_sense
from coprod_desktop.ui.wall.wall_look import LEAST, WallLook
from coprod_desktop.ui.widgets.answer_mark import WIDTH_PART
from coprod_desktop.ui.widgets.perspective_mark import Mark

EDGE = 110
"""What stays free at the sides, in units."""

MESSAGE_SIZES = (150, 130, 112, 96, 84, 72, 68)
"""From large to small; the message of a scene is never smaller than the last, unless it would not fit at all."""

_SPACING = 1.22

_TALL = 1.4
"""From this height of a line on, as a multiple of the size, the letters are of a tall script and need all of it."""


class Sheet:
    """Takes the parts of a scene, one after the other. All lengths are in units; a screen is 1080 high."""

    def __init__(self, theme: Theme, width_px: int, height_px: int) -> None:
        self.look = WallLook(theme, width_px, height_px)
        self.parts: list[Part] = []

    @property
    def width(self) -> float:
        """The whole width in units."""
        return self.look.width

    @property
    def height(self) -> float:
        """The whole height in units."""
        return self.look.height

    @property
    def inside(self) -> float:
        """The width between the free edges."""
        return self.look.width - 2 * EDGE

    def spoken(self) -> str:
        """Everything that is said, in the order in which it is read."""
        return "\n".join(part.words for part in self.parts if isinstance(part, WordsPart))

    # Words

    def words(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        *,
        size: int = LEAST,
        is_bold: bool = False,
        colour: str = "text",
        is_centred: bool = False,
    ) -> float:
        """Write words under y and between x and x + width; gives where they end."""
        layout, height = self._laid_out(text, width, size, is_bold=is_bold, is_centred=is_centred)
        unit = self.look.unit
        area = QRectF(x * unit, y * unit, width * unit, height * unit)
        self.parts.append(WordsPart(words=text, area=area, size_px=ceil(size * unit), colour=colour, kept=layout))
        return y + height

    def fitted(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        sizes: Sequence[int] = MESSAGE_SIZES,
        is_bold: bool = True,
        colour: str = "text",
        is_centred: bool = False,
    ) -> float:
        """Write words as large as the room allows. What is far too long ends with dots; gives where it ends."""
        size = self.size_for(text, width, height, sizes, is_bold=is_bold)
        told = (
            text
            if self.height_of(text, width, size, is_bold=is_bold) <= height
            else self._start_of(text, width, height, size, is_bold=is_bold)
        )
        return self.words(told, x, y, width, size=size, is_bold=is_bold, colour=colour, is_centred=is_centred)

    def size_for(self, text: str, width: float, height: float, sizes: Sequence[int], *, is_bold: bool) -> int:
        """The largest of these sizes at which nothing is too high and no word is broken; else the smallest letters."""
        longest = max(text.replace("-", "- ").split(), key=len, default="")  # lines break after a hyphen too
        for size in sizes:
            fits_across = self.look.width_of(longest, size, is_bold=is_bold) <= width
            if fits_across and self.height_of(text, width, size, is_bold=is_bold) <= height:
                return size
        fits_broken = (size for size in sizes if self.height_of(text, width, size, is_bold=is_bold) <= height)
        return min(fits_broken, default=LEAST)

    def height_of(self, text: str, width: float, size: int, *, is_bold: bool = False) -> float:
        """How high the words are in lines of this width."""
        return self._laid_out(text, width, size, is_bold=is_bold)[1]

    def at_sense(self, sentence: str, width: float, size: int, *, is_bold: bool) -> str:
        """A sentence with its lines broken at sense."""
        lines = lines_at_sense(sentence, width, lambda line: self.look.width_of(line, size, is_bold=is_bold))
        return "\n".join(lines)

    # Other parts

    def picture(self, source: bytes | None, x: float, y: float, side: float, says: str = "") -> bool:
        """Draw a picture in a square, if there is one; says whether there was."""
        if source is not None:
            self.parts.append(PicturePart(source=source, area=self._area(x, y, side, side), says=says))
        return source is not None

    def icon(self, icon: Icon, x: float, y: float, side: float, colour: str = "primary") -> None:
        """Draw a sign."""
        self.parts.append(IconPart(icon=icon, area=self._area(x, y, side, side), colour=colour))

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str = "surface", edge: str = "hair"
    ) -> None:
        """Draw a card or a band."""
        unit = self.look.unit
        area = self._area(x, y, width, height)
        self.parts.append(BoxPart(area=area, radius=36 * unit, fill=fill, edge=edge, edge_width=3 * unit))

    def line(self, x: float, y: float, width: float) -> None:
        """Draw a line between two matters."""
        self.parts.append(LinePart(area=self._area(x, y, width, 3)))

    def ring(
        self, x: float, y: float, side: float, share: float, *, nearly: float = 0.0, is_paused: bool = False
    ) -> None:
        """Draw time as a shape."""
        area = self._area(x, y, side, side)
        self.parts.append(RingPart(area=area, share=share, nearly=nearly, is_paused=is_paused))

    def mark(self, mark: Mark, x: float, y: float, side: float) -> None:
        """Draw the mark of a perspective."""
        self.parts.append(MarkPart(mark=mark, area=self._area(x, y, side, side)))

    def answer(self, answer: CheckOutAnswer, x: float, y: float, high: float, colour: str) -> float:
        """Draw the thumb and the circle of an answer; gives where they end."""
        wide = high * WIDTH_PART
        self.parts.append(AnswerPart(answer=answer, area=self._area(x, y, wide, high), colour=colour))
        return x + wide

    def bar(
        self, mark: Mark, x: float, y: float, width: float, height: float, share: float, *, is_hatched: bool = False
    ) -> None:
        """Draw a part of a whole."""
        area = self._area(x, y, width, height)
        self.parts.append(BarPart(mark=mark, area=area, share=share, is_hatched=is_hatched))

    # Inner work

    def _area(self, x: float, y: float, width: float, height: float) -> QRectF:
        unit = self.look.unit
        return QRectF(x * unit, y * unit, width * unit, height * unit)

    def _laid_out(
        self, text: str, width: float, size: int, *, is_bold: bool, is_centred: bool = False
    ) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text.replace("\n", "\u2028"), self.look.font(size, is_bold=is_bold))
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        step = ceil(size * _SPACING * self.look.unit)
        y = 0.0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1.0, width * self.look.unit))
            high = max(step, line.height()) if line.height() > _TALL * size * self.look.unit else step
            line.setPosition(QPointF(0, y + (high - line.height()) / 2))
            y += high
            line = layout.createLine()
        layout.endLayout()
        return layout, max(step, y) / self.look.unit

    def _start_of(self, text: str, width: float, height: float, size: int, *, is_bold: bool) -> str:
        """As many whole words as there is room for, and dots."""
        words = text.split()
        least, most = 1, len(words)
        while least < most:
            middle = (least + most + 1) // 2
            told = " ".join(words[:middle]) + " ..."
            if self.height_of(told, width, size, is_bold=is_bold) <= height:
                least = middle
            else:
                most = middle - 1
        return " ".join(words[:least]) + " ..."
