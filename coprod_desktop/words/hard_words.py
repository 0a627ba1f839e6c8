"""Which words are hard (ER-15): Dale-Chall's familiar words and CEFR levels, both from installed packages."""

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING

from coprod_desktop.words.text_parts import plain, words_of

if TYPE_CHECKING:
    from cefrpy import CEFRAnalyzer

_B1 = 3.0
"""The CEFR level from which a word is hard (ER-15)."""


class HardWords:
    """Judges single words. The lists are loaded when the first word is asked for."""

    def __init__(self, easy_words: Iterable[str]) -> None:
        self._easy = frozenset(easy_words)
        self._known: dict[str, bool] = {}

    def is_hard(self, word: str) -> bool:
        """Whether a word is in neither list of easy words, nor is its base form; parts with hyphens count alone."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._judge(plain(word))
        return known

    def is_ordinary(self, word: str) -> bool:
        """Whether this is an English word at all, easy or hard."""
        low = plain(word)
        return any(self.is_familiar(form) or self._level(form) is not None for form in (low, self._base(low)))

    def is_familiar(self, word: str) -> bool:
        """Whether a word is in a list of easy words as it stands."""
        low = plain(word)
        return low in self._easy or low in self._familiar

    def is_known_as_name(self, word: str) -> bool:
        """Whether the lists know a word as a name and not as a thing: "Sarah", "Swansea"."""
        low = plain(word)
        kinds = self._analyzer.get_all_pos_for_word_as_str(low) if low.isascii() else []
        return "NNP" in kinds and "NN" not in kinds

    def base_form(self, word: str) -> str:
        """The form that stands in a dictionary: "buses" is "bus"."""
        return self._base(plain(word))

    def _judge(self, word: str) -> bool:
        if len(word) < 2 or not self._looks_hard(word):
            return False
        parts = [part for part in word.split("-") if part]
        return len(parts) < 2 or any(len(part) > 1 and self._looks_hard(part) for part in parts)

    def _looks_hard(self, word: str) -> bool:
        return not any(self._is_easy(form) for form in dict.fromkeys((word, self._base(word))))

    def _is_easy(self, form: str) -> bool:
        if form in self._easy or form in self._familiar:
            return True
        level = self._level(form)
        return level is not None and level < _B1

    def _level(self, word: str) -> float | None:
        return self._levels(word) if word.isascii() else None

    @cached_property
    def _familiar(self) -> frozenset[str]:
        from new_dale_chall_readability.easy_words import EASY_WORDS

        return frozenset(EASY_WORDS)

    @cached_property
    def _analyzer(self) -> "CEFRAnalyzer":
        from cefrpy import CEFRAnalyzer

        return CEFRAnalyzer()

    @cached_property
    def _levels(self) -> Callable[[str], float | None]:
        analyzer = self._analyzer

        @cache
        def level(word: str) -> float | None:
            found = analyzer.get_average_word_level_float(word)
            return None if found is None else float(found)

        return level

    @cached_property
    def _base(self) -> Callable[[str], str]:
        from simplemma import lemmatize

        @cache
        def base(word: str) -> str:
            return str(lemmatize(word, lang="en")).lower()

        return base


def hard_words_of(text: str, words: HardWords) -> list[str]:
    """The hard words of a text, each once, in the order in which they stand."""
    return [word for word in dict.fromkeys(words_of(text)) if words.is_hard(word)]
