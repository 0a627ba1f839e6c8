"""The people of the group: a list, and one calm page for each person (R01 to R03)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedLayout

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.person import Person, printed_names, spoken_names
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.clock import today
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.ui.meeting_bridge import MeetingBridge, Outcome
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.people_list import PeopleList
from coprod_desktop.ui.widgets.person_mark import initials_of
from coprod_desktop.ui.widgets.person_page import PageWords, PersonPage
from coprod_desktop.ui.widgets.person_side import PersonSide
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.walk_in_card import WalkInCard
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import day_words, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class PeopleScreen(Screen):
    """Finds, adds, changes and removes people. Each change is saved at once and can be undone.

    Signals: those of Screen; `acted` with "person_added", "person_changed" or "person_removed".
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._bridge = bridge
        self._person: Person | None = None
        self._page: PersonPage | None = None
        self._side: PersonSide | None = None
        self._list = PeopleList(theme)
        self._walk_in = WalkInCard(theme, services.cannot_print_words)
        self._places = QStackedLayout(self)  # before it holds anything, or a part would be a window of its own
        self._places.addWidget(WorkArea(theme, self._list, self._walk_in))
        self._list.person_chosen.connect(self._on_person_chosen)
        self._list.add_requested.connect(self._on_add_requested)
        self._list.search_changed.connect(self._show_list)
        self._walk_in.name_given.connect(self._on_walk_in)
        self.bind("F4", self._list.add_button())
        self.bind("F4", self._list.empty_row())

    def title(self) -> str:
        """People, or the name of the one whose page is open."""
        if self._person is None:
            return self.tr("People")
        return self._person.name or self.tr("A new person")

    def on_shown(self) -> None:
        """Read everything again, also after Undo; the place is kept."""
        self._show_list()
        if self._person is None or not self._person.name:
            return
        kept = self._bridge.ask(lambda: self._services.people.get(self._open_id()), says_refusals=False).value
        if kept is None or kept.removed_on is not None or kept.group_id != self._group_id():
            self._close_page()
        else:
            self._show_person(kept)

    def focus_first(self) -> None:
        """Where a name is looked for, or what is asked of a group that has nobody yet."""
        if self._page is None:
            self._list.focus_first()
        else:
            self._page.begin()

    def press(self, key: str) -> bool:
        """F8 adds the new person, or keeps the need; the page is made anew each time, so it is asked for its button."""
        button = self._page.main_button() if key == "F8" and self._page is not None else None
        if button is not None and button.isVisible():
            button.click()
            return True
        return super().press(key)

    def leave(self) -> bool:
        """Back inside the page, then to the list, then to the whole list."""
        if self._page is not None:
            if not self._page.step_back():
                self._close_page()
            return True
        if self._list.search_field().text():
            self._list.clear_search()
            return True
        return False

    # The list

    def _show_list(self, _words: str = "") -> None:
        group = self._group()
        if group is None:
            self._list.show_people([], total=0)
            return
        everyone = self._services.people.people(group.id)
        found = self._services.people.find(group.id, self._list.search_field().text())
        names = _names_that_differ(everyone)
        self._list.show_people(
            ((person.id, self._row(person, names[person.id])) for person in found), total=len(everyone)
        )

    def _row(self, person: Person, name: str) -> RowWords:
        brings = " · ".join(person.brings) or self.tr("Ask what they bring.")
        return RowWords(title=name, note=brings, initials=initials_of(person.name))

    def _on_walk_in(self, name: str) -> None:
        group = self._group()
        if group is None:
            self.go_requested.emit("group")
            return
        outcome = self._bridge.ask(lambda: self._services.people.add_walk_in(group.id, name), says_refusals=False)
        if not outcome.is_done:
            self._walk_in.refuse(self._why(outcome))
            return
        self._walk_in.accept()
        self._list.clear_search()
        self.acted.emit("person_added")

    def _on_add_requested(self, name: str) -> None:
        group = self._group()
        if group is None:
            self.go_requested.emit("group")
            return
        person = self._services.people.new_person(group.id)
        self._open(person)
        if name:
            self._save(replace(person, name=name))

    def _on_person_chosen(self, person_id: str) -> None:
        outcome = self._bridge.ask(lambda: self._services.people.get(PersonId(person_id)))
        if outcome.value is not None:
            self._open(outcome.value)

    # The page of one person

    def _open(self, person: Person) -> None:
        self._page = PersonPage(self._theme, self._page_words(), self._bridge.sight)
        self._side = PersonSide(self._theme)
        self._page.changed.connect(self._on_changed)
        self._page.back_requested.connect(self._close_page)
        self._side.remove_requested.connect(self._on_remove)
        self._show_person(person)
        self._places.setCurrentIndex(self._places.addWidget(WorkArea(self._theme, self._page, self._side)))
        self.renamed.emit()
        self._page.begin()

    def _show_person(self, person: Person) -> None:
        self._person = person
        if self._page is None or self._side is None:
            return
        self._page.show_person(person)
        group_id = self._group_id()
        others = self._services.people.people(group_id) if group_id else ()
        twins = [other for other in others if other.name.casefold() == person.name.casefold()]
        self._side.show_names(
            spoken=spoken_names(others).get(person.id, ""),
            printed=printed_names(others).get(person.id, ""),
            has_twin=len(twins) > 1,
        )

    def _on_changed(self, fields: dict[str, Any]) -> None:
        if self._person is not None:
            self._save(replace(self._person, **fields))

    def _save(self, person: Person) -> None:
        before, page = self._person, self._page
        outcome = self._bridge.ask(lambda: self._services.people.save(person), says_refusals=False)
        if outcome.value is None:
            field = outcome.refusal.field if outcome.refusal else _changed_field(before, person)
            if page is not None:
                page.refuse(field, self._why(outcome))
            return
        self._show_person(outcome.value)
        if outcome.value != before:
            is_new = before is None or not before.name
            self.acted.emit("person_added" if is_new else "person_changed")
            self.renamed.emit()

    def _on_remove(self) -> None:
        person_id = self._open_id()
        outcome = self._bridge.ask(lambda: self._services.people.remove(person_id))
        if outcome.is_done:
            self._close_page()
            self.acted.emit("person_removed")

    def _close_page(self) -> None:
        page, was_open = self._places.currentWidget(), self._person
        was_at = self._place_in_list(was_open)
        if self._page is None or was_open is None or page is None:
            return
        self._places.setCurrentIndex(0)
        self._places.removeWidget(page)
        page.deleteLater()
        self._page = self._side = self._person = None
        self.renamed.emit()
        self._show_list()
        keys = self._list.row_keys()
        neighbour = keys[min(was_at, len(keys) - 1)] if keys else ""
        self._list.focus_person(was_open.id if was_open.id in keys else neighbour)

    def _place_in_list(self, person: Person | None) -> int:
        keys = self._list.row_keys()
        return keys.index(person.id) if person is not None and person.id in keys else 0

    # What is asked of the services

    def _group(self) -> Group | None:
        return self._services.groups.current()

    def _group_id(self) -> Any:
        group = self._group()
        return group.id if group else None

    def _open_id(self) -> PersonId:
        return self._person.id if self._person else PersonId("")

    def _page_words(self) -> PageWords:
        group = self._group()
        return PageWords(
            words_for=words_for,
            day_words=day_words,
            today=today(self._services.clock),
            perspective_labels=group.perspective_labels if group else {},
            cannot_print=self._services.cannot_print_words,
            needs=load_need_words(templates_folder(), group.language if group else "en"),
        )

    def _why(self, outcome: Outcome[Any]) -> str:
        not_saved = self.tr("This is not saved. Please try again.")
        return words_for(outcome.refusal.reason) if outcome.refusal else not_saved


def _names_that_differ(people: Iterable[Person]) -> dict[PersonId, str]:
    """The names for the list; people of the same name get the name they chose, or a number."""
    listed = list(people)
    seen: dict[str, list[Person]] = {}
    for person in sorted(listed, key=lambda one: one.id):
        seen.setdefault(person.name.casefold(), []).append(person)
    names = {}
    for person in listed:
        twins = seen[person.name.casefold()]
        told = person.chosen_name or str(twins.index(person) + 1)
        names[person.id] = f"{person.name} ({told})" if len(twins) > 1 else person.name
    return names


def _changed_field(before: Person | None, after: Person) -> str:
    """The field that somebody tried to change."""
    names = Person.__dataclass_fields__
    return next((name for name in names if before and getattr(before, name) != getattr(after, name)), "name")
