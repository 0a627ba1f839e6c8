"""The words and pictures of a row, drawn in one piece: number, picture, first line, second line, right."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.painting import rounded_box
from coprod_desktop.ui.widgets.person_mark import paint_person_mark
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out, least_width, natural_width

_GAP = 14
_RIGHT_GAP = 16
_NOTE_ICON = 20
_DARK_BELOW = 128
_WARM = "on_warm"
_WARM_RIM = 6


class RowWords(NamedTuple):
    """What a row says and shows. Only the title must be there."""

    title: str
    note: str = ""
    right: str = ""
    badge: str = ""  # a filled sign at the right, such as "Next"
    number: str = ""
    is_number_circled: bool = False
    picture: Path | bytes | None = None  # an SVG or PNG file, or its bytes
    initials: str = ""
    icon: Icon | None = None
    note_icon: Icon | None = None
    note_colour: str = "muted"
    is_title_bold: bool = True
    label: str = ""  # a small line above the first one, such as a day

    def spoken(self) -> str:
        """Everything that the row says, in one line for a screen reader."""
        parts = (self.number, self.label, self.title, self.note, self.right, self.badge)
        told = [part.replace("\n", " ").rstrip(".") for part in parts if part]
        ended = [part if part.endswith(("?", "!")) else f"{part}." for part in told[:-1]]
        return " ".join((*ended, *told[-1:]))


class RowFace:
    """Measures and draws the words of a row. Made anew when words or theme change."""

    def __init__(self, theme: Theme, words: RowWords, *, side: int = 16, is_flat: bool = False, rim: int = 8) -> None:
        """`rim` is the free room above and below the words of a flat row."""
        self._theme = theme
        self._words = words
        self._side = theme.px(side)
        self._rim = theme.px(rim if is_flat else 12)
        self._least = theme.px(56 if is_flat else 74)
        self._title_style = TextStyle.ROW if words.is_title_bold and not is_flat else TextStyle.STRONG
        if not words.is_title_bold:
            self._title_style = TextStyle.BODY
        self.words_x = self._side + sum(width + theme.px(_GAP) for width in self._lead_widths())

    def height(self, width: int) -> int:
        """How high the row is at this width."""
        title, note = self._blocks(width)
        return max(self._least, self._words_height(title, note, width) + 2 * self._rim)

    def natural_width(self) -> int:
        """How wide the row is when nothing is broken."""
        label = natural_width(self._theme, self._words.label, TextStyle.NOTE) if self._words.label else 0
        title = max(label, natural_width(self._theme, self._words.title, self._title_style))
        note = self._note_indent() + natural_width(self._theme, self._words.note, TextStyle.NOTE)
        return self.words_x + max(title, note) + self._right_width() + self._side

    def least_width(self) -> int:
        """The narrowest the row can be."""
        title = least_width(self._theme, self._words.title, self._title_style)
        note = self._note_indent() + least_width(self._theme, self._words.note, TextStyle.NOTE)
        return self.words_x + max(title, note) + self._right_width() + self._side

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the row into its box."""
        colours, px = self._theme.colours, self._theme.px
        title, note = self._blocks(round(area.width()))
        y = area.y() + (area.height() - self._words_height(title, note, round(area.width()))) / 2
        x = area.x() + self.words_x
        self._paint_lead(painter, area)
        label = self._label(round(area.width()))
        if label is not None:
            label.draw(painter, x, y, colours.muted)
            y += label.height
        title.draw(painter, x, y, colours.text)
        if note is not None:
            self._paint_note(painter, note, x, y + title.height + px(2))
        self._paint_right(painter, area)

    def _words_height(self, title: TextBlock, note: TextBlock | None, width: int) -> int:
        label = self._label(width)
        above = label.height if label is not None else 0
        return above + title.height + (note.height + self._theme.px(2) if note else 0)

    def _label(self, width: int) -> TextBlock | None:
        words = self._words.label
        return lay_out(self._theme, words, TextStyle.NOTE, self._room(width)) if words else None

    def _room(self, width: int) -> int:
        return width - self.words_x - self._side - self._right_width()

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock | None]:
        room = self._room(width)
        title = lay_out(self._theme, self._words.title, self._title_style, room)
        if not self._words.note:
            return title, None
        rim = self._theme.px(_WARM_RIM) if self._words.note_colour == _WARM else 0
        note_room = room - self._note_indent() - rim
        return title, lay_out(self._theme, self._words.note, TextStyle.NOTE, note_room)

    def _paint_note(self, painter: QPainter, note: TextBlock, x: float, y: float) -> None:
        colour: QColor = getattr(self._theme.colours, self._words.note_colour)
        if self._words.note_colour == _WARM:
            self._paint_warm(painter, QRectF(x, y, self._note_width(note), note.height))
        if self._words.note_icon is not None:
            side = self._theme.px(_NOTE_ICON)
            icon_y = y + (note.line_height - side) / 2
            self._theme.paint_icon(painter, self._words.note_icon, QRectF(x, icon_y, side, side), colour)
        note.draw(painter, x + self._note_indent(), y, colour)

    def _paint_warm(self, painter: QPainter, words: QRectF) -> None:
        """Pale yellow under a second line that says "look here"; its rim lies outside the words."""
        theme, colours = self._theme, self._theme.colours
        rim = theme.px(_WARM_RIM)
        box = words.adjusted(-rim, 0, rim, 0)
        rounded_box(painter, box, theme.px(8), colours.warm, colours.wind_line, 1.5 * theme.unit)

    def _note_width(self, note: TextBlock) -> float:
        """How broad the second line is, with its sign."""
        natural = natural_width(self._theme, self._words.note, TextStyle.NOTE)
        return self._note_indent() + min(natural, note.width)

    def _note_indent(self) -> int:
        return self._theme.px(_NOTE_ICON) + self._theme.px(6) if self._words.note_icon is not None else 0

    # The number, picture, initials or icon before the words

    def _lead_widths(self) -> list[int]:
        words, px = self._words, self._theme.px
        widths = []
        if words.number and words.is_number_circled:
            widths.append(max(px(38), self._number_width() + px(14)))
        elif words.number:
            widths.append(max(px(18), self._number_width()))
        if words.picture is not None:
            widths.append(px(48))
        if words.initials:
            widths.append(px(40))
        if words.icon is not None:
            widths.append(px(44))
        return widths

    def _number_width(self) -> int:
        return natural_width(self._theme, self._words.number, TextStyle.ROW)

    def _paint_lead(self, painter: QPainter, area: QRectF) -> None:
        theme, words, x = self._theme, self._words, area.x() + self._side
        middle = area.y() + area.height() / 2
        slots = []
        for width in self._lead_widths():
            slots.append(QRectF(round(x), round(middle - width / 2), width, width))
            x += width + theme.px(_GAP)
        if words.number:
            self._paint_number(painter, slots.pop(0))
        if words.picture is not None:
            self._paint_picture(painter, words.picture, slots.pop(0))
        if words.initials:
            paint_person_mark(painter, theme, slots.pop(0), words.initials)
        if words.icon is not None:
            slot = slots.pop(0)
            rounded_box(painter, slot, theme.px(10), theme.colours.soft)
            inset = theme.px(10)
            theme.paint_icon(painter, words.icon, slot.adjusted(inset, inset, -inset, -inset), theme.colours.primary)

    def _paint_number(self, painter: QPainter, slot: QRectF) -> None:
        colours = self._theme.colours
        if self._words.is_number_circled:
            is_next = bool(self._words.badge)
            fill = colours.primary if is_next else None
            radius = slot.height() / 2
            rounded_box(painter, slot, radius, fill, colours.primary, 2 * self._theme.unit)
            painter.setPen(colours.on_primary if is_next else colours.primary)
            painter.setFont(self._theme.font(TextStyle.STRONG))
        else:
            painter.setPen(colours.primary)
            painter.setFont(self._theme.font(TextStyle.ROW))
        box = slot.adjusted(0, -slot.height(), 0, slot.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words.number)

    def _paint_picture(self, painter: QPainter, source: Path | bytes, slot: QRectF) -> None:
        ratio = painter.device().devicePixelRatioF()
        side = slot.width()
        if self._theme.colours.surface.lightness() < _DARK_BELOW:
            # The outlines of the pictures are black, so on a dark surface they stand on white.
            rounded_box(painter, slot, self._theme.px(8), QColor(Qt.GlobalColor.white))
            side *= 0.84
        pixmap = self._theme.picture(source, round(side), ratio)
        size = pixmap.deviceIndependentSize()
        x = slot.x() + (slot.width() - size.width()) / 2
        y = slot.y() + (slot.height() - size.height()) / 2
        painter.drawPixmap(round(x), round(y), pixmap)

    # The words or the sign at the right

    def _right_width(self) -> int:
        width = 0
        if self._words.right:
            width += natural_width(self._theme, self._words.right, TextStyle.STRONG)
        if self._words.badge:
            width += self._badge_width() + (self._theme.px(10) if self._words.right else 0)
        return width + self._theme.px(_RIGHT_GAP) if width else 0

    def _badge_width(self) -> int:
        return natural_width(self._theme, self._words.badge, TextStyle.SMALL_STRONG) + self._theme.px(26)

    def _paint_right(self, painter: QPainter, area: QRectF) -> None:
        theme, words = self._theme, self._words
        right = area.right() - self._side
        if words.badge:
            width, height = self._badge_width(), theme.px(30)
            box = QRectF(right - width, area.y() + (area.height() - height) / 2, width, height)
            rounded_box(painter, box, height / 2, theme.colours.primary)
            painter.setPen(theme.colours.on_primary)
            painter.setFont(theme.font(TextStyle.SMALL_STRONG))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.badge)
            right = box.left() - theme.px(10)
        if words.right:
            painter.setPen(theme.colours.text)
            painter.setFont(theme.font(TextStyle.STRONG))
            box = QRectF(area.x(), area.y(), right - area.x(), area.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.right)
