"""Writing ideas down, and changing them."""

from dataclasses import replace

from PySide6.QtCore import QObject

from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.meeting_state import Idea
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.decisions.desk import Desk, Mode
from coprod_desktop.ui.widgets.idea_form import IdeaForm


class IdeaActs(QObject):
    """Joins the form of an idea with the open meeting."""

    def __init__(self, bridge: MeetingBridge, desk: Desk, form: IdeaForm) -> None:
        super().__init__(desk)
        self._bridge = bridge
        self._desk = desk
        self._form = form
        self._idea_id: IdeaId | None = None
        desk.listed.connect(self._forget)
        form.save.clicked.connect(self._on_save)

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

    def _on_save(self) -> None:
        words, details = self._form.value()
        requests, idea_id = self._bridge.requests, self._idea_id
        if idea_id is None:
            new = replace(details, item_id=self._desk.item_for_new())
            done = self._desk.ask(self._form, lambda: requests.record_idea(words, new))
        else:
            done = self._desk.ask(self._form, lambda: requests.change_idea(idea_id, words, details))
        if done:
            self._form.clear()
            self._desk.go_to_list()
