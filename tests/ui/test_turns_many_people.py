"""60 people, 300 turns, names of 80 letters and in Arabic: everything stays legible, and lists scroll in their card."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.room import NextRule
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.screen_checks import (
    Room,
    begin_to_talk,
    cut_widgets,
    focused,
    open_room,
    press,
    settle,
    show,
    sideways_scrolls,
    type_keys,
)
from tests.ui.turns_room import MINUTE, start, turn_now

LONG = "Maria-Esperanza of the Upper Valley Carers and Friends of the Library Reading Ci"
ARABIC = "\u0641\u0627\u0637\u0645\u0629 \u0627\u0644\u0632\u0647\u0631\u0627\u0621"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """60 people are here; 40 of them asked to speak."""
    for room in open_room(tmp_path):
        begin_to_talk(room)
        said = [f"Person {number:02d}" for number in range(54)] + [ARABIC, LONG]
        for name in said:
            who = room.services.people.add_walk_in(room.group.id, name).id
            room.people[name] = who
            room.running.requests.arrive(who)
        room.bridge.refresh_people()
        for name in [LONG, ARABIC, *said[:38]]:
            room.running.turns.raise_hand(room.people[name])
        yield room


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("state", ["next", "speaks", "round", "hands"])
def test_nothing_is_cut_or_scrolls_sideways(room: Room, theme: Theme, percent: int, state: str) -> None:
    theme.set_text_percent(percent)
    screen = TurnsScreen(theme, room.services, room.bridge)
    show(screen, width=1166 if percent == 100 else 1200, height=560)
    if state == "speaks":
        room.running.turns.set_length(2 * MINUTE)
        start(room, LONG)
    if state == "round":
        room.running.room.start_go_round()
    if state == "hands":
        screen.press("F4")
    settle()
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []


def test_after_300_turns_the_next_speaker_and_why_stand_right_and_whole(room: Room, theme: Theme) -> None:
    said = [f"Person {number:02d}" for number in range(50)]
    for name in said * 6:
        start(room, name)
        room.running.turns.end()
    assert len(room.state.turns) == 300
    room.bridge.sight.say(can_see=False)
    screen = TurnsScreen(theme, room.services, room.bridge)
    show(screen, width=1166, height=560)
    long, arabic = (room.bridge.name(room.people[name]) for name in (LONG, ARABIC))
    queue = screen.hands.queue_words()
    assert [words.split(". ")[1] for words in queue[:2]] == [long, arabic]  # they alone have had none
    assert screen.main.nobody.words().startswith(f"{long} ")
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []
    start(room, LONG)
    room.running.turns.end()
    settle()
    assert screen.main.nobody.words().startswith(f"{arabic} ")
    assert len(screen.hands.queue_words()) == len(queue) - 1


def test_the_buttons_stay_in_sight_while_the_queue_scrolls_in_its_card(room: Room, theme: Theme) -> None:
    screen = TurnsScreen(theme, room.services, room.bridge)
    show(screen, width=1166, height=560)
    assert len(screen.hands.queue_words()) == 40
    for button in (
        screen.main.nobody.start,
        screen.main.nobody.somebody_else,
        screen.hands.add_hand,
        screen.main.foot.go_round,
    ):
        assert button.visibleRegion().boundingRect() == button.rect()


def test_letters_find_one_name_of_60(room: Room, theme: Theme) -> None:
    screen = TurnsScreen(theme, room.services, room.bridge)
    show(screen)
    screen.press("F4")
    type_keys("mar")
    assert focused().accessibleName().startswith("Maria-Esperanza")
    assert not focused().visibleRegion().isEmpty()
    press(Qt.Key.Key_Return)
    assert room.people[LONG] not in room.state.hands


def test_a_pressed_row_far_down_in_the_queue_speaks(room: Room, theme: Theme) -> None:
    room.running.room.set_next_rule(NextRule.LONGEST_SINCE)
    screen = TurnsScreen(theme, room.services, room.bridge)
    show(screen)
    screen.hands.person_pressed.emit(room.people["Person 37"])
    assert turn_now(room).person_id == room.people["Person 37"]
