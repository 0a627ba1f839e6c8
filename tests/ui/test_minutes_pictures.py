"""The pictures of the minutes, chosen by keys beside the true page: found, left out, remembered and taken back."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.screens.minutes.panel import PICTURES
from coprod_desktop.ui.screens.minutes.pictures_panel import PicturesPanel
from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.picture_box import PictureBox
from coprod_desktop.ui.widgets.picture_tile import PictureTile
from coprod_desktop.ui.widgets.picture_words import picture_words
from coprod_desktop.ui.widgets.row_face import RowWords
from tests.journeys.keyboard import choose, focused, go_to, here, name_of, press, seen, type_words
from tests.ui import screen_audit as audit
from tests.ui.picture_window import MinutesWindow, open_minutes, symbols
from tests.ui.screen_checks import cut_widgets, sideways_scrolls

CHAIRS, HOIST, JOB = "We will buy 2 chairs with arms.", "Buy a hoist for the boat.", "Order the hoist."


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MinutesWindow]:
    """The window with the pictures beside the page."""
    for one in open_minutes(qapp, qtbot, tmp_path):
        one.screen.show_panel(PICTURES)
        yield one


def _panel(opened: MinutesWindow) -> PicturesPanel:
    panel = opened.screen.panel(PICTURES)
    assert isinstance(panel, PicturesPanel)
    return panel


def _rows(opened: MinutesWindow) -> list[str]:
    rows = _panel(opened).rows()
    keys = rows.keys()
    return [rows.row(key).spoken() for key in keys]


def _row(opened: MinutesWindow, words: str) -> str:
    return next(row for row in _rows(opened) if row.startswith(words.rstrip(".")))


def _tiles(opened: MinutesWindow) -> list[str]:
    return [tile.words() for tile in _panel(opened).finder.tiles().values()]


def test_each_picture_of_what_people_said_has_a_row_with_what_it_shows_and_its_page(opened: MinutesWindow) -> None:
    assert len(_rows(opened)) == 4
    assert "A chair" in _row(opened, CHAIRS)
    assert "Page " in _row(opened, CHAIRS)
    assert "A sailing boat" in _row(opened, HOIST) or "boat" in _row(opened, HOIST).casefold()
    assert here().startswith("1. Getting into the boat")


def test_a_row_turns_the_page_and_offers_the_pictures_that_fit_its_words_first(opened: MinutesWindow) -> None:
    page = int(_row(opened, CHAIRS).split("Page ")[1])
    assert opened.screen.page_side.page() + 1 != page
    choose(CHAIRS.rstrip("."))
    assert opened.screen.page_side.page() + 1 == page
    assert here() == "Find a picture"
    assert _tiles(opened)[0] == "chair"
    assert _panel(opened).finder.tiles()["chair"].isChecked()


def test_a_typed_word_and_return_put_another_picture_on_the_page_and_undo_takes_it_back(opened: MinutesWindow) -> None:
    choose(CHAIRS.rstrip("."))
    type_words("umbr")
    assert _tiles(opened) == ["umbrella"]
    before, figures = opened.screen.pages.made_count, opened.figures()
    press("Return")
    assert here().startswith(CHAIRS.rstrip("."))
    opened.wait_for_pages(before)
    assert "An umbrella" in _row(opened, CHAIRS)
    changed = opened.figures()
    assert sum("umbrella" in alt for alt in changed) == sum("umbrella" in alt for alt in figures) + 1
    assert "A picture was changed." in seen(opened.window)
    before = opened.screen.pages.made_count
    press("Ctrl+Z")
    opened.wait_for_pages(before)
    assert opened.figures() == figures
    assert "A chair" in _row(opened, CHAIRS)
    assert here().startswith(CHAIRS.rstrip("."))


def test_arrows_go_from_the_search_line_through_the_pictures_and_back(opened: MinutesWindow) -> None:
    choose(CHAIRS.rstrip("."))
    press("Down")
    assert here() == _tiles(opened)[0]
    press("Right", "Right")
    third = _tiles(opened)[2]
    assert here() == third
    press("Left", "Up")
    assert here() == "Find a picture"
    press("Down", "Right", "Right")
    before = opened.screen.pages.made_count
    press("Space")
    opened.wait_for_pages(before)
    assert list(opened.services.pictures.chosen(_panel(opened).bridge.meeting_id).values()) == [third]


def test_a_picture_can_be_left_out_and_be_as_it_was_at_first(opened: MinutesWindow) -> None:
    at_first = opened.figures()
    choose(CHAIRS.rstrip("."))
    before = opened.screen.pages.made_count
    choose("No picture here")
    opened.wait_for_pages(before)
    assert len(opened.figures()) == len(at_first) - 1
    assert "No picture here" in _row(opened, CHAIRS)
    press("Return")
    before = opened.screen.pages.made_count
    choose("As it was at first")
    opened.wait_for_pages(before)
    assert opened.figures() == at_first


def test_a_picture_can_be_kept_for_a_word_of_the_group_and_forgotten(opened: MinutesWindow) -> None:
    choose(JOB.rstrip("."))
    choose("When we say: hoist")
    go_to("Find a picture")
    type_words("wheelchair")
    before = opened.screen.pages.made_count
    press("Return")
    opened.wait_for_pages(before)
    group_id = _panel(opened).bridge.state.group_id
    assert group_id is not None
    assert opened.services.pictures.group_choices(group_id) == {"hoist": "wheelchair"}
    assert "wheelchair" in _row(opened, HOIST), "the same word in another place has the picture too"
    assert _panel(opened).remembered.words() == ["hoist"]
    before = opened.screen.pages.made_count
    choose("Forget it")
    opened.wait_for_pages(before)
    assert opened.services.pictures.group_choices(group_id) == {}
    assert "wheelchair" not in _row(opened, HOIST)
    assert here() == "Our own photos"
    before = opened.screen.pages.made_count
    press("Ctrl+Z")
    opened.wait_for_pages(before)
    assert _panel(opened).remembered.words() == ["hoist"]


def test_the_groups_own_symbol_is_found_by_its_word_and_printed_with_its_credit(
    opened: MinutesWindow, tmp_path: Path
) -> None:
    group_id = _panel(opened).bridge.state.group_id
    assert group_id is not None
    folder = symbols(tmp_path / "symbols", "pontoon")
    opened.services.own_pictures.add_symbol_folder(group_id, folder, "Example Symbols 2026")
    choose(CHAIRS.rstrip("."))
    type_words("pont")
    assert _tiles(opened) == ["pontoon"]
    before = opened.screen.pages.made_count
    press("Return")
    opened.wait_for_pages(before)
    assert "A symbol for pontoon." in opened.figures()
    assert "Example Symbols 2026" in opened.words()


def test_a_word_without_a_picture_is_told_and_return_changes_nothing(opened: MinutesWindow) -> None:
    choose(CHAIRS.rstrip("."))
    type_words("quagga")
    assert "There is no picture for this word." in seen(opened.window)
    press("Return")
    assert here() == "Find a picture"
    assert opened.services.pictures.chosen(_panel(opened).bridge.meeting_id) == {}


def test_esc_goes_back_to_the_row_and_then_to_the_minutes(opened: MinutesWindow) -> None:
    choose(JOB.rstrip("."))
    press("Esc")
    assert here().startswith(JOB.rstrip("."))
    press("Esc")
    assert not _panel(opened).isVisible()


def test_undo_while_pictures_are_looked_at_shows_what_stands_there_now(opened: MinutesWindow) -> None:
    choose(CHAIRS.rstrip("."))
    type_words("umbrella")
    before = opened.screen.pages.made_count
    press("Return")
    opened.wait_for_pages(before)
    press("Return")
    assert "An umbrella" in seen(opened.window)
    before = opened.screen.pages.made_count
    press("Ctrl+Z")
    opened.wait_for_pages(before)
    assert here() == "Find a picture"
    assert _panel(opened).finder.tiles()["chair"].isChecked()


@pytest.mark.parametrize(("size", "percent"), [((1366, 698), 100), ((1280, 720), 200)])
def test_pictures_can_be_used_by_everyone(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, size: tuple[int, int], percent: int
) -> None:
    for one in open_minutes(qapp, qtbot, tmp_path, size=size, percent=percent):
        one.screen.show_panel(PICTURES)
        check_for_everyone(one)
        choose(JOB.rstrip("."))
        check_for_everyone(one)
        type_words("quagga")
        check_for_everyone(one)


def check_for_everyone(opened: MinutesWindow) -> None:
    """What holds for every place of the window, for what is in sight now."""
    window = opened.window
    audit.settle(20)
    assert not focused().visibleRegion().isEmpty(), f"{name_of(focused())} has the focus and cannot be seen"
    here_now = focused()
    faults = [
        *audit.name_faults(window),
        *audit.trap_faults(window),
        *audit.order_faults(window),
        *audit.target_faults(window, opened.app.theme),
        *audit.choice_faults(window),
        *audit.hidden_focus_faults(window),
        *(f"cut: {cut}" for cut in cut_widgets(window)),
        *(f"scrolls sideways: {area}" for area in sideways_scrolls(opened.screen)),
        *(f"a window of its own: {other}" for other in audit.other_windows(window)),
    ]
    here_now.setFocus()
    assert not faults, "\n".join(faults)


# Pictures as they are drawn


def _red(widget: QWidget) -> tuple[int, int]:
    """How broad and how high the red of a picture is."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = image.devicePixelRatio()
    dots = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).red() > 150 and image.pixelColor(x, y).green() < 90
    ]
    wide = max(x for x, _y in dots) - min(x for x, _y in dots) + 1
    high = max(y for _x, y in dots) - min(y for _x, y in dots) + 1
    return round(wide / ratio), round(high / ratio)


