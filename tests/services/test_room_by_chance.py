"""Whatever people press in whatever order: no turn is lost, time to think is not counted, nothing goes on by itself."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coprod_desktop.domain.events import EndedBy, PauseReason
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.domain.replay import replay
from coprod_desktop.domain.room import NextRule, WallScene
from coprod_desktop.services.bootstrap import open_services
from tests.services.fixed_clock import FixedClock, counted_ids

PEOPLE = st.integers(0, 3)


class RoomByChance(RuleBasedStateMachine):
    """A meeting of 4 people in a real file; each rule is one press, refused or done."""

    @initialize()
    def begin(self) -> None:
        """Open the meeting with everybody in the room."""
        self.folder = TemporaryDirectory()
        self.clock = FixedClock()
        self.services = open_services(Path(self.folder.name), clock=self.clock, make_id=counted_ids())
        group = self.services.groups.create("Riverside")
        names = ("Jo", "Sam", "Ann", "Kim")
        self.people: list[Person] = [self.services.people.add_walk_in(group.id, name) for name in names]
        ids = [person.id for person in self.people]
        details = MeetingDetails(title="Seats", held_on=date(2026, 11, 24))
        self.running = self.services.meetings.begin(group.id, details, ids)
        for who in ids:
            self.running.requests.arrive(who)
        self.running.turns.set_length(120)
        self.spoken_ms: dict[str, int] = {}
        self.started: set[str] = set()

    def press(self, request: object, *args: object, **kwargs: object) -> bool:
        """Ask for something; a refusal changes nothing."""
        before = self.running.live.state
        try:
            request(*args, **kwargs)  # type: ignore[operator]
        except NotAllowed:
            assert self.running.live.state == before
            return False
        turn = self.running.live.state.current_turn
        if turn is not None:
            self.started.add(turn.id)
        return True

    def who(self, place: int) -> Person:
        """One of the people."""
        return self.people[place]

    @rule(seconds=st.integers(1, 40))
    def time_passes(self, seconds: int) -> None:
        """Time alone changes nothing but the figures of a turn that runs."""
        before = self.running.live.state
        turn = before.current_turn
        for _ in range(seconds):
            self.clock.pass_seconds(1)
            self.running.turns.tick()
        assert self.running.live.state == before
        if turn is not None and not turn.is_paused:
            self.spoken_ms[turn.id] = self.spoken_ms.get(turn.id, 0) + seconds * 1000

    @rule(place=PEOPLE)
    def hand(self, place: int) -> None:
        """Somebody asks to speak."""
        self.press(self.running.turns.raise_hand, self.who(place).id)

    @rule(place=PEOPLE)
    def start(self, place: int) -> None:
        """A turn starts."""
        self.press(self.running.turns.start, self.who(place))

    @rule(place=PEOPLE)
    def add(self, place: int) -> None:
        """Somebody adds to what the speaker says."""
        self.press(self.running.turns.add, self.who(place))

    @rule(one=PEOPLE, other=PEOPLE, seconds=st.integers(1, 9))
    def speak_and_add(self, one: int, other: int, seconds: int) -> None:
        """A turn in which somebody adds."""
        self.start(one)
        self.time_passes(seconds)
        self.add(other)
        self.time_passes(seconds)

    @rule(place=PEOPLE)
    def wants_to_add(self, place: int) -> None:
        """Somebody wants to add."""
        self.press(self.running.room.want_to_add, self.who(place).id)

    @rule(reason=st.sampled_from([PauseReason.ASKED, PauseReason.THINKING, PauseReason.INTERPRETING]))
    def pause(self, reason: PauseReason) -> None:
        """The clock holds."""
        self.press(self.running.turns.pause, reason)

    @rule()
    def carry_on(self) -> None:
        """The turn goes on."""
        self.press(self.running.turns.resume)

    @rule()
    def one_more_minute(self) -> None:
        """The turn is longer."""
        self.press(self.running.turns.extend)

    @rule(how=st.sampled_from(["end", "pass_turn", "interrupt"]))
    def end(self, how: str) -> None:
        """The turn ends because a person says so."""
        self.press(getattr(self.running.turns, how))

    @rule(how=st.sampled_from(["pause_everything", "resume_everything", "end_break", "everyone_has_it"]))
    def everything(self, how: str) -> None:
        """All is held or goes on."""
        self.press(getattr(self.running.room, how))

    @rule()
    def take_a_break(self) -> None:
        """A break begins."""
        self.press(self.running.room.start_break, 10)

    @rule(is_on=st.booleans())
    def check_everyone(self, is_on: bool) -> None:
        """The group waits for everyone, or no longer."""
        self.press(self.running.room.set_everyone_check, is_on=is_on)

    @rule(place=PEOPLE, how=st.sampled_from(["step_out", "step_back", "pass_in_round", "come_back_in_round"]))
    def somebody(self, place: int, how: str) -> None:
        """Somebody steps out, comes back, passes or is asked later."""
        self.press(getattr(self.running.room, how), self.who(place).id)

    @rule(place=PEOPLE, how=st.sampled_from(["leave", "take_off", "send_sorry", "arrive"]))
    def comes_or_goes(self, place: int, how: str) -> None:
        """Somebody goes home, is taken off the list, cannot come after all, or is here again."""
        self.press(getattr(self.running.requests, how), self.who(place).id)

    @rule(how=st.sampled_from(["finish", "reopen"]))
    def is_over(self, how: str) -> None:
        """The meeting is over, or goes on after all."""
        self.press(getattr(self.running.requests, how))

    @rule(how=st.sampled_from(["start_go_round", "end_go_round"]))
    def go_round(self, how: str) -> None:
        """A go-round begins or ends."""
        self.press(getattr(self.running.room, how))

    @rule(one=PEOPLE, other=PEOPLE)
    def talk(self, one: int, other: int) -> None:
        """Two people begin to talk to and fro."""
        self.press(self.running.room.start_conversation, (self.who(one).id, self.who(other).id))

    @rule(place=PEOPLE)
    def tap(self, place: int) -> None:
        """One of the 2 speaks now."""
        self.press(self.running.turns.tap, self.who(place).id)

    @rule()
    def stop_talking(self) -> None:
        """The conversation is over."""
        self.press(self.running.turns.end_conversation)

    @rule(next_rule=st.sampled_from(list(NextRule)), scene=st.sampled_from(list(WallScene)))
    def choose(self, next_rule: NextRule, scene: WallScene) -> None:
        """The rule and the wall are changed."""
        self.press(self.running.room.set_next_rule, next_rule)
        self.press(self.running.room.choose_scene, scene)

    @rule()
    def undo_and_redo(self) -> None:
        """Taking back and bringing back changes nothing but that a turn that ran may be held."""
        if not self.running.live.can_undo:
            return
        before = self.running.live.state
        self.running.live.undo()
        if self.running.live.can_redo:
            self.running.live.redo()
        after = self.running.live.state
        assert (after.hands, after.room, set(after.turns)) == (before.hands, before.room, set(before.turns))
        assert all(after.turns[turn.id] == turn for turn in before.turns.values() if turn.is_over)

    @invariant()
    def no_turn_is_lost(self) -> None:
        """Each turn that was started is there: ended by a person, going on, or kept while somebody adds to it."""
        if not hasattr(self, "running"):
            return
        state = self.running.live.state
        assert self.started <= set(state.turns)
        now = state.current_turn
        open_turns = {turn.id for turn in state.turns.values() if not turn.is_over}
        kept = {now.id, now.adds_to} - {None} if now is not None else set()
        assert open_turns == kept

    @invariant()
    def nobody_who_is_gone_has_the_floor_and_nothing_runs_in_a_pause(self) -> None:
        """Who speaks, waits, adds or talks to and fro is here; a pause holds all, and a finished meeting is over."""
        if not hasattr(self, "running"):
            return
        state, room = self.running.live.state, self.running.live.state.room
        here, turn = set(state.people_here), state.current_turn
        waiting = room.go_round.waiting if room.go_round is not None else ()
        talking = room.conversation.people if room.conversation is not None else ()
        speaking = (turn.person_id,) if turn is not None else ()
        assert {*state.hands, *room.adders, *waiting, *talking, *speaking} <= here
        is_held = room.is_paused or room.break_now is not None
        assert turn is None or turn.is_paused or not is_held
        assert state.phase is Phase.OPEN or (turn is None and not is_held)

    @invariant()
    def only_spoken_time_counts(self) -> None:
        """What was spoken is what the clock showed while the turn ran, and no more: no pause, no thinking."""
        if not hasattr(self, "running"):
            return
        for turn in self.running.live.state.turns.values():
            if turn.is_over:
                assert turn.used_ms == self.spoken_ms.get(turn.id, 0)
                assert turn.ended_by in (EndedBy.FINISHED, EndedBy.PASSED, EndedBy.STOPPED)

    def teardown(self) -> None:
        """The record on the disk tells the same meeting."""
        if hasattr(self, "running"):
            live = self.running.live
            assert replay(live.id, live.workplace.log.steps(live.id)) == live.state
            self.services.close()
            self.folder.cleanup()


TestRoomByChance = RoomByChance.TestCase
TestRoomByChance.settings = settings(
    max_examples=50, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
