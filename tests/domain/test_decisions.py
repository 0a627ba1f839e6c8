"""Decisions and their actions: one press is one step, first words stay in sight, nothing is without a proposer."""

from dataclasses import replace

import pytest

from coprod_desktop.domain import actions, decisions, ideas
from coprod_desktop.domain.events import ActionAgreed, ActionChanged, ActionReworded, DecisionChanged, DecisionReworded
from coprod_desktop.domain.ids import ActionId, DecisionId, IdeaId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    WordingChange,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting_state import Action, Decision
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import ANN, JO, SAM, MeetingMaker

BUY, ASK, PAY = DecisionId("buy"), ActionId("ask"), ActionId("pay")
SEATS = IdeaId("seats")
WORDS = Words(text="We buy 3 seats.")
DETAILS = DecisionDetails(proposer=Proposer(people=(JO,)), outcome=Outcome.AGREED)
PROMISE = Words(text="Ask for prices")


def _with_decision(details: DecisionDetails = DETAILS) -> MeetingMaker:
    meeting = MeetingMaker()
    meeting.do(decisions.record_decision(meeting.state, decision_id=BUY, words=WORDS, details=details))
    return meeting


def _with_action() -> MeetingMaker:
    meeting = MeetingMaker()
    agreed = actions.agree_action(meeting.state, action_id=ASK, words=PROMISE, details=ActionDetails(owners=(JO,)))
    meeting.do(agreed)
    return meeting


def _decision(meeting: MeetingMaker) -> Decision:
    return meeting.state.decisions[BUY]


# Recording


def test_a_decision_its_idea_and_its_actions_are_one_step() -> None:
    meeting = MeetingMaker()
    idea = IdeaDetails(proposer=Proposer(people=(JO,)))
    meeting.do(ideas.record_idea(meeting.state, idea_id=SEATS, words=Words(text="Seats"), details=idea))
    before = meeting.state
    actions = (
        Action(id=ASK, words=PROMISE, details=ActionDetails(owners=(SAM, SAM))),
        Action(id=PAY, words=Words(text="Pay"), details=ActionDetails()),
    )
    step = meeting.do(
        decisions.record_decision(
            meeting.state,
            decision_id=BUY,
            words=WORDS,
            details=replace(DETAILS, from_idea_id=SEATS),
            actions=actions,
        )
    )
    assert meeting.state.ideas[SEATS].details.outcome is IdeaOutcome.DECIDED
    assert [action.details for action in meeting.state.actions.values()] == [
        ActionDetails(decision_id=BUY, owners=(SAM,)),
        ActionDetails(decision_id=BUY),
    ]
    meeting.undo(step)
    assert meeting.state == before


def test_a_decision_is_not_recorded_with_an_action_that_has_no_words() -> None:
    empty = Action(id=ASK, words=Words(text=""), details=ActionDetails(owners=(JO,)))
    with pytest.raises(NotAllowed) as caught:
        decisions.record_decision(MeetingMaker().state, decision_id=BUY, words=WORDS, details=DETAILS, actions=(empty,))
    assert (caught.value.reason, caught.value.field) == (Reason.WORDS_MISSING, "text")


@pytest.mark.parametrize(
    ("outcome", "became"),
    [
        (Outcome.AGREED, IdeaOutcome.DECIDED),
        (Outcome.NOT_AGREED, IdeaOutcome.NOT_TAKEN_UP),
        (Outcome.DEFERRED, IdeaOutcome.OPEN),
    ],
)
def test_what_becomes_of_the_idea_follows_the_outcome(outcome: Outcome, became: IdeaOutcome) -> None:
    meeting = MeetingMaker()
    idea = IdeaDetails(proposer=Proposer(people=(JO,)))
    meeting.do(ideas.record_idea(meeting.state, idea_id=SEATS, words=Words(text="Seats"), details=idea))
    details = replace(DETAILS, outcome=outcome, from_idea_id=SEATS, reason="It costs a lot.")
    meeting.do(decisions.record_decision(meeting.state, decision_id=BUY, words=WORDS, details=details))
    told = meeting.state.ideas[SEATS].details
    assert told.outcome is became
    assert told.reason == ("" if became is IdeaOutcome.OPEN else "It costs a lot.")


def test_a_decision_and_an_action_are_put_into_the_record_once() -> None:
    with pytest.raises(NotAllowed) as caught:
        decisions.record_decision(_with_decision().state, decision_id=BUY, words=WORDS, details=DETAILS)
    assert caught.value.reason is Reason.ALREADY_THERE
    with pytest.raises(NotAllowed) as caught:
        actions.agree_action(_with_action().state, action_id=ASK, words=PROMISE, details=ActionDetails())
    assert caught.value.reason is Reason.ALREADY_THERE


# Changing


