"""What a press on the get ready screen does: marks, looks, breaks and reasons; each can be undone."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.break_hints import break_ideas
from coprod_desktop.domain.getting_ready import coming
from coprod_desktop.domain.need_rule import DoneBy
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.domain.venue import CheckAnswer
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.clock_words import easy_time

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class ReadyActs(QObject):
    """Asks the services. Signals: `acted(kind)` after an act; `told(words)` of something that went well."""

    acted = Signal(str)
    told = Signal(str)

    def __init__(self, services: "Services", bridge: MeetingBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge

    def step_on(self, line: ReadyLine) -> None:
        """The group's next step."""
        if line.rule.done_by is DoneBy.BREAKS and self._put_in_breaks():
            return
        if line.next_state is not None:
            ready, state = self._services.ready, self._bridge.state
            self._do(partial(ready.mark, state.id, line.key, line.next_state, state=state))

    def step_back(self, line: ReadyLine) -> None:
        """The step before: what was marked is not so."""
        if line.earlier_state is not None:
            ready, state = self._services.ready, self._bridge.state
            self._do(partial(ready.mark, state.id, line.key, line.earlier_state, state=state))

    def looked_and_it_is_not_there(self, line: ReadyLine) -> None:
        """Somebody looked, and the place does not have it."""
        ready, state = self._services.ready, self._bridge.state
        self._do(partial(ready.looked, state.id, line.key, CheckAnswer.NO, state=state))

    def keep_reason(self, line: ReadyLine, reason: str) -> bool:
        """Why the group cannot do it; empty takes it away. Says whether it is kept."""
        ready, state = self._services.ready, self._bridge.state
        return self._do(partial(ready.say_why_not, state.id, line.key, reason, state=state))

    def keep_day(self, line: ReadyLine, day: date) -> bool:
        """The day of the latest step. Says whether it is kept."""
        ready, state = self._services.ready, self._bridge.state
        return self._do(partial(ready.was_on, state.id, line.key, day, state=state))

    def _put_in_breaks(self) -> bool:
        """Plan the breaks that the people coming need; says whether there were any to plan."""
        state = self._bridge.state
        ideas = break_ideas(state, coming(state, self._bridge.everyone))
        if not ideas:
            return False
        breaks = (*state.room.planned_breaks, *ideas)
        plan = partial(self._bridge.requests.plan_times, breaks, state.room.fixed_ends)
        if self._bridge.ask(plan).is_done:
            times = ", ".join(easy_time(one.at) for one in ideas)
            self.told.emit(self.tr("Breaks are in the plan: {times}.").format(times=times))
        return True

    def _do(self, act: Callable[[], None]) -> bool:
        is_done = self._bridge.ask(act).is_done
        if is_done:
            last = self._services.history.last
            self.acted.emit(last.kind if last is not None else "")
        return is_done
