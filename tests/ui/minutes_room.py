"""What the tests of the minutes screen share: the screen over a small meeting, its pages made and read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import DecisionId, PersonId
from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.copy_panel import CopyPanel
from coprod_desktop.ui.screens.minutes.findings_panel import FindingsPanel
from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen
from coprod_desktop.ui.screens.minutes.overview_panel import OverviewPanel
from coprod_desktop.ui.screens.minutes.panel import COPY, FINDINGS, OVERVIEW, MinutesPanel
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.save_place import SavePlace
from tests.pdf_words import words_of
from tests.services.fixed_clock import FixedClock
from tests.ui.screen_checks import show

PATIENCE_MS = 30_000
P = TypeVar("P", bound=MinutesPanel)


@dataclass
class MinutesRoom:
    """The screen, what is under it, and a meeting with Jo and Sam and one decision."""

    screen: MinutesScreen
    services: Services
    bridge: MeetingBridge
    group: Group
    jo: PersonId
    sam: PersonId
    decision: DecisionId
    qtbot: QtBot

    @property
    def state(self) -> MeetingState:
        """What the record says now."""
        return self.bridge.state

    @property
    def overview(self) -> OverviewPanel:
        """The first panel."""
        return self._panel(OVERVIEW, OverviewPanel)

    @property
    def findings(self) -> FindingsPanel:
        """What could be easier."""
        return self._panel(FINDINGS, FindingsPanel)

    @property
    def copy(self) -> CopyPanel:
        """One copy."""
        return self._panel(COPY, CopyPanel)

    def until_read(self) -> None:
        """Wait until what was asked for is made and checked."""
        pages = self.screen.pages
        self.qtbot.waitUntil(lambda: not pages.is_at_work and pages.report is not None, timeout=PATIENCE_MS)

    def choose(self, group: str, key: str) -> None:
        """Press a choice of the copy panel and wait for its pages."""
        self.copy.choices(group).button(key).click()
        self.until_read()

    def _panel(self, key: str, kind: type[P]) -> P:
        panel = self.screen.panel(key)
        assert isinstance(panel, kind)
        return panel


def open_minutes(
    theme: Theme, folder: Path, qtbot: QtBot, words: str = "We buy seats with arms."
) -> Iterator[MinutesRoom]:
    """The screen over a meeting that decided these words, its pages made and read; closed at the end."""
    services = open_services(folder, clock=FixedClock())
    group = services.groups.create("Bus stops working group")
    jo, sam = (services.people.add_walk_in(group.id, name) for name in ("Jo Adams", "Sam Bell"))
    details = MeetingDetails(title="Seats", held_on=FixedClock().now().date())
    running = services.meetings.begin(group.id, details, [jo.id, sam.id])
    running.requests.arrive(jo.id)
    item_id = running.requests.propose_item(AgendaItemDetails(title="Seats", proposer=Proposer(people=(jo.id,))))
    decision = running.requests.record_decision(
        Words(text=words), DecisionDetails(proposer=Proposer(people=(jo.id,)), outcome=Outcome.AGREED, item_id=item_id)
    )
    bridge = MeetingBridge(lambda: services.people.everyone(group.id))
    bridge.sight.say(can_see=False)
    bridge.open(running)
    screen = MinutesScreen(theme, services, bridge)
    qtbot.addWidget(screen)
    show(screen, width=1150, height=620)
    room = MinutesRoom(screen, services, bridge, group, jo.id, sam.id, decision, qtbot)
    room.until_read()
    yield room
    screen.end()
    services.close()


def text_of(path: Path) -> str:
    """All words of a PDF or of a text."""
    if path.suffix == ".txt":
        return " ".join(path.read_text(encoding="utf-8").split())
    return words_of(path)


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[Path]:
    """Answer with this place when the computer asks where to save; gives the places that were offered."""
    asked: list[Path] = []

    def answer(_parent: QWidget, _words: str, suggested: Path, _kinds: str) -> Path | None:
        asked.append(suggested)
        return path

    monkeypatch.setattr(SavePlace, "ask", answer)
    return asked
