"""The main card of turns: one thing at a time, from the turn that runs to the question at the end of an item."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.floor import no_turn_yet, offered_next
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState, Turn
from coprod_desktop.domain.room import Counting
from coprod_desktop.domain.told_voice import LEAST_PEOPLE
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.turns.advice_line import AdviceLine
from coprod_desktop.ui.screens.turns.everyone_panel import EveryonePanel
from coprod_desktop.ui.screens.turns.finish_panel import FinishPanel
from coprod_desktop.ui.screens.turns.round_panel import RoundPanel
from coprod_desktop.ui.screens.turns.talk_panel import TalkPanel
from coprod_desktop.ui.screens.turns.turn_foot import TurnFoot
from coprod_desktop.ui.screens.turns.turn_teller import TurnTeller
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.held_panel import HeldPanel
from coprod_desktop.ui.widgets.next_speaker_panel import NextSpeakerPanel
from coprod_desktop.ui.widgets.speaker_panel import SpeakerPanel
from coprod_desktop.ui.widgets.suggestion_line import SuggestionLine
from coprod_desktop.ui.widgets.turn_card import TurnCard
from coprod_desktop.ui.wording import joined, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class Scene(Enum):
    """What the main card shows."""

    SPEAKING = "speaking"
    HELD = "held"
    TALK = "talk"
    EVERYONE = "everyone"
    FINISH = "finish"
    ROUND = "round"
    NOBODY = "nobody"


class MainCard(TurnCard):
    """Shows the scene that the state asks for. Connect the buttons of its panels, of `foot` and of `suggestion`."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, tell: TurnTeller) -> None:
        super().__init__(theme)
        self._services = services
        self._bridge = bridge
        self._tell = tell
        self._is_check_answered = False
        self.scene = Scene.NOBODY
        self.speaker = SpeakerPanel(theme)
        self.held = HeldPanel(theme)
        self.talk = TalkPanel(theme)
        self.everyone = EveryonePanel(theme)
        self.ending = FinishPanel(theme)
        self.round = RoundPanel(theme)
        self.nobody = NextSpeakerPanel(theme, name=bridge.name)
        self.foot = TurnFoot(theme)
        self.advice = AdviceLine(theme)
        ask = self.tr('Shall we ask "Everyone has it?" after each turn?')
        yes, no = self.tr("Yes, ask each time"), self.tr("Not now")
        self.suggestion = SuggestionLine(theme, ask, yes=yes, no=no)
        self._line = Divider(theme)
        self._panels: dict[Scene, QWidget] = {
            Scene.SPEAKING: self.speaker,
            Scene.HELD: self.held,
            Scene.TALK: self.talk,
            Scene.EVERYONE: self.everyone,
            Scene.FINISH: self.ending,
            Scene.ROUND: self.round,
            Scene.NOBODY: self.nobody,
        }
        self.add(self.suggestion)
        for panel in self._panels.values():
            self.add(panel, 1)
        for part in (self._line, self.advice, self.foot):
            self.add(part)

    def first(self) -> QWidget:
        """The likeliest next act in the scene."""
        return {
            Scene.SPEAKING: self.speaker.first(),
            Scene.HELD: self.held.carry_on,
            Scene.TALK: self.talk.first(),
            Scene.EVERYONE: self.everyone.has_it,
            Scene.FINISH: self.ending.asked,
            Scene.ROUND: self.round.first(),
            Scene.NOBODY: self.nobody.first(),
        }[self.scene]

    def show_state(self, state: MeetingState, next_id: PersonId | None, *, is_finishing: bool) -> bool:
        """Show what is true now; says whether the likeliest act is another one, so that the focus goes there.

        What was in sight before stays until `hide_others`, so that Qt does not move the focus by itself.
        """
        turn, was_first, was_scene = state.current_turn, self.first(), self.scene
        self.scene = scene = self._scene_for(state, turn, is_finishing=is_finishing)
        self._fill(state, turn, next_id)
        self._panels[scene].show()
        is_asking = scene in (Scene.FINISH, Scene.EVERYONE)
        self.foot.show_acts(state, is_asking=is_asking, is_held=scene is Scene.HELD)
        self.foot.setVisible(not is_asking)
        self._line.setVisible(not is_asking)
        self._show_advice(turn if scene is Scene.SPEAKING else None)
        self.suggestion.setVisible(scene in (Scene.NOBODY, Scene.ROUND) and self._needs_suggestion(state))
        return scene is not was_scene or (turn is None and self.first() is not was_first)

    def hide_others(self) -> None:
        """Leave nothing in sight but the scene."""
        for key, panel in self._panels.items():
            panel.setVisible(key is self.scene)

    def answer_suggestion(self) -> None:
        """The question about waiting for everyone is not asked again."""
        self._is_check_answered = True

    def _scene_for(self, state: MeetingState, turn: Turn | None, *, is_finishing: bool) -> Scene:
        if turn is not None and self._bridge.held:
            return Scene.HELD
        if turn is None and state.room.is_waiting_for_everyone:
            return Scene.EVERYONE
        if state.room.conversation is not None:
            return Scene.TALK
        if turn is not None:
            return Scene.SPEAKING
        if is_finishing and state.current_item is not None:
            return Scene.FINISH
        return Scene.ROUND if state.room.go_round is not None else Scene.NOBODY

    def _fill(self, state: MeetingState, turn: Turn | None, next_id: PersonId | None) -> None:
        if self.scene is Scene.SPEAKING and turn is not None:
            self.speaker.show_turn(self._tell.face(state, turn))
        elif self.scene is Scene.HELD and turn is not None:
            self._show_held(state, turn)
        elif self.scene is Scene.TALK:
            self._show_talk(state, turn)
        elif self.scene is Scene.FINISH:
            self._show_ending(state)
        elif self.scene is Scene.ROUND:
            self.round.show_round(self._tell.round_face(state))
        elif self.scene is Scene.NOBODY:
            self._show_nobody(state, next_id)

    def _show_held(self, state: MeetingState, turn: Turn) -> None:
        held = self._bridge.held
        if held is None:
            return
        is_stall = held.reason is PauseReason.STALLED
        self.held.show_held(
            self._bridge.name(turn.person_id),
            self._tell.left_words(state, turn),
            is_stall=is_stall,
            away_seconds=held.away_seconds if is_stall and state.has_clocks else None,
        )

    def _show_talk(self, state: MeetingState, turn: Turn | None) -> None:
        talk = state.room.conversation
        if talk is None:
            return
        names = (self._bridge.name(talk.people[0]), self._bridge.name(talk.people[1]))
        speaks = turn.person_id if turn is not None else None
        self.talk.show_talk(talk.people, names, speaks, is_paused=turn is not None and turn.is_paused)

    def _show_ending(self, state: MeetingState) -> None:
        without = () if state.room.counting is Counting.NOTHING else no_turn_yet(state)
        is_only_us = self._bridge.sight.is_only_us
        names = self._bridge.by_name(without) if is_only_us else ()
        is_told = is_only_us or len(without) >= LEAST_PEOPLE
        self.ending.show_people(len(without), [self._bridge.name(who) for who in names], is_told=is_told)

    def _show_nobody(self, state: MeetingState, next_id: PersonId | None) -> None:
        offered = offered_next(state)
        chosen = next((one for one in offered if one.person_id == next_id), None)
        if chosen is None:
            out = self.tr("Whoever asked has stepped out. Their place is kept.") if state.hands else ""
            people = self._bridge.by_name(state.people_here)
            self.nobody.show_question(people, out, next_item=self._tell.next_item(state) if people else "")
            return
        then = [self._bridge.name(one.person_id) for one in offered if one is not chosen][:3]
        words = self.tr("Then: {names}.").format(names=joined(then).removesuffix(".")) if then else ""
        reason = self._tell.reason(state, chosen)
        rule, name = words_for(state.room.next_rule), self._bridge.name(chosen.person_id)
        self.nobody.show_next(name, reason, words, rule=rule, has_others=len(offered) > 1)

    def _show_advice(self, turn: Turn | None) -> None:
        person = self._bridge.person(turn.person_id) if turn is not None else None
        if person is None or not self._bridge.sight.is_only_us:
            self.advice.show_advice(None, ())
        else:
            here = (self._bridge.person(who) for who in self._bridge.state.people_here if who != person.id)
            others = [one for one in here if one is not None]
            self.advice.show_advice(person.id, self._services.turn_advice.advice_for(person, others))

    def _needs_suggestion(self, state: MeetingState) -> bool:
        if self._is_check_answered or state.room.checks_everyone or not self._bridge.sight.is_only_us:
            return False  # that it is asked as somebody comes in would tell the room what helps them
        from coprod_desktop.domain.break_hints import needs_everyone_check  # only asked until it is answered

        people = (self._bridge.person(who) for who in state.people_here)
        return needs_everyone_check([person for person in people if person is not None])
