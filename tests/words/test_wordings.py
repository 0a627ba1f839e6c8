"""Capitals, short forms, who does it, questions, one word for one thing."""

import pytest

from coprod_desktop.words.reading_matter import PieceKind
from tests.words.judged import found, judge, matter, mends, sentence


@pytest.mark.parametrize(("text", "word"), [("This is IMPORTANT now.", "IMPORTANT"), ("Ask the SENCO.", "SENCO")])
def test_words_in_capitals_are_found(text: str, word: str) -> None:
    assert [finding.text for finding in found("ER-03", text)] == [word]


@pytest.mark.parametrize("text", ["Ask the NHS and the GP.", "We bring the DVD.", "Jo came.", "We met on A4 paper."])
def test_known_initials_and_usual_words_are_no_capitals(text: str) -> None:
    assert found("ER-03", text) == []
    assert found("ER-18", text) == []


def test_a_name_in_capitals_stays_as_its_owner_writes_it() -> None:
    assert len(found("ER-03", "ABBA came.")) == 1
    assert found("ER-03", "ABBA came.", names=("ABBA",)) == []
    assert found("ER-18", "JJ came.", names=("JJ",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bench was bought.",
        "The door is not painted.",
        "It will be made soon.",
        "He got paid.",
        "It is always cleaned by us.",
        "That is not impossible.",
        "We did not do nothing.",
    ],
)
def test_it_is_advised_to_say_who_does_it_and_to_say_no_once(text: str) -> None:
    assert [finding.is_blocking for finding in found("ER-12", text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "We bought it.",
        "She is tired.",
        "They were worried.",
        "He is Fred.",
        "A red bed.",
        "She is not here and nobody came.",
    ],
)
def test_plain_sentences_say_who_does_it(text: str) -> None:
    assert found("ER-12", text, names=("Fred",)) == []


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("We don't know.", "Write “do not”."),
        ("We don’t know.", "Write “do not”."),
        ("Don't go.", "Write “Do not”."),
        ("I'm here.", "Write “I am”."),
        ("It's late.", "Write “It is”."),
        ("They'll come.", "Write “They will”."),
    ],
)
def test_short_forms_are_written_out(text: str, mend: str) -> None:
    assert mends("ER-13", text) == [mend]


@pytest.mark.parametrize(
    "text", ["Jo's idea is good.", "O'Neill came.", "The people's choice.", "Somebody's coat is here."]
)
def test_what_belongs_to_somebody_is_no_short_form(text: str) -> None:
    assert found("ER-13", text) == []


def test_another_word_for_an_explained_thing_is_advised_on() -> None:
    budget = {"budget": "the money that we can spend"}
    (finding,) = judge().findings(matter("We ask for more funds.", words=budget), ["ER-14"])
    assert (finding.mend, finding.is_blocking) == ("Write “budget” each time.", False)
    assert judge().findings(matter("We ask for more budget.", words=budget), ["ER-14"]) == ()
    assert judge().findings(matter("We ask for more funds."), ["ER-14"]) == ()


def test_a_name_in_small_letters_is_advised_on_unless_it_is_a_word() -> None:
    assert mends("ER-14", "Then marlon spoke.", names=("Marlon Achebe",)) == ["Write “Marlon”."]
    assert mends("ER-14", "We will go to the rose show.", names=("Will Rose",)) == []


def test_initials_are_spelled_out_once() -> None:
    assert [finding.text for finding in found("ER-18", "The CQC came.", "The CQC went.")] == ["CQC"]
    assert found("ER-18", "The Care Quality Commission (CQC) came.", "The CQC went.") == []
    assert found("ER-18", "The C.Q.C. came.")[0].text == "CQC"


def test_initials_are_in_no_heading() -> None:
    heading = sentence("The CQC", PieceKind.HEADING)
    assert "heading" in found("ER-18", "The Care Quality Commission (CQC) came.", heading)[0].message
    assert found("ER-18", sentence("The NHS", PieceKind.HEADING)) == []


def test_initials_of_the_word_list_are_known() -> None:
    told = matter("The CQC came.", "CQC means people who check.", words={"CQC": "people who check"})
    assert judge().findings(told, ["ER-18"]) == ()


def test_a_word_in_capitals_is_not_called_a_short_form() -> None:
    assert found("ER-18", "This IS IMPORTANT.") == []
    assert found("ER-18", "Ask IT for help.") != []


def test_a_question_belongs_in_a_heading() -> None:
    assert len(found("ER-24", "What do we do?")) == 1
    for kind in (PieceKind.HEADING, PieceKind.LABEL):
        assert found("ER-24", sentence("What do we do?", kind)) == []


def test_a_phrase_that_means_something_else_is_found() -> None:
    assert [finding.text for finding in found("ER-24", "We will Touch base soon.")] == ["touch base"]
    assert found("ER-24", "We will touch the base.") == []
