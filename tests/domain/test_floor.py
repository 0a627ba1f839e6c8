"""Who is offered next and why, the go-round, conversations of 2, and waiting until everyone has it."""

import pytest

from coprod_desktop.domain import agenda, floor, participation, pauses, turns
from coprod_desktop.domain.events import EndedBy
from coprod_desktop.domain.floor import WhyNext
from coprod_desktop.domain.ids import AgendaItemId, PersonId, TurnId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import NextRule
from tests.domain.meeting_maker import ANN, JO, NOON, SAM, MeetingMaker

KIM = PersonId("kim")
LETTERS = {"j": JO, "s": SAM, "a": ANN, "k": KIM}


def meeting_of(people: str = "jsak") -> MeetingMaker:
    """A meeting with people in the room, who came in this order, talking about seats."""
    meeting = MeetingMaker()
    meeting.here(*(LETTERS[one] for one in people))
    open_item(meeting, "seats")
    return meeting


def open_item(meeting: MeetingMaker, name: str) -> None:
    """Talk about a new item."""
    item_id = meeting.item(name)
    meeting.do(agenda.open_item(meeting.state, item_id))


def speak(meeting: MeetingMaker, who: PersonId, ended_by: EndedBy = EndedBy.FINISHED) -> None:
    """Let a person have a turn of a minute."""
    turn_id = TurnId(f"t{len(meeting.state.turns)}")
    meeting.do(turns.start_turn(meeting.state, turn_id=turn_id, person_id=who, at=NOON, allowed_seconds=None))
    meeting.do(turns.end_turn(meeting.state, at=NOON, used_ms=60_000, ended_by=ended_by))


def offered(meeting: MeetingMaker) -> str:
    """Who is offered, by the first letter of their name."""
    return "".join(one.person_id[0] for one in floor.offered_next(meeting.state))


def reasons(meeting: MeetingMaker) -> list[WhyNext]:
    """Why each of them stands there."""
    return [one.why for one in floor.offered_next(meeting.state)]


FAIRNESS = [
    # who spoke on this item, in order; whose hands went up, in order; the rule; who is offered, in order
    ("", "jsa", NextRule.NO_TURN_YET, "jsa"),
    ("j", "jsa", NextRule.NO_TURN_YET, "saj"),
    ("jjs", "jsa", NextRule.NO_TURN_YET, "ajs"),
    ("jjs", "sja", NextRule.NO_TURN_YET, "asj"),
    ("", "jsa", NextRule.FEWEST_TURNS, "jsa"),
    ("jjs", "jsa", NextRule.FEWEST_TURNS, "asj"),
    ("jjss", "jsk", NextRule.FEWEST_TURNS, "kjs"),
    ("", "jsa", NextRule.LONGEST_SINCE, "jsa"),
    ("jsa", "ajs", NextRule.LONGEST_SINCE, "jsa"),
    ("jsaj", "ajs", NextRule.LONGEST_SINCE, "saj"),
    ("jsaj", "jsak", NextRule.LONGEST_SINCE, "ksaj"),
    ("jjs", "jsa", NextRule.ORDER_OF_HANDS, "jsa"),
    ("jjs", "ajs", NextRule.ORDER_OF_HANDS, "ajs"),
    ("jjs", "", NextRule.NO_TURN_YET, ""),
]


@pytest.mark.parametrize(("spoke", "hands", "rule", "expected"), FAIRNESS)
def test_the_rule_of_the_group_says_who_of_those_who_asked_is_offered(
    spoke: str, hands: str, rule: NextRule, expected: str
) -> None:
    meeting = meeting_of()
    for one in spoke:
        speak(meeting, LETTERS[one])
    for one in hands:
        meeting.do(turns.raise_hand(meeting.state, LETTERS[one]))
    meeting.do(floor.set_next_rule(meeting.state, rule))
    assert offered(meeting) == expected


