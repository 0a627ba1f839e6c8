"""Jobs go round: who has had a go at each, and when one person holds so much that sharing is offered (R08)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import Attendance, MeetingState

Goes = Mapping[Job, frozenset[PersonId]]
"""Who had each job at one meeting."""

MANY_JOBS: Final = 3
PEN_AND_LAPTOP: Final = frozenset({Job.NOTE_TAKER, Job.LAPTOP})
"""Whoever holds both writes what was said and presses the buttons: that is much power in two hands."""


@dataclass(frozen=True, kw_only=True)
class JobRota:
    """One job: who has it today, and who of today's list has had a go or not. The orders mean nothing.

    `had_a_go` holds those who have it today too; how often is not known here, so that nobody can be ranked.
    """

    job: Job
    today: tuple[PersonId, ...]
    had_a_go: tuple[PersonId, ...]
    not_yet: tuple[PersonId, ...]


@dataclass(frozen=True, kw_only=True)
class Share:
    """One person who holds many jobs today, so that sharing is offered."""

    person_id: PersonId
    jobs: tuple[Job, ...]


def goes_of(state: MeetingState) -> Goes:
    """Who had each job at a meeting; whoever did not come did not have a go."""
    came = [seen for seen in state.attendance.values() if seen.came]
    return {job: frozenset(seen.person_id for seen in came if job in seen.jobs) for job in Job}


def job_rotas(state: MeetingState, earlier: Iterable[Goes]) -> tuple[JobRota, ...]:
    """Every job, with the people on today's list; those who sent sorry are not on it."""
    before = list(earlier)
    listed = _listed(state)
    return tuple(_rota(job, listed, before) for job in Job)


def shares_to_offer(state: MeetingState) -> tuple[Share, ...]:
    """Who holds the pen and the laptop, or `MANY_JOBS` jobs or more, in the order of today's list."""
    return tuple(
        Share(person_id=seen.person_id, jobs=tuple(job for job in Job if job in seen.jobs))
        for seen in _listed(state)
        if len(set(seen.jobs)) >= MANY_JOBS or set(seen.jobs) >= PEN_AND_LAPTOP
    )


def _rota(job: Job, listed: Iterable[Attendance], earlier: Iterable[Goes]) -> JobRota:
    today = tuple(seen.person_id for seen in listed if job in seen.jobs)
    done = frozenset(today).union(*(goes.get(job, frozenset()) for goes in earlier))
    people = [seen.person_id for seen in listed]
    return JobRota(
        job=job,
        today=today,
        had_a_go=tuple(who for who in people if who in done),
        not_yet=tuple(who for who in people if who not in done),
    )


def _listed(state: MeetingState) -> list[Attendance]:
    return [seen for seen in state.attendance.values() if not seen.is_sorry]