def _photo(size: tuple[int, int]) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, (220, 10, 10)).save(written, "JPEG")
    return written.getvalue()


def _places(theme: Theme, data: bytes) -> list[QWidget]:
    row = CardRow(theme, RowWords(title="Our boat", picture=data))
    row.resize(400, row.heightForWidth(400))
    tile, box = PictureTile(theme, "boat", "A boat.", data), PictureBox(theme, data, "A boat.", size=100)
    for widget in (tile, box):
        widget.resize(widget.sizeHint())
    return [row, tile, box]


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST])
@pytest.mark.parametrize(("size", "shape"), [((1200, 400), 3.0), ((400, 1200), 1 / 3)])
def test_a_photo_is_whole_and_not_stretched(theme: Theme, mode: Mode, size: tuple[int, int], shape: float) -> None:
    theme.set_mode(mode)
    for widget in _places(theme, _photo(size)):
        wide, high = _red(widget)
        assert wide / high == pytest.approx(shape, rel=0.15), type(widget).__name__


@pytest.mark.qt_log_ignore("JPEG file structure", "Unsupported marker", extend=True)
@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff broken", b"<svg broken", _photo((90, 90))[:200]])
def test_a_broken_picture_does_no_harm(theme: Theme, data: bytes) -> None:
    for widget in _places(theme, data):
        assert not widget.grab().isNull()


# The pictures of the forms


def test_the_forms_find_the_same_pictures_as_the_minutes(opened: MinutesWindow) -> None:
    table, pictures = picture_words(), opened.services.pictures
    assert len(table.words) >= 200
    for word in (*table.words, "seat", "lunches", "sea", "quagga"):
        assert list(table.find(word)) == [choice.word for choice in pictures.search(word)], word
        assert all(table.drawing(found) for found in table.find(word))


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("We will buy 2 chairs with arms.", ("chair",)),
        ("The bank of the river.", ()),
        ("The bus at night", ("bus", "night")),
    ],
)
def test_the_forms_offer_first_what_the_pages_would_show(sentence: str, meant: tuple[str, ...]) -> None:
    assert picture_words().meant_by(sentence) == meant
