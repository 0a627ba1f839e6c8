"""A column that scrolls down when it does not fit, with room for the focus ring above and below."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column, Margins
from coprod_desktop.ui.widgets.scroll_bar import ScrollBar

_RING_ROOM: Margins = (0, 8, 0, 8)
_RING = 14  # the ring on the blue panel stands furthest out


class ScrollColumn(QScrollArea):
    """Scrolls only downwards. Put things in with `add`; what gets the focus is brought into view.

    Inside another scroll area it can be laid open (`set_open`): then it is as high as its content.
    """

    def __init__(self, theme: Theme, *, gap: int = 12, margins: Margins = _RING_ROOM) -> None:
        super().__init__()
        self._theme = theme
        self._is_open = False
        self._follows_focus = False
        self.column = Column(theme, gap=gap, margins=margins)
        self._inner = _Content()
        self._inner.setLayout(self.column)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A viewport of our own: asking Qt for its own makes PySide set up every kind of widget first.
        seen = QWidget()
        _see_through(seen)
        self.setViewport(seen)
        self.setWidget(self._inner)
        self._inner.installEventFilter(self)
        _see_through(self._inner)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget under what is there."""
        self.column.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """Put a row or column under what is there."""
        self.column.addLayout(layout, stretch)

    def add_stretch(self) -> None:
        """Leave the free room here."""
        self.column.addStretch(1)

    @property
    def is_open(self) -> bool:
        """Whether it is as high as its content."""
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        """Be as high as the content and do not scroll, because something around it scrolls."""
        if is_open == self._is_open:
            return
        self._is_open = is_open
        down = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if is_open else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(down)
        policy = self.sizePolicy()
        policy.setHeightForWidth(is_open)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum if is_open else QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """The height of the whole content, when laid open."""
        if not self._is_open:
            return super().heightForWidth(width)
        return self.column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """As broad as the content wants it; it grows into the room there is and scrolls the rest."""
        wanted = self._inner.sizeHint()
        return wanted if self._is_open else QSize(wanted.width(), min(wanted.height(), self._theme.px(120)))

    def minimumSizeHint(self) -> QSize:
        """At least a row high; laid open, as high as the content."""
        least = self.column.totalMinimumSize()
        return least if self._is_open else QSize(least.width(), min(least.height(), self._theme.px(90)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """When the content changes, an open column changes its own height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif event.type() == QEvent.Type.Resize and self._follows_focus:
            QTimer.singleShot(0, self, self._bring_focus)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room, what has the focus is brought into view again."""
        super().resizeEvent(event)
        if self._follows_focus:
            QTimer.singleShot(0, self, self._bring_focus)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._follows_focus = now is not None and self._inner.isAncestorOf(now)
        is_held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._follows_focus and not is_held:  # moved away from under the pointer, a button would not be pressed
            self._bring_focus()

    def _bring_focus(self) -> None:
        """Show what has the focus; of something higher than the view the top is enough."""
        now = QApplication.focusWidget()
        if now is None or self._is_open or not self._inner.isAncestorOf(now):
            return
        room = self._theme.px(_RING)
        top = now.mapTo(self._inner, QPoint(0, 0)).y()
        if now.height() + 2 * room <= self.height():
            self.ensureWidgetVisible(self._with_label(now), 0, room)
            self.ensureWidgetVisible(now, 0, room)
            self.ensureVisible(0, self._top_with_label(now, top), 0, room)
        else:
            is_seen_from_start = top <= self.height() - 4 * room
            self.verticalScrollBar().setValue(0 if is_seen_from_start else top - room)

    def _with_label(self, field: QWidget) -> QWidget:
        """A field together with its label, if both can be seen at once."""
        return next((row for row in self._rows_around(field) if row.height() <= self.height()), field)

    def _top_with_label(self, field: QWidget, top: int) -> int:
        """Where the outermost label begins, with what is to be put right, of a row too high to be seen whole."""
        least = top + field.height() + 2 * self._theme.px(_RING) - self.height()
        tops = (row.mapTo(self._inner, QPoint(0, 0)).y() for row in self._rows_around(field))
        return min((start for start in tops if start >= least), default=top)

    def _rows_around(self, field: QWidget) -> Iterator[QWidget]:
        above = field.parentWidget()
        while above is not None and above is not self._inner:
            if getattr(above, "is_labelled", False):
                yield above
            above = above.parentWidget()


class _Content(QWidget):
    """As high as its parts are at the width they have, not at the least width they could have."""

    def minimumSizeHint(self) -> QSize:
        """The least width; the height follows from the width."""
        least, column = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if column is not None and column.hasHeightForWidth() else least


def _see_through(widget: QWidget) -> None:
    widget.setAutoFillBackground(False)
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.transparent)
    widget.setPalette(palette)
