"""Dates, times and amounts as people read them (ER-07, ER-21, ER-22), and where sentences end (ER-10)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from coprod_desktop.minutes.dates_and_amounts import (
    date_words,
    day_of,
    protected_spans,
    time_range_words,
    time_words,
)
from coprod_desktop.minutes.sentences import pieces, sentences, tidy
from tests.minutes.meeting_builder import ENGLISH


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 4), "Wednesday 4 November 2026"),
        (date(2024, 2, 29), "Thursday 29 February 2024"),
        (date(1900, 1, 1), "Monday 1 January 1900"),
        (date(2026, 3, 1), "Sunday 1 March 2026"),
    ],
)
def test_the_weekday_of_a_date_is_worked_out(day: date, words: str) -> None:
    assert date_words(day, ENGLISH) == words


@given(day=some.dates())
def test_a_date_has_no_ordinal_and_no_slash(day: date) -> None:
    words = date_words(day, ENGLISH).split()

    assert words[1] == str(day.day)
    assert words[3] == str(day.year)
    assert date_words(day, ENGLISH).split()[0] != (
        date_words(day + timedelta(days=1), ENGLISH).split()[0] if day < date.max else ""
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2026-11-24T14:00:00+00:00", "2pm"),
        ("2026-05-06T14:30:00+01:00", "2:30pm"),
        ("2026-11-24T12:00", "midday"),
        ("2026-11-24T00:00", "midnight"),
        ("2026-11-24T00:05", "12:05am"),
        ("2026-11-24T12:05:59.5", "12:05pm"),
        ("2026-11-24T09:00:00Z", "9am"),
        ("2026-11-24", ""),
        ("14:30", "2:30pm"),
        ("14.30", "2:30pm"),
        ("09:05:00", "9:05am"),
        ("2.30 PM", "2:30pm"),
        ("2 pm", "2pm"),
        ("10am", "10am"),
        ("11 a.m.", "11am"),
        ("12pm", "midday"),
        ("12am", "midnight"),
        ("after lunch", "after lunch"),
        ("about 10:00, when the bus is in", "about 10am, when the bus is in"),
        ("25:00", "25:00"),
        ("13pm", "13pm"),
        ("£2.50 each", "£2.50 each"),
        ("", ""),
    ],
)
def test_a_time_is_said_as_people_say_it(said: str, words: str) -> None:
    assert time_words(said, ENGLISH) == words


@given(hour=some.integers(0, 23), minute=some.integers(0, 59))
def test_no_time_is_left_on_the_24_hour_clock(hour: int, minute: int) -> None:
    words = time_words(f"2026-11-24T{hour:02d}:{minute:02d}", ENGLISH)

    assert words in ("midday", "midnight") or words.endswith("am" if hour < 12 else "pm")
    assert words == time_words(f"{hour:02d}:{minute:02d}", ENGLISH) == time_words(words, ENGLISH)


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2026-11-24T10:30", "2026-11-24T12:50", "10:30am to 12:50pm"),
        ("10am", "", "From 10am."),
        ("", "12:00", "Until midday."),
        ("After lunch", "", "After lunch"),
        ("", "", ""),
    ],
)
def test_a_range_has_the_word_to(starts: str, ends: str, words: str) -> None:
    assert time_range_words(starts, ends, ENGLISH) == words


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-02-24T12:00:00+00:00", date(2026, 2, 24)),
        ("2026-02-24", date(2026, 2, 24)),
        ("2026-02-31T12:00", None),
        ("in spring", None),
        ("", None),
    ],
)
def test_the_day_of_a_moment(moment: str, day: date | None) -> None:
    assert day_of(moment) == day


def test_names_dates_times_amounts_and_phone_numbers_are_protected() -> None:
    text = "Jo Abel rang 01632 960 145 on Tuesday 24 November 2026 about £1,200.50, at 2:30pm or 10am to 11:15am."

    spans = protected_spans([text], ["Jo Abel", "Sam"])

    assert set(spans) >= {
        "Jo Abel",
        "01632 960 145",
        "Tuesday 24 November 2026",
        "£1,200.50",
        "2:30pm",
        "10am to 11:15am",
    }
    assert "Sam" not in spans


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("We agreed. We start now.", ["We agreed.", "We start now."]),
        ("Jo A. said yes. We did too.", ["Jo A. said yes.", "We did too."]),
        ("Ask Jo A. Smith first.", ["Ask Jo A. Smith first."]),
        ("This is plan A. We start now.", ["This is plan A.", "We start now."]),
        ("It ends at 4:30pm. Then we go.", ["It ends at 4:30pm.", "Then we go."]),
        ("Bring food, e.g. Bread or fruit.", ["Bring food, e.g. Bread or fruit."]),
        ("Mr. Hill and Dr. Ali came. All sat.", ["Mr. Hill and Dr. Ali came.", "All sat."]),
        ("It costs £5.50. That is fine.", ["It costs £5.50.", "That is fine."]),
        ("It is at openmoji.org. It is free.", ["It is at openmoji.org.", "It is free."]),
        ("Look at www.gov.uk/help for more", ["Look at www.gov.uk/help for more."]),
        ("Wait... what? No! Yes.", ["Wait... what?", "No!", "Yes."]),
        ('She said "Go." We went.', ['She said "Go."', "We went."]),
        ("She said no. 3 people left.", ["She said no.", "3 people left."]),
        ("Take bus No. 5 home.", ["Take bus No. 5 home."]),
        ("No end mark", ["No end mark."]),
        ("Two\u00a0spaces\tand a line\nbreak.", ["Two spaces and a line break."]),
        ("Rwy'n hapus. Diolch!", ["Rwy'n hapus.", "Diolch!"]),
        ("你好。", ["你好。"]),
        ("", []),
    ],
)
def test_where_a_sentence_ends(text: str, lines: list[str]) -> None:
    assert list(sentences(text)) == lines


@given(text=some.text(max_size=300))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    joined = " ".join(sentences(text))

    assert joined.removesuffix(".") in (tidy(text), tidy(text).removesuffix("."))


@given(words=some.lists(some.sampled_from(["we", "met,", "there", "and", "talked;"]), max_size=120))
def test_a_very_long_sentence_is_cut_and_keeps_every_word(words: list[str]) -> None:
    found = pieces(" ".join(words), most_words=40)

    assert " ".join(found).split() == words
    assert all(0 < len(piece.split()) <= 40 for piece in found)
