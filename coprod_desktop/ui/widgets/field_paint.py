"""The white box with round corners that all fields share."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.painting import rounded_box

FIELD_HEIGHT = 46
FIELD_PADDING = 14
FIELD_RADIUS = 10
HAS_ERROR = "has_error"


def paint_field(painter: QPainter, theme: Theme, field: QWidget) -> None:
    """Draw the box; a field with a mistake has a thick edge as well as words below it."""
    has_error = bool(field.property(HAS_ERROR))
    colours = theme.colours
    edge, width = (colours.bad, 3.0) if has_error else (colours.line, 1.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rounded_box(painter, field.rect(), theme.px(FIELD_RADIUS), colours.surface, edge, width * theme.unit)


def make_see_through(field: QWidget) -> None:
    """Stop Qt from filling the field, since the box is drawn by us."""
    palette = field.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    field.setPalette(palette)
