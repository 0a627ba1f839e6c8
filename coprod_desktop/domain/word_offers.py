"""Which words of the group's list stand in a text, and which of them somebody has begun to type (R16)."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.domain.shared_words import folded_words, is_in_word, root

FEWEST_LETTERS: Final = 3
"""So many letters are typed before a word is offered."""

MOST_OFFERED: Final = 3

_LOOKS_BACK: Final = 80
"""So many characters before the place of typing can belong to a word of several words."""


@dataclass(frozen=True, kw_only=True)
class OfferedTerm:
    """A word that somebody has begun: taking it puts `term` in place of what stands from `start` on."""

    term: str
    start: int


class OfferedList:
    """The words of a group, made ready to be looked up at each key; accents, capitals and plurals do not matter."""

    def __init__(self, words: Iterable[ExplainedWord] = ()) -> None:
        self.words = tuple(words)
        told = [word for word in self.words if word.term.strip() and word.means.strip()]
        self._by_first: dict[str, list[tuple[tuple[str, ...], ExplainedWord]]] = {}
        for word in told:
            roots = _roots(word.term)
            if roots:
                self._by_first.setdefault(roots[0], []).append((roots, word))
        self._begun = sorted((" ".join(folded_words(word.term)), word.term) for word in told)

    def words_in(self, text: str) -> tuple[ExplainedWord, ...]:
        """The words that stand in a text, each once, in the order in which they first stand there."""
        if not self._by_first:
            return ()
        roots, found = _roots(text), dict[str, ExplainedWord]()
        for place, first in enumerate(roots):
            for wanted, word in self._by_first.get(first, ()):
                if roots[place : place + len(wanted)] == wanted:
                    found.setdefault(word.term, word)
        return tuple(found.values())

    def offers(self, text: str, place: int) -> tuple[OfferedTerm, ...]:
        """The words that what is typed up to `place` begins; none in the middle of a word, and none that is there."""
        if not self._begun or text[place : place + 1].strip() and is_in_word(text[place]):
            return ()
        for start in _word_starts(text, place):
            letters = " ".join(folded_words(text[start:place]))
            found = self._beginning_with(letters) if len(letters) >= FEWEST_LETTERS else []
            if found:
                return tuple(OfferedTerm(term=_cased(term, text[start]), start=start) for term in found)
        return ()

    def _beginning_with(self, letters: str) -> list[str]:
        found: list[str] = []
        for folded, term in self._begun[bisect_left(self._begun, (letters,)) :]:
            if not folded.startswith(letters) or len(found) == MOST_OFFERED:
                break
            if folded != letters:
                found.append(term)
        return found


def _roots(text: str) -> tuple[str, ...]:
    return tuple(map(root, folded_words(text)))


def _word_starts(text: str, place: int) -> list[int]:
    """Where the words begin that end at `place`, the longest run of words first; none after a space."""
    if not place or not is_in_word(text[place - 1]):
        return []
    first = max(0, place - _LOOKS_BACK)
    return [at for at in range(first, place) if is_in_word(text[at]) and (at == 0 or not is_in_word(text[at - 1]))]


def _cased(term: str, typed: str) -> str:
    """A capital letter that was typed stays, as at the beginning of a sentence."""
    return term[:1].upper() + term[1:] if typed.isupper() else term
