"""Who is to get minutes, and which copy: everybody who came, was expected or sent sorry."""

from collections.abc import Sequence

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person, printed_names, spoken_names
from coprod_desktop.services.minutes_service import SIZES_PT, USUAL_SIZE_PT, MinutesOrder
from coprod_desktop.services.pack_plan import WHITE, PackLine
from coprod_desktop.services.people_service import folded


def pack_lines(state: MeetingState, people: Sequence[Person]) -> tuple[PackLine, ...]:
    """A line for each person on the list of the meeting, in the order of the alphabet: nobody is ranked.

    Whoever was taken off the list of people is left out. Their places in the order tell nothing but the alphabet.
    """
    there = [person for person in people if person.id in state.attendance and person.removed_on is None]
    spoken, printed = spoken_names(people), printed_names(people)
    ordered = sorted(there, key=lambda person: (folded(spoken[person.id]), folded(person.name)))
    return tuple(
        _line(number, person, state, spoken[person.id], printed.get(person.id, ""))
        for number, person in enumerate(ordered, 1)
    )


def common_line(number: int) -> PackLine:
    """The common copy, in easy read; none is wanted until somebody says so."""
    choice = MinutesChoice()
    return PackLine(number=number, person_id=None, name="", printed_name="", size_pt=_size(choice), copies=0)


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


def _line(number: int, person: Person, state: MeetingState, name: str, printed_name: str) -> PackLine:
    choice = person.minutes or MinutesChoice()
    return PackLine(
        number=number,
        person_id=person.id,
        name=name,
        printed_name=printed_name,
        is_asked=person.minutes is not None,
        was_there=state.attendance[person.id].came,
        format=choice.format,
        size_pt=_size(choice),
        with_pictures=choice.pictures,
        paper=" ".join(choice.paper.split()) or WHITE,
        line_spacing=choice.line_spacing,
        is_bound=choice.is_bound,
    )


def _size(choice: MinutesChoice) -> float:
    """The size asked for, or the nearest that the format has; 0 for files to send."""
    if choice.format not in SIZES_PT:
        return 0.0
    smallest, largest = SIZES_PT[choice.format]
    return min(max(choice.size_pt or USUAL_SIZE_PT[choice.format], smallest), largest)
