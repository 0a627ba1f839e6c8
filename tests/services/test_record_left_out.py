"""A record keeps what its format has, and says in words what stays behind."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.cli import main
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    BetweenMeetings,
    DecisionDetails,
    DidItHelp,
    EarlierLine,
    Helped,
    HowOpen,
    MadeEasier,
    Objection,
    Outcome,
    WordingChange,
    Words,
)
from coprod_desktop.domain.meeting import Bounds, FixedBound, MeetingDetails
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.room import FixedEnd
from coprod_desktop.services.bootstrap import Services, open_services

_SECRET = "Kumquat"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def _full_meeting(services: Services) -> str:
    group = services.groups.create("Bus stops group")
    services.groups.save(replace(group, parents_yes_under=18, notice_days=21, taking_part_money=f"{_SECRET} 1"))
    details = MeetingDetails(
        title="Bus stops",
        held_on=date(2026, 11, 24),
        venue="Library hall",
        food=f"{_SECRET} 2",
        taking_part_money=f"{_SECRET} 3",
        own_time_at="9:30am",
        is_without_decisions=True,
    )
    running = services.meetings.begin(group.id, details)
    bounds = Bounds(
        open=("Where they go",),
        how_open=(HowOpen.ADVISE,),
        fixed=(FixedBound(what="The money", by_whom="The council", why="It is all there is"),),
        not_given_up=(f"{_SECRET} 4",),
        why_now=f"{_SECRET} 5",
        hoped_gain=f"{_SECRET} 6",
    )
    running.requests.set_bounds(bounds)
    hard = AgendaItemDetails(title="Money", proposer=Proposer(source=Source.WHOLE_GROUP), may_be_hard=True)
    running.requests.propose_item(hard)
    thinking = DecisionDetails(proposer=hard.proposer, outcome=Outcome.AGREED, open_until=date(2026, 12, 1))
    running.requests.record_decision(Words(text="We ask the council."), thinking)
    running.requests.plan_times((), (FixedEnd(what=f"{_SECRET} 7", at="12pm"),))
    return running.live.id


def test_what_has_no_place_is_named_once_and_never_quoted(folder: Path) -> None:
    services = open_services(folder)
    meeting_id = _full_meeting(services)
    told = [note.words for note in services.records.left_out(meeting_id)]
    for part in (
        "how open each thing is",
        "what people will not give up",
        "why it is asked now",
        "what is hoped for",
        "food",
        "money for taking part",
        "members' own time",
        "asks for no decisions",
        "times that cannot move",
        "may be hard to talk about",
        "open to change",
        "rule for notice",
        "a parent's yes",
        "words about money",
    ):
        assert sum(part in words for words in told) == 1, part
    assert _SECRET not in " ".join(told)
    exported = services.records.export(meeting_id)
    assert _SECRET not in str(exported)
    assert exported["meeting"]["bounds"] == {
        "open": ["Where they go"],
        "fixed": [{"what": "The money", "by_whom": "The council", "why": "It is all there is"}],
    }
    services.close()


def test_a_meeting_that_a_record_can_hold_whole_leaves_nothing_out(folder: Path) -> None:
    services = open_services(folder)
    group = services.groups.create("Bus stops group")
    running = services.meetings.begin(group.id, MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24)))
    running.requests.set_bounds(Bounds(open=("Where they go",), fixed=(FixedBound(what="The money"),)))
    assert services.records.left_out(running.live.id) == ()
    services.close()


def test_the_command_says_what_it_leaves_out_and_the_file_comes_in_again(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services = open_services(folder)
    _full_meeting(services)
    services.close()
    out = tmp_path / "meeting.json"
    assert main(["export", "--data", str(folder), "--meeting", "last", "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "a record has no place for food. It is left out." in said.err
    assert _SECRET not in said.err
    assert main(["import", "--data", str(tmp_path / "other"), str(out)]) == 0
    again = open_services(tmp_path / "other")
    meeting_id = again.records.find("last")
    state = again.meetings.open(meeting_id).live.state
    assert state.bounds == Bounds(
        open=("Where they go",), fixed=(FixedBound(what="The money", by_whom="The council", why="It is all there is"),)
    )
    assert again.records.left_out(meeting_id) == ()
    again.close()


def test_what_a_decision_has_beyond_the_format_is_named_and_never_quoted(folder: Path) -> None:
    services = open_services(folder)
    running = services.meetings.begin(
        services.groups.create("Bus stops group").id, MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24))
    )
    group = Proposer(source=Source.WHOLE_GROUP)
    full = DecisionDetails(
        proposer=group,
        outcome=Outcome.AGREED,
        tried_words=f"{_SECRET} 1",
        told_us=f"{_SECRET} 2",
        is_until_asked=True,
        between=BetweenMeetings(how=f"{_SECRET} 3"),
        reopens=EarlierLine(meeting_id=MeetingId("old"), line_id="old"),
        made_easier=MadeEasier(agreed_words=f"{_SECRET} 4", made_on=date(2026, 12, 1)),
        wording_changed=WordingChange(first_words="One", is_not_here=True),
        objections=(Objection(text="No", is_taken_back=True),),
    )
    running.requests.record_decision(Words(text="Plain"), DecisionDetails(proposer=group, outcome=Outcome.AGREED))
    plain = services.records.left_out(running.live.id)
    running.requests.record_decision(Words(text="Full"), full)
    told = services.records.left_out(running.live.id)

    new = [note for note in told if note not in plain]
    assert len(new) == 8
    assert {note.field for note in new} == {"decisions"}
    assert not any(_SECRET in note.words for note in told)
    services.close()


def test_what_an_action_has_beyond_the_format_is_named_and_never_quoted(folder: Path) -> None:
    services = open_services(folder)
    group = services.groups.create("Bus stops group")
    running = services.meetings.begin(group.id, MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24)))
    done = ActionDetails(
        time_wanted=f"{_SECRET} 1",
        help_wanted=f"{_SECRET} 2",
        money_wanted=f"{_SECRET} 3",
        state=ActionState.DONE,
        ask_on=date(2027, 2, 24),
    )
    action_id = running.requests.agree_action(Words(text="Ask."), done)
    said = DidItHelp(answer=Helped.YES, said_on=date(2027, 2, 24), words=f"{_SECRET} 4")
    running.requests.say_helped(action_id, said)
    told = [note.words for note in services.records.left_out(running.live.id)]
    for part in ("the time, help and money that go with it", "when it is asked if it helped", "whether it helped"):
        assert sum(part in words for words in told) == 1, part
    assert _SECRET not in " ".join(told)
    assert _SECRET not in str(services.records.export(running.live.id))
    services.close()
