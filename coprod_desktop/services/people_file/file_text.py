"""From the bytes of a file to its text: which character set it is in, or what it is if it is not text at all."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_BYTES: Final = 10_000_000
"""A list of 5,000 people has less than a tenth of this."""


class FileProblem(StrEnum):
    """Why a file cannot be read as a list of people."""

    CANNOT_READ = "cannot_read"
    EMPTY = "empty"
    SPREADSHEET = "spreadsheet"
    PICTURE = "picture"
    PDF = "pdf"
    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    NO_PEOPLE = "no_people"
    TOO_MANY_PEOPLE = "too_many_people"


class UnreadableFile(Exception):
    """A file that is no list of people; `problem` says why. It holds none of its words (DP-04)."""

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, kw_only=True)
class FileText:
    """The text of a file. `is_guessed`: the file does not say its letters; `others` are the texts it could be too."""

    text: str
    is_guessed: bool = False
    others: tuple[str, ...] = ()


_STARTS: Final = (
    (b"PK\x03\x04", FileProblem.SPREADSHEET),
    (b"\xd0\xcf\x11\xe0", FileProblem.SPREADSHEET),
    (b"%PDF", FileProblem.PDF),
    (b"\x89PNG", FileProblem.PICTURE),
    (b"\xff\xd8\xff", FileProblem.PICTURE),
    (b"GIF8", FileProblem.PICTURE),
    (b"BM", FileProblem.PICTURE),
    (b"II*\x00", FileProblem.PICTURE),
    (b"MM\x00*", FileProblem.PICTURE),
    (b"RIFF", FileProblem.PICTURE),
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_SETS: Final = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257")
"""Character sets of spreadsheets from before UTF-8, the likeliest for a British group first."""
_SIGN_IN_A_WORD: Final = re.compile(r"[^\W\d_][¡-¿×÷‚„†‡ˆ‰‹›˜™¤][^\W\d_]|(?<!\w)[¡-¿÷×][^\W\d_]{2}")
_LAST_RESORT: Final = "latin-1"
_SAMPLE: Final = 4_000
_MOST_ODD: Final = 0.02


def text_of(data: bytes) -> FileText:
    """The text of a file. Raises UnreadableFile if it is empty, too large or something else."""
    if len(data) > MOST_BYTES:
        raise UnreadableFile(FileProblem.TOO_LARGE)
    found = _decoded(data)
    if _is_odd(found.text):
        raise UnreadableFile(_kind_of(data))
    if _is_nothing(found.text):
        raise UnreadableFile(FileProblem.EMPTY)
    return found


def _decoded(data: bytes) -> FileText:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _wide_set(data)
    if encoding is not None:
        whole = _tried(data, encoding)
        return FileText(text=whole[0] if whole else data.decode(encoding, "replace"), is_guessed=not whole)
    utf_8 = _tried(data, "utf-8")
    return FileText(text=utf_8[0]) if utf_8 else _guessed(data)


def _wide_set(data: bytes) -> str | None:
    """UTF-16 without its mark: in a Western text nearly every second byte is nothing."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return None
    if sample[1::2].count(0) > half * 0.7 and sample[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def _guessed(data: bytes) -> FileText:
    """An old character set, by what is likely; the other texts that it could be come along."""
    kind = _kind_of(data)
    if kind is not FileProblem.NOT_TEXT:
        raise UnreadableFile(kind)
    from charset_normalizer import from_bytes  # only for files that are not UTF-8

    found = {match.encoding for match in from_bytes(data, cp_isolation=list(_OLD_SETS))}
    texts = [text for name in _OLD_SETS if name in found or name == _OLD_SETS[0] for text in _tried(data, name)]
    ordered = list(dict.fromkeys(sorted(texts, key=lambda text: len(_SIGN_IN_A_WORD.findall(text)))))
    if not ordered:
        ordered = [data.decode(_LAST_RESORT)]
    return FileText(text=ordered[0], is_guessed=True, others=tuple(ordered[1:]))


def _tried(data: bytes, encoding: str) -> tuple[str, ...]:
    try:
        return (data.decode(encoding),)
    except UnicodeDecodeError:
        return ()


def _kind_of(data: bytes) -> FileProblem:
    return next((kind for start, kind in _STARTS if data.startswith(start)), FileProblem.NOT_TEXT)


def _is_nothing(text: str) -> bool:
    return not any(letter.isprintable() and not letter.isspace() for letter in text)


def _is_odd(text: str) -> bool:
    """More than a few characters that no text has: NUL and its like, or what could not be read."""
    sample = text[: _SAMPLE * 10]
    odd = sum(letter == "\ufffd" or _is_control(letter) for letter in sample)
    return odd > max(20, len(sample) * _MOST_ODD)


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) == "Cc" and letter not in "\r\n\t"
