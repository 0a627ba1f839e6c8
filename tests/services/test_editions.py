"""Two yeses and editions: a draft becomes minutes that readers find easy and a meeting agreed (R26, ER-34, DP-16)."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.after_events import ChangeKind, LineAnswer
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import DecisionId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import DecisionDetails, IdeaDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, NamedAs, Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.pdf_words import words_of
from tests.services.fixed_clock import FixedClock

EASY, LARGE, TEXT = MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT


class Club:
    """A group of four, two of whom chose easy read, and a finished meeting with an idea and a decision of Jo's."""

    def __init__(self, services: Services, group: Group) -> None:
        self.services, self.group = services, group
        self.jo, self.sam, self.bea, self.tom = (
            self._person(name, is_reader) for name, is_reader in
            (("Jo Adams", True), ("Sam Bell", True), ("Bea Cole", False), ("Tom Dean", False))
        )  # fmt: skip
        self.first = self.begin("Seats", date(2026, 11, 10))
        self.idea, self.decision = self._decide()
        self.first.requests.finish()

    @property
    def meeting(self) -> MeetingId:
        """The finished meeting."""
        return self.first.live.id

    def begin(self, title: str, held_on: date) -> RunningMeeting:
        """A meeting with everybody."""
        people = [self.jo, self.sam, self.bea, self.tom]
        running = self.services.meetings.begin(self.group.id, MeetingDetails(title=title, held_on=held_on), people)
        for who in people:
            running.requests.arrive(who, perspectives=(Perspective.LIVED_EXPERIENCE,))
        return running

    def text(self, edition: int) -> str:
        """What the plain text of an edition says."""
        data = self.services.editions.pages.file(self.meeting, edition, TEXT).data
        assert data is not None
        return data.decode()

    def _person(self, name: str, is_reader: bool) -> PersonId:
        person = self.services.people.add_walk_in(self.group.id, name)
        if is_reader:
            self.services.people.save(replace(person, minutes=MinutesChoice(format=EASY)))
        return person.id

    def _decide(self) -> tuple[IdeaId, DecisionId]:
        of_jo = Proposer(people=(self.jo,))
        idea = self.first.requests.record_idea(Words(text="We want seats."), IdeaDetails(proposer=of_jo))
        details = DecisionDetails(proposer=of_jo, outcome=Outcome.AGREED, from_idea_id=idea)
        return idea, self.first.requests.record_decision(Words(text="We buy 3 seats."), details)


@pytest.fixture
def club(services: Services, group: Group) -> Club:
    """A meeting that can be checked."""
    return Club(services, group)


def test_a_draft_says_so_until_two_readers_find_these_words_easy(club: Club) -> None:
    editions = club.services.editions
    assert club.services.minutes.content(club.meeting).draft_words
    editions.reader_said(club.meeting, club.jo, is_easy=True)
    editions.reader_said(club.meeting, club.jo, is_easy=True)
    assert club.services.minutes.content(club.meeting).draft_words
    editions.reader_said(club.meeting, club.sam, is_easy=True)
    assert editions.standing(club.meeting).is_easy
    assert not club.services.minutes.content(club.meeting).draft_words
    club.first.requests.change_idea(
        club.idea, Words(text="We want soft seats."), IdeaDetails(proposer=Proposer(people=(club.jo,)))
    )
    assert club.services.minutes.content(club.meeting).draft_words


def test_one_reader_is_enough_for_a_group_that_says_so(club: Club) -> None:
    club.services.groups.save(replace(club.group, readers_needed=1))
    club.services.editions.reader_said(club.meeting, club.sam, is_easy=True)
    assert not club.services.minutes.content(club.meeting).draft_words


def test_only_people_who_chose_easy_read_for_themselves_are_readers(club: Club) -> None:
    assert [one.id for one in club.services.editions.readers(club.meeting)] == [club.jo, club.sam]
    with pytest.raises(NotAllowed):
        club.services.editions.reader_said(club.meeting, club.bea, is_easy=True)


def test_a_reader_who_finds_it_hard_is_no_yes(club: Club) -> None:
    for who in (club.jo, club.sam):
        club.services.editions.reader_said(club.meeting, who, is_easy=True)
    club.services.editions.reader_said(club.meeting, club.sam, is_easy=False, words="Too long.")
    assert not club.services.editions.standing(club.meeting).is_easy


