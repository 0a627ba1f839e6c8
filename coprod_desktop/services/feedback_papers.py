"""Slips that tell what happened to somebody's idea, in the format they asked for, and a page for the group (R27)."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.lines import IdeaKind
from coprod_desktop.domain.meeting_header import MeetingHeader
from coprod_desktop.domain.person import Gone, MinutesChoice, MinutesFormat, Person, is_written_to, printed_names
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.trace_steps import Path, TraceKind
from coprod_desktop.domain.what_became import Became
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.feedback_blocks import FeedbackStory
from coprod_desktop.minutes.papers.feedback_papers import (
    FeedbackFacts,
    feedback_page,
    feedback_slip,
    feedback_wording,
)
from coprod_desktop.minutes.picture_choosing import with_pictures
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.feedback_service import FeedbackService, Heard, Hearer, News, ToldHow
from coprod_desktop.services.file_names import safe_file_name
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.minutes_order import MinutesOrder, size_near
from coprod_desktop.services.minutes_service import MinutesService
from coprod_desktop.services.person_papers import PersonPaper
from coprod_desktop.services.picture_chooser import ChooserMaker
from coprod_desktop.services.record_file import NotWritten, write_whole
from coprod_desktop.services.search_service import SearchService
from coprod_desktop.services.speech_service import SpeechService
from coprod_desktop.services.trace_service import TraceService
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.people_store import PeopleStore

if TYPE_CHECKING:
    from coprod_desktop.domain.meeting_state import MeetingState

__all__ = ["FeedbackPapers", "NotWritten", "Slip"]

_TEXT = (MinutesFormat.PLAIN_TEXT, MinutesFormat.AUDIO)
_LINES = (TraceKind.IDEA, TraceKind.DECISION)


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A slip before it is drawn, or the page of the group, which has no hearer. `news` is what it tells.

    No need, no format and no name of somebody who is not to be named stands in `file_name` (DP-04, DP-05).
    """

    content: MinutesContent
    order: MinutesOrder
    file_name: str
    hearer: Hearer | None = None
    news: tuple[News, ...] = ()
    tells_something: bool = True

    @property
    def heard(self) -> Heard:
        """What somebody heard who got this slip. Raises ValueError for the page of the group."""
        if self.hearer is None:
            raise ValueError("nobody alone is told by the page of the group")
        return Heard(hearer=self.hearer, news=self.news, how=self.how)

    @property
    def paper(self) -> PersonPaper:
        """The same as a paper of one person, which is drawn and saved like the others."""
        return PersonPaper(content=self.content, order=self.order, file_name=self.file_name)

    @property
    def how(self) -> ToldHow:
        """How somebody was told who got this slip."""
        return ToldHow(self.order.format.value)


