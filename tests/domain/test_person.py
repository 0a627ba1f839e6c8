"""How people are called and printed, and what helps them."""

import pytest

from coprod_desktop.domain.access_need import OTHER_NEED, known_need
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import NamedAs, Person, first_name, printed_names, spoken_names


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
