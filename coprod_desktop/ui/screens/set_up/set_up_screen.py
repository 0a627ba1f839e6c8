"""About this meeting: what for, when, where, what is open and what is fixed; each field is kept when it is left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.events import MeetingDetailsChanged
from coprod_desktop.domain.group import USUAL_NOTICE_DAYS, Group
from coprod_desktop.domain.meeting import Bounds, MeetingDetails, NextMeeting
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.domain.notice import Notice, notice_for
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.domain.room import FixedEnd, WallScene
from coprod_desktop.domain.wall import scene_of
from coprod_desktop.services.clock import today
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.set_up.about_card import AboutCard
from coprod_desktop.ui.screens.set_up.bounds_cards import BoundsCards
from coprod_desktop.ui.screens.set_up.next_date_card import NextDateCard
from coprod_desktop.ui.screens.set_up.when_card import WhenCard
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.day_folds import DayFolds
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.meeting_end_card import MeetingEndCard
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.tab_order import tab_stops
from coprod_desktop.ui.widgets.venue_choice import VenueFace
from coprod_desktop.ui.widgets.venue_words import known_words
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

BOUNDS_PART = "bounds"


class SetUpScreen(MeetingScreen):
    """Only the name must be there. Nothing needs a "save" button, and half-typed words stay."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._group: Group | None = None
        self._done_keys: frozenset[str] = frozenset()
        self._about = AboutCard(theme, services.cannot_print_words)
        self._when = WhenCard(theme)
        self._bounds = BoundsCards(theme)
        self._day = DayFolds(theme)
        self._next = NextDateCard(theme)
        self._end = MeetingEndCard(theme)
        self._notice = NoticeCard(theme)
        self._show_wall = BigButton(theme, self._wall_words(is_on_wall=False), icon=Icon.WALL, key="F10")
        self._done = BigButton(theme, self.tr("Who is here"), kind=ButtonKind.PRIMARY, icon=Icon.PEOPLE, key="F8")
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("About this meeting")

    def show_state(self, state: MeetingState) -> None:
        """Show what is kept now; half-typed words stay."""
        self._group = self._services.groups.current()
        if state.details is not None:
            self._about.show_details(state.details)
            self._when.show_details(state.details)
            money = self._group.taking_part_money if self._group is not None else ""
            self._day.show_details(state.details, state.room.fixed_ends, group_money=money)
        last = self._services.meetings.last_bounds(state) if state.bounds.is_empty else Bounds()
        self._bounds.show_bounds(state.bounds, last)
        self._next.show_next(state.next_meeting or NextMeeting())
        self._end.show_finished(state.phase is Phase.FINISHED)
        self._show_wall.set_words(self._wall_words(is_on_wall=scene_of(state) is WallScene.BOUNDS))
        self._show_wall.setVisible(not state.bounds.is_empty)
        is_before = self._is_before_the_day()
        self._done.set_words(self.tr("Get ready") if is_before else self.tr("Who is here"))
        self._done.set_icon(Icon.GET_READY if is_before else Icon.PEOPLE)
        lines = self._services.ready.lines(state.id, state=state)
        self._done_keys = frozenset(line.key for line in lines if line.is_done)
        self._show_venue(state, lines)
        self._show_notice()
        self._show_next_notice()

    def leave(self) -> bool:
        """Go back to where the meeting begins: to who is here, or before the day to getting ready."""
        self.go_requested.emit("ready" if self._is_before_the_day() else "welcome")
        return True

    def show_part(self, part: str) -> None:
        """Go to "bounds", what is open and what is fixed."""
        if part == BOUNDS_PART:
            for first in tab_stops(self._bounds)[:1]:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_before_the_day(self) -> bool:
        details = self._details()
        return details is not None and details.held_on > today(self._services.clock)

    # Building

    def _lay_out(self) -> None:
        theme = self._theme
        day = Card(theme, self.tr("A good day for everybody"), gap=6)
        day.add(self._day)
        main = ScrollColumn(theme, gap=14, margins=(0, 0, 0, 8))
        for card in (self._about, self._when, self._bounds, day, self._next, self._end):
            main.add(card)
        main.add_stretch()
        column = Column(theme)
        column.addWidget(WorkArea(theme, main, self._make_side()))
        self.setLayout(column)

    def _make_side(self) -> QWidget:
        column = Column(self._theme, gap=14)
        column.addWidget(self._notice)
        saved = self.tr("All is saved when you leave a field.")
        column.addWidget(IconLine(self._theme, Icon.CHECK, saved, TextStyle.NOTE))
        column.addStretch(1)
        column.addWidget(self._show_wall)
        column.addWidget(self._done)
        return holder(column)

    def _connect(self) -> None:
        for card in (self._about, self._when):
            card.changed.connect(self._on_details)
        self._when.day_changed.connect(self._show_notice)
        self._when.venue.about_requested.connect(self._on_about_venue)
        self._bounds.changed.connect(self._on_bounds)
        self._day.left_with.connect(self._on_day)
        self._day.fixed_ends_changed.connect(self._on_fixed_ends)
        self._next.changed.connect(self._on_next)
        self._next.day_changed.connect(self._show_next_notice)
        self._end.close_requested.connect(partial(self.go_requested.emit, "close"))
        self._end.reopen_requested.connect(self._on_reopen)
        self._end.put_away_requested.connect(self._on_put_away)
        self._show_wall.clicked.connect(self._on_wall)
        self._done.clicked.connect(self.leave)
        self.bind("F8", self._done)
        self.bind("F10", self._show_wall)
        self.starts_at(self._about.first())

    def _wall_words(self, *, is_on_wall: bool) -> str:
        return self.tr("Take it off the wall") if is_on_wall else self.tr("Show what is open")

    # Place

    def _show_venue(self, state: MeetingState, lines: Sequence[ReadyLine]) -> None:
        """What is known of the place, and what is missing there for the people who come, without names."""
        choice, venues = self._when.venue, self._services.venues
        offered = venues.venues(self._group.id) if self._group is not None else ()
        choice.show_venues([VenueFace(str(venue.id), venue.name) for venue in offered])
        venue = venues.of_meeting(state)
        choice.show_place(str(venue.id) if venue else "", state.details.venue if state.details else "")
        titles = self._services.ready_words
        missing = [titles.title(line.key, line.people) for line in lines if line.place_lacks_it]
        choice.say(known_words(venue) if venue else "", missing)

    def _on_about_venue(self, venue_id: str) -> None:
        self.go_requested.emit(f"venues/{venue_id}")

    def _with_venue(self, fields: dict[str, Any]) -> dict[str, Any]:
        """A name that was typed for the first time is remembered as a place."""
        name, group = str(fields.get("venue", "")), self._group
        if not name.strip() or fields.get("venue_id") or group is None:
            return fields
        return {**fields, "venue_id": str(self._services.venues.remember(group.id, name).id)}

    # Notice

    def _show_notice(self) -> None:
        """At once, while the date is typed or stepped, before it is kept."""
        details = self._details()
        if details is None:
            return
        held_on, invited_on = self._when.days()
        chosen = replace(details, held_on=held_on or details.held_on, invitations_sent_on=invited_on)
        notice = self._notice_of(chosen, self._done_keys)
        self._notice.show_notice(notice)
        self._when.notice.show_notice(notice if chosen.held_on != details.held_on else None)

    def _show_next_notice(self) -> None:
        details, day = self._details(), self._next.day()
        chosen = replace(details, held_on=day, invitations_sent_on=None) if details is not None and day else None
        self._next.notice.show_notice(self._notice_of(chosen) if chosen is not None else None)

    def _notice_of(self, details: MeetingDetails, done: frozenset[str] = frozenset()) -> Notice | None:
        rule_days = self._group.notice_days if self._group is not None else USUAL_NOTICE_DAYS
        state, day = replace(self._bridge.state, details=details), today(self._services.clock)
        notice = notice_for(state, self._bridge.people, today=day, rule_days=rule_days, done=done)
        sight = self._bridge.sight
        return replace(notice, names_need=sight.is_only_us or not sight.is_asked) if notice is not None else None

    # Acts

    def _details(self) -> MeetingDetails | None:
        return self._bridge.state.details

    def _on_details(self, fields: dict[str, Any]) -> None:
        details = self._details()
        if details is None:
            return
        refusal = self._bridge.ask(partial(self._change, details, fields), says_refusals=False).refusal
        if refusal is not None:
            self._refuse(refusal.field if refusal.field in fields else next(iter(fields)), words_for(refusal.reason))

    def _change(self, details: MeetingDetails, fields: dict[str, Any]) -> None:
        """A new place is remembered with the same act, so that one Undo takes both back."""
        with self._services.history.together(MeetingDetailsChanged.kind):
            self._bridge.requests.change_details(replace(details, **self._with_venue(fields)))

    def _refuse(self, name: str, words: str) -> None:
        field = self._about.field(name) or self._when.field(name)
        if field is not None:
            field.refuse(words)
        else:
            self._day.refuse(name, words)

    def _on_day(self, name: str, words: str) -> None:
        self._on_details({name: words})

    def _on_bounds(self, bounds: Bounds) -> None:
        self._ask(partial(self._bridge.requests.set_bounds, bounds))

    def _on_fixed_ends(self, ends: tuple[FixedEnd, ...]) -> None:
        self._ask(partial(self._bridge.requests.plan_times, self._bridge.state.room.planned_breaks, ends))

    def _on_next(self, told: NextMeeting) -> None:
        self._ask(partial(self._bridge.requests.set_next_meeting, told))

    def _on_wall(self) -> None:
        is_on_wall = scene_of(self._bridge.state) is WallScene.BOUNDS
        scene = WallScene.FOLLOW if is_on_wall else WallScene.BOUNDS
        self._ask(partial(self._bridge.room.choose_scene, scene))

    def _on_reopen(self) -> None:
        self._ask(self._bridge.requests.reopen)

    def _on_put_away(self) -> None:
        if self._ask(self._bridge.requests.put_away):
            self.go_requested.emit("home")

    def _ask(self, request: Callable[[], None]) -> bool:
        return self._bridge.ask(request).is_done
