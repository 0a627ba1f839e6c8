"""What the wall shows: one thing at a time, and never a need or a perspective beside a name (UI-24, R17)."""

from coprod_desktop.domain import room_events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.domain.proposer import checked_proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import ReadBack, ReadBackStep, WallScene
from coprod_desktop.domain.text import needed, typed

CHOSEN = (
    WallScene.WELCOME,
    WallScene.AGENDA,
    WallScene.BOUNDS,
    WallScene.BALANCE,
    WallScene.CHECK_OUT,
    WallScene.THANK_YOU,
)
"""The scenes that can be chosen by themselves; a decision comes with its words."""


def scene_of(state: MeetingState) -> WallScene:
    """What the wall shows now: blank before all, then a pause, a break, what was chosen, and where the meeting is."""
    room = state.room
    if room.wall.is_blank:
        return WallScene.BLANK
    if room.is_paused:
        return WallScene.PAUSE
    if room.break_now is not None:
        return WallScene.BREAK
    if room.wall.scene is not WallScene.FOLLOW:
        return room.wall.scene
    return _where_it_is(state)


def _where_it_is(state: MeetingState) -> WallScene:
    if state.phase is Phase.FINISHED:
        return WallScene.THANK_YOU
    if state.room.is_closing:
        return WallScene.CHECK_OUT
    if state.current_turn is not None:
        return WallScene.TURN
    if state.current_item is not None:
        return WallScene.ITEM
    return WallScene.AGENDA if state.listed_items else WallScene.WELCOME


def choose_scene(state: MeetingState, scene: WallScene) -> tuple[Event, ...]:
    """Choose what the wall shows, or let it follow the meeting. Equal voice needs the group's yes first (R12)."""
    if scene is WallScene.BALANCE and not state.room.is_balance_on_wall_agreed:
        raise NotAllowed(Reason.CONSENT_MISSING, "wall")
    if scene not in (*CHOSEN, WallScene.FOLLOW):
        raise NotAllowed(Reason.NOT_FOUND, "wall")
    return () if scene is state.room.wall.scene else (ev.WallChosen(scene=scene),)


def read_back(state: MeetingState, told: ReadBack) -> tuple[Event, ...]:
    """Show a decision on the wall as it will be printed: first its words, then the question who agrees (R15)."""
    checked = ReadBack(
        words=needed(told.words, field="words"),
        proposer=checked_proposer(told.proposer),
        picture=typed(told.picture, field="picture"),
        step=told.step,
        decision_id=told.decision_id,
        is_secret=told.is_secret,
    )
    if state.room.wall.scene is WallScene.DECISION and state.room.wall.read_back == checked:
        return ()
    if checked.step is ReadBackStep.AGREE and state.room.is_waiting_for_everyone:
        raise NotAllowed(Reason.NOT_EVERYONE_HAS_IT)
    return (ev.WallChosen(scene=WallScene.DECISION, read_back=checked),)


def blank(state: MeetingState) -> tuple[Event, ...]:
    """Show nothing on the wall, at once."""
    return () if state.room.wall.is_blank else (ev.WallBlanked(),)


def show_again(state: MeetingState) -> tuple[Event, ...]:
    """Show the meeting on the wall again."""
    return (ev.WallShownAgain(),) if state.room.wall.is_blank else ()
