"""Events as text for the record, and back."""

from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from types import NoneType
from typing import Any, NewType, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.events import EVENT_KINDS, Event, PersonArrived
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.storage.event_codec import EventCodec, utc_text
from coprod_desktop.storage.faults import FaultReason, StorageFault
from tests.storage.sample_events import EVENTS

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: st.integers(-(2**62), 2**62),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    NoneType: st.none(),
}


def _any_of(wanted: Any) -> st.SearchStrategy[Any]:
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    if isinstance(wanted, NewType):
        return _any_of(wanted.__supertype__)
    if get_origin(wanted) is tuple and get_args(wanted)[-1] is not Ellipsis:
        return st.tuples(*(_any_of(one) for one in get_args(wanted)))
    if get_origin(wanted) is tuple:
        return st.lists(_any_of(get_args(wanted)[0]), max_size=3).map(tuple)
    if isinstance(wanted, type) and is_dataclass(wanted):
        hints = get_type_hints(wanted)
        parts = {field.name: _any_of(hints[field.name]) for field in fields(wanted)}
        return st.builds(wanted, **parts)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return st.sampled_from(list(wanted))
    return st.one_of([_any_of(one) for one in get_args(wanted)])


def test_the_sample_has_every_kind_of_event() -> None:
    assert {event.kind for event in EVENTS} == set(EVENT_KINDS)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.kind)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    kind, payload = EventCodec().encode(event)

    assert EventCodec().decode(kind, payload) == event
    assert hash(EventCodec().decode(kind, payload)) == hash(event)


@given(st.sampled_from(sorted(EVENT_KINDS)).flatmap(lambda kind: _any_of(EVENT_KINDS[kind])))
def test_any_event_at_all_comes_back_as_it_was(event: Event) -> None:
    codec = EventCodec()

    assert codec.decode(*codec.encode(event)) == event


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.kind)
def test_a_field_that_a_newer_version_added_is_passed_over(event: Event) -> None:
    kind, payload = EventCodec().encode(event)
    newer = msgspec.json.encode(msgspec.json.decode(payload) | {"added_later": [1, {"a": None}]}).decode()

    assert EventCodec().decode(kind, newer) == event


def test_a_field_that_an_older_version_did_not_have_takes_its_default() -> None:
    assert EventCodec().decode("person_arrived", '{"person_id":"a"}') == PersonArrived(person_id=PersonId("a"))


@pytest.mark.parametrize(
    ("kind", "payload", "reason"),
    [
        ("person_flew_away", "{}", FaultReason.NEWER_FILE),
        ("jobs_taken", '{"person_id":"a","jobs":["astronaut"]}', FaultReason.NEWER_FILE),
        ("person_arrived", '{"person_id":"Zebedee', FaultReason.DAMAGED),
    ],
)
def test_what_cannot_be_understood_is_told_without_its_words(kind: str, payload: str, reason: FaultReason) -> None:
    with pytest.raises(StorageFault) as caught:
        EventCodec().decode(kind, payload)

    assert caught.value.reason is reason
    assert "Zebedee" not in str(caught.value)
    assert "astronaut" not in str(caught.value)


def test_a_time_is_kept_in_utc_with_its_zone_and_without_a_zone_it_is_refused() -> None:
    summer = datetime(2026, 5, 1, 12, 0, 0, 5, timezone(timedelta(hours=1)))

    assert utc_text(summer) == "2026-05-01T11:00:00.000005+00:00"
    assert datetime.fromisoformat(utc_text(summer)) == summer
    assert utc_text(summer.astimezone(UTC)) == utc_text(summer)
    with pytest.raises(ValueError, match="zone"):
        utc_text(datetime(2026, 5, 1))
