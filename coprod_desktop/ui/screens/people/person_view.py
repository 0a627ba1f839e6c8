"""The page of one person with what stands beside it: each change is saved at once and can be undone."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import USUAL_PARENTS_AGE
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import Person, printed_names, spoken_names
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.clock import today
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.ui.meeting_bridge import MeetingBridge, Outcome
from coprod_desktop.ui.person_faces import face_of
from coprod_desktop.ui.screens.people.history_part import HistoryPart
from coprod_desktop.ui.screens.people.offers_part import OffersPart
from coprod_desktop.ui.screens.people.picture_part import PicturePart
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.paper_saving import PaperSaving
from coprod_desktop.ui.widgets.person_page import PageWords, PersonPage
from coprod_desktop.ui.widgets.person_part import PersonPart
from coprod_desktop.ui.widgets.person_side import PersonSide
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import day_words, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class PersonView(QWidget):
    """One person. It is made anew for each, so that nothing private of one stays behind the next.

    Signals: `acted(kind)`; `renamed`; `closed` when the list is wanted; `gone(kind)` when the person is no longer on
    it; `meeting_chosen(meeting id)`; `told(words)` and `warned(words)` as those of a screen.
    """

    acted = Signal(str)
    renamed = Signal()
    closed = Signal()
    gone = Signal(str)
    meeting_chosen = Signal(str)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, person: Person) -> None:
        super().__init__()
        self._theme, self._services, self._bridge = theme, services, bridge
        self.person = person
        self.saving = PaperSaving(services, self)
        self._page = PersonPage(theme, self._page_words(), bridge.sight, self._more_parts())
        self._side = PersonSide(theme)
        column = Column(theme, gap=0)
        column.addWidget(WorkArea(theme, self._page, self._side))
        self.setLayout(column)
        self._connect()
        self.show_person(person)

    def begin(self) -> None:
        """Put the focus where one begins."""
        self._page.begin()

    def show_person(self, person: Person) -> None:
        """Show what is kept; words that are half typed stay."""
        self.person = person
        self._page.show_person(person, face_of(self._services, person, PhotoUse.WHO_IS_WHO)[0])
        others = self._services.people.people(person.group_id)
        twins = [other for other in others if other.name.casefold() == person.name.casefold()]
        self._side.show_names(
            spoken=spoken_names(others).get(person.id, ""),
            printed=printed_names(others).get(person.id, ""),
            has_twin=len(twins) > 1,
        )

    def save(self, person: Person) -> None:
        """Save a change, or say beside its field why it cannot be."""
        before = self.person
        outcome = self._bridge.ask(lambda: self._services.people.save(person), says_refusals=False)
        if outcome.value is None:
            field = outcome.refusal.field if outcome.refusal else _changed_field(before, person)
            self._page.refuse(field, self._why(outcome))
            return
        self.show_person(outcome.value)
        if outcome.value != before:
            self.acted.emit(self._last_kind() if before.name else "person_added")
            self.renamed.emit()

    def press_main(self) -> bool:
        """F8 adds the new person, or keeps the need; says whether there was such a button."""
        button = self._page.main_button()
        if button is not None and button.isVisible():
            button.click()
            return True
        return False

    def step_back(self) -> bool:
        """Esc inside the page; says whether there was a step."""
        return self._page.step_back() or self._side.step_back()

    # Building

    def _connect(self) -> None:
        people, leaving = self._services.people, self._services.leaving
        page, side = self._page, self._side
        page.changed.connect(self._on_changed)
        page.back_requested.connect(self.closed)
        side.remove_requested.connect(partial(self._take_off, people.remove, "person_removed"))
        side.left_requested.connect(partial(self._take_off, leaving.left, "person_moved_on"))
        side.died_requested.connect(partial(self._take_off, leaving.died, "person_died"))
        side.own_page_requested.connect(self._on_own_page)
        self.saving.told.connect(self.told)
        self.saving.warned.connect(self.warned)
        self.saving.is_busy_changed.connect(self._on_busy)

    def _more_parts(self) -> dict[str, Callable[[], PersonPart]]:
        return {"picture": self._make_picture, "history": self._make_history, "offers": self._make_offers}

    def _make_picture(self) -> PersonPart:
        return PicturePart(self._theme, self._services, self._bridge, self._on_part_acted)

    def _make_history(self) -> PersonPart:
        part = HistoryPart(self._theme, self._services, self._bridge, self._on_part_acted)
        part.slip_wanted.connect(self._on_slip)
        part.meeting_chosen.connect(self.meeting_chosen)
        return part

    def _make_offers(self) -> PersonPart:
        return OffersPart(self._theme, self._services, self._bridge, self._on_part_acted)

    def _page_words(self) -> PageWords:
        group = self._services.groups.current()
        return PageWords(
            words_for=words_for,
            day_words=day_words,
            today=today(self._services.clock),
            perspective_labels=group.perspective_labels if group else {},
            cannot_print=self._services.cannot_print_words,
            parents_yes_under=group.parents_yes_under if group else USUAL_PARENTS_AGE,
            needs=load_need_words(templates_folder(), group.language if group else "en"),
        )

    # What was pressed

    def _on_changed(self, fields: dict[str, Any]) -> None:
        self.save(replace(self.person, **fields))

    def _on_part_acted(self, kind: str) -> None:
        self.show_person(self._services.people.get(self.person.id))
        self.acted.emit(kind)

    def _take_off(self, act: Callable[[PersonId], None], kind: str) -> None:
        if self._bridge.ask(lambda: act(self.person.id)).is_done:
            self.gone.emit(kind)

    def _on_own_page(self) -> None:
        outcome = self._bridge.ask(lambda: self._services.person_papers.working_with_me(self.person.id))
        if outcome.value is not None:
            self.saving.save(outcome.value)

    def _on_slip(self) -> None:
        papers = self._services.feedback_papers
        outcome = self._bridge.ask(lambda: papers.slip(self.person.id, is_whole=True))
        if outcome.value is not None:
            self.saving.save(outcome.value.paper)

    def _on_busy(self) -> None:
        self._side.show_busy(self.saving.is_busy)

    # What is asked of the services

    def _last_kind(self) -> str:
        last = self._services.history.last
        return last.kind if last is not None else "person_changed"

    def _why(self, outcome: Outcome[Any]) -> str:
        not_saved = self.tr("This is not saved. Please try again.")
        return words_for(outcome.refusal.reason) if outcome.refusal else not_saved


def _changed_field(before: Person, after: Person) -> str:
    """The field that somebody tried to change."""
    names = Person.__dataclass_fields__
    return next((name for name in names if getattr(before, name) != getattr(after, name)), "name")
