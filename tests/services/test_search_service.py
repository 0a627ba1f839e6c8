"""One box over all meetings: the newest first, by words and by whose they are, and nobody unnamed by name (R35)."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.ids import DecisionId, IdeaId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    DecisionDetails,
    EarlierLine,
    IdeaDetails,
    IdeaOutcome,
    NeededYes,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import NamedAs, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.search_service import Became, Filters, FoundKind

MARCH, APRIL, MAY = date(2026, 3, 10), date(2026, 4, 7), date(2026, 5, 5)
GROUP = Proposer(source=Source.WHOLE_GROUP)


def _meeting(services: Services, group: Group, held_on: date, *people: PersonId) -> RunningMeeting:
    return services.meetings.begin(group.id, MeetingDetails(title=f"Of {held_on}", held_on=held_on), people)


def _person(services: Services, group: Group, name: str, named_as: NamedAs = NamedAs.FIRST) -> PersonId:
    person = replace(services.people.new_person(group.id), name=name, named_as=named_as)
    return services.people.save(person).id


def _idea(running: RunningMeeting, text: str, proposer: Proposer = GROUP, **more: object) -> IdeaId:
    return running.requests.record_idea(Words(text=text), IdeaDetails(proposer=proposer, **more))  # type: ignore[arg-type]


def _decision(running: RunningMeeting, text: str, proposer: Proposer = GROUP, **more: object) -> DecisionId:
    details = DecisionDetails(proposer=proposer, outcome=Outcome.AGREED, **more)  # type: ignore[arg-type]
    return running.requests.record_decision(Words(text=text), details)


def _texts(services: Services, words: str, filters: Filters | None = None) -> list[str]:
    return [found.text for found in services.search.find(words, filters or Filters())]


def test_the_newest_meeting_comes_first_and_every_word_must_be_met(services: Services, group: Group) -> None:
    for day in (MARCH, MAY, APRIL):
        running = _meeting(services, group, day)
        _idea(running, f"Seats with arms in {day:%B}")
        _decision(running, f"A shelter in {day:%B}")

    assert _texts(services, "seat") == [
        "Seats with arms in May",
        "Seats with arms in April",
        "Seats with arms in March",
    ]
    assert _texts(services, "april arm seats") == ["Seats with arms in April"]
    assert _texts(services, "seats shelter") == []


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("Café in Łódź", "cafe lodz"),
        ("Smørrebrød", "SMORREBR"),
        ("Straße", "strasse"),
        ("Đorđe's ramp", "dorde"),
        ("Tŷ bach yn Llŷn, Ŵyl, Sŵn", "ty llyn wyl swn"),
        ("Libraries for all", "library"),
        ("A library for all", "libraries"),
    ],
)
def test_letters_fold_and_plurals_are_the_same_word(services: Services, group: Group, said: str, typed: str) -> None:
    _idea(_meeting(services, group, MARCH), said)
    assert _texts(services, typed) == [said]


@pytest.mark.parametrize(
    "odd", ['"', "'; DROP TABLE line_index; --", "*", "(NEAR", "words : ", "^", "\\", "{roots}", "\0"]
)
def test_signs_in_the_box_do_no_harm(services: Services, group: Group, odd: str) -> None:
    _idea(_meeting(services, group, MARCH), "Seats with arms")
    assert _texts(services, f"{odd}seats{odd}") in (["Seats with arms"], [])
    assert _texts(services, "seats ")


@pytest.mark.parametrize("nothing", ["", "   ", '"*"', "?!"])
def test_a_box_without_letters_finds_nothing(services: Services, group: Group, nothing: str) -> None:
    _idea(_meeting(services, group, MARCH), "Seats with arms")
    assert services.search.find(nothing, Filters(group_id=group.id)) == ()


def test_a_persons_printed_name_finds_their_lines_also_beside_words(services: Services, group: Group) -> None:
    amira, bob = _person(services, group, "Amira Khan"), _person(services, group, "Bob Lee")
    running = _meeting(services, group, MARCH, amira, bob)
    _idea(running, "Seats with arms", Proposer(people=(amira,)))
    _idea(running, "Lights at the door", Proposer(people=(amira,)))
    _idea(running, "Seats in the shade", Proposer(people=(bob,)))

    assert _texts(services, "ami") == ["Lights at the door", "Seats with arms"]
    assert _texts(services, "amira seat") == _texts(services, "seats AMIRA") == ["Seats with arms"]
    assert _texts(services, "khan") == []  # only what is printed of a name
    (found,) = services.search.find("shade")
    assert (found.whose.names, found.whose.people) == (("Bob",), (bob,))


def test_a_name_that_is_chosen_anew_is_looked_for_at_once(services: Services, group: Group) -> None:
    amira = _person(services, group, "Amira Khan")
    _idea(_meeting(services, group, MARCH, amira), "Seats with arms", Proposer(people=(amira,)))
    assert _texts(services, "amira") == ["Seats with arms"]

    person = services.people.people(group.id)[0]
    services.people.save(replace(person, named_as=NamedAs.CHOSEN, chosen_name="Zed"))
    assert _texts(services, "zed") == ["Seats with arms"]
    assert _texts(services, "amira") == []


def test_an_unnamed_person_is_never_found_by_name_and_no_name_is_told(services: Services, group: Group) -> None:
    hidden = _person(services, group, "Zebedee Quill", NamedAs.UNNAMED)
    running = _meeting(services, group, MARCH, hidden)
    _idea(running, "Seats with arms", Proposer(people=(hidden,)))

    for typed in ("zebedee", "zeb", "quill", "z", "zebedee seats"):
        assert _texts(services, typed) == []
    (found,) = services.search.find("seats")
    assert (found.whose.names, found.whose.people, found.whose.unnamed) == ((), (), 1)
    assert "ebedee" not in repr(found)


def test_a_ticket_is_found_by_its_number(services: Services, group: Group) -> None:
    running = _meeting(services, group, MARCH)
    _idea(running, "Seats with arms", Proposer(source=Source.UNNAMED), ticket=17)
    (found,) = services.search.find("17")
    assert (found.text, found.whose.ticket, found.whose.sources) == ("Seats with arms", 17, (Source.UNNAMED,))


def test_each_filter_leaves_out_what_is_not_asked_for(services: Services, group: Group) -> None:
    amira, bob = _person(services, group, "Amira"), _person(services, group, "Bob")
    for day in (MARCH, APRIL):
        running = _meeting(services, group, day, amira, bob)
        running.requests.say_perspective(amira, (Perspective.CARER,))
        running.requests.say_perspective(bob, (Perspective.LOCAL_PERSON,))
        idea = _idea(running, f"Seats of Amira, {day:%B}", Proposer(people=(amira,)))
        _idea(running, f"Seats of Bob, {day:%B}", Proposer(people=(bob,)))
        _decision(running, f"Seats, {day:%B}", Proposer(people=(amira,)), from_idea_id=idea)

    march, april = (f"Seats of Amira, {month}" for month in ("March", "April"))
    assert _texts(services, "seats", Filters(person_id=bob)) == ["Seats of Bob, April", "Seats of Bob, March"]
    assert _texts(services, "seats", Filters(perspective=Perspective.CARER, kinds=(FoundKind.IDEA,))) == [april, march]
    assert _texts(services, "seats", Filters(became=(Became.AGREED,))) == ["Seats, April", "Seats, March"]
    assert _texts(services, "seats", Filters(until=MARCH, became=(Became.DECIDED,))) == [march]
    assert _texts(services, "", Filters(since=APRIL, perspective=Perspective.CARER)) == ["Seats, April", april]
    assert _texts(services, "", Filters(since=APRIL, until=MARCH)) == []
    assert _texts(services, "amira", Filters(since=APRIL)) == ["Seats, April", april]


def test_another_group_is_found_only_without_a_group_to_look_in(services: Services, group: Group) -> None:
    _idea(_meeting(services, group, MARCH), "Seats here")
    other = services.groups.create("Another group")
    _idea(_meeting(services, other, APRIL), "Seats there")

    assert _texts(services, "seats") == ["Seats there", "Seats here"]
    assert _texts(services, "seats", Filters(group_id=group.id)) == ["Seats here"]


def test_words_of_the_groups_list_come_first_with_what_they_mean(services: Services, group: Group) -> None:
    services.groups.save(replace(group, words=(ExplainedWord(term="Budget", means="The money we have."),)))
    _idea(_meeting(services, group, MARCH), "A budget for seats")

    word, idea = services.search.find("budg")
    assert (word.kind, word.text, word.means) == (FoundKind.WORD, "Budget", "The money we have.")
    assert idea.kind is FoundKind.IDEA
    assert _texts(services, "budget", Filters(kinds=(FoundKind.WORD,))) == ["Budget"]
    assert _texts(services, "budget", Filters(became=(Became.NO_ANSWER_YET,))) == ["A budget for seats"]


def test_reasons_objections_and_results_are_found_too(services: Services, group: Group) -> None:
    running = _meeting(services, group, MARCH)
    decision = _decision(running, "We want a ramp", reason="Wheels get stuck", conditions=("If it is wide",))
    action = running.requests.agree_action(Words(text="Ask"), ActionDetails(decision_id=decision))
    details = ActionDetails(decision_id=decision, state=ActionState.DONE, result="They sent a plumber")
    running.requests.change_action(action, Words(text="Ask"), details)

    assert _texts(services, "stuck") == _texts(services, "wide") == ["We want a ramp"]
    assert _texts(services, "plumber") == ["Ask"]


def test_ideas_wait_until_they_are_answered_or_a_later_meeting_carries_them_on(
    services: Services, group: Group
) -> None:
    march = _meeting(services, group, MARCH)
    open_idea, later = _idea(march, "Seats"), _idea(march, "Lights", outcome=IdeaOutcome.LATER)
    _idea(march, "Tea", outcome=IdeaOutcome.NOT_TAKEN_UP)

    def waiting() -> list[str]:
        return [one.text for one in services.search.waiting(group.id, MAY)]

    assert waiting() == ["Lights", "Seats"]
    april = _meeting(services, group, APRIL)
    _idea(april, "Seats with arms", came_from=EarlierLine(meeting_id=march.live.id, line_id=open_idea))
    assert waiting() == ["Seats with arms", "Lights"]
    assert [one.text for one in services.search.waiting(group.id, MAY, but=april.live.id)] == ["Lights"]
    assert services.search.waiting(group.id, date(2026, 3, 9)) == ()
    _decision(april, "Lights", from_idea_id=later)
    assert waiting() == ["Seats with arms", "Lights"]


def test_a_decision_waits_for_a_yes_in_every_later_meeting(services: Services, group: Group) -> None:
    asked = (NeededYes(who="The council", asked_on=date(2026, 3, 12)),)
    for day in (APRIL, MARCH):
        _decision(_meeting(services, group, day), f"A ramp, {day:%B}", needs_yes_from=asked)
    found = services.search.waiting_yeses(group.id, MAY)

    assert [one.text for one in found] == ["A ramp, March", "A ramp, April"]
    assert [(one.who, one.asked_on) for one in found[0].waits_for] == [("The council", date(2026, 3, 12))]
    assert [one.text for one in services.search.waiting_yeses(group.id, MARCH)] == ["A ramp, March"]


def test_a_decision_that_was_looked_at_again_waits_no_longer(services: Services, group: Group) -> None:
    march, may = _meeting(services, group, MARCH), _meeting(services, group, MAY)
    ramp = _decision(march, "A ramp", needs_yes_from=(NeededYes(who="The council"),))
    _decision(may, "A lift", reopens=EarlierLine(meeting_id=march.live.id, line_id=ramp))

    assert services.search.waiting_yeses(group.id, MAY) == ()
    assert [one.text for one in services.search.waiting_yeses(group.id, APRIL)] == ["A ramp"]


def test_people_wait_to_hear_once_there_is_news_and_the_day_is_over(services: Services, group: Group) -> None:
    amira = _person(services, group, "Amira")
    running = _meeting(services, group, MARCH, amira)
    idea = _idea(running, "Seats", Proposer(people=(amira,)))
    assert services.search.untold(group.id, MAY) == ()
    _decision(running, "We want seats", Proposer(people=(amira,)), from_idea_id=idea)

    (untold,) = services.search.untold(group.id, MAY)
    assert (untold.found.text, untold.people) == ("Seats", (amira,))
    assert services.search.untold(group.id, MARCH) == ()
    running.requests.finish()
    assert len(services.search.untold(group.id, MARCH)) == 1


def test_what_was_left_out_of_the_index_is_found_again(services: Services, group: Group) -> None:
    running = _meeting(services, group, MARCH)
    _idea(running, "Seats with arms")
    assert _texts(services, "seats")
    services.memory.forget(running.live.id)
    assert _texts(services, "seats") == ["Seats with arms"]
