"""From a list of 12 people in a file to marks and invitations in everybody's format, by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.open_place import OpenPlace
from tests.journeys.conftest import Start
from tests.journeys.keyboard import choose, go_to, here, press, seen, settle, type_words, until
from tests.pdf_words import words_of

NAMES = (
    *("Ada Bright", "Ben Cole", "Cara Dunn", "Dev Eaton", "Ewa Fox", "Finn Gray"),
    *("Gita Hall", "Huw Ives", "Ines Joy", "Jack Kemp", "Kirsty Lowe", "Leo Moss"),
)
NEEDS = {"Ada Bright": "BSL", "Ben Cole": "TRAVEL"}
FORMATS = {"Cara Dunn": "large print 20", "Dev Eaton": "plain text"}
PRIVATE = ("bsl", "travel", "taxi", "sign language", "large print 20")


@pytest.fixture
def people_file(tmp_path: Path) -> Path:
    """The list, as a spreadsheet saves it."""
    lines = ["name,perspectives,needs,format"]
    for number, name in enumerate(NAMES):
        perspective = ("lived experience", "carer", "paid staff")[number % 3]
        lines.append(f"{name},{perspective},{NEEDS.get(name, '')},{FORMATS.get(name, 'easy read')}")
    path = tmp_path / "our people.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.journey
def test_12_people_come_from_a_file_and_the_meeting_is_got_ready(
    start: Start, folder: Path, people_file: Path, saved_files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OpenPlace, "ask", classmethod(lambda *_args: people_file))
    monkeypatch.setattr(FolderPlace, "ask", classmethod(lambda *_args: saved_files))
    window = start()
    _set_up_the_group()
    _bring_in_the_people(window)
    _ask_what_the_file_told()
    _plan_a_meeting(window)
    _say_where_and_when()
    _mark_what_is_arranged(window)
    _make_the_invitations(window, saved_files)
    _write_down_the_answers(window)
    _save_the_lists(saved_files)
    _home_tells_what_is_left(window)
    assert not (folder / "errors.log").exists()


def _set_up_the_group() -> None:
    press("F8")
    type_words("Riverbank Voices")
    press("Return")


def _bring_in_the_people(window: QWidget) -> None:
    press("Ctrl+3")
    choose("Bring in a list")
    press("F4")
    choose("No, only we can")
    if "What is in each column?" in seen(window):
        press("F8")
    assert "Bring in these 12 people" in seen(window)
    press("F8")
    assert "12 people are new on the list." in seen(window)


def _ask_what_the_file_told() -> None:
    """A need from a file waits until the person says yes."""
    for name in NEEDS:
        press("Ctrl+3")
        choose(name, "What helps me take part", "They said yes")
        press("Ctrl+3")
        assert here() == "Find a person by name or by what they bring"


def _plan_a_meeting(window: QWidget) -> None:
    press("Ctrl+N")
    type_words("Bus stops")
    go_to("Date")
    press("End", "Up")  # the year after
    press("F8")
    settle()
    assert "What helps people take part" in seen(window)


def _say_where_and_when() -> None:
    press("F4")
    go_to("Starts at")
    type_words("2pm")
    press("Tab")
    type_words("4pm")
    go_to("Where is it?")
    type_words("The library")
    press("Tab", "F8")
    settle()


def _mark_what_is_arranged(window: QWidget) -> None:
    assert here() == "Mark asked"
    press("Return")
    assert here() == "Mark arranged"
    press("Return")
    assert here() == "Mark ready"
    assert "not arranged" in seen(window)


def _make_the_invitations(window: QWidget, saved_files: Path) -> None:
    press("F8")
    assert "12 asked" in seen(window)
    press("F8")
    until(lambda: "people are ready" in seen(window), seconds=120)
    names = [path.name.casefold() for path in saved_files.rglob("*") if path.is_file()]
    assert len([name for name in names if "copy" in name]) >= len(NAMES)
    assert not [name for name in names if any(words in name for words in PRIVATE)]
    _each_has_their_own_paper(saved_files)


def _each_has_their_own_paper(saved_files: Path) -> None:
    """A paper for everybody, in the order of the names, in the format that they asked for; nobody's need on any."""
    copies = sorted(path for path in saved_files.rglob("*copy*") if path.is_file())
    assert any("copy 04" in path.name and path.suffix == ".txt" for path in copies), "plain text for Dev"
    for path in copies:
        words = words_of(path) if path.suffix == ".pdf" else path.read_text(encoding="utf-8")
        assert not [need for need in ("sign language", "taxi", "Ada Bright") if need in words], path.name
    for number in range(1, len(NAMES) + 1):
        pdf = next(path for path in copies if f"copy {number:02}" in path.name and path.suffix == ".pdf")
        assert pdf.stat().st_size > 1000
    first = " ".join(words_of(next(path for path in copies if path.suffix == ".pdf")).split())
    for told in ("Bus stops", "2pm", "4pm", "The library"):
        assert told in first
    calendar = next(saved_files.rglob("*.ics")).read_text(encoding="utf-8")
    assert "Bus stops" in calendar
    assert not [need for need in PRIVATE if need in calendar.casefold()]


def _write_down_the_answers(window: QWidget) -> None:
    choose("We sent them today")
    assert "12 people have not answered." in seen(window)
    go_to("No answer yet")
    press("Left", "Left", "Return")
    for _person in NAMES[1:]:
        press("Down", "Return")
    assert "12 asked: 12 coming, 0 sorry, 0 no answer yet." in seen(window)


def _save_the_lists(saved_files: Path) -> None:
    press("Ctrl+1")
    before = set(saved_files.rglob("*.pdf"))
    choose("Lists to print")
    press("F8")
    until(lambda: len(set(saved_files.rglob("*.pdf")) - before) > 3, seconds=120)
    made = set(saved_files.rglob("*.pdf")) - before
    assert not [path.name for path in made if any(need in path.name.casefold() for need in PRIVATE)]


def _home_tells_what_is_left(window: QWidget) -> None:
    press("Esc")
    press("Esc")
    choose("Home")
    assert "We have not arranged" in seen(window)
