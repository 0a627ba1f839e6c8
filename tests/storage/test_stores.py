"""People, groups, settings, lists of meetings and what came in from files."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.events import ClocksTakenAway
from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.domain.person import (
    Gone,
    KindMessage,
    MessageAnswer,
    MinutesChoice,
    MinutesFormat,
    NamedAs,
    Person,
    Perspective,
)
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.faults import StorageFault
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.record_store import RecordStore
from coprod_desktop.storage.settings_store import SettingsStore
from tests.storage.storage_makers import MakeHeader, MakeStep

FULL = Person(
    id=PersonId("zoe"),
    group_id=GroupId("group"),
    name="Zoë O'Neill 🦽",
    named_as=NamedAs.CHOSEN,
    chosen_name="Z",
    pronoun="she",
    contact="phone\nbefore noon",
    perspectives=(Perspective.CARER, Perspective.LOCAL_PERSON),
    brings=("maps", "tea"),
    hopes=("a ramp",),
    needs=(
        AccessNeed(
            code="BSL",
            detail="from the left",
            may_share=True,
            consent_on=date(2026, 4, 1),
            consent_words="May we keep this?",
            consent_recorder="Ben",
            noted_on=date(2026, 3, 1),
            review_on=date(2026, 10, 1),
            consent_helper="Mei",
            parents_yes="Ann",
        ),
        AccessNeed(code="OTHER"),
    ),
    minutes=MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=20.5, pictures=False, paper="yellow"),
    turn_seconds=0,
    nearly_in_words=True,
    removed_on=date(2026, 5, 5),
    gone=Gone.LEFT,
    picture="own:1",
    kind_message=KindMessage(sent_on=date(2026, 4, 2), answer=MessageAnswer.YES),
)


def test_the_full_person_has_every_field_filled() -> None:
    plain = Person(id=FULL.id, group_id=FULL.group_id, name=FULL.name)
    same = [part.name for part in fields(Person) if getattr(plain, part.name) == getattr(FULL, part.name)]
    assert same == ["id", "group_id", "name"]


def test_a_person_comes_back_with_everything(database: Database, group: Group) -> None:
    store = PeopleStore(database)
    plain = Person(id=PersonId("amira"), group_id=group.id, name="Amira")

    store.save(FULL)
    store.save(plain)

    assert store.get(FULL.id) == FULL
    assert store.get(plain.id) == plain
    assert store.get(PersonId("nobody")) is None


@pytest.mark.parametrize(
    "changed",
    [
        replace(FULL, needs=FULL.needs[1:]),
        replace(FULL, needs=()),
        replace(FULL, minutes=None),
        replace(FULL, removed_on=None, gone=None, kind_message=None),
    ],
)
def test_what_is_taken_away_from_a_person_is_gone(database: Database, group: Group, changed: Person) -> None:
    store = PeopleStore(database)
    store.save(FULL)

    store.save(changed)

    assert group.id == changed.group_id
    assert store.get(FULL.id) == changed
    with database.read() as connection:
        kept = connection.exec_driver_sql("SELECT count(*) FROM access_needs").scalar()
    assert kept == len(changed.needs)


def test_words_of_a_need_that_was_taken_away_are_not_left_in_the_file(
    database: Database, folder: Path, group: Group
) -> None:
    store = PeopleStore(database)
    words = "Zanzibarquartz"
    person = replace(FULL, group_id=group.id, needs=(AccessNeed(code="TIME", detail=words),))
    store.save(person)
    store.save(replace(person, needs=()))

    database.close()

    assert [words.encode() in entry.read_bytes() for entry in folder.iterdir()] == [False]


def test_people_stand_in_the_order_in_which_they_were_written_down(database: Database, group: Group) -> None:
    store = PeopleStore(database)
    GroupStore(database).save(Group(id=GroupId("other"), name="Other"))
    names = ["Zoe", "Amira", "Ben", "Amira"]
    people = [Person(id=PersonId(f"{9 - i}"), group_id=group.id, name=name) for i, name in enumerate(names)]
    for person in people:
        store.save(person)
    store.save(replace(people[0], group_id=GroupId("other"), id=PersonId("elsewhere")))
    store.save(replace(people[0], name="Zoe B"))
    store.save(replace(people[2], removed_on=date(2026, 5, 1)))

    assert [person.name for person in store.people(group.id)] == ["Zoe B", "Amira", "Amira"]
    assert [person.name for person in store.people(group.id, with_removed=True)] == ["Zoe B", "Amira", "Ben", "Amira"]


def test_people_are_found_by_their_ids_in_the_order_asked_even_very_many(database: Database, group: Group) -> None:
    store = PeopleStore(database)
    people = [
        Person(id=PersonId(f"p{i}"), group_id=group.id, name=f"P {i}", needs=(AccessNeed(code="TIME", detail=str(i)),))
        for i in range(1100)
    ]
    with database.write():
        for person in people:
            store.save(person)
    asked = [person.id for person in reversed(people)]

    found = store.by_ids([*asked, PersonId("nobody"), asked[0]])

    assert list(found) == asked
    assert found == {person.id: person for person in people}
    assert store.by_ids([]) == {}


def test_a_person_of_no_group_is_refused_whole(database: Database) -> None:
    with pytest.raises(StorageFault, match="SQLITE_CONSTRAINT"):
        PeopleStore(database).save(FULL)

    assert PeopleStore(database).get(FULL.id) is None


def test_every_code_of_the_catalogue_can_be_kept(database: Database, group: Group) -> None:
    needs = tuple(AccessNeed(code=code) for code in NEED_CODES)
    PeopleStore(database).save(Person(id=PersonId("a"), group_id=group.id, name="A", needs=needs))

    kept = PeopleStore(database).get(PersonId("a"))
    assert kept is not None
    assert kept.needs == needs


def test_a_group_comes_back_with_its_labels_and_words(database: Database) -> None:
    store = GroupStore(database)
    full = Group(
        id=GroupId("z"),
        name='The "Library" group',
        meaning="We decide together.",
        contact="Ask Ben",
        perspective_labels={Perspective.SUPPORTER: "friend", Perspective.CARER: "family"},
        words=(ExplainedWord(term="ramp", means="a slope"), ExplainedWord(term="budget", means="the money")),
        language="cy",
    )
    plain = Group(id=GroupId("a"), name="Another")

    store.save(full)
    store.save(plain)

    assert store.groups() == (full, plain)
    assert list(store.groups()[0].perspective_labels) == [Perspective.SUPPORTER, Perspective.CARER]
    assert store.get(full.id) == full
    assert store.get(GroupId("nothing")) is None


def test_what_is_taken_away_from_a_group_is_gone(database: Database) -> None:
    store = GroupStore(database)
    first = Group(
        id=GroupId("a"),
        name="A",
        perspective_labels={Perspective.CARER: "family"},
        words=(ExplainedWord(term="ramp", means="a slope"),),
    )
    store.save(first)
    store.save(Group(id=GroupId("b"), name="B"))
    changed = Group(id=GroupId("a"), name="A and more")

    store.save(changed)

    assert store.groups() == (changed, Group(id=GroupId("b"), name="B"))


def test_settings_are_kept_by_their_key(database: Database) -> None:
    store = SettingsStore(database)

    assert store.get("theme", "light") == "light"
    assert store.get("theme") is None
    store.set("theme", "dark")
    store.set("theme", "high 'contrast'")
    assert store.get("theme", "light") == "high 'contrast'"


def test_lists_of_meetings_begin_with_the_newest_change(
    database: Database, make_step: MakeStep, make_header: MakeHeader
) -> None:
    log, store = MeetingLog(database), MeetingStore(database)
    a, b, c = (MeetingId(letter) for letter in "abc")
    put_away = replace(make_header(b), is_put_away=True, phase=Phase.FINISHED)
    elsewhere = make_header(c, group_id="other")
    log.append(a, make_step(ClocksTakenAway()), make_header(a))
    log.append(b, make_step(ClocksTakenAway()), put_away)
    log.append(c, make_step(ClocksTakenAway()), elsewhere)
    log.append(a, make_step(ClocksTakenAway()), make_header(a, title="Again"))

    assert store.headers(GroupId("group")) == (make_header(a, title="Again"), put_away)
    assert [header.id for header in store.all_headers()] == [a, c, b]
    assert (store.last_changed(), store.last_changed(GroupId("other"))) == (a, c)
    assert store.last_changed(GroupId("nothing")) is None
    assert store.header(b) == put_away
    assert store.header(MeetingId("nothing")) is None


def test_a_meeting_that_was_taken_back_is_on_no_list(
    database: Database, make_step: MakeStep, make_header: MakeHeader
) -> None:
    a = MeetingId("a")
    MeetingLog(database).append(a, make_step(ClocksTakenAway()), replace(make_header(a), phase=Phase.TAKEN_BACK))
    store = MeetingStore(database)

    assert store.all_headers() == store.headers(GroupId("group")) == ()
    assert store.header(a) is None
    assert store.last_changed() is None


def test_a_file_that_came_in_is_known_again(database: Database) -> None:
    store = RecordStore(database)
    shape: dict[str, object] = {"people": ["p1"], "empty": {}, "nothing": None, "words": "é\u202e'"}

    store.remember_import("digest", MeetingId("a"), shape, imported_at=datetime(2026, 5, 1, tzinfo=UTC))

    assert store.import_of("digest") == "a"
    assert store.import_of("another") is None
    assert store.shape(MeetingId("a")) == shape
    assert store.shape(MeetingId("b")) is None
    store.remember_import("digest", MeetingId("b"), {})
    assert store.import_of("digest") == "b"
    assert store.shape(MeetingId("b")) == {}


def test_the_names_a_file_used_come_back_in_its_order(database: Database) -> None:
    store = RecordStore(database)
    names = [("person", "z", "1"), ("idea", "a", "2"), ("person", "a", "3"), ("idea", "z", "1")]

    store.remember_file_ids(MeetingId("a"), names)
    store.remember_file_ids(MeetingId("b"), [("person", "z", "9")])

    assert store.file_ids(MeetingId("a")) == tuple(names)
    store.remember_file_ids(MeetingId("a"), names[:1])
    assert store.file_ids(MeetingId("a")) == tuple(names[:1])
    store.remember_file_ids(MeetingId("a"), [])
    assert store.file_ids(MeetingId("a")) == ()
    assert store.file_ids(MeetingId("b")) == (("person", "z", "9"),)
