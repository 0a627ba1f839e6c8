"""Times as people write them."""

import pytest

from coprod_desktop.domain.times_of_day import minutes_between, minutes_of_day
from coprod_desktop.ui.widgets.clock_words import easy_time


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("10am", 600),
        ("2:30pm", 870),
        ("14.30", 870),
        ("12am", 0),
        ("midday", 720),
        ("2026-11-24T09:05:00+00:00", 545),
        ("after lunch", None),
        ("25:00", None),
        ("13pm", None),
        ("", None),
    ],
)
def test_a_time_is_read_or_left_alone(words: str, minutes: int | None) -> None:
    assert minutes_of_day(words) == minutes


def test_the_time_there_is_needs_a_start_and_a_later_end() -> None:
    assert minutes_between("10am", "11:15") == 75
    assert minutes_between("2pm", "1pm") is None
    assert minutes_between("10am", "") is None


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("14:30", "2:30pm"),
        ("2026-11-24T12:00:00+00:00", "midday"),
        ("2026-11-24T00:00:00+00:00", "midnight"),
        ("after lunch, about 2pm", "after lunch, about 2pm"),
    ],
)
def test_a_time_is_shown_as_it_is_said(words: str, shown: str) -> None:
    assert easy_time(words) == shown
