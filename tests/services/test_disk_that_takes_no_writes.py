"""On a disk that can only be read, each act about ideas and answers is told as a fault, and nothing has changed."""

import random
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.storage.engine import driver_of
from coprod_desktop.storage.faults import FaultReason, StorageFault
from tests.services.acting_child import clock_of
from tests.services.presses_of_a_year import Presses, begin_two_meetings, same_when_made_anew

PRESSES_BEFORE, PRESSES = 120, 400
LEAST_KINDS = 25


def test_each_act_is_told_and_nothing_has_changed(tmp_path: Path) -> None:
    services, chance, faults = open_services(tmp_path / "data", clock=clock_of(0)), random.Random(6), Counter[str]()
    presses = Presses(services, begin_two_meetings(services), chance, tmp_path)
    for _ in range(PRESSES_BEFORE):
        with suppress(NotAllowed):
            presses.one()[1]()
    while services.search.prepare():
        pass
    services.history.undo()
    before = _all(services, presses)
    with services.database.write() as connection:
        driver = driver_of(connection)
    driver.execute("PRAGMA query_only = 1")
    told: set[FaultReason] = set()
    for number in range(PRESSES):
        with suppress(NotAllowed):
            name, press = presses.one()
            try:
                press()
            except StorageFault as fault:
                told.add(fault.reason)
                faults[name] += 1
        assert _all(services, presses) == before, f"press {number}"
    for act in (services.history.undo, services.history.redo, presses.take_out(presses.meetings[0])):
        with pytest.raises(StorageFault):
            act()
        assert _all(services, presses) == before
    driver.execute("PRAGMA query_only = 0")
    assert told == {FaultReason.FOLDER_CANNOT_BE_WRITTEN}
    assert len(faults) > LEAST_KINDS, faults
    services.history.redo()
    assert same_when_made_anew(services.database)
    services.close()


def _all(services: Services, presses: Presses) -> tuple[tuple[MeetingState, ...], object, object]:
    """The meetings as they are shown and as the record tells them, and what Undo and Redo would do."""
    shown = tuple(one.live.state for one in presses.meetings)
    return shown, services.history.last, services.history.last_undone
