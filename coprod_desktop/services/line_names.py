"""Whose a line is, as it may be printed; names stand in the table of people alone and are joined when asked for."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from coprod_desktop.domain.after_meeting import UNNAMED
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import printed_names
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.shared_words import folded_words
from coprod_desktop.domain.trace_steps import Whose
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.indexed_line import people_of
from coprod_desktop.storage.meeting_store import MeetingStore
from coprod_desktop.storage.people_store import PeopleStore


class KnownNames:
    """Names, groups and titles of meetings as they are now; made anew when anything was written."""

    def __init__(self, groups: Iterable[Group], people: PeopleStore, titles: Mapping[str, str]) -> None:
        self._groups = {group.id: group for group in groups}
        self._titles = titles
        self._printed = {one: printed_names(people.people(one, with_removed=True)) for one in self._groups}
        self._words = sorted(
            (word, who, group_id)
            for group_id, names in self._printed.items()
            for who, name in names.items()
            for word in folded_words(name)
        )
        self._asked: dict[tuple[str, str, str, int | None], Whose] = {}

    def groups(self, group_id: GroupId | None = None) -> tuple[Group, ...]:
        """One group of the folder, or all of them."""
        return tuple(group for group in self._groups.values() if group_id in (None, group.id))

    def title(self, meeting_id: str) -> str:
        """The title of a meeting."""
        return self._titles.get(meeting_id, "")

    def begun_by(self, letters: str, group_id: GroupId | None = None) -> frozenset[PersonId]:
        """The people whose printed name has a word that begins so; never one who did not want to be named."""
        begun: set[PersonId] = set()
        for word, who, of in self._words[bisect_left(self._words, (letters,)) :]:
            if not word.startswith(letters):
                break
            if group_id in (None, of):
                begun.add(who)
        return frozenset(begun)

    def whose_kept(self, group_id: str, people: str, sources: str, ticket: int | None) -> Whose:
        """As `whose`, for people and sources as the index keeps them; the same are asked for at each key press."""
        asked = (group_id, people, sources, ticket)
        whose = self._asked.get(asked)
        if whose is None:
            listed = tuple(Source(one) for one in sources.split())
            whose = self._asked[asked] = self.whose(GroupId(group_id), people_of(people), listed, ticket)
        return whose

    def whose(
        self,
        group_id: GroupId,
        people: Iterable[PersonId],
        sources: tuple[Source, ...] = (),
        ticket: int | None = None,
    ) -> Whose:
        """People as they may be named, with the sources beside them."""
        listed = tuple(who for who in people if who != UNNAMED)
        printed = self._printed.get(group_id, {})
        named = tuple(who for who in listed if who in printed)
        return Whose(
            people=named,
            names=tuple(printed[who] for who in named),
            unnamed=len(listed) - len(named),
            sources=sources,
            ticket=ticket,
        )

    def proposer(self, group_id: GroupId, proposer: Proposer | None, ticket: int | None = None) -> Whose:
        """A proposer as it may be named."""
        if proposer is None:
            return Whose(ticket=ticket)
        return self.whose(group_id, proposer.people, proposer.sources, ticket)


class LineNames:
    """Names as people chose them, read from the file when they may have changed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._meetings = MeetingStore(database)
        self._known: tuple[tuple[int, ...], KnownNames] | None = None

    def now(self) -> KnownNames:
        """All names as they are now."""
        changes = self._database.changes
        if self._known is None or self._known[0] != changes:
            self._known = changes, KnownNames(self._groups.groups(), self._people, self._meetings.titles())
        return self._known[1]
