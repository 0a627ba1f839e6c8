"""We started late: shorter, fewer, or end later, each as one step that people choose."""

import pytest

from coprod_desktop.domain import agenda, late_start, meeting_setup
from coprod_desktop.domain.agenda_time import agenda_time
from coprod_desktop.domain.ids import AgendaItemId, MeetingId
from coprod_desktop.domain.late_start import LaterEnd, NewLength
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import MeetingMaker
from tests.domain.test_agenda_time import Plan, _at


def _minutes(meeting: MeetingMaker) -> list[int | None]:
    return [item.details.minutes_wanted for item in meeting.state.agenda]


@pytest.mark.parametrize(
    ("minutes", "now", "shorter"),
    [
        ((20, 15, 15), "10:25", ()),
        ((20, 20, 20), "10:30", (15, 15, 15)),
        ((40, 20), "10:30", (30, 15)),
        ((20, 15, 15), "10:30", (18, 14, 13)),
        ((30, 1, 2), "10:50", (22, 1, 2)),
        ((30, None, 30), "10:35", (20, 20)),
        ((20, 20, 20), "11:09", (2, 2, 2)),
        ((20, 20, 20), "11:10", ()),
        ((20, 20), "12:00", ()),
        ((None, None), "12:00", ()),
    ],
)
def test_shorter_minutes_are_fair_shares_that_fit(
    minutes: tuple[int | None, ...], now: str, shorter: tuple[int, ...]
) -> None:
    state = Plan(minutes=minutes).meeting().state
    time = agenda_time(state, _at(now))
    found = late_start.shorter(state, time)
    assert tuple(length.minutes for length in found) == shorter
    assert all(length.minutes <= length.was for length in found)
    assert not found or sum(length.minutes for length in found) == time.there_is


def test_the_open_item_is_not_made_shorter() -> None:
    meeting = Plan(minutes=(20, 30, 30)).meeting()
    meeting.do(agenda.open_item(meeting.state, AgendaItemId("1")))
    found = late_start.shorter(meeting.state, agenda_time(meeting.state, _at("10:15")))
    assert [(length.item_id, length.minutes) for length in found] == [("2", 20), ("3", 20)]


def test_nothing_shrinks_until_somebody_says_so_and_one_undo_takes_it_back() -> None:
    meeting = Plan(minutes=(20, 20, 20)).meeting()
    before = meeting.state
    found = late_start.shorter(before, agenda_time(before, _at("10:30")))
    assert _minutes(meeting) == [20, 20, 20]
    step = meeting.do(late_start.shorten(before, found))
    assert _minutes(meeting) == [15, 15, 15]
    assert agenda_time(meeting.state, _at("10:30")).over_by == 0
    meeting.undo(step)
    assert meeting.state == before


@pytest.mark.parametrize(
    ("length", "reason"),
    [
        (NewLength(item_id=AgendaItemId("1"), was=20, minutes=1), Reason.NUMBER_OUT_OF_RANGE),
        (NewLength(item_id=AgendaItemId("nobody knows"), was=20, minutes=5), Reason.NOT_FOUND),
    ],
)
def test_no_item_gets_shorter_than_two_minutes(length: NewLength, reason: Reason) -> None:
    state = Plan().meeting().state
    with pytest.raises(NotAllowed) as caught:
        late_start.shorten(state, [length])
    assert caught.value.reason is reason


@pytest.mark.parametrize("outcome", [ItemState.PARKED, ItemState.CARRIED_OVER])
def test_fewer_items_are_put_off_in_one_step(outcome: ItemState) -> None:
    meeting = Plan().meeting()
    before = meeting.state
    chosen = [AgendaItemId("3"), AgendaItemId("1"), AgendaItemId("3")]
    step = meeting.do(late_start.put_off(meeting.state, chosen, outcome))
    states = [item.state for item in meeting.state.agenda]
    assert states == [outcome, ItemState.WAITING, outcome]
    meeting.undo(step)
    assert meeting.state == before


