"""Who has the turn: the name, the clock, the signal and what can be done, large enough to see from a chair away."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import laid_out_once, let_go
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.signal_band import SignalBand
from coprod_desktop.ui.widgets.turn_clock import TurnClock
from coprod_desktop.ui.widgets.turn_face import ClockKind, Hold, TurnFace
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_WIDE_FROM = 600
_TALL_FROM = 348
_BUTTONS = 300
_GAP = 8


class _Arrangement(Enum):
    WIDE = "wide"
    COMPACT = "compact"
    NARROW = "narrow"


class SpeakerPanel(QWidget):
    """Shows a turn. A tick changes only clock and signal.

    Buttons to connect: `end`, `more`, `pause` (which also goes on), `thinking`, and the row `adder`, which
    lets in whoever wants to add to this.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._face: TurnFace | None = None
        self._placed_for = ClockKind.FIGURES
        self._placed_with = (ClockKind.FIGURES, False)
        self._arrangement: _Arrangement | None = None
        self._name = WrapLabel(theme, "", TextStyle.NAME)
        self._small_name = WrapLabel(theme, "", TextStyle.TITLE)
        self._note = WrapLabel(theme, "", TextStyle.BODY, colour="muted")
        self._calm_words = WrapLabel(theme, "", TextStyle.TITLE, align=Qt.AlignmentFlag.AlignHCenter)
        self._calm = self._make_calm()
        self.clock = TurnClock(theme)
        self.signal = SignalBand(theme)
        self.end = BigButton(theme, self.tr("End turn"), kind=ButtonKind.PRIMARY, icon=Icon.STOP, key="F8", height=48)
        self.more = BigButton(theme, self.tr("1 more minute"), icon=Icon.ADD, key="F7", height=48)
        self.pause = BigButton(theme, self.tr("Pause"), icon=Icon.PAUSE, key="F6", height=48)
        self.thinking = BigButton(theme, self.tr("Thinking time"), icon=Icon.THINKING, key="Shift F6", height=48)
        self.thinking.setAccessibleDescription(self.tr("The clock holds. The time is not counted. Key: Shift F6"))
        self.adder = CardRow(theme, RowWords(title=" ", icon=Icon.HAND))
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
        self._note.setText(face.note)
        with laid_out_once(self):
            if (face.clock, bool(face.adder)) != self._placed_with:
                self._placed_for, self._placed_with = face.clock, (face.clock, bool(face.adder))
                self._place()
            self._show_parts(face)
            self._show_hold(face)
            self._show_adder(face)
            self.show_used(face.used_ms)

    def show_used(self, used_ms: int) -> None:
        """Show how much of the turn is used; nothing but clock and signal changes."""
        face = self._face
        if face is None:
            return
        if face.clock is ClockKind.NO_TIMER:
            self.clock.show_no_timer(face.hold)
        if face.clock in (ClockKind.NO_TIMER, ClockKind.NONE):
            self.signal.hide()
            return
        left = face.allowed_seconds - used_ms / 1000
        self.clock.keep_back_length(face.figures_below_seconds if face.clock is ClockKind.SHAPE else None)
        self.clock.show_time(left, face.allowed_seconds, face.nearly_seconds, hold=face.hold)
        if face.hold.is_part_of_turn:
            self.signal.hide()
        else:
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

    def _show_parts(self, face: TurnFace) -> None:
        has_time = face.clock.has_time
        self.clock.setVisible(face.clock is not ClockKind.NONE)
        self._calm.setVisible(face.clock is ClockKind.NONE)
        self._note.setVisible(bool(face.note))
        self.more.setVisible(has_time)
        policy = self.signal.sizePolicy()
        policy.setRetainSizeWhenHidden(has_time)
        self.signal.setSizePolicy(policy)

    def _show_hold(self, face: TurnFace) -> None:
        runs = face.hold is Hold.RUNS
        self.pause.set_words(self.tr("Pause") if runs else self.tr("Carry on"))
        self.pause.set_icon(Icon.PAUSE if runs else Icon.START)
        if not runs and self.thinking.hasFocus():
            self.pause.setFocus(Qt.FocusReason.OtherFocusReason)
        self.thinking.setVisible(runs)
        calm = {
            Hold.RUNS: self.tr("Take the time you need."),
            Hold.PAUSED: self.tr("This turn is paused. {name} keeps it."),
            Hold.THINKING: self.tr("Time to think. There is no hurry."),
            Hold.INTERPRETING: self.tr("We wait for the interpreter."),
        }
        self._calm_words.setText(calm[face.hold].format(name=face.name))

    def _show_adder(self, face: TurnFace) -> None:
        note = self.tr("Wants to add to this")
        if face.more_adders:
            note = self.tr("Wants to add to this, and {count} more").format(count=face.more_adders)
        if face.adder:
            self.adder.show_words(RowWords(title=face.adder, note=note, icon=Icon.HAND))
        if not face.adder and self.adder.focus_target().hasFocus():
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.adder.setVisible(bool(face.adder))

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
        let_go(self._grid)
        for row in range(12):
            self._grid.setRowStretch(row, 0)
        place: Callable[[], None] = {
            _Arrangement.WIDE: self._place_wide,
            _Arrangement.COMPACT: self._place_compact,
            _Arrangement.NARROW: self._place_narrow,
        }[self._arrangement or _Arrangement.WIDE]
        place()
        self._on_theme_changed()

    def _place_wide(self) -> None:
        """The one who wants to add stands beside the name, above the buttons."""
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        self._place_names(span=1 if self._has_adder() else 2)
        grid.addWidget(self.adder, 0, 1, 2, 1, top)
        for picture in (self.clock, self._calm):
            grid.addWidget(picture, 2, 0, 7, 1)
        for row, widget in enumerate((self.signal, self.end, self.more, self.pause, self.thinking), start=3):
            grid.addWidget(widget, row, 1)
        grid.setRowStretch(2, 1)
        grid.setRowStretch(8, 1)
        self._set_columns((1, 0, 0))

    def _place_compact(self) -> None:
        grid = self._grid
        self._place_names(span=3)
        is_calm = self._placed_for is ClockKind.NONE
        first = 0 if is_calm else 1
        grid.addWidget(self._calm, 2, 0, 1, 3)
        grid.addWidget(self.clock, 2, 0, 3, 1)
        grid.addWidget(self.signal, 2, 1, 1, 2)
        grid.addWidget(self.end, 3, first, 1, 3 - first)
        if self._placed_for.has_time:
            grid.addWidget(self.more, 4, 1)
            grid.addWidget(self.pause, 4, 2)
        else:
            grid.addWidget(self.pause, 4, first, 1, 3 - first)
        grid.addWidget(self.thinking, 5, 0, 1, 3)
        grid.addWidget(self.adder, 6, 0, 1, 3)
        self._set_columns((0, 3, 2))

    def _place_narrow(self) -> None:
        buttons = (self.end, self.more, self.pause, self.thinking)
        self._place_names(span=3)
        for row, widget in enumerate((self._calm, self.clock, self.signal, self.adder, *buttons), start=2):
            self._grid.addWidget(widget, row, 0, 1, 3)
        self._set_columns((1, 0, 0))

    def _place_names(self, *, span: int) -> None:
        for name in (self._name, self._small_name):
            self._grid.addWidget(name, 0, 0, 1, span)
        self._grid.addWidget(self._note, 1, 0, 1, span)

    def _has_adder(self) -> bool:
        return self._face is not None and bool(self._face.adder)

    def _set_columns(self, shares: tuple[int, int, int]) -> None:
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        is_wide = self._arrangement is _Arrangement.WIDE
        side = 24 if is_wide else 10
        self._calm.body.set_margins((side, side, side, side))
        self._grid.setHorizontalSpacing(px(28 if is_wide else _GAP))
        self._grid.setVerticalSpacing(px(8 if is_wide else 6))
        self._grid.setColumnMinimumWidth(1, px(_BUTTONS) if is_wide else 0)
        self._fit()
