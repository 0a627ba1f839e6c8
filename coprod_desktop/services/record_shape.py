"""How a record file said what a meeting keeps in its own way: empty fields and doubled entries, never any words.

A change is `{"path", "put"}` for a field that has no words in it, `{"path", "put", "was"}` for a yes or no,
and `{"path", "order", "of"}` for a list that names some entries again or has blank ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from coprod_desktop.services.record_links import ENTITY_LISTS

Ids = Mapping[str, Sequence[str]]
"""The ids of each kind in the order of the file."""

_Path = tuple[str | int, ...]

# Entries that are found again by their id, wherever they have been moved to.
_KEYED = {path: (kind, "id") for kind, path in ENTITY_LISTS.items()} | {
    ("meeting", "attendance"): ("person", "person"),
}


def shape_of(said: Any, kept: Any, ids: Ids) -> dict[str, Any]:
    """What must be done to the record that is kept, so that it says all as the file said it."""
    return {"changes": list(_changes(said, kept, ids, ()))}


def in_shape(record: dict[str, Any], shape: Mapping[str, Any] | None, ids: Ids) -> dict[str, Any]:
    """The record as its file said it, wherever nothing was changed since. `record` itself is changed."""
    for change in (shape or {}).get("changes", ()):
        _apply(record, change, ids)
    return record


def _changes(said: Any, kept: Any, ids: Ids, path: _Path) -> Iterator[dict[str, Any]]:
    if isinstance(said, dict) and isinstance(kept, dict):
        for key, one in said.items():
            yield from _field_changes(one, kept, key, ids, (*path, key))
    elif isinstance(said, list) and isinstance(kept, list):
        yield from _list_changes(said, kept, ids, path)


def _field_changes(said: Any, holder: dict[str, Any], key: str, ids: Ids, path: _Path) -> Iterator[dict[str, Any]]:
    if key not in holder:
        if _has_no_words(said):
            yield {"path": list(path), "put": said}
    elif isinstance(said, bool) and said is not holder[key]:
        yield {"path": list(path), "put": said, "was": holder[key]}
    else:
        yield from _changes(said, holder[key], ids, path)


def _list_changes(said: list[Any], kept: list[Any], ids: Ids, path: _Path) -> Iterator[dict[str, Any]]:
    if all(isinstance(one, str) for one in said):
        if said != kept and all(one in kept or not one for one in said):
            order = [kept.index(one) if one in kept else None for one in said]
            yield {"path": list(path), "order": order, "of": len(kept)}
        return
    for place, (one, other) in enumerate(zip(said, kept, strict=False)):
        yield from _changes(one, other, ids, (*path, _number(one, place, ids, path)))


def _number(entry: Any, place: int, ids: Ids, path: _Path) -> int:
    kind, key = _KEYED.get(path, ("", ""))
    return ids[kind].index(entry[key]) if kind else place


def _has_no_words(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_has_no_words(one) for one in value.values())
    if isinstance(value, list):
        return all(_has_no_words(one) for one in value)
    return isinstance(value, str) and not value


def _apply(record: dict[str, Any], change: Mapping[str, Any], ids: Ids) -> None:
    *steps, last = change["path"]
    holder = _found(record, steps, ids)
    if not isinstance(holder, dict):
        return
    kept: Any = holder.get(last)
    if "order" in change:
        if len(kept or ()) == change["of"]:
            holder[last] = ["" if place is None else kept[place] for place in change["order"]]
    elif kept is change.get("was"):
        holder[last] = change["put"]


def _found(value: Any, steps: Sequence[str | int], ids: Ids) -> Any:
    path: _Path = ()
    for step in steps:
        value = _one_step(value, step, ids, path)
        path = (*path, step)
    return value


def _one_step(value: Any, step: str | int, ids: Ids, path: _Path) -> Any:
    if isinstance(step, str):
        return value.get(step) if isinstance(value, dict) else None
    if not isinstance(value, list):
        return None
    kind, key = _KEYED.get(path, ("", ""))
    if kind:
        known = ids.get(kind, ())
        return next((one for one in value if step < len(known) and one[key] == known[step]), None)
    return value[step] if step < len(value) else None
