"""What every rule is handed: the house lists, the document, and a way to tell a finding."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from coprod_desktop.words.findings import Finding
from coprod_desktop.words.hard_words import HardWords
from coprod_desktop.words.house_words import HouseWords
from coprod_desktop.words.reading_matter import ReadingMatter, TextPiece

_BLOCKS_OWN_WORDS = frozenset(("ER-08", "ER-15", "ER-18"))
"""Rules that what a person said must keep too: the words can be cut or explained and still be theirs."""


@dataclass(frozen=True, kw_only=True)
class Judging:
    """One document being judged. `names` are all words that are parts of names, in lower case."""

    house: HouseWords
    hard: HardWords
    matter: ReadingMatter
    names: frozenset[str]

    def tell(self, key: str, piece: TextPiece, text: str, *, is_blocking: bool = True, **values: str) -> Finding:
        """The finding worded under `key`, which begins with the id of its rule; `text` is what it is about."""
        rule = key.split()[0]
        message, mend = self.house.told(key, **values)
        return Finding(
            rule=rule,
            place=piece.place,
            message=message,
            mend=mend,
            is_blocking=is_blocking and (not piece.is_own_words or rule in _BLOCKS_OWN_WORDS),
            text=text,
            ref=piece.ref,
        )


PieceCheck = Callable[[TextPiece, Judging], Iterator[Finding]]
"""A rule that looks at one piece of text at a time."""

WholeCheck = Callable[[Judging], Iterator[Finding]]
"""A rule that looks at the whole document."""

Checks = Mapping[str, PieceCheck]
"""Rules by their names, as easyread_templates/rules.en.json knows them."""
