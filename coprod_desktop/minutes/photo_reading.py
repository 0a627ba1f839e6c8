"""Reads photos and symbols from files: upright, no larger than needed, and without what a camera wrote into them."""

import io
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 50_000_000
"""The largest photo file that is read: 50 MB."""

MOST_SYMBOL_BYTES = 2_000_000
"""The largest symbol file that is read: 2 MB."""

MOST_SHAPES = 5_000
"""The most shapes of a symbol: more take seconds to draw, on each page."""

LONGEST_SIDE = 1200
"""The longest side of a photo as it is kept, in dots: enough for 60 mm at 500 dots an inch."""

SHARP_DPI = 200
"""The fewest dots an inch of a photo on a page (ER-26)."""

USUAL_MM = 60.0
"""The largest picture of an easy-read page, in millimetres (ER-26)."""

_SVG, _LINKS = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_NOT_DRAWN = ("title", "desc", "metadata")
_MOST_DOTS = 80_000_000
_JPEG_QUALITY = 88
_FORMATS = ("JPEG", "PNG", "WEBP")
_LOADING = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<script|<image|<foreignObject|<text|@import|<iframe|<style[^>]*>[^<]*@",
    re.IGNORECASE,
)
_LINK = re.compile(rb"(?:href\s*=\s*[\"']\s*(?!#)|url\(\s*[\"']?\s*(?!#))", re.IGNORECASE)


class PictureFault(StrEnum):
    """Why a photo or symbol cannot be taken in; the screens have plain words for each."""

    NOT_READABLE = "not_readable"
    NOT_A_PICTURE = "not_a_picture"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    UNSAFE = "unsafe"
    NO_WORD = "no_word"
    EMPTY_FOLDER = "empty_folder"
    TOO_MANY = "too_many"
    NAMES_SOMEBODY = "names_somebody"


class PictureRefused(Exception):
    """A photo or symbol that cannot be taken in; nothing was stored. `fault` says why."""

    def __init__(self, fault: PictureFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, kw_only=True)
class ReadPicture:
    """A picture as it is kept: its bytes and its sides in dots."""

    media_type: str
    data: bytes = field(repr=False)
    width: int
    height: int

    @property
    def sharp_to_mm(self) -> float:
        """How long its longest side may be printed and still have SHARP_DPI dots an inch, in millimetres."""
        return max(self.width, self.height) / SHARP_DPI * 25.4

    @property
    def is_sharp(self) -> bool:
        """Whether it is sharp at the largest size that a page has."""
        return self.sharp_to_mm >= USUAL_MM


def read_photo(data: bytes) -> ReadPicture:
    """A photo as JPEG: turned upright, made smaller, and nothing kept of where and when it was taken.

    Raises PictureRefused for what is no JPEG, PNG or WebP, is damaged, or would need too much room.
    """
    photo = _plain(_opened(data))
    written = io.BytesIO()
    photo.save(written, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return ReadPicture(media_type="image/jpeg", data=written.getvalue(), width=photo.width, height=photo.height)


def read_symbol(data: bytes, *, is_svg: bool) -> ReadPicture:
    """A symbol: a PNG is kept as PNG on white, an SVG as it is. Raises PictureRefused, also for an SVG that loads more.

    Words inside a symbol are refused with the rest, as a page has no pictures of text (PDF-20).
    """
    if is_svg:
        return _read_svg(data)
    symbol = _plain(_opened(data))
    written = io.BytesIO()
    symbol.save(written, "PNG", optimize=True)
    return ReadPicture(media_type="image/png", data=written.getvalue(), width=symbol.width, height=symbol.height)


def _opened(data: bytes) -> "Image":
    from PIL import Image

    if len(data) > MOST_BYTES:
        raise PictureRefused(PictureFault.TOO_LARGE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureRefused(PictureFault.TOO_LARGE) from None
    except Exception:  # a damaged file makes Pillow raise almost anything
        raise PictureRefused(PictureFault.NOT_A_PICTURE) from None
    if picture.width * picture.height > _MOST_DOTS:
        raise PictureRefused(PictureFault.TOO_LARGE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))  # a JPEG is read no larger than needed
            picture.load()
            return _upright(picture)
    except MemoryError:
        raise PictureRefused(PictureFault.TOO_LARGE) from None
    except Exception:  # as above
        raise PictureRefused(PictureFault.DAMAGED) from None


def _upright(picture: "Image") -> "Image":
    """Turned as the camera was held; as it is where what the camera wrote cannot be read."""
    from PIL import ImageOps

    try:
        return ImageOps.exif_transpose(picture)
    except Exception:  # damaged notes of a camera make Pillow raise almost anything
        return picture


def _plain(picture: "Image") -> "Image":
    """The dots alone, on white, in plain colours and no larger than needed; no metadata goes with them."""
    from PIL import Image

    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    seen = picture.convert("RGBA")
    plain = Image.new("RGB", seen.size, (255, 255, 255))
    plain.paste(seen, mask=seen.getchannel("A"))
    return plain


def _read_svg(data: bytes) -> ReadPicture:
    from svglib.svglib import svg2rlg

    if len(data) > MOST_SYMBOL_BYTES:
        raise PictureRefused(PictureFault.TOO_LARGE)
    if _LOADING.search(data) or _LINK.search(data):
        raise PictureRefused(PictureFault.UNSAFE)
    try:
        plain = _plain_svg(data)
        drawing: Any = svg2rlg(io.StringIO(plain))
        width, height = float(drawing.width), float(drawing.height)
    except PictureRefused:
        raise
    except Exception:  # svglib raises almost anything for a file that is no drawing
        raise PictureRefused(PictureFault.NOT_A_PICTURE) from None
    if not (0 < width < 1e5 and 0 < height < 1e5):
        raise PictureRefused(PictureFault.DAMAGED)
    return ReadPicture(media_type="image/svg+xml", data=plain.encode(), width=round(width), height=round(height))


def _plain_svg(data: bytes) -> str:
    """The drawing alone: no comments, no names of makers or of folders, and nothing that a program would run."""
    root = ElementTree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", data.decode("utf-8-sig")))
    if _shapes(root, {one.get("id", ""): one for one in root.iter()}, ()) > MOST_SHAPES:
        raise PictureRefused(PictureFault.TOO_LARGE)
    for parent in list(root.iter()):
        for name in [name for name in parent.attrib if not _is_drawing(name) or name.lower().startswith("on")]:
            del parent.attrib[name]
        for child in [
            child for child in parent if not _is_drawing(child.tag) or child.tag.rpartition("}")[2] in _NOT_DRAWN
        ]:
            parent.remove(child)
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(root, encoding="unicode")


def _shapes(part: ElementTree.Element, by_id: Mapping[str, ElementTree.Element], inside: tuple[str, ...]) -> int:
    """How many shapes are drawn, those that are used again counted again; it stops counting where it is too many."""
    count = 1
    used = next((value for name, value in part.attrib.items() if name.endswith("href")), "").removeprefix("#")
    again = [by_id[used]] if used in by_id and used not in inside else []
    for child in (*part, *again):
        if count <= MOST_SHAPES:
            count += _shapes(child, by_id, (*inside, used) if child in again else inside)
    return count


def _is_drawing(name: str) -> bool:
    """Whether a tag or an attribute belongs to a drawing, and not to the program that made it."""
    return not name.startswith("{") or name.startswith((f"{{{_SVG}}}", f"{{{_LINKS}}}"))
