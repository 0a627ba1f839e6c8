"""The agenda put together anew: an item becomes several, several become one, dots or hands put them in order (R09)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from coprod_desktop.domain import room_events as ev
from coprod_desktop.domain.agenda import checked_item
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.lines import AgendaItemDetails, ItemState
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState
from coprod_desktop.domain.proposer import joined_proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import OrderedBy

MOST_DOTS: Final = 9999
"""The most dots or hands that an item can be given."""

_STILL_TO_COME = (ItemState.WAITING, ItemState.PARKED)
_MEANT_FOR_TODAY = (ItemState.NOW, *_STILL_TO_COME)


def split_item(
    state: MeetingState, item_id: AgendaItemId, titles: Sequence[str], new_ids: Sequence[AgendaItemId]
) -> tuple[Event, ...]:
    """Make several items of one; the first title stays with the item, each of the others gets a new id.

    All keep the proposer, the picture, how open it is and what is fixed. The minutes are shared out; none is lost.
    """
    item = _meant_for_today(state, item_id)
    if len(titles) < 2:
        raise NotAllowed(Reason.WORDS_MISSING, "titles")
    shares = _shared(item.details.minutes_wanted, len(titles))
    parts = [
        checked_item(replace(item.details, title=title, minutes_wanted=share))
        for title, share in zip(titles, shares, strict=True)
    ]
    new = tuple(ev.ItemPart(item_id=new_id, details=part) for new_id, part in zip(new_ids, parts[1:], strict=True))
    return (ev.AgendaItemSplit(item_id=item_id, details=parts[0], parts=new),)


def merge_items(
    state: MeetingState, item_id: AgendaItemId, others: Sequence[AgendaItemId], title: str = ""
) -> tuple[Event, ...]:
    """Put other items together with one, which keeps its place; every proposer and every source is kept.

    Without a title the item keeps its own. An item that is open now can have others put to it, but is not taken away.
    """
    item = _meant_for_today(state, item_id)
    allowed = {one.id: one for one in mergeable(state, item_id)}
    chosen = tuple(dict.fromkeys(others))
    if not chosen:
        raise NotAllowed(Reason.WORDS_MISSING, "others")
    if any(other not in allowed for other in chosen):
        raise NotAllowed(Reason.NOT_FOUND, "others")
    details = _together([item.details, *(allowed[other].details for other in chosen)], title)
    return (ev.AgendaItemsMerged(item_id=item_id, merged=chosen, details=checked_item(details)),)


def order_items(state: MeetingState, counts: Mapping[AgendaItemId, int], ordered_by: OrderedBy) -> tuple[Event, ...]:
    """Put the items that wait in the order of their dots or hands: most first, and as they were where it is the same.

    An item without a count has none. Finished items, and the one that is open, stay where they are.
    """
    waiting = countable(state)
    if not counts or any(item_id not in {item.id for item in waiting} for item_id in counts):
        raise NotAllowed(Reason.NOT_FOUND, "counts")
    if any(not 0 <= count <= MOST_DOTS for count in counts.values()):
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "counts")
    by_count = iter(sorted(waiting, key=lambda item: -counts.get(item.id, 0)))
    order = tuple(next(by_count).id if item.state is ItemState.WAITING else item.id for item in state.listed_items)
    told = tuple(ev.ItemCount(item_id=item_id, count=count) for item_id, count in counts.items())
    return (ev.AgendaOrdered(order=order, ordered_by=ordered_by, counts=told),)


def countable(state: MeetingState) -> tuple[AgendaItem, ...]:
    """The items that dots or hands can put in order."""
    return tuple(item for item in state.listed_items if item.state is ItemState.WAITING)


def mergeable(state: MeetingState, item_id: AgendaItemId) -> tuple[AgendaItem, ...]:
    """The items that can be put together with this one; one that is kept for later takes nothing off the agenda."""
    kept = state.item(item_id)
    is_later = kept is not None and kept.state is ItemState.PARKED
    allowed = (ItemState.PARKED,) if is_later else _STILL_TO_COME
    return tuple(item for item in state.agenda if item.id != item_id and item.state in allowed)


def _meant_for_today(state: MeetingState, item_id: AgendaItemId) -> AgendaItem:
    item = state.item(item_id)
    if item is None:
        raise NotAllowed(Reason.NOT_FOUND)
    if item.state not in _MEANT_FOR_TODAY:
        raise NotAllowed(Reason.ALREADY_THERE)
    return item


def _shared(minutes: int | None, among: int) -> list[int | None]:
    """Whole minutes that add up to the same; what is over goes to the first ones. Nothing said stays nothing said."""
    if not minutes:
        return [minutes] * among
    each, over = divmod(minutes, among)
    return [each + (place < over) or None for place in range(among)]


def _together(details: Sequence[AgendaItemDetails], title: str) -> AgendaItemDetails:
    first = details[0]
    minutes = [one.minutes_wanted for one in details if one.minutes_wanted is not None]
    return replace(
        first,
        title=title if title.strip() else first.title,
        proposer=joined_proposer(one.proposer for one in details),
        minutes_wanted=sum(minutes) if minutes else None,
        picture=next((one.picture for one in details if one.picture), ""),
        fixed=_fixed(one.fixed for one in details),
        may_be_hard=any(one.may_be_hard for one in details),
    )


def _fixed(fixed: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(words for words in fixed if words))
