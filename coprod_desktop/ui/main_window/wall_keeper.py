"""Keeps the wall: on which screen it is, that it comes back with the screen, and that it is blank at once (R17)."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.events import Step
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.room_events import WallChosen
from coprod_desktop.services.clock import now_here
from coprod_desktop.ui.main_window.screens_watch import ScreensWatch
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.wall.displays import Display, DisplaysNow, WallMode, sight_words
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.wall_chip import WallChip

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.ui.meeting_bridge import MeetingBridge
    from coprod_desktop.ui.wall.wall_screen import WallScreen
    from coprod_desktop.ui.wall.wall_window import WallWindow


class WallKeeper(QObject):
    """Watches the screens of the computer from the start, and shows the wall of the open meeting where it belongs.

    What the wall shows is an event of the meeting; on which screen it is, is a setting of the laptop. Each change of
    the screens makes the program ask again who can see this one.
    Signals: `told(words)` and `warned(words)` for the message bar; `turned_round` when the wall covers this screen.
    """

    told = Signal(str)
    warned = Signal(str)
    turned_round = Signal()

    def __init__(
        self, theme: Theme, window: QWidget, chip: WallChip, services: "Services", bridge: "MeetingBridge"
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._chip = chip
        self._services = services
        self._bridge = bridge
        self._screens = ScreensWatch(window)
        self._wall: WallWindow | None = None
        self._place: WallScreen | None = None
        self._mode = _known(services.settings.wall_mode)
        self._is_put_on = True
        self._is_turned = False
        self._is_missing = False
        self._meeting_id = ""
        self._last_step: Step | None = None
        self._group: Group | None = None
        self._display = services.settings.wall_screen
        self._listen()

    # What is true now

    @property
    def mode(self) -> WallMode:
        """Where the room looks, as it was chosen on this laptop."""
        return self._mode

    @property
    def is_on(self) -> bool:
        """Whether the room sees the wall now, blank or not."""
        return self._wall is not None and self._wall.isVisible()

    @property
    def wall(self) -> "WallWindow | None":
        """The window for the room, once it was needed."""
        return self._wall

    def displays(self) -> DisplaysNow:
        """What is known about the screens."""
        others = self._screens.others()
        shown = self._wall.screen().name() if self._wall is not None and self.is_on else ""
        words = self.tr("Screen {number}, {width} by {height}")
        return DisplaysNow(
            mode=self._mode,
            is_on=self.is_on,
            is_same_picture=self._mode is WallMode.MIRRORED or self._screens.is_same_picture(),
            others=tuple(
                Display(
                    name=other.name(),
                    words=words.format(number=place, width=other.size().width(), height=other.size().height()),
                )
                for place, other in enumerate(others, start=2)
            ),
            chosen=shown or self._display,
        )

    # What people can ask

    def serve(self, screen: Screen) -> None:
        """Answer the place where the wall is controlled."""
        place = self._place = cast("WallScreen", screen)
        place.on_requested.connect(self._on_requested)
        place.mode_chosen.connect(self._on_mode_chosen)
        place.display_chosen.connect(self._on_display_chosen)
        place.blank_requested.connect(self.blank_or_show)
        place.destroyed.connect(self._on_place_gone)
        place.show_displays(self.displays())

    def set_mode(self, mode: WallMode) -> None:
        """Choose where the room looks; kept on this laptop."""
        self._bridge.ask(partial(self._services.settings.set_wall_mode, mode.value))
        self._mode = mode
        self._is_put_on = True
        self._is_turned = False
        self._ask_who_sees()
        self._settle()

    def put_on(self) -> None:
        """Let the room see the wall: on the other screen, or over this one if there is no other."""
        if self._mode is WallMode.NONE:
            self.set_mode(WallMode.EXTENDED if self._screens.others() else WallMode.SINGLE)
        self._is_put_on = True
        if self._mode is not WallMode.EXTENDED:
            self._is_turned = True
            self._ask_who_sees()
            self.turned_round.emit()
        elif not self._screens.others():
            self._is_missing = True
            self.warned.emit(self.tr("No second screen is there now. The wall comes by itself when one is."))
        self._settle()

    def take_off(self) -> None:
        """Let the room see nothing of the program on the wall."""
        self._is_put_on = self._is_turned = False
        self._settle()

    def blank_or_show(self) -> None:
        """Blank the wall at once, or show it again."""
        if self._bridge.has_meeting:
            is_blank = self._bridge.state.room.wall.is_blank
            self._bridge.ask(self._bridge.room.show_wall_again if is_blank else self._bridge.room.blank_wall)

    def show_this(self) -> None:
        """Let the wall follow the meeting again, and put it on if it is off."""
        if not self._bridge.has_meeting:
            return
        self._bridge.ask(self._bridge.room.follow_on_wall)
        if not self.is_on:
            self.put_on()

    def show_place(self, *, is_in_meeting: bool) -> None:
        """Another place is in sight; the chip is there on the places of a meeting."""
        self._group = self._services.groups.current()
        self._refresh()
        self._chip.setVisible(is_in_meeting and self._bridge.has_meeting)

    def _refresh(self) -> None:
        """See whether another meeting was opened or closed, and tell what the room sees."""
        meeting_id = self._bridge.meeting_id if self._bridge.has_meeting else ""
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self._is_turned = False
            self._is_put_on = bool(meeting_id) and self._bridge.state.phase is Phase.OPEN
            self._settle()
        self._tell_all()

    def end(self) -> None:
        """The program ends: the wall goes with it."""
        if self._wall is not None:
            self._wall.blockSignals(True)
            self._wall.close()
            self._wall.deleteLater()
            self._wall = None

    # The screens

    def _listen(self) -> None:
        self._screens.added.connect(self._on_screen_added)
        self._screens.going.connect(self._on_screen_going)
        self._screens.changed.connect(self._on_screens_changed)
        self._bridge.state_changed.connect(self._on_state_changed)
        self._bridge.sight.changed.connect(self._tell_all)
        at_once = QShortcut(QKeySequence("F11"), self._window, context=Qt.ShortcutContext.WindowShortcut)
        at_once.setAutoRepeat(False)
        at_once.activated.connect(self.blank_or_show)
        if self._screens.is_same_picture():
            self._bridge.sight.say(can_see=True)

    def _on_screen_added(self) -> None:
        self._on_screens_changed()
        if self._bridge.has_meeting and self._mode is WallMode.NONE and self._screens.others():
            self.told.emit(self.tr("There is a second screen. You can put the wall on it."))

    def _on_screen_going(self, screen: QScreen) -> None:
        wall = self._wall
        if wall is not None and wall.isVisible() and wall.screen() in (None, screen) and not self._is_turned:
            wall.hide()  # at once: the computer would move it over the screen that is left
            self._is_missing = True
            self.warned.emit(self.tr("The second screen is gone. The meeting goes on."))
        self._ask_who_sees()
        QTimer.singleShot(0, self, self._settle)  # once the computer has forgotten the screen

    def _on_screens_changed(self) -> None:
        self._ask_who_sees()
        self._settle()

    def _ask_who_sees(self) -> None:
        """Who can see this screen has to be said again; where both show the same, the room can."""
        if self._mode is WallMode.MIRRORED or self._screens.is_same_picture():
            self._bridge.sight.say(can_see=True)
        else:
            self._bridge.sight.ask_again()

    def _target(self) -> QScreen | None:
        """The screen on which the wall should be now, if there is one."""
        if not self._bridge.has_meeting:
            return None
        if self._is_turned:
            return self._screens.own
        if self._mode is not WallMode.EXTENDED or not self._is_put_on:
            return None
        others = self._screens.others()
        return next((screen for screen in others if screen.name() == self._display), others[0] if others else None)

    def _settle(self) -> None:
        """Show the wall where it belongs, or nowhere; the meeting is not touched."""
        target = self._target()
        if target is None:
            if self._wall is not None:
                self._wall.hide()
        else:
            if self._wall is None:
                self._wall = self._make_wall()
            if not self.is_on or self._wall.screen() is not target or self._wall.geometry() != target.geometry():
                had_focus = self._window.isActiveWindow()
                self._wall.show_on(target, takes_focus=self._is_turned)
                if had_focus and not self._is_turned:
                    self._window.activateWindow()
            if self._is_missing and not self._is_turned:
                self._is_missing = False
                self.told.emit(self.tr("The second screen is there. The wall is on it."))
        self._tell_all()

    def _make_wall(self) -> "WallWindow":
        from coprod_desktop.domain.own_picture import PhotoUse  # not needed before there is something to show
        from coprod_desktop.ui.person_faces import face_of
        from coprod_desktop.ui.wall.wall_window import WallWindow

        wall = WallWindow(
            self._theme,
            self._bridge,
            lambda: self._group,
            lambda: now_here(self._services.clock),
            lambda person: face_of(self._services, person, PhotoUse.WALL),
        )
        wall.key_pressed.connect(self._on_wall_key)
        wall.closed.connect(self.take_off)
        return wall

    # Keys and news

    def _on_wall_key(self, keys: str) -> None:
        """The keys of the meeting work while the wall has the focus; Esc brings the laptop's own picture back."""
        if keys == "Esc":
            if self._is_turned:
                self.take_off()
            self._window.activateWindow()
            return
        wanted = QKeySequence(keys)
        for shortcut in self._window.findChildren(QShortcut):
            known = shortcut.keys()
            if wanted in known and shortcut.isEnabled():
                shortcut.activated.emit()
                return

    def _on_requested(self, is_on: bool) -> None:
        self.put_on() if is_on else self.take_off()

    def _on_mode_chosen(self, mode: str) -> None:
        self.set_mode(WallMode(mode))

    def _on_display_chosen(self, name: str) -> None:
        self._display = name
        self._bridge.ask(partial(self._services.settings.set_wall_screen, name))
        self._settle()

    def _on_place_gone(self) -> None:
        self._place = None

    def _on_state_changed(self, _state: object) -> None:
        is_new_meeting = self._bridge.has_meeting and self._meeting_id != self._bridge.meeting_id
        self._refresh()
        was, self._last_step = self._last_step, self._bridge.last_step if self._bridge.has_meeting else None
        if self._last_step != was and not is_new_meeting and is_reading_back(self._last_step) and not self._has_wall():
            self.told.emit(self.tr("There is no wall now. Read it aloud."))

    def _has_wall(self) -> bool:
        return self.is_on or self._mode is not WallMode.NONE

    def _tell_all(self) -> None:
        now = self.displays()
        if self._place is not None:
            self._place.show_displays(now)
        if self._bridge.has_meeting:
            is_blank = self._bridge.state.room.wall.is_blank
            self._chip.show_sight(sight_words(self._bridge.state, now), is_on=now.is_on and not is_blank)


def is_reading_back(step: Step | None) -> bool:
    """Whether a step put the words of a decision on the wall."""
    event = step.events[0] if step is not None else None
    return isinstance(event, WallChosen) and event.read_back is not None


def _known(mode: str) -> WallMode:
    return WallMode(mode) if mode in set(WallMode) else WallMode.NONE