class FeedbackPapers:
    """Makes slips. `slip`, `slips` and `group_page` read the store; `render` and `together` do not."""

    def __init__(
        self,
        database: Database,
        templates_folder: FilePath,
        feedback: FeedbackService,
        search: SearchService,
        trace: TraceService,
        meetings: MeetingService,
        minutes: MinutesService,
        speech: SpeechService,
        *,
        clock: Clock,
    ) -> None:
        self._groups, self._people = GroupStore(database), PeopleStore(database)
        self._choosers = ChooserMaker(database, templates_folder)
        self._templates = templates_folder
        self._feedback, self._search, self._trace = feedback, search, trace
        self._meetings, self._minutes, self._speech = meetings, minutes, speech
        self._clock = clock

    def slip(self, person_id: PersonId, *, is_whole: bool = False, as_format: MinutesFormat | None = None) -> Slip:
        """The slip of one person: what is new, then what still waits for an answer.

        `is_whole` also tells what they heard before. Without `as_format` it is as they read, easy read if they were
        not asked. Raises NotAllowed if there is no such person, or for somebody who died.
        """
        person = self._people.get(person_id)
        group = self._groups.get(person.group_id) if person is not None else None
        if person is None or group is None or person.gone is Gone.DIED:
            raise NotAllowed(Reason.NOT_FOUND)
        hearer = Hearer(person_id=person_id)
        paths = self._trace.paths_of(group.id, person_id, today=today(self._clock))
        told = _each_once(self._story(path, hearer) for path in paths)
        kept = [one for one in told if is_whole or one.is_new or one.waits]
        return self._slip(group, hearer, kept, _order(person.minutes, as_format), person=person)

    def slip_of(self, hearer: Hearer, group_id: GroupId) -> Slip:
        """The slip of somebody who waits, as they read. Raises NotAllowed as `slip` and `ticket_slip`."""
        return self._slip_for(group_id, hearer, None)

    def ticket_slip(self, group_id: GroupId, ticket: int, *, as_format: MinutesFormat | None = None) -> Slip:
        """The slip for whoever holds a ticket. Raises NotAllowed if there is no idea with this number."""
        group, hearer = self._group(group_id), Hearer(ticket=ticket)
        day = today(self._clock)
        found = (*(one.found for one in self._search.untold(group_id, day)), *self._search.waiting(group_id, day))
        lines = dict.fromkeys(one.line_id for one in found if one.whose.ticket == ticket)
        told = [self._story(path, hearer) for path in self._paths(lines)]
        if not told:
            raise NotAllowed(Reason.NOT_FOUND)
        return self._slip(group, hearer, told, _order(None, as_format))

    def slips(
        self, group_id: GroupId, *, as_format: MinutesFormat | None = None, with_waiting: bool = False
    ) -> tuple[Slip, ...]:
        """A slip for each who waits to hear; `with_waiting` also for those whose idea only waits for an answer."""
        waiting = [one.hearer for one in self._feedback.waiting(group_id)]
        if not with_waiting:
            return tuple(self._slip_for(group_id, hearer, as_format) for hearer in waiting)
        people = [Hearer(person_id=one.id) for one in self._people.people(group_id) if is_written_to(one)]
        unanswered = (one.whose.ticket for one in self._search.waiting(group_id, today(self._clock)))
        tickets = [Hearer(ticket=number) for number in unanswered if number is not None]
        all_of_them = dict.fromkeys((*people, *(one for one in waiting if not one.person_id), *tickets))
        made = (self._slip_for(group_id, hearer, as_format) for hearer in all_of_them)
        return tuple(slip for slip in made if slip.tells_something)

    def group_page(self, group_id: GroupId, *, as_format: MinutesFormat = MinutesFormat.EASY_READ) -> Slip:
        """You said, we did, because: what somebody still waits to hear, and all of the newest meeting that is over."""
        group = self._group(group_id)
        untold = [one.found.line_id for one in self._search.untold(group_id, today(self._clock))]
        paths = self._paths(dict.fromkeys((*untold, *self._newest_lines(group_id))))
        known = {person.id for person in self._people.people(group_id) if is_written_to(person)} | {PersonId("")}
        stories = [
            FeedbackStory(steps=path.steps, to_tell=_to_tell(path, known))
            for path in sorted(paths, key=_last_day, reverse=True)
        ]
        content = feedback_page(self._facts(group, stories), wording=feedback_wording(self._templates, group.language))
        order = _order(None, as_format)
        name = safe_file_name(["you-said-we-did", group.name, today(self._clock).isoformat()])
        return Slip(content=self._pictured(content, group, paths), order=order, file_name=name + _suffix(order))

    def render(self, slip: Slip) -> bytes:
        """The file as bytes: a PDF, plain text, or the script for whoever reads it out."""
        if slip.order.format is MinutesFormat.AUDIO:
            return self._speech.script_for(slip.content).encode()
        return self._minutes.render(slip.content, slip.order)

    def together(self, slips: Sequence[Slip]) -> bytes:
        """All slips one after the other in one file; in a PDF each begins on a new sheet of paper.

        They are all text or all pages. Raises ValueError if there is none.
        """
        files = [self.render(slip) for slip in slips]
        if len(files) == 1 or slips[0].order.format in _TEXT:
            return b"\n\n".join(files)
        from coprod_desktop.minutes.document_facts import DocumentFacts
        from coprod_desktop.minutes.print_run import Piece, print_run

        first = slips[0].content
        pieces = [
            Piece(data=data, title=f"{number}. {slip.content.title}", label=f"{number}: {slip.content.page_word} ")
            for number, (slip, data) in enumerate(zip(slips, files, strict=True), 1)
        ]
        facts = DocumentFacts(title=first.title, author=first.group_name, language=first.language)
        return print_run(pieces, facts).data

    def file_name(self, slips: Sequence[Slip]) -> str:
        """A name for the file of these slips: of one its own, of several the pages, or the first text."""
        if len(slips) == 1:
            return slips[0].file_name
        on_paper = any(slip.order.format not in _TEXT for slip in slips)
        return safe_file_name(["what-happened", today(self._clock).isoformat()]) + (".pdf" if on_paper else ".txt")

    def files(self, slips: Sequence[Slip], path: FilePath) -> tuple[tuple[FilePath, bytes], ...]:
        """All pages together under this name; each text in a file of its own beside it, as it goes to one person."""
        on_paper = [slip for slip in slips if slip.order.format not in _TEXT]
        texts = [slip for slip in slips if slip.order.format in _TEXT]
        pages = [(path, self.together(on_paper))] if on_paper else []
        names = {path.name} if pages else set()
        beside = []
        for slip in texts:
            name = _free_name(slip.file_name if pages or len(slips) > 1 else path.name, names)
            names.add(name)
            beside.append((path.with_name(name), self.render(slip)))
        return (*pages, *beside)

    def save(self, data: bytes, path: FilePath) -> None:
        """Keep a file that was made; an existing one is replaced whole or not touched. Raises NotWritten."""
        write_whole(path, data)

    def _slip_for(self, group_id: GroupId, hearer: Hearer, as_format: MinutesFormat | None) -> Slip:
        if hearer.ticket is not None:
            return self.ticket_slip(group_id, hearer.ticket, as_format=as_format)
        return self.slip(hearer.person_id, as_format=as_format)

    def _slip(
        self,
        group: Group,
        hearer: Hearer,
        told: "Sequence[_ToldOne]",
        order: MinutesOrder,
        person: Person | None = None,
    ) -> Slip:
        listed = sorted(told, key=lambda one: (not one.is_new, not one.waits))
        facts = self._facts(group, [one.story for one in listed])
        facts = replace(facts, person=person, ticket=hearer.ticket)
        content = feedback_slip(facts, wording=feedback_wording(self._templates, group.language))
        name = printed_names(facts.people).get(hearer.person_id, "")
        number = f"ticket {hearer.ticket}" if hearer.ticket is not None else ""
        return Slip(
            content=self._pictured(content, group, [one.path for one in listed]),
            order=order,
            file_name=safe_file_name(["what-happened", name, number]) + _suffix(order),
            hearer=hearer,
            news=tuple(news for one in listed for news in one.news),
            tells_something=bool(listed),
        )

    def _story(self, path: Path, hearer: Hearer) -> "_ToldOne":
        lines = _lines_of(path)
        mine = self._feedback.own_lines(hearer, lines)
        news = self._feedback.news(hearer, mine)
        heard_on = self._feedback.heard_on(hearer, mine) if not news else None
        story = FeedbackStory(
            steps=path.steps, mine=frozenset(line_id for _meeting, line_id in mine), heard_on=heard_on
        )
        return _ToldOne(path=path, story=story, news=news)

    def _paths(self, line_ids: Iterable[str]) -> tuple[Path, ...]:
        """The path of each line, each once."""
        found: dict[str, Path] = {}
        seen: set[str] = set()
        for line_id in line_ids:
            path = None if line_id in seen else self._trace.path(line_id, today=today(self._clock))
            if path is not None and path.steps:
                found[line_id] = path
                seen.update(step.line_id for step in path.steps)
        return tuple(found.values())

    def _newest_lines(self, group_id: GroupId) -> Iterator[str]:
        over = [header for header in self._meetings.headers(group_id) if self._is_over(header)]
        newest = max(over, key=lambda header: header.held_on, default=None)
        if newest is not None:
            state = self._meetings.state(newest.id)
            yield from (idea.id for idea in state.ideas.values() if idea.details.kind is IdeaKind.IDEA)
            yield from state.decisions

    def _is_over(self, header: MeetingHeader) -> bool:
        return not header.is_unfinished or header.held_on < today(self._clock)

    def _facts(self, group: Group, stories: Sequence[FeedbackStory]) -> FeedbackFacts:
        people = self._people.people(group.id, with_removed=True)
        return FeedbackFacts(group=group, people=people, stories=stories, made_on=today(self._clock))

    def _pictured(self, content: MinutesContent, group: Group, paths: Iterable[Path]) -> MinutesContent:
        """The same picture for the same idea as in the minutes, and no photo without every yes (ER-26, DP-13)."""
        meetings = dict.fromkeys(step.meeting_id for path in paths for step in path.steps)
        people = self._people.people(group.id, with_removed=True)
        choosers = [self._choosers.chooser(self._state(one), group, people) for one in meetings]
        if not choosers:
            return content
        told = {ref: said for one in choosers for ref, said in one.told.items()}
        chosen = {place: picture for one in choosers for place, picture in one.chosen.items()}
        return with_pictures(content, replace(choosers[0], told=told, chosen=chosen))

    def _state(self, meeting_id: MeetingId) -> "MeetingState":
        return self._meetings.state(meeting_id)

    def _group(self, group_id: GroupId) -> Group:
        group = self._groups.get(group_id)
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return group


