"""The groups that keep their meetings in this folder, with what each keeps for its room."""

from typing import Any, Final

from sqlalchemy import Connection, Row, select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.domain.group import DEFAULT_CARDS, Card, CardShape, ExplainedWord, Group
from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.person import Perspective
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import group_cards, group_lines, groups, perspective_labels, words

_AGREEMENT: Final = "agreement"
_SERIOUS_STEPS: Final = "serious_steps"


class GroupStore:
    """Keeps and finds groups, each with its labels, its words, its lines and its cards."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, group: Group) -> None:
        """Keeps a group as it is now; what it had and has no longer is deleted."""
        row = {
            "id": group.id,
            "name": group.name,
            "meaning": group.meaning,
            "contact": group.contact,
            "language": group.language,
            "notice_days": group.notice_days,
            "taking_part_money": group.taking_part_money,
            "parents_yes_under": group.parents_yes_under,
            "readers_needed": group.readers_needed,
        }
        statement = insert(groups).values(row)
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=row))
            _save_labels(connection, group)
            _save_words(connection, group)
            _save_lines(connection, group)
            _save_cards(connection, group)

    def next_ticket(self, group_id: GroupId) -> int:
        """The number of the next ticket, from 1. No number is given twice, also not after an undo."""
        raised = groups.update().where(groups.c.id == group_id).values(last_ticket=groups.c.last_ticket + 1)
        with self._database.write() as connection:
            return int(connection.execute(raised.returning(groups.c.last_ticket)).scalar_one())

    def get(self, group_id: GroupId) -> Group | None:
        """One group."""
        with self._database.read() as connection:
            row = connection.execute(select(groups).where(groups.c.id == group_id)).first()
            return None if row is None else _group_of_row(connection, row)

    def groups(self) -> tuple[Group, ...]:
        """Every group in the order in which they were made."""
        with self._database.read() as connection:
            rows = connection.execute(select(groups).order_by(groups.c.number)).all()
            return tuple(_group_of_row(connection, row) for row in rows)


def _save_labels(connection: Connection, group: Group) -> None:
    connection.execute(perspective_labels.delete().where(perspective_labels.c.group_id == group.id))
    rows = [
        {"group_id": group.id, "position": position, "perspective": perspective.value, "label": label}
        for position, (perspective, label) in enumerate(group.perspective_labels.items())
    ]
    if rows:
        connection.execute(perspective_labels.insert(), rows)


def _save_words(connection: Connection, group: Group) -> None:
    connection.execute(words.delete().where(words.c.group_id == group.id))
    rows = [
        {"group_id": group.id, "position": position, "term": word.term, "means": word.means}
        for position, word in enumerate(group.words)
    ]
    if rows:
        connection.execute(words.insert(), rows)


def _save_lines(connection: Connection, group: Group) -> None:
    connection.execute(group_lines.delete().where(group_lines.c.group_id == group.id))
    kinds = ((_AGREEMENT, group.agreement), (_SERIOUS_STEPS, group.serious_steps))
    rows = [
        {"group_id": group.id, "kind": kind, "position": position, "line": line}
        for kind, lines in kinds
        for position, line in enumerate(lines)
    ]
    if rows:
        connection.execute(group_lines.insert(), rows)


def _save_cards(connection: Connection, group: Group) -> None:
    connection.execute(group_cards.delete().where(group_cards.c.group_id == group.id))
    if group.cards in ((), DEFAULT_CARDS):
        return
    rows = [
        {
            "group_id": group.id,
            "position": position,
            "key": card.key,
            "name": card.name,
            "meaning": card.meaning,
            "shape": card.shape.value,
        }
        for position, card in enumerate(group.cards)
    ]
    connection.execute(group_cards.insert(), rows)


def _group_of_row(connection: Connection, row: Row[Any]) -> Group:
    label_query = select(perspective_labels).where(perspective_labels.c.group_id == row.id)
    labels = connection.execute(label_query.order_by(perspective_labels.c.position)).all()
    word_query = select(words).where(words.c.group_id == row.id)
    explained = connection.execute(word_query.order_by(words.c.position)).all()
    lines = _lines(connection, row.id)
    return Group(
        id=GroupId(row.id),
        name=row.name,
        meaning=row.meaning,
        contact=row.contact,
        perspective_labels={Perspective(label.perspective): label.label for label in labels},
        words=tuple(ExplainedWord(term=word.term, means=word.means) for word in explained),
        language=row.language,
        agreement=lines.get(_AGREEMENT, ()),
        cards=_cards(connection, row.id) or DEFAULT_CARDS,
        serious_steps=lines.get(_SERIOUS_STEPS, ()),
        notice_days=row.notice_days,
        taking_part_money=row.taking_part_money,
        parents_yes_under=row.parents_yes_under,
        readers_needed=row.readers_needed,
    )


def _lines(connection: Connection, group_id: str) -> dict[str, tuple[str, ...]]:
    query = select(group_lines).where(group_lines.c.group_id == group_id).order_by(group_lines.c.position)
    found: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(query):
        found[row.kind] = (*found.get(row.kind, ()), row.line)
    return found


def _cards(connection: Connection, group_id: str) -> tuple[Card, ...]:
    query = select(group_cards).where(group_cards.c.group_id == group_id).order_by(group_cards.c.position)
    return tuple(
        Card(key=row.key, name=row.name, meaning=row.meaning, shape=CardShape(row.shape))
        for row in connection.execute(query)
    )
