"""What is made for people before a meeting: invitations, the one kind message, and a file for their calendars."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.person import Person
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.invite.making import Making
from coprod_desktop.ui.screens.invite.message_panel import MessagePanel
from coprod_desktop.ui.screens.invite.sending_card import SendingCard
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.widgets.save_place import SavePlace

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.invitation_service import PreparedInvitations


class InvitePapers(QObject):
    """Asks where the papers go, has them made, and leads on to what was pressed or comes next.

    Signals: `changed` when something is being made, or is over; `join_wanted` when somebody joins from afar and nobody
    has said how; `told(words)` when it is over and the screen is out of sight.
    """

    changed = Signal()
    join_wanted = Signal()
    told = Signal(str)

    def __init__(
        self,
        screen: QWidget,
        services: "Services",
        bridge: MeetingBridge,
        making: Making,
        sending: SendingCard,
        message: MessagePanel,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._services = services
        self._bridge = bridge
        self._making = making
        self._sending = sending
        self._message = message
        self._pressed: QWidget = sending.make_button
        sending.make_button.clicked.connect(self._on_make)
        sending.calendar_button.clicked.connect(self._on_calendar)
        message.make_button.clicked.connect(self._on_make_messages)
        making.made.connect(self._on_made)
        making.ended.connect(self._on_ended)
        making.closed.connect(self._focus_pressed)

    def message_people(self) -> tuple[Sequence[Person], Sequence[Person]]:
        """Who gets the kind message, and who got it and did not answer; nobody while the room can see."""
        group_id = self._bridge.state.group_id
        if group_id is None or not self._bridge.sight.is_only_us:
            return (), ()
        absences = self._services.absences
        return absences.not_seen(group_id), absences.waiting(group_id)

    def _on_make(self) -> None:
        plan = self._services.invitations.plan(self._bridge.state)
        if not plan.lines:
            self._making.say(MessageKind.WARM, self.tr("Nobody gets an invitation. Ask some people first."))
        elif self._services.invitations.wants_how_to_join(plan):
            self.join_wanted.emit()
        else:
            self.make_invitations("")

    def make_invitations(self, how_to_join: str) -> None:
        """Ask where they go, and make them."""
        invitations, state = self._services.invitations, self._bridge.state
        self._pressed = self._sending.make_button
        folder = FolderPlace.ask(self._screen, self.tr("Where shall the invitations go?"))
        if folder is not None:
            prepared = invitations.prepare(invitations.plan(state), state, how_to_join=how_to_join)
            self._start(prepared, folder, self._invitations_ready)

    def _on_make_messages(self) -> None:
        people = [person.id for person in self.message_people()[0]]
        group_id = self._bridge.state.group_id
        if group_id is None or not people:
            return
        folder = FolderPlace.ask(self._screen, self.tr("Where shall the messages go?"))
        if folder is not None:
            self._pressed = self._message.make_button
            prepared = self._services.invitations.prepare_kind_messages(group_id, people)
            self._start(prepared, folder, self._messages_ready)

    def _start(self, prepared: "PreparedInvitations", folder: Path, ready_words: Callable[[int], str]) -> None:
        if self._making.work.is_running:
            return
        self._making.start(prepared, folder, ready_words)
        self.changed.emit()
        self._message.make_button.setEnabled(False)

    def _invitations_ready(self, count: int) -> str:
        one = self.tr("The invitation for 1 person is ready.")
        return one if count == 1 else self.tr("Invitations for {count} people are ready.").format(count=count)

    def _messages_ready(self, count: int) -> str:
        one = self.tr("The message for 1 person is ready.")
        return one if count == 1 else self.tr("Messages for {count} people are ready.").format(count=count)

    def _on_made(self) -> None:
        """What comes next is to say that they were sent."""
        is_message = self._pressed is self._message.make_button
        self._pressed = self._message.sent_button if is_message else self._sending.sent_button

    def _on_ended(self, had_focus: bool) -> None:
        self._message.make_button.setEnabled(True)
        self.changed.emit()
        if had_focus:  # the button to stop is gone
            self._focus_pressed()
        if not self._screen.isVisible():
            self.told.emit(self._making.words())

    def _focus_pressed(self) -> None:
        can_have_it = self._pressed.isVisible() and self._pressed.isEnabled()
        goal = self._pressed if can_have_it else self._sending.calendar_button
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_calendar(self) -> None:
        invitations, state = self._services.invitations, self._bridge.state
        suggested, kinds = SavePlace.documents() / invitations.calendar_name(state), self.tr("Calendar (*.ics)")
        path = SavePlace.ask(self._screen, self.tr("Where shall the calendar file go?"), suggested, kinds)
        if path is None:
            return
        try:
            invitations.save_calendar(state, path)
        except NotWritten as fault:
            self._making.say(MessageKind.FAILED, self.tr("The calendar file was not saved."), str(fault))
        else:
            where = self.tr("It is here: {path}").format(path=path)
            self._making.say(MessageKind.GOOD, self.tr("The calendar file is saved."), where)
