"""Which words are names: those handed in, and those with a capital letter inside a sentence."""

from collections.abc import Iterable

from coprod_desktop.words.reading_matter import PieceKind, TextPiece
from coprod_desktop.words.text_parts import plain, starts_sentence, words_in, words_of

_CALENDAR = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march")
    + ("april", "may", "june", "july", "august", "september", "october", "november", "december")
)


def name_words(names: Iterable[str], pieces: Iterable[TextPiece]) -> frozenset[str]:
    """Every word that is a part of a name, in lower case; days and months are among them.

    A name at the start of a sentence is known by another place, where its capital letter cannot be anything else.
    """
    known = {plain(word) for name in names for word in words_of(name) if word[:1].isupper() or not word.isascii()}
    for piece in pieces:
        if piece.kind is not PieceKind.HEADING:
            known |= _written_as_names(piece.text)
    return frozenset(known | _CALENDAR)


def _written_as_names(text: str) -> set[str]:
    return {
        plain(word[0])
        for word in words_in(text)
        if word[0][:1].isupper() and not word[0].isupper() and not starts_sentence(text, word.start())
    }