def test_each_person_is_asked_about_their_own_lines_first(club: Club) -> None:
    own = club.services.editions.check_lines(club.meeting, club.jo)
    assert [(line.line.id, line.is_own) for line in own] == [(club.idea, True), (club.decision, True)]
    others = club.services.editions.check_lines(club.meeting, club.tom)
    assert [(line.line.id, line.is_own) for line in others] == [(club.decision, False)]


def test_from_edition_1_to_an_agreed_edition_2(club: Club) -> None:
    """The whole way: edition 1, a reader check, a correction from a check sheet, edition 2, agreed, made again."""
    services, editions = club.services, club.services.editions
    assert editions.make_edition(club.meeting) == 1
    assert editions.make_edition(club.meeting) == 1
    assert "These minutes have the number 1." in club.text(1)
    editions.reader_said(club.meeting, club.jo, is_easy=True)
    editions.check(club.meeting, club.jo, {club.decision: (LineAnswer.NO, "I said 4 seats.")})
    assert services.editions.check_lines(club.meeting, club.jo)[1].answer is not None
    next_meeting = club.begin("Next", date(2026, 11, 24))
    asked = editions.to_agree(next_meeting.live.id)
    assert asked is not None
    assert (asked.meeting_id, asked.to_talk_about) == (club.meeting, 1)
    editions.correct(club.meeting, club.decision, asked_by=club.jo, words=Words(text="We buy 4 seats."))
    still_asked = editions.to_agree(next_meeting.live.id)
    assert still_asked is not None
    assert still_asked.to_talk_about == 0
    assert editions.make_edition(club.meeting) == 2
    (change,) = club.first.live.state.after.editions[-1].changes
    assert (change.change, change.line_id, change.asked_by) == (ChangeKind.WORDS, club.decision, club.jo)
    draft = club.text(2)
    assert "Not finished. Please check it." in " ".join(draft.split())
    assert "What is new in number 2" in draft
    assert "Jo asked for this." in draft
    assert "We have not agreed these minutes yet." in draft
    for who in (club.jo, club.sam):
        editions.reader_said(club.meeting, who, is_easy=True)
    editions.agree(club.meeting, agreed_on=date(2026, 11, 24), in_meeting=next_meeting.live.id)
    assert editions.to_agree(next_meeting.live.id) is None
    kept = {form: editions.pages.file(club.meeting, 2, form).data for form in (EASY, LARGE, TEXT)}
    assert "We agreed these minutes on Tuesday 24 November 2026." in club.text(2)
    assert "Not finished" not in club.text(2)
    assert "Is this right?" not in club.text(2)
    assert all(editions.pages.made_again(club.meeting, 2, form) for form in kept)
    assert {one.form: one.data for one in editions.pages.files(club.meeting)} == {
        f.value: data for f, data in kept.items()
    }


def test_the_pages_of_edition_2_list_the_change_with_who_asked(club: Club, tmp_path: Path) -> None:
    editions = club.services.editions
    editions.make_edition(club.meeting)
    editions.correct(club.meeting, club.decision, asked_by=club.sam, words=Words(text="We buy 4 seats."))
    editions.make_edition(club.meeting)
    for form in (EASY, LARGE):
        data = editions.pages.file(club.meeting, 2, form).data
        assert data is not None
        (tmp_path / "edition.pdf").write_bytes(data)
        words = words_of(tmp_path / "edition.pdf")
        assert "We buy 4 seats. Sam asked for this. This is on page" in words


def test_what_happens_later_leaves_an_agreed_edition_as_it_was(club: Club) -> None:
    editions, requests = club.services.editions, club.first.requests
    editions.agree(club.meeting)
    before = editions.pages.file(club.meeting, 1, EASY)
    club.services.groups.save(replace(club.group, contact="Ask the new office.", meaning="We changed."))
    details = club.first.live.state.decisions[club.decision].details
    requests.change_decision(club.decision, Words(text="We buy 9 seats."), details)
    assert editions.pages.file(club.meeting, 1, EASY) == before
    assert editions.pages.made_again(club.meeting, 1, EASY)
    assert not editions.standing(club.meeting).is_agreed
    assert editions.make_edition(club.meeting) == 2
    assert "We buy 9 seats." in club.text(2)
    assert "We have not agreed these minutes yet." in club.text(2)


