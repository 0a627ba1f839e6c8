"""The equal voice screen: only if the group chose it, nothing where the room sees it, no name without a press."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.events import Through
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.room import Counting, WallScene
from coprod_desktop.ui.screens.balance.balance_screen import BalanceScreen
from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.widgets.answer_choice import AnswerButton
from coprod_desktop.ui.widgets.perspective_mark import Mark
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.share_bar import ShareBar
from tests.ui.screen_checks import (
    Room,
    at_200_percent,
    begin_to_talk,
    cut_widgets,
    focused,
    open_room,
    press,
    settle,
    show,
    sideways_scrolls,
    unnamed_controls,
    words_of,
)

LIVED, STAFF = Perspective.LIVED_EXPERIENCE, Perspective.PROFESSIONAL
NAMES = ("Amina", "Bob", "Chen", "Dilys")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Three with lived experience and one member of staff; Amina had 2 minutes, Dilys 6."""
    for room in open_room(tmp_path):
        begin_to_talk(room, {"Amina": (LIVED,), "Bob": (LIVED,), "Chen": (LIVED,), "Dilys": (STAFF,)})
        talk(room, "Amina", 120)
        talk(room, "Dilys", 360)
        yield room


@pytest.fixture
def counted(room: Room) -> Room:
    """The group chose to count, and only we can see the screen."""
    room.running.room.choose_counting(Counting.BY_PERSPECTIVE)
    room.bridge.sight.say(can_see=False)
    return room


def talk(room: Room, name: str, seconds: float, through: Through | None = None) -> None:
    """A person has a turn."""
    person = room.bridge.person(room.people[name])
    assert person is not None
    room.running.turns.start(person, through=through)
    while seconds > 0:
        room.clock.pass_seconds(min(4.0, seconds))
        seconds -= 4
        room.running.turns.tick()
    room.running.turns.end()


def shown(theme: Theme, room: Room) -> BalanceScreen:
    screen = BalanceScreen(theme, room.services, room.bridge)
    show(screen)
    return screen


def bars(screen: BalanceScreen) -> list[str]:
    return [bar.text() for bar in screen.findChildren(ShareBar) if bar.isVisibleTo(screen)]


def test_without_a_choice_it_asks_what_to_count_and_no_answer_is_larger(theme: Theme, room: Room) -> None:
    room.bridge.sight.say(can_see=False)
    screen = shown(theme, room)

    assert bars(screen) == []
    assert "What do we count today?" in words_of(screen)
    nothing, counted = screen.counting.findChildren(AnswerButton)
    assert nothing.size() == counted.size()

    counted.setFocus()
    press(Qt.Key.Key_Space)

    assert room.state.room.counting is Counting.BY_PERSPECTIVE
    assert bars(screen)
    assert focused() is screen.silent.go_round


def test_each_perspective_has_people_turns_and_time_at_one_scale(theme: Theme, counted: Room) -> None:
    screen = shown(theme, counted)

    assert bars(screen) == [
        "People: 3 of 4 people", "Turns: 1 turn", "Time: 2 minutes",
        "People: 1 of 4 people", "Turns: 1 turn", "Time: 6 minutes",
    ]  # fmt: skip
    words = words_of(screen)
    assert "Three quarters of the people. A quarter of the time." in words
    assert "A quarter of the people. Three quarters of the time." in words
    assert "More time is not always more say." in words


def test_a_turn_through_a_helper_is_a_turn_and_no_time(theme: Theme, counted: Room) -> None:
    talk(counted, "Bob", 600, through=Through.HELPER)
    screen = shown(theme, counted)
    assert bars(screen)[:3] == ["People: 3 of 4 people", "Turns: 2 turns", "Time: 2 minutes"]


@pytest.mark.parametrize("answer", [None, True])
def test_nothing_is_drawn_or_made_while_the_room_may_see_it(theme: Theme, counted: Room, answer: bool | None) -> None:
    counted.bridge.sight.ask_again()
    if answer:
        counted.bridge.sight.say(can_see=True)
    screen = shown(theme, counted)

    assert screen.findChildren(ShareBar) == []
    words = words_of(screen)
    assert "had no turn" not in words
    assert "minutes" not in words
    assert not [name for name in NAMES if name in words]
    assert not screen.page.save_button.isVisible()
    assert not screen.silent.show_names.isVisible()


def test_the_question_has_the_focus_and_one_press_shows_the_numbers(theme: Theme, counted: Room) -> None:
    counted.bridge.sight.ask_again()
    screen = shown(theme, counted)
    assert focused() is screen.cover.question.no_button

    press(Qt.Key.Key_Space)

    assert bars(screen)
    assert screen.page.save_button.isVisible()
    counted.bridge.sight.ask_again()
    settle()
    assert screen.findChildren(ShareBar) == []


def test_where_the_room_sees_it_and_said_yes_few_people_have_no_numbers(theme: Theme, counted: Room) -> None:
    counted.running.room.answer_balance_on_wall(is_yes=True)
    counted.bridge.sight.say(can_see=True)
    screen = shown(theme, counted)

    words = words_of(screen)
    assert bars(screen) == []
    assert "Few people. We show no numbers, so that nobody stands out." in words
    assert "We show no numbers here. This keeps other people private." in words
    assert "A few people have had no turn." in words
    assert not [name for name in NAMES if name in words]


