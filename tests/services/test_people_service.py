"""People: every act can be undone, no need is kept without a yes, nobody is merged by name."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.adjustment import FireHelper, NeedAnswer, PersonSaid
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import (
    MinutesChoice,
    MinutesFormat,
    NamedAs,
    Person,
    Perspective,
    printed_names,
    spoken_names,
)
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.storage.ready_store import ReadyStore

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


def test_somebody_who_came_without_their_chosen_name_can_be_changed_and_is_named_by_first_name(
    services: Services, group: Group, tmp_path: Path
) -> None:
    file = tmp_path / "record.json"
    record = {
        "format": "coprod-meeting-record",
        "version": 1,
        "group": {"name": group.name},
        "people": [{"id": "p1", "name": "Jo Adams", "named_as": "chosen"}],
        "meeting": {"title": "Seats", "date": "2026-11-24"},
    }
    file.write_text(json.dumps(record), encoding="utf-8")
    assert services.records.import_file(file).faults == ()
    (jo,) = services.people.people(group.id)
    assert (jo.named_as, jo.chosen_name) == (NamedAs.CHOSEN, "")
    assert services.people.save(replace(jo, contact="By letter")).contact == "By letter"
    assert printed_names(services.people.people(group.id)) == {jo.id: "Jo"}
    with pytest.raises(NotAllowed):
        services.people.save(replace(services.people.new_person(group.id), name="Sam", named_as=NamedAs.CHOSEN))


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


def test_what_was_not_changed_or_not_said_is_not_written(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    act = services.history.last
    assert services.people.save(jo) == jo
    services.people.remember_perspectives(jo.id, ())
    assert services.people.get(jo.id) == jo
    assert services.history.last is act


def test_minutes_and_turn_as_they_were_asked_for_are_kept(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo")
    choice = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=24, paper=" cream ")
    saved = services.people.save(replace(jo, minutes=choice, turn_seconds=240))
    assert saved.minutes == replace(choice, paper="cream")
    with pytest.raises(NotAllowed) as caught:
        services.people.save(replace(saved, turn_seconds=3601))
    assert (caught.value.reason, caught.value.field) == (Reason.NUMBER_OUT_OF_RANGE, "turn_seconds")


def test_nobody_is_found_by_an_id_that_nobody_has(services: Services) -> None:
    with pytest.raises(NotAllowed) as caught:
        services.people.get(PersonId("nobody"))
    assert caught.value.reason is Reason.NOT_FOUND


def test_groups_do_not_share_people(services: Services, group: Group) -> None:
    other = services.groups.create("Another group")
    services.people.add_walk_in(group.id, "Jo")
    assert services.people.people(other.id) == ()
    assert services.groups.current() == other
    services.groups.choose(group.id)
    assert services.groups.current() == group


def _with_needs(services: Services, group: Group) -> Person:
    """A person whose needs have answers at a meeting, and somebody who helps them out if there is a fire."""
    needs = tuple(AccessNeed(code=code, consent_on=YES_ON) for code in ("EXIT", "BREAK"))
    jo = services.people.save(replace(services.people.new_person(group.id), name="Jo", needs=needs))
    ready = ReadyStore(services.database)
    meeting_id = services.meetings.begin(group.id, MeetingDetails(title="Seats", held_on=YES_ON), (jo.id,)).live.id
    ready.keep_answers(
        NeedAnswer(meeting_id=meeting_id, person_id=jo.id, code=need.code, said=PersonSaid.NOT_MET, said_on=YES_ON)
        for need in needs
    )
    ready.keep_fire_helper(FireHelper(meeting_id=meeting_id, person_id=jo.id, helper="Kim"))
    return jo


def test_a_need_that_is_withdrawn_takes_its_answers_and_its_helper_along_and_undo_brings_them_back(
    services: Services, group: Group
) -> None:
    jo, ready = _with_needs(services, group), ReadyStore(services.database)
    before = set(ready.answers_of(jo.id)), ready.fire_helpers_of(jo.id)
    services.people.save(replace(jo, needs=jo.needs[1:]))
    assert [need.code for need in services.people.get(jo.id).needs] == ["BREAK"]
    assert [answer.code for answer in ready.answers_of(jo.id)] == ["BREAK"]
    assert ready.fire_helpers_of(jo.id) == ()
    services.history.undo()
    assert services.people.get(jo.id) == jo
    assert (set(ready.answers_of(jo.id)), ready.fire_helpers_of(jo.id)) == before
    services.history.redo()
    assert ready.fire_helpers_of(jo.id) == ()


def test_what_somebody_said_of_a_need_stays_while_they_have_another_of_its_kind(
    services: Services, group: Group
) -> None:
    jo, ready = _with_needs(services, group), ReadyStore(services.database)
    another = AccessNeed(code="BREAK", detail="At noon", consent_on=YES_ON)
    jo = services.people.save(replace(jo, needs=(*jo.needs, another)))
    services.people.save(replace(jo, needs=(jo.needs[0], *jo.needs[2:])))
    assert {answer.code for answer in ready.answers_of(jo.id)} == {"EXIT", "BREAK"}


def test_a_changed_name_leaves_answers_alone(services: Services, group: Group) -> None:
    jo, ready = _with_needs(services, group), ReadyStore(services.database)
    services.people.save(replace(jo, name="Jo Adams"))
    assert len(ready.answers_of(jo.id)) == 2
    assert len(ready.fire_helpers_of(jo.id)) == 1
