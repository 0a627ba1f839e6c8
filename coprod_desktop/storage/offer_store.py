"""What people said to what was offered to them."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.offer import Offer, OfferAnswer, OfferKind
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import offers


class OfferStore:
    """Keeps one answer to each offer for each person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offers(self, people: Iterable[PersonId]) -> tuple[Offer, ...]:
        """The answers of these people."""
        with self._database.read() as connection:
            rows = connection.execute(select(offers).where(offers.c.person_id.in_(list(people)))).all()
        return tuple(
            Offer(
                person_id=PersonId(row.person_id),
                kind=OfferKind(row.kind),
                answer=OfferAnswer(row.answer),
                said_on=date.fromisoformat(row.said_on),
            )
            for row in rows
        )

    def keep(self, offer: Offer) -> None:
        """Keeps an answer, over the one before."""
        row = {
            "person_id": offer.person_id,
            "kind": offer.kind.value,
            "answer": offer.answer.value,
            "said_on": offer.said_on.isoformat(),
        }
        statement = insert(offers).values(row)
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["person_id", "kind"], set_=row))

    def forget(self, person_id: PersonId, kind: OfferKind) -> None:
        """Takes an answer away, as if the person had not been asked."""
        with self._database.write() as connection:
            connection.execute(offers.delete().where((offers.c.person_id == person_id) & (offers.c.kind == kind.value)))
