"""One box over all meetings: lines by their words, by whose they are and by what became of them, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Source
from coprod_desktop.domain.searching import Filters, FoundKind, searched_words
from coprod_desktop.domain.shared_words import folded_words
from coprod_desktop.domain.trace_steps import NOBODY, Whose
from coprod_desktop.domain.what_became import Became, WaitsFor
from coprod_desktop.services.line_names import KnownNames, LineNames
from coprod_desktop.storage.indexed_line import NO_WAITS, people_of, waits_of
from coprod_desktop.storage.line_index import LineIndex
from coprod_desktop.storage.line_search import LineSearch
from coprod_desktop.storage.listed_line import ListedLine

__all__ = [
    "EVERYTHING",
    "MOST_FOUND",
    "Became",
    "Filters",
    "Found",
    "FoundKind",
    "Perspective",
    "SearchService",
    "Source",
    "Untold",
    "WaitsFor",
    "Whose",
]

EVERYTHING: Final = Filters()
MOST_FOUND: Final = 50
MOST_WORDS_OF_LIST: Final = 3
_MEETINGS_AT_ONCE: Final = 8
_KINDS: Final = {one.value: one for one in FoundKind}
_BECAME: Final = {one.value: one for one in Became}
_WAITING_IDEAS: Final = (Became.NO_ANSWER_YET, Became.LATER)


class Found(NamedTuple):
    """A line of a meeting, or a word of the group's list with what it means, as it may be shown.

    A tuple, as very many are made while somebody types. `text` is what is printed of it, empty if private words were
    taken out, and `said` how it was said first. A word has no line, meeting and day.
    """

    kind: FoundKind
    text: str
    group_id: GroupId
    line_id: str = ""
    meeting_id: MeetingId = MeetingId("")
    meeting_title: str = ""
    held_on: date | None = None
    became: Became | None = None
    whose: Whose = NOBODY
    waits_for: tuple[WaitsFor, ...] = ()
    due_on: date | None = None
    said: str = ""
    means: str = ""

    @property
    def is_taken_out(self) -> bool:
        """Whether its private words were taken out for good."""
        return not self.text


@dataclass(frozen=True, kw_only=True)
class Untold:
    """A line of which somebody waits to hear: by id, `UNNAMED` for whoever holds its ticket."""

    found: Found
    people: tuple[PersonId, ...]


class SearchService:
    """What can be looked up over the years. It changes nothing but the index, which is made from the record."""

    def __init__(self, search: LineSearch, index: LineIndex, names: LineNames) -> None:
        self._search = search
        self._index = index
        self._names = names
        self._read_up_to: tuple[int, ...] | None = None

    def find(self, words: str, filters: Filters = EVERYTHING, most: int = MOST_FOUND) -> tuple[Found, ...]:
        """At most so many lines with all the words typed, newest first, after words of the group's list.

        Each word may be half typed. It counts as found in a line too if it begins the printed name of whose the line
        is, or the number of its ticket. Without letters the newest lines are given if a filter is set, else nothing.
        """
        asked = searched_words(words)
        if not asked and not filters.are_set:
            return ()
        self.prepare()
        names = self._names.now()
        explained = tuple(_explained(asked, filters, names.groups(filters.group_id)))[: min(most, MOST_WORDS_OF_LIST)]
        if filters.kinds == (FoundKind.WORD,):
            return explained
        # Beside other words one letter is too little to be a name.
        named = {word: names.begun_by(word, filters.group_id) for word in asked if len(word) > 1 or len(asked) == 1}
        lines = self._search.find(asked, named, filters, most - len(explained))
        return (*explained, *_found(lines, names))

    def waiting(self, group_id: GroupId, today: date, but: MeetingId | None = None) -> tuple[Found, ...]:
        """Ideas that wait for an answer or for later, and that no later meeting carried on, newest first."""
        self.prepare_all()
        found = self._search.waiting(group_id, today, _WAITING_IDEAS)
        return tuple(_found((line for line in found if line.meeting_id != but), self._names.now()))

    def untold(self, group_id: GroupId, today: date) -> tuple[Untold, ...]:
        """Lines of which somebody waits to hear what happened, newest first; also those who left or died (R27)."""
        self.prepare_all()
        lines = self._search.untold(group_id, today)
        found = _found(lines, self._names.now())
        return tuple(Untold(found=one, people=people_of(line.untold)) for one, line in zip(found, lines, strict=True))

    def waiting_yeses(self, group_id: GroupId, today: date) -> tuple[Found, ...]:
        """Decisions to which somebody else has still to say yes, the oldest first (R45)."""
        self.prepare_all()
        return tuple(_found(self._search.waiting_yeses(group_id, today), self._names.now()))

    def prepare(self) -> bool:
        """Take a few meetings into the index that are not in it yet, as after an upgrade. True while there are more."""
        changes = self._index.changes
        if changes == self._read_up_to:
            return False
        has_more = self._index.read_unread(_MEETINGS_AT_ONCE)
        self._read_up_to = None if has_more else self._index.changes
        return has_more

    def prepare_all(self) -> None:
        """Take in every meeting that is not in the index yet."""
        while self.prepare():
            pass


def _explained(asked: tuple[str, ...], filters: Filters, groups: Iterable[Group]) -> Iterator[Found]:
    """The words of the groups' lists; no filter but the group and the kind can be true of one."""
    further = (filters.person_id, filters.perspective, filters.became, filters.since, filters.until)
    if not asked or not filters.allow(FoundKind.WORD) or any(further):
        return
    for group in groups:
        for word in group.words:
            if _has_all(word, asked):
                yield Found(kind=FoundKind.WORD, text=word.term, means=word.means, group_id=group.id)


def _found(lines: Iterable[ListedLine], names: KnownNames) -> Iterator[Found]:
    # Taken apart and put together by place: it is done hundreds of times at each key press.
    for (
        _,
        group_id,
        meeting_id,
        held_on,
        kind,
        line_id,
        said,
        easy,
        became,
        people,
        sources,
        ticket,
        waits,
        due,
        _,
    ) in lines:
        yield Found(
            _KINDS[kind],
            easy or said,
            GroupId(group_id),
            line_id,
            MeetingId(meeting_id),
            names.title(meeting_id),
            date.fromisoformat(held_on),
            _BECAME[became],
            names.whose_kept(group_id, people, sources, ticket),
            () if waits == NO_WAITS else waits_of(waits),
            date.fromisoformat(due) if due else None,
            said,
        )


def _has_all(word: ExplainedWord, asked: tuple[str, ...]) -> bool:
    """Whether a word of the list, or what it means, has a word for each that was typed."""
    words = folded_words(f"{word.term} {word.means}")
    return all(any(one.startswith(letters) for one in words) for letters in asked)
