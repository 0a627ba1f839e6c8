"""The places that a group remembers, with what somebody found there."""

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.venue import CheckAnswer, Checked, Venue, VenueCheck, VenueId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import venue_checks, venues


class VenueStore:
    """Keeps and finds places."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, venue: Venue) -> None:
        """Keeps a place as it is now; checks that are no longer there are deleted."""
        row = _row(venue)
        statement = insert(venues).values(row)
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=row))
            connection.execute(venue_checks.delete().where(venue_checks.c.venue_id == venue.id))
            if venue.checks:
                rows = [_check_row(venue.id, check, checked) for check, checked in venue.checks.items()]
                connection.execute(venue_checks.insert(), rows)

    def get(self, venue_id: VenueId) -> Venue | None:
        """One place, taken away or not."""
        with self._database.read() as connection:
            return next(iter(_found(connection, select(venues).where(venues.c.id == venue_id))), None)

    def venues(self, group_id: GroupId) -> tuple[Venue, ...]:
        """The places of a group that were not taken away, in the order in which they were written down."""
        query = select(venues).where(venues.c.group_id == group_id, venues.c.removed_on.is_(None))
        with self._database.read() as connection:
            return _found(connection, query.order_by(venues.c.number))


def _found(connection: Connection, query: Select[Any]) -> tuple[Venue, ...]:
    rows = connection.execute(query).all()
    owners = query.with_only_columns(venues.c.id).order_by(None)
    checks: dict[str, dict[VenueCheck, Checked]] = {}
    for row in connection.execute(select(venue_checks).where(venue_checks.c.venue_id.in_(owners))):
        checked = Checked(answer=CheckAnswer(row.answer), checked_on=date.fromisoformat(row.checked_on), note=row.note)
        checks.setdefault(row.venue_id, {})[VenueCheck(row.check_key)] = checked
    return tuple(_venue(row, checks.get(row.id, {})) for row in rows)


def _row(venue: Venue) -> dict[str, str | None]:
    return {
        "id": venue.id,
        "group_id": venue.group_id,
        "name": venue.name,
        "address": venue.address,
        "directions": venue.directions,
        "contact": venue.contact,
        "photos": msgspec.json.encode(venue.photos).decode(),
        "removed_on": None if venue.removed_on is None else venue.removed_on.isoformat(),
    }


def _check_row(venue_id: VenueId, check: VenueCheck, checked: Checked) -> dict[str, str]:
    return {
        "venue_id": venue_id,
        "check_key": check.value,
        "answer": checked.answer.value,
        "checked_on": checked.checked_on.isoformat(),
        "note": checked.note,
    }


def _venue(row: Row[Any], checks: dict[VenueCheck, Checked]) -> Venue:
    return Venue(
        id=VenueId(row.id),
        group_id=GroupId(row.group_id),
        name=row.name,
        address=row.address,
        directions=row.directions,
        contact=row.contact,
        checks={check: checks[check] for check in VenueCheck if check in checks},
        photos=msgspec.json.decode(row.photos, type=tuple[str, ...]),
        removed_on=None if row.removed_on is None else date.fromisoformat(row.removed_on),
    )
