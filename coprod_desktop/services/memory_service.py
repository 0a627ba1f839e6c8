"""The room remembers: earlier lines on the same thing come up while an agenda item is typed (R44)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import Final

from coprod_desktop.domain.ids import AgendaItemId, MeetingId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting_header import MeetingHeader
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.replay import replay
from coprod_desktop.domain.shared_words import AskedWords, asked_words
from coprod_desktop.domain.what_became import WAITING_ITEMS, Became, LineKind, WaitsFor
from coprod_desktop.storage.indexed_line import IndexedLine
from coprod_desktop.storage.line_index import IndexedItem, LineIndex, Term, Within
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore

__all__ = ["Became", "KeptItem", "LineKind", "MemoryService", "Remembered", "WaitsFor"]

MOST_REMEMBERED: Final = 3
MOST_KEPT: Final = 12

_MEETINGS_AT_ONCE = 8
_ITEMS_LOOKED_INTO = 3
_IDEAS_LOOKED_INTO = 3


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """One earlier line on the same thing. `words` are its own, the easy ones if there are any."""

    kind: LineKind
    line_id: str
    meeting_id: MeetingId
    held_on: date
    words: str
    became: Became
    waits_for: tuple[WaitsFor, ...] = ()
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class KeptItem:
    """An agenda item of an earlier meeting that can be offered again, with its proposer."""

    item_id: AgendaItemId
    meeting_id: MeetingId
    meeting_title: str
    held_on: date
    details: AgendaItemDetails
    became: Became


@dataclass(frozen=True, kw_only=True)
class _Scored:
    """A line and how much it shares with what was typed."""

    score: float
    found: IndexedLine

    @property
    def order(self) -> tuple[float, bool, int]:
        """The best first; of equals, what still waits; then the newest."""
        return -self.score, not self.found.line.became.still_waits, -self.found.held_on.toordinal()


class MemoryService:
    """What a group said and promised before. It changes nothing but the index, which is made from the record."""

    def __init__(self, index: LineIndex, meetings: MeetingStore, log: MeetingLog) -> None:
        self._index = index
        self._meetings = meetings
        self._log = log
        self._has_unread = True
        self._states: dict[MeetingId, tuple[int, MeetingState]] = {}

    def read_anew(self) -> None:
        """Read every meeting anew when it is asked for: words were taken out."""
        self._states.clear()

    def remembered(self, meeting_id: MeetingId, words: str) -> tuple[Remembered, ...]:
        """At most 3 lines of the group's earlier meetings on the same thing as the words typed so far, best first.

        Lines are on the same thing if they share a word that tells something. What is rarer counts for more.
        """
        header = self._meetings.header(meeting_id)
        asked = asked_words(words)
        if header is None or asked == AskedWords():
            return ()
        self.prepare()
        terms, found = self._index.find(asked, _within(header))
        scored = self._with_decisions(_newest_of_same(_scored(terms, found)), _within(header))
        best = self._with_promises(scored)
        return tuple(_told(scored.found) for scored in best[:MOST_REMEMBERED])

    def kept_for_later(self, meeting_id: MeetingId) -> tuple[KeptItem, ...]:
        """Items that earlier meetings kept, carried over or did not reach, newest first, at most 12.

        Left out are those that are on this agenda, and those that were talked about since.
        """
        header = self._meetings.header(meeting_id)
        if header is None:
            return ()
        while self.prepare():
            pass
        found = self._index.items_that_became(WAITING_ITEMS, _within(header), MOST_KEPT)
        return tuple(self._kept(found))

    def prepare(self) -> bool:
        """Take a few meetings into the index that are not in it yet, as after an upgrade. True while there are more."""
        if self._has_unread:
            self._has_unread = self._index.read_unread(_MEETINGS_AT_ONCE)
        return self._has_unread

    def forget(self, meeting_id: MeetingId) -> None:
        """Take every word of a meeting out of the index; it is read again, as it is by then, when it is asked for."""
        self._index.forget(meeting_id)
        self._states.pop(meeting_id, None)
        self._has_unread = True

    def rebuild(self) -> None:
        """Make the whole index anew from the record."""
        self._index.rebuild()

    def _with_decisions(self, scored: Iterable[_Scored], within: Within) -> list[_Scored]:
        """With the decision that still waits in place of the idea that it came from, which tells less."""
        best = sorted(scored, key=lambda one: one.order)
        ideas = {one.found.line.line_id: one for one in best if one.found.line.became is Became.DECIDED}
        if not ideas:
            return best
        found = self._index.following(list(ideas)[:_IDEAS_LOOKED_INTO], within)
        waiting = [line for line in found if line.line.became.still_waits]
        told = {one.found.line.line_id for one in best}
        gone = {line_id for line in waiting for line_id in line.line.from_ids}
        new = {line.line.line_id: line for line in waiting if line.line.line_id not in told}
        scores = [
            _Scored(score=max(ideas[one].score for one in line.line.from_ids if one in ideas), found=line)
            for line in new.values()
        ]
        return [*(one for one in best if one.found.line.line_id not in gone), *scores]

    def _with_promises(self, scored: Iterable[_Scored]) -> list[_Scored]:
        """With what still waits on the items that were found; it tells more than its item, which is left out then."""
        best = sorted(scored, key=lambda one: one.order)
        items = [one for one in best if one.found.line.kind is LineKind.ITEM][:_ITEMS_LOOKED_INTO]
        told = {(one.found.line.kind, one.found.line.line_id) for one in best}
        promises = [
            _Scored(score=item.score, found=line)
            for item in items
            for line in self._index.on_item(item.found.meeting_id, item.found.line.item_id)
            if line.line.kind is not LineKind.ITEM and line.line.became.still_waits
            and (line.line.kind, line.line.line_id) not in told
        ]  # fmt: skip
        best = sorted([*best, *promises], key=lambda one: one.order)
        told_of = {one.found.line.item_id for one in best if one.found.line.kind is not LineKind.ITEM}
        return [
            one for one in best if one.found.line.kind is not LineKind.ITEM or one.found.line.line_id not in told_of
        ]

    def _kept(self, items: Iterable[IndexedItem]) -> Iterator[KeptItem]:
        for found in items:
            state = self._state(found.meeting_id)
            item = state.item(found.item_id)
            if item is not None:
                yield KeptItem(
                    item_id=found.item_id,
                    meeting_id=found.meeting_id,
                    meeting_title=state.title,
                    held_on=found.held_on,
                    details=item.details,
                    became=found.became,
                )

    def _state(self, meeting_id: MeetingId) -> MeetingState:
        """A meeting that was; read again only if it has changed since."""
        number = self._log.record_number(meeting_id)
        kept = self._states.get(meeting_id)
        if kept is None or kept[0] != number:
            kept = self._states[meeting_id] = number, replay(meeting_id, self._log.steps(meeting_id))
        return kept[1]


def _within(header: MeetingHeader) -> Within:
    return Within(group_id=header.group_id, until=header.held_on, but=header.id)


def _scored(terms: tuple[Term, ...], found: Iterable[IndexedLine]) -> list[_Scored]:
    """The lines that share at least half as much as the one that shares most; a story comes up only when told."""
    scored = [
        _Scored(score=round(sum(_weight(term) for term in terms if term.is_in(line)), 6), found=line)
        for line in found
        if line.line.became is not Became.SAID
    ]
    most = max((one.score for one in scored), default=0.0)
    return [one for one in scored if one.score >= most / 2]


def _weight(term: Term) -> float:
    """A word that is in every second line tells little; each time that it is half as common it tells a bit more."""
    return 1 / (4 + log2(term.count))


def _newest_of_same(scored: Iterable[_Scored]) -> list[_Scored]:
    """Of lines of one kind in the same words, such as an item that was carried over, only the newest."""
    oldest_first = sorted(scored, key=lambda one: one.found.held_on)
    return list({(one.found.line.kind, one.found.folded): one for one in oldest_first}.values())


def _told(found: IndexedLine) -> Remembered:
    line = found.line
    return Remembered(
        kind=line.kind,
        line_id=line.line_id,
        meeting_id=found.meeting_id,
        held_on=found.held_on,
        words=line.words.printed,
        became=line.became,
        waits_for=line.waits_for,
        due_on=line.due_on,
    )
