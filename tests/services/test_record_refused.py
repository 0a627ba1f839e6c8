"""Every fault of a record file is told with its place, and nothing of the file is stored."""

import copy
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from coprod_desktop.services import record_file
from coprod_desktop.services.record_service import RecordService
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import metadata
from tests.services.record_makers import SAMPLES, SCHEMA_FOLDER, small_record, written

BY_P1 = {"people": ["p1"]}


@pytest.fixture
def database() -> Iterator[Database]:
    opened = Database.in_memory()
    yield opened
    opened.close()


@pytest.fixture
def records(database: Database) -> RecordService:
    return RecordService(database, SCHEMA_FOLDER)


def rows(database: Database) -> dict[str, int]:
    """How many rows each table has."""
    with database.read() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in metadata.tables.items()
        }


def faults_of(records: RecordService, path: Path) -> dict[str, str]:
    """The faults of a file that is refused, by field."""
    result = records.import_file(path)
    assert result.meeting_id is None
    assert not result.asks
    return {fault.field: fault.reason for fault in result.faults}


def decision(**more: Any) -> dict[str, Any]:
    """A decision with more fields."""
    return {"id": "d1", "text": "Yes.", "outcome": "agreed", "proposed_by": BY_P1, **more}


def item(**more: Any) -> dict[str, Any]:
    """An agenda item with more fields."""
    return {"id": "a1", "title": "Beans", "proposed_by": BY_P1, **more}


def idea(**more: Any) -> dict[str, Any]:
    """An idea with more fields."""
    return {"id": "i1", "text": "Beans.", "proposed_by": BY_P1, **more}


def turn(**more: Any) -> dict[str, Any]:
    """A turn with more fields."""
    return {"person": "p1", "started_at": "10:00", "ended_at": "10:02", **more}


MEETINGS = [
    ("meeting.agenda[0].proposed_by", "says nobody", {"agenda": [item(proposed_by={})]}),
    ("meeting.agenda[0].proposed_by.people", "is empty", {"agenda": [item(proposed_by={"people": []})]}),
    ("meeting.agenda[0].proposed_by", "says nobody", {"agenda": [item(proposed_by={"note": "x"})]}),
    ("meeting.agenda[0].proposed_by", "is missing", {"agenda": [{"id": "a1", "title": "Beans"}]}),
    ("meeting.agenda[0].title", "is empty", {"agenda": [item(title="")]}),
    ("meeting.agenda[0].title", "could see", {"agenda": [item(title="\u200b\u2060")]}),
    ("meeting.agenda[0].minutes_wanted", "not true", {"agenda": [item(minutes_wanted=True)]}),
    ("meeting.agenda[0].minutes_wanted", "whole number", {"agenda": [item(minutes_wanted=1.5)]}),
    ("meeting.agenda[0].minutes_wanted", "0 or more", {"agenda": [item(minutes_wanted=-1)]}),
    ("meeting.agenda[0].state", "one of: discussed", {"agenda": [item(state="lost")]}),
    ("meeting.agenda[0].colour", "is not a field", {"agenda": [item(colour="red")]}),
    ("meeting.agenda[0]", "must be a set of fields", {"agenda": ["Beans"]}),
    ("meeting.agenda[0].id", "is the id of people[0]", {"agenda": [item(id="p1")]}),
    ("meeting.agenda[1].id", "is the id of meeting.agenda[0]", {"agenda": [item(), item()]}),
    ("meeting.agenda[0].id", "U+0000", {"agenda": [item(id="a\0")]}),
    ("meeting.agenda[0].id", "U+D800", {"agenda": [item(id="a\ud800")]}),
    ("meeting.date", "not a date of the calendar", {"date": "2026-02-30"}),
    ("meeting.date", "not a date of the calendar", {"date": "20260310"}),
    ("meeting.date", "must be a text, not null", {"date": None}),
    ("meeting.invitations_sent_on", "not a date", {"invitations_sent_on": ""}),
    ("meeting.kind", "one of: together", {"kind": "party"}),
    ("meeting.title", "could see", {"title": "\u2800"}),
    ("meeting.attendance[1].person", "stands here twice", {"attendance": [{"person": "p1"}, {"person": "p1"}]}),
    ("meeting.attendance[0].person", "no 'p9' in people", {"attendance": [{"person": "p9"}]}),
    ("meeting.turns[0].person", "no 'p9' in people", {"turns": [turn(person="p9")]}),
    ("meeting.turns[0].with_people[1]", "no 'p9' in people", {"turns": [turn(with_people=["p2", "p9"])]}),
    ("meeting.turns[0].item", "no 'a9' in the agenda", {"turns": [turn(item="a9")]}),
    ("meeting.turns[0].paused_seconds", "0 or more", {"turns": [turn(paused_seconds=-1)]}),
    ("meeting.agenda[0].proposed_by.people[0]", "no 'p9'", {"agenda": [item(proposed_by={"people": ["p9"]})]}),
    ("meeting.ideas[0].recorded_by", "no 'p9'", {"ideas": [idea(recorded_by="p9")]}),
    ("meeting.decisions[0].supported_by[0]", "no 'p9'", {"decisions": [decision(supported_by=["p9"])]}),
    ("meeting.decisions[0].built_on_by[0]", "no 'p9'", {"decisions": [decision(built_on_by=["p9"])]}),
    ("meeting.decisions[0].stood_aside[0]", "no 'p9'", {"decisions": [decision(stood_aside=["p9"])]}),
    ("meeting.decisions[0].from_idea", "no 'i9' in the ideas", {"decisions": [decision(from_idea="i9")]}),
    ("meeting.decisions[0].outcome", "one of: agreed", {"decisions": [decision(outcome="maybe")]}),
    (
        "meeting.decisions[0].objections[0].by.people[0]",
        "no 'p9'",
        {"decisions": [decision(objections=[{"text": "No.", "by": {"people": ["p9"]}}])]},
    ),
    (
        "meeting.decisions[0].objections[0].text",
        "could see",
        {"decisions": [decision(objections=[{"text": " "}])]},
    ),
    (
        "meeting.decisions[0].needs_yes_from[0].who",
        "could see",
        {"decisions": [decision(needs_yes_from=[{"who": ""}])]},
    ),
    ("meeting.actions[0].owners[0]", "no 'p9'", {"actions": [{"id": "x1", "text": "Dig.", "owners": ["p9"]}]}),
    ("meeting.actions[0].decision", "no 'd9'", {"actions": [{"id": "x1", "text": "Dig.", "decision": "d9"}]}),
    ("meeting.venue", "20,001 letters", {"venue": "x" * 20_001}),
    ("meeting.turns", "2,001 entries. The most is 2,000", {"turns": [turn()] * 2_001}),
]


