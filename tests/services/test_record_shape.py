"""A record goes out as its file said it wherever nothing was changed since, and the shape holds no words."""

import copy
import json
from typing import Any

import pytest

from coprod_desktop.services.record_shape import in_shape, shape_of

IDS = {"person": ["p1", "p2"], "decision": ["d1", "d2"]}

SAID: dict[str, Any] = {
    "people": [{"id": "p1", "name": "Winnie", "needs": []}, {"id": "p2", "name": "Geoff", "brings": ["Bread", ""]}],
    "meeting": {
        "bounds": {"open": [""], "fixed": []},
        "attendance": [{"person": "p2", "sorry": True, "arrived_at": "10:00"}],
        "turns": [{"person": "p1", "with_people": []}],
        "decisions": [{"id": "d1", "conditions": ["If dry."]}, {"id": "d2", "supported_by": ["p2", "p1", "p2"]}],
    },
}
KEPT: dict[str, Any] = {
    "people": [{"id": "p1", "name": "Winnie"}, {"id": "p2", "name": "Geoff", "brings": ["Bread"]}],
    "meeting": {
        "attendance": [{"person": "p2", "sorry": False, "arrived_at": "10:00"}],
        "turns": [{"person": "p1"}],
        "decisions": [{"id": "d1", "conditions": ["If dry."]}, {"id": "d2", "supported_by": ["p2", "p1"]}],
    },
}


def shape() -> dict[str, Any]:
    """The shape as it comes back from the file."""
    found: dict[str, Any] = json.loads(json.dumps(shape_of(SAID, KEPT, IDS)))
    return found


def shaped(record: dict[str, Any]) -> dict[str, Any]:
    """A record in the shape of its file."""
    return in_shape(copy.deepcopy(record), shape(), IDS)


def test_what_is_kept_goes_out_as_it_was_said() -> None:
    assert shaped(KEPT) == SAID


def test_the_shape_holds_no_words_and_no_ids() -> None:
    text = json.dumps(shape())

    assert not any(word in text for word in ("Winnie", "Geoff", "Bread", "dry", "10:00", "p1", "p2", "d2"))


def test_words_that_differ_are_left_as_they_are_kept() -> None:
    assert shape_of({"group": {"contact": "Ask Jo.", "words": ["a"]}}, {"group": {"contact": "Ask Sam."}}, {}) == {
        "changes": []
    }
    assert shape_of({"brings": ["Cake"]}, {"brings": ["Bread"]}, {}) == {"changes": []}


def test_things_that_moved_are_found_by_their_id() -> None:
    turned = copy.deepcopy(KEPT)
    turned["people"].reverse()
    turned["meeting"]["decisions"].reverse()

    found = shaped(turned)

    assert found["people"] == list(reversed(SAID["people"]))
    assert found["meeting"]["decisions"][0]["supported_by"] == ["p2", "p1", "p2"]


def test_what_was_changed_since_stays_changed() -> None:
    changed = copy.deepcopy(KEPT)
    changed["people"][0]["needs"] = [{"code": "BSL"}]
    changed["people"][1]["brings"] = ["Bread", "Cake"]
    changed["meeting"]["attendance"][0]["sorry"] = True
    changed["meeting"]["decisions"][1]["supported_by"] = ["p1"]

    assert shaped(changed) == changed | {
        "meeting": changed["meeting"]
        | {"bounds": SAID["meeting"]["bounds"], "turns": [{"person": "p1", "with_people": []}]}
    }


@pytest.mark.parametrize("gone", ["attendance", "turns", "decisions"])
def test_what_is_gone_stays_gone(gone: str) -> None:
    emptied = copy.deepcopy(KEPT)
    emptied["meeting"][gone] = []
    left_out = copy.deepcopy(KEPT)
    del left_out["meeting"][gone]

    assert shaped(emptied)["meeting"][gone] == []
    assert gone not in shaped(left_out)["meeting"]
    assert in_shape({"people": []}, shape(), {}) == {"people": []}


def test_a_meeting_that_came_from_no_file_has_no_shape() -> None:
    assert in_shape({"version": 1}, None, {}) == {"version": 1}
