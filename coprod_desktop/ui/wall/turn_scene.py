"""Whose turn it is: a ring that empties round the picture of the item, the name, and the time in calm words."""

from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.meeting_state import Turn
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.wall.page import BODY, LEAD_SIZES, item_words, put_top, put_waiting
from coprod_desktop.ui.wall.parts import INK
from coprod_desktop.ui.wall.sheet import EDGE, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.wording import joined

_NAME_SIZES = (150, 130, 112, 96, 84, 72, 68, 60, 52, 46)

_PAIR_FROM, _PICTURE_OVER_FACE, _BETWEEN_THEM, _FACE_UNDER_PICTURE = 0.18, 0.36, 0.02, 0.26
"""The picture of the item over the face of who has the turn, both inside the ring, as shares of its side."""


def put_turn(sheet: Sheet, told: Told) -> None:
    """The turn that runs or is held."""
    turn = told.state.current_turn
    if turn is None:
        return
    put_top(sheet, told, item_words(told))
    if turn.conversation_id:
        put_conversation(sheet, told)
        return
    _put_shape(sheet, told, turn)
    _put_words(sheet, told, turn)


def time_words(told: Told, turn: Turn) -> str:
    """How much is left, without figures; calm words while the turn is held; nothing where there is no clock."""
    if turn.pause_reason is PauseReason.THINKING and turn.is_paused:
        return told.tr("Time to think. There is no hurry.")
    if told.is_held:
        return told.tr("We wait. The turn is kept.")
    share = told.share_left(turn)
    if share is None:
        return ""
    if share <= 0:
        return told.tr("Time is up")
    if share > 0.5:
        return told.tr("More than half is left")
    return told.tr("Less than half is left") if share > 0.25 else told.tr("A little is left")


def is_nearly(told: Told, turn: Turn) -> bool:
    """Whether the turn is nearly over, so that the speaker can see it coming."""
    share = told.share_left(turn)
    return share is not None and 0 < share <= told.state.room.nearly_share


def _ring_side(sheet: Sheet) -> float:
    return min(764.0, sheet.width * 0.43)


def _put_shape(sheet: Sheet, told: Told, turn: Turn) -> None:
    """The ring with the picture in it; without a clock a plain card with the picture."""
    side = _ring_side(sheet)
    x, y = EDGE + 6, BODY + (sheet.height - BODY - 130 - side) / 2 + 6
    share = told.share_left(turn)
    item = told.state.current_item
    picture, says = told.picture(item.details.picture) if item is not None else (None, "")
    face, face_says = told.face(turn.person_id)
    if picture is None:
        picture, says, face = face, face_says, None
    if share is not None:
        sheet.ring(x, y, side, share, nearly=told.state.room.nearly_share, is_paused=told.is_held)
    elif picture is not None:
        sheet.box(x, y, side, side)
    if face is not None:
        top, middle = y + side * _PAIR_FROM, x + side / 2
        for drawing, what, share_of in ((picture, says, _PICTURE_OVER_FACE), (face, face_says, _FACE_UNDER_PICTURE)):
            sheet.picture(drawing, middle - side * share_of / 2, top, side * share_of, what)
            top += side * (share_of + _BETWEEN_THEM)
        return
    inner = side * (0.52 if share is not None else 0.7)
    if not sheet.picture(picture, x + (side - inner) / 2, y + (side - inner) / 2, inner, says):
        colour = INK if share is not None else "primary"
        sheet.icon(Icon.PERSON, x + (side - inner) / 2, y + (side - inner) / 2, inner, colour)


