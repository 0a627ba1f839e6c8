"""What was taken out for good is in no byte of the folder; what has to stay stays, and nobody else gets through."""

import json
import random
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coprod_desktop.domain import after_events as after
from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import Event, Step
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, GroupId, IdeaId, MeetingId, StepId
from coprod_desktop.domain.lines import (
    ActionDetails,
    AgendaItemDetails,
    DecisionDetails,
    EarlierLine,
    IdeaDetails,
    IdeaOutcome,
    Medium,
    Objection,
    Outcome,
    WordingChange,
    Words,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.replay import replay
from coprod_desktop.domain.room import ReadBack, WallScene
from coprod_desktop.domain.room_events import AgendaItemSplit, ItemPart, WallChosen
from coprod_desktop.domain.shared_words import asked_words
from coprod_desktop.storage.backup import save_copy
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.edition_store import EditionFile, EditionStore
from coprod_desktop.storage.erasure import Erasure
from coprod_desktop.storage.faults import StorageFault
from coprod_desktop.storage.line_index import LineIndex, Within
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.recording_store import Recording, RecordingStore
from coprod_desktop.storage.setting_keys import REWRITE_DUE
from coprod_desktop.storage.settings_store import SettingsStore
from coprod_desktop.storage.tables import LOG_TRIGGERS
from tests.storage import erasing_child as child
from tests.storage.erasing_child import JO, SAM
from tests.storage.test_killed import _told, _told_until_the_end, _way_to_start

FIRST, NEXT = MeetingId("first"), MeetingId("next")
IDEA, DECISION, OTHER = IdeaId("idea"), DecisionId("decision"), IdeaId("other")
AT = datetime(2026, 5, 1, 10, tzinfo=UTC)
SECRET = "Jo’s brother drinks quaggawine at home"
EARLIER = "Jo’s brother drinks zebubeer"
MARKS = (b"quagga", b"zebub", b"okapi", b"wapiti")
"""Words that stand nowhere but in what is taken out, as letters that the index folds too."""

_PROPOSER = Proposer(people=(JO,))


def _opened(title: str, day: int) -> Event:
    return ev.MeetingOpened(group_id=GroupId("group"), details=MeetingDetails(title=title, held_on=date(2026, 5, day)))


def _first_meeting() -> list[Event]:
    idea = IdeaDetails(proposer=_PROPOSER, reason="the wapiti reason", medium=Medium.RECORDING, recording_id="sound")
    read = ReadBack(words=SECRET, proposer=_PROPOSER)
    decision = DecisionDetails(
        proposer=Proposer(source=Source.WHOLE_GROUP),
        outcome=Outcome.AGREED,
        from_idea_id=IDEA,
        reason=f"We heard it: {SECRET}",
        objections=(Objection(text="Too dear for us all"),),
        wording_changed=WordingChange(first_words=SECRET),
    )
    return [
        _opened("Doors", 1),
        ev.IdeaRecorded(idea_id=IDEA, words=Words(text=EARLIER, easy_text="zebub easy words"), details=idea),
        ev.IdeaReworded(idea_id=IDEA, words=Words(text=SECRET)),
        ev.IdeaRecorded(idea_id=OTHER, words=Words(text="More light"), details=IdeaDetails(proposer=_PROPOSER)),
        WallChosen(scene=WallScene.DECISION, read_back=read),
        ev.DecisionRecorded(decision_id=DECISION, words=Words(text="We help Jo."), details=decision),
        after.LineChecked(
            checked_by=JO, line_id=IDEA, answer=after.LineAnswer.NO, said_on=date(2026, 5, 2), words="wapiti wrong"
        ),
        after.AnswerTold(line_id=IDEA, news="later", told_on=date(2026, 5, 3), told_to=JO, how=after.ToldHow.EASY_READ),
    ]


def _next_meeting() -> list[Event]:
    carried = IdeaDetails(proposer=_PROPOSER, came_from=EarlierLine(meeting_id=FIRST, line_id=IDEA))
    return [
        _opened("Windows", 8),
        ev.IdeaRecorded(idea_id=IdeaId("carried"), words=Words(text=f"{SECRET}."), details=carried),
        ev.AgendaItemProposed(
            item_id=AgendaItemId("item"), details=AgendaItemDetails(title=SECRET.upper(), proposer=_PROPOSER)
        ),
    ]


def _write(database: Database, meeting_id: MeetingId, events: list[Event]) -> None:
    log = MeetingLog(database)
    for number, event in enumerate(events):
        log.append(meeting_id, Step(id=StepId(f"{meeting_id}-{number}"), at=AT, events=(event,)), None)


def _said(line_id: str = IDEA) -> Step:
    event = after.WordsTakenOut(line_id=line_id, asked_by=JO, yes_from=SAM)
    return Step(id=StepId(f"out-{line_id}"), at=AT, events=(event,))


@pytest.fixture
def full(database: Database) -> Database:
    """Two meetings that hold private words wherever words can be."""
    _write(database, FIRST, _first_meeting())
    _write(database, NEXT, _next_meeting())
    sound = Recording(id="sound", group_id=GroupId("group"), media_type="audio/wav", data=b"RIFF okapi sound")
    with database.write() as connection:
        group = "INSERT INTO groups (id, name, meaning, contact, language) VALUES ('group', 'Group', '', '', 'en')"
        connection.exec_driver_sql(group)
    RecordingStore(database).add(sound)
    SettingsStore(database).set("odd", f"half typed: {SECRET}")
    EditionStore(database).keep(
        EditionFile(
            meeting_id=FIRST,
            edition=1,
            form="easy_read",
            digest="d1",
            made_on=date(2026, 5, 2),
            data=b"%PDF zebub " + SECRET.encode() * 500,
        )
    )
    return database


def _bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).lower()