def test_only_items_that_wait_are_put_off() -> None:
    meeting = Plan().meeting()
    meeting.do(agenda.open_item(meeting.state, AgendaItemId("1")))
    for chosen, reason in (([], Reason.WORDS_MISSING), ([AgendaItemId("1")], Reason.NOT_FOUND)):
        with pytest.raises(NotAllowed) as caught:
            late_start.put_off(meeting.state, chosen, ItemState.PARKED)
        assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("plan", "now", "later"),
    [
        (Plan(), "10:20", None),
        (Plan(), "10:30", LaterEnd(at=680, is_allowed=True)),
        (Plan(), "10:31", LaterEnd(at=685, is_allowed=True)),
        (Plan(end="", start="10am"), "10:30", None),
        (Plan(fixed=(("The caretaker locks up", "11:20"),)), "10:30", LaterEnd(at=680, is_allowed=True)),
        (Plan(fixed=(("The caretaker locks up", "11:20"),)), "10:31", LaterEnd(at=685, is_allowed=False)),
        (Plan(fixed=(("The caretaker locks up", "11am"),)), "10:30", LaterEnd(at=680, is_allowed=False)),
        (Plan(fixed=(("An interpreter goes", "10:20"),)), "10:30", LaterEnd(at=680, is_allowed=True)),
    ],
)
def test_a_later_end_is_on_whole_five_minutes_and_never_after_what_cannot_move(
    plan: Plan, now: str, later: LaterEnd | None
) -> None:
    state = plan.meeting().state
    assert late_start.later_end(state, agenda_time(state, _at(now))) == later


@pytest.mark.parametrize(
    ("start", "end", "at", "words"),
    [
        ("10am", "11:15", 690, "11:30"),
        ("10am", "about 11", 690, "11:30"),
        ("10pm", "midnight", 1455, "00:15"),
        (_at("10:00"), _at("11:15"), 690, _at("11:30")),
        (_at("22:00"), _at("23:30"), 1450, _at("00:10", "2026-11-25")),
    ],
)
def test_the_new_end_is_written_as_the_old_one_was(start: str, end: str, at: int, words: str) -> None:
    meeting = Plan(start=start, end=end).meeting()
    before = meeting.state
    step = meeting.do(late_start.end_later(meeting.state, at))
    assert meeting.state.details is not None
    assert meeting.state.details.ends_at == words
    assert agenda_time(meeting.state).ends_at == at
    meeting.undo(step)
    assert meeting.state == before


def test_the_same_end_leaves_no_trace() -> None:
    assert late_start.end_later(Plan(end="11:15").meeting().state, 675) == ()


def test_what_cannot_move_is_not_passed() -> None:
    state = Plan(fixed=(("The caretaker locks up", "11:20"),)).meeting().state
    with pytest.raises(NotAllowed) as caught:
        late_start.end_later(state, 690)
    assert (caught.value.reason, caught.value.field) == (Reason.FIXED_END, "ends_at")
    assert late_start.end_later(state, 690, now=_at("11:25"))


def test_an_end_is_a_time_of_this_day_or_the_next_in_a_meeting_that_is_open() -> None:
    meeting = Plan().meeting()
    for state, at, reason in (
        (meeting.state, -1, Reason.NUMBER_OUT_OF_RANGE),
        (meeting.state, 2 * 24 * 60, Reason.NUMBER_OUT_OF_RANGE),
        (MeetingState(id=MeetingId("m")), 690, Reason.NUMBER_OUT_OF_RANGE),
    ):
        with pytest.raises(NotAllowed) as caught:
            late_start.end_later(state, at)
        assert caught.value.reason is reason
    meeting.do(meeting_setup.finish_meeting(meeting.state))
    with pytest.raises(NotAllowed) as caught:
        late_start.end_later(meeting.state, 690)
    assert caught.value.reason is Reason.MEETING_FINISHED


@pytest.mark.parametrize(
    ("minutes", "now", "asks"),
    [
        ((20, 15, 15), "10:04", False),
        ((20, 15, 15), "10:20", False),
        ((20, 15, 15), "10:30", True),
        ((20, None), "10:10", True),
        ((), "10:30", False),
    ],
)
def test_the_choices_are_offered_when_it_is_late_and_does_not_fit(
    minutes: tuple[int | None, ...], now: str, asks: bool
) -> None:
    state = Plan(minutes=minutes).meeting().state
    assert late_start.asks_about_late_start(state, agenda_time(state, _at(now))) is asks


def test_what_is_put_off_makes_it_fit() -> None:
    meeting = Plan().meeting()
    assert agenda_time(meeting.state, _at("10:30")).over_by == 5
    meeting.do(late_start.put_off(meeting.state, [AgendaItemId("2")], ItemState.PARKED))
    assert agenda_time(meeting.state, _at("10:30")).free == 10
