"""The group's own word list: a word added in one press, and lists given to and taken from other groups (R16)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.shared_words import folded_words
from coprod_desktop.domain.text import needed, typed
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.group_service import GroupService
from coprod_desktop.services.record_file import Fault, NotWritten, RecordRefused, json_bytes, read_json, write_whole
from coprod_desktop.storage.people_store import PeopleStore

__all__ = ["GivenWords", "NotWritten", "OfferedWord", "OfferedWords", "RecordRefused", "WordListService"]

_FORMAT: Final = "coprod-word-list"
_VERSION: Final = 1
_MOST_WORDS: Final = 2_000


@dataclass(frozen=True, kw_only=True)
class GivenWords:
    """What a saved word list holds: how many words, and how many stayed because they name a person of the group."""

    words: int
    with_names: int = 0


@dataclass(frozen=True, kw_only=True)
class OfferedWord:
    """A word of another group's list. `ours` is what it means to this group, if it has another meaning here."""

    word: ExplainedWord
    ours: str = ""


@dataclass(frozen=True, kw_only=True)
class OfferedWords:
    """What a file offers: words that are new here or mean something else, and how many are the same already."""

    words: tuple[OfferedWord, ...]
    same: int = 0


class WordListService:
    """What can be asked about the words of the group that is shown. Every act is one Undo."""

    def __init__(self, groups: GroupService, people: PeopleStore, history: ActHistory) -> None:
        self._groups = groups
        self._people = people
        self._history = history

    def add(self, term: str, means: str) -> None:
        """Explain a word; one that is there gets the new meaning. Raises NotAllowed if a part is missing."""
        word = ExplainedWord(term=needed(term, field="term"), means=needed(means, field="means"))
        group = self._group()
        with self._history.together("word_added"):
            self._groups.save(replace(group, words=_with_words(group.words, (word,))))

    def means(self, term: str) -> str:
        """What a word means to the group, however it is spelled; empty if it is not on the list."""
        found = (word.means for word in self._group().words if _key(word.term) == _key(term))
        return next(found, "")

    def save(self, path: Path) -> GivenWords:
        """Write the list to a file with nobody's name in it. Raises NotWritten."""
        group = self._group()
        names = _name_pattern(self._people.people(group.id, with_removed=True))
        kept = [word for word in group.words if word.means and not names.search(f"{word.term} {word.means}")]
        told = {
            "format": _FORMAT,
            "version": _VERSION,
            "language": group.language,
            "words": [{"term": word.term, "means": word.means} for word in kept],
        }
        write_whole(path, json_bytes(told))
        return GivenWords(words=len(kept), with_names=sum(bool(word.means) for word in group.words) - len(kept))

    def opened(self, path: Path) -> OfferedWords:
        """What another group's list, or the words of a meeting record, would bring. Raises RecordRefused."""
        offered = _words_of(read_json(path))
        ours = {_key(word.term): word.means for word in self._group().words}
        fresh = [word for word in offered if ours.get(_key(word.term)) != word.means]
        words = tuple(OfferedWord(word=word, ours=ours.get(_key(word.term), "")) for word in fresh)
        return OfferedWords(words=words, same=len(offered) - len(fresh))

    def bring_in(self, words: Sequence[ExplainedWord]) -> None:
        """Take these words into the list; a word that is there gets the new meaning."""
        group = self._group()
        with self._history.together("words_brought_in"):
            self._groups.save(replace(group, words=_with_words(group.words, words)))

    def _group(self) -> Group:
        group = self._groups.current()
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return group


def _with_words(before: Iterable[ExplainedWord], more: Iterable[ExplainedWord]) -> tuple[ExplainedWord, ...]:
    kept = {_key(word.term): word for word in before}
    for word in more:
        mine = kept.get(_key(word.term))
        kept[_key(word.term)] = replace(word, term=mine.term) if mine else word
    return tuple(kept.values())


def _key(term: str) -> str:
    return " ".join(folded_words(term)) or term


def _name_pattern(people: Iterable[Person]) -> re.Pattern[str]:
    """Finds any name of anybody, whole or its first word."""
    whole = [name for person in people for name in (person.name, person.chosen_name) if name.strip()]
    parts = {part for name in whole for part in (name, name.split()[0]) if len(part) > 1}
    return re.compile("|".join(rf"\b{re.escape(part)}\b" for part in sorted(parts)) or r"(?!)")


def _words_of(told: Any) -> list[ExplainedWord]:
    """The words of a list, or of a record's group; each once, the last meaning counts."""
    if isinstance(told, dict) and told.get("format") == "coprod-meeting-record":
        told = told.get("group", {})
    elif not isinstance(told, dict) or told.get("format") != _FORMAT:
        raise RecordRefused([Fault("file", "is no list of words that this program made.")])
    elif told.get("version") != _VERSION:
        raise RecordRefused([Fault("version", "is newer than this program. Please use a newer version.")])
    listed = told.get("words", []) if isinstance(told, dict) else None
    if not isinstance(listed, list) or len(listed) > _MOST_WORDS:
        raise RecordRefused([Fault("words", "is no list of words, or is too long.")])
    return list({_key(word.term): word for word in map(_word_of, listed) if word is not None}.values())


def _word_of(told: Any) -> ExplainedWord | None:
    if not isinstance(told, dict):
        raise RecordRefused([Fault("words", "has something in it that is no word.")])
    term, means = told.get("term"), told.get("means")
    if not isinstance(term, str) or not isinstance(means, str):
        raise RecordRefused([Fault("words", "has a word without its meaning.")])
    try:
        word = ExplainedWord(term=typed(term), means=typed(means))
    except NotAllowed:
        raise RecordRefused([Fault("words", "has a text that is too long.")]) from None
    return word if word.term and word.means else None
