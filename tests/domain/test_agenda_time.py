"""What the agenda wants against the time there is: the plan, and what is left while the meeting is on."""

from dataclasses import dataclass, replace

import pytest

from coprod_desktop.domain import agenda, meeting_setup, opening, participation, pauses, turns
from coprod_desktop.domain.agenda_time import AgendaTime, agenda_time, earliest_fixed, starts
from coprod_desktop.domain.ids import AgendaItemId, MeetingId, TurnId
from coprod_desktop.domain.lines import AgendaItemDetails, ItemState
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.room import FixedEnd, PlannedBreak
from tests.domain.meeting_maker import JO, MeetingMaker

DAY = "2026-11-24"


@dataclass(frozen=True)
class Plan:
    """A meeting as it is planned, for one line of a table."""

    start: str = "10am"
    end: str = "11:15"
    minutes: tuple[int | None, ...] = (20, 15, 15)
    breaks: tuple[tuple[str, int], ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()

    def meeting(self) -> MeetingMaker:
        """The meeting with its items."""
        meeting = MeetingMaker()
        assert meeting.state.details is not None
        details = replace(meeting.state.details, starts_at=self.start, ends_at=self.end)
        meeting.do(meeting_setup.change_details(meeting.state, details))
        for number, minutes in enumerate(self.minutes, 1):
            item = AgendaItemDetails(title=str(number), proposer=Proposer(people=(JO,)), minutes_wanted=minutes)
            meeting.do(agenda.propose_item(meeting.state, item_id=AgendaItemId(str(number)), details=item))
        planned = tuple(PlannedBreak(at=at, minutes=minutes) for at, minutes in self.breaks)
        meeting.do(pauses.plan_breaks(meeting.state, planned))
        ends = tuple(FixedEnd(what=what, at=at) for what, at in self.fixed)
        meeting.do(pauses.set_fixed_ends(meeting.state, ends))
        return meeting


def _at(clock: str, day: str = DAY) -> str:
    return f"{day}T{clock}:00+00:00"


def _bar(time: AgendaTime) -> list[str]:
    """The blocks as text: "1:20" is item 1 with 20 minutes, "break:10" a break."""
    return [f"{'break' if block.is_break else block.number}:{block.minutes}" for block in time.blocks]


@pytest.mark.parametrize(
    ("plan", "wanted", "breaks", "there_is", "over_by", "free"),
    [
        (Plan(), 50, 0, 75, 0, 25),
        (Plan(minutes=()), 0, 0, 75, 0, 75),
        (Plan(minutes=(None, 0, 30)), 30, 0, 75, 0, 45),
        (Plan(minutes=(75,)), 75, 0, 75, 0, 0),
        (Plan(minutes=(40, 45)), 85, 0, 75, 10, 0),
        (Plan(breaks=(("10:30", 15),)), 50, 15, 60, 0, 10),
        (Plan(breaks=(("when we are tired", 15), ("11am", 10))), 50, 25, 50, 0, 0),
        (Plan(breaks=(("10:30", 100),)), 50, 100, 0, 50, 0),
        (Plan(start="10pm", end="1am"), 50, 0, 180, 0, 130),
        (Plan(start=_at("22:00"), end=_at("00:30", "2026-11-25")), 50, 0, 150, 0, 100),
        (Plan(start="10am", end="9am"), 50, 0, None, 0, 0),
        (Plan(start="", end=""), 50, 0, None, 0, 0),
        (Plan(start="after lunch", end="tea time"), 50, 0, None, 0, 0),
        (Plan(start="10am", end=""), 50, 0, None, 0, 0),
        (Plan(start="", end="11am", breaks=(("soon", 5),)), 50, 5, None, 0, 0),
        (Plan(end="", fixed=(("The taxi comes", "11am"),)), 50, 0, 60, 0, 10),
        (Plan(start="", end="", fixed=(("The taxi comes", "11am"),)), 50, 0, None, 0, 0),
        (Plan(fixed=(("The caretaker locks up", "10:45"),)), 50, 0, 45, 5, 0),
        (Plan(fixed=(("The caretaker locks up", "noon"),)), 50, 0, 75, 0, 25),
        (Plan(fixed=(("The train goes", "when it goes"),)), 50, 0, 75, 0, 25),
        (Plan(start="10pm", end="1am", fixed=(("The last bus goes", "00:30"),)), 50, 0, 150, 0, 100),
    ],
)
def test_the_plan_adds_up(plan: Plan, wanted: int, breaks: int, there_is: int | None, over_by: int, free: int) -> None:
    time = agenda_time(plan.meeting().state)
    assert (time.wanted, time.breaks, time.there_is) == (wanted, breaks, there_is)
    assert (time.over_by, time.free) == (over_by, free)
    assert (time.late_by, time.is_live) == (0, False)


@pytest.mark.parametrize(
    ("fixed", "ends_at", "told"),
    [
        ((), 675, None),
        ((("The caretaker locks up", "12:15pm"),), 675, None),
        ((("The caretaker locks up", "11:15"),), 675, "The caretaker locks up"),
        ((("A taxi comes", "11:10"), ("The bus goes", "11am")), 660, "The bus goes"),
        ((("A taxi comes", "later"), ("The bus goes", "9am")), 675, None),
    ],
)
def test_the_first_time_that_cannot_move_is_the_end(
    fixed: tuple[tuple[str, str], ...], ends_at: int, told: str | None
) -> None:
    time = agenda_time(Plan(fixed=fixed).meeting().state)
    assert time.ends_at == ends_at
    assert (time.first_fixed.what if time.first_fixed else None) == told


def test_the_earliest_time_that_cannot_move_is_found_and_free_words_tell_none() -> None:
    meeting = Plan(fixed=(("C", "when it is dark"), ("B", "11am"), ("A", "10:30"))).meeting()
    assert earliest_fixed(meeting.state) == 630
    assert earliest_fixed(meeting.state, 640) == 660
    assert earliest_fixed(meeting.state, 660) is None


@pytest.mark.parametrize(
    ("breaks", "bar"),
    [
        ((), ["1:20", "2:15", "3:15"]),
        ((("10:20", 10),), ["1:20", "break:10", "2:15", "3:15"]),
        ((("10:05", 10),), ["break:10", "1:20", "2:15", "3:15"]),
        ((("10:15", 10),), ["1:20", "break:10", "2:15", "3:15"]),
        ((("9am", 10),), ["break:10", "1:20", "2:15", "3:15"]),
        ((("11am", 10),), ["1:20", "2:15", "3:15", "break:10"]),
        ((("10:20", 10), ("10:46", 5)), ["1:20", "break:10", "2:15", "break:5", "3:15"]),
        ((("10:46", 5), ("10:20", 10)), ["1:20", "break:10", "2:15", "break:5", "3:15"]),
        ((("after the first item", 10),), ["1:20", "2:15", "3:15", "break:10"]),
    ],
)
def test_a_break_stands_between_items_where_its_time_falls(breaks: tuple[tuple[str, int], ...], bar: list[str]) -> None:
    assert _bar(agenda_time(Plan(breaks=breaks).meeting().state)) == bar


def test_without_a_start_breaks_stand_at_the_end() -> None:
    plan = Plan(start="", end="", breaks=(("10:20", 10), ("soon", 5)))
    assert _bar(agenda_time(plan.meeting().state)) == ["1:20", "2:15", "3:15", "break:10", "break:5"]


def test_only_what_takes_time_today_is_wanted_and_numbers_are_those_of_the_list() -> None:
    meeting = Plan(minutes=(10, 20, 30, 40, 50)).meeting()
    for name, end in (
        ("1", ItemState.DISCUSSED),
        ("2", ItemState.PARKED),
        ("3", ItemState.CARRIED_OVER),
        ("4", ItemState.NOT_REACHED),
    ):
        meeting.do(agenda.close_item(meeting.state, AgendaItemId(name), end))
    assert _bar(agenda_time(meeting.state)) == ["1:10", "4:50"]
    assert _bar(agenda_time(meeting.state, _at("10:10"))) == ["4:50"]


@pytest.mark.parametrize(
    ("now", "is_live", "there_is", "wanted"),
    [
        ("", False, 75, 50),
        (_at("09:59"), False, 75, 50),
        (_at("10:00"), True, 75, 50),
        (_at("10:30"), True, 45, 50),
        (_at("11:15"), True, 0, 50),
        (_at("12:00"), True, 0, 50),
        (_at("23:15"), True, 0, 50),
        (_at("23:16"), False, 75, 50),
        (_at("10:30", "2026-11-25"), False, 75, 50),
        ("just now", False, 75, 50),
    ],
)
def test_while_the_meeting_is_on_the_time_is_told_from_now(now: str, is_live: bool, there_is: int, wanted: int) -> None:
    time = agenda_time(Plan().meeting().state, now)
    assert (time.is_live, time.there_is, time.wanted) == (is_live, there_is, wanted)


def test_a_meeting_goes_on_after_midnight() -> None:
    meeting = Plan(start="11pm", end="1am", breaks=(("00:15", 10),), fixed=(("The last bus goes", "00:45"),)).meeting()
    time = agenda_time(meeting.state, _at("00:05", "2026-11-25"))
    assert (time.is_live, time.there_is, time.over_by) == (True, 30, 20)
    assert time.first_fixed is not None


def test_a_fixed_time_that_is_over_holds_nobody_up() -> None:
    meeting = Plan(fixed=(("The interpreter goes", "10:30"),)).meeting()
    assert agenda_time(meeting.state, _at("10:20")).there_is == 10
    assert agenda_time(meeting.state, _at("10:40")).there_is == 35


def test_the_open_item_wants_what_is_left_since_its_first_turn() -> None:
    meeting = Plan().meeting()
    meeting.here(JO)
    meeting.do(agenda.open_item(meeting.state, AgendaItemId("1")))
    assert _bar(agenda_time(meeting.state, _at("10:10"))) == ["1:20", "2:15", "3:15"]
    turn = turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=_at("10:10"), allowed_seconds=None)
    meeting.do(turn)
    assert _bar(agenda_time(meeting.state, _at("10:18"))) == ["1:12", "2:15", "3:15"]
    assert _bar(agenda_time(meeting.state, _at("10:05"))) == ["1:20", "2:15", "3:15"]
    assert _bar(agenda_time(meeting.state, _at("10:40"))) == ["2:15", "3:15"]
    assert _bar(agenda_time(meeting.state)) == ["1:20", "2:15", "3:15"]


