"""People: every act can be undone, no need is kept without a yes, nobody is merged by name."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, NamedAs, Perspective, printed_names, spoken_names
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services

YES_ON = date(2026, 11, 20)


def test_a_person_needs_a_name_that_can_be_seen(services: Services, group: Group) -> None:
    for name in ("", "  ", "\u200b\u2060"):
        with pytest.raises(NotAllowed) as caught:
            services.people.add_walk_in(group.id, name)
        assert (caught.value.reason, caught.value.field) == (Reason.NAME_MISSING, "name")
    assert services.people.people(group.id) == ()


def test_no_need_is_kept_without_a_yes(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    with pytest.raises(NotAllowed) as caught:
        services.people.save(replace(jo, needs=(AccessNeed(code="BSL"),)))
    assert caught.value.reason is Reason.CONSENT_MISSING
    assert services.people.get(jo.id).needs == ()
    kept = services.people.save(replace(jo, needs=(AccessNeed(code="BSL", consent_on=YES_ON),)))
    assert services.people.get(jo.id) == kept


def test_adding_changing_and_removing_can_be_undone_and_redone(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    services.people.save(replace(jo, brings=("A car",)))
    services.people.remove(jo.id)
    assert services.people.people(group.id) == ()
    services.history.undo()
    assert services.people.people(group.id)[0].brings == ("A car",)
    services.history.undo()
    assert services.people.people(group.id)[0].brings == ()
    services.history.undo()
    assert services.people.people(group.id) == ()
    for _ in range(3):
        services.history.redo()
    assert services.people.people(group.id) == ()
    assert [person.name for person in services.people.everyone(group.id)] == ["Jo"]


def test_search_finds_by_name_and_gift_without_accents_and_never_by_need(services: Services, group: Group) -> None:
    sian = services.people.add_walk_in(group.id, "Siân Pritchard")
    services.people.save(
        replace(sian, brings=("Speaks Welsh",), needs=(AccessNeed(code="CARE", detail="Zebra", consent_on=YES_ON),))
    )
    services.people.add_walk_in(group.id, "Bob Okafor")
    for words in ("sian", "PRIT si", "welsh"):
        assert [person.name for person in services.people.find(group.id, words)] == ["Siân Pritchard"]
    assert services.people.find(group.id, "zebra") == ()


def test_two_people_with_one_name_stay_two_and_are_told_apart(services: Services, group: Group) -> None:
    first = services.people.add_walk_in(group.id, "Jo Adams")
    second = services.people.add_walk_in(group.id, "Jo Brown")
    names = spoken_names(services.people.people(group.id))
    assert (names[first.id], names[second.id]) == ("Jo A.", "Jo B.")


def test_minutes_name_people_as_they_chose(services: Services, group: Group) -> None:
    people = {
        named_as: services.people.save(
            replace(services.people.new_person(group.id), name="Harbinder Gill", named_as=named_as, chosen_name="Harry")
        )
        for named_as in NamedAs
    }
    names = printed_names([people[NamedAs.FULL], people[NamedAs.CHOSEN], people[NamedAs.UNNAMED]])
    assert names[people[NamedAs.FULL].id] == "Harbinder Gill"
    assert names[people[NamedAs.CHOSEN].id] == "Harry"
    assert people[NamedAs.UNNAMED].id not in names


def test_a_chosen_name_must_be_given(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    with pytest.raises(NotAllowed) as caught:
        services.people.save(replace(jo, named_as=NamedAs.CHOSEN))
    assert caught.value.field == "chosen_name"


@pytest.mark.parametrize("size_pt", [11.9, 48.1, 0])
def test_sizes_that_cannot_be_printed_are_turned_down(services: Services, group: Group, size_pt: float) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    choice = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=size_pt)
    with pytest.raises(NotAllowed) as caught:
        services.people.save(replace(jo, minutes=choice))
    assert caught.value.field == "size_pt"


def test_what_a_person_said_last_is_kept_and_is_no_act_to_undo(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    services.people.remember_perspectives(jo.id, (Perspective.CARER,))
    assert services.people.get(jo.id).perspectives == (Perspective.CARER,)
    services.history.undo()
    assert services.people.people(group.id) == ()


def test_groups_do_not_share_people(services: Services, group: Group) -> None:
    other = services.groups.create("Another group")
    services.people.add_walk_in(group.id, "Jo")
    assert services.people.people(other.id) == ()
    assert services.groups.current() == other
    services.groups.choose(group.id)
    assert services.groups.current() == group


def test_a_change_of_the_group_can_be_undone(services: Services, group: Group) -> None:
    services.groups.save(replace(group, name="Another name"))
    services.history.undo()
    assert services.groups.current() == group
    services.history.redo()
    current = services.groups.current()
    assert current is not None
    assert current.name == "Another name"
