"""Any event at all, about few people, items and turns, so that chance brings them together."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, NewType, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from coprod_desktop.domain.events import EVENT_KINDS, Event, StepUndone

_IDS = {"PersonId": ("jo", "sam", "ann"), "AgendaItemId": ("seats", "tea"), "TurnId": ("t1", "t2", "t3")}
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.sampled_from(("", "red", "2026-11-24T12:00:00+00:00")),
    int: st.integers(-5, 100_000),
    bool: st.booleans(),
    float: st.floats(0, 1),
    date: st.just(date(2026, 11, 24)),
    NoneType: st.none(),
}


def any_events(most: int) -> st.SearchStrategy[list[Event]]:
    """Up to `most` events of any kinds; those that undo undo one of the steps r0, r1, r2 and so on."""
    kinds = st.sampled_from(sorted(EVENT_KINDS)).flatmap(lambda kind: _any_of(EVENT_KINDS[kind]))
    undo = st.builds(lambda number: StepUndone(step_id=f"r{number}"), st.integers(0, most))
    return st.lists(st.one_of(kinds, kinds, kinds, undo), max_size=most)


def _any_of(wanted: Any) -> st.SearchStrategy[Any]:
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    if isinstance(wanted, NewType):
        return st.sampled_from(_IDS.get(wanted.__name__, ("one", "two")))
    if get_origin(wanted) is tuple and get_args(wanted)[-1] is not Ellipsis:
        return st.tuples(*(_any_of(one) for one in get_args(wanted)))
    if get_origin(wanted) is tuple:
        return st.lists(_any_of(get_args(wanted)[0]), max_size=3).map(tuple)
    if isinstance(wanted, type) and is_dataclass(wanted):
        hints = get_type_hints(wanted)
        return st.builds(wanted, **{field.name: _any_of(hints[field.name]) for field in fields(wanted)})
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return st.sampled_from(list(wanted))
    return st.one_of([_any_of(one) for one in get_args(wanted)])