@dataclass(frozen=True, kw_only=True)
class _ToldOne:
    """One idea on a slip, with what of it is news to whoever gets the slip."""

    path: Path
    story: FeedbackStory
    news: tuple[News, ...]

    @property
    def is_new(self) -> bool:
        return bool(self.news)

    @property
    def waits(self) -> bool:
        """Whether it has no answer yet."""
        outcomes = [step for step in self.path.steps if step.kind is TraceKind.OUTCOME]
        return self.story.waits or (bool(outcomes) and outcomes[-1].became is Became.LATER)


def _each_once(told: Iterable[_ToldOne]) -> list[_ToldOne]:
    """A path is found from each of its lines; agenda items are nobody's idea."""
    found: dict[frozenset[str], _ToldOne] = {}
    for one in told:
        if one.story.mine:
            found.setdefault(one.story.mine, one)
    return list(found.values())


def _lines_of(path: Path) -> tuple[tuple[MeetingId, str], ...]:
    return tuple(dict.fromkeys((step.meeting_id, step.line_id) for step in path.steps if step.kind in _LINES))


def _to_tell(path: Path, known: set[PersonId]) -> tuple[PersonId, ...]:
    untold = (who for people in path.untold.values() for who in people)
    return tuple(dict.fromkeys(who for who in untold if who in known))


def _last_day(path: Path) -> str:
    return max(step.on for step in path.steps).isoformat()


def _order(asked: MinutesChoice | None, as_format: MinutesFormat | None) -> MinutesOrder:
    """How somebody reads; in another format than theirs, in its usual size."""
    choice = asked or MinutesChoice()
    if as_format is not None and choice.format is not as_format:
        choice = MinutesChoice(format=as_format, pictures=choice.pictures)
    return replace(MinutesOrder.of(choice), size_pt=size_near(choice), is_bound=False)


def _free_name(wanted: str, used: Container[str]) -> str:
    """The name, with a number if another file has it: two people may not want to be named."""
    stem, dot, ending = wanted.rpartition(".")
    numbered = (f"{stem} {number}{dot}{ending}" for number in count(2))
    return wanted if wanted not in used else next(name for name in numbered if name not in used)


def _suffix(order: MinutesOrder) -> str:
    return ".txt" if order.format in _TEXT else ".pdf"
