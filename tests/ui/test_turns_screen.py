"""The turns screen: one key for each act, nothing moves on by itself, and nobody's longer turn shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.events import EndedBy
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.person import UNTIMED
from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.press_button import PressButton
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
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
    unnamed_controls,
    words_of,
)
from tests.ui.turns_room import MINUTE, choose, give_own_length, let_pass, make_screen, raise_hands, start, turn_now


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, and the group talks about the first of two items."""
    for room in open_room(tmp_path):
        begin_to_talk(room)
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> TurnsScreen:
    """The screen as the window shows it."""
    return make_screen(theme, room)


# Who speaks next


def test_with_no_hands_it_asks_who_wants_to_speak_and_a_letter_finds_the_person(
    room: Room, screen: TurnsScreen
) -> None:
    assert "Who wants to speak?" in words_of(screen)
    type_keys("c")
    assert focused().accessibleName() == "Chen"
    press(Qt.Key.Key_Return)
    assert room.state.hands == (room.people["Chen"],)
    assert "No turn yet on this" in words_of(screen)
    assert focused() is screen.main.nobody.start
    press(Qt.Key.Key_Return)
    turn = room.state.current_turn
    assert turn is not None
    assert turn.person_id == room.people["Chen"]
    assert "Chen's turn" in words_of(screen)


def test_a_name_that_ends_with_a_letter_and_a_full_stop_gets_no_second_one(room: Room, screen: TurnsScreen) -> None:
    for at, name in enumerate(("Ben Owen", "Ben Price")):
        who = room.services.people.add_walk_in(room.group.id, name).id
        room.running.requests.arrive(who)
        room.people[f"Ben{at}"] = who
    room.bridge.refresh_people()
    raise_hands(room, "Ben0", "Ben1")
    assert "Then: Ben P." in words_of(screen)
    assert "Then: Ben P.." not in words_of(screen)


def test_who_had_no_turn_on_this_is_offered_first_and_it_says_why(room: Room, screen: TurnsScreen) -> None:
    start(room, "Bob")
    assert screen.press("F8")
    raise_hands(room, "Bob", "Dilys")
    assert screen.hands.queue_words() == ["1. Dilys. No turn yet on this. Next", "2. Bob. Has had 1 turn"]
    assert "Then: Bob." in words_of(screen)