def _put_words(sheet: Sheet, told: Told, turn: Turn) -> None:
    left = EDGE + _ring_side(sheet) + 90
    width = sheet.width - EDGE - left
    who, next_words = _who_words(told, turn), _next_words(told)
    next_size = sheet.size_for(next_words, width, 190, LEAD_SIZES, is_bold=True) if next_words else 0
    next_high = sheet.height_of(next_words, width, next_size, is_bold=True) + 50 if next_words else 0
    now = time_words(told, turn)
    now_size = sheet.size_for(now, width, 150, LEAD_SIZES, is_bold=False) if now else 0
    now_high = sheet.height_of(now, width, now_size) + 30 if now else 0
    band = 120 if is_nearly(told, turn) and not told.is_held else 0
    foot = 130 if told.state.room.is_waiting_for_everyone else 60
    room = sheet.height - BODY - foot - 70 - next_high - now_high - band
    name_size = sheet.size_for(who, width, room, _NAME_SIZES, is_bold=True)
    name_high = min(room, sheet.height_of(who, width, name_size, is_bold=True))
    y = BODY + max(0.0, (room - name_high) / 2)
    y = _put_label(sheet, told, turn, left, y, width)
    y = sheet.fitted(who, left, y, width, room, sizes=_NAME_SIZES)
    if now:
        y = sheet.words(now, left, y + 30, width, size=now_size)
    if band:
        _put_band(sheet, told, turn, left, y + 24, width)
        y += band
    if next_words:
        sheet.line(left, y + 24, width)
        sheet.words(next_words, left, y + 50, width, size=next_size, is_bold=True, colour="muted")
    put_waiting(sheet, told)


def _put_label(sheet: Sheet, told: Told, turn: Turn, x: float, y: float, width: float) -> float:
    kept = told.state.turns.get(turn.adds_to) if turn.adds_to else None
    words = told.tr("Now it is the turn of")
    if kept is not None:
        words = told.tr("Adds to the turn of {name}").format(name=told.name(kept.person_id))
    size = sheet.size_for(words, width, 130, (52, 46), is_bold=True)
    return sheet.words(words, x, y, width, size=size, is_bold=True, colour="primary") + 6


def _put_band(sheet: Sheet, told: Told, turn: Turn, x: float, y: float, width: float) -> None:
    """Nearly time as a shape: a bell on yellow; in words only if the speaker chose them."""
    words = told.tr("Nearly time") if told.says_nearly(turn.person_id) else ""
    wide = 170 + (sheet.look.width_of(words, 56, is_bold=True) + 30 if words else 0)
    sheet.box(x, y, min(width, wide), 96, fill="wind", edge="wind_line")
    sheet.icon(Icon.NEARLY_TIME, x + 52, y + 16, 64, "on_wind")
    if words:
        sheet.words(words, x + 146, y + 14, width - 146, size=56, is_bold=True, colour="on_wind")


def _who_words(told: Told, turn: Turn) -> str:
    return joined(told.name(who) for who in (turn.person_id, *turn.with_people))


def _next_words(told: Told) -> str:
    person_id = told.next_person
    return told.tr("Next: {name}").format(name=told.name(person_id)) if person_id is not None else ""


# Two people talk to and fro


def put_conversation(sheet: Sheet, told: Told) -> None:
    """Both names beside each other; the one who speaks stands on a filled card with a sign."""
    talk = told.state.room.conversation
    if talk is None:
        return
    turn = told.state.current_turn
    sheet.words(told.tr("Two of us talk"), EDGE, BODY, sheet.inside, size=60, is_bold=True, colour="primary")
    gap = 50
    wide = (sheet.inside - gap) / 2
    top, high = BODY + 120, sheet.height - BODY - 120 - 190
    room = high - 210
    names = [told.name(who) for who in talk.people]
    size = min(sheet.size_for(name, wide - 100, room, _NAME_SIZES, is_bold=True) for name in names)
    for place, who in enumerate(talk.people):
        x = EDGE + place * (wide + gap)
        speaks = turn is not None and turn.person_id == who
        sheet.box(x, top, wide, high, fill="soft" if speaks else "surface", edge="primary" if speaks else "hair")
        name = names[place]
        y = top + 40 + max(0.0, (room - sheet.height_of(name, wide - 100, size, is_bold=True)) / 2)
        sheet.fitted(name, x + 50, y, wide - 100, room, sizes=(size,))
        if speaks:
            sheet.icon(Icon.TELL_THEM, x + 50, top + high - 122, 68)
            words = told.tr("Speaks now")
            sheet.words(words, x + 140, top + high - 120, wide - 190, size=52, is_bold=True, colour="primary")
    put_waiting(sheet, told)
