"""A meeting for tests of the rules: each request becomes one step, as the services do it."""

from datetime import UTC, date, datetime
from itertools import count

from coprod_desktop.domain import agenda, meeting_setup, participation
from coprod_desktop.domain.events import Event, Step, StepUndone
from coprod_desktop.domain.ids import AgendaItemId, GroupId, MeetingId, PersonId, StepId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.replay import replay

MEETING = MeetingId("m1")
JO, SAM, ANN = PersonId("jo"), PersonId("sam"), PersonId("ann")
NOON = "2026-11-24T12:00:00+00:00"


class MeetingMaker:
    """Keeps the steps of one meeting and replays them after each."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._numbers = count(1)
        self.do(
            meeting_setup.open_meeting(
                self.state,
                group_id=GroupId("g1"),
                details=MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24)),
            )
        )

    @property
    def state(self) -> MeetingState:
        """What is true now."""
        return replay(MEETING, self.steps)

    def do(self, events: tuple[Event, ...], *, is_automatic: bool = False) -> Step:
        """Put events into the record as one step."""
        step = Step(
            id=StepId(f"s{next(self._numbers)}"),
            at=datetime(2026, 11, 24, 12, tzinfo=UTC),
            events=events,
            is_automatic=is_automatic,
        )
        self.steps.append(step)
        return step

    def undo(self, step: Step) -> Step:
        """Put an undo of a step into the record."""
        return self.do((StepUndone(step_id=step.id),))

    def here(self, *people: PersonId) -> None:
        """Let people arrive."""
        for person_id in people:
            self.do(participation.arrive(self.state, person_id, at=NOON))

    def item(self, name: str, who: PersonId = JO) -> AgendaItemId:
        """Put an item on the agenda."""
        details = AgendaItemDetails(title=name, proposer=Proposer(people=(who,)))
        self.do(agenda.propose_item(self.state, item_id=AgendaItemId(name), details=details))
        return AgendaItemId(name)
