"""Minutes from a meeting: gathers its state and the names people chose, renders, and saves in one move."""

import hashlib
import threading
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.events import MinutesMade, Step
from coprod_desktop.domain.ids import MeetingId, StepId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.content import minutes_content
from coprod_desktop.minutes.page_images import PageImages
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.clock import Clock, SystemClock
from coprod_desktop.services.new_ids import NewId, new_id
from coprod_desktop.services.record_file import write_whole
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

__all__ = ["SIZES_PT", "USUAL_SIZE_PT", "MinutesContent", "MinutesOrder", "MinutesService", "PageImages"]

USUAL_SIZE_PT = {MinutesFormat.EASY_READ: 16.0, MinutesFormat.LARGE_PRINT: 18.0}
"""The size of each format when nobody chose one, in points (ER-01, LP-01)."""

SIZES_PT = {MinutesFormat.EASY_READ: (14.0, 144.0), MinutesFormat.LARGE_PRINT: (12.0, 48.0)}
"""The smallest and the largest size of each format, in points (ER-01, LP-01, LP-02)."""


@dataclass(frozen=True, kw_only=True)
class MinutesOrder:
    """Which minutes are wanted. `size_pt` in points, None for the usual size of the format."""

    format: MinutesFormat = MinutesFormat.EASY_READ
    size_pt: float | None = None
    with_pictures: bool = True

    def checked_size(self) -> float:
        """The size to print at. Raises NotAllowed when it is smaller or larger than the format allows."""
        usual = USUAL_SIZE_PT.get(self.format, 0.0)
        size_pt = usual if self.size_pt is None else self.size_pt
        smallest, largest = SIZES_PT.get(self.format, (size_pt, size_pt))
        if not smallest <= size_pt <= largest:
            raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "size_pt")
        return size_pt


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
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._templates = templates_folder
        self._cache = cache_folder
        self._clock = clock or SystemClock()
        self._make_id = make_id
        self._printing = threading.Lock()  # ReportLab and the bold font that is made once know of one printer only

    def content(self, meeting_id: MeetingId, state: MeetingState | None = None) -> MinutesContent:
        """What the minutes of a meeting say. Raises NotAllowed if there is no such meeting."""
        known = state or replay(meeting_id, self._log.steps(meeting_id))
        group = self._groups.get(known.group_id) if known.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return minutes_content(
            known,
            group,
            self._people.people(group.id, with_removed=True),
            wording=Wording.load(self._templates, group.language),
            record_number=self._log.record_number(meeting_id),
        )

    def render(self, content: MinutesContent, order: MinutesOrder) -> bytes:
        """The file of minutes, as bytes. Raises NotAllowed for a size that the format does not have."""
        size_pt = order.checked_size()
        if order.format is MinutesFormat.PLAIN_TEXT:
            from coprod_desktop.minutes.plain_text import render_plain_text

            return render_plain_text(content).encode()
        with self._printing:
            return self._render_pdf(content, order, size_pt)

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
        order.checked_size()
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

    def _render_pdf(self, content: MinutesContent, order: MinutesOrder, size_pt: float) -> bytes:
        from coprod_desktop.minutes.easy_read import render_easy_read
        from coprod_desktop.minutes.fonts import load_fonts
        from coprod_desktop.minutes.large_print import render_large_print
        from coprod_desktop.minutes.pictures import Pictures
        from coprod_desktop.minutes.styles import load_page_styles

        fonts, styles = load_fonts(self._cache), load_page_styles(self._templates)
        if order.format is MinutesFormat.LARGE_PRINT:
            return render_large_print(content, fonts=fonts, styles=styles, size_pt=size_pt).data
        return render_easy_read(
            content,
            fonts=fonts,
            styles=styles,
            pictures=Pictures(self._templates),
            size_pt=size_pt,
            with_pictures=order.with_pictures,
        ).data
