"""Get ready: what helps people take part and how far it is, what is open and fixed, who is coming (R03 to R07)."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.need_rule import DoneBy
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.domain.ready_parts import ready_parts
from coprod_desktop.services.clock import today
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.get_ready.bounds_pair import BoundsPair
from coprod_desktop.ui.screens.get_ready.helpers_panel import HelpersPanel
from coprod_desktop.ui.screens.get_ready.line_asking import LineAsking
from coprod_desktop.ui.screens.get_ready.line_words import LineAct, LineWords
from coprod_desktop.ui.screens.get_ready.needs_card import NeedsCard
from coprod_desktop.ui.screens.get_ready.on_the_day_panel import OnTheDayPanel
from coprod_desktop.ui.screens.get_ready.print_lists_panel import PrintListsPanel
from coprod_desktop.ui.screens.get_ready.ready_acts import ReadyActs
from coprod_desktop.ui.screens.get_ready.ready_side import ReadySide
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.work_area import WorkArea

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

ASK, LISTS = "ask", "lists"
"""The parts that another place can ask for: "ready/ask", "ready/lists"."""

_ROOMY_FROM: Final = 600
"""So high the screen has room for the lines of what is open and fixed, below a list of six rows."""

_Panel = OnTheDayPanel | PrintListsPanel | HelpersPanel


class GetReadyScreen(MeetingScreen):
    """The list, with panels in its place. It names nobody but in panels that ask first who can see the screen.

    Signals: those of every screen.
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._lines: dict[str, ReadyLine] = {}
        self._staying: set[str] = set()
        self._words = LineWords(services.ready_words)
        self._acts = ReadyActs(services, bridge, self)
        self.needs = NeedsCard(theme, self._words, bridge.sight)
        self._bounds = BoundsPair(theme)
        self._side = ReadySide(theme, services, bridge)
        self._asking = LineAsking(theme, self._acts, services.clock, self)
        self._panels: dict[str, _Panel] = {}
        self._put_by: QWidget | None = None
        self._pages = OnePageStack()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Get ready")

    def on_shown(self) -> None:
        """What was done the last time goes to what is done; while we work, no row moves away under the finger."""
        self._staying.clear()
        super().on_shown()

    def show_state(self, state: MeetingState) -> None:
        """Show how far everything is now; what is being typed stays."""
        lines = self._services.ready.lines(state.id, state=state)
        self._lines = {line.key: line for line in lines}
        self._words.today = now = today(self._services.clock)
        self._words.is_over = state.details is not None and state.details.held_on < now
        self.needs.show_parts(ready_parts(lines, staying=self._staying), has_people=bool(state.attendance))
        self._bounds.show_bounds(state.bounds)
        self._arrange_bounds()
        self._side.show_state(state, done=[line.key for line in lines if line.is_done])
        self._show_buttons()
        panel = self._panel_now()
        if panel is not None:
            panel.show_state(state)
        self._show_asking()

    def show_part(self, part: str) -> None:
        """Open "ask" (met, partly, not met) or "lists" (lists to print)."""
        if part in (ASK, LISTS) and self._bridge.has_meeting:
            self._open(part)

    def focus_first(self) -> None:
        """Go to the first need that is not ready, or into the panel that is open."""
        panel = self._panel_now()
        if panel is not None:
            panel.focus_likely()
        elif self._pages.currentWidget() is self._first_page:
            self.starts_at(self.needs.first() or self._side.main)
            super().focus_first()

    def leave(self) -> bool:
        """Close the panel or the row that is open."""
        if self._pages.currentWidget() is not self._first_page:
            self._close()
            return True
        return self.needs.close_row()

    def is_half_typed(self) -> bool:
        """Whether words were typed that are not kept."""
        if self._asking.is_half_typed(self._pages.currentWidget(), self._put_by):
            return True
        return any(panel.is_half_typed() for panel in self._panels.values())

    def end(self) -> None:
        """Wait for lists that are being made."""
        for panel in self._panels.values():
            if isinstance(panel, PrintListsPanel):
                panel.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the screen is low, the list has the room."""
        super().resizeEvent(event)
        self._arrange_bounds()

    def _arrange_bounds(self) -> None:
        is_low = self.height() < self._theme.px(_ROOMY_FROM)
        self._bounds.set_close(is_close=not self._area.is_stacked and (is_low or self._bounds.is_long))

    # Parts

    def _lay_out(self) -> None:
        theme = self._theme
        first = Column(theme, gap=14)
        first.addWidget(self.needs, 1)
        first.addWidget(self._bounds)
        self._first_page = holder(first)
        for page in (self._first_page, *self._asking.pages):
            self._pages.addWidget(page)
        column = Column(theme)
        self._area = WorkArea(theme, self._pages, self._side)
        column.addWidget(self._area)
        self.setLayout(column)

    def _connect(self) -> None:
        go = self.go_requested.emit
        self.needs.step_pressed.connect(self._on_step)
        self.needs.act_pressed.connect(self._on_act)
        self.needs.people_wanted.connect(partial(go, "people"))
        self.needs.uncovered.connect(self._on_uncovered)
        self._bounds.change_wanted.connect(partial(go, "setup/bounds"))
        side = self._side
        side.about.clicked.connect(partial(go, "setup"))
        side.print.clicked.connect(partial(self._open, LISTS))
        side.welcome.clicked.connect(partial(go, "welcome"))
        side.invite.clicked.connect(partial(go, "invite"))
        side.main.clicked.connect(self._on_main)
        self._acts.acted.connect(self._on_acted)
        self._acts.told.connect(self.told)
        self._asking.page_wanted.connect(self._show_page)
        self._asking.closed.connect(self._close)
        for save in self._asking.saves:
            self.bind("F8", save)
        for key, button in (("F4", side.about), ("F8", side.main), ("Ctrl+P", side.print)):
            self.bind(key, button)
        self.follow_sight()
        self._bridge.sight.changed.connect(self._on_sight)

    # Panels

    def _show_buttons(self) -> None:
        self._side.show_buttons(self._bridge.state, is_first=self._pages.currentWidget() is self._first_page)

    def _show_asking(self) -> None:
        if self._asking.key in self._lines:
            self._asking.show_line(self._lines[self._asking.key])
        elif self._asking.key:  # the need was withdrawn meanwhile
            self._close()

    def _panel_now(self) -> _Panel | None:
        return next((one for one in self._panels.values() if one is self._pages.currentWidget()), None)

    def _open(self, key: str) -> None:
        if key not in self._panels:
            self._panels[key] = self._make_panel(key)
        self._show_page(self._panels[key])
        self._panels[key].show_state(self._bridge.state)
        self._panels[key].focus_likely()

    def _make_panel(self, key: str) -> _Panel:
        made: type[_Panel] = HelpersPanel
        if key in (ASK, LISTS):
            made = OnTheDayPanel if key == ASK else PrintListsPanel
        panel = made(self._theme, self._services, self._bridge)
        panel.closed.connect(self._close)
        if not isinstance(panel, PrintListsPanel):
            panel.acted.connect(self._on_acted)
        self._pages.addWidget(panel)
        self.bind("F8", panel.main)
        return panel

    def _show_page(self, page: QWidget) -> None:
        self._put_by = None
        self._pages.setCurrentWidget(page)
        self._show_buttons()
        self._area.arrange()
        keep_in_view(self._theme, page)

    def _close(self) -> None:
        asked_about = self._asking.forget()
        self._show_page(self._first_page)
        self.show_state(self._bridge.state)
        self.focus_first()
        if asked_about:
            self.needs.focus_row_of(asked_about)

    def _on_uncovered(self) -> None:
        """The list was made anew: the focus goes to its likeliest act, if it was on the question."""
        self._area.arrange()
        focused = self.window().focusWidget()
        if self.isVisible() and focused is not None and self.needs.isAncestorOf(focused):
            self.focus_first()

    def _on_sight(self) -> None:
        """A form tells which thing it asks about: it is put by while the room may see it, with what was typed."""
        now = self._pages.currentWidget()
        if not self._bridge.sight.is_only_us and now in self._asking.pages:
            self._show_page(self._first_page)
            self._put_by = now
            if self.isVisible():
                self.focus_first()
        elif self._bridge.sight.is_only_us and self._put_by is not None:
            page = self._put_by
            self._show_page(page)
            if self.isVisible():
                self._asking.begin(page)

    # Acts

    def _on_main(self) -> None:
        if self._side.is_before_the_day(self._bridge.state):
            self.go_requested.emit("invite")
        else:
            self._open(ASK)

    def _on_step(self, key: str) -> None:
        line = self._lines[key]
        if self.needs.wants_reason(key):
            self._on_act(key, LineAct.CANNOT)
        elif line.rule.done_by is DoneBy.HELPERS and not line.is_done:
            self._open("helpers")
        elif line.next_state is not None:
            self._staying.add(key)
            self._acts.step_on(line)
        else:
            self._open(ASK)

    def _on_act(self, key: str, act: str) -> None:
        line = self._lines[key]
        match LineAct(act):
            case LineAct.STEP_BACK:
                self._acts.step_back(line)
            case LineAct.CAN:
                self._acts.keep_reason(line, "")
            case LineAct.LOOKED_NO:
                self._acts.looked_and_it_is_not_there(line)
            case _:
                self._asking.ask(line, LineAct(act), self._words.face(line).title)

    def _on_acted(self, kind: str) -> None:
        self.acted.emit(kind)
        if self._bridge.has_meeting:
            self.show_state(self._bridge.state)
