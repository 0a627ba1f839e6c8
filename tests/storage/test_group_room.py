"""What a group keeps for its room comes back in its order, and an older file gets a place for it."""

from dataclasses import fields, replace
from pathlib import Path

from coprod_desktop.domain.group import DEFAULT_CARDS, SPARE_CARDS, Card, CardShape, ExplainedWord, Group
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.driver import FILE_NAME
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.migrations import Migrations
from coprod_desktop.storage.people_store import PeopleStore

FULL = Group(
    id=GroupId("riverside"),
    name="Riverside",
    meaning="We start with a blank page.",
    contact="Ask Dilys.",
    perspective_labels={Perspective.CARER: "Family"},
    words=(ExplainedWord(term="Budget", means="The money we have."),),
    language="cy-GB",
    agreement=("We listen.", "Anybody can say stop.", "We listen."),
    cards=(
        Card(key="green", name="Green", meaning="Yes.", shape=CardShape.CIRCLE),
        Card(key="white", name="White", meaning="I need a break.", shape=CardShape.STAR),
    ),
    serious_steps=("We stop.", "We phone 01632 960 111."),
    notice_days=21,
    taking_part_money="We pay fares before the day.",
    parents_yes_under=18,
    readers_needed=1,
)


def test_the_full_group_has_every_field_filled() -> None:
    plain = Group(id=FULL.id, name=FULL.name)
    assert [part.name for part in fields(Group) if getattr(plain, part.name) == getattr(FULL, part.name)] == [
        "id",
        "name",
    ]


def test_a_group_comes_back_with_everything(database: Database) -> None:
    store = GroupStore(database)
    other = replace(FULL, id=GroupId("other"), agreement=("Another line.",), cards=SPARE_CARDS)
    store.save(FULL)
    store.save(other)
    assert store.groups() == (FULL, other)
    assert store.get(FULL.id) == FULL


def test_what_is_taken_away_from_a_group_is_gone_and_the_usual_cards_come_back(database: Database) -> None:
    store = GroupStore(database)
    store.save(FULL)
    store.save(replace(FULL, agreement=FULL.agreement[1:], cards=(), serious_steps=()))
    kept = store.get(FULL.id)
    assert kept == replace(FULL, agreement=FULL.agreement[1:], cards=DEFAULT_CARDS, serious_steps=())
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM group_cards").scalar() == 0


def test_the_usual_cards_differ_in_word_shape_and_colour() -> None:
    cards = (*DEFAULT_CARDS, *SPARE_CARDS)
    assert [card.meaning for card in DEFAULT_CARDS] == ["Stop. I have a question.", "Slow down.", "I agree."]
    assert len({card.key for card in cards}) == len({card.name for card in cards}) == len(cards) == len(CardShape)
    assert {card.shape for card in cards} == set(CardShape)


def test_a_file_from_before_gets_the_usual_cards_and_nobody_is_told_in_words(folder: Path) -> None:
    before = Database.open(folder, migrations=Migrations(revisions=("0001", "0002")))
    with before.write() as connection:
        connection.exec_driver_sql("INSERT INTO groups VALUES (1, 'g', 'Riverside', '', '', 'en-GB')")
        connection.exec_driver_sql(
            "INSERT INTO people (number, id, group_id, name, named_as, chosen_name, pronoun, contact, perspectives, "
            "brings, hopes, turn_seconds) VALUES (1, 'jo', 'g', 'Jo', 'first', '', '', '', '[]', '[]', '[]', 240)"
        )
        connection.exec_driver_sql("INSERT INTO access_needs VALUES ('jo', 0, 'BSL', 'left', 0, '2026-01-13', '', '')")
    before.close()

    database = Database.open(folder)
    group = GroupStore(database).get(GroupId("g"))
    assert group == Group(id=GroupId("g"), name="Riverside")
    store = PeopleStore(database)
    jo = store.get(PersonId("jo"))
    assert jo is not None
    assert (jo.nearly_in_words, jo.turn_seconds, [need.code for need in jo.needs]) == (False, 240, ["BSL"])
    store.save(replace(jo, nearly_in_words=True))
    changed = store.get(PersonId("jo"))
    assert changed == replace(jo, nearly_in_words=True)
    database.close()
    assert (folder / FILE_NAME).is_file()


def test_a_person_is_not_told_in_words_unless_they_chose_it() -> None:
    assert Person(id=PersonId("jo"), group_id=GroupId("g"), name="Jo").nearly_in_words is False
