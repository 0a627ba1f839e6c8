"""Who is here: people say where they speak from, and nobody else sees it beside their name (R08)."""

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
from coprod_desktop.ui.promise_keeping import PromiseKeeping
from coprod_desktop.ui.screens.welcome.last_minutes import LastMinutes
from coprod_desktop.ui.screens.welcome.opening_pages import OpeningPages
from coprod_desktop.ui.screens.welcome.standings import standings_of
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.before_we_begin import BeforeWeBegin, Opening
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.sight_question import SightQuestion
from coprod_desktop.ui.widgets.welcome_panel import WelcomePanel
from coprod_desktop.ui.widgets.welcome_row import Beside
from coprod_desktop.ui.widgets.who_is_here import WhoIsHere
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import joined, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_MOST_MATCHES: Final = 4


class WelcomeScreen(MeetingScreen):
    """One press says that somebody is here and asks them; perspectives are shown as counts only.

    The main part shows one thing: the list, the question to one person, or one of the things before the meeting.
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._asked: PersonId | None = None
        self._sight = SightQuestion(theme, bridge.sight)
        self._sight_answer = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.ONLY_YOU)
        cannot_print = services.cannot_print_words
        self._list = WhoIsHere(theme, name=bridge.name, jobs=_job_words, cannot_print=cannot_print)
        self._panel = WelcomePanel(theme, words=words_for, joined=joined)
        self._pages = OpeningPages(theme, services, bridge)
        self.last_minutes = LastMinutes(theme, services, bridge)
        self.promises = PromiseKeeping(theme, services, bridge)
        self._before = BeforeWeBegin(theme)
        self._begin = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.AGENDA, key="F8")
        self.kit = self._list.kit
        self._shown: QWidget = self._list
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Who is here")

    def show_state(self, state: MeetingState) -> None:
        """Show who is here now; a name that is being typed stays."""
        group = self._services.groups.current()
        labels = group.perspective_labels if group else {}
        self._list.show_people(state, labels, is_private=self._bridge.sight.is_only_us)
        self._before.show_standings(standings_of(state, group.agreement if group else ()))
        self._pages.show_state(state)
        self._show_beside()
        self._begin.set_words(self.tr("Make the agenda") if state.room.began_at else self.tr("We begin"))

    def focus_first(self) -> None:
        """Go to what is open, else to the question about this screen, else to who is waited for, else to go on."""
        if self._asked is not None:
            self._panel.focus_likely()
        elif self._pages.opened is not None:
            self._pages.focus_likely()
        elif self._shown is self.last_minutes.card:
            self.last_minutes.card.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._shown is self.promises.panel:
            self.promises.panel.begin()
        elif not self._bridge.sight.is_asked:
            self._sight.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_list()

    def leave(self) -> bool:
        """Close what is open in the main part, or the line for a name."""
        if self._asked is not None:
            self._close_panel()
        elif self._pages.opened is not None:
            self._pages.back.click()
        elif self._shown is self.last_minutes.card:
            self._on_last_minutes_left()
        elif self._shown is self.promises.panel:
            self._on_promises_left()
        elif self._list.walk_in.is_open():
            self._list.walk_in.close_line()
        else:
            return False
        return True

    def is_half_typed(self) -> bool:
        """Whether words were typed that are not kept."""
        return self._pages.is_half_typed()

    # Building

    def _lay_out(self) -> None:
        main = Column(self._theme, gap=14)
        main.addWidget(self._sight)
        first = EvenRow(self._theme, gap=14, least=340)
        first.addWidget(self.last_minutes.row)
        first.addWidget(self.promises.row)
        main.addLayout(first)
        for part in self._parts():
            main.addWidget(part, 1)
        side = Column(self._theme, gap=8)
        side.addWidget(self._before)
        side.addStretch(1)
        side.addWidget(self._sight_answer)
        side.addWidget(self._begin)
        outer = Column(self._theme)
        outer.addWidget(WorkArea(self._theme, holder(main), holder(side)))
        self.setLayout(outer)
        self._show_part(self._list)

    def _connect(self) -> None:
        rows, walk_in = self._list.rows, self._list.walk_in
        rows.person_pressed.connect(self._on_pressed)
        rows.beside_pressed.connect(self._on_beside)
        walk_in.typed.connect(self._on_typed)
        walk_in.named.connect(self._on_named)
        walk_in.known.connect(self._on_known)
        self._list.guests.counted.connect(self._on_guests)
        self._panel.confirmed.connect(self._on_confirmed)
        self._panel.closed.connect(self._close_panel)
        self._panel.take_off_requested.connect(self._on_take_off)
        self._before.opened.connect(self._on_opened)
        self._pages.settled.connect(self._on_settled)
        self._pages.left.connect(self._on_left)
        self._pages.turned.connect(self._show_beside)
        self._pages.acted.connect(self._on_acted)
        self.last_minutes.opened.connect(partial(self._show_part, self.last_minutes.card))
        self.last_minutes.left.connect(self._on_last_minutes_left)
        self.last_minutes.settled.connect(self._on_last_minutes)
        self.last_minutes.look_requested.connect(self.meeting_requested)
        self.promises.opened.connect(partial(self._show_part, self.promises.panel))
        self.promises.left.connect(self._on_promises_left)
        self.promises.acted.connect(self._on_acted)
        self._bridge.sight.changed.connect(self._on_sight)
        self._sight_answer.clicked.connect(self._on_ask_again)
        self._list.change.clicked.connect(partial(self.go_requested.emit, "setup"))
        self._list.kit.clicked.connect(partial(self.go_requested.emit, "minutes/kit"))
        self._list.ready.clicked.connect(partial(self.go_requested.emit, "ready"))
        self._begin.clicked.connect(self._on_begin)
        self.bind("F4", walk_in.empty)
        for button in (self._panel.confirm, *self._pages.main_buttons(), self.last_minutes.card.yes, self._begin):
            self.bind("F8", button)

    # Showing

    def _show_part(self, shown: QWidget) -> None:
        """Show one part of the main card; what had the focus is hidden last, so that the focus is never nowhere."""
        self._shown = shown
        shown.show()
        self._show_beside()
        if self.isVisible():
            self.focus_first()
        for part in self._parts():
            part.setHidden(part is not shown)

    def _parts(self) -> tuple[QWidget, ...]:
        return self._list, self._panel, self._pages, self.last_minutes.card, self.promises.panel

    def _show_beside(self) -> None:
        """The question about this screen stands above the list only; one filled button is there at a time."""
        is_asked = self._bridge.sight.is_asked
        self._sight.setHidden(is_asked or self._shown is not self._list)
        self._show_sight_answer()
        if self._bridge.has_meeting:
            can_ask = is_asked and self._shown is self._list
            self.last_minutes.show_state(self._bridge.state, can_ask=can_ask)
            self.promises.show_state(self._bridge.state, can_ask=can_ask)
        is_page = self._shown is self._pages
        has_own = self._shown in (self._panel, self.last_minutes.card)
        self._begin.setHidden(has_own or (is_page and self._pages.has_main_button()))
        self._before.choose(self._pages.opened if is_page else None)

    def _show_sight_answer(self) -> None:
        sight = self._bridge.sight
        is_only_us, words = sight.is_only_us, self.tr("The room can see this: change")
        self._sight_answer.set_words(self.tr("Only we can see this: change") if is_only_us else words)
        self._sight_answer.set_icon(Icon.ONLY_YOU if is_only_us else Icon.SHOW)
        self._sight_answer.setHidden(not sight.is_asked)

    def _focus_list(self) -> None:
        people = self._list.rows.people()
        waiting = next((who for who in people if _is_waited_for(self._seen(who))), None)
        if waiting is not None:
            self._list.rows.focus_person(waiting)
        else:
            (self._begin if people else self._list.walk_in.empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def _seen(self, person_id: PersonId) -> Attendance:
        return self._bridge.state.attendance.get(person_id, Attendance(person_id=person_id))

    # Acts

    def _on_sight(self) -> None:
        """With every answer, what may be drawn changes at once."""
        was_answering = self._sight.isVisible() or self._sight_answer.isVisible()
        if not self._bridge.has_meeting:
            return
        if self._asked is not None and not self._bridge.sight.is_only_us:
            self._panel.cover()
        self.show_state(self._bridge.state)
        if was_answering and self._shown is self._list:
            self.focus_first()

    def _on_ask_again(self) -> None:
        if self._shown is not self._list:
            self._asked = None
            self._pages.close_page()
            self._show_part(self._list)
        self._bridge.sight.ask_again()

    def _on_begin(self) -> None:
        if self._bridge.state.room.began_at or self._bridge.ask(self._bridge.room.begin_meeting).is_done:
            self.go_requested.emit("agenda")

    def _on_guests(self, count: int) -> None:
        self._bridge.ask(partial(self._bridge.room.count_guests, count))

    def _on_pressed(self, pressed: str) -> None:
        person_id = PersonId(pressed)
        if self._seen(person_id).is_here or self._arrive(person_id).is_done:
            self._ask(person_id)

    def _on_beside(self, pressed: str, act: str) -> None:
        person_id, requests, room = PersonId(pressed), self._bridge.requests, self._bridge.room
        request = {
            Beside.STEPPED_OUT: room.step_out,
            Beside.CAME_BACK: room.step_back,
            Beside.WENT_HOME: requests.leave,
            Beside.CANNOT_COME: requests.send_sorry,
        }[Beside(act)]
        if self._bridge.ask(partial(request, person_id)).is_done:
            self._list.rows.focus_person(person_id)

    def _arrive(self, person_id: PersonId) -> Outcome[None]:
        return self._bridge.ask(partial(self._bridge.requests.arrive, person_id))

    def _ask(self, person_id: PersonId) -> None:
        person, seen = self._bridge.person(person_id), self._seen(person_id)
        last = seen.perspectives or (person.perspectives if person else ())
        self._asked = person_id
        self._panel.ask(self._bridge.name(person_id), last, seen.jobs, not_yet=self._not_yet(person_id))
        if not self._bridge.sight.is_only_us:
            self._panel.cover()
        self._show_part(self._panel)

    def _not_yet(self, person_id: PersonId) -> list[Job]:
        rotas = self._services.rota.rotas(self._bridge.state)
        return [rota.job for rota in rotas if person_id in rota.not_yet and rota.had_a_go]

    def _close_panel(self) -> None:
        asked, self._asked = self._asked, None
        self._show_part(self._list)
        if asked is not None and asked in self._list.rows.people():
            self._list.rows.focus_person(asked)

    def _on_confirmed(self) -> None:
        person_id = self._asked
        if person_id is not None and self._note_answer(person_id):
            self._asked = None
            self._show_part(self._list)
            self._focus_list()

    def _note_answer(self, person_id: PersonId) -> bool:
        said, jobs, requests = self._panel.perspectives(), self._panel.jobs(), self._bridge.requests
        if said is not None:
            if not self._bridge.ask(partial(requests.say_perspective, person_id, said)).is_done:
                return False
            self._bridge.ask(partial(self._services.people.remember_perspectives, person_id, said))
            self._bridge.refresh_people()
        return self._bridge.ask(partial(requests.take_jobs, person_id, jobs)).is_done

    def _on_take_off(self) -> None:
        if self._asked and self._bridge.ask(partial(self._bridge.requests.take_off, self._asked)).is_done:
            self._close_panel()
            self._focus_list()

    # Before we begin

    def _on_last_minutes(self) -> None:
        self._show_part(self._list)
        self._focus_list()
        self.acted.emit("minutes_agreed")

    def _on_last_minutes_left(self) -> None:
        self._show_part(self._list)
        self.last_minutes.row.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_promises_left(self) -> None:
        self._show_part(self._list)
        if not self.promises.row.isHidden():
            self.promises.row.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, key: str) -> None:
        self._asked = None
        self._pages.show()
        self._pages.open(Opening(key))
        self._show_part(self._pages)

    def _on_settled(self, key: str) -> None:
        self._pages.close_page()
        self._show_part(self._list)
        if not self._before.focus_after(Opening(key)):
            self._focus_list()

    def _on_left(self) -> None:
        left = self._pages.opened
        self._pages.close_page()
        self._show_part(self._list)
        if left is not None:
            self._before.row(left).focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_acted(self, kind: str) -> None:
        self.acted.emit(kind)
        self.show_state(self._bridge.state)

    # Somebody who is not on the list

    def _on_typed(self, words: str) -> None:
        group_id = self._bridge.state.group_id
        found = self._services.people.find(group_id, words) if group_id and words.strip() else ()
        absent = [person.id for person in found if not self._seen(person.id).is_here]
        self._list.walk_in.show_matches([(who, self._bridge.name(who)) for who in absent[:_MOST_MATCHES]])

    def _on_known(self, person_id: str) -> None:
        self._welcome(PersonId(person_id))

    def _on_named(self, name: str) -> None:
        group_id = self._bridge.state.group_id
        if group_id is None:
            return
        added = self._bridge.ask(partial(self._services.people.add_walk_in, group_id, name), says_refusals=False)
        if added.refusal is not None:
            self._list.walk_in.show_error(words_for(added.refusal.reason))
        elif added.value is not None:
            self._bridge.refresh_people()
            self._welcome(added.value.id)

    def _welcome(self, person_id: PersonId) -> None:
        if self._arrive(person_id).is_done:
            self._list.walk_in.clear()
            self._list.walk_in.close_line()
            self._ask(person_id)


def _job_words(jobs: Sequence[Job]) -> str:
    return joined(words_for(job) for job in jobs)


def _is_waited_for(seen: Attendance) -> bool:
    return not seen.came and not seen.is_sorry
