"""Several groups, several meetings, many people: what is shown is always the right one, and nothing is asked twice."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.journeys.conftest import Start
from tests.journeys.keyboard import choose, go_to, here, press, seen, type_words, until, write


def _set_up(group: str, *people: str) -> None:
    type_words(group)
    press("Return", "Ctrl+3")
    for name in people:
        write("Add by first name", name)
        press("Return")


def _begin(title: str) -> None:
    press("Ctrl+N")
    type_words(title)
    press("F8")
    if here() == "Yes, the room can see it":  # asked once, first of all
        choose("No, only we can")


@pytest.mark.journey
def test_each_group_keeps_its_own_people_and_meetings(start: Start) -> None:
    window = start()
    press("F8")
    _set_up("Riverbank Voices", "Marlon", "Zofia")
    _begin("Bus stops")
    choose("Home", "Change group", "Set up another group")
    _set_up("Hill Cooks", "Gwen")
    _begin("Lunch club")
    assert "Gwen. Not here yet" in seen(window)
    assert "Marlon" not in seen(window)
    choose("Home")
    assert "Bus stops" not in seen(window)
    choose("Change group", "Riverbank Voices")
    press("Esc")
    assert window.windowTitle() == "Home - Riverbank Voices"
    home = seen(window)
    assert "Bus stops" in home
    assert "Lunch club" not in home
    assert "2 people" in home
    window = start()
    assert window.windowTitle() == "Home - Riverbank Voices"
    assert here() == "Carry on"


@pytest.mark.journey
def test_the_next_meeting_starts_from_the_last_without_asking_again(start: Start) -> None:
    window = start()
    press("F8")
    _set_up("Riverbank Voices", "Marlon", "Zofia")
    _begin("Bus stops")
    choose("Change")
    write("Where is it?", "Library hall")
    press("F8", "Ctrl+2", "F4")
    type_words("A bench for waiting")
    choose("Zofia")
    press("F8")
    choose("1. A bench", "For next time")
    _begin("Bins")
    choose("Home", "See all meetings")
    meetings = seen(window)
    assert meetings.index("Bins") < meetings.index("Bus stops")
    choose("Bus stops", "Start the next one")
    assert "People on the list: 2. Place: Library hall." in seen(window)
    go_to("What is the meeting called?")
    press("Ctrl+A")
    type_words("Bus stops again")
    press("F8")
    welcome = seen(window)
    assert "Bus stops again" in welcome
    assert "Library hall" in welcome
    assert "Marlon. Not here yet" in welcome
    press("Ctrl+2")
    assert "1. A bench for waiting. Zofia" in seen(window)
    choose("Home")
    home = seen(window)
    assert all(title in home for title in ("Bus stops again", "Bins", "Bus stops"))


@pytest.mark.journey
def test_the_sample_group_opens_and_its_minutes_are_saved(start: Start, saved_files: Path) -> None:
    window = start()
    press("F4")
    assert window.windowTitle() == "Home - Riverside Team-Up"
    choose("See all meetings")
    press("Return")
    choose("Open")
    press("Ctrl+5")
    until(lambda: "Page 1 of" in seen(window))
    choose("One copy", "Plain text")
    press("F8")
    until(lambda: any(saved_files.iterdir()))
    (saved,) = saved_files.iterdir()
    assert "Riverside Team-Up" in saved.read_text(encoding="utf-8")


@pytest.mark.journey
def test_forty_people_thirty_items_and_a_hundred_ideas_are_all_there(start: Start) -> None:
    window = start()
    press("F8")
    names = [f"{first} {last}" for last in ("Ash", "Birch", "Cole", "Dean") for first in _FIRST_NAMES]
    _set_up("Riverbank Voices", *names)
    assert "40 people" in seen(window)
    _begin("Everything at once")
    for _name in names:
        press("Return")
        press("F8")
    assert "of 40 people on the list" in seen(window)
    press("F8")
    for number in range(1, 31):
        press("F4")
        type_words(f"Thing {number}")
        choose("The whole group")
        press("F8")
    assert "30. Thing 30. The whole group" in seen(window)
    press("F8")
    choose("Write an idea")
    for number in range(1, 101):
        press("F4")
        type_words(f"Idea {number}.")
        press("Return", chr(ord("A") + number % 3))
        press("Return")
    ideas = seen(window)
    assert all(f"Idea {number}. Idea from" in ideas for number in range(1, 101))
    _reach_the_end_of_the_list(window)


_FIRST_NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gwen", "Hal", "Ida", "Jo")


def _reach_the_end_of_the_list(window: QWidget) -> None:
    go_to("Idea 100.")
    press("End")
    assert here().startswith("Idea 1.")
    press("Return")
    assert here() == "Make it a decision"
    press("Ctrl+3")
    press("F4")
    press("J", "Return", "Esc")
    assert "1. Jo A. No turn yet on this. Next" in seen(window)
