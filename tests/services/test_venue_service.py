"""Places are remembered with what was found there, on which day; every act can be undone."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.venue import CheckAnswer, Venue, VenueCheck, VenueId
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.clock import today
from tests.services.fixed_clock import FixedClock

YES, NO = CheckAnswer.YES, CheckAnswer.NO


@pytest.fixture
def library(services: Services, group: Group) -> Venue:
    return services.venues.remember(group.id, "The library, Room 2")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "door.png"
    Image.new("RGB", (1200, 1200), (20, 90, 160)).save(path)
    return path


def refusal(act: object) -> tuple[Reason, str]:
    assert callable(act)
    with pytest.raises(NotAllowed) as caught:
        act()
    return caught.value.reason, caught.value.field


def test_a_place_needs_a_name_and_only_that(services: Services, group: Group) -> None:
    venues = services.venues
    assert refusal(lambda: venues.remember(group.id, " \u200b ")) == (Reason.NAME_MISSING, "name")
    assert venues.venues(group.id) == ()
    kept = venues.remember(group.id, "  The library  ")
    assert venues.venues(group.id) == (kept,)
    assert kept.name == "The library"


def test_the_same_name_typed_otherwise_is_the_same_place(services: Services, group: Group, library: Venue) -> None:
    typed = services.venues.remember(group.id, "the  LIBRARY, room 2 ")
    assert typed == library
    assert len(services.venues.venues(group.id)) == 1


def test_two_places_cannot_have_one_name(services: Services, group: Group, library: Venue) -> None:
    hall = services.venues.remember(group.id, "The hall")
    assert refusal(lambda: services.venues.save(replace(hall, name=library.name.upper()))) == (
        Reason.ALREADY_THERE,
        "name",
    )
    assert services.venues.get(hall.id).name == "The hall"


def test_places_are_found_by_name_and_address(services: Services, group: Group, library: Venue) -> None:
    services.venues.save(replace(library, address="12 Bridge Street"))
    services.venues.remember(group.id, "Neuadd y Dref, Llandudno")
    services.venues.remember(group.id, "Café Bridge")
    names = [venue.name for venue in services.venues.venues(group.id)]
    assert names == ["Café Bridge", "Neuadd y Dref, Llandudno", "The library, Room 2"]
    assert [venue.name for venue in services.venues.find(group.id, "bridge")] == ["Café Bridge", "The library, Room 2"]
    assert [venue.name for venue in services.venues.find(group.id, "street LIB")] == ["The library, Room 2"]
    assert services.venues.find(group.id, "castle") == ()


def test_places_of_another_group_are_not_offered(services: Services, library: Venue) -> None:
    other = services.groups.create("Another group")
    assert services.venues.venues(other.id) == ()
    assert services.venues.named(other.id, library.name) is None


def test_what_was_found_keeps_its_day_until_the_answer_changes(
    services: Services, library: Venue, clock: FixedClock
) -> None:
    venues, first = services.venues, today(clock)
    venues.check(library.id, VenueCheck.DOORS, YES)
    clock.sleep(timedelta(days=40).total_seconds())
    noted = venues.check(library.id, VenueCheck.DOORS, YES, "85 cm")
    assert (noted.checks[VenueCheck.DOORS].checked_on, noted.checks[VenueCheck.DOORS].note) == (first, "85 cm")
    again = venues.looked_again(library.id, VenueCheck.DOORS)
    assert again.checks[VenueCheck.DOORS].checked_on == first + timedelta(days=40)
    changed = venues.check(library.id, VenueCheck.DOORS, NO, "A box stands there.")
    assert changed.checks[VenueCheck.DOORS].checked_on == first + timedelta(days=40)
    assert venues.check(library.id, VenueCheck.DOORS, None).checks == {}
    assert refusal(lambda: venues.looked_again(library.id, VenueCheck.DOORS)) == (Reason.NOT_FOUND, "")


def test_every_act_on_a_place_can_be_undone_and_redone(
    services: Services, group: Group, library: Venue, photo: Path
) -> None:
    venues, history = services.venues, services.history
    venues.save(replace(library, address="12 Bridge Street", directions="Bus 4.\nGet off at the bridge."))
    venues.check(library.id, VenueCheck.STEP_FREE, NO, "2 steps")
    venues.add_photo(library.id, photo, "door", "The front door of the library.")
    (word,) = venues.get(library.id).photos
    venues.remove_photo(library.id, word)
    venues.remove(library.id)
    kinds = ["venue_removed", "venue_photo_removed", "venue_photo_added", "venue_checked", "venue_changed"]
    states: list[tuple[Venue, ...]] = [venues.venues(group.id)]
    for kind in (*kinds, "venue_added"):
        undone = history.undo()
        assert undone is not None
        assert undone.kind == kind
        states.append(venues.venues(group.id))
    assert [len(found) for found in states] == [0, 1, 1, 1, 1, 1, 0]
    assert [len(found[0].photos) for found in states[1:6]] == [0, 1, 0, 0, 0]
    assert states[5] == (library,)
    for expected in reversed(states[:-1]):
        history.redo()
        assert venues.venues(group.id) == expected


def test_a_photo_of_a_place_is_one_of_the_groups_photos_and_goes_with_one_undo(
    services: Services, group: Group, library: Venue, photo: Path
) -> None:
    added = services.venues.add_photo(library.id, photo, "door", "The front door of the library.")
    assert services.own_pictures.own_pictures(group.id) == (added.picture,)
    services.history.undo()
    assert services.own_pictures.own_pictures(group.id) == ()
    assert services.venues.get(library.id).photos == ()
    services.history.redo()
    assert services.venues.photos(services.venues.get(library.id)) == (added.picture,)


def test_a_photo_with_people_in_it_waits_for_every_yes(
    services: Services, group: Group, library: Venue, photo: Path
) -> None:
    amina, bob = (services.people.add_walk_in(group.id, name).id for name in ("Amina", "Bob"))
    own = services.venues.add_photo(library.id, photo, "door", "2 of us at the door.", (amina, bob)).picture
    empty = services.venues.add_photo(library.id, photo, "room", "An empty room.").picture
    may_use = services.own_pictures.may_use
    assert may_use(empty.id, PhotoUse.OUTSIDE)
    services.own_pictures.say(own.id, amina, PhotoUse.OUTSIDE, True)
    assert not may_use(own.id, PhotoUse.OUTSIDE)
    services.own_pictures.say(own.id, bob, PhotoUse.OUTSIDE, True)
    assert may_use(own.id, PhotoUse.OUTSIDE)


def test_a_photo_that_was_taken_away_elsewhere_is_not_shown_and_can_be_taken_off(
    services: Services, library: Venue, photo: Path
) -> None:
    own = services.venues.add_photo(library.id, photo, "door", "The front door.").picture
    services.own_pictures.remove(own.id)
    place = services.venues.get(library.id)
    assert services.venues.photos(place) == ()
    services.venues.remove_photo(library.id, own.picture_word)
    assert services.venues.get(library.id).photos == ()
    assert refusal(lambda: services.venues.remove_photo(library.id, own.picture_word)) == (Reason.NOT_FOUND, "")


def test_a_meeting_is_in_the_place_that_was_chosen_else_in_the_one_of_its_name(
    services: Services, library: Venue
) -> None:
    def meeting(**details: str) -> MeetingState:
        told = MeetingDetails(title="A", held_on=date(2026, 11, 24), **details)  # type: ignore[arg-type]
        return replace(MeetingState(id=MeetingId("m")), group_id=library.group_id, details=told)

    assert services.venues.of_meeting(MeetingState(id=MeetingId("m"))) is None
    assert services.venues.of_meeting(meeting(venue="Somewhere else")) is None
    assert services.venues.of_meeting(meeting(venue=library.name.upper())) == library
    assert services.venues.of_meeting(meeting(venue="The old name", venue_id=str(library.id))) == library
    services.venues.remove(library.id)
    assert services.venues.of_meeting(meeting(venue_id=str(library.id))) is None
    assert refusal(lambda: services.venues.get(library.id)) == (Reason.NOT_FOUND, "")
    assert refusal(lambda: services.venues.get(VenueId("nobody"))) == (Reason.NOT_FOUND, "")


def test_nothing_is_noted_when_nothing_changes(services: Services, library: Venue) -> None:
    before = services.history.last
    services.venues.save(library)
    services.venues.check(library.id, VenueCheck.LOOP, None)
    assert services.history.last is before
