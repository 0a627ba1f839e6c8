"""Days of notice: counted in days of the calendar, against the group's rule and what people need."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from coprod_desktop.domain import participation
from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.need_rules import NEED_RULES
from coprod_desktop.domain.notice import Notice, notice_for, notice_of, takes_days
from coprod_desktop.domain.person import Person
from tests.domain.meeting_maker import JO, SAM, MeetingMaker

TODAY = date(2026, 11, 10)
MEETING = MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24), starts_at="10am", ends_at="12pm")


def _person(who: PersonId, *codes: str, is_asked: bool = True) -> Person:
    consent = date(2026, 1, 1) if is_asked else None
    words = "May we?" if is_asked else ""
    needs = tuple(AccessNeed(code=code, consent_on=consent, consent_words=words) for code in codes)
    return Person(id=who, group_id=GroupId("g1"), name=who, needs=needs)


def _notice(*people: Person, details: MeetingDetails = MEETING, done: tuple[str, ...] = ()) -> Notice:
    return notice_of(details, people, today=TODAY, rule_days=14, done=done)


def test_days_count_from_today_until_invitations_go_out_and_then_from_that_day() -> None:
    assert (_notice().days, _notice().is_sent) == (14, False)
    sent = replace(MEETING, invitations_sent_on=date(2026, 11, 3))
    assert (_notice(details=sent).days, _notice(details=sent).is_sent) == (21, True)


def test_14_days_are_too_short_for_interpreters_who_need_42() -> None:
    notice = _notice(_person(JO, "BSL"))
    assert (notice.days, notice.longest_days, notice.too_short_for) == (14, 42, 1)
    assert notice.is_short
    assert not notice.is_short_of_rule


@pytest.mark.parametrize(("days", "short"), [(41, 1), (42, 0), (43, 0)])
def test_the_last_good_day_is_still_good(days: int, short: int) -> None:
    details = replace(MEETING, held_on=TODAY + timedelta(days=days))
    assert _notice(_person(JO, "BSL"), details=details).too_short_for == short


@pytest.mark.parametrize(("days", "is_short"), [(13, True), (14, False)])
def test_the_rule_of_the_group_counts_without_any_need(days: int, is_short: bool) -> None:
    notice = _notice(details=replace(MEETING, held_on=TODAY + timedelta(days=days)))
    assert notice.is_short_of_rule is is_short
    assert notice.longest is None
    assert notice.longest_days == 0


def test_needs_are_counted_and_never_people() -> None:
    people = [_person(PersonId(f"p{number}"), "BSL") for number in range(5)]
    assert _notice(*people).too_short_for == 1
    assert _notice(*people, _person(JO, "STT", "BRL")).too_short_for == 3


def test_a_need_without_a_yes_makes_no_notice_short() -> None:
    assert _notice(_person(JO, "BSL", is_asked=False)).longest is None


def test_what_is_done_needs_no_more_days() -> None:
    notice = _notice(_person(JO, "BSL", "EARLY"), done=("two_interpreters",))
    assert notice.too_short_for == 0
    assert notice.longest is not None
    assert notice.longest.key == "papers_early"


def test_a_day_that_has_passed_is_over_and_blames_nobody() -> None:
    past = replace(MEETING, held_on=TODAY - timedelta(days=1))
    notice = _notice(_person(JO, "BSL"), details=past)
    assert notice.is_over
    assert not notice.is_short
    sent_after = replace(past, invitations_sent_on=TODAY)
    assert not _notice(details=sent_after).is_over


def test_only_those_who_come_count() -> None:
    meeting = MeetingMaker()
    meeting.do(participation.expect(meeting.state, [JO, SAM]))
    people = [_person(JO, "BSL"), _person(SAM), _person(PersonId("elsewhere"), "DBLIND")]
    notice = notice_for(meeting.state, people, today=TODAY, rule_days=14)
    assert notice is not None
    assert notice.too_short_for == 1
    meeting.do(participation.send_sorry(meeting.state, JO))
    again = notice_for(meeting.state, people, today=TODAY, rule_days=14)
    assert again is not None
    assert again.longest is None


def test_every_booking_and_every_paper_with_days_is_looked_at() -> None:
    counted = {rule.key for rule in NEED_RULES if takes_days(rule)}
    assert {"two_interpreters", "captions", "braille", "papers_early", "welcome_sheet", "travel", "food"} <= counted
    assert not counted & {"loop", "doors", "fire_helper", "print_cards", "contact_way", "remind_week"}


@pytest.fixture
def london() -> Iterator[None]:
    """A clock that goes back on 25 October 2026 and forward on 28 March 2027."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/London"
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.__setitem__("TZ", before)
    time.tzset()


@pytest.mark.usefixtures("london")
@pytest.mark.parametrize(
    ("today", "held_on"),
    [
        (date(2026, 10, 24), date(2026, 10, 26)),  # a day of 25 hours lies between
        (date(2027, 3, 27), date(2027, 3, 29)),  # a day of 23 hours
        (date(2026, 12, 31), date(2027, 1, 2)),
        (date(2028, 2, 28), date(2028, 3, 1)),  # a leap year
    ],
)
def test_summer_time_and_the_end_of_a_year_make_no_difference(today: date, held_on: date) -> None:
    details = replace(MEETING, held_on=held_on)
    days = notice_of(details, (), today=today, rule_days=2).days
    assert days == 2
    assert not notice_of(details, (), today=today, rule_days=2).is_short_of_rule
    assert notice_of(details, (), today=today, rule_days=3).is_short_of_rule
