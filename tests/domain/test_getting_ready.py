"""How lines are worked out: dates over the year, what was marked, who comes, and what the place has."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.adjustment import Adjustment, FireHelper, GroupState, NeedAnswer, PersonSaid
from coprod_desktop.domain.getting_ready import Preparation, coming, ready_lines
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import Attendance, MeetingState
from coprod_desktop.domain.need_lines import need_lines
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.ready_line import ReadyLine, by_date, undone, weakest
from coprod_desktop.domain.room import PlannedBreak, Room
from coprod_desktop.domain.venue import CheckAnswer, Checked, Venue, VenueCheck, VenueId

MEETING, GROUP = MeetingId("m1"), GroupId("g1")
DAY = date(2026, 11, 24)
DETAILS = MeetingDetails(title="Bus stops", held_on=DAY, starts_at="10am", ends_at="midday", venue="Library hall")


def person(name: str, *codes: str, words: str = "", removed_on: date | None = None) -> Person:
    needs = tuple(AccessNeed(code=code, detail=words, consent_on=date(2026, 1, 1)) for code in codes)
    return Person(id=PersonId(name), group_id=GROUP, name=name, needs=needs, removed_on=removed_on)


def state(*people: Person, details: MeetingDetails = DETAILS) -> MeetingState:
    return MeetingState(
        id=MEETING, group_id=GROUP, details=details, attendance={one.id: Attendance(person_id=one.id) for one in people}
    )


def prepared(*people: Person, details: MeetingDetails = DETAILS, today: date = date(2026, 9, 1)) -> Preparation:
    return Preparation(state=state(*people, details=details), people=people, today=today)


def line(known: Preparation, key: str) -> ReadyLine:
    return next(one for one in ready_lines(known) if one.key == key)


def marked(
    key: str, group_state: GroupState, people: int = 1, place: str = "", reason: str = ""
) -> dict[str, Adjustment]:
    return {key: Adjustment(meeting_id=MEETING, key=key, state=group_state, people=people, place=place, reason=reason)}


@pytest.mark.parametrize(
    ("held_on", "interpreter_by", "papers_by"),
    [
        (date(2026, 11, 4), date(2026, 9, 23), date(2026, 10, 21)),  # the clocks go back between them
        (date(2026, 4, 8), date(2026, 2, 25), date(2026, 3, 25)),  # the clocks go forward
        (date(2027, 1, 5), date(2026, 11, 24), date(2026, 12, 22)),  # the end of a year
        (date(2028, 3, 1), date(2028, 1, 19), date(2028, 2, 16)),  # 29 February is between them
    ],
)
def test_dates_are_whole_days_over_summer_time_and_the_end_of_the_year(
    held_on: date, interpreter_by: date, papers_by: date
) -> None:
    known = prepared(person("jo", "BSL", "EARLY"), details=replace(DETAILS, held_on=held_on))
    assert line(known, "two_interpreters").due_on == interpreter_by
    assert line(known, "papers_early").due_on == papers_by


def test_a_meeting_when_the_calendar_begins_has_no_day_for_what_comes_before() -> None:
    known = prepared(person("jo", "BSL"), details=replace(DETAILS, held_on=date.min))
    assert line(known, "two_interpreters").due_on is None
    assert line(known, "clear_view").due_on == date.min


@pytest.mark.parametrize(
    ("days_before", "is_late", "may_be_too_late"),
    [
        (43, False, False),
        (42, False, False),
        (41, True, False),
        (28, True, False),
        (27, True, True),
        (0, True, True),
        (-1, True, True),
    ],
)
def test_it_is_late_once_the_day_has_passed_and_there_is_a_warning_under_4_weeks(
    days_before: int, is_late: bool, may_be_too_late: bool
) -> None:
    told = line(prepared(person("jo", "BSL"), today=DAY - timedelta(days=days_before)), "two_interpreters")
    assert (told.is_late, told.may_be_too_late) == (is_late, may_be_too_late)


@pytest.mark.parametrize("group_state", [GroupState.ARRANGED, GroupState.READY])
def test_what_is_arranged_is_done_and_never_late(group_state: GroupState) -> None:
    known = replace(prepared(person("jo", "BSL"), today=DAY), adjustments=marked("two_interpreters", group_state))
    told = line(known, "two_interpreters")
    assert told.is_done
    assert not told.is_late
    assert told not in undone(ready_lines(known))


def test_what_was_only_asked_is_not_done() -> None:
    known = replace(prepared(person("jo", "BSL"), today=DAY), adjustments=marked("two_interpreters", GroupState.ASKED))
    assert line(known, "two_interpreters").is_undone
    assert line(known, "two_interpreters").is_late


def test_a_reason_takes_a_line_off_what_is_undone_and_leaves_its_state() -> None:
    marks = marked("two_interpreters", GroupState.ASKED, reason="All are booked.")
    told = line(replace(prepared(person("jo", "BSL"), today=DAY), adjustments=marks), "two_interpreters")
    assert not told.is_undone
    assert not told.is_done
    assert not told.is_late
    assert (told.state, told.reason) == (GroupState.ASKED, "All are booked.")


def test_undone_things_come_in_the_order_of_their_dates() -> None:
    known = prepared(person("jo", "BSL", "FOOD", "EARLY", "SEAT", "ER"))
    days = [one.due_on for one in undone(ready_lines(known))]
    assert days == sorted(day for day in days if day is not None)
    assert by_date(ready_lines(known))[-1].due_on is None


def test_a_meeting_that_was_moved_has_new_days_and_keeps_what_was_done() -> None:
    marks = marked("two_interpreters", GroupState.ASKED)
    known = replace(prepared(person("jo", "BSL")), adjustments=marks)
    moved = replace(known, state=state(*known.people, details=replace(DETAILS, held_on=date(2027, 1, 12))))
    assert line(moved, "two_interpreters").due_on == date(2026, 12, 1)
    assert line(moved, "two_interpreters").state is GroupState.ASKED


def test_more_people_than_it_was_done_for_are_noticed() -> None:
    marks = marked("travel", GroupState.ARRANGED)
    one = replace(prepared(person("jo", "TRAVEL")), adjustments=marks)
    two = replace(prepared(person("jo", "TRAVEL"), person("sam", "TRAVEL")), adjustments=marks)
    assert line(one, "travel").is_done
    told = line(two, "travel")
    assert told.has_grown
    assert told.is_undone
    assert told.people == 2
    assert told.next_state is GroupState.ARRANGED


def test_another_place_asks_for_what_is_in_the_room_and_for_nothing_else() -> None:
    marks = marked("clear_view", GroupState.READY, place="library hall") | marked(
        "two_interpreters", GroupState.READY, place="library hall"
    )
    here = replace(prepared(person("jo", "BSL")), adjustments=marks)
    elsewhere = replace(here, state=state(*here.people, details=replace(DETAILS, venue="Town hall")))
    assert line(here, "clear_view").state is GroupState.READY
    assert line(elsewhere, "clear_view").state is GroupState.NOT_ASKED
    assert line(elsewhere, "two_interpreters").state is GroupState.READY


def test_a_mark_counts_on_when_the_group_begins_to_remember_the_place() -> None:
    marks = marked("clear_view", GroupState.READY, place="library hall")
    venue = Venue(id=VenueId("v1"), group_id=GROUP, name="Library hall")
    known = replace(prepared(person("jo", "BSL")), adjustments=marks, venue=venue)
    assert line(known, "clear_view").state is GroupState.READY


@pytest.mark.parametrize(
    ("answer", "group_state", "lacks"),
    [(CheckAnswer.YES, GroupState.READY, False), (CheckAnswer.NO, GroupState.ARRANGED, True)],
)
def test_a_place_is_ready_only_if_somebody_found_it_there(
    answer: CheckAnswer, group_state: GroupState, lacks: bool
) -> None:
    venue = Venue(
        id=VenueId("v1"),
        group_id=GROUP,
        name="Library hall",
        checks={VenueCheck.STEP_FREE: Checked(answer=answer, checked_on=date(2026, 3, 1))},
    )
    marks = marked("step_free", GroupState.READY, place="v1")
    told = line(replace(prepared(person("jo", "STEP")), venue=venue, adjustments=marks), "step_free")
    assert (told.state, told.place_lacks_it) == (group_state, lacks)
    assert told.is_done is not lacks
    assert told.next_state is None


def test_breaks_are_ready_when_they_are_in_the_plan() -> None:
    known = prepared(person("jo", "BREAK"))
    assert line(known, "break_breaks").is_undone
    room = Room(planned_breaks=(PlannedBreak(at="10:55", minutes=10),))
    planned = replace(known, state=replace(known.state, room=room))
    assert line(planned, "break_breaks").is_done


def test_the_less_strict_of_two_kinds_of_breaks_is_covered_by_the_other() -> None:
    known = prepared(person("jo", "BREAK"), person("sam", "BSL"))
    hour, half_hour = line(known, "break_breaks"), line(known, "bsl_breaks")
    assert (hour.is_covered, hour.is_undone, hour.state) == (True, False, GroupState.NOT_ASKED)
    assert (half_hour.is_covered, half_hour.is_undone) == (False, True)
    times = ("10:25", "10:55", "11:25")
    room = Room(planned_breaks=tuple(PlannedBreak(at=at, minutes=10) for at in times))
    planned = replace(known, state=replace(known.state, room=room))
    assert {one.line.key: one.state for one in need_lines(planned) if one.line.rule.rhythm} == {
        "break_breaks": "ready",
        "bsl_breaks": "ready",
    }
    assert len([one for one in need_lines(known) if one.line.rule.rhythm and one.state == "not_asked"]) == 2


def test_the_stricter_breaks_are_those_that_somebody_asks_for_in_their_own_words() -> None:
    known = prepared(person("jo", "BREAK", words="every 20 minutes"), person("sam", "BSL"))
    assert line(known, "bsl_breaks").is_covered
    assert line(known, "break_breaks").is_undone


def test_breaks_that_the_group_cannot_have_cover_no_others() -> None:
    known = prepared(person("jo", "BREAK"), person("sam", "BSL"))
    told = replace(known, adjustments=marked("bsl_breaks", GroupState.NOT_ASKED, reason="There is no time"))
    assert line(told, "break_breaks").is_undone


def test_breaks_that_somebody_says_are_there_are_there_for_the_less_strict_too() -> None:
    details = replace(DETAILS, starts_at="", ends_at="")
    known = prepared(person("jo", "BREAK"), person("sam", "BSL"), details=details, today=DAY)
    assert (line(known, "break_breaks").is_late, line(known, "bsl_breaks").is_late) == (True, True)
    said = replace(known, adjustments=marked("bsl_breaks", GroupState.READY))
    assert (line(said, "break_breaks").is_done, line(said, "break_breaks").is_late) == (True, False)


def test_breaks_of_a_meeting_without_times_are_not_ready_until_somebody_says_so() -> None:
    known = prepared(person("jo", "BREAK"), details=replace(DETAILS, starts_at="", ends_at=""))
    assert line(known, "break_breaks").is_undone
    said = replace(known, adjustments=marked("break_breaks", GroupState.READY))
    assert line(said, "break_breaks").is_done


def test_a_helper_is_named_for_each_person_before_the_line_is_ready() -> None:
    people = (person("jo", "EXIT"), person("sam", "EXIT"))
    one = FireHelper(meeting_id=MEETING, person_id=PersonId("jo"), helper="Ann")
    known = replace(prepared(*people), helpers=(one,))
    assert line(known, "fire_helper").is_undone
    both = replace(known, helpers=(one, replace(one, person_id=PersonId("sam"))))
    assert line(both, "fire_helper").is_done


def test_the_day_of_the_week_in_somebodys_words_is_noticed() -> None:
    tuesday = prepared(person("jo", "WHEN", words="Not on Tuesdays."))
    assert line(tuesday, "date_clash").is_day_named
    assert not line(prepared(person("jo", "WHEN", words="Not on Fridays.")), "date_clash").is_day_named


def test_who_was_taken_off_the_list_does_not_come_and_who_was_there_stays() -> None:
    gone = person("jo", "BSL", removed_on=date(2026, 11, 1))
    later = person("sam", "BSL", removed_on=date(2026, 12, 1))
    before = state(gone, later)
    assert coming(before, [gone, later]) == (later,)
    came = replace(before, attendance={gone.id: Attendance(person_id=gone.id, arrived_at="10:00", left_at="11:00")})
    assert coming(came, [gone, later]) == (gone,)


def test_who_sent_sorry_is_not_prepared_for() -> None:
    jo, sam = person("jo", "BSL"), person("sam", "BSL")
    both = state(jo, sam)
    sorry = replace(both, attendance=both.attendance | {sam.id: Attendance(person_id=sam.id, is_sorry=True)})
    assert coming(sorry, [jo, sam]) == (jo,)


def test_one_not_met_is_never_outvoted() -> None:
    assert weakest({PersonSaid.MET: 40, PersonSaid.PARTLY: 3, PersonSaid.NOT_MET: 1}) is PersonSaid.NOT_MET
    assert weakest({PersonSaid.MET: 40, PersonSaid.PARTLY: 1}) is PersonSaid.PARTLY
    assert weakest({PersonSaid.MET: 1}) is PersonSaid.MET
    assert weakest({}) is None


def test_need_by_need_each_persons_own_word_counts_for_them_alone() -> None:
    jo, sam = person("jo", "BSL"), person("sam", "BSL")
    answer = NeedAnswer(
        meeting_id=MEETING, person_id=jo.id, code="BSL", said=PersonSaid.NOT_MET, said_on=DAY, words="Too dark"
    )
    known = replace(prepared(jo, sam, today=DAY), answers=(answer,))
    told = [one.state for one in need_lines(known) if one.line.key == "two_interpreters"]
    assert sorted(told) == ["not_asked", "not_met"]
    assert line(known, "two_interpreters").weakest_word is PersonSaid.NOT_MET


def test_what_a_person_calls_met_is_not_late() -> None:
    jo = person("jo", "BSL")
    met = NeedAnswer(meeting_id=MEETING, person_id=jo.id, code="BSL", said=PersonSaid.MET, said_on=DAY)
    known = replace(prepared(jo, today=DAY), answers=(met,))
    assert not any(one.is_late for one in need_lines(known))
    assert any(one.is_late for one in need_lines(replace(known, answers=())))


def test_two_needs_of_one_code_are_two_things_to_tell_of() -> None:
    known = prepared(person("jo", "OTHER", "OTHER"))
    assert len(need_lines(known)) == 2
    assert line(known, "other").people == 1
