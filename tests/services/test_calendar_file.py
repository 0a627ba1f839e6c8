"""The file for calendars, read back by the library: right over summer time and year end, stable, nothing private."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from coprod_desktop.domain.events import MeetingDetailsChanged, MeetingOpened, Step, StepUndone
from coprod_desktop.domain.ids import GroupId, MeetingId, StepId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.services.calendar_file import calendar_file, changes_so_far

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def _details(held_on: date, starts_at: str = "", ends_at: str = "") -> MeetingDetails:
    return MeetingDetails(title="Seats, stops; and more", held_on=held_on, starts_at=starts_at, ends_at=ends_at)


def _event(details: MeetingDetails, changes: int = 0) -> Any:
    made = calendar_file(
        MeetingId("m-1"),
        details,
        group_name="Riverside",
        place="Library hall, 1 Mill Road",
        changes=changes,
        made_at=NOW,
        zone=LONDON,
    )
    calendar = Calendar.from_ical(made)
    [event] = calendar.walk("VEVENT")
    return event


@pytest.mark.parametrize(
    ("day", "starts", "begins"),
    [
        (date(2026, 10, 24), "10am", "2026-10-24T09:00:00+00:00"),
        (date(2026, 10, 26), "10am", "2026-10-26T10:00:00+00:00"),
        (date(2027, 3, 27), "2:30pm", "2027-03-27T14:30:00+00:00"),
        (date(2027, 3, 29), "2:30pm", "2027-03-29T13:30:00+00:00"),
        (date(2026, 12, 31), "midday", "2026-12-31T12:00:00+00:00"),
    ],
)
def test_a_time_in_words_is_the_time_on_the_wall_on_both_sides_of_the_clock_change(
    day: date, starts: str, begins: str
) -> None:
    event = _event(_details(day, starts))
    assert event["DTSTART"].dt == datetime.fromisoformat(begins)
    assert "DTEND" not in event


def test_a_meeting_over_the_night_of_new_year_ends_in_the_next_year() -> None:
    event = _event(_details(date(2026, 12, 31), "10pm", "00:30"))
    assert event["DTSTART"].dt == datetime(2026, 12, 31, 22, 0, tzinfo=UTC)
    assert event["DTEND"].dt == datetime(2027, 1, 1, 0, 30, tzinfo=UTC)


def test_the_night_that_is_an_hour_longer_keeps_what_the_clocks_show() -> None:
    event = _event(_details(date(2026, 10, 24), "11pm", "3am"))
    assert event["DTEND"].dt - event["DTSTART"].dt == datetime(2026, 1, 1, 5) - datetime(2026, 1, 1, 0)


def test_a_moment_with_its_offset_is_kept_and_after_a_move_only_its_time_of_day() -> None:
    there = _event(_details(date(2026, 7, 1), "2026-07-01T10:00:00+02:00", "2026-07-01T11:30:00+02:00"))
    assert there["DTSTART"].dt == datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
    moved = _event(_details(date(2026, 12, 1), "2026-07-01T10:00:00+02:00", "2026-07-01T11:30:00+02:00"))
    assert moved["DTSTART"].dt == datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
    assert moved["DTEND"].dt == datetime(2026, 12, 1, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize("words", ["", "after lunch"])
def test_without_a_known_start_it_is_the_whole_day(words: str) -> None:
    event = _event(_details(date(2026, 12, 31), words, "4pm"))
    assert event["DTSTART"].dt == date(2026, 12, 31)
    assert event["DTEND"].dt == date(2027, 1, 1)
    assert event["DTSTART"].params.get("VALUE") == "DATE"


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_slip_of_the_hand_in_the_year_makes_a_file_too(day: date) -> None:
    assert "DTSTART" in _event(_details(day, "00:30", "10pm"))


def test_times_in_the_hour_that_summer_time_leaves_out_have_no_end_before_their_start() -> None:
    event = _event(_details(date(2027, 3, 28), "01:30", "02:30"))
    assert event["DTSTART"].dt == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert "DTEND" not in event


def test_a_moved_meeting_takes_the_place_of_the_one_before() -> None:
    before, after = _event(_details(date(2026, 12, 1), "10am")), _event(_details(date(2026, 12, 8), "10am"), 1)
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)


def test_signs_in_a_title_and_place_come_back_as_they_were() -> None:
    event = _event(_details(date(2026, 12, 1)))
    assert event["SUMMARY"] == "Seats, stops; and more"
    assert event["LOCATION"] == "Library hall, 1 Mill Road"


def _step(number: int, *events: object) -> Step:
    return Step(id=StepId(f"s{number}"), at=NOW, events=events)  # type: ignore[arg-type]


def test_only_what_a_calendar_shows_counts_as_a_change_and_an_undo_counts_once_more() -> None:
    first = _details(date(2026, 12, 1), "10am")
    moved = _details(date(2026, 12, 8), "10am")
    sent = MeetingDetails(title=first.title, held_on=first.held_on, starts_at="10am", invitations_sent_on=NOW.date())
    opened = _step(1, MeetingOpened(group_id=GroupId("g"), details=first))
    assert changes_so_far([opened]) == 0
    assert changes_so_far([opened, _step(2, MeetingDetailsChanged(details=sent))]) == 0
    steps = [opened, _step(2, MeetingDetailsChanged(details=moved)), _step(3, StepUndone(step_id=StepId("s2")))]
    assert [changes_so_far(steps[:count]) for count in (1, 2, 3)] == [0, 1, 2]
    again = [*steps, _step(4, StepUndone(step_id=StepId("s3")))]
    assert changes_so_far(again) == 3
