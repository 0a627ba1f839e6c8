"""The fixed words of the minutes, kept as data so that each language is one file."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Formatter

FALLBACK_LANGUAGE = "en"

Entry = str | Mapping[str, str] | Sequence[str]
"""A sentence, its forms by count ("one", "other"), or a list of names such as the months."""

_FORMS = frozenset(("zero", "one", "two", "few", "many", "other"))


class WordingFault(Exception):
    """A file of wording that cannot be used; the text says which entry and why."""


class Wording:
    """The fixed words in one language; `wording("idea_from_label", who="Jo")` gives them with names filled in."""

    def __init__(self, language: str, entries: Mapping[str, Entry]) -> None:
        self.language = language
        self._entries = entries

    @classmethod
    def load(cls, folder: Path, language: str = FALLBACK_LANGUAGE, *, files: Sequence[str] = ("wording",)) -> "Wording":
        """The wording of a language such as "cy" or "en-GB"; what it lacks is said in English.

        `files` are the collections that are wanted, by the start of their file names. Raises WordingFault if a file
        is damaged, or asks for other names to be filled in than the English one.
        """
        english = _read_all([folder / f"{name}.{FALLBACK_LANGUAGE}.json" for name in files])
        for tag in (language, language.split("-")[0]):
            if not re.fullmatch(r"[A-Za-z0-9-]+", tag) or tag == FALLBACK_LANGUAGE:
                continue
            there = [file for file in (folder / f"{name}.{tag}.json" for name in files) if file.is_file()]
            if there:
                own = _read_all(there)
                _check_against(english, own)
                return cls(tag, {**english, **own})
        return cls(FALLBACK_LANGUAGE, english)

    def __call__(self, key: str, **values: str) -> str:
        """The words of an entry with its names filled in. Raises KeyError for an entry that is not there."""
        return self.template(key).format(**values)

    def template(self, key: str) -> str:
        """The words of an entry before its names are filled in."""
        text = self._entries[key]
        if not isinstance(text, str):
            raise WordingFault(f"{key} is not a plain text.")
        return text

    def count(self, key: str, count: int) -> str:
        """The words of an entry for so many of something."""
        forms = self._entries[key]
        if not isinstance(forms, Mapping):
            raise WordingFault(f"{key} has no forms by count.")
        form = _plural_form(self.language, count)
        words = forms.get("zero", forms["other"]) if count == 0 else forms.get(form, forms["other"])
        return words.format(count=number_words(count))

    def names(self, key: str) -> Sequence[str]:
        """The list of an entry, such as the names of the months."""
        names = self._entries[key]
        if isinstance(names, str | Mapping):
            raise WordingFault(f"{key} is not a list.")
        return names

    def joined(self, words: Sequence[str]) -> str:
        """Several names in one phrase: "Jo, Sam and Bea"."""
        if len(words) < 2:
            return words[0] if words else ""
        if len(words) == 2:
            return self("joined_two", first=words[0], last=words[1])
        return self("joined_many", many=self("joined_by").join(words[:-1]), last=words[-1])


def number_words(number: int) -> str:
    """A whole number in digits, with a comma from 1,000 (ER-19)."""
    return f"{number:,}"


def placeholders(text: str) -> frozenset[str]:
    """The names that are filled into a text."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def texts_of(entry: Entry) -> tuple[str, ...]:
    """Every text of an entry: itself, its forms or its names."""
    if isinstance(entry, str):
        return (entry,)
    return tuple(entry.values()) if isinstance(entry, Mapping) else tuple(entry)


def _plural_form(language: str, count: int) -> str:
    """The form a language uses for a count: English has two, Welsh six (Unicode plural rules)."""
    if language.split("-")[0] == "cy":
        return {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}.get(count, "other")
    return "one" if count == 1 else "other"


def _read_all(files: Sequence[Path]) -> dict[str, Entry]:
    return {key: entry for file in files for key, entry in _read(file).items()}


def _read(file: Path) -> dict[str, Entry]:
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise WordingFault(f"{file.name} cannot be read.") from fault
    if not isinstance(entries, dict):
        raise WordingFault(f"{file.name} is not a list of entries.")
    for key, entry in entries.items():
        _check(key, entry)
    return entries


def _check(key: str, entry: object) -> None:
    texts = texts_of(entry) if isinstance(entry, str | list | dict) else (None,)
    if not all(isinstance(text, str) for text in texts):
        raise WordingFault(f"{key} must be a text, a list of texts or texts by count.")
    if isinstance(entry, dict) and ("other" not in entry or not set(entry) <= _FORMS):
        raise WordingFault(f"{key} needs the form other, and no forms but {', '.join(sorted(_FORMS))}.")
    for text in texts:
        _check_filling(key, str(text), counted=isinstance(entry, dict))


def _check_filling(key: str, text: str, *, counted: bool) -> None:
    try:
        wanted = placeholders(text)
    except ValueError as fault:
        raise WordingFault(f"{key} has a bracket that is not closed.") from fault
    if not all(name.isidentifier() for name in wanted) or (counted and not wanted <= {"count"}):
        raise WordingFault(f"{key} fills in a name that it cannot have.")


def _check_against(english: Mapping[str, Entry], own: Mapping[str, Entry]) -> None:
    for key, entry in own.items():
        if key not in english:
            raise WordingFault(f"{key} is not an entry of the English wording.")
        model = english[key]
        if _shape(entry) != _shape(model):
            raise WordingFault(f"{key} is not made like the English entry.")
        if isinstance(entry, str) and isinstance(model, str) and placeholders(entry) != placeholders(model):
            raise WordingFault(f"{key} fills in other names than the English entry.")


def _shape(entry: Entry) -> tuple[str, int]:
    if isinstance(entry, str):
        return ("text", 1)
    return ("forms", 0) if isinstance(entry, Mapping) else ("list", len(entry))
