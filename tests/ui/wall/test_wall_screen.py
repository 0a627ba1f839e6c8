"""The place where the wall is controlled, the keys F10 and F11, and reading a decision back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.room import ReadBackStep, WallScene
from coprod_desktop.ui.main_window.wall_keeper import WallKeeper
from coprod_desktop.ui.screens.decisions.decisions_screen import DecisionsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.wall.displays import WallMode
from coprod_desktop.ui.wall.parts import BarPart
from coprod_desktop.ui.wall.wall_screen import WallScreen
from coprod_desktop.ui.widgets.wall_chip import WallChip
from tests.ui.screen_checks import Room, cut_widgets, settle, show, unnamed_controls, words_of
from tests.ui.wall.wall_room import begin_turn, open_view, prepare


class Place:
    """The control place with its keeper, in a window of their own."""

    def __init__(self, theme: Theme, room: Room) -> None:
        self.room = room
        self.window = QWidget()
        self.chip = WallChip(theme)
        self.chip.setParent(self.window)
        self.keeper = WallKeeper(theme, self.window, self.chip, room.services, room.bridge)
        self.screen = WallScreen(theme, room.services, room.bridge)
        self.keeper.serve(self.screen)
        self.keeper.show_place(is_in_meeting=True)


@pytest.fixture
def place(theme: Theme, room: Room, qtbot: QtBot) -> Iterator[Place]:
    """The meeting has begun, and a turn runs."""
    prepare(room)
    begin_turn(room)
    opened = Place(theme, room)
    qtbot.addWidget(opened.window)
    qtbot.addWidget(opened.screen)
    opened.window.resize(400, 200)
    opened.window.show()
    show(opened.screen, width=1166, height=560)
    yield opened
    opened.keeper.end()


def test_everything_is_reached_with_one_press_and_the_preview_shows_what_the_room_sees(place: Place) -> None:
    screen, room = place.screen, place.room
    assert "Amina" in screen.preview.view.words()
    screen.scenes.button(WallScene.AGENDA.value).click()
    settle()
    assert room.state.room.wall.scene is WallScene.AGENDA
    assert "What we talk about" in screen.preview.view.words()
    screen.scenes.button(WallScene.FOLLOW.value).click()
    screen.blank.click()
    settle()
    assert room.state.room.wall.is_blank
    assert (screen.blank.words(), place.chip.words()) == ("Show again", "The wall is blank")
    assert screen.preview.view.words() == ""
    screen.blank.click()
    settle()
    assert not room.state.room.wall.is_blank
    assert not cut_widgets(screen)
    assert not unnamed_controls(screen)


def test_equal_voice_can_be_chosen_only_after_the_groups_yes(place: Place) -> None:
    assert "Equal voice" not in words_of(place.screen)
    place.room.running.room.answer_balance_on_wall(is_yes=True)
    place.screen.show_state(place.room.state)
    settle()
    place.screen.scenes.button(WallScene.BALANCE.value).click()
    assert place.room.state.room.wall.scene is WallScene.BALANCE


def test_the_one_screen_is_turned_round_and_how_to_come_back_is_said_before(place: Place) -> None:
    place.screen.modes.button(WallMode.SINGLE.value).click()
    settle()
    assert "Press Esc to come back" in words_of(place.screen)
    assert place.room.services.settings.wall_mode == "single"
    assert not place.keeper.is_on, "the choice alone covers nothing"
    place.screen.main.click()
    settle()
    wall = place.keeper.wall
    assert wall is not None
    assert place.keeper.is_on
    assert place.chip.words() == "Turn is on the wall"
    QTest.keyClick(wall, Qt.Key.Key_F11)
    settle()
    assert place.room.state.room.wall.is_blank
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    settle()
    assert not place.keeper.is_on


def test_undo_takes_a_blank_back_and_the_record_keeps_it(place: Place) -> None:
    place.keeper.blank_or_show()
    assert place.room.replayed().room.wall.is_blank
    place.room.running.live.undo()
    assert not place.room.state.room.wall.is_blank


def test_few_people_have_no_number_and_no_bar_on_the_wall(theme: Theme, room: Room, qtbot: QtBot) -> None:
    listed = list(Perspective)
    for perspective, count in zip(listed, (4, 4, 4, 2), strict=False):
        for number in range(count):
            who = room.services.people.add_walk_in(room.group.id, f"Zed{perspective.value}{number} Name").id
            room.running.requests.arrive(who, perspectives=(perspective,))
    room.bridge.refresh_people()
    room.running.room.answer_balance_on_wall(is_yes=True)
    room.running.room.choose_scene(WallScene.BALANCE)
    view = open_view(theme, room, (1920, 1080))
    qtbot.addWidget(view)
    bars = [part for part in view.parts() if isinstance(part, BarPart)]
    assert len(bars) in (2 * 2, 2 * 3)
    assert "Few people, so no numbers" in view.words()
    assert not any(sign.isdigit() for sign in view.words())
    assert "Zed" not in view.words()


class TestReadingBack:
    @pytest.fixture
    def screen(self, theme: Theme, room: Room, qtbot: QtBot) -> DecisionsScreen:
        prepare(room)
        made = DecisionsScreen(theme, room.services, room.bridge)
        qtbot.addWidget(made)
        show(made)
        made.press("F8")
        settle()
        made.words.words.set_words("Put a light at the stop.")
        made.words.easy_words.set_words("There will be a light.")
        return made

    def test_nothing_is_read_without_a_proposer(self, screen: DecisionsScreen, room: Room) -> None:
        assert screen.press("F10")
        assert room.state.room.wall.scene is WallScene.FOLLOW
        assert screen.words.error_words()

    def test_the_words_that_print_are_read_then_the_question_then_the_wall_follows_again(
        self, screen: DecisionsScreen, room: Room
    ) -> None:
        self._choose_proposer(screen, room)
        screen.press("F10")
        read = room.state.room.wall.read_back
        assert read is not None
        assert (read.words, read.step) == ("There will be a light.", ReadBackStep.WORDS)
        screen.press("F8")
        settle()
        screen.press("F10")
        read = room.state.room.wall.read_back
        assert read is not None
        assert read.step is ReadBackStep.AGREE
        screen.press("F8")
        settle()
        assert len(room.state.decisions) == 1
        assert room.state.room.wall.scene is WallScene.FOLLOW

    def test_a_yes_waits_until_everyone_has_it_and_who_is_out_bars_nothing(
        self, screen: DecisionsScreen, room: Room
    ) -> None:
        room.running.room.set_everyone_check(is_on=True)
        room.running.room.step_out(room.people["Chen"])
        self._choose_proposer(screen, room)
        screen.press("F10")
        settle()
        assert "Everyone has it?" in screen.words.waits.words()
        screen.press("F8")
        settle()
        assert screen.page.waits.words() == "1 person has stepped out. Wait? Everyone has it? We wait a moment."
        screen.press("F8")
        assert not room.state.decisions
        screen.page.waits.has_it.click()
        settle()
        assert screen.page.waits.words() == "1 person has stepped out. Wait?"
        screen.press("F8")
        settle()
        assert len(room.state.decisions) == 1

    @staticmethod
    def _choose_proposer(screen: DecisionsScreen, room: Room) -> None:
        from coprod_desktop.domain.proposer import Proposer

        screen.words.proposer.set_value(Proposer(people=(room.people["Amina"],)))
        settle()
