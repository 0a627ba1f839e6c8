"""Own pictures, what people in photos said, and choices: kept, put over, and taken away."""

from dataclasses import replace
from datetime import date

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.own_picture import OwnPicture, OwnPictureId, PhotoUse, PhotoYes, PictureKind
from coprod_desktop.domain.person import Person
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.picture_store import PictureStore

DAY = date(2026, 11, 22)


def own(group: Group, number: int, kind: PictureKind = PictureKind.SYMBOL) -> OwnPicture:
    return OwnPicture(
        id=OwnPictureId(f"p{number}"),
        group_id=group.id,
        kind=kind,
        word="bus \"'; --",
        alt="王 at the bus.",
        credit="© Example",
        media_type="image/png",
        data=bytes(range(256)),
    )


def test_own_pictures_come_back_as_they_were_in_their_order(database: Database, group: Group) -> None:
    store = PictureStore(database)
    store.save([own(group, 2), own(group, 1)])
    assert store.pictures(group.id) == (own(group, 2), own(group, 1))
    assert store.get(OwnPictureId("p1")) == own(group, 1)
    assert store.get(OwnPictureId("none")) is None


def test_a_picture_that_was_taken_away_is_in_no_list(database: Database, group: Group) -> None:
    store = PictureStore(database)
    store.save([own(group, 1)])
    gone = replace(own(group, 1), data=b"", removed_on=DAY)
    store.save([gone])
    assert store.pictures(group.id) == ()
    assert store.get(OwnPictureId("p1")) == gone


def test_who_is_in_a_photo_is_kept_before_anybody_was_asked(database: Database, group: Group) -> None:
    people = [Person(id=PersonId(name), group_id=group.id, name=name) for name in ("a", "b")]
    for person in people:
        PeopleStore(database).save(person)
    store = PictureStore(database)
    photo = own(group, 1, PictureKind.PHOTO)
    store.add_photo(photo, [PersonId("a"), PersonId("b"), PersonId("a")], recorder="Jo", said_on=DAY)
    assert sorted(store.people_in(photo.id)) == ["a", "b"]
    assert store.said(photo.id) == ()


def test_a_later_answer_stands_over_an_earlier_one(database: Database, group: Group) -> None:
    PeopleStore(database).save(Person(id=PersonId("a"), group_id=group.id, name="A"))
    store = PictureStore(database)
    photo = own(group, 1, PictureKind.PHOTO)
    store.add_photo(photo, [PersonId("a")], recorder="", said_on=DAY)
    yes = PhotoYes(person_id=PersonId("a"), use=PhotoUse.MINUTES, is_yes=True, said_on=DAY, recorder="Jo")
    store.say(photo.id, yes)
    store.say(photo.id, replace(yes, is_yes=False))
    assert store.said(photo.id) == (replace(yes, is_yes=False),)
    store.unsay(photo.id, PersonId("a"), PhotoUse.MINUTES)
    assert store.said(photo.id) == ()
    assert store.people_in(photo.id) == ("a",)


def test_choices_for_words_and_blocks_are_kept_put_over_and_forgotten(database: Database, group: Group) -> None:
    store = PictureStore(database)
    store.set_choice(group.id, "bus", "taxi")
    store.set_choice(group.id, "bus", "train")
    assert store.choices(group.id) == {"bus": "train"}
    store.set_choice(group.id, "bus", None)
    assert store.choices(group.id) == {}
    meeting = MeetingId("m")
    store.set_for_block(meeting, "r", "decision", "bus")
    store.set_for_block(meeting, "r", "decision", "")
    store.set_for_block(meeting, "r", "owner", "taxi")
    assert store.of_blocks(meeting) == {("r", "decision"): "", ("r", "owner"): "taxi"}
    store.set_for_block(meeting, "r", "decision", None)
    assert store.of_blocks(meeting) == {("r", "owner"): "taxi"}
    assert store.of_blocks(MeetingId("other")) == {}
