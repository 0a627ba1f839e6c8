"""The yeses that decisions of earlier meetings still wait for, and the earlier words that a meeting goes on from."""

from collections.abc import Iterator
from datetime import date

from coprod_desktop.domain.decisions import others_answer
from coprod_desktop.domain.ids import DecisionId, GroupId, IdeaId, MeetingId
from coprod_desktop.domain.lines import EarlierLine, Outcome, Words, YesAnswer
from coprod_desktop.domain.meeting_state import Decision, MeetingState, Phase
from coprod_desktop.domain.replay import replay
from coprod_desktop.minutes.earlier import Earlier, EarlierWords, WaitingYes
from coprod_desktop.storage.asked_others import AskedOthers
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.line_index import LineIndex
from coprod_desktop.storage.line_search import LineSearch
from coprod_desktop.storage.meeting_log import MeetingLog

__all__ = ["WaitingYes", "WaitingYeses"]

_MEETINGS_AT_ONCE = 8

_Found = tuple[MeetingState, Decision]


class WaitingYeses:
    """Reads only the meetings that have something to tell. With `at_number` all is as the record stood at that number.

    It changes nothing but the index, which is made from the record.
    """

    def __init__(self, database: Database) -> None:
        self._asked = AskedOthers(database)
        self._index, self._lines = LineIndex(database), LineSearch(database)
        self._log = MeetingLog(database)

    def earlier(self, state: MeetingState, *, at_number: int | None = None) -> Earlier:
        """What the minutes of a meeting tell of those before it."""
        lines = dict(self._earlier_lines(state, at_number))
        if state.group_id is None or state.details is None:
            return Earlier(lines=lines)
        waiting = self.before(state.group_id, state.details.held_on, at_number=at_number)
        again = {one.details.reopens.line_id for one in state.decisions.values() if one.details.reopens}
        return Earlier(waiting=tuple(one for one in waiting if one.decision_id not in again), lines=lines)

    def before(self, group_id: GroupId, day: date, *, at_number: int | None = None) -> tuple[WaitingYes, ...]:
        """The yeses that decisions of meetings before a day wait for, those first that were asked first.

        A decision that a later one of these meetings looked at again waits no longer.
        """
        decisions = self._then(group_id, day, at_number) if at_number is not None else self._now(group_id, day)
        found = [yes for state, decision in decisions for yes in _waiting(state, decision)]
        return tuple(sorted(found, key=lambda yes: (yes.needed.asked_on or yes.held_on, yes.held_on)))

    def _now(self, group_id: GroupId, day: date) -> Iterator[_Found]:
        """By the index, so that only meetings with something to tell are read."""
        while self._index.read_unread(_MEETINGS_AT_ONCE):
            pass
        waiting = self._lines.waiting_yeses(group_id, date.fromordinal(max(1, day.toordinal() - 1)))
        states = {one.meeting_id: self._state(MeetingId(one.meeting_id), None) for one in waiting}
        for one in waiting:
            state = states[one.meeting_id]
            if not state.is_put_away:
                yield state, state.decisions[DecisionId(one.line_id)]

    def _then(self, group_id: GroupId, day: date, at_number: int) -> Iterator[_Found]:
        """As the record stood: without what one of those meetings had looked at again."""
        states = [self._state(known, at_number) for known in self._asked.ever_asked(group_id, at_number)]
        there = [state for state in states if _is_before(state, day)]
        decisions = [(state, one) for state in there for one in state.decisions.values()]
        again = {
            one.details.reopens.line_id
            for _state, one in decisions
            if one.details.reopens and one.details.outcome is not Outcome.WITHDRAWN
        }
        return ((state, one) for state, one in decisions if one.id not in again)

    def _state(self, meeting_id: MeetingId, at_number: int | None) -> MeetingState:
        if at_number is None:
            return replay(meeting_id, self._log.steps(meeting_id))
        return replay(meeting_id, self._log.steps_up_to(meeting_id, at_number))

    def _earlier_lines(self, state: MeetingState, at_number: int | None) -> Iterator[tuple[str, EarlierWords]]:
        """The earlier lines that ideas and decisions of this meeting go on from."""
        came_from = [one.details.came_from for one in state.ideas.values()]
        reopened = [one.details.reopens for one in state.decisions.values()]
        wanted = [one for one in (*came_from, *reopened) if one and one.meeting_id != state.id]
        states = {known: self._state(known, at_number) for known in dict.fromkeys(one.meeting_id for one in wanted)}
        for one in wanted:
            words, details = _words_of(states[one.meeting_id], one), states[one.meeting_id].details
            if words is not None and details is not None:
                yield one.line_id, EarlierWords(words=words, held_on=details.held_on)


def _is_before(state: MeetingState, day: date) -> bool:
    is_there = state.phase is not Phase.TAKEN_BACK and not state.is_put_away
    return is_there and state.details is not None and state.details.held_on < day


def _words_of(state: MeetingState, line: EarlierLine) -> Words | None:
    found = state.ideas.get(IdeaId(line.line_id)) or state.decisions.get(DecisionId(line.line_id))
    return found.words if found else None


def _waiting(state: MeetingState, decision: Decision) -> Iterator[WaitingYes]:
    """One for each who has not answered; where somebody said no, nobody is waited for."""
    if state.details is None or others_answer(decision) is not YesAnswer.WAITING:
        return
    for place, needed in enumerate(decision.details.needs_yes_from):
        if needed.answer is YesAnswer.WAITING:
            yield WaitingYes(
                meeting_id=state.id,
                held_on=state.details.held_on,
                decision_id=decision.id,
                place=place,
                words=decision.words,
                needed=needed,
                picture=decision.details.picture,
            )
