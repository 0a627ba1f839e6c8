"""Who comes in with a record: the group that is here is kept, people are never merged by name, odd text is cleaned."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.domain import actions, decisions, meeting_setup
from coprod_desktop.domain.events import Step
from coprod_desktop.domain.ids import ActionId, DecisionId, GroupId, MeetingId, PersonId, StepId
from coprod_desktop.domain.lines import ActionDetails, DecisionDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import after_step, last_undoable, replay
from coprod_desktop.services.clock import SystemClock
from coprod_desktop.services.new_ids import new_id
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.services.record_service import ImportResult, RecordService
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.tables import people
from tests.services.record_makers import SAMPLES, SCHEMA_FOLDER, small_record, written

SIAN = {"id": "p1", "name": "Siân Pritchard", "brings": ["Bread"], "minutes": {"format": "plain_text"}}


@pytest.fixture
def database() -> Iterator[Database]:
    opened = Database.in_memory()
    yield opened
    opened.close()


@pytest.fixture
def records(database: Database) -> RecordService:
    return RecordService(database, SCHEMA_FOLDER)


def brought_in(records: RecordService, folder: Path, record: dict[str, Any]) -> ImportResult:
    """What became of a record that comes in."""
    result = records.import_file(written(folder, record))
    assert result.faults == ()
    return result


def told(result: ImportResult) -> dict[str, str]:
    """The notes of an import, by field."""
    return {note.field: note.words for note in result.notes}


def people_of(database: Database) -> list[str]:
    """The names of all people, in the order in which they came."""
    groups = GroupStore(database).groups()
    return [person.name for group in groups for person in PeopleStore(database).people(group.id)]


def test_a_person_who_is_told_in_the_same_way_is_the_same(
    records: RecordService, database: Database, tmp_path: Path
) -> None:
    first = small_record() | {"people": [SIAN]}
    second = small_record(title="The next one") | {"people": [SIAN | {"id": "another id"}]}

    brought_in(records, tmp_path, first)
    result = brought_in(records, tmp_path, second)

    assert people_of(database) == ["Siân Pritchard"]
    assert result.notes == ()
    assert result.meeting_id is not None
    assert records.export(result.meeting_id)["people"][0]["id"] == "another id"


@pytest.mark.parametrize(
    "other", [{"id": "p1", "name": "Siân Pritchard"}, SIAN | {"brings": ["Cake"]}, SIAN | {"named_as": "full"}]
)
def test_nobody_is_merged_by_name(
    other: dict[str, Any], records: RecordService, database: Database, tmp_path: Path
) -> None:
    brought_in(records, tmp_path, small_record() | {"people": [SIAN]})

    result = brought_in(records, tmp_path, small_record(title="The next one") | {"people": [other]})

    assert people_of(database) == ["Siân Pritchard", "Siân Pritchard"]
    assert "same name" in told(result)["people[0].name"]


def test_two_people_of_one_file_stay_two(records: RecordService, database: Database, tmp_path: Path) -> None:
    twins = small_record() | {"people": [SIAN, SIAN | {"id": "p2"}]}

    result = brought_in(records, tmp_path, twins)
    brought_in(records, tmp_path, twins | {"meeting": {"title": "The next one", "date": "2026-06-06"}})

    assert people_of(database) == ["Siân Pritchard", "Siân Pritchard"]
    assert "people[1].name" in told(result)


def test_a_group_that_is_here_keeps_its_own_and_is_filled(
    records: RecordService, database: Database, tmp_path: Path
) -> None:
    own = {"name": "The Tuesday group", "contact": "Ask Jo.", "words": [{"term": "rota", "means": "a list"}]}
    other = {
        "name": "The Tuesday group",
        "contact": "Ask Sam.",
        "what_coproduction_means_to_us": "Together.",
        "words": [{"term": "Rota", "means": "other"}, {"term": "loop", "means": "help to hear"}],
        "perspective_labels": {"carer": "Family"},
    }
    brought_in(records, tmp_path, small_record() | {"group": own})

    result = brought_in(records, tmp_path, small_record(title="The next one") | {"group": other})

    (group,) = GroupStore(database).groups()
    assert (group.contact, group.meaning) == ("Ask Jo.", "Together.")
    assert [(word.term, word.means) for word in group.words] == [("rota", "a list"), ("loop", "help to hear")]
    assert list(group.perspective_labels.values()) == ["Family"]
    assert set(told(result)) == {"group.contact", "group.words", "people[0].name", "people[1].name"}


def test_an_unknown_need_is_kept_as_other_and_a_need_without_a_yes_waits(
    records: RecordService, database: Database, tmp_path: Path
) -> None:
    needs = [{"code": "sign language"}, {"code": "XYZ", "detail": "At noon."}, {"code": "BSL"}, {"code": ""}]
    record = small_record() | {"people": [{"id": "p1", "name": "Aisling", "needs": needs}]}

    result = brought_in(records, tmp_path, record)

    (group,) = GroupStore(database).groups()
    kept = PeopleStore(database).people(group.id)[0].needs
    assert [(need.code, need.detail) for need in kept] == [
        ("OTHER", "sign language"),
        ("OTHER", "XYZ: At noon."),
        ("BSL", ""),
        ("OTHER", ""),
    ]
    assert all(need.waits_for_yes for need in kept)
    assert "kept as OTHER" in told(result)["people[0].needs[0]"]
    assert result.meeting_id is not None
    assert records.export(result.meeting_id)["people"][0]["needs"][0]["code"] == "OTHER"


def test_odd_characters_are_taken_out_and_told(records: RecordService, tmp_path: Path) -> None:
    record = small_record(venue="The\0 shed\u202e\ud800", purpose="One\nand two\r\n", title="  Cafe\u0301 ")

    result = brought_in(records, tmp_path, record)

    assert result.meeting_id is not None
    meeting = records.export(result.meeting_id)["meeting"]
    assert (meeting["venue"], meeting["purpose"], meeting["title"]) == ("The shed", "One\nand two", "Café")
    notes = told(result)
    assert "U+0000 at letter 4, U+202E at letter 10, U+D800 at letter 11" in notes["meeting.venue"]
    assert "Spaces at the ends" in notes["meeting.title"]
    assert "NFC" in notes["meeting.title"]


def test_hostile_words_come_through_as_words(records: RecordService, tmp_path: Path) -> None:
    words = "'); DROP TABLE people;-- <img src=x onerror=y> {0} %s ../../etc &amp; \\u0000 𝕏 ‏"
    record = small_record(venue=words) | {"people": [{"id": "p1", "name": words, "brings": [words]}]}

    result = brought_in(records, tmp_path, record)

    assert result.meeting_id is not None
    exported = records.export(result.meeting_id)
    kept = words.removesuffix(" ‏")
    assert (exported["meeting"]["venue"], exported["people"][0]["name"]) == (kept, kept)


def test_the_places_of_very_many_odd_characters_are_counted(records: RecordService, tmp_path: Path) -> None:
    result = brought_in(records, tmp_path, small_record(venue="x" + "\0" * 500))

    assert told(result)["meeting.venue"].endswith("and more, 500 in all.")


def test_undo_passes_over_what_was_brought_in(records: RecordService, database: Database, tmp_path: Path) -> None:
    result = brought_in(records, tmp_path, small_record())

    assert result.meeting_id is not None
    assert last_undoable(MeetingLog(database).steps(result.meeting_id)) is None


def test_a_meeting_made_on_screen_goes_out_and_is_known_when_it_comes_back(
    records: RecordService, database: Database, tmp_path: Path
) -> None:
    first = brought_in(records, tmp_path, small_record() | {"people": [SIAN]})
    assert first.meeting_id is not None
    group_id, person_id = _ids(database)
    meeting_id = _on_screen(database, group_id, person_id)

    exported = records.export(meeting_id)

    assert [person["id"] for person in exported["people"]] == ["p1"]
    assert exported["meeting"]["decisions"][0]["id"] == "d1"
    assert exported["meeting"]["actions"] == [{"id": "x1", "text": "Dig.", "owners": ["p1"], "state": "open"}]
    assert brought_in(records, tmp_path, exported).meeting_id == meeting_id
    assert len(records.headers()) == 2


def test_what_is_added_to_a_meeting_gets_an_id_that_its_file_does_not_use(
    records: RecordService, database: Database, tmp_path: Path
) -> None:
    record = small_record() | {"people": [SIAN | {"id": "x1"}]}
    result = brought_in(records, tmp_path, record)
    assert result.meeting_id is not None
    log = MeetingLog(database)
    state = replay(result.meeting_id, log.steps(result.meeting_id))
    events = actions.agree_action(
        state, action_id=ActionId(new_id()), words=Words(text="Dig."), details=ActionDetails()
    )
    _append(database, state, events)

    exported = records.export(result.meeting_id)

    assert exported["people"][0]["id"] == "x1"
    assert exported["meeting"]["actions"][0]["id"] == "x2"


def test_a_person_who_was_erased_goes_out_without_a_name(
    records: RecordService, database: Database, tmp_path: Path
) -> None:
    record = small_record(attendance=[{"person": "p1"}]) | {"people": [{"id": "p1", "name": "Siân"}]}
    result = brought_in(records, tmp_path, record)
    with database.write() as connection:
        connection.execute(people.delete())

    assert result.meeting_id is not None
    exported = records.export(result.meeting_id)

    assert exported["people"] == [{"id": "p1", "name": "Someone who did not want to be named", "named_as": "unnamed"}]
    assert "Siân" not in json.dumps(exported, ensure_ascii=False)


def test_a_rule_that_the_check_does_not_know_refuses_the_file_whole(
    records: RecordService, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: MeetingState) -> None:
        raise NotAllowed(Reason.TURN_RUNNING)

    monkeypatch.setattr(meeting_setup, "finish_meeting", refuse)

    result = records.import_file(written(tmp_path, small_record()))

    assert "turn running" in result.faults[0].reason
    assert people_of(database) == []


def test_a_record_is_written_whole_or_the_old_file_stays(records: RecordService, tmp_path: Path) -> None:
    (result,) = records.import_files(SAMPLES[:1])
    assert result.meeting_id is not None
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")

    records.write(result.meeting_id, out)

    assert json.loads(out.read_text(encoding="utf-8"))["version"] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
    for bad in (tmp_path, tmp_path / "no folder" / "out.json", tmp_path / ("x" * 300), Path("/dev/null")):
        with pytest.raises(NotWritten):
            records.write(result.meeting_id, bad)
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_a_meeting_that_is_not_there_is_not_found(records: RecordService) -> None:
    for said in ("last", "nothing"):
        with pytest.raises(NotAllowed):
            records.find(said)
    with pytest.raises(NotAllowed):
        records.export(MeetingId("nothing"))


def _ids(database: Database) -> tuple[GroupId, PersonId]:
    (group,) = GroupStore(database).groups()
    return group.id, PeopleStore(database).people(group.id)[0].id


def _append(database: Database, state: MeetingState, events: tuple[Any, ...]) -> MeetingState:
    now = SystemClock().now()
    step = Step(id=StepId(new_id()), at=now, events=events)
    after = after_step(state, step)
    MeetingLog(database).append(state.id, step, header_of(after, changed_at=now))
    return after


def _on_screen(database: Database, group_id: GroupId, person_id: PersonId) -> MeetingId:
    state = MeetingState(id=MeetingId(new_id()))
    details = MeetingDetails(title="On screen", held_on=SystemClock().now().date())
    state = _append(database, state, meeting_setup.open_meeting(state, group_id=group_id, details=details))
    decided = decisions.record_decision(
        state,
        decision_id=DecisionId(new_id()),
        words=Words(text="Beans."),
        details=DecisionDetails(proposer=Proposer(people=(person_id,)), outcome=Outcome.AGREED),
    )
    agreed = actions.agree_action(
        state, action_id=ActionId(new_id()), words=Words(text="Dig."), details=ActionDetails(owners=(person_id,))
    )
    return _append(database, state, (*decided, *agreed)).id
