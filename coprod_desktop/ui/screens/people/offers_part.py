"""The part of a person's page that tells what was offered to them, and what they said (R43)."""

from typing import TYPE_CHECKING

from coprod_desktop.domain.offer import OfferAnswer, OfferKind
from coprod_desktop.domain.person import Person
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.people.picture_part import Acted
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.offers_card import OffersCard
from coprod_desktop.ui.widgets.person_part import PersonPart

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class OffersPart(PersonPart):
    """Asks the services for what the card tells."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, acted: Acted) -> None:
        super().__init__()
        self._services, self._bridge, self._acted = services, bridge, acted
        self._person: Person | None = None
        self._card = OffersCard(theme)
        column = Column(theme)
        column.addWidget(self._card)
        self.setLayout(column)
        self._card.answered.connect(self._on_answered)

    def show_person(self, person: Person) -> None:
        """Show what was offered and answered."""
        self._person = person
        self._card.show_offers(self._services.offers.offers(person.id))

    def _on_answered(self, kind: OfferKind, answer: OfferAnswer | None) -> None:
        person = self._person
        if person is None:
            return
        if self._bridge.ask(lambda: self._services.offers.answer(person.id, kind, answer)).is_done:
            self._acted("offer_answered")
