"""Whatever people press in two meetings: no idea drops out of sight, Undo goes to the start and Redo back."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.ideas import waits_for_answer
from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.lines import IdeaOutcome
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.domain.replay import replay
from coprod_desktop.services.bootstrap import open_services
from tests.services.fixed_clock import FixedClock
from tests.services.presses_of_a_year import Presses, begin_two_meetings, same_when_made_anew

PRESSES = 90
LATER = date(2027, 1, 1)


class Year:
    """Two meetings of a real folder, in which somebody presses by chance; the program is closed and opened again."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder, self._chance, self._clock = folder, chance, FixedClock()
        self.services = open_services(folder / "data", clock=self._clock)
        self._ids = begin_two_meetings(self.services)
        self.presses = Presses(self.services, self._ids, chance, folder)

    @property
    def states(self) -> list[MeetingState]:
        return [running.live.state for running in self.presses.meetings]

    def press(self) -> None:
        """One press, some undone and brought back, or the program closed and opened again."""
        self._clock.pass_seconds(30)
        kind = self._chance.random()
        if kind < 0.08:
            self._undo_some()
        elif kind < 0.12:
            self._open_again()
        elif kind < 0.13:
            self._ask(lambda: self.presses.take_out(self._chance.choice(self.presses.meetings))())
        else:
            self._ask(self.presses.one()[1])

    def _undo_some(self) -> None:
        """Undo and Redo over both meetings and the people."""
        before, history = self.states, self.services.history
        count = 0
        while history.last is not None and count < 4:
            history.undo()
            count += 1
        while history.last_undone is not None and count:
            history.redo()
            count -= 1
        assert self.states == before

    def _open_again(self) -> None:
        before = self.states
        self.services.close()
        self.services = open_services(self._folder / "data", clock=self._clock)
        self.presses = Presses(self.services, self._ids, self._chance, self._folder)
        assert self.states == before

    def _ask(self, press: Callable[[], object]) -> None:
        before = self.states
        try:
            press()
        except NotAllowed:
            assert self.states == before

    def assert_nothing_vanished(self, group_id: GroupId) -> None:
        """Record, index and screens agree, and each idea without an outcome waits, or a later one of it does."""
        for live in (running.live for running in self.presses.meetings):
            assert replay(live.id, live.workplace.log.steps(live.id)) == live.state
        assert same_when_made_anew(self.services.database)
        ideas = [idea for state in self.states if state.group_id for idea in state.ideas.values()]
        again = {one.details.came_from.line_id for one in ideas
                 if one.details.came_from and one.details.outcome is not IdeaOutcome.TAKEN_BACK}  # fmt: skip
        shown = {one.line_id for one in self.services.search.waiting(group_id, LATER)}
        assert {one.id for one in ideas if waits_for_answer(one)} - again <= shown

    def undo_to_the_start_and_forward(self, group_id: GroupId) -> None:
        """Each meeting's own Undo, as after the program was closed."""
        for live in (running.live for running in self.presses.meetings):
            before, count = live.state, 0
            while live.can_undo:
                live.undo()
                count += 1
            self.assert_nothing_vanished(group_id)
            for _ in range(count):
                live.redo()
            assert live.state == before


@pytest.mark.parametrize("seed", range(3))
def test_nothing_vanishes_whatever_is_pressed(tmp_path: Path, seed: int) -> None:
    year = Year(tmp_path, random.Random(seed))
    group_id = year.presses.group_id
    for _ in range(PRESSES):
        year.press()
    year.assert_nothing_vanished(group_id)
    year.undo_to_the_start_and_forward(group_id)
    year.services.close()
