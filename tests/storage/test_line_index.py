"""The index of lines says what the record says: after every step, after undo, after a kill, and when made anew."""

import multiprocessing
import random
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.after_events import AnswerTold
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, GroupId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    ItemState,
    NeededYes,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.replay import after_step, replay
from coprod_desktop.domain.room_events import AgendaItemsMerged
from coprod_desktop.domain.shared_words import AskedWords, asked_words
from coprod_desktop.domain.what_became import Became
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.driver import FILE_NAME
from coprod_desktop.storage.faults import StorageFault
from coprod_desktop.storage.indexed_line import IndexedLine
from coprod_desktop.storage.line_index import LineIndex, Within
from coprod_desktop.storage.meeting_log import MeetingLog
from tests.storage.indexing_child import MEETING, record_lines_until_killed
from tests.storage.sample_events import EVENTS
from tests.storage.storage_makers import MakeStep

M, OTHER = MeetingId("meeting"), MeetingId("other")
AMIRA = PersonId("amira")
BY_AMIRA = Proposer(people=(AMIRA,))
ITEM, IDEA, DECISION, ACTION = AgendaItemId("item"), IdeaId("idea"), DecisionId("decision"), ActionId("action")
WITHIN = Within(group_id=GroupId("group"), until=date(2030, 1, 1), but=MeetingId("the open one"))
KILLS = 15

PROPOSED = ev.AgendaItemProposed(item_id=ITEM, details=AgendaItemDetails(title="Bus shelters", proposer=BY_AMIRA))
SAID = ev.IdeaRecorded(
    idea_id=IDEA, words=Words(text="Seats with arms"), details=IdeaDetails(proposer=BY_AMIRA, item_id=ITEM)
)
WANTED = ev.DecisionRecorded(
    decision_id=DECISION,
    words=Words(text="Benches at each stop", easy_text="We want seats."),
    details=DecisionDetails(
        proposer=BY_AMIRA,
        outcome=Outcome.AGREED,
        item_id=ITEM,
        needs_yes_from=(NeededYes(who="The council", asked_on=date(2026, 3, 12)),),
    ),
)
PROMISED = ev.ActionAgreed(
    action_id=ACTION,
    words=Words(text="Write a letter"),
    details=ActionDetails(decision_id=DECISION, owners=(AMIRA,), due_on=date(2026, 4, 1)),
)


class Writer:
    """Adds steps to the log of a meeting as the running program does, with the meeting before and after."""

    def __init__(self, database: Database, make_step: MakeStep, meeting_id: MeetingId = M) -> None:
        self._log = MeetingLog(database)
        self._make_step = make_step
        self._id = meeting_id
        self._steps: list[ev.Step] = []
        self._state = MeetingState(id=meeting_id)

    def __call__(self, *events: ev.Event) -> ev.Step:
        step = self._make_step(*events)
        before = self._state
        after = self._after(step)
        self._log.append(self._id, step, header_of(after, changed_at=step.at), states=(before, after))
        self._steps.append(step)
        self._state = after
        return step

    def _after(self, step: ev.Step) -> MeetingState:
        if any(isinstance(event, ev.StepUndone) for event in step.events):
            return replay(self._id, [*self._steps, step])
        return after_step(self._state, step)

    def undo(self, step: ev.Step) -> ev.Step:
        return self(ev.StepUndone(step_id=step.id))


@pytest.fixture
def write(database: Database, make_step: MakeStep, opened: ev.MeetingOpened) -> Writer:
    """A meeting that was opened."""
    writer = Writer(database, make_step)
    writer(opened)
    return writer


def _rows(database: Database) -> list[tuple[Any, ...]]:
    """All that the index holds, but the number that only puts it in order."""
    of_line = "SELECT l.line_id, o.{0} FROM {1} o LEFT JOIN line_index l ON l.number = o.number"
    queries = ("SELECT * FROM line_index", of_line.format("person_id", "line_people"),
               of_line.format("from_id", "line_links"))  # fmt: skip
    with database.read() as connection:
        lines, people, links = (connection.exec_driver_sql(query).all() for query in queries)
    return sorted([tuple(row)[1:] for row in lines], key=str) + sorted(map(tuple, (*people, *links)), key=str)


