"""The room remembers: what was said before on the same thing comes up while an item is typed (R44)."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.agenda.agenda_side import AgendaSide
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.item_panel import ItemPanel
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.remembered_card import RememberedCard

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.memory_service import KeptItem, Remembered

WAIT_MS: Final = 150
"""How long nobody must have typed before it is looked for."""


class Remembering(QObject):
    """Feeds the card of what is remembered, and knows what earlier meetings kept.

    Signals: `item_wanted(item id)` for an item of an earlier meeting that shall go on again; `told(words)` with the
    whole words of a line.
    """

    item_wanted = Signal(str)
    told = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._services = services
        self._bridge = bridge
        self._words = ""
        self._kept: tuple[KeptItem, ...] = ()
        self._kept_for: tuple[object, ...] | None = None
        self._found: tuple[Remembered, ...] = ()
        self.card = RememberedCard(theme)
        self.card.line_chosen.connect(self._on_line)
        column = Column(theme)
        column.addWidget(self.card)
        column.addStretch(1)
        self._place = holder(column)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._look)

    def kept(self, state: MeetingState) -> "tuple[KeptItem, ...]":
        """What earlier meetings kept and this agenda does not have; asked again only when the items are others."""
        asked_for = (state.id, *(item.details.title for item in state.agenda))
        if asked_for != self._kept_for:
            self._kept_for = asked_for
            self._kept = self._services.memory.kept_for_later(state.id)
        return self._kept

    def kept_item(self, item_id: str) -> "KeptItem | None":
        """One of them."""
        return next((one for one in self._kept if one.item_id == item_id), None)

    def place(self, panel: ItemPanel, side: AgendaSide, *, is_stacked: bool) -> None:
        """Beside the panel, where it moves nothing when it comes up; in a narrow window under the words."""
        if is_stacked:
            panel.put_under_words(self._place)
        side.show_instead(None if is_stacked else self._place)
        self._place.show()

    def hide(self, side: AgendaSide) -> None:
        """The words are not typed any more."""
        self._wait.stop()
        self._place.hide()
        side.show_instead(None)
        self._show(())
        self.card.forget_told()

    def on_typed(self, words: str) -> None:
        """Look when nobody has typed for a moment."""
        self._words = words
        self._wait.start()

    def _look(self) -> None:
        if self._bridge.has_meeting:
            self._show(self._services.memory.remembered(self._bridge.meeting_id, self._words))

    def _show(self, found: "tuple[Remembered, ...]") -> None:
        self._found = found
        self.card.show_remembered(found)

    def _on_line(self, line_id: str) -> None:
        """An item that was kept goes on again; of anything else the whole words are told."""
        line = next((one for one in self._found if one.line_id == line_id), None)
        if self.kept_item(line_id) is not None:
            self.item_wanted.emit(line_id)
        elif line is not None:
            self.told.emit(line.words)
