"""A meeting made act by act, as the screens do it, goes out as a valid record and comes in elsewhere as the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    DecisionDetails,
    HowDecided,
    HowOpen,
    IdeaDetails,
    IdeaKind,
    IdeaOutcome,
    ItemState,
    NeededYes,
    Objection,
    Outcome,
    SaidHow,
    Votes,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import Bounds, FixedBound, Job, MeetingDetails, MeetingKind, NextMeeting
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, NamedAs, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.services.fixed_clock import FixedClock
from tests.services.record_makers import SCHEMA, written

DAY = date(2026, 11, 24)


def test_a_meeting_full_of_everything_is_a_valid_record_and_travels(
    services: Services, clock: FixedClock, tmp_path: Path
) -> None:
    running = _a_full_meeting(services, clock)

    record = services.records.export(running.live.id)

    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(record)
    assert len(record["meeting"]["turns"]) == 2
    elsewhere = open_services(tmp_path / "elsewhere", clock=clock)
    result = elsewhere.records.import_file(written(tmp_path, record))
    assert (result.faults, result.notes) == ((), ())
    assert result.meeting_id is not None
    assert elsewhere.records.export(result.meeting_id) == record
    elsewhere.close()


def test_a_meeting_of_which_only_the_name_is_known_travels_while_its_turn_runs(
    services: Services, group: Group, tmp_path: Path
) -> None:
    person = services.people.add_walk_in(group.id, "Zofia")
    running = services.meetings.begin(group.id, MeetingDetails(title="Bus stops", held_on=DAY), (person.id,))
    running.requests.arrive(person.id)
    running.turns.start(person)

    record = services.records.export(running.live.id)

    Draft202012Validator(SCHEMA).validate(record)
    elsewhere = open_services(tmp_path / "elsewhere")
    result = elsewhere.records.import_file(written(tmp_path, record))
    assert result.meeting_id is not None
    assert elsewhere.records.export(result.meeting_id) == record
    elsewhere.close()


def _a_full_meeting(services: Services, clock: FixedClock) -> RunningMeeting:
    group = services.groups.create("Bus stops", meaning="We plan it together.", contact="Ask Zofia")
    words = (ExplainedWord(term="budget", means="The money we have."),)
    group = services.groups.save(replace(group, words=words, perspective_labels={Perspective.CARER: "Family"}))
    people = _people(services, group)
    amina, bob, chen, _gone = people
    details = MeetingDetails(
        title="Bus stops",
        held_on=DAY,
        kind=MeetingKind.MEAL,
        starts_at="10:00",
        ends_at="noon",
        venue="Hall",
        purpose="To get the stop back",
        invitations_sent_on=date(2026, 11, 1),
    )
    running = services.meetings.begin(group.id, details, people)
    ask = running.requests
    ask.set_bounds(Bounds(open=("Where?",), fixed=(FixedBound(what="Money", by_whom="The council", why="Law"),)))
    ask.set_next_meeting(NextMeeting(held_on=date(2026, 12, 8), starts_at="10am", venue="Hall"))
    ask.arrive(amina, perspectives=(Perspective.LIVED_EXPERIENCE,))
    ask.arrive(bob, perspectives=(Perspective.NOT_SAID,))
    ask.arrive(people[3])
    ask.take_jobs(bob, (Job.CHAIR, Job.LAPTOP))
    ask.send_sorry(chen)
    told = Proposer(source=Source.MEAL, on_behalf_of="the lunch club", note="In May")
    items = [
        ask.propose_item(
            AgendaItemDetails(title=f"Item {at}", proposer=told, how_open=how, minutes_wanted=10 * at, picture="bus")
        )
        for at, how in enumerate((HowOpen.DECIDE, HowOpen.ADVISE, HowOpen.TOLD, HowOpen.DECIDE))
    ]
    ask.open_item(items[0])
    _turns(running, services, clock, (amina, people[3]))
    idea = ask.record_idea(
        Words(text="A very long way to say bench", easy_text="A bench"),
        IdeaDetails(
            proposer=Proposer(people=(people[3], bob), source=Source.SURVEY),
            item_id=items[0],
            said_how=SaidHow.SAID_FOR_THEM,
            picture="seat",
            recorder_id=bob,
        ),
    )
    ask.record_idea(
        Words(text="Thanks to the drivers"),
        IdeaDetails(
            proposer=Proposer(source=Source.UNNAMED),
            kind=IdeaKind.THANK_YOU,
            outcome=IdeaOutcome.PASSED_ON,
            passed_on_to="The depot",
            reason="They will like it",
        ),
    )
    _decide(running, people, items[0], idea)
    ask.leave(amina)
    ask.close_item(items[0], ItemState.DISCUSSED)
    ask.close_item(items[1], ItemState.PARKED)
    ask.close_item(items[2], ItemState.CARRIED_OVER)
    ask.finish()
    services.people.remove(people[3])
    return running


def _people(services: Services, group: Group) -> tuple[PersonId, ...]:
    kept = []
    for name in ("Amina Yusuf", "Bob Okafor", "Chen Wei", "Dilys Morgan"):
        kept.append(services.people.add_walk_in(group.id, name))
    services.people.save(
        replace(
            kept[0],
            named_as=NamedAs.CHOSEN,
            chosen_name="Mina",
            pronoun="she",
            contact="By post",
            brings=("A key",),
            hopes=("Company",),
            needs=(AccessNeed(code="BSL", detail="From 10", may_share=True, consent_on=DAY),),
            minutes=MinutesChoice(format=MinutesFormat.AUDIO, size_pt=None, pictures=False, paper="yellow"),
            turn_seconds=0,
        )
    )
    services.people.save(replace(kept[1], minutes=MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=22.5)))
    return tuple(person.id for person in kept)


def _turns(running: RunningMeeting, services: Services, clock: FixedClock, speakers: tuple[PersonId, ...]) -> None:
    running.turns.set_length(120)
    for who in speakers:
        running.turns.raise_hand(who)
        running.turns.start(services.people.get(who))
        clock.pass_seconds(30.4)
        running.turns.pause()
        clock.pass_seconds(10)
        running.turns.resume()
        running.turns.extend()
        running.turns.end() if who == speakers[0] else running.turns.pass_turn()


def _decide(running: RunningMeeting, people: tuple[PersonId, ...], item: Any, idea: Any) -> None:
    amina, bob, chen, dilys = people
    details = DecisionDetails(
        proposer=Proposer(people=(dilys,)),
        outcome=Outcome.AGREED,
        item_id=item,
        from_idea_id=idea,
        picture="seat",
        supported_by=(amina,),
        built_on_by=(bob,),
        stood_aside=(chen,),
        how_decided=HowDecided.SHOW_OF_HANDS,
        votes=Votes(yes=2, no=0, unsure=1),
        reason="It is a long wait",
        objections=(Objection(text="Too dear"), Objection(text="Too late", by=Proposer(people=(bob,)))),
        decided_at="2026-11-24T10:05:00+00:00",
        review_on=date(2027, 1, 1),
        conditions=("If it is dry",),
        needs_yes_from=(
            NeededYes(who="The council", asked_on=DAY, answer=YesAnswer.YES, reason="Fine", answered_on=DAY),
            NeededYes(who="The depot"),
        ),
        for_now_until=date(2027, 2, 1),
    )
    job = (Words(text="Write to them"), ActionDetails(owners=(bob, dilys), due_on=date(2026, 12, 1), picture="letter"))
    decision = running.requests.record_decision(Words(text="A bench"), details, actions=(job,))
    kept = running.live.state.decisions[decision].details
    running.requests.change_decision(decision, Words(text="Two benches"), kept, agreed_by_proposer=True)
    done = ActionDetails(state=ActionState.DONE, result="They said yes")
    action = running.requests.agree_action(Words(text="Ask", easy_text="Ask them"), ActionDetails())
    running.requests.change_action(action, Words(text="Ask"), done)
