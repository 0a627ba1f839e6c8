"""Check sheets on paper: one for each person, as they read, with their name or a number (R26)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coprod_desktop.domain.check_lines import check_lines, sheet_numbers
from coprod_desktop.domain.editions import readers_among
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesFormat, Person, is_written_to, printed_names
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.papers.check_sheet import CHECK_FILES, CheckSheet, check_sheet
from coprod_desktop.minutes.picture_choosing import with_pictures
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.file_names import safe_file_name
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.minutes_order import MinutesOrder, size_near
from coprod_desktop.services.minutes_service import MinutesContent, MinutesService
from coprod_desktop.services.picture_chooser import ChooserMaker
from coprod_desktop.services.record_file import NotWritten, write_whole
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.people_store import PeopleStore

__all__ = ["CheckSheetService", "NotWritten", "SheetPaper"]


@dataclass(frozen=True, kw_only=True)
class SheetPaper:
    """A sheet before it is drawn. Neither a need nor a format stands in `file_name` (DP-04)."""

    person_id: PersonId
    content: MinutesContent
    order: MinutesOrder
    file_name: str


class CheckSheetService:
    """Makes check sheets. `papers` reads the store; `render` does not, so it may run in a thread."""

    def __init__(
        self, database: Database, templates_folder: Path, meetings: MeetingService, minutes: MinutesService
    ) -> None:
        self._groups, self._people = GroupStore(database), PeopleStore(database)
        self._choosers = ChooserMaker(database, templates_folder)
        self._templates = templates_folder
        self._meetings, self._minutes = meetings, minutes

    def numbers(self, meeting_id: MeetingId) -> dict[PersonId, int]:
        """The number that stands on each person's sheet where names are not wanted."""
        return dict(sheet_numbers(meeting_id, self._meetings.state(meeting_id).attendance))

    def people(self, meeting_id: MeetingId) -> tuple[Person, ...]:
        """Who gets a sheet: everybody on the list of the meeting who still gets papers, by the alphabet."""
        state = self._meetings.state(meeting_id)
        found = (one for one in self._people.people(self._group(state).id) if one.id in state.attendance)
        return tuple(sorted((one for one in found if is_written_to(one)), key=lambda one: one.name.casefold()))

    def papers(self, meeting_id: MeetingId, *, with_numbers: bool = False) -> Iterator[SheetPaper]:
        """The sheets of everybody who gets one. Raises NotAllowed if there is no such meeting.

        Somebody who is not to be named gets a number in any case, so that each sheet can be told from the others.
        """
        state = self._meetings.state(meeting_id)
        if state.details is None:
            raise NotAllowed(Reason.NOT_FOUND)
        group = self._group(state)
        everybody = self._people.people(group.id, with_removed=True)
        wording = Wording.load(self._templates, group.language, files=CHECK_FILES)
        named = {} if with_numbers else printed_names(everybody)
        numbers = {who: number for who, number in self.numbers(meeting_id).items() if who not in named}
        readers = {one.id for one in readers_among(everybody)}
        chooser = self._choosers.chooser(state, group, everybody)
        for person in self.people(meeting_id):
            sheet = CheckSheet(
                title=state.title,
                held_on=state.details.held_on,
                person=person,
                lines=check_lines(state, person.id),
                number=numbers.get(person.id),
                is_reader=person.id in readers,
            )
            content = with_pictures(check_sheet(sheet, group, everybody, wording=wording), chooser)
            yield self._paper(person, everybody, content, numbers.get(person.id))

    def render(self, paper: SheetPaper) -> bytes:
        """The file: a PDF, or text for whoever asked for that."""
        return self._minutes.render(paper.content, paper.order)

    def save(self, data: bytes, path: Path) -> None:
        """Keep a sheet that was made; an existing file is replaced whole or not touched. Raises NotWritten."""
        write_whole(path, data)

    def _paper(
        self, person: Person, everybody: Sequence[Person], content: MinutesContent, number: int | None
    ) -> SheetPaper:
        order = replace(MinutesOrder.of(person.minutes), size_pt=size_near(person.minutes) if person.minutes else None)
        is_text = order.format in (MinutesFormat.PLAIN_TEXT, MinutesFormat.AUDIO)
        whose = str(number) if number is not None else printed_names(everybody).get(person.id, "")
        name = safe_file_name(["check-sheet", whose]) + (".txt" if is_text else ".pdf")
        return SheetPaper(person_id=person.id, content=content, order=order, file_name=name)

    def _group(self, state: MeetingState) -> Group:
        group = self._groups.get(state.group_id) if state.group_id and state.details else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND, "meeting")
        return group
