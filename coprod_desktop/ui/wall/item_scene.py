"""What we talk about: the picture, the title, whose idea it was, how open it is and what is fixed; or who is asked."""

from coprod_desktop.domain.floor import to_ask_in_round
from coprod_desktop.domain.meeting_state import AgendaItem
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.wall.page import BODY, LEAD_SIZES, item_words, put_top, put_waiting, short_place
from coprod_desktop.ui.wall.sheet import EDGE, MESSAGE_SIZES, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.wall.turn_scene import put_conversation
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.wording import words_for

_MOST_FACT = 240.0
"""The most room for one fact."""


def put_item(sheet: Sheet, told: Told) -> None:
    """The item that is open; while people are asked in turn, or two talk, who comes next."""
    item = told.state.current_item
    if told.state.room.conversation is not None:
        put_top(sheet, told, item_words(told))
        put_conversation(sheet, told)
    elif told.state.room.go_round is not None:
        put_go_round(sheet, told)
    elif item is not None:
        put_top(sheet, told, short_place(told))
        _put_item(sheet, told, item)


def put_go_round(sheet: Sheet, told: Told) -> None:
    """We ask everybody in turn: who is next, and who comes then."""
    put_top(sheet, told, item_words(told))
    asked = to_ask_in_round(told.state)
    y = sheet.words(
        told.tr("We ask everybody in turn"), EDGE, BODY, sheet.inside, size=60, is_bold=True, colour="primary"
    )
    room = sheet.height - y - 170
    if not asked:
        words = told.tr("Everybody was asked. Does anybody want to add something?")
        sheet.fitted(words, EDGE, y + 60, sheet.inside, room - 60)
        put_waiting(sheet, told)
        return
    then_words = told.tr("Then: {name}").format(name=told.name(asked[1])) if len(asked) > 1 else ""
    then_size = sheet.size_for(then_words, sheet.inside, 220, LEAD_SIZES, is_bold=False)
    then_high = sheet.height_of(then_words, sheet.inside, then_size) + 90 if then_words else 0
    name = told.name(asked[0])
    name_room = room - 90 - then_high
    size = sheet.size_for(name, sheet.inside, name_room, MESSAGE_SIZES, is_bold=True)
    name_high = min(name_room, sheet.height_of(name, sheet.inside, size, is_bold=True))
    y += max(40.0, (room - 90 - then_high - name_high) / 2)
    y = sheet.words(told.tr("Next"), EDGE, y, sheet.inside, size=56, colour="muted") + 10
    y = sheet.fitted(name, EDGE, y, sheet.inside, name_room, sizes=(size,)) + 40
    if then_words:
        sheet.line(EDGE, y, sheet.inside)
        sheet.fitted(then_words, EDGE, y + 36, sheet.inside, 221, sizes=(then_size,), is_bold=False, colour="muted")
    put_waiting(sheet, told)


def _put_item(sheet: Sheet, told: Told, item: AgendaItem) -> None:
    high = sheet.height - BODY - (176 if told.state.room.is_waiting_for_everyone else 70)
    sheet.box(EDGE, BODY, sheet.inside, high)
    facts = _facts(told, item)
    title = shown_words(item.details.title)
    picture, says = told.picture(item.details.picture)
    side = min(420.0, sheet.width * 0.23)
    left, width = EDGE + 70.0, sheet.inside - 140
    if picture is not None and _fits(sheet, title, facts, width - side - 80, high - 100):
        sheet.picture(picture, left, BODY + (high - side) / 2, side, says)
        left, width = left + side + 80, width - side - 80
    facts_high = _facts_height(sheet, facts, width)
    room = high - 100 - facts_high
    size = sheet.size_for(title, width, room, (*MESSAGE_SIZES[3:], 60, 52, 46), is_bold=True)
    used = min(room, sheet.height_of(title, width, size, is_bold=True)) + facts_high
    y = BODY + 50 + max(0.0, (high - 100 - used) / 2)
    y = sheet.fitted(title, left, y, width, room, sizes=(size,)) + 30
    sheet.line(left, y, width)
    y += 30
    for icon, words in facts:
        sheet.icon(icon, left, y + 4, 56)
        sheet.fitted(words, left + 84, y, width - 84, _MOST_FACT, sizes=(50, 46), is_bold=False)
        y += _fact_height(sheet, words, width)
    put_waiting(sheet, told)


def _fits(sheet: Sheet, title: str, facts: list[tuple[Icon, str]], width: float, room: float) -> bool:
    """Whether all words have room beside the picture; words come before it."""
    high = sheet.height_of(title, width, 46, is_bold=True) + _facts_height(sheet, facts, width)
    whole = all(sheet.height_of(words, width - 84, 46) <= _MOST_FACT for _icon, words in facts)
    return whole and high <= room


def _facts_height(sheet: Sheet, facts: list[tuple[Icon, str]], width: float) -> float:
    return sum(_fact_height(sheet, words, width) for _icon, words in facts) + 60


def _facts(told: Told, item: AgendaItem) -> list[tuple[Icon, str]]:
    details = item.details
    facts = [
        (Icon.IDEA, told.tr("Idea from: {who}").format(who=told.proposer(details.proposer))),
        (Icon.DECISIONS, words_for(details.how_open)),
    ]
    if details.may_be_hard:
        facts.append((Icon.STEP_OUT, told.tr("This may be hard. Anybody can step out.")))
    if details.fixed:
        facts.append((Icon.FIXED, told.tr("This is fixed: {what}").format(what=details.fixed)))
    return facts


def _fact_height(sheet: Sheet, words: str, width: float) -> float:
    size = sheet.size_for(words, width - 84, _MOST_FACT, (50, 46), is_bold=False)
    return min(_MOST_FACT, sheet.height_of(words, width - 84, size)) + 22
