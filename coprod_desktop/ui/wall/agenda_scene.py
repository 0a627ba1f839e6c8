"""The agenda: numbered items with picture and proposer, as many as are legible, the one we are on first."""

from collections.abc import Sequence

from coprod_desktop.domain.agenda import items_to_come
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting_state import AgendaItem
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.wall.page import BODY, put_message, put_top
from coprod_desktop.ui.wall.sheet import EDGE, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.widgets.shown_words import shown_words

_GAP = 20
_PICTURE = 112
_NUMBER = 110
_MOST_HIGH = 560
"""No item takes more room than this, however long its words are."""

_MORE_HIGH = 76
_SIZES = (56, 46)
"""Titles are smaller where only a few items would fit."""

_MOST_WANTED = 4


def put_agenda(sheet: Sheet, told: Told) -> None:
    """What we talk about now and next."""
    put_top(sheet, told, told.tr("What we talk about"))
    coming = items_to_come(told.state)
    if not coming:
        is_empty = not told.state.listed_items
        message = (
            told.tr("What do you want to talk about?") if is_empty else told.tr("We have talked about everything.")
        )
        put_message(sheet, message)
        return
    room = sheet.height - BODY - 60
    heights = _heights(sheet, told, coming, _SIZES[0])
    if _how_many(heights, room) < min(_MOST_WANTED, len(coming)):
        heights = _heights(sheet, told, coming, _SIZES[1])
    shown = _how_many(heights, room)
    y = float(BODY - 10)
    for item, high in zip(coming[:shown], heights[:shown], strict=True):
        _put_row(sheet, told, item, y, high)
        y += high + _GAP
    if shown < len(coming):
        left = len(coming) - shown
        words = told.tr("and 1 more") if left == 1 else told.tr("and {count} more").format(count=left)
        sheet.words(words, EDGE + 40, y + 6, sheet.inside, size=50, is_bold=True, colour="muted")


def _how_many(heights: list[float], room: float) -> int:
    """How many rows there is room for, and room for "and 3 more" under them if they are not all."""
    if sum(heights) + _GAP * (len(heights) - 1) <= room:
        return len(heights)
    used, count = 0.0, 0
    for high in heights:
        if used + high + _GAP > room - _MORE_HIGH:
            break
        used, count = used + high + _GAP, count + 1
    return max(1, count)


def _words_left(told: Told, item: AgendaItem) -> float:
    has_picture = told.picture(item.details.picture)[0] is not None
    return EDGE + 40 + _NUMBER + (_PICTURE + 36 if has_picture else 0)


def _heights(sheet: Sheet, told: Told, items: Sequence[AgendaItem], size: int) -> list[float]:
    return [min(_MOST_HIGH, _row_height(sheet, told, item, size)) for item in items]


def _row_height(sheet: Sheet, told: Told, item: AgendaItem, size: int) -> float:
    width = sheet.width - EDGE - 40 - _words_left(told, item)
    title = sheet.height_of(shown_words(item.details.title), width, size, is_bold=True)
    return max(_PICTURE + 24, title + sheet.height_of(_who(told, item), width, 46) + 40)


def _who(told: Told, item: AgendaItem) -> str:
    return told.tr("Idea from: {who}").format(who=told.proposer(item.details.proposer))


def _put_row(sheet: Sheet, told: Told, item: AgendaItem, y: float, high: float) -> None:
    is_now = item.state is ItemState.NOW
    sheet.box(EDGE, y, sheet.inside, high, fill="soft" if is_now else "surface", edge="primary" if is_now else "hair")
    number_width = _NUMBER + 30
    sheet.words(
        str(told.number(item)), EDGE + 36, y + (high - 84) / 2, number_width, size=68, is_bold=True, colour="primary"
    )
    picture, says = told.picture(item.details.picture)
    sheet.picture(picture, EDGE + 40 + _NUMBER, y + (high - _PICTURE) / 2, _PICTURE, says)
    left = _words_left(told, item)
    width = sheet.width - EDGE - 40 - left
    who_high = min(sheet.height_of(_who(told, item), width, 46), 300.0)
    title_high = min(sheet.height_of(shown_words(item.details.title), width, 56, is_bold=True), high - 40 - who_high)
    top = y + (high - title_high - who_high) / 2
    bottom = sheet.fitted(shown_words(item.details.title), left, top, width, title_high + 1, sizes=(56, 50, 46))
    sheet.fitted(_who(told, item), left, bottom, width, who_high + 1, sizes=(46,), is_bold=False, colour="muted")
    if is_now:
        sheet.icon(Icon.START, EDGE + sheet.inside - 88, y + (high - 52) / 2, 52)
