"""The group's own words in what is typed: told when they stand there, offered when they are begun."""

import pytest

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.domain.word_offers import OfferedList

LIST = OfferedList(
    ExplainedWord(term=term, means=means)
    for term, means in (
        ("rota", "a list of who does what, and when"),
        ("direct payment", "money to choose your own help"),
        ("Łódź café", "where we meet"),
        ("budget", "the money that we can spend"),
        ("budget line", "one part of it"),
        ("مساعدة", "help"),
        ("empty", " "),
        ("!!", "only signs"),
    )
)


def told(text: str) -> list[str]:
    return [word.term for word in LIST.words_in(text)]


def offered(text: str, place: int | None = None) -> list[str]:
    return [one.term for one in LIST.offers(text, len(text) if place is None else place)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("We make a rota.", ["rota"]),
        ("ROTAS and the Budget", ["rota", "budget"]),
        ("Two direct payments, one rota, one rota", ["direct payment", "rota"]),
        ("we rotate, direct a payment", []),
        ("At the lodz cafe", ["Łódź café"]),
        ("نطلب مساعدة الآن", ["مساعدة"]),
        ("empty !!", []),
    ],
)
def test_a_word_is_told_where_it_stands_however_it_is_spelled(text: str, terms: list[str]) -> None:
    assert told(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("a ro", []),
        ("a rot", ["rota"]),
        ("a rota", []),
        ("a rot ", []),
        ("Rot", ["Rota"]),
        ("the budg", ["budget", "budget line"]),
        ("the budget", ["budget line"]),
        ("my direct pay", ["direct payment"]),
        ("my direct-pay", ["direct payment"]),
        ("łód", ["Łódź café"]),
        ("مساع", ["مساعدة"]),
        ("carrot", []),
        ("emp", []),
    ],
)
def test_three_letters_of_a_word_offer_it(text: str, terms: list[str]) -> None:
    assert offered(text) == terms


def test_nothing_is_offered_in_the_middle_of_a_word() -> None:
    assert offered("a rotten thing", place=5) == []
    assert offered("a rot thing", place=5) == ["rota"]


def test_taking_a_word_replaces_what_was_typed_of_it_and_no_more() -> None:
    text = "We want direct pay"
    (one,) = LIST.offers(text, len(text))
    assert text[: one.start] + one.term == "We want direct payment"


def test_a_very_long_text_of_any_letters_does_no_harm() -> None:
    text = "\u202erota\u0301 %s {0} <b> " * 2_000 + "rot"
    assert told(text) == ["rota"]
    assert offered(text) == ["rota"]
