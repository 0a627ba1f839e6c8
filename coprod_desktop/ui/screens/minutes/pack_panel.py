"""The print pack: who gets which copy on which paper, made in one press, saved or sent to the printer."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.services.pack_plan import PackPlan, Sides
from coprod_desktop.services.pack_result import PackResult
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pack_choices import PackChoices
from coprod_desktop.ui.screens.minutes.pack_in_sight import PackInSight
from coprod_desktop.ui.screens.minutes.pack_list import PackList
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import MinutesPanel
from coprod_desktop.ui.screens.minutes.paper_choice import PaperChoice
from coprod_desktop.ui.screens.minutes.printing import PrinterFault, only_on, papers_of, print_job
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButtons
from coprod_desktop.ui.widgets.folder_outcome import FolderOutcome
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.long_work import Job, LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.widgets.printer_place import PrinterPlace, is_on_both_sides
from coprod_desktop.ui.widgets.sight_question import SightQuestion

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_After = Callable[[object], None]


class PackPanel(MinutesPanel):
    """The list, the choices, and what comes of it."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._then: _After = self._on_made
        self.work = LongWork(self)
        self.pack = PackInSight(services, bridge, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._pressed = self._make

    def likeliest(self) -> BigButton:
        """Making the pack."""
        return self._make

    def focus_target(self) -> QWidget:
        """Making the pack; what stops it while it is made; how many copies where none is wanted."""
        if self.work.is_running:
            return self.outcome.progress.stop_button
        if not self.bridge.sight.is_asked:
            return self.question.no_button
        return self._make if self._make.isEnabled() or self.list.isHidden() else self.list.first_field()

    def show_state(self, state: MeetingState) -> None:
        """Who gets what, read again; copies and sides that were chosen stay, and the pages are counted again."""
        self.pack.read(state)

    def leave(self) -> bool:
        """Close the choice of paper; what is being made goes on being made."""
        if self.papers.isHidden():
            return False
        self._close_papers()
        return True

    def choices(self, group: str) -> ChoiceButtons:
        """The buttons to choose "how", "sides" or "booklets"."""
        return self._choices.choices(group)

    def end(self) -> None:
        """Stop what is being made or counted."""
        self.pack.end()
        self.work.end()

    # Parts

    def _make_parts(self) -> None:
        theme = self.theme
        self.outcome = FolderOutcome(theme, self.tr("Making the print pack"))
        self.papers = PaperChoice(theme)
        self.question = SightQuestion(theme, self.bridge.sight)
        self.list = PackList(theme, self.services.minutes.paper_colour)
        self._choices = PackChoices(theme)
        self._make = BigButton(theme, self.tr("Make the print pack"), kind=ButtonKind.PRIMARY, icon=Icon.FILE, key="F8")
        self.print_button = BigButton(theme, self.tr("To the printer"), icon=Icon.PRINT)

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("Print pack"))
        for shown in (self.question, self.papers, self.list, self._choices):
            self.middle.add(shown)
        self.middle.add_stretch()
        self.add_above_acts(self.outcome)
        self.acts.addWidget(self._make, 3)
        self.acts.addWidget(self.print_button, 2)
        self.papers.hide()
        self._show_sight()

    def _show_sight(self) -> None:
        """Names beside formats are not even made while the room may see them (R08)."""
        is_only_us, focused = self.bridge.sight.is_only_us, self.window().focusWidget()
        had_focus = focused is not None and self.list.isAncestorOf(focused)
        self.question.setHidden(is_only_us)
        if had_focus and not is_only_us:
            self.question.focus_first()
        self._show_list()
        self.list.setHidden(not is_only_us)

    def _show_list(self) -> None:
        plan = self.pack.plan
        if plan is None or not self.bridge.has_meeting or not self.bridge.sight.is_only_us:
            self.list.forget()
        else:
            self.list.show_plan(plan, self.services.packs.words(plan, self.bridge.state).totals)

    def _connect(self) -> None:
        self.bridge.sight.changed.connect(self._show_sight)
        self.list.copies_changed.connect(self._on_copies)
        self._choices.sides_changed.connect(self._on_sides)
        self._make.clicked.connect(self._on_make)
        self.print_button.clicked.connect(self._on_print)
        self.papers.chosen.connect(self._print_on)
        self.papers.closed.connect(self._close_papers)
        self.outcome.stop_requested.connect(self.work.stop)
        self.outcome.closed.connect(self._make.setFocus)
        self.work.progressed.connect(self.outcome.progress.show_progress)
        self.work.done.connect(self._on_done)
        self.work.failed.connect(self._on_failed)
        self.pack.changed.connect(self._show_plan)
        self.pack.counting.connect(self.list.show_counting)

    # What is shown

    def _show_plan(self, plan: PackPlan) -> None:
        self._show_list()
        self._choices.show_advice(self.services.packs.words(plan, self.bridge.state).advice)
        self.papers.show_plan(plan)
        self._show_acts()

    def _show_acts(self) -> None:
        """What has nothing to do cannot be pressed; while something is made, the buttons wait."""
        plan, is_free = self.pack.plan, not self.work.is_running
        self._make.setEnabled(is_free and plan is not None and bool(plan.wanted))
        self.print_button.setEnabled(is_free and plan is not None and plan.on_paper > 0)

    # What was pressed

    def _on_copies(self, number: int, copies: int) -> None:
        self.pack.set_copies(number, copies)
        self.list.tell_totals()

    def _on_sides(self) -> None:
        self.pack.set_sides(self._choices.sides)
        self.list.tell_totals()

    def _on_make(self) -> None:
        if self.work.is_running:
            return
        folder = FolderPlace.ask(self, self.tr("Where shall the print pack go?"))
        prepared = self.pack.prepared(lambda plan: plan) if folder is not None else None
        if folder is None or prepared is None:
            return
        how, with_booklets = self._choices.how, self._choices.with_booklets

        def make(tell: Progress, is_stopped: Stopped) -> object:
            return prepared.make(folder, how, with_booklets=with_booklets, on_progress=tell, is_cancelled=is_stopped)

        self._begin(self.tr("Making the print pack"), make, self._make, self._on_made)

    def _on_print(self) -> None:
        """Ask which paper is in the printer, unless there is one paper only."""
        papers = papers_of(self.pack.plan) if self.pack.plan is not None else ()
        if len(papers) == 1:
            self._print_on(papers[0])
        else:
            self.papers.forget_printed()
            self.papers.show()
            self.papers.focus_next()

    def _close_papers(self) -> None:
        self.print_button.setFocus()
        self.papers.hide()

    def _print_on(self, paper: str) -> None:
        if self.work.is_running:
            return
        words = self.tr("Put in {colour} paper").format(colour=paper)
        printer = PrinterPlace.ask(self, words, on_both_sides=self._choices.sides is Sides.BOTH)
        if printer is None:
            return
        sides = Sides.BOTH if is_on_both_sides(printer) else Sides.ONE
        prepared = self.pack.prepared(lambda plan: only_on(plan, paper).with_sides(sides))
        if prepared is None:
            return
        printer.setDocName(prepared.wording.folder_name(prepared.plan.held_on))  # the queue shows it: no name (DP-04)
        job = print_job(printer, prepared, self._choices.how, self._page_words)
        heading = self.tr("Printing on {colour} paper").format(colour=paper)
        self._begin(heading, job, self.print_button, partial(self._on_printed, paper))

    def _page_words(self, number: int, total: int) -> str:
        return self.tr("Page {number} of {total}").format(number=number, total=total)

    # What comes of it

    def _begin(self, heading: str, job: Job, pressed: BigButton, then: _After) -> None:
        self._pressed, self._then = pressed, then
        self.outcome.begin(heading, self.tr("Making the pages."))

        self.work.start(job)
        self._show_acts()

    def _on_done(self, result: object) -> None:
        self._free_acts()
        self._then(result)
        self._tell_elsewhere()

    def _on_made(self, result: object) -> None:
        if not isinstance(result, PackResult):
            self.pack.count_again()
            self.outcome.say(MessageKind.WARM, self.tr("Stopped. Nothing was kept."))
            return
        self._note(partial(self.services.packs.note, result))
        self.pack.show_counted(result.plan)
        self.outcome.show_made(result.folder, self.tr("The print pack is ready."))

    def _on_printed(self, paper: str, jobs: object) -> None:
        self.pack.count_again()
        if not isinstance(jobs, list):
            self.outcome.say(MessageKind.WARM, self.tr("Stopped. Some pages may be in the printer already."))
            return
        self._note(partial(self.services.packs.note_printed, self.bridge.meeting_id, jobs))
        self.outcome.say(MessageKind.GOOD, self.tr("The pages were sent to the printer."))
        self.papers.mark_printed(paper)
        if not self.papers.isHidden():
            self.papers.focus_next()

    def _note(self, note: Callable[[], None]) -> None:
        try:
            note()
        except StorageFault as fault:
            self.bridge.failed.emit(fault)

    def _on_failed(self, fault: Exception) -> None:
        self._free_acts()
        self.pack.count_again()
        if isinstance(fault, NotWritten):
            self.outcome.say(MessageKind.FAILED, self.tr("The pack could not be written there."), str(fault))
        elif isinstance(fault, PrinterFault):
            note = self.tr("Is it on, and is there paper in it? Nothing is lost.")
            self.outcome.say(MessageKind.FAILED, self.tr("The printer did not take the pages."), note)
        else:
            self.services.error_log.note(fault)
            self.outcome.say(MessageKind.FAILED, self.tr("The pack could not be made."), self.tr("Nothing is lost."))
        self._tell_elsewhere()

    def _tell_elsewhere(self) -> None:
        """Whoever went on to another panel or place is told there."""
        if not self.isVisible():
            self.told.emit(self.outcome.words())

    def _free_acts(self) -> None:
        """The button that stops the work goes away; only a focus that was on it moves."""
        self._show_acts()
        if self.outcome.progress.stop_button.hasFocus():
            self._pressed.setFocus()
