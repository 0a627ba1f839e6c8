"""Whatever one press asks for is one step in the record, and one undo takes the whole press back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, IdeaId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    BetweenMeetings,
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    ItemState,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting import Bounds, Job, MeetingDetails, NextMeeting
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.presence import presence_of
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_requests import MeetingRequests
from coprod_desktop.services.meeting_service import RunningMeeting

DETAILS = MeetingDetails(title="Seats", held_on=date(2026, 11, 24))
GROUP = Proposer(source=Source.WHOLE_GROUP)
DECIDED = DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED)


@dataclass(frozen=True)
class Record:
    """A meeting with one line of each kind; Jo is here, Sam is on the list."""

    running: RunningMeeting
    jo: PersonId
    sam: PersonId
    first: AgendaItemId
    second: AgendaItemId
    parked: AgendaItemId
    idea: IdeaId
    decision: DecisionId
    action: ActionId

    @property
    def ask(self) -> MeetingRequests:
        """What can be asked."""
        return self.running.requests


@pytest.fixture
def record(services: Services, group: Group) -> Record:
    """A meeting under way."""
    jo, sam = (services.people.add_walk_in(group.id, name).id for name in ("Jo", "Sam"))
    running = services.meetings.begin(group.id, DETAILS, [jo, sam])
    ask = running.requests
    ask.arrive(jo)
    first, second, parked = (
        ask.propose_item(AgendaItemDetails(title=title, proposer=GROUP)) for title in ("Seats", "Light", "Tea")
    )
    ask.close_item(parked, ItemState.PARKED)
    idea = ask.record_idea(Words(text="Seats with arms"), IdeaDetails(proposer=GROUP))
    decision = ask.record_decision(Words(text="We buy seats."), DECIDED)
    action = ask.agree_action(Words(text="Ask for prices"), ActionDetails())
    return Record(running, jo, sam, first, second, parked, idea, decision, action)


def _change_all_of_an_idea(record: Record) -> None:
    details = IdeaDetails(proposer=Proposer(people=(record.jo,)), outcome=IdeaOutcome.LATER)
    record.ask.change_idea(record.idea, Words(text="Seats with arms and backs"), details)


def _change_all_of_a_decision(record: Record) -> None:
    details = replace(DECIDED, proposer=Proposer(people=(record.jo,)), picture="seat")
    words = Words(text="We buy 3 seats.")
    record.ask.change_decision(record.decision, words, details, changes_meaning=True, agreed_by_proposer=True)


def _change_all_of_an_action(record: Record) -> None:
    details = ActionDetails(owners=(record.jo,), state=ActionState.DONE)
    record.ask.change_action(record.action, Words(text="Ask 3 shops"), details)


def _decide_with_actions(record: Record) -> None:
    actions = [(Words(text="Measure it"), ActionDetails(owners=(record.jo,))), (Words(text="Pay"), ActionDetails())]
    record.ask.record_decision(
        Words(text="We buy seats with arms."), replace(DECIDED, from_idea_id=record.idea), actions=actions
    )


PRESSES: dict[str, Callable[[Record], object]] = {
    "change the details": lambda r: r.ask.change_details(replace(DETAILS, venue="Library hall")),
    "set bounds": lambda r: r.ask.set_bounds(Bounds(open=("Which seats",))),
    "set the next meeting": lambda r: r.ask.set_next_meeting(NextMeeting(venue="The Boathouse")),
    "finish": lambda r: r.ask.finish(),
    "put away": lambda r: r.ask.put_away(),
    "arrive": lambda r: r.ask.arrive(r.sam, perspectives=(Perspective.CARER,)),
    "leave": lambda r: r.ask.leave(r.jo),
    "send sorry": lambda r: r.ask.send_sorry(r.sam),
    "take off the list": lambda r: r.ask.take_off(r.sam),
    "say a perspective": lambda r: r.ask.say_perspective(r.jo, (Perspective.LIVED_EXPERIENCE,)),
    "take jobs": lambda r: r.ask.take_jobs(r.jo, (Job.CHAIR,)),
    "change an item": lambda r: r.ask.change_item(r.first, AgendaItemDetails(title="Benches", proposer=GROUP)),
    "move an item": lambda r: r.ask.move_item(r.first, by=1),
    "open an item": lambda r: r.ask.open_item(r.first),
    "bring an item back": lambda r: r.ask.bring_item_back(r.parked),
    "change an idea": _change_all_of_an_idea,
    "change a decision": _change_all_of_a_decision,
    "change an action": _change_all_of_an_action,
    "decide with actions": _decide_with_actions,
}


@pytest.mark.parametrize("press", PRESSES)
def test_one_press_is_taken_back_and_brought_back_by_one_press(services: Services, record: Record, press: str) -> None:
    live = record.running.live
    before, heard = live.state, []
    live.listen(lambda: heard.append(live.last_step))
    PRESSES[press](record)
    after = live.state
    assert after != before
    assert len(heard) == 1
    services.history.undo()
    assert live.state == before
    services.history.redo()
    assert live.state == after


def test_everything_of_a_press_is_in_the_record(record: Record) -> None:
    _change_all_of_an_idea(record)
    _change_all_of_a_decision(record)
    _change_all_of_an_action(record)
    state = record.running.live.state
    assert state.ideas[record.idea].words.text == "Seats with arms and backs"
    assert state.ideas[record.idea].details.outcome is IdeaOutcome.LATER
    decision = state.decisions[record.decision]
    assert (decision.words.text, decision.details.picture) == ("We buy 3 seats.", "seat")
    assert decision.details.wording_changed is not None
    action = state.actions[record.action]
    assert (action.words.text, action.details.state) == ("Ask 3 shops", ActionState.DONE)


def test_an_action_that_cannot_be_kept_keeps_its_decision_back_too(record: Record) -> None:
    before = record.running.live.record_number
    with pytest.raises(NotAllowed) as caught:
        record.ask.record_decision(Words(text="We buy a bench."), DECIDED, actions=[(Words(text=""), ActionDetails())])
    assert caught.value.reason is Reason.WORDS_MISSING
    assert record.running.live.record_number == before


def test_a_decision_that_the_room_makes_has_the_time_it_was_made_at_whoever_asks_for_it(record: Record) -> None:
    running, state = record.running, record.running.live.state
    assert state.decisions[record.decision].details.decided_at
    assert presence_of(state, state.decisions[record.decision]).people == 1
    elsewhere = replace(DECIDED, outcome=Outcome.DECIDED_ELSEWHERE)
    between = replace(DECIDED, between=BetweenMeetings(how="By phone"))
    told = replace(DECIDED, decided_at="2026-11-24T11:00:00+00:00")
    for details, decided_at in ((elsewhere, ""), (between, ""), (told, told.decided_at)):
        decision_id = record.ask.record_decision(Words(text="We wait."), details)
        assert running.live.state.decisions[decision_id].details.decided_at == decided_at
    record.ask.finish()
    late = record.ask.record_decision(Words(text="Written down later."), DECIDED)
    assert running.live.state.decisions[late].details.decided_at == ""


def test_a_new_meaning_after_the_meeting_goes_back_on_the_agenda_of_the_next(
    services: Services, group: Group, record: Record
) -> None:
    record.ask.record_decision(Words(text="We meet at 5pm."), replace(DECIDED, item_id=record.first))
    with_item = tuple(record.running.live.state.decisions)[-1]
    record.ask.close_item(record.first, ItemState.DISCUSSED)
    record.ask.finish()
    before = record.running.live.state.agenda

    same = Words(text="We meet at 5 in the evening.")
    record.ask.change_decision(with_item, same, replace(DECIDED, item_id=record.first))
    assert record.running.live.state.agenda == before
    record.ask.change_decision(
        with_item, Words(text="We meet at 6pm."), replace(DECIDED, item_id=record.first), changes_meaning=True
    )
    record.ask.change_decision(record.decision, Words(text="We sell the seats."), DECIDED, changes_meaning=True)

    title = next(item.details.title for item in before if item.id == record.first)
    later = services.meetings.begin(group.id, replace(DETAILS, held_on=date(2026, 12, 1)), [])
    offered = {one.details.title: one.details.proposer for one in services.memory.kept_for_later(later.live.id)}
    assert offered["We sell the seats."] == GROUP
    assert title in offered
    services.history.undo()
    services.history.undo()
    services.history.undo()
    assert record.running.live.state.agenda == before


def test_a_new_meaning_in_the_meeting_itself_changes_nothing_on_the_agenda(record: Record) -> None:
    before = record.running.live.state.agenda
    record.ask.change_decision(record.decision, Words(text="We sell the seats."), DECIDED, changes_meaning=True)
    assert record.running.live.state.agenda == before
