"""What earlier meetings promised: still to do, or done long enough to ask whether it helped (R28)."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from coprod_desktop.domain.actions import day_to_ask
from coprod_desktop.domain.ids import ActionId, MeetingId, PersonId
from coprod_desktop.domain.lines import ActionDetails, ActionState, DidItHelp, Helped
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.storage.indexed_line import IndexedLine
from coprod_desktop.storage.line_index import LineIndex, Within

if TYPE_CHECKING:
    from coprod_desktop.services.meeting_requests import MeetingRequests

__all__ = ["Helped", "Promise", "Promises", "PromisesService"]

_MEETINGS_AT_ONCE: Final = 50

MOST_PROMISES: Final = 60
"""So many of each are gone through in a meeting, those of the newest meetings; search finds them all."""


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One action of an earlier meeting. `words` are empty where private words were taken out.

    `ask_on` is the day to ask whether it helped, and `said` counts what was said of it today.
    """

    meeting_id: MeetingId
    held_on: date
    action_id: ActionId
    words: str
    owners: tuple[PersonId, ...] = ()
    due_on: date | None = None
    ask_on: date | None = None
    said: Mapping[Helped, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells it apart from others."""
        return f"{self.meeting_id} {self.action_id}"


@dataclass(frozen=True, kw_only=True)
class Promises:
    """What is still to do, and what was done and can be asked about; those of the newest meeting first.

    `still_open` counts all that is to do, also what is not among the lines; search finds those.
    """

    to_do: tuple[Promise, ...] = ()
    to_ask: tuple[Promise, ...] = ()
    still_open: int = 0

    @property
    def unsaid(self) -> tuple[Promise, ...]:
        """Those of which nobody has said today if they helped."""
        return tuple(one for one in self.to_ask if not one.said)


class PromisesService:
    """Finds promises by the index; each change is written in the log of the meeting that promised, with one Undo."""

    def __init__(self, index: LineIndex, meetings: MeetingService, history: ActHistory, clock: Clock) -> None:
        self._index = index
        self._meetings = meetings
        self._history = history
        self._clock = clock

    def before(self, state: MeetingState) -> Promises:
        """What the meetings of the group up to the day of this one promised. This one is not among them."""
        if state.group_id is None or state.details is None:
            return Promises()
        while self._index.read_unread(_MEETINGS_AT_ONCE):
            pass
        within = Within(group_id=state.group_id, until=state.details.held_on, but=state.id)
        asked = self._index.to_ask(within, self.today, MOST_PROMISES)
        to_do, still_open = self._index.still_open(within, MOST_PROMISES)
        return Promises(
            to_do=tuple(map(_promise, to_do)),
            to_ask=tuple(self._with_answers(line) for line in asked),
            still_open=still_open,
        )

    def done(self, promise: Promise) -> None:
        """It is done. 3 months from today it is asked whether it helped."""
        self._change(promise, partial(replace, state=ActionState.DONE, ask_on=day_to_ask(self.today)))

    def stop(self, promise: Promise) -> None:
        """The group will not do it."""
        self._change(promise, partial(replace, state=ActionState.DROPPED))

    def give_day(self, promise: Promise, day: date | None) -> None:
        """Another last day for what is not done yet; None for no day."""
        self._change(promise, partial(replace, due_on=day))

    def ask_again_on(self, promise: Promise, day: date) -> None:
        """Another day to ask whether it helped."""
        self._change(promise, partial(replace, ask_on=day))

    def day_to_ask_again(self) -> date:
        """The day that is offered where it is too soon to say."""
        return day_to_ask(self.today)

    def say_helped(self, promise: Promise, answer: Helped, *, by: PersonId | None = None, words: str = "") -> None:
        """Note what somebody said; without `by` nobody is named. If it is too soon, it is asked again in 3 months."""
        said = DidItHelp(answer=answer, said_on=self.today, by=by, words=words)
        again = self.day_to_ask_again() if answer is Helped.TOO_SOON else None
        with self._history.together("action_helped"):
            self._requests(promise).say_helped(promise.action_id, said, ask_on=again)

    def _change(self, promise: Promise, change: Callable[[ActionDetails], ActionDetails]) -> None:
        running = self._meetings.open(promise.meeting_id)
        action = running.live.state.actions.get(promise.action_id)
        if action is None:
            raise NotAllowed(Reason.NOT_FOUND)
        with self._history.together("action_changed"):
            running.requests.change_action(action.id, action.words, change(action.details))

    def _requests(self, promise: Promise) -> "MeetingRequests":
        return self._meetings.open(promise.meeting_id).requests

    def _with_answers(self, line: IndexedLine) -> Promise:
        promise = _promise(line)
        if line.line.helped_on != self.today:
            return promise
        details = self._meetings.state(line.meeting_id).actions[promise.action_id].details
        said = Counter(one.answer for one in details.helped if one.said_on == self.today)
        return replace(promise, said={answer: said[answer] for answer in Helped if said[answer]})

    @property
    def today(self) -> date:
        """The day that counts for "It was for 31 March"."""
        return today(self._clock)


def _promise(found: IndexedLine) -> Promise:
    line = found.line
    return Promise(
        meeting_id=found.meeting_id,
        held_on=found.held_on,
        action_id=ActionId(line.line_id),
        words=line.words.printed,
        owners=line.proposers,
        due_on=line.due_on,
        ask_on=line.ask_on,
    )
