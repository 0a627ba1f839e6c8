"""What a group keeps for its room is written on its screen, with real keys, and each person chooses for themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.group import DEFAULT_CARDS, Group
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.group.group_screen import GroupScreen
from coprod_desktop.ui.screens.people.people_screen import PeopleScreen
from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.widgets.card_mark import CardMark
from tests.ui.person_at_screen import cut, focused_name, press, press_row, seen, settle, write, written
from tests.ui.screen_checks import show, unnamed_controls

AGREEMENT = "Our group agreement"
CARDS = "Our cards"
SERIOUS = "When something serious is said"
IN_WORDS = "Tell me in words when time is nearly up"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(tmp_path)
    opened.groups.create("Bus stops group")
    yield opened
    opened.close()


@pytest.fixture
def screen(theme: Theme, services: Services) -> GroupScreen:
    shown = GroupScreen(theme, services, MeetingBridge(lambda: ()))
    show(shown, width=1144, height=560)
    shown.on_shown()
    settle()
    return shown


def current(services: Services) -> Group:
    group = services.groups.current()
    assert group is not None
    return group


def test_lines_of_the_agreement_are_added_changed_and_taken_off(screen: GroupScreen, services: Services) -> None:
    done: list[str] = []
    screen.acted.connect(done.append)
    press_row(screen, AGREEMENT)
    write(screen, "Add a line", "We listen.")
    write(screen, "Add a line", "Anybody can say stop.")
    assert focused_name() == "Add a line"
    assert current(services).agreement == ("We listen.", "Anybody can say stop.")
    write(screen, "Agreement, line 1", "We listen to each other.")
    assert current(services).agreement[0] == "We listen to each other."
    press(screen, "Take off")
    assert current(services).agreement == ("Anybody can say stop.",)
    assert done == ["group_changed"] * 4
    services.history.undo()
    screen.on_shown()
    settle()
    assert written(screen, "Agreement, line 1") == "We listen to each other."


def test_the_steps_have_no_place_for_a_story(screen: GroupScreen, services: Services) -> None:
    press_row(screen, SERIOUS)
    write(screen, "Add a step", "We stop.")
    write(screen, "Add a step", "We ask what the person wants.")
    assert current(services).serious_steps == ("We stop.", "We ask what the person wants.")
    assert current(services).agreement == ()
    assert "This program never asks what happened." in seen(screen)


def test_cards_have_the_usual_meaning_until_the_group_writes_its_own(screen: GroupScreen, services: Services) -> None:
    press_row(screen, CARDS)
    assert written(screen, "Red card, with 8 sides") == "Stop. I have a question."
    write(screen, "Yellow card, with a triangle", "Easier words, please.")
    write(screen, "Blue card, with a square", "I need a break.")
    meanings = {card.key: card.meaning for card in current(services).cards}
    assert meanings == {
        "red": "Stop. I have a question.",
        "yellow": "Easier words, please.",
        "green": "I agree.",
        "blue": "I need a break.",
    }
    write(screen, "Green card, with a circle", "")
    assert [card.key for card in current(services).cards] == ["red", "yellow", "blue"]


def test_when_every_card_is_emptied_the_usual_ones_are_shown_again(screen: GroupScreen, services: Services) -> None:
    press_row(screen, CARDS)
    for name in ("Red card, with 8 sides", "Yellow card, with a triangle", "Green card, with a circle"):
        write(screen, name, "")
    assert current(services).cards == DEFAULT_CARDS
    assert written(screen, "Green card, with a circle") == "I agree."
    screen.on_shown()
    settle()
    assert written(screen, "Red card, with 8 sides") == "Stop. I have a question."


def test_each_card_is_drawn_in_its_own_shape(screen: GroupScreen, theme: Theme) -> None:
    press_row(screen, CARDS)
    theme.set_mode(Mode.HIGH_CONTRAST)
    marks = screen.findChildren(CardMark)
    drawn = {bytes(mark.grab().toImage().createHeuristicMask().constBits()) for mark in marks}
    assert len(drawn) == len(marks) == 6


def test_words_that_are_too_long_are_refused_beside_their_field(screen: GroupScreen, services: Services) -> None:
    press_row(screen, AGREEMENT)
    QApplication.clipboard().setText("word " * 5000)
    write(screen, "Add a line", "x", then=None)
    QApplication.focusWidget().paste()  # type: ignore[union-attr]
    write_key(Qt.Key.Key_Return)
    assert current(services).agreement == ()
    assert "This is too long to keep." in seen(screen)


def write_key(key: Qt.Key) -> None:
    from PySide6.QtTest import QTest

    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def test_everything_has_a_name_and_nothing_is_cut(screen: GroupScreen, theme: Theme) -> None:
    press_row(screen, AGREEMENT)
    write(screen, "Add a line", "What is said here stays here, unless somebody is in danger.")
    press_row(screen, CARDS)
    press_row(screen, SERIOUS)
    write(screen, "Add a step", "Two people go to a quiet place with the person.")
    for percent, width, height in ((100, 1144, 560), (200, 1240, 560), (300, 1240, 560), (100, 740, 380)):
        theme.set_text_percent(percent)
        screen.resize(width, height)
        settle()
        assert unnamed_controls(screen) == []
        assert cut(screen) == []


def test_a_person_ticks_that_they_want_nearly_time_in_words(theme: Theme, services: Services) -> None:
    jo = services.people.add_walk_in(current(services).id, "Jo")
    bridge = MeetingBridge(lambda: ())
    bridge.sight.say(can_see=False)
    people = PeopleScreen(theme, services, bridge)
    show(people)
    people.on_shown()
    press_row(people, "Jo")
    assert IN_WORDS not in seen(people)
    press_row(people, "Length of their turn")
    press(people, IN_WORDS)
    assert services.people.get(jo.id).nearly_in_words
    press(people, "No clock on their turn")
    assert IN_WORDS not in seen(people).splitlines()
    press(people, "The same as everyone")
    press(people, IN_WORDS)
    assert not services.people.get(jo.id).nearly_in_words
    services.history.undo()
    assert services.people.get(jo.id).nearly_in_words
