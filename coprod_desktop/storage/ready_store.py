"""What is arranged for a meeting, what people said of it, and who helps whom out if there is a fire."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.domain.adjustment import Adjustment, FireHelper, GroupState, NeedAnswer, PersonSaid
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import adjustments, fire_helpers, need_answers


class ReadyStore:
    """Keeps marks, answers and helpers of meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # The group's side

    def adjustments(self, meeting_id: MeetingId) -> Mapping[str, Adjustment]:
        """What was marked for a meeting, by the key of its rule."""
        query = select(adjustments).where(adjustments.c.meeting_id == meeting_id)
        with self._database.read() as connection:
            return {row.key: _adjustment(row) for row in connection.execute(query)}

    def mark(self, adjustment: Adjustment) -> None:
        """Keeps a mark, over the one before."""
        row = _adjustment_row(adjustment)
        statement = insert(adjustments).values(row)
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["meeting_id", "key"], set_=row))

    def unmark(self, meeting_id: MeetingId, key: str) -> None:
        """Takes a mark away."""
        mine = (adjustments.c.meeting_id == meeting_id) & (adjustments.c.key == key)
        with self._database.write() as connection:
            connection.execute(adjustments.delete().where(mine))

    # The person's side

    def answers(self, meeting_id: MeetingId) -> tuple[NeedAnswer, ...]:
        """What people said after a meeting."""
        query = select(need_answers).where(need_answers.c.meeting_id == meeting_id)
        with self._database.read() as connection:
            return tuple(_answer(row) for row in connection.execute(query))

    def answers_of(self, person_id: PersonId) -> tuple[NeedAnswer, ...]:
        """What one person said, after all meetings."""
        query = select(need_answers).where(need_answers.c.person_id == person_id)
        with self._database.read() as connection:
            return tuple(_answer(row) for row in connection.execute(query))

    def keep_answers(self, answers: Iterable[NeedAnswer]) -> None:
        """Keeps what people said, over what they said before of the same need at the same meeting."""
        with self._database.write() as connection:
            for answer in answers:
                _keep_answer(connection, answer)

    def forget_answers(self, answers: Iterable[NeedAnswer]) -> None:
        """Takes answers away: the need was withdrawn, or the answer was a slip of the hand."""
        with self._database.write() as connection:
            for answer in answers:
                mine = (
                    (need_answers.c.meeting_id == answer.meeting_id)
                    & (need_answers.c.person_id == answer.person_id)
                    & (need_answers.c.code == answer.code)
                )
                connection.execute(need_answers.delete().where(mine))

    # Helpers

    def fire_helpers(self, meeting_id: MeetingId) -> tuple[FireHelper, ...]:
        """Who helps whom at a meeting."""
        query = select(fire_helpers).where(fire_helpers.c.meeting_id == meeting_id)
        with self._database.read() as connection:
            return tuple(_helper(row) for row in connection.execute(query))

    def fire_helpers_of(self, person_id: PersonId) -> tuple[FireHelper, ...]:
        """Who helps one person, at all meetings."""
        query = select(fire_helpers).where(fire_helpers.c.person_id == person_id)
        with self._database.read() as connection:
            return tuple(_helper(row) for row in connection.execute(query))

    def keep_fire_helper(self, one: FireHelper) -> None:
        """Keeps who helps a person; an empty name takes it away."""
        row = {"meeting_id": one.meeting_id, "person_id": one.person_id, "helper": one.helper}
        mine = (fire_helpers.c.meeting_id == one.meeting_id) & (fire_helpers.c.person_id == one.person_id)
        with self._database.write() as connection:
            connection.execute(fire_helpers.delete().where(mine))
            if one.helper:
                connection.execute(fire_helpers.insert(), row)


def _keep_answer(connection: Connection, answer: NeedAnswer) -> None:
    row = {
        "meeting_id": answer.meeting_id,
        "person_id": answer.person_id,
        "code": answer.code,
        "said": answer.said.value,
        "said_on": answer.said_on.isoformat(),
        "words": answer.words,
    }
    key = ["meeting_id", "person_id", "code"]
    connection.execute(insert(need_answers).values(row).on_conflict_do_update(index_elements=key, set_=row))


def _adjustment_row(one: Adjustment) -> dict[str, str | int | None]:
    return {
        "meeting_id": one.meeting_id,
        "key": one.key,
        "state": one.state.value,
        "people": one.people,
        "place": one.place,
        "asked_on": _said(one.asked_on),
        "arranged_on": _said(one.arranged_on),
        "ready_on": _said(one.ready_on),
        "reason": one.reason,
    }


def _adjustment(row: Row[Any]) -> Adjustment:
    return Adjustment(
        meeting_id=MeetingId(row.meeting_id),
        key=row.key,
        state=GroupState(row.state),
        people=row.people,
        place=row.place,
        asked_on=_day(row.asked_on),
        arranged_on=_day(row.arranged_on),
        ready_on=_day(row.ready_on),
        reason=row.reason,
    )


def _answer(row: Row[Any]) -> NeedAnswer:
    return NeedAnswer(
        meeting_id=MeetingId(row.meeting_id),
        person_id=PersonId(row.person_id),
        code=row.code,
        said=PersonSaid(row.said),
        said_on=date.fromisoformat(row.said_on),
        words=row.words,
    )


def _helper(row: Row[Any]) -> FireHelper:
    return FireHelper(meeting_id=MeetingId(row.meeting_id), person_id=PersonId(row.person_id), helper=row.helper)


def _said(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(said: str | None) -> date | None:
    return None if said is None else date.fromisoformat(said)
