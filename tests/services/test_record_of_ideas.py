"""What ideas, decisions and actions have beyond the record file is named; what has a place comes back the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.after_events import AnswerTold
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    DecisionDetails,
    DidItHelp,
    EarlierLine,
    Helped,
    IdeaDetails,
    IdeaOutcome,
    Medium,
    NeededYes,
    Objection,
    Outcome,
    SaidHow,
    WordingChange,
    Words,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.room import CheckOutCount, CheckOutQuestion
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting

_SECRET = "quagganinety"


@pytest.fixture
def people(services: Services, group: Group) -> list[Person]:
    """Three people of the group."""
    return [services.people.add_walk_in(group.id, name) for name in ("Jo", "Sam", "Ann")]


@pytest.fixture
def running(services: Services, group: Group, people: list[Person]) -> RunningMeeting:
    """A meeting with these people."""
    details = MeetingDetails(title="Seats", held_on=date(2026, 11, 24))
    return services.meetings.begin(group.id, details, [person.id for person in people])


def _left_out(services: Services, running: RunningMeeting) -> dict[str, str]:
    return {note.words: note.field for note in services.records.left_out(running.live.id)}


def test_what_ideas_have_beyond_the_format_is_named_and_never_quoted(
    services: Services, running: RunningMeeting, people: list[Person]
) -> None:
    requests, jo = running.requests, Proposer(people=(people[0].id,))
    plain = requests.record_idea(Words(text="Plain"), IdeaDetails(proposer=jo))
    before = _left_out(services, running)
    requests.record_idea(Words(text="By nobody"), IdeaDetails(proposer=Proposer(source=Source.UNNAMED)))
    requests.record_idea(
        Words(text="Sung"), IdeaDetails(proposer=jo, medium=Medium.RECORDING, recording_id=f"{_SECRET} 1")
    )
    old = EarlierLine(meeting_id=MeetingId("old"), line_id=f"{_SECRET} 2")
    requests.record_idea(Words(text="Again"), IdeaDetails(proposer=jo, came_from=old))
    like = requests.record_idea(Words(text="Like it"), IdeaDetails(proposer=jo))
    requests.join_ideas(plain, [like])
    away = requests.record_idea(Words(text="Away"), IdeaDetails(proposer=jo))
    requests.take_back_idea(away, by=people[0].id)
    told = AnswerTold(line_id=plain, news="news", told_on=date(2026, 12, 1), told_to=people[0].id)
    requests.tell_answers([told])

    new = {words: field for words, field in _left_out(services, running).items() if words not in before}

    for part in (
        "a drawing, a photo or a recording",
        "the recording",
        "numbers of tickets",
        "earlier idea",
        "joined",
        "who took an idea back",
        "who was told",
    ):
        assert sum(part in words for words in new) == 1, (part, new)
    assert set(new.values()) == {"ideas", "meeting"}
    assert _SECRET not in str(new) + str(before)


def test_that_joined_things_came_from_several_sources_is_named(services: Services, running: RunningMeeting) -> None:
    requests = running.requests
    one, other = (
        requests.record_idea(Words(text=words), IdeaDetails(proposer=Proposer(source=source)))
        for words, source in (("Buses", Source.SURVEY), ("Sunday buses", Source.DROP_IN))
    )
    assert not any("several sources" in words for words in _left_out(services, running))
    requests.join_ideas(one, [other])
    assert sum("several sources" in words for words in _left_out(services, running)) == 1


def test_what_happened_in_the_room_is_named_and_never_quoted(
    services: Services, running: RunningMeeting, people: list[Person]
) -> None:
    jo = people[0].id
    running.requests.arrive(jo, perspectives=(Perspective.CARER, Perspective.LOCAL_PERSON))
    before = _left_out(services, running)
    running.room.step_out(jo)
    running.room.count_guests(2)
    running.room.declare(jo, f"{_SECRET} 1")
    running.room.show_card("yellow")
    running.room.begin_closing()
    running.room.count_check_out({CheckOutQuestion.SAY: CheckOutCount(yes=3)})

    new = [words for words in _left_out(services, running) if words not in before]

    assert any("more than one perspective" in words for words in before)
    for part in ("stepped out", "guests", "declared", "cards were shown", "check-out"):
        assert sum(part in words for words in new) == 1, (part, new)
    assert _SECRET not in str(new)


def test_what_actions_have_beyond_the_format_is_named_and_never_quoted(
    services: Services, running: RunningMeeting
) -> None:
    plain = ActionDetails(state=ActionState.DONE)
    running.requests.agree_action(Words(text="Plain"), plain)
    before = _left_out(services, running)
    action_id = running.requests.agree_action(
        Words(text="Full"),
        replace(
            plain, time_wanted=f"{_SECRET} 1", help_wanted=f"{_SECRET} 2", money_wanted=f"{_SECRET} 3",
            ask_on=date(2027, 3, 1),
        ),
    )  # fmt: skip
    running.requests.say_helped(
        action_id, DidItHelp(answer=Helped.A_BIT, said_on=date(2027, 3, 1), words=f"{_SECRET} 4")
    )

    new = {words: field for words, field in _left_out(services, running).items() if words not in before}

    assert len(new) == 3, new
    assert set(new.values()) == {"actions"}
    assert _SECRET not in str(new)


def test_who_typed_an_idea_whose_words_they_are_and_to_whom_it_went_come_back_from_a_record(
    services: Services, running: RunningMeeting, people: list[Person], tmp_path: Path
) -> None:
    passed_on = IdeaDetails(
        proposer=Proposer(people=(people[0].id, people[2].id), on_behalf_of="the choir"),
        said_how=SaidHow.SAID_FOR_THEM,
        recorder_id=people[1].id,
        outcome=IdeaOutcome.PASSED_ON,
        passed_on_to="The bus company",
        reason="It runs the buses.",
    )
    running.requests.record_idea(Words(text="More seats", easy_text="Seats"), passed_on)
    out = tmp_path / "record.json"
    services.records.write(running.live.id, out)

    other = open_services(tmp_path / "other")
    result = other.records.import_file(out)
    assert result.meeting_id is not None, result.faults
    (again,) = other.meetings.state(result.meeting_id).ideas.values()
    names = {person.id: person.name for person in other.people.people(other.groups.groups()[0].id)}
    other.close()

    assert again.words == Words(text="More seats", easy_text="Seats")
    assert [names[one] for one in again.details.proposer.people] == ["Jo", "Ann"]
    assert names[PersonId(again.details.recorder_id or "")] == "Sam"
    same = replace(again.details, recorder_id=people[1].id, proposer=passed_on.proposer)
    assert same == passed_on


def test_a_decision_whose_private_words_were_taken_out_comes_back_from_a_record(
    services: Services, running: RunningMeeting, people: list[Person], tmp_path: Path
) -> None:
    full = DecisionDetails(
        proposer=Proposer(people=(people[0].id,)),
        outcome=Outcome.AGREED,
        objections=(Objection(text=f"{_SECRET} 1", by=Proposer(people=(people[1].id,))),),
        needs_yes_from=(NeededYes(who=f"{_SECRET} 2"),),
        conditions=(f"{_SECRET} 3",),
        wording_changed=WordingChange(first_words=f"{_SECRET} 4"),
        reason=f"{_SECRET} 5",
    )
    decision_id = running.requests.record_decision(Words(text=f"{_SECRET} 6"), full)
    services.erasure.take_out(running.live.id, decision_id, asked_by=people[0].id, yes_from=people[1].id)
    out = tmp_path / "record.json"
    services.records.write(running.live.id, out)
    assert _SECRET not in out.read_text()

    other = open_services(tmp_path / "other")
    result = other.records.import_file(out)
    assert result.meeting_id is not None, result.faults
    (again,) = other.meetings.state(result.meeting_id).decisions.values()
    other.close()

    gone = "Some private words were taken out."
    assert [one.text for one in again.details.objections] == [gone]
    assert [one.who for one in again.details.needs_yes_from] == [gone]
    assert again.details.conditions == (gone,)
    assert again.details.wording_changed == WordingChange(first_words=gone)
