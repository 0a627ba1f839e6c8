"""Breaks follow the strictest need, and no stretch without a break is longer than that."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.break_hints import BreakRhythm, break_ideas, break_rhythm, suggested_breaks
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.room import PlannedBreak, Room

HOUR = BreakRhythm(minutes_between=60, minutes_long=10)
HALF_HOUR = BreakRhythm(minutes_between=30, minutes_long=5)


def person(code: str, detail: str = "") -> Person:
    need = AccessNeed(code=code, detail=detail, consent_on=date(2026, 1, 13))
    return Person(id=PersonId(code), group_id=GroupId("g"), name="Jo", needs=(need,))


@pytest.mark.parametrize(
    ("code", "detail", "between", "long"),
    [
        ("BREAK", "", 60, 10),
        ("BREAK", "Ten minutes each hour", 60, 10),
        ("BREAK", "Every hour, please", 60, 10),
        ("BREAK", "every 2 hours is enough", 60, 10),
        ("BREAK", "every 90 minutes", 60, 10),
        ("BREAK", "A break of 10 minutes", 60, 10),
        ("BREAK", "Every 30 minutes", 30, 10),
        ("BREAK", "30", 30, 10),
        ("BREAK", "30 minutes.", 30, 10),
        ("BREAK", "after 45 mins", 45, 10),
        ("BREAK", "I must move every half an hour", 30, 10),
        ("BREAK", "every 2 minutes", 15, 10),
        ("BSL", "", 30, 5),
        ("BSL", "every 20 minutes", 30, 5),
        ("DBLIND", "", 30, 10),
        ("DBLIND", "every 20 minutes", 20, 10),
    ],
)
def test_each_need_has_its_rhythm(code: str, detail: str, between: int, long: int) -> None:
    assert break_rhythm([person(code, detail)]) == BreakRhythm(minutes_between=between, minutes_long=long)


def test_the_strictest_wins() -> None:
    assert break_rhythm([person("BREAK"), person("BSL")]) == BreakRhythm(minutes_between=30, minutes_long=10)
    assert break_rhythm([person("BSL"), person("BREAK")]) == BreakRhythm(minutes_between=30, minutes_long=10)


def test_no_other_need_asks_for_breaks() -> None:
    others = [person(code, "every 30 minutes") for code in NEED_CODES if code not in ("BREAK", "BSL", "DBLIND")]
    assert break_rhythm(others) is None


@pytest.mark.parametrize(
    ("start", "end", "rhythm", "planned", "wanted"),
    [
        (time(10), time(11), HOUR, (), ()),
        (time(10), time(12), HOUR, (), ((time(10, 55), 10),)),
        (time(10), time(12), HOUR, ((time(11), 15),), ()),
        (time(10), time(12), HALF_HOUR, (), ((time(10, 25), 5), (time(10, 55), 5), (time(11, 25), 5))),
        (time(10), time(15), HOUR, ((time(12), 45),), ((time(10, 55), 10), (time(13, 20), 10), (time(14, 10), 10))),
        (time(10), time(12), HOUR, ((time(9), 5), (time(13), 30)), ((time(10, 55), 10),)),
        (time(22), time(1), HOUR, (), ()),
    ],
)
def test_breaks_are_added_to_those_that_are_planned(
    start: time,
    end: time,
    rhythm: BreakRhythm,
    planned: tuple[tuple[time, int], ...],
    wanted: tuple[tuple[time, int], ...],
) -> None:
    assert suggested_breaks(start, end, rhythm, planned) == wanted


@given(
    start=st.integers(0, 1200),
    length=st.integers(1, 239),
    between=st.integers(15, 60),
    long=st.integers(5, 14),
    planned=st.lists(st.tuples(st.integers(0, 1380), st.integers(1, 45)), max_size=3),
)
def test_no_stretch_is_too_long_and_no_break_lies_on_another(
    start: int, length: int, between: int, long: int, planned: list[tuple[int, int]]
) -> None:
    end = start + length
    rhythm = BreakRhythm(minutes_between=between, minutes_long=long)
    given_breaks = [(time(at // 60, at % 60), minutes) for at, minutes in planned]
    found = [
        (when.hour * 60 + when.minute, minutes)
        for when, minutes in suggested_breaks(_time(start), _time(end), rhythm, given_breaks)
    ]
    assert all(start < at and at + minutes < end for at, minutes in found)
    reached = start
    for at, minutes in sorted([*found, *planned, (end, 0)]):
        if at > reached:
            assert min(at, end) - reached <= between
        if (at, minutes) in found:
            assert at >= reached
        reached = max(reached, at + minutes)


def test_ideas_follow_the_times_of_the_meeting_and_leave_its_planned_breaks_alone() -> None:
    details = MeetingDetails(title="Seats", held_on=date(2026, 11, 24), starts_at="10am", ends_at="12pm")
    state = MeetingState(id=MeetingId("m"), details=details)
    assert break_ideas(state, [person("BREAK")]) == (PlannedBreak(at="10:55", minutes=10),)
    planned = replace(state, room=Room(planned_breaks=(PlannedBreak(at="11am", minutes=10),)))
    assert break_ideas(planned, [person("BREAK")]) == ()
    assert break_ideas(state, []) == ()
    assert break_ideas(replace(state, details=replace(details, ends_at="when we are done")), [person("BREAK")]) == ()


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
