"""Beside the list of getting ready: how long before people are told, who is coming, and where one can go."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.coming_counts import coming_counts, told_counts
from coprod_desktop.domain.group import USUAL_NOTICE_DAYS, Group
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.not_here_yet import Why
from coprod_desktop.domain.notice import notice_for
from coprod_desktop.services.clock import today
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.get_ready.coming_card import ComingCard
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import NO_MARGINS, Column
from coprod_desktop.ui.widgets.not_here_words import all_missing_words
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.reading_column import ReadingColumn

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_TELLS_OF_ANSWERS = (Why.NOBODY_SAID_YES, Why.ALL_SORRY)
"""Where few people speak from a perspective, these would tell the room what each of them answered (DP-14)."""


class ReadySide(QWidget):
    """The notice stands first, so that it is whole on a low screen too; below it is who is coming.

    Buttons to connect: `about`, `print`, `welcome` (before the day), `invite` (from the day on), and `main`.
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme, self._services, self._bridge = theme, services, bridge
        self._coming = ComingCard(theme)
        self._notice = NoticeCard(theme, is_close=True)
        quiet = ButtonKind.QUIET
        self.about = BigButton(theme, self.tr("About this meeting"), kind=quiet, icon=Icon.REWORD, key="F4")
        self.about.setAccessibleDescription(self.tr("When, where, food, what is open and what is fixed."))
        self.print = BigButton(theme, self.tr("Lists to print"), kind=quiet, icon=Icon.PRINT, key="Ctrl P")
        self.welcome = BigButton(theme, self.tr("Welcome"), kind=quiet, icon=Icon.PERSON)
        self.welcome.setAccessibleDescription(self.tr("Who is here, on the day."))
        self.invite = BigButton(theme, self.tr("Invitations"), kind=quiet, icon=Icon.PEOPLE)
        self.main = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.PEOPLE, key="F8")
        self._lay_out()

    def is_before_the_day(self, state: MeetingState) -> bool:
        """Whether the meeting is still to come."""
        return state.details is not None and state.details.held_on > today(self._services.clock)

    def show_state(self, state: MeetingState, *, done: Collection[str]) -> None:
        """Show the notice and who is coming; `done` are the keys of what is arranged."""
        group = self._services.groups.current()
        self._show_notice(state, group, done)
        self._show_coming(state, group)

    def show_buttons(self, state: MeetingState, *, is_first: bool) -> None:
        """Only beside the list, not beside a panel, one can go elsewhere from here."""
        is_before = self.is_before_the_day(state)
        self.main.set_words(self.tr("Invitations and answers") if is_before else self.tr("Ask on the day"))
        self.main.set_icon(Icon.PEOPLE if is_before else Icon.ASK_THE_GROUP)
        for button in (self.main, self.about, self.print):
            button.setVisible(is_first)
        self.welcome.setVisible(is_first and is_before)
        self.invite.setVisible(is_first and not is_before)

    def _lay_out(self) -> None:
        theme = self._theme
        told = ReadingColumn(theme, self.tr("Notice, and who is coming"), gap=12)
        told.column.set_margins(NO_MARGINS)  # the ring is around the column, so nothing inside needs room for it
        for part in (self._notice, self._coming):
            told.add(part)
        told.add_stretch()
        side = Column(theme, gap=8)
        side.addWidget(told, 1)
        side.addLayout(flow_of(theme, self.about, self.print, self.welcome, self.invite, gap=4))
        side.addWidget(self.main)
        self.setLayout(side)

    def _show_coming(self, state: MeetingState, group: Group | None) -> None:
        people = {person.id: person for person in self._bridge.everyone}
        counts, is_only_us = coming_counts(state, people), self._bridge.sight.is_only_us
        labels = group.perspective_labels if group else {}
        seen = state.attendance.values()
        told = counts if is_only_us else told_counts(counts)
        self._coming.show_coming(sum(one.said_yes_or_came for one in seen), len(seen), told, labels)
        missing = self._services.absences.not_here_yet(state).missing
        told_of = [one for one in missing if is_only_us or one.why not in _TELLS_OF_ANSWERS]
        self._coming.show_missing(*all_missing_words(told_of, labels))

    def _show_notice(self, state: MeetingState, group: Group | None, done: Collection[str]) -> None:
        notice = notice_for(
            state,
            self._bridge.people,
            today=today(self._services.clock),
            rule_days=group.notice_days if group else USUAL_NOTICE_DAYS,
            done=done,
        )
        is_only_us = self._bridge.sight.is_only_us
        self._notice.show_notice(replace(notice, names_need=is_only_us) if notice is not None else None)