def _has_triggers(database: Database) -> bool:
    with database.read() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").scalar()
    return found == len(LOG_TRIGGERS)


def test_no_byte_of_the_folder_holds_the_words_while_it_is_open_and_after(full: Database, folder: Path) -> None:
    full.copy_into(folder / "coprod-before-0007.sqlite")
    held = _bytes_of(folder)
    assert all(mark in held for mark in MARKS)
    done = Erasure(full).take_out(FIRST, IDEA, _said())
    assert (done.meetings, done.copies, done.not_reached, done.is_clean) == ((FIRST, NEXT), 1, (), True)
    while_open = _bytes_of(folder)
    assert [mark for mark in MARKS if mark in while_open] == []
    full.close()
    assert [mark for mark in MARKS if mark in _bytes_of(folder)] == []


def test_only_the_words_go_and_ids_times_kinds_numbers_and_other_lines_stay(full: Database) -> None:
    def rows() -> list[tuple[object, ...]]:
        with full.read() as connection:
            query = "SELECT number, meeting_id, step_id, position, kind, at, is_automatic FROM meeting_log"
            return [tuple(row) for row in connection.exec_driver_sql(f"{query} WHERE kind <> 'words_taken_out'")]

    log = MeetingLog(full)
    before, facts = replay(FIRST, log.steps(FIRST)), rows()
    Erasure(full).take_out(FIRST, IDEA, _said())
    state = replay(FIRST, log.steps(FIRST))
    assert rows() == facts
    assert state.after.words_taken_out == {IDEA}
    idea = state.ideas[IDEA]
    assert (idea.words, idea.details.reason, idea.details.recording_id) == (Words(text=""), "", "")
    assert idea.details.proposer == Proposer(people=(JO,))
    assert idea.details.medium is Medium.RECORDING
    assert state.ideas[OTHER].words == before.ideas[OTHER].words
    decision = state.decisions[DECISION]
    assert decision.words == before.decisions[DECISION].words
    assert decision.details.objections == before.decisions[DECISION].details.objections
    assert decision.details.reason == "We heard it:"
    assert decision.details.wording_changed == WordingChange(first_words="")
    later = replay(NEXT, log.steps(NEXT))
    assert later.ideas[IdeaId("carried")].words.text == ""
    assert later.agenda[0].details.title == ""


def test_the_index_finds_nothing_of_it_and_is_as_if_made_anew(full: Database) -> None:
    Erasure(full).take_out(FIRST, IDEA, _said())
    index = LineIndex(full)
    within = Within(group_id=GroupId("group"), until=date(2027, 1, 1), but=MeetingId(""))
    assert index.find(asked_words("quaggawine"), within)[1] == ()
    with full.read() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM line_index ORDER BY meeting_id, kind, line_id").all()
    index.rebuild()
    with full.read() as connection:
        again = connection.exec_driver_sql("SELECT * FROM line_index ORDER BY meeting_id, kind, line_id").all()
    assert [tuple(row)[1:] for row in rows] == [tuple(row)[1:] for row in again]


def test_edition_bytes_and_recordings_go_and_digests_stay(full: Database) -> None:
    Erasure(full).take_out(FIRST, IDEA, _said())
    (file,) = EditionStore(full).of_meeting(FIRST)
    assert (file.data, file.digest, file.removed_on) == (None, "d1", AT.date())
    assert RecordingStore(full).get("sound") is None


def test_the_record_still_cannot_be_changed_by_anybody_else(full: Database) -> None:
    Erasure(full).take_out(FIRST, IDEA, _said())
    assert _has_triggers(full)
    for statement in ("UPDATE meeting_log SET payload = '{}'", "DELETE FROM meeting_log"):
        with pytest.raises(StorageFault), full.write() as connection:
            connection.exec_driver_sql(statement)


