"""Lists to print before a meeting: room, bookings, food, journeys and the rest; each for one role (R03, DP-04)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coprod_desktop.domain.getting_ready import Preparation, needs_behind, ready_lines
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.need_rules import NeedRule, ReadyList, rules_on
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person, printed_names
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.did_it_work import SlipNeed, did_it_work
from coprod_desktop.minutes.papers.role_lists import (
    LIST_SIZE_PT,
    ROLE_LIST_FILES,
    SHOWN_ON,
    HelpedOut,
    Reached,
    RoleFacts,
    RoleLine,
    RoleList,
    lines_of,
    role_list,
)
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.minutes_order import MinutesOrder
from coprod_desktop.services.minutes_service import MinutesService
from coprod_desktop.services.need_kinds import CountedKinds, Kinds, NeedKinds
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.services.ready_service import ReadyService
from coprod_desktop.services.ready_words import ReadyWords
from coprod_desktop.services.record_file import write_whole
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore

__all__ = ["RoleFile", "RoleList", "RoleListService", "RoleListWords", "RolePaper", "file_name"]

_FOR_EVERYBODY = (RoleList.DOOR_SIGN, RoleList.NAME_CARDS, RoleList.DID_IT_WORK)
"""What is there for every meeting that people come to: nobody stands out by having one."""

_LIST = MinutesOrder(format=MinutesFormat.LARGE_PRINT, size_pt=LIST_SIZE_PT)
_HOW_TO_REACH = "contact_way"
"""The rule of a person who said in their own words how to reach them."""


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
        """The lists that have something on them for this meeting, in the order in which they are needed."""
        known = self._ready.preparation(meeting_id, state=state)
        if not known.people:
            return ()
        facts = self._facts(known)
        return tuple(which for which in RoleList if which in _FOR_EVERYBODY or _has_something(which, facts))

    def kept_back(self, meeting_id: MeetingId, which: RoleList, state: MeetingState | None = None) -> int:
        """How many things are not on a list, or for more people than it says, because they may not be shared."""
        return _kept_back(self._ready.preparation(meeting_id, state=state), which)

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
        facts = replace(self._facts(known), kept_back=_kept_back(known, which))
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
        group, shared = self._group(known), _shared(known)
        kinds = NeedKinds.load(self._templates, group.language)
        helped, others_helped = _helped(known)
        reached, others_reached = _reached(known, kinds)
        return RoleFacts(
            state=known.state,
            group=group,
            lines=tuple(self._line(line, _counted(line.rule, shared, kinds)) for line in ready_lines(shared)),
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


def _has_something(which: RoleList, facts: RoleFacts) -> bool:
    if which is RoleList.SAFETY:
        return bool(facts.helped or facts.others_helped)
    if which is RoleList.CONTACT:
        return bool(facts.reached or facts.others_reached)
    return bool(lines_of(which, facts.lines))


def _kept_back(known: Preparation, which: RoleList) -> int:
    counted = {line.key: line.people for line in ready_lines(_shared(known))}
    lines = [line for line in ready_lines(known) if set(line.rule.lists) & set(SHOWN_ON.get(which, ()))]
    return sum(counted.get(line.key, 0) < line.people for line in lines)


def _counted(rule: NeedRule, shared: Preparation, kinds: NeedKinds) -> CountedKinds:
    """How many people want which kind of what a rule looks after, where that comes in kinds."""
    if rule.key not in kinds or rule.key == _HOW_TO_REACH:
        return CountedKinds()
    wanted = (needs_behind(person, rule, shared.details) for person in shared.people)
    return kinds.counted(rule.key, (" ".join(need.detail for need in needs) for needs in wanted if needs))


def _shared(known: Preparation) -> Preparation:
    """The same with only those needs of which their person said that they may be shared."""
    people = [replace(one, needs=tuple(need for need in one.needs if need.may_share)) for one in known.people]
    return replace(known, people=tuple(people))


def _slip_order(choice: MinutesChoice | None) -> MinutesOrder:
    """As large as the person asked; on pages in any case, as it is written on and comes back."""
    order = MinutesOrder.of(choice)
    size_pt = max(order.size_pt or 0.0, LIST_SIZE_PT)
    if order.format is MinutesFormat.LARGE_PRINT:
        return replace(order, size_pt=size_pt, is_bound=False)
    return MinutesOrder(size_pt=size_pt, with_pictures=order.with_pictures)


def _helped(known: Preparation) -> tuple[tuple[HelpedOut, ...], int]:
    """Who is helped out, by name where that may be shared, and how many others there are."""
    names = printed_names(known.people)
    helpers = {one.person_id: one.helper for one in known.helpers}
    told, others = _told_and_others(known, rules_on(ReadyList.SAFETY))
    return tuple(HelpedOut(name=names[one.id], helper=helpers.get(one.id, "")) for one, _keys in told), others


def _reached(known: Preparation, kinds: NeedKinds) -> tuple[tuple[Reached, ...], int]:
    """Whom to write to or phone, by name where that may be shared, and how many others there are."""
    names = printed_names(known.people)
    told, others = _told_and_others(known, rules_on(ReadyList.CONTACT))
    return tuple(
        Reached(
            name=names[one.id],
            contact=one.contact,
            keys=keys,
            ways=way.names,
            asks_first=bool(said) and not way.is_all,
        )
        for one, keys in told
        for said in [_says_how(one, known) if _HOW_TO_REACH in keys else ""]
        for way in [kinds.find(_HOW_TO_REACH, said) if said else Kinds()]
    ), others


def _says_how(person: Person, known: Preparation) -> str:
    rules = [rule for rule in rules_on(ReadyList.CONTACT) if rule.key == _HOW_TO_REACH]
    return " ".join(need.detail for rule in rules for need in needs_behind(person, rule, known.details))


def _told_and_others(known: Preparation, rules: Sequence[NeedRule]) -> tuple[list[tuple[Person, tuple[str, ...]]], int]:
    """People with the keys of the rules that may be told beside their name; and how many have one that may not."""
    names = printed_names(known.people)
    told: list[tuple[Person, tuple[str, ...]]] = []
    others = 0
    for person in known.people:
        wanted = {rule.key: needs_behind(person, rule, known.details) for rule in rules}
        wanted = {key: needs for key, needs in wanted.items() if needs}
        may_tell = [key for key, needs in wanted.items() if all(need.may_share for need in needs)]
        keys = tuple(may_tell) if person.id in names else ()
        others += len(keys) < len(wanted)
        told += [(person, keys)] if keys else []
    return sorted(told, key=lambda one: names[one[0].id].casefold()), others
