"""The agenda put together anew: an item becomes several, several become one, all are put in order (R09)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar, assert_never

from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting_state import AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.room_events import AgendaItemsMerged, AgendaItemSplit, AgendaOrdered, RegroupEvent

_Key = TypeVar("_Key")
_Line = TypeVar("_Line", Idea, Decision)
Cards = Mapping[AgendaItemId | None, Mapping[str, int]]
"""How often each card was shown on each item."""


def after_regrouping(state: MeetingState, event: RegroupEvent) -> MeetingState:
    """The meeting after its agenda was put together anew."""
    match event:
        case AgendaItemSplit():
            return replace(state, agenda=tuple(_split(state.agenda, event)))
        case AgendaItemsMerged():
            return _merged(state, event)
        case AgendaOrdered():
            return replace(state, agenda=_ordered(state.agenda, event))
        case _:
            assert_never(event)


def _split(agenda: Iterable[AgendaItem], event: AgendaItemSplit) -> Iterable[AgendaItem]:
    for item in agenda:
        if item.id != event.item_id:
            yield item
            continue
        yield replace(item, details=event.details)
        state = ItemState.WAITING if item.state is ItemState.NOW else item.state  # only one item is open at a time
        yield from (AgendaItem(id=part.item_id, details=part.details, state=state) for part in event.parts)


def _merged(state: MeetingState, event: AgendaItemsMerged) -> MeetingState:
    """What was said on any of the items is now said on the one that stays."""
    gone = set(event.merged)
    agenda = tuple(
        replace(item, details=event.details, count=_summed(state.agenda, event)) if item.id == event.item_id else item
        for item in state.agenda
        if item.id not in gone
    )
    turns = {
        turn_id: replace(turn, item_id=event.item_id) if turn.item_id in gone else turn
        for turn_id, turn in state.turns.items()
    }
    return replace(
        state,
        agenda=agenda,
        turns=turns,
        ideas=_moved(state.ideas, gone, event.item_id),
        decisions=_moved(state.decisions, gone, event.item_id),
        room=replace(state.room, cards=_cards_together(state.room.cards, gone, event.item_id)),
    )


def _summed(agenda: Iterable[AgendaItem], event: AgendaItemsMerged) -> int | None:
    counts = [item.count for item in agenda if item.id in (event.item_id, *event.merged) and item.count is not None]
    return sum(counts) if counts else None


def _moved(lines: Mapping[_Key, _Line], gone: set[AgendaItemId], to: AgendaItemId) -> Mapping[_Key, _Line]:
    return {
        key: replace(line, details=replace(line.details, item_id=to)) if line.details.item_id in gone else line
        for key, line in lines.items()
    }


def _cards_together(cards: Cards, gone: set[AgendaItemId], to: AgendaItemId) -> Cards:
    together: Counter[str] = Counter()
    for item_id in (to, *gone):
        together.update(cards.get(item_id, {}))
    kept: dict[AgendaItemId | None, Mapping[str, int]] = {key: one for key, one in cards.items() if key not in gone}
    return {**kept, to: dict(together)} if together else kept


def _ordered(agenda: tuple[AgendaItem, ...], event: AgendaOrdered) -> tuple[AgendaItem, ...]:
    """Items that the order does not name keep their places at the end."""
    counts = {one.item_id: one.count for one in event.counts}
    places = {item_id: place for place, item_id in enumerate(event.order)}
    counted = (replace(item, count=counts.get(item.id, item.count)) for item in agenda)
    return tuple(sorted(counted, key=lambda item: places.get(item.id, len(places))))
