"""The print pack on the screen: who gets what, made in one press or sent to a printer, and nothing lost on the way."""

import resource
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.events import MinutesMade
from coprod_desktop.domain.lines import DecisionDetails, Outcome, Words
from coprod_desktop.domain.person import MinutesChoice
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.minutes.pdfium_turn import PDFIUM_TURN
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.pack_plan import HowMade, PackPlan, Sides
from coprod_desktop.services.pack_service import PackService
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen
from coprod_desktop.ui.screens.minutes.pack_panel import PackPanel
from coprod_desktop.ui.screens.minutes.panel import OVERVIEW, PACK
from coprod_desktop.ui.screens.minutes.printing import only_on, print_job
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.printer_place import PrinterPlace
from tests.font_cache import FONT_CACHE
from tests.pdf_words import count_pages, words_of
from tests.services.fixed_clock import FixedClock
from tests.services.pack_meeting import EASY, PackMeeting, full_meeting
from tests.ui.screen_checks import cut_widgets, focused, press, settle, show, sideways_scrolls, unnamed_controls

_MM_IN_AN_INCH = 25.4
_DARK = 128
_LONG = 60_000


class AtTheScreen:
    """The minutes screen over a meeting, at the print pack."""

    def __init__(self, services: Services, meeting: PackMeeting, screen: MinutesScreen, qtbot: QtBot) -> None:
        self.services, self.meeting, self.screen, self.qtbot = services, meeting, screen, qtbot
        self.out = services.folder.parent / "out"
        self.out.mkdir()

    @property
    def panel(self) -> PackPanel:
        panel = self.screen.panel(PACK)
        assert isinstance(panel, PackPanel)
        return panel

    @property
    def plan(self) -> PackPlan:
        assert self.panel.pack.plan is not None
        return self.panel.pack.plan

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=_LONG)
        settle()

    def counted(self) -> None:
        self.until(lambda: not self.panel.pack.is_counting)

    def row(self, name: str) -> str:
        return self.panel.list.rows.row(self.meeting.people[name]).spoken()

    def make(self) -> Path:
        """Press F8, wait, and give the folder that was made."""
        assert self.screen.press("F8")
        self.until(lambda: not self.panel.work.is_running)
        [folder] = self.out.iterdir()
        return folder

    def steps_with_minutes(self) -> list[int]:
        """How many minutes each step in the record says were made."""
        steps = MeetingLog(self.services.database).steps(self.meeting.id)
        made = [sum(isinstance(event, MinutesMade) for event in step.events) for step in steps]
        return [count for count in made if count]


def _opened(
    theme: Theme, folder: Path, people: Callable[[Services], PackMeeting], qtbot: QtBot, asked_folder: list[Path]
) -> Iterator[AtTheScreen]:
    services = open_services(folder / "data", clock=FixedClock(datetime(2026, 11, 24, 10, 0).astimezone(UTC)))
    services.packs = PackService(  # of a computer that cannot speak: making sound takes long
        services.database,
        templates_folder(),
        FONT_CACHE,
        services.minutes,
        script=services.speech.script_for,
        clock=services.clock,
        make_id=services.make_id,
    )
    meeting = people(services)
    bridge = MeetingBridge(lambda: services.people.everyone(meeting.group_id))
    bridge.sight.say(can_see=False)
    bridge.open(meeting.running)
    screen = MinutesScreen(theme, services, bridge)
    qtbot.addWidget(screen)
    show(screen, width=1166, height=600)
    screen.show_panel(PACK)
    settle()
    opened = AtTheScreen(services, meeting, screen, qtbot)
    asked_folder.append(opened.out)
    yield opened
    screen.end()
    services.close()


def _everybody(services: Services) -> PackMeeting:
    return full_meeting(services, services.groups.create("Bus stops working group").id)


def _twelve(services: Services) -> PackMeeting:
    meeting = PackMeeting(services, services.groups.create("Bus stops working group").id)
    for number in range(12):
        meeting.add(f"Person {'ABCDEFGHIJKL'[number]}", MinutesChoice(size_pt=16 + number % 3))
    meeting.talk(meeting.people["Person A"])
    return meeting


def _nobody(services: Services) -> PackMeeting:
    return PackMeeting(services, services.groups.create("Bus stops working group").id)


def _one(services: Services) -> PackMeeting:
    meeting = PackMeeting(services, services.groups.create("Bus stops working group").id)
    meeting.talk(meeting.add("Amina Yusuf", MinutesChoice()))
    return meeting