def test_no_clocks_means_that_no_clock_goes() -> None:
    meeting = Plan().meeting()
    meeting.do(turns.take_clocks_away(meeting.state))
    assert not agenda_time(meeting.state, _at("10:30")).is_live


def test_a_finished_meeting_shows_its_plan() -> None:
    meeting = Plan().meeting()
    meeting.do(meeting_setup.finish_meeting(meeting.state))
    assert not agenda_time(meeting.state, _at("10:30")).is_live


@pytest.mark.parametrize(
    ("breaks", "now", "taken", "left"),
    [
        ((("10:20", 10),), "10:05", 0, 10),
        ((("10:20", 10),), "10:40", 0, 10),
        ((("10:20", 10),), "10:40", 1, 0),
        ((("11am", 10),), "10:30", 1, 10),
        ((("11am", 10),), "10:52", 1, 0),
        ((("10:20", 10), ("10:50", 5)), "10:35", 1, 5),
        ((("in the middle", 10),), "10:35", 1, 0),
    ],
)
def test_a_break_is_kept_until_it_was_taken(
    breaks: tuple[tuple[str, int], ...], now: str, taken: int, left: int
) -> None:
    meeting = Plan(breaks=breaks).meeting()
    for _ in range(taken):
        meeting.do(pauses.start_break(meeting.state, at=_at("10:10"), minutes=None, used_ms=0))
        meeting.do(pauses.end_break(meeting.state, at=_at("10:12")))
    assert agenda_time(meeting.state, _at(now)).breaks == left


