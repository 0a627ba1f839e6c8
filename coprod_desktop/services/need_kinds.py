"""Finds the kind of food, language or way of contact in own words: lists tell the kind, never the words (DP-04)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.services.language_file import FALLBACK_LANGUAGE, read_language_file

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Kinds:
    """What own words ask for. Without `is_all` there is more in them, or nothing that is known: somebody must ask."""

    names: tuple[str, ...] = ()
    is_all: bool = False


@dataclass(frozen=True, kw_only=True)
class CountedKinds:
    """How many people ask for which kinds, each person counted once; `others` is of how many somebody must ask."""

    counts: tuple[tuple[str, int], ...] = ()
    others: int = 0


@dataclass(frozen=True, kw_only=True)
class _Kind:
    name: str
    leaves_out: bool


@dataclass(frozen=True, kw_only=True)
class NeedKinds:
    """The kinds of one language by the keys of the rules that ask for them."""

    _kinds: Mapping[str, Mapping[tuple[str, ...], _Kind]]
    _no_words: frozenset[str] = field(repr=False)
    _small_words: frozenset[str] = field(repr=False)

    @classmethod
    def load(cls, folder: Path, language: str = FALLBACK_LANGUAGE) -> "NeedKinds":
        """The kinds of a language, in English where there are none."""
        said = read_language_file(folder, "need_kinds", language)
        no_words, small_words = said.pop("no_words"), said.pop("small_words")
        return cls(
            _kinds={key: _by_words(kinds) for key, kinds in said.items()},
            _no_words=frozenset(no_words),
            _small_words=frozenset(small_words),
        )

    def __contains__(self, key: str) -> bool:
        """Whether there are kinds for a rule."""
        return key in self._kinds

    def counted(self, key: str, details: Iterable[str]) -> CountedKinds:
        """The kinds of several people, the most wanted first. Kinds of one person stay together: it is one meal."""
        found = [self.find(key, detail) for detail in details]
        counts = Counter(", ".join(sorted(one.names, reverse=True)) for one in found if one.is_all)
        ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return CountedKinds(counts=tuple(ordered), others=sum(not one.is_all for one in found))

    def find(self, key: str, detail: str) -> Kinds:
        """The kinds in the words of one person. "Not vegan" is no kind: what a no stands before is left to be asked."""
        known, words = self._kinds[key], _WORD.findall(detail.casefold())
        names: dict[str, None] = {}
        is_all, is_denied = bool(words), False
        while words:
            said = next((said for said in known if tuple(words[: len(said)]) == said), ())
            kind = known.get(said)
            word, words = words[0], words[len(said) or 1 :]
            if kind is None:
                is_denied |= word in self._no_words
                is_all &= word in self._no_words or word in self._small_words
                continue
            if is_denied and not kind.leaves_out:
                return Kinds()
            names[kind.name], is_denied = None, False
        return Kinds(names=tuple(names), is_all=is_all and bool(names) and not is_denied)


def _by_words(kinds: Sequence[Mapping[str, object]]) -> Mapping[tuple[str, ...], _Kind]:
    """Each kind by the words it is known by, longer ones first."""
    found = {
        tuple(str(said).split()): _Kind(name=str(one["name"]), leaves_out=bool(one.get("leaves_out")))
        for one in kinds
        for said in one["words"]  # type: ignore[attr-defined]
    }
    return {said: found[said] for said in sorted(found, key=len, reverse=True)}
