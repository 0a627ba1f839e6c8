"""Shows a printed page as it will be, whole or bigger, with words for those who do not see it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.press_button import FocusOutline
from coprod_desktop.ui.widgets.scroll_bar import ScrollBar

_SHADOW = 6
_A4 = 297 / 210


class _Page(QLabel):
    """The page itself: paper, edge and a soft shadow."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._scaled = QPixmap()

    def show_image(self, image: QImage) -> None:
        """Show another page."""
        self._image = image
        self._scaled = QPixmap()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page as sharp as the screen allows."""
        painter = QPainter(self)
        shadow = self._theme.px(_SHADOW)
        paper = QRectF(self.rect()).adjusted(shadow, shadow, -shadow, -shadow)
        for step in range(shadow, 0, -1):
            soft = QColor(0, 0, 0, 7)
            painter.fillRect(paper.adjusted(-step / 2, -step / 3, step / 2, step), soft)
        painter.fillRect(paper, Qt.GlobalColor.white)
        if not self._image.isNull():
            painter.drawPixmap(paper.topLeft(), self._at_size(paper.size().toSize()))
        painter.setPen(self._theme.colours.hair)
        painter.drawRect(paper)

    def _at_size(self, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        goal = size * ratio
        if self._scaled.size() != goal:
            smooth = Qt.TransformationMode.SmoothTransformation
            image = self._image.scaled(goal, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._scaled = QPixmap.fromImage(image)
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled


class PagePreview(QScrollArea):
    """The whole page, or a part of it at `zoom` times that size; arrows move over it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._zoom = 1.0
        self._shape = _A4
        self._page = _Page(theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setHorizontalScrollBar(ScrollBar(theme, Qt.Orientation.Horizontal))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._page)
        self.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Page"))
        theme.changed.connect(self._fit)

    def show_page(self, image: QImage, words: str) -> None:
        """Show a page; `words` say which it is, such as "Easy read, page 4 of 9"."""
        if not image.isNull() and image.width() > 0:
            self._shape = image.height() / image.width()
        self._page.show_image(image)
        self._page.setAccessibleName(words)
        self.setAccessibleName(words)
        self._fit()

    def zoom(self) -> float:
        """How many times bigger than the whole page."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """1 shows the whole page; 2 shows it twice as big."""
        self._zoom = max(1.0, zoom)
        self._fit()

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self, 4)

    def sizeHint(self) -> QSize:
        """A page that can be made out."""
        return QSize(self._theme.px(364), self._theme.px(320))

    def minimumSizeHint(self) -> QSize:
        """A small page."""
        return QSize(self._theme.px(200), self._theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().size()
        edge = 2 * self._theme.px(_SHADOW)
        width = min(room.width() - edge, (room.height() - edge) / self._shape)
        paper = max(40.0, width) * self._zoom
        self._page.resize(round(paper) + edge, round(paper * self._shape) + edge)