@pytest.mark.parametrize(
    ("start", "began", "now", "late_by"),
    [
        ("10am", "", "10:04", 0),
        ("10am", "", "10:05", 5),
        ("10am", "10:12", "10:40", 12),
        ("10am", "10:04", "10:40", 0),
        ("10am", "09:50", "10:40", 0),
        ("", "10:12", "10:40", 0),
        ("soon", "", "10:40", 0),
    ],
)
def test_how_late_we_started(start: str, began: str, now: str, late_by: int) -> None:
    meeting = Plan(start=start).meeting()
    if began:
        meeting.do(opening.begin_meeting(meeting.state, at=_at(began)))
    assert agenda_time(meeting.state, _at(now)).late_by == late_by


def test_without_a_planned_start_the_time_runs_from_when_it_began() -> None:
    meeting = Plan(start="", end="11am").meeting()
    meeting.do(opening.begin_meeting(meeting.state, at=_at("10:10")))
    assert starts(meeting.state) == 610
    assert agenda_time(meeting.state, _at("10:20")).there_is == 40
    assert agenda_time(meeting.state).there_is == 50


def test_a_meeting_that_has_talked_did_not_start_just_now() -> None:
    meeting = Plan().meeting()
    meeting.do(participation.arrive(meeting.state, JO, at=_at("10:00")))
    meeting.do(agenda.open_item(meeting.state, AgendaItemId("1")))
    assert agenda_time(meeting.state, _at("10:30")).late_by == 0


def test_a_meeting_that_was_taken_back_has_no_time() -> None:
    empty = MeetingState(id=MeetingId("m"))
    assert agenda_time(empty, _at("10:00")) == AgendaTime(wanted=0)
    assert starts(empty) is None
