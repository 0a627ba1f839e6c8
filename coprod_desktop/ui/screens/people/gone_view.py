"""Those who are no longer here: their names, and a page for each with what there is still to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import Gone, Person, is_written_to, names_apart
from coprod_desktop.services.person_history import JobToHandOn
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.no_longer_here_list import NoLongerHereList
from coprod_desktop.ui.widgets.paper_saving import PaperSaving
from coprod_desktop.ui.widgets.person_gone_page import GoneFacts, HandOnRow, PersonGonePage, WhyGone
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import day_words, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_WHY = {Gone.LEFT: WhyGone.LEFT, Gone.DIED: WhyGone.DIED, None: WhyGone.TAKEN_OFF}


class GoneView(QWidget):
    """A list of names, and the page of the one who was chosen.

    Signals: `acted(kind)`; `closed` when the list of people is wanted; `came_back(person id)`; `renamed`; `told(words)`
    and `warned(words)` as those of a screen.
    """

    acted = Signal(str)
    closed = Signal()
    came_back = Signal(str)
    renamed = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._services, self._bridge = services, bridge
        self._person: Person | None = None
        self._jobs: dict[str, JobToHandOn] = {}
        self._names: dict[PersonId, str] = {}
        self.saving = PaperSaving(services, self)
        self._list = NoLongerHereList(theme)
        self._page = PersonGonePage(theme, self._name)
        self._places = QStackedLayout(self)
        self._places.addWidget(WorkArea(theme, self._list))
        self._places.addWidget(WorkArea(theme, self._page))
        self._list.person_chosen.connect(self.open_person)
        self._list.back_requested.connect(self.closed)
        self._page.back_requested.connect(self.closed)
        self._page.bring_back_requested.connect(self._on_bring_back)
        self._page.letter_requested.connect(self._on_letter)
        self._page.handed_on.connect(self._on_handed_on)
        self.saving.told.connect(self.told)
        self.saving.warned.connect(self.warned)

    def title(self) -> str:
        """The name of the person whose page is open, or what the list is."""
        return self._person.name if self._person else self.tr("People who are no longer here")

    def open_list(self) -> None:
        """Show the names."""
        was_open, self._person = self._person, None
        self._show_list()
        self._places.setCurrentIndex(0)
        self._list.focus_person(was_open.id if was_open else "")
        self.renamed.emit()

    def open_person(self, person_id: str) -> None:
        """Show the page of one of them."""
        outcome = self._bridge.ask(lambda: self._services.people.get(PersonId(person_id)))
        if outcome.value is not None:
            self._show_person(outcome.value)
            self._places.setCurrentIndex(1)
            self._page.begin()
            self.renamed.emit()

    def refresh(self) -> bool:
        """Read everything again, also after Undo; says whether the person whose page is open is still gone."""
        if self._person is None:
            self._show_list()
            return True
        person_id = self._person.id
        kept = self._bridge.ask(lambda: self._services.people.get(person_id), says_refusals=False).value
        if kept is None or is_written_to(kept) or kept.group_id != self._group_id():
            return False
        self._show_person(kept)
        return True

    def leave(self) -> bool:
        """Esc: shut a question, or go from a page to the names; says whether there was a step."""
        if self._page.step_back():
            return True
        if self._person is None:
            return False
        self.open_list()
        return True

    def _show_list(self) -> None:
        group_id = self._group_id()
        gone = self._services.people.no_longer_here(group_id) if group_id else ()
        names = names_apart(gone)
        self._list.show_people((person.id, names[person.id]) for person in gone)

    def _show_person(self, person: Person) -> None:
        self._person = person
        people = self._services.people.people(person.group_id)
        self._names = dict(names_apart(people))
        jobs = self._jobs_of(person, tuple(one.id for one in people))
        self._jobs = {job.key: job for job in jobs}
        day = day_words(person.removed_on) if person.removed_on else ""
        rows = [self._row(job) for job in jobs]
        self._page.show_gone(GoneFacts(name=person.name, why=_WHY[person.gone], day=day, jobs=rows))

    def _jobs_of(self, person: Person, others: tuple[PersonId, ...]) -> tuple[JobToHandOn, ...]:
        """No list of tasks for somebody who died: it stays in the minutes, where the group meets it in its own time."""
        if person.gone is not Gone.LEFT:
            return ()
        return self._services.person_history.jobs_to_hand_on(person, others)

    def _row(self, job: JobToHandOn) -> HandOnRow:
        meeting = f"{job.meeting_title}, {day_words(job.held_on)}" if job.meeting_title else day_words(job.held_on)
        due = self.tr("By %s.") % day_words(job.due_on) if job.due_on else ""
        title = job.words or (words_for(job.job) if job.job else "")
        nobody = "" if job.people else self.tr("Nobody else is on the list of that meeting.")
        note = "\n".join(filter(None, (due, meeting, nobody)))
        return HandOnRow(key=job.key, title=title, note=note, people=job.people)

    def _name(self, person_id: PersonId) -> str:
        return self._names.get(person_id, "")

    def _group_id(self) -> GroupId | None:
        group = self._services.groups.current()
        return group.id if group else None

    # What was pressed

    def _on_bring_back(self) -> None:
        person = self._person
        if person is not None and self._bridge.ask(lambda: self._services.people.bring_back(person.id)).is_done:
            self.acted.emit("person_brought_back")
            self.came_back.emit(person.id)

    def _on_letter(self) -> None:
        person = self._person
        if person is None:
            return
        outcome = self._bridge.ask(lambda: self._services.person_papers.thank_you(person.id))
        if outcome.value is not None:
            self.saving.save(outcome.value)

    def _on_handed_on(self, key: str, person_id: str) -> None:
        person, job = self._person, self._jobs.get(key)
        if person is None or job is None:
            return
        to_id = PersonId(person_id) if person_id else None
        if self._bridge.ask(lambda: self._services.person_history.hand_on(job, person.id, to_id)).is_done:
            self._show_person(person)
            self.acted.emit("job_handed_on")
