"""Pictures as forms: each is put into the PDF once and may then be drawn on any page at any size."""

import io

from reportlab.graphics import renderPDF
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from svglib.svglib import svg2rlg

from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.pictures import PictureChoice, Pictures
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

_BAND, _INK, _PAGE = HexColor("#EA5A47"), HexColor("#000000"), HexColor("#FFFFFF")


def picture_form(canvas: TaggedCanvas, choice: PictureChoice, fonts: Fonts) -> str:
    """The name of the form that holds a picture, made when it is first asked for."""
    name = f"picture-{choice.key}"
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, Pictures.side, Pictures.side)
        if choice.day:
            _draw_calendar_page(canvas, choice.day, fonts)
        elif choice.data and choice.media_type != "image/svg+xml":
            _draw_photo(canvas, choice)
        else:
            _draw_drawing(canvas, choice, fonts)
        canvas.endForm()
    return name


def frame_form(canvas: TaggedCanvas, side: float, radius: float, colour: str) -> str:
    """The name of the form that holds the thin frame round every picture."""
    name = f"picture-frame-{side:.0f}"
    if not canvas.hasForm(name):
        canvas.beginForm(name, -1, -1, side + 1, side + 1)
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(1)
        canvas.roundRect(0, 0, side, side, radius)
        canvas.endForm()
    return name


def _draw_drawing(canvas: TaggedCanvas, choice: PictureChoice, fonts: Fonts) -> None:
    drawing = svg2rlg(io.StringIO(choice.drawing()))
    if drawing is None:
        raise ValueError(f"not a drawing: {choice.key}")
    drawing.initialFontName = fonts.regular.name  # or Helvetica would be named in the file without its letters
    side = max(drawing.width, drawing.height)
    canvas.scale(Pictures.side / side, Pictures.side / side)
    renderPDF.draw(drawing, canvas, (side - drawing.width) / 2, (side - drawing.height) / 2)


def _draw_photo(canvas: TaggedCanvas, choice: PictureChoice) -> None:
    """The whole photo in the square, as large as it fits: nobody in it is cut off."""
    photo = ImageReader(io.BytesIO(choice.data))
    width, height = photo.getSize()
    scale = Pictures.side / max(width, height)
    left, bottom = (Pictures.side - width * scale) / 2, (Pictures.side - height * scale) / 2
    canvas.drawImage(photo, left, bottom, width * scale, height * scale)


def _draw_calendar_page(canvas: TaggedCanvas, day: str, fonts: Fonts) -> None:
    canvas.setStrokeColor(_INK)
    canvas.setLineWidth(2)
    canvas.setLineJoin(1)
    canvas.setFillColor(_PAGE)
    canvas.rect(11, 9, 50, 50, fill=1)
    canvas.setFillColor(_BAND)
    canvas.rect(11, 48, 50, 11, fill=1)
    canvas.setLineCap(1)
    for x in (23, 49):
        canvas.line(x, 55, x, 64)
    canvas.setFillColor(_INK)
    canvas.setFont(fonts.bold.name, 30)
    canvas.drawCentredString(36, 17.5, day)