@pytest.fixture
def at(theme: Theme, tmp_path: Path, qtbot: QtBot, asked_folder: list[Path]) -> Iterator[AtTheScreen]:
    """Eight people with all kinds of minutes."""
    yield from _opened(theme, tmp_path, _everybody, qtbot, asked_folder)


@pytest.fixture
def one(theme: Theme, tmp_path: Path, qtbot: QtBot, asked_folder: list[Path]) -> Iterator[AtTheScreen]:
    """One person."""
    yield from _opened(theme, tmp_path, _one, qtbot, asked_folder)


@pytest.fixture
def nobody(theme: Theme, tmp_path: Path, qtbot: QtBot, asked_folder: list[Path]) -> Iterator[AtTheScreen]:
    """A meeting without people."""
    yield from _opened(theme, tmp_path, _nobody, qtbot, asked_folder)


@pytest.fixture
def twelve(theme: Theme, tmp_path: Path, qtbot: QtBot, asked_folder: list[Path]) -> Iterator[AtTheScreen]:
    """Twelve people."""
    yield from _opened(theme, tmp_path, _twelve, qtbot, asked_folder)


@pytest.fixture
def asked_folder(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folder that is chosen when one is asked for."""
    chosen: list[Path] = []
    monkeypatch.setattr(FolderPlace, "ask", lambda _parent, _words: chosen[0])
    return chosen


def _text(data: Path | bytes) -> str:
    return words_of(data)


def _pages(path: Path) -> int:
    return count_pages(path)


# Who gets what


def test_everybody_has_a_row_whether_they_came_or_not_and_were_asked_or_not(at: AtTheScreen) -> None:
    assert "Large print 28" in at.row("Bob Marsh")
    assert "was not there" in at.row("Bob Marsh")
    assert "not asked yet" in at.row("Chen Li")
    assert "a file to send" in at.row("Dilys Price")
    assert "was not there" not in at.row("Amina Yusuf")
    assert "Huw Rees" in at.meeting.people
    assert at.meeting.people["Huw Rees"] not in list(at.panel.list.rows.keys())
    assert "For everybody" in at.panel.list.rows.row("common").spoken()


def test_pages_are_counted_in_the_background_and_told_by_row_and_by_paper(at: AtTheScreen) -> None:
    assert "pages" not in at.row("Amina Yusuf")
    at.counted()
    [amina] = [line for line in at.plan.lines if line.person_id == at.meeting.people["Amina Yusuf"]]
    assert amina.page_count
    assert f"{amina.page_count} pages" in at.row("Amina Yusuf")
    assert "pages" not in at.row("Dilys Price")
    words = at.panel.list.totals_words()
    assert words.startswith("6 copies on paper, 2 files to send.")
    assert f"Cream: {at.plan.sheets_by_paper()['Cream']} sheets." in words
    QTest.qWait(700)
    assert not at.panel.pack.is_counting  # it does not begin again for files, which have no pages


def test_copies_are_changed_with_keys_and_the_focus_stays(at: AtTheScreen) -> None:
    at.counted()
    field = at.panel.list.field(at.meeting.people["Amina Yusuf"])
    field.setFocus()
    press(Qt.Key.Key_Up)
    assert "7 copies on paper" in at.panel.list.totals_words()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert "5 copies on paper" in at.panel.list.totals_words()
    assert "pages" not in at.row("Amina Yusuf")
    assert focused() is field


def test_one_side_takes_more_sheets(at: AtTheScreen) -> None:
    at.counted()
    both = at.plan.sheets_by_paper()["Cream"]
    at.panel.choices("sides").button(Sides.BOTH.value).setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    assert at.plan.sheets_by_paper()["Cream"] > both
    assert not at.panel.pack.is_counting


def test_what_was_chosen_stays_when_the_meeting_goes_on(at: AtTheScreen) -> None:
    at.panel.list.field(at.meeting.people["Amina Yusuf"]).setValue(0)
    at.panel.list.field("common").setValue(3)
    at.meeting.add("Zora Late", MinutesChoice())
    at.screen._bridge.refresh_people()  # noqa: SLF001 what the window does when somebody comes
    settle()
    assert "Zora" in at.row("Zora Late")
    assert at.panel.list.field(at.meeting.people["Amina Yusuf"]).value() == 0
    assert at.panel.list.field("common").value() == 3


# Making the files


def test_f8_makes_a_file_for_each_person_and_says_where(at: AtTheScreen) -> None:
    folder = at.make()
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        *(f"Minutes 24 November 2026 - copy {number:02}.{kind}" for number, kind in _numbered()),
        "Minutes 24 November 2026 - print list.pdf",
    ]
    assert str(folder) in at.panel.outcome.words()
    assert at.steps_with_minutes() == [8]
    assert not at.panel.pack.is_counting
    assert at.plan.sheets_by_paper()["Cream"]
    assert focused() is at.panel.likeliest()


def _numbered() -> list[tuple[int, str]]:
    text = (4, 8)  # Dilys, and one of two called Grace Hill
    return [(number, "txt" if number in text else "pdf") for number in range(1, 9)]


def test_a_computer_that_cannot_speak_saves_the_script_to_be_read_out(at: AtTheScreen) -> None:
    files = sorted(at.make().glob("*.txt"))
    plain, script = (path.read_text(encoding="utf-8") for path in files)
    assert "The first new shelter is at the library." in plain
    assert "The first new shelter is at the library." in script
    assert plain != script
    assert "pause" in script.casefold()


def test_print_runs_have_the_sheets_and_no_booklets(at: AtTheScreen) -> None:
    assert at.panel.choices("booklets").isVisible()
    at.panel.choices("how").button(HowMade.PRINT_RUNS.value).click()
    assert not at.panel.choices("booklets").isVisible()
    runs = [path.name for path in at.make().glob("*print run*")]
    assert len(runs) == 4
    assert "booklet" not in "".join(runs)


def test_booklets_stand_beside_the_tagged_files(one: AtTheScreen) -> None:
    one.panel.choices("booklets").button("yes").click()
    names = sorted(path.name for path in one.make().iterdir())
    assert names[0] == "Minutes 24 November 2026 - copy 01 (booklet to print on A3).pdf"
    assert names[1] == "Minutes 24 November 2026 - copy 01.pdf"


def test_saying_no_to_a_folder_makes_nothing(at: AtTheScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FolderPlace, "ask", lambda _parent, _words: None)
    assert at.screen.press("F8")
    assert not at.panel.work.is_running
    assert at.panel.outcome.words() == ""


def test_a_folder_that_is_not_there_is_told_in_words(at: AtTheScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FolderPlace, "ask", lambda _parent, _words: at.out / "gone")
    assert at.screen.press("F8")
    at.until(lambda: not at.panel.work.is_running)
    words = at.panel.outcome.words()
    assert words.startswith("The pack could not be written there.")
    assert "Please choose another place" in words
    assert at.steps_with_minutes() == []


def test_a_full_disk_is_told_and_leaves_nothing(at: AtTheScreen) -> None:
    at.counted()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, hard))
    try:
        assert at.screen.press("F8")
        at.until(lambda: not at.panel.work.is_running)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert at.panel.outcome.words().startswith("The pack could not be written there.")
    assert list(at.out.iterdir()) == []


def test_stop_leaves_nothing(at: AtTheScreen) -> None:
    assert at.screen.press("F8")
    assert focused() is at.panel.outcome.progress.stop_button
    press(Qt.Key.Key_Return)
    at.until(lambda: not at.panel.work.is_running)
    assert at.panel.outcome.words() == "Stopped. Nothing was kept."
    assert list(at.out.iterdir()) == []
    assert at.steps_with_minutes() == []
    assert focused() is at.panel.likeliest()


def test_the_pack_says_what_was_true_at_the_press(at: AtTheScreen) -> None:
    assert at.screen.press("F8")
    amina = at.meeting.people["Amina Yusuf"]
    details = DecisionDetails(proposer=Proposer(people=(amina,)), outcome=Outcome.AGREED)
    at.meeting.running.requests.record_decision(Words(text="Paint the bench green."), details)
    at.until(lambda: not at.panel.work.is_running)
    [folder] = at.out.iterdir()
    texts = [_text(path) for path in folder.glob("*copy*.pdf")]
    assert len(texts) == 6
    assert not any("Paint the bench green." in text for text in texts)


def test_what_was_counted_is_made_anew_when_the_meeting_went_on(at: AtTheScreen) -> None:
    at.counted()
    amina = at.meeting.people["Amina Yusuf"]
    details = DecisionDetails(proposer=Proposer(people=(amina,)), outcome=Outcome.AGREED)
    at.meeting.running.requests.record_decision(Words(text="Paint the bench green."), details)
    texts = [_text(path) for path in at.make().glob("*copy*.pdf")]
    assert all("Paint the bench green." in text for text in texts)


def test_the_window_goes_on_while_a_pack_for_twelve_is_made(twelve: AtTheScreen) -> None:
    told: list[str] = []
    timer = QTimer(twelve.screen)
    timer.timeout.connect(lambda: told.append(twelve.panel.outcome.progress.words()))
    timer.start(5)
    folder = twelve.make()
    assert len(list(folder.glob("*copy*"))) == 12
    assert len(set(told)) > 4, "the window stood still"


def test_whoever_went_elsewhere_is_told_there(one: AtTheScreen) -> None:
    told: list[str] = []
    one.screen.told.connect(told.append)
    assert one.screen.press("F8")
    one.screen.show_panel(OVERVIEW)
    one.until(lambda: not one.panel.work.is_running)
    assert len(told) == 1
    assert told[0].startswith("The print pack is ready.")


def test_the_folder_is_opened_by_the_computer_or_told(one: AtTheScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = one.make()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    one.panel.outcome.ready.act_requested.emit()
    assert Path(opened[0].toLocalFile()) == folder
    assert one.panel.outcome.words() == f"This computer has no program to open it. The folder is here: {folder}"


# To the printer


def _printing_into(at: AtTheScreen, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A real printer that prints into files; what was asked for."""
    asked: list[str] = []

    def ask(_parent: QWidget, words: str, *, on_both_sides: bool) -> QPrinter:
        asked.append(words)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(at.out / f"printed {len(asked)}.pdf"))
        return PrinterPlace.set_up(printer, on_both_sides=on_both_sides)

    monkeypatch.setattr(PrinterPlace, "ask", ask)
    return asked


