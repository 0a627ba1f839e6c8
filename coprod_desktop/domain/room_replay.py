"""The live room after each event: who has the floor, pauses, cards, the wall and the check-out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, assert_never

from coprod_desktop.domain import room_events as ev
from coprod_desktop.domain.events import EndedBy
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import (
    Break,
    CheckOut,
    CheckOutCount,
    Conversation,
    Declaration,
    GoRound,
    Room,
    Wall,
    WallScene,
)


def after_room(state: MeetingState, event: ev.RoomEvent) -> MeetingState:
    """The meeting after something happened in its room."""
    return replace(state, room=_room_after(state.room, event))


def without_person(room: Room, person_id: PersonId) -> Room:
    """The room when a person is not there any more: nobody waits for them, or talks to and fro with them."""
    talk = room.conversation
    return replace(
        room,
        conversation=None if talk is not None and person_id in talk.people else talk,
        adders=without(room.adders, person_id),
        first_again=without(room.first_again, person_id),
        go_round=_round_without(room.go_round, person_id),
    )


def without(people: tuple[PersonId, ...], person_id: PersonId) -> tuple[PersonId, ...]:
    """These people in their order, but one."""
    return tuple(who for who in people if who != person_id)


def when_item_opens(room: Room) -> Room:
    """A new item: a go-round and a conversation on the last one are over, and the wall follows the meeting again."""
    return replace(room, go_round=None, conversation=None, adders=(), is_closing=False, wall=_following(room.wall))


def when_finished(room: Room) -> Room:
    """The meeting is over, and with it what went on in the room: a pause, a break, a go-round, a conversation."""
    return replace(
        room,
        is_paused=False,
        paused_turn_id=None,
        break_now=None,
        go_round=None,
        conversation=None,
        is_waiting_for_everyone=False,
    )


def when_turn_starts(room: Room, person_id: PersonId, *, is_added: bool, conversation_id: str = "") -> Room:
    """A person has the floor; the wall shows it, and nobody waits for those who were interrupted but come now.

    A turn of its own ends a conversation of 2; a stretch of that conversation, or something added to one, does not.
    """
    talk = room.conversation
    goes_on = talk is not None and (is_added or talk.id == conversation_id)
    return replace(
        room,
        conversation=talk if goes_on else None,
        adders=without(room.adders, person_id),
        first_again=without(room.first_again, person_id),
        wall=room.wall if is_added else _following(room.wall),
    )


def when_turn_ends(room: Room, person_id: PersonId, ended_by: EndedBy) -> Room:
    """A turn is over: what was said may have to reach everyone, and its person has had their place in the go-round.

    Whoever was interrupted keeps that place.
    """
    waits = room.is_waiting_for_everyone or (room.checks_everyone and ended_by is not EndedBy.PASSED)
    go_round = room.go_round if ended_by is EndedBy.STOPPED else _round_without(room.go_round, person_id)
    return replace(room, go_round=go_round, is_waiting_for_everyone=waits)


def when_decided(room: Room) -> Room:
    """A decision is in the record: the wall need not read it back any more."""
    return replace(room, wall=_following(room.wall)) if room.wall.scene is WallScene.DECISION else room


def _room_after(room: Room, event: ev.RoomEvent) -> Room:
    if isinstance(event, ev.WelcomeEvent):
        return _after_welcome(room, event)
    if isinstance(event, ev.PauseEvent):
        return _after_pause(room, event)
    if isinstance(event, ev.ClosingEvent):
        return _after_closing(room, event)
    if isinstance(event, ev.WallEvent):
        return replace(room, wall=_wall_after(room.wall, event), is_waiting_for_everyone=_waits_after(room, event))
    return _after_floor(room, event)


def _after_welcome(room: Room, event: ev.WelcomeEvent) -> Room:
    match event:
        case ev.GuestsCounted():
            return replace(room, guests=event.count)
        case ev.MeetingBegan():
            return replace(room, began_at=event.at)
        case ev.AccessCheckRead():
            return replace(room, has_read_access_check=True)
        case ev.DeclarationsAsked():
            return replace(room, has_asked_declarations=True)
        case ev.InterestDeclared():
            told = Declaration(person_id=event.person_id, words=event.words)
            return replace(room, declarations=(*room.declarations, told), has_asked_declarations=True)
        case ev.CountingChosen():
            return replace(room, counting=event.counting)
        case ev.BalanceOnWallAnswered():
            return replace(room, is_balance_on_wall_agreed=event.is_yes, wall=_wall_after_answer(room.wall, event))
        case _:
            assert_never(event)


def _after_pause(room: Room, event: ev.PauseEvent) -> Room:
    match event:
        case ev.MeetingPaused():
            return replace(room, is_paused=True, paused_turn_id=event.turn_id)
        case ev.MeetingResumed():
            return replace(room, is_paused=False, paused_turn_id=None)
        case ev.BreakStarted():
            return replace(room, break_now=Break(started_at=event.at, minutes=event.minutes))
        case ev.BreakExtended():
            return replace(room, break_now=_longer(room.break_now, event.by_minutes))
        case ev.BreakEnded():
            return replace(room, break_now=None, breaks_taken=room.breaks_taken + 1, last_break_ended_at=event.at)
        case ev.BreaksPlanned():
            return replace(room, planned_breaks=event.breaks)
        case ev.FixedEndsSet():
            return replace(room, fixed_ends=event.ends)
        case _:
            assert_never(event)


def _longer(now: Break | None, by_minutes: int) -> Break | None:
    if now is None or now.minutes is None:
        return now
    return replace(now, minutes=now.minutes + by_minutes)


def _after_closing(room: Room, event: ev.ClosingEvent) -> Room:
    match event:
        case ev.CardShown():
            shown = room.cards.get(event.item_id, {})
            counted = {**shown, event.card: shown.get(event.card, 0) + 1}
            return replace(room, cards={**room.cards, event.item_id: counted})
        case ev.ClosingBegan():
            return replace(room, is_closing=True)
        case ev.ClosingPutOff():
            return replace(room, is_closing=False)
        case ev.CheckOutGiven():
            return replace(room, check_out=_with_answers(room.check_out, event))
        case ev.CheckOutCounted():
            counted_now = CheckOutCount(yes=event.yes, partly=event.partly, no=event.no)
            paper = {**room.check_out.paper, event.question: counted_now}
            return replace(room, check_out=replace(room.check_out, paper=paper))
        case _:
            assert_never(event)


def _with_answers(check_out: CheckOut, event: ev.CheckOutGiven) -> CheckOut:
    given = dict(check_out.given)
    for one in event.answers:
        counted = given.get(one.question, CheckOutCount())
        given[one.question] = replace(counted, **{one.answer.value: getattr(counted, one.answer.value) + 1})
    words = (*check_out.words, event.word) if event.word else check_out.words
    return replace(check_out, given=given, words=words, people_on_screen=check_out.people_on_screen + 1)


def _wall_after(wall: Wall, event: ev.WallEvent) -> Wall:
    match event:
        case ev.WallChosen():
            return replace(wall, scene=event.scene, read_back=event.read_back)
        case ev.WallBlanked():
            return replace(wall, is_blank=True)
        case ev.WallShownAgain():
            return replace(wall, is_blank=False)
        case _:
            assert_never(event)


def _waits_after(room: Room, event: ev.WallEvent) -> bool:
    is_read = isinstance(event, ev.WallChosen) and event.read_back is not None
    return room.is_waiting_for_everyone or (is_read and room.checks_everyone)


def _wall_after_answer(wall: Wall, event: ev.BalanceOnWallAnswered) -> Wall:
    return _following(wall) if wall.scene is WallScene.BALANCE and not event.is_yes else wall


def _following(wall: Wall) -> Wall:
    return replace(wall, scene=WallScene.FOLLOW, read_back=None)


def _after_floor(room: Room, event: ev.FloorEvent) -> Room:  # noqa: C901  one case an event
    match event:
        case ev.NextRuleSet():
            return replace(room, next_rule=event.rule)
        case ev.WantedToAdd():
            return replace(room, adders=(*without(room.adders, event.person_id), event.person_id))
        case ev.NoLongerWantsToAdd():
            return replace(room, adders=without(room.adders, event.person_id))
        case ev.GoRoundStarted():
            started = GoRound(order=event.order, waiting=event.order, item_id=event.item_id)
            return replace(room, go_round=started, last_first=event.order[0] if event.order else room.last_first)
        case ev.GoRoundPassed():
            return replace(room, go_round=_round_without(room.go_round, event.person_id))
        case ev.GoRoundComesBack():
            return replace(room, go_round=_asked_back(room.go_round, event.person_id))
        case ev.GoRoundJoined():
            return replace(room, go_round=_with_joined(room.go_round, event.person_id))
        case ev.GoRoundEnded():
            return replace(room, go_round=None)
        case ev.ConversationStarted():
            return replace(room, conversation=Conversation(id=event.conversation_id, people=event.people))
        case ev.ConversationEnded():
            return replace(room, conversation=None)
        case ev.EveryoneCheckSet():
            return replace(room, checks_everyone=event.is_on, is_waiting_for_everyone=False)
        case ev.EveryoneHasIt():
            return replace(room, is_waiting_for_everyone=False)
        case ev.NearlyShareSet():
            return replace(room, nearly_share=event.share)
        case ev.ItemTurnLengthSet():
            return replace(room, item_lengths={**room.item_lengths, event.item_id: event.seconds})
        case ev.ItemTurnLengthDropped():
            return replace(room, item_lengths=_dropped(room.item_lengths, event.item_id))
        case ev.EveryoneAsked():
            asked = tuple(item_id for item_id in room.asked_everyone if item_id != event.item_id)
            return replace(room, asked_everyone=(*asked, event.item_id))
        case _:
            assert_never(event)


def _dropped(lengths: Mapping[Any, int | None], key: object) -> dict[Any, int | None]:
    return {item_id: seconds for item_id, seconds in lengths.items() if item_id != key}


def _asked_back(go_round: GoRound | None, person_id: PersonId) -> GoRound | None:
    if go_round is None or person_id not in go_round.waiting:
        return go_round
    back = (*without(go_round.asked_back, person_id), person_id)
    return replace(go_round, waiting=(*without(go_round.waiting, person_id), person_id), asked_back=back)


def _with_joined(go_round: GoRound | None, person_id: PersonId) -> GoRound | None:
    if go_round is None:
        return None
    order = go_round.order if person_id in go_round.order else (*go_round.order, person_id)
    return replace(go_round, order=order, waiting=(*without(go_round.waiting, person_id), person_id))


def _round_without(go_round: GoRound | None, person_id: PersonId) -> GoRound | None:
    if go_round is None or person_id not in go_round.waiting:
        return go_round
    waiting = without(go_round.waiting, person_id)
    return replace(go_round, waiting=waiting, asked_back=without(go_round.asked_back, person_id))
