"""The ring around whatever has the focus: two colours, outside the control, never clipped away."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import settle_layouts
from coprod_desktop.ui.widgets.painting import smooth_painter
from coprod_desktop.ui.widgets.press_button import FocusOutline

_OUT = 6


class FocusRing(QWidget):
    """One for each window: it lets the mouse through and moves nothing.

    Whatever moves the focused part has the window painted anew: the ring follows just before that, and once only.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._outline: FocusOutline | None = None
        self._visible_part = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self.update)
        window.installEventFilter(self)
        self._on_focus_changed(None, app.focusWidget())

    def follow(self) -> None:
        """Put the ring where the focused part is now."""
        window = self.parentWidget()
        if self._outline is not None and not isValid(self._outline.widget):
            self._outline = None
        outline = self._outline
        if outline is None or window is None or not outline.widget.isVisible():
            self.hide()
            return
        out = self._theme.px(2 * _OUT if outline.is_on_primary else _OUT + 1)
        top_left = outline.widget.mapTo(window, QPoint(0, 0))
        place = QRect(top_left, outline.widget.size()).adjusted(-out, -out, out, out)
        self._show_at(place, _seen_part(outline.widget, window, out).translated(-place.topLeft()))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Before the window is painted, every part takes its new place, and the ring follows."""
        if event.type() == QEvent.Type.UpdateRequest:
            settle_layouts()
            self.follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the two rings; on the blue panel a white one further out."""
        outline = self._outline
        if outline is None:
            return
        painter = smooth_painter(self)
        painter.setClipRect(self._visible_part)
        colours, px = self._theme.colours, self._theme.px
        control = self._control_area(outline)
        radius = px(outline.radius)
        if outline.is_on_primary:
            _ring(painter, control, px(3), px(3), radius, colours.on_primary)
        else:
            _ring(painter, control, 0, px(3), radius, colours.focus_in)
            _ring(painter, control, px(3), px(3), radius, colours.focus)

    def _show_at(self, place: QRect, visible_part: QRect) -> None:
        if place != self.geometry() or visible_part != self._visible_part:
            self._visible_part = visible_part
            self.setGeometry(place)
            self.update()
        self.setVisible(not visible_part.isEmpty())
        self.raise_()

    def _control_area(self, outline: FocusOutline) -> QRectF:
        out = self._theme.px(2 * _OUT if outline.is_on_primary else _OUT + 1)
        return QRectF(self.rect()).adjusted(out, out, -out, -out)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        window = self.parentWidget()
        is_inside = now is not None and window is not None and now.window() is window.window() and now is not window
        self._outline = _outline_of(now) if is_inside and now is not None else None
        self.update()
        self.follow()


def _outline_of(widget: QWidget) -> FocusOutline:
    ask = getattr(widget, "focus_outline", None)
    return ask() if ask is not None else FocusOutline(widget, 4)


def _seen_part(widget: QWidget, window: QWidget, out: int) -> QRect:
    """The part of the window in which the ring may show: inside every scroll area around the widget.

    Beyond an edge that the widget itself does not cross, the ring may stand out, so that it is whole.
    """
    seen = window.rect()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            corner = above.mapTo(window, QPoint(0, 0))
            area = QRect(corner, above.size())
            over = out if place.top() >= area.top() else 0
            under = out if place.bottom() <= area.bottom() else 0
            seen = seen.intersected(area.adjusted(-out, -over, out, under))
        above = above.parentWidget()
    return seen


def _ring(painter: QPainter, control: QRectF, away: int, width: int, radius: int, colour: QColor) -> None:
    """A ring of some width whose inner edge is `away` pixels outside the control."""
    middle = away + width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    painter.drawRoundedRect(control.adjusted(-middle, -middle, middle, middle), radius + middle, radius + middle)
