"""What is offered to people so that they are ready to take part, and what they said to it (R43)."""

from collections.abc import Iterable, Mapping
from datetime import date

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.offer import Offer, OfferAnswer, OfferKind
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.offer_store import OfferStore

__all__ = ["Offer", "OfferAnswer", "OfferKind", "OfferService"]


class OfferService:
    """Keeps one answer to each offer; a person without an answer was not asked. Everything can be undone."""

    def __init__(self, database: Database, history: ActHistory, clock: Clock) -> None:
        self._store = OfferStore(database)
        self._history = history
        self._clock = clock

    def offers(self, person_id: PersonId) -> Mapping[OfferKind, Offer]:
        """What one person said."""
        return self.of((person_id,)).get(person_id, {})

    def of(self, people: Iterable[PersonId]) -> Mapping[PersonId, Mapping[OfferKind, Offer]]:
        """What several people said; whoever was asked nothing is not there."""
        found: dict[PersonId, dict[OfferKind, Offer]] = {}
        for offer in self._store.offers(people):
            found.setdefault(offer.person_id, {})[offer.kind] = offer
        return found

    def answer(self, person_id: PersonId, kind: OfferKind, answer: OfferAnswer | None) -> None:
        """Note what a person said to an offer, with today's date; None: they were not asked after all."""
        before = self.offers(person_id).get(kind)
        if (before.answer if before else None) is answer:
            return
        after = _offer(person_id, kind, answer, today(self._clock))
        self._keep(person_id, kind, after)
        self._history.note(
            Act(
                kind="offer_answered",
                undo=lambda: self._keep(person_id, kind, before),
                redo=lambda: self._keep(person_id, kind, after),
            )
        )

    def _keep(self, person_id: PersonId, kind: OfferKind, offer: Offer | None) -> None:
        if offer is None:
            self._store.forget(person_id, kind)
        else:
            self._store.keep(offer)


def _offer(person_id: PersonId, kind: OfferKind, answer: OfferAnswer | None, said_on: date) -> Offer | None:
    return None if answer is None else Offer(person_id=person_id, kind=kind, answer=answer, said_on=said_on)
