"""The word list: printed, given to another group, taken from one after a look; and a word that the search finds."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.screens.ideas.ideas_screen import IdeasScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButton
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.save_place import SavePlace
from tests.ui import screen_audit as audit
from tests.ui.in_the_room import CTRL, InTheRoom
from tests.ui.person_at_screen import cut, focused_name, key, press, press_row
from tests.ui.screen_checks import settle

ROTA = ExplainedWord(term="rota", means="who does what, and when")
BUDGET = ExplainedWord(term="budget", means="the money that we can spend")


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[InTheRoom]:
    there = InTheRoom(theme, tmp_path / "data")
    there.services.word_list.bring_in((ExplainedWord(term="rota", means="a list of jobs"),))
    there.window.go(PlaceKey.GROUP)
    settle()
    press_row(there.window, "Our word list")
    yield there
    there.close()


def given(folder: Path, *words: ExplainedWord, **other: object) -> Path:
    """A list as another group's program saves it."""
    told = {
        "format": "coprod-word-list",
        "version": 1,
        "language": "en-GB",
        "words": [{"term": word.term, "means": word.means} for word in words],
    }
    path = folder / "words.json"
    path.write_text(json.dumps(told | other), "utf-8")
    return path


def take(room: InTheRoom, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpenPlace, "ask", lambda *_said: path)
    press(room.window, "Take words from another group")


def listed(room: InTheRoom) -> list[tuple[str, str]]:
    group = room.services.groups.current()
    assert group is not None
    return [(word.term, word.means) for word in group.words]