WHY = [
    ("", NextRule.NO_TURN_YET, WhyNext.NO_TURN_YET),
    ("j", NextRule.NO_TURN_YET, WhyNext.NEXT_HAND),
    ("", NextRule.FEWEST_TURNS, WhyNext.NO_TURN_YET),
    ("j", NextRule.FEWEST_TURNS, WhyNext.FEWEST_TURNS),
    ("", NextRule.LONGEST_SINCE, WhyNext.NO_TURN_YET),
    ("j", NextRule.LONGEST_SINCE, WhyNext.LONGEST_SINCE),
    ("", NextRule.ORDER_OF_HANDS, WhyNext.NEXT_HAND),
]


@pytest.mark.parametrize(("spoke", "rule", "why"), WHY)
def test_the_reason_goes_with_the_rule(spoke: str, rule: NextRule, why: WhyNext) -> None:
    meeting = meeting_of()
    for one in spoke:
        speak(meeting, LETTERS[one])
    meeting.do(turns.raise_hand(meeting.state, JO))
    meeting.do(floor.set_next_rule(meeting.state, rule))
    (told,) = floor.offered_next(meeting.state)
    assert (told.why, told.turns) == (why, len(spoke))


def test_a_passed_turn_is_no_turn_and_a_shared_turn_is_one_for_both() -> None:
    meeting = meeting_of()
    speak(meeting, JO, EndedBy.PASSED)
    started = turns.start_turn(
        meeting.state,
        turn_id=TurnId("shared"),
        person_id=SAM,
        at=NOON,
        allowed_seconds=None,
        with_people=(ANN, SAM, ANN),
    )
    meeting.do(started)
    meeting.do(turns.end_turn(meeting.state, at=NOON, used_ms=1000))
    assert meeting.state.turns[TurnId("shared")].with_people == (ANN,)
    for who in (SAM, ANN, JO):
        meeting.do(turns.raise_hand(meeting.state, who))
    assert offered(meeting) == "jsa"


def test_a_turn_on_another_item_does_not_count_here() -> None:
    meeting = meeting_of()
    speak(meeting, JO)
    open_item(meeting, "tea")
    for who in (JO, SAM):
        meeting.do(turns.raise_hand(meeting.state, who))
    assert offered(meeting) == "js"


def test_who_was_interrupted_comes_first_until_their_turn_starts() -> None:
    meeting = meeting_of()
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=60))
    meeting.do(turns.raise_hand(meeting.state, SAM))
    meeting.do(turns.interrupt_turn(meeting.state, at=NOON, used_ms=20_000))
    assert offered(meeting) == "js"
    assert reasons(meeting)[0] is WhyNext.WAS_INTERRUPTED
    speak(meeting, JO)
    assert offered(meeting) == "s"
    meeting.do(turns.raise_hand(meeting.state, JO))
    assert offered(meeting) == "sj"


def test_taking_the_hand_down_ends_coming_first() -> None:
    meeting = meeting_of()
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=60))
    meeting.do(turns.interrupt_turn(meeting.state, at=NOON, used_ms=20_000))
    meeting.do(turns.lower_hand(meeting.state, JO))
    speak(meeting, JO)
    for who in (SAM, JO):
        meeting.do(turns.raise_hand(meeting.state, who))
    assert offered(meeting) == "sj"


def test_whoever_stepped_out_is_passed_over_and_keeps_their_place() -> None:
    meeting = meeting_of()
    for who in (JO, SAM):
        meeting.do(turns.raise_hand(meeting.state, who))
    meeting.do(pauses.step_out(meeting.state, JO, at=NOON))
    assert offered(meeting) == "s"
    meeting.do(pauses.step_back(meeting.state, JO, at=NOON))
    assert offered(meeting) == "js"


def test_the_same_rule_again_is_no_step() -> None:
    assert floor.set_next_rule(meeting_of().state, NextRule.NO_TURN_YET) == ()


# Adding to what somebody says


def _adding() -> MeetingMaker:
    meeting = meeting_of()
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=60))
    meeting.do(floor.want_to_add(meeting.state, SAM))
    return meeting


