"""What comes out of an idea again: a recording to hear or to save, and a slip with the number of a ticket."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.meeting_state import Idea
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.decisions.desk import Desk
from coprod_desktop.ui.widgets.long_work import LongWork
from coprod_desktop.ui.widgets.paper_saving import PaperSaving
from coprod_desktop.ui.widgets.save_place import SavePlace

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class IdeaFiles(QObject):
    """Signals: `told(words)` what went well, `warned(words)` what did not."""

    told = Signal(str)
    warned = Signal(str)

    def __init__(self, services: "Services", bridge: MeetingBridge, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._bridge = bridge
        self._desk = desk
        self._stop = threading.Event()
        self._playing = LongWork(self)
        self._playing.done.connect(self._on_played)
        self._saving = PaperSaving(services, desk)
        self._saving.told.connect(self.told)
        self._saving.warned.connect(self.warned)

    def listen(self, idea: Idea) -> None:
        """Play a recording, or stop it if it plays."""
        if self._playing.is_running:
            self._stop.set()
            return
        try:
            recording = self._services.recordings.get(idea.details.recording_id)
        except NotAllowed as refusal:
            self._bridge.refused.emit(refusal)
            return
        self._stop = stop = threading.Event()
        recordings = self._services.recordings
        self._playing.start(lambda _tell, _is_stopped: recordings.play(recording, stop))

    def save_sound(self, idea: Idea) -> None:
        """Save a recording as the file that was brought in."""
        from coprod_desktop.services.recording_service import ENDINGS, NotWritten

        try:
            ending = ENDINGS[self._services.recordings.get(idea.details.recording_id).media_type]
        except NotAllowed as refusal:
            self._bridge.refused.emit(refusal)
            return
        place = SavePlace.documents() / f"idea{ending}"
        path = SavePlace.ask(self._desk.window(), self.tr("Where shall we save it?"), place, f"*{ending}")
        if path is None:
            return
        try:
            self._services.recordings.save_out(idea.details.recording_id, path)
        except NotWritten:
            self.warned.emit(self.tr("The file could not be written there. Please choose another place."))
        else:
            self.told.emit(self.tr("It is saved: {path}").format(path=path))

    def save_slip(self, number: int) -> None:
        """Make the slip with a number, to give to whoever had the idea."""
        group_id = self._bridge.state.group_id
        if group_id is not None:
            self._saving.save(self._services.tickets.slip(group_id, number))

    def end(self) -> None:
        """Let threads finish."""
        self._stop.set()
        self._playing.end()
        self._saving.end()

    def _on_played(self, could: object) -> None:
        if could is False:
            self.warned.emit(self.tr("This sound cannot be played here. You can save it and open it."))
