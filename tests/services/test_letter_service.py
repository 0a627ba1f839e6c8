"""The letter to whoever must still say yes: made from the record, for one who has not answered, changing nothing."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import DecisionId
from coprod_desktop.domain.lines import DecisionDetails, NeededYes, Outcome, Words, YesAnswer
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import MinutesFormat, NamedAs, Person
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting

NEEDED = (NeededYes(who="the council", asked_on=date(2020, 1, 1)), NeededYes(who="Sarah / Finance"))


@pytest.fixture
def running(services: Services, group: Group) -> RunningMeeting:
    return services.meetings.begin(group.id, MeetingDetails(title="Ramp", held_on=date(2019, 12, 31)))


def _person(services: Services, group: Group, name: str, named_as: NamedAs = NamedAs.FIRST) -> Person:
    return services.people.save(replace(services.people.new_person(group.id), name=name, named_as=named_as))


def _wanted(running: RunningMeeting, person: Person, outcome: Outcome = Outcome.AGREED) -> DecisionId:
    details = DecisionDetails(proposer=Proposer(people=(person.id,)), outcome=outcome, needs_yes_from=NEEDED)
    return running.requests.record_decision(Words(text="We want a ramp."), details)


def test_the_letter_says_what_whose_idea_and_since_when(
    services: Services, group: Group, running: RunningMeeting
) -> None:
    ramp = _wanted(running, _person(services, group, "Amina Yusuf"))
    first = render_plain_text(services.letters.letter(running.live.id, ramp, 0).content)
    second = render_plain_text(services.letters.letter(running.live.id, ramp, 1).content)

    assert "This letter is to the council." in first
    assert "We want a ramp." in first
    assert "Idea from: Amina." in first
    assert "We asked you on Wednesday 1 January 2020." in first
    assert "We have waited" in first
    assert "This letter is to Sarah / Finance." in second
    assert "We ask you now." in second


def test_an_unnamed_person_stays_unnamed_in_the_letter_and_its_name(
    services: Services, group: Group, running: RunningMeeting
) -> None:
    ramp = _wanted(running, _person(services, group, "Zebedee Quill", NamedAs.UNNAMED))
    letter = services.letters.letter(running.live.id, ramp, 1, MinutesFormat.PLAIN_TEXT)

    assert "Zebedee" not in render_plain_text(letter.content)
    assert letter.file_name.endswith(".txt")
    assert "/" not in letter.file_name
    assert services.person_papers.render(letter).decode() == render_plain_text(letter.content)


@pytest.mark.parametrize("format", [MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT])
def test_it_is_drawn_like_every_paper_and_changes_nothing(
    services: Services, group: Group, running: RunningMeeting, format: MinutesFormat
) -> None:
    ramp = _wanted(running, _person(services, group, "Amina Yusuf"))
    before = running.live.state

    letter = services.letters.letter(running.live.id, ramp, 0, format)

    assert services.person_papers.render(letter).startswith(b"%PDF")
    assert letter.file_name.endswith(".pdf")
    assert running.live.state == before


@pytest.mark.parametrize("place", [-1, 0, 2])
def test_there_is_no_letter_to_nobody_nor_to_one_who_answered(
    services: Services, group: Group, running: RunningMeeting, place: int
) -> None:
    ramp = _wanted(running, _person(services, group, "Amina Yusuf"))
    running.requests.others_said(ramp, 0, YesAnswer.NO, reason="No money.")

    with pytest.raises(NotAllowed):
        services.letters.letter(running.live.id, ramp, place)


def test_there_is_no_letter_for_what_was_not_agreed(services: Services, group: Group, running: RunningMeeting) -> None:
    ramp = _wanted(running, _person(services, group, "Amina Yusuf"), Outcome.NOT_AGREED)

    with pytest.raises(NotAllowed):
        services.letters.letter(running.live.id, ramp, 0)
