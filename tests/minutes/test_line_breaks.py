"""Lines: whole words, whole names and dates, no lone last word, and nothing lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.minutes.line_breaks import Column, LineBreaker
from coprod_desktop.minutes.line_words import WordFinder
from tests.minutes.printing import HOSTILE, fonts, styles

EASY_READ = Column(283 / 16)
PARAGRAPH = Column(453 / 18, most_letters=70, balanced=False)


def broken(text: str, column: Column = EASY_READ, *protected: str, terms: tuple[str, ...] = ()) -> list[str]:
    finder = WordFinder(fonts(), protected, terms, styles().weak_ends_in("en-GB"))
    return [line.text for line in LineBreaker(finder).lines(text, column, with_terms=bool(terms))]


def test_a_sentence_breaks_at_sense() -> None:
    assert broken("The first new shelter will be at the hospital.") == [
        "The first new shelter",
        "will be at the hospital.",
    ]


def test_a_short_sentence_stays_on_one_line() -> None:
    assert broken("It will have seats with arms.") == ["It will have seats with arms."]


def test_no_word_stands_alone_on_the_last_line() -> None:
    assert len(broken("We will ask everyone about the new shelters", PARAGRAPH)[-1].split()) > 1


@pytest.mark.parametrize(
    "whole",
    [
        "Wednesday 4 November 2026",
        "Wednesday 4 November",
        "2:30 pm",
        "0117 496 0123",
        "£2 million",
    ],
)
def test_dates_times_amounts_and_phone_numbers_stay_on_one_line(whole: str) -> None:
    for words_before in range(12):
        lines = broken("so " * words_before + whole + " and then some more words follow here")
        assert any(whole in line for line in lines), lines


def test_a_protected_name_stays_on_one_line_also_with_a_full_stop() -> None:
    name = "Maria de la Cruz"
    for words_before in range(12):
        lines = broken("then " * words_before + f"Ask {name}. More words follow.", EASY_READ, name)
        assert any(f"{name}." in line for line in lines), lines


def test_a_protected_name_longer_than_a_line_breaks_between_its_words() -> None:
    name = "The Very Long Name Of A Working Group For Bus Stops And Shelters In Riverside"

    assert " ".join(broken(f"Ask {name}.", EASY_READ, name)) == f"Ask {name}."


def test_lines_do_not_end_with_small_words_when_they_need_not() -> None:
    for line in broken("We want to ask the council about a bench at the stop in the square.")[:-1]:
        assert line.split()[-1] not in {"the", "a", "to", "at", "in"}


def test_a_word_longer_than_a_line_is_cut_and_keeps_all_its_letters() -> None:
    word = "x" * 500

    assert "".join(broken(word)) == word
    assert len(broken(word)) > 10


def test_a_web_address_is_cut_after_a_stroke() -> None:
    address = "https://www.example.org.uk/what-we-do/our-meetings/minutes-and-papers"
    lines = broken(address)

    assert "".join(lines) == address
    assert lines[0].endswith("/")
    assert not any(line.endswith("-") for line in lines)


def test_no_line_is_longer_than_the_most_letters_allowed() -> None:
    assert max(len(line) for line in broken("ill it " * 100, PARAGRAPH)) <= 70


def test_a_term_is_bold_the_first_time_only() -> None:
    finder = WordFinder(fonts(), (), ("co-production",))
    breaker = LineBreaker(finder)
    first, second = (breaker.lines("We like co-production.", EASY_READ, with_terms=True)[0].runs for _ in range(2))

    assert [(face.name, text) for face, text in first] == [
        ("Arimo", "We like "),
        ("Arimo-Bold", "co-production"),
        ("Arimo", "."),
    ]
    assert [face.name for face, _ in second] == ["Arimo"]


def test_a_term_inside_another_word_is_not_made_bold() -> None:
    finder = WordFinder(fonts(), (), ("act",))
    line = LineBreaker(finder).lines("We react.", EASY_READ, with_terms=True)[0]

    assert [face.name for face, _ in line.runs] == ["Arimo"]


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=300))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str) -> None:
    finder = WordFinder(fonts(), ("Jo Smith",), ())
    lines = LineBreaker(finder).lines(text, EASY_READ)

    kept = "".join(line.text for line in lines).replace(" ", "")
    assert kept == "".join(fonts().drawable(text).replace("\u00a0", " ").split(" "))
    assert all(line.width <= EASY_READ.width + 0.01 for line in lines)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_broken_into_lines_that_fit(text: str) -> None:
    finder = WordFinder(fonts(), (text,), (text,))
    lines = LineBreaker(finder).lines(text, EASY_READ, with_terms=True)

    assert lines
    assert all(line.width <= EASY_READ.width + 0.01 for line in lines)


@pytest.mark.parametrize("text", ["word " * 4000, "x" * 55_000, "a " * 10_000])
def test_giant_texts_are_broken_in_reasonable_time(text: str) -> None:
    start = time.process_time()
    broken(text)

    assert time.process_time() - start < 3


def test_a_name_that_stays_whole_is_no_lone_word() -> None:
    name = "Grace Lindqvist-Okonkwo"

    assert broken(f"Led the meeting: {name}", EASY_READ, name) == ["Led the meeting:", name]


def test_a_date_that_no_line_holds_breaks_before_its_day() -> None:
    date = "Thursday 19 November 2026"

    assert broken(date, Column(9.4), date) == ["Thursday", "19 November 2026"]