def test_words_of_another_group_are_looked_at_ticked_and_taken_with_one_undo(
    room: InTheRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extra = ExplainedWord(term="agm", means="our yearly meeting")
    take(room, given(tmp_path, ROTA, BUDGET, extra), monkeypatch)
    words = room.words()
    assert "New here: 2. With another meaning here: 1. The same already: 0." in words
    assert "Our meaning: a list of jobs" in words
    assert "The new meaning: who does what, and when" in words
    assert focused_name() == "budget. the money that we can spend"
    key(Qt.Key.Key_Space)
    assert "Take 1 word" in room.words()
    press_row(room.window, "rota")
    press(room.window, "Take 2 words")
    assert listed(room) == [("rota", ROTA.means), ("agm", extra.means)]
    assert focused_name() == "Take words from another group"
    assert "The words of a file are on our list." in room.window.frame.undo_bar.words()
    room.key(Qt.Key.Key_Z, CTRL)
    assert listed(room) == [("rota", "a list of jobs")]


def test_esc_leaves_them_all(room: InTheRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take(room, given(tmp_path, BUDGET), monkeypatch)
    room.key(Qt.Key.Key_Escape)
    assert "Take 1 word" not in room.words()
    assert room.window.place is PlaceKey.GROUP
    assert listed(room) == [("rota", "a list of jobs")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no list at all", "This file is no word list that we can read."),
        ('{"format": "coprod-word-list", "version": 9, "words": []}', "This list is from a newer version"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_plain_words(
    room: InTheRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, said: str
) -> None:
    (tmp_path / "odd.json").write_text(content)
    take(room, tmp_path / "odd.json", monkeypatch)
    assert said in room.words()
    assert "Nothing was changed." in room.words()
    assert listed(room) == [("rota", "a list of jobs")]


def test_a_file_with_nothing_new_says_so(room: InTheRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take(room, given(tmp_path, ExplainedWord(term="rota", means="a list of jobs")), monkeypatch)
    assert "The same already: 1." in room.words()
    assert focused_name() == "Leave them all"


def test_of_many_words_more_are_shown_on_a_press_and_all_ticked_ones_are_taken(
    room: InTheRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [ExplainedWord(term=f"word{at:03}", means="a thing") for at in range(70)]
    take(room, given(tmp_path, *many), monkeypatch)
    key(Qt.Key.Key_Space)  # the first is left out
    press(room.window, "Show more words")
    assert focused_name() == "word030. a thing"
    press(room.window, "Take 69 words")
    assert len(listed(room)) == 70
    assert "word000" not in dict(listed(room))


def test_a_word_that_means_something_else_here_is_in_sight_however_many_are_new(
    room: InTheRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [ExplainedWord(term=f"word{at:03}", means="a thing") for at in range(70)]
    take(room, given(tmp_path, *many, ExplainedWord(term="rota", means="a wheel")), monkeypatch)
    shown = [one for one in room.window.findChildren(ChoiceButton) if one.isVisible()]
    (other,) = (one for one in shown if one.accessibleName().startswith("rota."))
    assert other.accessibleName() == "rota. The new meaning: a wheel Our meaning: a list of jobs"
    assert not other.isChecked()
    press(room.window, "Show more words")
    assert focused_name() == "word030. a thing"


def test_our_words_are_saved_without_anybody(room: InTheRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room.services.word_list.add("the plan", "what Amina wrote")
    monkeypatch.setattr(SavePlace, "ask", lambda *_said: tmp_path / "ours.json")
    assert "Words with a name in them stay here." in room.words()
    press(room.window, "Save our words as a file")
    text = (tmp_path / "ours.json").read_text("utf-8")
    assert "a list of jobs" in text
    assert "Amina" not in text
    assert "stayed here: 1." in room.window.frame.message_words()


@pytest.mark.parametrize(("button", "begins"), [("Easy read", b"%PDF"), ("Large print", b"%PDF"), ("Plain text", b"")])
def test_the_list_is_saved_as_a_page(
    room: InTheRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str, begins: bytes
) -> None:
    monkeypatch.setattr(SavePlace, "ask", lambda *_said: tmp_path / "page")
    press(room.window, button)
    for _ in range(600):
        if (tmp_path / "page").exists():
            break
        QTest.qWait(20)
    settle()
    data = (tmp_path / "page").read_bytes()
    assert data.startswith(begins)
    if not begins:
        assert "a list of jobs" in data.decode()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_part_passes_the_audits(
    room: InTheRoom, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    theme.set_text_percent(percent)
    hostile = ExplainedWord(term="w" * 500, means="\u202e<b>نص</b> %s " + "m" * 5_000)
    take(room, given(tmp_path, ROTA, BUDGET, hostile), monkeypatch)
    settle()
    window = room.window
    faults = [*audit.trap_faults(window), *audit.name_faults(window), *audit.target_faults(window, theme)]
    assert [*faults, *audit.choice_faults(window)] == []
    assert cut(room.window.screen_now) == []


def test_a_word_is_found_opened_and_changed_by_keys(room: InTheRoom) -> None:
    room.key(Qt.Key.Key_F, CTRL)
    screen = room.window.screen_now
    assert isinstance(screen, IdeasScreen)
    QTest.keyClicks(QApplication.focusWidget(), "rota")
    settle()
    room.key(Qt.Key.Key_Down)
    assert focused_name().startswith("rota")
    room.key(Qt.Key.Key_Return)
    assert screen.title() == "rota"
    assert "a list of jobs" in room.words()
    assert focused_name() == "Change what it means"
    room.key(Qt.Key.Key_Return)
    assert focused_name() == "What it means, in easy words"
    QTest.keyClicks(QApplication.focusWidget(), " for all")
    room.key(Qt.Key.Key_Return)
    assert listed(room) == [("rota", "a list of jobs for all")]
    assert "a list of jobs for all" in room.words()
    room.key(Qt.Key.Key_Z, CTRL)
    assert "a list of jobs for all" not in room.words()
    assert "a list of jobs" in room.words()
    room.key(Qt.Key.Key_Escape)
    assert focused_name().startswith("rota")
    assert screen.finder.search.text() == "rota"
    faults = [*audit.trap_faults(room.window), *audit.name_faults(room.window)]
    assert faults == []


def test_a_word_of_another_group_is_shown_and_not_changed(room: InTheRoom) -> None:
    room.services.groups.create("Allotment")
    room.window.go(PlaceKey.IDEAS)
    screen = room.window.screen_now
    assert isinstance(screen, IdeasScreen)
    screen.filters.groups.set_chosen("all")
    QTest.keyClicks(screen.finder.search, "rota")
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Return)
    assert "A word of Bus stops group" in room.words()
    assert focused_name() == "Back"
