"""The places that the group remembers: a list, and one calm page for each place."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedLayout

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.reasons import Reason
from coprod_desktop.domain.venue import CheckAnswer, Venue, VenueCheck, VenueId
from coprod_desktop.services.clock import today
from coprod_desktop.ui.meeting_bridge import MeetingBridge, Outcome
from coprod_desktop.ui.screens.venues.photo_part import PhotoPart
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.venue_list import VenueList
from coprod_desktop.ui.widgets.venue_page import VenuePage
from coprod_desktop.ui.widgets.venue_side import VenueSide
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class VenuesScreen(Screen):
    """Finds, adds, changes and takes away places. Each change is saved at once and can be undone.

    Signals: those of Screen; `acted` with "venue_added", "venue_changed", "venue_checked" and the like.
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme, self._services, self._bridge = theme, services, bridge
        self._venue: Venue | None = None
        self._is_from_meeting = False
        self._places = QStackedLayout(self)  # before it holds anything, or a part would be a window of its own
        self.list = VenueList(theme)
        self.page = VenuePage(theme, services.cannot_print_words)
        self.side = VenueSide(theme)
        self.photos = PhotoPart(theme, services, bridge)
        self._page_area = WorkArea(theme, self.page, self.side)
        for part in (WorkArea(theme, self.list, self._why()), self._page_area, self.photos):
            self._places.addWidget(part)
        self._connect()

    def title(self) -> str:
        """Our places, or the one whose page is open."""
        if self._venue is None:
            return self.tr("Our places")
        return self._venue.name or self.tr("A new place")

    def on_shown(self) -> None:
        """Read everything again, also after Undo; the place is kept."""
        self._show_list()
        if self._venue is None or not self._venue.name:
            return
        venue_id = self._venue.id
        kept = self._bridge.ask(lambda: self._services.venues.get(venue_id), says_refusals=False).value
        group = self._group()
        if kept is None or group is None or kept.group_id != group.id:
            self._close_page()
            return
        self._show_venue(kept)
        if self._places.currentWidget() is self.photos:
            self.photos.refresh(kept)

    def show_part(self, part: str) -> None:
        """Open the page of one place, by its id; from a meeting, Back leads there again."""
        self._is_from_meeting = self._bridge.has_meeting
        self._on_chosen(part)

    def focus_first(self) -> None:
        """The first place, or the first part of the page."""
        if self._venue is None:
            self.list.focus_first()
        elif self._places.currentWidget() is self._page_area:
            self.page.begin()

    def leave(self) -> bool:
        """Back from a photo to the page, inside the page, then to the list, then to all places."""
        if self._places.currentWidget() is self.photos:
            self._back_to_photos()
            return True
        if self._venue is not None:
            if not self.page.step_back():
                self._close_page()
            return True
        if self.list.search.text():
            self.list.clear_search()
            return True
        return False

    def is_half_typed(self) -> bool:
        """Whether a field holds words that are not kept."""
        is_photo = self._places.currentWidget() is self.photos
        return self.page.is_half_typed() or (is_photo and self.photos.is_half_typed())

    # Building

    def _why(self) -> Card:
        card = Card(self._theme, self.tr("Why we keep them"), gap=14)
        lines = (
            (Icon.CHECK, self.tr("Look at a place once. The answers are there next time.")),
            (Icon.GET_READY, self.tr("Getting ready tells what is missing for the people who come.")),
            (Icon.PICTURE, self.tr("Photos and the way there go into the invitation.")),
        )
        for icon, words in lines:
            card.add(IconLine(self._theme, icon, words, TextStyle.NOTE))
        card.add_stretch()
        return card

    def _connect(self) -> None:
        self.list.venue_chosen.connect(self._on_chosen)
        self.list.add_requested.connect(self._on_add)
        self.list.search_changed.connect(self._show_list)
        self.page.changed.connect(self._on_changed)
        self.page.answered.connect(self._on_answered)
        self.page.looked_again.connect(self._on_looked_again)
        self.page.photo_pressed.connect(self._on_photo)
        self.page.photo_wanted.connect(self._on_add_photo)
        self.page.back_requested.connect(self._close_page)
        self.side.remove_requested.connect(self._on_remove)
        self.photos.closed.connect(self._back_to_photos)
        self.photos.opened.connect(self._on_photo_opened)
        self.photos.acted.connect(self._on_photo_acted)
        self.photos.warned.connect(self.warned)
        self.bind("F4", self.list.add_button)
        self.bind("F4", self.list.empty)
        self.bind("F8", self.photos.form.save)

    # The list

    def _show_list(self) -> None:
        group = self._group()
        everything = self._services.venues.venues(group.id) if group else ()
        typed = self.list.search.text()
        found = self._services.venues.find(group.id, typed) if group and typed.strip() else everything
        self.list.show_venues(found, total=len(everything))

    def _on_chosen(self, venue_id: str) -> None:
        found = self._bridge.ask(lambda: self._services.venues.get(VenueId(venue_id)), says_refusals=False).value
        if found is not None:
            self._open(found)

    def _on_add(self, name: str) -> None:
        group = self._group()
        if group is None:
            self.go_requested.emit("group")
            return
        self._open(self._services.venues.new_venue(group.id))
        if name:
            self._on_changed({"name": name})

    # The page of one place

    def _open(self, venue: Venue) -> None:
        self.page.lead_back(to_meeting=self._is_from_meeting)
        self._show_venue(venue)
        self._places.setCurrentWidget(self._page_area)
        self.renamed.emit()
        self.page.begin()

    def _show_venue(self, venue: Venue) -> None:
        self._venue = venue
        day = today(self._services.clock)
        fresh = {check: checked.checked_on == day for check, checked in venue.checks.items()}
        self.page.show_venue(venue, self._services.venues.photos(venue), fresh)
        self.side.show_venue(venue)

    def _on_changed(self, fields: dict[str, Any]) -> None:
        before = self._venue
        if before is None:
            return
        outcome = self._bridge.ask(lambda: self._services.venues.save(replace(before, **fields)), says_refusals=False)
        if outcome.value is None:
            self.page.refuse(outcome.refusal.field if outcome.refusal else next(iter(fields)), self._why_not(outcome))
            return
        self._show_venue(outcome.value)
        if outcome.value != before:
            self.acted.emit("venue_changed" if before.name else "venue_added")
            self.renamed.emit()

    def _on_answered(self, check: VenueCheck, answer: CheckAnswer | None, note: str) -> None:
        if self._venue is not None:
            venue_id = self._venue.id
            self._after_check(self._bridge.ask(lambda: self._services.venues.check(venue_id, check, answer, note)))

    def _on_looked_again(self, check: VenueCheck) -> None:
        if self._venue is not None:
            venue_id = self._venue.id
            self._after_check(self._bridge.ask(lambda: self._services.venues.looked_again(venue_id, check)))

    def _after_check(self, outcome: Outcome[Venue]) -> None:
        before = self._venue
        if outcome.value is not None and outcome.value != before:
            self._show_venue(outcome.value)
            self.acted.emit("venue_checked")

    def _on_remove(self) -> None:
        if self._venue is not None:
            venue_id = self._venue.id
            if self._bridge.ask(lambda: self._services.venues.remove(venue_id)).is_done:
                self._close_page()
                self.acted.emit("venue_removed")

    def _close_page(self) -> None:
        was_open = str(self._venue.id) if self._venue else ""
        self._venue = None
        self._places.setCurrentIndex(0)
        self.renamed.emit()
        self._show_list()
        self.list.focus_venue(was_open)
        if self._is_from_meeting:
            self._is_from_meeting = False
            self.go_requested.emit("setup")

    # Photos

    def _on_add_photo(self) -> None:
        if self._venue is not None:
            self.photos.add(self._venue)

    def _on_photo(self, word: str) -> None:
        if self._venue is not None:
            self.photos.open(self._venue, word)

    def _on_photo_opened(self) -> None:
        self._places.setCurrentWidget(self.photos)

    def _on_photo_acted(self, kind: str) -> None:
        if self._venue is not None:
            self._show_venue(self._services.venues.get(self._venue.id))
            self.acted.emit(kind)

    def _back_to_photos(self) -> None:
        self._places.setCurrentWidget(self._page_area)
        self.page.focus_photos()

    # What is asked of the services

    def _group(self) -> Group | None:
        return self._services.groups.current()

    def _why_not(self, outcome: Outcome[Any]) -> str:
        if outcome.refusal is None:
            return self.tr("This is not saved. Please try again.")
        is_twin = outcome.refusal.reason is Reason.ALREADY_THERE
        return self.tr("A place of this name is on the list.") if is_twin else words_for(outcome.refusal.reason)
