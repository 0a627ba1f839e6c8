"""Jobs go round: worked examples of who has had a go, and of when sharing is offered."""

import pytest

from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.jobs import JobRota, goes_of, job_rotas, shares_to_offer
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import Attendance, MeetingState

ALI, JO, SAM = PersonId("ali"), PersonId("jo"), PersonId("sam")
Jobs = dict[PersonId, tuple[Job, ...]]


def meeting(jobs: Jobs, *, here: bool = True, sorry: tuple[PersonId, ...] = ()) -> MeetingState:
    seen = {
        who: Attendance(person_id=who, is_here=here and who not in sorry, is_sorry=who in sorry, jobs=held)
        for who, held in jobs.items()
    }
    return MeetingState(id=MeetingId("m"), attendance=seen)


def rota(job: Job, today: MeetingState, *earlier: MeetingState) -> JobRota:
    return next(one for one in job_rotas(today, [goes_of(state) for state in earlier]) if one.job is job)


def test_every_job_has_its_place_even_if_nobody_has_it() -> None:
    rotas = job_rotas(meeting({ALI: ()}), [])
    assert [one.job for one in rotas] == list(Job)
    assert all((one.today, one.had_a_go, one.not_yet) == ((), (), (ALI,)) for one in rotas)


EXAMPLES: list[tuple[Jobs, list[Jobs], tuple[PersonId, ...], tuple[PersonId, ...]]] = [
    # today, earlier meetings, who has had a go at the pen, who has not
    ({ALI: (), JO: ()}, [], (), (ALI, JO)),
    ({ALI: (), JO: (Job.NOTE_TAKER,)}, [], (JO,), (ALI,)),
    ({ALI: (), JO: ()}, [{JO: (Job.NOTE_TAKER,)}], (JO,), (ALI,)),
    ({ALI: (), JO: ()}, [{JO: (Job.LAPTOP,)}], (), (ALI, JO)),
    ({ALI: (), JO: ()}, [{JO: (Job.NOTE_TAKER,)}, {ALI: (Job.CHAIR, Job.NOTE_TAKER)}], (ALI, JO), ()),
    ({ALI: ()}, [{SAM: (Job.NOTE_TAKER,)}], (), (ALI,)),
]


@pytest.mark.parametrize(("today", "earlier", "had", "waiting"), EXAMPLES)
def test_who_has_had_a_go(
    today: Jobs, earlier: list[Jobs], had: tuple[PersonId, ...], waiting: tuple[PersonId, ...]
) -> None:
    found = rota(Job.NOTE_TAKER, meeting(today), *map(meeting, earlier))
    assert (found.had_a_go, found.not_yet) == (had, waiting)


def test_how_often_somebody_had_a_job_changes_nothing() -> None:
    once, often = meeting({JO: (Job.CHAIR,)}), meeting({ALI: (Job.CHAIR,)})
    today = meeting({ALI: (), JO: ()})
    assert rota(Job.CHAIR, today, once, often, often, often) == rota(Job.CHAIR, today, once, often)


def test_a_job_at_a_meeting_that_somebody_did_not_come_to_is_no_go() -> None:
    missed = meeting({JO: (Job.CHAIR,)}, here=False)
    assert rota(Job.CHAIR, meeting({JO: ()}), missed).not_yet == (JO,)


def test_whoever_sent_sorry_is_not_on_todays_list() -> None:
    today = meeting({ALI: (Job.NOTE_TAKER, Job.LAPTOP), JO: ()}, sorry=(ALI,))
    assert rota(Job.NOTE_TAKER, today).not_yet == (JO,)
    assert rota(Job.NOTE_TAKER, today).today == ()
    assert shares_to_offer(today) == ()


@pytest.mark.parametrize(
    ("held", "is_offered"),
    [
        ((), False),
        ((Job.NOTE_TAKER,), False),
        ((Job.CHAIR, Job.LAPTOP), False),
        ((Job.NOTE_TAKER, Job.LAPTOP), True),
        ((Job.CHAIR, Job.FACILITATOR, Job.TIMEKEEPER), True),
        ((Job.CHAIR, Job.CHAIR, Job.CHAIR), False),
        (tuple(Job), True),
    ],
)
def test_sharing_is_offered_when_one_person_holds_a_lot(held: tuple[Job, ...], is_offered: bool) -> None:
    shares = shares_to_offer(meeting({ALI: (Job.ROOM_WATCHER,), JO: held}))
    assert [share.person_id for share in shares] == ([JO] if is_offered else [])
    assert all(set(share.jobs) == set(held) for share in shares)
