"""Which words are hard, and how the group's own list explains them."""

import pytest

from coprod_desktop.words.reading_matter import PieceKind
from tests.words.judged import found, judge, matter, mends, sentence


@pytest.mark.parametrize(
    "word", ["commissioning", "procurement", "facilitators", "infrastructure", "multidisciplinary", "zymurgy"]
)
def test_hard_words_are_found(word: str) -> None:
    assert [finding.text for finding in found("ER-15", f"We like {word} a lot.")] == [word]


@pytest.mark.parametrize(
    "text",
    [
        "We walked to the buses and talked about meetings.",
        "People decided, laughed and went running.",
        "The children's toys are cheaper.",
        "We want easy-read pages and a second-hand bench.",
        "On Wednesday 4 November we meet.",
        "The council and the carers like the website.",
        "We’ve seen Jo’s photos.",
    ],
)
def test_everyday_words_in_any_form_are_not_hard(text: str) -> None:
    assert found("ER-15", text) == []


def test_names_are_not_hard_words() -> None:
    assert found("ER-15", "Achebe and Siobhan came.", names=("Marlon Achebe", "Siobhan Ng")) == []
    assert found("ER-15", "We went to Llandudno.", "Llandudno is far.") == []
    assert found("ER-15", "Oluwaseun spoke.", "Swansea is far.", "Sarah spoke.") == []
    assert found("ER-15", "The Facilitators met.", "Procurement is slow.")[-1].text == "procurement"


def test_an_easier_word_is_offered_where_we_know_one() -> None:
    assert mends("ER-15", "We purchase it.") == ["Write “buy”, or explain it in the group's word list."]
    assert mends("ER-15", "We purchased it.") == ["Write “buy”, or explain it in the group's word list."]
    assert mends("ER-15", "It is zymurgy.") == ["Explain it in the group's word list or choose an easier word."]


def test_explained_words_are_not_hard_in_any_form() -> None:
    words = {"insurance": "a promise to pay"}
    assert judge().findings(matter("We need insurance.", "Our insurances are old.", words=words), ["ER-15"]) == ()


def test_a_hard_word_is_found_in_each_piece_and_once_in_it() -> None:
    twice = "We purchase and purchase."
    assert len(found("ER-15", twice, sentence("Purchase now", PieceKind.HEADING))) == 2


def test_web_addresses_and_letters_with_digits_are_no_words() -> None:
    assert found("ER-15", "See procurement.example.org or a@procurement.org at 2pm on the 4th.") == []


def test_a_word_is_explained_in_the_very_next_sentence() -> None:
    words = {"budget": "the money that we can spend"}
    good = matter("We have a budget.", "Budget means the money that we can spend.", words=words)
    late = matter("We have a budget.", *["We go home."] * 9, "Budget means the money that we can spend.", words=words)
    assert judge().findings(good, ["ER-16"]) == ()
    assert [finding.text for finding in judge().findings(late, ["ER-16"])] == ["budget"]


def test_words_that_explain_are_easy_themselves() -> None:
    words = {"budget": "the remuneration that we can spend"}
    told = matter("We have a budget.", "Budget means the remuneration that we can spend.", words=words)
    (finding,) = judge().findings(told, ["ER-16"])
    assert "“remuneration”" in finding.message
    assert judge().findings(told, ["ER-15"]) == ()  # told once, by ER-16


def test_two_explained_words_need_a_list() -> None:
    two = {"budget": "our money", "rota": "a list of who does what"}
    told = matter("We have a budget and a rota.", words=two)
    assert judge().findings(told, ["ER-17"]) == ()
    unlisted = matter("We have a budget and a rota.", words=two)
    object.__setattr__(unlisted, "word_list", ("budget: our money",))
    assert [finding.text for finding in judge().findings(unlisted, ["ER-17"])] == ["rota"]
