"""Minutes from a meeting: gathers its state and the names people chose, renders, and saves in one move."""

import hashlib
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.events import MinutesMade, Step
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId, PersonId, StepId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.minutes.blocks import Block, ForYou, MinutesContent
from coprod_desktop.minutes.content import minutes_content
from coprod_desktop.minutes.for_you import for_you
from coprod_desktop.minutes.letter_names import in_easy_words
from coprod_desktop.minutes.page_images import PageImages
from coprod_desktop.minutes.parts import parts_needed, parts_of
from coprod_desktop.minutes.picture_choosing import pictured, with_pictures
from coprod_desktop.minutes.styles import load_page_styles
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.clock import Clock, SystemClock
from coprod_desktop.services.frozen_minutes import FrozenMinutes
from coprod_desktop.services.minutes_order import (
    EASY_READ_PAGES_TO_WARN_AT,
    MOST_EASY_READ_PAGES,
    SIZES_PT,
    USUAL_SIZE_PT,
    MinutesOrder,
    suggested_file_name,
)
from coprod_desktop.services.new_ids import NewId, new_id
from coprod_desktop.services.picture_chooser import ChooserMaker
from coprod_desktop.services.record_file import write_whole
from coprod_desktop.services.waiting_yeses import WaitingYeses
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

if TYPE_CHECKING:
    from coprod_desktop.minutes.page_builder import PdfFile
    from coprod_desktop.minutes.tagged_pdf import DrawnForms

__all__ = [
    "EASY_READ_PAGES_TO_WARN_AT",
    "MOST_EASY_READ_PAGES",
    "SIZES_PT",
    "USUAL_SIZE_PT",
    "Block",
    "ForYou",
    "MinutesContent",
    "MinutesFile",
    "MinutesOrder",
    "MinutesService",
    "PageImages",
    "suggested_file_name",
]


@dataclass(frozen=True)
class MinutesFile:
    """Minutes that were made: their bytes, how many pages they have (0 for text), and where each thing is told."""

    data: bytes
    page_count: int = 0
    page_of_ref: Mapping[str, int] = field(default_factory=dict)


