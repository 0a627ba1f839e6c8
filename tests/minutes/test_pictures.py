"""Pictures: every word has a real drawing and a sentence, and an unknown word never gets a wrong one."""

import io
import re

import pytest

from coprod_desktop.minutes.blocks import BlockRole
from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.picture_forms import picture_form
from coprod_desktop.minutes.pictures import PictureChoice
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from tests.minutes.picture_greys import drawn, share_of_dark, share_of_lost_edges
from tests.minutes.printing import fonts, pictures

# Red cross, first aid boxes, hospitals with a cross, a patient's form, ambulance star.
_PROTECTED_EMBLEMS = {"E090", "E140", "E307", "E309", "E30A", "E30B", "1F3E5", "1F691", "26D1", "E2C3"}
# Drawings with letters or numbers in them.
_WITH_LETTERS = {"1F4B7", "1FA99", "1F68F", "1F4E7", "1F3EA", "1F6D1", "1F4C5", "1F4C6", "1F4D3", "1F4A4", "E206"}
_YELLOW_SKIN = re.compile("#fcea2b", re.IGNORECASE)
_HANDS_AND_PEOPLE = (
    *("thumbs up", "hand up", "sign language", "promise", "friends", "group", "walk", "listen", "write", "clapping"),
    *("wheelchair user", "powered wheelchair", "blind person", "hearing aid", "comfort", "relax", "sleep", "run"),
    *("dance", "gym", "cyclist"),
)


def test_there_are_pictures_for_two_hundred_words_and_more() -> None:
    assert len(pictures().words) >= 230


def test_every_other_word_leads_to_a_picture() -> None:
    assert set(pictures().also.values()) <= set(pictures().words)
    assert not set(pictures().also) & set(pictures().words)


@pytest.mark.parametrize("word", pictures().words)
def test_every_picture_has_a_file_and_one_plain_sentence(word: str) -> None:
    choice = pictures().picture(word)

    assert choice.file is not None
    assert choice.file.is_file()
    assert choice.file.stem not in _WITH_LETTERS
    assert choice.file.stem not in _PROTECTED_EMBLEMS or choice.recolour
    assert 3 < len(choice.alt) <= 125
    assert choice.alt.endswith(".")
    assert choice.alt.count(".") == 1
    assert ".svg" not in choice.alt


@pytest.mark.parametrize("word", [word for word in pictures().words if pictures().picture(word).recolour])
def test_a_cross_is_green_as_the_red_one_is_protected_by_law(word: str) -> None:
    colours = {colour for _, colour in drawn(pictures().picture(word)).getcolors(maxcolors=1 << 16) or ()}

    assert not [colour for colour in colours if colour[0] > colour[1] + 40 and colour[0] > colour[2] + 40]
    assert [colour for colour in colours if colour[1] > colour[0] + 40 and colour[1] > colour[2] + 40]


@pytest.mark.parametrize("word", [*pictures().words, "calendar page 24"])
def test_every_picture_stays_clear_in_grey(word: str) -> None:
    seen = drawn(pictures().picture(word))

    assert share_of_dark(seen) >= 0.04
    assert share_of_lost_edges(seen) <= 0.1


@pytest.mark.parametrize(
    ("colours", "why"), [(("#fff3b0", "#ffe0e0"), "too light"), (("#8c7a1f", "#c05a8a"), "the same grey")]
)
def test_a_picture_that_would_be_lost_in_grey_is_noticed(colours: tuple[str, str], why: str) -> None:
    left, right = colours
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72" width="72" height="72">'
        f'<rect x="8" y="8" width="28" height="56" fill="{left}"/>'
        f'<rect x="36" y="8" width="28" height="56" fill="{right}"/></svg>'
    )
    pale = drawn(PictureChoice(key="pale", alt="Pale.", media_type="image/svg+xml", data=svg.encode()))

    assert share_of_dark(pale) < 0.04 or share_of_lost_edges(pale) > 0.1, why


def test_every_picture_draws_something_and_fits_its_square() -> None:
    canvas = TaggedCanvas(
        io.BytesIO(), tree=Node("Document"), facts=DocumentFacts(title="t", author="a"), initialFontName="Arimo"
    )
    for word in [*pictures().words, "calendar page 24"]:
        choice = pictures().picture(word)
        name = picture_form(canvas, choice, fonts())
        drawn = canvas.getCurrentPageContent()
        assert canvas.hasForm(name), word
        assert not drawn, "a picture must not be drawn outside its form"
        if choice.file:
            source = choice.drawing()
            assert "opacity" not in source, word
            assert "<text" not in source, word
            assert 'viewBox="0 0 72 72"' in source, word


@pytest.mark.parametrize("word", sorted(_HANDS_AND_PEOPLE))
def test_people_and_hands_have_no_yellow_skin(word: str) -> None:
    choice = pictures().picture(word)

    assert not _YELLOW_SKIN.search(choice.drawing())


@pytest.mark.parametrize(("also", "word"), [("lunch", "food"), ("Cab", "taxi"), ("yes", "agreed"), ("buses", "bus")])
def test_words_for_the_same_idea_get_the_same_picture(also: str, word: str) -> None:
    assert pictures().picture(also).key == pictures().picture(word).key


@pytest.mark.parametrize("role", list(BlockRole))
def test_an_unknown_word_gets_the_neutral_picture_of_its_kind(role: BlockRole) -> None:
    unknown = pictures().picture("quagga", role.value)

    assert unknown.key in {word.replace(" ", "-") for word in pictures().words}
    assert unknown == pictures().picture("", role.value)


def test_a_decision_and_an_action_look_different_when_no_picture_fits() -> None:
    assert pictures().picture("", "decision").key != pictures().picture("", "action").key


@pytest.mark.parametrize("word", ["glass", "news", "pass the port", "carpet", "starfish"])
def test_a_word_that_only_looks_like_another_does_not_get_its_picture(word: str) -> None:
    found = pictures().picture(word, "plain").key
    assert found in {pictures().picture("", "plain").key, "newspaper"}


def test_a_calendar_page_holds_its_day() -> None:
    assert pictures().picture("calendar page 24").alt == "A calendar page with the number 24."
    assert pictures().picture("calendar page 24").key != pictures().picture("calendar page 25").key


@pytest.mark.parametrize("word", ["calendar page 32", "calendar page 0", "calendar page x"])
def test_a_day_that_no_month_has_is_not_drawn(word: str) -> None:
    assert pictures().picture(word, "due").key == "calendar"
