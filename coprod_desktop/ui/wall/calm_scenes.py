"""Welcome, pause, break and thank you: one large message each."""

from coprod_desktop.domain.pauses import ends_at, seconds_left
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.wall.page import BODY, LEAD_SIZES, put_message, put_top
from coprod_desktop.ui.wall.parts import INK
from coprod_desktop.ui.wall.sheet import EDGE, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.widgets.clock_words import easy_time
from coprod_desktop.ui.wording import day_words


def put_welcome(sheet: Sheet, told: Told) -> None:
    """Who we are, where and when, and how to take part today."""
    details = told.state.details
    y = sheet.words(told.tr("Welcome"), EDGE, 110, sheet.inside, size=112, is_bold=True, colour="primary")
    y = sheet.fitted(told.group_name, EDGE, y + 8, sheet.inside, 260, sizes=(84, 76, 68, 60, 52, 46)) + 28
    if details is not None:
        times = told.tr("{start} to {end}") if details.ends_at else "{start}"
        when = times.format(start=easy_time(details.starts_at), end=easy_time(details.ends_at))
        day = day_words(details.held_on)
        facts = (
            (Icon.AGENDA, details.title if details.title != told.group_name else ""),
            (Icon.DATE, f"{day}, {when}" if details.starts_at else day),
            (Icon.PLACE, details.venue),
        )
        for icon, words in facts:
            if words:
                sheet.icon(icon, EDGE, y + 4, 58)
                y = sheet.fitted(words, EDGE + 90, y, sheet.inside - 90, 130, sizes=(54, 50, 46), is_bold=False) + 16
    room = sheet.height - y - 60
    sheet.box(EDGE, y + 20, sheet.inside, room - 20)
    words = told.tr("You can speak, sign, write, draw or show a card.\nYou can pass. You can go out and come back.")
    size = sheet.size_for(words, sheet.inside - 120, room - 60, LEAD_SIZES, is_bold=False)
    high = sheet.height_of(words, sheet.inside - 120, size)
    top = y + 20 + max(0.0, (room - 20 - high) / 2)
    sheet.fitted(words, EDGE + 60, top, sheet.inside - 120, room, sizes=(size,), is_bold=False)


def put_pause(sheet: Sheet, told: Told) -> None:
    """We are having a pause; nobody is told why."""
    put_top(sheet, told, told.state.title)
    put_message(sheet, told.tr("We are having a pause"), told.tr("We go on when everybody is ready."), icon=Icon.PAUSE)


def put_thanks(sheet: Sheet, told: Told) -> None:
    """Thank you, and when we meet again if that is known."""
    put_top(sheet, told, told.state.title)
    again = told.state.next_meeting
    note = told.tr("You made this meeting.")
    if again is not None and again.held_on is not None:
        note = told.tr("We meet again on {day}.").format(day=day_words(again.held_on))
        if again.venue:
            note += "\n" + again.venue
    put_message(sheet, told.tr("Thank you"), note)


def put_break(sheet: Sheet, told: Told) -> None:
    """The break: time as a shape, and when we begin again; it holds at the end, and nothing goes on by itself."""
    left = _share_left(told)
    put_top(sheet, told, told.tr("We have a break") if left is not None else told.state.title)
    if left is None:
        put_message(sheet, told.tr("We have a break"), told.tr("We say when we begin again."), icon=Icon.BREAK)
        return
    side = min(700.0, sheet.width * 0.4)
    x, y = EDGE + 6, BODY + (sheet.height - BODY - 90 - side) / 2
    sheet.ring(x, y, side, left)
    sheet.icon(Icon.BREAK, x + side * 0.34, y + side * 0.33, side * 0.32, INK)
    words = told.tr("We begin again when you are ready")
    if left > 0:
        words = told.tr("We begin again at {time}").format(time=_ends(told))
    from_left = EDGE + side + 90
    width = sheet.width - EDGE - from_left
    size = sheet.size_for(words, width, side, (130, 112, 96, 84, 72, 68), is_bold=True)
    high = sheet.height_of(words, width, size, is_bold=True)
    sheet.fitted(words, from_left, y + max(0.0, (side - high) / 2), width, side, sizes=(size,))


def _share_left(told: Told) -> float | None:
    """The part of the break that is left, 0 to 1; None for a break without an end, and where there are no clocks."""
    pause = told.state.room.break_now
    if pause is None or pause.minutes is None or not told.state.has_clocks:
        return None
    return min(1.0, max(0.0, seconds_left(pause, told.now.isoformat()) / 60 / pause.minutes))


def _ends(told: Told) -> str:
    """The time of day at which we begin again, as it is said."""
    pause = told.state.room.break_now
    end = ends_at(pause) if pause is not None else None
    return easy_time(end.isoformat()) if end is not None else ""
