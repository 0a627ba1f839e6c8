"""Minutes are agreed and the times of people dropped, both or neither: on a full disk, and when killed."""

import multiprocessing
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.storage.erasure import Erasure
from coprod_desktop.storage.faults import StorageFault
from tests.services.agreeing_child import agree_and_die
from tests.services.fixed_clock import FixedClock
from tests.services.test_acts_are_whole import full


@pytest.fixture
def talk(services: Services, group: Group, clock: FixedClock) -> RunningMeeting:
    """A finished meeting in which one person spoke."""
    jo = services.people.add_walk_in(group.id, "Jo")
    running = services.meetings.begin(group.id, MeetingDetails(title="Talk", held_on=date(2026, 11, 17)), [jo.id])
    running.requests.arrive(jo.id)
    running.turns.start(jo)
    for _ in range(7):
        clock.pass_seconds(1)
        running.turns.tick()
    running.turns.end()
    running.requests.finish()
    return running


@pytest.mark.parametrize("moment", ["INSERT ON meeting_log WHEN new.kind = 'times_dropped'", "UPDATE ON meeting_log"])
def test_on_a_full_disk_minutes_are_not_agreed_while_times_stay(
    services: Services, talk: RunningMeeting, moment: str
) -> None:
    before = talk.live.state
    with full(services, moment), pytest.raises(StorageFault):
        services.editions.agree(talk.live.id)
    assert talk.live.state == before
    assert not services.editions.standing(talk.live.id).is_agreed
    assert Erasure(services.database).has_times(talk.live.id)

    services.editions.agree(talk.live.id)
    assert services.editions.standing(talk.live.id).is_agreed
    assert not Erasure(services.database).has_times(talk.live.id)
    services.history.undo()
    assert not services.editions.standing(talk.live.id).is_agreed
    services.history.redo()
    assert services.editions.standing(talk.live.id).is_agreed


def test_killed_between_the_yes_and_the_times_neither_is_done_and_it_can_be_done_again(
    services: Services, talk: RunningMeeting, tmp_path: Path
) -> None:
    meeting_id = talk.live.id
    services.close()
    child = multiprocessing.get_context("spawn").Process(
        target=agree_and_die, args=(str(tmp_path / "data"), str(meeting_id))
    )
    child.start()
    child.join()
    assert child.exitcode not in (0, 1), "it was killed, and did not fail in another way"

    again = open_services(tmp_path / "data")
    assert not again.editions.standing(meeting_id).is_agreed
    assert Erasure(again.database).has_times(meeting_id)
    again.editions.agree(meeting_id)
    assert not Erasure(again.database).has_times(meeting_id)
    again.close()


def test_agreeing_leaves_no_byte_of_the_times_in_the_file(services: Services, talk: RunningMeeting) -> None:
    held = b'"used_ms":7000'
    files = list(services.folder.glob("coprod.sqlite*"))
    assert any(held in path.read_bytes() for path in files)
    services.editions.agree(talk.live.id)
    assert not any(held in path.read_bytes() for path in services.folder.glob("coprod.sqlite*"))
