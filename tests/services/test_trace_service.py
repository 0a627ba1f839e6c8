"""From any line the whole path: idea, decision, who else must say yes, actions, result, answer (R35)."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.after_events import ToldHow
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import ActionId, DecisionId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    DecisionDetails,
    DidItHelp,
    EarlierLine,
    Helped,
    IdeaDetails,
    IdeaOutcome,
    NeededYes,
    Objection,
    Outcome,
    WordingChange,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import NamedAs
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.trace_service import TraceKind

MARCH, APRIL, TODAY = date(2026, 3, 10), date(2026, 4, 7), date(2026, 11, 24)
UNNAMED = Proposer(source=Source.UNNAMED)


@pytest.fixture
def amira(services: Services, group: Group) -> PersonId:
    """Somebody who may be named."""
    return services.people.add_walk_in(group.id, "Amira").id


@pytest.fixture
def march(services: Services, group: Group, amira: PersonId) -> RunningMeeting:
    """The meeting at which it began."""
    details = MeetingDetails(title="The first talk", held_on=MARCH)
    return services.meetings.begin(group.id, details, (amira,))


def _said(running: RunningMeeting, text: str, proposer: Proposer, **more: object) -> IdeaId:
    return running.requests.record_idea(Words(text=text), IdeaDetails(proposer=proposer, **more))  # type: ignore[arg-type]


def _decided(running: RunningMeeting, text: str, proposer: Proposer, **more: object) -> DecisionId:
    details = DecisionDetails(proposer=proposer, outcome=Outcome.AGREED, **more)  # type: ignore[arg-type]
    return running.requests.record_decision(Words(text=text), details)


def _promised(running: RunningMeeting, text: str, decision: DecisionId, **more: object) -> ActionId:
    details = ActionDetails(decision_id=decision, **more)  # type: ignore[arg-type]
    return running.requests.agree_action(Words(text=text), details)


def _kinds(services: Services, line_id: str) -> list[str]:
    path = services.trace.path(line_id)
    assert path is not None
    return [step.kind.value for step in path.steps]


def test_the_path_is_the_same_from_each_of_its_lines(
    services: Services, march: RunningMeeting, amira: PersonId
) -> None:
    by_amira = Proposer(people=(amira,))
    idea = _said(march, "A ramp would help", by_amira)
    asked = (NeededYes(who="The council", asked_on=date(2026, 3, 12), answer=YesAnswer.WAITING),)
    decision = _decided(
        march,
        "We want a ramp",
        by_amira,
        from_idea_id=idea,
        needs_yes_from=asked,
        objections=(Objection(text="It costs too much", by=UNNAMED),),
        wording_changed=WordingChange(first_words="A ramp!", agreed_by_proposer=True),
    )
    helped = (DidItHelp(answer=Helped.A_BIT, said_on=date(2026, 9, 2), by=amira, words="It is steep"),)
    action = _promised(
        march, "Write", decision, owners=(amira,), state=ActionState.DONE, result="They came", helped=helped
    )
    _said(march, "Something else", by_amira)

    path = services.trace.path(action)
    assert path is not None
    steps = {step.kind: step for step in path.steps}
    assert [step.kind.value for step in path.steps] == [
        "idea", "decision", "wording", "objection", "action", "result", "needed_yes", "helped",
    ]  # fmt: skip
    assert steps[TraceKind.IDEA].whose.names == ("Amira",)
    assert (steps[TraceKind.WORDING].first_words, steps[TraceKind.WORDING].agreed_by_proposer) == ("A ramp!", True)
    assert steps[TraceKind.OBJECTION].words == "It costs too much"
    assert steps[TraceKind.OBJECTION].whose.sources == (Source.UNNAMED,)
    needed = steps[TraceKind.NEEDED_YES]
    assert (needed.who, needed.days_waited, needed.on) == ("The council", 257, date(2026, 3, 12))
    assert (steps[TraceKind.RESULT].words, steps[TraceKind.HELPED].helped) == ("They came", Helped.A_BIT)
    assert {step.meeting_title for step in path.steps} == {"The first talk"}
    assert path.untold == {idea: (amira,)}
    for line_id in (idea, decision):
        other = services.trace.path(line_id)
        assert other is not None
        assert other.steps == path.steps


def test_a_yes_that_was_given_counts_its_days_to_the_answer(
    services: Services, march: RunningMeeting, amira: PersonId
) -> None:
    said = NeededYes(who="The council", asked_on=date(2026, 3, 12), answer=YesAnswer.YES, answered_on=date(2026, 4, 11))
    path = services.trace.path(_decided(march, "A ramp", Proposer(people=(amira,)), needs_yes_from=(said,)))
    assert path is not None
    (needed,) = (step for step in path.steps if step.kind is TraceKind.NEEDED_YES)
    assert (needed.days_waited, needed.on, needed.answer) == (30, date(2026, 4, 11), YesAnswer.YES)


def test_an_idea_is_followed_through_the_meetings_that_carried_it_on(
    services: Services, group: Group, march: RunningMeeting, amira: PersonId
) -> None:
    by_amira = Proposer(people=(amira,))
    idea = _said(march, "A ramp", by_amira, outcome=IdeaOutcome.LATER, reason="No money now")
    april = services.meetings.begin(group.id, MeetingDetails(title="The second talk", held_on=APRIL))
    again = _said(april, "A ramp", by_amira, came_from=EarlierLine(meeting_id=march.live.id, line_id=idea))
    first = _decided(april, "No ramp yet", by_amira, from_idea_id=again)
    may = services.meetings.begin(group.id, MeetingDetails(title="The third talk", held_on=date(2026, 5, 5)))
    reopened = _decided(may, "A ramp", by_amira, reopens=EarlierLine(meeting_id=april.live.id, line_id=first))

    path = services.trace.path(idea)
    assert path is not None
    assert [(step.on, step.kind.value, step.is_earlier) for step in path.steps] == [
        (MARCH, "idea", False),
        (MARCH, "outcome", False),
        (APRIL, "idea", True),
        (APRIL, "decision", False),
        (date(2026, 5, 5), "decision", True),
    ]
    assert path.steps[1].reason == "No money now"
    assert _kinds(services, reopened) == [step.kind.value for step in path.steps]


def test_joined_ideas_are_all_there_with_their_own_proposers(
    services: Services, group: Group, march: RunningMeeting, amira: PersonId
) -> None:
    bob = services.people.add_walk_in(group.id, "Bob").id
    main, like = _said(march, "A ramp", Proposer(people=(amira,))), _said(march, "A slope", Proposer(people=(bob,)))
    march.requests.join_ideas(main, (like,))
    decision = _decided(march, "We want a ramp", Proposer(people=(amira, bob)), from_idea_id=main)

    path = services.trace.path(like)
    assert path is not None
    assert [step.kind.value for step in path.steps] == ["idea", "idea", "joined", "decision"]
    assert {step.words for step in path.steps[:2]} == {"A ramp", "A slope"}
    assert path.steps[2].whose.names == ("Amira", "Bob")
    assert path.steps == services.trace.path(decision).steps  # type: ignore[union-attr]


def test_what_was_taken_back_openly_stays_in_the_path_and_says_so(
    services: Services, march: RunningMeeting, amira: PersonId
) -> None:
    idea = _said(march, "A ramp", Proposer(people=(amira,)), outcome=IdeaOutcome.TAKEN_BACK, taken_back_by=amira)
    decision = _decided(
        march,
        "A ramp",
        Proposer(people=(amira,)),
        from_idea_id=idea,
        objections=(Objection(text="No", is_taken_back=True),),
    )
    path = services.trace.path(decision)
    assert path is not None
    taken_back = {step.kind: step.is_taken_back for step in path.steps}
    assert taken_back == {TraceKind.IDEA: True, TraceKind.DECISION: False, TraceKind.OBJECTION: True}
    assert path.steps[0].by.names == ("Amira",)


def test_an_answer_that_was_told_ends_the_waiting(services: Services, march: RunningMeeting, amira: PersonId) -> None:
    idea = _said(march, "A ramp", Proposer(people=(amira,)), outcome=IdeaOutcome.PASSED_ON, passed_on_to="The council")
    path = services.trace.path(idea)
    assert path is not None
    assert path.untold == {idea: (amira,)}
    march.requests.finish()
    group_id = march.live.state.group_id
    assert group_id is not None
    waiting = services.feedback.waiting_for(group_id, amira)
    assert waiting is not None
    services.feedback.told_in_words(waiting)

    path = services.trace.path(idea)
    assert path is not None
    assert path.untold == {}
    assert (path.steps[-1].kind, path.steps[-1].whose.names) == (TraceKind.TOLD, ("Amira",))
    assert path.steps[-1].told_how is ToldHow.IN_WORDS


def test_the_item_begins_the_path_of_a_decision_that_came_from_no_idea(
    services: Services, march: RunningMeeting, amira: PersonId
) -> None:
    item = march.requests.propose_item(AgendaItemDetails(title="The door", proposer=Proposer(people=(amira,))))
    decision = _decided(march, "A ramp", Proposer(people=(amira,)), item_id=item)
    _said(march, "A bell", Proposer(people=(amira,)), item_id=item)

    assert _kinds(services, decision) == ["item", "decision"]
    assert _kinds(services, item) == ["item", "idea", "decision"]


def test_the_paths_of_a_person_are_each_told_once(services: Services, march: RunningMeeting, amira: PersonId) -> None:
    by_amira = Proposer(people=(amira,))
    first, second = _said(march, "A ramp", by_amira), _said(march, "A bell", by_amira)
    _promised(march, "Write", _decided(march, "We want a ramp", by_amira, from_idea_id=first), owners=(amira,))
    group_id = march.live.state.group_id
    assert group_id is not None

    told = [{step.line_id for step in path.steps} for path in services.trace.paths_of(group_id, amira)]
    assert len(told) == 2
    assert sum(second in lines for lines in told) == sum(first in lines for lines in told) == 1


def test_nobody_unnamed_is_named_anywhere_in_a_path(services: Services, group: Group, march: RunningMeeting) -> None:
    person = replace(services.people.new_person(group.id), name="Zebedee Quill", named_as=NamedAs.UNNAMED)
    hidden = services.people.save(person).id
    by_hidden = Proposer(people=(hidden,))
    idea = _said(march, "A ramp", by_hidden)
    decision = _decided(march, "A ramp", by_hidden, from_idea_id=idea, objections=(Objection(text="No", by=by_hidden),))
    _promised(march, "Write", decision, owners=(hidden,), state=ActionState.DONE)

    path = services.trace.path(decision)
    assert path is not None
    assert all(step.whose.unnamed == 1 and not step.whose.names for step in path.steps)
    assert "ebedee" not in repr(path)
    assert hidden not in repr([step.whose for step in path.steps])


def test_a_line_that_is_not_there_has_no_path_and_a_change_is_seen_at_once(
    services: Services, march: RunningMeeting, amira: PersonId
) -> None:
    assert services.trace.path("nothing") is None
    idea = _said(march, "A ramp", Proposer(people=(amira,)))
    assert _kinds(services, idea) == ["idea"]
    _decided(march, "We want a ramp", Proposer(people=(amira,)), from_idea_id=idea)
    assert _kinds(services, idea) == ["idea", "decision"]
    march.live.undo()
    assert _kinds(services, idea) == ["idea"]


def test_a_link_to_a_line_that_is_gone_breaks_nothing(
    services: Services, march: RunningMeeting, amira: PersonId
) -> None:
    gone = EarlierLine(meeting_id=MeetingId("gone"), line_id="gone")
    assert _kinds(services, _said(march, "A ramp", Proposer(people=(amira,)), came_from=gone)) == ["idea"]
