"""Whether parsed JSON is a meeting record: its limits first, then the schema, each fault in plain words."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from coprod_desktop.domain.text import MOST_LETTERS
from coprod_desktop.services.record_file import Fault, FieldPath, field_name, shown

MOST_PEOPLE = 500
MOST_OF_A_KIND = 2_000
MOST_LEVELS = 20
MOST_FAULTS = 1_000
"""How many faults are told at most; a file with more is wrong throughout."""

_TYPE_WORDS = {
    "object": "a set of fields in { }",
    "array": "a list in [ ]",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class RecordCheck:
    """Holds a record up to the schema. Made once, used for many records."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        checker = FormatChecker(formats=())
        checker.checks("date")(_is_real_date)
        self._validator = Draft202012Validator(schema, format_checker=checker)

    def faults(self, parsed: object) -> tuple[Fault, ...]:
        """All that is wrong, or nothing. What is over the limits is not looked at further."""
        over = tuple(islice(_over_limits(parsed), MOST_FAULTS))
        if over:
            return over
        faults = (fault for error in self._validator.iter_errors(parsed) for fault in _in_words(error))
        return tuple(dict.fromkeys(islice(faults, MOST_FAULTS)))


def _is_real_date(value: object) -> bool:
    if not isinstance(value, str):
        return True
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _over_limits(parsed: object) -> Iterator[Fault]:
    waiting: list[tuple[FieldPath, object]] = [((), parsed)]
    while waiting:
        path, value = waiting.pop()
        if len(path) > MOST_LEVELS:
            yield Fault(field_name(path[:3]), "has too many brackets inside each other.")
        elif isinstance(value, str) and len(value) > MOST_LETTERS:
            yield Fault(field_name(path), f"has {len(value):,} letters. The most is {MOST_LETTERS:,}.")
        elif isinstance(value, list):
            most = MOST_PEOPLE if path == ("people",) else MOST_OF_A_KIND
            if len(value) > most:
                yield Fault(field_name(path), f"has {len(value):,} entries. The most is {most:,}.")
            else:
                waiting.extend(((*path, place), one) for place, one in reversed(list(enumerate(value))))
        elif isinstance(value, dict):
            waiting.extend(((*path, key), one) for key, one in reversed(list(value.items())))


def _in_words(error: ValidationError) -> Iterator[Fault]:
    path: FieldPath = tuple(error.absolute_path)
    match error.validator:
        case "required":
            for name in _names(error.validator_value):
                if name not in _names(error.instance):
                    yield Fault(field_name((*path, name)), "is missing.")
        case "additionalProperties":
            for name in _names(error.instance):
                if name not in _properties(error):
                    yield Fault(field_name((*path, name)), "is not a field of a meeting record.")
        case _:
            yield Fault(field_name(path), _reason(error))


def _names(value: Any) -> tuple[str, ...]:
    return tuple(value)


def _properties(error: ValidationError) -> Mapping[str, Any]:
    schema = error.schema
    return schema.get("properties", {}) if isinstance(schema, Mapping) else {}


def _reason(error: ValidationError) -> str:
    words = _REASONS.get(str(error.validator))
    return words(error) if words else "does not fit the schema of a meeting record."


def _wrong_type(error: ValidationError) -> str:
    return f"must be {_TYPE_WORDS[str(error.validator_value)]}, not {_kind(error.instance)}."


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {value}"
    return _TYPE_WORDS["string" if isinstance(value, str) else "array" if isinstance(value, list) else "object"]


def _not_listed(error: ValidationError) -> str:
    offered = ", ".join(_names(error.validator_value))
    said = f"'{shown(error.instance)}'" if isinstance(error.instance, str) else _kind(error.instance)
    return f"is {said}. It must be one of: {offered}."


def _not_the_one(error: ValidationError) -> str:
    said = f"'{shown(error.instance)}'" if isinstance(error.instance, str) else _kind(error.instance)
    return f"is {said}. This program reads {error.validator_value} only."


_REASONS: Mapping[str, Callable[[ValidationError], str]] = {
    "type": _wrong_type,
    "enum": _not_listed,
    "const": _not_the_one,
    "anyOf": lambda _: "says nobody and nothing. Give people, or a source such as whole_group or unnamed.",
    "minItems": lambda _: "is empty. Name at least one person, or leave it out and give a source.",
    "minLength": lambda _: "is empty. There must be words here.",
    "minimum": lambda error: f"must be {error.validator_value} or more, not {error.instance}.",
    "maximum": lambda error: f"must be {error.validator_value} or less, not {error.instance}.",
    "format": lambda _: "is not a date of the calendar. Write it as 2026-03-10.",
}
