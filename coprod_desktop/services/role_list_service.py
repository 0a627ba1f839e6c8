"""Lists to print before a meeting: room, bookings, food, journeys and the rest; each for one role (R03, DP-04)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from coprod_desktop.domain.getting_ready import Preparation, ready_lines
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person, printed_names
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.did_it_work import SlipNeed, did_it_work
from coprod_desktop.minutes.papers.role_list_facts import SHOWN_ON, RoleFacts, RoleLine, RoleList
from coprod_desktop.minutes.papers.role_lists import LIST_SIZE_PT, ROLE_LIST_FILES, role_list
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.minutes_order import MinutesOrder
from coprod_desktop.services.minutes_service import MinutesService
from coprod_desktop.services.need_kinds import CountedKinds, NeedKinds
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.services.ready_service import ReadyService
from coprod_desktop.services.ready_words import ReadyWords
from coprod_desktop.services.record_file import write_whole
from coprod_desktop.services.role_list_sharing import (
    count_kept_back,
    has_something,
    kinds_wanted,
    people_helped,
    people_reached,
    shareable,
)
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore

__all__ = ["RoleFile", "RoleList", "RoleListService", "RoleListWords", "RolePaper", "file_name"]

_FOR_EVERYBODY = (RoleList.DOOR_SIGN, RoleList.NAME_CARDS, RoleList.DID_IT_WORK)
"""What is there for every meeting that people come to: nobody stands out by having one."""

_LIST = MinutesOrder(format=MinutesFormat.LARGE_PRINT, size_pt=LIST_SIZE_PT)


@dataclass(frozen=True, kw_only=True)
class RoleListWords:
    """What a list is called, and who it is for."""

    title: str
    who_for: str


@dataclass(frozen=True, kw_only=True)
class Slip:
    """The slip of one person, by its number; `order` is how they want their papers."""

    number: int
    content: MinutesContent
    order: MinutesOrder


@dataclass(frozen=True, kw_only=True)
class RolePaper:
    """All that one list says, gathered from the store; drawing it needs no store."""

    which: RoleList
    group: Group
    content: MinutesContent | None = None
    names: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RoleFile:
    """One file to print. Its name tells what it is; no need and no person (DP-04)."""

    name: str
    data: bytes


class RoleListService:
    """Makes lists. On lists given to others stands only what a person said may be shared."""

    def __init__(
        self,
        database: Database,
        templates_folder: Path,
        cache_folder: Path,
        minutes: MinutesService,
        *,
        ready: ReadyService,
        words: ReadyWords,
    ) -> None:
        self._groups = GroupStore(database)
        self._templates, self._cache = templates_folder, cache_folder
        self._minutes, self._ready, self._words = minutes, ready, words

    def words(self, which: RoleList, language: str = "en") -> RoleListWords:
        """What to call a list on screen."""
        wording = self._wording(language)
        who_for = wording(f"{which.value}_for") if which in SHOWN_ON else ""
        return RoleListWords(title=wording(f"{which.value}_title"), who_for=who_for)

    def lists(self, meeting_id: MeetingId, state: MeetingState | None = None) -> tuple[RoleList, ...]:
        """The lists that have something on them for this meeting, in the order in which they are needed.

        One of whose things none may be shared is there too: it says whom to ask.
        """
        known = self._ready.preparation(meeting_id, state=state)
        if not known.people:
            return ()
        facts = self._facts(known)
        return tuple(
            which
            for which in RoleList
            if which in _FOR_EVERYBODY or has_something(which, facts) or count_kept_back(known, which)
        )

    def kept_back(self, meeting_id: MeetingId, which: RoleList, state: MeetingState | None = None) -> int:
        """How many things are not on a list, or for more people than it says, because they may not be shared."""
        return count_kept_back(self._ready.preparation(meeting_id, state=state), which)

    def content(self, meeting_id: MeetingId, which: RoleList, state: MeetingState | None = None) -> RolePaper:
        """What one list says. Raises NotAllowed if there is no such meeting."""
        known = self._ready.preparation(meeting_id, state=state)
        group = self._group(known)
        wording = self._wording(group.language)
        if which is RoleList.DID_IT_WORK:
            return RolePaper(which=which, group=group, slips=self._slips(known, group, wording))
        if which is RoleList.NAME_CARDS:
            names = printed_names(known.people).values()
            return RolePaper(which=which, group=group, names=tuple(sorted(names, key=str.casefold)))
        facts = replace(self._facts(known), kept_back=count_kept_back(known, which))
        content = role_list(which, facts, wording=wording) if which in SHOWN_ON else None
        return RolePaper(which=which, group=group, content=content)

    def draw(self, paper: RolePaper) -> tuple[RoleFile, ...]:
        """The files of one list, as tagged PDF. It reads no store, so it may run in a thread."""
        if paper.slips:
            return tuple(
                RoleFile(name=file_name(paper.which, one.number), data=self._minutes.render(one.content, one.order))
                for one in paper.slips
            )
        drawn = self._minutes.render(paper.content, _LIST) if paper.content is not None else self._sign(paper)
        return (RoleFile(name=file_name(paper.which), data=drawn),)

    def save(self, files: Iterable[RoleFile], folder: Path) -> tuple[Path, ...]:
        """Save files that were made; each is replaced whole or not touched. Raises NotWritten."""
        paths = {folder / file.name: file.data for file in files}
        for path, data in paths.items():
            write_whole(path, data)
        return tuple(paths)

    # What a list may tell

    def _facts(self, known: Preparation) -> RoleFacts:
        group, shared = self._group(known), shareable(known)
        kinds = NeedKinds.load(self._templates, group.language)
        helped, others_helped = people_helped(known)
        reached, others_reached = people_reached(known, kinds)
        return RoleFacts(
            state=known.state,
            group=group,
            lines=tuple(
                self._line(line, kinds_wanted(line.rule, shared, kinds))
                for line in ready_lines(shared)
                if not line.is_covered
            ),
            venue=known.venue,
            people=len(known.people),
            helped=helped,
            others_helped=others_helped,
            reached=reached,
            others_reached=others_reached,
        )

    def _line(self, line: ReadyLine, kinds: CountedKinds) -> RoleLine:
        rule = line.rule
        return RoleLine(
            key=rule.key,
            lists=rule.lists,
            done_by=rule.done_by,
            words=self._words.title(rule.key, line.people),
            note=self._words.note(rule.key),
            state=self._words.state(line),
            due_on=line.due_on,
            is_done=line.is_done,
            is_late=line.is_late,
            may_be_too_late=line.may_be_too_late,
            is_of_place=rule.check is not None,
            is_by_itself=line.is_by_itself,
            checked=line.checked,
            kinds=kinds.counts,
            others=kinds.others,
        )

    def _slips(self, known: Preparation, group: Group, wording: Wording) -> tuple[Slip, ...]:
        """A slip for everybody who comes: their own needs on it, whether or not they may be shared."""
        labels = load_need_words(self._templates, group.language)
        numbers = known.slip_numbers

        def slip(person: Person) -> Slip:
            agreed = [need for need in person.needs if not need.waits_for_yes]
            needs = [SlipNeed(code=one.code, label=labels.label(one.code), detail=one.detail) for one in agreed]
            content = did_it_work(numbers[person.id], needs, known.state, group, wording=wording)
            return Slip(number=numbers[person.id], content=content, order=_slip_order(person.minutes))

        return tuple(slip(person) for person in known.people)

    def _group(self, known: Preparation) -> Group:
        group = self._groups.get(known.state.group_id) if known.state.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return group

    def _wording(self, language: str) -> Wording:
        return Wording.load(self._templates, language, files=ROLE_LIST_FILES)

    def _sign(self, paper: RolePaper) -> bytes:
        from coprod_desktop.minutes.fonts import load_fonts
        from coprod_desktop.minutes.papers.signs import SignMaker
        from coprod_desktop.minutes.styles import load_page_styles

        with self._minutes.printing:
            fonts, styles = load_fonts(self._cache), load_page_styles(self._templates)
            signs = SignMaker(self._wording(paper.group.language), paper.group, fonts=fonts, styles=styles)
            return signs.door_sign() if paper.which is RoleList.DOOR_SIGN else signs.name_cards(paper.names)


def file_name(which: RoleList, number: int = 0) -> str:
    """What a file is called: "list-room.pdf", "did-it-work-3.pdf"; no name and no need (DP-04)."""
    words = which.value.replace("_", "-")
    if which in _FOR_EVERYBODY:
        return f"{words}-{number}.pdf" if number else f"{words}.pdf"
    return f"list-{words}.pdf"


def _slip_order(choice: MinutesChoice | None) -> MinutesOrder:
    """As large as the person asked; on pages in any case, as it is written on and comes back."""
    order = MinutesOrder.of(choice)
    size_pt = max(order.size_pt or 0.0, LIST_SIZE_PT)
    if order.format is MinutesFormat.LARGE_PRINT:
        return replace(order, size_pt=size_pt, is_bound=False)
    return MinutesOrder(size_pt=size_pt, with_pictures=order.with_pictures)
