"""Undo works for every act in the room: one press is one step, taken back whole and brought back whole."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.after_events import AnswerTold, ToldHow
from coprod_desktop.domain.events import PauseReason, Through
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.late_start import NewLength
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    DecisionDetails,
    DidItHelp,
    Helped,
    IdeaDetails,
    IdeaOutcome,
    ItemState,
    NeededYes,
    Objection,
    Outcome,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import Bounds, Job, MeetingDetails, NextMeeting
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.replay import replay
from coprod_desktop.domain.room import (
    CheckOutAnswer,
    CheckOutCount,
    CheckOutQuestion,
    Counting,
    FixedEnd,
    NextRule,
    OrderedBy,
    PlannedBreak,
    ReadBack,
    WallScene,
)
from coprod_desktop.domain.room_events import Answered
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_requests import MeetingRequests
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.room_requests import RoomRequests
from coprod_desktop.services.turn_requests import TurnRequests
from tests.services.fixed_clock import FixedClock, counted_ids

GROUP = Proposer(source=Source.WHOLE_GROUP)
DETAILS = MeetingDetails(title="Seats", held_on=date(2026, 11, 24), starts_at="10:00", ends_at="12:00")
DECIDED = DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED)
SPOKEN_MS = 7000


@dataclass(frozen=True)
class Scene:
    """A meeting of 4 people, 1 of them still on the way, that talks about the first of 3 items."""

    services: Services
    running: RunningMeeting
    clock: FixedClock
    people: tuple[Person, ...]
    items: tuple[AgendaItemId, ...]
    idea: IdeaId
    decision: DecisionId
    action: ActionId

    @property
    def ask(self) -> MeetingRequests:
        """What can be asked about the meeting and its lines."""
        return self.running.requests

    @property
    def turns(self) -> TurnRequests:
        """What can be asked about turns."""
        return self.running.turns

    @property
    def room(self) -> RoomRequests:
        """What can be asked about the room."""
        return self.running.room

    @property
    def state(self) -> MeetingState:
        """What is true now."""
        return self.running.live.state

    def id(self, place: int) -> PersonId:
        """One of the people."""
        return self.people[place].id

    def speak(self) -> None:
        """Time passes in which the first person speaks."""
        self.turns.start(self.people[0])
        self.go_on_speaking()

    def go_on_speaking(self) -> None:
        """Time passes while somebody speaks."""
        for _ in range(SPOKEN_MS // 1000):
            self.clock.pass_seconds(1)
            assert self.turns.tick()


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """A meeting under way, in a real file."""
    clock = FixedClock()
    services = open_services(tmp_path / "data", clock=clock, make_id=counted_ids())
    group = services.groups.create("Riverside")
    people = tuple(services.people.add_walk_in(group.id, name) for name in ("Jo", "Sam", "Ann", "Kim"))
    running = services.meetings.begin(group.id, DETAILS, [person.id for person in people])
    ask = running.requests
    for person in people[:3]:
        ask.arrive(person.id)
    items = tuple(
        ask.propose_item(AgendaItemDetails(title=title, proposer=GROUP, minutes_wanted=20))
        for title in ("Seats", "Light", "Tea", "Bins")
    )
    ask.close_item(items[3], ItemState.PARKED)
    ask.open_item(items[0])
    running.turns.set_length(120)
    idea = ask.record_idea(Words(text="Seats with arms"), IdeaDetails(proposer=GROUP))
    decision = ask.record_decision(Words(text="We buy seats."), DECIDED)
    action = ask.agree_action(Words(text="Ask for prices"), ActionDetails())
    yield Scene(services, running, clock, people, items, idea, decision, action)
    services.close()


def _nothing(_scene: Scene) -> None:
    pass


def _all(*acts: Callable[[Scene], object]) -> Callable[[Scene], None]:
    def do_all(scene: Scene) -> None:
        for act in acts:
            act(scene)

    return do_all


@dataclass(frozen=True)
class Press:
    """A press, and what must have happened for it to be possible."""

    act: Callable[[Scene], object]
    first: Callable[[Scene], object] = _nothing


SPEAK = Scene.speak


SURVEY = IdeaDetails(proposer=Proposer(source=Source.SURVEY))
ROOF = Idea(id=IdeaId("roof"), words=Words(text="A roof"), details=SURVEY)
EARLIER = MeetingState(id=MeetingId("before"), ideas={ROOF.id: ROOF})


def _say_another(s: Scene) -> None:
    s.ask.record_idea(Words(text="Good seats"), IdeaDetails(proposer=GROUP))


def _last_idea(s: Scene) -> IdeaId:
    return list(s.running.live.state.ideas)[-1]


def _join_last(s: Scene) -> None:
    s.ask.join_ideas(s.idea, [_last_idea(s)])


def _add(s: Scene) -> None:
    s.speak()
    s.turns.add(s.people[1])
    s.go_on_speaking()


def _talk(s: Scene) -> None:
    s.room.start_conversation((s.id(0), s.id(1)))


def _talk_and_tap(s: Scene) -> None:
    _talk(s)
    s.turns.tap(s.id(0))
    s.go_on_speaking()


def _round(s: Scene) -> None:
    s.room.start_go_round()


def _round_without_jo(s: Scene) -> None:
    s.room.start_go_round((s.id(1), s.id(2)))


def _paused_by_chance(s: Scene) -> None:
    s.speak()
    s.clock.pass_seconds(60)
    assert not s.turns.tick()


def _break(s: Scene) -> None:
    s.room.start_break(10)


def _wait_for_everyone(s: Scene) -> None:
    s.room.set_everyone_check(is_on=True)
    s.speak()
    s.turns.end()


def _yes(s: Scene) -> None:
    answers = tuple(Answered(question=question, answer=CheckOutAnswer.YES) for question in CheckOutQuestion)
    s.room.give_check_out(answers, "warm")


def _finished(s: Scene) -> None:
    s.ask.finish()


def _new_words(s: Scene) -> None:
    s.ask.change_decision(s.decision, Words(text="We buy 3 seats."), DECIDED, changes_meaning=True)


def _needs_a_yes(s: Scene) -> None:
    waits = replace(DECIDED, needs_yes_from=(NeededYes(who="The council"),))
    s.ask.change_decision(s.decision, Words(text="We buy seats."), waits)


MEETING_PRESSES: dict[str, Press] = {
    "change_details": Press(lambda s: s.ask.change_details(replace(DETAILS, venue="Library hall"))),
    "set_bounds": Press(lambda s: s.ask.set_bounds(Bounds(open=("Which seats",)))),
    "set_next_meeting": Press(lambda s: s.ask.set_next_meeting(NextMeeting(venue="The Boathouse"))),
    "finish": Press(lambda s: s.ask.finish()),
    "reopen": Press(lambda s: s.ask.reopen(), _finished),
    "put_away": Press(lambda s: s.ask.put_away()),
    "bring_back": Press(lambda s: s.ask.bring_back(), lambda s: s.ask.put_away()),
    "expect": Press(lambda s: s.ask.expect([PersonId("somebody"), PersonId("somebody else")])),
    "arrive": Press(lambda s: s.ask.arrive(s.id(3), perspectives=(Perspective.CARER,))),
    "arrive, while somebody speaks": Press(lambda s: s.ask.arrive(s.id(3)), SPEAK),
    "leave": Press(lambda s: s.ask.leave(s.id(2))),
    "leave, with a hand up and in a go-round": Press(
        lambda s: s.ask.leave(s.id(2)), _all(lambda s: s.turns.raise_hand(s.id(2)), _round)
    ),
    "say_coming": Press(lambda s: s.ask.say_coming(s.id(3))),
    "forget_reply": Press(lambda s: s.ask.forget_reply(s.id(3)), lambda s: s.ask.send_sorry(s.id(3))),
    "send_sorry": Press(lambda s: s.ask.send_sorry(s.id(3))),
    "take_off": Press(lambda s: s.ask.take_off(s.id(3))),
    "say_perspective": Press(lambda s: s.ask.say_perspective(s.id(0), (Perspective.LIVED_EXPERIENCE,))),
    "take_jobs": Press(lambda s: s.ask.take_jobs(s.id(0), (Job.CHAIR,))),
    "propose_item": Press(lambda s: s.ask.propose_item(AgendaItemDetails(title="Paint", proposer=GROUP))),
    "change_item": Press(lambda s: s.ask.change_item(s.items[0], AgendaItemDetails(title="Benches", proposer=GROUP))),
    "move_item": Press(lambda s: s.ask.move_item(s.items[2], by=-1)),
    "open_item": Press(lambda s: s.ask.open_item(s.items[1])),
    "open_item, in a go-round with hands up": Press(
        lambda s: s.ask.open_item(s.items[1]), _all(_round, lambda s: s.turns.raise_hand(s.id(0)))
    ),
    "close_item": Press(lambda s: s.ask.close_item(s.items[0])),
    "bring_item_back": Press(lambda s: s.ask.bring_item_back(s.items[3])),
    "split_item": Press(lambda s: s.ask.split_item(s.items[1], ["Lamps", "Windows", "Paint"])),
    "merge_items": Press(lambda s: s.ask.merge_items(s.items[1], [s.items[2]], "Light and tea")),
    "order_items": Press(lambda s: s.ask.order_items({s.items[1]: 2, s.items[2]: 5}, OrderedBy.DOTS)),
    "shorten_items": Press(
        lambda s: s.ask.shorten_items([NewLength(item_id=item, was=20, minutes=12) for item in s.items[1:3]])
    ),
    "put_off_items": Press(lambda s: s.ask.put_off_items(s.items[1:3], ItemState.CARRIED_OVER)),
    "plan_times": Press(
        lambda s: s.ask.plan_times((PlannedBreak(at="11:00", minutes=15),), (FixedEnd(what="The bus", at="11:50"),))
    ),
    "end_later": Press(lambda s: s.ask.end_later(12 * 60 + 15)),
    "record_idea": Press(lambda s: s.ask.record_idea(Words(text="Paint it"), IdeaDetails(proposer=GROUP))),
    "record_idea, while somebody speaks": Press(
        lambda s: s.ask.record_idea(Words(text="Paint it"), IdeaDetails(proposer=GROUP)), SPEAK
    ),
    "change_idea": Press(
        lambda s: s.ask.change_idea(
            s.idea, Words(text="Seats with backs"), IdeaDetails(proposer=GROUP, outcome=IdeaOutcome.LATER)
        )
    ),
    "record_ideas": Press(lambda s: s.ask.record_ideas([(Words(text=said), SURVEY) for said in ("A roof", "Light")])),
    "settle_idea": Press(lambda s: s.ask.settle_idea(s.idea, IdeaOutcome.NOT_TAKEN_UP, reason="It costs too much.")),
    "join_ideas": Press(lambda s: s.ask.join_ideas(s.idea, [_last_idea(s)]), _say_another),
    "part_idea": Press(lambda s: s.ask.part_idea(_last_idea(s)), lambda s: (_say_another(s), _join_last(s))),
    "take_up_idea": Press(lambda s: s.ask.take_up_idea(EARLIER, IdeaId("roof"), s.items[0])),
    "record_decision": Press(
        lambda s: s.ask.record_decision(
            Words(text="Buy"), replace(DECIDED, from_idea_id=s.idea), actions=[(Words(text="Pay"), ActionDetails())]
        )
    ),
    "change_decision": Press(
        lambda s: s.ask.change_decision(s.decision, Words(text="We buy 3 seats."), DECIDED, changes_meaning=True)
    ),
    "take_back_idea": Press(lambda s: s.ask.take_back_idea(s.idea)),
    "take_back_decision": Press(lambda s: s.ask.take_back_decision(s.decision, by=s.id(0))),
    "take_back_objection": Press(
        lambda s: s.ask.take_back_objection(s.decision, 0),
        lambda s: s.ask.change_decision(
            s.decision, Words(text="We buy seats."), replace(DECIDED, objections=(Objection(text="Too dear"),))
        ),
    ),
    "answer_new_words": Press(lambda s: s.ask.answer_new_words(s.decision, True), _new_words),
    "others_asked": Press(lambda s: s.ask.others_asked(s.decision, 0), _needs_a_yes),
    "others_said": Press(lambda s: s.ask.others_said(s.decision, 0, YesAnswer.NO, reason="No money"), _needs_a_yes),
    "tell_answers": Press(
        lambda s: s.ask.tell_answers(
            [
                AnswerTold(
                    line_id=s.idea,
                    told_to=s.id(0),
                    told_by=s.id(1),
                    told_on=date(2026, 12, 1),
                    how=ToldHow.IN_WORDS,
                    news="later",
                )
            ]
        )
    ),
    "agree_action": Press(lambda s: s.ask.agree_action(Words(text="Measure"), ActionDetails(owners=(s.id(0),)))),
    "say_no_thank_you": Press(
        lambda s: s.ask.say_no_thank_you(s.action, s.id(0)),
        lambda s: s.ask.change_action(s.action, Words(text="Ask"), ActionDetails(owners=(s.id(0),))),
    ),
    "say_helped": Press(
        lambda s: s.ask.say_helped(s.action, DidItHelp(answer=Helped.YES, said_on=date(2027, 2, 24))),
        lambda s: s.ask.change_action(s.action, Words(text="Ask"), ActionDetails(state=ActionState.DONE)),
    ),
    "change_action": Press(
        lambda s: s.ask.change_action(s.action, Words(text="Ask 3 shops"), ActionDetails(state=ActionState.DONE))
    ),
}

TURN_PRESSES: dict[str, Press] = {
    "raise_hand": Press(lambda s: s.turns.raise_hand(s.id(0))),
    "raise_hand, while somebody speaks": Press(lambda s: s.turns.raise_hand(s.id(1)), SPEAK),
    "lower_hand": Press(lambda s: s.turns.lower_hand(s.id(0)), lambda s: s.turns.raise_hand(s.id(0))),
    "start": Press(lambda s: s.turns.start(s.people[0]), lambda s: s.turns.raise_hand(s.id(0))),
    "start, shared and through an interpreter": Press(
        lambda s: s.turns.start(s.people[0], with_people=(s.id(1),), through=Through.INTERPRETER)
    ),
    "start, in a go-round": Press(lambda s: s.turns.start(s.people[1]), _round_without_jo),
    "start, after an interruption": Press(
        lambda s: s.turns.start(s.people[0]), _all(SPEAK, lambda s: s.turns.interrupt())
    ),
    "add": Press(lambda s: s.turns.add(s.people[1]), SPEAK),
    "add, by somebody who asked to": Press(
        lambda s: s.turns.add(s.people[1]), _all(SPEAK, lambda s: s.room.want_to_add(s.id(1)))
    ),
    "change": Press(lambda s: s.turns.change(with_people=(s.id(2),), through=Through.HELPER), SPEAK),
    "pause": Press(lambda s: s.turns.pause(), SPEAK),
    "pause, to think": Press(lambda s: s.turns.pause(PauseReason.THINKING), SPEAK),
    "resume": Press(lambda s: s.turns.resume(), _all(SPEAK, lambda s: s.turns.pause())),
    "resume, with the time away": Press(lambda s: s.turns.resume(counts_time_away=True), _paused_by_chance),
    "extend": Press(lambda s: s.turns.extend(), SPEAK),
    "end": Press(lambda s: s.turns.end(), SPEAK),
    "end, of what was added": Press(lambda s: s.turns.end(), _add),
    "end, when all wait for everyone": Press(
        lambda s: s.turns.end(), _all(lambda s: s.room.set_everyone_check(is_on=True), SPEAK)
    ),
    "interrupt": Press(lambda s: s.turns.interrupt(), SPEAK),
    "tap": Press(lambda s: s.turns.tap(s.id(0)), _talk),
    "tap, the other": Press(lambda s: s.turns.tap(s.id(1)), _talk_and_tap),
    "end_conversation": Press(lambda s: s.turns.end_conversation(), _talk),
    "end_conversation, while one speaks": Press(lambda s: s.turns.end_conversation(), _talk_and_tap),
    "pass_turn": Press(lambda s: s.turns.pass_turn(), SPEAK),
    "set_length": Press(lambda s: s.turns.set_length(None)),
    "set_item_length": Press(lambda s: s.turns.set_item_length(s.items[0], 60)),
    "drop_item_length": Press(
        lambda s: s.turns.drop_item_length(s.items[0]), lambda s: s.turns.set_item_length(s.items[0], None)
    ),
    "set_nearly_share": Press(lambda s: s.turns.set_nearly_share(0.5)),
    "take_clocks_away": Press(lambda s: s.turns.take_clocks_away(), SPEAK),
    "bring_clocks_back": Press(lambda s: s.turns.bring_clocks_back(), lambda s: s.turns.take_clocks_away()),
}

ROOM_PRESSES: dict[str, Press] = {
    "count_guests": Press(lambda s: s.room.count_guests(3)),
    "begin_meeting": Press(lambda s: s.room.begin_meeting()),
    "read_access_check": Press(lambda s: s.room.read_access_check()),
    "ask_declarations": Press(lambda s: s.room.ask_declarations()),
    "declare": Press(lambda s: s.room.declare(s.id(0), "My sister sells seats.")),
    "choose_counting": Press(lambda s: s.room.choose_counting(Counting.BY_PERSPECTIVE)),
    "answer_balance_on_wall": Press(lambda s: s.room.answer_balance_on_wall(is_yes=True)),
    "set_next_rule": Press(lambda s: s.room.set_next_rule(NextRule.ORDER_OF_HANDS)),
    "want_to_add": Press(lambda s: s.room.want_to_add(s.id(1)), SPEAK),
    "no_longer_add": Press(lambda s: s.room.no_longer_add(s.id(1)), _all(SPEAK, lambda s: s.room.want_to_add(s.id(1)))),
    "start_go_round": Press(_round),
    "pass_in_round": Press(lambda s: s.room.pass_in_round(s.id(1)), _round),
    "come_back_in_round": Press(lambda s: s.room.come_back_in_round(s.id(0)), _round),
    "join_round": Press(lambda s: s.room.join_round(s.id(0)), _round_without_jo),
    "end_go_round": Press(lambda s: s.room.end_go_round(), _round),
    "start_conversation": Press(_talk),
    "set_everyone_check": Press(lambda s: s.room.set_everyone_check(is_on=True)),
    "everyone_has_it": Press(lambda s: s.room.everyone_has_it(), _wait_for_everyone),
    "ask_everyone": Press(lambda s: s.room.ask_everyone()),
    "finish_item_when_asked": Press(lambda s: s.room.finish_item_when_asked()),
    "show_card": Press(lambda s: s.room.show_card("red"), lambda s: s.room.show_card("red")),
    "pause_everything": Press(lambda s: s.room.pause_everything()),
    "pause_everything, while somebody speaks": Press(lambda s: s.room.pause_everything(), SPEAK),
    "resume_everything": Press(lambda s: s.room.resume_everything(), _all(SPEAK, lambda s: s.room.pause_everything())),
    "start_break": Press(_break),
    "start_break, while somebody speaks": Press(lambda s: s.room.start_break(None), SPEAK),
    "extend_break": Press(lambda s: s.room.extend_break(), _break),
    "end_break": Press(lambda s: s.room.end_break(), _all(SPEAK, _break)),
    "step_out": Press(lambda s: s.room.step_out(s.id(1)), _all(lambda s: s.turns.raise_hand(s.id(1)), _round)),
    "step_back": Press(lambda s: s.room.step_back(s.id(1)), lambda s: s.room.step_out(s.id(1))),
    "begin_closing": Press(lambda s: s.room.begin_closing()),
    "put_off_closing": Press(lambda s: s.room.put_off_closing(), lambda s: s.room.begin_closing()),
    "give_check_out": Press(_yes, _yes),
    "count_check_out": Press(
        lambda s: s.room.count_check_out(dict.fromkeys(CheckOutQuestion, CheckOutCount(yes=4, partly=1, no=2)))
    ),
    "choose_scene": Press(lambda s: s.room.choose_scene(WallScene.AGENDA)),
    "read_back": Press(lambda s: s.room.read_back(ReadBack(words="We buy seats.", proposer=GROUP))),
    "blank_wall": Press(lambda s: s.room.blank_wall(), lambda s: s.room.choose_scene(WallScene.AGENDA)),
    "show_wall_again": Press(lambda s: s.room.show_wall_again(), lambda s: s.room.blank_wall()),
    "follow_on_wall": Press(
        lambda s: s.room.follow_on_wall(),
        _all(lambda s: s.room.choose_scene(WallScene.AGENDA), lambda s: s.room.blank_wall()),
    ),
}

REQUESTS = ((MeetingRequests, MEETING_PRESSES), (TurnRequests, TURN_PRESSES), (RoomRequests, ROOM_PRESSES))
PRESSES = {name: press for _, presses in REQUESTS for name, press in presses.items()}
NO_REQUESTS = {"tick"}
"""Looks at the clock, nobody asks for it."""


@pytest.mark.parametrize(("requests", "presses"), REQUESTS)
def test_every_request_has_a_press_here(requests: type, presses: dict[str, Press]) -> None:
    public = {name for name, found in inspect.getmembers(requests, inspect.isfunction) if not name.startswith("_")}
    assert {name.split(",")[0] for name in presses} == public - NO_REQUESTS
    assert len(PRESSES) == sum(len(some) for _, some in REQUESTS)


@pytest.mark.parametrize("name", PRESSES)
def test_one_press_is_one_step_that_is_taken_back_and_brought_back_whole(scene: Scene, name: str) -> None:
    press, live = PRESSES[name], scene.running.live
    press.first(scene)
    before, steps, spoken_ms = live.state, _steps(scene), scene.turns.used_ms
    press.act(scene)
    after, spoken_after_ms = live.state, scene.turns.used_ms
    assert after != before
    assert [step.is_automatic for step in _steps(scene)[len(steps) :]] == [False]

    for _round_number in range(2):
        scene.services.history.undo()
        _assert_is(scene, before, spoken_ms)
        scene.services.history.redo()
        _assert_is(scene, after, spoken_after_ms)


def _steps(scene: Scene) -> tuple[object, ...]:
    live = scene.running.live
    return tuple(live.workplace.log.steps(live.id))


def _assert_is(scene: Scene, expected: MeetingState, spoken_ms: int) -> None:
    """All is as expected, but that a turn that ran may be held. Nobody lost time, and the disk says the same."""
    state, now = scene.state, expected.current_turn
    if now is not None and not now.is_paused and state.turns[now.id].pause_reason is PauseReason.PROGRAM_STOPPED:
        held = replace(now, is_paused=True, pause_reason=PauseReason.PROGRAM_STOPPED, used_ms=spoken_ms)
        expected = replace(expected, turns={**expected.turns, now.id: held})
    assert state == expected
    assert list(state.turns) == list(expected.turns)
    if now is not None:
        assert scene.turns.used_ms == spoken_ms
    live = scene.running.live
    assert replay(live.id, live.workplace.log.steps(live.id)) == state
