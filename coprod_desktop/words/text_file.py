"""Rules about a plain-text file: what a screen reader or a braille printer can use (PT-01 to PT-08)."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from coprod_desktop.words.findings import Finding
from coprod_desktop.words.house_words import HouseWords
from coprod_desktop.words.text_parts import quoted

_JOINERS = "\u200c\u200d"
_LOOKS_ALIKE = " .,;:!?'\"()-+/&@#%*=_~^[]{}<>|\\$`£€–—‘’“”…·°¿¡«»′″№§©®™½¼¾²³¹×÷"
_DRAWN = re.compile(r"([=_*~#+^<>|.\-])\1{3,}")
_TABLE = re.compile(r"\S\s*\|\s*\S|\S {3,}\S")
_LIST_MARK = re.compile(r"^(?:[-–—•*·‣◦▪►>]\s*|\d+[.)] )")
_NUMBERED = re.compile(r"^\d+[.)] ")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"'’][.!?]) (?=[A-Z][a-z]* |[A-Z][a-z]+)")
_SHORT_END = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|St|Cllr|No|Nos|e\.g|i\.e|vs|approx|etc)\.$")
_END_MARKS = ".!?…。！？؟।:;,\"'”’)]"
_HIDDEN_NAMES = {"\t": "tab", "\u00a0": "fixed space", "\u202f": "fixed space", "\ufeff": "byte mark"}


@dataclass(frozen=True, kw_only=True)
class TextFile:
    """A plain-text file and what it must hold.

    `headings` are those of its parts with their numbers, `top` what must stand in the first lines, `proposers` how
    the line of each decision begins, and `own_words` what people wrote and are called: their own signs may stand there.
    `answers` are the ends of lines that ask and answer in one ("Is this right? Yes, No, Talk to me.", ER-38).
    """

    text: str
    headings: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    proposers: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    end: str = "End of minutes"
    picture_label: str = "Picture"
    has_picture_words: bool = False

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


FileCheck = Callable[[TextFile], Iterator[tuple[str, int, Mapping[str, str]]]]
"""Gives the key of a telling, the number of a line from 0, and what fills the telling in."""


def plain_text_findings(file: TextFile, house: HouseWords) -> tuple[Finding, ...]:
    """What breaks a rule of plain text, in the order of the lines."""
    lines = file.lines
    found = [(at, key, values) for check in FILE_CHECKS.values() for key, at, values in check(file)]
    return tuple(_finding(key, at, lines, values, house) for at, key, values in sorted(found, key=lambda one: one[0]))


def bytes_findings(data: bytes, house: HouseWords) -> tuple[Finding, ...]:
    """PT-01: whether the file can be read as UTF-8 at all."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        at = data[: fault.start].count(b"\n")
        return (_finding("PT-01 utf-8", at, [], {}, house),)
    return ()


def no_hidden_letters(file: TextFile) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """PT-01: no tabs, no spaces at the end of a line, nothing that nobody can see but the joiners of a script."""
    for at, line in enumerate(file.lines):
        hidden = next((letter for letter in line if _is_hidden(letter)), None)
        if hidden is not None:
            yield "PT-01", at, {"what": _HIDDEN_NAMES.get(hidden, "mark")}
        elif line != line.rstrip():
            yield "PT-01", at, {"what": "space at its end"}


def one_sentence_a_line(file: TextFile) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """PT-02: each sentence is one line, and no line is cut."""
    lines, kept = file.lines, (*file.headings, *file.top)
    for at, line in enumerate(lines):
        count = _sentence_count(line)
        is_asked = bool(file.answers) and line.endswith(file.answers)
        if count > 1 and not is_asked and not _LIST_MARK.match(line) and line not in kept:
            yield "PT-02 sentences", at, {"count": str(count), "quote": quoted(line)}
    for at, (line, after) in enumerate(pairwise(lines)):
        is_cut = line and line[-1] not in _END_MARKS and after[:1].islower() and len(line.split()) > 1
        if is_cut and not _LIST_MARK.match(line) and line not in kept:
            yield "PT-02 wrapped", at, {"quote": quoted(line)}


def empty_lines(file: TextFile) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """PT-02: one empty line between blocks, two before a heading."""
    lines, empty = file.lines, 0
    headings = frozenset(file.headings)
    for at, line in enumerate(lines):
        if not line:
            empty += 1
            continue
        wanted = 2 if line in headings else 1
        if empty and empty != wanted and not (empty == 2 and _NUMBERED.match(line) and not headings):
            yield "PT-02 blank", at, {"count": str(empty), "wanted": str(wanted)}
        elif not empty and line in headings and at:
            yield "PT-02 blank", at, {"count": "0", "wanted": "2"}
        empty = 0


