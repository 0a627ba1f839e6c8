"""Writing ideas down, and changing them; a drawing, a photo or a recording is brought in with its idea (R14)."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.ids import GroupId, IdeaId
from coprod_desktop.domain.lines import IdeaDetails, Medium, Words
from coprod_desktop.domain.meeting_state import Idea
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.decisions.desk import Desk, Mode
from coprod_desktop.ui.screens.decisions.recording_words import recording_fault_words
from coprod_desktop.ui.widgets.idea_form import IdeaForm
from coprod_desktop.ui.widgets.open_place import OpenPlace

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_SOUNDS = "*.mp3 *.wav *.ogg *.flac *.m4a *.webm"
_PICTURES = "*.jpg *.jpeg *.png *.webp *.bmp *.gif *.tif *.tiff"
_WORD_LETTERS = 40


class IdeaActs(QObject):
    """Joins the form of an idea with the open meeting. Signal: `ticketed(number)` after an idea without a name."""

    ticketed = Signal(int)

    def __init__(self, services: "Services", bridge: MeetingBridge, desk: Desk, form: IdeaForm) -> None:
        super().__init__(desk)
        self._services = services
        self._bridge = bridge
        self._desk = desk
        self._form = form
        self._idea_id: IdeaId | None = None
        desk.listed.connect(self._forget)
        form.save.clicked.connect(self._on_save)
        form.medium.file_requested.connect(self._on_file)

    def write(self) -> None:
        """Begin a new idea; half-typed words of a new one stay."""
        if self._form.is_change:
            self._form.clear()
        self._idea_id = None
        self._desk.go(Mode.IDEA)

    def change(self, idea: Idea) -> None:
        """Open an idea that is in the record."""
        self._idea_id = idea.id
        self._form.show_idea(idea.words, idea.details)
        self._desk.go(Mode.IDEA)

    def _forget(self) -> None:
        self._idea_id = None

    def _on_file(self) -> None:
        is_sound = self._form.medium.chosen() is Medium.RECORDING
        kinds = f"{self.tr('Sound')} ({_SOUNDS})" if is_sound else f"{self.tr('Pictures')} ({_PICTURES})"
        path = OpenPlace.ask(self._desk.window(), self.tr("Choose the file"), kinds)
        if path is not None:
            self._form.medium.take(path)

    def _on_save(self) -> None:
        words, details = self._form.value()
        idea_id = self._idea_id
        requests, kept = self._bridge.requests, idea_id
        if self._form.medium.needs_file():
            self._form.show_error("medium", self.tr("Please choose the file."))
            return
        if idea_id is None:
            new = replace(details, item_id=self._desk.item_for_new())
            kept = self._record(words, new)
            done = kept is not None
        else:
            done = self._desk.ask(self._form, lambda: requests.change_idea(idea_id, words, details))
        if done and kept is not None:
            had_ticket = details.ticket
            self._form.clear()
            self._desk.go_to_list()
            self._tell_ticket(kept, had_ticket)

    def _record(self, words: Words, details: IdeaDetails) -> IdeaId | None:
        """Keep the idea with what was brought in, as one act."""
        path, group_id = self._form.medium.path, self._bridge.state.group_id
        if path is None or group_id is None:
            return self._kept(lambda: self._bridge.requests.record_idea(words, details))
        with_file = self._with_sound if details.medium is Medium.RECORDING else self._with_picture

        def record() -> IdeaId:
            with self._services.history.together("idea_recorded"):
                return self._bridge.requests.record_idea(words, with_file(words, details, path, group_id))

        return self._kept(record)

    def _kept(self, record: Callable[[], IdeaId]) -> IdeaId | None:
        from coprod_desktop.services.own_picture_service import PictureRefused
        from coprod_desktop.services.recording_service import RecordingRefused
        from coprod_desktop.ui.widgets.picture_fault_words import picture_fault_words

        try:
            answer = self._bridge.ask(record, says_refusals=False)
        except PictureRefused as refused:
            self._form.show_error("medium", picture_fault_words(refused.fault))
            return None
        except RecordingRefused as refused_sound:
            self._form.show_error("medium", recording_fault_words(refused_sound.fault))
            return None
        if answer.refusal is not None:
            fields = {"alt": "text", "word": "text"}
            refusal = answer.refusal
            refusal.field = fields.get(refusal.field, refusal.field)
            self._desk.say_refusal(self._form, refusal)
        return answer.value

    def _with_picture(self, words: Words, details: IdeaDetails, path: Path, group_id: GroupId) -> IdeaDetails:
        people = self._form.medium.people.value() if details.medium is Medium.PHOTO else ()
        said = words.printed.strip()
        pictures = self._services.own_pictures
        added = pictures.add_photo(group_id, path, said[:_WORD_LETTERS], said, people, is_idea=True)
        return replace(details, picture=added.picture.picture_word)

    def _with_sound(self, _words: Words, details: IdeaDetails, path: Path, group_id: GroupId) -> IdeaDetails:
        return replace(details, recording_id=self._services.recordings.bring_in(group_id, path))

    def _tell_ticket(self, idea_id: IdeaId, before: int | None) -> None:
        idea = self._bridge.state.ideas.get(idea_id)
        ticket = idea.details.ticket if idea is not None else None
        if ticket is not None and ticket != before:
            self.ticketed.emit(ticket)
