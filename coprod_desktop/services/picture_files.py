"""Picture files that a person chose: one photo, or a folder of symbols. They are read within bounds, not stored."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.domain.own_picture import LONGEST_ALT
from coprod_desktop.domain.text import tidy_word
from coprod_desktop.minutes.photo_reading import MOST_BYTES, PictureFault, PictureRefused, ReadPicture, read_symbol

MOST_SYMBOLS = 2000
"""The most symbols of one folder."""

_SYMBOL_ENDINGS = (".png", ".svg")

Tell = Callable[[int, int], None]
Stopped = Callable[[], bool]


def tell_nobody(_done: int, _total: int) -> None:
    """For whoever does not want to hear how far it is."""


def never() -> bool:
    """For whoever does not want to stop it."""
    return False


@dataclass(frozen=True, kw_only=True)
class FoundSymbol:
    """One symbol of a folder, read and not stored: what it is found by, what it shows, and its picture."""

    word: str
    alt: str
    read: ReadPicture = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class FoundSymbols:
    """What a folder of symbols holds; `left_out` are files that cannot be taken in, by name, with the reason."""

    symbols: tuple[FoundSymbol, ...]
    left_out: tuple[tuple[str, PictureFault], ...] = ()


def read_picture_file(path: Path) -> bytes:
    """The bytes of a file. Raises PictureRefused for one that cannot be read or is too large."""
    try:
        if not path.is_file():
            raise PictureRefused(PictureFault.NOT_READABLE)
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise PictureRefused(PictureFault.NOT_READABLE) from None
    if len(data) > MOST_BYTES:
        raise PictureRefused(PictureFault.TOO_LARGE)
    return data


def read_symbols(folder: Path, alt: str, tell: Tell, is_stopped: Stopped) -> FoundSymbols:
    """The PNG and SVG files of a folder, each under its name; `alt` is what they show, with a place for the `word`.

    `tell` hears how many files are read, of how many. Raises PictureRefused for no symbols or too many.
    """
    paths = _symbol_files(folder)
    found: dict[str, FoundSymbol] = {}
    left_out = []
    for number, path in enumerate(paths):
        tell(number, len(paths))
        if is_stopped():
            break
        try:
            symbol = _symbol_of(path, alt)
        except PictureRefused as refused:
            left_out.append((path.name, refused.fault))
        else:
            found[symbol.word] = symbol
    return FoundSymbols(symbols=tuple(found.values()), left_out=tuple(left_out))


def _symbol_of(path: Path, alt: str) -> FoundSymbol:
    word = tidy_word(path.stem)
    shown = alt.format(word=word)
    if not word or len(shown) > LONGEST_ALT:
        raise PictureRefused(PictureFault.NO_WORD)
    read = read_symbol(read_picture_file(path), is_svg=path.suffix.lower() == ".svg")
    return FoundSymbol(word=word, alt=shown, read=read)


def _symbol_files(folder: Path) -> list[Path]:
    try:
        files = sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in _SYMBOL_ENDINGS and not path.name.startswith(".") and path.is_file()
        )
    except (OSError, ValueError):
        raise PictureRefused(PictureFault.NOT_READABLE) from None
    if not files:
        raise PictureRefused(PictureFault.EMPTY_FOLDER)
    if len(files) > MOST_SYMBOLS:
        raise PictureRefused(PictureFault.TOO_MANY)
    return files
