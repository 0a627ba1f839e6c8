"""People who left or died: nothing is made for them any more, and both can be undone."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.lines import ActionDetails, AgendaItemDetails, IdeaDetails, Words
from coprod_desktop.domain.meeting import Job, MeetingDetails
from coprod_desktop.domain.person import Gone, NamedAs, Person
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting

TODAY = date(2026, 11, 24)
DETAILS = MeetingDetails(title="Seats", held_on=date(2026, 12, 8))


@pytest.fixture
def amina(services: Services, group: Group) -> Person:
    """A person with a name that they chose."""
    new = services.people.new_person(group.id)
    return services.people.save(replace(new, name="Amina Yusuf", named_as=NamedAs.CHOSEN, chosen_name="Mina"))


@pytest.fixture
def bob(services: Services, group: Group) -> Person:
    """Somebody who stays."""
    return services.people.add_walk_in(group.id, "Bob")


@pytest.fixture
def coming(services: Services, group: Group, amina: Person, bob: Person) -> RunningMeeting:
    """A meeting that is to come, with both on its list."""
    return services.meetings.begin(group.id, DETAILS, (amina.id, bob.id))


@pytest.mark.parametrize(("ask", "gone"), [("left", Gone.LEFT), ("died", Gone.DIED)])
def test_one_undo_brings_a_person_back_onto_every_list(
    services: Services, group: Group, amina: Person, coming: RunningMeeting, ask: str, gone: Gone
) -> None:
    getattr(services.leaving, ask)(amina.id)
    kept = services.people.get(amina.id)
    assert (kept.gone, kept.removed_on) == (gone, TODAY)
    assert amina.id not in coming.live.state.attendance
    assert [person.name for person in services.people.people(group.id)] == ["Bob"]
    services.history.undo()
    assert services.people.get(amina.id) == amina
    assert amina.id in coming.live.state.attendance
    services.history.redo()
    assert services.people.get(amina.id).gone is gone
    assert amina.id not in coming.live.state.attendance


def test_those_who_are_no_longer_here_are_listed_and_can_come_back(
    services: Services, group: Group, amina: Person, bob: Person
) -> None:
    services.leaving.left(amina.id)
    services.leaving.died(bob.id)
    assert [person.name for person in services.people.no_longer_here(group.id)] == ["Amina Yusuf", "Bob"]
    services.people.bring_back(amina.id)
    assert services.people.get(amina.id) == amina
    assert [person.name for person in services.people.no_longer_here(group.id)] == ["Bob"]


def test_a_slip_is_neither_leaving_nor_dying(services: Services, amina: Person) -> None:
    services.people.remove(amina.id)
    kept = services.people.get(amina.id)
    assert (kept.gone, kept.removed_on) == (None, TODAY)


def test_nothing_is_made_any_more_for_somebody_who_died(
    services: Services, group: Group, amina: Person, bob: Person, coming: RunningMeeting
) -> None:
    coming.requests.take_jobs(amina.id, (Job.CHAIR,))
    services.leaving.died(amina.id)
    state = coming.live.state
    assert [line.person_id for line in services.packs.plan(coming.live.id).lines if line.person_id] == [bob.id]
    assert [line.person_id for line in services.invitations.plan(state).lines] == [bob.id]
    assert [one.name for one in services.paper_kit.content(coming.live.id).names] == ["Bob"]
    absences = services.absences.not_here_yet(state)
    assert amina.id not in (*absences.no_answer, *absences.coming, *absences.sorry)
    assert amina.id not in {person.id for person in services.absences.not_seen(group.id)}


def test_somebody_who_died_after_they_came_gets_no_copy_and_keeps_their_name_and_idea(
    services: Services, amina: Person, bob: Person, coming: RunningMeeting
) -> None:
    coming.requests.arrive(amina.id)
    item_id = coming.requests.propose_item(AgendaItemDetails(title="Shelters", proposer=Proposer(people=(amina.id,))))
    coming.requests.record_idea(
        Words(text="Seats with arms."), IdeaDetails(proposer=Proposer(people=(amina.id,)), item_id=item_id)
    )
    services.leaving.died(amina.id)
    assert amina.id in coming.live.state.attendance
    assert [line.person_id for line in services.packs.plan(coming.live.id).lines if line.person_id] == [bob.id]
    told = str(services.minutes.content(coming.live.id))
    assert "Mina" in told
    assert "Amina" not in told


def test_the_next_meeting_does_not_ask_who_is_no_longer_here(
    services: Services, group: Group, amina: Person, bob: Person, coming: RunningMeeting
) -> None:
    coming.requests.arrive(amina.id)
    services.leaving.left(amina.id)
    gone = {person.id for person in services.people.no_longer_here(group.id)}
    following = services.meetings.begin_next(coming.live.id, DETAILS, but=gone)
    assert list(following.live.state.attendance) == [bob.id]


def test_a_job_is_handed_on_before_the_list_of_a_meeting_is_left(
    services: Services, amina: Person, bob: Person, coming: RunningMeeting
) -> None:
    coming.requests.take_jobs(amina.id, (Job.CHAIR, Job.LAPTOP))
    services.leaving.left(amina.id)
    assert amina.id in coming.live.state.attendance
    jobs = services.person_history.jobs_to_hand_on(services.people.get(amina.id), (bob.id,))
    assert [(job.job, job.people) for job in jobs] == [(Job.CHAIR, (bob.id,)), (Job.LAPTOP, (bob.id,))]
    services.person_history.hand_on(jobs[0], amina.id, bob.id)
    assert coming.live.state.attendance[bob.id].jobs == (Job.CHAIR,)
    services.person_history.hand_on(jobs[1], amina.id, None)
    assert amina.id not in coming.live.state.attendance
    services.history.undo()
    assert coming.live.state.attendance[amina.id].jobs == (Job.LAPTOP,)


def test_open_actions_of_past_meetings_are_handed_on(
    services: Services, amina: Person, bob: Person, coming: RunningMeeting
) -> None:
    action_id = coming.requests.agree_action(
        Words(text="Ask the council."), ActionDetails(owners=(amina.id, bob.id), due_on=date(2026, 12, 24))
    )
    coming.requests.finish()
    services.leaving.left(amina.id)
    (job,) = services.person_history.jobs_to_hand_on(services.people.get(amina.id), (bob.id,))
    assert (job.words, job.action_id, job.due_on) == ("Ask the council.", action_id, date(2026, 12, 24))
    services.person_history.hand_on(job, amina.id, bob.id)
    assert coming.live.state.actions[action_id].details.owners == (bob.id,)
    assert services.person_history.jobs_to_hand_on(services.people.get(amina.id), (bob.id,)) == ()
    services.history.undo()
    assert coming.live.state.actions[action_id].details.owners == (amina.id, bob.id)


def test_needs_of_somebody_who_died_act_no_more(services: Services, group: Group, amina: Person) -> None:
    need = AccessNeed(code="BREAK", consent_on=TODAY)
    services.people.save(replace(amina, needs=(need,)))
    running = services.meetings.begin(group.id, DETAILS, (amina.id,))
    assert services.ready.lines(running.live.id)
    services.leaving.died(amina.id)
    assert services.ready.lines(running.live.id) == ()


def test_a_person_whose_adding_was_undone_was_never_here(services: Services, group: Group) -> None:
    added = services.people.add_walk_in(group.id, "Amnia")
    services.people.save(replace(added, brings=("Maps",)))
    services.history.undo()
    services.history.undo()
    assert services.people.no_longer_here(group.id) == ()
    kept = services.people.everyone(group.id)
    assert [person.brings for person in kept if person.name == "Amnia"] == [()]
    services.history.redo()
    services.history.redo()
    assert [person.brings for person in services.people.people(group.id) if person.name == "Amnia"] == [("Maps",)]
