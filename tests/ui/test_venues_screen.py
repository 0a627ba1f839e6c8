"""The places: found, written down and looked at by keyboard; what was found is kept with its day; Undo brings back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.venue import CheckAnswer, Venue, VenueCheck
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.set_up.set_up_screen import SetUpScreen
from coprod_desktop.ui.screens.venues.venues_screen import VenuesScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.venue_check_row import VenueCheckRow
from tests.services.fixed_clock import FixedClock
from tests.ui.person_at_screen import cut, field, focused_name, press, press_row, seen, settle, write
from tests.ui.screen_checks import Room, show, unnamed_controls

NOON = datetime(2026, 11, 4, 12, tzinfo=UTC)
NAME, ADDRESS, WAY, ASK = "What is the place called?", "Address", "How do people get there?", "Who can we ask there?"
GETTING_IN, WHERE, PHOTOS = "Getting in and moving about", "How to get there, and who to ask", "Photos of the place"
NOTE = "A note, such as 85 cm or who has the key"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    opened = open_services(tmp_path / "data", clock=clock)
    opened.groups.create("Bus stops group")
    yield opened
    opened.close()


@pytest.fixture
def screen(theme: Theme, services: Services) -> VenuesScreen:
    def people() -> list[object]:
        group = services.groups.current()
        return list(services.people.people(group.id)) if group else []

    shown = VenuesScreen(theme, services, MeetingBridge(people))  # type: ignore[arg-type]
    show(shown, width=1144, height=560)
    shown.on_shown()
    settle()
    return shown


@pytest.fixture
def acts(screen: VenuesScreen) -> list[str]:
    told: list[str] = []
    screen.acted.connect(told.append)
    return told


@pytest.fixture
def photo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "door.png"
    Image.new("RGB", (1200, 1200), (150, 60, 50)).save(path)
    monkeypatch.setattr(OpenPlace, "ask", lambda *_args: path)
    return path


def places(services: Services) -> list[Venue]:
    group = services.groups.current()
    assert group is not None
    return list(services.venues.venues(group.id))


def remember(services: Services, screen: VenuesScreen, name: str) -> Venue:
    group = services.groups.current()
    assert group is not None
    venue = services.venues.remember(group.id, name)
    screen.on_shown()
    settle()
    return venue


def check_row(screen: VenuesScreen, check: VenueCheck) -> VenueCheckRow:
    return screen.page.checks[check]


def press_key(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def test_a_group_with_no_place_is_asked_for_one_and_only_its_name_is_needed(
    screen: VenuesScreen, services: Services, acts: list[str]
) -> None:
    assert screen.title() == "Our places"
    assert "Where does your group meet?" in seen(screen)
    assert screen.press("F4")
    settle()
    assert focused_name() == NAME
    assert GETTING_IN not in seen(screen)
    write(screen, NAME, "The library")
    assert [venue.name for venue in places(services)] == ["The library"]
    assert acts == ["venue_added"]
    assert screen.title() == "The library"
    assert GETTING_IN in seen(screen)
    assert screen.leave()
    assert screen.leave()
    assert not screen.leave()
    assert "The library" in seen(screen)
    assert focused_name().startswith("The library")


def test_each_field_is_kept_when_it_is_left(screen: VenuesScreen, services: Services, acts: list[str]) -> None:
    remember(services, screen, "The library")
    press_row(screen, "The library")
    press_row(screen, WHERE)
    write(screen, WAY, "Take bus 4. The door is red.", then=Qt.Key.Key_Tab)
    write(screen, ASK, "Priya, 01234 567 890", then=Qt.Key.Key_Tab)
    (venue,) = places(services)
    assert (venue.directions, venue.contact) == ("Take bus 4. The door is red.", "Priya, 01234 567 890")
    assert acts == ["venue_changed", "venue_changed"]


def test_a_name_of_another_place_is_refused_beside_the_field_and_the_words_stay(
    screen: VenuesScreen, services: Services, acts: list[str]
) -> None:
    remember(services, screen, "Town hall")
    remember(services, screen, "The library")
    press_row(screen, "The library")
    press_row(screen, "Name and address")
    write(screen, NAME, "town HALL")
    assert "A place of this name is on the list." in seen(screen)
    assert field(screen, NAME).text() == "town HALL"  # type: ignore[union-attr]
    assert [venue.name for venue in places(services)] == ["The library", "Town hall"]
    assert acts == []
    assert screen.leave()
    assert field(screen, NAME).text() == "The library"  # type: ignore[union-attr]


def test_what_was_found_is_kept_by_keyboard_and_offered_again_with_its_day(
    screen: VenuesScreen, services: Services, acts: list[str], clock: FixedClock
) -> None:
    remember(services, screen, "The library")
    press_row(screen, "The library")
    press_row(screen, GETTING_IN)
    doors = check_row(screen, VenueCheck.DOORS)
    assert doors.buttons.chosen_key() == "not_looked"
    assert not doors.note.isVisible()
    doors.buttons.button("yes").setFocus()
    press_key(Qt.Key.Key_Space)
    assert doors.note.isVisible()
    doors.note.field.setFocus()
    QTest.keyClicks(doors.note.field, "85 cm")
    press_key(Qt.Key.Key_Return)
    found = places(services)[0].checks[VenueCheck.DOORS]
    assert (found.answer, found.note, found.checked_on) == (CheckAnswer.YES, "85 cm", date(2026, 11, 4))
    assert acts == ["venue_checked", "venue_checked"]
    assert not doors.again.isVisible()

    clock.sleep(timedelta(days=60).total_seconds())
    screen.on_shown()
    settle()
    assert doors.note.words() == "85 cm"
    assert "Somebody looked on Wednesday 4 November 2026." in seen(screen)
    assert doors.again.isVisible()
    doors.again.setFocus()
    press_key(Qt.Key.Key_Return)
    assert places(services)[0].checks[VenueCheck.DOORS].checked_on == date(2027, 1, 3)
    assert not doors.again.isVisible()
    assert QApplication.focusWidget() is doors.buttons.button("yes")


def test_not_looked_yet_takes_an_answer_away(screen: VenuesScreen, services: Services) -> None:
    venue = remember(services, screen, "The library")
    services.venues.check(venue.id, VenueCheck.LOOP, CheckAnswer.NO, "It is broken.")
    screen.on_shown()
    press_row(screen, "The library")
    assert "Not there: a hearing loop." in seen(screen)
    press_row(screen, "Hearing and seeing")
    loop = check_row(screen, VenueCheck.LOOP)
    loop.buttons.button("not_looked").setFocus()
    press_key(Qt.Key.Key_Space)
    assert places(services)[0].checks == {}
    assert "Not there" not in seen(screen)


def test_every_check_stands_on_the_page_with_its_measure(screen: VenuesScreen, services: Services) -> None:
    remember(services, screen, "The library")
    press_row(screen, "The library")
    assert set(screen.page.checks) == set(VenueCheck)
    said = ""
    for part in (GETTING_IN, "Hearing and seeing", "Rest, prayer and dogs"):
        press_row(screen, part)
        said += seen(screen)
    for measure in ("80 cm", "1.5 m", "50 m", "Changing Places", "hearing loop", "flicker", "blinds", "water", "pray"):
        assert measure in said


def test_undo_shows_the_page_as_it_was_and_a_place_that_is_gone_closes_its_page(
    screen: VenuesScreen, services: Services
) -> None:
    remember(services, screen, "The library")
    press_row(screen, "The library")
    press_row(screen, "Name and address")
    write(screen, ADDRESS, "12 Bridge Street", then=Qt.Key.Key_Tab)
    assert "12 Bridge Street" in seen(screen)
    services.history.undo()
    screen.on_shown()
    settle()
    assert field(screen, ADDRESS).toPlainText() == ""  # type: ignore[union-attr]
    services.history.undo()
    screen.on_shown()
    settle()
    assert screen.title() == "Our places"
    assert "Where does your group meet?" in seen(screen)


def test_a_place_is_taken_off_the_list(screen: VenuesScreen, services: Services, acts: list[str]) -> None:
    remember(services, screen, "The library")
    remember(services, screen, "Town hall")
    press_row(screen, "The library")
    press(screen, "Take it off the list")
    assert acts == ["venue_removed"]
    assert [venue.name for venue in places(services)] == ["Town hall"]
    assert focused_name().startswith("Town hall")
    services.history.undo()
    screen.on_shown()
    assert len(places(services)) == 2


def test_many_places_are_found_by_typing(screen: VenuesScreen, services: Services) -> None:
    for number in range(8):
        remember(services, screen, f"Hall {number}")
    write(screen, "Find a place by its name or address", "hall 7", then=None)
    assert screen.list.rows.keys() == [str(venue.id) for venue in places(services) if venue.name == "Hall 7"]
    write(screen, "Find a place by its name or address", "Castle", then=None)
    assert "No place on the list is called that." in seen(screen)
    press(screen, "Add Castle")
    assert "Castle" in [venue.name for venue in places(services)]
    assert screen.title() == "Castle"


def fill_in_photo(screen: VenuesScreen, shows: str) -> None:
    press_row(screen, "The library")
    press_row(screen, PHOTOS)
    press(screen, "Add a photo of the place")
    write(screen, "What is it a picture of?", "front door", then=None)
    write(screen, "What does it show?", shows, then=None)


def test_a_photo_without_people_is_added_at_once(
    screen: VenuesScreen, services: Services, acts: list[str], photo: Path
) -> None:
    assert photo.is_file()
    remember(services, screen, "The library")
    fill_in_photo(screen, "A red building.")
    press(screen, "Nobody is in it")
    assert screen.press("F8")
    settle()
    assert acts == ["venue_photo_added"]
    (venue,) = places(services)
    assert [one.word for one in services.venues.photos(venue)] == ["front door"]
    assert "front door" in seen(screen) or focused_name().startswith("front door")


def test_a_photo_with_people_asks_them_and_is_used_only_with_their_yes(
    screen: VenuesScreen, services: Services, acts: list[str], photo: Path
) -> None:
    assert photo.is_file()
    group = services.groups.current()
    assert group is not None
    services.people.add_walk_in(group.id, "Amina")
    remember(services, screen, "The library")
    fill_in_photo(screen, "1 of us at the door.")
    press(screen, "Amina")
    assert screen.press("F8")
    settle()
    assert "Not asked yet: Amina." in seen(screen)
    assert "May people outside the group see it?" in seen(screen)
    (venue,) = places(services)
    (photo,) = services.venues.photos(venue)
    assert not services.own_pictures.may_use(photo.id, PhotoUse.OUTSIDE)
    press(screen, "Amina said yes")
    assert acts == ["venue_photo_added", "photo_answered"]
    assert services.own_pictures.may_use(photo.id, PhotoUse.OUTSIDE)
    assert not services.own_pictures.may_use(photo.id, PhotoUse.MINUTES)
    press(screen, "Take it away")
    assert places(services)[0].photos == ()
    assert acts[-1] == "venue_photo_removed"
    assert focused_name() == "Add a photo of the place"


def test_a_page_opened_from_a_meeting_leads_back_to_it(room: Room, theme: Theme) -> None:
    venue = room.services.venues.remember(room.group.id, "Library hall")
    shown = VenuesScreen(theme, room.services, room.bridge)
    show(shown, width=1144, height=560)
    went: list[str] = []
    shown.go_requested.connect(went.append)
    shown.show_part(str(venue.id))
    settle()
    assert shown.title() == "Library hall"
    press(shown, "About the meeting")
    assert went == ["setup"]
    press_row(shown, "Library hall")
    press(shown, "All places")
    assert went == ["setup"]


def test_the_place_of_a_meeting_is_chosen_or_remembered_and_what_is_missing_is_said(room: Room, theme: Theme) -> None:
    hall = room.services.venues.remember(room.group.id, "Town hall")
    amina = room.services.people.get(room.people["Amina"])
    loop = AccessNeed(code="LOOP", detail="Zebra", consent_on=date(2026, 1, 13))
    room.services.people.save(replace(amina, needs=(loop,)))
    room.services.venues.check(hall.id, VenueCheck.LOOP, CheckAnswer.NO)
    shown = SetUpScreen(theme, room.services, room.bridge)
    show(shown)
    assert room.state.details is not None
    assert (room.state.details.venue, room.state.details.venue_id) == ("Library hall", "")
    press(shown, "Town hall")
    assert (room.state.details.venue, room.state.details.venue_id) == ("Town hall", str(hall.id))
    assert "Not there for the people who come: A hearing loop." in seen(shown)
    assert "Zebra" not in seen(shown)
    write(shown, "Where is it?", "The castle")
    castle = room.services.venues.named(room.group.id, "The castle")
    assert castle is not None
    assert room.state.details.venue_id == str(castle.id)
    assert "Not there" not in seen(shown)
    asked: list[str] = []
    shown.go_requested.connect(asked.append)
    press(shown, "About this place")
    assert asked == [f"venues/{castle.id}"]
    write(shown, "Where is it?", "", then=Qt.Key.Key_Return)
    assert (room.state.details.venue, room.state.details.venue_id) == ("", "")


@pytest.mark.parametrize(("percent", "width"), [(100, 1144), (200, 1240), (300, 1240)])
def test_nothing_is_cut_and_everything_has_a_name(
    screen: VenuesScreen, services: Services, theme: Theme, percent: int, width: int
) -> None:
    venue = remember(services, screen, "The library with a rather long name, second floor, at the back")
    services.venues.check(venue.id, VenueCheck.LIGHT, CheckAnswer.NO, "Ask at the desk")
    theme.set_text_percent(percent)
    screen.window().resize(width, 700)
    screen.on_shown()
    settle()
    assert cut(screen) == []
    press_row(screen, "The library")
    for part in ("Name and address", GETTING_IN, "Hearing and seeing", "Rest, prayer and dogs", WHERE, PHOTOS):
        press_row(screen, part)
        assert cut(screen) == [], part
        assert _unnamed(screen) == [], part
        assert screen.leave()


def _unnamed(screen: QWidget) -> list[str]:
    return [str(one) for one in unnamed_controls(screen)]