def headings_in_words(file: TextFile) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """PT-03: each heading stands in words on its own line, with no signs about it and not in capitals."""
    lines = file.lines
    for at, line in enumerate(lines):
        letters = [letter for letter in line if letter.isalpha()]
        is_shouted = len(letters) > 5 and line.isupper() and line not in file.own_words
        if re.match(r"#+ |={2,}|\*{2,}", line) or is_shouted:
            yield "PT-03", at, {"quote": quoted(line)}
    for heading in file.headings:
        if heading not in lines:
            yield "PT-03 missing", 0, {"quote": quoted(heading)}


def no_drawing(file: TextFile) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """PT-04: no tables, drawings or emoji, but for signs that people wrote in their own names and words."""
    own = set("".join(file.own_words))
    for at, line in enumerate(file.lines):
        mark = next((letter for letter in line if not _is_for_text(letter) and letter not in own), None)
        drawn = _DRAWN.search(line)
        if mark is not None:
            yield "PT-04", at, {"mark": mark}
        elif drawn and drawn[0] not in "\n".join(file.own_words):
            yield "PT-04", at, {"mark": drawn[0][:4]}
        elif _TABLE.search(line) and line not in file.own_words:
            yield "PT-04 table", at, {"quote": quoted(line)}


def lists_with_counts(file: TextFile) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """PT-05: a list line starts with "- " or a number, and the line before the list says how many there are."""
    lines = file.lines
    for at, line in enumerate(lines):
        marked = _LIST_MARK.match(line)
        if marked and not line.startswith("- ") and not _NUMBERED.match(line):
            yield "PT-05 mark", at, {"mark": marked[0].strip()}
        if line.startswith("- ") and not (at and lines[at - 1].startswith("- ")):
            before = _paragraph_before(lines, at)
            count = next((number for number, one in enumerate(lines[at:]) if not one.startswith("- ")), 1)
            if not re.search(r"\d", before):
                yield "PT-05", at, {"quote": quoted(before or line), "count": str(count)}


def no_picture_words(file: TextFile) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """PT-06: what pictures show is told only when somebody asked for it."""
    for at, line in enumerate(file.lines):
        if line.startswith(f"{file.picture_label}: ") and not file.has_picture_words and line not in file.own_words:
            yield "PT-06", at, {}


def top_and_end(file: TextFile) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """PT-07: the top says what this is, the last line that it ends."""
    lines = [line for line in file.lines if line]
    for told in file.top:
        if told not in lines:
            yield "PT-07", 0, {"what": told}
    if not lines or lines[-1] != file.end:
        yield "PT-07 end", max(len(file.lines) - 2, 0), {"end": file.end}


def proposer_in_words(file: TextFile) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """PT-08: each decision says in words whose idea it was."""
    left = file.lines
    for told in file.proposers:
        found = next((line for line in left if line.startswith(told)), None)
        if found is None:
            yield "PT-08", 0, {}
        else:
            left.remove(found)


FILE_CHECKS: Final[Mapping[str, FileCheck]] = {
    "no_hidden_letters": no_hidden_letters,
    "one_sentence_a_line": one_sentence_a_line,
    "empty_lines": empty_lines,
    "headings_in_words": headings_in_words,
    "no_drawing": no_drawing,
    "lists_with_counts": lists_with_counts,
    "no_picture_words": no_picture_words,
    "top_and_end": top_and_end,
    "proposer_in_words": proposer_in_words,
}
"""The checks of a plain-text file by their names."""


def _finding(key: str, at: int, lines: list[str], values: Mapping[str, str], house: HouseWords) -> Finding:
    message, mend = house.told(key, **values)
    text = lines[at] if at < len(lines) and lines[at] else message
    place = house.phrase("place in a text file", number=str(at + 1))
    return Finding(rule=key.split()[0], place=place, message=message, mend=mend, is_blocking=True, text=text)


def _paragraph_before(lines: list[str], at: int) -> str:
    """The lines that lead to a list: those above it without an empty line between, or the last ones before one."""
    end = at
    while end and not lines[end - 1]:
        end -= 1
    start = end
    while start and lines[start - 1]:
        start -= 1
    return " ".join(lines[start:end])


def _is_hidden(letter: str) -> bool:
    if letter in _JOINERS:
        return False
    return letter in "\u00a0\u202f" or unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _is_for_text(letter: str) -> bool:
    category = unicodedata.category(letter)
    return (
        category[0] in "LMN"
        or category in ("Zs", "Cc", "Cf", "Pd", "Po", "Ps", "Pe", "Pi", "Pf", "Sc")
        or letter in _LOOKS_ALIKE
    )


def _sentence_count(line: str) -> int:
    ends: Iterable[re.Match[str]] = _SENTENCE_END.finditer(line)
    return 1 + sum(not _SHORT_END.search(line[: end.start()]) for end in ends)
