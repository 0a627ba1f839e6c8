"""Who is coming by where people speak from: counts that point at nobody."""

from coprod_desktop.domain.coming_counts import ComingCount, coming_counts, told_counts
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting_state import Attendance, MeetingState
from coprod_desktop.domain.person import Person, Perspective

LIVED, CARER, LOCAL, STAFF = (
    Perspective.LIVED_EXPERIENCE,
    Perspective.CARER,
    Perspective.LOCAL_PERSON,
    Perspective.PROFESSIONAL,
)


def _person(name: str, *perspectives: Perspective) -> Person:
    return Person(id=PersonId(name), group_id=GroupId("g"), name=name, perspectives=perspectives)


def _state(*attendance: Attendance) -> MeetingState:
    return MeetingState(id=MeetingId("m"), attendance={one.person_id: one for one in attendance})


def _count(perspective: Perspective, asked: int, coming: int = 0) -> ComingCount:
    return ComingCount(perspective=perspective, asked=asked, coming=coming)


def test_people_count_by_what_they_last_said_and_by_what_they_say_this_time_if_they_do() -> None:
    people = {one.id: one for one in (_person("a", LIVED), _person("b", LIVED, CARER), _person("c", STAFF))}
    a, b, c = people
    state = _state(
        Attendance(person_id=a, is_coming=True),
        Attendance(person_id=b, is_sorry=True),
        Attendance(person_id=c, is_here=True, perspectives=(LOCAL,)),
    )
    assert coming_counts(state, people) == (_count(LIVED, 2, 1), _count(CARER, 1, 0), _count(LOCAL, 1, 1))


def test_somebody_who_never_said_where_they_speak_from_is_counted_nowhere() -> None:
    people = {PersonId("a"): _person("a")}
    assert coming_counts(_state(Attendance(person_id=PersonId("a"))), people) == ()


def _told(*counts: ComingCount) -> dict[Perspective, bool]:
    return {one.perspective: one.is_kept_back for one in told_counts(counts)}


def test_from_3_people_on_a_number_is_told() -> None:
    assert _told(_count(LIVED, 3), _count(CARER, 4)) == {LIVED: False, CARER: False}


def test_2_of_a_kind_cannot_be_worked_out_from_the_whole() -> None:
    told = _told(_count(LIVED, 5), _count(CARER, 2), _count(STAFF, 3))
    assert told == {LIVED: False, CARER: True, STAFF: True}


def test_several_small_kinds_hide_each_other() -> None:
    told = _told(_count(LIVED, 5), _count(CARER, 2), _count(LOCAL, 1), _count(STAFF, 4))
    assert told == {LIVED: False, CARER: True, LOCAL: True, STAFF: False}


def test_1_alone_beside_one_large_kind_hides_both() -> None:
    assert _told(_count(LIVED, 9), _count(CARER, 1)) == {LIVED: True, CARER: True}
    assert _told(_count(CARER, 1)) == {CARER: True}
