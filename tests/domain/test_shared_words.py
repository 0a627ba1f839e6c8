"""Which words tell what a line is about, and what is looked for while somebody types."""

import pytest

from coprod_desktop.domain.shared_words import MOST_ROOTS, AskedWords, asked_words, folded_words, root, telling_roots


@pytest.mark.parametrize(
    ("said", "folded"),
    [
        ("Bus stops & shelters!", "bus stops shelters"),
        ("CAFÉ, Łódź", "cafe lodz"),
        ("Ærø og Tromsø", "aero og tromso"),
        ("Đakovo, Straße, Þórr, Öl", "dakovo strasse thorr ol"),
        ("Ŵyl Tŷ", "wyl ty"),
        ("İstanbul ılık", "istanbul ilik"),
        ("ﬁnance ２０２６", "finance 2026"),
        ("the council's", "the council s"),
        ("under_score-dash", "under score dash"),
        ("Ἀθῆναι", "αθηναι"),
        ("हिन्दी में", "हिन्दी में"),
        ("会议 2", "会议 2"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_words_are_folded(said: str, folded: str) -> None:
    assert " ".join(folded_words(said)) == folded


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("bus buses busses", "bus"),
        ("library libraries", "library"),
        ("shelter shelters", "shelter"),
        ("bench benches", "bench"),
        ("box boxes", "box"),
        ("glass glasses", "glass"),
        ("brush brushes", "brush"),
        ("house houses", "house"),
        ("potato potatoes", "potato"),
        ("shoe shoes", "shoe"),
        ("child children", "child"),
        ("woman women", "woman"),
        ("access", "access"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("tie ties", "tie"),
        ("žs", "žs"),
    ],
)
def test_forms_of_a_word_have_one_root(words: str, same: str) -> None:
    assert {root(word) for word in words.split()} == {same}


@pytest.mark.parametrize(
    ("said", "telling"),
    [
        ("Where should the new bus shelters go?", "bus shelter"),
        ("We need to talk about this again", ""),
        ("Report from the group meeting on Tuesday 10 March 2026", ""),
        ("Mae'r bws yn hwyr", "bws hwyr"),
        ("Money, money, money", "money"),
        ("An X15 to Bath", "x15 bath"),
        ("People do not know", ""),
        ("TV and GP", "tv gp"),
    ],
)
def test_words_that_any_two_lines_share_tell_nothing(said: str, telling: str) -> None:
    assert " ".join(telling_roots(folded_words(said))) == telling


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("bus", AskedWords()),
        ("bus ", AskedWords()),
        ("a bus", AskedWords(roots=("bus",))),
        ("shel", AskedWords(roots=("shel",), begun="shel")),
        ("shelters", AskedWords(roots=("shelter",), begun="shelters")),
        ("shelters ", AskedWords(roots=("shelter",))),
        ("shelters?", AskedWords(roots=("shelter",))),
        ("bus shel", AskedWords(roots=("bus", "shel"), begun="shel")),
        ("bus she", AskedWords(roots=("bus",))),
        ("shou", AskedWords(roots=("shou",))),
        ("the 2026", AskedWords()),
        ("what about", AskedWords()),
        ("", AskedWords()),
        ("?!", AskedWords()),
    ],
)
def test_what_is_looked_for_while_somebody_types(typed: str, asked: AskedWords) -> None:
    assert asked_words(typed) == asked


def test_of_a_very_long_line_the_last_words_are_looked_for() -> None:
    typed = " ".join(f"word{number}" for number in range(50))
    assert asked_words(typed).roots == tuple(f"word{number}" for number in range(50 - MOST_ROOTS, 50))
