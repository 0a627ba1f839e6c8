"""A person leaves the group, or dies: papers stop at once, and no meeting that is to come waits for them (R01)."""

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.people_service import PeopleService


class Leaving:
    """What can be asked when a person is no longer here. Each is one act, and Undo takes all of it back."""

    def __init__(self, people: PeopleService, meetings: MeetingService, history: ActHistory) -> None:
        self._people = people
        self._meetings = meetings
        self._history = history

    def left(self, person_id: PersonId) -> None:
        """A person left. They go off the lists of meetings to come, but where they have a job it is handed on first."""
        with self._history.together("person_moved_on"):
            self._people.leave(person_id)
            self._take_off_lists(person_id, with_jobs=False)

    def died(self, person_id: PersonId) -> None:
        """A person died. They go off the lists of all meetings to come; name and ideas stay as they chose."""
        with self._history.together("person_died"):
            self._people.died(person_id)
            self._take_off_lists(person_id, with_jobs=True)

    def _take_off_lists(self, person_id: PersonId, *, with_jobs: bool) -> None:
        for header in self._meetings.unfinished(self._people.get(person_id).group_id):
            running = self._meetings.open(header.id)
            seen = running.live.state.attendance.get(person_id)
            if seen is not None and not seen.came and (with_jobs or not seen.jobs):
                running.requests.take_off(person_id)
