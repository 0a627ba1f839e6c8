"""What stands in the side card of turns: who waits, and the pages for hands, adding, 2 people, and what is rarer."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.events import Through
from coprod_desktop.domain.floor import leads_meeting
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.turns.floor_acts import FloorActs
from coprod_desktop.ui.screens.turns.room_acts import RoomActs
from coprod_desktop.ui.screens.turns.side_card import SideCard
from coprod_desktop.ui.screens.turns.turn_acts import TurnActs, TurnFacts
from coprod_desktop.ui.screens.turns.turn_teller import TurnTeller
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.people_choice import PeopleChoice


class TurnSide(SideCard):
    """The side card with all its pages.

    Signals: those of SideCard; `talk_began` when 2 people were chosen; `turn_was_changed` after an act that closed
    its page.
    """

    talk_began = Signal()
    turn_was_changed = Signal()

    def __init__(self, theme: Theme, bridge: MeetingBridge, tell: TurnTeller, acts: FloorActs) -> None:
        super().__init__(theme, name=bridge.name)
        self._bridge = bridge
        self._tell = tell
        self._acts = acts
        self._next_id: PersonId | None = None
        self.adders = PeopleChoice(theme, self.tr("Who wants to add to this?"), name=bridge.name)
        self.pair = PeopleChoice(theme, self.tr("Which 2 people talk?"), name=bridge.name)
        self.room_acts = RoomActs(theme)
        self.turn_acts = TurnActs(theme, name=bridge.name)
        self.add_page(self.adders, self.tr("Who wants to add to this?"))
        self.add_page(self.pair, self.tr("Which 2 people talk?"))
        self.add_page(self.room_acts, self.tr("For this meeting"))
        self.add_page(self.turn_acts, self.tr("More about this turn"))
        self._connect_pages()

    def show_state(self, state: MeetingState, next_id: PersonId | None) -> None:
        """Show who waits, and what the open page is about."""
        self._next_id = next_id
        self._show_waiting(state, next_id)
        here, go_round = self._others_here(state), state.room.go_round
        if go_round is not None:
            self.show_people([who for who in here if who not in go_round.waiting], ())
        else:
            self.show_people(here, state.hands)
        self._show_pages(state, state.current_turn, here)

    def open_adders(self, back: QWidget) -> None:
        """Ask who wants to add to this."""
        self._open_filled(self.adders, back)
        self.adders.focus_person()

    def open_turn_acts(self, back: QWidget) -> None:
        """Show the rarer acts of the turn that runs."""
        self._open_filled(self.turn_acts, back)
        self.turn_acts.begin()

    def open_room_acts(self, back: QWidget) -> None:
        """Show what the group can choose for its turns."""
        self._open_filled(self.room_acts, back)
        self.room_acts.begin()

    def open_pair(self) -> bool:
        """Ask which 2 people talk, the one who is offered as next among them; says whether 2 people can talk now."""
        state = self._bridge.state
        if not self._can_pair(state):
            return False
        self._fill(self.pair, self._bridge.by_name(state.people_here), (self._next_id,) if self._next_id else ())
        self.open_page(self.pair, self.add_hand)
        self.pair.focus_person()
        return True

    def end_choices_of_scene(self) -> None:
        """Another scene has come: what is chosen for the meeting is put away."""
        for page in (self.room_acts, self.pair):
            self.drop_page(page)

    def _show_waiting(self, state: MeetingState, next_id: PersonId | None) -> None:
        is_round = state.room.go_round is not None
        title = self.tr("Still to come") if is_round else self.tr("Waiting to speak")
        nobody = self.tr("Nobody else is to come.") if is_round else self.tr("Nobody is waiting.")
        add = self.tr("Somebody joins") if is_round else self.tr("Add a hand")
        self.show_queue(title, self._tell.queue(state, next_id), nobody=nobody, add=add)

    def _show_pages(self, state: MeetingState, turn: Turn | None, here: list[PersonId]) -> None:
        if turn is None:
            self.drop_page(self.turn_acts)
        if turn is None or turn.adds_to is not None:
            self.drop_page(self.adders)
        for page in (self.adders, self.turn_acts, self.room_acts):
            if self.is_open(page):
                self._fill_page(page, state, turn, here)

    def _fill_page(self, page: QWidget, state: MeetingState, turn: Turn | None, here: list[PersonId]) -> None:
        if page is self.room_acts:
            self.room_acts.show_facts(self._tell.room_facts(state), can_pair=self._can_pair(state))
        elif page is self.turn_acts and turn is not None:
            self._show_turn_acts(state, turn, here)
        elif page is self.adders and turn is not None:
            self._fill(self.adders, [who for who in here if who not in turn.with_people], state.room.adders)

    def _open_filled(self, page: QWidget, back: QWidget) -> None:
        state = self._bridge.state
        self._fill_page(page, state, state.current_turn, self._others_here(state))
        self.open_page(page, back)

    def _others_here(self, state: MeetingState) -> list[PersonId]:
        """Who is here and does not speak, by the alphabet."""
        turn = state.current_turn
        speaks = turn.person_id if turn is not None else None
        return self._bridge.by_name(who for who in state.people_here if who != speaks)

    def _show_turn_acts(self, state: MeetingState, turn: Turn, here: list[PersonId]) -> None:
        facts = TurnFacts(
            through=turn.through,
            suggested=self._suggested_through(turn),
            can_run_meeting=leads_meeting(state, turn.person_id),
            runs_meeting=turn.runs_meeting,
            with_people=turn.with_people,
            is_added=turn.adds_to is not None,
        )
        self.turn_acts.show_facts(facts, here)

    def _suggested_through(self, turn: Turn) -> Through | None:
        person = self._bridge.person(turn.person_id)
        if person is None or not self._bridge.sight.is_only_us:
            return None  # the order of the choices could tell the room what helps a person
        from coprod_desktop.services.turn_advice import speaks_through  # needed for this page alone

        return speaks_through(person)

    def _fill(self, choice: PeopleChoice, people: list[PersonId], chosen: tuple[PersonId, ...]) -> None:
        choice.set_value(())
        choice.show_people(people)
        choice.set_value([who for who in chosen if who in people])

    def _can_pair(self, state: MeetingState) -> bool:
        is_free = state.current_turn is None and state.room.conversation is None
        return is_free and not state.room.is_waiting_for_everyone and len(state.people_here) > 1

    # Acts

    def _connect_pages(self) -> None:
        acts, length = self._acts, self.room_acts.length
        self.adder_pressed.connect(acts.let_in)
        self.adders.pressed.connect(acts.turn_adding)
        self.pair.changed.connect(self._on_pair)
        self.room_acts.pair_requested.connect(self.open_pair)
        length.length_chosen.connect(acts.set_length)
        length.item_chosen.connect(acts.set_item_alone)
        self.room_acts.clocks_chosen.connect(acts.set_clocks)
        self.room_acts.everyone_chosen.connect(acts.set_everyone_check)
        self.room_acts.share_chosen.connect(acts.set_nearly_share)
        self.turn_acts.interrupted.connect(partial(self._on_turn_act, acts.interrupt))
        self.turn_acts.passed.connect(partial(self._on_turn_act, acts.pass_turn))
        self.turn_acts.interpreter_waited.connect(partial(self._on_turn_act, acts.wait_for_interpreter))
        self.turn_acts.facts_changed.connect(self._on_facts)

    def _on_turn_act(self, act: Callable[[], None]) -> None:
        self.close_choice()
        act()
        self.turn_was_changed.emit()

    def _on_facts(self) -> None:
        page = self.turn_acts
        self._acts.change(page.with_people(), page.through(), runs_meeting=page.runs_meeting())

    def _on_pair(self) -> None:
        chosen = self.pair.value()
        if len(chosen) == 2 and self._acts.start_talk(*chosen):
            self.drop_page(self.pair)
            self.talk_began.emit()
