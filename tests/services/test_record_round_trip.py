"""A record that comes in goes out the same, comes in only once, and travels on to another folder."""

import copy
import json
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.services.record_service import RecordService
from coprod_desktop.storage.database import Database
from tests.services.record_makers import SAMPLES, SCHEMA, SCHEMA_FOLDER, filled, records, small_record, written


@contextmanager
def in_memory() -> Iterator[tuple[RecordService, Path]]:
    """A service over a new file, and a folder for records."""
    database = Database.in_memory()
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield RecordService(database, SCHEMA_FOLDER), Path(folder)
    finally:
        database.close()


def brought_in(service: RecordService, path: Path) -> MeetingId:
    """The meeting of a file that comes in without a fault."""
    result = service.import_file(path)
    assert result.faults == ()
    assert result.meeting_id is not None
    return result.meeting_id


def out_and_in(record: dict[str, Any]) -> dict[str, Any]:
    """What goes out after a record came in."""
    with in_memory() as (service, folder):
        return service.export(brought_in(service, written(folder, record)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_goes_out_as_it_came_in(sample: Path) -> None:
    record = json.loads(sample.read_text(encoding="utf-8"))

    assert out_and_in(record) == filled(record)


@pytest.fixture(scope="module")
def two_folders() -> Iterator[tuple[RecordService, RecordService, Path]]:
    """Two services, each over its own file, for many records one after the other."""
    with in_memory() as (here, folder), in_memory() as (there, _):
        yield here, there, folder


@given(record=records())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_record_goes_out_as_it_came_in_and_travels_on(
    two_folders: tuple[RecordService, RecordService, Path], record: dict[str, Any]
) -> None:
    here, there, folder = two_folders
    Draft202012Validator(SCHEMA).validate(record)
    # A group of its own for each record, so that none meets the one before.
    record["group"]["name"] += f" {uuid.uuid4()}"
    path = written(folder, record)
    meetings = len(here.headers())

    meeting_id = brought_in(here, path)

    exported = here.export(meeting_id)
    assert exported == filled(without_secret_names(record))
    assert brought_in(here, path) == meeting_id
    assert brought_in(here, written(folder, exported, "again.json")) == meeting_id
    assert len(here.headers()) == meetings + 1
    assert there.export(brought_in(there, written(folder, exported, "again.json"))) == exported


def without_secret_names(record: dict[str, Any]) -> dict[str, Any]:
    """A record without the names beside secret counts, which no file keeps."""
    told = copy.deepcopy(record)
    for decision in told["meeting"].get("decisions", []):
        if decision.get("how_decided") == "secret_count":
            for key in ("supported_by", "stood_aside"):
                if decision.get(key):
                    del decision[key]
            for objection in decision.get("objections", []):
                objection.pop("by", None)
    return told


def test_names_beside_a_secret_count_stay_outside_and_that_is_told() -> None:
    decision = {
        "id": "d1",
        "text": "Yes.",
        "outcome": "agreed",
        "how_decided": "secret_count",
        "votes": {"for": 2, "against": 1},
        "proposed_by": {"people": ["p2"]},
        "supported_by": ["p1"],
        "objections": [{"text": "No.", "by": {"people": ["p1"]}}],
    }
    with in_memory() as (service, folder):
        result = service.import_file(written(folder, small_record(decisions=[decision])))
        assert result.meeting_id is not None
        [exported] = service.export(result.meeting_id)["meeting"]["decisions"]
    assert [note.field for note in result.notes if "secret" in note.words] == ["meeting.decisions[0]"]
    assert exported["objections"] == [{"text": "No."}]
    assert "supported_by" not in exported
    assert exported["votes"] == {"for": 2, "against": 1}


def test_an_empty_field_is_not_the_same_as_one_left_out() -> None:
    record = small_record(
        venue="",
        bounds={"open": [], "fixed": []},
        next_meeting={},
        attendance=[
            {"person": "p1", "jobs": [], "arrived_at": "", "sorry": True, "left_at": "4pm"},
            {"person": "p2", "jobs": ["chair", "chair"], "sorry": True, "left_at": ""},
        ],
        decisions=[
            {
                "id": "d1",
                "text": "Yes.",
                "outcome": "agreed",
                "proposed_by": {"people": ["p2", "p1", "p2"], "note": ""},
                "votes": {},
                "conditions": ["", "If it is dry.", ""],
                "supported_by": [],
                "objections": [{"text": "No."}, {"text": "Not yet.", "by": {"people": ["p1"]}}],
            }
        ],
    )

    assert out_and_in(record) == filled(record)


def test_an_idea_stays_open_though_a_decision_came_from_it() -> None:
    proposed = {"people": ["p1"]}
    record = small_record(
        ideas=[{"id": "i1", "text": "Beans.", "proposed_by": proposed, "outcome": "open"}],
        decisions=[{"id": "d1", "text": "Beans.", "from_idea": "i1", "proposed_by": proposed, "outcome": "not_agreed"}],
    )

    assert out_and_in(record) == filled(record)


def test_a_number_with_a_nought_behind_the_point_is_whole() -> None:
    record = small_record(agenda=[{"id": "a1", "title": "Beans", "proposed_by": {"people": ["p1"]}}])
    record["meeting"]["agenda"][0]["minutes_wanted"] = 20.0
    record["people"][0]["minutes"] = {"format": "large_print", "size_pt": 18.0}

    exported = json.dumps(out_and_in(record))

    assert '"minutes_wanted": 20,' in exported
    assert '"size_pt": 18,' in exported


def test_other_ids_and_another_order_of_keys_are_the_same_content() -> None:
    record = json.loads(SAMPLES[0].read_text(encoding="utf-8"))
    renamed = json.loads(json.dumps(record).replace('"p1"', '"winnie"').replace('"i1"', '"beans"'))
    turned_round = dict(reversed(list(renamed.items())))
    with in_memory() as (service, folder):
        first = brought_in(service, written(folder, record))

        assert brought_in(service, written(folder, turned_round)) == first
        assert len(service.headers()) == 1


def test_a_meeting_changed_in_one_word_asks_and_comes_in_as_new() -> None:
    record = json.loads(SAMPLES[0].read_text(encoding="utf-8"))
    other = copy.deepcopy(record)
    other["meeting"]["venue"] = "The library"
    with in_memory() as (service, folder):
        first = brought_in(service, written(folder, record))
        path = written(folder, other, "other.json")

        refused = service.import_file(path)
        assert refused.asks
        assert refused.meeting_id is None
        second = service.import_file(path, as_new=True)

        assert second.is_new
        assert second.meeting_id != first
        assert service.import_file(path, as_new=True).meeting_id == second.meeting_id
        assert service.find("last") == second.meeting_id
        assert len(service.headers()) == 2
