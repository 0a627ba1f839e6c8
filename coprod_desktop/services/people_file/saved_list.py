"""The people of a group as a list to save: only what was asked for, and nothing that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.person import MinutesChoice, Person
from coprod_desktop.services.people_file.formula_guard import guarded

_BETWEEN = "; "
_NEEDS_MARKS = frozenset(';,/|"\n')


@dataclass(frozen=True, kw_only=True)
class ListWishes:
    """What else shall be in the list beside names and formats. Needs are health data: only after a clear yes."""

    has_perspectives: bool = False
    has_needs: bool = False


@dataclass(frozen=True, kw_only=True)
class SavedList:
    """How many people are in the list, and how many needs are not: without a yes, or not to be shared (DP-03)."""

    people: int
    needs_left_out: int = 0


def list_text(people: Sequence[Person], wishes: ListWishes) -> str:
    """The list as text with commas, the first row naming the columns."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_headers(wishes))
    writer.writerows([guarded(cell) for cell in _cells(person, wishes)] for person in people)
    return stream.getvalue()


def can_be_told(need: AccessNeed) -> bool:
    """Whether a need may stand on a list: its person said yes, and yes to sharing."""
    return not need.waits_for_yes and need.may_share


def _headers(wishes: ListWishes) -> list[str]:
    return [
        "name",
        *(["perspectives"] if wishes.has_perspectives else []),
        *(["needs"] if wishes.has_needs else []),
        "format",
    ]


def _cells(person: Person, wishes: ListWishes) -> list[str]:
    perspectives = _BETWEEN.join(one.value.replace("_", " ") for one in person.perspectives)
    return [
        person.name,
        *([perspectives] if wishes.has_perspectives else []),
        *([_needs(need for need in person.needs if can_be_told(need))] if wishes.has_needs else []),
        _format(person.minutes),
    ]


def _needs(needs: Iterable[AccessNeed]) -> str:
    return _BETWEEN.join(f"{need.code}: {_detail(need.detail)}" if need.detail else need.code for need in needs)


def _detail(detail: str) -> str:
    """Words that hold a sign between needs stand in quotation marks."""
    return '"' + detail.replace('"', '""') + '"' if _NEEDS_MARKS & set(detail) else detail


def _format(minutes: MinutesChoice | None) -> str:
    if minutes is None:
        return ""
    name = minutes.format.value.replace("_", " ")
    return f"{name} {minutes.size_pt:g}" if minutes.size_pt is not None else name
