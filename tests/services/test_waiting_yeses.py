"""The yeses that earlier meetings wait for: in every minutes until answered, and as they stood at any record number."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.decisions import details_to_look_again
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import DecisionId, MeetingId
from coprod_desktop.domain.lines import DecisionDetails, EarlierLine, IdeaDetails, NeededYes, Outcome, Words, YesAnswer
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.minutes.earlier import WAITING_REF
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.waiting_yeses import WaitingYeses
from coprod_desktop.storage.meeting_log import MeetingLog

MARCH, JUNE, NOW = date(2026, 3, 10), date(2026, 6, 9), date(2026, 11, 24)
GROUP = Proposer(source=Source.WHOLE_GROUP)
COUNCIL = NeededYes(who="the council", asked_on=date(2026, 9, 24))


def _meeting(services: Services, group: Group, held_on: date) -> RunningMeeting:
    return services.meetings.begin(group.id, MeetingDetails(title=f"Meeting of {held_on}", held_on=held_on))


def _wanted(running: RunningMeeting, text: str, *needed: NeededYes) -> DecisionId:
    details = DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED, needs_yes_from=needed)
    return running.requests.record_decision(Words(text=text), details)


def _told(services: Services, meeting_id: MeetingId) -> str:
    return render_plain_text(services.minutes.content(meeting_id))


@pytest.fixture
def march(services: Services, group: Group) -> RunningMeeting:
    return _meeting(services, group, MARCH)


@pytest.fixture
def now(services: Services, group: Group) -> RunningMeeting:
    return _meeting(services, group, NOW)


def test_every_later_minutes_print_the_days_until_the_answer_is_there(
    services: Services, group: Group, march: RunningMeeting, now: RunningMeeting
) -> None:
    ramp = _wanted(march, "We want a ramp.", COUNCIL)
    june = _meeting(services, group, JUNE)

    assert "We have waited 61 days for an answer." in _told(services, now.live.id)
    assert "The council has not said yes yet." in _told(services, june.live.id)
    assert "We have waited" not in _told(services, june.live.id), "in June nobody had been asked yet"

    march.requests.others_said(ramp, 0, YesAnswer.YES, on=date(2026, 12, 1))
    assert "We have waited" not in _told(services, now.live.id)


def test_the_oldest_question_comes_first_and_a_no_is_an_answer(
    services: Services, march: RunningMeeting, now: RunningMeeting
) -> None:
    _wanted(march, "We want a ramp.", COUNCIL)
    _wanted(march, "We want a bus.", NeededYes(who="the drivers", asked_on=date(2026, 3, 12)))
    _wanted(march, "We want a pool.", NeededYes(who="the bank", answer=YesAnswer.NO), NeededYes(who="the trustees"))
    group_id = now.live.state.group_id
    assert group_id is not None

    waiting = WaitingYeses(services.database).before(group_id, NOW)
    assert [(one.words.text, one.needed.who, one.place) for one in waiting] == [
        ("We want a bus.", "the drivers", 0),
        ("We want a ramp.", "the council", 0),
    ]


def test_what_was_looked_at_again_or_taken_back_or_put_away_is_not_waited_for(
    services: Services, group: Group, march: RunningMeeting
) -> None:
    ramp = _wanted(march, "We want a ramp.", COUNCIL)
    bus = _wanted(march, "We want a bus.", COUNCIL)
    decision = march.live.state.decisions[ramp]
    june = _meeting(services, group, JUNE)
    june.requests.record_decision(Words(text="A lift."), details_to_look_again(decision, march.live.id))

    waiting = WaitingYeses(services.database).before(group.id, NOW)
    assert [one.decision_id for one in waiting] == [bus]
    assert [one.decision_id for one in WaitingYeses(services.database).before(group.id, JUNE)] == [ramp, bus]
    march.requests.put_away()
    assert WaitingYeses(services.database).before(group.id, NOW) == ()


def test_another_group_waits_for_its_own(services: Services, group: Group, march: RunningMeeting) -> None:
    _wanted(march, "We want a ramp.", COUNCIL)
    other = services.groups.create("Others")

    assert WaitingYeses(services.database).before(other.id, NOW) == ()
    assert len(WaitingYeses(services.database).before(group.id, NOW)) == 1


def test_an_edition_tells_what_was_waited_for_when_it_was_made(
    services: Services, group: Group, march: RunningMeeting, now: RunningMeeting
) -> None:
    ramp = _wanted(march, "We want a ramp.", COUNCIL)
    now.requests.record_decision(Words(text="Tea."), DecisionDetails(proposer=GROUP, outcome=Outcome.AGREED))
    number = MeetingLog(services.database).record_number(now.live.id)
    then = WaitingYeses(services.database).before(group.id, NOW, at_number=number)
    assert then == WaitingYeses(services.database).before(group.id, NOW)

    march.requests.others_said(ramp, 0, YesAnswer.YES)

    assert WaitingYeses(services.database).before(group.id, NOW) == ()
    assert WaitingYeses(services.database).before(group.id, NOW, at_number=number) == then


def test_pages_of_an_edition_are_the_same_bytes_whatever_becomes_of_earlier_meetings_later(
    services: Services, group: Group, march: RunningMeeting, now: RunningMeeting
) -> None:
    june = _meeting(services, group, JUNE)
    ramp = _wanted(march, "We want a ramp.", COUNCIL)
    _wanted(june, "We want a bus.", COUNCIL)
    edition = services.editions.make_edition(now.live.id)

    def pages() -> list[bytes]:
        return [one.data for one in services.editions.pages.made(services.editions.pages.content(now.live.id, edition))]

    made = pages()
    assert "We want a ramp." in made[-1].decode()
    assert "We want a bus." in made[-1].decode()
    march.requests.others_said(ramp, 0, YesAnswer.YES, on=date(2026, 12, 1))
    assert pages() == made, "an answer came"
    june.requests.put_away()
    assert pages() == made, "a meeting was put away"
    details = march.live.state.details
    assert details is not None
    march.requests.change_details(replace(details, held_on=date(2026, 12, 20)))
    assert pages() == made, "the day of a meeting was put right"


def test_at_a_number_what_was_looked_at_again_by_then_is_not_waited_for(
    services: Services, group: Group, march: RunningMeeting
) -> None:
    ramp = _wanted(march, "We want a ramp.", COUNCIL)
    log, june = MeetingLog(services.database), _meeting(services, group, JUNE)
    before = log.record_number(june.live.id)
    decision = march.live.state.decisions[ramp]
    june.requests.record_decision(Words(text="A lift."), details_to_look_again(decision, march.live.id))
    after = log.record_number(june.live.id)

    def waiting(number: int) -> list[DecisionId]:
        return [one.decision_id for one in WaitingYeses(services.database).before(group.id, NOW, at_number=number)]

    assert (waiting(before), waiting(after)) == ([ramp], [])


def test_the_earlier_words_are_told_where_a_line_goes_on_from_them(
    services: Services, march: RunningMeeting, now: RunningMeeting
) -> None:
    ramp = _wanted(march, "We want a ramp.", COUNCIL)
    choir = march.requests.record_idea(Words(text="A choir."), IdeaDetails(proposer=GROUP))
    decision = march.live.state.decisions[ramp]
    now.requests.record_decision(Words(text="A lift."), details_to_look_again(decision, march.live.id))
    came_from = EarlierLine(meeting_id=march.live.id, line_id=choir)
    now.requests.record_idea(Words(text="A choir."), IdeaDetails(proposer=GROUP, came_from=came_from))

    text = _told(services, now.live.id)
    assert "We had a decision from Tuesday 10 March 2026.\nIt said this.\nWe want a ramp." in text
    assert "We began to talk about this on Tuesday 10 March 2026." in text
    refs = [section.ref for section in services.minutes.content(now.live.id).sections]
    assert WAITING_REF not in refs, "it is looked at again here, so nobody is waited for"
