"""A press shows what it did in one picture: no part is painted where it does not stay, and rows stay what they are."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.focus_ring import FocusRing
from coprod_desktop.ui.widgets.speaker_panel import SpeakerPanel
from tests.ui.in_the_room import ALT, InTheRoom
from tests.ui.screen_checks import Room, begin_to_talk, settle
from tests.ui.turns_room import make_screen


class Seen(QObject):
    """Counts what Qt tells the parts of the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.told: Counter[QEvent.Type] = Counter()
        self.painted: Counter[QWidget] = Counter()
        self._window = window
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it."""
        if isinstance(watched, QWidget) and watched.window() is self._window:
            self.told[event.type()] += 1
            self.painted[watched] += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def in_room(theme: Theme, tmp_path: Path) -> InTheRoom:
    """Amina speaks; nobody waits."""
    room = InTheRoom(theme, tmp_path)
    room.desk.bridge.sight.say(can_see=False)
    settle()
    return room


def test_a_hand_and_a_turn_are_each_painted_in_one_picture(in_room: InTheRoom) -> None:
    in_room.key(Qt.Key.Key_F8)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_F8, Qt.Key.Key_Return):
        seen = Seen(in_room.window)
        in_room.key(key)
        again = [type(part).__name__ for part, times in seen.painted.items() if times > 1]
        assert seen.painted
        assert not again, f"{key.name} paints these more than once"
        seen.deleteLater()


def test_one_more_minute_moves_nothing(in_room: InTheRoom) -> None:
    (panel,) = in_room.window.findChildren(SpeakerPanel)
    before = {part: part.geometry() for part in panel.findChildren(QWidget)}
    seen = Seen(in_room.window)
    in_room.key(Qt.Key.Key_F7)
    assert in_room.turn.allowed_seconds == 180
    assert not seen.told[QEvent.Type.Move]
    assert not seen.told[QEvent.Type.Resize]
    assert {part: part.geometry() for part in panel.findChildren(QWidget)} == before


def test_a_card_is_counted_without_a_new_place_for_the_turn(in_room: InTheRoom) -> None:
    (panel,) = in_room.window.findChildren(SpeakerPanel)
    place = panel.geometry()
    in_room.key(Qt.Key.Key_1, ALT)
    item = in_room.state.current_item
    assert item is not None
    assert sum(in_room.state.room.cards[item.id].values()) == 1
    assert panel.geometry() == place


def test_the_ring_is_where_the_focus_is_when_the_scene_has_changed(in_room: InTheRoom) -> None:
    (ring,) = in_room.window.findChildren(FocusRing)
    for key in (Qt.Key.Key_F8, Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_F6):
        in_room.key(key)
        focused = QApplication.focusWidget()
        assert focused is not None
        place = QRect(focused.mapTo(in_room.window, focused.rect().topLeft()), focused.size())
        assert ring.isVisible()
        assert ring.geometry().contains(place), key.name
        assert ring.geometry().adjusted(20, 20, -20, -20).size().width() <= place.width()


def test_a_row_of_the_queue_stays_when_another_hand_goes_up(room: Room, theme: Theme) -> None:
    begin_to_talk(room)
    screen = make_screen(theme, room)
    room.running.turns.raise_hand(room.people["Bob"])
    settle()
    bob = _rows(screen)[0]
    room.running.turns.raise_hand(room.people["Chen"])
    settle()
    assert bob in _rows(screen), "the row of somebody who waits on is made anew"
    room.running.turns.lower_hand(room.people["Bob"])
    settle()
    (chen,) = _rows(screen)
    assert chen.is_chosen()
    assert screen.hands.queue_words() == [chen.spoken()]
    assert chen.spoken().endswith("Next")


def _rows(screen: TurnsScreen) -> list[CardRow]:
    shown = (row for row in screen.hands.findChildren(CardRow) if row.isVisible())
    return sorted(shown, key=lambda row: row.mapTo(screen, row.rect().topLeft()).y())
