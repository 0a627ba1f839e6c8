"""The group's own photos and symbols: added by keys, printed only with every yes, told in words, taken away."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.own_picture import OwnPicture, PhotoUse
from coprod_desktop.domain.person import NamedAs
from coprod_desktop.ui.screens.minutes.panel import PHOTOS
from coprod_desktop.ui.screens.minutes.photos_panel import PhotosPanel
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.open_place import OpenPlace
from tests.journeys.keyboard import choose, focused, go_to, here, press, seen, settle, type_words, until, write
from tests.ui.picture_window import MinutesWindow, open_minutes, photo, symbols
from tests.ui.test_minutes_pictures import check_for_everyone

WORD, SHOWS, WHO = "What is it a picture of?", "What does it show?", "Who is in it?"
ALT = "Two of us at the new hoist."


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MinutesWindow]:
    """The window with the group's own photos beside the page."""
    for one in open_minutes(qapp, qtbot, tmp_path / "data"):
        one.screen.show_panel(PHOTOS)
        settle()
        yield one


def _panel(opened: MinutesWindow) -> PhotosPanel:
    panel = opened.screen.panel(PHOTOS)
    assert isinstance(panel, PhotosPanel)
    return panel


def _own(opened: MinutesWindow) -> tuple[OwnPicture, ...]:
    group_id = _panel(opened).bridge.state.group_id
    assert group_id is not None
    return opened.services.own_pictures.own_pictures(group_id)


def _names(opened: MinutesWindow) -> tuple[str, str]:
    first, second, *_ = _panel(opened).bridge.people
    name = _panel(opened).bridge.name
    return name(first.id), name(second.id)


