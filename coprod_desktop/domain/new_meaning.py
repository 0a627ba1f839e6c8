"""A decision that gets a new meaning after the meeting goes back on the agenda (R15)."""

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.agenda import propose_item
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, ItemState, Words
from coprod_desktop.domain.meeting_state import MeetingState, Phase

_COMES_BACK = (ItemState.PARKED, ItemState.CARRIED_OVER, ItemState.NOT_REACHED)
"""Items that the next meeting is offered anyway."""


def back_on_the_agenda(
    state: MeetingState, words: Words, details: DecisionDetails, new_item_id: AgendaItemId
) -> tuple[Event, ...]:
    """What lets the next meeting talk about a decision whose words have a new meaning.

    Its item is carried over; without one the decision itself is. While the meeting is open nothing is needed: the
    people who decided are there.
    """
    if state.phase is not Phase.FINISHED:
        return ()
    item = state.item(details.item_id) if details.item_id else None
    if item is None:
        asked = AgendaItemDetails(title=words.printed, proposer=details.proposer, picture=details.picture)
        proposed = propose_item(state, item_id=new_item_id, details=asked)
        return (*proposed, ev.AgendaItemClosed(item_id=new_item_id, state=ItemState.CARRIED_OVER))
    if item.state in _COMES_BACK:
        return ()
    return (ev.AgendaItemClosed(item_id=item.id, state=ItemState.CARRIED_OVER),)