def test_the_words_of_a_decision_and_all_else_change_in_one_step() -> None:
    meeting = _with_decision()
    before = meeting.state
    details = replace(
        DETAILS, proposer=Proposer(people=(JO, ANN)), conditions=("A light", " "), supported_by=(SAM, SAM)
    )
    events = decisions.change_decision(meeting.state, BUY, Words(text="We buy 4 seats."), details)
    assert [type(event) for event in events] == [DecisionReworded, DecisionChanged]
    step = meeting.do(events)
    assert _decision(meeting).words.text == "We buy 4 seats."
    assert _decision(meeting).details == replace(details, conditions=("A light",), supported_by=(SAM,))
    meeting.undo(step)
    assert meeting.state == before


def test_only_what_is_new_in_a_decision_is_put_into_the_record() -> None:
    state = _with_decision().state
    assert decisions.change_decision(state, BUY, WORDS, DETAILS) == ()
    same_meaning = decisions.change_decision(state, BUY, Words(text="We buy seats."), DETAILS)
    assert [type(event) for event in same_meaning] == [DecisionReworded]
    unchanged = decisions.change_decision(state, BUY, WORDS, DETAILS, changes_meaning=True, agreed_by_proposer=True)
    assert unchanged == ()


def test_the_first_words_stay_in_sight_however_often_the_meaning_changes() -> None:
    meeting = _with_decision()
    for text, agreed in (("We buy 4 seats.", False), ("We buy a bench.", True)):
        meeting.do(
            decisions.change_decision(
                meeting.state,
                BUY,
                Words(text=text),
                _decision(meeting).details,
                changes_meaning=True,
                agreed_by_proposer=agreed,
            )
        )
        changed = WordingChange(first_words="We buy 3 seats.", agreed_by_proposer=agreed)
        assert _decision(meeting).details.wording_changed == changed


@pytest.mark.parametrize(
    ("details", "reason", "field"),
    [
        (replace(DETAILS, proposer=Proposer()), Reason.PROPOSER_MISSING, "proposer"),
        (replace(DETAILS, votes=Votes(yes=-1)), Reason.NUMBER_OUT_OF_RANGE, "votes"),
        (replace(DETAILS, objections=(Objection(text=" "),)), Reason.WORDS_MISSING, "objection"),
        (replace(DETAILS, needs_yes_from=(NeededYes(who=""),)), Reason.WORDS_MISSING, "needs_yes_from"),
    ],
)
def test_what_a_decision_must_have_is_asked_for_by_its_field(
    details: DecisionDetails, reason: Reason, field: str
) -> None:
    with pytest.raises(NotAllowed) as caught:
        decisions.change_decision(_with_decision().state, BUY, WORDS, details)
    assert (caught.value.reason, caught.value.field) == (reason, field)


def test_counts_that_nobody_made_are_not_kept_and_words_are_cleaned() -> None:
    nobody = Proposer(source=Source.UNNAMED)
    meeting = _with_decision(
        replace(
            DETAILS,
            votes=Votes(),
            objections=(
                Objection(text=" It is loud. ", by=nobody),
                Objection(text="No."),
            ),
        )
    )
    assert _decision(meeting).details.votes is None
    assert _decision(meeting).details.objections == (
        Objection(text="It is loud.", by=nobody),
        Objection(text="No."),
    )
    counted = decisions.checked_decision(replace(DETAILS, votes=Votes(yes=3, no=0)))
    assert counted.votes == Votes(yes=3, no=0)


@pytest.mark.parametrize(
    ("outcome", "answers", "waits"),
    [
        (Outcome.AGREED, (), False),
        (Outcome.AGREED, (YesAnswer.YES,), False),
        (Outcome.AGREED, (YesAnswer.YES, YesAnswer.WAITING), True),
        (Outcome.AGREED, (YesAnswer.NO,), True),
        (Outcome.NOT_AGREED, (YesAnswer.WAITING,), False),
    ],
)
def test_a_decision_waits_until_everyone_who_must_say_yes_has(
    outcome: Outcome, answers: tuple[YesAnswer, ...], waits: bool
) -> None:
    asked = tuple(NeededYes(who="The council", answer=answer) for answer in answers)
    meeting = _with_decision(replace(DETAILS, outcome=outcome, needs_yes_from=asked))
    assert decisions.waits_for_yes(_decision(meeting)) is waits


# Actions


def test_the_words_of_an_action_and_all_else_change_in_one_step() -> None:
    meeting = _with_action()
    before = meeting.state
    details = ActionDetails(owners=(JO, SAM), state=ActionState.DONE, result=" They said yes. ")
    step = meeting.do(actions.change_action(meeting.state, ASK, Words(text="Ask 3 shops"), details))
    action = meeting.state.actions[ASK]
    assert (action.words.text, action.details) == ("Ask 3 shops", replace(details, result="They said yes."))
    meeting.undo(step)
    assert meeting.state == before


