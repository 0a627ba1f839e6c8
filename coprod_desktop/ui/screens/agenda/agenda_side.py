"""Beside the agenda: the time, and who put items on, as counts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.agenda_time import agenda_time
from coprod_desktop.domain.late_start import asks_about_late_start
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import WallScene
from coprod_desktop.domain.times_of_day import is_only_a_time
from coprod_desktop.domain.wall import scene_of
from coprod_desktop.services.clock import local_time
from coprod_desktop.ui.screens.agenda.time_wanted import TimeWanted
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.agenda_voices import AgendaVoices
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.bounds_lines import BoundsLines
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class AgendaSide(ScrollColumn):
    """Cards that inform, in a column that scrolls by itself.

    Signals: `times_requested`, `breaks_requested`, `late_requested`, all from the time card; `wall_pressed` to show
    what is open and what is fixed to the room, or to take it off the wall.
    """

    times_requested = Signal()
    breaks_requested = Signal()
    late_requested = Signal()
    wall_pressed = Signal()

    def __init__(self, theme: Theme, services: "Services") -> None:
        super().__init__(theme, gap=14, margins=(0, 0, 0, 0))
        self._services = services
        self._is_instead = self._has_bounds = False
        self._time = TimeWanted(theme)
        self._voices = AgendaVoices(theme)
        time = Card(theme, self.tr("Time"), gap=4)
        time.add(self._time)
        self._voices_card = Card(theme, self.tr("Who put items on"), gap=4)
        self._voices_card.add(self._voices)
        self._voices_card.add_stretch()
        self._bounds_card = Card(theme, self.tr("What is open"), gap=10)
        self._bounds = BoundsLines(theme, words_for)
        self.show_wall = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.WALL, key="F10")
        self._bounds_card.add(self._bounds)
        self._bounds_card.add(self.show_wall)
        self.add(time)
        self.add(self._bounds_card)
        self.column.addWidget(self._voices_card, 1)
        self._time.times_requested.connect(self.times_requested)
        self._time.breaks_requested.connect(self.breaks_requested)
        self._time.late_requested.connect(self.late_requested)
        self.show_wall.clicked.connect(self.wall_pressed)

    def show_state(self, state: MeetingState, *, is_only_us: bool) -> None:
        """Show the time and the counts as they are now; the counts only if the room cannot see them."""
        group = self._services.groups.current()
        self._voices.show_agenda(state, group.perspective_labels if group else {}, is_only_us=is_only_us)
        self._show_bounds(state)
        time = agenda_time(state, local_time(self._services.clock))
        planned = [one.at for one in state.room.planned_breaks]
        first_break = planned[0] if len(planned) == 1 and is_only_a_time(planned[0]) else ""
        self._time.show_time(time, first_break=first_break, asks_late=asks_about_late_start(state, time))

    def put_first(self, part: QWidget) -> None:
        """Put something above the cards: what comes before the items."""
        self.column.insertWidget(0, part)

    def show_instead(self, part: QWidget | None) -> None:
        """Show something in the place of the counts, with the time in few words, or the counts again."""
        self._is_instead = part is not None
        self._voices_card.setVisible(part is None)
        self._bounds_card.setVisible(part is None and self._has_bounds)
        self._time.show_less(is_less=part is not None)
        if part is not None and self.column.indexOf(part) < 0:
            self.column.addWidget(part, 1)

    def _show_bounds(self, state: MeetingState) -> None:
        self._has_bounds = not state.bounds.is_empty
        self._bounds.show_bounds(state.bounds)
        is_on_wall = scene_of(state) is WallScene.BOUNDS
        self.show_wall.set_words(self.tr("Take it off the wall") if is_on_wall else self.tr("Show on the wall"))
        self._bounds_card.setVisible(self._has_bounds and not self._is_instead)
