"""Photos of the group's own: used only with every yes, and nothing of the camera kept."""

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
from coprod_desktop.services.own_picture_service import PictureFault, PictureRefused
from coprod_desktop.services.picture_service import BlockRole
from tests.minutes.read_out import read_out
from tests.services.picture_makers import SQUARE, SVG, alts, hospital_meeting, picture_of, ref_of

SECRET = b"Canon-of-Winnie"


@pytest.fixture
def meeting(services: Services, tmp_path: Path) -> MeetingId:
    """A meeting about health care in which the record gives no picture."""
    return hospital_meeting(services, tmp_path)


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


def images(data: bytes) -> list[pikepdf.PdfImage]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        photos = [thing for thing in found if thing.get("/Subtype") == "/Image"]
        return [pikepdf.PdfImage(photo).as_pil_image() for photo in photos]


def people(services: Services, group_id: GroupId) -> list[PersonId]:
    return [person.id for person in services.people.people(group_id)]


def add(services: Services, group_id: GroupId, path: Path, *who: PersonId, word: str = "hoist") -> OwnPicture:
    return services.own_pictures.add_photo(group_id, path, word, "Two of us at the new hoist.", who).picture


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
    pictures = services.own_pictures
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
    services.own_pictures.say(own.id, first, PhotoUse.MINUTES, True)
    services.pictures.choose(meeting, ref, BlockRole.PROPOSER, own.picture_word)
    assert len(images(services.minutes.make(meeting))) == 1
    services.own_pictures.say(own.id, first, PhotoUse.MINUTES, False)
    assert images(services.minutes.make(meeting)) == []
    assert picture_of(services, meeting, BlockRole.PROPOSER) == "idea"


def test_a_yes_for_one_use_is_no_yes_for_another(services: Services, group_id: GroupId, tmp_path: Path) -> None:
    (first, _) = people(services, group_id)
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"), first)
    services.own_pictures.say(own.id, first, PhotoUse.WALL, True)
    assert [use for use in PhotoUse if services.own_pictures.may_use(own.id, use)] == [PhotoUse.WALL]
    assert services.own_pictures.yeses(own.id)[0].said_on.year > 2000


def test_somebody_who_is_not_in_a_photo_cannot_answer_for_it(
    services: Services, group_id: GroupId, tmp_path: Path
) -> None:
    first, second = people(services, group_id)
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"), first)
    with pytest.raises(NotAllowed):
        services.own_pictures.say(own.id, second, PhotoUse.MINUTES, True)


def test_a_photo_on_a_page_has_200_dots_an_inch_or_more(
    services: Services, meeting: MeetingId, group_id: GroupId, tmp_path: Path
) -> None:
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"))
    services.pictures.choose(meeting, ref_of(services, meeting, BlockRole.OWNER), BlockRole.OWNER, own.picture_word)
    (photo,) = images(services.minutes.make(meeting, size_pt=24))
    assert max(photo.size) / (60 / 25.4) >= 200


def test_a_small_photo_is_taken_in_and_said_to_be_small(services: Services, group_id: GroupId, tmp_path: Path) -> None:
    path = camera_photo(tmp_path / "a.jpg", (300, 200), turned=False)
    added = services.own_pictures.add_photo(group_id, path, "door", "A door.")
    assert not added.is_sharp
    assert added.sharp_to_mm == pytest.approx(38.1)
    large = services.own_pictures.add_photo(group_id, camera_photo(tmp_path / "b.jpg"), "door", "A door.")
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
        services.own_pictures.add_photo(group_id, tmp_path / "a.jpg", "door", "A door.")
    assert caught.value.fault is fault
    assert services.own_pictures.own_pictures(group_id) == ()


def _name_nobody(services: Services, group_id: GroupId) -> None:
    winnie = next(person for person in services.people.people(group_id) if person.name.startswith("Winnie"))
    services.people.save(replace(winnie, named_as=NamedAs.UNNAMED))


@pytest.mark.parametrize("alt", ["Winnie at the hoist.", "Here is Asante", "Winnie Asante and a friend."])
def test_the_words_of_a_photo_never_name_somebody_who_chose_not_to_be_named(
    services: Services, group_id: GroupId, tmp_path: Path, alt: str
) -> None:
    _name_nobody(services, group_id)
    with pytest.raises(PictureRefused) as caught:
        services.own_pictures.add_photo(group_id, camera_photo(tmp_path / "a.jpg"), "hoist", alt)
    assert caught.value.fault is PictureFault.NAMES_SOMEBODY


def test_a_name_in_the_words_of_a_photo_goes_when_its_owner_no_longer_wants_to_be_named(
    services: Services, meeting: MeetingId, group_id: GroupId, tmp_path: Path
) -> None:
    services.own_pictures.add_photo(group_id, camera_photo(tmp_path / "a.jpg"), "hoist", "Winnie at the hoist")
    assert "Winnie at the hoist." in alts(services.minutes.make(meeting))
    _name_nobody(services, group_id)
    made = services.minutes.make(meeting)
    assert "A photo from our group." in alts(made)
    assert b"Winnie" not in services.minutes.make(meeting, MinutesFormat.PLAIN_TEXT)


def test_a_photo_that_was_taken_away_leaves_the_pages_and_the_file(
    services: Services, meeting: MeetingId, group_id: GroupId, tmp_path: Path
) -> None:
    own = add(services, group_id, camera_photo(tmp_path / "a.jpg"))
    services.own_pictures.remove(own.id)
    assert services.own_pictures.own_pictures(group_id) == ()
    assert images(services.minutes.make(meeting)) == []
    services.history.undo()
    assert services.own_pictures.own_pictures(group_id) == (own,)


def test_a_photo_can_be_looked_at_before_it_is_taken_in(services: Services, group: Group, tmp_path: Path) -> None:
    Image.new("RGB", (1600, 900)).save(tmp_path / "a.png")
    seen = services.own_pictures.look_at_photo(tmp_path / "a.png")
    assert (seen.media_type, seen.data[:2]) == ("image/jpeg", b"\xff\xd8")
    assert services.own_pictures.own_pictures(group.id) == ()
    with pytest.raises(PictureRefused) as caught:
        services.own_pictures.look_at_photo(tmp_path / "none.png")
    assert caught.value.fault is PictureFault.NOT_READABLE