def test_adding_keeps_the_turn_of_the_speaker_and_its_time() -> None:
    meeting = _adding()
    assert meeting.state.room.adders == (SAM,)
    added = turns.add_to_turn(
        meeting.state, turn_id=TurnId("a"), person_id=SAM, at=NOON, used_ms=15_000, allowed_seconds=60
    )
    meeting.do(added)
    now = meeting.state.current_turn
    assert now is not None
    assert (now.person_id, now.adds_to, meeting.state.room.adders) == (SAM, TurnId("t"), ())
    meeting.do(turns.end_added_turn(meeting.state, at=NOON, used_ms=5000))
    kept = meeting.state.current_turn
    assert kept is not None
    assert (kept.id, kept.is_paused, kept.used_ms, kept.ended_at) == (TurnId("t"), False, 15_000, "")


def test_a_turn_that_was_held_before_stays_held_after_somebody_added() -> None:
    meeting = _adding()
    meeting.do(turns.pause_turn(meeting.state, used_ms=10_000, at=NOON))
    added = turns.add_to_turn(
        meeting.state, turn_id=TurnId("a"), person_id=SAM, at=NOON, used_ms=10_000, allowed_seconds=None
    )
    meeting.do(added)
    meeting.do(turns.end_added_turn(meeting.state, at=NOON, used_ms=5000))
    kept = meeting.state.current_turn
    assert kept is not None
    assert kept.is_paused


def test_who_still_wants_to_add_when_the_turn_ends_has_a_hand_up() -> None:
    meeting = _adding()
    meeting.do(turns.end_turn(meeting.state, at=NOON, used_ms=1000))
    assert (meeting.state.hands, meeting.state.room.adders) == ((SAM,), ())


def test_adding_has_its_rules() -> None:
    meeting = _adding()
    for who, reason in ((SAM, Reason.ALREADY_THERE), (JO, Reason.ALREADY_THERE), (PersonId("x"), Reason.NOT_HERE)):
        with pytest.raises(NotAllowed) as caught:
            floor.want_to_add(meeting.state, who)
        assert caught.value.reason is reason
    meeting.do(floor.no_longer_add(meeting.state, SAM))
    with pytest.raises(NotAllowed):
        floor.no_longer_add(meeting.state, SAM)
    with pytest.raises(NotAllowed):
        floor.want_to_add(meeting_of().state, SAM)
    with pytest.raises(NotAllowed):
        turns.end_added_turn(meeting.state, at=NOON, used_ms=0)
    with pytest.raises(NotAllowed):
        turns.add_to_turn(meeting.state, turn_id=TurnId("a"), person_id=JO, at=NOON, used_ms=0, allowed_seconds=None)


def test_who_goes_home_no_longer_wants_to_add() -> None:
    meeting = _adding()
    meeting.do(participation.leave(meeting.state, SAM, at=NOON))
    assert meeting.state.room.adders == ()


# The go-round

ORDERS = [
    # who came, in order; who runs the meeting; who began last time; the order
    ("jsak", "", "", "jsak"),
    ("jsak", "j", "", "sjak"),
    ("jsak", "k", "", "jska"),
    ("jsak", "", "j", "sakj"),
    ("jsak", "s", "j", "askj"),
    ("jsak", "js", "", "ajsk"),
    ("js", "j", "", "js"),
    ("jsa", "j", "", "sja"),
    ("jsak", "jsak", "", "jsak"),
    ("jsak", "jsa", "", "jsak"),
]


@pytest.mark.parametrize(("came", "leads", "began", "expected"), ORDERS)
def test_whoever_runs_the_meeting_is_neither_first_nor_last_and_the_start_moves(
    came: str, leads: str, began: str, expected: str
) -> None:
    meeting = meeting_of(came)
    for one in leads:
        meeting.do(participation.take_jobs(meeting.state, LETTERS[one], (Job.FACILITATOR,)))
    if began:
        meeting.do(floor.start_go_round(meeting.state, tuple(LETTERS[one] for one in (began, *set(came) - {began}))))
        meeting.do(floor.end_go_round(meeting.state))
    assert "".join(who[0] for who in floor.round_order(meeting.state)) == expected


