"""The people of the group: a list, one calm page for each person, and those who are no longer here (R01, R02)."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedLayout, QWidget

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import Gone, Person, is_written_to, names_apart
from coprod_desktop.ui.meeting_bridge import MeetingBridge, Outcome
from coprod_desktop.ui.person_faces import face_of
from coprod_desktop.ui.screens.people.gone_view import GoneView
from coprod_desktop.ui.screens.people.person_view import PersonView
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.people_list import PeopleList
from coprod_desktop.ui.widgets.people_lists_card import PeopleListsCard
from coprod_desktop.ui.widgets.person_mark import initials_of
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.walk_in_card import WalkInCard
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class PeopleScreen(Screen):
    """Finds, adds, changes and removes people. Each change is saved at once and can be undone.

    Signals: those of Screen; `acted` with what was done, such as "person_added" or "need_withdrawn".
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._bridge = bridge
        self._view: PersonView | None = None
        self._gone: GoneView | None = None
        self._list = PeopleList(theme)
        self._walk_in = WalkInCard(theme, services.cannot_print_words)
        self._lists = PeopleListsCard(theme)
        self._places = QStackedLayout(self)  # before it holds anything, or a part would be a window of its own
        self._places.addWidget(WorkArea(theme, self._list, self._make_side()))
        self._connect()
        self.bind("F4", self._list.add_button())
        self.bind("F4", self._list.empty_row())

    def title(self) -> str:
        """People, or the name of the one whose page is open."""
        if self._gone is not None:
            return self._gone.title()
        if self._view is None:
            return self.tr("People")
        return self._view.person.name or self.tr("A new person")

    def on_shown(self) -> None:
        """Read everything again, also after Undo; the place is kept."""
        self._show_list()
        if self._gone is not None and not self._gone.refresh():
            self._close_gone()
        if self._view is None or not self._view.person.name:
            return
        open_id = self._view.person.id
        kept = self._bridge.ask(lambda: self._services.people.get(open_id), says_refusals=False).value
        group = self._group()
        if kept is None or not is_written_to(kept) or group is None or kept.group_id != group.id:
            self._close_view()
        else:
            self._view.show_person(kept)

    def focus_first(self) -> None:
        """Where a name is looked for, or what is asked of a group that has nobody yet."""
        if self._view is not None:
            self._view.begin()
        elif self._gone is None:
            self._list.focus_first()

    def press(self, key: str) -> bool:
        """F8 adds the new person, or keeps the need; the page is made anew each time, so it is asked for its button."""
        if key == "F8" and self._view is not None and self._view.press_main():
            return True
        return super().press(key)

    def leave(self) -> bool:
        """Back inside the page, then to the list, then to the whole list."""
        if self._gone is not None:
            if not self._gone.leave():
                self._close_gone()
            return True
        if self._view is not None:
            if not self._view.step_back():
                self._close_view()
            return True
        if self._list.search_field().text():
            self._list.clear_search()
            self._list.focus_first()
            return True
        return False

    def begin_again(self) -> None:
        """Somebody on the page of a person presses People and wants the list, the whole of it."""
        if self._view is not None or self._gone is not None:
            self.leave()
        if self._view is None and self._gone is None:
            self._list.clear_search()

    def end(self) -> None:
        """Let papers that are being made finish."""
        for view in (self._view, self._gone):
            if view is not None:
                view.saving.end()

    # The list

    def _make_side(self) -> QWidget:
        column = Column(self._theme, gap=16)
        column.addWidget(self._walk_in)
        column.addWidget(self._lists, 1)
        return holder(column)

    def _connect(self) -> None:
        self._list.person_chosen.connect(self._on_person_chosen)
        self._list.add_requested.connect(self._on_add_requested)
        self._list.search_changed.connect(self._show_list)
        self._walk_in.name_given.connect(self._on_walk_in)
        self._lists.bring_in_requested.connect(partial(self.go_requested.emit, "people_file"))
        self._lists.save_requested.connect(partial(self.go_requested.emit, "people_file/save"))
        self._lists.no_longer_here_requested.connect(self._on_no_longer_here)

    def _show_list(self, _words: str = "") -> None:
        group = self._group()
        self._lists.setVisible(group is not None)
        if group is None:
            self._list.show_people([], total=0)
            return
        everyone = self._services.people.people(group.id)
        found = self._services.people.find(group.id, self._list.search_field().text())
        names = names_apart(everyone)
        self._list.show_people(
            ((person.id, self._row(person, names[person.id])) for person in found), total=len(everyone)
        )
        gone = len(self._services.people.no_longer_here(group.id))
        self._lists.show_counts(people=len(everyone), no_longer_here=gone)

    def _row(self, person: Person, name: str) -> RowWords:
        brings = " · ".join(person.brings) or self.tr("Ask what they bring.")
        face, _says = face_of(self._services, person, PhotoUse.WHO_IS_WHO)
        initials = "" if face is not None else initials_of(person.name)
        return RowWords(title=name, note=brings, picture=face, initials=initials)

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
        view = self._open(person)
        if name:
            view.save(replace(person, name=name))

    def _on_person_chosen(self, person_id: str) -> None:
        outcome = self._bridge.ask(lambda: self._services.people.get(PersonId(person_id)))
        if outcome.value is not None:
            self._open(outcome.value)

    # The page of one person

    def _open(self, person: Person) -> PersonView:
        view = self._view = PersonView(self._theme, self._services, self._bridge, person)
        view.closed.connect(self._close_view)
        view.gone.connect(self._on_gone)
        view.meeting_chosen.connect(self.meeting_requested)
        self._show_page(view)
        self.renamed.emit()
        view.begin()
        return view

    def _on_gone(self, kind: str) -> None:
        person = self._services.people.get(self._view.person.id) if self._view is not None else None
        self._list.clear_search()  # or the list would offer to add the name of who has just gone
        self._close_view()
        self.acted.emit(kind)
        if person is not None and person.gone in (Gone.LEFT, Gone.DIED):
            self._open_gone().open_person(person.id)

    def _close_view(self) -> None:
        view = self._view
        if view is None:
            return
        was_at = self._place_in_list(view.person)
        view.saving.end()
        self._view = None
        self._let_go(view)
        self._show_list()
        keys = self._list.row_keys()
        neighbour = keys[min(was_at, len(keys) - 1)] if keys else ""
        self._list.focus_person(view.person.id if view.person.id in keys else neighbour)

    def _place_in_list(self, person: Person) -> int:
        keys = self._list.row_keys()
        return keys.index(person.id) if person.id in keys else 0

    # Those who are no longer here

    def _on_no_longer_here(self) -> None:
        self._open_gone().open_list()

    def _open_gone(self) -> GoneView:
        gone = self._gone = GoneView(self._theme, self._services, self._bridge)
        gone.closed.connect(self._close_gone)
        gone.came_back.connect(self._on_came_back)
        self._show_page(gone)
        return gone

    def _on_came_back(self, person_id: str) -> None:
        self._close_gone()
        self._on_person_chosen(person_id)

    def _close_gone(self) -> None:
        gone = self._gone
        if gone is None:
            return
        gone.saving.end()
        self._gone = None
        self._let_go(gone)
        self._show_list()
        self._list.focus_first()

    def _show_page(self, page: PersonView | GoneView) -> None:
        """What a page tells is told on by this screen."""
        page.acted.connect(self.acted)
        page.renamed.connect(self.renamed)
        page.told.connect(self.told)
        page.warned.connect(self.warned)
        self._places.setCurrentIndex(self._places.addWidget(page))

    def _let_go(self, view: QWidget) -> None:
        self._places.setCurrentIndex(0)
        self._places.removeWidget(view)
        view.deleteLater()
        self.renamed.emit()

    # What is asked of the services

    def _group(self) -> Group | None:
        return self._services.groups.current()

    def _why(self, outcome: Outcome[Any]) -> str:
        not_saved = self.tr("This is not saved. Please try again.")
        return words_for(outcome.refusal.reason) if outcome.refusal else not_saved