@pytest.mark.parametrize(("field", "reason", "meeting"), MEETINGS)
def test_a_fault_in_a_meeting_is_told_and_nothing_is_stored(
    field: str, reason: str, meeting: dict[str, Any], records: RecordService, database: Database, tmp_path: Path
) -> None:
    before = rows(database)
    record = small_record(**meeting)

    faults = faults_of(records, written(tmp_path, record))

    assert reason in faults[field]
    assert rows(database) == before


ODD_LABEL = {"boss": "The boss"}
GROUP = {"name": "The Tuesday group"}
PERSON = {"id": "p1", "name": "Winnie Asante"}
RECORDS: list[tuple[str, str, Any]] = [
    ("record", "must be a set of fields", []),
    ("record", "must be a set of fields in { }, not null", None),
    ("group", "is missing", {"format": "coprod-meeting-record", "version": 1}),
    ("version", "reads 1 only", small_record() | {"version": 2}),
    ("version", "reads 1 only", small_record() | {"version": True}),
    ("format", "reads coprod-meeting-record only", small_record() | {"format": "other"}),
    ("group.name", "could see", small_record() | {"group": {"name": "\u200b"}}),
    ("group.perspective_labels", "one of:", small_record() | {"group": GROUP | {"perspective_labels": ODD_LABEL}}),
    ("people", "501 entries. The most is 500", small_record() | {"people": [{"id": "p", "name": "x"}] * 501}),
    ("people[0].name", "could see", small_record() | {"people": [{"id": "p1", "name": "\u3164\u200d"}]}),
    ("people[0].name", "must be a text, not the number 5", small_record() | {"people": [{"id": "p1", "name": 5}]}),
    ("people[0].chosen_name", "could see", small_record() | {"people": [PERSON | {"chosen_name": " "}]}),
    ("people[1].id", "is the id of people[0]", small_record() | {"people": [{"id": "p1", "name": "x"}] * 2}),
    (
        "people[0].minutes.size_pt",
        "48 or less, not 49",
        small_record() | {"people": [{"id": "p1", "name": "x", "minutes": {"format": "large_print", "size_pt": 49}}]},
    ),
    (
        "people[0].needs[0]",
        "letters as it would be kept",
        small_record()
        | {"people": [{"id": "p1", "name": "x", "needs": [{"code": "y" * 9_999, "detail": "z" * 19_999}]}]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("field", "reason", "record"), RECORDS)
def test_a_fault_in_a_record_is_told_and_nothing_is_stored(
    field: str, reason: str, record: Any, records: RecordService, database: Database, tmp_path: Path
) -> None:
    before = rows(database)

    faults = faults_of(records, written(tmp_path, record))

    assert reason in faults[field]
    assert rows(database) == before


FILES = [
    (b"", "line 1, column 1", "is not sound JSON"),
    (b'{\n "format": }', "line 2, column 12", "is not sound JSON"),
    (b"\xff\xfe{\x00}\x00", "file", "is not UTF-8 text: byte 1"),
    (b'{"group": 1, "group": 2}', "group", "stands twice"),
    (b'{"version": NaN}', "file", "has the word NaN"),
    (b'{"version": -Infinity}', "file", "has the word -Infinity"),
    (b'{"version": 1e999}', "file", "more than 15 digits"),
    (b'{"version": ' + b"1" * 5000 + b"}", "file", "5000 digits"),
    (b"[" * 100_000, "file", "too many brackets"),
    (b'{"group": ' + b"[" * 60 + b"]" * 60 + b"}", "group[0][0]", "too many brackets"),
    (b'{"a\\u0000\\ud800b": 1}', "ab", "is not a field"),
]


@pytest.mark.parametrize(("content", "field", "reason"), FILES, ids=range(len(FILES)))
def test_a_file_that_is_no_sound_json_is_refused(
    content: bytes, field: str, reason: str, records: RecordService, tmp_path: Path
) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(content)

    assert reason in faults_of(records, path)[field]


def test_a_file_over_20_mb_is_refused_unread(records: RecordService, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    with path.open("wb") as file:
        file.truncate(record_file.MOST_BYTES + 1)

    assert "larger than 20 MB" in faults_of(records, path)["file"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without an end")
def test_a_file_without_an_end_is_refused(records: RecordService) -> None:
    assert "larger than 20 MB" in faults_of(records, Path("/dev/zero"))["file"]


def test_a_file_that_is_not_there_and_a_folder_are_refused(records: RecordService, tmp_path: Path) -> None:
    assert "no such file" in faults_of(records, tmp_path / "nothing.json")["file"]
    assert "it is a folder" in faults_of(records, tmp_path)["file"]


def test_a_mark_of_byte_order_is_let_pass(records: RecordService, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(b"\xef\xbb\xbf" + SAMPLES[0].read_bytes())

    assert records.import_file(path).is_new


def test_all_faults_of_a_file_are_told(records: RecordService, tmp_path: Path) -> None:
    record = small_record(kind="party", agenda=[item(title=""), item(id="a2", proposed_by={})])

    assert len(faults_of(records, written(tmp_path, record))) == 3


def test_a_bad_file_does_not_keep_a_good_one_out(records: RecordService, tmp_path: Path) -> None:
    bad = written(tmp_path, small_record(kind="party"), "bad.json")

    results = records.import_files([bad, *SAMPLES])

    assert [result.is_new for result in results] == [False, True, True]
    assert len(records.headers()) == 2


ODD: list[Any] = [None, True, 1e15, -1, 10**14, "", "\0", "p1", "x" * 20_001, [], {}, [[]], {"": ""}, ["p1"]]


def _spoil(record: Any, chance: random.Random) -> None:
    """Take one thing out of a record, or turn it into something else."""
    holder: Any = record
    place: Any = chance.choice(list(record))
    while isinstance(holder[place], dict | list):
        inner = holder[place]
        if not inner or chance.random() < 0.2:
            break
        holder, place = inner, chance.choice(list(inner) if isinstance(inner, dict) else range(len(inner)))
    if chance.random() < 0.4:
        del holder[place]
    else:
        holder[place] = copy.deepcopy(chance.choice(ODD))


@given(seed=st.integers(0, 2**32), changes=st.integers(1, 4), flips=st.sampled_from([0, 0, 1, 5]))
@settings(max_examples=120, deadline=None)
def test_no_spoilt_sample_breaks_the_program(seed: int, changes: int, flips: int) -> None:
    chance = random.Random(seed)
    record = json.loads(chance.choice(SAMPLES).read_text(encoding="utf-8"))
    for _ in range(changes):
        _spoil(record, chance)
    content = bytearray(json.dumps(record).encode())
    for _ in range(flips):
        content[chance.randrange(len(content))] = chance.randrange(256)
    database = Database.in_memory()
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "record.json"
            path.write_bytes(bytes(content))
            result = RecordService(database, SCHEMA_FOLDER).import_file(path)
        assert bool(result.faults) != result.is_new
        assert bool(rows(database)["meeting_log"]) == result.is_new
    finally:
        database.close()


def test_faults_of_shape_and_of_ids_are_told_in_one_go(records: RecordService, tmp_path: Path) -> None:
    record = small_record()
    record["meeting"]["date"] = "2026-02-30"
    record["meeting"]["decisions"] = [decision(id="p1", proposed_by={"people": ["nobody"]})]
    faults = faults_of(records, written(tmp_path, record))
    assert set(faults) >= {
        "meeting.date",
        "meeting.decisions[0].id",
        "meeting.decisions[0].proposed_by.people[0]",
    }
