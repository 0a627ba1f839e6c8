"""The keys that work on every place of a meeting: pause, break, stepping out, something serious, cards, words."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.main_window.frame import Frame
from coprod_desktop.ui.main_window.places import LOOKED_UP, MEETING_PLACES, PlaceKey
from coprod_desktop.ui.theme import Icon, Theme

if TYPE_CHECKING:
    from coprod_desktop.domain.group import Card
    from coprod_desktop.ui.main_window.desk import Desk
    from coprod_desktop.ui.main_window.hard_words import HardWords
    from coprod_desktop.ui.screens.room_cover import RoomCover

MOST_CARDS: Final = 6
_HINT_MS = 60_000


class RoomKeys(QObject):
    """Has the button Pause and what lies over the meeting. It holds no rules.

    Signals: `cover_changed` when the cover comes, goes or shows another page; `hint_due` each minute in a meeting;
    `told(words)`, how much time is left when somebody asks, and by itself when it is nearly up; `word_kept` after a
    hard word was explained; `word_asked` when the place for that comes or goes; `left` when the focus has to go
    back to the screen.
    """

    cover_changed = Signal()
    hint_due = Signal()
    told = Signal(str)
    word_kept = Signal()
    word_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, window: QWidget, frame: Frame) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._frame = frame
        self._desk: Desk | None = None
        self._cover: RoomCover | None = None
        self._place = PlaceKey.HOME
        self._hard_words: HardWords | None = None
        self._signal = ""
        self._cards: tuple[Card, ...] | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(_HINT_MS)
        self._minute.timeout.connect(self.hint_due)
        self._has_keys = False
        frame.pause.clicked.connect(partial(self.ask, "choices"))

    def attach(self, desk: "Desk") -> None:
        """Begin to work."""
        self._desk = desk
        desk.bridge.state_changed.connect(self._on_state_changed)
        desk.bridge.ticked.connect(self._on_ticked)

    def end(self) -> None:
        """Ask for nothing more."""
        self._desk = None
        self._minute.stop()

    def show_place(self, place: PlaceKey) -> None:
        """Another place is in sight: the button and the cover are there in a meeting only."""
        if self._cover is not None and place is not self._place:
            self._cover.put_down()
        self._place = place
        self.forget_cards()
        self._show_button()
        if self._hard_words is not None and not self.is_in_room:
            self._hard_words.hide()

    @property
    def is_asking_for_word(self) -> bool:
        """Whether a hard word is asked for above the work: one question at a time."""
        return self._hard_words is not None and not self._hard_words.line.isHidden()

    def step_back(self) -> bool:
        """Esc: close what was opened for a hard word; says whether it was open."""
        return self._hard_words is not None and self._hard_words.close()

    def forget_meeting(self) -> None:
        """Another meeting is opened."""
        if self._cover is not None:
            self._cover.put_down()

    def forget_cards(self) -> None:
        """The cards of the group may have changed: they are read again at the next press."""
        self._cards = None

    @property
    def is_in_room(self) -> bool:
        """Whether a meeting that goes on is in sight, or its rail beside what was looked up in it."""
        desk = self._desk
        is_place = self._place in MEETING_PLACES or (self._place in LOOKED_UP and self._frame.is_in_meeting)
        return desk is not None and is_place and desk.bridge.has_meeting and desk.bridge.state.is_open

    def cover_wanted(self) -> "RoomCover | None":
        """What lies over the meeting now, None when the meeting itself is to be seen."""
        if not self.is_in_room or self._desk is None:
            return None
        room = self._desk.bridge.state.room
        if self._cover is None and not room.is_paused and room.break_now is None:
            return None
        cover = self._make_cover(self._desk)
        return cover if cover.page is not None else None

    def ask(self, page: str) -> None:
        """Show one of the pages: "choices", "break", "step-out" or "serious"."""
        from coprod_desktop.ui.screens.room_cover import CoverPage

        if self.is_in_room and self._desk is not None:
            self._make_cover(self._desk).ask(CoverPage(page))

    def _make_cover(self, desk: "Desk") -> "RoomCover":
        if self._cover is None:
            from coprod_desktop.ui.screens.room_cover import RoomCover

            self._cover = RoomCover(self._theme, desk.services, desk.bridge)
            self._cover.changed.connect(self.cover_changed)
        return self._cover

    def _on_pause(self) -> None:
        if not self.is_in_room or self._desk is None:
            return
        cover = self._make_cover(self._desk)
        if self._desk.bridge.state.room.is_paused:
            cover.go_on()
        else:
            cover.pause_everything()

    def _on_time_left(self) -> None:
        if self.is_in_room and self._desk is not None:
            from coprod_desktop.ui.time_left import time_left_words  # not needed for the first picture

            self.told.emit(time_left_words(self._desk.bridge))

    def _on_ticked(self) -> None:
        """Where the turn is not in sight, it is said once that it is nearly or quite over."""
        if not self.is_in_room or self._desk is None:
            return
        from coprod_desktop.ui.time_left import signal_words  # not needed for the first picture

        was, self._signal = self._signal, signal_words(self._desk.bridge)
        is_in_sight = self._place is PlaceKey.TURNS and self.cover_wanted() is None
        if self._signal not in ("", was) and not is_in_sight:
            self.told.emit(self._signal)

    def _on_card(self, number: int) -> None:
        desk = self._desk
        if not self.is_in_room or desk is None:
            return
        if self._cards is None:
            group = desk.services.groups.current()
            self._cards = group.cards if group is not None else ()
        if number < len(self._cards):
            desk.bridge.ask(partial(desk.bridge.room.show_card, self._cards[number].key))

    def _make_hard_words(self, desk: "Desk") -> "HardWords":
        from coprod_desktop.ui.main_window.hard_words import HardWords  # not needed before a meeting is open

        made = HardWords(self._theme, self._window, self._frame, desk)
        made.kept.connect(self.word_kept)
        made.changed.connect(self.word_asked)
        made.left.connect(self.left)
        return made

    def _on_hard_word(self) -> None:
        if self.is_in_room and self._hard_words is not None and self.cover_wanted() is None:
            self._hard_words.open()

    def _on_state_changed(self) -> None:
        self._show_button()
        if self.cover_wanted() is not None:
            self.cover_changed.emit()

    def _show_button(self) -> None:
        desk, is_in_room = self._desk, self.is_in_room
        self._frame.show_pause(is_shown=is_in_room)
        if is_in_room != self._minute.isActive():
            self._minute.start() if is_in_room else self._minute.stop()
        if is_in_room and desk is not None:
            self._bind_keys()
            is_break = desk.bridge.state.room.break_now is not None
            self._frame.pause.set_words(self.tr("Break") if is_break else self.tr("Pause all"))
            self._frame.pause.set_icon(Icon.BREAK if is_break else Icon.PAUSE)

    def _bind_keys(self) -> None:
        """The keys are there from the first meeting on: the first picture needs none."""
        if self._has_keys:
            return
        self._has_keys = True
        if self._desk is not None:
            self._hard_words = self._make_hard_words(self._desk)
        self._bind("F2", self._on_time_left)
        self._bind("F12", self._on_pause)
        self._bind("Ctrl+F12", partial(self.ask, "serious"))
        self._bind("Ctrl+B", partial(self.ask, "break"))
        self._bind("Ctrl+O", partial(self.ask, "step-out"))
        self._bind("Ctrl+W", self._on_hard_word)
        for number in range(1, MOST_CARDS + 1):
            self._bind(f"Alt+{number}", partial(self._on_card, number - 1))

    def _bind(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._window, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
