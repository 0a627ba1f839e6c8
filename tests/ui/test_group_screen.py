"""The group screen: a group needs only a name; words and labels wait; groups are chosen beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.person import Perspective
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.group.group_screen import GroupScreen
from coprod_desktop.ui.theme import Theme
from tests.ui.person_at_screen import cut, focused_name, press, press_row, seen, settle, write, written
from tests.ui.screen_checks import show, unnamed_controls

NAME = "What is our group called?"
WORDS = "Our word list"
MORE = "More"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def screen(theme: Theme, services: Services) -> GroupScreen:
    """At the first start: there is no group yet."""
    shown = GroupScreen(theme, services, MeetingBridge(lambda: ()))
    show(shown, width=1144, height=560)
    return shown


@pytest.fixture
def with_group(screen: GroupScreen, services: Services) -> GroupScreen:
    """As it is once there is a group."""
    services.groups.create("Bus stops group", meaning="We start with a blank page.")
    screen.on_shown()
    screen.focus_first()
    settle()
    return screen


def current(services: Services) -> Group:
    group = services.groups.current()
    assert group is not None
    return group


def test_the_first_start_asks_for_the_name_only(screen: GroupScreen, services: Services) -> None:
    gone: list[str] = []
    chosen: list[bool] = []
    screen.go_requested.connect(gone.append)
    screen.renamed.connect(lambda: chosen.append(True))
    assert focused_name() == NAME
    assert "Stop" not in seen(screen)
    write(screen, NAME, "Bus stops group")
    assert current(services).name == "Bus stops group"
    assert (gone, chosen) == (["home"], [True])


def test_a_group_without_a_name_is_refused_and_typed_words_stay(screen: GroupScreen, services: Services) -> None:
    write(screen, NAME, "  ", then=None)
    assert screen.press("F8")
    settle()
    assert "Please give a name that people can see." in seen(screen)
    assert focused_name() == NAME
    assert written(screen, NAME) == "  "
    assert services.groups.groups() == ()


def test_words_about_the_group_are_saved_when_their_field_is_left(with_group: GroupScreen, services: Services) -> None:
    assert focused_name() == NAME
    meaning = "What does co-production mean to us?"
    assert written(with_group, meaning) == "We start with a blank page."
    write(with_group, meaning, "As equals.", then=Qt.Key.Key_Tab)
    write(with_group, "Who can people ask about the minutes?", "Ask Dilys.", then=Qt.Key.Key_Tab)
    assert (current(services).meaning, current(services).contact) == ("As equals.", "Ask Dilys.")


def test_an_empty_name_is_refused_and_esc_puts_the_old_one_back(with_group: GroupScreen, services: Services) -> None:
    write(with_group, NAME, "")
    assert "Please give a name that people can see." in seen(with_group)
    assert current(services).name == "Bus stops group"
    assert with_group.leave()
    assert written(with_group, NAME) == "Bus stops group"


def test_a_new_name_is_told(with_group: GroupScreen, services: Services) -> None:
    chosen: list[bool] = []
    with_group.renamed.connect(lambda: chosen.append(True))
    write(with_group, NAME, "Bus shelters group")
    assert current(services).name == "Bus shelters group"
    assert chosen == [True]


def test_hard_words_are_added_taken_off_and_put_back(with_group: GroupScreen, services: Services) -> None:
    press_row(with_group, WORDS)
    write(with_group, "A hard word", "Budget")
    assert focused_name() == "What it means"
    write(with_group, "What it means", "The money we have.")
    assert current(services).words == (ExplainedWord(term="Budget", means="The money we have."),)
    assert focused_name() == "A hard word"
    press(with_group, "Take off")
    assert current(services).words == ()
    assert focused_name() == "Put back: Budget"
    press(with_group, "Put back: Budget")
    assert current(services).words == (ExplainedWord(term="Budget", means="The money we have."),)


def test_a_meaning_without_a_word_is_refused(with_group: GroupScreen, services: Services) -> None:
    press_row(with_group, WORDS)
    write(with_group, "What it means", "The money we have.")
    assert "Please write a few words first." in seen(with_group)
    assert focused_name() == "A hard word"
    assert written(with_group, "What it means") == "The money we have."
    assert current(services).words == ()


def test_our_words_for_perspectives_wait_under_more(with_group: GroupScreen, services: Services) -> None:
    assert "I speak from my own life" not in seen(with_group)
    press_row(with_group, MORE)
    write(with_group, "I speak from my own life", "People who use the Boathouse")
    assert current(services).perspective_labels == {Perspective.LIVED_EXPERIENCE: "People who use the Boathouse"}
    assert "I would rather not say" not in seen(with_group)


def test_another_group_is_chosen_with_one_press(with_group: GroupScreen, services: Services) -> None:
    services.groups.create("Library friends")
    services.groups.choose(services.groups.groups()[0].id)
    with_group.on_shown()
    settle()
    other = next(group for group in services.groups.groups() if group.id != current(services).id)
    press_row(with_group, other.name)
    assert current(services).id == other.id
    assert written(with_group, NAME) == other.name


def test_setting_up_another_group_can_be_stopped(with_group: GroupScreen, services: Services) -> None:
    press(with_group, "Set up another group")
    assert focused_name() == NAME
    assert with_group.leave()
    assert "Our group" in seen(with_group)
    press(with_group, "Set up another group")
    press(with_group, "Stop, keep the group we have")
    assert len(services.groups.groups()) == 1
    press(with_group, "Set up another group")
    write(with_group, NAME, "Library friends")
    assert current(services).name == "Library friends"
    assert len(services.groups.groups()) == 2


def test_half_typed_words_stay_when_the_screen_is_shown_anew(with_group: GroupScreen, services: Services) -> None:
    write(with_group, NAME, "Bus st", then=None)
    with_group.on_shown()
    assert written(with_group, NAME) == "Bus st"
    assert current(services).name == "Bus stops group"


def test_everything_has_a_name_and_nothing_is_cut(with_group: GroupScreen, theme: Theme) -> None:
    press_row(with_group, WORDS)
    write(with_group, "A hard word", "Commissioning")
    write(with_group, "What it means", "Choosing and paying for a service.")
    press_row(with_group, MORE)
    for percent, width, height in ((100, 1144, 560), (200, 1240, 560), (300, 1240, 560), (100, 740, 380)):
        theme.set_text_percent(percent)
        with_group.resize(width, height)
        settle()
        assert unnamed_controls(with_group) == []
        assert cut(with_group) == []


def test_the_first_start_is_not_cut(screen: GroupScreen, theme: Theme) -> None:
    for percent in (100, 200, 300):
        theme.set_text_percent(percent)
        settle()
        assert unnamed_controls(screen) == []
        assert cut(screen) == []
