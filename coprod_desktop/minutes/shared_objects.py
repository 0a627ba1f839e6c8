"""Keeps one of each font and picture in a PDF that was put together from several, so that it stays small."""

import hashlib
from typing import Any

import pikepdf

_Place = tuple[int, int]


class SharedObjects:
    """Finds fonts and drawings with the same bytes among the resources of pages, and points all pages at one."""

    def __init__(self) -> None:
        self._first: dict[bytes, Any] = {}
        self._seen: dict[_Place, Any] = {}

    def share(self, page: pikepdf.Page) -> None:
        """Replace what this page shares with a page that came before it."""
        resources = page.obj.get("/Resources")
        if resources is not None:
            page.obj.Resources = self._shared(resources)

    def _shared(self, thing: Any) -> Any:
        """The first object like this one; those inside it are looked at before itself."""
        if not isinstance(thing, pikepdf.Object) or isinstance(thing, pikepdf.Name | pikepdf.String):
            return thing
        place: _Place = thing.objgen
        if place in self._seen:
            return self._seen[place]
        self._look_inside(thing)
        if not thing.is_indirect:
            return thing
        first = self._first.setdefault(_digest(thing), thing)
        self._seen[place] = first
        return first

    def _look_inside(self, thing: Any) -> None:
        if isinstance(thing, pikepdf.Array):
            kids: list[tuple[Any, Any]] = list(enumerate(thing))
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            kids = list(thing.items())
        else:
            return
        for key, kid in kids:
            shared = self._shared(kid)
            if shared is not kid:
                thing[key] = shared


def _digest(thing: Any) -> bytes:
    content = hashlib.sha256()
    if isinstance(thing, pikepdf.Stream):
        content.update(thing.read_raw_bytes())
        for key, value in sorted(thing.items()):
            content.update(key.encode() + b" " + _written(value))
    else:
        content.update(thing.unparse(resolved=True))
    return content.digest()


def _written(value: Any) -> bytes:
    return value.unparse() if isinstance(value, pikepdf.Object) else repr(value).encode()