def test_only_what_is_new_in_an_action_is_put_into_the_record() -> None:
    state = _with_action().state
    here = ActionDetails(owners=(JO,))
    assert actions.change_action(state, ASK, PROMISE, here) == ()
    reworded = actions.change_action(state, ASK, Words(text="Ask 3 shops"), here)
    assert [type(event) for event in reworded] == [ActionReworded]
    changed = actions.change_action(state, ASK, PROMISE, ActionDetails())
    assert [type(event) for event in changed] == [ActionChanged]


def test_an_action_without_anyone_is_kept() -> None:
    events = actions.agree_action(MeetingMaker().state, action_id=ASK, words=PROMISE, details=ActionDetails())
    assert events == (ActionAgreed(action_id=ASK, words=PROMISE, details=ActionDetails()),)


def test_what_is_not_there_is_not_changed() -> None:
    state = MeetingMaker().state
    for request in (
        lambda: decisions.change_decision(state, BUY, WORDS, DETAILS),
        lambda: actions.change_action(state, ASK, PROMISE, ActionDetails()),
    ):
        with pytest.raises(NotAllowed) as caught:
            request()
        assert caught.value.reason is Reason.NOT_FOUND


@pytest.mark.parametrize(
    ("answers", "together"),
    [
        ((), YesAnswer.YES),
        ((YesAnswer.YES, YesAnswer.YES), YesAnswer.YES),
        ((YesAnswer.YES, YesAnswer.WAITING), YesAnswer.WAITING),
        ((YesAnswer.WAITING, YesAnswer.NO), YesAnswer.NO),
    ],
)
def test_a_no_of_anyone_who_must_say_yes_outweighs(answers: tuple[YesAnswer, ...], together: YesAnswer) -> None:
    asked = tuple(NeededYes(who="The council", answer=answer) for answer in answers)
    meeting = _with_decision(replace(DETAILS, needs_yes_from=asked))
    assert decisions.others_answer(_decision(meeting)) is together


@pytest.mark.parametrize(
    ("outcome", "becomes"),
    [
        (Outcome.DEFERRED, IdeaOutcome.OPEN),
        (Outcome.NOT_AGREED, IdeaOutcome.NOT_TAKEN_UP),
        (Outcome.DECIDED_ELSEWHERE, IdeaOutcome.DECIDED),
    ],
)
def test_an_idea_goes_the_way_of_its_decision_also_when_that_changes(outcome: Outcome, becomes: IdeaOutcome) -> None:
    meeting = MeetingMaker()
    meeting.here(JO, SAM)
    said = IdeaDetails(proposer=Proposer(people=(JO,)))
    meeting.do(ideas.record_idea(meeting.state, idea_id=SEATS, words=WORDS, details=said))
    made = replace(DETAILS, outcome=Outcome.AGREED, from_idea_id=SEATS)
    meeting.do(decisions.record_decision(meeting.state, decision_id=BUY, words=WORDS, details=made))
    assert meeting.state.ideas[SEATS].details.outcome is IdeaOutcome.DECIDED

    changed = replace(made, outcome=outcome, reason="No money")
    meeting.do(decisions.change_decision(meeting.state, BUY, WORDS, changed))
    idea = meeting.state.ideas[SEATS].details
    assert (idea.outcome, idea.reason) == (becomes, "" if becomes is IdeaOutcome.OPEN else "No money")
    meeting.do(decisions.change_decision(meeting.state, BUY, WORDS, made))
    assert meeting.state.ideas[SEATS].details.outcome is IdeaOutcome.DECIDED


def test_an_idea_with_another_decision_or_an_answer_of_its_own_does_not_go_that_way() -> None:
    meeting = MeetingMaker()
    meeting.here(JO, SAM)
    said = IdeaDetails(proposer=Proposer(people=(JO,)))
    meeting.do(ideas.record_idea(meeting.state, idea_id=SEATS, words=WORDS, details=said))
    made = replace(DETAILS, outcome=Outcome.AGREED, from_idea_id=SEATS)
    other = DecisionId("other")
    for one in (BUY, other):
        meeting.do(decisions.record_decision(meeting.state, decision_id=one, words=WORDS, details=made))
    later = replace(made, outcome=Outcome.DEFERRED)
    meeting.do(decisions.change_decision(meeting.state, BUY, WORDS, later))
    assert meeting.state.ideas[SEATS].details.outcome is IdeaOutcome.DECIDED
    meeting.do(ideas.settle_idea(meeting.state, SEATS, IdeaOutcome.PASSED_ON, passed_on_to="The council"))
    meeting.do(decisions.change_decision(meeting.state, other, WORDS, later))
    assert meeting.state.ideas[SEATS].details.outcome is IdeaOutcome.PASSED_ON