def test_names_of_people_with_no_turn_come_only_by_a_press_and_by_the_alphabet(theme: Theme, counted: Room) -> None:
    screen = shown(theme, counted)
    assert "2 people have had no turn." in words_of(screen)
    assert "They may not want to. That is fine." in words_of(screen)
    assert not [name for name in NAMES if name in words_of(screen)]

    screen.silent.show_names.setFocus()
    press(Qt.Key.Key_Space)

    assert screen.silent.names_shown() == ("Bob", "Chen")
    words = words_of(screen)
    assert words.index("Bob") < words.index("Chen")
    assert screen.leave()
    assert "Bob" not in words_of(screen)
    screen.silent.show_names.click()
    counted.bridge.sight.say(can_see=True)
    settle()
    assert "Bob" not in words_of(screen)


def test_f8_starts_a_go_round_and_goes_to_turns(theme: Theme, counted: Room) -> None:
    screen = shown(theme, counted)
    gone: list[str] = []
    screen.go_requested.connect(gone.append)

    assert screen.press("F8")

    assert counted.state.room.go_round is not None
    assert gone == ["turns"]


def test_ask_everyone_says_what_to_ask_and_is_noted(theme: Theme, counted: Room) -> None:
    screen = shown(theme, counted)
    said: list[str] = []
    screen.told.connect(said.append)
    screen.silent.ask_everyone.setFocus()
    press(Qt.Key.Key_Return)
    assert said == ["Ask: anything to add, now or later, by voice, card or note?"]
    assert counted.state.room.asked_everyone


def test_the_wall_needs_the_yes_of_the_group_and_both_answers_are_one_size(theme: Theme, counted: Room) -> None:
    screen = shown(theme, counted)
    assert not screen.press("F10")
    screen.wall.ask.setFocus()
    press(Qt.Key.Key_Space)
    assert screen.wall.yes.size() == screen.wall.no.size()

    QTest.keyClick(focused(), Qt.Key.Key_Space)
    settle()
    assert counted.state.room.is_balance_on_wall_agreed is True
    assert screen.press("F10")
    assert counted.state.room.wall.scene is WallScene.BALANCE
    assert "The wall shows it now." in words_of(screen)
    assert screen.press("F10")
    assert counted.state.room.wall.scene is WallScene.FOLLOW


def test_a_no_keeps_it_off_the_wall_and_can_be_asked_again(theme: Theme, counted: Room) -> None:
    screen = shown(theme, counted)
    screen.wall.ask.click()
    screen.wall.no.setFocus()
    press(Qt.Key.Key_Space)

    assert counted.state.room.is_balance_on_wall_agreed is False
    assert focused() is screen.wall.ask_again
    assert not screen.press("F10")
    screen.wall.ask_again.click()
    assert screen.wall.yes.isVisible()
    assert screen.leave()
    assert not screen.wall.yes.isVisible()


def test_the_page_is_saved_with_few_people_and_no_name(
    theme: Theme, counted: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "page.pdf"
    monkeypatch.setattr(SavePlace, "ask", lambda *_asked: target)
    screen = shown(theme, counted)
    screen.page.save_button.click()
    qtbot.waitUntil(lambda: bool(screen.page.message_words()), timeout=60_000)

    assert screen.page.message_words().startswith("The page is saved.")
    document = pypdfium2.PdfDocument(target)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "Few people" in text
    assert "1 of 4" not in text
    assert not [name for name in NAMES if name in text]
    screen.end()


def test_numbers_of_a_running_turn_grow_while_it_is_seen(theme: Theme, counted: Room) -> None:
    screen = shown(theme, counted)
    person = counted.bridge.person(counted.people["Bob"])
    assert person is not None
    counted.running.turns.start(person)
    for _ in range(30):
        counted.clock.pass_seconds(4)
        counted.running.turns.tick()
    counted.bridge.ticked.emit(counted.bridge.used_ms)
    settle()
    assert bars(screen)[2] == "Time: 4 minutes"


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST])
def test_nothing_is_cut_and_all_has_a_name(theme: Theme, counted: Room, mode: Mode) -> None:
    theme.set_mode(mode)
    screen = shown(theme, counted)
    screen.silent.show_names.click()
    screen.wall.ask.click()
    settle()
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []
    assert unnamed_controls(screen) == []


def test_at_200_percent_it_begins_with_the_numbers(theme: Theme, counted: Room) -> None:
    screen = at_200_percent(theme, lambda: BalanceScreen(theme, counted.services, counted.bridge))
    assert focused() is screen.back
    assert any(not bar.visibleRegion().isEmpty() for bar in screen.findChildren(ShareBar))


def test_at_200_percent_nothing_is_cut(theme: Theme, counted: Room) -> None:
    screen = at_200_percent(theme, lambda: BalanceScreen(theme, counted.services, counted.bridge))
    screen.silent.show_names.click()
    screen.wall.ask.click()
    settle()
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []


def test_bars_are_as_long_as_what_they_say(theme: Theme) -> None:
    bar = ShareBar(theme, Mark.LIVED_EXPERIENCE, columns=("People", "4 of 8 people"))
    bar.resize(600, 40)

    def filled(share: float) -> int:
        bar.show_share("Time", share, "x")
        image = bar.grab().toImage()
        colour = theme.colours.lived_experience.rgb()
        return sum(image.pixel(x, image.height() // 2) == colour for x in range(image.width()))

    assert filled(0) == 0
    assert filled(1.0) == pytest.approx(2 * filled(0.5), abs=3)
