"""How long sentences may be, how many ideas they hold, and where they could be cut."""

import pytest

from coprod_desktop.words.reading_matter import PieceKind, TextPiece
from tests.words.judged import PLACE, found, sentence


def words(count: int) -> str:
    return " ".join(["We", *["go"] * (count - 2), "home."])


@pytest.mark.parametrize(("count", "blocking"), [(12, []), (13, [False]), (15, [False]), (16, [True]), (60, [True])])
def test_a_sentence_is_advised_on_from_13_words_and_blocks_above_15(count: int, blocking: list[bool]) -> None:
    assert [finding.is_blocking for finding in found("ER-08", words(count))] == blocking


def test_each_long_sentence_has_one_finding_with_its_place_words_and_count() -> None:
    (first, second) = found("ER-08", words(16), words(5), words(17))
    assert (first.rule, first.place, first.text, first.ref) == ("ER-08", PLACE, words(16), "d1")
    assert "16 words" in first.message
    assert "17 words" in second.message


def test_what_a_person_said_must_be_short_too_but_other_rules_only_advise() -> None:
    own = sentence(words(16), is_own_words=True)
    assert [finding.is_blocking for finding in found("ER-08", own)] == [True]
    assert [finding.is_blocking for finding in found("ER-13", sentence("We don't.", is_own_words=True))] == [False]
    assert [finding.is_blocking for finding in found("ER-13", "We don't.")] == [True]


@pytest.mark.parametrize("kind", [PieceKind.HEADING, PieceKind.LABEL])
def test_headings_and_labels_are_no_sentences(kind: PieceKind) -> None:
    assert found("ER-08", sentence(words(20), kind)) == []
    assert len(found("ER-08", sentence(words(20), PieceKind.LIST_LINE))) == 1


def test_a_mark_that_stands_alone_is_no_word() -> None:
    assert found("ER-08", "We go – home – now - and then we all eat cake with tea today.") != []
    assert found("ER-08", "We go – home – now - and we eat cake with tea.") == []


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        (
            "We will ask the council for a new bench because the old bench at the stop is broken.",
            "Make 2 sentences. Start the second at “because the old”.",
        ),
        (
            "We want a bench with arms at the stop, a roof that keeps all the rain off.",
            "Make 2 sentences. Put a full stop after “at the stop”.",
        ),
        (
            "We will all go on the big red bus to the park near the old mill house today.",
            "Make 2 short sentences. Say one thing in each.",
        ),
    ],
)  # fmt: skip
def test_the_mend_of_a_long_sentence_says_where_to_cut_it(text: str, mend: str) -> None:
    assert [finding.mend for finding in found("ER-08", text)] == [mend]


def test_a_cut_leaves_no_part_of_one_or_two_words() -> None:
    assert "and tea" not in found("ER-08", f"{words(15)[:-1]} and tea.")[0].mend


@pytest.mark.parametrize(
    "text",
    [
        "We like it and he likes it but she does not.",
        "We agreed this: a new bench.",
        "We agreed; then we went home.",
        "We want a bench (with arms).",
    ],
)
def test_more_than_one_idea_is_advised_on_once(text: str) -> None:
    assert [finding.is_blocking for finding in found("ER-09", text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Jo, Sam and Bea came.",
        "We meet at 2:30pm.",
        "We agreed this because it rains.",
        "See example.org/a:b for more.",
    ],
)
def test_one_idea_is_left_alone(text: str) -> None:
    assert found("ER-09", text) == []


def test_a_list_line_may_have_its_label() -> None:
    assert found("ER-09", sentence("Took notes: Jo", PieceKind.LIST_LINE)) == []


def test_a_block_holds_3_sentences_and_40_words() -> None:
    def block(*texts: str) -> list[TextPiece]:
        return [sentence(text, block=1) for text in texts]

    assert found("ER-11", *block("We go.", "We eat.", "We sing.")) == []
    assert len(found("ER-11", *block("We go.", "We eat.", "We sing.", "We stop."))) == 1
    assert found("ER-11", *block(words(20), words(20))) == []
    assert len(found("ER-11", *block(words(20), words(21)))) == 1
    assert found("ER-11", *block(words(20)), sentence(words(21), block=2)) == []


@pytest.mark.parametrize(("count", "how_many"), [(20, 0), (21, 1)])
def test_large_print_advises_above_20_words(count: int, how_many: int) -> None:
    assert [finding.is_blocking for finding in found("LP-16", words(count))] == [False] * how_many
