"""What earlier meetings promised comes first: found by the index, changed in the log of its own meeting, one Undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import ActionId, MeetingId
from coprod_desktop.domain.lines import ActionDetails, ActionState, DidItHelp, Helped, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.promises_service import Promise, Promises
from coprod_desktop.storage.line_index import LineIndex
from tests.services.fixed_clock import FixedClock

TODAY, MARCH, MAY = date(2026, 11, 24), date(2026, 3, 10), date(2026, 5, 12)
DAY = 24 * 3600
DONE = ActionDetails(state=ActionState.DONE, ask_on=date(2026, 6, 1))


def _meeting(services: Services, group: Group, held_on: date) -> RunningMeeting:
    return services.meetings.begin(group.id, MeetingDetails(title=f"On {held_on}", held_on=held_on))


@pytest.fixture
def now(services: Services, group: Group) -> RunningMeeting:
    return _meeting(services, group, TODAY)


def _before(services: Services, now: RunningMeeting) -> Promises:
    return services.promises.before(now.live.state)


def _details(services: Services, promise: Promise) -> ActionDetails:
    return services.meetings.state(promise.meeting_id).actions[promise.action_id].details


def test_open_actions_of_all_earlier_meetings_are_there_and_no_others(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    march, may = _meeting(services, group, MARCH), _meeting(services, group, MAY)
    later = _meeting(services, group, date(2026, 12, 1))
    elsewhere = _meeting(services, services.groups.create("Another group"), MARCH)
    away = _meeting(services, group, MARCH)
    for running in (march, may, later, elsewhere, away, now):
        running.requests.agree_action(
            Words(text=f"Ask, {running.live.state.title}"), ActionDetails(owners=(jo.id,), due_on=date(2026, 3, 31))
        )
    march.requests.agree_action(Words(text="Stopped"), ActionDetails(state=ActionState.DROPPED))
    march.requests.agree_action(Words(text="Done, asked never"), ActionDetails(state=ActionState.DONE))
    away.requests.put_away()
    found = _before(services, now)
    assert [(one.words, one.held_on) for one in found.to_do] == [
        ("Ask, On 2026-05-12", MAY),
        ("Ask, On 2026-03-10", MARCH),
    ]
    assert (found.to_do[0].owners, found.to_do[0].due_on) == ((jo.id,), date(2026, 3, 31))
    assert found.to_ask == ()


def test_what_was_done_is_asked_when_its_day_has_come(services: Services, group: Group, now: RunningMeeting) -> None:
    march = _meeting(services, group, MARCH)
    march.requests.agree_action(Words(text="A bench"), DONE)
    march.requests.agree_action(Words(text="A light"), replace(DONE, ask_on=date(2026, 11, 25)))
    answered = march.requests.agree_action(Words(text="A map"), DONE)
    march.requests.say_helped(answered, DidItHelp(answer=Helped.YES, said_on=date(2026, 6, 9)))
    assert [one.words for one in _before(services, now).to_ask] == ["A bench"]


@pytest.mark.parametrize(
    ("act", "changed"),
    [
        (lambda s, p: s.promises.done(p), {"state": ActionState.DONE, "ask_on": date(2027, 2, 24)}),
        (lambda s, p: s.promises.stop(p), {"state": ActionState.DROPPED}),
        (lambda s, p: s.promises.give_day(p, date(2026, 12, 31)), {"due_on": date(2026, 12, 31)}),
        (lambda s, p: s.promises.give_day(p, None), {"due_on": None}),
    ],
)
def test_one_press_is_written_in_the_meeting_that_promised_and_undone_by_one_undo(
    services: Services,
    group: Group,
    now: RunningMeeting,
    act: Callable[[Services, Promise], None],
    changed: dict[str, object],
) -> None:
    march = _meeting(services, group, MARCH)
    asked = ActionDetails(due_on=date(2026, 3, 31), time_wanted="2 hours")
    march.requests.agree_action(Words(text="Ask"), asked)
    (promise,) = _before(services, now).to_do
    own_steps = len(now.live.state.actions)
    act(services, promise)
    assert _details(services, promise) == replace(asked, **changed)  # type: ignore[arg-type]
    assert len(now.live.state.actions) == own_steps
    assert (promise in _before(services, now).to_do) is False
    services.history.undo()
    assert _before(services, now).to_do == (promise,)
    services.history.redo()
    assert _details(services, promise) == replace(asked, **changed)  # type: ignore[arg-type]


def test_several_people_can_say_if_it_helped_that_day_and_the_next_day_it_is_no_more_asked(
    services: Services, group: Group, now: RunningMeeting, clock: FixedClock
) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    _meeting(services, group, MARCH).requests.agree_action(Words(text="A bench"), DONE)
    (promise,) = _before(services, now).unsaid
    services.promises.say_helped(promise, Helped.YES)
    services.promises.say_helped(promise, Helped.NO, by=jo.id, words="It is too low.")
    found = _before(services, now)
    assert [dict(one.said) for one in found.to_ask] == [{Helped.YES: 1, Helped.NO: 1}]
    assert found.unsaid == ()
    said = _details(services, promise).helped
    assert [(one.answer, one.by, one.words, one.said_on) for one in said] == [
        (Helped.YES, None, "", TODAY),
        (Helped.NO, jo.id, "It is too low.", TODAY),
    ]
    services.history.undo()
    services.history.undo()
    assert _before(services, now).unsaid == (promise,)
    services.history.redo()
    clock.pass_seconds(DAY)
    assert _before(services, now).to_ask == ()


def test_where_it_is_too_soon_it_is_asked_again_in_3_months_or_on_a_day_of_their_own(
    services: Services, group: Group, now: RunningMeeting, clock: FixedClock
) -> None:
    _meeting(services, group, MARCH).requests.agree_action(Words(text="A bench"), DONE)
    (promise,) = _before(services, now).to_ask
    services.promises.say_helped(promise, Helped.TOO_SOON)
    assert _details(services, promise).ask_on == date(2027, 2, 24)
    services.promises.ask_again_on(promise, date(2026, 12, 1))
    clock.pass_seconds(DAY)
    assert _before(services, now).to_ask == ()
    clock.pass_seconds(6 * DAY)
    assert [one.words for one in _before(services, now).to_ask] == ["A bench"]
    services.history.undo()
    services.history.undo()
    assert _details(services, promise) == DONE


def test_the_index_says_the_same_when_it_is_made_anew(services: Services, group: Group, now: RunningMeeting) -> None:
    march = _meeting(services, group, MARCH)
    march.requests.agree_action(Words(text="Ask"), ActionDetails())
    march.requests.agree_action(Words(text="A bench"), DONE)
    (promise,) = _before(services, now).to_ask
    services.promises.say_helped(promise, Helped.A_BIT)
    before = _before(services, now)
    LineIndex(services.database).rebuild()
    assert _before(services, now) == before


def test_a_promise_that_is_not_in_the_record_any_more_is_refused(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    march = _meeting(services, group, MARCH)
    promise = Promise(meeting_id=MeetingId(march.live.id), held_on=MARCH, action_id=ActionId("none"), words="")
    with pytest.raises(NotAllowed) as caught:
        services.promises.done(promise)
    assert caught.value.reason is Reason.NOT_FOUND
    assert _before(services, now) == Promises()


def test_words_about_a_job_and_what_was_said_of_it_can_be_taken_out_for_good(services: Services, group: Group) -> None:
    running = _meeting(services, group, TODAY)
    known = ActionDetails(time_wanted="an hour", help_wanted="a lift", money_wanted="\u00a34", state=ActionState.DONE)
    action_id = running.requests.agree_action(Words(text="Ask"), known)
    running.requests.say_helped(action_id, DidItHelp(answer=Helped.NO, said_on=TODAY, words="Private words"))
    kept = {one.text for one in services.erasure.texts_of(running.live.id, action_id)}
    assert kept >= {"Ask", "an hour", "a lift", "\u00a34", "Private words"}


def test_no_thank_you_is_one_step_and_leaves_no_name_behind(services: Services, group: Group) -> None:
    jo, sam = (services.people.add_walk_in(group.id, name) for name in ("Jo", "Sam"))
    running = _meeting(services, group, TODAY)
    action_id = running.requests.agree_action(Words(text="Ask"), ActionDetails(owners=(jo.id, sam.id)))
    running.requests.say_no_thank_you(action_id, jo.id)
    assert running.live.last_step is not None
    assert jo.id not in str([vars(event) for event in running.live.last_step.events])
    assert running.live.state.actions[action_id].details.owners == (sam.id,)
    services.history.undo()
    assert running.live.state.actions[action_id].details.owners == (jo.id, sam.id)
