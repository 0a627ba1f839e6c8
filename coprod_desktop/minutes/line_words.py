"""The words that lines are made of: what stays whole, what is bold, and how wide each is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.typefaces import Typeface

GLUE = "\u00a0"
"""A space that no line breaks at; it is printed and read as an ordinary space."""

_ALWAYS_WHOLE = re.compile(
    "|".join(
        (
            r"(?:\b[A-Z]\w{4,} )?\b\d{1,2} [A-Z][a-z]{2,}\w*(?: \d{4}\b)?",  # Wednesday 4 November 2026
            r"\b\d{1,2}(?:[:.]\d{2})? [ap]m\b",  # 2:30 pm
            r"\+?\b\d{2,5}(?: \d{2,5}){1,4}\b",  # 0117 496 0123
            r"£\d[\d,.]*(?: (?:million|thousand|pence))",
        )
    )
)

KEEP_DAY_AND_YEAR = re.compile(r"\b\d{1,2} [A-Z]\w{2,} \d{4}\b")
KEEP_DAY = re.compile(r"\b\d{1,2} [A-Z]\w{2,}")

Piece = tuple[str, bool]
"""Some letters, and whether they are bold."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stay together, with the width at 1 pt and what it means for a line to end with them."""

    pieces: tuple[Piece, ...]
    width: float
    space: float
    letters: int
    weak_end: bool = False
    pause: bool = False
    is_phrase: bool = False


@dataclass
class WordFinder:
    """Finds the words of each sentence of one document.

    `protected` are names, dates and amounts that stay on one line; `bold_terms` become bold at their first use;
    `weak_ends` are small words ("the", "of") that a line should not end with.
    """

    fonts: Fonts
    protected: Iterable[str] = ()
    bold_terms: Iterable[str] = ()
    weak_ends: frozenset[str] = frozenset()
    _spans: list[str] = field(init=False)
    _terms: list[str] = field(init=False)

    def __post_init__(self) -> None:
        cleaned = (" ".join(self.fonts.drawable(words).split()) for words in self.protected)
        self._spans = sorted({words for words in cleaned if " " in words}, key=len, reverse=True)
        self._terms = [self.fonts.shaped(" ".join(self.fonts.drawable(term).split())) for term in self.bold_terms]

    def face(self, bold: bool) -> Typeface:
        return self.fonts.bold if bold else self.fonts.regular

    def glued(self, text: str) -> str:
        """The text as it will be printed, with glue inside names, dates and amounts."""
        text = self.fonts.drawable(text)
        for span in self._spans:
            if span in text:
                text = text.replace(span, span.replace(" ", GLUE))
        if " " in text and any(letter.isdigit() for letter in text):
            text = _ALWAYS_WHOLE.sub(lambda found: found[0].replace(" ", GLUE), text)
        return self.fonts.shaped(text.strip(" "))

    def pieces(self, text: str, *, bold: bool, with_terms: bool) -> list[Piece]:
        """The text in plain and bold pieces; a term is bold the first time it is met (ER-16)."""
        pieces: list[Piece] = [(text, bold)]
        if with_terms and not bold:
            for term in [term for term in self._terms if term]:
                found = re.search(_term_pattern(term), text, re.IGNORECASE)
                if found:
                    self._terms.remove(term)
                    pieces = [part for piece in pieces for part in _with_bold(piece, found[0])]
        return pieces

    def words(self, pieces: list[Piece]) -> list[Word]:
        return [self._word(parts) for parts in _split_at_spaces(pieces)]

    def unglued(self, word: Word, keeps: re.Pattern[str] | None = None) -> list[Word]:
        """The words inside a span that is too long to stay on one line; what `keeps` finds stays whole."""
        loose = [(text.replace(GLUE, " "), bold) for text, bold in word.pieces]
        if keeps is not None:
            loose = [(keeps.sub(lambda found: found[0].replace(" ", GLUE), text), bold) for text, bold in loose]
        return self.words(loose)

    def _word(self, parts: list[Piece]) -> Word:
        text = "".join([text for text, _ in parts])
        return Word(
            pieces=tuple(parts),
            width=sum([self.face(bold).width(part) for part, bold in parts]),
            space=self.face(parts[-1][1]).width(" "),
            letters=len(text),
            weak_end=text.lower() in self.weak_ends or text.isdigit(),
            pause=text[-1] in ",;:",
            is_phrase=GLUE in text,
        )


def _term_pattern(term: str) -> str:
    return rf"(?<!\w){re.escape(term)}(?:e?s)?(?!\w)".replace(r"\ ", f"[ {GLUE}]")


def _with_bold(piece: Piece, words: str) -> list[Piece]:
    text, is_bold = piece
    before, found, after = text.partition(words)
    if is_bold or not found:
        return [piece]
    return [part for part in ((before, False), (found, True), (after, False)) if part[0]]


def _split_at_spaces(pieces: list[Piece]) -> list[list[Piece]]:
    """Words, each as the pieces of one weight that it is made of."""
    words: list[list[Piece]] = [[]]
    for text, bold in pieces:
        for number, part in enumerate(text.split(" ")):
            if number:
                words.append([])
            if part:
                words[-1].append((part, bold))
    return [word for word in words if word]
