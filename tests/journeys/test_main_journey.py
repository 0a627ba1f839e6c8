"""From a blank start to minutes in everybody's hands, as one facilitator does it at the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.journeys.conftest import Start
from tests.journeys.keyboard import choose, go_to, here, press, seen, type_words, until, write
from tests.pdf_words import words_of

NEED_WORDS = "zebra hoist"
"""Words of a need that stand nowhere else, so that they would be found wherever they leak to."""


@pytest.mark.journey
def test_a_group_goes_from_a_blank_page_to_minutes_that_name_everybody(
    start: Start, folder: Path, saved_files: Path
) -> None:
    window = start()
    _set_up_the_group(window)
    _add_people(window)
    _begin_the_meeting(window)
    _make_the_agenda(window)
    _take_turns(window)
    _write_what_was_said(window)
    _undo_and_redo_across_everything(window)
    texts = _save_minutes(window, saved_files)
    _check_minutes(texts)
    _finish_and_come_back(start, window)
    assert not (folder / "errors.log").exists()


def _set_up_the_group(window: QWidget) -> None:
    assert here() == "Set up our group"
    press("F8")
    type_words("Riverbank Voices")
    press("Return")
    assert window.windowTitle() == "Home - Riverbank Voices"


def _add_people(window: QWidget) -> None:
    press("Ctrl+3")
    for name in ("Marlon", "Zofia"):
        write("Add by first name", name)
        press("Return")
    press("F4")
    type_words("Winifred Hale")
    press("F8")
    write("Add something they bring", "A key to the hall")
    press("Return")
    choose("A name they choose")
    type_words("Auntie Win")
    press("Return")
    choose("The minutes they want", "No, only we can", "Large print", "20 point")
    choose("What helps me take part", "Add what helps", "The place", "I need")
    type_words(f"A {NEED_WORDS} by the door")
    choose("They said yes")
    press("F8")
    assert NEED_WORDS in seen(window)
    press("Esc")
    people = seen(window)
    assert NEED_WORDS not in people
    assert "Winifred Hale. A key to the hall" in people
    assert "Marlon" in people


def _begin_the_meeting(window: QWidget) -> None:
    press("Ctrl+N")
    type_words("Bus stops")
    press("F8")
    said = {
        "Auntie Win": "I speak from my own life",
        "Marlon": "I am here as part of my job",
        "Zofia": "I would rather",
    }
    for name, perspective in said.items():
        assert here().startswith(name)
        press("Return")
        choose(perspective)
        press("F8")
    assert here() == "We begin"
    choose("Change")
    assert here() == "What is it for?"
    type_words("To get the bus stop back")
    write("What can the group decide or change?", "Where the stop goes")
    write("What is fixed?", "There is no new money")
    write("Who fixed it?", "The council")
    press("F8")
    welcome = seen(window)
    assert "Open: 1  ·  Fixed: 1" in welcome
    for words in ("Lived experience: 1", "Paid staff: 1", "Rather not say: 1"):
        assert words in welcome


def _make_the_agenda(window: QWidget) -> None:
    press("F8")
    assert "Start item" not in seen(window)
    _put_on("Lights that work", "Zofia")
    _put_on("A bench for waiting", "Marlon", "Auntie Win")
    _put_on("A safe crossing", "Told us another way", "Told us at a drop-in")
    _put_on("Thank the drivers", "The whole group")
    assert "2. A bench for waiting. Auntie Win and Marlon" in seen(window)
    assert "4. Thank the drivers. The whole group" in seen(window)
    choose("3. A safe crossing", "Move up", "Move up")
    assert "1. A safe crossing. Told us at a drop-in" in seen(window)
    choose("4. Thank the drivers", "Keep for later")
    assert "Kept for later: 1" in seen(window)
    assert here() == "Start item 1"
    press("F8")
    assert window.windowTitle().startswith("Turns")
    assert "Item 1 of 3: A safe crossing" in seen(window)


def _put_on(title: str, *proposer: str) -> None:
    press("F4")
    type_words(title)
    choose(*proposer)
    press("F8")


def _take_turns(window: QWidget) -> None:
    assert here() == "Auntie Win"
    press("Z", "Return")
    press("F4")
    choose("Marlon")
    press("Esc")
    assert "1. Zofia. No turn yet on this. Next" in seen(window)
    assert "2. Marlon. No turn yet on this" in seen(window)
    press("F8")
    assert "Zofia's turn" in seen(window)
    press("F6")
    assert here() == "Carry on"
    press("F6", "F8")
    assert here() == "Start Marlon's turn"
    choose("More", "2 minutes")
    press("F8")
    assert here() == "1 more minute"
    press("F7")
    assert "The turn has 1 more minute." in seen(window)
    choose("More", "Pass")
    choose("More", "No clocks here")
    choose("Marlon")
    press("F8")
    spoken = seen(window)
    assert "Take the time you need." in spoken
    assert "1 more minute" not in spoken.split("\n")
    press("F8")
    choose("More", "No clocks here")
    assert "The clocks are back." in seen(window)


def _write_what_was_said(window: QWidget) -> None:
    choose("Write an idea")
    press("F4")
    type_words("Paint a crossing by the clinic")
    press("Return")
    for name in ("Marlon", "Zofia"):
        go_to(name)
        press("Space")
    press("F8")
    assert "Idea from Marlon and Zofia" in seen(window)
    choose("Paint a crossing", "Make it a decision")
    press("F8")
    choose("We put our hands up")
    write("Yes", "2")
    write("No", "1")
    choose("Add: Does not agree")
    type_words("It is too steep there")
    choose("Auntie Win")
    choose("Add: Who else must say yes")
    type_words("The road office")
    choose("Add: Who will do it")
    type_words("Write to the road office")
    choose("Zofia")
    go_to("By when?")
    press("Up")
    press("F8")
    page = seen(window)
    assert "The road office" in page
    assert "“It is too steep there”" in page
    assert "Write to the road office" in page
    choose("Change: What we decided")
    press("Ctrl+A")
    type_words("We ask for a crossing by the clinic")
    choose("Yes, the meaning is the same")
    press("F8")
    assert "We ask for a crossing by the clinic" in seen(window)
    press("Esc")
    press("F8")
    type_words("We meet every month")
    choose("Told us another way", "Told us in a survey")
    press("F8", "F8")
    press("Esc")
    assert "We meet every month" in seen(window)


def _undo_and_redo_across_everything(window: QWidget) -> None:
    press("Ctrl+Z")
    assert "We meet every month" not in seen(window)
    press("Ctrl+Y")
    assert "We meet every month" in seen(window)
    choose("Home", "See our people")
    write("Add by first name", "Gwen")
    press("Return")
    assert "Gwen. Ask what they bring" in seen(window)
    press("Ctrl+Z")
    assert "Gwen. Ask what they bring" not in seen(window)
    press("Ctrl+Z")
    choose("Home", "Carry on")
    press("Ctrl+4")
    assert "We meet every month" not in seen(window)
    press("Ctrl+Y", "Ctrl+Y")
    assert "We meet every month" in seen(window)
    press("Ctrl+Z")


def _save_minutes(window: QWidget, saved_files: Path) -> dict[str, str]:
    press("Ctrl+5")
    until(lambda: "Page 1 of" in seen(window))
    assert here().startswith("Print pack: 3 on paper")
    press("F8")
    assert "To the minutes" in seen(window)
    press("Esc")
    assert here().startswith("Print pack")
    choose("One copy")
    texts = {"easy read": _saved(window, saved_files)}
    choose("Large print", "20")
    texts["large print"] = _saved(window, saved_files)
    choose("Plain text")
    texts["plain text"] = _saved(window, saved_files)
    press("Esc")
    return texts


def _saved(window: QWidget, saved_files: Path) -> str:
    """Save with F8 as soon as the file is as the person sees it; its name tells no format and nobody's name."""
    press("F8")
    until(lambda: any(saved_files.iterdir()) and "The minutes are saved." in seen(window))
    (path,) = saved_files.iterdir()
    assert path.stem.startswith("Bus stops - Riverbank Voices - ")
    text = _read(path)
    path.unlink()
    choose("Close")
    return text


def _read(path: Path) -> str:
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8")
    return words_of(path)


def _check_minutes(texts: dict[str, str]) -> None:
    assert len(texts) == 3
    for name, text in texts.items():
        words = " ".join(text.split())
        assert "We ask for a crossing by the clinic" in words, name
        assert "Marlon and Zofia" in words, name
        assert "It is too steep there" in words, name
        assert "Auntie Win" in words, name
        assert "The road office" in words, name
        assert "Winifred" not in words, name
        for private in NEED_WORDS.split():
            assert private not in words.casefold(), name


def _finish_and_come_back(start: Start, window: QWidget) -> None:
    press("Ctrl+1")
    choose("Change", "Close the meeting", "How was it for us?", "That is everyone", "Finish the meeting")
    assert "Open it again" in seen(window)
    choose("Home")
    assert "Carry on" not in seen(window)
    choose("Bus stops")
    assert window.windowTitle().startswith("Minutes")
    press("Ctrl+1")
    choose("Change", "Open it again")
    window = start()
    assert here() == "Carry on"
    press("F8")
    press("Ctrl+4")
    assert "We ask for a crossing by the clinic" in seen(window)
