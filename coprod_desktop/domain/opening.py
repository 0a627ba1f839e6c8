"""How a meeting begins: guests, the access check, anything to declare, and what the group wants counted (R08)."""

from coprod_desktop.domain import room_events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import Counting
from coprod_desktop.domain.text import needed

MOST_GUESTS = 500
"""The largest number of guests that can be counted."""


def count_guests(state: MeetingState, count: int) -> tuple[Event, ...]:
    """Say how many guests are here; they are counted and not named."""
    if not 0 <= count <= MOST_GUESTS:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "guests")
    return () if count == state.room.guests else (ev.GuestsCounted(count=count),)


def begin_meeting(state: MeetingState, *, at: str) -> tuple[Event, ...]:
    """Note when the meeting itself began; noted once."""
    return () if state.room.began_at else (ev.MeetingBegan(at=at),)


def read_access_check(state: MeetingState) -> tuple[Event, ...]:
    """Note that the questions whether everybody can take part were read aloud."""
    return () if state.room.has_read_access_check else (ev.AccessCheckRead(),)


def ask_declarations(state: MeetingState) -> tuple[Event, ...]:
    """Note that people were asked whether there is anything to declare; nobody has to answer."""
    return () if state.room.has_asked_declarations else (ev.DeclarationsAsked(),)


def declare(state: MeetingState, person_id: PersonId, words: str) -> tuple[Event, ...]:
    """Write down what a person told the group, because it could bear on a decision."""
    if person_id not in state.attendance:
        raise NotAllowed(Reason.NOT_FOUND)
    return (ev.InterestDeclared(person_id=person_id, words=needed(words, field="words")),)


def choose_counting(state: MeetingState, counting: Counting) -> tuple[Event, ...]:
    """Note what the group chose to count today: nothing, or turns and time by perspective."""
    return () if counting is state.room.counting else (ev.CountingChosen(counting=counting),)


def answer_balance_on_wall(state: MeetingState, *, is_yes: bool) -> tuple[Event, ...]:
    """Note whether the group wants to see its equal voice on the wall."""
    if is_yes is state.room.is_balance_on_wall_agreed:
        return ()
    return (ev.BalanceOnWallAnswered(is_yes=is_yes),)
