"""The group's own pictures, what people in photos said, and the pictures that were chosen for words and for blocks."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.dialects.sqlite import insert

from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.own_picture import OwnPicture, OwnPictureId, PhotoUse, PhotoYes, PictureKind
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.tables import block_pictures, own_pictures, photo_yeses, picture_choices

_IS_SHOWN = "shown"
"""A row with this in place of a use says only that the person is in the photo, asked or not."""


class PictureStore:
    """Keeps own pictures, yeses and choices."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Own pictures

    def save(self, pictures: Iterable[OwnPicture]) -> None:
        """Keeps own pictures as they are now, all of them or none."""
        with self._database.write() as connection:
            for picture in pictures:
                row = _row(picture)
                statement = insert(own_pictures).values(row)
                connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=row))

    def get(self, picture_id: OwnPictureId) -> OwnPicture | None:
        """One own picture, taken away or not."""
        with self._database.read() as connection:
            row = connection.execute(select(own_pictures).where(own_pictures.c.id == picture_id)).first()
        return None if row is None else _picture(row)

    def pictures(self, group_id: GroupId) -> tuple[OwnPicture, ...]:
        """The own pictures of a group that were not taken away, in the order they came."""
        query = select(own_pictures).where(own_pictures.c.group_id == group_id, own_pictures.c.removed_on.is_(None))
        with self._database.read() as connection:
            return tuple(_picture(row) for row in connection.execute(query.order_by(own_pictures.c.number)))

    # Photos and the people in them

    def add_photo(self, photo: OwnPicture, people: Iterable[PersonId], *, recorder: str, said_on: date) -> None:
        """Keeps a photo together with who is in it; nobody has said yes to anything yet."""
        rows = [_yes_row(photo.id, person, _IS_SHOWN, True, said_on, recorder) for person in dict.fromkeys(people)]
        with self._database.write() as connection:
            connection.execute(insert(own_pictures).values(_row(photo)))
            if rows:
                connection.execute(insert(photo_yeses), rows)

    def people_in(self, picture_id: OwnPictureId) -> tuple[PersonId, ...]:
        """Who is in a photo."""
        mine = (photo_yeses.c.picture_id == picture_id) & (photo_yeses.c.use == _IS_SHOWN)
        with self._database.read() as connection:
            rows = connection.execute(select(photo_yeses.c.person_id).where(mine))
            return tuple(PersonId(row.person_id) for row in rows)

    def say(self, picture_id: OwnPictureId, said: PhotoYes) -> None:
        """Notes what a person said to one use, over what they said before."""
        row = _yes_row(picture_id, said.person_id, said.use.value, said.is_yes, said.said_on, said.recorder)
        statement = insert(photo_yeses).values(row)
        keys = ["picture_id", "person_id", "use"]
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=row))

    def unsay(self, picture_id: OwnPictureId, person_id: PersonId, use: PhotoUse) -> None:
        """Takes an answer away, as if the person had not been asked."""
        mine = (photo_yeses.c.picture_id == picture_id) & (photo_yeses.c.person_id == person_id)
        with self._database.write() as connection:
            connection.execute(photo_yeses.delete().where(mine, photo_yeses.c.use == use.value))

    def said(self, picture_id: OwnPictureId) -> tuple[PhotoYes, ...]:
        """What the people in a photo said."""
        query = select(photo_yeses).where(photo_yeses.c.picture_id == picture_id, photo_yeses.c.use != _IS_SHOWN)
        with self._database.read() as connection:
            return tuple(_yes(row) for row in connection.execute(query))

    # Choices

    def choices(self, group_id: GroupId) -> Mapping[str, str]:
        """The pictures that a group chose for words."""
        query = select(picture_choices).where(picture_choices.c.group_id == group_id)
        with self._database.read() as connection:
            return {row.word: row.picture for row in connection.execute(query)}

    def set_choice(self, group_id: GroupId, word: str, picture: str | None) -> None:
        """Keeps the group's picture for a word; None forgets it."""
        mine = (picture_choices.c.group_id == group_id) & (picture_choices.c.word == word)
        with self._database.write() as connection:
            connection.execute(picture_choices.delete().where(mine))
            if picture is not None:
                connection.execute(insert(picture_choices).values(group_id=group_id, word=word, picture=picture))

    def of_blocks(self, meeting_id: MeetingId) -> Mapping[tuple[str, str], str]:
        """The pictures chosen for blocks of a meeting's minutes by reference and role; empty where left out."""
        query = select(block_pictures).where(block_pictures.c.meeting_id == meeting_id)
        with self._database.read() as connection:
            return {(row.ref, row.role): row.picture for row in connection.execute(query)}

    def set_for_block(self, meeting_id: MeetingId, ref: str, role: str, picture: str | None) -> None:
        """Keeps the picture of one block, empty to leave it out; None forgets the choice."""
        place = {"meeting_id": meeting_id, "ref": ref, "role": role}
        mine = (block_pictures.c.meeting_id == meeting_id) & (block_pictures.c.ref == ref)
        with self._database.write() as connection:
            connection.execute(block_pictures.delete().where(mine, block_pictures.c.role == role))
            if picture is not None:
                connection.execute(insert(block_pictures).values(**place, picture=picture))


def _row(picture: OwnPicture) -> dict[str, str | bytes | None]:
    return {
        "id": picture.id,
        "group_id": picture.group_id,
        "kind": picture.kind.value,
        "word": picture.word,
        "alt": picture.alt,
        "credit": picture.credit,
        "media_type": picture.media_type,
        "data": picture.data,
        "removed_on": None if picture.removed_on is None else picture.removed_on.isoformat(),
    }


def _picture(row: Row[Any]) -> OwnPicture:
    return OwnPicture(
        id=OwnPictureId(row.id),
        group_id=GroupId(row.group_id),
        kind=PictureKind(row.kind),
        word=row.word,
        alt=row.alt,
        credit=row.credit,
        media_type=row.media_type,
        data=bytes(row.data),
        removed_on=None if row.removed_on is None else date.fromisoformat(row.removed_on),
    )


def _yes_row(
    picture_id: OwnPictureId, person_id: PersonId, use: str, is_yes: bool, said_on: date, recorder: str
) -> dict[str, str | int]:
    return {
        "picture_id": picture_id,
        "person_id": person_id,
        "use": use,
        "is_yes": int(is_yes),
        "said_on": said_on.isoformat(),
        "recorder": recorder,
    }


def _yes(row: Row[Any]) -> PhotoYes:
    return PhotoYes(
        person_id=PersonId(row.person_id),
        use=PhotoUse(row.use),
        is_yes=bool(row.is_yes),
        said_on=date.fromisoformat(row.said_on),
        recorder=row.recorder,
    )
