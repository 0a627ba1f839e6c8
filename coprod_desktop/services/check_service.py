"""Print checks: what takes away the words "ready to print", each place with its reason and a way to mend it (UI-27)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.person import MinutesFormat, printed_names
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.clock import Clock, SystemClock
from coprod_desktop.services.minutes_service import MinutesOrder, MinutesService
from coprod_desktop.services.reading_pieces import PlaceWords, plain_text_file, reading_matter
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.settled_findings_store import SettledFindingsStore
from coprod_desktop.words.findings import Finding, digest
from coprod_desktop.words.house_words import HouseWords
from coprod_desktop.words.judge import WordJudge
from coprod_desktop.words.reading_matter import ReadingMatter
from coprod_desktop.words.text_file import bytes_findings, plain_text_findings

if TYPE_CHECKING:
    from coprod_desktop.minutes.page_checks.finding_words import FindingWords

__all__ = ["CheckReport", "CheckService", "CheckedFinding", "Finding", "Gathered"]

_ON_PAGES = (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT)


@dataclass(frozen=True, kw_only=True)
class CheckedFinding:
    """A finding, and whether somebody said "Our readers say this is fine"."""

    finding: Finding
    is_settled: bool = False


@dataclass(frozen=True, kw_only=True)
class CheckReport:
    """All that was found in one file of minutes, in reading order."""

    findings: tuple[CheckedFinding, ...] = ()

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """What nobody settled yet."""
        return tuple(one.finding for one in self.findings if not one.is_settled)

    @property
    def blocking_count(self) -> int:
        """How many open findings take away "ready to print"."""
        return sum(finding.is_blocking for finding in self.open_findings)

    @property
    def is_ready(self) -> bool:
        """Whether the file may be called "ready to print"."""
        return self.blocking_count == 0

    def with_settled(self, finding: Finding, is_settled: bool = True) -> "CheckReport":
        """The same report after these words were settled, or opened again, wherever they stand."""
        same = _key(finding)
        return CheckReport(
            findings=tuple(
                replace(one, is_settled=is_settled) if _key(one.finding) == same else one for one in self.findings
            )
        )


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """All that a check needs from the store, so that the check itself may run in a thread."""

    content: MinutesContent
    order: MinutesOrder
    group: Group
    names: tuple[str, ...]
    settled: frozenset[tuple[str, str]] = field(default=frozenset())


class CheckService:
    """Checks minutes before they are printed. `gather` reads the store; `judge` reads nothing but the templates."""

    def __init__(
        self, database: Database, templates_folder: Path, minutes: MinutesService, *, clock: Clock | None = None
    ) -> None:
        self._log = MeetingLog(database)
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._settled = SettledFindingsStore(database)
        self._templates = templates_folder
        self._minutes = minutes
        self._clock = clock or SystemClock()

    def check(
        self,
        meeting_id: MeetingId,
        order: MinutesOrder,
        *,
        content: MinutesContent | None = None,
        data: bytes | None = None,
    ) -> CheckReport:
        """What is found in these minutes. What was made already may be handed in, so that it is not made again.

        Raises NotAllowed if there is no such meeting, or for a size that the format does not have.
        """
        return self.judge(self.gather(meeting_id, order, content), data)

    def gather(self, meeting_id: MeetingId, order: MinutesOrder, content: MinutesContent | None = None) -> Gathered:
        """What the check of these minutes needs from the store. Raises as `check`."""
        order.checked_size()
        group = self._group(meeting_id)
        told = content or self._minutes.content(meeting_id, for_person=order.for_person)
        return Gathered(
            content=told,
            order=order,
            group=group,
            names=tuple(printed_names(self._people.people(group.id, with_removed=True)).values()),
            settled=self._settled.settled(meeting_id),
        )

    def judge(self, gathered: Gathered, data: bytes | None = None) -> CheckReport:
        """Runs the checks. `data` is the file if it was made already. Raises NotAllowed as `check`."""
        made = self._minutes.render(gathered.content, gathered.order) if data is None else data
        told = self._part(gathered)
        if gathered.order.format in _ON_PAGES:
            findings = [*self._of_words(told), *self._of_pages(told, made)]
        else:
            findings = self._of_text(told, made)
        return CheckReport(
            findings=tuple(
                CheckedFinding(finding=one, is_settled=_key(one) in gathered.settled) for one in _once(findings)
            )
        )

    def settle(self, meeting_id: MeetingId, finding: Finding) -> None:
        """ "Our readers say this is fine": readers outrank the counter, for these words wherever they stand (UI-27)."""
        self._settled.settle(meeting_id, finding.rule, digest(finding), self._clock.now())

    def unsettle(self, meeting_id: MeetingId, finding: Finding) -> None:
        """Opens a settled finding again."""
        self._settled.unsettle(meeting_id, finding.rule, digest(finding))

    def _of_words(self, gathered: Gathered) -> tuple[Finding, ...]:
        matter = self._matter(gathered)
        if gathered.order.format is MinutesFormat.LARGE_PRINT:
            return self._judge.large_print(matter)
        return self._judge.easy_read(matter)

    def _of_text(self, gathered: Gathered, data: bytes) -> list[Finding]:
        unreadable = bytes_findings(data, self._house)
        if unreadable:
            return list(unreadable)
        file = plain_text_file(gathered.content, self._matter(gathered), data.decode("utf-8"))
        return list(plain_text_findings(file, self._house))

    def _of_pages(self, gathered: Gathered, data: bytes) -> tuple[Finding, ...]:
        from coprod_desktop.minutes.page_checks.checking import PrintedAs, check_pages

        order = gathered.order
        printed_as = PrintedAs(
            format=order.format,
            size_pt=order.checked_size(),
            paper_colour=self._minutes.paper_colour(order.paper) or PrintedAs.paper_colour,
            line_spacing=order.checked_spacing(),
            is_bound=order.is_bound,
            with_pictures=order.with_pictures,
        )
        return check_pages(data, gathered.content, printed_as, self._page_words)

    def _matter(self, gathered: Gathered) -> ReadingMatter:
        wording = Wording.load(self._templates, gathered.content.language)
        places = PlaceWords(cover=self._house.phrase("place of the cover"), words_heading=wording("words_heading"))
        return reading_matter(gathered.content, places, names=gathered.names, words=gathered.group.words)

    def _part(self, gathered: Gathered) -> Gathered:
        """What this file tells, where it is one part of long minutes."""
        order = gathered.order
        if order.part is None:
            return gathered
        parts = self._minutes.parts_of(gathered.content, order.part_count)
        return replace(gathered, content=parts[order.part - 1])

    def _group(self, meeting_id: MeetingId) -> Group:
        group_id = replay(meeting_id, self._log.steps(meeting_id)).group_id
        group = self._groups.get(group_id) if group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return group

    @cached_property
    def _house(self) -> HouseWords:
        return HouseWords.load(self._templates)

    @cached_property
    def _judge(self) -> WordJudge:
        return WordJudge(self._house)

    @cached_property
    def _page_words(self) -> "FindingWords":
        from coprod_desktop.minutes.page_checks.finding_words import FindingWords

        return FindingWords.load(self._templates)


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, digest(finding)


def _once(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Each sentence once for a rule, told where it can be mended; no page repeats what the words showed already."""
    of_words: dict[tuple[str, str], int] = {}
    kept: list[Finding] = []
    for finding in findings:
        before = of_words.get(_key(finding)) if finding.text else None
        if before is None:
            if finding.page is None:
                of_words[_key(finding)] = len(kept)
            kept.append(finding)
        elif finding.page is None and finding.ref and not kept[before].ref:
            kept[before] = finding
    return kept


def as_json(report: CheckReport) -> Mapping[str, object]:
    """The open findings as plain data; "blocking" counts those that take away "ready to print"."""
    return {
        "blocking": report.blocking_count,
        "findings": [
            {
                "rule": finding.rule,
                "place": finding.place,
                "message": finding.message,
                "mend": finding.mend,
                "blocking": finding.is_blocking,
            }
            for finding in report.open_findings
        ],
    }
