"""What opens in the main card before the meeting begins: one thing at a time, and none is forced (R08)."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import Attendance, MeetingState
from coprod_desktop.domain.room import Counting
from coprod_desktop.ui.meeting_bridge import MeetingBridge, Outcome
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.access_check_card import AccessCheckCard
from coprod_desktop.ui.widgets.agreement_card import AgreementCard
from coprod_desktop.ui.widgets.before_we_begin import Opening
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.counting_card import CountingCard
from coprod_desktop.ui.widgets.declare_card import DeclareCard
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.job_card import JobCard
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.rota_card import RotaCard
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class OpeningPages(QWidget):
    """The agreement, the access check, anything to declare, what is counted, and the jobs.

    Signals: `settled(key)`, when one was done; `left`, to go back to who is here;
    `turned`, when the page has got or lost its own main act; `acted(kind)` after an act outside the meeting.
    """

    settled = Signal(str)
    left = Signal()
    turned = Signal()
    acted = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._services = services
        self._bridge = bridge
        self._open: Opening | None = None
        self._job: Job | None = None
        self.agreement = AgreementCard(theme)
        self.access = AccessCheckCard(theme, kind=ButtonKind.PRIMARY, key="F8")
        self.declare = DeclareCard(theme, bridge.name)
        self.counting = CountingCard(theme, words_for)
        self.rota = RotaCard(theme, words_for)
        self.job = JobCard(theme, bridge.name)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._cards = (self.agreement, self.access, self.declare, self.counting, self.rota, self.job)
        column = Column(theme, gap=8)
        for card in self._cards:
            column.addWidget(card, 1)
            card.hide()
        column.addLayout(flow_of(theme, self.back))
        self.setLayout(column)
        self._connect()

    @property
    def opened(self) -> Opening | None:
        """What is open."""
        return self._open

    def main_buttons(self) -> tuple[BigButton, ...]:
        """The filled buttons of all pages; at most one can be seen."""
        return (self.agreement.done, self.access.button, self.declare.write)

    def has_main_button(self) -> bool:
        """Whether what is open has a filled button of its own."""
        return any(button.isVisibleTo(self) for button in self.main_buttons())

    def open(self, key: Opening) -> None:
        """Open one of them."""
        self._open, self._job = key, None
        self._show_card()
        if key is Opening.AGREEMENT:
            self.agreement.begin()

    def close_page(self) -> None:
        """Nothing is open any more; half-typed words stay for the next time."""
        self._open, self._job = None, None

    def step_back(self) -> bool:
        """Go back one step; says whether that was inside a page."""
        if self._job is not None:
            job, self._job = self._job, None
            self._show_card()
            self.rota.row(job).focus_target().setFocus()
            return True
        if self.agreement.isVisible() and self.agreement.is_changing() and self._agreed():
            self.agreement.read()
            return True
        return False

    def focus_likely(self) -> None:
        """Go to the likeliest act on the page that is open."""
        match self._open:
            case Opening.AGREEMENT:
                self.agreement.focus_likely()
            case Opening.ACCESS:
                self.access.focus_questions()
            case Opening.DECLARE:
                self.declare.focus_likely()
            case Opening.COUNTING:
                self.counting.focus_likely()
            case Opening.JOBS:
                self._focus_jobs()

    def is_half_typed(self) -> bool:
        """Whether words were typed that are not kept."""
        return self.declare.is_half_typed() or self.agreement.is_half_typed()

    def show_state(self, state: MeetingState) -> None:
        """Show what is true now on the page that is open."""
        match self._open:
            case Opening.AGREEMENT:
                self.agreement.show_lines(self._agreed())
            case Opening.ACCESS:
                people = [found for who in _listed(state) if (found := self._bridge.person(who)) is not None]
                questions = self._services.access_check.questions(people)
                self.access.show_questions(questions, is_read=state.room.has_read_access_check)
            case Opening.DECLARE:
                self.declare.show_told(
                    self._bridge.by_name(state.people_here or _listed(state)), state.room.declarations
                )
            case Opening.COUNTING:
                self.counting.show_counting(state.room.counting)
            case Opening.JOBS:
                self._show_jobs(state)

    # Building

    def _connect(self) -> None:
        self.agreement.lines_changed.connect(self._on_lines)
        self.agreement.turned.connect(self.turned)
        self.access.read.connect(self._on_read)
        self.declare.declared.connect(self._on_declared)
        self.declare.nothing_more.connect(self._on_nothing_more)
        self.counting.chosen.connect(self._on_counting)
        self.rota.job_pressed.connect(self._on_job)
        self.job.person_pressed.connect(self._on_job_person)
        self.back.clicked.connect(self._on_back)

    def _show_card(self) -> None:
        shown = {
            Opening.AGREEMENT: self.agreement,
            Opening.ACCESS: self.access,
            Opening.DECLARE: self.declare,
            Opening.COUNTING: self.counting,
            Opening.JOBS: self.rota if self._job is None else self.job,
        }
        card = shown[self._open] if self._open is not None else None
        if card is not None:
            card.show()
        self.show_state(self._bridge.state)  # a card that is shown lays out what comes into it
        for other in self._cards:
            if other is not card:
                other.hide()

    def _show_jobs(self, state: MeetingState) -> None:
        rotas = self._services.rota.rotas(state)
        from coprod_desktop.services.rota_service import shares_to_offer  # the service brings the store with it

        names = {who: self._bridge.name(who) for who in state.attendance}
        self.rota.show_jobs(rotas, shares_to_offer(state), names)
        for rota in rotas:
            if rota.job is self._job:
                self.job.show_people(rota.today, rota.not_yet, rota.had_a_go)

    def _focus_jobs(self) -> None:
        if self._job is not None:
            self.job.focus_likely()
        else:
            self.rota.row(next(iter(Job))).focus_target().setFocus()

    def _agreed(self) -> tuple[str, ...]:
        group = self._services.groups.current()
        return group.agreement if group else ()

    # Acts

    def _on_back(self) -> None:
        if not self.step_back():
            self.left.emit()

    def _on_lines(self, lines: tuple[str, ...]) -> None:
        group = self._services.groups.current()
        if group is None:
            return
        changed = replace(group, agreement=lines)
        outcome = self._bridge.ask(partial(self._services.groups.save, changed), says_refusals=False)
        if outcome.value is None:
            self.agreement.refuse(self._why(outcome))
            return
        self.agreement.show_lines(outcome.value.agreement)
        self.acted.emit("group_changed")

    def _on_read(self) -> None:
        if self._bridge.ask(self._bridge.room.read_access_check).is_done:
            self.settled.emit(Opening.ACCESS)

    def _on_declared(self, person_id: str, words: str) -> None:
        request = partial(self._bridge.room.declare, PersonId(person_id), words)
        outcome = self._bridge.ask(request, says_refusals=False)
        if outcome.is_done:
            self.declare.accept()
        else:
            self.declare.refuse(self._why(outcome))

    def _on_nothing_more(self) -> None:
        if self._bridge.ask(self._bridge.room.ask_declarations).is_done:
            self.settled.emit(Opening.DECLARE)

    def _on_counting(self, counting: str) -> None:
        if self._bridge.ask(partial(self._bridge.room.choose_counting, Counting(counting))).is_done:
            self.settled.emit(Opening.COUNTING)

    def _on_job(self, job: str) -> None:
        self._job = Job(job)
        self.job.begin(words_for(self._job))
        self._show_card()
        self.job.focus_likely()

    def _on_job_person(self, person: str) -> None:
        person_id, job = PersonId(person), self._job
        if job is None:
            return
        jobs = self._bridge.state.attendance.get(person_id, Attendance(person_id=person_id)).jobs
        taken = tuple(one for one in jobs if one is not job) if job in jobs else (*jobs, job)
        self._bridge.ask(partial(self._bridge.requests.take_jobs, person_id, taken))

    def _why(self, outcome: Outcome[Any]) -> str:
        not_saved = self.tr("This is not saved. Please try again.")
        return words_for(outcome.refusal.reason) if outcome.refusal else not_saved


def _listed(state: MeetingState) -> tuple[PersonId, ...]:
    return tuple(who for who, seen in state.attendance.items() if not seen.is_sorry)
