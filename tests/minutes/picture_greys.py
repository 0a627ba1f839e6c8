"""Draws a picture as a page does and looks at it in grey, as a black and white printer would give it."""

import io
from functools import cache

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.picture_forms import picture_form
from coprod_desktop.minutes.pictures import PictureChoice
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from tests.minutes.printing import fonts

SIDE = 128
"""Dots of a picture: what a 45 mm picture has at 72 dots an inch."""

_THREE_TO_ONE = 148
"""The lightest grey that has 3:1 against white: (1 + 0.05) / (L + 0.05) >= 3 gives L = 0.3, which is grey 148."""

_CLEAR_STEP = 24
"""How many greys two tones must be apart to be told apart on paper."""


@cache
def drawn(choice: PictureChoice) -> Image.Image:
    """The picture in colour, out of a real PDF."""
    target = io.BytesIO()
    canvas = TaggedCanvas(
        target,
        tree=Node("Document"),
        facts=DocumentFacts(title="t", author="a"),
        pagesize=(72, 72),
        initialFontName=fonts().regular.name,
    )
    name = picture_form(canvas, choice, fonts())
    with canvas.decoration():
        canvas.draw_form(name, 0, 0)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(target.getvalue())
    page = document[0]
    image = page.render(scale=SIDE / 72).to_pil().convert("RGB")
    page.close()
    document.close()
    return image


def share_of_dark(image: Image.Image) -> float:
    """The share of dots that have at least 3:1 against white in grey (WCAG 1.4.11)."""
    histogram = image.convert("L").histogram()
    return sum(histogram[: _THREE_TO_ONE + 1]) / sum(histogram)


def share_of_lost_edges(image: Image.Image) -> float:
    """Of all places where two colours touch, the share where grey shows neither a step nor a dark outline between."""
    grey = image.convert("L")
    edges = lost = 0
    outline = grey.filter(ImageFilter.MinFilter(7))  # the darkest within 3 dots
    for across, down in ((4, 0), (0, 4)):
        moved = ImageChops.offset(image, across, down)
        steps = ImageChops.difference(image, moved)
        in_colour = max_of(steps).point(lambda step: 255 if step > 60 else 0)
        in_grey = ImageChops.difference(grey, moved.convert("L")).point(lambda step: 255 if step >= _CLEAR_STEP else 0)
        below = ImageChops.subtract(ImageChops.darker(grey, moved.convert("L")), outline)
        outlined = below.point(lambda step: 255 if step >= _CLEAR_STEP else 0)
        seen = ImageChops.lighter(in_grey, outlined)
        edges += in_colour.histogram()[255]
        lost += ImageChops.subtract(in_colour, seen).histogram()[255]
    return lost / edges if edges else 1.0


def max_of(image: Image.Image) -> Image.Image:
    """The strongest of the three colours at each dot."""
    red, green, blue = image.split()
    return ImageChops.lighter(red, ImageChops.lighter(green, blue))
