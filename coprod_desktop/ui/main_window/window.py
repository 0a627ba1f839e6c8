"""The window of the program: it shows one screen at a time and gives it the keys."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedLayout, QWidget

from coprod_desktop.ui.main_window.frame import Frame
from coprod_desktop.ui.main_window.places import LOOKED_UP, MEETING_PLACES, OUTSIDE, PAUSE, PlaceKey
from coprod_desktop.ui.main_window.room_keys import RoomKeys
from coprod_desktop.ui.screens.home.first_view import FirstView
from coprod_desktop.ui.screens.home.home_screen import HomeScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.focus_ring import FocusRing
from coprod_desktop.ui.widgets.screen import Screen

if TYPE_CHECKING:
    from coprod_desktop.ui.main_window.desk import Desk
    from coprod_desktop.ui.main_window.sight_asker import SightAsker
    from coprod_desktop.ui.main_window.wall_keeper import WallKeeper

_NEW_MEETING_KEY = "Ctrl+N"
_LISTS_KEY = "Ctrl+P"
_TURN_KEYS = ("F3", "Shift+F3", "F5", "Shift+F6", "Ctrl+T", "Ctrl+G", "Ctrl+E", "Ctrl+Left", "Ctrl+Right")
_WALL_KEY = "F10"
_COUNT_AFTER_MS = 200
"""Home can be used before it is counted who waits to hear."""
SCREEN_KEYS = ("F4", "F6", "F7", "F8", _WALL_KEY, *_TURN_KEYS, _NEW_MEETING_KEY, _LISTS_KEY)
_BESIDE = (PlaceKey.HELP, PlaceKey.IDEAS, PlaceKey.SETTINGS, PlaceKey.GROUP, PlaceKey.WALL, PlaceKey.TAKE_OUT)
"""Places that Esc leaves for where the person was."""


class MainWindow(QWidget):
    """One window for everything.

    Signals: `painted()` once, after the first paint, when the services may be loaded; `sample_requested()`.
    """

    painted = Signal()
    sample_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._desk: Desk | None = None
        self._wall: WallKeeper | None = None
        self._sight: SightAsker | None = None
        self._has_painted = False
        self._was_asked_to_close = False
        self._waiting: Callable[[], None] | None = None
        self._place = self._came_from = PlaceKey.HOME
        self._screens: dict[PlaceKey, Screen] = {}
        self.home = HomeScreen(theme)
        self.frame = Frame(theme, self)
        self._room_keys = RoomKeys(theme, self, self.frame)
        self._stack = QStackedLayout()
        self.frame.work.addLayout(self._stack, 1)
        self._add_screen(PlaceKey.HOME, self.home)
        self._connect()
        self._ring = FocusRing(theme, self)
        self.setMinimumSize(640, 360)
        self._show_place(PlaceKey.HOME)

    @property
    def place(self) -> PlaceKey:
        """Where we are."""
        return self._place

    @property
    def screen_now(self) -> Screen:
        """The screen in sight; what lies over the meeting comes before the place itself."""
        return self._room_keys.cover_wanted() or self._screens[self._place]

    @property
    def desk(self) -> "Desk | None":
        """What the screens work with, once it is loaded."""
        return self._desk

    def show_first(self, view: FirstView) -> None:
        """Show the home screen from the little that is known before the services are loaded."""
        self.frame.header.set_group_name(view.group_name or self.tr("Co-production meetings"))
        self.home.show_first(view)
        self._show_titles()

    def show_closed(self, words: str, folder: Path) -> None:
        """Show that the file cannot be opened; there is no other place to go."""
        self.frame.leave_only_work()
        self.home.show_closed(words, folder)

    def attach(self, desk: "Desk") -> None:
        """Begin to work: from now on every place can be reached. What was pressed before is done now."""
        self._desk = desk
        self._room_keys.attach(desk)
        self._attach_wall(desk)
        desk.acted.connect(self._on_meeting_act)
        desk.meeting_taken_back.connect(partial(self.go, PlaceKey.HOME))
        desk.refused.connect(self.frame.warn)
        desk.failed.connect(self._on_failed)
        self.refresh_home()
        self._show_saved("")
        self._show_titles()
        QTimer.singleShot(0, self, self._show_home_picture)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _attach_wall(self, desk: "Desk") -> None:
        from coprod_desktop.ui.main_window.wall_keeper import WallKeeper  # not needed for the first picture

        self._wall = WallKeeper(self._theme, self, self.frame.wall_chip, desk.services, desk.bridge)
        self._wall.told.connect(self.frame.tell)
        self._wall.turned_round.connect(self._leave_wall_place)
        self._wall.warned.connect(self.frame.warn)

    @property
    def wall(self) -> "WallKeeper | None":
        """What keeps the wall, once the program works."""
        return self._wall

    def refresh_home(self) -> None:
        """Tell the home screen and the header what there is now."""
        if self._desk is not None:
            view = self._desk.home_view()
            self.frame.header.set_group_name(view.group_name or self.tr("Co-production meetings"))
            self.home.show_home(view)

    def go(self, place: str) -> None:
        """Go to a place, or to a part of it, such as "minutes/kit". A meeting's places need a meeting, else home."""
        name, _, part = place.partition("/")
        if self._desk is None:
            self._waiting = partial(self.go, place)
            return
        if name == PAUSE:
            self._room_keys.ask(part or "choices")
            return
        key = PlaceKey(name)
        if key in MEETING_PLACES and not self._desk.bridge.has_meeting:
            key, part = PlaceKey.HOME, ""
        if key not in self._screens:
            self._add_screen(key, self._desk.make_screen(key))
            if key is PlaceKey.WALL and self._wall is not None:
                self._wall.serve(self._screens[key])
        self._show_place(key)
        if part:
            self._screens[key].show_part(part)

    def open_meeting(self, meeting_id: str) -> None:
        """Open a meeting where it stopped."""
        if self._desk is None:
            self._waiting = partial(self.open_meeting, meeting_id)
            return
        if not self._desk.has_open(meeting_id):
            self._room_keys.forget_meeting()
            self._drop_meeting_screens()
        self.go(self._desk.open_meeting(meeting_id))

    def new_meeting(self) -> None:
        """Ask for the name of a new meeting."""
        if self._desk is None:
            self._waiting = self.new_meeting
            return
        self.go(PlaceKey.MEETINGS)
        self._desk.start_new_meeting(self.screen_now)

    def undo(self) -> None:
        """Take back the latest act."""
        if self._desk is not None and self._desk.undo():
            self._after_undo(self._desk.undone_words())

    def redo(self) -> None:
        """Bring back what was undone last."""
        if self._desk is not None and self._desk.redo():
            self._after_undo(self.tr("Done again."))

    def end(self) -> None:
        """Let every screen let go of what it holds, before the program ends."""
        self._was_asked_to_close = True
        self._room_keys.end()
        if self._wall is not None:
            self._wall.end()
        for screen in self._screens.values():
            screen.end()
        if self._desk is not None and self._desk.bridge.has_meeting:
            self._desk.bridge.close()
        self._desk = None  # what still waits to be shown asks for nothing more

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint the rest of the program is loaded."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the likeliest next act."""
        super().showEvent(event)
        self.screen_now.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the frame for the room there is."""
        super().resizeEvent(event)
        self.frame.fit(self.width())

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes on as a person reads (UI-01); Qt would go in the order in which the parts were made."""
        from coprod_desktop.ui.widgets.tab_order import next_stop  # not needed for the first picture

        goal = next_stop(self, self.focusWidget(), is_next=is_next)
        if goal is None:
            return False
        goal.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """What was done is saved. Fields save when they are left; words of an open form are asked about once."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        begun = next((key for key, screen in self._screens.items() if screen.is_half_typed()), None)
        if begun is not None and not self._was_asked_to_close:
            self._was_asked_to_close = True
            self.go(begun)
            self.frame.warn(self.tr("Some words are not saved yet. Save them, or close again to leave them."))
            event.ignore()
            return
        super().closeEvent(event)
        if self._wall is not None:
            self._wall.end()

    def _connect(self) -> None:
        self.frame.place_requested.connect(self._on_place_requested)
        self.frame.undo_requested.connect(self.undo)
        self.frame.redo_requested.connect(self.redo)
        self.home.sample_requested.connect(self.sample_requested)
        self.home.close_requested.connect(self.close)
        self.home.new_meeting_requested.connect(self.new_meeting)
        self._room_keys.cover_changed.connect(self._show_cover)
        self._room_keys.hint_due.connect(self._show_titles)
        self._room_keys.told.connect(self._on_told)
        self._room_keys.word_kept.connect(self._on_word_kept)
        self._room_keys.left.connect(self._focus_work)
        self._room_keys.word_asked.connect(self._show_sight)
        self._theme.changed.connect(self._on_theme_changed)
        for key in SCREEN_KEYS:
            self._shortcut(key).activated.connect(partial(self._on_key, key))
        for number in range(1, 6):
            self._shortcut(f"Ctrl+{number}").activated.connect(partial(self._on_number, number))
        self._shortcut("F1").activated.connect(partial(self.go, PlaceKey.HELP))
        self._shortcut("Ctrl+F").activated.connect(partial(self.go, f"{PlaceKey.IDEAS}/search"))
        self._shortcut("Esc").activated.connect(self._on_escape)
        self._shortcut("Ctrl+Z").activated.connect(self.undo)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            self._shortcut(keys).activated.connect(self.redo)
        for keys in ("Ctrl++", "Ctrl+="):
            self._shortcut(keys).activated.connect(self._theme.bigger_text)
        self._shortcut("Ctrl+-").activated.connect(self._theme.smaller_text)

    def _leave_wall_place(self) -> None:
        """Under the wall lies the meeting, so that F8 goes on with it and does not take the wall away."""
        if self._place is PlaceKey.WALL:
            self.go(self._came_from)

    def _shortcut(self, keys: str) -> QShortcut:
        """One press is one act: a finger that rests on a key must not start and end the turns of a whole round."""
        made = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut)
        made.setAutoRepeat(False)
        return made

    def _add_screen(self, key: PlaceKey, screen: Screen) -> None:
        self._screens[key] = screen
        self._stack.addWidget(screen)
        screen.go_requested.connect(self.go)
        screen.meeting_requested.connect(self.open_meeting)
        screen.acted.connect(self._on_acted)
        screen.renamed.connect(self._on_renamed)
        screen.warned.connect(self.frame.warn)
        screen.told.connect(self.frame.tell)

    def _drop_meeting_screens(self) -> None:
        """Another meeting is opened: nothing typed or asked in the one before may end up in it."""
        if self._place in MEETING_PLACES:
            self._place = PlaceKey.HOME
        for key in MEETING_PLACES & self._screens.keys():
            screen = self._screens.pop(key)
            screen.end()
            self._stack.removeWidget(screen)
            screen.hide()
            screen.deleteLater()

    def _show_place(self, key: PlaceKey) -> None:
        if self._place not in _BESIDE:
            self._came_from = self._place
        self._place = key
        screen = self._screens[key]
        is_in_meeting = key in MEETING_PLACES or (
            key in LOOKED_UP and self._desk is not None and self.frame.is_in_meeting
        )
        self._show_rail(is_in_meeting=is_in_meeting)
        if key in OUTSIDE:
            self.refresh_home()
            self._show_home_picture()
        self._room_keys.show_place(key)
        if self._wall is not None:
            self._wall.show_place(is_in_meeting=is_in_meeting)
        cover = self._room_keys.cover_wanted()
        if cover is not None:
            self._show_cover()
            return
        self._stack.setCurrentWidget(screen)
        self._show_sight()
        screen.on_shown()
        self._show_titles()
        if self.isVisible():
            screen.focus_first()

    def _show_rail(self, *, is_in_meeting: bool) -> None:
        is_before = is_in_meeting and self._desk is not None and self._desk.is_before_the_day()
        self.frame.show_place(self._place, is_in_meeting=is_in_meeting, is_before_the_day=is_before)

    def _show_cover(self) -> None:
        """Show what lies over the meeting, or the meeting again where the person was."""
        screen = self.screen_now
        is_new = self._stack.currentWidget() is not screen
        if is_new and self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
            screen.go_requested.connect(self.go)
        self._stack.setCurrentWidget(screen)
        self._show_sight()
        if is_new or screen is not self._screens[self._place]:
            screen.on_shown()
        self._show_titles()
        if is_new and self.isVisible():
            self._go_on_in(screen)

    def _show_sight(self) -> None:
        """Ask who can see this screen before anything else, on every place of a meeting."""
        if self._desk is None or (self._sight is None and not self._desk.bridge.has_meeting):
            return
        if self._sight is None:
            from coprod_desktop.ui.main_window.sight_asker import SightAsker  # not needed before a meeting is open

            self._sight = SightAsker(self._theme, self.frame.work, self._desk.bridge, self)
            self._sight.left.connect(self._focus_work)
        is_covered = self.screen_now is not self._screens[self._place] or self._room_keys.is_asking_for_word
        self._sight.show_place(self._place, is_covered=is_covered)

    def _focus_work(self) -> None:
        self.screen_now.focus_first()

    def _go_on_in(self, screen: Screen) -> None:
        """Go on with the words that were being typed when something was laid over them, else with the likeliest act."""
        field = screen.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit) and field.isVisible():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            screen.focus_first()

    def _show_home_picture(self) -> None:
        if self._desk is not None and self._place is PlaceKey.HOME:
            self.home.show_picture(*self._desk.home_picture())
            meeting_id = self.home.next_meeting_id()
            if meeting_id:
                self.home.show_not_arranged(meeting_id, self._desk.not_arranged(meeting_id))
            QTimer.singleShot(_COUNT_AFTER_MS, self, self._show_who_waits)

    def _show_who_waits(self) -> None:
        """After an upgrade meetings are taken in a few at a time, so that nobody waits for home."""
        if self._desk is None or self._place is not PlaceKey.HOME:
            return
        if self._desk.read_for_search():
            QTimer.singleShot(0, self, self._show_who_waits)
        else:
            self.home.show_who_waits(self._desk.how_many_wait_to_hear())

    def _show_titles(self) -> None:
        title = self.screen_now.title() or self.frame.place_words(self._place)
        self.frame.header.set_screen(self.frame.place_words(self._place) or title)
        is_in_meeting = self.frame.is_in_meeting
        place = self._desk.place_words(self._place, is_in_meeting=is_in_meeting) if self._desk is not None else ""
        self.frame.header.set_place(place)
        self.setWindowTitle(f"{title} - {self.frame.group_name()}")

    def _on_meeting_act(self, words: str) -> None:
        self._was_asked_to_close = False
        self._show_saved(words)
        self._show_titles()

    def _on_acted(self, kind: str) -> None:
        if self._desk is not None:
            self._desk.bridge.refresh_people()
            self._show_saved(self._desk.act_words(kind))
            self.refresh_home()

    def _on_word_kept(self) -> None:
        self._on_acted("word_added")
        self.screen_now.on_shown()

    def _on_failed(self, words: str) -> None:
        self.frame.fail(words)
        self._show_saved(self.tr("The last act was not saved."), has_saved=False)

    def _on_told(self, words: str) -> None:
        """Say what was asked for where acts are told; where there is no room for that, above the screen."""
        if self.frame.undo_bar.isVisible():
            self._show_saved(words, has_saved=False)
        else:
            self.frame.tell(words)

    def _on_renamed(self) -> None:
        if self._desk is not None:
            self._desk.leave_other_group()
        self.refresh_home()
        self._show_titles()

    def _after_undo(self, words: str) -> None:
        self._room_keys.forget_cards()
        self.refresh_home()
        self.screen_now.on_shown()
        self._show_who_waits()
        self._show_saved(words, has_saved=False)

    def _show_saved(self, words: str, *, has_saved: bool = True) -> None:
        if self._desk is None:
            return
        said = f"{self.tr('Saved.')} {words}" if words and has_saved else words
        self.frame.show_acts(
            said or self.tr("Everything is saved on this laptop."),
            undo=self._desk.undo_words(),
            redo=self._desk.redo_words(),
        )

    def _on_place_requested(self, place: str) -> None:
        if place == self._place and self.screen_now is self._screens[self._place]:
            self.screen_now.begin_again()
        self.go(place)

    def _on_key(self, key: str) -> None:
        if self.screen_now.press(key):
            return
        if key == _NEW_MEETING_KEY:
            self.new_meeting()
        elif key == _WALL_KEY and self._wall is not None:
            self._wall.show_this()

    def _on_number(self, number: int) -> None:
        places = self.frame.places()
        if number <= len(places):
            self._on_place_requested(places[number - 1])

    def _on_escape(self) -> None:
        if self._room_keys.step_back() or self.frame.close_message() or self.screen_now.leave():
            return
        if self._place in _BESIDE:
            self.go(self._came_from)
        elif self._place in (PlaceKey.SET_UP, PlaceKey.INVITE):
            self.go(self.frame.places()[0])

    def _on_theme_changed(self) -> None:
        self.frame.fit(self.width())
        if self._desk is not None:
            self._desk.keep_look(self._theme)