def _count(database: Database) -> int:
    with database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM line_index").scalar_one())


def _words_are_found(database: Database) -> None:
    """The full-text table agrees with the rows that it tells of, letter by letter."""
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO line_words (line_words, rank) VALUES ('integrity-check', 1)")


def _agrees_with_the_record(database: Database) -> None:
    rows = _rows(database)
    _words_are_found(database)
    LineIndex(database).rebuild()
    assert rows == _rows(database)
    _words_are_found(database)


def _found(database: Database, words: str) -> list[str]:
    return [found.line.words.text for found in _lines(database, words)]


def _lines(database: Database, words: str, within: Within = WITHIN) -> tuple[IndexedLine, ...]:
    return LineIndex(database).find(asked_words(words), within)[1]


def _the_line(database: Database, words: str) -> IndexedLine:
    (found,) = _lines(database, words)
    return found


def test_each_kind_of_line_is_found_with_all_that_is_known_of_it(write: Writer, database: Database) -> None:
    write(PROPOSED)
    write(SAID)
    write(WANTED, PROMISED)

    item, idea = _the_line(database, "shelter"), _the_line(database, "arms")
    decision, action = _the_line(database, "benches"), _the_line(database, "letters ")
    assert (item.line.became, item.line.proposers) == (Became.ON_AGENDA, (AMIRA,))
    assert (idea.line.became, idea.line.item_id, idea.meeting_id) == (Became.NO_ANSWER_YET, ITEM, M)
    assert decision.line.words == Words(text="Benches at each stop", easy_text="We want seats.")
    assert decision.line.became is Became.WAITS_FOR_YES
    assert [(one.who, one.asked_on) for one in decision.line.waits_for] == [("The council", date(2026, 3, 12))]
    assert (action.line.item_id, action.line.due_on, action.line.became) == (ITEM, date(2026, 4, 1), Became.STILL_OPEN)
    assert decision.held_on == date(2026, 5, 1)
    _agrees_with_the_record(database)


def test_easy_words_are_found_too(write: Writer, database: Database) -> None:
    write(WANTED)
    assert _found(database, "seats") == _found(database, "benches") == ["Benches at each stop"]


def test_a_change_is_found_and_the_words_before_it_are_not(write: Writer, database: Database) -> None:
    write(PROPOSED, SAID)
    write(ev.IdeaReworded(idea_id=IDEA, words=Words(text="Chairs with arms")))
    write(ev.AgendaItemClosed(item_id=ITEM, state=ItemState.PARKED))

    assert _found(database, "seats") == []
    assert _found(database, "chairs") == ["Chairs with arms"]
    assert _the_line(database, "shelters").line.became is Became.KEPT_FOR_LATER
    _agrees_with_the_record(database)


def test_undo_and_redo_are_followed(write: Writer, database: Database) -> None:
    write(PROPOSED)
    said = write(SAID)
    undone = write.undo(said)
    assert _found(database, "arms") == []
    again = write.undo(undone)
    assert _found(database, "arms") == ["Seats with arms"]
    write.undo(again)
    assert _found(database, "arms") == []
    _agrees_with_the_record(database)


def test_undoing_the_opening_takes_every_line_away_and_redoing_it_brings_them_back(
    database: Database, make_step: MakeStep, opened: ev.MeetingOpened
) -> None:
    write = Writer(database, make_step)
    first = write(opened, PROPOSED)
    undone = write.undo(first)
    assert _rows(database) == []
    write.undo(undone)
    assert _found(database, "shelters") == ["Bus shelters"]


def test_an_action_follows_its_decision_to_another_item(write: Writer, database: Database) -> None:
    write(PROPOSED, WANTED, PROMISED)
    moved = replace(WANTED.details, item_id=AgendaItemId("elsewhere"))
    write(ev.DecisionChanged(decision_id=DECISION, details=moved))

    assert _the_line(database, "letters ").line.item_id == "elsewhere"
    _agrees_with_the_record(database)


