"""What is judged: pieces of text in reading order, with the names and the explained words of the group."""

from dataclasses import dataclass
from enum import Enum


class PieceKind(Enum):
    """What a piece of text is on the page."""

    HEADING = "heading"
    LABEL = "label"
    SENTENCE = "sentence"
    LIST_LINE = "list_line"
    CREDIT = "credit"
    """Words that a licence asks for: they are kept as its owner wrote them."""


@dataclass(frozen=True, kw_only=True)
class TextPiece:
    """One sentence, heading, label or line of a list, and where it stands.

    `block` numbers the picture block that holds it, None outside of blocks. `language` is empty where it is that of
    the whole. `is_own_words` is true for what a person said: it is found, but hardly anything in it blocks.
    """

    text: str
    place: str
    kind: PieceKind = PieceKind.SENTENCE
    block: int | None = None
    language: str = ""
    is_own_words: bool = False
    ref: str = ""

    @property
    def is_running_text(self) -> bool:
        """Whether it is a sentence or a line of a list, which must read as a sentence does."""
        return self.kind in (PieceKind.SENTENCE, PieceKind.LIST_LINE, PieceKind.CREDIT)


@dataclass(frozen=True, kw_only=True)
class Explained:
    """A hard word of the group's list and its meaning."""

    term: str
    means: str


@dataclass(frozen=True, kw_only=True)
class ReadingMatter:
    """A whole document, before it is laid out.

    `names` are those of people, groups and places. `explained` is the group's list, `used_terms` the words of it that
    this document explains, and `word_list` the lines of its list of words. `language` is a BCP 47 tag.
    """

    pieces: tuple[TextPiece, ...]
    names: tuple[str, ...] = ()
    explained: tuple[Explained, ...] = ()
    used_terms: tuple[str, ...] = ()
    word_list: tuple[str, ...] = ()
    language: str = "en-GB"
