"""Killed while ideas are joined, carried on, answered, agreed or taken out, all of an act is there or nothing."""

import multiprocessing
import random
import sys
import time
from collections import Counter
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from coprod_desktop.domain.after_events import WordsTakenOut
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.replay import replay
from coprod_desktop.services.bootstrap import Services, open_services
from tests.services.acting_child import clock_of
from tests.services.presses_of_a_year import begin_two_meetings, same_when_made_anew
from tests.services.pressing_child import Pressed, press_until_killed

KILLS = 8
MOST_TOLD = 25
LEAST_KINDS = 18


def _way_to_start() -> SpawnContext | ForkServerContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.services.pressing_child"])
    return context


def _told_until_the_end(receiving: Connection) -> list[Pressed]:
    told = []
    try:
        while True:
            told.append(receiving.recv())
    except (EOFError, OSError):
        return told


def _run_and_kill(
    folder: Path, meeting_ids: list[MeetingId], round_number: int, moments: random.Random
) -> list[Pressed]:
    started = _way_to_start()
    receiving, sending = started.Pipe(duplex=False)
    child = started.Process(target=press_until_killed, args=(str(folder), list(meeting_ids), round_number, sending))
    child.start()
    sending.close()
    told: list[Pressed] = [receiving.recv() for _ in range(moments.randint(1, MOST_TOLD))]
    time.sleep(moments.uniform(0.0, 0.03))
    child.kill()
    child.join()
    told += _told_until_the_end(receiving)
    receiving.close()
    return told


def _assert_kept(services: Services, last: Pressed) -> None:
    """What was told is there. One act more may be; if that took words out for good, the past has changed with it."""
    log = services.meetings.open(last.states[0].id).live.workplace.log
    for count, state in zip(last.steps, last.states, strict=True):
        steps = tuple(log.steps(state.id))
        assert len(steps) >= count
        if services.meetings.state(state.id).after.words_taken_out == state.after.words_taken_out:
            assert replay(state.id, steps[:count]) == state
    with services.database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def _assert_whole(services: Services, state: MeetingState) -> None:
    """No part of an act is kept alone: no sound without its idea, no edition without its page about the group."""
    for idea in state.ideas.values():
        if idea.details.recording_id:
            assert services.recordings.get(idea.details.recording_id).data
    steps = tuple(services.meetings.open(state.id).live.workplace.log.steps(state.id))
    for count, step in enumerate(steps, 1):
        for line_id in (one.line_id for one in step.events if isinstance(one, WordsTakenOut)):
            then = replay(state.id, steps[:count])  # somebody may have written other words since
            lines = [one for one in (*then.ideas.values(), *then.decisions.values()) if one.id == line_id]
            assert all(one.words == Words(text="") for one in lines)
    if state.after.edition is not None:
        assert services.editions.pages.content(state.id, state.after.edition.edition).sections


def test_a_kill_at_any_moment_keeps_all_of_an_act_or_nothing(tmp_path: Path) -> None:
    folder, moments, seen = tmp_path / "data", random.Random(20261124), Counter[str]()
    services = open_services(folder, clock=clock_of(0))
    meeting_ids = begin_two_meetings(services)
    services.close()
    for round_number in range(1, KILLS + 1):
        told = _run_and_kill(folder, meeting_ids, round_number, moments)
        seen.update(one.act for one in told)
        services = open_services(folder, clock=clock_of(round_number + 1))
        _assert_kept(services, told[-1])
        for meeting_id in meeting_ids:
            _assert_whole(services, services.meetings.state(meeting_id))
        assert same_when_made_anew(services.database)
        services.close()
    assert len(seen) > LEAST_KINDS
