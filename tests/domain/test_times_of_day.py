"""Times as people write them, on the day of the meeting and over midnight."""

from datetime import date

import pytest

from coprod_desktop.domain.times_of_day import is_only_a_time, minutes_between, minutes_from, minutes_of_day, moment_of

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("10am", 600),
        ("2:30 PM", 870),
        ("14.30", 870),
        ("at about 11:15", 675),
        ("12am", 0),
        ("12pm", 720),
        ("Midday", 720),
        ("noon", 720),
        ("midnight", 1440),
        ("2026-11-24T09:05:00+00:00", 545),
        ("after lunch", None),
        ("24:00", None),
        ("10:75", None),
        ("13pm", None),
        ("0am", None),
        ("2026", None),
        ("", None),
        ("  ", None),
        ("\u0661\u0660am", 600),
    ],
)
def test_a_time_is_read_or_left_alone(words: str, minutes: int | None) -> None:
    assert minutes_of_day(words) == minutes


@pytest.mark.parametrize(
    ("words", "after", "minutes"),
    [
        ("10am", None, 600),
        ("10am", 540, 600),
        ("1am", 22 * 60, 25 * 60),
        ("9am", 600, 540),
        ("after lunch", 600, None),
        ("2026-11-24T11:00:00+00:00", 720, 660),
        ("2026-11-25T00:30:00+00:00", None, 1470),
        ("2026-11-23T23:30:00+00:00", None, -30),
        ("2026-99-99T23:30:00+00:00", None, 1410),
    ],
)
def test_a_time_stands_in_minutes_after_the_midnight_of_the_day(
    words: str, after: int | None, minutes: int | None
) -> None:
    assert minutes_from(DAY, words, after=after) == minutes


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("10am", "11:15", 75),
        ("10pm", "1am", 180),
        ("10pm", "midnight", 120),
        ("2pm", "1pm", None),
        ("10am", "10am", None),
        ("10am", "", None),
        ("later", "11am", None),
        ("2026-11-24T22:00:00+00:00", "2026-11-25T00:15:00+00:00", 135),
        ("2026-11-24T22:00:00+00:00", "1am", 180),
        ("10am", "2026-11-24T12:00:00+00:00", 120),
    ],
)
def test_the_time_between_goes_over_midnight_but_not_round_the_clock(start: str, end: str, minutes: int | None) -> None:
    assert minutes_between(start, end) == minutes


@pytest.mark.parametrize(
    ("words", "is_time"),
    [("10am", True), ("2026-11-24T22:00:00+00:00", True), ("about 10am", False), ("", False)],
)
def test_words_that_are_nothing_but_a_time_are_known(words: str, is_time: bool) -> None:
    assert is_only_a_time(words) is is_time


def test_only_a_whole_moment_is_a_moment() -> None:
    assert moment_of("10am") is None
    assert moment_of("2026-99-99T23:30:00+00:00") is None
    found = moment_of("2026-11-24T22:00:00+00:00")
    assert found is not None
    assert found.hour == 22
