"""Who is asked, what they answered, who is not here yet, and the invitations (R06, R07)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import Attendance, MeetingState
from coprod_desktop.domain.not_here_yet import NotHereYet
from coprod_desktop.domain.offer import OfferAnswer, OfferKind
from coprod_desktop.domain.person import MessageAnswer, Person
from coprod_desktop.services.clock import today
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.invite.asked_card import AskedCard, Reply
from coprod_desktop.ui.screens.invite.join_form import JoinForm
from coprod_desktop.ui.screens.invite.making import Making
from coprod_desktop.ui.screens.invite.message_panel import MessagePanel
from coprod_desktop.ui.screens.invite.newcomers_panel import NewcomersPanel
from coprod_desktop.ui.screens.invite.not_here_card import NotHereCard, ToDo
from coprod_desktop.ui.screens.invite.papers import InvitePapers
from coprod_desktop.ui.screens.invite.people_panel import PeoplePanel
from coprod_desktop.ui.screens.invite.sending_card import SendingCard
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.work_area import WorkArea

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_PANEL_OF: Final = {ToDo.NEWCOMERS: "newcomers", ToDo.NOT_SEEN: "message"}


class InviteScreen(MeetingScreen):
    """The list in the main part; a panel takes its place when somebody opens one, and Esc goes back to the list."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self.asked = AskedCard(theme)
        self.message = MessagePanel(theme, name=self._name)
        self.newcomers = NewcomersPanel(theme)
        self.join = JoinForm(theme)
        self.not_here = NotHereCard(theme)
        self.sending = SendingCard(theme)
        self.making = Making(theme, services.error_log)
        self._papers = InvitePapers(self, services, bridge, self.making, self.sending, self.message)
        self._shown: QWidget = self.asked
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Invitations")

    def show_state(self, state: MeetingState) -> None:
        """Show the answers, and what could be done; what is half typed stays."""
        if state.details is None:
            return
        standing = self._services.absences.not_here_yet(state)
        self._show_asked(state, standing)
        is_free = bool(standing.asked) and not self.making.work.is_running
        self.sending.show_details(state.details, today(self._services.clock), can_make=is_free)
        self._show_not_here(state, standing)
        self._show_panels(standing)

    def focus_first(self) -> None:
        """Go to who has not answered, or to asking people; in a panel to its likeliest act."""
        if isinstance(self._shown, PeoplePanel):
            self._shown.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._shown is self.join:
            self.join.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.asked.focus_first()
            keep_in_view(self._theme, self.asked)  # its title too, where there is room for both

    def show_part(self, part: str) -> None:
        """Open "message" or "newcomers", if only we can see the screen."""
        panel = {"message": self.message, "newcomers": self.newcomers}.get(part)
        if panel is not None and self._bridge.sight.is_only_us:
            self._show_page(panel)

    def leave(self) -> bool:
        """Close the panel, or the line for a name."""
        if self._shown is not self.asked:
            self._back_to_list()
        elif self.asked.ask.is_open() and self._bridge.state.attendance:
            self.asked.ask.close_line()
        else:
            return False
        return True

    def end(self) -> None:
        """Stop what is being made."""
        self.making.end()

    # Building

    def _lay_out(self) -> None:
        main = Column(self._theme, gap=14)
        main.addWidget(self.making)
        for page in self._pages():
            main.addWidget(page, 1)
            if page is not self._shown:
                page.hide()  # shown, one without a parent would be a window of its own
        side = Column(self._theme, gap=14)
        side.addWidget(self.sending)
        side.addWidget(self.not_here, 1)
        outer = Column(self._theme)
        outer.addWidget(WorkArea(self._theme, holder(main), holder(side)))
        self.setLayout(outer)

    def _connect(self) -> None:
        self._bridge.sight.changed.connect(self._on_sight)
        self.asked.replied.connect(self._on_replied)
        self.asked.ask.asked.connect(self._on_asked)
        self.asked.ask.everyone_asked.connect(self._on_everyone)
        self.not_here.opened.connect(self._on_opened)
        self.sending.sent_button.clicked.connect(self._on_sent)
        self.message.sent_button.clicked.connect(self._on_messages_sent)
        self.message.answered.connect(self._on_message_answered)
        self.newcomers.answered.connect(self._on_offer_answered)
        for panel in (self.message, self.newcomers, self.join):
            panel.left.connect(self._back_to_list)
        self._papers.changed.connect(self._on_papers_changed)
        self._papers.join_wanted.connect(partial(self._show_page, self.join))
        self._papers.told.connect(self.told)
        self.join.go_on.connect(self._on_join)
        self.bind("F4", self.asked.ask.empty)
        for button in (self.message.make_button, self.join.make_button, self.sending.make_button):
            self.bind("F8", button)

    def _pages(self) -> tuple[QWidget, ...]:
        return self.asked, self.message, self.newcomers, self.join

    # Showing

    def _show_asked(self, state: MeetingState, standing: NotHereYet) -> None:
        is_only_us = self._bridge.sight.is_only_us
        people = self._bridge.by_name(standing.asked)
        contacts = {who: self._contact(who) for who in standing.no_answer} if is_only_us else {}
        rows = [(who, self._bridge.name(who), reply_of(state.attendance[who]), contacts.get(who, "")) for who in people]
        self.asked.show_rows(rows, standing)
        self.asked.ask.show_people([(who, self._bridge.name(who)) for who in self._not_asked(state)])

    def _not_asked(self, state: MeetingState) -> Sequence[PersonId]:
        if state.group_id is None:
            return ()
        can = (person.id for person in self._services.absences.may_be_asked(state.group_id))
        return self._bridge.by_name(who for who in can if who not in state.attendance)

    def _contact(self, person_id: PersonId) -> str:
        person = self._bridge.person(person_id)
        return " ".join(person.contact.split()) if person is not None else ""

    def _show_not_here(self, state: MeetingState, standing: NotHereYet) -> None:
        is_only_us, group = self._bridge.sight.is_only_us, self._services.groups.current()
        to_write_to, waiting = self._papers.message_people()
        self.not_here.show_standing(
            standing,
            group.perspective_labels if group else {},
            to_write_to=len(to_write_to),
            waiting=len(waiting),
            is_sent=state.details is not None and state.details.invitations_sent_on is not None,
            is_only_us=is_only_us,
        )

    def _show_panels(self, standing: NotHereYet) -> None:
        if self._shown is self.message:
            self.message.show_people(*self._papers.message_people())
        elif self._shown is self.newcomers:
            people = self._bridge.by_name(standing.newcomers)
            offers = self._services.offers.of(people)
            self.newcomers.show_people([(who, self._bridge.name(who)) for who in people], offers)

    def _show_page(self, page: QWidget) -> None:
        """Show one page of the main part; what had the focus is hidden last, so that the focus is never nowhere."""
        self._shown = page
        self.sending.make_button.setHidden(page in (self.message, self.join))  # one filled button at a time
        page.show()
        if self._bridge.has_meeting:
            self.show_state(self._bridge.state)
        if self.isVisible():
            self.focus_first()
        for other in self._pages():
            other.setHidden(other is not page)
        for panel in (self.message, self.newcomers):
            if panel is not page:
                panel.forget()
        keep_in_view(self._theme, page)

    def _back_to_list(self) -> None:
        self._show_page(self.asked)

    def _on_sight(self) -> None:
        """With every answer, what may be drawn changes at once."""
        if not self._bridge.has_meeting:
            return
        if isinstance(self._shown, PeoplePanel) and not self._bridge.sight.is_only_us:
            self._back_to_list()
        elif self.isVisible():
            self.show_state(self._bridge.state)

    def _name(self, person: Person) -> str:
        return self._bridge.name(person.id)

    # Asking and answers

    def _on_asked(self, person_id: str) -> None:
        self._bridge.ask(partial(self._bridge.requests.expect, [PersonId(person_id)]))

    def _on_everyone(self) -> None:
        people = self._not_asked(self._bridge.state)
        if self._bridge.ask(partial(self._bridge.requests.expect, people)).is_done:
            self.asked.focus_first()

    def _on_replied(self, person_id: str, reply: str) -> None:
        who, requests = PersonId(person_id), self._bridge.requests
        seen = self._bridge.state.attendance.get(who, Attendance(person_id=who))
        if reply_of(seen) is Reply(reply):
            return
        request: dict[Reply, Callable[[PersonId], None]] = {
            Reply.COMING: requests.say_coming,
            Reply.SORRY: requests.send_sorry,
            Reply.NONE: requests.forget_reply,
        }
        if not self._bridge.ask(partial(request[Reply(reply)], who)).is_done:
            self.show_state(self._bridge.state)

    def _on_opened(self, key: str) -> None:
        panel = _PANEL_OF.get(ToDo(key))
        if panel is None:
            self._back_to_list()
            self.asked.focus_waiting()
        else:
            self.show_part(panel)

    # Papers

    def _on_join(self) -> None:
        self._back_to_list()
        self._papers.make_invitations(self.join.words())

    def _on_papers_changed(self) -> None:
        if self._bridge.has_meeting:
            self.show_state(self._bridge.state)

    def _on_sent(self) -> None:
        details = self._bridge.state.details
        if details is not None:
            self.sending.calendar_button.setFocus(Qt.FocusReason.OtherFocusReason)  # this button has nothing to do now
            sent = replace(details, invitations_sent_on=today(self._services.clock))
            self._bridge.ask(partial(self._bridge.requests.change_details, sent))

    # The kind message and offers: acts outside the meeting

    def _on_messages_sent(self) -> None:
        to_write_to, _waiting = self._papers.message_people()
        self._do("kind_message_sent", partial(self._services.absences.sent, [person.id for person in to_write_to]))
        self.focus_first()

    def _on_message_answered(self, person_id: str, answer: str) -> None:
        act = partial(self._services.absences.answered, PersonId(person_id), MessageAnswer(answer))
        self._do("kind_message_answered", act)

    def _on_offer_answered(self, person_id: str, kind: OfferKind, answer: OfferAnswer | None) -> None:
        self._do("offer_answered", partial(self._services.offers.answer, PersonId(person_id), kind, answer))

    def _do(self, kind: str, act: Callable[[], None]) -> None:
        if self._bridge.ask(act).is_done:
            self._bridge.refresh_people()
            self.acted.emit(kind)
        self.show_state(self._bridge.state)


def reply_of(seen: Attendance) -> Reply:
    """What a person answered."""
    if seen.is_sorry:
        return Reply.SORRY
    return Reply.COMING if seen.said_yes_or_came else Reply.NONE
