"""A decision as it will be printed: first "Are these the right words?", then "Do you agree?" (R15)."""

from coprod_desktop.domain.room import ReadBack, ReadBackStep
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.wall.page import BODY, put_top, put_waiting
from coprod_desktop.ui.wall.sense_lines import sentences_of
from coprod_desktop.ui.wall.sheet import EDGE, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.wall.wall_look import LEAST

_SIZES = (84, 76, 68, 62, 56, 50, LEAST)
_GAP, _SMALL_GAP = 26, 12
_MOST_WHO = 240.0
"""The most room for whose idea it was."""

_WHO_SIZES, _AROUND = (54, LEAST), 100
"""Its sizes, and the room that neither it nor the words fill."""

_FOOT = {ReadBackStep.WORDS: 220, ReadBackStep.AGREE: 320}


def put_decision(sheet: Sheet, told: Told) -> None:
    """The words on a card, whose idea it was, and the question under it."""
    read = told.state.room.wall.read_back
    if read is None:
        return
    is_words = read.step is ReadBackStep.WORDS
    put_top(sheet, told, told.tr("This is what we write down") if is_words else told.tr("This is what we decide"))
    foot = _FOOT[read.step]
    high = sheet.height - BODY - foot
    sheet.box(EDGE, BODY - 10, sheet.inside, high)
    _put_words(sheet, told, read, BODY - 10, high)
    if told.state.room.is_waiting_for_everyone:
        put_waiting(sheet, told)
    elif is_words:
        words = told.tr("Are these the right words?")
        sheet.words(words, EDGE, sheet.height - foot + 60, sheet.inside, size=68, is_bold=True)
    else:
        _put_answers(sheet, told, sheet.height - foot + 14, is_secret=read.is_secret)


def _put_words(sheet: Sheet, told: Told, read: ReadBack, top: float, high: float) -> None:
    left, width = EDGE + 60.0, sheet.inside - 120
    picture, says = told.picture(read.picture)
    side = min(360.0, sheet.width * 0.19)
    who = told.tr("Idea from: {who}").format(who=told.proposer(read.proposer))
    beside = width - side - 70
    if picture is not None and _who_sizes(sheet, read.words, who, beside, high):
        sheet.picture(picture, left, top + (high - side) / 2, side, says)
        left, width = left + side + 70, width - side - 70
    who_size = next(iter(_who_sizes(sheet, read.words, who, width, high)), LEAST)
    who_high = min(_MOST_WHO, sheet.height_of(who, width - 84, who_size, is_bold=True))
    room = high - _AROUND - who_high
    size, lines = _laid_at_sense(sheet, read.words, width, room)
    used = _height(sheet, lines, width, size)
    y = top + 28 + max(0.0, (room - used) / 2)
    for line in lines:
        y = sheet.words(line, left, y, width, size=size, is_bold=True) + _gap(size)
    y = top + high - 28.0 - who_high
    sheet.line(left, y - 22, width)
    sheet.icon(Icon.IDEA, left, y + 2, 60)
    sheet.fitted(who, left + 84, y, width - 84, who_high + 1, sizes=(who_size,), colour="primary")


def _who_sizes(sheet: Sheet, words: str, who: str, width: float, high: float) -> list[int]:
    """The sizes in which whose idea it was leaves room for all words at their least size, the largest first."""
    lines = [sheet.at_sense(sentence, width, LEAST, is_bold=True) for sentence in sentences_of(words)]
    free = min(_MOST_WHO, high - _AROUND - _height(sheet, lines, width, LEAST))
    return [size for size in _WHO_SIZES if sheet.height_of(who, width - 84, size, is_bold=True) <= free]


def _laid_at_sense(sheet: Sheet, words: str, width: float, room: float) -> tuple[int, list[str]]:
    """The sentences with their lines, as large as there is room for; of far too many the last are left out, told so."""
    for size in _SIZES:
        lines = [sheet.at_sense(sentence, width, size, is_bold=True) for sentence in sentences_of(words)]
        if _height(sheet, lines, width, size) <= room:
            return size, lines
    rows = [row for line in lines for row in line.split("\n")]
    while len(rows) > 1 and _height(sheet, [*rows, "..."], width, LEAST) > room:
        rows.pop()
    return LEAST, [*rows, "..."]


def _height(sheet: Sheet, lines: list[str], width: float, size: int) -> float:
    return sum(sheet.height_of(line, width, size, is_bold=True) + _gap(size) for line in lines)


def _gap(size: int) -> int:
    """Between two sentences."""
    return _GAP if size > 50 else _SMALL_GAP


def _put_answers(sheet: Sheet, told: Told, y: float, *, is_secret: bool) -> None:
    """The four answers, each a word with a shape of its own. In a secret count nobody shows theirs (R15)."""
    sheet.words(told.tr("Do you agree?"), EDGE, y, sheet.inside, size=68, is_bold=True)
    answers = (
        (Icon.THUMB_UP, told.tr("Yes"), "good"),
        (Icon.HAND, told.tr("Not sure"), "text"),
        (Icon.THUMB_DOWN, told.tr("No"), "bad"),
        (Icon.CLOCK, told.tr("I need more time"), "primary"),
    )
    show_how = told.tr("Show it, say it or hold a card.")
    if is_secret:
        show_how = told.tr("Write it on paper and fold it.")
    question = sheet.look.width_of(told.tr("Do you agree?"), 68, is_bold=True)
    if question + 60 + sheet.look.width_of(show_how, LEAST, is_bold=False) <= sheet.inside:
        sheet.words(show_how, EDGE + question + 60, y + 18, sheet.inside - question - 60, colour="muted")
    wide = [84 + sheet.look.width_of(words, 56, is_bold=True) for _icon, words, _colour in answers]
    gap = min(90.0, (sheet.inside - sum(wide)) / 3)
    size = 56 if gap >= 30 else LEAST
    x = float(EDGE)
    for icon, words, colour in answers:
        sheet.icon(icon, x, y + 126, 64, colour)
        room = sheet.look.width_of(words, size, is_bold=True) + 6
        sheet.words(words, x + 84, y + 122, room, size=size, is_bold=True, colour=colour)
        x += 84 + room + max(gap, 30)
