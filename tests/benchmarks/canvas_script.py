"""The floor for pages: what our renderer drew, drawn again with ReportLab's own canvas and no tags."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from svglib.svglib import svg2rlg

from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas

Act = Callable[[Canvas], None]
_PICTURE, _FRAME = "picture-", "picture-frame"


def acts_of(render: Callable[[], object], fonts: Fonts, pictures: Pictures) -> list[Act]:
    """What was drawn while rendering, as acts on a bare canvas."""
    acts: list[Act] = []
    with _listening(acts, fonts, pictures):
        render()
    return acts


def draw(acts: list[Act]) -> bytes:
    """The same pages from a bare canvas."""
    canvas = Canvas(io.BytesIO(), pageCompression=1, initialFontName="Arimo")
    for act in acts:
        act(canvas)
    data: bytes = canvas.getpdfdata()
    return data


@contextmanager
def _listening(acts: list[Act], fonts: Fonts, pictures: Pictures) -> Iterator[None]:
    drawn = {name: getattr(TaggedCanvas, name) for name in ("draw_lines", "draw_form", "showPage")}

    def draw_lines(self: TaggedCanvas, lines: Any, x: float, y: float, *, size: float, leading: float) -> Any:
        runs = [[(typeface.name, text.replace("\xa0", " ")) for typeface, text in line.runs] for line in lines]
        acts.append(lambda canvas: _lines(canvas, runs, x, y, size, leading))
        return drawn["draw_lines"](self, lines, x, y, size=size, leading=leading)

    def draw_form(self: TaggedCanvas, name: str, x: float, y: float, scale: float = 1.0) -> Any:
        acts.append(lambda canvas: _form(canvas, name, x, y, scale, fonts, pictures))
        return drawn["draw_form"](self, name, x, y, scale)

    def show_page(self: TaggedCanvas) -> Any:
        if not self.is_rehearsal:
            acts.append(lambda canvas: canvas.showPage())
        return drawn["showPage"](self)

    listeners = {"draw_lines": draw_lines, "draw_form": draw_form, "showPage": show_page}
    try:
        for name, listener in listeners.items():
            setattr(TaggedCanvas, name, listener)
        yield
    finally:
        for name, method in drawn.items():
            setattr(TaggedCanvas, name, method)


def _lines(canvas: Canvas, lines: list[list[tuple[str, str]]], x: float, y: float, size: float, leading: float) -> None:
    for number, runs in enumerate(lines):
        at = x
        for font_name, text in runs:
            canvas.setFont(font_name, size)
            canvas.drawString(at, y - number * leading, text)
            if len(runs) > 1:
                at += canvas.stringWidth(text, font_name, size)


def _form(canvas: Canvas, name: str, x: float, y: float, scale: float, fonts: Fonts, pictures: Pictures) -> None:
    if not canvas.hasForm(name):
        canvas.beginForm(name, -1, -1, 160, 160)
        _draw_once(canvas, name, fonts, pictures)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    canvas.doForm(name)
    canvas.restoreState()


def _draw_once(canvas: Canvas, name: str, fonts: Fonts, pictures: Pictures) -> None:
    if name.startswith(_FRAME):
        canvas.setStrokeColor(HexColor("#857E72"))
        canvas.roundRect(0, 0, 141, 141, 10)
        return
    file = pictures.picture(name.removeprefix(_PICTURE).replace("-", " ")).file
    drawing = svg2rlg(str(file)) if file is not None else None
    if drawing is not None:
        drawing.initialFontName = fonts.regular.name
        canvas.scale(Pictures.side / drawing.width, Pictures.side / drawing.height)
        renderPDF.draw(drawing, canvas, 0, 0)
