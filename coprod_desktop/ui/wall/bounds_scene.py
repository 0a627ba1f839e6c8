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
_TOP = BODY + 118
"""Where the lines begin, under the heading."""
_BOTTOM = 60
_SIZES = (68, 60, 54, 50, LEAST)
_NOTE_SIZES = (54, 50, LEAST)
_MORE_HIGH = 64
_GAP_ABOVE = 24


class _Line(NamedTuple):
    """One thing in bold, and below it in fewer words how open it is or who fixed it."""

    words: str
    note: str


class _Card(NamedTuple):
    """Where a card stands, and how large its bold words are."""

    x: float
    wide: float
    bottom: float
    size: int


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
    bottom = _put_reasons(
        sheet, told, bounds, max(_needs(sheet, lines, wide, LEAST) for _icon, _heading, lines in shown)
    )
    size = min(_size_for(sheet, lines, wide, bottom) for _icon, _heading, lines in shown)
    for place, (icon, heading, lines) in enumerate(shown):
        card = _Card(x=EDGE + place * (wide + _GAP), wide=wide, bottom=bottom, size=size)
        _put_card(sheet, told, card, icon, heading, lines)


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


def _put_reasons(sheet: Sheet, told: Told, bounds: Bounds, needed: float) -> float:
    """Why now and what is hoped for, in a band under the cards; gives where the cards end.

    The organisation's reasons never take the place of a line: they are only there if all lines still have room.
    """
    why, hopes = told.tr("Why now: {words}"), told.tr("They hope for this: {words}")
    said = ((why, bounds.why_now), (hopes, bounds.hoped_gain))
    reasons = "\n".join(words.format(words=" ".join(reason.split())) for words, reason in said if reason)
    end = sheet.height - _BOTTOM
    high = sheet.height_of(reasons, sheet.inside - 2 * _INSIDE, LEAST) + 36
    if not reasons or end - high - _GAP_ABOVE - 20 - _TOP < needed:
        return end
    sheet.box(EDGE, end - high, sheet.inside, high, fill="sunken")
    sheet.words(reasons, EDGE + _INSIDE, end - high + 18, sheet.inside - 2 * _INSIDE, size=LEAST)
    return end - high - _GAP_ABOVE


def _size_for(sheet: Sheet, lines: Sequence[_Line], wide: float, bottom: float) -> int:
    """The largest letters at which all lines fit; else the smallest, and the last lines are counted."""
    for size in _SIZES:
        if _needs(sheet, lines, wide, size) <= bottom - 20 - _TOP:
            return size
    return LEAST


def _needs(sheet: Sheet, lines: Sequence[_Line], wide: float, size: int) -> float:
    """How high all lines are together."""
    return sum(_height(sheet, line, wide, size) + _BETWEEN for line in lines) - _BETWEEN


def _height(sheet: Sheet, line: _Line, wide: float, size: int) -> float:
    width = wide - 2 * _INSIDE
    note = sheet.height_of(line.note, width, _note_size(size)) if line.note else 0
    return sheet.height_of(line.words, width, size, is_bold=True) + note


def _note_size(size: int) -> int:
    """The smaller words grow with the bold ones."""
    return max(LEAST, min(_NOTE_SIZES[0], size - 14))


def _put_card(sheet: Sheet, told: Told, card: _Card, icon: Icon, heading: str, lines: Sequence[_Line]) -> None:
    sheet.box(card.x, BODY - 20, card.wide, card.bottom - BODY + 20)
    left, width = card.x + _INSIDE, card.wide - 2 * _INSIDE
    sheet.icon(icon, left, BODY + 16, 60)
    sheet.fitted(heading, left + 84, BODY + 8, width - 84, 80, sizes=(60, 54, LEAST), colour="primary")
    y, end = float(_TOP), card.bottom - 20
    shown = _how_many(sheet, lines, card)
    for line in lines[:shown]:
        room = end - y - (_MORE_HIGH if shown < len(lines) else 0)
        y = _put_line(sheet, line, left, y, width, room, card.size) + _BETWEEN
    if shown < len(lines):
        more = len(lines) - shown
        words = told.tr("and 1 more") if more == 1 else told.tr("and {count} more").format(count=more)
        sheet.words(words, left, end - _MORE_HIGH, width, size=LEAST, is_bold=True, colour="muted")


def _how_many(sheet: Sheet, lines: Sequence[_Line], card: _Card) -> int:
    """How many lines there is room for, with "and 3 more" below them if they are not all; never none."""
    heights = [_height(sheet, line, card.wide, card.size) + _BETWEEN for line in lines]
    room = card.bottom - 20 - _TOP
    if sum(heights) - _BETWEEN <= room:
        return len(lines)
    count, used = 0, 0.0
    while count < len(lines) - 1 and used + heights[count] <= room - _MORE_HIGH:
        used, count = used + heights[count], count + 1
    return max(1, count)


def _put_line(sheet: Sheet, line: _Line, x: float, y: float, width: float, room: float, size: int) -> float:
    """One line; where there is no room for both, the smaller words give way to the bold ones."""
    sizes = tuple(one for one in _SIZES if one <= size)
    y = sheet.fitted(line.words, x, y, width, room, sizes=sizes)
    left = room - sheet.height_of(line.words, width, size, is_bold=True)
    if line.note and left >= LEAST * 1.3:
        sizes = (_note_size(size), LEAST)
        y = sheet.fitted(line.note, x, y, width, left, sizes=sizes, is_bold=False, colour="muted")
    return y
