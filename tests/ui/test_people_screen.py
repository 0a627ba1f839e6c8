"""The people screen: find, add, change, remove; private things stay shut; needs are kept only with a yes."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.person import UNTIMED, MinutesChoice, MinutesFormat, NamedAs, Person, Perspective
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.people.people_screen import PeopleScreen
from coprod_desktop.ui.theme import Theme
from tests.services.fixed_clock import FixedClock
from tests.ui.person_at_screen import (
    button,
    cut,
    field,
    focused_name,
    key,
    press,
    press_row,
    seen,
    settle,
    write,
    written,
)
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


def add_waiting(services: Services, screen: PeopleScreen, need: AccessNeed) -> Person:
    """A person with a need that came from a file, without a date of consent."""
    person = add(services, screen, "Dilys Morgan")
    PeopleStore(services.database).save(replace(person, needs=(need,)))
    return person


# The list


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
