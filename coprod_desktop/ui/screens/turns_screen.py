"""Turns in the room: who speaks, how much time is left, who is next. Nothing here moves on by itself (UI-14)."""

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.domain.turns import turns_on_item
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.hands_panel import Hand, HandsPanel
from coprod_desktop.ui.widgets.held_panel import HeldPanel
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.next_speaker_panel import NextSpeakerPanel
from coprod_desktop.ui.widgets.speaker_panel import ClockKind, SpeakerPanel, TurnFace
from coprod_desktop.ui.widgets.turn_card import TurnCard
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import joined

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class _Mode(Enum):
    """What the main card shows."""

    SPEAKING = "speaking"
    HELD = "held"
    NOBODY = "nobody"


class TurnsScreen(MeetingScreen):
    """The turn that runs, the hands that are up, and the next speaker. Signals: those of every screen."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._mode = _Mode.NOBODY
        self._next_id: PersonId | None = None
        self._chosen_next: PersonId | None = None
        self.speaker = SpeakerPanel(theme)
        self.held = HeldPanel(theme)
        self.nobody = NextSpeakerPanel(theme, name=bridge.name)
        self.hands = HandsPanel(theme, name=bridge.name)
        self.idea = BigButton(theme, self.tr("Write an idea"), kind=ButtonKind.QUIET, icon=Icon.IDEA)
        self.finish = BigButton(theme, self.tr("Finish this item"), kind=ButtonKind.QUIET, icon=Icon.CHECK)
        self.agenda = BigButton(theme, self.tr("Choose an item"), kind=ButtonKind.QUIET, icon=Icon.AGENDA)
        main = self._main = TurnCard(theme)
        for panel in (self.speaker, self.held, self.nobody):
            main.add(panel, 1)
        main.add(Divider(theme))
        main.add_layout(flow_of(theme, self.idea, self.finish, self.agenda, self.hands.times))
        column = Column(theme)
        column.addWidget(WorkArea(theme, main, self.hands))
        self.setLayout(column)
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Turns")

    def leave(self) -> bool:
        """Close a small panel at the side."""
        return self.hands.close_choice()

    def show_state(self, state: MeetingState) -> None:
        """Show hands, turn and clocks as they are now."""
        self._next_id = self._choose_next(state)
        self._show_hands(state)
        self._show_main(state)

    # The main card

    def _show_main(self, state: MeetingState) -> None:
        turn = state.current_turn
        mode = _Mode.NOBODY if turn is None else _Mode.HELD if self._bridge.held else _Mode.SPEAKING
        was_next = self.nobody.first()
        if turn is None:
            self._show_nobody(state)
        elif mode is _Mode.HELD:
            self._show_held(state, turn)
        else:
            self.speaker.show_turn(self._face(state, turn))
        has_item = state.current_item is not None
        self.finish.setVisible(has_item and turn is None)
        self.agenda.setVisible(not has_item and turn is None)
        is_new = mode is not self._mode or (turn is None and self.nobody.first() is not was_next)
        self._show_mode(mode, is_new=is_new)

    def _show_mode(self, mode: _Mode, *, is_new: bool) -> None:
        self._mode = mode
        panels: dict[_Mode, QWidget] = {
            _Mode.SPEAKING: self.speaker,
            _Mode.HELD: self.held,
            _Mode.NOBODY: self.nobody,
        }
        for key, panel in panels.items():
            panel.setVisible(key is mode)
        first = self._first_widget()
        self.starts_at(first)
        if is_new and self.isVisible() and not self.hands.is_choosing():
            first.setFocus()
            keep_in_view(self._theme, self._main)

    def _first_widget(self) -> QWidget:
        if self._mode is _Mode.HELD:
            return self.held.carry_on
        return self.speaker.first() if self._mode is _Mode.SPEAKING else self.nobody.first()

    def _face(self, state: MeetingState, turn: Turn) -> TurnFace:
        allowed = turn.allowed_seconds or 0
        usual = state.turn_seconds or 0
        return TurnFace(
            name=self._bridge.name(turn.person_id),
            clock=self._clock_kind(state, turn),
            is_paused=turn.is_paused,
            allowed_seconds=allowed,
            nearly_seconds=round(allowed * state.room.nearly_share),
            figures_below_seconds=usual * state.room.nearly_share,
            used_ms=self._bridge.used_ms,
        )

    def _clock_kind(self, state: MeetingState, turn: Turn) -> ClockKind:
        if not state.has_clocks:
            return ClockKind.NONE
        if state.turn_seconds is None:
            return ClockKind.NO_TIMER
        if not self._bridge.shows_rings:
            return ClockKind.NONE
        if turn.allowed_seconds is None:
            return ClockKind.NO_TIMER
        return ClockKind.FIGURES if self._bridge.shows_lengths else ClockKind.SHAPE

    def _show_held(self, state: MeetingState, turn: Turn) -> None:
        held = self._bridge.held
        if held is None:
            return
        has_time = self._clock_kind(state, turn) in (ClockKind.FIGURES, ClockKind.SHAPE)
        is_stall = held.reason is PauseReason.STALLED
        self.held.show_held(
            self._bridge.name(turn.person_id),
            self._left_words(state, turn) if has_time else "",
            is_stall=is_stall,
            away_seconds=held.away_seconds if is_stall and state.has_clocks else None,
        )

    def _left_words(self, state: MeetingState, turn: Turn) -> str:
        """The time left as figures, empty if they would tell of a turn that is longer than usual."""
        left = max(0, (turn.allowed_seconds or 0) - self._bridge.used_ms // 1000)
        if left > (state.turn_seconds or 0):
            return ""
        return f"{left // 60}:{left % 60:02d}"

    def _show_nobody(self, state: MeetingState) -> None:
        if self._next_id is None:
            self.nobody.show_question(self._by_name(state.people_here))
            return
        then = [self._bridge.name(who) for who in state.hands if who != self._next_id]
        words = self.tr("Then: {names}.").format(names=joined(then)) if then else ""
        self.nobody.show_next(self._bridge.name(self._next_id), self._reason(state, self._next_id), words)

    # The side card

    def _show_hands(self, state: MeetingState) -> None:
        hands = [Hand(who, self._bridge.name(who), self._reason(state, who)) for who in state.hands]
        self.hands.show_hands(hands, self._next_id)
        turn = state.current_turn
        speaks = turn.person_id if turn is not None else None
        can_ask = [who for who in state.people_here if who != speaks]
        self.hands.show_people(self._by_name(can_ask), state.hands)
        self.hands.show_length(state.turn_seconds, has_clocks=state.has_clocks)

    def _choose_next(self, state: MeetingState) -> PersonId | None:
        if self._chosen_next not in state.hands:
            self._chosen_next = None
        return self._chosen_next or next(iter(state.hands), None)

    def _reason(self, state: MeetingState, person_id: PersonId) -> str:
        item = state.current_item
        count = turns_on_item(state, item.id if item else None).get(person_id, 0)
        if count == 0:
            return self.tr("No turn yet on this") if item else self.tr("No turn yet")
        return self.tr("Has had 1 turn") if count == 1 else self.tr("Has had {count} turns").format(count=count)

    def _by_name(self, people: tuple[PersonId, ...] | list[PersonId]) -> list[PersonId]:
        return sorted(people, key=lambda who: self._bridge.name(who).casefold())

    # Acts

    def _connect(self) -> None:
        bridge, speaker, held = self._bridge, self.speaker, self.held
        bridge.ticked.connect(self._on_ticked)
        speaker.end.clicked.connect(self._on_end)
        held.end.clicked.connect(self._on_end)
        speaker.more.clicked.connect(self._on_more)
        speaker.pause.clicked.connect(self._on_pause)
        speaker.pass_turn.clicked.connect(self._on_pass)
        held.carry_on.clicked.connect(partial(self._on_carry_on, False))
        held.count_it.clicked.connect(partial(self._on_carry_on, True))
        self.nobody.start.clicked.connect(self._on_start_next)
        self.nobody.person_pressed.connect(self._on_hand)
        self.nobody.lower_hand.clicked.connect(self._on_lower_next)
        self.nobody.welcome.clicked.connect(partial(self.go_requested.emit, "welcome"))
        self.hands.person_pressed.connect(self._on_queued_person)
        self.hands.hand_pressed.connect(self._on_hand)
        self.hands.length.length_chosen.connect(self._on_length)
        self.hands.length.clocks_chosen.connect(self._on_clocks)
        self.idea.clicked.connect(partial(self.go_requested.emit, "decisions"))
        self.finish.clicked.connect(self._on_finish_item)
        self.agenda.clicked.connect(partial(self.go_requested.emit, "agenda"))
        for key, button in (
            ("F4", self.hands.add_hand),
            ("F4", self.hands.done),
            ("F6", speaker.pause),
            ("F6", held.carry_on),
            ("F7", speaker.more),
            ("F8", speaker.end),
            ("F8", held.carry_on),
            ("F8", self.nobody.start),
        ):
            self.bind(key, button)

    def _on_ticked(self, used_ms: int) -> None:
        if self._mode is _Mode.SPEAKING and self.isVisible():
            self.speaker.show_used(used_ms)

    def _on_start_next(self) -> None:
        if self._next_id is not None:
            self._start(self._next_id)

    def _on_lower_next(self) -> None:
        if self._next_id is not None:
            self._on_hand(self._next_id)

    def _on_queued_person(self, person_id: str) -> None:
        if self._bridge.state.current_turn is None:
            self._start(PersonId(person_id))
            return
        self._chosen_next = PersonId(person_id)
        self.show_state(self._bridge.state)

    def _start(self, person_id: PersonId) -> None:
        person = self._bridge.person(person_id)
        if person is not None:
            self._bridge.ask(lambda: self._bridge.turns.start(person))

    def _on_end(self) -> None:
        self._bridge.ask(lambda: self._bridge.turns.end())

    def _on_pass(self) -> None:
        self._bridge.ask(lambda: self._bridge.turns.pass_turn())

    def _on_more(self) -> None:
        self._bridge.ask(lambda: self._bridge.turns.extend())

    def _on_pause(self) -> None:
        turn = self._bridge.state.current_turn
        if turn is not None and turn.is_paused:
            self._on_carry_on(False)
        else:
            self._bridge.ask(lambda: self._bridge.turns.pause())

    def _on_carry_on(self, counts_time_away: bool) -> None:
        self._bridge.ask(lambda: self._bridge.turns.resume(counts_time_away=counts_time_away))

    def _on_hand(self, person_id: str) -> None:
        who = PersonId(person_id)
        if who in self._bridge.state.hands:
            self._bridge.ask(lambda: self._bridge.turns.lower_hand(who))
        else:
            self._bridge.ask(lambda: self._bridge.turns.raise_hand(who))
        if self.isVisible():
            self.show_state(self._bridge.state)

    def _on_length(self, seconds: int | None) -> None:
        if self._bridge.ask(lambda: self._bridge.turns.set_length(seconds)).is_done:
            self.hands.close_choice()

    def _on_clocks(self, has_clocks: bool) -> None:
        turns = self._bridge.turns
        asked = self._bridge.ask(turns.bring_clocks_back if has_clocks else turns.take_clocks_away)
        if asked.is_done:
            self.hands.close_choice()

    def _on_finish_item(self) -> None:
        item = self._bridge.state.current_item
        if item is not None:
            self._bridge.ask(lambda: self._bridge.requests.close_item(item.id))
