"""The few facts of a meeting that lists show, derived from its state so that no list replays every meeting."""

from dataclasses import dataclass
from datetime import date, datetime

from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting_state import MeetingState, Phase


@dataclass(frozen=True, kw_only=True)
class MeetingHeader:
    """One row of a list of meetings. `item_number` of `item_count` says where it stopped; 0 before the first item."""

    id: MeetingId
    group_id: GroupId
    title: str
    held_on: date
    phase: Phase
    is_put_away: bool
    venue: str
    item_number: int
    item_count: int
    changed_at: datetime

    @property
    def is_unfinished(self) -> bool:
        """Whether "Carry on" is offered."""
        return self.phase is Phase.OPEN and not self.is_put_away


def header_of(state: MeetingState, *, changed_at: datetime) -> MeetingHeader | None:
    """The header of a meeting, or None if it was never opened."""
    if state.group_id is None or state.details is None:
        return None
    agenda = state.listed_items
    begun = [number for number, item in enumerate(agenda, 1) if item.state is not ItemState.WAITING]
    now = next((number for number, item in enumerate(agenda, 1) if item.state is ItemState.NOW), None)
    return MeetingHeader(
        id=state.id,
        group_id=state.group_id,
        title=state.details.title,
        held_on=state.details.held_on,
        phase=state.phase,
        is_put_away=state.is_put_away,
        venue=state.details.venue,
        item_number=now or max(begun, default=0),
        item_count=len(agenda),
        changed_at=changed_at,
    )
