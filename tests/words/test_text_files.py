"""Plain-text files and scripts for speech."""

import pytest

from coprod_desktop.words.spoken_script import script_findings
from coprod_desktop.words.text_file import TextFile, bytes_findings, plain_text_findings
from tests.words.judged import house, rules_of_file

CLEAN = """Minutes: Seats
Tuesday 24 November 2026

We are the bus group.


1. Seats

We talked about 2 things.
- Arms
- A roof

We agreed.
We buy seats.

Idea from: Jo.
Is this right? Yes, No.

End of minutes
"""
MORE = {
    "headings": ("1. Seats",),
    "top": ("Minutes: Seats", "Tuesday 24 November 2026"),
    "proposers": ("Idea from: Jo",),
    "answers": ("Yes, No.",),
}


def test_a_clean_file_has_no_findings() -> None:
    assert rules_of_file(CLEAN, **MORE) == []


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        ("PT-01", "We buy seats.", "We buy\u00a0seats."),
        ("PT-01", "We buy seats.", "We\tbuy seats."),
        ("PT-01", "We buy seats.", "We buy seats. "),
        ("PT-01", "We buy seats.", "We buy\u200b seats."),
        ("PT-02", "We buy seats.", "We buy seats. We sit."),
        ("PT-02", "We buy seats.", "We buy\nseats."),
        ("PT-02", "\n\n\n1. Seats", "\n\n1. Seats"),
        ("PT-02", "\n\nWe agreed.", "\n\n\nWe agreed."),
        ("PT-03", "1. Seats", "## Seats"),
        ("PT-03", "We buy seats.", "WE BUY SEATS."),
        ("PT-04", "We buy seats.", "We buy seats 🚌."),
        ("PT-04", "We buy seats.", "----------"),
        ("PT-04", "We buy seats.", "Seats | Roof"),
        ("PT-05", "We talked about 2 things.", "We talked about this."),
        ("PT-05", "- Arms", "• Arms"),
        ("PT-06", "We buy seats.", "Picture: A bus."),
        ("PT-07", "Tuesday 24 November 2026", "Today"),
        ("PT-07", "End of minutes", "The end"),
        ("PT-08", "Idea from: Jo.", "Jo."),
    ],
)
def test_each_fault_of_a_file_is_found(rule: str, good: str, bad: str) -> None:
    assert good in CLEAN
    assert rule in rules_of_file(CLEAN.replace(good, bad, 1), **MORE)


def test_signs_that_people_wrote_and_joiners_of_a_script_may_stay() -> None:
    assert "PT-04" not in rules_of_file(CLEAN.replace("seats", "🚌"), own_words=("I like 🚌",), **MORE)
    assert "PT-01" not in rules_of_file(CLEAN.replace("seats", "क्\u200dष"), **MORE)


def test_pictures_may_be_told_when_somebody_asked() -> None:
    text = CLEAN.replace("We buy seats.", "Picture: A bus.")
    assert "PT-06" not in rules_of_file(text, has_picture_words=True, **MORE)


def test_a_short_form_ends_no_sentence() -> None:
    assert "PT-02" not in rules_of_file(CLEAN.replace("We buy seats.", "We met Mr. Jo A. Smith at St. Mary's."), **MORE)


def test_a_finding_names_its_line() -> None:
    text = CLEAN.replace("We buy seats.", "We buy\tseats.")
    (finding,) = plain_text_findings(TextFile(text=text, **MORE), house())  # type: ignore[arg-type]
    assert (finding.place, finding.text) == ("Line 14", "We buy\tseats.")


def test_a_file_that_is_not_utf_8_is_found() -> None:
    assert [finding.rule for finding in bytes_findings("Łódź".encode("iso8859_2"), house())] == ["PT-01"]
    assert bytes_findings("Łódź".encode(), house()) == ()


@pytest.mark.parametrize("word", ["2pm", "£5", "25%", "A4", "2:30", "4/11"])
def test_a_script_says_numbers_as_they_are_spoken(word: str) -> None:
    (finding,) = script_findings(f"We meet {word} today.", house())
    assert (finding.rule, finding.text) == ("PT-09", word)
    assert script_findings("We meet at half past two. We pay five pounds, or 5.", house()) == ()


def test_a_script_pauses_after_each_heading() -> None:
    script = "What we decided.\n[Pause: two seconds]\nWe buy seats."
    assert script_findings(script, house(), heading_count=1) == ()
    assert [finding.rule for finding in script_findings(script, house(), heading_count=2)] == ["PT-10"]