def _answers_with(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(OpenPlace, "ask", lambda *_args: path)
    monkeypatch.setattr(FolderPlace, "ask", lambda *_args: path)


def _begin(opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    _answers_with(monkeypatch, path)
    assert focused() is _panel(opened).add_button
    press("F8")
    assert here() == WORD


def _add(opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, path: Path, *who: str, word: str = "hoist") -> None:
    _begin(opened, monkeypatch, path)
    type_words(word)
    write(SHOWS, ALT)
    choose(*(who or ("Nobody is in it",)))
    press("F8")


def _and_pages(opened: MinutesWindow, *names: str) -> None:
    """Press buttons, and wait for the pages that follow from it."""
    before = opened.screen.pages.made_count
    choose(*names)
    opened.wait_for_pages(before)


def test_without_photos_the_panel_says_what_they_are_for_and_begins_with_adding_one(opened: MinutesWindow) -> None:
    assert here() == "Add a photo"
    assert "There are no photos yet" in seen(opened.window)
    assert "A photo with people in it is private." in seen(opened.window)


def test_a_photo_is_on_the_page_with_every_yes_and_gone_with_a_no(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, second = _names(opened)
    _add(opened, monkeypatch, photo(tmp_path / "a.jpg"), first, second)
    assert opened.photos() == []
    assert here() == f"{first} said yes"
    choose(f"{first} said yes")
    assert opened.photos() == []
    assert f"It is not in the minutes. Not asked yet: {second}." in seen(opened.window)
    _and_pages(opened, f"{second} said yes")
    assert opened.photos() == [(1200, 675)]
    assert ALT in opened.figures()
    assert "All said yes. It may be in the minutes." in seen(opened.window)
    _and_pages(opened, f"{first} said no")
    assert opened.photos() == []
    assert ALT not in opened.figures()
    assert f"It is not in the minutes. Said no: {first}." in seen(opened.window)
    before = opened.screen.pages.made_count
    press("Ctrl+Z")
    opened.wait_for_pages(before)
    assert opened.photos() == [(1200, 675)]
    assert "All said yes. It may be in the minutes." in seen(opened.window)


def test_each_answer_is_kept_for_its_use_alone_with_its_day_and_who_wrote_it_down(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, _second = _names(opened)
    _add(opened, monkeypatch, photo(tmp_path / "a.jpg"), first)
    assert "Not asked yet." in seen(opened.window)
    write("Who wrote this down?", "Jo")
    choose("Ask about other uses")
    go_to("Less")
    (own,) = _own(opened)
    wall = _panel(opened).page.buttons(opened.services.own_pictures.people_in(own.id)[0], PhotoUse.WALL)
    wall.button("yes").setFocus()
    press("Return")
    (said,) = opened.services.own_pictures.yeses(own.id)
    assert (said.use, said.is_yes, said.recorder) == (PhotoUse.WALL, True, "Jo")
    assert "Jo wrote it down." in seen(opened.window)
    assert "Yes, on " in seen(opened.window)
    assert not opened.services.own_pictures.may_use(own.id, PhotoUse.MINUTES)
    assert focused() is wall.button("yes")


def test_the_list_says_why_a_photo_is_not_printed(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, _second = _names(opened)
    _add(opened, monkeypatch, photo(tmp_path / "a.jpg"), first)
    press("Esc")
    assert here() == f"hoist. It is not in the minutes. Not asked yet: {first}"
    press("Return")
    assert here() == f"{first} said yes"


def test_a_photo_of_a_thing_is_printed_at_once(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = opened.screen.pages.made_count
    _add(opened, monkeypatch, photo(tmp_path / "a.jpg"))
    opened.wait_for_pages(before)
    assert opened.photos() == [(1200, 675)]
    assert "Nobody is in it. It may be in the minutes." in seen(opened.window)


def test_what_is_missing_is_said_beside_its_field_one_after_the_other(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _begin(opened, monkeypatch, photo(tmp_path / "a.jpg"))
    form = _panel(opened).form
    press("F8")
    assert form.error_words() == "Please say what it is a picture of."
    type_words("hoist")
    press("F8")
    assert (form.error_words(), here()) == ("Please say what it shows.", SHOWS)
    type_words("Far too many words. " * 10)
    press("F8")
    assert form.error_words() == "Please say who is in it, or that nobody is."
    choose("Nobody is in it")
    press("F8")
    assert (form.error_words(), here()) == ("Please say it in 1 short sentence.", SHOWS)
    assert _own(opened) == ()
    assert opened.screen.is_half_typed()


def test_nobody_and_somebody_cannot_both_be_in_a_photo(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, _second = _names(opened)
    _begin(opened, monkeypatch, photo(tmp_path / "a.jpg"))
    form = _panel(opened).form
    choose(first)
    choose("Nobody is in it")
    assert (form.people.value(), form.nobody.chosen()) == ((), ["nobody"])
    choose(first)
    assert form.nobody.chosen() == []
    assert len(form.people.value()) == 1


def test_a_name_that_may_not_be_printed_is_refused_in_plain_words(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = _panel(opened).bridge.people[0]
    opened.services.people.save(replace(person, named_as=NamedAs.UNNAMED))
    _begin(opened, monkeypatch, photo(tmp_path / "a.jpg"))
    type_words("hoist")
    write(SHOWS, f"{person.name.split()[0]} at the hoist")
    choose("Nobody is in it")
    press("F8")
    assert "does not want this name printed" in _panel(opened).form.error_words()
    assert here() == SHOWS
    assert _own(opened) == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a picture", "There is no picture in this file that we can read."),
        (None, "This cannot be opened. Is it still there?"),
    ],
)
def test_a_file_that_is_no_photo_is_told_at_once_and_nothing_is_kept(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes | None, words: str
) -> None:
    path = tmp_path / "a.jpg"
    if data is not None:
        path.write_bytes(data)
    _answers_with(monkeypatch, path)
    press("F8")
    assert words in seen(opened.window)
    assert _own(opened) == ()
    assert here() == "Add a photo"


def test_a_file_that_went_away_meanwhile_keeps_what_was_typed(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = photo(tmp_path / "a.jpg")
    _begin(opened, monkeypatch, path)
    path.unlink()
    type_words("hoist")
    write(SHOWS, ALT)
    choose("Nobody is in it")
    press("F8")
    assert "This cannot be opened. Is it still there?" in seen(opened.window)
    assert _panel(opened).form.shows.text() == ALT


def test_a_small_photo_is_kept_and_said_to_be_small(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _add(opened, monkeypatch, photo(tmp_path / "a.jpg", (300, 200)))
    assert "It is small, and may look rough on paper." in seen(opened.window)
    assert len(_own(opened)) == 1


def test_choosing_no_file_changes_nothing(opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    _answers_with(monkeypatch, None)
    press("F8")
    assert here() == "Add a photo"
    choose("Add a folder of symbols")
    assert here() == "Add a folder of symbols"
    assert _own(opened) == ()


def test_a_photo_that_is_taken_away_leaves_the_page_and_undo_brings_it_back(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = opened.screen.pages.made_count
    _add(opened, monkeypatch, photo(tmp_path / "a.jpg"))
    opened.wait_for_pages(before)
    _and_pages(opened, "Take it away")
    assert opened.photos() == []
    assert _own(opened) == ()
    assert here() == "Add a photo"
    before = opened.screen.pages.made_count
    press("Ctrl+Z")
    opened.wait_for_pages(before)
    assert opened.photos() == [(1200, 675)]
    assert _panel(opened).list.rows().keys() == [str(_own(opened)[0].id)]


def test_undo_of_adding_leaves_the_page_of_a_photo_that_is_gone(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _add(opened, monkeypatch, photo(tmp_path / "a.jpg"))
    press("Ctrl+Z")
    assert here() == "Add a photo"
    assert "There are no photos yet" in seen(opened.window)


# Symbols


def test_a_folder_of_symbols_is_looked_at_then_kept_with_its_credit_and_taken_away(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = symbols(tmp_path / "symbols", "hoist", "pontoon")
    (folder / "bad.png").write_bytes(b"bad")
    _answers_with(monkeypatch, folder)
    choose("Add a folder of symbols")
    until(lambda: here() == "Whose symbols are they?")
    words = seen(opened.window)
    assert "Symbols found: 2." in words
    assert "bad.png: There is no picture in this file that we can read." in words
    press("F8")
    assert _panel(opened).symbols_form.error_words() == "Please say whose symbols they are."
    type_words("Example Symbols 2026")
    before = opened.screen.pages.made_count
    press("F8")
    opened.wait_for_pages(before)
    assert here() == "Example Symbols 2026. Symbols: 2"
    assert "A symbol for hoist." in opened.figures()
    assert "Example Symbols 2026" in opened.words()
    press("Return")
    _and_pages(opened, "Take them all away")
    assert _own(opened) == ()
    assert "A symbol for hoist." not in opened.figures()
    press("Ctrl+Z")
    assert len(_own(opened)) == 2


def test_a_folder_without_symbols_is_refused_in_plain_words(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _answers_with(monkeypatch, symbols(tmp_path / "symbols"))
    choose("Add a folder of symbols")
    until(lambda: "There is no PNG or SVG picture in this folder." in seen(opened.window))
    assert here() == "Add a photo"


def test_looking_at_many_symbols_can_be_stopped_and_keeps_nothing(
    opened: MinutesWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _answers_with(monkeypatch, symbols(tmp_path / "symbols", *(f"symbol {number}" for number in range(1500))))
    go_to("Add a folder of symbols")
    _panel(opened).symbols_button.click()
    assert here() == "Stop"
    _panel(opened).reading.progress.stop_button.click()
    until(lambda: here() == "Add a photo")
    assert _own(opened) == ()


# For everyone


@pytest.mark.parametrize(("size", "percent"), [((1366, 698), 100), ((1280, 720), 200)])
def test_photos_can_be_used_by_everyone(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    percent: int,
) -> None:
    for one in open_minutes(qapp, qtbot, tmp_path / "data", size=size, percent=percent):
        one.screen.show_panel(PHOTOS)
        settle()
        check_for_everyone(one)
        first, second = _names(one)
        _begin(one, monkeypatch, photo(tmp_path / "a.jpg"))
        press("F8")
        check_for_everyone(one)
        assert isinstance(focused(), QLineEdit)
        type_words("hoist")
        write(SHOWS, ALT)
        choose(first, second)
        press("F8")
        check_for_everyone(one)
        choose("Ask about other uses")
        check_for_everyone(one)
        press("Esc")
        check_for_everyone(one)
        _answers_with(monkeypatch, symbols(tmp_path / "symbols", *(f"symbol {number}" for number in range(12))))
        choose("Add a folder of symbols")
        until(lambda: here() == "Whose symbols are they?")
        check_for_everyone(one)
        type_words("Example")
        press("F8")
        press("Return")
        check_for_everyone(one)


@pytest.mark.parametrize("has_pictures", [True, False])
def test_the_box_for_a_photo_opens_in_the_persons_pictures(
    monkeypatch: pytest.MonkeyPatch, theme: Theme, tmp_path: Path, has_pictures: bool
) -> None:
    asked: list[str] = []
    parent = LineField(theme)
    folder = tmp_path / "Pictures"
    if has_pictures:
        folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(folder))

    def answer(_parent: QWidget, _words: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    assert OpenPlace.ask(parent, "Which photo?", "Photos (*.jpg)") is None
    assert asked == [str(folder if has_pictures else Path.home())]
