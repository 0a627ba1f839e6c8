"""What people can ask of the live room beside its lines and turns; the rules are the domain's."""

from collections.abc import Mapping
from itertools import chain

from coprod_desktop.domain import agenda, closing, floor, opening, pauses, wall
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.room import (
    CheckOutCount,
    CheckOutQuestion,
    Counting,
    NextRule,
    ReadBack,
    WallScene,
)
from coprod_desktop.domain.room_events import Answered
from coprod_desktop.services.clock import local_time
from coprod_desktop.services.live_meeting import LiveMeeting
from coprod_desktop.services.turn_requests import TurnRequests


class RoomRequests:
    """The requests about one live room. Each is one step; it raises NotAllowed or StorageFault."""

    def __init__(self, live: LiveMeeting, turns: TurnRequests) -> None:
        self._live = live
        self._turns = turns

    # How it begins

    def count_guests(self, count: int) -> None:
        """Say how many guests are here."""
        self._live.record(opening.count_guests(self._live.state, count))

    def begin_meeting(self) -> None:
        """Note that the meeting itself begins now."""
        self._live.record(opening.begin_meeting(self._live.state, at=self._now()))

    def read_access_check(self) -> None:
        """Note that the access check was read aloud."""
        self._live.record(opening.read_access_check(self._live.state))

    def ask_declarations(self) -> None:
        """Note that people were asked whether there is anything to declare."""
        self._live.record(opening.ask_declarations(self._live.state))

    def declare(self, person_id: PersonId, words: str) -> None:
        """Write down what a person told the group beforehand."""
        self._live.record(opening.declare(self._live.state, person_id, words))

    def choose_counting(self, counting: Counting) -> None:
        """Note what the group wants counted today."""
        self._live.record(opening.choose_counting(self._live.state, counting))

    def answer_balance_on_wall(self, *, is_yes: bool) -> None:
        """Note whether the group wants to see its equal voice on the wall."""
        self._live.record(opening.answer_balance_on_wall(self._live.state, is_yes=is_yes))

    # Who has the floor

    def set_next_rule(self, rule: NextRule) -> None:
        """Pick by which rule the next speaker is offered."""
        self._live.record(floor.set_next_rule(self._live.state, rule))

    def want_to_add(self, person_id: PersonId) -> None:
        """A person wants to add to what the speaker says."""
        self._live.record(floor.want_to_add(self._live.state, person_id))

    def no_longer_add(self, person_id: PersonId) -> None:
        """A person does not want to add now."""
        self._live.record(floor.no_longer_add(self._live.state, person_id))

    def start_go_round(self, order: tuple[PersonId, ...] = ()) -> None:
        """Ask everybody in turn."""
        self._live.record(floor.start_go_round(self._live.state, order))

    def pass_in_round(self, person_id: PersonId) -> None:
        """A person passes in the go-round."""
        self._live.record(floor.pass_in_round(self._live.state, person_id))

    def come_back_in_round(self, person_id: PersonId) -> None:
        """A person is asked again at the end of the go-round."""
        self._live.record(floor.come_back_in_round(self._live.state, person_id))

    def join_round(self, person_id: PersonId) -> None:
        """A person joins the go-round at its end."""
        self._live.record(floor.join_round(self._live.state, person_id))

    def end_go_round(self) -> None:
        """End the go-round."""
        self._live.record(floor.end_go_round(self._live.state))

    def start_conversation(self, people: tuple[PersonId, PersonId]) -> None:
        """Let 2 people talk to and fro."""
        conversation_id = self._live.workplace.new_id()
        events = floor.start_conversation(self._live.state, conversation_id=conversation_id, people=people)
        self._live.record(events)

    def set_everyone_check(self, *, is_on: bool) -> None:
        """Whether the next turn and every yes wait until everyone has what was said."""
        self._live.record(floor.set_everyone_check(self._live.state, is_on=is_on))

    def everyone_has_it(self) -> None:
        """What was said has reached everyone."""
        self._live.record(floor.everyone_has_it(self._live.state))

    def ask_everyone(self) -> None:
        """Note that everyone was asked for more on this item."""
        self._live.record(floor.ask_everyone(self._live.state))

    def finish_item_when_asked(self) -> None:
        """Everyone was asked for more on the item that is open, and it is finished: one step."""
        state = self._live.state
        asked, item = floor.ask_everyone(state), state.current_item
        closed = agenda.close_item(state, item.id, ItemState.DISCUSSED) if item is not None else ()
        self._live.record((*closed, *asked))

    # Cards

    def show_card(self, card: str) -> None:
        """Count a card to the item that is open."""
        self._live.record(closing.show_card(self._live.state, card))

    # Pauses

    def pause_everything(self) -> None:
        """Hold everything at once."""
        used_ms = self._turns.used_ms
        self._live.record(pauses.pause_everything(self._live.state, at=self._now(), used_ms=used_ms))

    def resume_everything(self) -> None:
        """Go on after everything was held."""
        self._live.record(pauses.resume_everything(self._live.state, at=self._now()))

    def start_break(self, minutes: int | None) -> None:
        """Begin a break, of so many minutes or without an end."""
        used_ms = self._turns.used_ms
        events = pauses.start_break(self._live.state, at=self._now(), minutes=minutes, used_ms=used_ms)
        self._live.record(events)

    def extend_break(self, by_minutes: int = 5) -> None:
        """Make the break longer."""
        self._live.record(pauses.extend_break(self._live.state, at=self._now(), by_minutes=by_minutes))

    def end_break(self) -> None:
        """Go on after a break."""
        self._live.record(pauses.end_break(self._live.state, at=self._now()))

    def step_out(self, person_id: PersonId) -> None:
        """A person goes out for a while."""
        self._live.record(pauses.step_out(self._live.state, person_id, at=self._now()))

    def step_back(self, person_id: PersonId) -> None:
        """A person is in the room again."""
        self._live.record(pauses.step_back(self._live.state, person_id, at=self._now()))

    # How it ends

    def begin_closing(self) -> None:
        """Begin to close the meeting."""
        self._live.record(closing.begin_closing(self._live.state))

    def put_off_closing(self) -> None:
        """Go on after all."""
        self._live.record(closing.put_off_closing(self._live.state))

    def give_check_out(self, answers: tuple[Answered, ...], word: str = "") -> None:
        """Note how one unnamed person says it was."""
        self._live.record(closing.give_check_out(answers, word))

    def count_check_out(self, counts: Mapping[CheckOutQuestion, CheckOutCount]) -> None:
        """Put in the answers that were counted from paper, to each of these questions."""
        events = (closing.count_check_out(self._live.state, question, count) for question, count in counts.items())
        self._live.record(tuple(chain.from_iterable(events)))

    # The wall

    def choose_scene(self, scene: WallScene) -> None:
        """Choose what the wall shows, or let it follow the meeting."""
        self._live.record(wall.choose_scene(self._live.state, scene))

    def read_back(self, told: ReadBack) -> None:
        """Show a decision on the wall as it will be printed."""
        self._live.record(wall.read_back(self._live.state, told))

    def blank_wall(self) -> None:
        """Show nothing on the wall, at once."""
        self._live.record(wall.blank(self._live.state))

    def show_wall_again(self) -> None:
        """Show the meeting on the wall again."""
        self._live.record(wall.show_again(self._live.state))

    def follow_on_wall(self) -> None:
        """Let the wall show the meeting where it is, also if it was blank."""
        state = self._live.state
        self._live.record((*wall.show_again(state), *wall.choose_scene(state, WallScene.FOLLOW)))

    def _now(self) -> str:
        return local_time(self._live.workplace.clock)
