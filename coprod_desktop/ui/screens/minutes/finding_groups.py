"""What was found, as a person wants to see it: the same words in several places are one thing to mend."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from coprod_desktop.services.check_service import CheckedFinding, CheckReport, Finding

PageOf = Callable[[Finding], int | None]
"""The page of a finding, from 0."""


@dataclass(frozen=True, kw_only=True)
class FoundThing:
    """One thing to mend, in all places where it stands. `key` stays the same when the pages are made again."""

    key: str
    places: tuple[Finding, ...]
    is_settled: bool

    @property
    def finding(self) -> Finding:
        """The first place where it can be mended, else the first place."""
        return next((place for place in self.places if place.ref), self.places[0])

    @property
    def is_blocking(self) -> bool:
        """Whether it takes away the words "ready to print"."""
        return any(place.is_blocking for place in self.places)

    def short_words(self, page_of: PageOf) -> str:
        """One line: the page, and what it is without the words that are quoted at length."""
        what = self.finding.message.split(": “")[0].rstrip(".")
        page = next((at for at in map(page_of, self.places) if at is not None), None)
        return f"{what}." if page is None else f"{_page(page)}. {what}."

    def where_words(self, page_of: PageOf) -> str:
        """All places: "Page 4: Main points. Page 9: We agreed."."""
        places = []
        for place in self.places:
            page = page_of(place)
            places.append(place.place if page is None else f"{_page(page)}: {place.place}")
        return " ".join(f"{place.rstrip('.')}." for place in dict.fromkeys(places))


def found_things(report: CheckReport) -> list[FoundThing]:
    """Everything that was found, what takes away "ready to print" first, else in reading order."""
    groups: dict[str, list[CheckedFinding]] = {}
    for one in report.findings:
        groups.setdefault(_key(one.finding), []).append(one)
    things = [_thing(key, found) for key, found in groups.items()]
    return sorted(things, key=lambda thing: not thing.is_blocking)


def _thing(key: str, found: Iterable[CheckedFinding]) -> FoundThing:
    listed = tuple(found)
    is_settled = all(one.is_settled for one in listed)
    return FoundThing(key=key, places=tuple(one.finding for one in listed), is_settled=is_settled)


def _key(finding: Finding) -> str:
    return f"{finding.rule}\n{finding.text or finding.message}"


def _page(page: int) -> str:
    return QCoreApplication.translate("FoundThing", "Page {number}").format(number=page + 1)
