"""One copy: for everybody or one person, in every format and size, saved whole, opened, or listened to."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.events import MinutesMade
from coprod_desktop.domain.lines import DecisionDetails, Outcome, Words
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.speech_service import SpeechService
from coprod_desktop.ui.screens.minutes.panel import COPY
from coprod_desktop.ui.theme import Theme
from tests.ui.minutes_room import PATIENCE_MS, MinutesRoom, open_minutes, save_to, text_of
from tests.ui.person_at_screen import seen

NAME = "Seats - Bus stops working group - 2026-11-24"


@pytest.fixture
def room(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[MinutesRoom]:
    """One copy of the minutes of a meeting with a short decision."""
    for room in open_minutes(theme, tmp_path / "data", qtbot):
        room.screen.show_panel(COPY)
        yield room


def _until_saved(room: MinutesRoom) -> None:
    room.qtbot.waitUntil(lambda: room.copy.message_words() != "", timeout=PATIENCE_MS)


def test_f8_saves_what_is_shown_and_says_where(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "ours.pdf"
    asked = save_to(monkeypatch, path)
    assert room.screen.press("F8")
    assert "We buy seats with arms." in text_of(path)
    assert "Jo" in text_of(path)
    assert asked[0].name == f"{NAME}.pdf"
    assert str(path) in room.copy.message_words()


def test_a_name_without_an_ending_gets_one(room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for typed, name in (("ours", "ours.pdf"), ("ours 24.11", "ours 24.11.pdf"), ("ours.PDF", "ours.PDF")):
        save_to(monkeypatch, tmp_path / typed)
        room.screen.press("F8")
        room.qtbot.waitUntil(lambda name=name: (tmp_path / name).exists(), timeout=PATIENCE_MS)
        room.qtbot.waitUntil(lambda: room.copy.likeliest().isEnabled(), timeout=PATIENCE_MS)


def test_every_format_and_size_can_be_saved(room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    room.choose("formats", "large_print")
    room.choose("sizes", "24")
    assert room.screen.page_side.page_words().startswith("Large print. Page 1 of ")
    path = tmp_path / "large.pdf"
    asked = save_to(monkeypatch, path)
    room.screen.press("F8")
    assert "We buy seats with arms." in text_of(path)
    room.choose("formats", "plain_text")
    words = tmp_path / "words.txt"
    asked += save_to(monkeypatch, words)
    room.screen.press("F8")
    assert "Idea from" in text_of(words)
    assert all("print" not in name.name.casefold() and "24pt" not in name.name for name in asked)


def test_choices_change_the_order_and_only_what_fits_the_format_is_offered(room: MinutesRoom) -> None:
    pages = room.screen.pages
    assert room.copy.choices("pictures").isVisible()
    assert not room.copy.choices("spacing").isVisible()
    room.choose("pictures", "without")
    assert not pages.order.with_pictures
    room.choose("edge", "wide")
    assert pages.order.is_bound
    room.choose("formats", "large_print")
    assert not room.copy.choices("pictures").isVisible()
    room.choose("spacing", "2")
    assert pages.order.line_spacing == 2.0
    room.choose("formats", "plain_text")
    assert not any(room.copy.choices(group).isVisible() for group in ("sizes", "pictures", "spacing", "edge"))


def test_above_28_point_audio_is_offered_too_and_the_pages_are_still_made(room: MinutesRoom) -> None:
    advice = "Very big letters make a long paper."
    room.choose("formats", "large_print")
    room.choose("sizes", "28")
    assert advice not in seen(room.screen)
    room.choose("sizes", "36")
    assert advice in seen(room.screen)
    assert room.screen.pages.count > 0


def test_parts_are_offered_for_more_than_24_pages(room: MinutesRoom) -> None:
    assert not room.copy.choices("parts").isVisible()
    for number in range(40):
        details = DecisionDetails(proposer=Proposer(people=(room.jo,)), outcome=Outcome.AGREED)
        room.bridge.requests.record_decision(Words(text=f"We buy seat {number}."), details)
    room.until_read()
    assert room.screen.pages.count > 24
    whole = room.screen.pages.count
    assert room.copy.choices("parts").isVisible()
    room.choose("parts", "2")
    assert room.screen.pages.count < whole
    assert room.copy.choices("parts").isVisible()
    room.choose("sizes", "28")
    assert room.screen.pages.order.part is None
    last = str(room.screen.pages.part_count)
    assert int(last) > 2
    room.choose("parts", last)
    assert 0 < room.screen.pages.count <= 24


def test_a_persons_own_copy_is_as_they_asked_and_its_name_tells_nothing(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    people = room.services.people
    wish = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=22.0)
    people.save(replace(people.get(room.jo), minutes=wish))
    room.bridge.refresh_people()
    room.copy.choices("whose").button("person").click()
    room.choose("people", str(room.jo))
    assert room.screen.page_side.page_words().startswith("Large print for Jo. Page 2 of ")
    path = tmp_path / "own.pdf"
    asked = save_to(monkeypatch, path)
    room.screen.press("F8")
    assert "For you" in text_of(path)
    assert asked[0].name == f"{NAME}.pdf"
    room.choose("whose", "everybody")
    save_to(monkeypatch, tmp_path / "common.pdf")
    room.screen.press("F8")
    assert "For you" not in text_of(tmp_path / "common.pdf")


def test_what_was_changed_since_is_in_the_file_though_the_pages_are_not_made_yet(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    decision = room.state.decisions[room.decision]
    room.bridge.requests.change_decision(decision.id, Words(text="We buy a bench."), decision.details)
    path = tmp_path / "ours.pdf"
    save_to(monkeypatch, path)
    room.screen.press("F8")
    _until_saved(room)
    assert "We buy a bench." in text_of(path)


def test_saving_no_place_saves_nothing(room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    save_to(monkeypatch, None)
    room.screen.press("F8")
    assert room.copy.message_words() == ""
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    warned: list[str] = []
    room.screen.warned.connect(warned.append)
    save_to(monkeypatch, tmp_path / "no such folder" / "a.pdf")
    room.screen.press("F8")
    assert warned == ["The file could not be written there. Please choose another place."]
    assert room.copy.likeliest().isEnabled()


@pytest.mark.parametrize("panel", ["copy", "findings"])
def test_a_copy_to_work_on_is_handed_to_the_computers_viewer(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, panel: str
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))
    room.screen.show_panel(panel)
    (room.copy.open_button if panel == "copy" else room.findings.work_copy).click()
    room.qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE_MS)
    path = Path(opened[0].toLocalFile())
    assert path.parent == room.services.folder / "minutes"
    assert "We buy seats with arms." in text_of(path)


def test_open_to_print_is_a_copy_to_work_on_until_it_is_ready(room: MinutesRoom) -> None:
    report = room.screen.pages.report
    assert report is not None
    assert report.is_ready
    assert room.copy.open_button.words() == "Open to print"
    decision = room.state.decisions[room.decision]
    long = Words(text="We will put 3 new seats with strong arms at the stop by the big old town hall on the hill.")
    room.bridge.requests.change_decision(decision.id, long, decision.details)
    room.until_read()
    assert room.copy.open_button.words() == "Print a copy for us to work on"
    assert room.copy.open_button.isEnabled()


def test_a_computer_without_a_viewer_is_told_where_the_file_is(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned: list[str] = []
    room.screen.warned.connect(warned.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    room.copy.open_button.click()
    assert warned[0].startswith("This computer has no program to open it.")
    assert NAME in warned[0]


def test_the_box_opens_in_documents_or_else_at_home(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    documents = tmp_path / "Documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(documents))
    asked = save_to(monkeypatch, None)
    room.screen.press("F8")
    documents.mkdir()
    room.screen.press("F8")
    assert [offered.parent for offered in asked] == [Path.home(), documents]


# Minutes to listen to


def _made_formats(room: MinutesRoom) -> list[str]:
    steps = room.services.meetings.open(room.bridge.meeting_id).live.workplace.log.steps(room.bridge.meeting_id)
    return [event.format for step in steps for event in step.events if isinstance(event, MinutesMade)]


@pytest.mark.parametrize("suffix", [".mp3", ".wav"])
def test_spoken_minutes_are_saved_with_progress_told(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str
) -> None:
    if not room.services.speech.is_available():
        pytest.skip("The speech parts are not installed here.")
    room.choose("formats", "audio")
    room.copy.listen.kinds.button(suffix).click()
    path = tmp_path / f"spoken{suffix}"
    asked = save_to(monkeypatch, path)
    room.screen.press("F8")
    assert room.copy.progress.isVisible()
    assert not room.copy.likeliest().isEnabled()
    room.qtbot.waitUntil(lambda: not room.copy.progress.isVisible(), timeout=PATIENCE_MS)
    assert path.stat().st_size > 10_000
    assert asked[0].name == f"{NAME}{suffix}"
    assert str(path) in room.copy.message_words()
    assert _made_formats(room) == ["audio"]
    assert room.copy.likeliest().hasFocus()


def test_stop_leaves_nothing_behind(room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if not room.services.speech.is_available():
        pytest.skip("The speech parts are not installed here.")
    room.choose("formats", "audio")
    before = set(tmp_path.iterdir())
    save_to(monkeypatch, tmp_path / "spoken.mp3")
    room.screen.press("F8")
    room.copy.progress.stop_button.click()
    _until_saved(room)
    assert room.copy.message_words() == "Stopped. Nothing was saved."
    assert set(tmp_path.iterdir()) == before
    assert _made_formats(room) == []


def test_reading_aloud_is_stopped_or_told_why_not_and_saves_nothing(room: MinutesRoom, tmp_path: Path) -> None:
    if not room.services.speech.is_available():
        pytest.skip("The speech parts are not installed here.")
    room.choose("formats", "audio")
    before = set(tmp_path.iterdir())
    room.copy.listen.read_button.click()
    assert room.copy.progress.isVisible()
    assert not room.copy.likeliest().isEnabled()
    room.copy.progress.stop_button.click()
    room.qtbot.waitUntil(lambda: not room.copy.progress.isVisible(), timeout=PATIENCE_MS)
    assert room.copy.likeliest().isEnabled()
    assert set(tmp_path.iterdir()) == before
    assert _made_formats(room) == []


def test_closing_while_the_voice_speaks_ends_cleanly(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if not room.services.speech.is_available():
        pytest.skip("The speech parts are not installed here.")
    room.choose("formats", "audio")
    save_to(monkeypatch, tmp_path / "spoken.mp3")
    room.screen.press("F8")
    room.screen.end()
    assert not (tmp_path / "spoken.mp3").exists()


def test_the_words_to_read_out_are_saved(room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    room.choose("formats", "audio")
    room.copy.listen.kinds.button(".txt").click()
    assert room.copy.likeliest().words() == "Save the words to read out"
    path = tmp_path / "script.txt"
    asked = save_to(monkeypatch, path)
    room.screen.press("F8")
    _until_saved(room)
    assert asked[0].name == f"{NAME} - script.txt"
    assert "We buy seats with arms." in text_of(path)
    assert _made_formats(room) == ["audio_script"]


def test_without_the_speech_parts_it_says_how_to_get_them_and_saves_the_script(
    room: MinutesRoom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(SpeechService, "is_available", lambda _service: False)
    room.choose("formats", "audio")
    assert room.services.speech.how_to_get_words() in seen(room.screen)
    assert not room.copy.listen.read_button.isVisible()
    save_to(monkeypatch, tmp_path / "script")
    room.screen.press("F8")
    _until_saved(room)
    assert "We buy seats with arms." in text_of(tmp_path / "script.txt")
