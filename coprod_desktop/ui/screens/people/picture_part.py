"""The part of a person's page that asks for their photo or symbol, and for a yes to each use."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coprod_desktop.domain.own_picture import OWN, PhotoUse
from coprod_desktop.domain.person import Person
from coprod_desktop.services.own_picture_service import PictureRefused
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.person_part import PersonPart
from coprod_desktop.ui.widgets.person_picture_form import PersonPicture, PersonPictureForm
from coprod_desktop.ui.widgets.picture_fault_words import picture_fault_words

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

Acted = Callable[[str], None]
"""Hears the kind of an act that was done, so that the page and the undo bar show it."""


class PicturePart(PersonPart):
    """Asks the services for what the form tells."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, acted: Acted) -> None:
        super().__init__()
        self._services, self._bridge, self._acted = services, bridge, acted
        self._person: Person | None = None
        self._form = PersonPictureForm(theme)
        column = Column(theme)
        column.addWidget(self._form)
        self.setLayout(column)
        self._form.photo_requested.connect(self._on_photo)
        self._form.symbol_chosen.connect(self._on_symbol)
        self._form.taken_away.connect(self._on_taken_away)
        self._form.said.connect(self._on_said)

    def show_person(self, person: Person) -> None:
        """Show what is kept."""
        self._person = person
        pictures = self._services.person_pictures
        own = pictures.photo_of(person)
        gone = person.picture.startswith(OWN) and own is None  # taken away from our own photos
        self._form.show_picture(
            PersonPicture(
                word="" if gone else person.picture,
                drawing=own.data if own else None,
                alt=own.alt if own else "",
                is_photo=pictures.needs_yes(person),
                answers=pictures.answers(person),
            )
        )

    def step_back(self) -> bool:
        """Esc shuts the pictures."""
        return self._form.step_back()

    def _on_photo(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        path = OpenPlace.ask(self.window(), self.tr("Choose a photo"), kinds)
        person = self._person
        if path is None or person is None:
            return
        word, alt = self.tr("person"), self.tr("A photo of a person.")
        try:
            done = self._bridge.ask(
                lambda: self._services.person_pictures.choose_photo(person.id, path, word=word, alt=alt)
            )
        except PictureRefused as refused:
            self._form.refuse(picture_fault_words(refused.fault))
            return
        if done.is_done:
            self._acted("own_picture_chosen")

    def _on_symbol(self, word: str) -> None:
        kind = "own_picture_chosen" if word else "own_picture_taken_away"
        self._ask(lambda person: self._services.person_pictures.choose_symbol(person.id, word), kind)

    def _on_taken_away(self) -> None:
        self._ask(lambda person: self._services.person_pictures.take_away(person.id), "own_picture_taken_away")

    def _on_said(self, use: PhotoUse, is_yes: bool, recorder: str) -> None:
        self._ask(lambda person: self._services.person_pictures.say(person, use, is_yes, recorder), "photo_answered")

    def _ask(self, act: Callable[[Person], Any], kind: str) -> None:
        person = self._person
        if person is not None and self._bridge.ask(lambda: act(person)).is_done:
            self._acted(kind)
