"""Quick search for a picture: by its word, another word, a form of it, or its beginning."""

import pytest

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.own_picture import OwnPicture, OwnPictureId, PictureKind
from coprod_desktop.minutes.picture_search import PictureSearch
from tests.minutes.printing import HOSTILE, pictures


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("bus", "bus"),
        ("Bus stop", "bus"),
        ("buses", "bus"),
        ("LUNCH", "food"),
        ("cooked", "cooking"),
        ("gp", "doctor"),
        ("toil", "toilet"),
        ("hospitals", "hospital"),
        ("library books", "library"),
        ("  wheelchair  ", "wheelchair"),
        ("first_aid", "first aid"),
    ],
)
def test_the_closest_picture_comes_first(typed: str, first: str) -> None:
    assert PictureSearch(pictures()).search(typed)[0].word == first


def test_nothing_typed_gives_the_common_pictures() -> None:
    found = [choice.word for choice in PictureSearch(pictures()).search("   ")]
    assert found == pictures().table["common"]


def test_a_word_without_a_picture_finds_nothing() -> None:
    assert PictureSearch(pictures()).search("quagga") == ()


def test_no_picture_is_offered_twice_and_no_more_than_asked_for() -> None:
    found = PictureSearch(pictures()).search("b", 20)
    assert len(found) == 20
    assert len({choice.key for choice in found}) == 20


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_are_searched_without_a_fault(typed: str) -> None:
    PictureSearch(pictures()).search(typed)


def test_the_groups_own_picture_stands_before_the_tables() -> None:
    own = OwnPicture(
        id=OwnPictureId("1"), group_id=GroupId("g"), kind=PictureKind.SYMBOL, word="bus", alt="Our bus.", data=b"x"
    )
    found = [choice.word for choice in PictureSearch(pictures().with_own([own])).search("bus")]
    assert found[:1] == ["own:1"]
    assert "own:1" not in [choice.word for choice in PictureSearch(pictures()).search("bus")]
