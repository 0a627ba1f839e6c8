"""Pictures for words and blocks: found, chosen, left out, remembered for a word, and undone."""

from pathlib import Path

import pytest

from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.picture_service import BlockRole
from tests.services.picture_makers import alts, hospital_meeting, picture_of, ref_of


@pytest.fixture
def meeting(services: Services, tmp_path: Path) -> MeetingId:
    """A meeting about health care in which the record gives no picture."""
    return hospital_meeting(services, tmp_path)


@pytest.fixture
def group_id(services: Services, meeting: MeetingId) -> GroupId:
    """The group of that meeting."""
    del meeting
    return services.groups.groups()[0].id


def test_pages_show_what_the_words_mean_where_the_record_gives_no_picture(
    services: Services, meeting: MeetingId
) -> None:
    assert picture_of(services, meeting, BlockRole.ASKED) == "letter"
    assert picture_of(services, meeting, BlockRole.DECISION) == "hospital"
    assert picture_of(services, meeting, BlockRole.OWNER) == "job"


def test_a_chosen_picture_is_on_the_page_and_can_be_undone(services: Services, meeting: MeetingId) -> None:
    ref = ref_of(services, meeting, BlockRole.DECISION)
    services.pictures.choose(meeting, ref, BlockRole.DECISION, "chair")
    assert "A chair." in alts(services.minutes.make(meeting))
    services.history.undo()
    assert "A chair." not in alts(services.minutes.make(meeting))
    services.history.redo()
    assert picture_of(services, meeting, BlockRole.DECISION) == "chair"
    services.pictures.clear(meeting, ref, BlockRole.DECISION)
    assert picture_of(services, meeting, BlockRole.DECISION) == "hospital"


def test_a_picture_that_was_left_out_is_on_no_page(services: Services, meeting: MeetingId) -> None:
    before = len(alts(services.minutes.make(meeting)))
    services.pictures.leave_out(meeting, ref_of(services, meeting, BlockRole.OWNER), BlockRole.OWNER)
    assert len(alts(services.minutes.make(meeting))) == before - 1


def test_a_picture_is_remembered_for_the_word_and_used_in_the_next_meeting(
    services: Services, meeting: MeetingId, group_id: GroupId
) -> None:
    ref = ref_of(services, meeting, BlockRole.OWNER)
    assert "hoist" in services.pictures.words_for_block(meeting, ref, BlockRole.OWNER)
    services.pictures.choose(meeting, ref, BlockRole.OWNER, "wheelchair", remember_for_group=True, word="hoist")
    assert services.pictures.group_choices(group_id) == {"hoist": "wheelchair"}
    services.pictures.clear(meeting, ref, BlockRole.OWNER)
    assert picture_of(services, meeting, BlockRole.OWNER) == "wheelchair"
    services.pictures.clear_group_choice(group_id, "Hoist")
    assert picture_of(services, meeting, BlockRole.OWNER) == "job"


def test_undo_takes_back_the_choice_and_what_was_remembered(
    services: Services, meeting: MeetingId, group_id: GroupId
) -> None:
    ref = ref_of(services, meeting, BlockRole.DECISION)
    services.pictures.choose(meeting, ref, BlockRole.DECISION, "chair", remember_for_group=True)
    assert services.pictures.group_choices(group_id) == {"hospital": "chair"}
    services.history.undo()
    assert services.pictures.group_choices(group_id) == {}
    assert services.pictures.chosen(meeting) == {}


@pytest.mark.parametrize("picture", ["quagga", "own:none", ""])
def test_a_picture_that_is_not_there_cannot_be_chosen(services: Services, meeting: MeetingId, picture: str) -> None:
    ref = ref_of(services, meeting, BlockRole.DECISION)
    with pytest.raises(NotAllowed):
        services.pictures.choose(meeting, ref, BlockRole.DECISION, picture)
    assert services.pictures.chosen(meeting) == {}


def test_the_picture_of_a_block_without_a_thing_of_its_own_cannot_be_changed(
    services: Services, meeting: MeetingId
) -> None:
    with pytest.raises(NotAllowed):
        services.pictures.leave_out(meeting, "", BlockRole.PLAIN)


def test_suggestions_begin_with_the_picture_that_stands_there(services: Services, meeting: MeetingId) -> None:
    ref = ref_of(services, meeting, BlockRole.DECISION)
    found = [choice.word for choice in services.pictures.suggestions_for_block(meeting, ref, BlockRole.DECISION)]
    assert found == ["hospital", "letter", "agreed"]
    services.pictures.choose(meeting, ref, BlockRole.DECISION, "chair")
    assert services.pictures.suggestions_for_block(meeting, ref, BlockRole.DECISION)[0].word == "chair"


@pytest.mark.parametrize("word", ["bus", "hospital", "calendar page 7", "quagga"])
def test_a_screen_gets_a_drawing_for_every_word(services: Services, word: str) -> None:
    image = services.pictures.image(word)
    assert image.media_type == "image/svg+xml"
    assert b"<svg" in image.data
    assert b"#d22f27" not in image.data.lower() or word != "hospital"
