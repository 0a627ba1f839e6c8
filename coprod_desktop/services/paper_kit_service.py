"""The paper kit of a meeting: agenda, turn order, cards, slips and count sheets, made before it begins (R24)."""

import threading
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.minutes.paper_kit.kit_content import KIT_FILES, KitContent, kit_content
from coprod_desktop.minutes.paper_kit.kit_part import KitPart, NameOrder
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.picture_chooser import ChooserMaker
from coprod_desktop.services.record_file import write_whole
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

if TYPE_CHECKING:
    from coprod_desktop.minutes.paper_kit.kit_maker import KitMaker

__all__ = [
    "KIT_SIZES_PT",
    "USUAL_KIT_SIZE_PT",
    "KitContent",
    "KitOrder",
    "KitPart",
    "NameOrder",
    "PaperKitService",
    "file_name",
]

KIT_SIZES_PT = (14.0, 28.0)
"""The smallest and the largest size of the kit, in points (ER-01)."""

USUAL_KIT_SIZE_PT = 16.0
"""The size when nobody chose one, in points (ER-01)."""


@dataclass(frozen=True, kw_only=True)
class KitOrder:
    """Which papers are wanted. `size_pt` in points, None for the usual size.

    `first_person_id` begins the go-round, and those who stand before them come after the last.
    """

    parts: tuple[KitPart, ...] = tuple(KitPart)
    size_pt: float | None = None
    name_order: NameOrder = NameOrder.BY_NAME
    first_person_id: PersonId | None = None

    def checked_size(self) -> float:
        """The size to print at. Raises NotAllowed when it is smaller or larger than the kit has."""
        size_pt = USUAL_KIT_SIZE_PT if self.size_pt is None else self.size_pt
        smallest, largest = KIT_SIZES_PT
        if not smallest <= size_pt <= largest:
            raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "size_pt")
        return size_pt

    def wanted(self) -> tuple[KitPart, ...]:
        """The papers in the order of the kit, each once."""
        return tuple(part for part in KitPart if part in self.parts)


class PaperKitService:
    """Makes papers. `content` reads the store; `render` and `combined` read nothing but the fonts."""

    def __init__(
        self,
        database: Database,
        templates_folder: Path,
        cache_folder: Path,
        *,
        printing: AbstractContextManager[object] | None = None,
    ) -> None:
        self._log = MeetingLog(database)
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._choosers = ChooserMaker(database, templates_folder)
        self._templates, self._cache = templates_folder, cache_folder
        self._printing = printing or threading.Lock()  # the one of MinutesService: ReportLab knows one printer only

    def content(self, meeting_id: MeetingId, state: MeetingState | None = None) -> KitContent:
        """What the papers of a meeting say. Raises NotAllowed if there is no such meeting."""
        known = state or replay(meeting_id, self._log.steps(meeting_id))
        group = self._groups.get(known.group_id) if known.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        people = self._people.people(group.id, with_removed=True)
        chooser = self._choosers.chooser(known, group, people)
        without_credit = [own for own in chooser.pictures.own if not own.credit]  # the kit has no place for a credit
        return kit_content(
            known,
            group,
            people,
            wording=Wording.load(self._templates, group.language, files=KIT_FILES),
            chooser=replace(chooser, pictures=chooser.pictures.with_own(without_credit)),
        )

    def render(self, content: KitContent, order: KitOrder) -> dict[KitPart, bytes]:
        """Each paper that is wanted as a tagged PDF. Raises NotAllowed for a size that the kit does not have."""
        with self._printing:
            maker = self._maker(content, order)
            return {part: maker.file(content, part) for part in order.wanted()}

    def combined(self, content: KitContent, order: KitOrder) -> bytes:
        """All papers that are wanted in one tagged PDF. Raises NotAllowed for a wrong size or if none is wanted."""
        if not order.wanted():
            raise NotAllowed(Reason.NOT_FOUND, "parts")
        with self._printing:
            return self._maker(content, order).combined(content, order.wanted())

    def make(
        self,
        meeting_id: MeetingId,
        state: MeetingState | None = None,
        parts: Iterable[KitPart] = tuple(KitPart),
        *,
        size_pt: float | None = None,
    ) -> dict[KitPart, bytes]:
        """The papers of a meeting in one go."""
        order = KitOrder(parts=tuple(parts), size_pt=size_pt)
        order.checked_size()
        return self.render(self.content(meeting_id, state), order)

    def save(self, files: Mapping[KitPart, bytes], folder: Path) -> tuple[Path, ...]:
        """Save papers that were made; each file is replaced whole or not touched. Raises NotWritten."""
        paths = {folder / file_name(part): data for part, data in files.items()}
        for path, data in paths.items():
            write_whole(path, data)
        return tuple(paths)

    def save_combined(self, data: bytes, path: Path) -> None:
        """Save all papers as one file, which is replaced whole or not touched. Raises NotWritten."""
        write_whole(path, data)

    def _maker(self, content: KitContent, order: KitOrder) -> "KitMaker":
        from coprod_desktop.minutes.fonts import load_fonts
        from coprod_desktop.minutes.paper_kit.kit_maker import KitMaker
        from coprod_desktop.minutes.pictures import Pictures
        from coprod_desktop.minutes.styles import load_page_styles

        return KitMaker(
            fonts=load_fonts(self._cache),
            pictures=Pictures(self._templates, content.own_pictures),
            styles=load_page_styles(self._templates),
            size_pt=order.checked_size(),
            name_order=order.name_order,
            first_person_id=order.first_person_id,
        )


def file_name(part: KitPart) -> str:
    """What the file of a paper is called: only what it is, no name and no need (DP-04)."""
    return f"{part.value.replace('_', '-')}.pdf"
