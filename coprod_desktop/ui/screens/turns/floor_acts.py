"""What is asked of the meeting from the turns screen: each method is one act of a person."""

from functools import partial

from PySide6.QtCore import QObject

from coprod_desktop.domain.events import PauseReason, Through
from coprod_desktop.domain.floor import next_in_round
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.room import NextRule
from coprod_desktop.ui.meeting_bridge import MeetingBridge


class FloorActs(QObject):
    """The acts about turns, hands, the go-round and clocks. What is not allowed is told by the bridge."""

    def __init__(self, bridge: MeetingBridge) -> None:
        super().__init__()
        self._bridge = bridge

    # The turn

    def start(self, person_id: str) -> None:
        """Begin a person's turn."""
        person = self._bridge.person(PersonId(person_id))
        if person is not None:
            self._bridge.ask(partial(self._bridge.turns.start, person))

    def let_in(self, person_id: str) -> None:
        """Let a person add to what the speaker says."""
        person = self._bridge.person(PersonId(person_id))
        if person is not None:
            self._bridge.ask(partial(self._bridge.turns.add, person))

    def let_first_in(self) -> None:
        """Let in whoever has waited longest to add to this."""
        for who in self._bridge.state.room.adders[:1]:
            self.let_in(who)

    def end(self) -> None:
        """End the turn."""
        self._bridge.ask(self._bridge.turns.end)

    def interrupt(self) -> None:
        """The person had to stop in the middle."""
        self._bridge.ask(self._bridge.turns.interrupt)

    def pass_turn(self) -> None:
        """The person passes; this counts as no turn."""
        self._bridge.ask(self._bridge.turns.pass_turn)

    def extend(self) -> None:
        """1 more minute."""
        self._bridge.ask(self._bridge.turns.extend)

    def pause_or_go_on(self) -> None:
        """Hold the clock, or let it run again."""
        turn = self._bridge.state.current_turn
        if turn is not None and turn.is_paused:
            self.go_on()
        else:
            self._bridge.ask(self._bridge.turns.pause)

    def think(self) -> None:
        """Time to think: the clock holds, and the time is not counted."""
        self._bridge.ask(partial(self._bridge.turns.pause, PauseReason.THINKING))

    def wait_for_interpreter(self) -> None:
        """The clock holds while an interpreter comes after."""
        turn = self._bridge.state.current_turn
        if turn is not None and not turn.is_paused:
            self._bridge.ask(partial(self._bridge.turns.pause, PauseReason.INTERPRETING))

    def go_on(self, *, counts_time_away: bool = False) -> None:
        """Let a held turn run again."""
        self._bridge.ask(partial(self._bridge.turns.resume, counts_time_away=counts_time_away))

    def change(self, with_people: tuple[PersonId, ...], through: Through | None, *, runs_meeting: bool) -> None:
        """Put right what is known of the turn."""
        change = self._bridge.turns.change
        self._bridge.ask(partial(change, with_people=with_people, through=through, runs_meeting=runs_meeting))

    # Hands

    def turn_hand(self, person_id: str) -> bool:
        """Put a hand up, or take it down; says whether that was done."""
        who, turns = PersonId(person_id), self._bridge.turns
        is_up = who in self._bridge.state.hands
        return self._bridge.ask(partial(turns.lower_hand if is_up else turns.raise_hand, who)).is_done

    def turn_adding(self, person_id: str) -> None:
        """A person wants to add to this, or no longer does."""
        who, room = PersonId(person_id), self._bridge.room
        is_there = who in self._bridge.state.room.adders
        self._bridge.ask(partial(room.no_longer_add if is_there else room.want_to_add, who))

    def come_back_in(self, person_id: PersonId) -> None:
        """A person who had stepped out is in the room again."""
        self._bridge.ask(partial(self._bridge.room.step_back, person_id))

    def next_rule(self) -> None:
        """Take the next of the rules by which people are offered."""
        rules = list(NextRule)
        at = rules.index(self._bridge.state.room.next_rule) + 1
        self._bridge.ask(partial(self._bridge.room.set_next_rule, rules[at % len(rules)]))

    # The go-round

    def start_round(self) -> None:
        """Ask everybody in turn."""
        self._bridge.ask(self._bridge.room.start_go_round)

    def start_asked(self) -> None:
        """Begin the turn of whoever is asked now."""
        offered = next_in_round(self._bridge.state)
        if offered is not None:
            self.start(offered.person_id)

    def pass_on(self) -> None:
        """Whoever is asked now passes, and nobody asks why."""
        offered = next_in_round(self._bridge.state)
        if offered is not None:
            self._bridge.ask(partial(self._bridge.room.pass_in_round, offered.person_id))

    def come_back(self) -> None:
        """Whoever is asked now is asked again at the end."""
        offered = next_in_round(self._bridge.state)
        if offered is not None:
            self._bridge.ask(partial(self._bridge.room.come_back_in_round, offered.person_id))

    def join_round(self, person_id: str) -> bool:
        """A person is asked at the end of the go-round; says whether that was done."""
        return self._bridge.ask(partial(self._bridge.room.join_round, PersonId(person_id))).is_done

    def end_round(self) -> None:
        """The go-round is over."""
        self._bridge.ask(self._bridge.room.end_go_round)

    # Two people talk

    def start_talk(self, one: PersonId, other: PersonId) -> bool:
        """Let 2 people talk to and fro; says whether they can."""
        return self._bridge.ask(partial(self._bridge.room.start_conversation, (one, other))).is_done

    def tap(self, person_id: str) -> None:
        """This person of the conversation speaks now; a turn that was held goes on."""
        who, turn = PersonId(person_id), self._bridge.state.current_turn
        if turn is not None and turn.person_id == who and turn.is_paused:
            self.go_on()
        else:
            self._bridge.ask(partial(self._bridge.turns.tap, who))

    def end_talk(self) -> None:
        """The conversation is over."""
        self._bridge.ask(self._bridge.turns.end_conversation)

    # What the group chooses

    def everyone_has_it(self) -> None:
        """What was said has reached everyone."""
        self._bridge.ask(self._bridge.room.everyone_has_it)

    def set_everyone_check(self, is_on: bool) -> None:
        """Whether turns wait until what was said has reached everyone."""
        self._bridge.ask(partial(self._bridge.room.set_everyone_check, is_on=is_on))

    def set_clocks(self, has_clocks: bool) -> None:
        """Take every clock away, or bring them back."""
        turns = self._bridge.turns
        self._bridge.ask(turns.bring_clocks_back if has_clocks else turns.take_clocks_away)

    def set_length(self, seconds: int | None) -> bool:
        """How long a turn is: on the item if it has its own length, else in this meeting."""
        state, turns = self._bridge.state, self._bridge.turns
        item = state.current_item
        if item is not None and item.id in state.room.item_lengths:
            return self._bridge.ask(partial(turns.set_item_length, item.id, seconds)).is_done
        return self._bridge.ask(partial(turns.set_length, seconds)).is_done

    def set_item_alone(self, is_alone: bool) -> None:
        """Whether the item that is open has a length of its own; it begins with the usual one."""
        state, turns = self._bridge.state, self._bridge.turns
        item = state.current_item
        if item is None:
            return
        if is_alone:
            self._bridge.ask(partial(turns.set_item_length, item.id, state.turn_seconds))
        else:
            self._bridge.ask(partial(turns.drop_item_length, item.id))

    def set_nearly_share(self, share: float) -> None:
        """What is left of a turn when the sign comes."""
        self._bridge.ask(partial(self._bridge.turns.set_nearly_share, share))

    def finish_item(self) -> bool:
        """Everyone was asked: the item is finished."""
        return self._bridge.ask(self._bridge.room.finish_item_when_asked).is_done
