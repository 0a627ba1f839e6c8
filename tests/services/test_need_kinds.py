"""Kinds of food, languages and ways of contact that lists may tell: known words only, never somebody's own (DP-04)."""

import pytest

from coprod_desktop.domain.need_rules import RULES_BY_KEY
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.language_file import read_language_file
from coprod_desktop.services.need_kinds import CountedKinds, NeedKinds

KINDS = NeedKinds.load(templates_folder())


@pytest.mark.parametrize(
    ("key", "said", "names", "is_all"),
    [
        ("food", "I am vegan", ("Vegan",), True),
        ("food", "Vegan, no nuts please.", ("Vegan", "No nuts"), True),
        ("food", "I am allergic to peanuts and milk", ("No nuts", "No milk"), True),
        ("food", "dairy free", ("No milk",), True),
        ("food", "no beetroot", (), False),
        ("food", "halal, and no beetroot", ("Halal",), False),
        ("food", "I am not vegan", (), False),
        ("food", "nuts are fine", ("No nuts",), False),
        ("food", "no nuts, but not vegan", (), False),
        ("food", "", (), False),
        ("translator", "Polish please", ("Polish",), True),
        ("translator", "Polski", ("Polish",), True),
        ("translator", "Polish and Ukrainian", ("Polish", "Ukrainian"), True),
        ("translator", "Not Russian, Ukrainian", (), False),
        ("translator", "Klingon", (), False),
        ("contact_way", "Please send me a text", ("text",), True),
        ("contact_way", "letters only", ("letter",), True),
        ("contact_way", "email or phone", ("email", "phone"), True),
        ("contact_way", "face-to-face", ("in person",), True),
        ("contact_way", "text, not phone", (), False),
        ("contact_way", "through my sister Ruth", ("through a supporter",), False),
        ("contact_way", "phone after 6pm", ("phone",), False),
    ],
)
def test_known_words_give_a_kind_and_anything_else_is_asked(
    key: str, said: str, names: tuple[str, ...], is_all: bool
) -> None:
    found = KINDS.find(key, said)
    assert (found.names, found.is_all) == (names, is_all)


def test_each_person_is_counted_once_and_whoever_said_more_is_among_the_others() -> None:
    said = ["vegan", "Vegan!", "No nuts, vegan", "vegan, and no beetroot", "no beetroot", ""]
    counts = (("Vegan", 2), ("Vegan, No nuts", 1))
    assert KINDS.counted("food", said) == CountedKinds(counts=counts, others=3)


def test_every_kind_belongs_to_a_rule_and_no_word_to_two_kinds() -> None:
    told = read_language_file(templates_folder(), "need_kinds")
    ignored = {*told.pop("no_words"), *told.pop("small_words")}
    for key, kinds in told.items():
        words = [word for kind in kinds for word in kind["words"]]
        assert key in RULES_BY_KEY
        assert len(words) == len(set(words))
        assert not ignored & set(words)
