"""Who is here: people say where they speak from, and nobody else sees it beside their name."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import Attendance, MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge, Outcome
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.people_here import PeopleHere
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.walk_in_line import WalkInLine
from coprod_desktop.ui.widgets.welcome_list import WelcomeList
from coprod_desktop.ui.widgets.welcome_panel import WelcomePanel
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import day_words, joined, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_MOST_MATCHES: Final = 4


class WelcomeScreen(MeetingScreen):
    """One press says that somebody is here and asks them; perspectives are shown as counts only."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._asked: PersonId | None = None
        self._rows = WelcomeList(theme, name=bridge.name, jobs=_job_words)
        self._walk_in = WalkInLine(theme, services.cannot_print_words)
        self._panel = WelcomePanel(theme, words=words_for)
        self._here = PeopleHere(theme)
        self._about = WrapLabel(theme, "", TextStyle.BODY)
        self._change = BigButton(theme, self.tr("Change"), kind=ButtonKind.QUIET, icon=Icon.REWORD)
        self.kit = BigButton(theme, self.tr("Paper kit for the table"), kind=ButtonKind.QUIET, icon=Icon.PRINT)
        self._agenda = BigButton(theme, self.tr("Make the agenda"), kind=ButtonKind.PRIMARY, icon=Icon.AGENDA, key="F8")
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Who is here")

    def show_state(self, state: MeetingState) -> None:
        """Show who is here now; a name that is being typed stays."""
        group = self._services.groups.current()
        labels = group.perspective_labels if group else {}
        self._rows.show_people(state)
        self._here.show_people(state, labels)
        self._about.setText("\n".join(self._about_lines(state)))

    def focus_first(self) -> None:
        """Go to the question that is asked, else to the first person who has not come yet, else to the next step."""
        if self._asked is not None:
            self._panel.focus_likely()
            return
        waiting = next((who for who in self._rows.people() if _is_waited_for(self._seen(who))), None)
        if waiting is not None:
            self._rows.focus_person(waiting)
        else:
            (self._agenda if self._rows.people() else self._walk_in.empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Close the question or the line for a name."""
        if self._asked is not None:
            self._close_panel()
            return True
        if self._walk_in.is_open():
            self._walk_in.close_line()
            return True
        return False

    # Building

    def _lay_out(self) -> None:
        theme = self._theme
        note = self.tr("Press a name when the person comes.")
        main = Card(theme, gap=10)
        self._list = QWidget()
        column = Column(theme, gap=6)
        column.addWidget(WrapLabel(theme, self.tr("Who is here?"), TextStyle.TITLE))
        column.addWidget(WrapLabel(theme, note, TextStyle.NOTE))
        scroll = ScrollColumn(theme)
        scroll.add(self._rows)
        scroll.add_stretch()
        column.addWidget(scroll, 1)
        column.addWidget(self._walk_in)
        self._list.setLayout(column)
        main.add(self._list, 1)
        main.add(self._panel, 1)
        self._panel.hide()
        outer = Column(theme)
        outer.addWidget(WorkArea(theme, main, self._make_side()))
        self.setLayout(outer)

    def _make_side(self) -> QWidget:
        theme = self._theme
        about = Card(theme, self.tr("About this meeting"), gap=8)
        about.add_beside_heading(self._change)
        about.add(self._about)
        about.add(self.kit)
        column = Column(theme, gap=14)
        column.addWidget(self._here, 1)
        column.addWidget(about)
        column.addWidget(self._agenda)
        return holder(column)

    def _connect(self) -> None:
        self._rows.person_pressed.connect(self._on_pressed)
        self._rows.beside_pressed.connect(self._on_beside)
        self._walk_in.typed.connect(self._on_typed)
        self._walk_in.named.connect(self._on_named)
        self._walk_in.known.connect(self._on_known)
        self._panel.confirmed.connect(self._on_confirmed)
        self._panel.closed.connect(self._close_panel)
        self._panel.take_off_requested.connect(self._on_take_off)
        self._change.clicked.connect(partial(self.go_requested.emit, "setup"))
        self._agenda.clicked.connect(partial(self.go_requested.emit, "agenda"))
        self.kit.clicked.connect(partial(self.go_requested.emit, "minutes/kit"))
        self.bind("F4", self._walk_in.empty)
        self.bind("F8", self._panel.confirm)
        self.bind("F8", self._agenda)

    # Showing

    def _about_lines(self, state: MeetingState) -> list[str]:
        details = state.details
        if details is None:
            return []
        lines = [day_words(details.held_on), details.venue or self.tr("No place yet")]
        lines.append(self.tr("Open: {count}").format(count=len(state.bounds.open)))
        lines[-1] += "  \u00b7  " + self.tr("Fixed: {count}").format(count=len(state.bounds.fixed))
        return lines

    def _seen(self, person_id: PersonId) -> Attendance:
        return self._bridge.state.attendance.get(person_id, Attendance(person_id=person_id))

    # Acts

    def _on_pressed(self, pressed: str) -> None:
        person_id = PersonId(pressed)
        if self._seen(person_id).is_here or self._arrive(person_id).is_done:
            self._ask(person_id)

    def _on_beside(self, pressed: str) -> None:
        person_id, requests = PersonId(pressed), self._bridge.requests
        request = requests.leave if self._seen(person_id).is_here else requests.send_sorry
        if self._bridge.ask(partial(request, person_id)).is_done:
            self._rows.focus_person(person_id)

    def _arrive(self, person_id: PersonId) -> Outcome[None]:
        return self._bridge.ask(partial(self._bridge.requests.arrive, person_id))

    def _ask(self, person_id: PersonId) -> None:
        person, seen = self._bridge.person(person_id), self._seen(person_id)
        last = seen.perspectives or (person.perspectives if person else ())
        self._asked = person_id
        self._panel.ask(self.tr("Welcome, {name}").format(name=self._bridge.name(person_id)), last, seen.jobs)
        self._agenda.hide()
        self._panel.show()
        self._panel.focus_likely()
        self._list.hide()

    def _close_panel(self) -> None:
        asked, self._asked = self._asked, None
        self._list.show()
        self._agenda.show()
        if asked is not None and asked in self._rows.people():
            self._rows.focus_person(asked)
        else:
            self.focus_first()
        self._panel.hide()

    def _on_confirmed(self) -> None:
        if self._asked is None:
            return
        said, jobs, person_id = self._panel.perspectives(), self._panel.jobs(), self._asked
        is_said = self._bridge.ask(partial(self._bridge.requests.say_perspective, person_id, said)).is_done
        if is_said and self._bridge.ask(partial(self._bridge.requests.take_jobs, person_id, jobs)).is_done:
            self._bridge.ask(partial(self._services.people.remember_perspectives, person_id, said))
            self._bridge.refresh_people()
            self._close_panel()
            self.focus_first()

    def _on_take_off(self) -> None:
        if self._asked and self._bridge.ask(partial(self._bridge.requests.take_off, self._asked)).is_done:
            self._close_panel()

    # Somebody who is not on the list

    def _on_typed(self, words: str) -> None:
        group_id = self._bridge.state.group_id
        found = self._services.people.find(group_id, words) if group_id and words.strip() else ()
        absent = [person.id for person in found if not self._seen(person.id).is_here]
        self._walk_in.show_matches([(who, self._bridge.name(who)) for who in absent[:_MOST_MATCHES]])

    def _on_known(self, person_id: str) -> None:
        self._welcome(PersonId(person_id))

    def _on_named(self, name: str) -> None:
        group_id = self._bridge.state.group_id
        if group_id is None:
            return
        added = self._bridge.ask(partial(self._services.people.add_walk_in, group_id, name), says_refusals=False)
        if added.refusal is not None:
            self._walk_in.show_error(words_for(added.refusal.reason))
        elif added.value is not None:
            self._bridge.refresh_people()
            self._welcome(added.value.id)

    def _welcome(self, person_id: PersonId) -> None:
        if self._arrive(person_id).is_done:
            self._walk_in.clear()
            self._walk_in.close_line()
            self._ask(person_id)


def _job_words(jobs: Sequence[Job]) -> str:
    return joined(words_for(job) for job in jobs)


def _is_waited_for(seen: Attendance) -> bool:
    return not seen.came and not seen.is_sorry
