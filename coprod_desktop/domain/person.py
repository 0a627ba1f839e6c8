"""A person of the group: how they are named, where they speak from, what they bring, what helps them take part."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.ids import GroupId, PersonId


class Perspective(StrEnum):
    """Where a person speaks from this time; said by the person, several allowed, no rank."""

    LIVED_EXPERIENCE = "lived_experience"
    CARER = "carer"
    LOCAL_PERSON = "local_person"
    PROFESSIONAL = "professional"
    SUPPORTER = "supporter"
    OTHER = "other"
    NOT_SAID = "not_said"


class NamedAs(StrEnum):
    """How minutes name a person; until they are asked, by first name."""

    FULL = "full"
    FIRST = "first"
    CHOSEN = "chosen"
    UNNAMED = "unnamed"


class MinutesFormat(StrEnum):
    """The ways in which minutes can be had."""

    EASY_READ = "easy_read"
    LARGE_PRINT = "large_print"
    PLAIN_TEXT = "plain_text"
    AUDIO = "audio"


@dataclass(frozen=True, kw_only=True)
class MinutesChoice:
    """The minutes a person asked for; `size_pt` in points, None for the usual size; `paper` is a colour in words.

    `line_spacing` of large print is 1.0 to 2.0 type sizes, None for the usual (LP-05). `is_bound` pages have a wide
    left margin, for staples or rings (LP-17).
    """

    format: MinutesFormat = MinutesFormat.EASY_READ
    size_pt: float | None = None
    pictures: bool = True
    paper: str = ""
    line_spacing: float | None = None
    is_bound: bool = False


class Gone(StrEnum):
    """Why a person is no longer on the list; a slip of the hand is none of these."""

    LEFT = "left"
    DIED = "died"


class MessageAnswer(StrEnum):
    """What a person said to the one kind message that they got after they were not seen for a while (R07)."""

    NONE_YET = "none_yet"
    YES = "yes"
    NO_THANK_YOU = "no_thank_you"


@dataclass(frozen=True, kw_only=True)
class KindMessage:
    """The one message "It is fine to stop": when it went out and what came back. There is never a second one."""

    sent_on: date
    answer: MessageAnswer = MessageAnswer.NONE_YET


UNTIMED: int = 0
"""The turn length of a person whose turns are never timed."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Anyone the group knows. Only the name must be there.

    `turn_seconds` is None for the group's usual turn, UNTIMED for no timer; it is theirs alone and never shown.
    `nearly_in_words` is whether they want to be told in words that their time is nearly up (R11).
    `minutes` is None until the person has been asked, and then easy read is given.
    `removed_on` is set when they were taken off the list, `gone` tells why if they left or died; their ideas stay
    under the name they chose. `picture` is their own photo or symbol as a picture word, empty if they want none.
    """

    id: PersonId
    group_id: GroupId
    name: str
    named_as: NamedAs = NamedAs.FIRST
    chosen_name: str = ""
    pronoun: str = ""
    contact: str = ""
    perspectives: tuple[Perspective, ...] = ()
    brings: tuple[str, ...] = ()
    hopes: tuple[str, ...] = ()
    needs: tuple[AccessNeed, ...] = ()
    minutes: MinutesChoice | None = None
    turn_seconds: int | None = None
    nearly_in_words: bool = False
    removed_on: date | None = None
    gone: Gone | None = None
    picture: str = ""
    kind_message: KindMessage | None = None


def agreed_codes(people: Iterable[Person]) -> frozenset[str]:
    """The codes of the needs that act: those to which their person said yes (DP-03). No code stands beside a name."""
    return frozenset(need.code for person in people for need in person.needs if not need.waits_for_yes)


def first_name(name: str) -> str:
    """The part of a name before its first space."""
    return name.split()[0] if name.split() else name


def is_written_to(person: Person) -> bool:
    """Whether papers are made for a person: not once they left, died or were taken off; then all letters stop."""
    return person.removed_on is None and person.gone is None


def spoken_names(people: Iterable[Person]) -> Mapping[PersonId, str]:
    """What the room calls each person: the name they chose, else the first name, with an initial if two share it.

    Two who would still be called the same get a number, so that nobody is taken for somebody else.
    """
    listed = list(people)
    firsts = Counter(_called(person).casefold() for person in listed)
    return _numbered(
        {
            person.id: _with_initial(person) if firsts[_called(person).casefold()] > 1 else _called(person)
            for person in listed
        }
    )


def printed_names(people: Iterable[Person]) -> Mapping[PersonId, str]:
    """How minutes name each person (DP-05). A person who did not want to be named is left out."""
    listed = list(people)
    spoken = spoken_names(listed)
    return _numbered(
        {person.id: _printed(person, spoken) for person in listed if person.named_as is not NamedAs.UNNAMED}
    )


def names_apart(people: Iterable[Person]) -> Mapping[PersonId, str]:
    """The whole names for a list; people of one name have the name they chose beside it, or a number."""
    listed = list(people)
    same = Counter(person.name.casefold() for person in listed)
    told = {person.id: _with_chosen(person) if same[person.name.casefold()] > 1 else person.name for person in listed}
    return _numbered(told)


def _numbered(names: Mapping[PersonId, str]) -> Mapping[PersonId, str]:
    """The same names, with a number after those that are not the only one; by id, so that it says nothing else."""
    same = Counter(name.casefold() for name in names.values())
    if len(same) == len(names):
        return names
    used: Counter[str] = Counter()
    numbers: dict[PersonId, int] = {}
    for person_id in sorted(names):
        used[names[person_id].casefold()] += 1
        numbers[person_id] = used[names[person_id].casefold()]
    return {
        person_id: f"{name} ({numbers[person_id]})" if same[name.casefold()] > 1 else name
        for person_id, name in names.items()
    }


def _with_chosen(person: Person) -> str:
    return f"{person.name} ({person.chosen_name})" if person.chosen_name else person.name


def _printed(person: Person, spoken: Mapping[PersonId, str]) -> str:
    match person.named_as:
        case NamedAs.FULL:
            return person.name
        case NamedAs.CHOSEN if person.chosen_name:
            return person.chosen_name
        case _:
            return spoken[person.id]


def _called(person: Person) -> str:
    if person.named_as is NamedAs.CHOSEN and person.chosen_name:
        return person.chosen_name
    return first_name(person.name)


def _with_initial(person: Person) -> str:
    parts = person.name.split()
    if person.named_as is NamedAs.CHOSEN and person.chosen_name:
        return person.chosen_name
    return f"{parts[0]} {parts[-1][0]}." if len(parts) > 1 else person.name
