"""A program in which somebody presses what is about ideas and answers, in two meetings, until it is killed."""

import random
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import open_services
from tests.services.acting_child import clock_of
from tests.services.presses_of_a_year import Presses


@dataclass(frozen=True)
class Pressed:
    """What was true after something returned: how many steps each meeting had, the meetings, and what was pressed."""

    steps: tuple[int, ...]
    states: tuple[MeetingState, ...]
    act: str


def press_until_killed(folder: str, meeting_ids: list[str], round_number: int, told: Connection) -> None:
    """Presses without end, chosen by chance; what is refused is passed over."""
    chance = random.Random(round_number)
    services = open_services(Path(folder), clock=clock_of(round_number))
    with services.database.write() as connection:
        connection.exec_driver_sql("PRAGMA wal_autocheckpoint=20")
    presses = Presses(services, [MeetingId(one) for one in meeting_ids], chance, Path(folder).parent)

    def tell(act: str) -> None:
        lives = [running.live for running in presses.meetings]
        steps = tuple(len(tuple(live.workplace.log.steps(live.id))) for live in lives)
        told.send(Pressed(steps, tuple(live.state for live in lives), act))

    tell("open")
    while True:
        try:
            name = _press(presses, chance)
        except NotAllowed:
            continue
        tell(name)


def _press(presses: Presses, chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.1:
        presses.services.history.undo()
        return "undo"
    if kind < 0.15:
        presses.services.history.redo()
        return "redo"
    if kind < 0.18:
        presses.take_out(chance.choice(presses.meetings))()
        return "take_out"
    name, press = presses.one()
    press()
    return name
