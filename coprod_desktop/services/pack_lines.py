"""Who is to get minutes, and which copy: everybody who came, was expected or sent sorry."""

from collections.abc import Sequence

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person, printed_names, spoken_names
from coprod_desktop.services.formats_that_help import PaperOfPerson, helpers_of, more_minutes_of, paper_of, papers_of
from coprod_desktop.services.minutes_order import SIZES_PT, MinutesOrder, size_near
from coprod_desktop.services.pack_plan import WHITE, PackLine
from coprod_desktop.services.people_service import folded


def pack_lines(state: MeetingState, people: Sequence[Person]) -> tuple[PackLine, ...]:
    """A line for each paper of each person on the list of the meeting, in the order of the alphabet: nobody is ranked.

    Whoever was taken off the list of people is left out. Their places in the order tell nothing but the alphabet.
    """
    there = [person for person in people if person.id in state.attendance and person.removed_on is None]
    spoken, printed = spoken_names(people), printed_names(people)
    ordered = sorted(there, key=lambda person: (folded(spoken[person.id]), folded(person.name)))
    papers = ((person, paper) for person in ordered for paper in papers_of(person))
    return tuple(
        _line(number, person, paper, state, (spoken[person.id], printed.get(person.id, "")))
        for number, (person, paper) in enumerate(papers, 1)
    )


def common_line(number: int) -> PackLine:
    """The common copy, in easy read; none is wanted until somebody says so."""
    choice = MinutesChoice()
    return PackLine(number=number, person_id=None, name="", printed_name="", size_pt=size_near(choice) or 0.0, copies=0)


def order_of(line: PackLine) -> MinutesOrder:
    """What to order from the minutes for a line."""
    is_large = line.format is MinutesFormat.LARGE_PRINT
    return MinutesOrder(
        format=line.format,
        size_pt=line.size_pt or None,
        with_pictures=line.with_pictures,
        line_spacing=line.line_spacing if is_large else None,
        is_bound=line.is_bound,
        for_person=line.person_id,
    )


def _line(number: int, person: Person, paper: PaperOfPerson, state: MeetingState, names: tuple[str, str]) -> PackLine:
    choice, (name, printed_name) = paper.choice, names
    is_printed = choice.format in SIZES_PT and not paper.is_sent
    return PackLine(
        number=number,
        person_id=person.id,
        name=name,
        printed_name=printed_name,
        is_asked=person.minutes is not None,
        was_there=state.attendance[person.id].came,
        format=choice.format,
        size_pt=size_near(choice) or 0.0,
        with_pictures=choice.pictures,
        paper=paper_of(person) or WHITE,
        line_spacing=choice.line_spacing,
        is_bound=choice.is_bound,
        is_sent=paper.is_sent,
        copies=1 + (helpers_of(person) + more_minutes_of(person) if is_printed else 0),
    )
