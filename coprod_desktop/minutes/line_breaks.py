"""Where lines end: no word is split, names and dates stay whole, and lines break at sense (ER-06, ER-07)."""

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.minutes.line_order import DrawnLine, as_drawn
from coprod_desktop.minutes.line_words import GLUE, KEEP_DAY, KEEP_DAY_AND_YEAR, Piece, Word, WordFinder
from coprod_desktop.minutes.typefaces import Typeface

_NO_LIMIT = 10**9
_GOOD_PLACES_TO_CUT = "/@._"
_FEWEST_LETTERS_LEFT = 3
"""A letter alone on the next line is hard to add to its word."""
_HYPHEN = "-"
"""No line is cut after one: readers would take the word to go on without it."""
_LINE_COST = 1000.0
_LONE_WORD_COST = 1.5
_LONE_START_COST = 0.25
_WEAK_END_COST = 0.35
_PAUSE_GAIN = 0.12
_SHORT_LAST_LINE = 0.15
_ALMOST = 1e-6


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its pieces with their fonts, its width at 1 pt, and whether a space follows in reading.

    `drawn` says which pieces are in another language, or stand elsewhere than after the piece before them.
    """

    runs: tuple[tuple[Typeface, str], ...]
    width: float
    space_after: bool = True
    drawn: DrawnLine | None = None

    @property
    def text(self) -> str:
        """The words in the order they are said."""
        said = self.drawn.words if self.drawn else ""
        return said or "".join(text for _, text in self.runs).replace(GLUE, " ")


@dataclass(frozen=True)
class Column:
    """How wide a line may be, in type sizes and in letters, and whether its lines should be equally long."""

    width: float
    most_letters: int = _NO_LIMIT
    balanced: bool = True

    def holds(self, word: Word) -> bool:
        return word.width <= self.width + _ALMOST and word.letters <= self.most_letters


class LineBreaker:
    """Breaks the sentences of one document into lines."""

    def __init__(self, finder: WordFinder) -> None:
        self._finder = finder
        face = finder.face(bold=False)
        self.cap_height, self.descent = face.cap_height, face.descent

    def line(self, text: str, *, bold: bool = False) -> Line:
        """The text as one line, however long."""
        text = self._shaped(text)
        return self._set([(text, bold)], self._finder.face(bold).width(text))

    def widest_word(self, text: str, *, bold: bool = False) -> float:
        """The width at 1 pt of the longest word that no space divides."""
        face = self._finder.face(bold)
        return max([face.width(word) for word in self._shaped(text).split()], default=0.0)

    def _shaped(self, text: str) -> str:
        fonts = self._finder.fonts
        return fonts.shaped(fonts.drawable(text))

    def lines(self, text: str, column: Column, *, bold: bool = False, with_terms: bool = False) -> tuple[Line, ...]:
        """The fewest lines that hold the text, broken where it reads best; no text gives no lines."""
        glued = self._finder.glued(text)
        pieces = self._finder.pieces(glued, bold=bold, with_terms=with_terms)
        face = self._finder.face(bold)
        if len(pieces) == 1 and len(glued) <= column.most_letters and "  " not in glued:
            width = face.width(glued) if len(glued) < 200 else _NO_LIMIT
            if width <= column.width:
                return (self._set(pieces, width),) if glued else ()
        return tuple(self._broken(self._finder.words(pieces), column))

    def _broken(self, words: list[Word], column: Column) -> list[Line]:
        lines: list[Line] = []
        waiting: list[Word] = []
        for word in self._holdable(words, column):
            if column.holds(word):
                waiting.append(word)
                continue
            lines += self._best(waiting, column)
            *full, last = self._forced(word, column)
            lines += [self._line([part], space_after=False) for part in full]
            waiting = [last]
        return lines + self._best(waiting, column)

    def _holdable(self, words: list[Word], column: Column) -> list[Word]:
        held: list[Word] = []
        for word in words:
            held += [word] if column.holds(word) else self._unglued(word, column)
        return held

    def _unglued(self, word: Word, column: Column) -> list[Word]:
        """The words of a name or date that no line holds; the day stays with its month and year if they fit."""
        for keeps in (KEEP_DAY_AND_YEAR, KEEP_DAY, None):
            words = self._finder.unglued(word, keeps)
            if all(column.holds(part) for part in words):
                break
        return words

    def _forced(self, word: Word, column: Column) -> list[Word]:
        """A word longer than a line, in parts that fill a line each."""
        parts: list[Word] = []
        for text, bold in word.pieces:
            face = self._finder.face(bold)
            for part in _cut(text, face, column):
                parts.append(Word(((part, bold),), face.width(part), face.width(" "), len(part)))
        return parts

    def _best(self, words: list[Word], column: Column) -> list[Line]:
        ends = _best_ends(words, column)
        return [self._line(words[start:end]) for start, end in zip([0, *ends], ends, strict=False)]

    def _line(self, words: Sequence[Word], *, space_after: bool = True) -> Line:
        width = sum([word.width + word.space for word in words]) - words[-1].space
        return self._set(_merged(words), width, space_after=space_after)

    def _set(self, pieces: list[Piece], width: float, *, space_after: bool = True) -> Line:
        drawn = as_drawn(pieces, self._finder.face, space_after=space_after)
        return Line(tuple(drawn.runs), width, space_after, drawn if drawn.words else None)


def _merged(words: Sequence[Word]) -> list[Piece]:
    """The words with spaces between them, in pieces of one weight."""
    merged: list[Piece] = []
    for number, word in enumerate(words):
        if number:
            merged[-1] = (merged[-1][0] + " ", merged[-1][1])
        for text, bold in word.pieces:
            if merged and merged[-1][1] == bold:
                merged[-1] = (merged[-1][0] + text, bold)
            else:
                merged.append((text, bold))
    return merged


def _cut(text: str, face: Typeface, column: Column) -> list[str]:
    parts: list[str] = []
    start = 0
    while start < len(text):
        end = _reach(text, start, face, column)
        if end < len(text):
            places = [text.rfind(place, start + (end - start) * 2 // 3, end) for place in _GOOD_PLACES_TO_CUT]
            end = max(places) + 1 if max(places) >= 0 else end
            end = max(min(end, len(text) - _FEWEST_LETTERS_LEFT), start + 1)
            end -= text[end - 1] == _HYPHEN and end > start + 1
        parts.append(text[start:end])
        start = end
    return parts


def _reach(text: str, start: int, face: Typeface, column: Column) -> int:
    used, end = 0.0, start
    while end < len(text) and end - start < column.most_letters:
        used += face.letter_width(text[end])
        if used > column.width and end > start:
            break
        end += 1
    return end


def _best_ends(words: Sequence[Word], column: Column) -> list[int]:
    """After which words lines end, so that the whole costs least: few lines, even lines, no lone last word."""
    count = len(words)
    costs = [0.0] * (count + 1)
    ends = [count] * (count + 1)
    for first in range(count - 1, -1, -1):
        costs[first] = float("inf")
        width, letters = -words[first].space, -1
        for after in range(first + 1, count + 1):
            word = words[after - 1]
            width += word.width + word.space
            letters += word.letters + 1
            if after > first + 1 and (width > column.width + _ALMOST or letters > column.most_letters):
                break
            cost = costs[after] + _cost(words, first, after, width / column.width, column.balanced)
            if cost < costs[first]:
                costs[first], ends[first] = cost, after
    return _followed(ends)


def _followed(ends: list[int]) -> list[int]:
    found: list[int] = []
    place = 0
    while place < len(ends) - 1:
        place = ends[place]
        found.append(place)
    return found


def _cost(words: Sequence[Word], first: int, after: int, filled: float, balanced: bool) -> float:
    slack = (1 - filled) ** 2
    if after < len(words):
        last = words[after - 1]
        lone = after - first == 1 and not last.is_phrase
        return _LINE_COST + slack + _WEAK_END_COST * last.weak_end + _LONE_START_COST * lone - _PAUSE_GAIN * last.pause
    is_one_word = after - first == 1 and not words[first].is_phrase
    lone = first > 0 and (is_one_word or filled < _SHORT_LAST_LINE)
    return _LINE_COST + _LONE_WORD_COST * lone + (slack / 2 if balanced else 0.0)