def test_the_row_of_an_idea_follows_its_decision_its_actions_and_what_was_told(
    write: Writer, database: Database
) -> None:
    def untold() -> tuple[PersonId, ...]:
        return _the_line(database, "arms").line.untold

    def told(news: str) -> ev.Event:
        return AnswerTold(line_id=IDEA, news=news, told_on=date(2026, 6, 1), told_to=AMIRA)

    write(PROPOSED, SAID)
    assert untold() == ()
    decided = replace(SAID.details, outcome=IdeaOutcome.DECIDED)
    write(ev.IdeaChanged(idea_id=IDEA, details=decided))
    assert untold() == (AMIRA,)
    write(told("decided"))
    assert untold() == ()
    write(replace(WANTED, details=replace(WANTED.details, from_idea_id=IDEA)), PROMISED)
    assert untold() == (AMIRA,)
    step = write(told("decided; agreed, waiting"))
    assert untold() == ()
    done = replace(PROMISED.details, state=ActionState.DONE)
    write(ev.ActionChanged(action_id=ACTION, details=done))
    assert untold() == (AMIRA,)
    write.undo(step)
    assert untold() == (AMIRA,)
    assert _the_line(database, "benches").line.from_ids == (IDEA,)
    assert _the_line(database, "benches").line.untold == ()
    assert _the_line(database, "letters ").line.from_ids == (DECISION,)
    _agrees_with_the_record(database)


def test_a_press_that_leaves_the_words_alone_leaves_the_words_that_are_found_alone(
    write: Writer, database: Database
) -> None:
    write(PROPOSED, SAID)
    before = _number(database)
    write(ev.IdeaChanged(idea_id=IDEA, details=replace(SAID.details, outcome=IdeaOutcome.DECIDED)))
    assert _number(database) == before
    assert _the_line(database, "arms").line.became is Became.DECIDED


def _number(database: Database) -> int:
    return _the_line(database, "arms").number


def test_items_that_were_joined_leave_one_behind(write: Writer, database: Database) -> None:
    other = AgendaItemId("other item")
    write(PROPOSED, ev.AgendaItemProposed(item_id=other, details=replace(PROPOSED.details, title="Bus benches")), SAID)
    details = AgendaItemDetails(title="Shelters and benches", proposer=BY_AMIRA)
    write(AgendaItemsMerged(item_id=other, merged=(ITEM,), details=details))

    assert _found(database, "shelters") == ["Shelters and benches"]
    assert _the_line(database, "arms").line.item_id == other
    _agrees_with_the_record(database)


def test_another_date_puts_all_lines_of_the_meeting_there(write: Writer, database: Database) -> None:
    write(PROPOSED, SAID)
    write(ev.MeetingDetailsChanged(details=MeetingDetails(title="Doors", held_on=date(2026, 5, 8))))

    assert _the_line(database, "arms").held_on == date(2026, 5, 8)
    _agrees_with_the_record(database)


def test_the_newest_meeting_comes_first_whenever_it_was_written(
    database: Database, make_step: MakeStep, opened: ev.MeetingOpened
) -> None:
    for year in (2025, 2026, 2024):
        write = Writer(database, make_step, MeetingId(f"of {year}"))
        write(replace(opened, details=replace(opened.details, held_on=date(year, 5, 1))))
        write(replace(PROPOSED, details=replace(PROPOSED.details, title=f"Shelters in {year}")))

    assert _found(database, "shelters") == ["Shelters in 2026", "Shelters in 2025", "Shelters in 2024"]


def test_every_kind_of_event_leaves_index_and_record_agreeing(database: Database, make_step: MakeStep) -> None:
    write = Writer(database, make_step)
    for event in EVENTS:
        write(event)
        rows = _rows(database)
        LineIndex(database).rebuild()
        assert rows == _rows(database), event.kind
    assert _count(database) == 6
    _words_are_found(database)


