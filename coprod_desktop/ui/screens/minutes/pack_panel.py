"""The print pack: who gets which copy on which paper, made in one press, saved or sent to the printer."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.services.pack_plan import HowMade, PackLine, PackPlan, Sides
from coprod_desktop.services.pack_result import PackResult
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.copy_words import line_words
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import MinutesPanel
from coprod_desktop.ui.screens.minutes.printing import only_on, papers_of, print_job
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.layouts import empty_layout
from coprod_desktop.ui.widgets.long_work import Job, LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.printer_place import PrinterPlace
from coprod_desktop.ui.widgets.progress_card import ProgressCard
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.pack_service import PreparedPack

_MOST_COPIES = 99
_YES, _NO = "yes", "no"


class PackPanel(MinutesPanel):
    """The list, the choices, and what comes of it."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._plan: PackPlan | None = None
        self._result: PackResult | None = None
        self._printer: QPrinter | None = None
        self._work = LongWork(self)
        self._make_parts()
        self._lay_out()
        self._connect()

    def likeliest(self) -> BigButton:
        """Making the pack."""
        return self._make

    def show_state(self, state: MeetingState) -> None:
        """Who gets what, read again; copies and sides that were chosen stay."""
        del state
        asked = self.bridge.ask(lambda: self.services.packs.plan(self.bridge.meeting_id, self.bridge.state))
        if asked.value is not None:
            self._show_plan(_with_choices_of(self._plan, asked.value))

    def rows(self) -> RowList:
        """Who gets what."""
        return self._rows

    def totals_words(self) -> str:
        """How much there is to print."""
        return self._totals.text()

    def message_words(self) -> str:
        """What came of it."""
        return self._message.words() if self._message.isVisible() else ""

    def choices(self, group: str) -> ChoiceButtons:
        """The buttons to choose "how", "sides" or "booklets"."""
        return {"how": self._how, "sides": self._sides, "booklets": self._booklets}[group]

    def end(self) -> None:
        """Stop what is being made."""
        self._work.end()

    # Parts

    def _make_parts(self) -> None:
        theme = self.theme
        self._message = MessageBar(
            theme, MessageKind.GOOD, "", act=self.tr("Open the folder"), act_icon=Icon.FOLDER, can_close=True
        )
        self._progress = ProgressCard(theme, self.tr("Making the print pack"))
        self._totals = WrapLabel(theme, "", TextStyle.STRONG)
        self._advice = WrapLabel(theme, "", TextStyle.NOTE)
        self._rows = RowList(theme, self.tr("Who gets which copy"), gap=0)
        how = [
            Choice(HowMade.ONE_PER_PERSON.value, self.tr("One file a person")),
            Choice(HowMade.PRINT_RUNS.value, self.tr("One file for each paper and size")),
        ]
        self._how = ChoiceButtons(theme, self.tr("How many files?"), how)
        self._how.set_chosen(HowMade.ONE_PER_PERSON.value)
        sides = [Choice(Sides.BOTH.value, self.tr("Both sides")), Choice(Sides.ONE.value, self.tr("One side"))]
        self._sides = ChoiceButtons(theme, self.tr("Print on both sides?"), sides)
        self._sides.set_chosen(Sides.BOTH.value)
        booklets = [Choice(_NO, self.tr("No booklets")), Choice(_YES, self.tr("Booklets on A3 too"))]
        self._booklets = ChoiceButtons(theme, self.tr("Booklets"), booklets)
        self._booklets.set_chosen(_NO)
        self._make = BigButton(theme, self.tr("Make the print pack"), kind=ButtonKind.PRIMARY, icon=Icon.FILE, key="F8")
        self.print_button = BigButton(theme, self.tr("To the printer"), icon=Icon.PRINT)

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("Print pack"))
        who = Card(self.theme, self.tr("Who gets which copy"))
        who.add(self._totals)
        who.add(self._rows)
        choose = Card(self.theme, self.tr("How to make it"))
        for part in (self._how, self._sides, self._booklets, self._advice):
            choose.add(part)
        self.papers = Card(self.theme, self.tr("Which paper is in the printer?"))
        self._paper_buttons = FlowLayout(self.theme, gap=12)
        self.papers.add_layout(self._paper_buttons)
        for shown in (self._message, self._progress, self.papers, who, choose):
            self.middle.add(shown)
        self.middle.add_stretch()
        self.acts.addWidget(self._make, 3)
        self.acts.addWidget(self.print_button, 2)
        self._message.hide()
        self._progress.hide()
        self.papers.hide()

    def _connect(self) -> None:
        self._sides.chosen_changed.connect(self._on_sides)
        self._make.clicked.connect(self._on_make)
        self.print_button.clicked.connect(self._on_print)
        self._progress.stop_requested.connect(self._work.stop)
        self._message.act_requested.connect(self._on_open_folder)
        self._message.close_requested.connect(self._message.hide)
        self._work.progressed.connect(self._progress.show_progress)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)

    def _show_plan(self, plan: PackPlan) -> None:
        self._plan = plan
        words = self.services.packs.words(plan)
        self._totals.setText("\n".join(words.totals))
        self._advice.setText("\n".join(words.advice))
        self._rows.set_rows([(str(line.number), self._row(line)) for line in plan.all_lines])
        is_ready = any(line.copies for line in plan.all_lines) and not self._work.is_running
        self._make.setEnabled(is_ready)
        self.print_button.setEnabled(is_ready and plan.on_paper > 0)

    def _row(self, line: PackLine) -> CardRow:
        name = line.name or self.tr("For everybody")
        notes = [line_words(line)]
        if line.person_id is not None and not line.is_asked:
            notes.append(self.tr("not asked yet"))
        if line.person_id is not None and not line.was_there:
            notes.append(self.tr("was not there"))
        if line.page_count:
            notes.append(self.tr("{count} pages").format(count=line.page_count))
        row = CardRow(self.theme, RowWords(title=name, note=", ".join(notes)), is_pressable=False, is_flat=True)
        copies = NumberField(self.theme, line.copies, 0, _MOST_COPIES)
        copies.setAccessibleName(self.tr("Copies for {name}").format(name=name))
        copies.valueChanged.connect(partial(self._on_copies, line.number))
        row.add_at_right(copies)
        return row

    # What was pressed

    def _on_copies(self, number: int, copies: int) -> None:
        if self._plan is not None:
            self._plan = self._plan.with_copies(number, copies)
            words = self.services.packs.words(self._plan)
            self._totals.setText("\n".join(words.totals))
            self._make.setEnabled(any(line.copies for line in self._plan.all_lines))
            self.print_button.setEnabled(self._plan.on_paper > 0)

    def _on_sides(self) -> None:
        if self._plan is not None:
            self._show_plan(self._plan.with_sides(Sides(self._sides.chosen_key() or Sides.BOTH)))

    def _on_make(self) -> None:
        if self._plan is None or self._work.is_running:
            return
        folder = FolderPlace.ask(self, self.tr("Where shall the print pack go?"))
        if folder is None:
            return
        prepared = self._prepared(self._plan)
        if prepared is None:
            return
        how = HowMade(self._how.chosen_key() or HowMade.ONE_PER_PERSON)
        with_booklets = self._booklets.chosen_key() == _YES

        def make(tell: Progress, is_stopped: Stopped) -> object:
            return prepared.make(folder, how, with_booklets=with_booklets, on_progress=tell, is_cancelled=is_stopped)

        self._begin(make)

    def _on_print(self) -> None:
        """Ask which paper is in the printer, unless there is one paper only."""
        papers = papers_of(self._plan) if self._plan is not None else ()
        if len(papers) == 1:
            self._print_on(papers[0])
            return
        self.papers.setVisible(self.papers.isHidden())
        self._show_papers(papers)

    def _show_papers(self, papers: tuple[str, ...]) -> None:
        empty_layout(self._paper_buttons)
        for paper in papers:
            words = self.tr("Print what goes on {colour} paper").format(colour=paper)
            button = BigButton(self.theme, words, icon=Icon.PRINT)
            button.clicked.connect(partial(self._print_on, paper))
            self._paper_buttons.addWidget(button)

    def _print_on(self, paper: str) -> None:
        if self._plan is None or self._work.is_running:
            return
        prepared = self._prepared(only_on(self._plan, paper))
        if prepared is None:
            return
        words = self.tr("Put in {colour} paper").format(colour=paper)
        printer = PrinterPlace.ask(self, words, on_both_sides=self._plan.sides is Sides.BOTH)
        if printer is not None:
            self._printer = printer
            self._begin(print_job(printer, prepared, self._sheet_words))

    def _sheet_words(self, number: int) -> str:
        return self.tr("Page {number} was sent to the printer.").format(number=number)

    def _prepared(self, plan: PackPlan) -> "PreparedPack | None":
        return self.bridge.ask(lambda: self.services.packs.prepare(plan)).value

    def _begin(self, job: Job) -> None:
        self._message.hide()
        self._progress.begin(self.tr("Making the pages."))
        self._progress.show()
        self._make.setEnabled(False)
        self.print_button.setEnabled(False)
        self._progress.stop_button.setFocus()
        self._work.start(job)

    def _on_done(self, result: object) -> None:
        self._end_work()
        if result is None:
            self._say(MessageKind.WARM, self.tr("Stopped. Nothing was kept."))
        elif isinstance(result, PackResult):
            self._result = result
            try:
                self.services.packs.note(result)
            except StorageFault as fault:
                self.bridge.failed.emit(fault)
            self._show_plan(result.plan)
            where = self.tr("It is here: {path}").format(path=result.folder)
            self._message.show_message(MessageKind.GOOD, self.tr("The print pack is ready."), where)
        else:
            self._say(MessageKind.GOOD, self.tr("The pages were sent to the printer."))

    def _on_failed(self, fault: Exception) -> None:
        self._end_work()
        if isinstance(fault, NotWritten):
            self._say(MessageKind.FAILED, self.tr("The pack could not be written there."), str(fault))
        else:
            self.services.error_log.note(fault)
            self._say(MessageKind.FAILED, self.tr("The pack could not be made."), self.tr("Nothing is lost."))

    def _end_work(self) -> None:
        self._progress.hide()
        if self._plan is not None:
            self._show_plan(self._plan)
        self._make.setFocus()

    def _say(self, kind: MessageKind, words: str, note: str = "") -> None:
        self._message.show_message(kind, words, note)

    def _on_open_folder(self) -> None:
        if self._result is None:
            return
        folder: Path = self._result.folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say(
                MessageKind.WARM,
                self.tr("This computer has no program to open it."),
                self.tr("The folder is here: {path}").format(path=folder),
            )


def _with_choices_of(before: PackPlan | None, plan: PackPlan) -> PackPlan:
    """The new list with the copies and sides that were chosen for the one before."""
    if before is None or before.meeting_id != plan.meeting_id:
        return plan
    chosen = {line.person_id: line for line in before.all_lines}
    for line in plan.all_lines:
        old = chosen.get(line.person_id)
        if old is not None and old.copies != line.copies:
            plan = plan.with_copies(line.number, old.copies)
    return plan.with_sides(before.sides)
