"""Opening a meeting, setting it up, finishing it, putting it away."""

from dataclasses import replace

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.domain.meeting import Bounds, FixedBound, MeetingDetails, NextMeeting
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, typed, typed_lines


def open_meeting(
    state: MeetingState, *, group_id: GroupId, details: MeetingDetails, follows_id: MeetingId | None = None
) -> tuple[Event, ...]:
    """Begin a meeting; only its name must be there."""
    if state.phase is not Phase.TAKEN_BACK:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.MeetingOpened(group_id=group_id, details=checked_details(details), follows_id=follows_id),)


def change_details(state: MeetingState, details: MeetingDetails) -> tuple[Event, ...]:
    """Change what, when or where; nothing if all is as it was."""
    checked = checked_details(details)
    return () if checked == state.details else (ev.MeetingDetailsChanged(details=checked),)


def set_bounds(state: MeetingState, bounds: Bounds) -> tuple[Event, ...]:
    """Write down what is open and what is fixed; empty lines are left out."""
    lines = [(typed(line, field="open"), how_open) for line, how_open in bounds.open_lines]
    told = [(line, how_open) for line, how_open in lines if line]
    checked = Bounds(
        open=tuple(line for line, _ in told),
        fixed=tuple(fixed for fixed in (_checked_bound(line) for line in bounds.fixed) if fixed.what),
        how_open=tuple(how_open for _, how_open in told) if any(how_open for _, how_open in told) else (),
        not_given_up=typed_lines(bounds.not_given_up, field="not_given_up"),
        why_now=typed(bounds.why_now, field="why_now", keeps_lines=True),
        hoped_gain=typed(bounds.hoped_gain, field="hoped_gain", keeps_lines=True),
    )
    return () if checked == state.bounds else (ev.BoundsSet(bounds=checked),)


def set_next_meeting(state: MeetingState, next_meeting: NextMeeting | None) -> tuple[Event, ...]:
    """Say when and where the group meets next; None or nothing filled in takes it away."""
    checked = None
    if next_meeting is not None and next_meeting != NextMeeting():
        checked = replace(
            next_meeting,
            starts_at=typed(next_meeting.starts_at, field="starts_at"),
            venue=typed(next_meeting.venue, field="venue"),
        )
    return () if checked == state.next_meeting else (ev.NextMeetingSet(next_meeting=checked),)


def finish_meeting(state: MeetingState) -> tuple[Event, ...]:
    """Close the meeting. A turn that still runs must be ended first, so that no time is lost."""
    if state.phase is not Phase.OPEN:
        raise NotAllowed(Reason.MEETING_FINISHED)
    if state.current_turn is not None:
        raise NotAllowed(Reason.TURN_RUNNING)
    return (ev.MeetingFinished(),)


def reopen_meeting(state: MeetingState) -> tuple[Event, ...]:
    """Open a finished meeting again."""
    if state.phase is not Phase.FINISHED:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.MeetingReopened(),)


def put_away(state: MeetingState) -> tuple[Event, ...]:
    """Put the meeting out of sight; nothing is deleted."""
    if state.is_put_away:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.MeetingPutAway(),)


def bring_back(state: MeetingState) -> tuple[Event, ...]:
    """Bring back a meeting that was put away."""
    if not state.is_put_away:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.MeetingBroughtBack(),)


def not_finished(state: MeetingState) -> None:
    """Raises NotAllowed if the meeting was closed: turns and items need an open one, answers may come weeks later."""
    if state.phase is Phase.FINISHED:
        raise NotAllowed(Reason.MEETING_FINISHED)


def checked_details(details: MeetingDetails) -> MeetingDetails:
    """The details with clean words. Raises NotAllowed if nobody could see the name."""
    return replace(
        details,
        title=needed(details.title, field="title", reason=Reason.NAME_MISSING),
        starts_at=typed(details.starts_at, field="starts_at"),
        ends_at=typed(details.ends_at, field="ends_at"),
        venue=typed(details.venue, field="venue"),
        purpose=typed(details.purpose, field="purpose", keeps_lines=True),
        food=typed(details.food, field="food", keeps_lines=True),
        taking_part_money=typed(details.taking_part_money, field="taking_part_money", keeps_lines=True),
        own_time_at=typed(details.own_time_at, field="own_time_at"),
    )


def _checked_bound(bound: FixedBound) -> FixedBound:
    return FixedBound(
        what=typed(bound.what, field="what"),
        by_whom=typed(bound.by_whom, field="by_whom"),
        why=typed(bound.why, field="why"),
    )
