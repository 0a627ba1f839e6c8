"""The letters of the printed pages: which fonts, how wide words are, and what a font cannot draw."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import fontpkg_arimo
import fontpkg_atkinson_hyperlegible

from coprod_desktop.minutes import scripts
from coprod_desktop.minutes.letter_names import with_names
from coprod_desktop.minutes.spare_fonts import bold_file
from coprod_desktop.minutes.system_fonts import SystemFont, fonts_of_this_system
from coprod_desktop.minutes.tidy_letters import tidied
from coprod_desktop.minutes.typefaces import SpareFaces, Typeface, registered

ARIMO = "Arimo"
ATKINSON = "Atkinson Hyperlegible"


@dataclass(frozen=True)
class Fonts:
    """The regular and the bold face that a document is set in, and what they can draw."""

    regular: Typeface
    bold: Typeface

    def missing(self, text: str) -> set[str]:
        """The letters of this text that would not be printed as they are."""
        if text.isascii():
            return set()
        tidy = tidied(text)
        return self.regular.missing(tidy) | self.bold.missing(tidy)

    def drawable(self, text: str) -> str:
        """The same text with nothing in it that a font cannot draw; a letter that none has is spelt out (PDF-14)."""
        if text.isascii() and text.isprintable():
            return text
        tidy = tidied(text)
        missing = self.regular.missing(tidy) | self.bold.missing(tidy)
        if not missing:
            return tidy
        plain = {letter: self._plain(letter) for letter in missing}
        lost = {letter for letter in missing if plain[letter] == letter}
        return with_names(tidy, lost).translate({ord(letter): stand_in for letter, stand_in in plain.items()})

    def shaped(self, text: str) -> str:
        """Drawable text with Arabic letters in the shapes that they take beside each other."""
        joined = scripts.shaped(text)
        if joined is text:
            return text
        missing = self.regular.missing(joined) | self.bold.missing(joined)
        return joined.translate({ord(letter): scripts.unshaped(letter) for letter in missing})

    def _plain(self, letter: str) -> str:
        """What stands for this letter in a plainer alphabet; the letter itself if nothing does."""
        parts = unicodedata.normalize("NFKD", letter)
        return "".join(part for part in parts if self.regular.covers(part) and self.bold.covers(part)) or letter


def missing_letters(
    text: str, cache_folder: Path, *, system_fonts: Sequence[SystemFont] | None = None
) -> tuple[str, ...]:
    """The letters of a text that no font has, in order, each once; for asking while somebody types."""
    if text.isascii():
        return ()
    face = _regular(cache_folder, system_fonts)
    tidy = tidied(text)
    missing = face.missing(tidy)
    return tuple(dict.fromkeys(letter for letter in tidy if letter in missing))


def only_fonts_of_the_system_have(text: str) -> bool:
    """Whether the fonts that the program brings lack every letter of a text that can be seen."""
    brought = _regular(Path(), ())  # a regular font is used as it is: nothing is made in a folder
    return not any(brought.covers(letter) for letter in text if not letter.isspace())


def load_fonts(cache_folder: Path, family: str = ARIMO, *, system_fonts: Sequence[SystemFont] | None = None) -> Fonts:
    """The fonts of a family, ready to print; Arimo stands in where Atkinson Hyperlegible lacks a letter (ER-02).

    `system_fonts` are asked for Chinese, Japanese and Korean letters: those of this computer if none are given.
    """
    regular = _regular(cache_folder, system_fonts)
    bold_arimo = registered("Arimo-Bold", bold_file(_arimo(), cache_folder, "Arimo"))
    bold = Typeface(bold_arimo, spares=_spares(cache_folder, system_fonts, is_bold=True))
    if family != ATKINSON:
        return Fonts(regular, bold)
    files = fontpkg_atkinson_hyperlegible.ROOT / "files"
    return Fonts(
        Typeface(registered("AtkinsonHyperlegible", _only(files.glob("*-Regular.ttf"))), fallback=regular),
        Typeface(registered("AtkinsonHyperlegible-Bold", _only(files.glob("*-Bold.ttf"))), fallback=bold),
    )


def _regular(cache_folder: Path, system_fonts: Sequence[SystemFont] | None) -> Typeface:
    return Typeface(registered("Arimo", _arimo()), spares=_spares(cache_folder, system_fonts, is_bold=False))


def _spares(cache_folder: Path, system_fonts: Sequence[SystemFont] | None, *, is_bold: bool) -> SpareFaces:
    places = fonts_of_this_system() if system_fonts is None else system_fonts
    return SpareFaces(cache_folder, is_bold=is_bold, system_fonts=places)


def _arimo() -> Path:
    return Path(fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf")


def _only(files: Iterable[Path]) -> Path:
    (one,) = files
    return one
