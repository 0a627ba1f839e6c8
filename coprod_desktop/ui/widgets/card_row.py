"""One row of a list: something a person can choose, open or just read."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.painting import rounded_box, smooth_painter
from coprod_desktop.ui.widgets.press_button import FocusOutline, PressButton
from coprod_desktop.ui.widgets.row_face import RowFace, RowWords

_RADIUS = 12


class _MeasuredWords:
    """What both faces share: the words of a row, measured once until they or the look change."""

    _theme: Theme
    _row_words: RowWords
    _is_flat: bool
    _flat_side: int
    _flat_rim: int
    _face: RowFace | None

    def face(self) -> RowFace:
        """The measured words."""
        if self._face is None:
            side = self._flat_side if self._is_flat else 16
            self._face = RowFace(self._theme, self._row_words, side=side, is_flat=self._is_flat, rim=self._flat_rim)
        return self._face

    def heightForWidth(self, width: int) -> int:
        """The height that the words need."""
        return self.face().height(width)

    def sizeHint(self) -> QSize:
        """Nothing broken."""
        width = self.face().natural_width()
        return QSize(width, self.face().height(width))

    def minimumSizeHint(self) -> QSize:
        """The longest words on a line."""
        return QSize(self.face().least_width(), self._theme.px(44))


class _PressFace(_MeasuredWords, PressButton):
    """The words of a row that can be pressed."""

    def __init__(
        self, theme: Theme, words: RowWords, outline: QWidget, *, is_flat: bool, flat_side: int, flat_rim: int
    ) -> None:
        self._row_words = words
        self._is_flat = is_flat
        self._flat_side, self._flat_rim = flat_side, flat_rim
        self._outline = outline
        self._face = None
        super().__init__(theme, words.spoken())
        _let_grow(self)

    def show_words(self, words: RowWords) -> bool:
        """Say something else; says whether it is something else."""
        if words == self._row_words:
            return False
        self._row_words = words
        self._face = None
        self.set_words(words.spoken())
        self.updateGeometry()
        self.update()
        return True

    def focus_outline(self) -> FocusOutline:
        """Around the whole row, with its buttons."""
        return FocusOutline(self._outline, _RADIUS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = smooth_painter(self)
        if self._is_flat and (self.underMouse() or self.isDown()):
            rounded_box(painter, self.rect(), self._theme.px(_RADIUS), self._theme.colours.soft)
        self.face().paint(painter, QRectF(self.rect()))

    def _on_theme_changed(self) -> None:
        self._face = None
        super()._on_theme_changed()


class _StillFace(_MeasuredWords, QLabel):
    """The words of a row that is only read."""

    def __init__(
        self, theme: Theme, words: RowWords, outline: QWidget, *, is_flat: bool, flat_side: int, flat_rim: int
    ) -> None:
        super().__init__(words.spoken())
        self._theme = theme
        self._outline = outline
        self._row_words = words
        self._is_flat = is_flat
        self._flat_side, self._flat_rim = flat_side, flat_rim
        self._face = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        _let_grow(self)
        theme.changed.connect(self._on_theme_changed)

    def show_words(self, words: RowWords) -> bool:
        """Say something else; says whether it is something else."""
        if words == self._row_words:
            return False
        self._row_words = words
        self._face = None
        self.setText(words.spoken())
        self.updateGeometry()
        self.update()
        return True

    def focus_outline(self) -> FocusOutline:
        """Around the whole row, with its buttons."""
        return FocusOutline(self._outline, _RADIUS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        self.face().paint(smooth_painter(self), QRectF(self.rect()))

    def _on_theme_changed(self) -> None:
        self._face = None
        self.updateGeometry()


class CardRow(QWidget):
    """A row with words; widgets can stand at its right, and buttons below when it is chosen.

    Signal: `pressed`, when the row itself is clicked or Return or Space is used on it.
    """

    pressed = Signal()
    is_labelled = True  # with a button of it the whole row comes into view, so that no other button is cut

    def __init__(
        self,
        theme: Theme,
        words: RowWords,
        *,
        is_pressable: bool = True,
        is_flat: bool = False,
        flat_side: int = 4,
        flat_rim: int = 8,
    ) -> None:
        """`flat_side` is the free room at the side of a flat row, more where one can be the chosen one;
        `flat_rim` that above and below its words.
        """
        super().__init__()
        self._theme = theme
        self._is_flat = is_flat
        self._is_pressable = is_pressable
        self._is_chosen = False
        self._face: _PressFace | _StillFace
        if is_pressable:
            self._face = _PressFace(theme, words, self, is_flat=is_flat, flat_side=flat_side, flat_rim=flat_rim)
            self._face.clicked.connect(self.pressed)
        else:
            self._face = _StillFace(theme, words, self, is_flat=is_flat, flat_side=flat_side, flat_rim=flat_rim)
        self._top = FaceLayout(theme, side=flat_side if is_flat else 14)
        self._right = flat_side if is_flat else 16
        self._top.addWidget(self._face)
        self._below: Column | None = None
        self._below_flow: FlowLayout | None = None
        self._has_below = True
        self._column = Column(theme, gap=0)
        self._column.addLayout(self._top)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._on_theme_changed)

    def show_words(self, words: RowWords) -> None:
        """Say something else; focus and buttons stay."""
        if self._face.show_words(words):
            self._on_theme_changed()

    def spoken(self) -> str:
        """What a screen reader says for the row."""
        return self._face.text().replace("&&", "&")

    def focus_target(self) -> QWidget:
        """The part that gets the focus."""
        return self._face

    def is_chosen(self) -> bool:
        """Whether this row is the chosen one."""
        return self._is_chosen

    def set_chosen(self, is_chosen: bool) -> None:
        """Mark the row with a soft fill and a blue edge; its state is told in words too."""
        if is_chosen == self._is_chosen:
            return
        self._is_chosen = is_chosen
        self._face.setAccessibleDescription(self.tr("Chosen") if is_chosen else "")
        self.update()

    def add_at_right(self, widget: QWidget) -> None:
        """Put a button or a sign at the right of the words."""
        self._top.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Put a button below the words; several flow into rows."""
        if self._below_flow is None:
            self._below_flow = FlowLayout(self._theme)
            self._column_below().addLayout(self._below_flow)
        self._below_flow.addWidget(widget)

    def add_above_buttons(self, widget: QWidget) -> None:
        """Put words between those of the row and the buttons below."""
        self._column_below().insertWidget(0, widget)

    def _column_below(self) -> Column:
        if self._below is None:
            self._below = Column(self._theme, gap=6)
            self._column.addLayout(self._below)
            self._on_theme_changed()
        return self._below

    def show_below(self, *, is_shown: bool) -> None:
        """Whether any button below can be seen; with none the row keeps no room for them."""
        self._has_below = is_shown
        self._on_theme_changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, or the hair line under a flat row."""
        theme, colours = self._theme, self._theme.colours
        painter = smooth_painter(self)
        if self._is_chosen:
            box, edge = colours.soft, colours.primary
            rounded_box(painter, self.rect(), theme.px(_RADIUS), box, edge, 2 * theme.unit)
        elif self._is_flat:
            self._paint_hair(painter)
        else:
            edge = colours.line if self._is_pressable else colours.hair
            if self._is_pressable and self._face.underMouse():
                edge = colours.primary
            rounded_box(painter, self.rect(), theme.px(_RADIUS), colours.surface, edge, 1.5 * theme.unit)

    def _paint_hair(self, painter: QPainter) -> None:
        height = max(1, round(1.5 * self._theme.unit))
        start = self._hair_start()
        painter.fillRect(start, self.height() - height, self.width() - start, height, self._theme.colours.hair)

    def _hair_start(self) -> int:
        """Where the hair line under a flat row begins, from the left."""
        return 0

    def _on_theme_changed(self) -> None:
        if self._below is not None:
            indent = round(self._face.face().words_x / self._theme.unit)
            self._below.set_margins((min(indent, 120), 0, self._right, 14 if self._has_below else 0))
        self.updateGeometry()
        self.update()


def _let_grow(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
