"""How was it? Three statements, three answers with word, thumb and shape; results only from 5 answers (R18)."""

from coprod_desktop.domain.closing import can_show_answers, check_out_counts
from coprod_desktop.domain.room import CheckOutAnswer, CheckOutCount, CheckOutQuestion
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.wall.page import BODY, put_top
from coprod_desktop.ui.wall.sheet import EDGE, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.wording import words_for

_ANSWERS = (
    (CheckOutAnswer.YES, Icon.THUMB_UP, "good"),
    (CheckOutAnswer.PARTLY, Icon.HAND, "text"),
    (CheckOutAnswer.NO, Icon.THUMB_DOWN, "bad"),
)


def put_check_out(sheet: Sheet, told: Told) -> None:
    """Each statement on a card with its answers under it."""
    put_top(sheet, told, told.tr("How was this meeting for you?"))
    counts = check_out_counts(told.state)
    gap = 28
    high = (sheet.height - BODY - 70 - 2 * gap) / 3
    for place, question in enumerate(CheckOutQuestion):
        _put_question(sheet, told, question, counts.get(question, CheckOutCount()), BODY + place * (high + gap), high)


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
    for place, (answer, icon, colour) in enumerate(_ANSWERS):
        x = EDGE + 50 + place * wide
        sheet.icon(icon, x, y + high - 104, 66, colour)
        words = words_for(answer)
        if can_show_answers(count):
            words = told.tr("{answer}: {count}").format(answer=words, count=given[answer])
        sheet.words(words, x + 90, y + high - 106, wide - 100, size=56, is_bold=True, colour=colour)
