"""Cards: a key or a press each, counted to what is open, with no name, and undone like everything else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.closing import cards_by_item
from coprod_desktop.domain.group import DEFAULT_CARDS, Card, CardShape
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.cards_bar import CardButton, CardsBar
from tests.ui.in_the_room import ALT, CTRL, InTheRoom
from tests.ui.person_at_screen import press
from tests.ui.screen_checks import settle


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    there = InTheRoom(theme, tmp_path)
    yield there
    there.close()


def counts(room: InTheRoom) -> dict[str, int]:
    """How often each card was shown on the item that is open."""
    item = room.state.current_item
    return dict(room.state.room.cards.get(item.id if item else None, {}))


@pytest.mark.parametrize("place", [PlaceKey.TURNS, PlaceKey.AGENDA, PlaceKey.DECISIONS], ids=str)
def test_a_key_counts_a_card_on_every_place_of_a_meeting(room: InTheRoom, place: PlaceKey) -> None:
    room.window.go(place)
    settle()
    room.key(Qt.Key.Key_2, ALT)
    room.key(Qt.Key.Key_2, ALT)
    room.key(Qt.Key.Key_1, ALT)
    assert counts(room) == {"yellow": 2, "red": 1}
    room.key(Qt.Key.Key_Z, CTRL)
    assert counts(room) == {"yellow": 2}


def test_a_key_without_a_card_does_nothing(room: InTheRoom) -> None:
    before = len(room.events())
    room.key(Qt.Key.Key_5, ALT)
    assert len(room.events()) == before


def test_no_name_is_kept_with_a_card(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_1, ALT)
    steps = room.running.live.workplace.log.steps(room.running.live.id)
    kept = repr(steps[-1].events[-1])
    assert all(person_id not in kept for person_id in room.people.values())


def test_pressing_a_card_beside_the_turns_counts_it_and_three_are_said_in_words(room: InTheRoom) -> None:
    for _ in range(2):
        press(room.window, next(one for one in card_names(room) if one.startswith("Yellow")))
        settle()
    assert "was shown" not in room.words()
    press(room.window, "Yellow 2")
    settle()
    assert counts(room) == {"yellow": 3}
    assert '"Slow down" was shown 3 times on this.' in room.words()


def test_the_counts_belong_to_the_item_that_is_open(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_3, ALT)
    room.running.turns.end()
    room.running.requests.close_item(room.state.agenda[0].id)
    settle()
    assert "Green" in card_names(room)
    room.key(Qt.Key.Key_3, ALT)
    (seats, between) = cards_by_item(room.state)
    assert (seats.item, between.item) == (room.state.agenda[0], None)
    assert seats.counts == between.counts == {"green": 1}


def test_the_cards_are_the_groups_own(room: InTheRoom) -> None:
    own = Card(key="blue", name="Blue", meaning="I need the words in BSL.", shape=CardShape.SQUARE)
    room.services.groups.save(replace(room.group, cards=(*DEFAULT_CARDS, own)))
    room.window.go(PlaceKey.AGENDA)
    room.window.go(PlaceKey.TURNS)
    settle()
    assert card_names(room) == ["Red", "Yellow", "Green", "Blue"]
    room.key(Qt.Key.Key_4, ALT)
    assert counts(room) == {"blue": 1}


def test_arrows_move_through_the_cards(theme: Theme) -> None:
    bar = CardsBar(theme)
    bar.show_cards(DEFAULT_CARDS, {})
    bar.show()
    bar.activateWindow()
    settle()
    buttons = bar.findChildren(CardButton)
    buttons[0].setFocus()
    from PySide6.QtTest import QTest

    QTest.keyClick(buttons[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is buttons[-1]
    assert buttons[0].accessibleDescription() == "Stop. I have a question. Key: Alt 1"


def card_names(room: InTheRoom) -> list[str]:
    """The cards in sight, as a screen reader names them."""
    return [one.accessibleName() for one in room.window.findChildren(CardButton) if one.isVisible()]
