"""About this meeting: what for, when, where, what is open and what is fixed; each field is kept when it is left."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import Bounds, FixedBound, MeetingDetails, MeetingKind, NextMeeting
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.fixed_bounds import FixedBounds
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.lines_field import LinesField
from coprod_desktop.ui.widgets.meeting_end_card import MeetingEndCard
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.saved_date import SavedDate
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class SetUpScreen(MeetingScreen):
    """Only the name must be there. Nothing needs a "save" button, and half-typed words stay."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._make_fields()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("About this meeting")

    def show_state(self, state: MeetingState) -> None:
        """Show what is kept now; half-typed words stay."""
        if state.details is not None:
            self._show_details(state.details)
        self._open.show_lines(state.bounds.open)
        self._fixed.show_bounds(state.bounds.fixed)
        told = state.next_meeting or NextMeeting()
        self._next_on.show_day(told.held_on)
        self._next_starts.show_words(told.starts_at)
        self._next_venue.show_words(told.venue)
        self._end.show_finished(state.phase is Phase.FINISHED)

    def leave(self) -> bool:
        """Go back to who is here."""
        self.go_requested.emit("welcome")
        return True

    # Building

    def _make_fields(self) -> None:
        theme = self._theme
        time_hint = self.tr("Such as 10am or 2:30pm.")
        self._texts = {
            "title": SavedField(theme, self.tr("What is the meeting called?")),
            "purpose": SavedField(theme, self.tr("What is it for?"), hint=self.tr("In easy words."), lines=3),
            "starts_at": SavedField(theme, self.tr("Starts at"), hint=time_hint),
            "ends_at": SavedField(theme, self.tr("Ends at"), hint=time_hint),
            "venue": SavedField(theme, self.tr("Where is it?")),
        }
        self._texts["title"].tell_letters(self._services.cannot_print_words)
        choices = [Choice(kind.value, words_for(kind)) for kind in MeetingKind]
        self._kind = ChoiceButtons(theme, self.tr("How do we meet?"), choices)
        date_hint = self.tr("Type it, or press Up and Down.")
        invited = self.tr("When did the invitations go out?")
        self._held_on = SavedDate(theme, self.tr("Date"), hint=date_hint)
        self._invited_on = SavedDate(theme, invited, hint=date_hint, can_be_empty=True)
        self._open = LinesField(
            theme,
            self.tr("What can the group decide or change?"),
            hint=self.tr("One thing on each line."),
            line_words=self.tr("What is open, line {number}"),
            add_words=self.tr("Add one thing that is open"),
        )
        self._fixed = FixedBounds(theme)
        self._next_on = SavedDate(theme, self.tr("Date of the next meeting"), hint=date_hint, can_be_empty=True)
        self._next_starts = SavedField(theme, self.tr("It starts at"), hint=time_hint)
        self._next_venue = SavedField(theme, self.tr("Where will it be?"))
        self._end = MeetingEndCard(theme)
        self._notice = NoticeCard(theme)
        self._done = BigButton(theme, self.tr("Who is here"), kind=ButtonKind.PRIMARY, icon=Icon.PEOPLE, key="F8")

    def _lay_out(self) -> None:
        theme = self._theme
        main = ScrollColumn(theme, gap=14, margins=(0, 0, 0, 8))
        for card in (self._about_card(), self._when_card(), *self._bounds_cards(), self._next_card(), self._end):
            main.add(card)
        main.add_stretch()
        column = Column(theme)
        column.addWidget(WorkArea(theme, main, self._make_side()))
        self.setLayout(column)

    def _about_card(self) -> Card:
        card = Card(self._theme, self.title(), heading_style=TextStyle.TITLE, gap=16)
        card.add(self._texts["title"])
        card.add(self._texts["purpose"])
        form_row(self._theme, card.body, self.tr("How do we meet?"), self._kind)
        return card

    def _when_card(self) -> Card:
        card = Card(self._theme, self.tr("When and where"), gap=16)
        card.add_layout(flow_of(self._theme, self._held_on, self._texts["starts_at"], self._texts["ends_at"], gap=16))
        card.add(self._texts["venue"])
        card.add(self._invited_on)
        return card

    def _bounds_cards(self) -> tuple[Card, Card]:
        is_open = Card(self._theme, self.tr("What is open"), gap=14)
        is_open.add(self._open)
        note = self.tr("Say it honestly. Then nobody is misled.")
        is_fixed = Card(self._theme, self.tr("What is fixed"), note, gap=14)
        is_fixed.add(self._fixed)
        return is_open, is_fixed

    def _next_card(self) -> Card:
        card = Card(self._theme, self.tr("The next meeting"), self.tr("You can fill this in at the end."), gap=16)
        card.add_layout(flow_of(self._theme, self._next_on, self._next_starts, gap=16))
        card.add(self._next_venue)
        return card

    def _make_side(self) -> QWidget:
        theme = self._theme
        column = Column(theme, gap=14)
        column.addWidget(self._notice)
        column.addStretch(1)
        column.addWidget(self._done)
        return holder(column)

    def _connect(self) -> None:
        for name, field in self._texts.items():
            field.left_with.connect(partial(self._on_text, name))
        self._kind.chosen_changed.connect(self._on_kind)
        self._held_on.left_with.connect(self._on_held_on)
        self._invited_on.left_with.connect(self._on_invited_on)
        self._open.lines_changed.connect(self._on_open)
        self._fixed.bounds_changed.connect(self._on_fixed)
        self._next_on.left_with.connect(self._on_next)
        self._next_starts.left_with.connect(self._on_next)
        self._next_venue.left_with.connect(self._on_next)
        self._end.close_requested.connect(partial(self.go_requested.emit, "close"))
        self._end.reopen_requested.connect(self._on_reopen)
        self._end.put_away_requested.connect(self._on_put_away)
        self._done.clicked.connect(partial(self.go_requested.emit, "welcome"))
        self.bind("F8", self._done)
        self.starts_at(self._texts["purpose"].field)

    # Showing

    def _show_details(self, details: MeetingDetails) -> None:
        for name, field in self._texts.items():
            field.show_words(getattr(details, name))
        self._kind.set_chosen(details.kind.value)
        self._held_on.show_day(details.held_on)
        self._invited_on.show_day(details.invitations_sent_on)
        sent_on = details.invitations_sent_on
        self._notice.show_days(None if sent_on is None else (details.held_on - sent_on).days)

    # Acts

    def _change(self, details: MeetingDetails, field: str) -> None:
        outcome = self._bridge.ask(partial(self._bridge.requests.change_details, details), says_refusals=False)
        refusal = outcome.refusal
        if refusal is not None:
            self._texts[refusal.field if refusal.field in self._texts else field].refuse(words_for(refusal.reason))

    def _details(self) -> MeetingDetails | None:
        return self._bridge.state.details

    def _on_text(self, name: str, words: str) -> None:
        details = self._details()
        if details is not None:
            changed = {name: words}
            self._change(replace(details, **changed), name)  # type: ignore[arg-type]  # a field of text

    def _on_kind(self) -> None:
        details, kind = self._details(), self._kind.chosen_key()
        if details is not None and kind is not None:
            self._change(replace(details, kind=MeetingKind(kind)), "title")

    def _on_held_on(self, day: date) -> None:
        details = self._details()
        if details is not None:
            self._change(replace(details, held_on=day), "title")

    def _on_invited_on(self, day: date | None) -> None:
        details = self._details()
        if details is not None:
            self._change(replace(details, invitations_sent_on=day), "title")

    def _on_open(self, lines: tuple[str, ...]) -> None:
        self._set_bounds(replace(self._bridge.state.bounds, open=lines))

    def _on_fixed(self, fixed: tuple[FixedBound, ...]) -> None:
        self._set_bounds(replace(self._bridge.state.bounds, fixed=fixed))

    def _set_bounds(self, bounds: Bounds) -> None:
        self._bridge.ask(partial(self._bridge.requests.set_bounds, bounds))

    def _on_next(self, _changed: object) -> None:
        told = NextMeeting(
            held_on=self._next_on.day(), starts_at=self._next_starts.words(), venue=self._next_venue.words()
        )
        self._bridge.ask(partial(self._bridge.requests.set_next_meeting, told))

    def _on_reopen(self) -> None:
        self._bridge.ask(self._bridge.requests.reopen)

    def _on_put_away(self) -> None:
        if self._bridge.ask(self._bridge.requests.put_away).is_done:
            self.go_requested.emit("home")
