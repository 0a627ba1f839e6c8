"""How people are called and printed, and what helps them."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.access_need import OTHER_NEED, known_need
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import NamedAs, Person, first_name, names_apart, printed_names, spoken_names


def _person(name: str, *, named_as: NamedAs = NamedAs.FIRST, chosen: str = "") -> Person:
    return Person(
        id=PersonId(f"{name}{chosen}"), group_id=GroupId("g"), name=name, named_as=named_as, chosen_name=chosen
    )


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ((_person("Jo Adams"), _person("Sam Lee")), ["Jo", "Sam"]),
        ((_person("Jo Adams"), _person("jo Brown")), ["Jo A.", "jo B."]),
        ((_person("Jo"), _person("Jo Brown")), ["Jo", "Jo B."]),
        ((_person("Jo Adams"), _person("Ann Lee", named_as=NamedAs.CHOSEN, chosen="Jo")), ["Jo A.", "Jo"]),
        ((_person("Ann Lee", named_as=NamedAs.CHOSEN),), ["Ann"]),
    ],
)
def test_the_room_calls_people_by_first_name_and_tells_two_apart(people: tuple[Person, ...], names: list[str]) -> None:
    assert list(spoken_names(people).values()) == names


def test_a_person_who_chose_a_name_and_gave_none_is_printed_by_first_name() -> None:
    ann = _person("Ann Lee", named_as=NamedAs.CHOSEN)
    assert printed_names([ann]) == {ann.id: "Ann"}


def test_a_name_of_spaces_is_left_as_it_is() -> None:
    assert first_name(" ") == " "


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (("BSL", "Level 3"), ("BSL", "Level 3")),
        (("TEA", "With milk"), (OTHER_NEED, "TEA: With milk")),
        (("TEA", ""), (OTHER_NEED, "TEA")),
    ],
)
def test_a_need_that_the_catalogue_does_not_know_is_kept_in_its_words(
    told: tuple[str, str], kept: tuple[str, str]
) -> None:
    assert known_need(*told) == kept


def _numbered(number: str, name: str) -> Person:
    return replace(_person(name), id=PersonId(number))


def _three_sams() -> list[Person]:
    return [
        _numbered("1", "Sam Reed"),
        _numbered("2", "Sam Reed"),
        replace(_numbered("3", "sam reed"), named_as=NamedAs.CHOSEN, chosen_name="Sammy"),
        _numbered("4", "Jo"),
    ]


def test_two_who_would_be_called_the_same_get_a_number_everywhere() -> None:
    people = _three_sams()
    assert list(spoken_names(people).values()) == ["Sam R. (1)", "Sam R. (2)", "Sammy", "Jo"]
    assert list(printed_names(people).values()) == ["Sam R. (1)", "Sam R. (2)", "Sammy", "Jo"]
    assert list(names_apart(people).values()) == ["Sam Reed (1)", "Sam Reed (2)", "sam reed (Sammy)", "Jo"]


def test_the_number_does_not_hang_on_the_order_of_the_list() -> None:
    people = _three_sams()
    for name in (spoken_names, printed_names, names_apart):
        assert dict(name(reversed(people))) == dict(name(people))


def test_full_names_in_minutes_are_told_apart_too() -> None:
    people = [replace(one, named_as=NamedAs.FULL) for one in _three_sams()[:2]]
    assert list(printed_names(people).values()) == ["Sam Reed (1)", "Sam Reed (2)"]
