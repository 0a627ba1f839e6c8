"""Pictures: found, chosen, left out and undone; photos only with every yes, and nothing of the camera kept."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.own_picture import OwnPicture, PhotoUse
from coprod_desktop.domain.person import MinutesFormat, NamedAs
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.picture_service import BlockRole, PictureFault, PictureRefused
from tests.minutes.read_out import read_out
from tests.services.record_makers import small_record, written

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72" viewBox="0 0 72 72">{}</svg>'
SQUARE = '<rect x="9" y="9" width="54" height="54" fill="#888888" stroke="#000000" stroke-width="3"/>'
SECRET = b"Canon-of-Winnie"


@pytest.fixture
def meeting(services: Services, tmp_path: Path) -> MeetingId:
    """A meeting about health care in which the record gives no picture."""
    idea = {"people": ["p1"]}
    record = small_record(
        agenda=[{"id": "a1", "title": "Letters from the hospital", "proposed_by": idea}],
        decisions=[
            {
                "id": "d1",
                "item": "a1",
                "text": "The hospital will send letters in large print.",
                "proposed_by": idea,
                "outcome": "agreed",
            }
        ],
        actions=[{"id": "x1", "decision": "d1", "text": "Order a new hoist.", "owners": ["p2"], "state": "open"}],
    )
    return services.records.import_file(written(tmp_path, record)).meeting_id


@pytest.fixture
def group_id(services: Services, meeting: MeetingId) -> GroupId:
    """The group of that meeting."""
    del meeting
    return services.groups.groups()[0].id


def camera_photo(path: Path, size: tuple[int, int] = (1600, 900), *, turned: bool = True) -> Path:
    """A JPEG as a phone makes it: lying on its side, with the place and the owner written into it."""
    photo = Image.new("RGB", size, (20, 90, 160))
    photo.paste((240, 240, 240), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif[0x0112] = 6 if turned else 1
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)})
    photo.save(path, "JPEG", exif=exif, comment=SECRET, xmp=b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>")
    return path


def ref_of(services: Services, meeting: MeetingId, role: BlockRole) -> str:
    blocks = (block for section in services.minutes.content(meeting).sections for block in section.blocks)
    return next(block.ref for block in blocks if block.role is role and block.ref)


def picture_of(services: Services, meeting: MeetingId, role: BlockRole) -> str:
    blocks = (block for section in services.minutes.content(meeting).sections for block in section.blocks)
    return next(block.picture for block in blocks if block.role is role and block.ref)


def images(data: bytes) -> list[pikepdf.PdfImage]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        photos = [thing for thing in found if thing.get("/Subtype") == "/Image"]
        return [pikepdf.PdfImage(photo).as_pil_image() for photo in photos]


def alts(data: bytes) -> list[str]:
    return [said.alt for said in read_out(data).said if said.tag == "Figure"]


def people(services: Services, group_id: GroupId) -> list[PersonId]:
    return [person.id for person in services.people.people(group_id)]


def add(services: Services, group_id: GroupId, path: Path, *who: PersonId, word: str = "hoist") -> OwnPicture:
    return services.pictures.add_photo(group_id, path, word, "Two of us at the new hoist.", who).picture


# Choosing


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


# Photos


def test_a_photo_is_turned_upright_made_smaller_and_loses_all_that_the_camera_wrote(
    services: Services, group_id: GroupId, tmp_path: Path
) -> None:
    path = camera_photo(tmp_path / "a.jpg")
    assert SECRET in path.read_bytes()
    own = add(services, group_id, path)
    kept = Image.open(io.BytesIO(own.data))
    assert (kept.format, kept.size) == ("JPEG", (675, 1200))
    assert not kept.getexif()
    assert SECRET not in own.data
    assert b"Exif" not in own.data
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert kept.getpixel((300, 100))[0] > 200 > 100 > kept.getpixel((300, 1100))[0]  # the light half is on top


def test_a_photo_is_printed_only_when_everybody_in_it_said_yes_and_goes_with_the_first_no(
    services: Services, meeting: MeetingId, group_id: GroupId, tmp_path: Path
) -> None:
    first, second = people(services, group_id)
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"), first, second)
    pictures = services.pictures
    assert images(services.minutes.make(meeting)) == []
    pictures.say(own.id, first, PhotoUse.MINUTES, True, "Jo")
    pictures.say(own.id, second, PhotoUse.WALL, True)
    assert images(services.minutes.make(meeting)) == []
    pictures.say(own.id, second, PhotoUse.MINUTES, True)
    made = services.minutes.make(meeting)
    assert [image.size for image in images(made)] == [(675, 1200)]
    assert "Two of us at the new hoist." in alts(made)
    assert not read_out(made).faults
    assert SECRET not in made
    pictures.say(own.id, first, PhotoUse.MINUTES, False)
    made = services.minutes.make(meeting)
    assert images(made) == []
    assert "Two of us at the new hoist." not in alts(made)
    services.history.undo()
    assert len(images(services.minutes.make(meeting))) == 1


def test_a_no_takes_out_a_photo_that_was_chosen_for_a_block(
    services: Services, meeting: MeetingId, group_id: GroupId, tmp_path: Path
) -> None:
    (first, _) = people(services, group_id)
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"), first, word="team")
    ref = ref_of(services, meeting, BlockRole.PROPOSER)
    with pytest.raises(NotAllowed):
        services.pictures.choose(meeting, ref, BlockRole.PROPOSER, own.picture_word)
    services.pictures.say(own.id, first, PhotoUse.MINUTES, True)
    services.pictures.choose(meeting, ref, BlockRole.PROPOSER, own.picture_word)
    assert len(images(services.minutes.make(meeting))) == 1
    services.pictures.say(own.id, first, PhotoUse.MINUTES, False)
    assert images(services.minutes.make(meeting)) == []
    assert picture_of(services, meeting, BlockRole.PROPOSER) == "idea"


def test_a_yes_for_one_use_is_no_yes_for_another(services: Services, group_id: GroupId, tmp_path: Path) -> None:
    (first, _) = people(services, group_id)
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"), first)
    services.pictures.say(own.id, first, PhotoUse.WALL, True)
    assert [use for use in PhotoUse if services.pictures.may_use(own.id, use)] == [PhotoUse.WALL]
    assert services.pictures.yeses(own.id)[0].said_on.year > 2000


def test_somebody_who_is_not_in_a_photo_cannot_answer_for_it(
    services: Services, group_id: GroupId, tmp_path: Path
) -> None:
    first, second = people(services, group_id)
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"), first)
    with pytest.raises(NotAllowed):
        services.pictures.say(own.id, second, PhotoUse.MINUTES, True)


def test_a_photo_on_a_page_has_200_dots_an_inch_or_more(
    services: Services, meeting: MeetingId, group_id: GroupId, tmp_path: Path
) -> None:
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"))
    services.pictures.choose(meeting, ref_of(services, meeting, BlockRole.OWNER), BlockRole.OWNER, own.picture_word)
    (photo,) = images(services.minutes.make(meeting, size_pt=24))
    assert max(photo.size) / (60 / 25.4) >= 200


def test_a_small_photo_is_taken_in_and_said_to_be_small(services: Services, group_id: GroupId, tmp_path: Path) -> None:
    path = camera_photo(tmp_path / "a.jpg", (300, 200), turned=False)
    added = services.pictures.add_photo(group_id, path, "door", "A door.")
    assert not added.is_sharp
    assert added.sharp_to_mm == pytest.approx(38.1)
    large = services.pictures.add_photo(group_id, camera_photo(tmp_path / "b.jpg"), "door", "A door.")
    assert large.is_sharp


def test_clear_parts_of_a_photo_become_white(services: Services, group_id: GroupId, tmp_path: Path) -> None:
    Image.new("RGBA", (500, 500), (200, 0, 0, 0)).save(
        tmp_path / "a.webp", "WEBP", lossless=True, exif=b"Exif\0\0" + SECRET
    )
    own = add(services, group_id, tmp_path / "a.webp")
    assert Image.open(io.BytesIO(own.data)).getpixel((10, 10)) == (255, 255, 255)
    assert SECRET not in own.data


def _bomb(path: Path) -> None:
    Image.new("1", (30_000, 20_000)).save(path, "PNG")


def _cut_short(path: Path) -> None:
    whole = camera_photo(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda path: path.write_bytes(b"not a picture"), PictureFault.NOT_A_PICTURE),
        (lambda path: path.write_bytes(b""), PictureFault.NOT_A_PICTURE),
        (lambda path: path.write_text(SVG.format(SQUARE)), PictureFault.NOT_A_PICTURE),
        (lambda path: Image.new("RGB", (9, 9)).save(path, "GIF"), PictureFault.NOT_A_PICTURE),
        (lambda path: path.mkdir(), PictureFault.NOT_READABLE),
        (lambda path: path.parent, PictureFault.NOT_READABLE),
        (_bomb, PictureFault.TOO_LARGE),
        (_cut_short, PictureFault.DAMAGED),
    ],
)
def test_a_file_that_is_no_sound_photo_is_refused_with_a_plain_reason(
    services: Services, group_id: GroupId, tmp_path: Path, make: Callable[[Path], object], fault: PictureFault
) -> None:
    make(tmp_path / "a.jpg")
    with pytest.raises(PictureRefused) as caught:
        services.pictures.add_photo(group_id, tmp_path / "a.jpg", "door", "A door.")
    assert caught.value.fault is fault
    assert services.pictures.own_pictures(group_id) == ()


def _name_nobody(services: Services, group_id: GroupId) -> None:
    winnie = next(person for person in services.people.people(group_id) if person.name.startswith("Winnie"))
    services.people.save(replace(winnie, named_as=NamedAs.UNNAMED))


@pytest.mark.parametrize("alt", ["Winnie at the hoist.", "Here is Asante", "Winnie Asante and a friend."])
def test_the_words_of_a_photo_never_name_somebody_who_chose_not_to_be_named(
    services: Services, group_id: GroupId, tmp_path: Path, alt: str
) -> None:
    _name_nobody(services, group_id)
    with pytest.raises(PictureRefused) as caught:
        services.pictures.add_photo(group_id, camera_photo(tmp_path / "a.jpg"), "hoist", alt)
    assert caught.value.fault is PictureFault.NAMES_SOMEBODY


def test_a_name_in_the_words_of_a_photo_goes_when_its_owner_no_longer_wants_to_be_named(
    services: Services, meeting: MeetingId, group_id: GroupId, tmp_path: Path
) -> None:
    services.pictures.add_photo(group_id, camera_photo(tmp_path / "a.jpg"), "hoist", "Winnie at the hoist")
    assert "Winnie at the hoist." in alts(services.minutes.make(meeting))
    _name_nobody(services, group_id)
    made = services.minutes.make(meeting)
    assert "A photo from our group." in alts(made)
    assert b"Winnie" not in services.minutes.make(meeting, MinutesFormat.PLAIN_TEXT)


def test_a_photo_that_was_taken_away_leaves_the_pages_and_the_file(
    services: Services, meeting: MeetingId, group_id: GroupId, tmp_path: Path
) -> None:
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"))
    services.pictures.remove(own.id)
    assert services.pictures.own_pictures(group_id) == ()
    assert images(services.minutes.make(meeting)) == []
    services.history.undo()
    assert services.pictures.own_pictures(group_id) == (own,)


# Symbols


def test_a_folder_of_symbols_is_taken_in_under_its_words_and_its_credit_is_printed(
    services: Services, meeting: MeetingId, group_id: GroupId, tmp_path: Path
) -> None:
    folder = tmp_path / "symbols"
    folder.mkdir()
    (folder / "Hoist.svg").write_text(SVG.format(SQUARE))
    Image.new("RGBA", (80, 60), (9, 9, 9, 255)).save(folder / "bus_stop.png")
    (folder / "readme.txt").write_text("no symbol")
    (folder / "bad.png").write_bytes(b"bad")
    added = services.pictures.add_symbol_folder(group_id, folder, "Example Symbols 2026")
    assert (added.added, added.replaced, added.left_out) == (2, 0, (("bad.png", PictureFault.NOT_A_PICTURE),))
    assert sorted(own.word for own in services.pictures.own_pictures(group_id)) == ["bus stop", "hoist"]
    made = services.minutes.make(meeting)
    assert "A symbol for hoist." in alts(made)
    assert any("Example Symbols 2026" in said.text for said in read_out(made).said)
    again = services.pictures.add_symbol_folder(group_id, folder, "Example Symbols 2026")
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
    services: Services, group_id: GroupId, tmp_path: Path, inside: str
) -> None:
    (tmp_path / "symbols").mkdir()
    (tmp_path / "symbols" / "bus.svg").write_text(SVG.format(inside))
    added = services.pictures.add_symbol_folder(group_id, tmp_path / "symbols", "Example")
    assert added.left_out == (("bus.svg", PictureFault.UNSAFE),)
    assert services.pictures.own_pictures(group_id) == ()


def test_a_symbol_is_kept_without_names_of_makers_and_folders(
    services: Services, group_id: GroupId, tmp_path: Path
) -> None:
    (tmp_path / "symbols").mkdir()
    told = (
        "<!-- Quokka --><title>Quokka</title><desc>Quokka</desc><metadata>Quokka</metadata>"
        '<g xmlns:maker="urn:maker" maker:docname="/home/quokka/bus.svg" '
        f'onload="quokka()"><maker:view note="Quokka"/>{SQUARE}</g>'
    )
    (tmp_path / "symbols" / "bus.svg").write_text(SVG.format(told))
    assert services.pictures.add_symbol_folder(group_id, tmp_path / "symbols", "Example").left_out == ()
    [kept] = services.pictures.own_pictures(group_id)
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
    services: Services, group_id: GroupId, tmp_path: Path, inside: str
) -> None:
    (tmp_path / "symbols").mkdir()
    (tmp_path / "symbols" / "bus.svg").write_text(SVG.format(inside))
    added = services.pictures.add_symbol_folder(group_id, tmp_path / "symbols", "Example")
    assert added.left_out == (("bus.svg", PictureFault.TOO_LARGE),)


def test_a_symbol_with_entities_is_left_out(services: Services, group_id: GroupId, tmp_path: Path) -> None:
    (tmp_path / "symbols").mkdir()
    evil = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("<desc>&x;</desc>")
    (tmp_path / "symbols" / "bus.svg").write_text(evil)
    added = services.pictures.add_symbol_folder(group_id, tmp_path / "symbols", "Example")
    assert added.left_out == (("bus.svg", PictureFault.UNSAFE),)


def test_a_folder_without_symbols_or_a_credit_is_refused(services: Services, group: Group, tmp_path: Path) -> None:
    with pytest.raises(PictureRefused) as caught:
        services.pictures.add_symbol_folder(group.id, tmp_path, "Example")
    assert caught.value.fault is PictureFault.EMPTY_FOLDER
    with pytest.raises(PictureRefused):
        services.pictures.add_symbol_folder(group.id, tmp_path / "none", "Example")
    with pytest.raises(NotAllowed):
        services.pictures.add_symbol_folder(group.id, tmp_path, " ")
