"""Ideas of both sample records, by keys alone: found, followed to what became of them, printed, told, and decided."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from coprod_desktop.cli import main
from coprod_desktop.paths import resources_folder
from coprod_desktop.ui.main_window.window import MainWindow
from tests.journeys.conftest import Start
from tests.journeys.keyboard import MOST_STOPS, choose, focused, go_to, here, press, seen, type_words, until
from tests.pdf_words import words_of


@dataclass(frozen=True, kw_only=True)
class _Sample:
    """An idea of a sample record, as somebody finds it."""

    file: str
    typed: str
    names: tuple[str, ...]
    idea: str
    decision: str
    job: str


RIVERSIDE = _Sample(
    file="riverside-team-up.json",
    typed="rafal travel",
    names=("Harry", "Rafał"),
    idea="Spend the money on travel.",
    decision="Spend up to £700 on help with travel",
    job="Try the kitchen tools.",
)
FIRST = _Sample(
    file="first-meeting.json",
    typed="beans fast",
    names=("Winnie",),
    idea="Grow beans. They grow fast.",
    decision="We will grow beans.",
    job="Buy bean seeds.",
)
SHARED_CAR = "Families share seats in their cars."


@pytest.mark.journey
@pytest.mark.parametrize("sample", [RIVERSIDE, FIRST], ids=lambda sample: sample.file)
def test_an_idea_is_followed_to_its_answer_and_told(
    sample: _Sample, start: Start, folder: Path, saved_files: Path
) -> None:
    _bring_in(sample, folder)
    window = start()
    _follow(sample, window)
    assert "still wait" in seen(window)
    assert f"{sample.names[0]} was told" not in _saved_path(window, saved_files)
    press("Esc", "Esc")
    _tell(sample, window)
    _follow(sample, window)
    assert "still wait" not in seen(window)
    paper = _saved_path(window, saved_files)
    for words in (sample.idea, sample.decision, sample.job, *sample.names):
        assert words in paper
    press("Esc", "Esc", "Ctrl+Z")
    _follow(sample, window)
    assert "still wait" in seen(window), "undo has taken the answer back"
    assert not (folder / "errors.log").exists()


def _bring_in(sample: _Sample, folder: Path) -> None:
    source = resources_folder() / "sample" / sample.file
    assert main(["import", "--data", str(folder), str(source)]) == 0


def _follow(sample: _Sample, window: MainWindow) -> None:
    """Find it, and open its path."""
    press("Ctrl+F", "Ctrl+A")
    type_words(sample.typed)
    go_to(sample.idea)
    press("Return")
    path = seen(window)
    for words in (sample.idea, sample.decision, sample.job):
        assert words in path


def _saved_path(window: MainWindow, saved_files: Path) -> str:
    """What stands on the paper that F8 saves; the place of the focus is not lost by it."""
    press("F8")
    until(lambda: any(saved_files.glob("*.pdf")) and "saved" in seen(window))
    (path,) = saved_files.iterdir()
    words = words_of(path)
    path.unlink()
    return words


def _tell(sample: _Sample, window: MainWindow) -> None:
    """One press for each person who has heard it."""
    if "Show all" in seen(window):
        choose("Show all")
    for name in sample.names:
        _go_to_heard(name)
        press("Return")
        assert "We noted who heard the answer." in seen(window)


def _go_to_heard(name: str) -> None:
    """Several buttons say the same; a screen reader tells them apart by whom they are about."""
    for _ in range(MOST_STOPS):
        if here() == "They heard it" and name in focused().accessibleDescription():
            return
        press("Tab")
    raise AssertionError(f"Tab comes to no button about {name}")


@pytest.mark.journey
def test_an_idea_that_waits_is_decided_at_the_next_meeting_and_its_path_goes_through_both(
    start: Start, folder: Path
) -> None:
    _bring_in(RIVERSIDE, folder)
    window = start()
    press("Ctrl+N")
    type_words("Summer meeting")
    press("F8")
    choose("No, only we can")
    assert here().startswith("Aisling")
    press("Return", "F8", "Ctrl+4")
    _talk_about(SHARED_CAR)
    assert here() == "Make it a decision", "Enter again takes up no other idea"
    press("Return", "F8")
    choose("We talked until we all agreed")
    press("F8", "Esc")
    press("Ctrl+F")
    type_words("families share")
    go_to(SHARED_CAR)
    press("Return")
    path = seen(window)
    assert "Tuesday 10 March 2026" in path
    assert "Summer meeting" in path
    assert "We agreed" in path
    press("Esc", "Esc", "Esc")
    assert window.windowTitle().startswith("Decisions")
    assert not (folder / "errors.log").exists()


def _talk_about(words: str) -> None:
    """The ideas that wait stand right above where one begins."""
    for _ in range(MOST_STOPS):
        if here() == "Talk about this now" and words in focused().accessibleDescription():
            press("Return")
            return
        press("Shift+Tab")
    raise AssertionError(f"Shift and Tab come to no button about {words}")
