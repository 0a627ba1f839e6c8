"""What somebody promised: no thank you leaves no trace, only what is done can have helped, and when it is asked."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain import actions, decisions, participation
from coprod_desktop.domain.after_events import ActionHelped
from coprod_desktop.domain.answers import news_of
from coprod_desktop.domain.events import ActionChanged
from coprod_desktop.domain.ids import ActionId, DecisionId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    DecisionDetails,
    DidItHelp,
    Helped,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting_state import Action
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import ANN, JO, SAM, MeetingMaker

ASK, BUY = ActionId("ask"), DecisionId("buy")
PROMISE = Words(text="Ask for prices")
DONE_ON, ASK_ON = date(2026, 11, 24), date(2027, 2, 24)
DONE = ActionDetails(owners=(JO,), state=ActionState.DONE, ask_on=ASK_ON)


def _with(details: ActionDetails) -> MeetingMaker:
    meeting = MeetingMaker()
    meeting.do(actions.agree_action(meeting.state, action_id=ASK, words=PROMISE, details=details))
    return meeting


def _details(meeting: MeetingMaker) -> ActionDetails:
    return meeting.state.actions[ASK].details


def _said(answer: Helped = Helped.YES, on: date = ASK_ON, by: PersonId | None = None, words: str = "") -> DidItHelp:
    return DidItHelp(answer=answer, said_on=on, by=by, words=words)


def test_no_thank_you_takes_a_person_off_and_keeps_nothing_else() -> None:
    meeting = _with(ActionDetails(owners=(JO, SAM), time_wanted="2 hours"))
    before = meeting.state
    events = actions.say_no_thank_you(meeting.state, ASK, JO)
    assert events == (ActionChanged(action_id=ASK, details=ActionDetails(owners=(SAM,), time_wanted="2 hours")),)
    step = meeting.do(events)
    assert _details(meeting).owners == (SAM,)
    meeting.undo(step)
    assert meeting.state == before


@pytest.mark.parametrize(("action_id", "person_id"), [(ActionId("none"), JO), (ASK, ANN)])
def test_only_who_has_a_job_can_say_no_thank_you(action_id: ActionId, person_id: PersonId) -> None:
    with pytest.raises(NotAllowed) as caught:
        actions.say_no_thank_you(_with(ActionDetails(owners=(JO,))).state, action_id, person_id)
    assert caught.value.reason is Reason.NOT_FOUND


@pytest.mark.parametrize("state", [ActionState.OPEN, ActionState.DROPPED])
def test_only_what_is_done_can_have_helped(state: ActionState) -> None:
    meeting = _with(ActionDetails(state=state))
    with pytest.raises(NotAllowed) as caught:
        actions.say_helped(meeting.state, ASK, _said())
    assert caught.value.reason is Reason.NOT_DONE_YET


def test_what_people_say_is_kept_in_clean_words_and_a_person_has_one_answer() -> None:
    meeting = _with(DONE)
    for said in (_said(words="  It is\nlighter. "), _said(Helped.NO, by=ANN), _said(Helped.A_BIT, by=ANN)):
        meeting.do(actions.say_helped(meeting.state, ASK, said))
    assert _details(meeting).helped == (_said(words="It is lighter."), _said(Helped.A_BIT, by=ANN))


def test_where_it_is_too_soon_it_is_asked_again_on_another_day() -> None:
    meeting = _with(DONE)
    before, again = meeting.state, date(2027, 5, 24)
    events = actions.say_helped(meeting.state, ASK, _said(Helped.TOO_SOON), ask_on=again)
    assert [type(event) for event in events] == [ActionChanged, ActionHelped]
    step = meeting.do(events)
    assert _details(meeting) == replace(DONE, ask_on=again, helped=(_said(Helped.TOO_SOON),))
    assert actions.is_to_ask(_details(meeting), again)
    assert not actions.is_to_ask(_details(meeting), date(2027, 5, 23))
    meeting.undo(step)
    assert meeting.state == before
    assert actions.say_helped(before, ASK, _said(), ask_on=ASK_ON) == (ActionHelped(action_id=ASK, said=_said()),)


def test_it_is_asked_from_its_day_until_somebody_said_so_and_others_can_that_day_too() -> None:
    assert not actions.is_to_ask(DONE, date(2027, 2, 23))
    assert actions.is_to_ask(DONE, ASK_ON)
    assert actions.is_to_ask(DONE, date(2028, 1, 1))
    answered = replace(DONE, helped=(_said(on=date(2027, 3, 1)),))
    assert actions.is_to_ask(answered, date(2027, 3, 1))
    assert not actions.is_to_ask(answered, date(2027, 3, 2))
    assert actions.last_said_on(answered) == date(2027, 3, 1)
    assert actions.last_said_on(DONE) is None


@pytest.mark.parametrize(
    "details",
    [replace(DONE, state=ActionState.OPEN), replace(DONE, ask_on=None), replace(DONE, state=ActionState.DROPPED)],
)
def test_what_is_not_done_or_has_no_day_is_never_asked(details: ActionDetails) -> None:
    assert not actions.is_to_ask(details, date(2030, 1, 1))


def test_only_what_is_done_keeps_a_day_to_ask() -> None:
    assert actions.checked_action(DONE).ask_on == ASK_ON
    assert actions.checked_action(replace(DONE, state=ActionState.OPEN)).ask_on is None


def test_what_goes_with_a_job_is_kept_in_clean_words() -> None:
    typed = ActionDetails(time_wanted=" 2 hours ", help_wanted="A\tlift", money_wanted=" \u00a312 for\nthe bus")
    checked = actions.checked_action(typed)
    assert (checked.time_wanted, checked.help_wanted, checked.money_wanted) == (
        "2 hours",
        "A lift",
        "\u00a312 for the bus",
    )


@pytest.mark.parametrize(
    ("done_on", "asked_on"),
    [
        (date(2026, 1, 15), date(2026, 4, 15)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 9, 30), date(2026, 12, 30)),
        (date(2026, 10, 31), date(2027, 1, 31)),
    ],
)
def test_the_day_to_ask_is_3_months_later_and_always_there(done_on: date, asked_on: date) -> None:
    assert actions.day_to_ask(done_on) == asked_on


def test_what_people_say_at_the_meeting_comes_before_what_is_known_of_them() -> None:
    meeting = MeetingMaker()
    staff, lived = (Perspective.PROFESSIONAL,), (Perspective.LIVED_EXPERIENCE,)
    meeting.do(participation.arrive(meeting.state, JO, at="2026-11-24T10:00:00+00:00", perspectives=staff))
    meeting.do(participation.arrive(meeting.state, SAM, at="2026-11-24T10:00:00+00:00", perspectives=lived))
    paid = actions.paid_people(meeting.state, {SAM: staff, ANN: staff})
    assert paid == {JO, ANN}
    assert actions.asks_what_goes_with_it((JO, SAM), paid)
    assert not actions.asks_what_goes_with_it((JO, ANN), paid)
    assert not actions.asks_what_goes_with_it((), paid)
    assert actions.asks_what_goes_with_it((PersonId("somebody new"),), paid)


def test_the_proposer_hears_it_when_people_change_their_mind_about_whether_it_helped() -> None:
    meeting = MeetingMaker()
    details = DecisionDetails(proposer=Proposer(people=(JO,)), outcome=Outcome.AGREED)
    follows = (Action(id=ASK, words=PROMISE, details=DONE),)
    meeting.do(
        decisions.record_decision(
            meeting.state, decision_id=BUY, words=Words(text="We buy"), details=details, actions=follows
        )
    )
    news = [news_of(meeting.state, meeting.state.decisions[BUY])]
    for answer in (Helped.YES, Helped.NO):
        meeting.do(actions.say_helped(meeting.state, ASK, _said(answer, by=ANN)))
        news.append(news_of(meeting.state, meeting.state.decisions[BUY]))
    assert len(set(news)) == 3
