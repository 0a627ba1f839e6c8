"""The print pack: 12 people's own copies in 4 layouts against one easy-read copy of the same meeting."""

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.paths import resources_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.minutes_service import MinutesOrder
from coprod_desktop.services.pack_service import HowMade
from tests.benchmarks.report import Measure, ratio_of_rounds

NAMES = ("pack",)
COPIES = 12
ROUNDS = 7

LAYOUTS = (
    MinutesChoice(size_pt=16),
    MinutesChoice(size_pt=16, pictures=False),
    MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=20),
    MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=28),
)


def measure() -> list[Measure]:
    """Make the whole pack, written and checked, and one common easy-read copy, in turns; CPU time of both."""
    with TemporaryDirectory() as folder:
        services = open_services(Path(folder) / "data")
        meeting_id = _meeting(services)
        out = Path(folder)

        def pack() -> None:
            made = services.packs.make(services.packs.plan(meeting_id), out, HowMade.ONE_PER_PERSON)
            assert made is not None
            assert sum(len(file.formats) for file in made.files) == COPIES

        def one_copy() -> None:
            services.minutes.render(services.minutes.content(meeting_id), MinutesOrder())

        rounds = [(_cpu(pack), _cpu(one_copy)) for _ in range(ROUNDS + 1)][1:]
        services.close()
    ratio = ratio_of_rounds([ours for ours, _ in rounds], [floor for _, floor in rounds])
    return [Measure("pack", ratio, 6.0, f"one easy-read copy; {COPIES} own copies in {len(LAYOUTS)} layouts")]


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def _meeting(services: Services) -> MeetingId:
    """The sample meeting with 12 people on its list, who want 4 layouts between them."""
    sample = resources_folder() / "sample" / "riverside-team-up.json"
    meeting_id = services.records.import_file(sample).meeting_id
    assert meeting_id is not None
    meeting = services.meetings.open(meeting_id)
    group_id = meeting.live.state.group_id
    assert group_id is not None
    there = [person for person in services.people.people(group_id) if person.id in meeting.live.state.attendance]
    more = [services.people.add_walk_in(group_id, f"Visitor {number}") for number in range(len(there), COPIES)]
    meeting.requests.expect([person.id for person in more])
    for person, choice in zip((there + more)[:COPIES], cycle(LAYOUTS), strict=False):
        services.people.save(replace(services.people.get(person.id), minutes=choice))
    return meeting_id
