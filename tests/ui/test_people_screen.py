"""The people screen: find, add, change, remove; private things stay shut; needs are kept only with a yes."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.lines import ActionDetails, AgendaItemDetails, Words
from coprod_desktop.domain.meeting import Job, MeetingDetails
from coprod_desktop.domain.offer import OfferAnswer
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import UNTIMED, MinutesChoice, MinutesFormat, NamedAs, Person, Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.people.people_screen import PeopleScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.tab_order import tab_stops
from tests.services.fixed_clock import FixedClock
from tests.ui.person_at_screen import (
    button,
    cut,
    field,
    focused_name,
    is_in_sight,
    key,
    press,
    press_row,
    seen,
    settle,
    write,
    written,
)
from tests.ui.private_room import PrivateRoom
from tests.ui.screen_checks import show, unnamed_controls

NAME = "Name"
BRINGS = "What they bring and hope for"
FROM = "Where they speak from"
REACH = "How to reach them"
MINUTES = "The minutes they want"
TURN = "Length of their turn"
NEEDS = "What helps me take part"
PICTURE = "Their photo or symbol"
HISTORY = "What they said and did"
PARTS = (BRINGS, NEEDS, REACH, NAME, PICTURE, FROM, MINUTES, TURN, HISTORY)
ASKED_ON = date(2026, 11, 4)
NOON = datetime(2026, 11, 4, 12, tzinfo=UTC)
NEED = AccessNeed(
    code="BREAK",
    detail="Ten minutes each hour",
    consent_on=date(2026, 1, 13),
    consent_words="May we?",
    noted_on=date(2026, 1, 13),
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(tmp_path, clock=FixedClock(NOON))
    opened.groups.create("Bus stops group")
    yield opened
    opened.close()


@pytest.fixture
def screen(theme: Theme, services: Services) -> PeopleScreen:
    bridge = MeetingBridge(lambda: people_of(services))
    bridge.sight.say(can_see=False)
    shown = PeopleScreen(theme, services, bridge)
    show(shown, width=1144, height=560)
    return shown


@pytest.fixture
def acts(screen: PeopleScreen) -> list[str]:
    """What the screen told the undo bar."""
    told: list[str] = []
    screen.acted.connect(told.append)
    return told


def people_of(services: Services) -> list[Person]:
    group = services.groups.current()
    assert group is not None
    return list(services.people.people(group.id))


def only(services: Services) -> Person:
    (person,) = people_of(services)
    return person


def add(services: Services, screen: PeopleScreen, name: str, **fields: Any) -> Person:
    group = services.groups.current()
    assert group is not None
    kept = services.people.save(replace(services.people.new_person(group.id), name=name, **fields))
    screen.on_shown()
    settle()
    return kept


def add_waiting(services: Services, screen: PeopleScreen, *needs: AccessNeed) -> Person:
    """A person with needs that came from a file, without a date of consent."""
    person = add(services, screen, "Dilys Morgan")
    PeopleStore(services.database).save(replace(person, needs=needs))
    return person


# The list


def test_tab_stops_once_in_the_list_of_people_so_that_lists_are_near(screen: PeopleScreen, services: Services) -> None:
    for number in range(12):
        add(services, screen, f"Person {number:02}")
    screen.focus_first()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    stops = [stop.accessibleName() for stop in tab_stops(screen)]
    assert [name.split(".")[0] for name in stops if name.startswith("Person")] == ["Person 01"]
    assert stops.index("Bring in a list") - stops.index("Person 01. Ask what they bring") < 4


def test_a_new_group_is_invited_to_add_its_first_person(screen: PeopleScreen) -> None:
    assert "Who is in your group?" in seen(screen)
    assert "Find a person" not in seen(screen)
    assert focused_name() == "Who is in your group?"


def test_a_walk_in_is_added_by_first_name_and_return(screen: PeopleScreen, services: Services, acts: list[str]) -> None:
    write(screen, "Add by first name", "Grace")
    assert only(services).name == "Grace"
    assert acts == ["person_added"]
    assert written(screen, "Add by first name") == ""
    assert focused_name() == "Add by first name"
    assert "Grace" in seen(screen)


def test_a_walk_in_without_a_name_is_refused_beside_the_field(screen: PeopleScreen, services: Services) -> None:
    write(screen, "Add by first name", "  ")
    assert "Please give a name that people can see." in seen(screen)
    assert written(screen, "Add by first name") == "  "
    assert people_of(services) == []


def test_typing_finds_people_and_the_focus_stays(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf", brings=("Maps",))
    add(services, screen, "Zoë Bell", brings=("Good soup",))
    write(screen, "Find a person by name or by what they bring", "zoe", then=None)
    assert "Zoë Bell" in seen(screen)
    assert "Amina Yusuf" not in seen(screen)
    assert focused_name() == "Find a person by name or by what they bring"
    write(screen, "Find a person by name or by what they bring", "maps", then=None)
    assert "Amina Yusuf" in seen(screen)


def test_needs_are_not_found_and_never_in_the_list(screen: PeopleScreen, services: Services) -> None:
    perspectives = (Perspective.LIVED_EXPERIENCE,)
    add(services, screen, "Amina Yusuf", needs=(NEED,), perspectives=perspectives, turn_seconds=UNTIMED)
    words = seen(screen)
    assert "Ten minutes" not in words
    assert "I need breaks." not in words
    assert "I speak from my own life" not in words
    write(screen, "Find a person by name or by what they bring", "minutes", then=None)
    assert "Nobody on the list is like that." in seen(screen)


def test_somebody_who_was_looked_for_in_vain_is_added_with_one_press(
    screen: PeopleScreen, services: Services, acts: list[str]
) -> None:
    add(services, screen, "Amina Yusuf")
    write(screen, "Find a person by name or by what they bring", "Bob")
    assert focused_name() == "Add Bob"
    key(Qt.Key.Key_Return)
    assert [person.name for person in people_of(services)] == ["Amina Yusuf", "Bob"]
    assert acts == ["person_added"]
    assert screen.title() == "Bob"


def test_down_goes_from_the_search_into_the_list_and_return_opens(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    add(services, screen, "Bob Okafor")
    screen.focus_first()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    assert focused_name().startswith("Bob Okafor")
    key(Qt.Key.Key_Return)
    assert screen.title() == "Bob Okafor"


def test_people_of_the_same_name_stay_apart(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Sam")
    add(services, screen, "Sam")
    add(services, screen, "sam", named_as=NamedAs.CHOSEN, chosen_name="Sammy")
    assert len(people_of(services)) == 3
    for told in ("Sam (1)", "Sam (2)", "sam (Sammy)"):
        assert told in seen(screen)
    press_row(screen, "Sam (2)")
    assert "Somebody else has this name too." in seen(screen)


def test_esc_and_all_people_go_back_to_the_row(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    add(services, screen, "Bob Okafor")
    press_row(screen, "Bob Okafor")
    assert screen.leave()
    assert focused_name().startswith("Bob Okafor")
    press_row(screen, "Bob Okafor")
    press(screen, "All people")
    assert focused_name().startswith("Bob Okafor")
    assert not screen.leave()


# A new person


def test_f4_asks_for_a_name_and_return_saves_it(screen: PeopleScreen, services: Services, acts: list[str]) -> None:
    add(services, screen, "Amina Yusuf")
    assert screen.press("F4")
    settle()
    assert focused_name() == NAME
    assert "Only a name is needed. The rest can wait." in seen(screen)
    assert FROM not in seen(screen)
    write(screen, NAME, "Chen Wei")
    assert {person.name for person in people_of(services)} == {"Amina Yusuf", "Chen Wei"}
    assert acts == ["person_added"]
    assert FROM in seen(screen)
    assert focused_name().startswith(BRINGS)
    assert field(screen, "Add something they bring").isVisible()


def test_f8_adds_the_new_person_or_says_what_is_missing(screen: PeopleScreen, services: Services) -> None:
    screen.press("F4")
    settle()
    screen.press("F8")
    settle()
    assert "Please give a name that people can see." in seen(screen)
    assert focused_name() == NAME
    write(screen, NAME, "Chen Wei", then=None)
    screen.press("F8")
    settle()
    assert only(services).name == "Chen Wei"
    assert "Add this person" not in seen(screen)


def test_a_new_person_without_a_name_is_not_saved(screen: PeopleScreen, services: Services) -> None:
    screen.press("F4")
    settle()
    write(screen, NAME, "  ")
    assert "Please give a name that people can see." in seen(screen)
    assert screen.leave()
    assert screen.leave()
    assert people_of(services) == []
    assert screen.title() == "People"


def test_undo_of_adding_goes_back_to_the_list_and_redo_brings_the_person_back(
    screen: PeopleScreen, services: Services
) -> None:
    screen.press("F4")
    settle()
    write(screen, NAME, "Chen Wei")
    services.history.undo()
    screen.on_shown()
    assert screen.title() == "People"
    assert "Chen Wei" not in seen(screen)
    services.history.redo()
    screen.on_shown()
    assert "Chen Wei" in seen(screen)


# The page


def test_nothing_private_is_drawn_until_its_part_is_opened(screen: PeopleScreen, services: Services) -> None:
    choice = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=28)
    add(
        services,
        screen,
        "Amina Yusuf",
        needs=(NEED,),
        perspectives=(Perspective.CARER,),
        contact="Phone 01632 960145",
        turn_seconds=UNTIMED,
        minutes=choice,
        brings=("Maps",),
    )
    press_row(screen, "Amina Yusuf")
    words = seen(screen)
    assert "Maps" in words
    for private in ("break", "Ten minutes", "unpaid", "01632", "No clock", "28"):
        assert private not in words
    press_row(screen, NEEDS)
    assert "Ten minutes each hour" in seen(screen)
    press_row(screen, REACH)
    assert "01632 960145" in seen(screen)
    assert "Ten minutes each hour" not in seen(screen)


def test_what_people_bring_stands_before_what_they_need(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    words = seen(screen)
    assert words.index(BRINGS) < words.index(NEEDS)
    assert all(words.index(NEEDS) < words.index(part) for part in PARTS[2:])


def test_arrows_move_through_the_parts(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    assert focused_name().startswith(BRINGS)
    for part in PARTS[1:]:
        key(Qt.Key.Key_Down)
        assert focused_name().startswith(part)


def test_an_empty_name_is_refused_and_esc_puts_the_old_one_back(
    screen: PeopleScreen, services: Services, acts: list[str]
) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, NAME)
    write(screen, NAME, "")
    assert "Please give a name that people can see." in seen(screen)
    assert only(services).name == "Amina Yusuf"
    assert focused_name() == NAME
    assert screen.leave()
    assert written(screen, NAME) == "Amina Yusuf"
    assert screen.title() == "Amina Yusuf"
    assert acts == []


def test_leaving_a_refused_name_with_tab_does_not_trap_the_keys(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, NAME)
    write(screen, NAME, "", then=Qt.Key.Key_Tab)
    assert focused_name() != NAME
    assert "Please give a name that people can see." in seen(screen)
    assert written(screen, NAME) == ""
    assert only(services).name == "Amina Yusuf"


def test_words_are_saved_when_their_field_is_left(screen: PeopleScreen, services: Services, acts: list[str]) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, NAME)
    write(screen, "Pronoun", "she", then=Qt.Key.Key_Tab)
    press_row(screen, REACH)
    write(screen, "How do they want to hear from us?", "By letter", then=Qt.Key.Key_Tab)
    assert (only(services).pronoun, only(services).contact) == ("she", "By letter")
    assert acts == ["person_changed", "person_changed"]


def test_a_chosen_name_is_asked_for_and_kept_with_the_choice(
    screen: PeopleScreen, services: Services, acts: list[str]
) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, NAME)
    assert "The name they choose" not in seen(screen)
    press(screen, "A name they choose")
    assert focused_name() == "The name they choose"
    assert only(services).named_as is NamedAs.FIRST
    write(screen, "The name they choose", "Mina")
    assert (only(services).named_as, only(services).chosen_name) == (NamedAs.CHOSEN, "Mina")
    assert acts == ["person_changed"]
    press(screen, "Not named")
    assert only(services).named_as is NamedAs.UNNAMED
    assert "No name" in seen(screen)
    assert "The name they choose" not in seen(screen)


def test_lines_are_added_changed_and_taken_off(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, BRINGS)
    write(screen, "Add something they bring", "Maps")
    write(screen, "Add something they bring", "Tea")
    write(screen, "Add something they hope for", "A reference")
    assert (only(services).brings, only(services).hopes) == (("Maps", "Tea"), ("A reference",))
    write(screen, "They bring, line 1", "Old maps")
    assert only(services).brings == ("Old maps", "Tea")
    press(screen, "Take off")
    assert only(services).brings == ("Tea",)
    assert focused_name() == "They bring, line 1"
    write(screen, "They bring, line 1", "")
    assert only(services).brings == ()
    assert only(services).hopes == ("A reference",)


def test_undo_puts_the_line_back_on_the_page(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf", brings=("Maps",))
    press_row(screen, "Amina Yusuf")
    press_row(screen, BRINGS)
    press(screen, "Take off")
    services.history.undo()
    screen.on_shown()
    settle()
    assert written(screen, "They bring, line 1") == "Maps"
    assert screen.title() == "Amina Yusuf"


def test_half_typed_words_stay_when_the_page_is_shown_anew(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, BRINGS)
    write(screen, "Add something they bring", "A long st", then=None)
    screen.on_shown()
    assert written(screen, "Add something they bring") == "A long st"
    assert only(services).brings == ()


def test_perspectives_are_in_the_first_person_and_not_saying_stands_alone(
    screen: PeopleScreen, services: Services
) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, FROM)
    press(screen, "I speak from my own life")
    press(screen, "I look after a relative or friend, unpaid")
    assert only(services).perspectives == (Perspective.LIVED_EXPERIENCE, Perspective.CARER)
    press(screen, "I would rather not say")
    assert only(services).perspectives == (Perspective.NOT_SAID,)
    press(screen, "I help somebody take part")
    assert only(services).perspectives == (Perspective.SUPPORTER,)
    rather_not = button(screen, "I would rather not say")
    assert rather_not.height() == button(screen, "I speak from my own life").height()


def test_minutes_are_chosen_with_size_pictures_and_paper(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, MINUTES)
    assert "How big should the letters be?" not in seen(screen)
    press(screen, "Large print")
    press(screen, "24 point")
    press(screen, "No, words only")
    press(screen, "Cream")
    wanted = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=24, pictures=False, paper="cream")
    assert only(services).minutes == wanted
    press(screen, "Another colour")
    write(screen, "The colour in words", "pale green")
    assert only(services).minutes == replace(wanted, paper="pale green")
    press(screen, "Another size")
    write(screen, "Size in points, from 12 to 48", "40")
    assert only(services).minutes == replace(wanted, paper="pale green", size_pt=40)
    assert "You can also offer audio." in seen(screen)
    press(screen, "Audio")
    assert "How big should the letters be?" not in seen(screen)


def test_a_size_from_a_file_is_shown_as_it_is(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf", minutes=MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=26))
    press_row(screen, "Amina Yusuf")
    press_row(screen, MINUTES)
    assert button(screen, "Another size").isChecked()
    assert written(screen, "Size in points, from 12 to 48") == "26 point"


def test_a_turn_can_be_their_own_or_without_a_clock(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, TURN)
    press(screen, "Their own number of minutes")
    write(screen, "How many minutes?", "8")
    assert only(services).turn_seconds == 480
    press(screen, "No clock on their turn")
    assert only(services).turn_seconds == UNTIMED
    press(screen, "The same as everyone")
    assert only(services).turn_seconds is None


# What helps


def test_every_need_of_the_catalogue_can_be_chosen_in_the_first_person(
    screen: PeopleScreen, services: Services
) -> None:
    catalogue = load_need_words(templates_folder())
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Add what helps")
    found = set()
    for group in catalogue.groups:
        press(screen, group.heading)
        words = seen(screen).splitlines()
        found |= {code for code in NEED_CODES if catalogue.label(code) in words}
    assert found == set(NEED_CODES)


def test_a_need_is_kept_only_with_their_yes(screen: PeopleScreen, services: Services, acts: list[str]) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Add what helps")
    press(screen, "The place")
    press(screen, "I cannot use steps.")
    write(screen, "In their own words", "A ramp, please", then=None)
    assert screen.press("F8")
    settle()
    assert "Please ask first. Then tick that they said yes." in seen(screen)
    assert focused_name() == "They said yes"
    assert written(screen, "In their own words") == "A ramp, please"
    assert only(services).needs == ()
    press(screen, "They said yes")
    write(screen, "Who wrote this down?", "Jo", then=None)
    screen.press("F8")
    settle()
    (need,) = only(services).needs
    assert (need.code, need.detail, need.may_share) == ("STEP", "A ramp, please", False)
    assert (need.consent_on, need.consent_recorder) == (ASKED_ON, "Jo")
    assert need.consent_words.startswith("May we write down that this helps you?")
    assert need.consent_words in seen(screen) or "They said yes on Wednesday 4 November 2026." in seen(screen)
    assert acts == ["person_changed"]
    assert focused_name() == "Add what helps"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_need_that_was_just_kept_is_in_sight(
    screen: PeopleScreen, services: Services, theme: Theme, percent: int
) -> None:
    theme.set_text_percent(percent)
    add(services, screen, "Amina Yusuf", needs=tuple(replace(NEED, code=code) for code in NEED_CODES[:8]))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Add what helps")
    press(screen, "How we talk and take part")
    press(screen, "I need breaks.")
    press(screen, "They said yes")
    screen.press("F8")
    settle()
    assert focused_name() == "Add what helps"
    assert is_in_sight(next(one for one in screen.findChildren(QLabel) if "I need breaks." in one.text()))


def test_another_sentence_can_be_chosen(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Add what helps")
    press(screen, "The place")
    press(screen, "I cannot use steps.")
    assert focused_name() == "In their own words"
    assert "I need a quiet place." not in seen(screen)
    press(screen, "Choose another")
    press(screen, "I need a quiet place.")
    press(screen, "They said yes")
    press(screen, "Keep this")
    assert [need.code for need in only(services).needs] == ["QUIET"]


def test_a_need_is_shared_only_after_a_new_yes(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf", needs=(NEED,))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Change")
    press(screen, "Yes, it may")
    screen.press("F8")
    settle()
    assert only(services).needs == (NEED,)
    press(screen, "They said yes")
    screen.press("F8")
    settle()
    (need,) = only(services).needs
    assert (need.may_share, need.consent_on) == (True, ASKED_ON)


def test_a_changed_detail_keeps_the_day_of_the_yes(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf", needs=(NEED,))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Change")
    write(screen, "In their own words", "Twenty minutes", then=None)
    screen.press("F8")
    settle()
    assert only(services).needs == (replace(NEED, detail="Twenty minutes"),)


def test_a_form_keeps_its_own_need_though_undo_moves_them_and_closes_when_it_is_gone(
    services: Services, screen: PeopleScreen
) -> None:
    other = AccessNeed(code="DOG", consent_on=ASKED_ON, noted_on=ASKED_ON)
    jo = add(services, screen, "Jo", needs=(other, NEED))
    services.people.save(replace(jo, needs=(NEED,)))
    press_row(screen, "Jo")
    press_row(screen, NEEDS)
    press(screen, "Change")
    write(screen, "In their own words", "Twenty minutes", then=None)
    services.history.undo()
    screen.on_shown()
    settle()
    press(screen, "Keep this")
    assert only(services).needs == (other, replace(NEED, detail="Twenty minutes"))
    press(screen, "Change")
    services.people.save(replace(jo, needs=()))
    screen.on_shown()
    settle()
    assert "Keep this" not in seen(screen)
    assert only(services).needs == ()


def test_a_need_is_withdrawn_with_one_press_and_gone_at_once(
    screen: PeopleScreen, services: Services, acts: list[str]
) -> None:
    add(services, screen, "Amina Yusuf", needs=(NEED,))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Take it off")
    assert only(services).needs == ()
    assert "Ten minutes" not in seen(screen)
    assert acts == ["need_withdrawn"]
    services.history.undo()
    screen.on_shown()
    settle()
    assert only(services).needs == (NEED,)
    assert "Ten minutes each hour" in seen(screen)


def test_a_need_from_a_file_waits_to_be_asked(screen: PeopleScreen, services: Services) -> None:
    add_waiting(services, screen, AccessNeed(code="BSL", may_share=True))
    press_row(screen, "Dilys Morgan")
    assert "There is something to ask." in seen(screen)
    press_row(screen, NEEDS)
    assert "Ask first" in seen(screen)
    assert "May we write down that this helps you?" in seen(screen)
    press(screen, "They said yes")
    (need,) = only(services).needs
    assert (need.consent_on, need.may_share) == (ASKED_ON, False)
    assert "Ask first" not in seen(screen)


def test_each_enter_says_yes_to_the_next_need_that_waits(screen: PeopleScreen, services: Services) -> None:
    add_waiting(services, screen, AccessNeed(code="BSL"), AccessNeed(code="BREAK"), AccessNeed(code="TRAVEL"))
    press_row(screen, "Dilys Morgan")
    press_row(screen, NEEDS)
    press(screen, "They said yes")
    assert [need.waits_for_yes for need in only(services).needs] == [False, True, True]
    assert focused_name() == "They said yes"
    key(Qt.Key.Key_Return)
    assert focused_name() == "They said yes"
    key(Qt.Key.Key_Return)
    assert not any(need.waits_for_yes for need in only(services).needs)
    assert focused_name() == "Add what helps"


def test_asking_for_the_people_again_shows_the_whole_list(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    add(services, screen, "Bob Hill")
    write(screen, "Find a person by name or by what they bring", "amina", then=None)
    press_row(screen, "Amina Yusuf")
    assert screen.title() == "Amina Yusuf"
    screen.begin_again()
    settle()
    assert screen.title() == "People"
    assert "Bob Hill" in seen(screen)


def test_who_has_just_gone_is_not_offered_to_be_added(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    add(services, screen, "Bob Hill")
    write(screen, "Find a person by name or by what they bring", "amina", then=None)
    press_row(screen, "Amina Yusuf")
    press(screen, "Amina is no longer here")
    press(screen, "They have died")
    assert screen.leave()
    assert screen.leave()
    settle()
    assert "Add amina" not in seen(screen)
    assert "Bob Hill" in seen(screen)


def test_esc_in_a_search_for_nobody_goes_back_to_the_search(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    write(screen, "Find a person by name or by what they bring", "zzz", then=None)
    key(Qt.Key.Key_Tab)
    assert screen.leave()
    settle()
    assert focused_name() == "Find a person by name or by what they bring"
    assert "Amina Yusuf" in seen(screen)


def test_a_waiting_need_can_be_taken_off(screen: PeopleScreen, services: Services) -> None:
    add_waiting(services, screen, AccessNeed(code="BSL"))
    press_row(screen, "Dilys Morgan")
    press_row(screen, NEEDS)
    press(screen, "Take it off")
    assert only(services).needs == ()


def test_esc_shuts_the_form_and_keeps_nothing(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Add what helps")
    press(screen, "The place")
    assert screen.leave()
    assert focused_name() == "Add what helps"
    assert only(services).needs == ()
    assert screen.title() == "Amina Yusuf"


# Taking off the list


def test_removing_asks_nothing_and_undo_brings_the_person_back(
    screen: PeopleScreen, services: Services, acts: list[str]
) -> None:
    add(services, screen, "Amina Yusuf")
    add(services, screen, "Bob Okafor")
    press_row(screen, "Amina Yusuf")
    press(screen, "Amina is no longer here")
    press(screen, "A slip. Take Amina off the list")
    assert [person.name for person in people_of(services)] == ["Bob Okafor"]
    assert acts == ["person_removed"]
    assert focused_name().startswith("Bob Okafor")
    services.history.undo()
    screen.on_shown()
    settle()
    assert "Amina Yusuf" in seen(screen)


# For everyone


@pytest.mark.parametrize("part", PARTS)
def test_everything_has_a_name_and_nothing_is_cut(
    screen: PeopleScreen, services: Services, theme: Theme, part: str
) -> None:
    wanted = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=40, paper="pale green")
    add(services, screen, "Amina Yusuf-Featherstonehaugh", needs=(NEED,), minutes=wanted, brings=("Maps of the river",))
    assert unnamed_controls(screen) == []
    press_row(screen, "Amina")
    press_row(screen, part)
    assert unnamed_controls(screen) == []
    for percent, width, height in ((100, 1144, 560), (200, 1240, 560), (300, 1240, 560), (100, 740, 380)):
        theme.set_text_percent(percent)
        screen.resize(width, height)
        settle()
        assert cut(screen) == []


def test_the_form_for_a_need_is_not_cut(screen: PeopleScreen, services: Services, theme: Theme) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina")
    press_row(screen, NEEDS)
    press(screen, "Add what helps")
    press(screen, "How we talk and take part")
    press(screen, "I need breaks.")
    for percent in (100, 200, 300):
        theme.set_text_percent(percent)
        screen.resize(1240, 560)
        settle()
        assert unnamed_controls(screen) == []
        assert cut(screen) == []


def test_tab_goes_round_the_page_and_is_never_trapped(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf", brings=("Maps",))
    press_row(screen, "Amina")
    press_row(screen, BRINGS)
    first = QApplication.focusWidget()
    been = []
    for _ in range(40):
        key(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
        been.append(focused_name())
    assert QApplication.focusWidget() is first
    assert {"They bring, line 1", "Add something they hope for", "All people", "Amina is no longer here"} <= set(been)


def test_what_could_not_be_saved_is_told_and_stays_typed(
    screen: PeopleScreen, services: Services, acts: list[str]
) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, NAME)
    other = sqlite3.connect(next(services.settings.data_folder.glob("*.sqlite")), isolation_level=None)
    other.execute("CREATE TRIGGER full BEFORE UPDATE ON people BEGIN SELECT RAISE(ABORT, 'no room'); END")
    write(screen, "Pronoun", "she")
    assert "This is not saved. Please try again." in seen(screen)
    assert written(screen, "Pronoun") == "she"
    assert acts == []
    other.execute("DROP TRIGGER full")
    other.close()
    write(screen, "Pronoun", "she")
    assert only(services).pronoun == "she"
    assert "This is not saved." not in seen(screen)
    assert acts == ["person_changed"]


# What helps: asked again, lists, waiting


def test_a_need_tells_who_wrote_it_down_and_when_it_is_asked_again(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf", needs=(replace(NEED, consent_recorder="Jo", may_share=True),))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    words = seen(screen)
    for told in (
        "They said yes on Tuesday 13 January 2026.",
        "Jo wrote it down.",
        "It may be on lists for others.",
        "We ask again on Wednesday 13 January 2027",
    ):
        assert told in words
    press(screen, "Not on lists")
    assert not only(services).needs[0].may_share
    assert "It is not on lists." in seen(screen)


@pytest.mark.parametrize(("yes_on", "is_due"), [(date(2025, 11, 4), True), (date(2026, 1, 13), False)])
def test_the_shut_part_tells_that_something_is_to_be_asked_again(
    screen: PeopleScreen, services: Services, yes_on: date, is_due: bool
) -> None:
    screen.window().show()
    add(services, screen, "Amina Yusuf", needs=(replace(NEED, consent_on=yes_on),))
    press_row(screen, "Amina Yusuf")
    assert ("There is something to ask." in seen(screen)) is is_due


def test_after_a_year_it_is_asked_if_it_is_still_so(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf", needs=(replace(NEED, consent_on=date(2025, 11, 4)),))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    assert "Ask if this is still so" in seen(screen)
    press(screen, "It is still so")
    assert only(services).needs[0].consent_on == ASKED_ON
    assert "Ask if this is still so" not in seen(screen)


def test_the_form_says_how_to_stop_and_a_sooner_day_to_ask_again_is_kept(
    screen: PeopleScreen, services: Services
) -> None:
    add(services, screen, "Amina Yusuf", needs=(NEED,))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Change")
    assert "They can stop at any time. Press Take it off, and it is gone at once." in seen(screen)
    review = screen.findChild(DateField)
    assert review is not None
    assert review.day() == date(2027, 1, 13)
    review.set_day(date(2026, 12, 1))
    screen.press("F8")
    settle()
    assert only(services).needs == (replace(NEED, review_on=date(2026, 12, 1)),)
    assert "We ask again on Tuesday 1 December 2026" in seen(screen)


def test_who_helped_to_decide_and_a_parents_yes_are_kept_without_any_date_of_birth(
    screen: PeopleScreen, services: Services
) -> None:
    group = services.groups.current()
    assert group is not None
    services.groups.save(replace(group, parents_yes_under=18))
    add(services, screen, "Amina Yusuf", needs=(NEED,))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Change")
    fields = {one.accessibleName(): one for one in screen.findChildren(LineField) if one.isVisible()}
    fields["Who helped them to decide?"].setText("Mei")
    fields["Are they under 18? Which parent said yes too?"].setText("Ann")
    screen.press("F8")
    settle()
    assert only(services).needs == (replace(NEED, consent_helper="Mei", parents_yes="Ann"),)
    assert "Mei helped them to decide. Ann said yes too, as a parent." in seen(screen)


def test_a_group_that_asks_no_parent_is_not_asked_about_one(screen: PeopleScreen, services: Services) -> None:
    group = services.groups.current()
    assert group is not None
    services.groups.save(replace(group, parents_yes_under=0))
    add(services, screen, "Amina Yusuf", needs=(NEED,))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Change")
    assert "Who helped them to decide?" in seen(screen)
    assert "parent" not in seen(screen)


def test_a_yes_to_lists_is_kept_with_its_own_question(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf", needs=(NEED,))
    press_row(screen, "Amina Yusuf")
    press_row(screen, NEEDS)
    press(screen, "Change")
    press(screen, "Yes, it may")
    press(screen, "They said yes")
    screen.press("F8")
    settle()
    assert "May it be on lists for other people?" in only(services).needs[0].consent_words


@pytest.mark.parametrize(("noted_on", "is_offered"), [(date(2026, 10, 5), True), (date(2026, 10, 6), False)])
def test_a_need_that_waits_for_30_days_is_offered_for_taking_off(
    screen: PeopleScreen, services: Services, noted_on: date, is_offered: bool
) -> None:
    add_waiting(services, screen, AccessNeed(code="BSL", noted_on=noted_on))
    press_row(screen, "Dilys Morgan")
    press_row(screen, NEEDS)
    assert ("It has waited for 30 days." in seen(screen)) is is_offered


def test_a_need_is_gone_from_the_meeting_as_soon_as_it_is_withdrawn(theme: Theme, tmp_path: Path) -> None:
    room = PrivateRoom(theme, tmp_path)
    room.desk.bridge.sight.say(can_see=False)
    amina = room.people["Amina"]
    lines = len(room.services.ready.lines(room.running.live.id))
    room.go("people")
    press_row(room.window.screen_now, "Amina")
    press_row(room.window.screen_now, NEEDS)
    press(room.window.screen_now, "Take it off")
    kept = room.desk.bridge.person(amina)
    assert kept is not None
    assert "BSL" not in {need.code for need in kept.needs}
    assert len(room.services.ready.lines(room.running.live.id)) < lines
    assert "Zebra BSL" not in seen(room.window)
    assert "Zebra BSL" not in room.wall.words()
    room.close()


# Pictures, history, offers: behind the question who can see the screen


@pytest.mark.parametrize("part", [PICTURE, HISTORY, "What we offer them", NEEDS, REACH, FROM])
def test_a_private_part_draws_nothing_before_it_is_said_that_the_room_cannot_see(
    theme: Theme, services: Services, part: str
) -> None:
    bridge = MeetingBridge(lambda: people_of(services))
    shown = PeopleScreen(theme, services, bridge)
    show(shown, width=1144, height=560)
    amina = add(services, shown, "Amina Yusuf", needs=(NEED,), contact="Yodel", perspectives=(Perspective.CARER,))
    running = services.meetings.begin(amina.group_id, MeetingDetails(title="Seats", held_on=ASKED_ON), (amina.id,))
    hers = Proposer(people=(amina.id,))
    running.requests.propose_item(AgendaItemDetails(title="Shelters", proposer=hers))
    press_row(shown, "Amina Yusuf")
    press_row(shown, part)
    for private in ("Ten minutes", "Yodel", "unpaid", "Shelters", "Choose a photo", "Newcomer"):
        assert private not in seen(shown)
    bridge.sight.say(can_see=False)
    settle()
    assert any(
        told in seen(shown) for told in ("Ten minutes", "Yodel", "unpaid", "Shelters", "Choose a photo", "Newcomer")
    )
    bridge.sight.say(can_see=True)
    settle()
    for private in ("Ten minutes", "Yodel", "unpaid", "Shelters", "Choose a photo", "Newcomer"):
        assert private not in seen(shown)


def test_a_photo_is_chosen_and_each_use_has_its_own_dated_answer(
    screen: PeopleScreen, services: Services, acts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "face.png"
    Image.new("RGB", (600, 600), "#6688aa").save(path)
    monkeypatch.setattr(OpenPlace, "ask", lambda *_: path)
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, PICTURE)
    assert "They have no photo or symbol. That is fine." in seen(screen)
    press(screen, "Choose a photo")
    assert "May it be on the wall?" in seen(screen)
    assert seen(screen).count("Not asked yet.") >= 5
    press(screen, "They said yes")
    answers = services.person_pictures.answers(only(services))
    assert [(use, said.is_yes) for use, said in answers.items()] == [(PhotoUse.OWN_SHEET, True)]
    assert "Yes, on Wednesday 4 November 2026." in seen(screen)
    press(screen, "They said no")
    assert "No, on Wednesday 4 November 2026." in seen(screen)
    press(screen, "Take it away")
    assert only(services).picture == ""
    assert acts == ["own_picture_chosen", "photo_answered", "photo_answered", "own_picture_taken_away"]


def test_a_file_that_is_no_picture_is_refused_in_words(
    screen: PeopleScreen, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "face.png"
    path.write_text("no picture")
    monkeypatch.setattr(OpenPlace, "ask", lambda *_: path)
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, PICTURE)
    press(screen, "Choose a photo")
    assert "There is no picture in this file that we can read." in seen(screen)
    assert only(services).picture == ""


def test_a_symbol_is_chosen_by_its_word(screen: PeopleScreen, services: Services) -> None:
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, PICTURE)
    press(screen, "Choose a picture")
    write(screen, "Find a picture", "star")
    assert only(services).picture == "star"
    assert "They chose a symbol." in seen(screen)
    press(screen, "No picture")
    assert only(services).picture == ""


def test_history_shows_ten_lines_and_more_on_a_press_and_opens_a_meeting(
    screen: PeopleScreen, services: Services
) -> None:
    amina = add(services, screen, "Amina Yusuf")
    running = services.meetings.begin(amina.group_id, MeetingDetails(title="Seats", held_on=ASKED_ON), (amina.id,))
    for number in range(12):
        running.requests.agree_action(Words(text=f"Job no {number:02}."), ActionDetails(owners=(amina.id,)))
    chosen: list[str] = []
    screen.meeting_requested.connect(chosen.append)
    press_row(screen, "Amina Yusuf")
    press_row(screen, HISTORY)
    assert seen(screen).count("Seats") == 10
    press(screen, "Show more")
    assert seen(screen).count("Seats") == 12
    assert focused_name().startswith("Job no 01.")
    press_row(screen, "Job no 03.")
    assert chosen == [running.live.id]


def test_what_is_offered_is_answered_on_the_page(screen: PeopleScreen, services: Services, acts: list[str]) -> None:
    amina = add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press_row(screen, "What we offer them")
    press(screen, "No thank you")
    assert [offer.answer for offer in services.offers.offers(amina.id).values()] == [OfferAnswer.NO_THANK_YOU]
    assert acts == ["offer_answered"]


# Their own page


def test_their_own_page_is_saved_with_one_press(
    screen: PeopleScreen, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def place(_parent: Any, _words: str, suggested: Path, _kinds: str) -> Path:
        asked.append(suggested.name)
        return tmp_path / suggested.name

    monkeypatch.setattr(SavePlace, "ask", place)
    told: list[str] = []
    screen.told.connect(told.append)
    add(services, screen, "Amina Yusuf", needs=(NEED,), brings=("Maps",))
    press_row(screen, "Amina Yusuf")
    press(screen, "Save their own page")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert asked == ["working-with-me - Amina.pdf"]
    assert (tmp_path / asked[0]).read_bytes().startswith(b"%PDF")
    assert told == [f"It is saved: {tmp_path / asked[0]}"]
    screen.end()


def test_a_place_that_cannot_be_written_is_told(
    screen: PeopleScreen, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(SavePlace, "ask", lambda *_: tmp_path / "not there" / "page.pdf")
    warned: list[str] = []
    screen.warned.connect(warned.append)
    add(services, screen, "Amina Yusuf")
    press_row(screen, "Amina Yusuf")
    press(screen, "Save their own page")
    qtbot.waitUntil(lambda: bool(warned), timeout=20_000)
    assert warned == ["The file could not be written there. Please choose another place."]
    screen.end()


# No longer here


def test_somebody_who_left_is_thanked_and_their_jobs_are_handed_on_by_keys(
    screen: PeopleScreen, services: Services, acts: list[str]
) -> None:
    amina, bob = add(services, screen, "Amina Yusuf"), add(services, screen, "Bob Okafor")
    details = MeetingDetails(title="Seats", held_on=ASKED_ON)
    running = services.meetings.begin(amina.group_id, details, (amina.id, bob.id))
    action_id = running.requests.agree_action(Words(text="Ask the council."), ActionDetails(owners=(amina.id,)))
    press_row(screen, "Amina Yusuf")
    press(screen, "Amina is no longer here")
    assert focused_name() == "They have left the group"
    key(Qt.Key.Key_Return)
    assert screen.title() == "Amina Yusuf"
    assert focused_name() == "Save a thank-you letter"
    assert "Ask the council." in seen(screen)
    press(screen, "Somebody takes it on")
    assert focused_name() == "Bob Okafor"
    key(Qt.Key.Key_Space)
    assert running.live.state.actions[action_id].details.owners == (bob.id,)
    assert "Ask the council." not in seen(screen)
    assert acts == ["person_moved_on", "job_handed_on"]


def test_for_somebody_who_died_there_are_kind_words_and_no_tasks(
    screen: PeopleScreen, services: Services, acts: list[str]
) -> None:
    amina = add(services, screen, "Amina Yusuf")
    running = services.meetings.begin(amina.group_id, MeetingDetails(title="Seats", held_on=ASKED_ON), (amina.id,))
    running.requests.agree_action(Words(text="Ask the council."), ActionDetails(owners=(amina.id,)))
    press_row(screen, "Amina Yusuf")
    press(screen, "Amina is no longer here")
    press(screen, "They have died")
    words = seen(screen)
    assert "We are sorry." in words
    assert "Their name and their ideas stay as they chose." in words
    for not_said in ("Ask the council.", "thank-you", "Jobs to hand on"):
        assert not_said not in words
    assert acts == ["person_died"]
    services.history.undo()
    screen.on_shown()
    settle()
    assert screen.title() == "People"
    assert only(services) == amina


def test_names_of_those_who_are_no_longer_here_can_be_reached_and_brought_back(
    screen: PeopleScreen, services: Services, acts: list[str]
) -> None:
    amina = add(services, screen, "Amina Yusuf", brings=("Maps",), needs=(NEED,))
    add(services, screen, "Bob Okafor")
    assert "People who are no longer here" not in seen(screen)
    services.people.leave(amina.id)
    screen.on_shown()
    settle()
    press(screen, "People who are no longer here")
    assert focused_name() == "Amina Yusuf"
    assert "Bob" not in seen(screen)
    assert "Maps" not in seen(screen)
    key(Qt.Key.Key_Return)
    press(screen, "They are here again")
    assert services.people.get(amina.id) == amina
    assert screen.title() == "Amina Yusuf"
    assert "What they bring and hope for" in seen(screen)
    assert acts == ["person_brought_back"]


def test_esc_goes_back_step_by_step_from_those_who_are_no_longer_here(screen: PeopleScreen, services: Services) -> None:
    amina = add(services, screen, "Amina Yusuf")
    services.people.died(amina.id)
    screen.on_shown()
    settle()
    press(screen, "People who are no longer here")
    key(Qt.Key.Key_Return)
    assert screen.title() == "Amina Yusuf"
    assert screen.leave()
    assert screen.title() == "People who are no longer here"
    assert screen.leave()
    assert screen.title() == "People"
    assert not screen.leave()


def test_the_pages_of_those_who_are_no_longer_here_are_not_cut(
    screen: PeopleScreen, services: Services, theme: Theme
) -> None:
    amina = add(services, screen, "Amina Yusuf-Featherstonehaugh")
    add(services, screen, "Bob")
    running = services.meetings.begin(amina.group_id, MeetingDetails(title="Seats", held_on=ASKED_ON), (amina.id,))
    running.requests.take_jobs(amina.id, (Job.TIMEKEEPER,))
    services.leaving.left(amina.id)
    screen.on_shown()
    settle()
    press(screen, "People who are no longer here")
    assert unnamed_controls(screen) == []
    key(Qt.Key.Key_Return)
    assert "Nobody else is on the list of that meeting" in seen(screen)
    for percent in (100, 200, 300):
        theme.set_text_percent(percent)
        screen.resize(1240, 560)
        settle()
        assert unnamed_controls(screen) == []
        assert cut(screen) == []


def test_lists_are_brought_in_and_saved_from_here(screen: PeopleScreen, services: Services) -> None:
    went: list[str] = []
    screen.go_requested.connect(went.append)
    press(screen, "Bring in a list")
    assert "Save a list" not in seen(screen)
    add(services, screen, "Amina Yusuf")
    press(screen, "Save a list")
    assert went == ["people_file", "people_file/save"]


def test_a_face_stands_in_the_list_and_on_the_page_only_if_the_group_may_see_it(
    screen: PeopleScreen, services: Services, tmp_path: Path
) -> None:
    add(services, screen, "Amina Yusuf")
    path = tmp_path / "face.png"
    Image.new("RGB", (600, 600), "#ff0000").save(path)
    pictures = services.person_pictures
    amina = pictures.choose_photo(only(services).id, path, word="person", alt="A photo of a person.")

    def is_seen() -> bool:
        screen.on_shown()
        settle()
        image = screen.grab().toImage()
        points = ((x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))
        return any(image.pixelColor(*point).name() in ("#ff0000", "#fe0000") for point in points)

    assert not is_seen()
    pictures.say(amina, PhotoUse.WHO_IS_WHO, True)
    assert is_seen()
    press_row(screen, "Amina Yusuf")
    assert is_seen()
    pictures.say(amina, PhotoUse.WHO_IS_WHO, False)
    assert not is_seen()
