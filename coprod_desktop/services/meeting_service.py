"""The meetings of a group: begin one, start the next from the last, carry on, list them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import AgendaItemId, GroupId, MeetingId, PersonId
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting import Bounds, MeetingDetails
from coprod_desktop.domain.meeting_header import MeetingHeader
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.replay import replay
from coprod_desktop.services.clock import today
from coprod_desktop.services.live_meeting import LiveMeeting, Workplace
from coprod_desktop.storage.meeting_store import MeetingStore

if TYPE_CHECKING:  # a meeting's requests are loaded when one is opened: home needs none
    from coprod_desktop.services.meeting_requests import MeetingRequests
    from coprod_desktop.services.room_requests import RoomRequests
    from coprod_desktop.services.turn_requests import TurnRequests


@dataclass(frozen=True)
class RunningMeeting:
    """A meeting with the doors through which it is asked for things."""

    live: LiveMeeting
    requests: "MeetingRequests"
    turns: "TurnRequests"
    room: "RoomRequests"


class MeetingService:
    """Opens each meeting once and hands out the same one again."""

    def __init__(self, store: MeetingStore, workplace: Workplace) -> None:
        self._store = store
        self._workplace = workplace
        self._running: dict[MeetingId, RunningMeeting] = {}

    def open(self, meeting_id: MeetingId) -> RunningMeeting:
        """The meeting, replayed from its log. A turn that was running when the program stopped is held."""
        if meeting_id not in self._running:
            self._running[meeting_id] = _run(LiveMeeting(meeting_id, self._workplace))
        return self._running[meeting_id]

    def state(self, meeting_id: MeetingId) -> MeetingState:
        """A meeting as it is now, only to be read: a turn that runs in it runs on."""
        running = self._running.get(meeting_id)
        return running.live.state if running else replay(meeting_id, self._workplace.log.steps(meeting_id))

    def read_again(self) -> None:
        """Follow the record in every meeting that was opened, after a write was not kept."""
        for running in self._running.values():
            running.live.read_again()

    def words_were_taken_out(self, meeting_ids: Collection[MeetingId]) -> None:
        """Follow the record in meetings out of which something was taken for good."""
        for meeting_id in self._running.keys() & set(meeting_ids):
            self._running[meeting_id].live.read_again(has_changed=True)

    def headers(self, group_id: GroupId) -> tuple[MeetingHeader, ...]:
        """The meetings of a group, changed last first, without those put away."""
        return tuple(header for header in self._store.headers(group_id) if not header.is_put_away)

    def put_away_headers(self, group_id: GroupId) -> tuple[MeetingHeader, ...]:
        """The meetings of a group that were put away."""
        return tuple(header for header in self._store.headers(group_id) if header.is_put_away)

    def unfinished(self, group_id: GroupId) -> tuple[MeetingHeader, ...]:
        """The meetings that can be carried on with, changed last first."""
        return tuple(header for header in self.headers(group_id) if header.is_unfinished)

    def begin(self, group_id: GroupId, details: MeetingDetails, people: Sequence[PersonId] = ()) -> RunningMeeting:
        """Begin a meeting with these people on its list."""
        return self._begin(group_id, details, people)

    def begin_next(
        self, last_id: MeetingId, details: MeetingDetails, *, but: Collection[PersonId] = ()
    ) -> RunningMeeting:
        """Begin the meeting after another: its people but those are asked again; what was carried over comes along."""
        last = self.open(last_id).live.state
        if last.group_id is None:
            raise LookupError(last_id)
        return self._begin(
            last.group_id, details, tuple(who for who in last.attendance if who not in but), follows=last
        )

    def suggested_details(self, last_id: MeetingId | None = None) -> MeetingDetails:
        """The details to offer for a new meeting, so that nothing is asked twice (UI-17). The name may be empty."""
        now = today(self._workplace.clock)
        last = self.open(last_id).live.state if last_id else None
        if last is None or last.details is None:
            return MeetingDetails(title="", held_on=now)
        told = last.next_meeting
        place = (told.venue if told else "") or last.details.venue
        return replace(
            last.details,
            held_on=max(told.held_on, now) if told and told.held_on else now,
            venue=place,
            venue_id=last.details.venue_id if place == last.details.venue else "",
            starts_at=(told.starts_at if told else "") or _clock_words(last.details.starts_at),
            ends_at=_clock_words(last.details.ends_at),
            own_time_at=_clock_words(last.details.own_time_at),
            purpose="",
            invitations_sent_on=None,
            is_without_decisions=False,
        )

    def last_bounds(self, state: MeetingState) -> Bounds:
        """What was open and fixed in the meeting before this one, to be offered and never taken over unasked."""
        return self.open(state.follows_id).live.state.bounds if state.follows_id else Bounds()

    def _begin(
        self,
        group_id: GroupId,
        details: MeetingDetails,
        people: Sequence[PersonId],
        *,
        follows: MeetingState | None = None,
    ) -> RunningMeeting:
        from coprod_desktop.domain import meeting_setup, participation

        meeting_id = MeetingId(self._workplace.new_id())
        running = self.open(meeting_id)
        empty = running.live.state
        opened = meeting_setup.open_meeting(
            empty, group_id=group_id, details=details, follows_id=follows.id if follows else None
        )
        ways = self._ways_of_the_group(empty, group_id)
        carried = self._carried_over(empty, follows) if follows else ()
        running.live.record((*opened, *ways, *participation.expect(empty, people), *carried))
        return running

    def _ways_of_the_group(self, empty: MeetingState, group_id: GroupId) -> tuple[Event, ...]:
        """How the group worked in its last meeting, which is only read: a turn that runs there runs on."""
        from coprod_desktop.domain.ways_of_working import ways_carried_over

        last = max(self.headers(group_id), key=lambda header: (header.held_on, header.changed_at), default=None)
        if last is None:
            return ()
        return ways_carried_over(empty, self.state(last.id))

    def _carried_over(self, empty: MeetingState, last: MeetingState) -> tuple[Event, ...]:
        from coprod_desktop.domain import agenda

        events: list[Event] = []
        for item in last.agenda:
            if item.state in (ItemState.CARRIED_OVER, ItemState.NOT_REACHED) and item.details.title:
                new_item_id = AgendaItemId(self._workplace.new_id())
                events.extend(agenda.propose_item(empty, item_id=new_item_id, details=item.details))
        return tuple(events)


def _run(live: LiveMeeting) -> RunningMeeting:
    from coprod_desktop.services.meeting_requests import MeetingRequests
    from coprod_desktop.services.room_requests import RoomRequests
    from coprod_desktop.services.turn_requests import TurnRequests

    turns = TurnRequests(live)
    return RunningMeeting(live, MeetingRequests(live), turns, RoomRequests(live, turns))


def _clock_words(time_text: str) -> str:
    """A start or end without its date, so that it can be offered for another day."""
    return time_text[11:16] if len(time_text) > 15 and time_text[10] == "T" else time_text