def test_a_person_in_the_queue_is_pressed_and_speaks(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob", "Dilys")
    screen.hands.person_pressed.emit(room.people["Dilys"])
    settle()
    turn = room.state.current_turn
    assert turn is not None
    assert turn.person_id == room.people["Dilys"]
    assert room.state.hands == (room.people["Bob"],)


def test_while_somebody_speaks_a_pressed_person_is_offered_as_next(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob", "Dilys")
    start(room, "Amina")
    screen.hands.person_pressed.emit(room.people["Dilys"])
    assert screen.hands.queue_words()[1].endswith("Next")
    assert room.state.hands == (room.people["Bob"], room.people["Dilys"])
    assert screen.press("F8")
    settle()
    assert screen.main.nobody.words().startswith("Dilys")


def test_f4_adds_a_hand_while_somebody_speaks_and_the_clock_stays_in_sight(room: Room, screen: TurnsScreen) -> None:
    start(room, "Amina")
    assert screen.press("F4")
    settle()
    type_keys("d")
    press(Qt.Key.Key_Space)
    assert room.state.hands == (room.people["Dilys"],)
    assert screen.main.speaker.isVisible()
    assert focused().accessibleName() == "Dilys"
    assert screen.press("F4")
    settle()
    type_keys("b")
    press(Qt.Key.Key_Return)
    assert room.state.hands == (room.people["Dilys"], room.people["Bob"])
    assert screen.leave()
    settle()
    assert focused() is screen.hands.add_hand


def test_whoever_speaks_is_not_offered_as_a_hand(room: Room, screen: TurnsScreen) -> None:
    start(room, "Amina")
    screen.press("F4")
    assert room.people["Amina"] not in screen.hands.people.people()
    assert room.people["Bob"] in screen.hands.people.people()


def test_a_hand_goes_down_by_delete_and_by_pressing_the_name_again(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob", "Dilys", "Chen")
    rows = screen.hands.findChildren(PressButton)
    next(row for row in rows if row.accessibleName().startswith("1. Bob")).setFocus()
    press(Qt.Key.Key_Delete)
    assert room.state.hands == (room.people["Dilys"], room.people["Chen"])
    screen.press("F4")
    type_keys("d")
    press(Qt.Key.Key_Space)
    assert room.state.hands == (room.people["Chen"],)


def test_nobody_checked_in_leads_to_the_welcome(theme: Theme, tmp_path: Path) -> None:
    for room in open_room(tmp_path):
        screen = TurnsScreen(theme, room.services, room.bridge)
        show(screen)
        asked: list[str] = []
        screen.go_requested.connect(asked.append)
        assert "Nobody is checked in yet." in words_of(screen)
        assert focused() is screen.main.nobody.welcome
        press(Qt.Key.Key_Return)
        assert asked == ["welcome"]


# A turn that runs


def test_a_stray_enter_gives_a_minute_and_takes_none(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(2 * MINUTE)
    start(room)
    assert focused() is screen.main.speaker.more
    press(Qt.Key.Key_Return)
    turn = room.state.current_turn
    assert turn is not None
    assert turn.allowed_seconds == 3 * MINUTE
    assert screen.press("F7")
    turn = room.state.current_turn
    assert turn is not None
    assert turn.allowed_seconds == 4 * MINUTE


def test_pause_keeps_the_turn_and_carry_on_goes_on_from_there(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(4 * MINUTE)
    start(room)
    let_pass(room, 30)
    assert screen.press("F6")
    settle()
    assert "Carry on" in words_of(screen)
    assert "Paused." in screen.main.speaker.clock.words()
    let_pass(room, 300)
    assert room.bridge.used_ms == 30_000
    assert screen.press("F6")
    let_pass(room, 10)
    assert room.bridge.used_ms == 40_000
    assert screen.main.speaker.clock.words() == "3:20 left of 4 minutes."


def test_pass_counts_as_no_turn(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob")
    start(room, "Amina")
    choose(screen, "More")
    choose(screen, "Pass")
    assert [turn.ended_by for turn in room.state.turns.values()] == [EndedBy.PASSED]
    raise_hands(room, "Amina")
    assert screen.hands.queue_words()[-1] == "2. Amina. No turn yet on this"


def test_after_the_end_the_focus_is_on_the_next_persons_turn(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob")
    start(room, "Amina")
    assert screen.press("F8")
    settle()
    assert focused() is screen.main.nobody.start
    assert screen.main.nobody.start.words() == "Start Bob's turn"


def test_nearly_time_comes_when_a_quarter_is_left(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(4 * MINUTE)
    start(room)
    let_pass(room, 178)
    assert not screen.main.speaker.signal.isVisible()
    let_pass(room, 4)
    assert screen.main.speaker.signal.isVisible()
    assert screen.main.speaker.signal.words() == "Nearly time"


def test_time_is_up_holds_and_nothing_ends_or_resets_by_itself(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(MINUTE)
    raise_hands(room, "Bob")
    start(room)
    steps = room.running.live.record_number
    let_pass(room, 600)
    assert screen.main.speaker.signal.words() == "Time is up"
    assert screen.main.speaker.clock.words() == "Time is up."
    assert "Amina's turn" in words_of(screen)
    assert room.state.current_turn is not None
    assert room.running.live.record_number == steps
    assert focused() is screen.main.speaker.more


def test_a_tick_changes_clock_and_signal_only(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(4 * MINUTE)
    raise_hands(room, "Bob", "Chen")
    start(room)
    rows = [id(row) for row in screen.hands.findChildren(PressButton)]
    before = words_of(screen)
    let_pass(room, 20)
    assert words_of(screen) == before
    assert [id(row) for row in screen.hands.findChildren(PressButton)] == rows


def test_turns_are_not_timed_until_the_group_says_so(room: Room, screen: TurnsScreen) -> None:
    start(room)
    assert screen.main.speaker.clock.words() == "No timer."
    assert not screen.main.speaker.more.isVisible()
    assert focused() is screen.main.speaker.pause
    let_pass(room, 4000)
    assert not screen.main.speaker.signal.isVisible()


# Clocks that do not tell on anybody


def test_an_untimed_person_in_the_room_means_no_ring_and_no_figure_for_anyone(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(2 * MINUTE)
    give_own_length(room, "Dilys", UNTIMED)
    start(room, "Amina")
    assert not screen.main.speaker.clock.isVisible()
    assert "Amina's turn" in words_of(screen)
    assert "Take the time you need." in words_of(screen)
    let_pass(room, 600)
    assert not screen.main.speaker.signal.isVisible()
    shown = words_of(screen.main.speaker)
    assert not any(letter.isdigit() for letter in shown.replace("1 more minute", ""))
    assert not screen.main.speaker.more.isVisible()


def test_when_somebody_has_their_own_length_every_clock_keeps_the_total_back(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(4 * MINUTE)
    give_own_length(room, "Dilys", 10 * MINUTE)
    said: dict[str, list[str]] = {"Amina": [], "Dilys": []}
    for name, length in (("Amina", 4 * MINUTE), ("Dilys", 10 * MINUTE)):
        start(room, name)
        for _quarter in range(4):
            said[name].append(screen.main.speaker.clock.words())
            let_pass(room, length / 4)
        said[name].append(screen.main.speaker.clock.words())
        assert screen.press("F8")
    assert said["Amina"] == said["Dilys"]
    assert said["Amina"][0] == "More than half is left."
    assert not any(letter.isdigit() for letter in "".join(said["Dilys"]))


def test_no_clocks_here_takes_every_clock_ring_and_hint_away(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(2 * MINUTE)
    raise_hands(room, "Bob")
    start(room)
    choose(screen, "Clocks")
    assert focused().accessibleName() == "No clocks here"
    press(Qt.Key.Key_Return)
    assert not room.state.has_clocks
    let_pass(room, 600)
    assert not screen.main.speaker.clock.isVisible()
    assert not screen.main.speaker.signal.isVisible()
    assert not screen.main.speaker.more.isVisible()
    assert screen.main.foot.more.words() == "No clocks here"
    assert room.state.hands == (room.people["Bob"],)


def test_the_turn_length_is_chosen_by_keys(room: Room, screen: TurnsScreen) -> None:
    raise_hands(room, "Bob")
    choose(screen, "More")
    choose(screen, "3 minutes")
    assert room.state.turn_seconds == 3 * MINUTE
    assert screen.leave()
    assert focused() is screen.main.foot.more


def test_another_length_can_be_typed(room: Room, screen: TurnsScreen) -> None:
    choose(screen, "More")
    choose(screen, "Another length")
    type_keys("12")
    press(Qt.Key.Key_Return)
    assert room.state.turn_seconds == 12 * MINUTE


def test_one_item_can_have_a_length_of_its_own_and_lose_it_again(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(4 * MINUTE)
    choose(screen, "More")
    choose(screen, "Only on this item")
    choose(screen, "1 minute")
    assert room.state.turn_seconds == 4 * MINUTE
    start(room)
    assert turn_now(room).allowed_seconds == MINUTE
    assert screen.main.speaker.clock.words() == "1:00 left of 1 minute."
    screen.press("F8")
    choose(screen, "More")
    choose(screen, "Only on this item")
    start(room)
    assert turn_now(room).allowed_seconds == 4 * MINUTE


def test_an_item_with_timers_shows_no_ring_either_if_anyone_is_untimed(room: Room, screen: TurnsScreen) -> None:
    give_own_length(room, "Dilys", UNTIMED)
    item = room.state.current_item
    assert item is not None
    room.running.turns.set_item_length(item.id, MINUTE)
    start(room, "Amina")
    assert not screen.main.speaker.clock.isVisible()
    assert not any(letter.isdigit() for letter in words_of(screen.main.speaker).replace("1 more minute", ""))


@pytest.mark.parametrize(("words", "after", "share"), [("Half is left", 121, 0.5), ("A tenth is left", 217, 0.1)])
def test_the_group_sets_when_the_sign_comes(
    room: Room, screen: TurnsScreen, words: str, after: float, share: float
) -> None:
    room.running.turns.set_length(4 * MINUTE)
    choose(screen, "More")
    choose(screen, words)
    assert room.state.room.nearly_share == share
    start(room)
    let_pass(room, after - 2)
    assert not screen.main.speaker.signal.isVisible()
    let_pass(room, 2)
    assert screen.main.speaker.signal.words() == "Nearly time"


def test_the_sign_never_comes_if_the_group_says_so_but_time_up_does(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(MINUTE)
    choose(screen, "More")
    choose(screen, "Never")
    start(room)
    let_pass(room, 59)
    assert not screen.main.speaker.signal.isVisible()
    let_pass(room, 2)
    assert screen.main.speaker.signal.words() == "Time is up"


# Turns that the program held


def test_after_a_restart_the_turn_is_held_with_what_was_left(theme: Theme, tmp_path: Path) -> None:
    for room in open_room(tmp_path):
        room.running.requests.arrive(room.people["Amina"])
        room.running.turns.set_length(2 * MINUTE)
        start(room)
        let_pass(room, 48)
        again = open_services(tmp_path, clock=room.clock)
        bridge = MeetingBridge(lambda: again.people.everyone(room.group.id))  # noqa: B023 (one room)
        bridge.open(again.meetings.open(room.running.live.id))
        screen = TurnsScreen(theme, again, bridge)
        show(screen)
        assert "Amina has 1:12 left." in words_of(screen)
        assert "Count that time" not in words_of(screen)
        assert focused() is screen.main.held.carry_on
        assert screen.main.held.carry_on.words() == "Carry on from 1:12"
        press(Qt.Key.Key_Return)
        turn = bridge.state.current_turn
        assert turn is not None
        assert not turn.is_paused
        assert bridge.used_ms == 48_000
        assert focused() is screen.main.speaker.more
        bridge.close()
        again.close()


@pytest.mark.parametrize(("counts", "left"), [(False, "1:12"), (True, "0:12")])
def test_after_a_stall_people_say_whether_that_time_counts(
    room: Room, screen: TurnsScreen, counts: bool, left: str
) -> None:
    room.running.turns.set_length(2 * MINUTE)
    start(room)
    let_pass(room, 48)
    room.clock.pass_seconds(60)
    room.running.turns.tick()
    settle()
    assert "The computer was asleep or busy for 1 minute." in words_of(screen)
    assert "Amina has 1:12 left." in words_of(screen)
    button = screen.main.held.count_it if counts else screen.main.held.carry_on
    button.setFocus()
    press(Qt.Key.Key_Return)
    assert screen.main.speaker.clock.words() == f"{left} left of 2 minutes."


def test_a_held_turn_tells_no_figures_where_there_are_no_rings(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(2 * MINUTE)
    give_own_length(room, "Dilys", UNTIMED)
    start(room, "Amina")
    let_pass(room, 20)
    room.clock.pass_seconds(4 * MINUTE)
    room.running.turns.tick()
    settle()
    assert "Amina still has the turn." in screen.main.held.words()
    assert screen.main.held.carry_on.words() == "Carry on"
    assert ":" not in screen.main.held.words()


# The item, undo, and what holds for every screen


def test_the_item_can_be_finished_only_between_turns(room: Room, screen: TurnsScreen) -> None:
    start(room)
    assert not screen.main.foot.finish.isVisible()
    assert screen.press("F8")
    settle()
    choose(screen, "Finish this item")
    assert screen.press("F8")
    settle()
    assert room.state.agenda[0].state is ItemState.DISCUSSED
    assert screen.main.foot.agenda.isVisible()
    assert not screen.main.foot.finish.isVisible()


def test_undo_of_the_end_brings_the_turn_back_on_hold(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(2 * MINUTE)
    start(room)
    let_pass(room, 20)
    assert screen.press("F8")
    settle()
    room.running.live.undo()
    settle()
    assert "Amina has 1:40 left." in words_of(screen)
    assert focused() is screen.main.held.carry_on


def test_escape_closes_a_small_panel_and_changes_nothing(room: Room, screen: TurnsScreen) -> None:
    before = room.running.live.record_number
    screen.press("F4")
    assert screen.leave()
    assert not screen.leave()
    assert room.running.live.record_number == before


def test_everything_that_takes_the_focus_has_a_name(room: Room, screen: TurnsScreen) -> None:
    room.running.turns.set_length(2 * MINUTE)
    raise_hands(room, "Bob", "Chen")
    assert unnamed_controls(screen) == []
    start(room)
    screen.press("F4")
    assert unnamed_controls(screen) == []
    screen.leave()
    for button in (screen.main.foot.more, screen.main.foot.turn_acts, screen.main.foot.adds):
        button.click()
        assert unnamed_controls(screen) == []
        screen.leave()


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("state", ["asks", "next", "speaks", "nearly", "calm", "held"])
def test_nothing_is_cut_or_scrolls_sideways(room: Room, theme: Theme, percent: int, state: str) -> None:
    theme.set_text_percent(percent)
    screen = TurnsScreen(theme, room.services, room.bridge)
    show(screen, width=1166 if percent == 100 else 1200, height=560)
    if state != "asks":
        raise_hands(room, "Bob", "Chen", "Dilys")
    if state not in ("asks", "next"):
        room.running.turns.set_length(2 * MINUTE)
        start(room)
    if state == "nearly":
        let_pass(room, 100)
    if state == "calm":
        room.running.turns.take_clocks_away()
    if state == "held":
        room.clock.pass_seconds(4 * MINUTE)
        room.running.turns.tick()
    settle()
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []


def test_at_200_percent_name_clock_signal_and_buttons_fit_without_scrolling(room: Room, theme: Theme) -> None:
    room.running.turns.set_length(2 * MINUTE)
    theme.set_text_percent(200)
    screen = TurnsScreen(theme, room.services, room.bridge)
    show(screen, width=1200, height=528)  # what 1280 x 720 leaves below a header of 2 lines
    start(room)
    let_pass(room, 100)
    speaker = screen.main.speaker
    name = next(label for label in speaker.findChildren(WrapLabel) if label.isVisible() and "Amina" in label.text())
    for part in (name, speaker.clock, speaker.signal, speaker.end, speaker.more, speaker.pause):
        assert part.isVisible()
        assert part.visibleRegion().boundingRect() == part.rect()
