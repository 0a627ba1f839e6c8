"""The people a group knows, with what helps them; plain rows that can be put right and taken away."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import Gone, KindMessage, MinutesChoice, NamedAs, Person, Perspective
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import access_needs, people

_MOST_IDS = 500

_NEW = insert(people)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=["id"],
    set_={one.name: _NEW.excluded[one.name] for one in people.c if one.name not in ("id", "number")},
)
_DROP_NEEDS = access_needs.delete().where(access_needs.c.person_id == bindparam("owner"))


class PeopleStore:
    """Keeps and finds people, each with all of their needs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, person: Person) -> None:
        """Keeps a person as they are now; needs that are no longer there are deleted."""
        self.save_all((person,))

    def save_all(self, listed: Iterable[Person]) -> None:
        """Keeps all of these people, each as `save` does, or none if one cannot be kept."""
        kept = tuple(listed)
        if not kept:
            return
        needs = [_need_row(who.id, position, need) for who in kept for position, need in enumerate(who.needs)]
        with self._database.write() as connection:
            connection.execute(_KEEP, [_person_row(person) for person in kept])
            connection.execute(_DROP_NEEDS, [{"owner": person.id} for person in kept])
            if needs:
                connection.execute(access_needs.insert(), needs)

    def get(self, person_id: PersonId) -> Person | None:
        """One person, taken off the list or not."""
        return self.by_ids((person_id,)).get(person_id)

    def people(self, group_id: GroupId, *, with_removed: bool = False) -> tuple[Person, ...]:
        """The people of a group in the order in which they were first written down."""
        query = select(people).where(people.c.group_id == group_id).order_by(people.c.number)
        if not with_removed:
            query = query.where(people.c.removed_on.is_(None))
        with self._database.read() as connection:
            return _found(connection, query)

    def by_ids(self, ids: Iterable[PersonId]) -> Mapping[PersonId, Person]:
        """The people with these ids, in the order of the ids; an id that nobody has is left out."""
        wanted = tuple(dict.fromkeys(ids))
        found: dict[PersonId, Person] = {}
        with self._database.read() as connection:
            for start in range(0, len(wanted), _MOST_IDS):
                query = select(people).where(people.c.id.in_(wanted[start : start + _MOST_IDS]))
                found.update((person.id, person) for person in _found(connection, query))
        return {person_id: found[person_id] for person_id in wanted if person_id in found}


def _found(connection: Connection, query: Select[Any]) -> tuple[Person, ...]:
    rows = connection.execute(query).all()
    owners = query.with_only_columns(people.c.id).order_by(None)
    need_query = select(access_needs).where(access_needs.c.person_id.in_(owners)).order_by(access_needs.c.position)
    needs: dict[str, list[AccessNeed]] = {}
    for need in connection.execute(need_query):
        needs.setdefault(need.person_id, []).append(_need_of_row(need))
    return tuple(_person_of_row(row, tuple(needs.get(row.id, ()))) for row in rows)


def _person_row(person: Person) -> dict[str, str | int | None]:
    return {
        "id": person.id,
        "group_id": person.group_id,
        "name": person.name,
        "named_as": person.named_as.value,
        "chosen_name": person.chosen_name,
        "pronoun": person.pronoun,
        "contact": person.contact,
        "perspectives": _json(person.perspectives),
        "brings": _json(person.brings),
        "hopes": _json(person.hopes),
        "minutes": None if person.minutes is None else _json(person.minutes),
        "turn_seconds": person.turn_seconds,
        "removed_on": None if person.removed_on is None else person.removed_on.isoformat(),
        "nearly_in_words": int(person.nearly_in_words),
        "gone": None if person.gone is None else person.gone.value,
        "picture": person.picture,
        "kind_message": None if person.kind_message is None else _json(person.kind_message),
    }


def _person_of_row(row: Row[Any], needs: tuple[AccessNeed, ...]) -> Person:
    return Person(
        id=PersonId(row.id),
        group_id=GroupId(row.group_id),
        name=row.name,
        named_as=NamedAs(row.named_as),
        chosen_name=row.chosen_name,
        pronoun=row.pronoun,
        contact=row.contact,
        perspectives=msgspec.json.decode(row.perspectives, type=tuple[Perspective, ...]),
        brings=msgspec.json.decode(row.brings, type=tuple[str, ...]),
        hopes=msgspec.json.decode(row.hopes, type=tuple[str, ...]),
        needs=needs,
        minutes=None if row.minutes is None else msgspec.json.decode(row.minutes, type=MinutesChoice),
        turn_seconds=row.turn_seconds,
        nearly_in_words=bool(row.nearly_in_words),
        removed_on=_day(row.removed_on),
        gone=None if row.gone is None else Gone(row.gone),
        picture=row.picture,
        kind_message=None if row.kind_message is None else msgspec.json.decode(row.kind_message, type=KindMessage),
    )


def _need_row(person_id: PersonId, position: int, need: AccessNeed) -> dict[str, str | int | None]:
    return {
        "person_id": person_id,
        "position": position,
        "code": need.code,
        "detail": need.detail,
        "may_share": int(need.may_share),
        "consent_on": None if need.consent_on is None else need.consent_on.isoformat(),
        "consent_words": need.consent_words,
        "consent_recorder": need.consent_recorder,
        "noted_on": None if need.noted_on is None else need.noted_on.isoformat(),
        "review_on": None if need.review_on is None else need.review_on.isoformat(),
        "consent_helper": need.consent_helper,
        "parents_yes": need.parents_yes,
    }


def _need_of_row(row: Row[Any]) -> AccessNeed:
    return AccessNeed(
        code=row.code,
        detail=row.detail,
        may_share=bool(row.may_share),
        consent_on=_day(row.consent_on),
        consent_words=row.consent_words,
        consent_recorder=row.consent_recorder,
        noted_on=_day(row.noted_on),
        review_on=_day(row.review_on),
        consent_helper=row.consent_helper,
        parents_yes=row.parents_yes,
    )


def _day(said: str | None) -> date | None:
    return None if said is None else date.fromisoformat(said)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
