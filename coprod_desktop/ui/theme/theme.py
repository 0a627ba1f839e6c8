"""The look in use now: colours, text size, fonts and pictures, and the news when any of it changes."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from coprod_desktop.ui.theme.accessible_roles import install_roles
from coprod_desktop.ui.theme.colours import Mode, colours_of
from coprod_desktop.ui.theme.icons import Icon, IconStore, render_svg
from coprod_desktop.ui.theme.text_styles import TEXT_PERCENTS, TextStyle

_FONT_PACKAGE = "fontpkg_atkinson_hyperlegible"
_FONT_FILES = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")
_FONT_FAMILY = "Atkinson Hyperlegible"
_BODY_POINTS = 13.5  # 18 pixels on a screen of 96 dots an inch


class Theme(QObject):
    """Hands out colours, sizes, fonts and icons. Signal: `changed`, after a new look or text size.

    The application must have been made with the style Fusion, as app.py does.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        mode: Mode = Mode.SYSTEM,
        text_percent: int = 100,
        kept_icons: Path | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._mode = mode
        self._text_percent = text_percent
        self._platform_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._icons = IconStore(kept_icons)
        self._pictures: dict[tuple[Path | bytes, int, float], QPixmap] = {}
        self._fonts: dict[TextStyle, QFont] = {}
        self._metrics: dict[TextStyle, QFontMetricsF] = {}
        self._family = ""
        self.measured: dict[object, Any] = {}  # kept by ui/widgets/text_block.py until the look changes
        self.unit = 1.0
        self.colours = colours_of(self.shown_mode())

    def apply(self) -> None:
        """Put the look on the program; called once before the first window, and after each change."""
        if not self._family:
            self._prepare()
        self.unit = self._platform_unit() * self._text_percent / 100
        self.colours = colours_of(self.shown_mode())
        self._fonts.clear()
        self._metrics.clear()
        self._icons.clear()
        self._pictures.clear()
        self.measured.clear()
        self._app.setPalette(self.colours.palette())
        self._app.setFont(self.font(TextStyle.BODY))
        self.changed.emit()

    # What a person can choose

    @property
    def mode(self) -> Mode:
        """The look that was chosen; `shown_mode()` is the one on screen."""
        return self._mode

    @property
    def text_percent(self) -> int:
        """The text size that was chosen, 100 to 300."""
        return self._text_percent

    def set_mode(self, mode: Mode) -> None:
        """Choose light, dark, high contrast, or as the computer has it."""
        self._mode = mode
        self.apply()

    def set_text_percent(self, percent: int) -> None:
        """Choose the text size; everything else grows with it."""
        self._text_percent = min(max(percent, TEXT_PERCENTS[0]), TEXT_PERCENTS[-1])
        self.apply()

    def bigger_text(self) -> None:
        """One step bigger, until 300 %."""
        bigger = [percent for percent in TEXT_PERCENTS if percent > self._text_percent]
        if bigger:
            self.set_text_percent(bigger[0])

    def smaller_text(self) -> None:
        """One step smaller, until 100 %."""
        smaller = [percent for percent in TEXT_PERCENTS if percent < self._text_percent]
        if smaller:
            self.set_text_percent(smaller[-1])

    def shown_mode(self) -> Mode:
        """Light, dark or high contrast: what is on screen now."""
        if self._mode is not Mode.SYSTEM:
            return self._mode
        hints = QGuiApplication.styleHints()
        wishes = hints.accessibility()
        if wishes is not None and wishes.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return Mode.HIGH_CONTRAST
        is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        return Mode.DARK if is_dark else Mode.LIGHT

    # Sizes and fonts

    def px(self, units: float) -> int:
        """Whole pixels for a length in units; never 0 for something that is there."""
        return max(1, round(units * self.unit)) if units else 0

    def font(self, style: TextStyle) -> QFont:
        """The font of a text style at the size in use."""
        font = self._fonts.get(style)
        if font is None:
            font = self._fonts[style] = self._make_font(style)
        return font

    def metrics(self, style: TextStyle) -> QFontMetricsF:
        """Measures of the font of a text style."""
        metrics = self._metrics.get(style)
        if metrics is None:
            metrics = self._metrics[style] = QFontMetricsF(self.font(style))
        return metrics

    def line_height(self, style: TextStyle) -> float:
        """Distance from one line of this style to the next, in pixels."""
        return max(round(style.size * style.spacing * self.unit), self.metrics(style).height())

    # Pictures

    def paint_icon(self, painter: QPainter, icon: Icon, area: QRectF, colour: QColor) -> None:
        """Draw an icon into a square."""
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._icons.pixmap(icon, round(area.width()), colour, ratio)
        painter.drawPixmap(round(area.x()), round(area.y()), pixmap)

    def keep_icons(self) -> None:
        """Keep the icons that were painted until now in the file `kept_icons`, for the next start."""
        self._icons.keep()

    def picture(self, source: Path | bytes, size_px: int, ratio: float) -> QPixmap:
        """A picture from a file, or from its bytes: whole, its longer side `size_px`; empty if it is broken."""
        key = (source, size_px, ratio)
        pixmap = self._pictures.get(key)
        if pixmap is None:
            pixmap = self._pictures[key] = _load_picture(source, size_px, ratio)
        return pixmap

    # Inner work

    def _prepare(self) -> None:
        self._prepare_font()
        install_roles(self._app)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_platform_changed)
        wishes = hints.accessibility()
        if wishes is not None:
            wishes.contrastPreferenceChanged.connect(self._on_platform_changed)

    def _prepare_font(self) -> None:
        self._family = self._platform_font.family()
        if _load_own_font():
            self._family = _FONT_FAMILY

    def _on_platform_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self.apply()

    def _platform_unit(self) -> float:
        screen = QGuiApplication.primaryScreen()
        dots = screen.logicalDotsPerInchY() if screen is not None else 96.0
        points = max(self._platform_font.pointSizeF(), _BODY_POINTS)
        return max(1.0, dots / 96 * points / _BODY_POINTS)

    def _make_font(self, style: TextStyle) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(self.px(style.size))
        font.setBold(style.is_bold)
        if style.is_tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def _load_own_font() -> bool:
    found = find_spec(_FONT_PACKAGE)
    if found is None or found.origin is None:
        return False
    folder = Path(found.origin).parent / "files"
    return all(QFontDatabase.addApplicationFont(str(folder / name)) >= 0 for name in _FONT_FILES)


def _load_picture(source: Path | bytes, size_px: int, ratio: float) -> QPixmap:
    data = source if isinstance(source, bytes) else source.read_bytes()
    if b"<svg" in data[:1000]:
        return render_svg(data, size_px, ratio)
    pixmap = QPixmap()
    if not pixmap.loadFromData(data):
        return pixmap  # nothing is drawn for a picture that is broken
    side = round(size_px * ratio)
    pixmap = pixmap.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
