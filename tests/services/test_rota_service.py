"""The rota reads the last 12 meetings of the group from their records, and a meeting again only after a change."""

from datetime import date, timedelta

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.jobs import JobRota
from coprod_desktop.domain.meeting import Job, MeetingDetails
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.rota_service import MOST_MEETINGS

FIRST_DAY = date(2025, 1, 14)


def held(services: Services, group: Group, month: int, people: dict[PersonId, tuple[Job, ...]]) -> RunningMeeting:
    details = MeetingDetails(title=f"Meeting {month}", held_on=FIRST_DAY + timedelta(days=28 * month))
    running = services.meetings.begin(group.id, details, tuple(people))
    for who, jobs in people.items():
        running.requests.arrive(who)
        running.requests.take_jobs(who, jobs)
    return running


def rota(services: Services, running: RunningMeeting, job: Job) -> JobRota:
    return next(one for one in services.rota.rotas(running.live.state) if one.job is job)


def test_goes_come_from_the_meetings_before_this_one(services: Services, group: Group) -> None:
    ali, jo = (services.people.add_walk_in(group.id, name).id for name in ("Ali", "Jo"))
    held(services, group, 1, {ali: (Job.CHAIR,), jo: ()})
    today = held(services, group, 2, {ali: (), jo: ()})
    held(services, group, 3, {jo: (Job.CHAIR,)})  # a meeting that is still to come
    found = rota(services, today, Job.CHAIR)
    assert (found.today, found.had_a_go, found.not_yet) == ((), (ali,), (jo,))


def test_a_change_of_an_earlier_meeting_is_seen(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo").id
    before = held(services, group, 1, {jo: ()})
    today = held(services, group, 2, {jo: ()})
    assert rota(services, today, Job.LAPTOP).not_yet == (jo,)
    before.requests.take_jobs(jo, (Job.LAPTOP,))
    assert rota(services, today, Job.LAPTOP).had_a_go == (jo,)
    before.live.undo()
    assert rota(services, today, Job.LAPTOP).not_yet == (jo,)


def test_a_go_counts_for_12_meetings(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo").id
    held(services, group, 0, {jo: (Job.TIMEKEEPER,)})
    for month in range(1, MOST_MEETINGS):
        held(services, group, month, {jo: ()})
    last = held(services, group, MOST_MEETINGS, {jo: ()})
    assert rota(services, last, Job.TIMEKEEPER).had_a_go == (jo,)
    one_more = held(services, group, MOST_MEETINGS + 1, {jo: ()})
    assert rota(services, one_more, Job.TIMEKEEPER).not_yet == (jo,)


def test_other_groups_and_meetings_that_were_put_away_do_not_count(services: Services, group: Group) -> None:
    jo = services.people.add_walk_in(group.id, "Jo").id
    put_away = held(services, group, 1, {jo: (Job.CHAIR,)})
    put_away.requests.put_away()
    other = services.groups.create("Library friends")
    held(services, other, 1, {jo: (Job.CHAIR,)})
    assert rota(services, held(services, group, 2, {jo: ()}), Job.CHAIR).not_yet == (jo,)
