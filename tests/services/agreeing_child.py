"""A program that is killed in the moment when, with the yes to the minutes, the times of people would be dropped."""

import os
import signal
import sys
from pathlib import Path

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.storage.engine import driver_of


def agree_and_die(folder: str, meeting_id: str) -> None:
    """Agrees the minutes; the write of what is kept instead of times ends the program, without a word."""
    services = open_services(Path(folder))
    with services.database.write() as connection:
        driver_of(connection).create_function("die", 0, _die)
        connection.exec_driver_sql(
            "CREATE TEMP TRIGGER dies BEFORE INSERT ON main.meeting_log WHEN new.kind = 'times_dropped' "
            "BEGIN SELECT die(); END"
        )
    services.editions.agree(MeetingId(meeting_id))


def _die() -> None:
    if sys.platform == "win32":
        os._exit(9)
    os.kill(os.getpid(), signal.SIGKILL)