class MinutesService:
    """Makes minutes. `content` reads the store; `render` reads nothing but the fonts, so it may run in a thread."""

    def __init__(
        self,
        database: Database,
        templates_folder: Path,
        cache_folder: Path,
        *,
        clock: Clock | None = None,
        make_id: NewId = new_id,
    ) -> None:
        self._log = MeetingLog(database)
        self._frozen = FrozenMinutes(self._log)
        self._waiting = WaitingYeses(database)
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._choosers = ChooserMaker(database, templates_folder)
        self._templates = templates_folder
        self._cache = cache_folder
        self._clock = clock or SystemClock()
        self._make_id = make_id
        self._printing = threading.Lock()  # ReportLab and the bold font that is made once know of one printer only

    def content(
        self, meeting_id: MeetingId, state: MeetingState | None = None, *, for_person: PersonId | None = None
    ) -> MinutesContent:
        """What the minutes of a meeting say, with page 2 of a person's own copy if one is asked for.

        Raises NotAllowed if there is no such meeting.
        """
        known, group = self._known(meeting_id, state)
        content = self._content(known, group, self._log.record_number(meeting_id))
        if for_person is None:
            return content
        return replace(content, for_you=self.for_you(meeting_id, (for_person,), known)[for_person])

    def edition_content(self, meeting_id: MeetingId, edition: int, group: Group | None = None) -> MinutesContent:
        """What an edition says: the record as it stood. `group` is the group as it was then, if that was kept.

        Raises NotAllowed if there is no such edition.
        """
        frozen = self._frozen.frozen(meeting_id, edition)
        known, group_now = self._known(meeting_id, frozen.state)
        number = frozen.edition.record_number
        return self._content(known, group or group_now, number, at_number=frozen.known_up_to)

    def _content(
        self, known: MeetingState, group: Group, record_number: int, *, at_number: int | None = None
    ) -> MinutesContent:
        """The words of the minutes. What earlier meetings wait for is as it is now, or as it stood at a number."""
        everybody = self._people.people(group.id, with_removed=True)
        content = minutes_content(
            known,
            group,
            everybody,
            wording=Wording.load(self._templates, group.language),
            record_number=record_number,
            faces=self._choosers.faces(group.id, PhotoUse.MINUTES, everybody),
            standing=self._frozen.standing(known, group.readers_needed),
            earlier=self._waiting.earlier(known, at_number=at_number),
        )
        return with_pictures(content, self._choosers.chooser(known, group, everybody))

    def for_you(
        self, meeting_id: MeetingId, people: Sequence[PersonId], state: MeetingState | None = None
    ) -> dict[PersonId, ForYou]:
        """Page 2 of the own copy of each of these people (ER-38); one look at the store for all of them."""
        known, group = self._known(meeting_id, state)
        everybody = self._people.people(group.id, with_removed=True)
        wording = Wording.load(self._templates, group.language)
        chooser = self._choosers.chooser(known, group, everybody)
        is_draft = not self._frozen.standing(known, group.readers_needed).is_agreed
        told = {who: for_you(known, group, everybody, who, wording=wording, is_draft=is_draft) for who in people}
        return {who: replace(own, blocks=pictured(own.blocks, chooser, group.language)) for who, own in told.items()}

    def parts_of(self, content: MinutesContent, count: int = 2) -> tuple[MinutesContent, ...]:
        """Long minutes in so many parts, each with its own first page and whom to ask (ER-30)."""
        return parts_of(content, Wording.load(self._templates, content.language), count)

    def parts_needed(self, content: MinutesContent, order: MinutesOrder) -> int:
        """How many parts easy read needs, so that none has over 24 pages (ER-30); 1 if it is not too long.

        What holds for it holds for any format: others are never cut. For `MinutesOrder.part_count`. The pages are
        counted and not drawn, yet long minutes take a second: ask outside the thread of the window.
        """
        if order.format is not MinutesFormat.EASY_READ:
            return 1
        order.checked_size()
        wording = Wording.load(self._templates, content.language)
        with self._printing:
            return parts_needed(
                content, wording, most_pages=MOST_EASY_READ_PAGES, count_pages=partial(self._easy_read_pages, order)
            )

    def suggested_file_name(self, meeting_id: MeetingId, order: MinutesOrder, state: MeetingState | None = None) -> str:
        """A name for the file of the common copy: title, group and day, and no word of anybody's needs (DP-04)."""
        known, group = self._known(meeting_id, state)
        held_on = known.details.held_on if known.details else None
        return suggested_file_name(order, title=known.title, group_name=group.name, held_on=held_on)

    def paper_colour(self, paper: str) -> str | None:
        """The colour of a paper in words, such as "#FFF8E1"; white for none, None for one that is not known."""
        return load_page_styles(self._templates).paper_colour(paper)

    def render(self, content: MinutesContent, order: MinutesOrder) -> bytes:
        """The file of minutes, as bytes. Raises NotAllowed for a size that the format does not have."""
        return self.made(content, order).data

    def made(self, content: MinutesContent, order: MinutesOrder) -> MinutesFile:
        """The file of minutes, with its pages counted. Raises NotAllowed as `render`."""
        return next(self.copies(content, order, (content.for_you,)))

    def copies(
        self,
        content: MinutesContent,
        order: MinutesOrder,
        for_yous: Iterable[ForYou | None],
        drawn_forms: "DrawnForms | None" = None,
    ) -> Iterator[MinutesFile]:
        """The same pages for several people, each with their own page 2; None gives the common copy.

        Each is made when it is asked for, so that there is a place to stop between two. `drawn_forms`, an empty dict at
        first, keeps drawn pictures for other layouts. Raises NotAllowed as `render`.
        """
        order.checked_size()
        order.checked_spacing()
        told = self._part(content, order)
        if order.format in (MinutesFormat.PLAIN_TEXT, MinutesFormat.AUDIO):
            return self._text_copies(told, for_yous)
        return self._pdf_copies(told, order, for_yous, drawn_forms)

    @property
    def printing(self) -> threading.Lock:
        """The lock that is held while pages are made; whoever makes other pages holds it too."""
        return self._printing

    def cannot_print(self, text: str) -> tuple[str, ...]:
        """The letters of a text that no font has, each once; a page spells them out (PDF-14)."""
        if text.isascii():
            return ()
        from coprod_desktop.minutes.fonts import missing_letters

        return missing_letters(text, self._cache)

    def cannot_print_words(self, text: str) -> str:
        """The same letters in easy words, as "Devanagari ra, aa, ma"; no letters give no words."""
        return in_easy_words("".join(self.cannot_print(text)))

    def pages(self, data: bytes) -> PageImages:
        """The pages of minutes as pictures for the screen."""
        return PageImages(data)

    def make(
        self,
        meeting_id: MeetingId,
        format: MinutesFormat = MinutesFormat.EASY_READ,
        size_pt: float | None = None,
        with_pictures: bool = True,
    ) -> bytes:
        """Minutes of a meeting in one go."""
        order = MinutesOrder(format=format, size_pt=size_pt, with_pictures=with_pictures)
        order.checked_size()  # before the store is read
        return self.render(self.content(meeting_id), order)

    def save(
        self,
        meeting_id: MeetingId,
        path: Path,
        format: MinutesFormat = MinutesFormat.EASY_READ,
        size_pt: float | None = None,
        with_pictures: bool = True,
    ) -> None:
        """Make minutes and save them; an existing file is replaced whole or not touched. Raises NotWritten."""
        self.keep(meeting_id, format, self.make(meeting_id, format, size_pt, with_pictures), path)

    def keep(self, meeting_id: MeetingId, format: MinutesFormat, data: bytes, path: Path) -> None:
        """Save minutes that were made, and note it in the record. Raises NotWritten."""
        write_whole(path, data)
        made = MinutesMade(
            format=format.value,
            record_number=self._log.record_number(meeting_id),
            digest=hashlib.sha256(data).hexdigest(),
        )
        step = Step(id=StepId(self._make_id()), at=self._clock.now(), events=(made,), is_automatic=True)
        self._log.append(meeting_id, step, None)

    def _known(self, meeting_id: MeetingId, state: MeetingState | None) -> tuple[MeetingState, Group]:
        known = state or replay(meeting_id, self._log.steps(meeting_id))
        group = self._groups.get(known.group_id) if known.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return known, group

    def _part(self, content: MinutesContent, order: MinutesOrder) -> MinutesContent:
        if order.part is None:
            return content
        parts = self.parts_of(content, order.part_count)
        if not 1 <= order.part <= len(parts):
            raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "part")
        return parts[order.part - 1]

    def _easy_read_pages(self, order: MinutesOrder, content: MinutesContent) -> int:
        from coprod_desktop.minutes.easy_read import count_easy_read_pages
        from coprod_desktop.minutes.fonts import load_fonts
        from coprod_desktop.minutes.pictures import Pictures

        return count_easy_read_pages(
            content,
            fonts=load_fonts(self._cache),
            styles=load_page_styles(self._templates),
            pictures=Pictures(self._templates, content.own_pictures),
            size_pt=order.checked_size(),
            with_pictures=order.with_pictures,
            bound=order.is_bound,
        )

    @staticmethod
    def _text_copies(content: MinutesContent, for_yous: Iterable[ForYou | None]) -> Iterator[MinutesFile]:
        from coprod_desktop.minutes.plain_text import render_plain_text

        for own in for_yous:
            yield MinutesFile(render_plain_text(replace(content, for_you=own)).encode())

    def _pdf_copies(
        self,
        content: MinutesContent,
        order: MinutesOrder,
        for_yous: Iterable[ForYou | None],
        drawn_forms: "DrawnForms | None",
    ) -> Iterator[MinutesFile]:
        """The lock is held while one copy is made and not between two, so that the screen is never kept waiting."""
        with self._printing:
            pages = self._pages(content, order, for_yous, drawn_forms)
        while True:
            with self._printing:
                made = next(pages, None)
            if made is None:
                return
            yield MinutesFile(made.data, made.page_count, made.page_of_ref)

    def _pages(
        self,
        content: MinutesContent,
        order: MinutesOrder,
        for_yous: Iterable[ForYou | None],
        drawn_forms: "DrawnForms | None",
    ) -> "Iterator[PdfFile]":
        from coprod_desktop.minutes.easy_read import render_easy_read_copies
        from coprod_desktop.minutes.fonts import load_fonts
        from coprod_desktop.minutes.large_print import render_large_print_copies
        from coprod_desktop.minutes.pictures import Pictures

        fonts, styles = load_fonts(self._cache), load_page_styles(self._templates)
        if order.format is MinutesFormat.LARGE_PRINT:
            return render_large_print_copies(
                content,
                for_yous,
                fonts=fonts,
                styles=styles,
                size_pt=order.checked_size(),
                line_spacing=order.checked_spacing(),
                bound=order.is_bound,
            )
        return render_easy_read_copies(
            content,
            for_yous,
            fonts=fonts,
            styles=styles,
            pictures=Pictures(self._templates, content.own_pictures),
            size_pt=order.checked_size(),
            with_pictures=order.with_pictures,
            bound=order.is_bound,
            drawn_forms=drawn_forms,
        )
