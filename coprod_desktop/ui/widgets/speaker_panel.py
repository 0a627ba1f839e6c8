"""Who has the turn: the name, the clock, the signal and what can be done, large enough to see from a chair away."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.signal_band import SignalBand
from coprod_desktop.ui.widgets.turn_clock import TurnClock
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_WIDE_FROM = 600
_TALL_FROM = 348
_BUTTONS = 300
_GAP = 8


class ClockKind(Enum):
    """What is shown of time: all of it, its shape only, a plain ring, or nothing at all."""

    FIGURES = "figures"
    SHAPE = "shape"
    NO_TIMER = "no_timer"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class TurnFace:
    """What the panel shows of a turn. Seconds and milliseconds say so in their names."""

    name: str
    clock: ClockKind
    is_paused: bool = False
    allowed_seconds: int = 0
    nearly_seconds: int = 0
    figures_below_seconds: float | None = None
    used_ms: int = 0


class _Arrangement(Enum):
    WIDE = "wide"
    COMPACT = "compact"
    NARROW = "narrow"


class SpeakerPanel(QWidget):
    """Shows a turn. Buttons to connect: `end`, `more`, `pause`, `pass_turn`. A tick changes only clock and signal."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._face: TurnFace | None = None
        self._placed_for = ClockKind.FIGURES
        self._arrangement: _Arrangement | None = None
        self._name = WrapLabel(theme, "", TextStyle.NAME)
        self._small_name = WrapLabel(theme, "", TextStyle.TITLE)
        self._calm_words = WrapLabel(theme, "", TextStyle.TITLE, align=Qt.AlignmentFlag.AlignHCenter)
        self._calm = self._make_calm()
        self.clock = TurnClock(theme)
        self.signal = SignalBand(theme)
        self.end = BigButton(theme, self.tr("End turn"), kind=ButtonKind.PRIMARY, icon=Icon.STOP, key="F8", height=52)
        self.more = BigButton(theme, self.tr("1 more minute"), icon=Icon.ADD, key="F7", height=52)
        self.pause = BigButton(theme, self.tr("Pause"), icon=Icon.PAUSE, key="F6", height=52)
        self.pass_turn = BigButton(theme, self.tr("Pass"), kind=ButtonKind.QUIET, icon=Icon.PASS_TURN)
        self.pass_turn.setAccessibleDescription(self.tr("The person passes. This counts as no turn."))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange(_Arrangement.WIDE)
        self.signal.say(" ")
        self.signal.hide()
        theme.changed.connect(self._on_theme_changed)

    def show_turn(self, face: TurnFace) -> None:
        """Show a turn as it is now."""
        self._face = face
        name = self.tr("{name}'s turn").format(name=face.name)
        self._name.setText(name)
        self._small_name.setText(name)
        has_time = face.clock in (ClockKind.FIGURES, ClockKind.SHAPE)
        if face.clock is not self._placed_for:
            self._placed_for = face.clock
            self._place()
        self.clock.setVisible(face.clock is not ClockKind.NONE)
        self._calm.setVisible(face.clock is ClockKind.NONE)
        self.more.setVisible(has_time)
        policy = self.signal.sizePolicy()
        policy.setRetainSizeWhenHidden(has_time)
        self.signal.setSizePolicy(policy)
        self._show_pause(face)
        self.show_used(face.used_ms)

    def show_used(self, used_ms: int) -> None:
        """Show how much of the turn is used; nothing but clock and signal changes."""
        face = self._face
        if face is None:
            return
        if face.clock is ClockKind.NO_TIMER:
            self.clock.show_no_timer(self.tr("Paused") if face.is_paused else "")
        if face.clock in (ClockKind.NO_TIMER, ClockKind.NONE):
            self.signal.hide()
            return
        left = face.allowed_seconds - used_ms / 1000
        self.clock.keep_back_length(face.figures_below_seconds if face.clock is ClockKind.SHAPE else None)
        self.clock.show_time(left, face.allowed_seconds, face.nearly_seconds, is_paused=face.is_paused)
        self._show_signal(left, face.nearly_seconds)

    def first(self) -> BigButton:
        """The button that gives time, so that a stray Enter takes none away."""
        return self.pause if self.more.isHidden() else self.more

    def minimumSizeHint(self) -> QSize:
        """As narrow as one part: then the parts stand under each other."""
        parts = (self.clock, self.signal, self.end, self.more, self.pause)
        width = max(part.minimumSizeHint().width() for part in parts)
        return QSize(width, self._grid.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _make_calm(self) -> Card:
        card = Card(self._theme, padding=24, is_sunken=True)
        card.add_stretch()
        card.add(self._calm_words)
        card.add_stretch()
        return card

    def _show_pause(self, face: TurnFace) -> None:
        self.pause.set_words(self.tr("Carry on") if face.is_paused else self.tr("Pause"))
        self.pause.set_icon(Icon.START if face.is_paused else Icon.PAUSE)
        calm = self.tr("Take the time you need.")
        if face.is_paused:
            calm = self.tr("This turn is paused. {name} keeps it.").format(name=face.name)
        self._calm_words.setText(calm)

    def _show_signal(self, left: float, nearly: float) -> None:
        if left <= 0:
            self.signal.say(self.tr("Time is up"))
        elif left <= nearly:
            self.signal.say(self.tr("Nearly time"))
        else:
            self.signal.hide()

    # Arrangements

    def _fit(self) -> None:
        unit = self._theme.unit
        width, height = self.width() / unit, self.height() / unit
        if self.width() < self._compact_width():
            self._arrange(_Arrangement.NARROW)
        elif width >= _WIDE_FROM and height >= _TALL_FROM:
            self._arrange(_Arrangement.WIDE)
        else:
            self._arrange(_Arrangement.COMPACT)

    def _compact_width(self) -> int:
        """What clock and two buttons need beside each other, in pixels."""
        parts = (self.clock, self.more, self.pause)
        return sum(part.minimumSizeHint().width() for part in parts) + 2 * self._theme.px(_GAP)

    def _arrange(self, arrangement: _Arrangement) -> None:
        if arrangement is self._arrangement:
            return
        self._arrangement = arrangement
        self._place()  # first: a name without a place would be shown as a window of its own
        self._name.setVisible(arrangement is _Arrangement.WIDE)
        self._small_name.setVisible(arrangement is not _Arrangement.WIDE)

    def _place(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        for row in range(9):
            self._grid.setRowStretch(row, 0)
        place: Callable[[], None] = {
            _Arrangement.WIDE: self._place_wide,
            _Arrangement.COMPACT: self._place_compact,
            _Arrangement.NARROW: self._place_narrow,
        }[self._arrangement or _Arrangement.WIDE]
        place()
        self._on_theme_changed()

    def _place_wide(self) -> None:
        grid = self._grid
        self._place_names(span=3)
        for picture in (self.clock, self._calm):
            grid.addWidget(picture, 1, 0, 7, 1)
        for row, widget in enumerate((self.signal, self.end, self.more, self.pause), start=2):
            grid.addWidget(widget, row, 1, 1, 2)
        grid.addWidget(self.pass_turn, 6, 1, 1, 2, Qt.AlignmentFlag.AlignHCenter)
        grid.setRowStretch(1, 1)
        grid.setRowStretch(7, 1)
        self._set_columns((1, 0, 0))

    def _place_compact(self) -> None:
        grid = self._grid
        self._place_names(span=2)
        grid.addWidget(self.pass_turn, 0, 2, Qt.AlignmentFlag.AlignRight)
        is_calm = self._placed_for is ClockKind.NONE
        first = 0 if is_calm else 1
        grid.addWidget(self._calm, 1, 0, 1, 3)
        grid.addWidget(self.clock, 1, 0, 3, 1)
        grid.addWidget(self.signal, 1, 1, 1, 2)
        grid.addWidget(self.end, 2, first, 1, 3 - first)
        if self._placed_for in (ClockKind.FIGURES, ClockKind.SHAPE):
            grid.addWidget(self.more, 3, 1)
            grid.addWidget(self.pause, 3, 2)
        else:
            grid.addWidget(self.pause, 3, first, 1, 3 - first)
        self._set_columns((0, 3, 2))

    def _place_narrow(self) -> None:
        parts = (self._calm, self.clock, self.signal, self.end, self.more, self.pause, self.pass_turn)
        self._place_names(span=3)
        for row, widget in enumerate(parts, start=1):
            self._grid.addWidget(widget, row, 0, 1, 3)
        self._set_columns((1, 0, 0))

    def _place_names(self, *, span: int) -> None:
        for name in (self._name, self._small_name):
            self._grid.addWidget(name, 0, 0, 1, span)

    def _set_columns(self, shares: tuple[int, int, int]) -> None:
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        is_wide = self._arrangement is _Arrangement.WIDE
        side = 24 if is_wide else 10
        self._calm.body.set_margins((side, side, side, side))
        self._grid.setHorizontalSpacing(px(28 if is_wide else _GAP))
        self._grid.setVerticalSpacing(px(12 if is_wide else 6))
        self._grid.setColumnMinimumWidth(1, px(_BUTTONS) if is_wide else 0)
        self._fit()
