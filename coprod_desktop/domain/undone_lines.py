"""Lines whose recording was undone: nobody sees them, but their words are in the record still."""

from collections.abc import Iterable

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import Event, Step
from coprod_desktop.domain.meeting_state import MeetingState


def undone_lines(steps: Iterable[Step], state: MeetingState) -> tuple[str, ...]:
    """The ids of the lines that were put into the record and are not in the meeting now, the newest first."""
    recorded = dict.fromkeys(line_id for step in steps for event in step.events if (line_id := _begun(event)))
    there = {*state.ideas, *state.decisions, *state.actions, *(item.id for item in state.agenda)}
    return tuple(line_id for line_id in reversed(recorded) if line_id not in there)


def _begun(event: Event) -> str:
    match event:
        case ev.AgendaItemProposed():
            return event.item_id
        case ev.IdeaRecorded():
            return event.idea_id
        case ev.DecisionRecorded():
            return event.decision_id
        case ev.ActionAgreed():
            return event.action_id
        case _:
            return ""