def test_when_it_fails_all_is_as_it_was_and_the_triggers_stand(full: Database) -> None:
    log = MeetingLog(full)
    before = log.steps(FIRST)
    twice = Step(id=StepId("first-0"), at=AT, events=_said().events)  # this step id is taken: the last write fails
    with pytest.raises(StorageFault):
        Erasure(full).take_out(FIRST, IDEA, twice)
    assert log.steps(FIRST) == before
    assert _has_triggers(full)
    assert RecordingStore(full).get("sound") is not None
    assert not SettingsStore(full).get(REWRITE_DUE)


def test_some_words_of_a_line_can_stay(full: Database) -> None:
    texts = [text for _, text in Erasure(full).texts(FIRST, IDEA)]
    Erasure(full).take_out(FIRST, IDEA, _said(), but=[text for text in texts if "wapiti" not in text])
    state = replay(FIRST, MeetingLog(full).steps(FIRST))
    assert state.ideas[IDEA].words.text == SECRET
    assert state.ideas[IDEA].details.reason == ""


def test_the_words_of_an_undone_step_go_too(full: Database, folder: Path) -> None:
    undone = ev.ActionAgreed(
        action_id=ActionId("action"), words=Words(text="Ask vicunadoctor"), details=ActionDetails(result="vicuna")
    )
    log = MeetingLog(full)
    log.append(FIRST, Step(id=StepId("a"), at=AT, events=(undone,)), None)
    log.append(FIRST, Step(id=StepId("b"), at=AT, events=(ev.StepUndone(step_id=StepId("a")),)), None)
    Erasure(full).take_out(FIRST, "action", _said("action"))
    assert b"vicuna" not in _bytes_of(folder)


def test_a_split_item_loses_its_own_title_and_its_parts_keep_theirs(database: Database) -> None:
    whole, part = AgendaItemId("whole"), AgendaItemId("part")
    proposer = Proposer(people=(JO,))
    item = AgendaItemDetails(title="Bus", proposer=proposer)
    events: list[Event] = [
        _opened("Doors", 1),
        ev.AgendaItemProposed(item_id=whole, details=item),
        AgendaItemSplit(
            item_id=whole,
            details=AgendaItemDetails(title="Bus one", proposer=proposer),
            parts=(ItemPart(item_id=part, details=AgendaItemDetails(title="Bus two", proposer=proposer)),),
        ),
    ]
    _write(database, FIRST, events)
    Erasure(database).take_out(FIRST, part, _said(part))
    agenda = replay(FIRST, MeetingLog(database).steps(FIRST)).agenda
    assert [one.details.title for one in agenda] == ["Bus one", ""]
    Erasure(database).take_out(FIRST, whole, _said(whole))
    agenda = replay(FIRST, MeetingLog(database).steps(FIRST)).agenda
    assert [one.details.title for one in agenda] == ["", ""]


def test_short_words_that_many_lines_share_are_left_in_the_others(database: Database) -> None:
    events: list[Event] = [_opened("Seats", 1)]
    for number in range(2):
        idea = IdeaDetails(proposer=Proposer(people=(JO,)), reason="No money", outcome=IdeaOutcome.NOT_TAKEN_UP)
        events.append(ev.IdeaRecorded(idea_id=IdeaId(f"i{number}"), words=Words(text="Seats"), details=idea))
    _write(database, FIRST, events)
    Erasure(database).take_out(FIRST, "i0", _said("i0"))
    state = replay(FIRST, MeetingLog(database).steps(FIRST))
    assert (state.ideas[IdeaId("i0")].words.text, state.ideas[IdeaId("i0")].details.reason) == ("", "")
    assert (state.ideas[IdeaId("i1")].words.text, state.ideas[IdeaId("i1")].details.reason) == ("Seats", "No money")
    assert state.title == "Seats"


def test_copies_of_every_kind_in_the_folder_are_reached_and_others_are_named(full: Database, folder: Path) -> None:
    save_copy(full, folder / "my copy.sqlite")
    other = sqlite3.connect(folder / "somebody else.sqlite")
    other.execute("CREATE TABLE notes (words TEXT)")
    other.commit()
    other.close()
    (folder / "broken.sqlite").write_bytes((folder / "my copy.sqlite").read_bytes()[:5000])
    done = Erasure(full).take_out(FIRST, IDEA, _said())
    assert (done.copies, done.not_reached) == (1, ("broken.sqlite",))
    assert b"quagga" not in (folder / "my copy.sqlite").read_bytes().lower()
    copy = sqlite3.connect(folder / "my copy.sqlite")
    assert copy.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone() == (2,)
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()
    assert not list(folder.glob("my copy.sqlite-*"))


