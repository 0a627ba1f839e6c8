"""The ring that shows how much of a turn is left; calm in every state, never red, never flashing.

It can keep back how long the whole turn is, so that nobody's longer turn shows (R11): shape and words, no total.
"""

from dataclasses import dataclass
from math import ceil, sqrt

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.painting import paint_hatch, smooth_painter
from coprod_desktop.ui.widgets.text_block import TextBlock, lay_out, natural_width
from coprod_desktop.ui.widgets.turn_face import Hold

_RING_PART = 0.085  # of the width
_DIGITS_PART = 0.258
_INNER_PART = 0.66
_VALUE_STEP = 30  # seconds; a finer value would make screen readers talk all the time


@dataclass(frozen=True)
class _Turn:
    left: float = 0
    allowed: int = 0
    wind_up: int = 0
    hold: Hold = Hold.RUNS

    @property
    def is_paused(self) -> bool:
        return self.hold is not Hold.RUNS

    @property
    def share(self) -> float:
        return self.left / max(1, self.allowed)

    @property
    def is_winding_up(self) -> bool:
        return 0 < self.left <= self.wind_up


class TurnClock(QProgressBar):
    """Shows the time left of a turn. It only shows: the time comes from outside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._turn: _Turn | None = None
        self._figures_below: float | None = None
        self._no_timer_hold = Hold.RUNS
        self.setTextVisible(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Time left"))
        self.show_no_timer()
        theme.changed.connect(self.updateGeometry)

    def keep_back_length(self, figures_below: float | None) -> None:
        """Show figures only when less than so many seconds are left, and never the total; None shows everything."""
        if figures_below == self._figures_below:
            return
        self._figures_below = figures_below
        if self._turn is not None:
            self._set_value(self._turn)
            self._tell(self._state_words(self._turn))
        self.update()

    def show_time(
        self,
        left_seconds: float,
        allowed_seconds: int,
        wind_up_seconds: int = 30,
        *,
        hold: Hold = Hold.RUNS,
    ) -> None:
        """Show a turn with a timer. At 0 seconds it says "Time is up", and stays so."""
        turn = _Turn(max(0.0, left_seconds), allowed_seconds, wind_up_seconds, hold)
        if turn == self._turn:
            return
        self._turn = turn
        self._set_value(turn)
        self._tell(self._state_words(turn))
        self.update()

    def show_no_timer(self, hold: Hold = Hold.RUNS) -> None:
        """Show a plain ring: this turn has no timer."""
        self._turn = None
        self._no_timer_hold = hold
        self.setRange(0, 1)
        self.setValue(0)
        self._tell(self.words())
        self.update()

    def words(self) -> str:
        """The state in words, exact to the second, for reading aloud."""
        if self._turn is None:
            return " ".join(filter(None, (self.tr("No timer."), self._hold_words(self._no_timer_hold))))
        if self._turn.left <= 0:
            return self.tr("Time is up.")
        paused = f"{self._hold_words(self._turn.hold)}." if self._turn.is_paused else ""
        if self._figures_below is not None:
            return " ".join(filter(None, (paused, share_left_words(self._turn.share))))
        left = self.tr("%1 left of %2.").replace("%1", _digits(self._turn.left))
        return " ".join(filter(None, (paused, left.replace("%2", self._minutes(self._turn.allowed)))))

    def sizeHint(self) -> QSize:
        """It takes what room there is, and asks for little."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The smallest that can be read from a chair away."""
        side = self._theme.px(170)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring and what stands in it."""
        painter = smooth_painter(self)
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        self._paint_ring(painter, box)
        turn = self._turn
        if turn is None:
            self._paint_words(painter, box, self.tr("No timer"), self._hold_words(self._no_timer_hold))
        elif turn.left <= 0:
            allowed = self.tr("of %1").replace("%1", self._minutes(turn.allowed))
            self._paint_words(painter, box, self.tr("Time is up"), allowed if self._figures_below is None else "")
        elif self._figures_below is not None and turn.left > self._figures_below:
            words = share_left_words(turn.share).rstrip(".")
            self._paint_calm(painter, box, "\n".join(filter(None, (words, self._hold_words(turn.hold)))))
        else:
            self._paint_digits(painter, box, turn)

    def _set_value(self, turn: _Turn) -> None:
        """Seconds in steps, or parts of 100 where the length is kept back: a screen reader reads the value aloud.

        Qt would paint a new value at once; this way it is painted with whatever else changed.
        """
        whole = max(1, turn.allowed) if self._figures_below is None else 100
        unit = 1 if self._figures_below is None else whole / max(1, turn.allowed)
        self.setUpdatesEnabled(False)
        self.setRange(0, whole)
        self.setValue(min(whole, ceil(turn.left * unit / _VALUE_STEP) * _VALUE_STEP))
        self.setUpdatesEnabled(True)

    # The ring

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        colours, unit = self._theme.colours, self._theme.unit
        rim = 3 * unit
        ring = box.adjusted(rim, rim, -rim, -rim)
        width = box.width() * _RING_PART
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.track)
        painter.drawPath(_ring_part(ring, width, 0, 360))
        turn = self._turn
        if turn is None or turn.allowed <= 0:
            return
        if turn.left <= 0:
            # The whole ring gets the dark edge of the wind-up colour: a shape, not only a colour.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.wind_line, 2.5 * unit))
            painter.drawPath(_ring_part(ring, width, 0, 360))
            return
        degrees = min(1.0, turn.left / turn.allowed) * 360
        self._paint_left(painter, _ring_part(ring, width, 90, degrees), turn)
        if turn.wind_up < turn.allowed:
            self._paint_notch(painter, ring, width, turn.wind_up / turn.allowed * 360)

    def _paint_left(self, painter: QPainter, part: QPainterPath, turn: _Turn) -> None:
        colours, unit = self._theme.colours, self._theme.unit
        fill, edge = colours.primary, colours.primary
        if turn.is_winding_up:
            fill, edge = colours.wind, colours.wind_line
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.surface if turn.is_paused else fill)
        painter.drawPath(part)
        if turn.is_paused:
            paint_hatch(painter, part, edge, unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(edge, 2 * unit)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawPath(part)

    def _paint_notch(self, painter: QPainter, ring: QRectF, width: float, degrees: float) -> None:
        """A line across the ring where wind-up starts."""
        colours, unit = self._theme.colours, self._theme.unit
        path = QPainterPath()
        out, back = 3 * unit, width + 3 * unit
        path.arcMoveTo(ring.adjusted(-out, -out, out, out), 90 + degrees)
        outer = path.currentPosition()
        path.arcMoveTo(ring.adjusted(back, back, -back, -back), 90 + degrees)
        inner = path.currentPosition()
        for colour, thick in ((colours.surface, 9), (colours.text, 4)):
            pen = QPen(colour, thick * unit)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(outer, inner)

    # The words in the ring

    def _paint_digits(self, painter: QPainter, box: QRectF, turn: _Turn) -> None:
        font = QFont(self._theme.font(TextStyle.CLOCK))
        font.setPixelSize(max(1, round(box.width() * _DIGITS_PART)))
        high = font.pixelSize()
        middle = box.center().y() - high * 0.12
        painter.setFont(font)
        painter.setPen(self._theme.colours.text)
        digits = QRectF(box.x(), middle - high * 0.7, box.width(), high * 1.4)
        painter.drawText(digits, Qt.AlignmentFlag.AlignCenter, _digits(turn.left))
        y = middle + high * 0.55
        if turn.is_paused:
            self._paint_held(painter, box, y, turn.hold)
            return
        if self._figures_below is not None:
            self._paint_fitting(painter, box, y, [self.tr("left")])
            return
        allowed = self._minutes(turn.allowed)
        long, short = self.tr("left of %1"), self.tr("of %1")
        words = [long.replace("%1", allowed), short.replace("%1", allowed)]
        self._paint_fitting(painter, box, y, words)

    def _paint_fitting(self, painter: QPainter, box: QRectF, y: float, choices: list[str]) -> None:
        """The first of some ways to say it that fits between the sides of the ring, or nothing."""
        for style in (TextStyle.LEAD, TextStyle.NOTE):
            room = self._room_at(box, y + self._theme.line_height(style) * 0.8)
            for words in choices:
                if natural_width(self._theme, words, style) <= room:
                    self._paint_line(painter, box, y, words, style, "muted")
                    return

    def _room_at(self, box: QRectF, y: float) -> float:
        """How broad the inside of the ring is at a height, without touching it."""
        inner = box.width() * (0.5 - _RING_PART)
        away = abs(y - box.center().y())
        return 2 * sqrt(max(0.0, inner * inner - away * away)) - self._theme.px(16)

    def _paint_calm(self, painter: QPainter, box: QRectF, words: str) -> None:
        """How much is left, in words, as large as two lines allow."""
        inner = box.width() * _INNER_PART
        for style in (TextStyle.TITLE, TextStyle.GROUP_NAME, TextStyle.STRONG):
            block = TextBlock(self._theme, words, style, inner, Qt.AlignmentFlag.AlignHCenter)
            if block.line_count <= 2:
                break
        block.draw(painter, box.center().x() - inner / 2, box.center().y() - block.height / 2, self._theme.colours.text)

    def _paint_line(self, painter: QPainter, box: QRectF, y: float, words: str, style: TextStyle, colour: str) -> None:
        inner = box.width() * _INNER_PART
        block = lay_out(self._theme, words, style, inner, Qt.AlignmentFlag.AlignHCenter)
        block.draw(painter, box.center().x() - inner / 2, y, getattr(self._theme.colours, colour))

    def _paint_held(self, painter: QPainter, box: QRectF, y: float, hold: Hold) -> None:
        """Only a pause has the sign of a pause: time to think is part of the turn."""
        words, style = self._hold_words(hold), TextStyle.GROUP_NAME
        has_sign = hold is Hold.PAUSED
        side, gap = (self._theme.px(24), self._theme.px(8)) if has_sign else (0, 0)
        if natural_width(self._theme, words, style) + side + gap > self._room_at(box, y):
            style, side = TextStyle.SMALL_STRONG, self._theme.px(18) if has_sign else 0
        line = self._theme.line_height(style)
        width = side + gap + natural_width(self._theme, words, style)
        x = box.center().x() - width / 2
        if has_sign:
            icon = QRectF(x, y + (line - side) / 2, side, side)
            self._theme.paint_icon(painter, Icon.PAUSE, icon, self._theme.colours.text)
        block = lay_out(self._theme, words, style, box.width())
        block.draw(painter, x + side + gap, y, self._theme.colours.text)

    def _paint_words(self, painter: QPainter, box: QRectF, words: str, note: str) -> None:
        inner = box.width() * 0.68
        style = TextStyle.NAME
        if natural_width(self._theme, words, style) > inner:
            style = TextStyle.GROUP_NAME
        middle = Qt.AlignmentFlag.AlignHCenter
        title = lay_out(self._theme, words, style, inner, middle)
        below = lay_out(self._theme, note, TextStyle.LEAD, inner * 0.9, middle)
        has_note = bool(note) and title.height + below.height < box.height() * 0.55
        height = title.height + (below.height if has_note else 0)
        y = box.center().y() - height / 2
        title.draw(painter, box.center().x() - inner / 2, y, self._theme.colours.text)
        if has_note:
            below.draw(painter, box.center().x() - inner * 0.45, y + title.height, self._theme.colours.muted)

    # The words for screen readers

    def _tell(self, words: str) -> None:
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def _state_words(self, turn: _Turn) -> str:
        """The state, changing only when something does that a person should know."""
        if turn.left <= 0:
            return self.tr("Time is up.")
        if self._figures_below is not None:
            return self.words()
        if turn.is_paused:
            return f"{self._hold_words(turn.hold)}. " + self.tr("%1 left.").replace("%1", _digits(turn.left))
        if turn.is_winding_up:
            return self.tr("Nearly time.")
        return self.tr("Turn of %1.").replace("%1", self._minutes(turn.allowed))

    def _hold_words(self, hold: Hold) -> str:
        return {
            Hold.RUNS: "",
            Hold.PAUSED: self.tr("Paused"),
            Hold.THINKING: self.tr("Time to think"),
            Hold.INTERPRETING: self.tr("Interpreter"),
        }[hold]

    def _minutes(self, seconds: int) -> str:
        minutes, rest = divmod(seconds, 60)
        if rest:
            return _digits(seconds)
        return self.tr("1 minute") if minutes == 1 else self.tr("%1 minutes").replace("%1", str(minutes))


def share_left_words(share: float) -> str:
    """How much of a turn is left, 0 to 1, in words that do not tell how long it is (R11)."""
    if share > 0.5:
        words = "More than half is left."
    else:
        words = "Less than half is left." if share > 0.25 else "A little is left."
    return QCoreApplication.translate("TurnClock", words)


def _digits(seconds: float) -> str:
    minutes, rest = divmod(ceil(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _ring_part(ring: QRectF, width: float, start: float, degrees: float) -> QPainterPath:
    """A piece of a ring; degrees go against the clock from three o'clock, as Qt counts them."""
    inner = ring.adjusted(width, width, -width, -width)
    path = QPainterPath()
    if degrees >= 360:
        path.addEllipse(ring)
        path.addEllipse(inner)
        return path
    path.arcMoveTo(ring, start)
    path.arcTo(ring, start, degrees)
    path.arcTo(inner, start + degrees, -degrees)
    path.closeSubpath()
    return path
