"""A person's own photo or symbol: shown only for the uses that they said yes to (DP-13)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.lines import DecisionDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import NamedAs, Person
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.minutes.blocks import BlockRole
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.own_picture_service import PictureRefused

TODAY_WORDS = "2026-11-24"


@pytest.fixture
def amina(services: Services, group: Group) -> Person:
    """A person without a picture."""
    return services.people.add_walk_in(group.id, "Amina Yusuf")


def _photo(folder: Path, colour: str = "#6688aa") -> Path:
    path = folder / f"face{colour[1:]}.png"
    Image.new("RGB", (600, 600), colour).save(path)
    return path


def _choose(services: Services, person: Person, path: Path) -> Person:
    return services.person_pictures.choose_photo(person.id, path, word="person", alt="A photo of a person.")


def test_a_photo_is_used_for_nothing_until_each_use_has_its_own_yes(
    services: Services, amina: Person, tmp_path: Path
) -> None:
    amina = _choose(services, amina, _photo(tmp_path))
    pictures = services.person_pictures
    assert [pictures.word_for(amina, use) for use in PhotoUse] == [""] * 5
    pictures.say(amina, PhotoUse.OWN_SHEET, True, "Jo")
    assert pictures.word_for(amina, PhotoUse.OWN_SHEET) == amina.picture
    assert pictures.word_for(amina, PhotoUse.WALL) == ""
    said = pictures.answers(amina)[PhotoUse.OWN_SHEET]
    assert (said.is_yes, said.said_on.isoformat(), said.recorder) == (True, TODAY_WORDS, "Jo")
    pictures.say(amina, PhotoUse.OWN_SHEET, False)
    assert pictures.word_for(amina, PhotoUse.OWN_SHEET) == ""
    services.history.undo()
    assert pictures.word_for(amina, PhotoUse.OWN_SHEET) == amina.picture


def test_another_photo_takes_the_first_one_out_of_the_file_in_one_act(
    services: Services, group: Group, amina: Person, tmp_path: Path
) -> None:
    first = _choose(services, amina, _photo(tmp_path))
    services.person_pictures.say(first, PhotoUse.WALL, True)
    second = _choose(services, first, _photo(tmp_path, "#aa8866"))
    assert [own.picture_word for own in services.own_pictures.own_pictures(group.id)] == [second.picture]
    assert services.person_pictures.word_for(second, PhotoUse.WALL) == ""
    services.history.undo()
    assert services.people.get(amina.id).picture == first.picture
    assert [own.picture_word for own in services.own_pictures.own_pictures(group.id)] == [first.picture]
    services.history.redo()
    assert services.people.get(amina.id).picture == second.picture


def test_a_symbol_needs_no_yes_and_takes_the_photo_away(
    services: Services, group: Group, amina: Person, tmp_path: Path
) -> None:
    amina = _choose(services, amina, _photo(tmp_path))
    amina = services.person_pictures.choose_symbol(amina.id, "star")
    assert services.own_pictures.own_pictures(group.id) == ()
    assert not services.person_pictures.needs_yes(amina)
    assert [services.person_pictures.word_for(amina, use) for use in PhotoUse] == ["star"] * 5
    services.person_pictures.take_away(amina.id)
    assert services.people.get(amina.id).picture == ""


def test_a_photo_with_others_in_it_is_not_taken_from_them(
    services: Services, group: Group, amina: Person, tmp_path: Path
) -> None:
    bob = services.people.add_walk_in(group.id, "Bob")
    added = services.own_pictures.add_photo(group.id, _photo(tmp_path), "us two", "Two people.", (amina.id, bob.id))
    services.person_pictures.choose_symbol(amina.id, added.picture.picture_word)
    services.person_pictures.take_away(amina.id)
    assert [own.id for own in services.own_pictures.own_pictures(group.id)] == [added.picture.id]


def test_what_is_no_picture_is_refused_and_changes_nothing(services: Services, amina: Person, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a picture")
    acts_before = services.history.last
    with pytest.raises(PictureRefused):
        _choose(services, amina, path)
    assert services.people.get(amina.id) == amina
    assert services.history.last is acts_before


def _decide(services: Services, group: Group, who: Person, other: Person) -> MeetingId:
    running = services.meetings.begin(group.id, MeetingDetails(title="Shelters", held_on=date(2026, 11, 24)))
    for person in (who, other):
        running.requests.arrive(person.id)
    details = DecisionDetails(
        proposer=Proposer(people=(who.id,)), outcome=Outcome.AGREED, stood_aside=(other.id,), how_decided=None
    )
    running.requests.record_decision(Words(text="We put a seat at the library."), details)
    return running.live.id


def _pictures_of(services: Services, meeting_id: MeetingId) -> tuple[str, set[str]]:
    """The picture beside whose idea it was, and all others of the minutes."""
    content = services.minutes.content(meeting_id)
    blocks = [block for section in content.sections for block in section.blocks]
    [proposer] = [block for block in blocks if block.role is BlockRole.PROPOSER]
    return proposer.picture, {block.picture for block in blocks if block is not proposer}


def test_minutes_show_the_face_beside_the_persons_own_idea_and_beside_nothing_else(
    services: Services, group: Group, amina: Person, tmp_path: Path
) -> None:
    amina = _choose(services, amina, _photo(tmp_path))
    meeting_id = _decide(services, group, amina, services.people.add_walk_in(group.id, "Bob Marsh"))
    assert _pictures_of(services, meeting_id)[0] == "idea"
    services.person_pictures.say(amina, PhotoUse.MINUTES, True)
    face, others = _pictures_of(services, meeting_id)
    assert face == amina.picture
    assert amina.picture not in others  # Bob, who stood aside, is not shown as Amina
    assert "person" in others
    services.people.save(replace(amina, named_as=NamedAs.UNNAMED))
    assert _pictures_of(services, meeting_id)[0] == "idea"


def test_a_symbol_stands_beside_the_persons_own_idea(services: Services, group: Group, amina: Person) -> None:
    amina = services.person_pictures.choose_symbol(amina.id, "star")
    meeting_id = _decide(services, group, amina, services.people.add_walk_in(group.id, "Bob Marsh"))
    assert _pictures_of(services, meeting_id)[0] == "star"
