"""Who is not here yet: in words before the day, one kind message after 3 meetings, nobody missing in own time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting import MeetingDetails, MeetingKind
from coprod_desktop.domain.meeting_state import Attendance, MeetingState, Phase
from coprod_desktop.domain.not_here_yet import (
    Gathering,
    MissingPerspective,
    NotHereYet,
    Why,
    gathering_of,
    not_here_yet,
    not_seen,
    wants_no_letters,
)
from coprod_desktop.domain.person import Gone, KindMessage, MessageAnswer, Person, Perspective

P = Perspective
TODAY = date(2026, 12, 20)
DAY = date(2027, 1, 5)
JO, SAM, ANN, BO = (PersonId(name) for name in ("jo", "sam", "ann", "bo"))


def _person(who: PersonId, *perspectives: Perspective) -> Person:
    return Person(id=who, group_id=GroupId("g"), name=who, perspectives=perspectives)


PEOPLE = (_person(JO, P.LIVED_EXPERIENCE), _person(SAM, P.CARER), _person(ANN, P.PROFESSIONAL), _person(BO))


def _meeting(*seen: Attendance, kind: MeetingKind = MeetingKind.TOGETHER, held_on: date = DAY) -> MeetingState:
    details = MeetingDetails(title="Seats", held_on=held_on, kind=kind)
    attendance = {one.person_id: one for one in seen}
    return MeetingState(id=MeetingId("m"), details=details, phase=Phase.OPEN, attendance=attendance)


def _asked(who: PersonId) -> Attendance:
    return Attendance(person_id=who)


def _coming(who: PersonId) -> Attendance:
    return Attendance(person_id=who, is_coming=True)


def _sorry(who: PersonId) -> Attendance:
    return Attendance(person_id=who, is_sorry=True)


def _standing(state: MeetingState, people: tuple[Person, ...] = PEOPLE) -> NotHereYet:
    return not_here_yet(state, people, new=frozenset(), today=TODAY)


def _whys(standing: NotHereYet) -> dict[Perspective, Why]:
    return {one.perspective: one.why for one in standing.missing}


def test_who_answered_and_who_did_not_are_told_apart() -> None:
    standing = _standing(_meeting(_coming(JO), _sorry(SAM), _asked(ANN), _asked(BO)))
    assert (standing.coming, standing.sorry, standing.no_answer) == ((JO,), (SAM,), (ANN, BO))
    assert standing.asked == (JO, SAM, ANN, BO)


def test_each_perspective_that_nobody_coming_holds_says_why_so_that_the_next_step_is_known() -> None:
    standing = _standing(_meeting(_coming(JO), _sorry(SAM), _asked(ANN)))
    assert _whys(standing) == {P.CARER: Why.ALL_SORRY, P.PROFESSIONAL: Why.NOBODY_SAID_YES}
    not_asked = _standing(_meeting(_coming(JO)))
    assert _whys(not_asked) == {P.CARER: Why.NOBODY_ASKED, P.PROFESSIONAL: Why.NOBODY_ASKED}
    alone = _standing(_meeting(_coming(JO)), PEOPLE[:1])
    assert _whys(alone) == {P.CARER: Why.NOBODY_IN_GROUP, P.PROFESSIONAL: Why.NOBODY_IN_GROUP}


def test_before_the_first_yes_no_perspective_is_waited_for_more_than_another() -> None:
    standing = _standing(_meeting(_asked(JO), _asked(SAM), _asked(ANN)))
    assert standing.missing == ()
    assert standing.no_answer


def test_what_somebody_says_for_this_meeting_counts_before_what_they_last_said() -> None:
    changed = replace(_coming(JO), perspectives=(P.CARER,))
    standing = _standing(_meeting(changed, _asked(SAM), _asked(ANN)))
    assert _whys(standing)[P.LIVED_EXPERIENCE] is Why.NOBODY_IN_GROUP
    assert P.CARER not in _whys(standing)


def test_who_never_said_where_they_speak_from_is_counted_and_not_guessed() -> None:
    assert _standing(_meeting(_coming(BO), _asked(SAM))).not_said == 1


def test_nobody_is_missing_in_members_own_time() -> None:
    standing = _standing(_meeting(_coming(JO), _asked(SAM), kind=MeetingKind.OWN_TIME))
    assert standing.is_own_time
    assert (standing.no_answer, standing.missing) == ((), ())


def test_after_the_day_nobody_is_waited_for() -> None:
    standing = _standing(_meeting(_coming(JO), _asked(SAM), held_on=TODAY - timedelta(days=1)))
    assert standing.is_over
    assert (standing.no_answer, standing.missing) == ((), ())


def test_who_may_not_be_asked_is_not_on_any_list() -> None:
    standing = _standing(_meeting(_coming(JO), _asked(SAM)), PEOPLE[:1])
    assert standing.no_answer == ()


def test_people_who_never_came_are_new_and_not_missing() -> None:
    state = _meeting(_asked(JO), _sorry(SAM))
    standing = not_here_yet(state, PEOPLE, new=frozenset((JO, SAM, BO)), today=TODAY)
    assert standing.newcomers == (JO,)


def _held(days_ago: int, *came: PersonId, asked: tuple[PersonId, ...] = (), **more: object) -> Gathering:
    kind = more.get("kind", MeetingKind.TOGETHER)
    assert isinstance(kind, MeetingKind)
    day = TODAY - timedelta(days=days_ago)
    return Gathering(held_on=day, kind=kind, came=frozenset(came), asked=frozenset((*came, *asked)))


def test_a_person_is_not_seen_after_three_meetings_together_and_not_after_two() -> None:
    three = [_held(90, JO, SAM), _held(60, SAM, asked=(JO,)), _held(30, SAM, asked=(JO,)), _held(1, SAM, asked=(JO,))]
    assert not_seen(three, TODAY) == {JO}
    assert not_seen(three[:-1], TODAY) == frozenset()


def test_own_time_and_visits_are_nothing_to_miss_yet_coming_to_one_is_being_seen() -> None:
    own = {"kind": MeetingKind.OWN_TIME}
    missed = [_held(90, JO, SAM), *(_held(days, SAM, asked=(JO,), **own) for days in (60, 30, 1))]
    assert not_seen(missed, TODAY) == frozenset()
    together = [_held(90, JO, SAM), *(_held(days, SAM, asked=(JO,)) for days in (60, 30, 10))]
    assert not_seen([*together, _held(20, JO, **own)], TODAY) == frozenset()


def test_who_was_not_asked_is_not_missed_unless_the_record_names_only_who_came() -> None:
    first = _held(90, JO, SAM)
    others_asked = [_held(days, SAM, asked=(ANN,)) for days in (60, 30, 1)]
    assert not_seen([first, *others_asked], TODAY) == frozenset()
    only_who_came = [_held(days, SAM) for days in (60, 30, 1)]
    assert not_seen([first, *only_who_came], TODAY) == {JO}


def test_a_yes_to_a_meeting_to_come_is_being_in_touch() -> None:
    held = [_held(90, JO, SAM), *(_held(days, SAM, asked=(JO,)) for days in (60, 30, 1))]
    soon = Gathering(held_on=DAY, kind=MeetingKind.TOGETHER, came=frozenset(), coming=frozenset((JO,)))
    assert not_seen([*held, soon], TODAY) == frozenset()


def test_three_meetings_over_the_turn_of_the_year_count_by_their_days() -> None:
    days = (date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 1))
    held = [Gathering(held_on=date(2026, 10, 25), kind=MeetingKind.TOGETHER, came=frozenset((JO, SAM)))]
    held += [Gathering(held_on=day, kind=MeetingKind.TOGETHER, came=frozenset((SAM,))) for day in days]
    assert not_seen(held, date(2027, 1, 1)) == {JO}
    assert not_seen(held, date(2026, 12, 31)) == frozenset()


@pytest.mark.parametrize("gone", list(Gone))
def test_who_left_or_died_gets_no_letters(gone: Gone) -> None:
    assert wants_no_letters(replace(PEOPLE[0], gone=gone, removed_on=TODAY), None)


def test_after_no_thank_you_nothing_is_sent_until_they_come_again() -> None:
    said = KindMessage(sent_on=TODAY, answer=MessageAnswer.NO_THANK_YOU)
    person = replace(PEOPLE[0], kind_message=said)
    assert wants_no_letters(person, TODAY - timedelta(days=90))
    assert not wants_no_letters(person, TODAY + timedelta(days=1))
    assert not wants_no_letters(replace(person, kind_message=replace(said, answer=MessageAnswer.YES)), None)


def test_a_meeting_that_was_put_away_tells_nothing() -> None:
    state = _meeting(_coming(JO))
    assert gathering_of(state) is not None
    assert gathering_of(replace(state, is_put_away=True)) is None


def test_a_missing_perspective_holds_no_person() -> None:
    assert set(MissingPerspective.__dataclass_fields__) == {"perspective", "why"}
