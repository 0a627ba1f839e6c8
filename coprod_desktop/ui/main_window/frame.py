"""What stands around every screen: header, rail or menu, messages and the undo bar."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.main_window.places import PAUSE, PlaceKey, place_name, rail_places, shown_as
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.frame_header import FrameHeader
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.rail import Place, Rail
from coprod_desktop.ui.widgets.undo_bar import UndoBar
from coprod_desktop.ui.widgets.wall_chip import WallChip

_NARROW_BELOW = 880
_TIGHT_BELOW = 630
"""With less room than this the button Pause all stands in the menu, so that no word at the top is broken."""
_BARE_BELOW = 446
"""With still less Help and Undo are words alone: words before signs."""
_MARGINS, _GAP = (20, 14, 20, 12), 14
_NARROW_MARGINS, _NARROW_GAP = (12, 10, 12, 8), 8


class Frame(QObject):
    """Builds the parts around the screen into the window.

    Signals: `place_requested(key)`, `undo_requested`, `redo_requested`.
    """

    place_requested = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._is_narrow = self._is_tight = self._has_pause = False
        self._has_places = True
        self._is_menu_open = False
        self._current = ""
        self.is_in_meeting = self._is_before_the_day = False
        self.header = FrameHeader(theme)
        self.rail = Rail(theme)
        self.undo_bar = UndoBar(theme)
        self.work = Column(theme, gap=12)
        self._page = Column(theme, gap=_GAP, margins=_MARGINS)
        self._message = MessageBar(theme, MessageKind.WARM, "", can_close=True)
        self._menu = BigButton(theme, self.tr("Menu"), icon=Icon.MENU)
        self.wall_chip = WallChip(theme)
        self.pause = BigButton(theme, self.tr("Pause all"), icon=Icon.PAUSE)
        self._help = BigButton(theme, self.tr("Help"), icon=Icon.HELP)
        self._undo = BigButton(theme, self.tr("Undo"), icon=Icon.UNDO)
        self._lay_out(window)
        self._connect()

    def show_place(self, key: PlaceKey, *, is_in_meeting: bool, is_before_the_day: bool = False) -> None:
        """Fill the entry of the place we are in; before the day of a meeting the first entry is another."""
        shown = (is_in_meeting, is_before_the_day)
        if shown != (self.is_in_meeting, self._is_before_the_day) or not self.rail.keys():
            self.is_in_meeting, self._is_before_the_day = shown
            self._fill_rail()
        self._current = shown_as(key, is_before_the_day=is_before_the_day).value
        self.rail.set_current(self._current)
        self._open_menu(is_open=False)

    def show_pause(self, *, is_shown: bool) -> None:
        """Offer Pause all: at the top, or in the menu where the top has no room."""
        if is_shown != self._has_pause:
            self._has_pause = is_shown
            self._place_pause()

    def places(self) -> list[str]:
        """The places at the top of the rail, for Ctrl and a number."""
        top, _bottom = self._rail_places()
        return [place.key for place in top]

    def place_words(self, key: PlaceKey) -> str:
        """The name of a place, or of the entry of the rail that leads to it."""
        if place_name(key):
            return place_name(key)
        top, bottom = self._rail_places()
        shown = shown_as(key, is_before_the_day=self._is_before_the_day).value
        return next((place.words for place in (*top, *bottom) if place.key == shown), "")

    def leave_only_work(self) -> None:
        """Take away every way to another place, because there is none."""
        self._has_places = False
        for part in (self.rail, self.undo_bar, self._menu, self.wall_chip, self.pause, self._help, self._undo):
            part.hide()

    def fit(self, width_px: int) -> None:
        """With little room the rail becomes a menu, and Menu, Help and Undo stay on top."""
        if not self._has_places:
            return
        self._is_narrow = width_px < self._theme.px(_NARROW_BELOW)
        self._is_tight = width_px < self._theme.px(_TIGHT_BELOW)
        self._place_pause()
        self._page.set_margins(_NARROW_MARGINS if self._is_narrow else _MARGINS)
        self._page.set_gap(_NARROW_GAP if self._is_narrow else _GAP)
        for button in (self._menu, self._help, self._undo):
            button.setVisible(self._is_narrow)
        is_bare = width_px < self._theme.px(_BARE_BELOW)
        for button, icon in ((self._help, Icon.HELP), (self._undo, Icon.UNDO)):
            button.set_icon(None if is_bare else icon)
        self.header.set_narrow(self._is_narrow)
        self.wall_chip.set_small(self._is_narrow)
        self.undo_bar.setVisible(not self._is_narrow)
        self._open_menu(is_open=self._is_menu_open and self._is_narrow)

    def show_acts(self, words: str, *, undo: str, redo: str) -> None:
        """Say what was saved, and what Undo and Redo would do."""
        self.undo_bar.show_saved(words)
        self.undo_bar.show_undo(undo)
        self.undo_bar.show_redo(redo)
        self._undo.setEnabled(bool(undo))

    def fail(self, words: str) -> None:
        """A message that something could not be saved and what to do."""
        self._say(MessageKind.FAILED, words)

    def warn(self, words: str) -> None:
        """A message that needs attention."""
        self._say(MessageKind.WARM, words)

    def tell(self, words: str) -> None:
        """A message that something went well."""
        self._say(MessageKind.GOOD, words)

    def group_name(self) -> str:
        """Whose program this is, as the header shows it."""
        return self.header.group_name()

    def message_words(self) -> str:
        """What the message says, empty if there is none."""
        return self._message.words() if self._message.isVisible() else ""

    def close_message(self) -> bool:
        """Take the message away; says whether there was one."""
        was_shown = self._message.isVisible()
        self._message.hide()
        return was_shown

    def _rail_places(self) -> tuple[list[Place], list[Place]]:
        return rail_places(is_in_meeting=self.is_in_meeting, is_before_the_day=self._is_before_the_day)

    def _say(self, kind: MessageKind, words: str) -> None:
        self._message.show_message(kind, words, "")
        self._message.show()

    def _lay_out(self, window: QWidget) -> None:
        page = self._page
        page.addWidget(self.header)
        middle = Row(self._theme, gap=16)
        middle.addWidget(self.rail)
        right = Column(self._theme, gap=8)
        right.addWidget(holder(self.work), 1)  # before the undo bar for screen readers too
        right.addWidget(self.undo_bar)
        middle.addLayout(right, 1)
        page.addLayout(middle, 1)
        self.work.addWidget(self._message)
        window.setLayout(page)
        self._message.hide()
        self.header.add_left(self._menu)
        self.header.add_right(self.wall_chip)
        self.header.add_right(self.pause)  # left of Help and Undo, which never move (UI-22)
        self.header.add_right(self._help)
        self.header.add_right(self._undo)
        for button in (self._menu, self.wall_chip, self.pause, self._help, self._undo):
            button.hide()

    def _connect(self) -> None:
        self.rail.place_requested.connect(self._on_rail)
        self.undo_bar.undo_requested.connect(self.undo_requested)
        self.undo_bar.redo_requested.connect(self.redo_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._menu.clicked.connect(self._on_menu)
        self.wall_chip.clicked.connect(partial(self.place_requested.emit, PlaceKey.WALL.value))
        self._help.clicked.connect(self._on_help)
        self._message.close_requested.connect(self._message.hide)

    def _place_pause(self) -> None:
        is_in_menu = self._has_pause and self._is_tight
        self.pause.setVisible(self._has_pause and not self._is_tight)
        entries = self.rail.keys()
        if is_in_menu != (PAUSE in entries):
            self._fill_rail()

    def _fill_rail(self) -> None:
        top, bottom = self._rail_places()
        if self._has_pause and self._is_tight:
            bottom.insert(0, Place(PAUSE, self.pause.words(), Icon.PAUSE))
        self.rail.set_places(top, bottom)
        self.rail.set_current(self._current)

    def _on_rail(self, key: str) -> None:
        self._open_menu(is_open=False)
        self.place_requested.emit(key)

    def _on_menu(self) -> None:
        self._open_menu(is_open=not self._is_menu_open)
        if self._is_menu_open:
            self.rail.button(self.rail.keys()[0]).setFocus()

    def _on_help(self) -> None:
        self.place_requested.emit(PlaceKey.HELP.value)

    def _open_menu(self, *, is_open: bool) -> None:
        self._is_menu_open = is_open
        self.rail.setVisible(is_open or not self._is_narrow)
