"""A program that is killed at any moment loses nothing that it was told is kept."""

import multiprocessing
import random
import sys
import time
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore
from tests.storage.appending_child import MEETING, append_until_killed, header_after, step_of

KILLS = 50


def _way_to_start() -> SpawnContext | ForkServerContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["coprod_desktop.storage.meeting_log"])
    return context


def _told(receiving: Connection, seconds: float) -> list[str]:
    """What was told in so many seconds after the first act."""
    told = [receiving.recv()]
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and receiving.poll(left):
        told.append(receiving.recv())
    return told


def _told_until_the_end(receiving: Connection) -> list[str]:
    told = []
    try:
        while True:
            told.append(receiving.recv())
    except (EOFError, OSError):
        return told


def test_no_act_is_lost_when_the_program_is_killed(folder: Path) -> None:
    moments = random.Random(20260501)
    started = _way_to_start()
    Database.open(folder).close()
    expected: list[str] = []

    for round_number in range(KILLS):
        receiving, sending = started.Pipe(duplex=False)
        child = started.Process(target=append_until_killed, args=(str(folder), round_number, sending))
        child.start()
        sending.close()
        told = _told(receiving, moments.uniform(0.0, 0.12))
        child.kill()
        child.join()
        told += _told_until_the_end(receiving)
        receiving.close()

        database = Database.open(folder)
        kept = MeetingLog(database).steps(MEETING)
        expected += told
        if len(kept) == len(expected) + 1:
            # Kept, and killed before it could say so.
            expected.append(step_of(round_number, len(told)).id)
        assert [step.id for step in kept] == expected
        assert all(step == step_of(*map(int, step.id.split("-"))) for step in kept[-len(told) - 1 :])
        assert MeetingStore(database).header(MEETING) == header_after(kept[-1])
        assert MeetingLog(database).record_number(MEETING) == 2 * len(kept)
        with database.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        database.close()

    assert len(expected) > KILLS
