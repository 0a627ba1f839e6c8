"""Places, marks, answers, helpers and offers come back as they were kept, and go when they are taken away."""

from dataclasses import fields, replace
from datetime import date

from coprod_desktop.domain.adjustment import Adjustment, FireHelper, GroupState, NeedAnswer, PersonSaid
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.offer import Offer, OfferAnswer, OfferKind
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.venue import CheckAnswer, Checked, Venue, VenueCheck, VenueId
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.offer_store import OfferStore
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.ready_store import ReadyStore
from coprod_desktop.storage.venue_store import VenueStore

GROUP, MEETING, OTHER = GroupId("group"), MeetingId("meeting"), MeetingId("other")
AMIRA, BEN = PersonId("amira"), PersonId("ben")
DAY = date(2026, 10, 25)
HALL = Venue(
    id=VenueId("hall"),
    group_id=GROUP,
    name="Hall",
    address="1 High Street",
    directions="Go past the shop.",
    contact="Ask for Jo.",
    checks={
        VenueCheck.STEP_FREE: Checked(answer=CheckAnswer.YES, checked_on=DAY, note="Side door"),
        VenueCheck.DOORS: Checked(answer=CheckAnswer.NO, checked_on=DAY),
    },
    photos=("own:1", "own:2"),
    removed_on=DAY,
)
MARK = Adjustment(
    meeting_id=MEETING,
    key="two_interpreters",
    state=GroupState.READY,
    people=2,
    place="hall",
    asked_on=DAY,
    arranged_on=DAY,
    ready_on=DAY,
    reason="Nobody was free.",
)


def _with_people(database: Database) -> None:
    GroupStore(database).save(Group(id=GROUP, name="G"))
    for who in (AMIRA, BEN):
        PeopleStore(database).save(Person(id=who, group_id=GROUP, name=who))


def test_a_place_comes_back_with_everything_and_a_check_that_is_gone_is_gone(database: Database) -> None:
    _with_people(database)
    store = VenueStore(database)
    plain = Venue(id=VenueId("plain"), group_id=GROUP, name="Room")
    assert all(getattr(HALL, part.name) not in ("", (), None, {}) for part in fields(Venue))

    store.save(HALL)
    store.save(plain)
    assert store.get(HALL.id) == HALL
    assert store.venues(GROUP) == (plain,)

    store.save(replace(HALL, checks={}, photos=(), removed_on=None))
    assert store.venues(GROUP) == (replace(HALL, checks={}, photos=(), removed_on=None), plain)
    assert store.get(VenueId("nowhere")) is None


def test_a_mark_takes_the_place_of_the_one_before_in_its_meeting_only(database: Database) -> None:
    store = ReadyStore(database)
    plain = Adjustment(meeting_id=MEETING, key="loop", state=GroupState.ASKED)
    store.mark(MARK)
    store.mark(plain)
    store.mark(replace(MARK, meeting_id=OTHER))
    assert store.adjustments(MEETING) == {MARK.key: MARK, plain.key: plain}

    store.mark(replace(MARK, state=GroupState.ASKED, ready_on=None))
    store.unmark(MEETING, "loop")
    assert store.adjustments(MEETING) == {MARK.key: replace(MARK, state=GroupState.ASKED, ready_on=None)}
    assert store.adjustments(OTHER) == {MARK.key: replace(MARK, meeting_id=OTHER)}


def test_each_person_has_one_word_for_each_need_and_meeting(database: Database) -> None:
    _with_people(database)
    store = ReadyStore(database)
    loop = NeedAnswer(
        meeting_id=MEETING, person_id=AMIRA, code="LOOP", said=PersonSaid.NOT_MET, said_on=DAY, words="It was off."
    )
    others = (replace(loop, person_id=BEN, said=PersonSaid.MET), replace(loop, meeting_id=OTHER))
    store.keep_answers((loop, *others))
    store.keep_answers((replace(loop, said=PersonSaid.PARTLY),))

    assert set(store.answers(MEETING)) == {replace(loop, said=PersonSaid.PARTLY), others[0]}
    assert set(store.answers_of(AMIRA)) == {replace(loop, said=PersonSaid.PARTLY), others[1]}

    store.forget_answers((loop,))
    assert store.answers(MEETING) == (others[0],)
    assert store.answers_of(AMIRA) == (others[1],)


def test_an_empty_name_takes_a_fire_helper_away(database: Database) -> None:
    _with_people(database)
    store = ReadyStore(database)
    here = FireHelper(meeting_id=MEETING, person_id=AMIRA, helper="Ola")
    store.keep_fire_helper(here)
    store.keep_fire_helper(replace(here, meeting_id=OTHER, helper="Sam"))
    store.keep_fire_helper(replace(here, helper="Ben"))
    assert store.fire_helpers(MEETING) == (replace(here, helper="Ben"),)
    assert {one.helper for one in store.fire_helpers_of(AMIRA)} == {"Ben", "Sam"}

    store.keep_fire_helper(replace(here, helper=""))
    assert store.fire_helpers(MEETING) == ()


def test_a_person_has_one_answer_to_each_offer(database: Database) -> None:
    _with_people(database)
    store = OfferStore(database)
    yes = Offer(person_id=AMIRA, kind=OfferKind.PREPARATION, answer=OfferAnswer.YES, said_on=DAY)
    store.keep(yes)
    store.keep(replace(yes, kind=OfferKind.NEWCOMERS_PACK))
    store.keep(replace(yes, answer=OfferAnswer.DONE))
    assert set(store.offers((AMIRA, BEN))) == {
        replace(yes, answer=OfferAnswer.DONE),
        replace(yes, kind=OfferKind.NEWCOMERS_PACK),
    }

    store.forget(AMIRA, OfferKind.PREPARATION)
    assert store.offers((AMIRA,)) == (replace(yes, kind=OfferKind.NEWCOMERS_PACK),)
    assert store.offers((BEN,)) == ()
