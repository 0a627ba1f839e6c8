"""What the turns screen says about the meeting: the turn, who waits and why, the go-round, and what was chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from coprod_desktop.domain.agenda import items_to_come
from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.floor import Offered, WhyNext, next_in_round, to_ask_in_round, waiting_to_speak
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.domain.room import Counting, NextRule
from coprod_desktop.domain.turns import usual_seconds
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.turns.queue_row import QueueRow, Waits
from coprod_desktop.ui.screens.turns.room_acts import RoomFacts
from coprod_desktop.ui.screens.turns.round_panel import RoundFace
from coprod_desktop.ui.widgets.turn_face import ClockKind, Hold, TurnFace
from coprod_desktop.ui.wording import joined, words_for

_HOLDS = {PauseReason.THINKING: Hold.THINKING, PauseReason.INTERPRETING: Hold.INTERPRETING}


class TurnTeller(QObject):
    """Makes words and faces of the state; it keeps nothing and holds no rules."""

    def __init__(self, bridge: MeetingBridge) -> None:
        super().__init__()
        self._bridge = bridge

    # The turn

    def face(self, state: MeetingState, turn: Turn) -> TurnFace:
        """The turn that runs, as it is shown."""
        allowed = turn.allowed_seconds or 0
        share = state.room.nearly_share
        adders = state.room.adders if turn.adds_to is None else ()
        return TurnFace(
            name=self._bridge.name(turn.person_id),
            clock=self.clock_kind(state, turn),
            hold=_HOLDS.get(turn.pause_reason, Hold.PAUSED) if turn.is_paused and turn.pause_reason else Hold.RUNS,
            note=self._note(state, turn),
            adder=self._bridge.name(adders[0]) if adders else "",
            more_adders=max(0, len(adders) - 1),
            allowed_seconds=allowed,
            nearly_seconds=round(allowed * share),
            figures_below_seconds=(usual_seconds(state) or 0) * share,
            used_ms=self._bridge.used_ms,
        )

    def clock_kind(self, state: MeetingState, turn: Turn) -> ClockKind:
        """What may be shown of time: no ring for anyone if anyone is untimed (R11)."""
        if not state.has_clocks:
            return ClockKind.NONE
        if usual_seconds(state) is None:
            return ClockKind.NO_TIMER
        if not self._bridge.shows_rings:
            return ClockKind.NONE
        if turn.allowed_seconds is None:
            return ClockKind.NO_TIMER
        return ClockKind.FIGURES if self._bridge.shows_lengths else ClockKind.SHAPE

    def left_words(self, state: MeetingState, turn: Turn) -> str:
        """The time left as figures; empty if none is shown, or if they would tell of a turn longer than usual."""
        left = max(0, (turn.allowed_seconds or 0) - self._bridge.used_ms // 1000)
        if not self.clock_kind(state, turn).has_time or left > (usual_seconds(state) or 0):
            return ""
        return f"{left // 60}:{left % 60:02d}"

    def _note(self, state: MeetingState, turn: Turn) -> str:
        kept = state.turns.get(turn.adds_to) if turn.adds_to else None
        if kept is not None:
            speaker = self._bridge.name(kept.person_id)
            return self.tr("Adds to this. Then {name} goes on.").format(name=speaker)
        if turn.with_people:
            others = joined([self._bridge.name(who) for who in turn.with_people])
            return self.tr("Together with {names}.").format(names=others)
        return self.tr("About running the meeting.") if turn.runs_meeting else ""

    # Who waits

    def queue(self, state: MeetingState, next_id: PersonId | None) -> list[QueueRow]:
        """Who waits: others who want to add first, then hands in the order of the rule; or the go-round."""
        if state.room.go_round is not None:
            return self._round_rows(state)
        adders = [
            QueueRow(
                person_id=who, name=self._bridge.name(who), note=self.tr("Wants to add to this"), waits=Waits.TO_ADD
            )
            for who in state.room.adders[1:]
        ]
        return [*adders, *self._hand_rows(state, next_id)]

    def _hand_rows(self, state: MeetingState, next_id: PersonId | None) -> Iterable[QueueRow]:
        for number, one in enumerate(waiting_to_speak(state), start=1):
            badge = self.tr("Next") if one.person_id == next_id else ""
            note = self.tr("Stepped out. Press when back.") if one.is_out else self.reason(state, one)
            name = self._bridge.name(one.person_id)
            yield QueueRow(person_id=one.person_id, name=name, note=note, number=number, badge=badge)

    def reason(self, state: MeetingState, one: Offered) -> str:
        """Why somebody stands where they stand; how many turns they had is told only if we alone can see it."""
        if one.why is WhyNext.NO_TURN_YET and state.current_item is None:
            return self.tr("No turn yet")
        if one.why in (WhyNext.WAS_INTERRUPTED, WhyNext.NO_TURN_YET, WhyNext.LONGEST_SINCE):
            return words_for(one.why)
        if state.room.next_rule is NextRule.ORDER_OF_HANDS:
            return self.tr("In the order of hands")
        if not self._bridge.sight.is_only_us or state.room.counting is Counting.NOTHING:
            return self.tr("Has had a turn on this")
        return self.tr("Has had 1 turn") if one.turns == 1 else self.tr("Has had {n} turns").format(n=one.turns)

    # The go-round

    def round_face(self, state: MeetingState) -> RoundFace:
        """Who is asked now, and who next."""
        go_round, offered = state.room.go_round, next_in_round(state)
        waiting = go_round.waiting if go_round is not None else ()
        here = to_ask_in_round(state)
        return RoundFace(
            name=self._bridge.name(offered.person_id) if offered else "",
            is_asked_again=offered is not None and offered.why is WhyNext.CAME_BACK_TO,
            next_name=self._bridge.name(here[1]) if len(here) > 1 else "",
            out=len(waiting) - len(here),
        )

    def _round_rows(self, state: MeetingState) -> list[QueueRow]:
        """Who is still to come, in order; nobody sees who passed."""
        go_round, turn, offered = state.room.go_round, state.current_turn, next_in_round(state)
        speaks = turn.person_id if turn is not None else None
        waiting = [who for who in go_round.waiting if who != speaks] if go_round is not None else []
        out = set(state.people_out)
        rows = []
        for number, who in enumerate(waiting, start=1):
            is_now = turn is None and offered is not None and who == offered.person_id
            note = self.tr("Stepped out") if who in out else self._round_note(state, who)
            badge = self.tr("Now") if is_now else ""
            name = self._bridge.name(who)
            rows.append(
                QueueRow(person_id=who, name=name, note=note, waits=Waits.IN_THE_ROUND, number=number, badge=badge)
            )
        return rows

    def _round_note(self, state: MeetingState, who: PersonId) -> str:
        go_round = state.room.go_round
        return self.tr("We come back to them") if go_round is not None and who in go_round.asked_back else ""

    # What was chosen, and what comes after

    def next_item(self, state: MeetingState) -> str:
        """What to go on with when no item is open; empty while one is, or where there is nothing to go on with."""
        item = next(iter(items_to_come(state)), None)
        if state.current_item is not None or not state.is_open or not state.agenda:
            return ""
        if item is None:
            return self.tr("Close the meeting")
        return self.tr("Start item {number}").format(number=state.listed_items.index(item) + 1)

    def room_facts(self, state: MeetingState) -> RoomFacts:
        """What the group has chosen for its turns."""
        item = state.current_item
        return RoomFacts(
            turn_seconds=usual_seconds(state),
            item_has_own_length=item is not None and item.id in state.room.item_lengths,
            has_item=item is not None,
            has_clocks=state.has_clocks,
            nearly_share=state.room.nearly_share,
            checks_everyone=state.room.checks_everyone,
        )
