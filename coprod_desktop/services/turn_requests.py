"""Hands, turns and clocks of a running meeting; the time spoken comes from real clocks."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict

from coprod_desktop.domain import floor, turns
from coprod_desktop.domain.events import EndedBy, Event, PauseReason, Through, TurnEnded, TurnResumed, TurnStarted
from coprod_desktop.domain.ids import AgendaItemId, PersonId, TurnId
from coprod_desktop.domain.meeting_state import Turn
from coprod_desktop.domain.person import Person
from coprod_desktop.services.clock import local_time
from coprod_desktop.services.live_meeting import LiveMeeting
from coprod_desktop.services.turn_timer import TurnTimer

HEARTBEAT_MS = 5000
"""How often the time used is kept while a turn runs, so that a crash costs no more than this."""


@dataclass(frozen=True)
class HeldTurn:
    """A turn that the program held by itself, and for how many seconds nothing could be counted."""

    reason: PauseReason
    away_seconds: int = 0


class _Measured(TypedDict):
    """What real clocks say of the current turn, if it ends now."""

    at: str
    used_ms: int
    paused_seconds: int


class TurnRequests:
    """The requests about turns in one meeting. Nothing here moves on by itself but the clock's figures (UI-14)."""

    def __init__(self, live: LiveMeeting) -> None:
        self._live = live
        self._clock = live.workplace.clock
        self._timer = TurnTimer(self._clock)
        self._kept_ms = 0
        self._held: HeldTurn | None = None
        self._left_at_ms: dict[TurnId, int] = {}
        self._hold(live.state.current_turn)
        live.listen(self._follow)

    @property
    def held(self) -> HeldTurn | None:
        """Why the program holds the current turn, until somebody goes on or ends it."""
        turn = self._live.state.current_turn
        return self._held if turn is not None and turn.is_paused else None

    @property
    def used_ms(self) -> int:
        """Milliseconds of the current turn that were spoken so far."""
        return self._timer.used_ms()

    def tick(self) -> bool:
        """Look at the clocks; holds the turn if they cannot be trusted. Says whether the turn runs on."""
        stall, turn_id = self._timer.check(), self._timer.turn_id
        if stall is not None:
            self._held = HeldTurn(PauseReason.STALLED, stall.away_seconds)
            self._pause(stall.used_ms, PauseReason.STALLED, is_automatic=True)
        elif turn_id is not None and self._timer.is_running and self.used_ms - self._kept_ms >= HEARTBEAT_MS:
            self._keep(turn_id)
        return self._timer.is_running

    def raise_hand(self, person_id: PersonId) -> None:
        """A person asks to speak."""
        self._live.record(turns.raise_hand(self._live.state, person_id))

    def lower_hand(self, person_id: PersonId) -> None:
        """A person no longer asks to speak."""
        self._live.record(turns.lower_hand(self._live.state, person_id))

    def start(
        self,
        person: Person,
        *,
        with_people: tuple[PersonId, ...] = (),
        through: Through | None = None,
        runs_meeting: bool = False,
    ) -> None:
        """Begin a person's turn at their own length."""
        state = self._live.state
        self._live.record(
            turns.start_turn(
                state,
                turn_id=TurnId(self._live.workplace.new_id()),
                person_id=person.id,
                at=self._now(),
                allowed_seconds=turns.allowed_seconds(state, person),
                with_people=with_people,
                through=through,
                runs_meeting=runs_meeting,
            )
        )

    def add(self, person: Person, *, through: Through | None = None) -> None:
        """Let a person add to what the speaker says; the speaker keeps the turn."""
        state = self._live.state
        self._live.record(
            turns.add_to_turn(
                state,
                turn_id=TurnId(self._live.workplace.new_id()),
                person_id=person.id,
                at=self._now(),
                used_ms=self.used_ms,
                allowed_seconds=turns.allowed_seconds(state, person),
                through=through,
            )
        )

    def change(
        self,
        *,
        with_people: tuple[PersonId, ...] | None = None,
        through: Through | None = None,
        runs_meeting: bool = False,
    ) -> None:
        """Put right who shares the turn, what the person speaks through, or whether it runs the meeting."""
        changed = turns.change_turn(
            self._live.state, with_people=with_people, through=through, runs_meeting=runs_meeting
        )
        self._live.record(changed)

    def pause(self, reason: PauseReason = PauseReason.ASKED) -> None:
        """Hold the clock; the person keeps the turn. Thinking and an interpreter's time are held and not counted."""
        self._held = None
        self._pause(self.used_ms, reason)

    def resume(self, *, counts_time_away: bool = False) -> None:
        """Go on, from where the clock held or with the time away counted."""
        held = self.held
        counted_ms = held.away_seconds * 1000 if held and counts_time_away else 0
        self._live.record(turns.resume_turn(self._live.state, at=self._now(), counted_ms=counted_ms))
        self._held = None

    def extend(self) -> None:
        """Give the person 1 more minute."""
        self._live.record(turns.extend_turn(self._live.state))

    def end(self) -> None:
        """End the turn; after something that was added, the turn that was kept goes on."""
        turn = self._live.state.current_turn
        if turn is not None and turn.adds_to is not None:
            self._live.record(turns.end_added_turn(self._live.state, **self._measured()))
        else:
            self._end(EndedBy.FINISHED)

    def interrupt(self) -> None:
        """The person had to stop in the middle; they are offered before all others."""
        self._live.record(turns.interrupt_turn(self._live.state, **self._measured()))

    def tap(self, person_id: PersonId) -> None:
        """In a conversation of 2: this person speaks now."""
        state = self._live.state
        turn_id, now = TurnId(self._live.workplace.new_id()), self._now()
        tapped = floor.tap_conversation(state, person_id, turn_id=turn_id, at=now, ended=self._ended_now())
        self._live.record(tapped)

    def end_conversation(self) -> None:
        """The conversation of 2 is over, and the turn that runs in it."""
        self._live.record(floor.end_conversation(self._live.state, ended=self._ended_now()))

    def pass_turn(self) -> None:
        """The person passes; this counts as no turn."""
        self._end(EndedBy.PASSED)

    def set_length(self, seconds: int | None) -> None:
        """Choose the usual length of a turn; None for no timers."""
        self._live.record(turns.set_turn_length(self._live.state, seconds))

    def set_item_length(self, item_id: AgendaItemId, seconds: int | None) -> None:
        """Choose the length of turns on one item; None for no timers on it."""
        self._live.record(turns.set_item_turn_length(self._live.state, item_id, seconds))

    def drop_item_length(self, item_id: AgendaItemId) -> None:
        """Turns on an item are as long as usual again."""
        self._live.record(turns.drop_item_turn_length(self._live.state, item_id))

    def set_nearly_share(self, share: float) -> None:
        """Choose the share of a turn that is left when "Nearly time" is shown."""
        self._live.record(turns.set_nearly_share(self._live.state, share))

    def take_clocks_away(self) -> None:
        """No clocks here."""
        self._live.record(turns.take_clocks_away(self._live.state))

    def bring_clocks_back(self) -> None:
        """Show clocks again."""
        self._live.record(turns.bring_clocks_back(self._live.state))

    def _end(self, ended_by: EndedBy) -> None:
        self._live.record(turns.end_turn(self._live.state, **self._measured(), ended_by=ended_by))

    def _ended_now(self) -> tuple[Event, ...]:
        state = self._live.state
        return turns.end_turn(state, **self._measured()) if state.current_turn is not None else ()

    def _measured(self) -> _Measured:
        at, used_ms = self._now(), self.used_ms
        return _Measured(
            at=at, used_ms=used_ms, paused_seconds=_not_counted(self._live.state.current_turn, at, used_ms)
        )

    def _pause(self, used_ms: int, reason: PauseReason, *, is_automatic: bool = False) -> None:
        events = turns.pause_turn(self._live.state, used_ms=used_ms, at=self._now(), reason=reason)
        self._live.record(events, is_automatic=is_automatic)

    def _follow(self) -> None:
        turn, followed_id = self._live.state.current_turn, self._timer.turn_id
        if followed_id is not None and (turn is None or turn.id != followed_id):
            self._left_at_ms[followed_id] = self.used_ms  # an undo may bring it back
        if turn is None or turn.id == self._timer.turn_id or self._is_told_now(turn):
            self._kept_ms = 0 if turn is None or turn.id != self._timer.turn_id else self._kept_ms
            self._timer.follow(turn)
        else:
            self._hold(turn)

    def _is_told_now(self, turn: Turn) -> bool:
        """Whether the latest act began this turn, or let it go on after something was added to it."""
        step = self._live.last_step
        return any(self._tells_of(event, turn) for event in step.events) if step else False

    def _tells_of(self, event: Event, turn: Turn) -> bool:
        if isinstance(event, TurnStarted | TurnResumed):
            return event.turn_id == turn.id
        added = self._live.state.turns.get(event.turn_id) if isinstance(event, TurnEnded) else None
        return added is not None and added.adds_to == turn.id

    def _hold(self, turn: Turn | None) -> None:
        """Hold a turn that no clock was following: after a crash, or when its end was undone."""
        if turn is None:
            return
        self._held = HeldTurn(PauseReason.PROGRAM_STOPPED)
        if turn.is_paused:
            self._timer.follow(turn)
            return
        self._timer.follow(replace(turn, is_paused=True, used_ms=self._known_ms(turn)))
        self._pause(self._known_ms(turn), PauseReason.PROGRAM_STOPPED, is_automatic=True)

    def _known_ms(self, turn: Turn) -> int:
        kept = self._live.workplace.log.heartbeat(self._live.id)
        kept_ms = kept[1] if kept is not None and kept[0] == turn.id else 0
        left_at_ms = self._left_at_ms.get(turn.id, 0)
        return max(turn.used_ms, kept_ms, left_at_ms, self._live.longest_use_of(turn.id))

    def _keep(self, turn_id: TurnId) -> None:
        self._kept_ms = self.used_ms
        self._live.workplace.log.keep_heartbeat(self._live.id, turn_id, self._kept_ms, self._now())

    def _now(self) -> str:
        return local_time(self._clock)


def _not_counted(turn: Turn | None, ended_at: str, used_ms: int) -> int:
    if turn is None:
        return 0
    passed = (datetime.fromisoformat(ended_at) - datetime.fromisoformat(turn.started_at)).total_seconds()
    return max(0, round(passed - used_ms / 1000))
