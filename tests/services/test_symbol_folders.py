"""A folder of symbols is read apart from keeping it: it tells how far it is, can be stopped, and goes in one act."""

from pathlib import Path

import pytest
from PIL import Image

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.picture_service import PictureFault, PictureRefused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three symbols."""
    (tmp_path / "symbols").mkdir()
    for name in ("boat", "hoist", "ramp"):
        Image.new("RGB", (40, 40)).save(tmp_path / "symbols" / f"{name}.png")
    return tmp_path / "symbols"


def test_reading_tells_how_far_it_is_and_stores_nothing(services: Services, group: Group, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    found = services.pictures.read_symbol_folder(folder, lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert [symbol.word for symbol in found.symbols] == ["boat", "hoist", "ramp"]
    assert services.pictures.own_pictures(group.id) == ()


def test_reading_that_is_stopped_reads_no_further(services: Services, folder: Path) -> None:
    answers = iter((False, True))
    found = services.pictures.read_symbol_folder(folder, is_stopped=lambda: next(answers))
    assert [symbol.word for symbol in found.symbols] == ["boat"]


def test_all_symbols_of_a_source_go_in_one_act_and_others_stay(services: Services, group: Group, folder: Path) -> None:
    pictures = services.pictures
    found = pictures.read_symbol_folder(folder)
    pictures.add_symbols(group.id, found, "Example A")
    pictures.add_symbols(group.id, found, "Example B")
    assert pictures.remove_symbols(group.id, "Example A") == 3
    assert {own.credit for own in pictures.own_pictures(group.id)} == {"Example B"}
    services.history.undo()
    assert len(pictures.own_pictures(group.id)) == 6
    assert all(own.data for own in pictures.own_pictures(group.id))
    services.history.redo()
    assert len(pictures.own_pictures(group.id)) == 3
    with pytest.raises(NotAllowed):
        pictures.remove_symbols(group.id, "Example A")


def test_a_photo_can_be_looked_at_before_it_is_taken_in(services: Services, group: Group, tmp_path: Path) -> None:
    Image.new("RGB", (1600, 900)).save(tmp_path / "a.png")
    seen = services.pictures.look_at_photo(tmp_path / "a.png")
    assert (seen.media_type, seen.data[:2]) == ("image/jpeg", b"\xff\xd8")
    assert services.pictures.own_pictures(group.id) == ()
    with pytest.raises(PictureRefused) as caught:
        services.pictures.look_at_photo(tmp_path / "none.png")
    assert caught.value.fault is PictureFault.NOT_READABLE
