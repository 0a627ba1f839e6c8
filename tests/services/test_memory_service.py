"""What the room remembers while an agenda item is typed: the same thing comes up, other things do not (R44)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import AgendaItemId, DecisionId, MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    DecisionDetails,
    IdeaDetails,
    IdeaKind,
    ItemState,
    NeededYes,
    Outcome,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.memory_service import MOST_KEPT, Became, LineKind, Remembered, WaitsFor

MARCH, APRIL, MAY, NOW = date(2026, 3, 10), date(2026, 4, 7), date(2026, 5, 5), date(2026, 11, 24)
GROUP = Proposer(source=Source.WHOLE_GROUP)


@pytest.fixture
def now(services: Services, group: Group) -> RunningMeeting:
    """The meeting that is open today."""
    return _meeting(services, group, NOW)


def _meeting(services: Services, group: Group, held_on: date) -> RunningMeeting:
    return services.meetings.begin(group.id, MeetingDetails(title=f"Meeting of {held_on}", held_on=held_on))


def _item(
    running: RunningMeeting, title: str, state: ItemState | None = ItemState.DISCUSSED, proposer: Proposer = GROUP
) -> AgendaItemId:
    item_id = running.requests.propose_item(AgendaItemDetails(title=title, proposer=proposer))
    if state is not None:
        running.requests.close_item(item_id, state)
    return item_id


def _decision(
    running: RunningMeeting, text: str, *, item_id: AgendaItemId | None = None, waits: Sequence[NeededYes] = ()
) -> DecisionId:
    details = DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED, item_id=item_id, needs_yes_from=tuple(waits))
    return running.requests.record_decision(Words(text=text), details)


def _told(services: Services, now: RunningMeeting, typed: str) -> list[tuple[str, str]]:
    return [(one.words, one.became.value) for one in services.memory.remembered(now.live.id, typed)]


SAID_BEFORE = (
    "Bus shelters on Mill Lane",
    "Money for tea and biscuits",
    "A hearing loop for the hall",
    "Lunch at the community centre",
    "The library opens too late",
    "Caffi yn y Llŷn",
    "Training for bus drivers",
)

WORKED_EXAMPLES = [
    ("shelters", ["Bus shelters on Mill Lane"]),
    ("shelter", ["Bus shelters on Mill Lane"]),
    ("New SHELTER?", ["Bus shelters on Mill Lane"]),
    ("shel", ["Bus shelters on Mill Lane"]),
    ("Where do the shelters go", ["Bus shelters on Mill Lane"]),
    ("bus shelter", ["Bus shelters on Mill Lane"]),
    ("buses ", ["Bus shelters on Mill Lane", "Training for bus drivers"]),
    ("libraries", ["The library opens too late"]),
    ("librar", ["The library opens too late"]),
    ("llyn a caffi", ["Caffi yn y Llŷn"]),
    ("Who pays for biscuits?", ["Money for tea and biscuits"]),
    ("tea in the hall", ["Money for tea and biscuits", "A hearing loop for the hall"]),
    ("hear", ["A hearing loop for the hall"]),
    # Nothing in common but words that any two lines share, or nothing at all.
    ("What should we do for the new people?", []),
    ("A meeting on Tuesday", []),
    ("she", []),
    ("sh", []),
    ("", []),
    ("the late", []),
    ("car park", []),
    ("opener", []),
    ("raining", []),
    ("community", ["Lunch at the community centre"]),
    ("centred", []),
]


@pytest.mark.parametrize(("typed", "comes_up"), WORKED_EXAMPLES)
def test_worked_examples(
    services: Services, group: Group, now: RunningMeeting, typed: str, comes_up: list[str]
) -> None:
    earlier = _meeting(services, group, MARCH)
    for title in SAID_BEFORE:
        _item(earlier, title)
    assert sorted(words for words, _ in _told(services, now, typed)) == sorted(comes_up)


def test_a_promise_without_an_answer_comes_up_with_who_was_asked_and_when(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    earlier = _meeting(services, group, MARCH)
    item_id = _item(earlier, "Bus shelters")
    council = NeededYes(who="The council", asked_on=date(2026, 3, 12))
    said_yes = NeededYes(who="The vicar", answer=YesAnswer.YES)
    decision_id = _decision(earlier, "We want seats with arms", item_id=item_id, waits=(council, said_yes))

    # Its words share nothing with what is typed, but it belongs to what was talked about.
    assert services.memory.remembered(now.live.id, "Shelters") == (
        Remembered(
            kind=LineKind.DECISION,
            line_id=decision_id,
            meeting_id=earlier.live.id,
            held_on=MARCH,
            words="We want seats with arms",
            became=Became.WAITS_FOR_YES,
            waits_for=(WaitsFor(who="The council", asked_on=date(2026, 3, 12)),),
        ),
    )


def test_an_idea_that_was_decided_comes_up_as_its_decision_while_that_waits(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    earlier = _meeting(services, group, MARCH)
    said = IdeaDetails(proposer=GROUP)
    idea_id = earlier.requests.record_idea(Words(text="A shelter that keeps us dry"), said)
    council = NeededYes(who="The council", asked_on=date(2026, 3, 12))
    wanted = DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED, from_idea_id=idea_id, needs_yes_from=(council,))
    decision_id = earlier.requests.record_decision(Words(text="We want a roof"), wanted)

    (told,) = services.memory.remembered(now.live.id, "Keep dry in a shelter")
    assert (told.line_id, told.became) == (decision_id, Became.WAITS_FOR_YES)
    assert told.waits_for == (WaitsFor(who="The council", asked_on=date(2026, 3, 12)),)

    answered = replace(wanted, needs_yes_from=(replace(council, answer=YesAnswer.YES),))
    earlier.requests.change_decision(decision_id, Words(text="We want a roof"), answered)
    (told,) = services.memory.remembered(now.live.id, "Keep dry in a shelter")
    assert (told.line_id, told.became) == (idea_id, Became.DECIDED)


def test_when_the_answer_came_it_is_no_promise_any_more(services: Services, group: Group, now: RunningMeeting) -> None:
    earlier = _meeting(services, group, MARCH)
    item_id = _item(earlier, "Bus shelters")
    council = NeededYes(who="The council")
    decision_id = _decision(earlier, "We want seats with arms", item_id=item_id, waits=(council,))
    answered = replace(council, answer=YesAnswer.YES)
    details = DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED, item_id=item_id, needs_yes_from=(answered,))
    earlier.requests.change_decision(decision_id, Words(text="We want seats with arms"), details)

    assert _told(services, now, "shelters") == [("Bus shelters", "talked_about")]
    assert _told(services, now, "seats") == [("We want seats with arms", "agreed")]
    earlier.live.undo()
    assert _told(services, now, "seats") == [("We want seats with arms", "waits_for_yes")]


def test_a_job_that_is_open_and_an_idea_without_an_answer_come_up(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    earlier = _meeting(services, group, MARCH)
    due_on = date(2026, 4, 1)
    action_id = earlier.requests.agree_action(Words(text="Measure the ramp"), ActionDetails(due_on=due_on))
    earlier.requests.record_idea(
        Words(text="A wider ramp would be good", easy_text="A wide ramp"), IdeaDetails(proposer=GROUP)
    )

    found = services.memory.remembered(now.live.id, "ramps")
    assert {(one.words, one.became) for one in found} == {
        ("Measure the ramp", Became.STILL_OPEN),
        ("A wide ramp", Became.NO_ANSWER_YET),
    }
    assert [one.due_on for one in found if one.kind is LineKind.ACTION] == [due_on]

    done = ActionDetails(state=ActionState.DONE)
    earlier.requests.change_action(action_id, Words(text="Measure the ramp"), done)
    assert ("Measure the ramp", "done") in _told(services, now, "ramps")


def test_at_most_three_come_up_the_best_first_then_what_still_waits_then_the_newest(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    march, april, may = (_meeting(services, group, day) for day in (MARCH, APRIL, MAY))
    _item(march, "Garden benches")
    _item(march, "Garden tools", ItemState.PARKED)
    _item(april, "Garden party")
    _item(may, "Garden paths")

    told = [words for words, _ in _told(services, now, "garden ")]
    assert told == ["Garden tools", "Garden paths", "Garden party"]
    assert [words for words, _ in _told(services, now, "garden benches")] == ["Garden benches"]


def test_an_item_that_was_carried_from_meeting_to_meeting_comes_up_once(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    for day in (MARCH, MAY, APRIL):
        _item(_meeting(services, group, day), "The garden", ItemState.CARRIED_OVER)
    (only,) = services.memory.remembered(now.live.id, "gardens")
    assert only.held_on == MAY


def test_a_story_and_a_thank_you_do_not_come_up_by_themselves(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    earlier = _meeting(services, group, MARCH)
    for kind in (IdeaKind.STORY, IdeaKind.THANK_YOU):
        earlier.requests.record_idea(Words(text="My fall at the kerb"), IdeaDetails(proposer=GROUP, kind=kind))
    assert _told(services, now, "kerb") == []


def test_only_earlier_meetings_of_this_group_that_are_in_sight_are_remembered(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    other_group = services.groups.create("Library friends")
    _item(_meeting(services, other_group, MARCH), "The garden elsewhere")
    _item(_meeting(services, group, date(2027, 1, 1)), "The garden next year")
    _item(now, "The garden today", None)
    away = _meeting(services, group, APRIL)
    _item(away, "The garden in April")
    away.requests.put_away()
    taken_back = _meeting(services, group, MAY)
    _item(taken_back, "The garden in May")
    for _ in range(3):
        taken_back.live.undo()

    assert _told(services, now, "gardens") == []
    away.requests.bring_back()
    assert _told(services, now, "gardens") == [("The garden in April", "talked_about")]
    assert services.memory.remembered(MeetingId("nowhere"), "gardens") == ()
    assert services.memory.kept_for_later(MeetingId("nowhere")) == ()


def test_nobody_is_found_by_their_name(services: Services, group: Group, now: RunningMeeting) -> None:
    person = services.people.add_walk_in(group.id, "Quillon Xanthe")
    earlier = _meeting(services, group, MARCH)
    _item(earlier, "The garden", proposer=Proposer(people=(PersonId(person.id),)))
    assert _told(services, now, "Quillon") == []
    assert len(_told(services, now, "garden")) == 1


def test_what_was_kept_for_later_is_offered_with_its_proposer(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    person = services.people.add_walk_in(group.id, "Jo")
    by_jo = Proposer(people=(person.id,), source=Source.DROP_IN)
    march, april = _meeting(services, group, MARCH), _meeting(services, group, APRIL)
    kept = _item(march, "Kerbs", ItemState.PARKED, by_jo)
    carried = _item(april, "Lights", ItemState.CARRIED_OVER)
    _item(april, "Tea", ItemState.DISCUSSED)
    _item(april, "Signs", ItemState.NOT_REACHED)

    offered = services.memory.kept_for_later(now.live.id)
    assert [one.details.title for one in offered] == ["Signs", "Lights", "Kerbs"]
    assert offered[1].item_id == carried
    last = offered[-1]
    assert (last.item_id, last.meeting_id, last.held_on) == (kept, march.live.id, MARCH)
    assert last.meeting_title == "Meeting of 2026-03-10"
    assert last.details.proposer == by_jo
    assert last.became is Became.KEPT_FOR_LATER


def test_what_is_on_this_agenda_or_was_talked_about_since_is_not_offered(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    march, april = _meeting(services, group, MARCH), _meeting(services, group, APRIL)
    for title in ("Kerbs", "Lights", "Signs"):
        _item(march, title, ItemState.PARKED)
    _item(april, "lights!", ItemState.DISCUSSED)
    on_agenda = _item(now, "Kerbs", None)

    def offered() -> list[str]:
        return [one.details.title for one in services.memory.kept_for_later(now.live.id)]

    assert offered() == ["Signs"]
    now.requests.close_item(on_agenda, ItemState.PARKED)
    assert offered() == ["Signs"]
    now.live.undo()
    now.live.undo()
    assert offered() == ["Signs", "Kerbs"] or offered() == ["Kerbs", "Signs"]


def test_a_change_in_an_earlier_meeting_is_offered_as_it_is_now(
    services: Services, group: Group, now: RunningMeeting
) -> None:
    march = _meeting(services, group, MARCH)
    kept = _item(march, "Kerbs", ItemState.PARKED)
    assert services.memory.kept_for_later(now.live.id)[0].details.minutes_wanted is None
    march.requests.change_item(kept, AgendaItemDetails(title="Kerbs", proposer=GROUP, minutes_wanted=20))
    assert services.memory.kept_for_later(now.live.id)[0].details.minutes_wanted == 20


def test_at_most_twelve_items_are_offered(services: Services, group: Group, now: RunningMeeting) -> None:
    march = _meeting(services, group, MARCH)
    for number in range(MOST_KEPT + 3):
        _item(march, f"Thing {number}", ItemState.PARKED)
    assert len(services.memory.kept_for_later(now.live.id)) == MOST_KEPT


def test_old_meetings_are_taken_in_a_few_at_a_time(services: Services, group: Group, now: RunningMeeting) -> None:
    for day in range(1, 13):
        _item(_meeting(services, group, date(2026, 1, day)), f"Garden of day {day}")
    all_of_them = _told(services, now, "garden ")
    with services.database.write() as connection:
        # As an older version left it: the tables are there and empty.
        connection.exec_driver_sql("INSERT INTO line_words (line_words) VALUES ('delete-all')")
        for table in ("line_index", "line_people", "line_links", "indexed_meetings"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    del services.memory

    assert services.memory.prepare()
    assert not services.memory.prepare()
    assert not services.memory.prepare()
    assert _told(services, now, "garden ") == all_of_them
    assert len(all_of_them) == 3


def test_a_meeting_can_be_forgotten_and_all_made_anew(services: Services, group: Group, now: RunningMeeting) -> None:
    earlier = _meeting(services, group, MARCH)
    _item(earlier, "The garden", ItemState.PARKED)
    services.memory.kept_for_later(now.live.id)

    services.memory.forget(earlier.live.id)
    with services.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM line_index").scalar() == 0
    assert _told(services, now, "garden") == [("The garden", "kept_for_later")]
    services.memory.rebuild()
    assert _told(services, now, "garden") == [("The garden", "kept_for_later")]
    assert len(services.memory.kept_for_later(now.live.id)) == 1
