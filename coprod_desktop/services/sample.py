"""The sample group: invented people and 1 real-looking meeting, to look at before setting up a group."""

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.paths import resources_folder
from coprod_desktop.services.bootstrap import Services

SAMPLE_RECORDS = ("first-meeting.json", "riverside-team-up.json")
"""The record files of the sample, the one to show last at the end."""


def add_sample(services: Services) -> GroupId:
    """Bring in the sample records, once however often it is asked, and give the group to show."""
    folder = resources_folder() / "sample"
    results = services.records.import_files([folder / name for name in SAMPLE_RECORDS])
    meeting_id = results[-1].meeting_id
    group_id = services.meetings.open(meeting_id).live.state.group_id if meeting_id else None
    if group_id is None:
        raise LookupError("the sample records could not be brought in")
    return group_id
