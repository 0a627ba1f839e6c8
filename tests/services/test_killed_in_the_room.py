"""Killed at any moment of a live meeting, the program opens with the queue, the clock and the wall as they were."""

import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from coprod_desktop.domain.events import PauseReason, Step
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.replay import replay
from coprod_desktop.domain.room import Wall
from coprod_desktop.domain.wall import scene_of
from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.services.turn_requests import HEARTBEAT_MS
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog
from tests.services.acting_child import MOST_SECONDS_BETWEEN, Told, act_until_killed, clock_of

KILLS = 40
MOST_TOLD = 150
LEAST_KINDS = 25
"""Of the acts that chance presses; what is refused is not told."""
_NAMES = ("Jo", "Sam", "Ann", "Kim", "Lea")


def _way_to_start() -> SpawnContext | ForkServerContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.services.acting_child"])
    return context


def _meeting(folder: Path) -> MeetingId:
    services = open_services(folder, clock=clock_of(0))
    group = services.groups.create("Riverside")
    people = [services.people.add_walk_in(group.id, name).id for name in _NAMES]
    running = services.meetings.begin(group.id, MeetingDetails(title="Seats", held_on=date(2026, 11, 24)), people)
    for who in people:
        running.requests.arrive(who)
    item = AgendaItemDetails(title="Seats", proposer=Proposer(source=Source.WHOLE_GROUP))
    running.requests.open_item(running.requests.propose_item(item))
    running.turns.set_length(120)
    services.close()
    return running.live.id


def _told(receiving: Connection, least: int, seconds: float) -> list[Told]:
    """What was told until it was so many things, and in so many seconds after that."""
    told: list[Told] = [receiving.recv() for _ in range(least)]
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and receiving.poll(left):
        told.append(receiving.recv())
    return told


def _told_until_the_end(receiving: Connection) -> list[Told]:
    told = []
    try:
        while True:
            told.append(receiving.recv())
    except (EOFError, OSError):
        return told


def _run_and_kill(folder: Path, meeting_id: MeetingId, round_number: int, moments: random.Random) -> list[Told]:
    started = _way_to_start()
    receiving, sending = started.Pipe(duplex=False)
    child = started.Process(target=act_until_killed, args=(str(folder), meeting_id, round_number, sending))
    child.start()
    sending.close()
    told = _told(receiving, moments.randint(1, MOST_TOLD), moments.uniform(0.0, 0.01))
    child.kill()
    child.join()
    told += _told_until_the_end(receiving)
    receiving.close()
    return told


def _steps(folder: Path, meeting_id: MeetingId) -> Sequence[Step]:
    database = Database.open(folder)
    steps = tuple(MeetingLog(database).steps(meeting_id))
    with database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    database.close()
    return steps


def test_a_kill_at_any_moment_keeps_queue_clock_and_wall(tmp_path: Path) -> None:
    folder, moments, seen = tmp_path / "data", random.Random(20261124), Counter[str]()
    meeting_id = _meeting(folder)
    for round_number in range(1, KILLS + 1):
        told = _run_and_kill(folder, meeting_id, round_number, moments)
        last, steps = told[-1], _steps(folder, meeting_id)
        seen.update(one.act for one in told)
        # One act may have been kept, and killed before it could say so; an undo holds a turn by a step of its own.
        assert last.steps <= len(steps) <= last.steps + 2
        assert replay(meeting_id, steps[: last.steps]) == last.state
        _assert_opens_as_it_was(folder, last, replay(meeting_id, steps), round_number)
        seen.update(_what_was_going_on(replay(meeting_id, steps)))
    assert len(seen) > LEAST_KINDS
    assert {"a turn that ran", "a queue", "all paused or a break", "a wall that was chosen"} <= seen.keys()


def _assert_opens_as_it_was(folder: Path, last: Told, kept: MeetingState, round_number: int) -> None:
    services = open_services(folder, clock=clock_of(round_number + 1))
    opened = services.meetings.open(kept.id)
    state, turn = opened.live.state, kept.current_turn
    assert state.hands == kept.hands
    assert state.room == kept.room
    assert scene_of(state) is scene_of(kept)
    if turn is None or turn.is_paused:
        assert state == kept
    else:
        held = replace(turn, is_paused=True, pause_reason=PauseReason.PROGRAM_STOPPED, used_ms=opened.turns.used_ms)
        assert state == replace(kept, turns={**kept.turns, turn.id: held})
        assert opened.turns.held is not None
    before = last.state.current_turn
    if turn is not None and before is not None and turn.id == before.id:
        assert last.used_ms - HEARTBEAT_MS <= opened.turns.used_ms <= last.used_ms + MOST_SECONDS_BETWEEN * 1000
    services.close()


def _what_was_going_on(state: MeetingState) -> list[str]:
    turn, room = state.current_turn, state.room
    signs = {
        "a turn that ran": turn is not None and not turn.is_paused,
        "a queue": bool(state.hands),
        "all paused or a break": room.is_paused or room.break_now is not None,
        "a wall that was chosen": room.wall != Wall(),
    }
    return [words for words, is_so in signs.items() if is_so]
