"""How words are broken into lines: nothing is cut, and no short last word stands alone."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.text_block import lay_out, natural_width

WORDS = "Supporters: nobody has said yes."


def _ink(theme: Theme, words: str, width: int, line: int) -> QRectF:
    """How far to the right something is drawn on one line."""
    block = lay_out(theme, words, TextStyle.STRONG, width)
    image = QImage(width, block.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.draw(painter, 0, 0, QColor("black"))
    painter.end()
    top, bottom = round(line * block.line_height), round((line + 1) * block.line_height)
    found = [
        x for x in range(width) for y in range(top, min(bottom, image.height())) if image.pixelColor(x, y).value() < 128
    ]
    return QRectF(0, top, max(found, default=0), bottom - top)


def _wide(theme: Theme, words: str) -> int:
    return natural_width(theme, words, TextStyle.STRONG)


def test_a_short_last_word_takes_the_one_before_it_along(theme: Theme) -> None:
    width = _wide(theme, "Supporters: nobody has said") + 4
    assert lay_out(theme, WORDS, TextStyle.STRONG, width).line_count == 2
    assert _ink(theme, WORDS, width, 1).width() > _wide(theme, "said")


@pytest.mark.parametrize("words", ["Paid staff, Supporters.", "yes.", "Supporters"])
def test_a_long_last_word_and_a_single_one_stay_as_they_are(theme: Theme, words: str) -> None:
    width = max(_wide(theme, "Paid staff,"), _wide(theme, "Supporters.")) + 4
    assert _ink(theme, words, width, 0).width() >= min(_wide(theme, "Paid staff,"), _wide(theme, words)) - 8


def test_words_that_fit_one_by_one_only_are_not_cut(theme: Theme) -> None:
    width = _wide(theme, "nobody") + 2
    block = lay_out(theme, "nobody nobody no", TextStyle.STRONG, width)
    assert block.line_count == 3
