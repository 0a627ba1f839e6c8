"""What the room sees: letters that can be read at the back, nothing cut, and never a need or a perspective (UI-24)."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.meeting import Bounds
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.room import (
    CheckOutAnswer,
    CheckOutCount,
    CheckOutQuestion,
    ReadBack,
    ReadBackStep,
    WallScene,
)
from coprod_desktop.ui.person_faces import face_of
from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.wall.parts import AnswerPart, BoxPart, IconPart, PicturePart, RingPart, WordsPart
from coprod_desktop.ui.wall.wall_view import WallView
from coprod_desktop.ui.wording import words_for
from tests.ui.screen_checks import Room
from tests.ui.wall.wall_room import (
    ARABIC_NAME,
    BOUNDS,
    LONG_NAME,
    LONG_TITLE,
    PLANTED,
    SCENES,
    SIZES,
    begin_turn,
    drawn_area,
    open_view,
    pass_time,
    prepare,
    told,
)

_TALKERS = ("Amina", "Bartholomew")

HARD_NAMES = {"Amina": LONG_NAME, "Bob": ARABIC_NAME, "Chen": LONG_NAME[::-1], "Dilys": "Dilys " + LONG_NAME}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("names", ["usual", "hard"])
def test_every_scene_can_be_read_at_the_back_and_nothing_is_cut(
    theme: Theme, room: Room, qtbot: QtBot, size: tuple[int, int], scene: str, names: str
) -> None:
    is_hard = names == "hard"
    prepare(room, names=HARD_NAMES if is_hard else None, title=LONG_TITLE if is_hard else "Where do the shelters go?")
    SCENES[scene](room)
    view = open_view(theme, room, size)
    qtbot.addWidget(view)
    parts = told(view)
    assert parts, "nothing is said"
    width, height = size
    for part in parts:
        area = drawn_area(part)
        assert not part.words.endswith("..."), "nothing is left out"
        assert part.size_px * 24 >= height, part.words
        assert QRectF(0, 0, width + 1, height + 1).contains(area), part.words
    for one, other in combinations(parts, 2):
        shared = drawn_area(one).intersected(drawn_area(other))
        assert shared.width() < 2 or shared.height() < size[1] / 90, (one.words, other.words, shared)
    for part in view.parts():
        if isinstance(part, BoxPart):
            for words in parts:
                area = drawn_area(words)
                if part.area.contains(area.center()):
                    assert part.area.adjusted(-1, -1, 1, 1).contains(area), words.words


@pytest.mark.parametrize("scene", SCENES)
def test_no_need_no_perspective_and_no_figure_of_the_turn_is_on_the_wall(
    theme: Theme, room: Room, qtbot: QtBot, scene: str
) -> None:
    prepare(room)
    SCENES[scene](room)
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    said = view.words() + view.accessibleName()
    assert PLANTED not in said
    assert not any(words_for(perspective) in said for perspective in Perspective)
    if scene in ("turn", "nearly", "up", "paused"):
        assert not any(sign.isdigit() for part in told(view)[1:] for sign in part.words)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST])
def test_the_words_are_really_painted_in_every_look(theme: Theme, room: Room, qtbot: QtBot, mode: Mode) -> None:
    theme.set_mode(mode)
    prepare(room)
    begin_turn(room)
    view = open_view(theme, room, (1366, 768))
    qtbot.addWidget(view)
    image = view.grab().toImage()
    for part in told(view):
        area = drawn_area(part).toAlignedRect()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(area.left(), area.right(), 2)
            for y in range(area.top() + 2, area.bottom() - 2, 2)
        }
        wanted = getattr(theme.colours, part.colour)
        assert any(_is_close(QColor(colour), wanted) for colour in colours), part.words


def _is_close(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_a_blank_wall_has_nothing_on_it(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room)
    begin_turn(room)
    view = open_view(theme, room, (1366, 768))
    qtbot.addWidget(view)
    assert "Amina" in view.words()
    room.running.room.blank_wall()
    assert (view.words(), view.parts(), view.accessibleName()) == ("", (), "")
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    seen = {image.pixelColor(x, y).name() for x in range(0, 1366, 7) for y in range(0, 768, 7)}
    assert seen == {theme.colours.bg.name()}


def test_time_is_a_shape_and_calm_words_and_holds_at_the_end(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room)
    begin_turn(room)
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    for seconds, words in ((0, "More than half"), (91, "Less than half"), (50, "A little"), (60, "Time is up")):
        pass_time(room, seconds)
        view.refresh()
        assert words in view.words()
    ring = _ring(view.parts())
    assert ring is not None
    assert ring.share == 0
    pass_time(room, 600)
    view.refresh()
    for words in ("Time is up", "Amina"):
        assert words in view.words(), "nothing goes on by itself"


def test_nearly_time_is_a_shape_and_in_words_only_for_a_speaker_who_chose_them(
    theme: Theme, room: Room, qtbot: QtBot
) -> None:
    prepare(room)
    people = room.services.people
    people.save(replace(people.get(room.people["Bob"]), nearly_in_words=True))
    room.bridge.refresh_people()
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    for name, has_words in (("Amina", False), ("Bob", True)):
        begin_turn(room, name)
        before = sum(isinstance(part, IconPart) for part in view.parts())
        pass_time(room, 150)
        view.refresh()
        ring = _ring(view.parts())
        assert ring is not None
        assert ring.is_nearly
        assert sum(isinstance(part, IconPart) for part in view.parts()) == before + 1
        assert ("Nearly time" in view.words()) is has_words
        room.running.turns.end()
        room.running.turns.lower_hand(room.people["Dilys"])


def test_where_one_person_is_untimed_nobody_has_a_ring_and_no_clocks_means_no_word_of_time(
    theme: Theme, room: Room, qtbot: QtBot
) -> None:
    prepare(room)
    begin_turn(room)
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    assert _ring(view.parts()) is not None
    room.running.turns.take_clocks_away()
    assert _ring(view.parts()) is None
    assert "left" not in view.words()
    assert "Amina" in view.words()
    assert any(isinstance(part, PicturePart) for part in view.parts())


def test_check_out_answers_are_told_from_five_answers_on(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room)
    room.running.room.begin_closing()
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    room.running.room.count_check_out({CheckOutQuestion.SAY: CheckOutCount(yes=3, partly=1, no=0)})
    assert view.scene is WallScene.CHECK_OUT
    assert not any(sign.isdigit() for sign in view.words())
    room.running.room.count_check_out({CheckOutQuestion.SAY: CheckOutCount(yes=3, partly=1, no=1)})
    assert "Yes: 3" in view.words()
    assert "No: 1" in view.words()


def test_while_people_answer_one_by_one_the_wall_tells_no_counts(theme: Theme, room: Room, qtbot: QtBot) -> None:
    from coprod_desktop.domain.room import CheckOutAnswer, CheckOutQuestion
    from coprod_desktop.domain.room_events import Answered

    prepare(room)
    room.running.room.begin_closing()
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    for answer in (*(CheckOutAnswer.YES,) * 6, CheckOutAnswer.NO):
        room.running.room.give_check_out((Answered(question=CheckOutQuestion.SAY, answer=answer),))
        assert not any(sign.isdigit() for sign in view.words()), "a change would tell what one person answered"
    room.running.room.choose_scene(WallScene.CHECK_OUT)
    room.running.requests.finish()
    assert "Yes: 6" in view.words()
    assert "No: 1" in view.words()


def test_check_out_answers_have_the_signs_of_the_laptop(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room)
    room.running.room.begin_closing()
    view = open_view(theme, room, (1024, 768))
    qtbot.addWidget(view)
    signs = [part.answer for part in view.parts() if isinstance(part, AnswerPart)]
    assert signs == [CheckOutAnswer.YES, CheckOutAnswer.PARTLY, CheckOutAnswer.NO] * 3
    assert not any(isinstance(part, IconPart) for part in view.parts())


def test_a_name_with_a_hyphen_is_large_on_two_lines(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room, names={"Amina": "Wilhelmina-Constanza Featherstonehaugh"})
    begin_turn(room)
    view = open_view(theme, room, (1024, 768))
    qtbot.addWidget(view)
    sizes = {part.words: part.size_px for part in view.parts() if isinstance(part, WordsPart)}
    name = next(size for words, size in sizes.items() if words.startswith("Wilhelmina"))
    assert name == max(sizes.values())


def test_the_wall_tells_before_a_hard_thing_that_anybody_can_step_out(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room)
    item = room.state.current_item
    assert item is not None
    view = open_view(theme, room, (1366, 768))
    qtbot.addWidget(view)
    assert "Anybody can step out." not in view.words()
    room.running.requests.change_item(item.id, replace(item.details, may_be_hard=True))
    view.refresh()
    assert "This may be hard. Anybody can step out." in " ".join(view.words().split())


def test_two_who_talk_have_names_of_one_size(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room, names={"Bob": "Bartholomew"})
    room.running.room.start_conversation((room.people["Amina"], room.people["Bob"]))
    room.running.turns.tap(room.people["Amina"])
    view = open_view(theme, room, (1024, 768))
    qtbot.addWidget(view)
    sizes = {part.size_px for part in view.parts() if isinstance(part, WordsPart) and part.words in _TALKERS}
    assert len(sizes) == 1


def _ring(parts: tuple[object, ...]) -> RingPart | None:
    return next((part for part in parts if isinstance(part, RingPart)), None)


def test_what_is_open_stands_beside_what_is_fixed_in_two_cards_of_one_size(
    theme: Theme, room: Room, qtbot: QtBot
) -> None:
    prepare(room)
    SCENES["bounds"](room)
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    said = view.words()
    for words in (
        *("Where the shelters go", "We decide together", "We give advice", "We are only told"),
        *("The money is £60,000", "Fixed by: The council. It was set for this year.", "3 shelters this year"),
        *("Seats with arms", "People who use the service will not give this up"),
    ):
        assert words in said
    one, other = (part.area for part in view.parts() if isinstance(part, BoxPart) and part.fill == "surface")
    assert one.size() == other.size()
    assert one.top() == other.top()


def test_the_organisations_reasons_never_push_a_line_off_the_wall(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room)
    short = replace(BOUNDS, fixed=BOUNDS.fixed[1:])
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    room.running.room.choose_scene(WallScene.BOUNDS)
    for bounds, has_reasons in ((short, True), (replace(short, not_given_up=("Seats",) * 3), False)):
        room.running.requests.set_bounds(bounds)
        view.refresh()
        assert ("The old shelters are broken." in view.words()) is has_reasons
        assert view.words().count("Seats") == len(bounds.not_given_up)
        assert "more" not in view.words()


def test_more_lines_than_can_be_read_at_the_back_are_counted(theme: Theme, room: Room, qtbot: QtBot) -> None:
    prepare(room)
    room.running.requests.set_bounds(Bounds(open=tuple(f"Thing {number}" for number in range(40))))
    room.running.room.choose_scene(WallScene.BOUNDS)
    view = open_view(theme, room, (1024, 768))
    qtbot.addWidget(view)
    shown = sum(f"Thing {number}" in view.words().split("\n") for number in range(40))
    assert 5 <= shown < 40
    assert f"and {40 - shown} more" in view.words()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_wall_shows_the_face_of_who_has_the_turn_only_with_a_yes_to_the_wall(
    theme: Theme, room: Room, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    prepare(room, names=HARD_NAMES)
    path = tmp_path / "face.png"
    Image.new("RGB", (600, 600), "#6688aa").save(path)
    pictures = room.services.person_pictures
    amina = pictures.choose_photo(room.people["Amina"], path, word="person", alt="A photo of a person.")
    photo = pictures.photo_of(amina)
    assert photo is not None
    pictures.say(amina, PhotoUse.MINUTES, True)
    room.bridge.refresh_people()
    begin_turn(room)
    view = WallView(theme, room.bridge, lambda: room.group, face=lambda who: face_of(room.services, who, PhotoUse.WALL))
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    assert photo.data not in [part.source for part in view.parts() if isinstance(part, PicturePart)]
    pictures.say(amina, PhotoUse.WALL, True)
    view.refresh()
    [face] = [part for part in view.parts() if isinstance(part, PicturePart) and part.source == photo.data]
    assert QRectF(0, 0, *size).contains(face.area)
    assert not any(drawn_area(words).intersects(face.area) for words in told(view))
    ring = _ring(view.parts())
    assert ring is not None
    corner = face.area.bottomRight() - ring.area.center()
    assert (corner.x() ** 2 + corner.y() ** 2) ** 0.5 < ring.area.width() * 0.38, "the face covers the ring"
    pictures.say(amina, PhotoUse.WALL, False)
    view.refresh()
    assert photo.data not in [part.source for part in view.parts() if isinstance(part, PicturePart)]


@pytest.mark.parametrize(("scene", "asks_for_paper"), [("agree", False), ("secret", True)])
def test_in_a_secret_count_nobody_is_asked_to_show_their_answer(
    theme: Theme, room: Room, qtbot: QtBot, scene: str, asks_for_paper: bool
) -> None:
    prepare(room)
    SCENES[scene](room)
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    said = " ".join(part.words for part in told(view))
    assert ("Write it on paper and fold it." in said) is asks_for_paper
    assert ("Show it, say it or hold a card." in said) is not asks_for_paper
    assert "Idea from: Amina" in said


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_long_words_of_2_long_names_neither_lie_over_each_other_nor_end_in_dots(
    theme: Theme, room: Room, qtbot: QtBot, size: tuple[int, int]
) -> None:
    prepare(room, names={"Amina": "Wilhelmina-Constanza", "Bob": ARABIC_NAME})
    words = (
        "We want the Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch stops to have a roof and seats. "
        "We want a timetable that everyone can read without glasses in the dark."
    )
    proposer = Proposer(people=(room.people["Amina"], room.people["Bob"]))
    read = ReadBack(words=words, proposer=proposer, picture="bus", step=ReadBackStep.AGREE)
    room.running.room.read_back(read)
    view = open_view(theme, room, size)
    qtbot.addWidget(view)
    parts = told(view)
    assert "..." not in [part.words for part in parts]
    for one, other in combinations(parts, 2):
        assert not drawn_area(one).intersects(drawn_area(other)), (one.words, other.words)
