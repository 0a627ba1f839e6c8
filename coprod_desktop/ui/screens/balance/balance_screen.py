"""Equal voice: turns and time by where people speak from, only if the group chose to count them (R12)."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.equal_voice import EqualVoice, equal_voice
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.room import Counting, WallScene
from coprod_desktop.domain.told_voice import told_voice, whole_voice
from coprod_desktop.domain.wall import scene_of
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.balance.learning_page_acts import LearningPageActs
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.balance_wall_card import BalanceWallCard
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.counting_card import CountingCard
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.share_words import time_words
from coprod_desktop.ui.widgets.silent_card import SilentCard
from coprod_desktop.ui.widgets.voice_rows import VoiceRows
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_ANEW_MS = 10_000
"""How often the numbers are drawn anew while somebody speaks."""


class BalanceScreen(MeetingScreen):
    """All numbers where only the laptop's people look; with "few people" where the room looks and said yes.

    Signals: those of every screen.
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._drawn_ms = 0
        self.counting = CountingCard(theme, words_for)
        self.back = BigButton(theme, self.tr("Back to turns"), icon=Icon.BACK)
        self.change = BigButton(theme, self.tr("What we count"), kind=ButtonKind.QUIET, icon=Icon.BALANCE)
        self.page = LearningPageActs(theme, services, bridge, self.change)
        self.cover = PrivateCover(theme, bridge.sight, partial(VoiceRows, theme))
        self.agreed = VoiceRows(theme)
        self.silent = SilentCard(theme)
        self.wall = BalanceWallCard(theme)
        self._is_choosing = False
        self._card = self._make_card()
        self._area = WorkArea(theme, self._card, self._make_side())
        column = Column(theme)
        column.addWidget(self.counting)
        column.addWidget(self._area)
        self.setLayout(column)
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Equal voice")

    def show_state(self, state: MeetingState) -> None:
        """Show the numbers as they are now, or ask what to count."""
        counts = state.room.counting is Counting.BY_PERSPECTIVE
        asks = not counts or self._is_choosing
        self.counting.setVisible(asks)
        self._area.setVisible(not asks)
        self.counting.show_counting(state.room.counting)
        self.starts_at(self.counting if asks else self._likeliest(state))
        if not asks:
            self._show_numbers(state)

    def focus_first(self) -> None:
        """Go to the likeliest act; where that stands far below the numbers, begin at their top instead."""
        is_below = self._area.isVisible() and self._area.is_stacked
        if is_below and self._likeliest(self._bridge.state) is self.silent.go_round:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()

    def leave(self) -> bool:
        """Put away a question or names."""
        if self._is_choosing:
            self._choose(False)
            return True
        return self.wall.stop_asking() or self.silent.hide_names()

    def end(self) -> None:
        """Wait for a page that is being made."""
        self.page.end()

    # What is shown

    def _show_numbers(self, state: MeetingState) -> None:
        self._drawn_ms = self._bridge.used_ms
        voice = equal_voice(state, self._bridge.everyone, running_ms=self._drawn_ms)
        has_agreed, only_us = state.room.is_balance_on_wall_agreed is True, self._bridge.sight.is_only_us
        is_seen = has_agreed and not only_us
        self.cover.setVisible(not is_seen)
        self.agreed.setVisible(is_seen)
        self._show_rows(voice, is_seen=is_seen)
        self._show_silent(voice, state, is_seen=is_seen)
        self.silent.setVisible(state.is_open)
        self.silent.ask_everyone.setVisible(state.current_item is not None)
        self.wall.setVisible(state.is_open)
        is_on_wall = scene_of(state) is WallScene.BALANCE
        self.wall.show_wall(state.room.is_balance_on_wall_agreed, is_on_wall=is_on_wall)

    def _show_rows(self, voice: EqualVoice, *, is_seen: bool) -> None:
        labels = self._labels()
        if is_seen:
            self.agreed.show_voice(told_voice(voice), labels)
        content = self.cover.content
        if isinstance(content, VoiceRows):
            content.show_voice(whole_voice(voice), labels, running_seconds=voice.running_seconds)
        is_told = is_seen or content is not None
        self.page.can_make(is_told)
        more = self.tr("More time is not always more say.")
        spoken = self.tr("Turns took: {time}.").format(time=time_words(voice.seconds).casefold())
        self._card.set_heading(self.title(), f"{spoken} {more}" if is_told else more)

    def _show_silent(self, voice: EqualVoice, state: MeetingState, *, is_seen: bool) -> None:
        here = [who for who in voice.not_spoken if who in state.people_here]
        if self._bridge.sight.is_only_us:
            self.silent.show_count(len(here), [self._bridge.name(who) for who in here])
        elif is_seen:
            self.silent.show_count(told_voice(voice).not_spoken)
        else:
            self.silent.hide_count()

    def _likeliest(self, state: MeetingState) -> QWidget:
        room, sight = state.room, self._bridge.sight
        if not sight.is_asked and not room.is_balance_on_wall_agreed:
            return self.cover.question.no_button
        return self.silent.go_round if state.is_open else self.back

    # Acts

    def _on_go_round(self) -> None:
        if self._bridge.ask(self._bridge.room.start_go_round).is_done:
            self.go_requested.emit("turns")

    def _on_ask_everyone(self) -> None:
        if self._bridge.ask(self._bridge.room.ask_everyone).is_done:
            self.told.emit(self.tr("Ask: anything to add, now or later, by voice, card or note?"))

    def _on_answered(self, is_yes: bool) -> None:
        room = self._bridge.room
        self._bridge.ask(partial(room.answer_balance_on_wall, is_yes=is_yes))

    def _on_wall(self) -> None:
        is_on_wall = scene_of(self._bridge.state) is WallScene.BALANCE
        scene = WallScene.FOLLOW if is_on_wall else WallScene.BALANCE
        self._bridge.ask(partial(self._bridge.room.choose_scene, scene))

    def _on_counting(self, chosen: str) -> None:
        self._is_choosing = False
        self._bridge.ask(partial(self._bridge.room.choose_counting, Counting(chosen)))
        self._show_now()
        self.focus_first()

    def _choose(self, is_choosing: bool) -> None:
        self._is_choosing = is_choosing
        self._show_now()
        self.focus_first()

    def _on_ticked(self, used_ms: int) -> None:
        if self.isVisible() and abs(used_ms - self._drawn_ms) >= _ANEW_MS:
            self._show_now()

    def _show_now(self) -> None:
        if self._bridge.has_meeting:
            self.show_state(self._bridge.state)

    # Parts

    def _make_card(self) -> Card:
        card = Card(self._theme, self.title(), " ", heading_style=TextStyle.TITLE)
        card.add_beside_heading(self.back)
        card.add(self.cover, 1)
        card.add(self.agreed, 1)
        card.add(self.page)
        return card

    def _make_side(self) -> QWidget:
        column = Column(self._theme, gap=16)
        column.addWidget(self.silent)
        column.addWidget(self.wall)
        column.addStretch(1)
        return holder(column)

    def _labels(self) -> Mapping[Perspective, str]:
        group = self._services.groups.current()
        return group.perspective_labels if group else {}

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.ticked.connect(self._on_ticked)
        bridge.sight.changed.connect(self._show_now)
        self.cover.uncovered.connect(self._show_now)
        self.counting.chosen.connect(self._on_counting)
        self.back.clicked.connect(partial(self.go_requested.emit, "turns"))
        self.change.clicked.connect(partial(self._choose, True))
        self.silent.go_round.clicked.connect(self._on_go_round)
        self.silent.ask_everyone.clicked.connect(self._on_ask_everyone)
        self.wall.answered.connect(self._on_answered)
        self.wall.wall_pressed.connect(self._on_wall)
        self.bind("F8", self.silent.go_round)
        self.bind("F10", self.wall.show_it)
