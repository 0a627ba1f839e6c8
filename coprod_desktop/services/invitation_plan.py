"""Who is sent what before a meeting: each person in their own format, and what else they asked for (R06)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.need_rules import rules_for
from coprod_desktop.domain.person import MinutesFormat, Person, agreed_codes, printed_names
from coprod_desktop.services.formats_that_help import PaperOfPerson, helpers_of, paper_of, papers_of
from coprod_desktop.services.minutes_order import SIZES_PT, MinutesOrder, size_near
from coprod_desktop.services.pack_plan import WHITE


class PaperKind(StrEnum):
    """The papers that can be made for a person."""

    INVITATION = "invitation"
    WELCOME_SHEET = "welcome_sheet"
    WHO_IS_WHO = "who_is_who"
    JOINING_SHEET = "joining_sheet"
    NEWCOMERS_PACK = "newcomers_pack"
    KIND_MESSAGE = "kind_message"


_PAPER_OF_RULE: Final = {
    "welcome_sheet": PaperKind.WELCOME_SHEET,
    "who_is_who": PaperKind.WHO_IS_WHO,
    "joining_sheet": PaperKind.JOINING_SHEET,
}
"""What the table of needs says that a person gets, by the key of its rule."""


@dataclass(frozen=True, kw_only=True)
class InviteLine:
    """What one person gets. `number` is what files and the list call it; `name` is for the screen, `printed_name` for
    paper, empty for a person who does not want to be named. `orders` are the formats, `papers` what is made in each.

    `is_printed`: there are pages to print among it; what a computer reads to the person is sent as files. `paper` is
    a colour in words; `copies` how many to print. `contact` is for the sender's own list alone.
    """

    number: int
    person_id: PersonId
    name: str
    printed_name: str
    orders: tuple[MinutesOrder, ...]
    papers: tuple[PaperKind, ...] = (PaperKind.INVITATION,)
    is_printed: bool = True
    paper: str = WHITE
    copies: int = 1
    contact: str = ""

    @property
    def number_words(self) -> str:
        """The copy number in two figures, so that files stand in order."""
        return f"{self.number:02}"


@dataclass(frozen=True, kw_only=True)
class InvitationPlan:
    """All lines; `held_on` is None for the kind message, which belongs to no meeting."""

    lines: tuple[InviteLine, ...]
    title: str = ""
    held_on: date | None = None


def invite_lines(
    people: Sequence[Person], everybody: Sequence[Person], names: Sequence[str], *, newcomers_packs: frozenset[PersonId]
) -> tuple[InviteLine, ...]:
    """A line for each of these people, in their order. `names` are what the screen calls them."""
    printed = printed_names(everybody)
    return tuple(
        _line(number, person, name, printed.get(person.id, ""), has_pack=person.id in newcomers_packs)
        for number, (person, name) in enumerate(zip(people, names, strict=True), 1)
    )


def message_lines(lines: Sequence[InviteLine]) -> tuple[InviteLine, ...]:
    """The same people in the same formats, with the kind message alone."""
    return tuple(replace(line, papers=(PaperKind.KIND_MESSAGE,), copies=1) for line in lines)


def _line(number: int, person: Person, name: str, printed_name: str, *, has_pack: bool) -> InviteLine:
    keys = tuple(rule.key for rule in rules_for(agreed_codes((person,))))
    extras = [_PAPER_OF_RULE[key] for key in keys if key in _PAPER_OF_RULE]
    packs = [PaperKind.NEWCOMERS_PACK] if has_pack else []
    formats = papers_of(person, with_tagged_pages=True)
    return InviteLine(
        number=number,
        person_id=person.id,
        name=name,
        printed_name=printed_name,
        orders=tuple(map(_order, formats)),
        papers=(PaperKind.INVITATION, *extras, *packs),
        is_printed=any(one.choice.format in SIZES_PT and not one.is_sent for one in formats),
        paper=paper_of(person) or WHITE,
        copies=1 + helpers_of(person),
        contact=person.contact,
    )


def _order(paper: PaperOfPerson) -> MinutesOrder:
    choice = paper.choice
    return MinutesOrder(
        format=choice.format,
        size_pt=None if paper.is_sent else size_near(choice),
        with_pictures=choice.pictures,
        line_spacing=choice.line_spacing if choice.format is MinutesFormat.LARGE_PRINT else None,
        is_bound=choice.is_bound,
    )
