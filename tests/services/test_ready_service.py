"""Getting ready over a real file: marks, places, people's own word, helpers; every act is undone and done again."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.adjustment import GroupState, PersonSaid
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.venue import CheckAnswer, VenueCheck
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.storage.ready_store import ReadyStore
from tests.services.fixed_clock import FixedClock

DETAILS = MeetingDetails(
    title="Bus stops", held_on=date(2027, 1, 12), starts_at="10am", ends_at="midday", venue="Library hall"
)
TODAY = date(2026, 11, 24)
"""The day of the clock that stands still."""


def person(services: Services, group: Group, name: str, *codes: str, words: str = "") -> Person:
    needs = tuple(AccessNeed(code=code, detail=words, consent_on=date(2026, 1, 1)) for code in codes)
    return services.people.save(replace(services.people.new_person(group.id), name=name, needs=needs))


def meeting(services: Services, group: Group, *people: Person, details: MeetingDetails = DETAILS) -> RunningMeeting:
    return services.meetings.begin(group.id, details, [one.id for one in people])


def line(services: Services, meeting_id: MeetingId, key: str) -> ReadyLine:
    return next(one for one in services.ready.lines(meeting_id) if one.key == key)


def keys(services: Services, meeting_id: MeetingId) -> set[str]:
    return {one.key for one in services.ready.lines(meeting_id)}


def test_marks_go_forward_and_back_with_their_days(services: Services, group: Group, clock: FixedClock) -> None:
    jo = meeting(services, group, person(services, group, "Jo", "BSL")).live.id
    services.ready.mark(jo, "two_interpreters", GroupState.ASKED)
    clock.pass_seconds(24 * 3600)
    services.ready.mark(jo, "two_interpreters", GroupState.ARRANGED)
    told = line(services, jo, "two_interpreters")
    assert told.adjustment is not None
    assert (told.adjustment.asked_on, told.adjustment.arranged_on) == (TODAY, date(2026, 11, 25))
    assert told.earlier_state is GroupState.ASKED
    services.ready.mark(jo, "two_interpreters", GroupState.ASKED)
    back = line(services, jo, "two_interpreters").adjustment
    assert back is not None
    assert (back.state, back.asked_on, back.arranged_on) == (GroupState.ASKED, TODAY, None)


def test_a_step_can_have_been_another_day(services: Services, group: Group) -> None:
    jo = meeting(services, group, person(services, group, "Jo", "BSL")).live.id
    services.ready.mark(jo, "two_interpreters", GroupState.ASKED)
    services.ready.was_on(jo, "two_interpreters", date(2026, 11, 10))
    marked = line(services, jo, "two_interpreters").adjustment
    assert marked is not None
    assert marked.asked_on == date(2026, 11, 10)
    with pytest.raises(NotAllowed):
        services.ready.was_on(jo, "clear_view", date(2026, 11, 10))


def test_undo_and_redo_follow_each_mark(services: Services, group: Group) -> None:
    jo = meeting(services, group, person(services, group, "Jo", "BSL")).live.id
    services.ready.mark(jo, "two_interpreters", GroupState.ASKED)
    services.ready.mark(jo, "two_interpreters", GroupState.ARRANGED)
    seen = []
    for step in (services.history.undo, services.history.undo, services.history.redo, services.history.redo):
        step()
        seen.append(line(services, jo, "two_interpreters").state)
    assert seen == [GroupState.ASKED, GroupState.NOT_ASKED, GroupState.ASKED, GroupState.ARRANGED]


def test_marks_outlive_the_program(services: Services, group: Group, clock: FixedClock) -> None:
    jo = meeting(services, group, person(services, group, "Jo", "BSL")).live.id
    services.ready.mark(jo, "two_interpreters", GroupState.ARRANGED)
    services.close()
    again = open_services(services.folder, clock=clock)
    assert line(again, jo, "two_interpreters").state is GroupState.ARRANGED
    again.close()


@pytest.mark.parametrize(
    ("key", "group_state"),
    [
        ("no_such_line", GroupState.READY),
        ("loop", GroupState.READY),
        ("clear_view", GroupState.ARRANGED),
        ("bsl_turns", GroupState.READY),
    ],
)
def test_what_cannot_be_marked_so_is_turned_down(
    services: Services, group: Group, key: str, group_state: GroupState
) -> None:
    jo = meeting(services, group, person(services, group, "Jo", "BSL")).live.id
    before = services.ready.lines(jo)
    with pytest.raises(NotAllowed) as fault:
        services.ready.mark(jo, key, group_state)
    assert fault.value.reason is Reason.NOT_FOUND
    assert services.ready.lines(jo) == before


def test_a_meeting_that_was_moved_has_new_days_and_keeps_its_marks(services: Services, group: Group) -> None:
    running = meeting(services, group, person(services, group, "Jo", "BSL"))
    services.ready.mark(running.live.id, "two_interpreters", GroupState.ASKED)
    assert line(services, running.live.id, "two_interpreters").due_on == date(2026, 12, 1)
    running.requests.change_details(replace(DETAILS, held_on=date(2027, 4, 8)))
    told = line(services, running.live.id, "two_interpreters")
    assert (told.due_on, told.state) == (date(2027, 2, 25), GroupState.ASKED)


def test_one_more_person_is_noticed_and_marking_again_is_enough(services: Services, group: Group) -> None:
    running = meeting(services, group, person(services, group, "Jo", "TRAVEL"))
    services.ready.mark(running.live.id, "travel", GroupState.ARRANGED)
    running.requests.expect([person(services, group, "Sam", "TRAVEL").id])
    assert line(services, running.live.id, "travel").is_undone
    services.ready.mark(running.live.id, "travel", GroupState.ARRANGED)
    assert line(services, running.live.id, "travel").is_done


def test_another_place_asks_for_the_room_anew(services: Services, group: Group) -> None:
    running = meeting(services, group, person(services, group, "Jo", "BSL"))
    services.ready.mark(running.live.id, "clear_view", GroupState.READY)
    running.requests.change_details(replace(DETAILS, venue="Town hall"))
    assert line(services, running.live.id, "clear_view").state is GroupState.NOT_ASKED
    running.requests.change_details(replace(DETAILS, venue="library  HALL"))
    assert line(services, running.live.id, "clear_view").state is GroupState.READY


def test_what_was_found_is_kept_with_the_place_for_the_next_meeting_there(services: Services, group: Group) -> None:
    jo = person(services, group, "Jo", "STEP")
    first = meeting(services, group, jo).live.id
    services.ready.looked(first, "step_free", CheckAnswer.YES, "Ramp at the side")
    later = meeting(services, group, jo, details=replace(DETAILS, held_on=date(2027, 2, 9))).live.id
    told = line(services, later, "step_free")
    assert told.is_done
    assert told.checked is not None
    assert (told.checked.checked_on, told.checked.note) == (TODAY, "Ramp at the side")
    services.history.undo()
    services.history.undo()
    assert line(services, first, "step_free").checked is None
    assert services.venues.venues(group.id) == ()


def test_a_remembered_place_is_known_by_its_id(services: Services, group: Group) -> None:
    venue = services.venues.remember(group.id, "Town hall")
    services.venues.check(venue.id, VenueCheck.STEP_FREE, CheckAnswer.YES)
    details = replace(DETAILS, venue="The old town hall", venue_id=venue.id)
    jo = meeting(services, group, person(services, group, "Jo", "STEP"), details=details).live.id
    assert line(services, jo, "step_free").is_done


def test_a_place_that_was_found_without_it_cannot_be_marked_ready(services: Services, group: Group) -> None:
    jo = meeting(services, group, person(services, group, "Jo", "STEP")).live.id
    services.ready.looked(jo, "step_free", CheckAnswer.NO)
    with pytest.raises(NotAllowed) as fault:
        services.ready.mark(jo, "step_free", GroupState.READY)
    assert fault.value.reason is Reason.PLACE_LACKS_IT
    assert line(services, jo, "step_free").is_undone
    services.ready.mark(jo, "step_free", GroupState.ARRANGED)
    assert line(services, jo, "step_free").is_undone


def test_ready_on_a_line_of_the_place_says_that_somebody_looked(services: Services, group: Group) -> None:
    jo = meeting(services, group, person(services, group, "Jo", "LOOP")).live.id
    services.ready.mark(jo, "loop", GroupState.READY)
    (venue,) = services.venues.venues(group.id)
    assert venue.checks[VenueCheck.LOOP].answer is CheckAnswer.YES
    services.ready.looked(jo, "loop", None)
    assert line(services, jo, "loop").is_undone


def test_nobody_can_have_looked_where_no_place_is_named(services: Services, group: Group) -> None:
    jo = meeting(services, group, person(services, group, "Jo", "STEP"), details=replace(DETAILS, venue="")).live.id
    with pytest.raises(NotAllowed) as fault:
        services.ready.looked(jo, "step_free", CheckAnswer.YES)
    assert fault.value.reason is Reason.PLACE_MISSING
    with pytest.raises(NotAllowed):
        services.ready.looked(jo, "no_such_line", CheckAnswer.YES)


def test_a_reason_takes_a_line_off_the_count_and_can_be_taken_back(services: Services, group: Group) -> None:
    jo = meeting(services, group, person(services, group, "Jo", "FOOD")).live.id
    assert services.ready.undone_count(jo) == 1
    services.ready.say_why_not(jo, "food", "The kitchen is closed.")
    assert services.ready.undone_count(jo) == 0
    assert line(services, jo, "food").reason == "The kitchen is closed."
    services.history.undo()
    assert services.ready.undone_count(jo) == 1
    services.history.redo()
    services.ready.mark(jo, "food", GroupState.ASKED)
    assert line(services, jo, "food").reason == ""


def test_a_need_that_was_taken_back_takes_its_lines_away_and_undo_brings_them_back(
    services: Services, group: Group
) -> None:
    jo = person(services, group, "Jo", "BSL", "SEAT")
    running = meeting(services, group, jo)
    services.ready.say(running.live.id, jo.id, "BSL", PersonSaid.NOT_MET, "zebra")
    services.people.save(replace(jo, needs=jo.needs[1:]))
    assert keys(services, running.live.id) == {"choose_seat"}
    assert [one.code for one in services.ready.questions(running.live.id)] == ["SEAT"]
    assert "zebra" not in repr(services.ready.preparation(running.live.id))
    services.history.undo()
    (asked, _) = services.ready.questions(running.live.id)
    assert (asked.said, asked.words) == (PersonSaid.NOT_MET, "zebra")


def test_a_need_without_a_yes_is_asked_about_nowhere(services: Services, group: Group) -> None:
    jo = person(services, group, "Jo", "BSL")
    running = meeting(services, group, jo)
    from coprod_desktop.storage.people_store import PeopleStore

    waiting = replace(jo, needs=tuple(replace(one, consent_on=None) for one in jo.needs))
    PeopleStore(services.database).save(waiting)
    assert services.ready.lines(running.live.id) == ()
    assert services.ready.questions(running.live.id) == ()
    with pytest.raises(NotAllowed):
        services.ready.say(running.live.id, jo.id, "BSL", PersonSaid.MET)


def test_who_was_removed_or_sent_sorry_is_not_prepared_for(services: Services, group: Group) -> None:
    jo, sam, ann = (person(services, group, name, "TRAVEL") for name in ("Jo", "Sam", "Ann"))
    running = meeting(services, group, jo, sam, ann)
    running.requests.send_sorry(sam.id)
    services.people.remove(ann.id)
    assert line(services, running.live.id, "travel").people == 1


def test_the_own_word_is_kept_said_again_taken_back_and_undone(services: Services, group: Group) -> None:
    jo = person(services, group, "Jo", "BSL", words="Please sit beside me")
    meeting_id = meeting(services, group, jo).live.id
    services.ready.say(meeting_id, jo.id, "BSL", PersonSaid.PARTLY, "Only in the morning")
    services.ready.say(meeting_id, jo.id, "BSL", PersonSaid.MET)
    (asked,) = services.ready.questions(meeting_id)
    assert (asked.said, asked.words, asked.detail) == (PersonSaid.MET, "", "Please sit beside me")
    assert ReadyStore(services.database).answers(meeting_id)[0].said_on == TODAY
    services.history.undo()
    assert services.ready.questions(meeting_id)[0].words == "Only in the morning"
    services.history.undo()
    assert services.ready.questions(meeting_id)[0].said is None
    services.history.redo()
    assert services.ready.questions(meeting_id)[0].said is PersonSaid.PARTLY


def test_nobody_answers_for_a_need_that_a_person_does_not_have(services: Services, group: Group) -> None:
    jo = person(services, group, "Jo", "BSL")
    meeting_id = meeting(services, group, jo).live.id
    with pytest.raises(NotAllowed):
        services.ready.say(meeting_id, jo.id, "LOOP", PersonSaid.MET)
    with pytest.raises(NotAllowed):
        services.ready.say(meeting_id, PersonId("nobody"), "BSL", PersonSaid.MET)


def test_one_not_met_is_not_outvoted_by_three_met(services: Services, group: Group) -> None:
    people = [person(services, group, f"Person {number}", "SEAT") for number in range(5)]
    meeting_id = meeting(services, group, *people).live.id
    for one in people[:3]:
        services.ready.say(meeting_id, one.id, "SEAT", PersonSaid.MET)
    services.ready.say(meeting_id, people[3].id, "SEAT", PersonSaid.NOT_MET)
    assert line(services, meeting_id, "choose_seat").weakest_word is PersonSaid.NOT_MET


def test_a_fire_helper_is_named_for_each_person_and_undone(services: Services, group: Group) -> None:
    jo, sam = person(services, group, "Jo", "EXIT"), person(services, group, "Sam", "EXIT")
    meeting_id = meeting(services, group, jo, sam).live.id
    with pytest.raises(NotAllowed) as fault:
        services.ready.mark(meeting_id, "fire_helper", GroupState.READY)
    assert fault.value.reason is Reason.HELPER_MISSING
    services.ready.name_helper(meeting_id, jo.id, "Ann")
    assert services.ready.who_needs_helper(meeting_id) == (sam,)
    services.ready.name_helper(meeting_id, sam.id, "Ann")
    assert line(services, meeting_id, "fire_helper").is_done
    services.history.undo()
    assert services.ready.who_needs_helper(meeting_id) == (sam,)
    services.history.redo()
    services.ready.name_helper(meeting_id, jo.id, "")
    assert [one.person_id for one in services.ready.helpers(meeting_id)] == [sam.id]


def test_an_open_meeting_is_read_as_it_is_on_the_screen(services: Services, group: Group) -> None:
    running = meeting(services, group, person(services, group, "Jo", "BSL"))
    state = running.live.state
    assert services.ready.lines(running.live.id, state=state) == services.ready.lines(running.live.id)


def test_only_those_who_come_are_read(services: Services, group: Group) -> None:
    jo = person(services, group, "Jo", "BSL")
    for number in range(30):
        person(services, group, f"Person {number}", "BSL")
    known = services.ready.preparation(meeting(services, group, jo).live.id)
    assert [one.id for one in known.people] == [jo.id]


def test_a_meeting_of_nobody_has_nothing_to_do(services: Services) -> None:
    assert services.ready.lines(MeetingId("unknown")) == ()
    assert services.ready.undone_count(MeetingId("unknown")) == 0


def test_a_helper_goes_with_the_need_and_comes_back_with_it(services: Services, group: Group) -> None:
    jo = person(services, group, "Jo", "EXIT", "SEAT")
    meeting_id = meeting(services, group, jo).live.id
    services.ready.name_helper(meeting_id, jo.id, "Ann")
    services.people.save(replace(jo, needs=jo.needs[1:]))
    assert services.ready.helpers(meeting_id) == ()
    services.history.undo()
    assert [one.helper for one in services.ready.helpers(meeting_id)] == ["Ann"]


def test_a_place_that_is_taken_off_the_list_leaves_the_marks_of_a_meeting_that_is_still_there(
    services: Services, group: Group
) -> None:
    hall = services.venues.remember(group.id, "Library hall")
    there = replace(DETAILS, venue_id=hall.id)
    held = meeting(services, group, person(services, group, "Jo", "LOOP"), details=there).live.id
    services.ready.mark(held, "loop", GroupState.ASKED)
    services.venues.remove(hall.id)
    assert line(services, held, "loop").state is GroupState.ASKED
    services.ready.mark(held, "loop", GroupState.ARRANGED)
    services.venues.remember(group.id, "Library hall")
    assert line(services, held, "loop").state is GroupState.ARRANGED
    services.meetings.open(held).requests.change_details(replace(there, venue="Church", venue_id=""))
    assert line(services, held, "loop").state is GroupState.NOT_ASKED


def test_what_was_marked_before_a_place_was_named_is_asked_anew_of_the_place(services: Services, group: Group) -> None:
    nowhere = replace(DETAILS, venue="")
    held = meeting(services, group, person(services, group, "Jo", "LOOP"), details=nowhere).live.id
    services.ready.mark(held, "loop", GroupState.ASKED)
    services.meetings.open(held).requests.change_details(replace(nowhere, venue="Church"))
    assert line(services, held, "loop").state is GroupState.NOT_ASKED


def test_a_helper_is_named_only_for_whoever_asked_for_one(services: Services, group: Group) -> None:
    ann, jo = person(services, group, "Ann"), person(services, group, "Jo", "EXIT")
    held = meeting(services, group, ann, jo).live.id
    with pytest.raises(NotAllowed):
        services.ready.name_helper(held, ann.id, "Bob")
    services.ready.name_helper(held, jo.id, "Bob")
    assert [one.person_id for one in services.ready.helpers(held)] == [jo.id]
