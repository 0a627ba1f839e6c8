"""What the paper kit says: the facts of one meeting in words, before anything is drawn."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.group import DEFAULT_CARDS, Card, Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import HowOpen, ItemState
from coprod_desktop.domain.meeting import Bounds, FixedBound
from coprod_desktop.domain.meeting_state import AgendaItem, Attendance, MeetingState
from coprod_desktop.domain.own_picture import OwnPicture
from coprod_desktop.domain.person import Person, is_written_to, printed_names
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.room import PlannedBreak
from coprod_desktop.minutes.blocks import NO_PICTURE, Block, BlockRole
from coprod_desktop.minutes.bounds_told import open_line
from coprod_desktop.minutes.dates_and_amounts import protected_spans, time_range_words, time_words
from coprod_desktop.minutes.paper_kit.kit_part import NameOrder
from coprod_desktop.minutes.picture_choosing import PictureChooser
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller, in_mid_sentence
from coprod_desktop.minutes.wording import Wording, number_words

KIT_FILES = ("wording", "paper_kit")
"""The collections of fixed words that the kit is made of."""

_NEUTRAL = "list"
_ASKED = (None, Source.WHOLE_GROUP, Source.UNNAMED)
_OPEN_LINES = {
    HowOpen.DECIDE: "agenda_open_decide",
    HowOpen.ADVISE: "agenda_open_advise",
    HowOpen.TOLD: "agenda_open_told",
}
_HOW_OPEN = {HowOpen.ADVISE: "agenda_advise", HowOpen.TOLD: "agenda_told"}


@dataclass(frozen=True, kw_only=True)
class AgendaLine:
    """One thing to talk about: its number, its title as it was said, and what is told below it."""

    number: int
    title: str
    told: tuple[str, ...]
    picture: str


@dataclass(frozen=True, kw_only=True)
class FixedLine:
    """Something that is fixed, and why, under a label that says by whom; or another thing that people should know."""

    label: str
    told: tuple[str, ...]
    picture: str = "lock"


@dataclass(frozen=True, kw_only=True)
class TurnName:
    """A person on the turn sheet, by the name they chose for paper."""

    person_id: PersonId
    name: str


@dataclass(frozen=True, kw_only=True)
class KitContent:
    """All that the papers of one meeting say; what is not known is empty, and printed as a line to write on.

    `names` are those expected or here, in the order in which they came; `unnamed_count` people have a row to write in.
    """

    group_name: str
    title: str
    date_words: str
    time_words: str
    place: str
    calendar: str
    language: str
    wording: Wording
    purpose: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    open_count: str = ""
    fixed: tuple[FixedLine, ...] = ()
    is_without_decisions: bool = False
    agenda: tuple[AgendaLine, ...] = ()
    kept_for_later: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    names: tuple[TurnName, ...] = ()
    unnamed_count: int = 0
    protected: tuple[str, ...] = ()
    own_pictures: tuple[OwnPicture, ...] = ()
    cards: tuple[Card, ...] = DEFAULT_CARDS

    def names_in(self, order: NameOrder, first: PersonId | None = None) -> tuple[str, ...]:
        """The names for a go-round that begins with `first`; whoever stands before them comes after the last."""
        listed = list(self.names)
        if order is NameOrder.BY_NAME:
            listed.sort(key=lambda one: _alphabet_key(one.name))
        start = next((place for place, one in enumerate(listed) if one.person_id == first), 0)
        return tuple(one.name for one in listed[start:] + listed[:start])


def kit_content(
    state: MeetingState,
    group: Group,
    people: Sequence[Person],
    *,
    wording: Wording,
    chooser: PictureChooser | None = None,
) -> KitContent:
    """The words of the kit. Nothing is read of a person but the name they chose for paper (DP-04, DP-05).

    With a `chooser` an item has the picture that it has in the minutes; else the one that the record names.
    """
    teller = Teller(wording, printed_names(people))
    details = state.details
    gone = frozenset(person.id for person in people if not is_written_to(person))
    expected = _expected(seen for seen in state.attendance.values() if seen.came or seen.person_id not in gone)
    named = [seen.person_id for seen in expected if seen.person_id in teller.names]
    agenda = tuple(_line(number, item, teller, chooser) for number, item in enumerate(state.listed_items, 1))
    date_words = teller.day(details.held_on) if details else ""
    content = KitContent(
        group_name=tidy(group.name),
        title=tidy(state.title),
        date_words=date_words,
        time_words=time_range_words(details.starts_at, details.ends_at, wording) if details else "",
        place=tidy(details.venue) if details else "",
        calendar=teller.calendar(details.held_on if details else None),
        language=group.language,
        wording=wording,
        purpose=sentences(details.purpose) if details else (),
        open=tuple(open_line(line, how, teller, _OPEN_LINES) for line, how in state.bounds.open_lines),
        open_count=_open_count(state.bounds, wording),
        fixed=tuple(_all_fixed(state.bounds, teller)),
        is_without_decisions=details is not None and details.is_without_decisions,
        agenda=agenda,
        kept_for_later=tuple(tidy(item.details.title) for item in state.agenda if item.state is ItemState.PARKED),
        breaks=tuple(_break_line(one, wording) for one in state.room.planned_breaks),
        names=tuple(TurnName(person_id=who, name=tidy(teller.names[who])) for who in named),
        unnamed_count=len(expected) - len(named),
        own_pictures=_own_in(agenda, chooser),
        cards=tuple(replace(card, meaning=tidy(card.meaning)) for card in group.cards),
    )
    return _with_protected(content, teller)


def _break_line(one: PlannedBreak, wording: Wording) -> str:
    when = time_words(one.at, wording) or tidy(one.at)
    words = wording.count("agenda_break", one.minutes)
    return wording("with_a_number", label=when, words=words)


def _with_protected(content: KitContent, teller: Teller) -> KitContent:
    told = [line for one in content.agenda for line in (one.title, *one.told)]
    facts = [content.date_words, content.time_words, content.place, *content.purpose, *content.open, *content.breaks]
    names = [tidy(name) for name in teller.names.values()]
    return replace(content, protected=protected_spans([*told, *facts], names))


def _expected(attendance: Iterable[Attendance]) -> list[Attendance]:
    """Who is here, in the order in which they came, then who is still expected; everybody before anyone is here."""
    asked = [seen for seen in attendance if seen.is_here or not seen.is_sorry]
    here = sorted((seen for seen in asked if seen.is_here), key=lambda seen: seen.arrived_at)
    others = [seen for seen in asked if not seen.is_here and not (here and seen.came)]
    return here + others


def _line(number: int, item: AgendaItem, teller: Teller, chooser: PictureChooser | None) -> AgendaLine:
    details = item.details
    how_open = _HOW_OPEN.get(details.how_open)
    minutes = teller.wording.count("agenda_minutes", details.minutes_wanted) if details.minutes_wanted else ""
    told = (
        *_asked_by(details.proposer, teller),
        *teller.told_how(details.proposer),
        *(teller.say(how_open) if how_open else ()),
        *(teller.say("agenda_item_hard") if details.may_be_hard else ()),
        *((*teller.say("agenda_item_fixed"), *sentences(details.fixed)) if details.fixed else ()),
        *((minutes,) if minutes else ()),
    )
    return AgendaLine(number=number, title=tidy(details.title), told=told, picture=_picture(item, chooser))


def _picture(item: AgendaItem, chooser: PictureChooser | None) -> str:
    """The picture of an item; where one was left out in the minutes, the sheet has the neutral one."""
    named = tidy(item.details.picture) or _NEUTRAL
    if chooser is None:
        return named
    block = Block(sentences=(tidy(item.details.title),), picture=named, role=BlockRole.ASKED, ref=item.id)
    chosen = chooser.picture_of(block)
    return _NEUTRAL if chosen == NO_PICTURE else chosen


def _own_in(agenda: Sequence[AgendaLine], chooser: PictureChooser | None) -> tuple[OwnPicture, ...]:
    used = {line.picture for line in agenda}
    return tuple(own for own in chooser.pictures.own if own.picture_word in used) if chooser is not None else ()


def _asked_by(proposer: Proposer, teller: Teller) -> tuple[str, ...]:
    """Whose item it is, never left out; what reached us another way "came from" there."""
    key = "agenda_asked_by" if proposer.source in _ASKED else "item_came_from"
    return teller.say(key, who=teller.proposer(proposer))


def _all_fixed(bounds: Bounds, teller: Teller) -> Iterator[FixedLine]:
    """What is fixed, what people who use the service will not give up, and the organisation's own reasons."""
    yield from (_fixed(one, teller) for one in bounds.fixed)
    for line in bounds.not_given_up:
        yield FixedLine(label=teller.wording("firm_label"), told=sentences(line), picture="hand up")
    if bounds.why_now:
        yield FixedLine(label=teller.wording("why_now_label"), told=sentences(bounds.why_now), picture="reason")
    if bounds.hoped_gain:
        yield FixedLine(label=teller.wording("hoped_for_label"), told=sentences(bounds.hoped_gain), picture="target")


def _open_count(bounds: Bounds, wording: Wording) -> str:
    """How many things are open; it says that we can change them only where nobody said that we cannot."""
    can_change = all(how_open in (None, HowOpen.DECIDE) for _, how_open in bounds.open_lines)
    key = "agenda_open_things" if can_change else "agenda_told_things"
    return wording.count(key, len(bounds.open)) if bounds.open else ""


def _fixed(fixed: FixedBound, teller: Teller) -> FixedLine:
    who = in_mid_sentence(tidy(fixed.by_whom))
    label = teller.wording("agenda_fixed_by_label", who=who) if who else teller.wording("agenda_fixed_label")
    return FixedLine(label=label, told=(*sentences(fixed.what), *sentences(fixed.why)))


def _alphabet_key(name: str) -> tuple[str, str]:
    """Where a name stands in the alphabet: accents and capitals make no difference."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return plain.casefold(), name


def numbered(number: int, title: str, wording: Wording) -> str:
    """ "3. Where do the first shelters go?" """
    return wording("agenda_numbered", number=number_words(number), title=title)
