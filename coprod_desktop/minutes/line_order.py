"""A line as it is drawn: words that run from right to left are placed letter by letter, in the order they are said."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from coprod_desktop.minutes.line_words import GLUE, Piece
from coprod_desktop.minutes.scripts import Span, clusters, in_languages, is_plain, language_of, stretches, unshaped
from coprod_desktop.minutes.typefaces import Typeface

Run = tuple[Typeface, str]
"""Letters that stand beside each other from left to right, with the font that draws them."""


_SPACES = f" {GLUE}"
_STEP_OF_A_SPACE = 50
_ROOM_OF_A_LAST_SPACE = 0.06
_SHADDA = "\u0651"
"""The sign of a doubled letter: it stands nearest to its letter, and vowel signs stand on it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run stands if not after the one before it: right of the start of the line, and up, at 1 pt."""

    x: float
    y: float = 0.0


@dataclass
class DrawnLine:
    """The runs of a line in reading order, and the places of those that stand elsewhere.

    Whoever reads the page in its own order gets the words as they are said; no tool has to turn them round.
    """

    runs: list[Run] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    places: dict[int, Place] = field(default_factory=dict)
    words: str = ""
    """The words as they are said, if there is more to them than their runs."""

    def add_forward(self, pieces: Iterator[Piece], face_of: Callable[[bool], Typeface], *, is_mixed: bool) -> float:
        """Words from left to right, and how wide they are; those in another script are marked with their language.

        In a line that is mixed with turned words they are placed letter by letter too: a reader that looks at
        whole lines would turn their signs and numbers round.
        """
        width = 0.0
        for words, bold in pieces:
            for part, language in in_languages(words):
                first = len(self.runs)
                for letters in part if is_mixed else [part]:
                    self.runs += face_of(bold).runs(letters)
                self._mark(first, language)
                width += face_of(bold).width(part)
        return width

    def add_turned(self, words: str, face: Typeface, start: float) -> float:
        """A stretch from right to left, and how wide it is: its first letter stands at its right end."""
        first, width = len(self.runs), face.width(words)
        left = start + width
        for cluster in clusters(words):
            left -= face.width(cluster)
            self._add_cluster(cluster, face, left)
        self._mark(first, language_of(unshaped(words)))
        self.places[len(self.runs)] = Place(start + width)
        return width

    def _add_cluster(self, cluster: str, face: Typeface, left: float) -> None:
        """A letter, its marks on it, and the space that follows to the left of it; or a number."""
        letters = cluster.rstrip(_SPACES)
        gap = face.width(cluster) - face.width(letters)
        is_marked = bool(letters[1:]) and all(unicodedata.combining(letter) for letter in letters[1:])
        self._add(letters[:1] if is_marked else letters, face, Place(left + gap))
        if is_marked:
            self._add_marks(letters, face, left + gap)
        if gap:
            self._add(" ", face, Place(left))

    def _add(self, letters: str, face: Typeface, place: Place) -> None:
        self.places[len(self.runs)] = place
        self.runs += face.runs(letters)

    def _add_marks(self, letters: str, face: Typeface, left: float) -> None:
        below, at = letters[0], (0.0, 0.0)
        own = face.runs(below)[0][0].marks
        for mark in sorted(letters[1:], key=lambda mark: mark != _SHADDA):
            on_mark = own.shift(mark, below) if below != letters[0] else None
            if on_mark:
                at = (at[0] + on_mark[0], at[1] + on_mark[1])
            else:
                at = own.shift(mark, letters[0]) or own.in_the_middle(mark, letters[0])
            self._add(mark, face, Place(left + at[0], at[1]))
            below = mark

    def add_last_space(self, face: Typeface, stretch: float | None) -> None:
        """The space that ends a line: at the left end of its last stretch, if that is where reading ends."""
        if stretch is not None:
            self.places[len(self.runs)] = Place(stretch - _ROOM_OF_A_LAST_SPACE)
        self.runs.append((face, " "))

    def _mark(self, first: int, language: str) -> None:
        if language:
            self.spans.append(Span(first, len(self.runs) - 1, language))


class Pen:
    """Writes down where the runs of one line stand, from its start."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._at = 0.0
        self._is_raised = False

    def moved_to(self, place: Place) -> str:
        """To the place of a run, and up or down for a mark."""
        step = round(place.x * self._size - self._at, 3)
        self._at += step
        rise = f" {place.y * self._size:.3f} Ts" if place.y or self._is_raised else ""
        self._is_raised = bool(place.y)
        return f"{step:.3f} 0 Td{rise}"

    @staticmethod
    def shown(codes: str, face: Typeface) -> str:
        """The letters; a lone space is drawn twice in one place, for some readers drop a thing of no size."""
        if codes != " ":
            return f"({codes}) Tj"
        back = face.width(" ") * 1000 - _STEP_OF_A_SPACE
        return f"[( ) {back:.0f} ( ) {_STEP_OF_A_SPACE}] TJ"

    def home(self) -> str:
        """Back to the start of the line, from where the next one is found."""
        return self.moved_to(Place(0.0))


def as_drawn(pieces: Sequence[Piece], face_of: Callable[[bool], Typeface], *, space_after: bool = True) -> DrawnLine:
    """The pieces of one line with their fonts and places; bold is kept in a turned stretch if all of it is bold."""
    text = "".join([words for words, _ in pieces])
    if is_plain(text):
        return DrawnLine([run for words, bold in pieces for run in face_of(bold).runs(words)])
    line = DrawnLine(words=unshaped(text).replace(GLUE, " "))
    place, width, before = 0, 0.0, 0.0
    turned = stretches(text)
    for start, end in turned:
        width += line.add_forward(_between(pieces, place, start), face_of, is_mixed=True)
        before = width
        part = list(_between(pieces, start, end))
        face = face_of(all(bold for _, bold in part))
        width += line.add_turned("".join(words for words, _ in part), face, width)
        place = end
    line.add_forward(_between(pieces, place, len(text)), face_of, is_mixed=bool(turned))
    if space_after:
        line.add_last_space(face_of(False), before if place == len(text) and place else None)
    return line


def _between(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    place = 0
    for words, bold in pieces:
        part = words[max(start - place, 0) : max(end - place, 0)]
        if part:
            yield part, bold
        place += len(words)