def test_another_name_removes_old_bytes_and_makes_a_new_edition(club: Club) -> None:
    editions, people = club.services.editions, club.services.people
    editions.agree(club.meeting)
    old = editions.pages.file(club.meeting, 1, TEXT)
    assert old.data is not None
    assert b"Idea from: Jo." in old.data
    people.save(replace(people.get(club.jo), named_as=NamedAs.UNNAMED))
    (gone,) = editions.pages.files(club.meeting)
    assert (gone.digest, gone.data) == (old.digest, None)
    assert gone.removed_on is not None
    newest = club.first.live.state.after.editions[-1]
    assert newest.edition == 2
    assert [one.change for one in newest.changes] == [ChangeKind.NAMES]
    assert editions.standing(club.meeting).is_agreed
    text = club.text(2)
    assert "Jo" not in text
    assert "We changed how we name people here." in text
    assert "We agreed these minutes on" in text
    assert editions.pages.file(club.meeting, 1, TEXT).data is None
    club.services.history.undo()
    assert people.get(club.jo).named_as is NamedAs.FIRST
    assert "Idea from: Jo." in club.text(3)
    assert "We changed how we name people here." in club.text(3), "it says why it is there"


def test_a_name_that_the_minutes_do_not_tell_changes_no_edition(club: Club) -> None:
    people = club.services.people
    club.services.editions.agree(club.meeting)
    stranger = people.add_walk_in(club.group.id, "Uma Ford")
    people.save(replace(stranger, named_as=NamedAs.FULL))
    people.save(replace(people.get(club.jo), contact="07700 900123"))
    assert [one.edition for one in club.first.live.state.after.editions] == [1]


def test_undo_takes_back_each_act_and_not_what_was_dropped(club: Club) -> None:
    editions, history = club.services.editions, club.services.history
    live = club.first.live

    def undone() -> None:
        history.undo()

    editions.make_edition(club.meeting)
    undone()
    assert live.state.after.editions == ()
    editions.reader_said(club.meeting, club.jo, is_easy=True)
    undone()
    assert live.state.after.readers == {}
    editions.check(club.meeting, club.jo, {club.idea: (LineAnswer.TALK, "")})
    undone()
    assert live.state.after.checks == {}
    editions.correct(club.meeting, club.idea, asked_by=club.jo, words=Words(text="We want chairs."))
    undone()
    assert (live.state.after.corrections, live.state.ideas[club.idea].words.text) == ((), "We want seats.")
    editions.agree(club.meeting)
    undone()
    assert not editions.standing(club.meeting).is_agreed
    assert editions.agree(club.meeting) == 1
    assert editions.standing(club.meeting).is_agreed


def test_agreed_minutes_are_not_agreed_again_and_not_while_somebody_speaks(club: Club) -> None:
    running = club.begin("Now", date(2026, 11, 24))
    running.turns.start(club.services.people.get(club.jo))
    with pytest.raises(NotAllowed):
        club.services.editions.agree(running.live.id)
    club.services.editions.agree(club.meeting)
    with pytest.raises(NotAllowed):
        club.services.editions.agree(club.meeting)


def test_after_agreeing_no_time_of_a_single_person_is_left_in_the_record(
    club: Club, clock: FixedClock, services: Services
) -> None:
    running = club.begin("Talk", date(2026, 11, 17))
    for who, seconds in ((club.jo, 71), (club.sam, 82), (club.bea, 93)):
        running.turns.start(services.people.get(who))
        for _ in range(seconds):
            clock.pass_seconds(1)
            running.turns.tick()
        running.turns.end()
    running.requests.finish()
    before = services.equal_voice.voice(running.live.id)
    assert before.seconds == 71 + 82 + 93
    services.editions.agree(running.live.id)
    raw = "\n".join(_raw_turns(services, running.live.id))
    for told in ("71000", "82000", "93000", club.jo, club.sam, club.bea):
        assert told not in raw
    after = services.equal_voice.voice(running.live.id)
    assert after.seconds == before.seconds
    assert {voice: share.seconds for voice, share in after.shares.items()} == {
        voice: share.seconds for voice, share in before.shares.items()
    }
    assert all(not turn.used_ms for turn in services.meetings.state(running.live.id).turns.values())
    assert services.editions.pages.made_again(running.live.id, 1, EASY)
    services.history.undo()
    assert not services.editions.standing(running.live.id).is_agreed
    assert services.meetings.state(running.live.id).after.times_dropped is not None


