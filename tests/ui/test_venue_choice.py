"""Where a meeting is: a remembered place is one press, a new name is typed, and what is missing is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.venue_choice import VenueChoice, VenueFace
from tests.ui.person_at_screen import button, cut, press, seen, settle, write

LIBRARY, HALL = VenueFace("v1", "The library, Room 2"), VenueFace("v2", "Town hall")
FIELD = "Where is it?"
Chosen = list[tuple[str, str]]


@pytest.fixture
def page(theme: Theme) -> QWidget:
    shown = QWidget()
    column = Column(theme)
    column.addWidget(VenueChoice(theme))
    column.addStretch(1)
    shown.setLayout(column)
    shown.resize(740, 500)
    shown.show()
    shown.activateWindow()
    settle()
    return shown


@pytest.fixture
def choice(page: QWidget) -> VenueChoice:
    found = page.findChild(VenueChoice)
    assert isinstance(found, VenueChoice)
    found.show_venues([LIBRARY, HALL])
    settle()
    return found


@pytest.fixture
def chosen(choice: VenueChoice) -> Chosen:
    told: Chosen = []
    choice.chosen.connect(lambda *face: told.append(face))
    return told


def test_a_remembered_place_is_chosen_with_one_press(choice: VenueChoice, chosen: Chosen) -> None:
    press(choice, "Town hall")
    assert chosen == [("v2", "Town hall")]
    choice.show_place(*HALL)
    assert choice.field.words() == "Town hall"
    assert choice.offered.chosen_key() == "v2"
    assert button(choice, "About this place").isVisible()


def test_a_typed_name_that_fits_is_the_remembered_place(choice: VenueChoice, chosen: Chosen) -> None:
    write(choice, FIELD, "town  HALL")
    assert chosen == [("v2", "Town hall")]


def test_a_new_name_has_no_place_yet(choice: VenueChoice, chosen: Chosen) -> None:
    write(choice, FIELD, "The castle ")
    assert chosen == [("", "The castle")]


def test_a_meeting_of_an_old_file_has_only_words(choice: VenueChoice) -> None:
    choice.show_place("", "Somewhere by the river")
    assert choice.field.words() == "Somewhere by the river"
    assert choice.offered.chosen_key() is None
    assert "About this place" not in seen(choice)


def test_of_many_places_five_are_offered_and_those_that_fit_come_first(choice: VenueChoice) -> None:
    many = [VenueFace(f"h{number}", f"Hall {number}") for number in range(9)]
    choice.show_venues(many)
    choice.show_place("h8", "Hall 8")
    settle()
    offered = [one.id for one in many if _is_offered(choice, one.name)]
    assert len(offered) == 5
    assert "h8" in offered
    assert choice.offered.chosen_key() == "h8"


def test_words_typed_half_way_stay_when_the_rest_is_shown_anew(choice: VenueChoice, chosen: Chosen) -> None:
    write(choice, FIELD, "The cas", then=None)
    choice.show_venues([LIBRARY])
    choice.show_place(*LIBRARY)
    assert choice.field.words() == "The cas"
    assert chosen == []


def test_what_is_missing_is_said_in_words_and_never_by_name(choice: VenueChoice) -> None:
    choice.show_place(*LIBRARY)
    choice.say("4 of 13 things looked at.", ["a hearing loop", "parking near the door"])
    settle()
    assert "4 of 13 things looked at." in seen(choice)
    assert "Not there for the people who come: a hearing loop, parking near the door." in seen(choice)
    choice.say("", ())
    settle()
    assert "Not there" not in seen(choice)


def test_about_this_place_asks_for_its_page(choice: VenueChoice) -> None:
    asked: list[str] = []
    choice.about_requested.connect(asked.append)
    choice.show_place(*LIBRARY)
    press(choice, "About this place")
    assert asked == ["v1"]


def test_the_focus_stays_on_the_place_that_was_pressed(choice: VenueChoice, chosen: Chosen) -> None:
    choice.chosen.connect(lambda *face: choice.show_place(*face))
    choice.offered.button("v1").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle()
    assert chosen == [("v2", "Town hall")]
    assert QApplication.focusWidget() is choice.offered.button("v2")


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_is_cut(choice: VenueChoice, page: QWidget, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    page.resize(900, 1500)
    choice.show_place(*LIBRARY)
    choice.say("4 of 13 things looked at, last on Sunday 22 November 2026.", ["a Changing Places toilet"])
    settle()
    assert cut(page) == []


def _is_offered(choice: VenueChoice, name: str) -> bool:
    return name in seen(choice).splitlines()


def test_a_new_place_keeps_the_focus_where_it_is_before_it_is_among_the_remembered(choice: VenueChoice) -> None:
    choice.offered.setFocus()
    choice.show_place("v3", "The new hall")
    settle()
    assert choice.offered.isAncestorOf(QApplication.focusWidget())
    assert choice.offered.chosen() == []
    choice.show_venues([LIBRARY, HALL, VenueFace("v3", "The new hall")])
    settle()
    assert choice.offered.chosen_key() == "v3"
    assert choice.offered.isAncestorOf(QApplication.focusWidget())
