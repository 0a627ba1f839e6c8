"""Chooses the picture of an item, an idea or a decision by its word; it can always be left empty."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.picture_grid import GridPicture, PictureGrid
from coprod_desktop.ui.widgets.picture_words import picture_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_MOST = 12


class _ChosenPicture(QWidget):
    """Draws the chosen picture; the words beside it name it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._drawing: bytes | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_drawing(self, drawing: bytes | None) -> None:
        """Show another picture, or none."""
        self._drawing = drawing
        self.setVisible(drawing is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """A square, as high as a button."""
        side = self._theme.px(46)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        if self._drawing is None:
            return
        painter = smooth_painter(self)
        painter.drawPixmap(0, 0, self._theme.picture(self._drawing, self.width(), self.devicePixelRatioF()))
        rounded_box(painter, self.rect(), self._theme.px(7), None, self._theme.colours.hair, 1.5 * self._theme.unit)


class PictureChoice(QWidget):
    """A picture word or none. One button opens the pictures; choosing one closes them.

    `suggest(sentence)` offers the pictures of the words in it first. Signal: `changed`, when a person chooses.
    """

    changed = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._value = ""
        self._sentence = ""
        self._picture = _ChosenPicture(theme)
        self._word = WrapLabel(theme, "", TextStyle.STRONG)
        self._open = BigButton(theme, self.tr("Choose a picture"), icon=Icon.PICTURE)
        self._none = BigButton(theme, self.tr("No picture"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        self._search = LineField(theme)
        self._grid = PictureGrid(theme, self.tr("Pictures"), self._search)
        self._found = WrapLabel(theme, self.tr("There is no picture for this word."), TextStyle.NOTE)
        self._finder = self._make_finder()
        self._lay_out()
        self._connect()
        self._show_value()

    def value(self) -> str:
        """The picture word, empty for no picture."""
        return self._value

    def set_value(self, word: str) -> None:
        """Show this picture word as the chosen one and close the pictures."""
        self._value = word
        self._finder.hide()
        self._show_value()

    def suggest(self, sentence: str) -> None:
        """Offer the pictures of the words in this sentence first."""
        self._sentence = sentence
        if self.is_open() and not self._search.text():
            self._offer()

    def is_open(self) -> bool:
        """Whether the pictures are open."""
        return not self._finder.isHidden()

    def open(self) -> None:
        """Show the pictures and go to the search line."""
        self._search.clear()
        self._offer()
        self._finder.show()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_pictures(self) -> bool:
        """Close the pictures and change nothing; says whether they were open."""
        if not self.is_open():
            return False
        self._finder.hide()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Building

    def _make_finder(self) -> QWidget:
        column = Column(self._theme, gap=8)
        hint = self.tr("Type a word, or choose one below.")
        form_row(self._theme, column, self.tr("Find a picture"), self._search, hint=hint)
        column.addWidget(self._found)
        column.addWidget(self._grid)
        return holder(column)

    def _lay_out(self) -> None:
        chosen = Row(self._theme, gap=12)
        chosen.addWidget(self._picture)
        chosen.addWidget(self._word)
        chosen.addLayout(flow_of(self._theme, self._open, self._none), 1)
        column = Column(self._theme, gap=8)
        column.addLayout(chosen)
        column.addWidget(self._finder)
        self.setLayout(column)
        self.setFocusProxy(self._open)
        self._finder.hide()
        self._found.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _connect(self) -> None:
        self._open.clicked.connect(self._on_open)
        self._none.clicked.connect(self._on_none)
        self._search.textEdited.connect(self._offer)
        self._search.returnPressed.connect(self._on_return)
        self._grid.chosen.connect(self._choose)

    # Showing

    def _offer(self) -> None:
        table = picture_words()
        typed = self._search.text()
        offered = table.find(typed) if typed.strip() else (*table.meant_by(self._sentence), *table.find(""))
        words = list(dict.fromkeys(offered))[:_MOST]
        drawn = [(word, table.drawing(word)) for word in words]
        shown = [GridPicture(word, word, table.alt(word), drawing) for word, drawing in drawn if drawing is not None]
        self._grid.show_pictures(shown, now=self._value)
        is_missing = bool(typed.strip()) and not words
        if is_missing and self._found.isHidden():
            announce(self, self._found.text())
        self._found.setVisible(is_missing)

    def _show_value(self) -> None:
        self._picture.show_drawing(picture_words().drawing(self._value) if self._value else None)
        self._word.setText(self._value)
        self._word.setVisible(bool(self._value))
        self._none.setVisible(bool(self._value))
        has_picture = bool(self._value)
        self._open.set_words(self.tr("Other picture") if has_picture else self.tr("Choose a picture"))

    # Acts

    def _choose(self, word: str) -> None:
        self.set_value(word)
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_open(self) -> None:
        if not self.close_pictures():
            self.open()

    def _on_none(self) -> None:
        self._choose("")

    def _on_return(self) -> None:
        found = list(self._grid.tiles())
        if found:
            self._choose(found[0])
