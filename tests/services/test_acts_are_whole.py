"""An act that writes in several places is kept all or not at all, on a disk that is full in the middle of it too."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.adjustment import PersonSaid
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import Person
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.storage.faults import StorageFault


@contextmanager
def full(services: Services, moment: str) -> Iterator[None]:
    """At this moment of a write the disk has no room left, as far as the program can tell."""
    with services.database.write() as connection:
        connection.exec_driver_sql(f"CREATE TRIGGER full_disk BEFORE {moment} BEGIN SELECT RAISE(ABORT, 'full'); END")
    try:
        yield
    finally:
        with services.database.write() as connection:
            connection.exec_driver_sql("DROP TRIGGER full_disk")


def with_exit(services: Services, group: Group) -> Person:
    need = AccessNeed(code="EXIT", consent_on=date(2026, 1, 1))
    return services.people.save(replace(services.people.new_person(group.id), name="Jo", needs=(need,)))


def meeting(services: Services, group: Group, person: Person, day: int) -> RunningMeeting:
    details = MeetingDetails(title="Seats", held_on=date(2027, 1, day))
    return services.meetings.begin(group.id, details, [person.id])


def test_a_need_goes_with_what_was_said_of_it_or_not_at_all(services: Services, group: Group) -> None:
    jo = with_exit(services, group)
    live = meeting(services, group, jo, 12).live
    services.ready.name_helper(live.id, jo.id, "Ann")
    services.ready.say(live.id, jo.id, "EXIT", PersonSaid.NOT_MET)
    for moment in ("DELETE ON need_answers", "DELETE ON fire_helpers"):
        with full(services, moment), pytest.raises(StorageFault):
            services.people.save(replace(jo, needs=()))
        assert services.people.get(jo.id) == jo
        assert [one.said for one in services.ready.questions(live.id)] == [PersonSaid.NOT_MET]
        assert [one.helper for one in services.ready.helpers(live.id)] == ["Ann"]
    assert services.history.last is not None
    assert services.history.last.kind == "need_answered"


def test_a_need_comes_back_with_what_was_said_of_it_or_not_at_all(services: Services, group: Group) -> None:
    jo = with_exit(services, group)
    live = meeting(services, group, jo, 12).live
    services.ready.say(live.id, jo.id, "EXIT", PersonSaid.NOT_MET)
    services.people.save(replace(jo, needs=()))
    with full(services, "INSERT ON need_answers"), pytest.raises(StorageFault):
        services.history.undo()
    assert services.people.get(jo.id).needs == ()
    services.history.undo()
    assert services.people.get(jo.id) == jo
    assert [one.said for one in services.ready.questions(live.id)] == [PersonSaid.NOT_MET]


def test_a_person_goes_off_all_lists_or_stays_on_all(services: Services, group: Group) -> None:
    jo = with_exit(services, group)
    first, second = (meeting(services, group, jo, day) for day in (12, 13))
    for running in (first, second):
        moment = f"INSERT ON meeting_log WHEN new.meeting_id = '{running.live.id}'"
        with full(services, moment), pytest.raises(StorageFault):
            services.leaving.died(jo.id)
        assert services.people.get(jo.id) == jo
        assert all(jo.id in one.live.state.attendance for one in (first, second))
    services.leaving.died(jo.id)
    with full(services, f"INSERT ON meeting_log WHEN new.meeting_id = '{first.live.id}'"), pytest.raises(StorageFault):
        services.history.undo()
    assert not any(jo.id in one.live.state.attendance for one in (first, second))
    services.history.undo()
    assert services.people.get(jo.id) == jo
    assert all(jo.id in one.live.state.attendance for one in (first, second))


def test_what_was_undone_can_still_be_brought_back_after_an_act_that_failed(services: Services, group: Group) -> None:
    jo = with_exit(services, group)
    services.people.save(replace(jo, name="Joan"))
    services.history.undo()
    with full(services, "UPDATE ON people"), pytest.raises(StorageFault):
        services.people.save(replace(jo, name="Jim"))
    services.history.redo()
    assert services.people.get(jo.id).name == "Joan"
