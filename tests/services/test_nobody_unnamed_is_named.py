"""Somebody who did not want to be named stays unnamed in everything that is found, traced, told and printed (DP-05)."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from sqlalchemy import text

from coprod_desktop.cli import main
from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.after_events import LineAnswer
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import DecisionId, MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    BetweenMeetings,
    DecisionDetails,
    DidItHelp,
    Helped,
    HowDecided,
    IdeaDetails,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    Words,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, NamedAs, Perspective
from coprod_desktop.domain.presence import presence_of
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.searching import Filters
from coprod_desktop.services.bootstrap import Services
from tests.services.fixed_clock import FixedClock

SECRET = ("Nuriana", "Quillfeather", "Wombatina", "Formerly", "Oldname")
"""First name, surname, chosen name, and what she was called before."""

NEEDS = ("Zebra", "Yodel", "Quokka")
LIVED, CARER = Perspective.LIVED_EXPERIENCE, Perspective.CARER
PRINTED = (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT)
TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Told:
    """A meeting in which she did everything that can be done, and what there is to ask about it."""

    services: Services
    group: Group
    meeting_id: MeetingId
    nuriana: PersonId
    bob: PersonId
    ticket: int
    lines: tuple[str, ...]
    folder: Path

    def rows(self, table: str) -> str:
        with self.services.database.read() as connection:
            return " ".join(str(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {table}")))


@pytest.fixture
def told(services: Services, group: Group, tmp_path: Path) -> Told:
    people = services.people
    needs = tuple(
        AccessNeed(code=code, detail=f"Zebra {code}", consent_on=date(2026, 1, 13), consent_words="Quokka")
        for code in NEED_CODES
    )
    first = people.save(replace(people.new_person(group.id), name="Formerly Oldname", needs=needs, contact="Yodel"))
    easy = MinutesChoice(format=MinutesFormat.EASY_READ)
    nuriana = people.save(
        replace(first, name="Nuriana Quillfeather", chosen_name="Wombatina", named_as=NamedAs.UNNAMED, minutes=easy)
    ).id
    bob = people.add_walk_in(group.id, "Bob Brown").id
    cai = people.add_walk_in(group.id, "Cai Davies").id
    running = services.meetings.begin(group.id, MeetingDetails(title="Bus stops", held_on=TODAY), [nuriana, bob, cai])
    ask, hers = running.requests, Proposer(people=(nuriana,))
    ask.arrive(nuriana, perspectives=(LIVED,))
    ask.arrive(bob, perspectives=(CARER,))
    item = ask.propose_item(AgendaItemDetails(title="Lamps and seats", proposer=hers))
    ask.open_item(item)
    running.turns.start(people.get(nuriana))
    running.turns.end()
    idea = ask.record_idea(Words(text="Lamps at the library stop"), IdeaDetails(proposer=hers, item_id=item))
    like = ask.record_idea(Words(text="Lamps by the shop"), IdeaDetails(proposer=Proposer(people=(bob,))))
    ask.join_ideas(idea, [like])
    by_number = ask.record_idea(
        Words(text="A seat with arms"), IdeaDetails(proposer=Proposer(source=Source.UNNAMED), item_id=item)
    )
    alone = ask.record_idea(Words(text="A roof on it"), IdeaDetails(proposer=hers))
    decision = ask.record_decision(
        Words(text="We buy 4 lamps."),
        DecisionDetails(
            proposer=hers,
            outcome=Outcome.AGREED,
            from_idea_id=idea,
            supported_by=(nuriana, bob),
            built_on_by=(nuriana,),
            stood_aside=(nuriana,),
            tried_by=(nuriana,),
            tried_words="At home for a year.",
            how_decided=HowDecided.CONSENSUS,
            objections=(Objection(text="They cost too much", by=hers),),
            needs_yes_from=(NeededYes(who="the council", asked_on=date(2026, 11, 1)),),
            between=BetweenMeetings(asked=(nuriana, bob), how="By phone", not_asked=(cai,)),
        ),
    )
    ask.agree_action(
        Words(text="Write to the shop"), ActionDetails(decision_id=decision, owners=(nuriana,), time_wanted="1 hour")
    )
    secret = ask.record_decision(
        Words(text="We change the day."),
        DecisionDetails(
            proposer=hers,
            outcome=Outcome.AGREED,
            supported_by=(nuriana, bob),
            stood_aside=(cai,),
            how_decided=HowDecided.SECRET_COUNT,
            votes=Votes(yes=2, no=1),
            objections=(Objection(text="I work that day", by=Proposer(people=(cai,))),),
        ),
    )
    job = next(iter(running.live.state.actions.values()))
    ask.change_action(job.id, job.words, replace(job.details, state=ActionState.DONE, result="Sent"))
    ask.say_helped(job.id, DidItHelp(answer=Helped.NO, said_on=TODAY, by=nuriana))
    ask.take_back_idea(alone, by=nuriana)
    ask.take_back_objection(decision, 0, by=nuriana)
    ask.finish()
    services.editions.check(running.live.id, nuriana, {str(decision): (LineAnswer.TALK, "Ring me")})
    services.editions.reader_said(running.live.id, nuriana, is_easy=True)
    services.editions.make_edition(running.live.id)
    services.editions.correct(
        running.live.id, str(idea), asked_by=nuriana, words=Words(text="Lamps at the library bus stop")
    )
    services.editions.make_edition(running.live.id)
    ticket = running.live.state.ideas[by_number].details.ticket
    assert ticket is not None
    lines = tuple(str(one) for one in (item, idea, like, by_number, alone, decision, secret, job.id))
    return Told(services, group, running.live.id, nuriana, bob, ticket, lines, tmp_path)


def _hidden(words: str) -> list[str]:
    return [one for one in (*SECRET, *NEEDS) if one.casefold() in words.casefold()]


def _pdf_words(data: bytes) -> str:
    """Everything in a PDF that is words: pages, tags, bookmarks, metadata, in every object and stream."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for one in pdf.objects:
            found += _strings(one)
    document = pypdfium2.PdfDocument(data)
    found += [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return " ".join(found)


def _strings(one: pikepdf.Object) -> Iterator[str]:
    if isinstance(one, pikepdf.Stream):
        yield one.read_bytes().decode("latin-1")
    if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for _, value in one.items():
            yield from _strings(value) if not getattr(value, "is_indirect", False) else ()
    elif isinstance(one, pikepdf.Array):
        for value in one:
            yield from _strings(value) if not getattr(value, "is_indirect", False) else ()
    elif isinstance(one, pikepdf.String):
        yield str(one)


def _words_of(data: bytes) -> str:
    return _pdf_words(data) if data.startswith(b"%PDF") else data.decode()


@pytest.mark.parametrize("typed", [*SECRET, "Nur", "quill", "womb", "Nuriana Quillfeather"])
def test_nothing_is_found_by_the_name_of_somebody_unnamed(told: Told, typed: str) -> None:
    assert told.services.search.find(typed) == ()


def test_a_former_name_finds_nothing_and_a_printed_name_does(told: Told) -> None:
    assert told.services.search.find("Formerly") == ()
    assert told.services.search.find("Bob")


def test_lines_and_paths_name_nobody_unnamed(told: Told) -> None:
    found = told.services.search.find("", Filters(since=date(2026, 1, 1)))
    assert {one.line_id for one in found} >= set(told.lines)
    assert not _hidden(repr(found))
    assert all(told.nuriana not in one.whose.people for one in found)
    for line in told.lines:
        path = told.services.trace.path(line, today=TODAY)
        assert path is not None
        assert not _hidden(repr(path))
        for wanted in PRINTED:
            papers = told.services.trace_papers
            paper = papers.paper(papers.told(line), wanted)
            assert not _hidden(paper.file_name)
            assert not _hidden(_words_of(told.services.minutes.render(paper.content, paper.order)))


@pytest.mark.parametrize("wanted", PRINTED)
def test_slips_and_the_page_of_the_group_name_nobody_unnamed(told: Told, wanted: MinutesFormat) -> None:
    papers = told.services.feedback_papers
    slips = [
        *papers.slips(told.group.id, as_format=wanted, with_waiting=True),
        papers.slip(told.nuriana, is_whole=True, as_format=wanted),
        papers.slip(told.bob, is_whole=True, as_format=wanted),
        papers.ticket_slip(told.group.id, told.ticket, as_format=wanted),
        papers.group_page(told.group.id, as_format=wanted),
    ]
    assert len(slips) >= 6
    for slip in slips:
        assert not _hidden(slip.file_name)
        words = _words_of(papers.render(slip))
        assert len(words) > 100
        assert not _hidden(words)
    assert not _hidden(papers.file_name(slips))
    assert not _hidden(_words_of(papers.together(slips)))


@pytest.mark.parametrize("wanted", PRINTED)
def test_minutes_and_editions_name_nobody_unnamed(told: Told, wanted: MinutesFormat) -> None:
    services = told.services
    assert not _hidden(_words_of(services.minutes.make(told.meeting_id, wanted)))
    services.editions.agree(told.meeting_id)
    kept = services.editions.pages.file(told.meeting_id, services.editions.standing(told.meeting_id).edition, wanted)
    assert kept.data is not None
    words = _words_of(kept.data)
    assert "lamps" in words
    assert not _hidden(words)


def test_what_is_read_aloud_names_nobody_unnamed(told: Told) -> None:
    content = told.services.minutes.content(told.meeting_id)
    assert not _hidden(told.services.speech.script_for(content))


@pytest.mark.parametrize("with_numbers", [False, True])
def test_check_sheets_name_nobody_unnamed_and_each_is_a_file_of_its_own(told: Told, with_numbers: bool) -> None:
    second = told.services.people.add_walk_in(told.group.id, "Second Unseen")
    told.services.people.save(replace(second, named_as=NamedAs.UNNAMED))
    told.services.meetings.open(told.meeting_id).requests.arrive(second.id)
    sheets = told.services.check_sheets
    papers = list(sheets.papers(told.meeting_id, with_numbers=with_numbers))
    assert len({paper.file_name for paper in papers}) == len(papers) == 4
    for paper in papers:
        assert not _hidden(paper.file_name)
        words = _words_of(sheets.render(paper))
        assert not _hidden(words)
        assert "Unseen" not in words + paper.file_name
    numbers = sheets.numbers(told.meeting_id)
    hers = next(paper for paper in papers if paper.person_id == told.nuriana)
    assert str(numbers[told.nuriana]) in _words_of(sheets.render(hers)), "whoever gives it out must know whose it is"


def test_the_letter_that_waits_and_the_ticket_name_nobody_unnamed(told: Told) -> None:
    decision = DecisionId(told.lines[5])
    letter = told.services.letters.letter(told.meeting_id, decision, 0)
    ticket = told.services.tickets.slip(told.group.id, told.ticket)
    for paper in (letter, ticket):
        assert not _hidden(paper.file_name)
        assert not _hidden(_words_of(told.services.minutes.render(paper.content, paper.order)))


def test_no_name_and_no_need_stands_anywhere_in_the_file_but_with_the_people(told: Told) -> None:
    told.services.search.prepare_all()
    with told.services.database.read() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    holding = {table for table in tables if _hidden(told.rows(table))}
    assert "line_index" in tables
    assert {
        table for table in holding if not table.startswith(("people", "person", "need", "access", "consent"))
    } == set()
    assert not {table for table in tables if "Oldname" in told.rows(table)}, "a name that was changed is kept nowhere"


def test_the_commands_name_nobody_unnamed(told: Told, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(told.services.folder)
    for typed in ("lamps", "seat", "library", "shop", "day"):
        assert main(["find", "--data", folder, typed, "--json"]) == 0
        out = capsys.readouterr().out
        assert json.loads(out)
        assert not _hidden(out)
        assert main(["find", "--data", folder, typed]) == 0
        assert not _hidden(capsys.readouterr().out)
    for typed in SECRET:
        assert main(["find", "--data", folder, typed, "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == []
    for who in ("all", "group", str(told.nuriana), str(told.bob)):
        made = told.folder / f"out-{who}.pdf"
        assert main(["feedback", "--data", folder, "--person", who, "--format", "easy_read", "--out", str(made)]) == 0
        assert not _hidden(_words_of(made.read_bytes()))
        assert not _hidden("".join(capsys.readouterr()))


def test_a_secret_count_tells_nobody_in_the_raw_record_and_undo_brings_no_names(told: Told) -> None:
    secret = told.lines[6]
    people = [str(one) for one in told.services.meetings.state(told.meeting_id).attendance]
    rows = [json.loads(one) for one in _payloads(told) if secret in one]
    assert rows
    for row in rows:
        details = row.get("details", {})
        assert not details.get("supported_by")
        assert not details.get("stood_aside")
        assert all(not one.get("by") for one in details.get("objections", ()))
    cai = people[2]
    assert not any(cai in json.dumps(row) for row in rows)


def test_who_takes_back_what_was_said_at_a_secret_count_is_not_kept(told: Told) -> None:
    live = told.services.meetings.open(told.meeting_id)
    secret, bob = DecisionId(told.lines[6]), told.bob
    live.requests.take_back_objection(secret, 0, by=bob)
    taken_back = [payload for kind, payload in _kinds(told) if kind == "taken_back_openly" and secret in payload]
    assert len(taken_back) == 1
    assert bob not in taken_back[0]


def test_undo_redo_and_the_record_file_bring_no_names_to_a_secret_count(told: Told) -> None:
    running = told.services.meetings.open(told.meeting_id)
    running.requests.reopen()
    people = tuple(running.live.state.attendance)
    details = DecisionDetails(
        proposer=Proposer(source=Source.WHOLE_GROUP),
        outcome=Outcome.AGREED,
        supported_by=people,
        stood_aside=people[:1],
        how_decided=HowDecided.SECRET_COUNT,
        votes=Votes(yes=2, no=1),
    )
    decision_id = running.requests.record_decision(Words(text="We share the money."), details)
    for act in (running.live.undo, running.live.redo):
        act()
        assert not any(who in one for one in _payloads(told) if decision_id in one for who in people)
    change = replace(running.live.state.decisions[decision_id].details, supported_by=people, reason="It is fair.")
    running.requests.change_decision(decision_id, Words(text="We share all the money."), change)
    running.live.undo()
    assert not any(who in one for one in _payloads(told) if decision_id in one for who in people)
    exported = told.services.records.export(told.meeting_id)["meeting"]["decisions"]
    written = next(json.dumps(one) for one in exported if "We share the money." in json.dumps(one))
    assert not any(who in written for who in people)


def test_no_thank_you_leaves_no_more_than_a_job_without_them(told: Told) -> None:
    running = told.services.meetings.open(told.meeting_id)
    job = next(iter(running.live.state.actions))
    before = len(_kinds(told))
    running.requests.say_no_thank_you(job, told.nuriana)
    ((kind, payload),) = _kinds(told)[before:]
    assert kind == "action_changed", "as any other change"
    assert told.nuriana not in json.loads(payload)["details"]["owners"]
    assert told.nuriana not in running.live.state.actions[job].details.owners
    path = told.services.trace.path(job, today=TODAY)
    assert path is not None
    assert "thank" not in repr(path).casefold()


def test_after_the_minutes_are_agreed_no_row_tells_when_one_person_spoke_or_went_out(told: Told) -> None:
    running = told.services.meetings.open(told.meeting_id)
    running.requests.reopen()
    running.room.step_out(told.nuriana)
    running.room.step_back(told.nuriana)
    running.requests.finish()
    told.services.editions.agree(told.meeting_id)
    for kind, payload in _kinds(told):
        if kind.startswith(("turn_", "hand_", "person_stepped", "wanted_", "go_round")):
            assert told.nuriana not in payload, f"{kind}: {payload}"
            assert told.bob not in payload, f"{kind}: {payload}"


def test_the_presence_at_a_decision_stays_true_when_nobody_can_tell_who_was_out(told: Told) -> None:
    running, clock = told.services.meetings.open(told.meeting_id), told.services.clock
    assert isinstance(clock, FixedClock)
    running.requests.reopen()
    clock.pass_seconds(60)
    running.room.step_out(told.bob)
    clock.pass_seconds(60)
    details = DecisionDetails(
        proposer=Proposer(source=Source.WHOLE_GROUP),
        outcome=Outcome.AGREED,
        decided_at=clock.now().astimezone().isoformat(timespec="seconds"),
    )
    decision_id = running.requests.record_decision(Words(text="We meet again."), details)
    clock.pass_seconds(60)
    running.room.step_back(told.bob)
    running.requests.finish()
    before = presence_of(running.live.state, running.live.state.decisions[decision_id])
    assert before.counts == {LIVED: 1}
    number = told.services.editions.agree(told.meeting_id)
    state = told.services.meetings.state(told.meeting_id)
    assert not [seen.away for seen in state.attendance.values() if seen.away]
    assert presence_of(state, state.decisions[decision_id]) == before
    made = told.services.editions.pages
    first = made.file(told.meeting_id, number, MinutesFormat.PLAIN_TEXT)
    assert made.made_again(told.meeting_id, number, MinutesFormat.PLAIN_TEXT)
    assert first.data is not None
    assert not told.services.erasure.drop_times(told.meeting_id), "nothing is left to drop"


def _payloads(told: Told) -> list[str]:
    return [payload for _, payload in _kinds(told)]


def _kinds(told: Told) -> list[tuple[str, str]]:
    with told.services.database.read() as connection:
        return [(row[0], row[1]) for row in connection.execute(text("SELECT kind, payload FROM meeting_log"))]
