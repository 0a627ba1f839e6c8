"""A field with a list to choose from, for more choices than buttons can hold."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice
from coprod_desktop.ui.widgets.field_paint import FIELD_HEIGHT, FIELD_PADDING, FIELD_RADIUS, paint_field
from coprod_desktop.ui.widgets.press_button import FocusOutline
from coprod_desktop.ui.widgets.text_block import lay_out, natural_width


class _RoomyRows(QStyledItemDelegate):
    """Makes each line of the opened list big enough to hit."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least 44 units high."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + self._theme.px(24), max(size.height(), self._theme.px(44)))


class ChoiceField(QComboBox):
    """One of several. Signal: `activated(int)`, when a person chooses."""

    def __init__(self, theme: Theme, choices: Iterable[Choice] = ()) -> None:
        super().__init__()
        self._theme = theme
        view = QListView()
        view.setItemDelegate(_RoomyRows(theme, view))
        self.setView(view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        theme.changed.connect(self.updateGeometry)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer other choices."""
        self.clear()
        for choice in choices:
            self.addItem(choice.words, choice.key)

    def chosen_key(self) -> str | None:
        """The key of the choice shown."""
        key = self.currentData()
        return key if isinstance(key, str) else None

    def set_chosen(self, key: str) -> None:
        """Show a choice."""
        self.setCurrentIndex(self.findData(key))

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self, FIELD_RADIUS)

    def sizeHint(self) -> QSize:
        """Room for the longest choice."""
        words = [self.itemText(index) for index in range(self.count())]
        longest = max((natural_width(self._theme, text, TextStyle.BODY) for text in words), default=0)
        width = max(longest, self._theme.px(100)) + self._theme.px(2 * FIELD_PADDING + 34)
        return QSize(width, self._height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the list, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and changes nothing."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the choice and the sign that it opens."""
        theme = self._theme
        painter = QPainter(self)
        paint_field(painter, theme, self)
        block = lay_out(theme, self.currentText(), TextStyle.BODY, self.width())
        y = (self.height() - block.height) / 2
        block.draw(painter, theme.px(FIELD_PADDING), y, theme.colours.text)
        side = theme.px(22)
        x = self.width() - theme.px(FIELD_PADDING) - side
        sign = QRectF(x, (self.height() - side) / 2, side, side)
        theme.paint_icon(painter, Icon.OPEN_LIST, sign, theme.colours.text)

    def _height(self) -> int:
        line = round(self._theme.line_height(TextStyle.BODY))
        return max(self._theme.px(FIELD_HEIGHT), line + self._theme.px(16))
