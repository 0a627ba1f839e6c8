"""One meeting as it goes: each request is checked, written and replayed before it returns."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import Event, Step
from coprod_desktop.domain.ids import GroupId, MeetingId, StepId, TurnId
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import after_step, last_redoable, last_undoable, replay
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.storage.meeting_log import MeetingLog


@dataclass(frozen=True, kw_only=True)
class Workplace:
    """What every running meeting is given: where it writes, its clock, its ids, its tickets and the history of acts.

    `show_pictures(gone, back)` is told which drawings and photos went or came back with their ideas.
    """

    log: MeetingLog
    clock: Clock
    new_id: NewId
    history: ActHistory
    next_ticket: Callable[[GroupId], int]
    show_pictures: Callable[[Collection[str], Collection[str]], None] = lambda _gone, _back: None


class LiveMeeting:
    """A meeting that can be acted on. The state is never changed, only replaced; listeners hear of it once an act."""

    def __init__(self, meeting_id: MeetingId, workplace: Workplace) -> None:
        self._id = meeting_id
        self._workplace = workplace
        self._steps = list(workplace.log.steps(meeting_id))
        self._state = replay(meeting_id, self._steps)
        self._record_number = workplace.log.record_number(meeting_id)
        self._listeners: list[Callable[[], None]] = []

    @property
    def id(self) -> MeetingId:
        """Which meeting this is."""
        return self._id

    @property
    def state(self) -> MeetingState:
        """What is true now."""
        return self._state

    @property
    def record_number(self) -> int:
        """The number of the last event in the record; printed on pages."""
        return self._record_number

    @property
    def workplace(self) -> Workplace:
        """Where this meeting writes and what time it is."""
        return self._workplace

    @property
    def last_step(self) -> Step | None:
        """The latest step that was written, an undo included."""
        return self._steps[-1] if self._steps else None

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to take back."""
        return last_undoable(self._steps) is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone act to bring back."""
        return last_redoable(self._steps) is not None

    def longest_use_of(self, turn_id: TurnId) -> int:
        """The most milliseconds that any step, undone ones too, says were spoken in a turn."""
        told = (
            event.used_ms
            for step in self._steps
            for event in step.events
            if isinstance(event, ev.TurnPaused | ev.TurnResumed | ev.TurnEnded) and event.turn_id == turn_id
        )
        return max(told, default=0)

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each act."""
        self._listeners.append(listener)

    def record(self, events: tuple[Event, ...], *, is_automatic: bool = False) -> bool:
        """Write what one press did. Nothing is written, and False given back, when there is nothing to write.

        Raises StorageFault when it could not be saved; then nothing has changed.
        """
        if not events:
            return False
        self._write(events, is_automatic=is_automatic)
        if not is_automatic:
            self._workplace.history.note(Act(kind=events[0].kind, undo=self.undo, redo=self.redo))
        self._tell()
        return True

    def undo(self) -> None:
        """Take back the latest act, in the open if the room has seen it. Raises NotAllowed if there is none."""
        step = last_undoable(self._steps)
        if step is None:
            raise NotAllowed(Reason.NOTHING_TO_UNDO)
        from coprod_desktop.domain.taking_back import taken_back_instead  # home, where nothing is undone, needs none

        self._go_back_or_forth(taken_back_instead(self._state, self._steps, step) or (ev.StepUndone(step_id=step.id),))

    def redo(self) -> None:
        """Bring back the act that was undone last. Raises NotAllowed if there is none."""
        step = last_redoable(self._steps)
        if step is None:
            raise NotAllowed(Reason.NOTHING_TO_REDO)
        self._go_back_or_forth((ev.StepUndone(step_id=step.id),))

    def read_again(self, *, has_changed: bool = False) -> None:
        """Follow the record after what was written last was not kept, or `has_changed` because words were taken out."""
        log = self._workplace.log
        number = log.record_number(self._id)
        if number == self._record_number and not has_changed:
            return
        self._steps, self._record_number = list(log.steps(self._id)), number
        self._state = replay(self._id, self._steps)
        self._tell()

    def _go_back_or_forth(self, events: tuple[Event, ...]) -> None:
        from coprod_desktop.domain.idea_pictures import drawn_ideas

        before = drawn_ideas(self._state)
        self._write(events)
        now = drawn_ideas(self._state)
        if now != before:
            self._workplace.show_pictures(before - now, now - before)
        self._tell()

    def _write(self, events: tuple[Event, ...], *, is_automatic: bool = False) -> None:
        place = self._workplace
        now = place.clock.now()
        step = Step(id=StepId(place.new_id()), at=now, events=events, is_automatic=is_automatic)
        after = self._state_after(step)
        header = header_of(after, changed_at=now)
        self._record_number = place.log.append(self._id, step, header, states=(self._state, after))
        self._steps.append(step)
        self._state = after

    def _state_after(self, step: Step) -> MeetingState:
        if any(isinstance(event, ev.StepUndone) for event in step.events):
            return replay(self._id, [*self._steps, step])
        return after_step(self._state, step)

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()