def test_one_paper_goes_straight_to_the_printer_at_its_own_size(
    one: AtTheScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    one.counted()
    asked = _printing_into(one, monkeypatch)
    one.panel.print_button.setFocus()
    press(Qt.Key.Key_Return)
    one.until(lambda: not one.panel.work.is_running)
    assert asked == ["Put in white paper"]
    assert one.panel.outcome.words() == "The pages were sent to the printer."
    printed = one.out / "printed 1.pdf"
    assert _pages(printed) == 1 + (one.plan.lines[0].page_count or 0)  # the list comes first
    assert one.steps_with_minutes() == [1]
    assert _left_edge_mm(printed, page=1) == pytest.approx(25.0, abs=0.6)
    assert focused() is one.panel.print_button


def _left_edge_mm(path: Path, page: int, dpi: int = 200) -> float:
    """Where the first dark dot of a page is, from the left."""
    with PDFIUM_TURN, pypdfium2.PdfDocument(path) as document:
        bitmap = document[page].render(scale=dpi / 72, grayscale=True)
        width, stride, dots = bitmap.width, bitmap.stride, bytes(bitmap.buffer)
    rows = range(0, len(dots) // stride)
    left = min(x for x in range(width) if any(dots[row * stride + x] < _DARK for row in rows))
    return left / dpi * _MM_IN_AN_INCH


def test_papers_are_printed_one_after_the_other(at: AtTheScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    at.counted()
    asked = _printing_into(at, monkeypatch)
    at.panel.print_button.setFocus()
    press(Qt.Key.Key_Return)
    assert at.panel.papers.isVisible()
    assert asked == []
    cream = at.panel.papers.rows.row("Cream")
    cream.focus_target().setFocus()
    press(Qt.Key.Key_Return)
    at.until(lambda: not at.panel.work.is_running)
    assert asked == ["Put in Cream paper"]
    [bob] = [line for line in at.plan.lines if line.paper == "Cream"]
    assert _pages(at.out / "printed 1.pdf") == 1 + (bob.page_count or 0)
    assert "1 copy, sent" in cream.spoken()
    assert focused() is at.panel.papers.rows.row("white").focus_target()
    assert at.steps_with_minutes() == [1]


def test_esc_puts_the_choice_of_paper_away(at: AtTheScreen) -> None:
    at.panel.print_button.click()
    assert at.panel.papers.isVisible()
    assert at.screen.leave()
    settle()
    assert not at.panel.papers.isVisible()
    assert at.panel.isVisible()
    assert focused() is at.panel.print_button


def test_saying_no_to_a_printer_prints_nothing(one: AtTheScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_parent: QWidget, _words: str, *, on_both_sides: bool) -> None:
        assert on_both_sides

    monkeypatch.setattr(PrinterPlace, "ask", nobody)
    one.panel.print_button.click()
    assert not one.panel.work.is_running
    assert one.steps_with_minutes() == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(one: AtTheScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_parent: QWidget, _words: str, *, on_both_sides: bool) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(one.out / "no such folder" / "x.pdf"))
        return PrinterPlace.set_up(printer, on_both_sides=on_both_sides)

    monkeypatch.setattr(PrinterPlace, "ask", broken)
    one.panel.print_button.click()
    one.until(lambda: not one.panel.work.is_running)
    assert one.panel.outcome.words().startswith("The printer did not take the pages.")
    assert one.steps_with_minutes() == []


def test_printing_is_stopped_with_a_key(at: AtTheScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    at.counted()
    _printing_into(at, monkeypatch)
    at.panel.print_button.click()
    press(Qt.Key.Key_Return)
    assert focused() is at.panel.outcome.progress.stop_button
    press(Qt.Key.Key_Space)
    at.until(lambda: not at.panel.work.is_running)
    assert at.panel.outcome.words() == "Stopped. Some pages may be in the printer already."
    assert at.steps_with_minutes() == []


@pytest.mark.parametrize(("sides", "blank"), [(Sides.BOTH, True), (Sides.ONE, False)])
def test_on_both_sides_each_copy_begins_on_a_fresh_sheet(one: AtTheScreen, sides: Sides, blank: bool) -> None:
    plan = one.services.packs.plan(one.meeting.id).with_copies(1, 2).with_sides(sides)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    path = one.out / "printed.pdf"
    printer.setOutputFileName(str(path))
    PrinterPlace.set_up(printer, on_both_sides=sides is Sides.BOTH)
    prepared = one.services.packs.prepare(plan)
    job = print_job(printer, prepared, HowMade.ONE_PER_PERSON, lambda number, total: f"{number} of {total}")
    told: list[str] = []
    jobs = job(lambda _done, _total, words: told.append(words), lambda: False)
    [list_job, copy] = jobs
    assert list_job.page_count == 1
    sheets = 1 + 2 * copy.page_count + (1 + copy.page_count % 2 if blank else 0)
    assert _pages(path) == sheets
    assert told[-1] == f"{1 + 2 * copy.page_count} of {1 + 2 * copy.page_count}"


def test_the_name_of_the_printers_job_and_its_pages_tell_no_need(
    at: AtTheScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    monkeypatch.setattr(QPrinter, "setDocName", lambda _printer, name: names.append(name))
    _printing_into(at, monkeypatch)
    plan = only_on(at.services.packs.plan(at.meeting.id), "white")
    pages = [_text(job.data) for job in at.services.packs.prepare(plan).printable(HowMade.ONE_PER_PERSON)]
    assert "Amina" in pages[0]
    assert not any("Quokka" in page for page in pages)
    assert all(line.format is EASY for line in plan.wanted)
    for name in ("Amina Yusuf", "Chen Li", "Farid Haddad"):
        at.panel.list.field(at.meeting.people[name]).setValue(0)
    at.panel.print_button.click()
    press(Qt.Key.Key_Return)
    at.until(lambda: not at.panel.work.is_running)
    assert names == ["Print pack 24 November 2026"]


# For everyone


def test_a_meeting_with_nobody_on_its_list_can_have_a_copy_for_everybody(nobody: AtTheScreen) -> None:
    assert nobody.panel.list.totals_words() == "Nobody is on the list of this meeting yet."
    assert not nobody.panel.likeliest().isEnabled()
    assert focused() is nobody.panel.list.field("common")
    press(Qt.Key.Key_Up)
    assert nobody.panel.list.totals_words() == "1 copy on paper, no file to send."
    assert nobody.panel.likeliest().isEnabled()
    assert [path.name for path in sorted(nobody.make().glob("*copy*"))] == ["Minutes 24 November 2026 - copy 01.pdf"]


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_and_everything_has_a_name(at: AtTheScreen, theme: Theme, percent: int) -> None:
    at.counted()
    theme.set_text_percent(percent)
    at.screen.resize(1166, 600 if percent == 100 else 540)
    states: list[Callable[[], object]] = [
        lambda: None,
        at.panel.print_button.click,
        lambda: at.panel.outcome.begin("Making the print pack", "Copy 3 of 12"),
        lambda: at.panel.outcome.show_made(at.out / "Print pack 24 November 2026", "The print pack is ready."),
    ]
    for bring_about in states:
        bring_about()
        settle()
        assert cut_widgets(at.screen) == []
        assert sideways_scrolls(at.panel) == []
        assert unnamed_controls(at.screen) == []
