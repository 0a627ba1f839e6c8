"""The blank agenda: anything goes on in the words of whoever says it, with its proposer."""

from dataclasses import replace

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.lines import AgendaItemDetails, ItemState
from coprod_desktop.domain.meeting_setup import not_finished
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState
from coprod_desktop.domain.proposer import checked_proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, typed


def propose_item(state: MeetingState, *, item_id: AgendaItemId, details: AgendaItemDetails) -> tuple[Event, ...]:
    """Put something on the agenda. It needs words and a proposer, nothing else."""
    if state.item(item_id) is not None:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.AgendaItemProposed(item_id=item_id, details=checked_item(details)),)


def change_item(state: MeetingState, item_id: AgendaItemId, details: AgendaItemDetails) -> tuple[Event, ...]:
    """Reword an item or put its proposer, minutes or picture right; nothing if all is as it was."""
    item = _found(state, item_id)
    checked = checked_item(details)
    return () if checked == item.details else (ev.AgendaItemChanged(item_id=item_id, details=checked),)


def move_item(state: MeetingState, item_id: AgendaItemId, *, by: int) -> tuple[Event, ...]:
    """Move an item past its neighbours on the same list: -1 is up, 1 is down. At the end nothing happens."""
    item = _found(state, item_id)
    kept_for_later = item.state is ItemState.PARKED
    places = [place for place, other in enumerate(state.agenda) if (other.state is ItemState.PARKED) == kept_for_later]
    here = places.index(state.agenda.index(item))
    there = max(0, min(here + by, len(places) - 1))
    if here == there:
        return ()
    return (ev.AgendaItemMoved(item_id=item_id, position=places[there]),)


def open_item(state: MeetingState, item_id: AgendaItemId) -> tuple[Event, ...]:
    """Begin to talk about an item; the one before is finished. A turn that runs must be ended first."""
    not_finished(state)
    item = _found(state, item_id)
    if item.state is ItemState.NOW:
        raise NotAllowed(Reason.ALREADY_THERE)
    _no_turn(state)
    return (ev.AgendaItemOpened(item_id=item_id),)


def close_item(state: MeetingState, item_id: AgendaItemId, outcome: ItemState) -> tuple[Event, ...]:
    """Finish an item, keep it for later, carry it over or say that it was not reached."""
    item = _found(state, item_id)
    if outcome in (ItemState.NOW, ItemState.WAITING) or item.state is outcome:
        raise NotAllowed(Reason.ALREADY_THERE)
    if item.state is ItemState.NOW:
        _no_turn(state)
    return (ev.AgendaItemClosed(item_id=item_id, state=outcome),)


def bring_item_back(state: MeetingState, item_id: AgendaItemId) -> tuple[Event, ...]:
    """Put an item that was finished or kept for later on the agenda again."""
    item = _found(state, item_id)
    if item.state in (ItemState.WAITING, ItemState.NOW):
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.AgendaItemBroughtBack(item_id=item_id),)


def checked_item(details: AgendaItemDetails) -> AgendaItemDetails:
    """The item with clean words and a proposer; minutes are whole and not below 0."""
    if details.minutes_wanted is not None and details.minutes_wanted < 0:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "minutes_wanted")
    return replace(
        details,
        title=needed(details.title, field="title"),
        proposer=checked_proposer(details.proposer),
        picture=typed(details.picture, field="picture"),
        fixed=typed(details.fixed, field="fixed"),
    )


def items_to_come(state: MeetingState) -> tuple[AgendaItem, ...]:
    """The item that is open, and then those that wait, in their order."""
    now = (state.current_item,) if state.current_item is not None else ()
    return (*now, *(item for item in state.listed_items if item.state is ItemState.WAITING))


def _found(state: MeetingState, item_id: AgendaItemId) -> AgendaItem:
    item = state.item(item_id)
    if item is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return item


def _no_turn(state: MeetingState) -> None:
    if state.current_turn is not None:
        raise NotAllowed(Reason.TURN_RUNNING)
