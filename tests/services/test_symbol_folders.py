"""A folder of symbols: read apart from keeping it, only what is safe on a page, printed with its credit, one act."""

from pathlib import Path

import pytest
from PIL import Image

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.own_picture_service import PictureFault, PictureRefused
from tests.minutes.read_out import read_out
from tests.services.picture_makers import SQUARE, SVG, alts, hospital_meeting


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three symbols."""
    (tmp_path / "symbols").mkdir()
    for name in ("boat", "hoist", "ramp"):
        Image.new("RGB", (40, 40)).save(tmp_path / "symbols" / f"{name}.png")
    return tmp_path / "symbols"


def test_reading_tells_how_far_it_is_and_stores_nothing(services: Services, group: Group, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    found = services.own_pictures.read_symbol_folder(folder, lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert [symbol.word for symbol in found.symbols] == ["boat", "hoist", "ramp"]
    assert services.own_pictures.own_pictures(group.id) == ()


def test_reading_that_is_stopped_reads_no_further(services: Services, folder: Path) -> None:
    answers = iter((False, True))
    found = services.own_pictures.read_symbol_folder(folder, is_stopped=lambda: next(answers))
    assert [symbol.word for symbol in found.symbols] == ["boat"]


def test_all_symbols_of_a_source_go_in_one_act_and_others_stay(services: Services, group: Group, folder: Path) -> None:
    pictures = services.own_pictures
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


def test_a_folder_of_symbols_is_taken_in_under_its_words_and_its_credit_is_printed(
    services: Services, tmp_path: Path
) -> None:
    meeting = hospital_meeting(services, tmp_path)
    group_id = services.groups.groups()[0].id
    folder = tmp_path / "symbols"
    folder.mkdir()
    (folder / "Hoist.svg").write_text(SVG.format(SQUARE))
    Image.new("RGBA", (80, 60), (9, 9, 9, 255)).save(folder / "bus_stop.png")
    (folder / "readme.txt").write_text("no symbol")
    (folder / "bad.png").write_bytes(b"bad")
    added = services.own_pictures.add_symbol_folder(group_id, folder, "Example Symbols 2026")
    assert (added.added, added.replaced, added.left_out) == (2, 0, (("bad.png", PictureFault.NOT_A_PICTURE),))
    assert sorted(own.word for own in services.own_pictures.own_pictures(group_id)) == ["bus stop", "hoist"]
    made = services.minutes.make(meeting)
    assert "A symbol for hoist." in alts(made)
    assert any("Example Symbols 2026" in said.text for said in read_out(made).said)
    again = services.own_pictures.add_symbol_folder(group_id, folder, "Example Symbols 2026")
    assert (again.added, again.replaced) == (0, 2)
    assert services.pictures.search("hoist", group_id)[0].alt == "A symbol for hoist."


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/passwd" width="9" height="9"/>',
        '<image xlink:href="https://example.org/a.png" width="9" height="9"/>',
        "<script>alert(1)</script>",
        '<a href="file:///etc/passwd"><rect width="9" height="9"/></a>',
        '<rect width="9" height="9" style="fill:url(file:///etc/passwd#a)"/>',
        '<style>@import "file:///etc/passwd";</style>',
        "<text>Words</text>",
        '<use xlink:href="other.svg#a"/>',
    ],
)
def test_a_symbol_that_would_load_something_or_holds_words_is_left_out(
    services: Services, group: Group, tmp_path: Path, inside: str
) -> None:
    (tmp_path / "symbols").mkdir()
    (tmp_path / "symbols" / "bus.svg").write_text(SVG.format(inside))
    added = services.own_pictures.add_symbol_folder(group.id, tmp_path / "symbols", "Example")
    assert added.left_out == (("bus.svg", PictureFault.UNSAFE),)
    assert services.own_pictures.own_pictures(group.id) == ()


def test_a_symbol_is_kept_without_names_of_makers_and_folders(services: Services, group: Group, tmp_path: Path) -> None:
    (tmp_path / "symbols").mkdir()
    told = (
        "<!-- Quokka --><title>Quokka</title><desc>Quokka</desc><metadata>Quokka</metadata>"
        '<g xmlns:maker="urn:maker" maker:docname="/home/quokka/bus.svg" '
        f'onload="quokka()"><maker:view note="Quokka"/>{SQUARE}</g>'
    )
    (tmp_path / "symbols" / "bus.svg").write_text(SVG.format(told))
    assert services.own_pictures.add_symbol_folder(group.id, tmp_path / "symbols", "Example").left_out == ()
    [kept] = services.own_pictures.own_pictures(group.id)
    assert b"quokka" not in kept.data.lower()
    assert b"<rect" in kept.data


@pytest.mark.parametrize(
    "inside",
    [
        SQUARE * 6_000,
        f'<g id="g0">{SQUARE}</g>'
        + "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10}</g>' for n in range(1, 9)),
    ],
    ids=["many shapes", "shapes used again and again"],
)
def test_a_symbol_of_more_shapes_than_a_page_can_draw_is_left_out(
    services: Services, group: Group, tmp_path: Path, inside: str
) -> None:
    (tmp_path / "symbols").mkdir()
    (tmp_path / "symbols" / "bus.svg").write_text(SVG.format(inside))
    added = services.own_pictures.add_symbol_folder(group.id, tmp_path / "symbols", "Example")
    assert added.left_out == (("bus.svg", PictureFault.TOO_LARGE),)


def test_a_symbol_with_entities_is_left_out(services: Services, group: Group, tmp_path: Path) -> None:
    (tmp_path / "symbols").mkdir()
    evil = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("<desc>&x;</desc>")
    (tmp_path / "symbols" / "bus.svg").write_text(evil)
    added = services.own_pictures.add_symbol_folder(group.id, tmp_path / "symbols", "Example")
    assert added.left_out == (("bus.svg", PictureFault.UNSAFE),)


def test_a_folder_without_symbols_or_a_credit_is_refused(services: Services, group: Group, tmp_path: Path) -> None:
    with pytest.raises(PictureRefused) as caught:
        services.own_pictures.add_symbol_folder(group.id, tmp_path, "Example")
    assert caught.value.fault is PictureFault.EMPTY_FOLDER
    with pytest.raises(PictureRefused):
        services.own_pictures.add_symbol_folder(group.id, tmp_path / "none", "Example")
    with pytest.raises(NotAllowed):
        services.own_pictures.add_symbol_folder(group.id, tmp_path, " ")
