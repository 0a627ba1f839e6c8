"""Reads a decision back on the wall in its 2 steps: are these the right words, and do you agree (R15)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import ReadBack, ReadBackStep
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.decision_page import DecisionPage
from coprod_desktop.ui.widgets.decision_words_form import DecisionWordsForm


class ReadingBack(QObject):
    """Joins the buttons "Read it to the room" and "Ask the room" with the wall of the open meeting.

    `told` gives what is to be read in a step, or None where something is missing, which it has said by itself.
    """

    def __init__(
        self,
        bridge: MeetingBridge,
        words: DecisionWordsForm,
        page: DecisionPage,
        told: Callable[[ReadBackStep], ReadBack | None],
    ) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._words = words
        self._page = page
        self._told = told
        words.read.clicked.connect(partial(self._read, ReadBackStep.WORDS))
        page.read.clicked.connect(partial(self._read, ReadBackStep.AGREE))
        for line in (words.waits, page.waits):
            line.everyone_has_it.connect(self._on_everyone_has_it)

    def show_state(self, state: MeetingState) -> None:
        """Ask what is to be asked before a yes; whoever stepped out is told as a count, and bars nothing."""
        is_waiting = state.room.is_waiting_for_everyone
        self._words.waits.show_room(is_waiting=is_waiting, people_out=0)
        people_out = len(state.people_out) if self._page.is_draft else 0
        self._page.waits.show_room(is_waiting=is_waiting and self._page.is_draft, people_out=people_out)

    def _read(self, step: ReadBackStep) -> None:
        told = self._told(step)
        if told is not None:
            self._bridge.ask(partial(self._bridge.room.read_back, told))

    def _on_everyone_has_it(self) -> None:
        self._bridge.ask(self._bridge.room.everyone_has_it)
