"""What people write in such files for a column, a perspective, a need or a format; and what is never kept."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from coprod_desktop.domain.access_need import NEED_CODES
from coprod_desktop.services.language_file import FALLBACK_LANGUAGE, read_language_file
from coprod_desktop.services.people_service import folded

_CLOSE, _CLOSE_DIAGNOSIS = 0.72, 0.86
_LONG_WORD = 6


@dataclass(frozen=True)
class FileWords:
    """The word lists of a language. Every question is asked of a cell or a part of one, in any case and spacing."""

    said: dict[str, Any]
    labels: dict[str, str]
    """What the group calls each perspective, by its key."""

    @staticmethod
    def tidy(words: str) -> str:
        """Words as they are compared: no case, no accents, single spaces for all signs."""
        return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"['’]", "", folded(words))).split())

    def field(self, header: str) -> str | None:
        """What a column of this name holds."""
        return self._columns.get(self.tidy(header))

    def is_never_kept(self, header: str) -> bool:
        """Whether a column of this name holds what this program does not keep (DP-02)."""
        return self.tidy(header) in self.said["never_kept"]

    def is_nothing(self, words: str) -> bool:
        """Whether these words say that there is nothing, such as "none"."""
        return self.tidy(words) in self._nothing

    def is_left_over(self, name: str) -> bool:
        """Whether this is a line such as "Total" and not a name."""
        tidy = self.tidy(name)
        return tidy in self.said["left_over"] or tidy.startswith("total ") or not re.search(r"[^\W\d_]", name)

    def perspective(self, words: str) -> str | None:
        """The perspective that these words are."""
        return self._perspectives.get(self.tidy(words))

    def likely_perspective(self, words: str) -> str | None:
        """The perspective that these words may be, misspelt."""
        return self._likely("perspective", words, self._perspectives)

    def format(self, words: str) -> str | None:
        """The format that these words are."""
        return self._formats.get(self.tidy(words))

    def likely_format(self, words: str) -> str | None:
        """The format that these words may be, misspelt."""
        return self._likely("format", words, self._formats)

    def likely_needs(self, words: str) -> tuple[str, ...]:
        """Codes that these words may mean, likeliest first: the same phrase, a close one, or one within the words."""
        tidy = self.tidy(words)
        phrases = [tidy] if tidy in self._needs else []
        phrases += get_close_matches(tidy, self._needs, n=3, cutoff=_CLOSE)
        phrases += [phrase for phrase in self._needs if f" {phrase} " in f" {tidy} "]
        codes = [self._needs[phrase] for phrase in phrases]
        if 2 < len(words) <= _LONG_WORD and words.isalpha():
            codes += get_close_matches(words.upper(), NEED_CODES, n=1, cutoff=_CLOSE)
        return tuple(dict.fromkeys(codes))[:3]

    def is_clean_phrase(self, words: str) -> bool:
        """Whether these very words are known to say what helps and no more."""
        return self.tidy(words) in self._needs

    def holds_diagnosis(self, words: str) -> bool:
        """Whether a diagnosis or an illness is named. Rather once too often: it is asked about, never kept (DP-02)."""
        known = self._judged.get(words)
        if known is None:
            known = self._judged[words] = self._names_diagnosis(words)
        return known

    def _names_diagnosis(self, words: str) -> bool:
        tidy = self.tidy(words)
        if any(f" {named} " in f" {tidy} " for named in self._diagnoses):
            return True
        if set(re.findall(r"\b[A-Z]{2,5}\b", words)) & set(self.said["diagnoses_in_short"]):
            return True
        return any(self._is_diagnosis(word) for word in tidy.split() if len(word) >= _LONG_WORD)

    @property
    def ways_to_help(self) -> tuple[str, ...]:
        """Needs to offer where nobody may guess."""
        return tuple(self.said["ways_to_help"])

    def _likely(self, kind: str, words: str, known: dict[str, str]) -> str | None:
        tidy = self.tidy(words)
        if (kind, tidy) not in self._closest:
            found = get_close_matches(tidy, known, n=1, cutoff=_CLOSE)
            self._closest[kind, tidy] = known[found[0]] if found else None
        return self._closest[kind, tidy]

    def _is_diagnosis(self, word: str) -> bool:
        known = self._judged_words.get(word)
        if known is None:
            is_close = get_close_matches(word, self._long_diagnoses, n=1, cutoff=_CLOSE_DIAGNOSIS)
            known = self._judged_words[word] = word.endswith(tuple(self.said["diagnosis_endings"])) or bool(is_close)
        return known

    @cached_property
    def _judged(self) -> dict[str, bool]:
        """What was looked up before: in a long file the same words come again and again."""
        return {}

    @cached_property
    def _judged_words(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _closest(self) -> dict[tuple[str, str], str | None]:
        return {}

    @cached_property
    def _columns(self) -> dict[str, str]:
        return _turned(self.said["columns"])

    @cached_property
    def _nothing(self) -> frozenset[str]:
        return frozenset(self.tidy(words) for words in self.said["nothing"])

    @cached_property
    def _perspectives(self) -> dict[str, str]:
        own = {self.tidy(label): key for key, label in self.labels.items() if label}
        return _turned(self.said["perspectives"]) | own

    @cached_property
    def _formats(self) -> dict[str, str]:
        return _turned(self.said["formats"])

    @cached_property
    def _needs(self) -> dict[str, str]:
        return _turned(self.said["needs"])

    @cached_property
    def _diagnoses(self) -> tuple[str, ...]:
        return (*self.said["diagnoses"], *self.said["diagnosis_signs"])

    @cached_property
    def _long_diagnoses(self) -> tuple[str, ...]:
        return tuple(named for named in self._diagnoses if " " not in named and len(named) >= _LONG_WORD)


def load_file_words(folder: Path, labels: dict[str, str], language: str = FALLBACK_LANGUAGE) -> FileWords:
    """The word lists of a language, in English where there are none."""
    return FileWords(read_language_file(folder, "people_file_words", language), labels)


def _turned(lists: dict[str, list[str]]) -> dict[str, str]:
    return {phrase: key for key, phrases in lists.items() for phrase in phrases}