def _round() -> MeetingMaker:
    meeting = meeting_of()
    meeting.do(floor.start_go_round(meeting.state))
    return meeting


def _next(meeting: MeetingMaker) -> tuple[PersonId, WhyNext]:
    asked = floor.next_in_round(meeting.state)
    assert asked is not None
    return asked.person_id, asked.why


def test_in_a_go_round_everybody_is_asked_once() -> None:
    meeting = _round()
    asked = []
    while floor.next_in_round(meeting.state) is not None:
        who, why = _next(meeting)
        assert why is WhyNext.IN_THE_ROUND
        asked.append(who)
        speak(meeting, who)
    assert asked == [JO, SAM, ANN, KIM]
    assert meeting.state.room.go_round is not None


def test_who_stepped_out_keeps_a_place_and_is_not_among_those_to_ask() -> None:
    meeting = _round()
    meeting.do(pauses.step_out(meeting.state, SAM, at=NOON))
    assert floor.to_ask_in_round(meeting.state) == (JO, ANN, KIM)
    meeting.do(pauses.step_back(meeting.state, SAM, at=NOON))
    assert floor.to_ask_in_round(meeting.state) == (JO, SAM, ANN, KIM)
    assert floor.to_ask_in_round(meeting_of().state) == ()


def test_who_passes_is_not_asked_again_and_has_no_turn() -> None:
    meeting = _round()
    meeting.do(floor.pass_in_round(meeting.state, JO))
    assert _next(meeting)[0] == SAM
    assert meeting.state.turns == {}
    with pytest.raises(NotAllowed):
        floor.pass_in_round(meeting.state, JO)


def test_come_back_to_me_is_asked_at_the_end() -> None:
    meeting = _round()
    meeting.do(floor.come_back_in_round(meeting.state, JO))
    for who in (SAM, ANN, KIM):
        speak(meeting, who)
    assert _next(meeting) == (JO, WhyNext.CAME_BACK_TO)
    speak(meeting, JO)
    assert floor.next_in_round(meeting.state) is None


def test_a_turn_that_was_passed_in_the_middle_ends_that_place_and_an_interrupted_one_keeps_it() -> None:
    meeting = _round()
    speak(meeting, JO, EndedBy.PASSED)
    assert _next(meeting)[0] == SAM
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=SAM, at=NOON, allowed_seconds=60))
    meeting.do(turns.interrupt_turn(meeting.state, at=NOON, used_ms=1000))
    assert _next(meeting)[0] == SAM


def test_who_comes_later_joins_at_the_end_and_who_goes_home_is_not_waited_for() -> None:
    meeting = _round()
    meeting.here(PersonId("late"))
    meeting.do(floor.join_round(meeting.state, PersonId("late")))
    meeting.do(participation.leave(meeting.state, JO, at=NOON))
    meeting.do(pauses.step_out(meeting.state, SAM, at=NOON))
    assert _next(meeting)[0] == ANN
    speak(meeting, ANN)
    speak(meeting, KIM)
    speak(meeting, PersonId("late"))
    assert floor.next_in_round(meeting.state) is None
    meeting.do(pauses.step_back(meeting.state, SAM, at=NOON))
    assert _next(meeting)[0] == SAM


def test_who_passed_can_still_join() -> None:
    meeting = _round()
    meeting.do(floor.pass_in_round(meeting.state, JO))
    meeting.do(floor.join_round(meeting.state, JO))
    assert meeting.state.room.go_round is not None
    assert meeting.state.room.go_round.waiting == (SAM, ANN, KIM, JO)
    with pytest.raises(NotAllowed):
        floor.join_round(meeting.state, JO)


