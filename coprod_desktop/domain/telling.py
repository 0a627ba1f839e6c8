"""Noting that people heard what happened to their idea (R27)."""

from collections.abc import Iterable

from coprod_desktop.domain.after_events import AnswerTold
from coprod_desktop.domain.after_meeting import UNNAMED
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import DecisionId, IdeaId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason


def tell_answers(state: MeetingState, answers: Iterable[AnswerTold]) -> tuple[Event, ...]:
    """What was told now; somebody who has heard the very same before is left out.

    The news of each is what stood on the slip or was said, so that whoever heard old news still waits for the new.
    Raises NotAllowed for a line that is not there, and for an answer without news.
    """
    return tuple(one for one in answers if not _was_heard(state, one))


def _was_heard(state: MeetingState, answer: AnswerTold) -> bool:
    line_id = answer.line_id
    if IdeaId(line_id) not in state.ideas and DecisionId(line_id) not in state.decisions:
        raise NotAllowed(Reason.NOT_FOUND)
    if not answer.news:
        raise NotAllowed(Reason.WORDS_MISSING, "news")
    before = state.after.told.get((line_id, answer.told_to or UNNAMED))
    return before is not None and before.news == answer.news
