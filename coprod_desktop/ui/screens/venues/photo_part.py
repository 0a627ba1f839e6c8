"""Photos of a place: adding one, and asking the people in it what it may be used for (DP-13)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.own_picture import OwnPicture, PhotoUse
from coprod_desktop.domain.person import spoken_names
from coprod_desktop.domain.venue import Venue
from coprod_desktop.services.own_picture_service import PictureRefused
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.picture_keeping import keep
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.photo_facts import PhotoFacts, photo_facts
from coprod_desktop.ui.widgets.photo_form import PhotoForm
from coprod_desktop.ui.widgets.photo_page import PhotoPage
from coprod_desktop.ui.widgets.picture_fault_words import picture_fault_words

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class PhotoPart(QWidget):
    """The form for a new photo, or the page of one.

    Signals: `opened` when one of them is to be seen; `closed`; `acted(kind)` after a change; `warned(words)`.
    """

    opened = Signal()
    closed = Signal()
    acted = Signal(str)
    warned = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme, self._services, self._bridge = theme, services, bridge
        self._venue: Venue | None = None
        self._word = ""
        self._places = QStackedLayout(self)  # before it holds anything, or a part would be a window of its own
        self.form = PhotoForm(theme, self._name)
        self.page = PhotoPage(theme, self._name, first_asked=PhotoUse.OUTSIDE)
        self._form_card, self._page_card = self._card(self.form), self._card(self.page)
        for card in (self._form_card, self._page_card):
            self._places.addWidget(card)
        self.form.saved.connect(self._on_saved)
        self.page.said.connect(self._on_said)
        self.page.remove_requested.connect(self._on_remove)
        for part in (self.form, self.page):
            part.back_requested.connect(self.closed)

    def add(self, venue: Venue) -> None:
        """Ask for a file, and what it shows."""
        path = OpenPlace.ask(self, self.tr("Which photo?"), self.tr("Photos (*.jpg *.jpeg *.png *.webp)"))
        if path is None:
            return
        try:
            picture = self._services.own_pictures.look_at_photo(path)
        except PictureRefused as refused:
            self.warned.emit(picture_fault_words(refused.fault))
            return
        self._venue = venue
        people = self._services.people.people(venue.group_id)
        self._show(self._form_card)
        self.form.begin_with(path, picture.data, [person.id for person in people])

    def open(self, venue: Venue, word: str) -> None:
        """Show the page of one photo, by its picture word."""
        self._venue, self._word = venue, word
        photo = self._photo()
        if photo is not None:
            self._show(self._page_card)
            self.page.begin(self._facts(photo))

    def refresh(self, venue: Venue) -> None:
        """Show what is so now; a photo that is gone is shut."""
        self._venue = venue
        if self._places.currentWidget() is not self._page_card:
            return
        photo = self._photo()
        if photo is None:
            self.closed.emit()
        else:
            self.page.show_facts(self._facts(photo))

    def is_half_typed(self) -> bool:
        """Whether the form holds words that are not kept."""
        return self._places.currentWidget() is self._form_card and self.form.is_half_typed()

    def _card(self, part: QWidget) -> Card:
        card = Card(self._theme)
        card.add(part, 1)
        return card

    def _show(self, card: Card) -> None:
        self._places.setCurrentWidget(card)
        self.opened.emit()

    def _on_saved(self) -> None:
        venue, form = self._venue, self.form
        path, word, alt, people = form.path, form.word.text(), form.shows.text(), form.people.value()
        if venue is None or path is None:
            return
        venues = self._services.venues
        added = keep(lambda: venues.add_photo(venue.id, path, word, alt, people), form, self._bridge, self.warned.emit)
        if added is None:
            return
        self.acted.emit("venue_photo_added")
        if people:
            self.open(venues.get(venue.id), added.picture.picture_word)
        else:
            self.closed.emit()
        if not added.is_sharp:
            self.warned.emit(self.tr("The photo is added. It is small, and may look rough on paper."))

    def _on_said(self, who: str, use: PhotoUse, is_yes: bool) -> None:
        photo, recorder = self._photo(), self.page.recorder.text()
        if photo is None or self._venue is None:
            return
        said = self._bridge.ask(lambda: self._services.own_pictures.say(photo.id, PersonId(who), use, is_yes, recorder))
        if said.is_done:
            self.acted.emit("photo_answered")
        self.refresh(self._venue)

    def _on_remove(self) -> None:
        venue, word = self._venue, self._word
        if venue is not None and self._bridge.ask(lambda: self._services.venues.remove_photo(venue.id, word)).is_done:
            self.acted.emit("venue_photo_removed")
            self.closed.emit()

    def _photo(self) -> OwnPicture | None:
        photos = self._services.venues.photos(self._venue) if self._venue else ()
        return next((photo for photo in photos if photo.picture_word == self._word), None)

    def _facts(self, photo: OwnPicture) -> PhotoFacts:
        return photo_facts(photo, self._services.own_pictures, self._name, PhotoUse.OUTSIDE)

    def _name(self, who: PersonId) -> str:
        everyone = self._services.people.everyone(self._venue.group_id) if self._venue else ()
        return spoken_names(everyone).get(who, "")