def test_a_go_round_has_its_rules() -> None:
    meeting = _round()
    with pytest.raises(NotAllowed):
        floor.start_go_round(meeting.state)
    with pytest.raises(NotAllowed):
        floor.start_go_round(meeting_of().state, (PersonId("nobody"),))
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=60))
    for refused in (floor.end_go_round, lambda state: floor.pass_in_round(state, JO), floor.start_go_round):
        with pytest.raises(NotAllowed) as caught:
            refused(meeting.state)
        assert caught.value.reason is Reason.TURN_RUNNING
    meeting.do(turns.end_turn(meeting.state, at=NOON, used_ms=0))
    meeting.do(floor.end_go_round(meeting.state))
    assert floor.next_in_round(meeting.state) is None
    for missing in (floor.end_go_round, lambda state: floor.join_round(state, JO)):
        with pytest.raises(NotAllowed) as caught:
            missing(meeting.state)
        assert caught.value.reason is Reason.NOT_FOUND


def test_a_go_round_needs_somebody_in_the_room() -> None:
    with pytest.raises(NotAllowed) as caught:
        floor.start_go_round(MeetingMaker().state)
    assert caught.value.reason is Reason.NOT_HERE


def test_a_new_item_ends_the_go_round_of_the_last() -> None:
    meeting = _round()
    open_item(meeting, "tea")
    assert meeting.state.room.go_round is None


# Two people talk to and fro


def _talk() -> MeetingMaker:
    meeting = meeting_of()
    meeting.do(floor.start_conversation(meeting.state, conversation_id="c", people=(JO, SAM)))
    return meeting


def _tap(meeting: MeetingMaker, who: PersonId) -> None:
    current = meeting.state.current_turn
    ended = turns.end_turn(meeting.state, at=NOON, used_ms=3000) if current else ()
    turn_id = TurnId(f"t{len(meeting.state.turns)}")
    meeting.do(floor.tap_conversation(meeting.state, who, turn_id=turn_id, at=NOON, ended=ended))


def test_a_tap_gives_the_floor_to_the_other_and_all_stretches_are_one_turn_each() -> None:
    meeting = _talk()
    for who in (JO, SAM, JO, SAM):
        _tap(meeting, who)
    assert meeting.state.current_turn is not None
    assert meeting.state.current_turn.person_id == SAM
    assert meeting.state.current_turn.allowed_seconds is None
    assert turns.turns_on_item(meeting.state, AgendaItemId("seats")) == {JO: 1, SAM: 1}
    meeting.do(floor.end_conversation(meeting.state, ended=turns.end_turn(meeting.state, at=NOON, used_ms=1)))
    assert (meeting.state.current_turn, meeting.state.room.conversation) == (None, None)


def test_a_tap_on_whoever_speaks_changes_nothing() -> None:
    meeting = _talk()
    _tap(meeting, JO)
    assert floor.tap_conversation(meeting.state, JO, turn_id=TurnId("x"), at=NOON, ended=()) == ()


@pytest.mark.parametrize("who", [JO, SAM])
def test_a_conversation_is_over_when_one_of_the_two_goes_home(who: PersonId) -> None:
    meeting = meeting_of()
    meeting.do(floor.start_conversation(meeting.state, conversation_id="c", people=(JO, SAM)))
    meeting.do(participation.leave(meeting.state, ANN, at=NOON))
    assert meeting.state.room.conversation is not None
    meeting.do(participation.leave(meeting.state, who, at=NOON))
    assert meeting.state.room.conversation is None


def test_a_conversation_goes_on_when_somebody_adds_and_is_over_when_somebody_else_has_a_turn() -> None:
    meeting = meeting_of()
    meeting.do(floor.start_conversation(meeting.state, conversation_id="c", people=(JO, SAM)))
    meeting.do(floor.tap_conversation(meeting.state, JO, turn_id=TurnId("1"), at=NOON, ended=()))
    added = turns.add_to_turn(
        meeting.state, turn_id=TurnId("2"), person_id=ANN, at=NOON, used_ms=1, allowed_seconds=None
    )
    meeting.do(added)
    meeting.do(turns.end_added_turn(meeting.state, at=NOON, used_ms=1))
    assert meeting.state.room.conversation is not None
    meeting.do(turns.end_turn(meeting.state, at=NOON, used_ms=1))
    speak(meeting, ANN)
    assert meeting.state.room.conversation is None


