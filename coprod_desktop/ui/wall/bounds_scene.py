"""What is open, and how open it is, beside what is fixed and by whom: two cards of the same size (R05)."""

from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.domain.meeting import Bounds, FixedBound
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.wall.page import BODY, put_message, put_top
from coprod_desktop.ui.wall.sheet import EDGE, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.wall.wall_look import LEAST
from coprod_desktop.ui.wording import words_for

_GAP, _INSIDE, _BETWEEN = 36, 44, 22
_HEAD = 118
_BOTTOM = 60
_SIZES = (54, 50, LEAST)
_MORE_HIGH = 64


class _Line(NamedTuple):
    """One thing in bold, and below it in fewer words how open it is or who fixed it."""

    words: str
    note: str


def put_bounds(sheet: Sheet, told: Told) -> None:
    """Side by side, with room for as many lines as can be read at the back."""
    put_top(sheet, told, told.tr("What is open, and what is fixed"))
    bounds = told.state.bounds
    cards = [
        (Icon.UNLOCK, told.tr("What is open"), _open_lines(bounds)),
        (Icon.FIXED, told.tr("What is fixed"), _fixed_lines(told, bounds)),
    ]
    shown = [card for card in cards if card[2]]
    if not shown:
        put_message(sheet, told.tr("Nothing is written here yet"), told.tr("What can we change? What is fixed?"))
        return
    wide = (sheet.inside - _GAP * (len(shown) - 1)) / len(shown)
    size = min(_size_for(sheet, lines, wide) for _icon, _heading, lines in shown)
    for place, (icon, heading, lines) in enumerate(shown):
        _put_card(sheet, told, EDGE + place * (wide + _GAP), wide, icon, heading, lines, size)


def _open_lines(bounds: Bounds) -> list[_Line]:
    return [_Line(words, words_for(how_open) if how_open else "") for words, how_open in bounds.open_lines]


def _fixed_lines(told: Told, bounds: Bounds) -> list[_Line]:
    """What is fixed, then what people will not give up, which nobody else may put on the table either."""
    kept = told.tr("People who use the service will not give this up")
    firm = [_Line(words, kept) for words in bounds.not_given_up]
    return [*(_Line(one.what, _who_and_why(told, one)) for one in bounds.fixed), *firm]


def _who_and_why(told: Told, fixed: FixedBound) -> str:
    who = told.tr("Fixed by: {who}").format(who=fixed.by_whom.rstrip(".")) if fixed.by_whom else ""
    return ". ".join(part for part in (who, fixed.why) if part)


def _room(sheet: Sheet) -> float:
    """The height for the lines of a card."""
    return sheet.height - BODY - _BOTTOM - _HEAD - 20


def _size_for(sheet: Sheet, lines: Sequence[_Line], wide: float) -> int:
    """The largest letters at which all lines fit; else the smallest, and the last lines are counted."""
    for size in _SIZES:
        high = sum(_height(sheet, line, wide, size) + _BETWEEN for line in lines)
        if high - _BETWEEN <= _room(sheet):
            return size
    return LEAST


def _height(sheet: Sheet, line: _Line, wide: float, size: int) -> float:
    width = wide - 2 * _INSIDE
    note = sheet.height_of(line.note, width, LEAST) if line.note else 0
    return sheet.height_of(line.words, width, size, is_bold=True) + note


def _put_card(
    sheet: Sheet, told: Told, x: float, wide: float, icon: Icon, heading: str, lines: Sequence[_Line], size: int
) -> None:
    sheet.box(x, BODY - 20, wide, sheet.height - BODY - _BOTTOM + 20)
    sheet.icon(icon, x + _INSIDE, BODY + 16, 60)
    width = wide - 2 * _INSIDE
    sheet.fitted(heading, x + _INSIDE + 84, BODY + 8, width - 84, 80, sizes=(60, 54, LEAST), colour="primary")
    y, end = float(BODY + _HEAD), sheet.height - _BOTTOM - 20
    shown = _how_many(sheet, lines, wide, size)
    for line in lines[:shown]:
        room = end - y - (_MORE_HIGH if shown < len(lines) else 0)
        y = _put_line(sheet, line, x + _INSIDE, y, width, room, size) + _BETWEEN
    if shown < len(lines):
        left = len(lines) - shown
        words = told.tr("and 1 more") if left == 1 else told.tr("and {count} more").format(count=left)
        sheet.words(words, x + _INSIDE, end - _MORE_HIGH, width, size=LEAST, is_bold=True, colour="muted")


def _how_many(sheet: Sheet, lines: Sequence[_Line], wide: float, size: int) -> int:
    """How many lines there is room for, with "and 3 more" below them if they are not all; never none."""
    heights = [_height(sheet, line, wide, size) + _BETWEEN for line in lines]
    if sum(heights) - _BETWEEN <= _room(sheet):
        return len(lines)
    count, used = 0, 0.0
    while count < len(lines) - 1 and used + heights[count] <= _room(sheet) - _MORE_HIGH:
        used, count = used + heights[count], count + 1
    return max(1, count)


def _put_line(sheet: Sheet, line: _Line, x: float, y: float, width: float, room: float, size: int) -> float:
    """One line; the smaller words give way before the bold ones do."""
    sizes = tuple(one for one in _SIZES if one <= size)
    y = sheet.fitted(line.words, x, y, width, room, sizes=sizes)
    left = room - sheet.height_of(line.words, width, size, is_bold=True)
    if line.note and left >= LEAST * 1.3:
        y = sheet.fitted(line.note, x, y, width, left, sizes=(LEAST,), is_bold=False, colour="muted")
    return y
