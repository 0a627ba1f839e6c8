"""Numbers in words: a table that people can check, and every number read back by somebody else's rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.speech.number_words import LARGEST, cardinal, decimal, digits, ordinal, whole_number, year

_ONES = {
    word: number
    for number, word in enumerate(
        [
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        ]
    )
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def read(words: str) -> int:
    """The number that somebody hears: they add up small words, and multiply at each large one."""
    total = group = 0
    for word in words.replace("-", " ").split():
        if word == "hundred":
            group *= 100
        elif word in _LARGE:
            total += group * _LARGE[word]
            group = 0
        elif word != "and":
            group += _ONES[word] if word in _ONES else _TENS[word]
    return total + group


@given(st.one_of(st.integers(0, 2000), st.integers(0, LARGEST)))
def test_every_number_is_heard_as_the_number_that_it_is(number: int) -> None:
    assert read(cardinal(number)) == number


@given(st.integers(0, LARGEST))
def test_british_and_stands_before_the_last_two_figures_only(number: int) -> None:
    words = cardinal(number)
    assert words.endswith(" hundred") or words.count(" and ") <= words.count(" hundred") + 1
    assert (" and " in words[-40:]) or number % 100 == 0 or number < 100


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (99, "ninety-nine"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (1000, "one thousand"),
        (1001, "one thousand and one"),
        (1205, "one thousand two hundred and five"),
        (12_000, "twelve thousand"),
        (1_000_001, "one million and one"),
        (999_999, "nine hundred and ninety-nine thousand nine hundred and ninety-nine"),
    ],
)
def test_numbers_that_people_checked(number: int, words: str) -> None:
    assert cardinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (2, "second"),
        (3, "third"),
        (5, "fifth"),
        (8, "eighth"),
        (9, "ninth"),
        (12, "twelfth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (31, "thirty-first"),
        (100, "one hundredth"),
        (103, "one hundred and third"),
    ],
)
def test_ordinals_that_people_checked(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2026, "twenty twenty-six"),
        (1999, "nineteen ninety-nine"),
        (1905, "nineteen oh five"),
        (1900, "nineteen hundred"),
        (2000, "two thousand"),
        (2005, "two thousand and five"),
        (2010, "twenty ten"),
    ],
)
def test_years_that_people_checked(number: int, words: str) -> None:
    assert year(number) == words


def test_digits_are_said_one_by_one() -> None:
    assert digits("01632 96") == "zero one six three two nine six"
    assert decimal("4", "50") == "four point five zero"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("007", "zero zero seven"),
        ("1,200", "one thousand two hundred"),
        ("2000000", "two million"),
        ("12345678", "one two three four five six seven eight"),
        ("0", "zero"),
    ],
)
def test_a_code_is_said_by_its_digits_and_a_round_number_as_a_number(text: str, words: str) -> None:
    assert whole_number(text) == words


def test_a_number_of_five_thousand_digits_is_said_too() -> None:
    assert len(whole_number("7" * 5000).split()) == 5000


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_a_number_without_words_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        cardinal(number)
