"""How was it? Three statements, three answers with word, thumb and shape; results from 5 answers on (R18)."""

from coprod_desktop.domain.closing import can_show_answers, check_out_counts
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.room import CheckOutAnswer, CheckOutCount, CheckOutQuestion
from coprod_desktop.ui.wall.page import BODY, put_top
from coprod_desktop.ui.wall.sheet import EDGE, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.wall.wall_look import LEAST
from coprod_desktop.ui.widgets.answer_mark import WIDTH_PART
from coprod_desktop.ui.wording import words_for

_ANSWERS = (
    (CheckOutAnswer.YES, "good"),
    (CheckOutAnswer.PARTLY, "text"),
    (CheckOutAnswer.NO, "bad"),
)
_SIGN, _GAP = 56, 22
_SIZES = (56, 52, LEAST)


def put_check_out(sheet: Sheet, told: Told) -> None:
    """Each statement on a card with its answers under it."""
    put_top(sheet, told, told.tr("How was this meeting for you?"))
    counts = check_out_counts(told.state)
    gap = 28
    high = (sheet.height - BODY - 70 - 2 * gap) / 3
    for place, question in enumerate(CheckOutQuestion):
        _put_question(sheet, told, question, counts.get(question, CheckOutCount()), BODY + place * (high + gap), high)


def _is_all_in(told: Told) -> bool:
    """While people answer one by one, each new count would tell the room what the next person answered."""
    return not told.state.room.check_out.people_on_screen or told.state.phase is Phase.FINISHED


def _put_question(
    sheet: Sheet, told: Told, question: CheckOutQuestion, count: CheckOutCount, y: float, high: float
) -> None:
    sheet.box(EDGE, y, sheet.inside, high)
    sheet.fitted(words_for(question), EDGE + 50, y + 24, sheet.inside - 100, high - 140, sizes=(68, 60, 52, 46))
    wide = (sheet.inside - 100) / len(_ANSWERS)
    given = {
        CheckOutAnswer.YES: count.yes,
        CheckOutAnswer.PARTLY: count.partly,
        CheckOutAnswer.NO: count.no,
    }
    said = {answer: words_for(answer) for answer, _colour in _ANSWERS}
    if can_show_answers(count) and _is_all_in(told):
        said = {one: told.tr("{answer}: {count}").format(answer=words, count=given[one]) for one, words in said.items()}
    room = wide - _SIGN * WIDTH_PART - _GAP - 26
    size = min(sheet.size_for(words, room, 90, _SIZES, is_bold=True) for words in said.values())
    for place, (answer, colour) in enumerate(_ANSWERS):
        left = sheet.answer(answer, EDGE + 50 + place * wide, y + high - 100, _SIGN, colour) + _GAP
        sheet.words(said[answer], left, y + high - 72 - size * 0.61, room, size=size, is_bold=True, colour=colour)
