"""The letter to whoever must still say yes, and the day on which they were asked (R45)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import DecisionId
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.paper_saving import PaperSaving
from coprod_desktop.ui.widgets.waited_for_acts import WaitedForActs

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class LetterActs(QObject):
    """Joins the acts of those who are waited for with the open meeting. Signals: `told(words)`; `warned(words)`."""

    told = Signal(str)
    warned = Signal(str)

    def __init__(self, services: "Services", bridge: MeetingBridge, acts: WaitedForActs, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._bridge = bridge
        self._decision_id: DecisionId | None = None
        self._saving = PaperSaving(services, window)
        self._saving.told.connect(self.told)
        self._saving.warned.connect(self.warned)
        acts.letter_requested.connect(self._on_letter)
        acts.asked_today.connect(self._on_asked_today)

    def show_decision(self, decision_id: DecisionId | None) -> None:
        """Which decision is open."""
        self._decision_id = decision_id

    def end(self) -> None:
        """Wait for what is being made."""
        self._saving.end()

    def _on_letter(self, place: int) -> None:
        decision_id, bridge = self._decision_id, self._bridge
        if decision_id is None:
            return
        paper = bridge.ask(partial(self._services.letters.letter, bridge.meeting_id, decision_id, place)).value
        if paper is not None:
            self._saving.save(paper)

    def _on_asked_today(self, place: int) -> None:
        if self._decision_id is not None:
            self._bridge.ask(partial(self._bridge.requests.others_asked, self._decision_id, place))
