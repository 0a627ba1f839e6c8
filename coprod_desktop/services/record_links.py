"""What the schema cannot see in a meeting record: doubled ids, and ids that stand for nobody and nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

from coprod_desktop.domain.text import clean
from coprod_desktop.services.record_file import Fault, FieldPath, field_name, shown

Record = Mapping[str, Any]

ENTITY_LISTS: Mapping[str, FieldPath] = {
    "person": ("people",),
    "item": ("meeting", "agenda"),
    "idea": ("meeting", "ideas"),
    "decision": ("meeting", "decisions"),
    "action": ("meeting", "actions"),
}
"""Where each kind of thing with an id stands in a record."""

ID_FIELDS: Mapping[str, str] = {
    "person": "person",
    "people": "person",
    "with_people": "person",
    "recorded_by": "person",
    "supported_by": "person",
    "built_on_by": "person",
    "stood_aside": "person",
    "owners": "person",
    "item": "item",
    "from_idea": "idea",
    "decision": "decision",
}
"""Fields that hold the id of something, and of what kind it is."""

_KIND_WORDS = {"person": "people", "item": "the agenda", "idea": "the ideas", "decision": "the decisions"}


def listed(record: Record, path: FieldPath) -> list[dict[str, Any]]:
    """A list of things in the record, empty if it is not there; what has another shape the schema tells of."""
    value: Any = record
    for part in path:
        value = value.get(part, {}) if isinstance(value, Mapping) else {}
    return value if isinstance(value, list) else []


def local_ids(record: Record) -> dict[str, list[str]]:
    """The ids of each kind, in the order of the file."""
    return {kind: [local_id for _, local_id in _ids_in(record, path)] for kind, path in ENTITY_LISTS.items()}


def links(value: object, path: FieldPath = (), field: str = "") -> Iterator[tuple[FieldPath, str, str]]:
    """Every place that holds the id of something else, with the kind of thing meant and the id."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from links(one, (*path, key), key)
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from links(one, (*path, place), field)
    elif isinstance(value, str) and field in ID_FIELDS:
        yield path, ID_FIELDS[field], value


def link_faults(record: Record) -> tuple[Fault, ...]:
    """All that is wrong with the ids of a record, whether or not the rest of it fits the schema."""
    return (*_doubled_ids(record), *_odd_ids(record), *_unknown_ids(record), *_people_here_twice(record))


def _defined(record: Record) -> Iterator[tuple[FieldPath, str]]:
    for path in ENTITY_LISTS.values():
        for place, local_id in _ids_in(record, path):
            yield (*path, place, "id"), local_id


def _ids_in(record: Record, path: FieldPath, field: str = "id") -> Iterator[tuple[int, str]]:
    for place, one in enumerate(listed(record, path)):
        if isinstance(one, Mapping) and isinstance(one.get(field), str):
            yield place, one[field]


def _doubled_ids(record: Record) -> Iterator[Fault]:
    first: dict[str, FieldPath] = {}
    for path, local_id in _defined(record):
        if local_id in first:
            where = field_name(first[local_id][:-1])
            yield Fault(field_name(path), f"'{shown(local_id)}' is the id of {where} already. Each id is used once.")
        first.setdefault(local_id, path)


def _odd_ids(record: Record) -> Iterator[Fault]:
    for path, local_id in _defined(record):
        odd = clean(local_id).removed
        if odd:
            yield Fault(field_name(path), f"has a character that nobody can see: {odd[0].code}.")


def _unknown_ids(record: Record) -> Iterator[Fault]:
    known = {kind: set(ids) for kind, ids in local_ids(record).items()}
    for path, kind, local_id in links(record):
        if local_id not in known[kind]:
            yield Fault(field_name(path), f"there is no '{shown(local_id)}' in {_KIND_WORDS[kind]} of this file.")


def _people_here_twice(record: Record) -> Iterator[Fault]:
    path: FieldPath = ("meeting", "attendance")
    seen: set[str] = set()
    for place, local_id in _ids_in(record, path, "person"):
        if local_id in seen:
            yield Fault(field_name((*path, place, "person")), f"'{shown(local_id)}' stands here twice.")
        seen.add(local_id)
