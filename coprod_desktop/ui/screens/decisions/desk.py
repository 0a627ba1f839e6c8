"""The main card of the decisions screen: one panel at a time, and which item and line are looked at."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.caution_line import CautionLine
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.lines_panel import ALL_ITEMS
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.wording import words_for

T = TypeVar("T")


class Mode(Enum):
    """What the main card shows."""

    LIST = "list"
    IDEA = "idea"
    WORDS = "words"
    PAGE = "page"
    JOB = "job"
    SETTLE = "settle"
    JOIN = "join"
    SURVEY = "survey"
    TAKE_BACK = "take_back"


class Panel(Protocol):
    """What a panel of the main card must be able to do; every panel is a widget."""

    def first(self) -> QWidget:
        """Where to begin."""
        ...

    def begin(self) -> None:
        """Go there."""
        ...


class TellsErrors(Protocol):
    """A form that can say beside a field what to put right."""

    def show_error(self, key: str, words: str, /) -> bool:
        """Say it; says whether there is such a field."""
        ...


class Desk(Card):
    """Signals: `went` when another panel is in sight; `listed` on the way back to the list, to forget what was open;
    `shows_again` to draw everything anew.
    """

    went = Signal()
    listed = Signal()
    shows_again = Signal()

    def __init__(self, theme: Theme, bridge: MeetingBridge) -> None:
        super().__init__(theme, padding=20)
        self._theme = theme
        self._bridge = bridge
        self._panels: dict[Mode, Panel] = {}
        self.mode = Mode.LIST
        self.item_key = ""
        self.chosen = ""
        self._caution = CautionLine(theme)
        self.add(self._caution)

    def add_panel(self, mode: Mode, panel: Panel) -> None:
        """Add what is shown in a mode."""
        self._panels[mode] = panel
        self.add(_widget(panel), 1)
        _widget(panel).setVisible(mode is Mode.LIST)

    def panel(self) -> Panel:
        """What is in sight."""
        return self._panels[self.mode]

    def go(self, mode: Mode) -> None:
        """Show another panel and begin there."""
        self.mode = mode
        for key, other in self._panels.items():
            _widget(other).setVisible(key is mode)
        self.went.emit()
        if self.isVisible():
            self.panel().begin()
        self.keep_in_view()

    def go_to_list(self) -> None:
        """Go back to everything that is written down; what was open is forgotten."""
        self.listed.emit()
        self.go(Mode.LIST)

    def start_again(self) -> None:
        """Another meeting is shown."""
        self.item_key = self.chosen = ""
        self.go_to_list()

    def close_pictures(self) -> bool:
        """Close the pictures of the form in sight; says whether they were open."""
        panel = self.panel()
        return isinstance(panel, FormPanel) and panel.close_pictures()

    def keep_in_view(self) -> None:
        """Keep what has the focus in sight."""
        keep_in_view(self._theme, self)

    def say_caution(self, words: str) -> None:
        """A kind word above the panel, or nothing."""
        if words != self._caution.words():
            self._caution.say(words)

    # Which item

    def show_item(self, key: str) -> None:
        """Look at the lines of one item, or of all."""
        self.item_key, self.chosen = key, ""
        self.shows_again.emit()

    def shown_item(self, state: MeetingState) -> str:
        """The key of the item that is looked at: the one that was chosen, the current one, or all."""
        if self.item_key in {ALL_ITEMS, *(item.id for item in state.agenda)}:
            return self.item_key
        return state.current_item.id if state.current_item is not None else ALL_ITEMS

    def item_for_new(self) -> AgendaItemId | None:
        """What a new line belongs to."""
        state = self._bridge.state
        shown = self.shown_item(state)
        if shown != ALL_ITEMS:
            return AgendaItemId(shown)
        return state.current_item.id if state.current_item is not None else None

    # Asking

    def ask(self, form: TellsErrors, request: Callable[[], T]) -> bool:
        """Ask the meeting; a refusal is said beside the field of the form. Says whether it was done."""
        answer = self._bridge.ask(request, says_refusals=False)
        if answer.refusal is not None:
            self.say_refusal(form, answer.refusal)
        return answer.is_done

    def say_refusal(self, form: TellsErrors, refusal: NotAllowed) -> None:
        """Say beside the field what to put right, or in the window if there is no such field."""
        if not form.show_error(refusal.field, words_for(refusal.reason)):
            self._bridge.refused.emit(refusal)


def _widget(panel: Panel) -> QWidget:
    return cast("QWidget", panel)