def test_a_step_that_was_added_without_the_states_is_in_the_index_too(
    database: Database, make_step: MakeStep, opened: ev.MeetingOpened
) -> None:
    log = MeetingLog(database)
    log.append(M, make_step(opened, PROPOSED), None)
    log.append(M, make_step(SAID), None)

    assert _found(database, "arms") == ["Seats with arms"]
    _agrees_with_the_record(database)


def test_the_everyday_press_does_not_touch_the_index(write: Writer, database: Database) -> None:
    write(PROPOSED)
    LineIndex(database).forget(M)
    hand = write(ev.HandRaised(person_id=AMIRA))
    undone = write.undo(hand)
    write.undo(undone)
    write(ev.TurnLengthSet(seconds=60))
    # The first step that tells of a line reads the whole meeting into it.
    assert _rows(database) == []
    write(SAID)
    assert _count(database) == 2


def test_a_write_that_fails_leaves_neither_step_nor_row(write: Writer, database: Database) -> None:
    write(PROPOSED)
    before = _rows(database)
    with pytest.raises(StorageFault), database.write() as connection:
        _write_and_fail(write, database, connection)

    assert _rows(database) == before
    assert len(MeetingLog(database).steps(M)) == 2
    _agrees_with_the_record(database)


def _write_and_fail(write: Writer, database: Database, connection: Connection) -> None:
    write(SAID)
    assert _count(database) == 2
    connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")


def test_other_groups_later_meetings_the_open_one_and_what_is_put_away_are_left_out(
    database: Database, make_step: MakeStep, opened: ev.MeetingOpened
) -> None:
    write = Writer(database, make_step)
    write(opened, PROPOSED)
    seen = [
        len(_lines(database, "shelters", within))
        for within in (
            WITHIN,
            replace(WITHIN, group_id=GroupId("elsewhere")),
            replace(WITHIN, until=date(2026, 4, 30)),
            replace(WITHIN, but=M),
        )
    ]
    assert seen == [1, 0, 0, 0]
    away = write(ev.MeetingPutAway())
    assert _found(database, "shelters") == []
    write.undo(away)
    assert _found(database, "shelters") == ["Bus shelters"]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Café in Łódź", "cafe"),
        ("Café in Łódź", "lodz"),
        ("Smørrebrød for lunch", "smorrebrod"),
        ("Straße ohne Bäume", "strasse"),
        ("Đorđe ploča", "PLOCA"),
        ("Tŷ yn y pentref", "pentref"),
        ("Ŵyl y gwanwyn", "gwanwyn"),
        ("Ysgol yn Llŷn", "llyn "),
        ("مَدْرَسَة", "مدرسة"),
        ("Vé xe buýt", "buyt"),
        ("हिन्दी में", "हिन्दी"),
        ('The council\'s "bus" & (tea*) OR NEAR', 'council" OR *'),
        ("Bus-stop:seats", "seat"),
    ],
)
def test_words_are_found_without_their_accents_and_signs(
    write: Writer, database: Database, said: str, asked: str
) -> None:
    write(replace(SAID, words=Words(text=said)))
    assert _found(database, asked) == [said]


@pytest.mark.parametrize(
    "odd", ['"', "'; DROP TABLE line_index; --", "AND OR NOT", "shelter NEAR(", "*", "^shelter:", "\\"]
)
def test_no_typing_is_taken_for_a_command(write: Writer, database: Database, odd: str) -> None:
    write(PROPOSED)
    LineIndex(database).find(asked_words(odd + " words"), WITHIN)
    LineIndex(database).find(AskedWords(), WITHIN)
    assert _found(database, "shelters") == ["Bus shelters"]


