"""What the card "Who waits to hear" asks for: slips, the page of the group, and that people were told (R27)."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.services.feedback_service import ToHear
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.long_work import LongWork
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.waits_to_hear_card import Waiting, WaitsToHearCard

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.feedback_papers import Slip


class TellingActs(QObject):
    """Keeps the card true and does what it asks for.

    Signals: `acted(kind)` after something was noted, `told(words)` what went well, `warned(words)` what did not.
    """

    acted = Signal(str)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, card: WaitsToHearCard, services: "Services", bridge: MeetingBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._card, self._services, self._bridge, self._window = card, services, bridge, parent
        self._waiting: dict[str, ToHear] = {}
        self._making: tuple[Slip, ...] = ()
        self._made: tuple[Slip, ...] = ()
        self._path = Path()
        self._work = LongWork(self)
        self._work.done.connect(self._on_made)
        self._work.failed.connect(self._on_failed)
        self._connect()

    def show(self) -> None:
        """Read again who waits, also after Undo."""
        group = self._services.groups.current()
        waiting = self._services.feedback.waiting(group.id) if group is not None else ()
        self._waiting = {one.hearer.key: one for one in waiting}
        taken_out = self.tr("Some private words were taken out.")
        rows = [Waiting(key, self._called(one), one.lines[0].words or taken_out) for key, one in self._waiting.items()]
        self._card.show_waiting(rows)
        self._card.setVisible(group is not None)
        people = self._services.people.people(group.id) if group is not None else ()
        self._card.show_tellers([(person.id, self._bridge.name(person.id) or person.name) for person in people])

    def end(self) -> None:
        """Let the thread finish."""
        self._work.end()

    def _connect(self) -> None:
        card = self._card
        self._bridge.sight.changed.connect(self._on_sight)
        card.slips_requested.connect(self._on_slips)
        card.slip_requested.connect(self._on_slip)
        card.page_requested.connect(self._on_page)
        card.told_requested.connect(self._on_told)
        card.all_told_requested.connect(self._on_all_told)

    def _called(self, one: ToHear) -> str:
        """What to call them here: a real name of who is not to be named only if the room cannot see it."""
        if one.hearer.ticket is not None:
            return self.tr("Ticket number {number}").format(number=one.hearer.ticket)
        if one.name:
            return one.name
        known = self._bridge.sight.is_only_us
        hidden = self.tr("Somebody who does not want to be named")
        return (self._services.people.get(one.hearer.person_id).name if known else "") or hidden

    def _on_sight(self) -> None:
        if self._card.isVisible():
            self.show()

    # Papers

    def _on_slips(self) -> None:
        group = self._services.groups.current()
        if group is not None and self._waiting:
            self._make(self._bridge.ask(lambda: self._services.feedback_papers.slips(group.id)).value or ())

    def _on_slip(self, key: str) -> None:
        one, group = self._waiting.get(key), self._services.groups.current()
        if one is None or group is None:
            return
        made = self._bridge.ask(lambda: self._services.feedback_papers.slip_of(one.hearer, group.id))
        self._make((made.value,) if made.value is not None else ())

    def _on_page(self) -> None:
        group = self._services.groups.current()
        if group is not None:
            self._make((self._services.feedback_papers.group_page(group.id),))

    def _make(self, slips: "Sequence[Slip]") -> None:
        if not slips or self._work.is_running:
            return
        papers = self._services.feedback_papers
        name = papers.file_name(slips)
        kinds = self.tr("Text (*.txt)") if name.endswith(".txt") else self.tr("PDF (*.pdf)")
        place = SavePlace.documents() / name
        path = SavePlace.ask(self._window.window(), self.tr("Where shall we save it?"), place, kinds)
        if path is None:
            return
        self._making, self._path = tuple(slips), path
        self._work.start(lambda _tell, _is_stopped: papers.files(slips, path))
        self._card.show_busy(True)

    def _on_made(self, files: Sequence[tuple[Path, bytes]] | None) -> None:
        self._card.show_busy(False)
        if files is None:
            return
        from coprod_desktop.services.feedback_papers import NotWritten

        try:
            for path, data in files:
                self._services.feedback_papers.save(data, path)
        except NotWritten:
            self.warned.emit(self.tr("The file could not be written there. Please choose another place."))
            return
        self._remember()
        self.told.emit(self._saved_words(len(files)))

    def _remember(self) -> None:
        """What was made can be given out and noted as told; the newest slip of somebody counts."""
        made = {slip.hearer.key: slip for slip in (*self._made, *self._making) if slip.hearer is not None}
        self._made = tuple(made.values())
        self._card.show_made(is_made=bool(self._made))

    def _saved_words(self, count: int) -> str:
        if count > 1:
            return self.tr("{count} files are saved: {path}").format(count=count, path=self._path.parent)
        return self.tr("It is saved: {path}").format(path=self._path)

    def _on_failed(self, fault: Exception) -> None:
        self._services.error_log.note(fault)
        self._card.show_busy(False)
        self.warned.emit(self.tr("This page could not be made. Nothing is lost. Please try again."))

    # They were told

    def _on_told(self, key: str) -> None:
        """With a slip that was made they were told what is on it; without one, all of it in words."""
        one = self._waiting.get(key)
        if one is None:
            return
        slips = [slip for slip in self._made if slip.hearer == one.hearer]
        feedback, teller = self._services.feedback, self._teller()
        if slips:
            self._note(lambda: feedback.told([slips[-1].heard], told_by=teller))
        else:
            self._note(lambda: feedback.told_in_words(one, told_by=teller))

    def _on_all_told(self) -> None:
        heard = [slip.heard for slip in self._made]
        self._note(lambda: self._services.feedback.told(heard, told_by=self._teller()))
        self._made = ()
        self._card.show_made(is_made=False)

    def _note(self, act: Callable[[], None]) -> None:
        if self._bridge.ask(act).is_done:
            self.acted.emit("answer_told")
            self.show()

    def _teller(self) -> PersonId | None:
        return PersonId(self._card.teller()) or None
