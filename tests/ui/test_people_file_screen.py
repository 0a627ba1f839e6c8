"""People from a file, by keys alone: choose, say what a column is, look, answer, bring in, undo; and save a list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.app import App
from coprod_desktop.domain.person import Person
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.screens.people_file.columns_page import ColumnsPage
from coprod_desktop.ui.screens.people_file.people_file_screen import PeopleFileScreen
from coprod_desktop.ui.screens.people_file.preview_page import PreviewPage
from coprod_desktop.ui.theme import Mode
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from tests.journeys.keyboard import choose, focused, here, press, seen, settle, until
from tests.services.people_files.reading import CORRECT, MISTAKES
from tests.ui import screen_audit as audit
from tests.ui.person_at_screen import is_in_sight
from tests.ui.screen_checks import cut_widgets, sideways_scrolls

PRIVATE = ("Marlon", "Aisling", "sign language", "dementia", "I need breaks", "I speak from my own life")


@pytest.fixture(params=[(1366, 698, 100)], ids=["100%"])
def app(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[App]:
    """The program with a new group that knows nobody."""
    width, height, percent = request.param
    opened = App(qapp, tmp_path / "data", with_sample=False)
    opened.theme.set_mode(Mode.LIGHT)
    opened.theme.set_text_percent(percent)
    opened.window.resize(width, height)
    opened.window.show()
    opened.window.activateWindow()
    until(lambda: opened.window.desk is not None)
    until(opened.window.isActiveWindow)
    services_of(opened.window).groups.create("Bus stops group")
    opened.window.go(PlaceKey.PEOPLE_FILE)
    settle()
    yield opened
    opened.close()


@pytest.fixture
def window(app: App) -> MainWindow:
    return app.window


def services_of(window: MainWindow) -> Services:
    assert window.desk is not None
    return window.desk.services


def people(window: MainWindow) -> tuple[Person, ...]:
    group = services_of(window).groups.current()
    assert group is not None
    return services_of(window).people.people(group.id)


def screen_of(window: MainWindow) -> PeopleFileScreen:
    screen = window.screen_now
    assert isinstance(screen, PeopleFileScreen)
    return screen


def preview_of(window: MainWindow) -> PreviewPage:
    page = screen_of(window).page
    assert isinstance(page, PreviewPage)
    return page


def offer(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(OpenPlace, "ask", classmethod(lambda *_args: path))


def words_in(window: QWidget) -> str:
    return " ".join(seen(window).split())


def to_preview(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path = MISTAKES) -> None:
    offer(monkeypatch, path)
    press("F4")
    if isinstance(screen_of(window).page, ColumnsPage):
        press("F8")
    if not window.desk.bridge.sight.is_only_us:  # type: ignore[union-attr]
        choose("No, only we can")


def test_a_file_is_brought_in_by_keys_and_taken_back(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, MISTAKES)
    assert here() == "Choose a file"
    press("F4")
    assert "What is in each column?" in words_in(window)
    choose("No, only we can")
    assert "comment" in words_in(window)
    press("F8")
    assert "Bring in these 15 people" in words_in(window)
    assert people(window) == ()
    press("F8")
    assert len(people(window)) == 15
    assert "15 people are new on the list." in words_in(window)
    press("Ctrl+Z")
    assert people(window) == ()
    press("Ctrl+Shift+Z" if not _has_key(window, "Ctrl+Y") else "Ctrl+Y")
    assert len(people(window)) == 15


def _has_key(window: MainWindow, keys: str) -> bool:
    from PySide6.QtGui import QShortcut

    return any(one.key().toString() == keys for one in window.findChildren(QShortcut))


def test_questions_are_answered_in_one_press_and_the_counts_follow(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_preview(window, monkeypatch)
    assert "13 questions are open." in words_in(window)
    choose("I use British Sign Language.")
    assert "12 questions are open." in words_in(window)
    assert here().startswith("I use British Sign Language."), "the focus stays"
    choose("It is the same person")
    choose("Yes, it is a person")
    assert "Bring in these 16 people" in words_in(window)
    assert "The file says “16”" in words_in(window), "more is asked once it is a person"
    press("F8")
    needs = {person.name: [need.code for need in person.needs] for person in people(window)}
    assert (needs["Aisling Murphy"], needs["Wilf Danby"]) == (["BSL"], [])
    assert "Total" in needs


def test_each_question_tells_the_row_of_the_spreadsheet(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    to_preview(window, monkeypatch)
    while preview_of(window).rows is not None and "Show more rows" in words_in(window):
        choose("Show more rows")
    words = words_in(window)
    for number in (2, 3, 4, *range(5, 16), *range(17, 21)):
        assert f"Row {number}" in words
    assert "Row 5 Not brought in There is no name." in words
    assert "“has dementia” names an illness. We never keep that." in words
    assert "Row 2 has the same name. Are they 2 people?" in words
    assert "This may be the person of row 7." in words


def test_nothing_private_is_drawn_before_only_we_can_see_the_screen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, MISTAKES)
    press("F4")
    assert not any(words in words_in(window) for words in PRIVATE)
    press("F8")
    assert preview_of(window).rows is None
    assert not any(words in words_in(window) for words in PRIVATE)
    choose("Yes, the room can see it")
    assert not any(words in words_in(window) for words in PRIVATE)
    choose("Change")
    choose("No, only we can")
    assert "Aisling Murphy" in words_in(window)
    assert window.desk is not None
    window.desk.bridge.sight.say(can_see=True)
    settle()
    assert not any(words in words_in(window) for words in PRIVATE)


def test_answers_hold_when_the_rows_are_covered_for_a_while(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_preview(window, monkeypatch)
    choose("I use British Sign Language.")
    assert window.desk is not None
    window.desk.bridge.sight.ask_again()
    window.desk.bridge.sight.say(can_see=False)
    settle()
    assert "12 questions are open." in words_in(window)
    assert preview_of(window).rows is not None
    assert preview_of(window).rows.card(6).choices["need-0"].chosen() == ["need/BSL/"]  # type: ignore[union-attr]


def test_escape_goes_back_and_does_not_lose_answers_at_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_preview(window, monkeypatch)
    choose("I use British Sign Language.")
    press("Esc")
    assert here() == "Choose another file"
    assert "12 questions are open." in words_in(window)
    press("Esc")
    assert here() == "Choose a file"
    press("Esc")
    assert window.screen_now is not None
    assert not isinstance(window.screen_now, PeopleFileScreen)


def test_a_column_that_nobody_knows_stays_passed_over_when_enter_is_pressed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, MISTAKES)
    press("F4")
    choose("No, only we can")
    press("F8")
    press("Esc", "F4")
    assert here() == "Pass over it"
    press("Return", "F8")
    assert "Row 4: Bryn Eastwood" in seen(window).splitlines()


def test_where_no_row_asks_anything_enter_brings_the_people_in(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, CORRECT)
    press("F4")
    assert "There is no question left." in words_in(window)
    assert "ticked" not in words_in(window)
    choose("No, only we can")
    assert here().startswith("Bring in these")
    press("Return")
    assert people(window)


def test_a_column_is_named_by_a_person(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("who,good things\nAnn Lee,maps\n", encoding="utf-8")
    offer(monkeypatch, path)
    press("F4")
    press("F8")
    assert "Please say which column has the names." in words_in(window)
    choose("No, only we can")
    choose("The names of the columns")
    assert here() == "Pass over it", "the focus is at the first column, on what holds now"
    press("Right")
    assert here() == "Name"
    press("Return", "Tab")
    choose("What they bring")
    press("F8")
    assert "Row 2: Ann Lee" in words_in(window)
    press("F8")
    assert [(person.name, person.brings) for person in people(window)] == [("Ann Lee", ("maps",))]


def test_other_letters_can_be_chosen(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("name,needs\nŻaneta Nowak\nRenata Kończak,\n".encode("cp1250").replace(b"\xaf", b"Z"))
    offer(monkeypatch, path)
    press("F4")
    choose("No, only we can")
    assert "Which words look right?" in words_in(window)
    choose("Renata Kończak")
    press("F8")
    assert "Renata Kończak" in words_in(window)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "There is nothing in this file."),
        (b"PK\x03\x04" + bytes(range(256)) * 20, "This is a spreadsheet file."),
        (b"\x89PNG" + bytes(range(256)) * 20, "This is a picture."),
        (b"name,needs\n", "There is nobody in this file."),
    ],
)
def test_a_file_that_is_no_list_is_told_in_words(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes, told: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    offer(monkeypatch, path)
    press("F4")
    assert told in words_in(window)
    assert focused().isVisible()


@pytest.mark.usefixtures("window")
def test_no_file_chosen_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, None)
    press("F4")
    assert here() == "Choose a file"


def test_a_list_with_needs_is_saved_only_after_a_private_yes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    to_preview(window, monkeypatch, CORRECT)
    press("F8")
    target = tmp_path / "out.csv"
    monkeypatch.setattr(SavePlace, "ask", classmethod(lambda *_args: target))
    window.go("people_file/save")
    settle()
    assert here().startswith("Where they speak from")
    choose("What helps them")
    choose("Save the list")
    assert "Please say yes first" in words_in(window)
    assert not target.exists()
    choose("Yes, only people who must know")
    choose("Save the list")
    assert "People in it: 11." in words_in(window)
    saved = target.read_text(encoding="utf-8-sig")
    assert saved.startswith("name,needs,format")
    assert "BSL" not in saved, "nobody has said yes yet"
    assert "Private things that are not in it: 18." in words_in(window)
    choose("Save the list")
    assert target.read_text(encoding="utf-8-sig").startswith("name,format"), "a yes is for one list"


def test_a_long_list_is_shown_some_at_a_time(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name\n" + "".join(f"Person Number{at}\n" for at in range(1_040)), encoding="utf-8")
    to_preview(window, monkeypatch, path)
    assert "Bring in these 1,040 people" in words_in(window)
    assert "Show more rows. There are 1,025 more" in words_in(window)
    choose("Show more rows")
    assert "There are 1,010 more" in words_in(window)
    assert "Row 31: Person Number29" in words_in(window)


@pytest.mark.parametrize("app", [(1366, 698, 100), (1280, 720, 150)], indirect=True, ids=["100%", "150%"])
def test_the_title_is_in_sight_when_the_rows_open(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    to_preview(window, monkeypatch)
    settle()
    assert is_in_sight(next(one for one in window.findChildren(WrapLabel) if one.text() == "People in this file"))


@pytest.mark.parametrize("app", [(1366, 698, 100), (1280, 720, 200)], indirect=True, ids=["100%", "200%"])
def test_each_page_can_be_used_by_everybody(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    window = app.window
    offer(monkeypatch, MISTAKES)
    _has_no_faults(app)
    window.go("people_file/save")
    choose("What helps them")
    _has_no_faults(app)
    press("F4")
    _has_no_faults(app)
    choose("No, only we can")
    _has_no_faults(app)
    press("F8")
    _has_no_faults(app)


def _has_no_faults(app: App) -> None:
    window = app.window
    settle()
    found = [
        *audit.name_faults(window),
        *audit.heading_faults(window),
        *audit.order_faults(window),
        *audit.hidden_focus_faults(window),
        *audit.target_faults(window, app.theme),
        *audit.choice_faults(window),
        *audit.key_faults(window),
        *cut_widgets(window.screen_now),
        *sideways_scrolls(window.screen_now),
    ]
    assert found == []
