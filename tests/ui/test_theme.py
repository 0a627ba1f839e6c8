"""The looks: contrast of every pair in use, sizes that grow together, icons that exist and mean one thing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coprod_desktop.ui.theme import TEXT_PERCENTS, Icon, Mode, TextStyle, Theme
from coprod_desktop.ui.theme.colours import colours_of
from coprod_desktop.ui.theme.icons import IconStore

_LOOKS = (Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST)
_WORDS_ON = [
    ("text", "bg"), ("text", "surface"), ("text", "sunken"), ("text", "soft"),
    ("muted", "bg"), ("muted", "surface"), ("muted", "sunken"), ("muted", "soft"),
    ("on_primary", "primary"), ("primary", "surface"), ("primary", "bg"),
    ("on_wind", "wind"), ("on_warm", "warm"),
    ("good", "surface"), ("good", "bg"), ("good", "good_soft"),
    ("bad", "surface"), ("bad", "bg"), ("bad", "bad_soft"),
]  # fmt: skip
_EDGES_ON = [
    ("line", "bg"), ("line", "surface"), ("line", "soft"), ("line", "sunken"),
    ("primary", "soft"), ("primary", "track"), ("wind_line", "surface"), ("wind_line", "warm"),
    ("wind_line", "track"), ("good", "good_soft"), ("bad", "bad_soft"), ("text", "track"),
    ("focus", "bg"), ("focus", "surface"), ("focus_in", "focus"),
    ("lived_experience", "surface"), ("carer", "surface"), ("professional", "surface"),
    ("supporter", "surface"), ("facilitator", "surface"), ("local_person", "surface"),
]  # fmt: skip


def _brightness(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(mode: Mode, one: str, other: str) -> float:
    colours = colours_of(mode)
    a, b = sorted((_brightness(getattr(colours, one)), _brightness(getattr(colours, other))))
    return (b + 0.05) / (a + 0.05)


@pytest.mark.parametrize("mode", _LOOKS)
@pytest.mark.parametrize(("words", "ground"), _WORDS_ON)
def test_words_stand_out_seven_to_one(mode: Mode, words: str, ground: str) -> None:
    assert _contrast(mode, words, ground) >= 7


@pytest.mark.parametrize("mode", _LOOKS)
@pytest.mark.parametrize(("edge", "ground"), _EDGES_ON)
def test_edges_and_marks_stand_out_three_to_one(mode: Mode, edge: str, ground: str) -> None:
    assert _contrast(mode, edge, ground) >= 3


def test_the_palette_of_qt_has_the_same_colours(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode(Mode.DARK)

    palette = qapp.palette()

    assert palette.window().color() == theme.colours.bg
    assert palette.text().color() == theme.colours.text
    assert palette.highlight().color() == theme.colours.primary


def test_no_words_are_smaller_than_twelve_points() -> None:
    assert min(style.size for style in TextStyle) >= 16


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_everything_grows_with_the_text(theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)

    assert theme.px(100) == round(100 * theme.unit)
    assert theme.unit == pytest.approx(percent / 100)
    assert theme.font(TextStyle.BODY).pixelSize() == round(18 * percent / 100)
    assert QApplication.font().pixelSize() == theme.font(TextStyle.BODY).pixelSize()


def test_text_gets_bigger_and_smaller_by_steps_and_stops_at_the_ends(theme: Theme) -> None:
    theme.smaller_text()
    assert theme.text_percent == 100
    theme.bigger_text()
    assert theme.text_percent == 110
    theme.set_text_percent(300)
    theme.bigger_text()
    assert theme.text_percent == 300


def test_a_change_of_look_is_told_once(theme: Theme) -> None:
    heard: list[Mode] = []
    theme.changed.connect(lambda: heard.append(theme.shown_mode()))

    theme.set_mode(Mode.HIGH_CONTRAST)

    assert heard == [Mode.HIGH_CONTRAST]


def test_the_look_follows_the_computer_when_it_may(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hints:
        """A computer that is set to dark."""

        def accessibility(self) -> None:
            return None

        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Dark

    monkeypatch.setattr("coprod_desktop.ui.theme.theme.QGuiApplication.styleHints", Hints)

    theme.set_mode(Mode.SYSTEM)
    assert theme.shown_mode() is Mode.DARK
    theme.set_mode(Mode.LIGHT)
    assert theme.shown_mode() is Mode.LIGHT


def test_words_are_in_our_font(theme: Theme) -> None:
    assert QFontInfo(theme.font(TextStyle.BODY)).family() == "Atkinson Hyperlegible"


def test_figures_of_the_clock_are_equally_wide(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font(TextStyle.CLOCK))

    assert len({metrics.horizontalAdvance(figure * 4) for figure in "0123456789"}) == 1


def test_welsh_letters_are_drawn(theme: Theme) -> None:
    for style in (TextStyle.BODY, TextStyle.NAME):
        assert _ink(theme, style, "\u0175") != _ink(theme, style, "\ufffe")


def _ink(theme: Theme, style: TextStyle, letter: str) -> int:
    image = QImage(80, 80, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(theme.font(style))
    painter.drawText(10, 60, letter)
    painter.end()
    return hash(bytes(image.constBits()))


def test_one_icon_has_one_meaning() -> None:
    assert len({icon.value for icon in Icon}) == len(list(Icon))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_is_drawn_in_its_colour(icon: Icon) -> None:
    image = IconStore().pixmap(icon, 24, QColor("#14487A"), 2.0).toImage()

    inked = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255]
    assert len(inked) > 20
    # Qt keeps see-through pictures multiplied by their alpha, which rounds by a step or two.
    assert all(abs(colour.blue() - 0x7A) <= 2 and abs(colour.red() - 0x14) <= 2 for colour in inked)


def test_a_plain_label_grows_with_the_text(theme: Theme) -> None:
    window = QWidget()
    label = QLabel("Words", window)
    before = label.sizeHint().height()

    theme.set_text_percent(200)
    QApplication.processEvents()

    assert label.sizeHint().height() == pytest.approx(2 * before, abs=3)