def test_a_meeting_that_is_not_there_has_no_check_sheets(services: Services) -> None:
    with pytest.raises(NotAllowed):
        next(services.check_sheets.papers(MeetingId("nobody")))


def _raw_turns(services: Services, meeting_id: MeetingId) -> list[str]:
    """The payloads of everything about turns, as they stand in the file."""
    (file,) = [one for one in services.folder.iterdir() if one.suffix in (".sqlite", ".db", ".coprod")]
    query = "SELECT kind, payload FROM meeting_log WHERE meeting_id = ? AND kind LIKE 'turn%'"
    with sqlite3.connect(file) as connection:
        rows = connection.execute(query, (meeting_id,)).fetchall()
        assert connection.execute("SELECT count(*) FROM turn_heartbeats").fetchone() == (0,)
    assert rows
    return [payload for _, payload in rows]


def test_an_export_after_agreeing_has_no_times_of_people_and_names_what_it_leaves_out(
    club: Club, clock: FixedClock, services: Services, tmp_path: Path
) -> None:
    running = club.begin("Talk", date(2026, 11, 17))
    running.turns.start(services.people.get(club.jo))
    for _ in range(71):
        clock.pass_seconds(1)
        running.turns.tick()
    running.turns.end()
    running.requests.finish()
    services.editions.reader_said(running.live.id, club.jo, is_easy=True)
    services.editions.agree(running.live.id)
    services.records.write(running.live.id, tmp_path / "record.json")
    written = (tmp_path / "record.json").read_text(encoding="utf-8")
    assert "71" not in [word.strip(' ,"') for word in written.split()]
    told = " ".join(note.words for note in services.records.left_out(running.live.id))
    assert "editions, and when they were agreed" in told
    assert "what readers said of the minutes" in told


def test_words_that_are_taken_out_for_good_make_a_new_edition_that_nobody_agreed(club: Club) -> None:
    services, editions = club.services, club.services.editions
    editions.agree(club.meeting)
    old = editions.pages.file(club.meeting, 1, TEXT)
    services.erasure.take_out(club.meeting, club.idea, asked_by=club.jo, yes_from=club.sam)
    newest = services.meetings.state(club.meeting).after.editions[-1]
    assert newest.edition == 2
    assert ChangeKind.TAKEN_OUT in [one.change for one in newest.changes]
    (gone,) = editions.pages.files(club.meeting)
    assert (gone.digest, gone.data) == (old.digest, None)
    assert not editions.standing(club.meeting).is_agreed
    assert "We want seats." not in club.text(2)
    assert "Some private words were taken out." in club.text(2)
    assert editions.pages.file(club.meeting, 1, TEXT).data is None


def test_after_undo_an_edition_never_gives_the_bytes_of_what_was_undone(club: Club) -> None:
    editions, history = club.services.editions, club.services.history
    edition = editions.agree(club.meeting)
    assert "We buy 3 seats." in club.text(edition)
    history.undo()
    editions.correct(club.meeting, club.decision, asked_by=club.jo, words=Words(text="We buy 4 seats."))
    assert editions.agree(club.meeting) == edition

    assert "We buy 4 seats." in club.text(edition)
    assert editions.pages.made_again(club.meeting, edition, TEXT)


def test_an_edition_whose_yes_was_undone_does_not_say_that_it_was_agreed(club: Club) -> None:
    editions, history = club.services.editions, club.services.history
    edition = editions.make_edition(club.meeting)
    editions.agree(club.meeting, agreed_on=date(2026, 11, 24))
    assert "We agreed these minutes on Tuesday 24 November" in club.text(edition)
    history.undo()
    assert "We agreed these minutes" not in club.text(edition)
    editions.agree(club.meeting, agreed_on=date(2026, 12, 1))
    assert "We agreed these minutes on Tuesday 1 December" in club.text(edition)
    history.undo()
    history.redo()
    assert "We agreed these minutes on Tuesday 1 December" in club.text(edition)


def test_a_meeting_that_never_began_has_no_minutes_to_agree(club: Club) -> None:
    club.begin("Made by mistake", date(2026, 11, 17))
    asked = club.services.editions.to_agree(club.begin("Next", date(2026, 11, 24)).live.id)
    assert asked is not None
    assert asked.meeting_id == club.meeting
