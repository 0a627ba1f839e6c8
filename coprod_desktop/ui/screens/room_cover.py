"""What lies over the meeting: pausing, breaks, stepping out, something serious. It comes and goes by a press only."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.pauses import ends_at, next_planned_break, seconds_left
from coprod_desktop.domain.room import Break
from coprod_desktop.services.clock import local_time
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.break_choice import NO_END, OFFERED_MINUTES, BreakChoice
from coprod_desktop.ui.widgets.break_page import BreakPage
from coprod_desktop.ui.widgets.calm_page import CalmPage
from coprod_desktop.ui.widgets.clock_words import easy_time
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.pause_choices import PauseChoices
from coprod_desktop.ui.widgets.paused_page import PausedPage
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.serious_page import SeriousPage
from coprod_desktop.ui.widgets.stepping_page import SteppingPage
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.work_area import WorkArea

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_LOOK_AT_CLOCK_MS = 2000
_USUAL_BREAK = OFFERED_MINUTES[1]


class CoverPage(StrEnum):
    """The pages that a person asks for; a pause and a break come from the record."""

    CHOICES = "choices"
    BREAK = "break"
    STEP_OUT = "step-out"
    SERIOUS = "serious"


class RoomCover(Screen):
    """Shows the page that fits, or says that none does. Signal: `changed` when another page, or none, is wanted."""

    changed = Signal()

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._bridge = bridge
        self._asked: CoverPage | None = None
        self._shown: CalmPage | None = None
        self._has_blanked = False
        self._is_looking = False
        self._choices = PauseChoices(theme)
        self._lengths = BreakChoice(theme)
        self._stepping = SteppingPage(theme, name=bridge.name)
        self._serious = SeriousPage(theme, bridge.sight)
        self._paused = PausedPage(theme)
        self._break = BreakPage(theme)
        self._pages = OnePageStack()
        for page in (self._choices, self._lengths, self._stepping, self._serious, self._paused, self._break):
            self._pages.addWidget(page)
        column = Column(theme)
        column.addWidget(WorkArea(theme, self._pages))
        self.setLayout(column)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AT_CLOCK_MS)
        self._timer.timeout.connect(self._on_time)
        self._connect()

    @property
    def page(self) -> CalmPage | None:
        """The page that fits now, None when the meeting itself is to be seen."""
        if not self._bridge.has_meeting or not self._bridge.state.is_open:
            return None
        room = self._bridge.state.room
        if self._asked is not None:
            return self._asked_page(self._asked)
        if room.is_paused:
            return self._paused
        return self._break if room.break_now is not None and not self._is_looking else None

    def ask(self, page: CoverPage) -> None:
        """A person asks for a page. During a pause and a break the page of these comes instead of the choices."""
        room = self._bridge.state.room
        self._is_looking = False
        is_held = room.is_paused or room.break_now is not None
        wanted = page if page in (CoverPage.SERIOUS, CoverPage.STEP_OUT) or not is_held else None
        if wanted is CoverPage.SERIOUS and self._asked is not CoverPage.SERIOUS:
            self._hide_wall()
        self._asked = wanted
        self.changed.emit()

    def put_down(self) -> None:
        """The person goes elsewhere: nothing that was asked for stays, and the wall is as it was."""
        self._asked, self._is_looking = None, False
        self._show_wall_again()

    def title(self) -> str:
        """What the page in sight says first."""
        return self._shown.title() if self._shown is not None else ""

    def on_shown(self) -> None:
        """Show the page that fits, as things are now."""
        page = self.page
        if page is None:
            return
        self._fill(page, self._bridge.state)
        is_new = page is not self._shown
        self._shown = page
        self._pages.setCurrentWidget(page)
        if is_new and self.isVisible():
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on the likeliest next act of the page."""
        if self._shown is None:
            return
        if not (self._shown is self._stepping and self._stepping.focus_first()):
            self._shown.first().setFocus()
        keep_in_view(self._theme, self._shown)

    def leave(self) -> bool:
        """Put away what was asked for, or look at the meeting during a break. A pause stays until people go on."""
        if self._asked is not None:
            self._close_asked()
        elif self._shown is self._break:
            self._is_looking = True
            self.changed.emit()
        return True

    # Filling

    def _asked_page(self, asked: CoverPage) -> CalmPage:
        pages: dict[CoverPage, CalmPage] = {
            CoverPage.CHOICES: self._choices,
            CoverPage.BREAK: self._lengths,
            CoverPage.STEP_OUT: self._stepping,
            CoverPage.SERIOUS: self._serious,
        }
        return pages[asked]

    def _fill(self, page: CalmPage, state: MeetingState) -> None:
        if page is self._lengths:
            self._lengths.offer(self._suggested(state), self._planned_words(state), has_clocks=state.has_clocks)
        elif page is self._stepping:
            self._stepping.show_people(self._bridge.by_name(state.people_here), state.people_out)
        elif page is self._serious:
            group = self._services.groups.current()
            self._serious.show_steps(group.serious_steps if group else (), is_paused=state.room.is_paused)
        elif page is self._paused:
            self._paused.show_pause(has_clocks=state.has_clocks, holds_turn=state.room.paused_turn_id is not None)
        elif page is self._break and state.room.break_now is not None:
            self._show_break(state.room.break_now, has_clocks=state.has_clocks)
        is_break = page is self._break
        if is_break != self._timer.isActive():
            self._timer.start() if is_break else self._timer.stop()

    def _show_break(self, now: Break, *, has_clocks: bool) -> None:
        end = ends_at(now)
        if end is None or now.minutes is None or not has_clocks:
            self._break.show_break(None, "")
            return
        left = seconds_left(now, local_time(self._services.clock))
        self._break.show_break(left / (now.minutes * 60), easy_time(end.isoformat(timespec="seconds")))

    def _suggested(self, state: MeetingState) -> int:
        planned = next_planned_break(state)
        if planned is not None:
            return planned.minutes
        from coprod_desktop.domain.break_hints import break_rhythm

        people = [self._bridge.person(who) for who in state.people_here]
        rhythm = break_rhythm(person for person in people if person is not None)
        return rhythm.minutes_long if rhythm is not None else _USUAL_BREAK

    def _planned_words(self, state: MeetingState) -> str:
        planned = next_planned_break(state)
        if planned is None or not state.has_clocks:
            return ""
        words = self.tr("We planned a break at {time}, for {count} minutes.")
        return words.format(time=easy_time(planned.at), count=planned.minutes)

    # Acts

    def _connect(self) -> None:
        choices, bridge = self._choices, self._bridge
        bridge.state_changed.connect(self._on_state_changed)
        for button in (choices.everything, self._serious.everything):
            button.clicked.connect(self.pause_everything)
        for page, buttons in (
            (CoverPage.BREAK, (choices.take_break,)),
            (CoverPage.STEP_OUT, (choices.steps_out,)),
            (CoverPage.SERIOUS, (choices.serious, self._paused.serious)),
        ):
            for button in buttons:
                button.clicked.connect(partial(self.ask, page))
        choices.close_meeting.clicked.connect(self._on_close_meeting)
        for back in (choices.back, self._lengths.back, self._stepping.back, self._serious.back, self._break.look):
            back.clicked.connect(self.leave)
        self._lengths.chosen.connect(self._on_length)
        self._stepping.pressed.connect(self._on_person)
        for button in (self._paused.go_on, self._break.go_on):
            button.clicked.connect(self.go_on)
            self.bind("F8", button)
        self._break.longer.clicked.connect(self._on_longer)
        self.bind("F7", self._break.longer)

    def pause_everything(self) -> None:
        """Hold everything. The wall says so, if it was only made blank for something serious."""
        self._show_wall_again()
        if self._asked is not CoverPage.SERIOUS:
            self._asked = None
        self._ask(self._bridge.room.pause_everything)

    def go_on(self) -> None:
        """Go on after a pause, or after a break."""
        room = self._bridge.state.room
        if room.is_paused:
            self._ask(self._bridge.room.resume_everything)
        elif room.break_now is not None:
            self._ask(self._bridge.room.end_break)

    def _on_length(self, minutes: int) -> None:
        self._asked = None
        self._ask(lambda: self._bridge.room.start_break(None if minutes == NO_END else minutes))

    def _on_longer(self) -> None:
        self._ask(self._bridge.room.extend_break)

    def _on_person(self, person_id: str) -> None:
        who = PersonId(person_id)
        is_out = who in self._bridge.state.people_out
        self._asked = None
        self._ask(lambda: self._bridge.room.step_back(who) if is_out else self._bridge.room.step_out(who))

    def _on_close_meeting(self) -> None:
        self._asked = None
        self.changed.emit()
        self.go_requested.emit("close")

    def _ask(self, act: Callable[[], None]) -> None:
        self._bridge.ask(act)
        self.changed.emit()

    def _close_asked(self) -> None:
        was_serious, self._asked = self._asked is CoverPage.SERIOUS, None
        if was_serious:
            self._show_wall_again()
        self.changed.emit()

    def _hide_wall(self) -> None:
        """Nobody in the room sees what is talked about; a pause that is on may stay on the wall."""
        state = self._bridge.state
        if not state.room.is_paused and not state.room.wall.is_blank:
            self._has_blanked = self._bridge.ask(self._bridge.room.blank_wall).is_done

    def _show_wall_again(self) -> None:
        if self._has_blanked:
            self._has_blanked = False
            self._bridge.ask(self._bridge.room.show_wall_again)

    def _on_state_changed(self, state: MeetingState) -> None:
        if state.room.break_now is None:
            self._is_looking = False
        self.changed.emit()

    def _on_time(self) -> None:
        now = self._bridge.state.room.break_now if self._bridge.has_meeting else None
        if now is not None and self.isVisible():
            self._show_break(now, has_clocks=self._bridge.state.has_clocks)
