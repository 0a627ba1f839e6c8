"""The house lists of words, kept as data: easy words, short forms, idioms, number words."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True)
class HouseWords:
    """What this program counts as easy English, what it offers instead, and how it words a finding.

    All lists are lower case but those of initials and `same_things`. `tellings` are the templates of findings.
    """

    easy_words: frozenset[str]
    easier_words: Mapping[str, str]
    contractions: Mapping[str, str]
    possessive_too: frozenset[str]
    number_words: Mapping[str, int]
    initials_allowed: frozenset[str]
    initials_like_words: frozenset[str]
    idioms: tuple[str, ...]
    irregular_participles: frozenset[str]
    not_passive: frozenset[str]
    negative_words: frozenset[str]
    joining_words: frozenset[str]
    same_things: tuple[tuple[str, ...], ...]
    tellings: Mapping[str, Any]

    @classmethod
    def load(cls, folder: Path) -> "HouseWords":
        """The lists in a folder of templates. Raises OSError, ValueError or KeyError for a damaged one."""
        lists: dict[str, Any] = json.loads((folder / "house_words.en.json").read_text(encoding="utf-8"))
        return cls(
            easy_words=frozenset(lists["easy_words"]),
            easier_words=lists["easier_words"],
            contractions=lists["contractions"],
            possessive_too=frozenset(lists["possessive_too"]),
            number_words=lists["number_words"],
            initials_allowed=frozenset(lists["initials_allowed"]),
            initials_like_words=frozenset(lists["initials_like_words"]),
            idioms=tuple(lists["idioms"]),
            irregular_participles=frozenset(lists["irregular_participles"]),
            not_passive=frozenset(lists["not_passive"]),
            negative_words=frozenset(lists["negative_words"]),
            joining_words=frozenset(lists["joining_words"]),
            same_things=tuple(tuple(group) for group in lists["same_things"]),
            tellings=json.loads((folder / "finding_words.en.json").read_text(encoding="utf-8")),
        )

    def told(self, key: str, **values: str) -> tuple[str, str]:
        """Why something is a finding, and how to mend it. A mend may begin with words of a person."""
        telling = self.tellings[key]
        mend = telling["mend"].format(**values)
        return telling["message"].format(**values), mend[:1].upper() + mend[1:]

    def phrase(self, key: str, **values: str) -> str:
        """A part of a mend."""
        return str(self.tellings[key]).format(**values)


def holds_phrase(text: str, phrase: str) -> re.Match[str] | None:
    """Where whole words stand in a text, in any case and with any apostrophe."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text.replace("’", "'"), re.IGNORECASE)
