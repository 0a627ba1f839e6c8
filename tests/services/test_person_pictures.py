"""A person's own photo or symbol: shown only for the uses that they said yes to (DP-13)."""

from pathlib import Path

import pytest
from PIL import Image

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import Person
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
