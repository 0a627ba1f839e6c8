"""Hands, turns and clocks of a running meeting; the time spoken comes from real clocks."""

from dataclasses import dataclass, replace
from datetime import datetime

from coprod_desktop.domain import turns
from coprod_desktop.domain.events import EndedBy, PauseReason, Through, TurnStarted
from coprod_desktop.domain.ids import PersonId, TurnId
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


class TurnRequests:
    """The requests about turns in one meeting. Nothing here moves on by itself but the clock's figures (UI-14)."""

    def __init__(self, live: LiveMeeting) -> None:
        self._live = live
        self._clock = live.workplace.clock
        self._timer = TurnTimer(self._clock)
        self._kept_ms = 0
        self._held: HeldTurn | None = None
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
            )
        )

    def pause(self) -> None:
        """Hold the clock; the person keeps the turn."""
        self._held = None
        self._pause(self.used_ms, PauseReason.ASKED)

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
        """End the turn."""
        self._end(EndedBy.FINISHED)

    def pass_turn(self) -> None:
        """The person passes; this counts as no turn."""
        self._end(EndedBy.PASSED)

    def set_length(self, seconds: int | None) -> None:
        """Choose the usual length of a turn; None for no timers."""
        self._live.record(turns.set_turn_length(self._live.state, seconds))

    def take_clocks_away(self) -> None:
        """No clocks here."""
        self._live.record(turns.take_clocks_away(self._live.state))

    def bring_clocks_back(self) -> None:
        """Show clocks again."""
        self._live.record(turns.bring_clocks_back(self._live.state))

    def _end(self, ended_by: EndedBy) -> None:
        turn, ended_at, used_ms = self._live.state.current_turn, self._now(), self.used_ms
        self._live.record(
            turns.end_turn(
                self._live.state,
                at=ended_at,
                used_ms=used_ms,
                paused_seconds=_not_counted(turn, ended_at, used_ms),
                ended_by=ended_by,
            )
        )

    def _pause(self, used_ms: int, reason: PauseReason, *, is_automatic: bool = False) -> None:
        events = turns.pause_turn(self._live.state, used_ms=used_ms, at=self._now(), reason=reason)
        self._live.record(events, is_automatic=is_automatic)

    def _follow(self) -> None:
        turn = self._live.state.current_turn
        if turn is None or turn.id == self._timer.turn_id or self._has_just_started(turn):
            self._kept_ms = 0 if turn is None or turn.id != self._timer.turn_id else self._kept_ms
            self._timer.follow(turn)
        else:
            self._hold(turn)

    def _has_just_started(self, turn: Turn) -> bool:
        step = self._live.last_step
        started = (event for event in step.events if isinstance(event, TurnStarted)) if step else iter(())
        return any(event.turn_id == turn.id for event in started)

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
        return max(turn.used_ms, kept_ms, self._live.longest_use_of(turn.id))

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
