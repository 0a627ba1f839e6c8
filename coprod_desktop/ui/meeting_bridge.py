"""The one object that talks to the running meeting: requests go in, the new state and its words come out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from coprod_desktop.domain.events import Step
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import NamedAs, Person, spoken_names
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.domain.turns import shows_lengths, shows_rings
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.ui.room_sight import RoomSight

if TYPE_CHECKING:  # the services bring SQLAlchemy with them, which must not be loaded before the first paint
    from coprod_desktop.services.meeting_requests import MeetingRequests
    from coprod_desktop.services.meeting_service import RunningMeeting
    from coprod_desktop.services.room_requests import RoomRequests
    from coprod_desktop.services.turn_requests import HeldTurn, TurnRequests

T = TypeVar("T")

TICK_MS = 250
"""How often the clock on the screen is drawn anew while a turn runs."""


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What came of a request: its value, or why it was not allowed or not saved."""

    value: T | None = None
    refusal: NotAllowed | None = None
    is_done: bool = True


class MeetingBridge(QObject):
    """Screens ask here and hear from here.

    Signals: `state_changed(MeetingState)` after each act; `ticked(int)` with the milliseconds of the current turn;
    `refused(NotAllowed)` when a rule turns a request down; `failed(StorageFault)` when it could not be saved.
    """

    state_changed = Signal(object)
    ticked = Signal(int)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, people_of_group: Callable[[], Sequence[Person]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people_of_group = people_of_group
        self.sight = RoomSight(self)
        self._people: dict[PersonId, Person] = {}
        self._names: Mapping[PersonId, str] = {}
        self._running: RunningMeeting | None = None
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._on_tick)

    @property
    def state(self) -> MeetingState:
        """What is true now. There must be a meeting."""
        return self._meeting().live.state

    @property
    def has_meeting(self) -> bool:
        """Whether a meeting is open in the window."""
        return self._running is not None

    @property
    def requests(self) -> "MeetingRequests":
        """What can be asked about the meeting."""
        return self._meeting().requests

    @property
    def turns(self) -> "TurnRequests":
        """What can be asked about turns."""
        return self._meeting().turns

    @property
    def room(self) -> "RoomRequests":
        """What can be asked about the live room: who is next, pauses, cards, the wall."""
        return self._meeting().room

    @property
    def meeting_id(self) -> MeetingId:
        """Which meeting is open."""
        return self._meeting().live.id

    @property
    def last_step(self) -> Step | None:
        """The latest step in the record."""
        return self._meeting().live.last_step

    @property
    def held(self) -> "HeldTurn | None":
        """Why the program holds the current turn by itself."""
        return self._meeting().turns.held

    @property
    def used_ms(self) -> int:
        """Milliseconds of the current turn that were spoken so far."""
        return self._meeting().turns.used_ms

    @property
    def shows_rings(self) -> bool:
        """Whether a ring may be drawn: not without clocks, not if anyone in the room is untimed (R11)."""
        return shows_rings(self.state, list(self._people.values()))

    @property
    def shows_lengths(self) -> bool:
        """Whether a clock may tell how long a whole turn is: not if anyone in the room has their own length (R11)."""
        return shows_lengths(self.state, list(self._people.values()))

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone of the group who is not removed, by the alphabet."""
        listed = (person for person in self._people.values() if person.removed_on is None)
        return tuple(sorted(listed, key=lambda person: person.name.casefold()))

    @property
    def everyone(self) -> tuple[Person, ...]:
        """Everyone of the group, those who were removed too, in no order."""
        return tuple(self._people.values())

    def person(self, person_id: PersonId) -> Person | None:
        """One person, removed or not."""
        return self._people.get(person_id)

    def by_name(self, people: Iterable[PersonId]) -> list[PersonId]:
        """These people by the alphabet of their names."""
        return sorted(people, key=lambda who: self.name(who).casefold())

    def name(self, person_id: PersonId) -> str:
        """What the room calls a person."""
        return self._names.get(person_id, "")

    def name_to_show(self, person_id: PersonId) -> str:
        """As `name`, for what others may read later or from afar; empty for who does not want to be named (DP-05)."""
        person = self._people.get(person_id)
        return "" if person is None or person.named_as is NamedAs.UNNAMED else self.name(person_id)

    def open(self, running: "RunningMeeting") -> None:
        """Show a meeting."""
        if self._running is not running:
            self._running = running
            running.live.listen(self._on_act)
        self.refresh_people()
        self._tell()

    def close(self) -> None:
        """Show no meeting; it stays as it is."""
        self._running = None
        self._ticker.stop()

    def refresh_people(self) -> None:
        """Read the people again after one was added or changed."""
        everyone = self._people_of_group()
        self._people = {person.id: person for person in everyone}
        listed = [person for person in everyone if person.removed_on is None]
        self._names = {**spoken_names(everyone), **spoken_names(listed)}

    def ask(self, request: Callable[[], T], *, says_refusals: bool = True) -> Outcome[T]:
        """Do a request such as `lambda: bridge.requests.finish()`; a refusal or a fault becomes a signal, not a crash.

        With `says_refusals` False the caller shows the refusal itself, beside a field.
        """
        try:
            return Outcome(value=request())
        except NotAllowed as refusal:
            if says_refusals:
                self.refused.emit(refusal)
            return Outcome(refusal=refusal, is_done=False)
        except StorageFault as fault:
            self.failed.emit(fault)
            return Outcome(is_done=False)

    def _on_act(self) -> None:
        if self._running is not None:  # the last meeting may be acted on after it was closed, by Redo
            self._tell()

    def _tell(self) -> None:
        state = self.state
        turn = state.current_turn
        is_running = turn is not None and not turn.is_paused
        if is_running != self._ticker.isActive():
            self._ticker.start() if is_running else self._ticker.stop()
        self.state_changed.emit(state)

    def _on_tick(self) -> None:
        if self._running is not None and self._running.turns.tick():
            self.ticked.emit(self.used_ms)

    def _meeting(self) -> "RunningMeeting":
        if self._running is None:
            raise LookupError("no meeting is open")
        return self._running
