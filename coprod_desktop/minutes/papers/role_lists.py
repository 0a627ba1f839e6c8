"""Lists to print before a meeting, one for each role: what it must know and no more (R03, DP-04).

A list given to others holds no own words, and no name beside a need. Only who is helped out in a fire and who is
reminded stands there by name, where that person said that it may be shared.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from coprod_desktop.domain.need_rules import DoneBy
from coprod_desktop.domain.venue import CheckAnswer, Checked
from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.dates_and_amounts import time_range_words
from coprod_desktop.minutes.papers.frame import PAPER_FILES, Paper, paper_content
from coprod_desktop.minutes.papers.role_list_facts import Reached, RoleFacts, RoleLine, RoleList, lines_of
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording

ROLE_LIST_FILES = (*PAPER_FILES, "role_lists")
"""The collections of fixed words that the lists are made of."""

LIST_SIZE_PT: Final = 16.0
"""The size of the letters, in points: large print (LP-01)."""

_LINES_FOR_KINDS: Final = 2
_BOXES_TOGETHER: Final = 8
"""So many boxes stand in one block, which stays on one page."""


def role_list(which: RoleList, facts: RoleFacts, *, wording: Wording) -> MinutesContent:
    """One list. Raises KeyError for what is no list, such as the door sign."""
    maker = _ListMaker(which, facts, wording)
    title, date_words = wording(f"{which.value}_title"), maker.date_words
    paper = Paper(
        kind="role_list",
        title=title,
        cover=tuple(maker.cover()),
        sections=tuple(maker.sections()),
        date_words=date_words,
        foot=wording("role_list_foot", title=title, date=date_words) if date_words else title,
        has_about=False,
    )
    made = paper_content(paper, replace(facts.group, words=()), wording=wording)
    return replace(made, sections=tuple(replace(section, number="") for section in made.sections))


class _ListMaker:
    """The blocks of one list."""

    def __init__(self, which: RoleList, facts: RoleFacts, wording: Wording) -> None:
        self._which, self._facts, self._wording = which, facts, wording
        self._teller = Teller(wording, {})
        self._lines = lines_of(which, facts.lines)

    @property
    def date_words(self) -> str:
        """The day of the meeting."""
        details = self._facts.state.details
        return self._teller.day(details.held_on) if details else ""

    def cover(self) -> Iterator[Block]:
        """Who it is for, which meeting, and that it goes into the bin."""
        yield self._told("role_list_for_label", f"{self._which.value}_for", "role_list_keep")
        meeting = tuple(self._meeting())
        if meeting:
            yield _block(self._wording("role_list_meeting_label"), *meeting)

    def sections(self) -> Iterator[Section]:
        """What is to be done, and what helps to do it."""
        makers: dict[RoleList, Callable[[], Iterator[Block]]] = {
            RoleList.BOOKINGS: self._bookings,
            RoleList.PAPERS: self._papers,
            RoleList.CATERING: self._catering,
            RoleList.TRANSPORT: self._transport,
            RoleList.MONEY: self._money,
            RoleList.CONTACT: self._contact,
            RoleList.ROOM: self._room,
            RoleList.SAFETY: self._safety,
        }
        heading = self._wording(f"{self._which.value}_lines_heading")
        yield Section(heading=heading, blocks=(*makers[self._which](), *self._kept_back()))
        if self._which is RoleList.ROOM:
            yield from self._place()
        if self._which is RoleList.SAFETY:
            ways = (self._to_write(label, "safety_write", 1) for label in ("safety_way_label", "safety_meet_label"))
            yield Section(heading=self._wording("safety_all_heading"), blocks=tuple(ways))

    # What each list prints

    @property
    def _to_do(self) -> list[RoleLine]:
        return [line for line in self._lines if not line.is_by_itself]

    def _tasks(self, lines: Sequence[RoleLine], label: str = "") -> Iterator[Block]:
        """A box and a line for each; what comes in kinds has them below its own words."""
        told = [" ".join(self._task(line)) for line in lines if not line.kinds]
        for start in range(0, len(told), _BOXES_TOGETHER):
            block = _block("" if start else label)
            yield replace(block, answers=tuple(told[start : start + _BOXES_TOGETHER]), continues=start > 0)
        for line in lines:
            if line.kinds:
                yield from self._line(line, *self._by(line, "role_list_by"), answers=("role_list_done",))

    def _task(self, line: RoleLine) -> tuple[str, ...]:
        return (ended(tidy(line.words)), *sentences(line.note), *self._by(line, "role_list_by"))

    def _bookings(self) -> Iterator[Block]:
        tasks = [line for line in self._to_do if line.done_by is not DoneBy.STEPS]
        for line in self._to_do:
            if line not in tasks:
                yield from self._booking(line)
        yield from self._tasks(tasks)

    def _booking(self, line: RoleLine) -> Iterator[Block]:
        now = (self._wording("role_list_now", state=line.state),) if line.state else ()
        told = (*now, *self._by(line, "bookings_by"))
        yield from self._line(line, *told, answers=("bookings_asked", "bookings_arranged", "bookings_ready"))
        who = _block("", self._wording("bookings_who"))
        yield replace(who, continues=True, lines_to_write=1, ref=line.key)

    def _papers(self) -> Iterator[Block]:
        """What somebody has to do; after it what the print pack holds by itself, in one list."""
        yield from self._tasks(self._to_do)
        packed = tuple(tidy(line.words) for line in self._lines if line.is_by_itself)
        if packed:
            count = self._wording.count("papers_packed", len(packed))
            yield replace(_block(self._wording("papers_packed_label"), count), items=packed)

    def _room(self) -> Iterator[Block]:
        """What the place must have, with what somebody found; then what to do there, a box and a line for each."""
        for line in self._to_do:
            if line.is_of_place:
                yield from self._in_room(line)
        tasks = [line for line in self._to_do if not line.is_of_place]
        yield from self._tasks(tasks, self._wording("room_do_label"))

    def _in_room(self, line: RoleLine) -> Iterator[Block]:
        return self._line(line, " ".join(self._found(line.checked)), answers=("room_is_there", "room_is_not_there"))

    def _found(self, checked: Checked | None) -> Iterator[str]:
        if checked is None:
            yield self._wording("room_not_looked")
            return
        key = "room_found_yes" if checked.answer is CheckAnswer.YES else "room_found_no"
        yield self._wording(key, day=self._teller.day(checked.checked_on))
        if checked.note:
            yield ended(self._wording("room_found_note", note=tidy(checked.note)))

    def _catering(self) -> Iterator[Block]:
        details = self._facts.state.details
        food = sentences(details.food) if details else ()
        label = self._wording("catering_food_label") if food else ""
        yield _block(label, *food, self._wording.count("role_list_people", self._facts.people))
        yield from self._tasks(self._to_do)
        unknown = self._facts.kept_back + sum(line.others for line in self._lines)
        if unknown:
            told = sentences(self._wording("catering_write"))
            yield replace(_block("", *told), continues=True, lines_to_write=min(unknown, _LINES_FOR_KINDS))

    def _transport(self) -> Iterator[Block]:
        yield _block("", self._wording.count("role_list_people", self._facts.people))
        yield from self._tasks(self._to_do)
        yield self._to_write("transport_write_label", "transport_write", _LINES_FOR_KINDS)

    def _money(self) -> Iterator[Block]:
        details = self._facts.state.details
        said = (details.taking_part_money if details else "") or self._facts.group.taking_part_money
        if said:
            yield _block(self._wording("money_said_label"), *sentences(said))
        yield from self._tasks(self._to_do)

    def _contact(self) -> Iterator[Block]:
        days = {line.key: line.due_on for line in self._lines}
        for one in self._facts.reached:
            way = sentences(one.contact) if one.contact else (self._wording("contact_no_way"),)
            first = tuple(self._best_way(one))
            acts = tuple(filter(None, (self._act(key, days.get(key)) for key in one.keys)))
            yield replace(_block(tidy(one.name), *way, *first), answers=acts, ref=f"reach {one.name}")
        yield from self._not_here(self._facts.others_reached)

    def _best_way(self, one: Reached) -> Iterator[str]:
        if one.ways:
            yield self._wording("contact_way", ways=self._wording("contact_or").join(one.ways))
        if one.contact and one.asks_first:
            yield self._wording("contact_ask_more" if one.ways else "contact_ask_way")

    def _act(self, key: str, day: date | None) -> str:
        """What to do for a person, as words after a box; how they are reached is no act of its own."""
        if key == "tell_by_voice":
            return self._wording("contact_tell_by_voice")
        known = key in ("remind_week", "remind_day") and day is not None
        return self._wording(f"contact_{key}", day=self._teller.day(day)) if known and day else ""

    def _safety(self) -> Iterator[Block]:
        for one in self._facts.helped:
            helper = tidy(one.helper)
            told = self._wording("safety_helper", helper=helper) if helper else self._wording("safety_no_helper")
            yield replace(_block(tidy(one.name), *sentences(told)), ref=f"help {one.name}")
        yield from self._not_here(self._facts.others_helped)

    def _not_here(self, count: int) -> Iterator[Block]:
        if count:
            safety = (self._wording("safety_tell"),) if self._which is RoleList.SAFETY else ()
            yield _block(self._wording("role_list_ask_label"), self._wording.count("role_list_ask", count), *safety)

    def _kept_back(self) -> Iterator[Block]:
        by_name = self._which in (RoleList.SAFETY, RoleList.CONTACT)  # these count people
        if self._facts.kept_back and not by_name:
            told = self._wording.count("role_list_kept", self._facts.kept_back)
            yield _block(self._wording("role_list_ask_label"), told)

    def _place(self) -> Iterator[Section]:
        venue = self._facts.venue
        if venue is None:
            return
        told = {"address": venue.address, "directions": venue.directions, "ask": venue.contact}
        blocks = tuple(
            _block(self._wording(f"room_{key}_label"), *sentences(words)) for key, words in told.items() if words
        )
        if blocks:
            yield Section(heading=self._wording("room_place_heading"), blocks=blocks)

    # Parts

    def _line(self, line: RoleLine, *told: str, answers: tuple[str, ...]) -> Iterator[Block]:
        """What it is, what is known of it, and boxes to tick; all of it on one page."""
        is_told = bool(line.kinds) and not line.others
        note = () if is_told else tuple(sentences(line.note))
        known = (note, told) if line.done_by is DoneBy.STEPS else (note + told,)
        label = replace(_block(tidy(line.words), *known[0]), items=tuple(self._kinds(line)))
        blocks = [label, *(replace(_block("", *one), continues=True) for one in known[1:] if one)]
        blocks[-1] = replace(blocks[-1], answers=tuple(self._wording(key) for key in answers))
        return (replace(block, ref=line.key) for block in blocks)

    def _kinds(self, line: RoleLine) -> Iterator[str]:
        for name, count in line.kinds:
            yield self._wording("with_a_number", label=name, words=str(count))
        if line.kinds and line.others:
            yield self._wording.count("role_list_others", line.others)

    def _by(self, line: RoleLine, key: str) -> Iterator[str]:
        if line.is_done or line.due_on is None:
            return
        day = self._wording(key, day=self._teller.day(line.due_on))
        late = "role_list_too_late" if line.may_be_too_late else "role_list_passed" if line.is_late else ""
        yield f"{day} {self._wording(late)}" if late else day

    def _meeting(self) -> Iterator[str]:
        details = self._facts.state.details
        if details is None:
            return
        yield ended(tidy(details.title))
        time = time_range_words(details.starts_at, details.ends_at, self._wording)
        if time:
            yield self._wording("role_list_time", time=time)
        place = self._facts.venue.name if self._facts.venue else details.venue
        if place:
            yield self._wording("role_list_at_place", place=tidy(place).rstrip("."))

    def _told(self, label: str, *keys: str) -> Block:
        return _block(self._wording(label), *(line for key in keys for line in sentences(self._wording(key))))

    def _to_write(self, label: str, key: str, lines: int) -> Block:
        return replace(self._told(label, key), lines_to_write=lines)


def _block(label: str, *told: str) -> Block:
    return Block(label=label, sentences=told, picture="")