def test_a_conversation_has_its_rules() -> None:
    meeting = _talk()
    with pytest.raises(NotAllowed):
        floor.tap_conversation(meeting.state, ANN, turn_id=TurnId("x"), at=NOON, ended=())
    with pytest.raises(NotAllowed):
        floor.start_conversation(meeting.state, conversation_id="d", people=(JO, ANN))
    with pytest.raises(NotAllowed):
        floor.start_conversation(meeting_of().state, conversation_id="d", people=(JO, JO))
    with pytest.raises(NotAllowed):
        floor.start_conversation(meeting_of("j").state, conversation_id="d", people=(JO, SAM))
    with pytest.raises(NotAllowed):
        floor.end_conversation(meeting_of().state)
    _tap(meeting, JO)
    with pytest.raises(NotAllowed) as caught:
        floor.start_conversation(meeting.state, conversation_id="d", people=(JO, ANN))
    assert caught.value.reason is Reason.TURN_RUNNING


# Everyone has it


def test_the_next_turn_waits_until_everyone_has_it_if_the_group_wants_that() -> None:
    meeting = meeting_of()
    meeting.do(floor.set_everyone_check(meeting.state, is_on=True))
    speak(meeting, JO)
    assert meeting.state.room.is_waiting_for_everyone
    with pytest.raises(NotAllowed) as caught:
        turns.start_turn(meeting.state, turn_id=TurnId("n"), person_id=SAM, at=NOON, allowed_seconds=None)
    assert caught.value.reason is Reason.NOT_EVERYONE_HAS_IT
    meeting.do(floor.everyone_has_it(meeting.state))
    speak(meeting, SAM, EndedBy.PASSED)
    assert not meeting.state.room.is_waiting_for_everyone
    assert floor.everyone_has_it(meeting.state) == ()


def test_without_the_check_nobody_waits() -> None:
    meeting = meeting_of()
    speak(meeting, JO)
    assert not meeting.state.room.is_waiting_for_everyone
    assert floor.set_everyone_check(meeting.state, is_on=False) == ()


def test_switching_the_check_off_ends_the_wait() -> None:
    meeting = meeting_of()
    meeting.do(floor.set_everyone_check(meeting.state, is_on=True))
    speak(meeting, JO)
    meeting.do(floor.set_everyone_check(meeting.state, is_on=False))
    assert not meeting.state.room.is_waiting_for_everyone


def test_everyone_is_asked_on_the_item_that_is_open() -> None:
    meeting = meeting_of()
    meeting.do(floor.ask_everyone(meeting.state))
    meeting.do(floor.ask_everyone(meeting.state))
    assert meeting.state.room.asked_everyone == (AgendaItemId("seats"),)
    with pytest.raises(NotAllowed):
        floor.ask_everyone(MeetingMaker().state)


def test_who_stepped_out_stands_in_their_place_among_those_who_wait() -> None:
    meeting = meeting_of()
    for who in (SAM, ANN, KIM):
        meeting.do(turns.raise_hand(meeting.state, who))
    meeting.do(pauses.step_out(meeting.state, ANN, at=NOON))
    waiting = floor.waiting_to_speak(meeting.state)
    assert [(one.person_id, one.is_out) for one in waiting] == [(SAM, False), (ANN, True), (KIM, False)]
    assert offered(meeting) == "sk"


def test_who_had_no_turn_is_told_for_the_item_that_is_open() -> None:
    meeting = meeting_of()
    speak(meeting, SAM)
    speak(meeting, ANN, EndedBy.PASSED)
    assert set(floor.no_turn_yet(meeting.state)) == {JO, ANN, KIM}
    open_item(meeting, "roofs")
    assert set(floor.no_turn_yet(meeting.state)) == {JO, SAM, ANN, KIM}
