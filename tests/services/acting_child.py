"""A program with a live room in which somebody presses one thing after the other, until it is killed.

Each act, and each look at the clock, is told only after it returned.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.domain.room import NextRule, ReadBack, WallScene
from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.services.fixed_clock import FixedClock

MOST_SECONDS_BETWEEN = 9
_READ_BACK = ReadBack(words="We buy seats.", proposer=Proposer(source=Source.WHOLE_GROUP))


@dataclass(frozen=True)
class Told:
    """What was true after something returned: how many steps were written, the meeting, and the time spoken."""

    steps: int
    state: MeetingState
    used_ms: int
    act: str


def clock_of(round_number: int) -> FixedClock:
    """The clock of one run of the program; each begins an hour after the one before."""
    return FixedClock(datetime(2026, 11, 24, 10, tzinfo=UTC) + timedelta(hours=round_number))


def act_until_killed(folder: str, meeting_id: str, round_number: int, told: Connection) -> None:
    """Presses without end, chosen by chance; what is refused is passed over."""
    clock, chance = clock_of(round_number), random.Random(round_number)
    services = open_services(Path(folder), clock=clock)
    with services.database.write() as connection:
        # So that some kills land while pages are moved from the -wal into the file.
        connection.exec_driver_sql("PRAGMA wal_autocheckpoint=20")
    running = services.meetings.open(MeetingId(meeting_id))
    live = running.live
    group_id = live.state.group_id
    assert group_id is not None
    people = services.people.people(group_id)
    steps = len(tuple(live.workplace.log.steps(live.id)))

    def count_step() -> None:
        nonlocal steps
        steps += 1

    live.listen(count_step)

    def tell(act: str) -> None:
        told.send(Told(steps, live.state, running.turns.used_ms, act))

    tell("open")
    while True:
        for _ in range(chance.randint(0, MOST_SECONDS_BETWEEN)):
            clock.pass_seconds(1)
            running.turns.tick()
            tell("tick")
        name, press = chance.choice(presses(running, people, chance))
        try:
            press()
        except NotAllowed:
            continue
        tell(name)


def presses(
    running: RunningMeeting, people: tuple[Person, ...], chance: random.Random
) -> list[tuple[str, Callable[[], object]]]:
    """What can be pressed, each with somebody or something by chance."""
    turns, room, live = running.turns, running.room, running.live
    person, other = chance.sample(people, 2)
    return [
        ("hand", partial(turns.raise_hand, person.id)),
        ("hand", partial(turns.raise_hand, other.id)),
        ("lower", partial(turns.lower_hand, person.id)),
        ("start", partial(turns.start, person)),
        ("start", partial(turns.start, person)),
        ("start", partial(turns.start, person)),
        ("start", partial(turns.start, other, with_people=(person.id,))),
        ("add", partial(turns.add, person)),
        ("wants to add", partial(room.want_to_add, person.id)),
        ("pause", partial(turns.pause, chance.choice((PauseReason.ASKED, PauseReason.THINKING)))),
        ("pause", partial(turns.pause, chance.choice((PauseReason.ASKED, PauseReason.THINKING)))),
        ("pause", partial(turns.pause, chance.choice((PauseReason.ASKED, PauseReason.THINKING)))),
        ("resume", turns.resume),
        ("resume", turns.resume),
        ("extend", turns.extend),
        ("end", turns.end),
        ("interrupt", turns.interrupt),
        ("go-round", room.start_go_round),
        ("pass", partial(room.pass_in_round, person.id)),
        ("come back", partial(room.come_back_in_round, person.id)),
        ("end go-round", room.end_go_round),
        ("talk", partial(room.start_conversation, (person.id, other.id))),
        ("tap", partial(turns.tap, person.id)),
        ("stop talking", turns.end_conversation),
        ("pause all", room.pause_everything),
        ("go on", room.resume_everything),
        ("go on", room.resume_everything),
        ("break", partial(room.start_break, chance.choice((None, 10)))),
        ("longer", room.extend_break),
        ("end break", room.end_break),
        ("end break", room.end_break),
        ("out", partial(room.step_out, person.id)),
        ("back", partial(room.step_back, person.id)),
        ("card", partial(room.show_card, chance.choice(("red", "yellow")))),
        ("scene", partial(room.choose_scene, chance.choice((WallScene.FOLLOW, WallScene.AGENDA, WallScene.WELCOME)))),
        ("read back", partial(room.read_back, _READ_BACK)),
        ("blank", room.blank_wall),
        ("show again", room.show_wall_again),
        ("rule", partial(room.set_next_rule, chance.choice(list(NextRule)))),
        ("everyone", partial(room.set_everyone_check, is_on=chance.random() < 0.3)),
        ("has it", room.everyone_has_it),
        ("undo", live.undo),
        ("redo", live.redo),
    ]
