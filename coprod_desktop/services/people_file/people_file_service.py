"""Lists of people: read a file, look at it before anything is kept, bring it in as one act, and save a list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import NamedAs, Person
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.services.people_file.columns import Field
from coprod_desktop.services.people_file.drafts import Draft
from coprod_desktop.services.people_file.file_text import FileText
from coprod_desktop.services.people_file.file_words import FileWords, load_file_words
from coprod_desktop.services.people_file.names import with_name_questions
from coprod_desktop.services.people_file.opened_file import OpenedFile, open_file, opened_text
from coprod_desktop.services.people_file.preview import Preview, preview_of
from coprod_desktop.services.people_file.rows import row_reading
from coprod_desktop.services.people_file.saved_list import ListWishes, SavedList, can_be_told, list_text
from coprod_desktop.services.people_service import folded
from coprod_desktop.storage.faults import file_faults
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.safe_files import named_when_whole

BROUGHT_IN = "people_brought_in"


@dataclass(frozen=True, kw_only=True)
class PeopleFileService:
    """What can be asked about lists of people as files. What was read is in memory only until it is brought in."""

    store: PeopleStore
    templates: Path
    history: ActHistory
    clock: Clock
    new_id: NewId

    def open(self, path: Path, group: Group) -> OpenedFile:
        """Read a file. Raises UnreadableFile if it is no list of people."""
        return open_file(path, self._words(group))

    def read_as(self, opened: OpenedFile, text: str, group: Group, *, names_columns: bool = False) -> OpenedFile:
        """The same file read anew: `text` is its own or one of its `others`, and the one before is among them then.

        `names_columns` says that the first row names the columns. Raises UnreadableFile if nobody is left then.
        """
        others = tuple(other for other in (opened.text, *opened.others) if other != text)
        found = FileText(text=text, is_guessed=bool(others), others=others)
        return opened_text(found, self._words(group), names_columns=names_columns)

    def preview(self, opened: OpenedFile, mapped: Mapping[int, Field | None], group: Group) -> Preview:
        """What each row would make, and what is asked about it. Nothing is kept."""
        words = self._words(group)
        readings = (row_reading(row, mapped, opened, words) for row in opened.rows)
        in_group = [person.name for person in self.store.people(group.id)]
        return preview_of(with_name_questions(readings, in_group))

    def bring_in(self, preview: Preview, group: Group) -> int:
        """Keep everyone whom the preview makes, as one act; tells how many. Their needs wait to be asked (DP-03)."""
        people = tuple(self._person(draft, group.id) for draft in preview.drafts)
        if not people:
            return 0
        self.store.save_all(people)
        away = tuple(self._taken_back(person) for person in people)
        undo, redo = (lambda: self.store.save_all(away)), (lambda: self.store.save_all(people))
        self.history.note(Act(kind=BROUGHT_IN, undo=undo, redo=redo))
        return len(people)

    def save_list(self, group: Group, target: Path, wishes: ListWishes) -> SavedList:
        """Save the people as a list. Raises StorageFault if it cannot be written; then the old file is still there."""
        people = sorted(self.store.people(group.id), key=lambda person: folded(person.name))
        data = list_text(people, wishes).encode("utf-8-sig")
        with file_faults(), named_when_whole(target) as part:
            part.write_bytes(data)
        held_back = sum(not can_be_told(need) for person in people for need in person.needs)
        return SavedList(people=len(people), needs_left_out=held_back if wishes.has_needs else 0)

    def _words(self, group: Group) -> FileWords:
        labels = {perspective.value: label for perspective, label in group.perspective_labels.items()}
        return load_file_words(self.templates, labels, group.language)

    def _person(self, draft: Draft, group_id: GroupId) -> Person:
        day = today(self.clock)
        return Person(
            id=PersonId(self.new_id()),
            group_id=group_id,
            name=draft.name,
            named_as=NamedAs.CHOSEN if draft.chosen_name else NamedAs.FIRST,
            chosen_name=draft.chosen_name,
            contact=draft.contact,
            perspectives=draft.perspectives,
            brings=draft.brings,
            needs=tuple(AccessNeed(code=code, detail=detail, noted_on=day) for code, detail in draft.needs),
            minutes=draft.minutes,
        )

    def _taken_back(self, person: Person) -> Person:
        """Undone, nothing of a person is left but the name on a line that is not shown."""
        bare = Person(id=person.id, group_id=person.group_id, name=person.name)
        return replace(bare, removed_on=today(self.clock))
