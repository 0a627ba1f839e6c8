"""Minutes: every format from one record, a size that can be printed, a file that is whole, a note in the record."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.events import MinutesMade
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.minutes_service import MinutesOrder
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.storage.meeting_log import MeetingLog

DETAILS = MeetingDetails(title="First", held_on=date(2026, 1, 1))


def test_making_pages_leaves_the_meeting_where_it_was_in_the_lists(
    services: Services, group: Group, tmp_path: Path
) -> None:
    first = services.meetings.begin(group.id, DETAILS)
    services.meetings.begin(group.id, MeetingDetails(title="Second", held_on=date(2026, 1, 2)))
    number = first.live.record_number
    services.minutes.save(first.live.id, tmp_path / "pages.txt", MinutesFormat.PLAIN_TEXT)
    log = MeetingLog(services.database)
    assert [header.title for header in services.meetings.headers(group.id)] == ["Second", "First"]
    assert log.record_number(first.live.id) == number
    assert isinstance(log.steps(first.live.id)[-1].events[0], MinutesMade)


def test_the_same_record_makes_the_same_bytes(services: Services, group: Group, tmp_path: Path) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)
    for wanted in (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT):
        first, again = tmp_path / f"{wanted}-1", tmp_path / f"{wanted}-2"
        services.minutes.save(meeting.live.id, first, wanted)
        services.minutes.save(meeting.live.id, again, wanted)
        assert first.read_bytes() == again.read_bytes()


@pytest.mark.parametrize(
    ("wanted", "size_pt"),
    [
        (MinutesFormat.EASY_READ, 13.9),
        (MinutesFormat.EASY_READ, 145),
        (MinutesFormat.LARGE_PRINT, 11.9),
        (MinutesFormat.LARGE_PRINT, 48.5),
    ],
)
def test_a_size_that_the_format_does_not_have_is_turned_down(
    services: Services, group: Group, wanted: MinutesFormat, size_pt: float
) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)
    with pytest.raises(NotAllowed) as caught:
        services.minutes.make(meeting.live.id, wanted, size_pt)
    assert caught.value.reason is Reason.NUMBER_OUT_OF_RANGE


def test_a_file_that_cannot_be_written_leaves_no_note_in_the_record(
    services: Services, group: Group, tmp_path: Path
) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)
    steps = len(MeetingLog(services.database).steps(meeting.live.id))
    with pytest.raises(NotWritten):
        services.minutes.save(meeting.live.id, tmp_path / "no such folder" / "a.pdf", MinutesFormat.EASY_READ)
    assert len(MeetingLog(services.database).steps(meeting.live.id)) == steps


def test_pages_are_shown_as_pictures(services: Services, group: Group) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)
    pages = services.minutes.pages(services.minutes.make(meeting.live.id))
    assert pages.count > 0
    assert pages.image(0, width=200).width == 200
    pages.close()


def test_a_meeting_that_is_not_there_has_no_minutes(services: Services) -> None:
    with pytest.raises(NotAllowed) as caught:
        services.minutes.make(MeetingId("nothing"))
    assert caught.value.reason is Reason.NOT_FOUND


def test_pages_are_made_for_the_screen_and_for_a_file_at_the_same_time(services: Services, group: Group) -> None:
    minutes = services.minutes
    content = minutes.content(services.meetings.begin(group.id, DETAILS).live.id)
    with ThreadPoolExecutor(max_workers=2) as pool:
        made = [pool.submit(minutes.render, content, MinutesOrder()) for _printer in range(2)]
    first, second = (pages.result() for pages in made)
    assert first == second