def test_when_somebody_reads_meanwhile_the_file_is_written_anew_the_next_time(full: Database, folder: Path) -> None:
    with full.read() as reading:
        reading.exec_driver_sql("SELECT count(*) FROM meeting_log").scalar()
        done = Erasure(full).take_out(FIRST, IDEA, _said())
        assert not done.is_clean
    assert SettingsStore(full).get(REWRITE_DUE) == "1"
    assert Erasure(full).rewrite_if_due()
    assert not SettingsStore(full).get(REWRITE_DUE)
    assert b"quagga" not in _bytes_of(folder)


def test_every_field_of_an_event_that_holds_text_is_known_to_be_words_or_not() -> None:
    """A new field must be looked at by somebody before it can be forgotten."""
    from coprod_desktop.storage.words_to_take_out import MEDIA_FIELDS, WORD_FIELDS
    from tests.storage.text_fields import NOT_WORDS_OF_A_LINE, text_fields

    assert text_fields() == {*WORD_FIELDS, *MEDIA_FIELDS, *NOT_WORDS_OF_A_LINE}


def test_times_of_people_are_dropped_and_what_was_said_stays(full: Database) -> None:
    from coprod_desktop.domain.ids import TurnId
    from coprod_desktop.domain.participation import arrive

    log = MeetingLog(full)
    spoken: list[Event] = [
        *arrive(replay(FIRST, log.steps(FIRST)), JO, at="2026-05-01T10:00:00+00:00"),
        ev.HandRaised(person_id=JO),
        ev.TurnStarted(turn_id=TurnId("t"), person_id=JO, started_at="2026-05-01T10:01:00+00:00"),
        ev.TurnPaused(turn_id=TurnId("t"), used_ms=61_234, at="2026-05-01T10:02:00+00:00"),
        ev.TurnEnded(turn_id=TurnId("t"), ended_at="2026-05-01T10:03:00+00:00", used_ms=61_234, paused_seconds=17),
    ]
    for number, event in enumerate(spoken):
        log.append(FIRST, Step(id=StepId(f"t{number}"), at=AT, events=(event,)), None)
    log.keep_heartbeat(FIRST, TurnId("t"), 61_234, "2026-05-01T10:02:00+00:00")
    before = replay(FIRST, log.steps(FIRST))
    kept = after.TimesDropped(seconds=61)
    Erasure(full).drop_times(FIRST, Step(id=StepId("drop"), at=AT, events=(kept,), is_automatic=True))
    state = replay(FIRST, log.steps(FIRST))
    assert (state.turns, state.after.times_dropped) == ({}, kept)
    assert (state.ideas, state.decisions, state.attendance) == (before.ideas, before.decisions, before.attendance)
    assert log.heartbeat(FIRST) is None
    with full.read() as connection:
        query = "SELECT payload FROM meeting_log WHERE kind LIKE 'turn_%' OR kind LIKE 'hand_%'"
        payloads = [json.loads(payload) for (payload,) in connection.exec_driver_sql(query)]
    assert len(payloads) == 4
    assert all(not payload.get("person_id") and not payload.get("used_ms") for payload in payloads)
    assert not any("2026-05-01T10:0" in json.dumps(payload) for payload in payloads)
    assert _has_triggers(full)


def test_a_program_killed_while_it_takes_words_out_has_taken_all_or_nothing(folder: Path) -> None:
    moments = random.Random(20261124)
    started = _way_to_start()
    child.record_ideas(folder, 400)
    copy = Database.open(folder)
    copy.copy_into(folder / "coprod-before-0007.sqlite")
    copy.close()
    first = 0
    for number_of_kill in range(12):
        receiving, sending = started.Pipe(duplex=False)
        process = started.Process(target=child.take_out_until_killed, args=(str(folder), first, sending))
        process.start()
        sending.close()
        told = [receiving.recv()] if number_of_kill % 2 else []  # then the kill comes after the first is done
        told += _told(receiving, moments.uniform(0.0, 0.4))
        process.kill()
        process.join()
        told += _told_until_the_end(receiving)
        receiving.close()

        database = Database.open(folder)
        state = replay(child.MEETING, MeetingLog(database).steps(child.MEETING))
        gone = {idea.id for idea in state.ideas.values() if not idea.words.text}
        assert gone == state.after.words_taken_out  # the words and the word that they are gone, or neither
        assert {child.idea_of(number) for number in told if number >= 0} <= gone
        assert _has_triggers(database)
        assert Erasure(database).rewrite_if_due()
        with database.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        database.close()
        held = (folder / "coprod.sqlite").read_bytes()
        first = len(gone)
        assert not any(f"quagga{number:04}x".encode() in held for number in range(first))
        assert f"quagga{first:04}x".encode() in held
    assert first >= 6