def test_an_older_meeting_is_read_when_something_is_asked_for(
    write: Writer, database: Database, make_step: MakeStep, opened: ev.MeetingOpened
) -> None:
    write(PROPOSED, SAID)
    Writer(database, make_step, OTHER)(opened, replace(PROPOSED, item_id=AgendaItemId("third")))
    rows = _rows(database)
    with database.write() as connection:
        # As an older version left it: the tables are there and empty.
        for table in ("line_index", "line_people", "line_links", "indexed_meetings"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.exec_driver_sql("INSERT INTO line_words (line_words) VALUES ('delete-all')")

    index = LineIndex(database)
    assert index.read_unread(1)
    assert not index.read_unread(1)
    assert not index.read_unread(1)
    assert _rows(database) == rows
    _words_are_found(database)


def test_a_meeting_that_is_not_read_yet_is_read_whole_by_the_next_step(write: Writer, database: Database) -> None:
    write(PROPOSED, SAID)
    LineIndex(database).forget(M)
    assert _rows(database) == []
    write(WANTED)
    assert _count(database) == 3
    _agrees_with_the_record(database)


def test_forgotten_words_stand_nowhere_in_the_file_but_in_the_record(folder: Path, make_step: MakeStep) -> None:
    database = Database.open(folder)
    write = Writer(database, make_step)
    write(ev.MeetingOpened(group_id=GroupId("group"), details=MeetingDetails(title="Doors", held_on=date(2026, 5, 1))))
    write(replace(SAID, words=Words(text="Zebrafinch sings")))
    write(PROPOSED)
    assert _found(database, "zebrafinch") == ["Zebrafinch sings"]
    LineIndex(database).forget(M)
    database.close()

    kept = (folder / FILE_NAME).read_bytes()
    # The record itself is not for this test: erasing goes through a door of its own.
    assert kept.count(b"Zebrafinch") == 1
    assert b"zebrafinch" not in kept
    assert b"ebrafinch" not in kept.replace(b"Zebrafinch", b"", 1)


def test_a_kill_at_any_moment_leaves_record_and_index_agreeing(folder: Path) -> None:
    moments = random.Random(20260501)
    way = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    Database.open(folder).close()
    told = 0
    for round_number in range(KILLS):
        receiving, sending = way.Pipe(duplex=False)
        child = way.Process(target=record_lines_until_killed, args=(str(folder), round_number, sending))
        child.start()
        sending.close()
        receiving.recv()
        told += 1
        end = time.monotonic() + moments.uniform(0.0, 0.1)
        while (left := end - time.monotonic()) > 0 and receiving.poll(left):
            receiving.recv()
            told += 1
        child.kill()
        child.join()
        receiving.close()

        database = Database.open(folder)
        assert len(MeetingLog(database).steps(MEETING)) >= told
        _agrees_with_the_record(database)
        database.close()
    assert told > KILLS


def test_a_copy_of_the_file_finds_the_same(write: Writer, database: Database, tmp_path: Path) -> None:
    write(PROPOSED, SAID)
    (tmp_path / "copy").mkdir()
    database.copy_into(tmp_path / "copy" / FILE_NAME)
    copy = Database.open(tmp_path / "copy")
    assert _rows(copy) == _rows(database)
    assert _found(copy, "shelters") == ["Bus shelters"]
    copy.close()


def test_a_result_of_an_action_is_told(write: Writer, database: Database) -> None:
    write(PROMISED)
    write(ev.ActionChanged(action_id=ACTION, details=ActionDetails(state=ActionState.DONE, result="Sent")))
    assert _the_line(database, "letters ").line.became is Became.DONE


def test_words_that_stand_very_often_in_a_text_leave_the_index_whole(database: Database, write: Writer) -> None:
    """In SQLite 3.53 the full-text table with its own secure delete was damaged at the 58th of these changes."""
    often, chance = "long " * 3900, random.Random(0)
    texts = (often, "a lamp", "we want seats at the stop", f"{often}lamp", "he said no and near")
    known: set[IdeaId] = set()
    for _ in range(60):
        idea_id, words = IdeaId(f"idea-{chance.randrange(12)}"), Words(text=chance.choice(texts))
        details = IdeaDetails(proposer=BY_AMIRA)
        write(
            ev.IdeaReworded(idea_id=idea_id, words=words)
            if idea_id in known
            else ev.IdeaRecorded(idea_id=idea_id, words=words, details=details)
        )
        known.add(idea_id)
        with database.write() as connection:
            connection.exec_driver_sql("INSERT INTO line_words (line_words, rank) VALUES ('integrity-check', 1)")
