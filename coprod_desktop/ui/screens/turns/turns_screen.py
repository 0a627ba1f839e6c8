"""Turns in the room: who speaks, how much time is left, who is next. Nothing here moves on by itself (UI-14)."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coprod_desktop.domain.agenda import items_to_come
from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.floor import offered_next
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.turns.floor_acts import FloorActs
from coprod_desktop.ui.screens.turns.main_card import MainCard, Scene
from coprod_desktop.ui.screens.turns.room_strip import RoomStrip
from coprod_desktop.ui.screens.turns.steady_hand import SteadyHand
from coprod_desktop.ui.screens.turns.turn_side import TurnSide
from coprod_desktop.ui.screens.turns.turn_teller import TurnTeller
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column, holder, laid_out_once
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.work_area import WorkArea

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_PAIR_KEY, _HAND_KEY, _MAIN_KEY, _THINK_KEY = "Ctrl+T", "F4", "F8", "Shift+F6"


class TurnsScreen(MeetingScreen):
    """The turn that runs, the hands that are up, and the next speaker. Signals: those of every screen.

    A stray second press takes no time from anybody: the main act waits until half a second after the act before it.
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._next_id: PersonId | None = None
        self._chosen_next: PersonId | None = None
        self._is_finishing = False
        self.acts = FloorActs(bridge)
        self._steady = SteadyHand(services.clock)
        bridge.state_changed.connect(self._steady.see)  # also while a break or another place is in sight
        tell = TurnTeller(bridge)
        self.main = MainCard(theme, services, bridge, tell)
        self.hands = TurnSide(theme, bridge, tell, self.acts)
        self.room = RoomStrip(theme, services, bridge)
        self._lay_out()
        self._connect_turn()
        self._connect_between()
        self._connect_side()
        self._bind_keys()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Turns")

    def leave(self) -> bool:
        """Close a small page at the side, or the question at the end of an item."""
        if self.hands.close_choice():
            return True
        was_finishing = self.main.scene is Scene.FINISH
        if was_finishing:
            self._set_finishing(False)
        return was_finishing

    def on_shown(self) -> None:
        """Show what happened while another screen was in sight, or what was undone elsewhere."""
        super().on_shown()
        self.room.on_shown()

    def show_state(self, state: MeetingState) -> None:
        """Show hands, turn and clocks as they are now."""
        self._steady.see(state)
        self._next_id = self._choose_next(state)
        with laid_out_once(self.main):
            self._show(state)

    def _show(self, state: MeetingState) -> None:
        self.hands.show_state(state, self._next_id)
        was_scene = self.main.scene
        is_new = self.main.show_state(state, self._next_id, is_finishing=self._is_finishing)
        self._is_finishing = self._is_finishing and self.main.scene in (Scene.FINISH, Scene.EVERYONE)
        if self.main.scene is not was_scene:
            self.hands.end_choices_of_scene()
        self._go_to_first(is_new=is_new)

    def _go_to_first(self, *, is_new: bool) -> None:
        first = self.main.first()
        self.starts_at(first)
        if is_new and self.isVisible() and not self.hands.is_choosing():
            first.setFocus()
            keep_in_view(self._theme, self.main)
        self.main.hide_others()  # now, or Qt would look for another place for the focus

    def _choose_next(self, state: MeetingState) -> PersonId | None:
        offered = [one.person_id for one in offered_next(state)]
        if self._chosen_next not in offered:
            self._chosen_next = None
        return self._chosen_next or next(iter(offered), None)

    def _lay_out(self) -> None:
        side = Column(self._theme, gap=14)
        side.addWidget(self.hands, 1)
        side.addWidget(self.room)
        column = Column(self._theme)
        column.addWidget(WorkArea(self._theme, self.main, holder(side)))
        self.setLayout(column)

    # Connections

    def _connect_turn(self) -> None:
        acts, main = self.acts, self.main
        speaker, held = main.speaker, main.held
        self._bridge.ticked.connect(self._on_ticked)
        for button, act in (
            (speaker.end, partial(self._do_steadily, acts.end)),
            (held.end, acts.end),
            (speaker.more, acts.extend),
            (speaker.pause, acts.pause_or_go_on),
            (speaker.thinking, acts.think),
            (held.carry_on, acts.go_on),
            (held.count_it, partial(acts.go_on, counts_time_away=True)),
            (main.talk.end, acts.end_talk),
            (main.everyone.has_it, partial(self._do_steadily, acts.everyone_has_it)),
        ):
            button.clicked.connect(partial(_do, act))
        speaker.adder.pressed.connect(acts.let_first_in)
        main.talk.person_pressed.connect(acts.tap)
        main.advice.was_hidden.connect(self.focus_first)

    def _connect_between(self) -> None:
        acts, main = self.acts, self.main
        nobody, asked, ending, foot = main.nobody, main.round, main.ending, main.foot
        self.follow_sight()
        for button, act in (
            (nobody.start, partial(self._do_steadily, self._on_start_next)),
            (nobody.next_item, partial(self._do_steadily, self._on_next_item)),
            (nobody.somebody_else, self._on_somebody_else),
            (nobody.rule, acts.next_rule),
            (nobody.lower_hand, self._on_lower_next),
            (foot.go_round, acts.start_round),
            (asked.start, partial(self._do_steadily, acts.start_asked)),
            (asked.pass_on, acts.pass_on),
            (asked.come_back, acts.come_back),
            (asked.end, partial(self._do_steadily, acts.end_round)),
            (foot.end_round, acts.end_round),
            (foot.finish, partial(self._set_finishing, True)),
            (ending.asked, acts.finish_item),
            (ending.add, self._on_add_at_end),
            (ending.back, partial(self._set_finishing, False)),
            (main.suggestion.yes, partial(self._on_suggestion, True)),
            (main.suggestion.no, partial(self._on_suggestion, False)),
        ):
            button.clicked.connect(partial(_do, act))
        nobody.person_pressed.connect(self._on_hand)

    def _connect_side(self) -> None:
        hands, foot = self.hands, self.main.foot
        hands.person_pressed.connect(self._on_queued_person)
        hands.hand_pressed.connect(self._on_hand)
        hands.talk_began.connect(self.main.talk.focus_first)
        hands.turn_was_changed.connect(self.focus_first)
        hands.room_acts.balance_requested.connect(partial(self.go_requested.emit, "balance"))
        self.room.go_requested.connect(self.go_requested)
        for button, act in (
            (foot.adds, partial(hands.open_adders, foot.adds)),
            (foot.turn_acts, partial(hands.open_turn_acts, foot.turn_acts)),
            (foot.more, partial(hands.open_room_acts, foot.more)),
            (foot.idea, partial(self.go_requested.emit, "decisions")),
            (foot.agenda, partial(self.go_requested.emit, "agenda")),
            (self.main.nobody.welcome, partial(self.go_requested.emit, "welcome")),
        ):
            button.clicked.connect(partial(_do, act))

    def press(self, key: str) -> bool:
        """Press the button of a key; Ctrl+T and F4 ask for names, and F8 closes what is open at the side first."""
        if key == _PAIR_KEY:
            return self.hands.open_pair()
        if key == _HAND_KEY:
            self.hands.open_people()
            return True
        if key == _THINK_KEY and self._is_held_for_more_than_thinking():
            self.acts.think()
            return True
        if key == _MAIN_KEY and not self._steady.is_stray():
            self.hands.close_choice()
        return super().press(key)

    def _bind_keys(self) -> None:
        main = self.main
        speaker, held, talk, nobody = main.speaker, main.held, main.talk, main.nobody
        asked, ending = main.round, main.ending
        starts = (speaker.end, held.carry_on, nobody.start, nobody.next_item, asked.start, asked.end)
        for key, buttons in {
            "F3": (nobody.somebody_else, asked.pass_on),
            "Shift+F3": (nobody.rule, asked.come_back),
            "F5": (main.foot.adds,),
            "F6": (speaker.pause, held.carry_on),
            "Shift+F6": (speaker.thinking, speaker.pause),
            "F7": (speaker.more,),
            "F8": (*starts, main.everyone.has_it, ending.asked, talk.end),
            "Ctrl+G": (main.foot.go_round, main.foot.end_round, asked.end),
            "Ctrl+E": (main.foot.finish,),
            "Ctrl+Left": (talk.left,),
            "Ctrl+Right": (talk.right,),
        }.items():
            for button in buttons:
                self.bind(key, button)

    # Acts

    def _do_steadily(self, act: Callable[[], None]) -> None:
        """Do the main act, but not for a stray second press."""
        if not self._steady.is_stray():
            act()

    def _is_held_for_more_than_thinking(self) -> bool:
        turn = self._bridge.state.current_turn if self.main.speaker.isVisible() else None
        return turn is not None and turn.is_paused and turn.pause_reason is not PauseReason.THINKING

    def _on_next_item(self) -> None:
        item = next(iter(items_to_come(self._bridge.state)), None)
        if item is None:
            self.go_requested.emit("close")
        else:
            self._bridge.ask(partial(self._bridge.requests.open_item, item.id))

    def _on_ticked(self, used_ms: int) -> None:
        if self.main.scene is Scene.SPEAKING and self.isVisible():
            self.main.speaker.show_used(used_ms)

    def _on_start_next(self) -> None:
        if self._next_id is not None:
            self.acts.start(self._next_id)

    def _on_somebody_else(self) -> None:
        """Offer the next one of those who asked; after the last the first again."""
        offered = [one.person_id for one in offered_next(self._bridge.state)]
        if self._next_id in offered:
            self._chosen_next = offered[(offered.index(self._next_id) + 1) % len(offered)]
            self._show_again()

    def _on_lower_next(self) -> None:
        if self._next_id is not None:
            self._on_hand(self._next_id)

    def _on_queued_person(self, person_id: str) -> None:
        who, state = PersonId(person_id), self._bridge.state
        if who in state.people_out:
            self.acts.come_back_in(who)
        elif self.main.scene in (Scene.NOBODY, Scene.FINISH):
            self.acts.start(who)
        else:
            self._chosen_next = who
            self._show_again()

    def _on_hand(self, person_id: str) -> None:
        is_round = self._bridge.state.room.go_round is not None
        is_done = self.acts.join_round(person_id) if is_round else self.acts.turn_hand(person_id)
        if not is_done:
            self._show_again()  # the pressed name stands as it is in the record

    # The end of an item, and the question that is asked once

    def _set_finishing(self, is_finishing: bool) -> None:
        self._is_finishing = is_finishing
        self.main.ending.begin()
        self._show_again()
        if not is_finishing:
            self.focus_first()

    def _on_add_at_end(self) -> None:
        self._set_finishing(False)
        self.hands.open_people()

    def _on_suggestion(self, is_yes: bool) -> None:
        self.main.answer_suggestion()
        if is_yes:
            self.acts.set_everyone_check(True)
        self._show_again()
        self.focus_first()


def _do(act: Callable[[], object], *_checked: bool) -> None:
    """Qt tells a pressed button's slot whether it is checked; our acts need not know."""
    act()
