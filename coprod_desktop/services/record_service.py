"""Bringing records in and writing them out: each file whole or not at all, and the same content only once."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.meeting_header import MeetingHeader, header_of
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.services.clock import Clock, SystemClock
from coprod_desktop.services.new_ids import NewId, new_id
from coprod_desktop.services.record_check import RecordCheck
from coprod_desktop.services.record_clean import Note, RecordCleaner, digest_of
from coprod_desktop.services.record_export import RecordExport
from coprod_desktop.services.record_file import Fault, RecordRefused, json_bytes, read_json, write_whole
from coprod_desktop.services.record_import import RecordImport
from coprod_desktop.services.record_left_out import left_out
from coprod_desktop.services.record_links import link_faults, local_ids
from coprod_desktop.services.record_names import RecordNames
from coprod_desktop.services.record_people import PeopleFound, filled_group, find_people, new_group
from coprod_desktop.services.record_shape import in_shape, shape_of
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.record_store import FileId, RecordStore

SCHEMA_NAME = "meeting-record.schema.json"

_ASKS = Fault(
    "meeting",
    "this group has a meeting with the same title and date, and it says other things. Nothing was brought in.",
)


@dataclass(frozen=True, kw_only=True)
class ImportResult:
    """What became of one file. Without a meeting it was refused, and `faults` says why.

    `asks` is set when the file was refused only because the group may have this meeting already.
    """

    path: Path
    meeting_id: MeetingId | None = None
    is_new: bool = False
    asks: bool = False
    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()


class RecordService:
    """What can be asked about record files. `schema_folder` holds the schema of the format."""

    def __init__(
        self, database: Database, schema_folder: Path, *, clock: Clock | None = None, make_id: NewId = new_id
    ) -> None:
        self._database = database
        self._log = MeetingLog(database)
        self._meetings = MeetingStore(database)
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._records = RecordStore(database)
        self._clock = clock or SystemClock()
        self._make_id = make_id
        schema = json.loads((schema_folder / SCHEMA_NAME).read_text(encoding="utf-8"))
        self._check = RecordCheck(schema)
        self._cleaner = RecordCleaner(schema)

    def import_files(self, paths: Iterable[Path], *, as_new: bool = False) -> list[ImportResult]:
        """Bring in files, one after the other; a bad one is refused and the others come in."""
        return [self.import_file(path, as_new=as_new) for path in paths]

    def import_file(self, path: Path, *, as_new: bool = False) -> ImportResult:
        """Bring in one file, whole or not at all; what is here already is not brought in again."""
        try:
            record, notes = self._read(path)
            return self._import(path, record, notes, as_new=as_new)
        except RecordRefused as refused:
            return ImportResult(path=path, faults=refused.faults, asks=refused.faults == (_ASKS,))
        except NotAllowed as fault:
            reason = f"a rule of the program turns this down: {fault.reason.value.replace('_', ' ')}."
            return ImportResult(path=path, faults=(Fault(fault.field or "record", reason),))

    def export(self, meeting_id: MeetingId) -> dict[str, Any]:
        """The record of a meeting. Raises NotAllowed if there is no such meeting."""
        state, group = self._state_and_group(meeting_id)
        file_ids = self._records.file_ids(meeting_id)
        names = RecordNames(file_ids, state)
        record = RecordExport(names, self._people.by_ids(names.people)).record(state, group)
        return in_shape(record, self._records.shape(meeting_id), _ids_by_kind(file_ids))

    def left_out(self, meeting_id: MeetingId) -> tuple[Note, ...]:
        """What of a meeting has no place in a record. Raises NotAllowed if there is no such meeting."""
        return left_out(*self._state_and_group(meeting_id))

    def write(self, meeting_id: MeetingId, path: Path, *, with_times: bool = True) -> None:
        """Write the record of a meeting to a file. Raises NotAllowed or NotWritten.

        Without times it has no turns: the format knows none without its time (DP-16).
        """
        record = self.export(meeting_id)
        if not with_times:
            record["meeting"].pop("turns", None)
        write_whole(path, json_bytes(record))

    def _state_and_group(self, meeting_id: MeetingId) -> tuple[MeetingState, Group]:
        state = replay(meeting_id, self._log.steps(meeting_id))
        group = self._groups.get(state.group_id) if state.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND, "meeting")
        return state, group

    def headers(self) -> tuple[tuple[MeetingHeader, str], ...]:
        """All meetings of the folder with the name of their group, in the order of their dates."""
        names = {group.id: group.name for group in self._groups.groups()}
        listed = sorted(self._meetings.all_headers(), key=lambda header: (header.held_on, header.title, header.id))
        return tuple((header, names.get(header.group_id, "")) for header in listed)

    def find(self, said: str) -> MeetingId:
        """The meeting with this id; "last" is the one that was changed last. Raises NotAllowed if there is none."""
        meeting_id = self._meetings.last_changed() if said == "last" else MeetingId(said)
        if meeting_id is None or self._meetings.header(meeting_id) is None:
            raise NotAllowed(Reason.NOT_FOUND, "meeting")
        return meeting_id

    def people(self) -> tuple[tuple[Person, str], ...]:
        """All people of the folder but those who were taken off, with the name of their group."""
        return tuple(
            (person, group.name) for group in self._groups.groups() for person in self._people.people(group.id)
        )

    def people_called(self, said: str) -> tuple[PersonId, ...]:
        """The person with this id, else those whom the records of meetings call so ("p1"); mostly one, or none."""
        if self._people.get(PersonId(said)) is not None:
            return (PersonId(said),)
        found: dict[PersonId, None] = {}
        for header, _group in self.headers():
            state, _ = self._state_and_group(header.id)
            names = RecordNames(self._records.file_ids(header.id), state)
            found.update(dict.fromkeys(who for who in names.people if names.of("person", who) == said))
        return tuple(who for who in found if self._people.get(who) is not None)

    def _read(self, path: Path) -> tuple[dict[str, Any], tuple[Note, ...]]:
        parsed = read_json(path)
        faults = self._check.faults(parsed)
        if faults:
            links = link_faults(parsed) if isinstance(parsed, dict) else ()
            raise RecordRefused((*faults, *links))
        clean = self._cleaner.cleaned(parsed)
        faults = (*clean.faults, *link_faults(clean.record))
        if faults:
            raise RecordRefused(faults)
        return clean.record, clean.notes

    def _import(self, path: Path, record: dict[str, Any], notes: tuple[Note, ...], *, as_new: bool) -> ImportResult:
        digest = digest_of(record)
        with self._database.write():
            here = self._is_here(record, digest, as_new=as_new)
            if here is not None:
                return ImportResult(path=path, meeting_id=here, notes=notes)
            meeting_id, said = self._add(record, digest)
        return ImportResult(path=path, meeting_id=meeting_id, is_new=True, notes=(*notes, *said))

    def _is_here(self, record: dict[str, Any], digest: str, *, as_new: bool) -> MeetingId | None:
        remembered = self._records.import_of(digest)
        if remembered is not None and self._meetings.header(remembered) is not None:
            return remembered
        alike = self._meetings_like(record)
        same = next((one for one in alike if digest_of(self.export(one)) == digest), None)
        if same is None and alike and not as_new:
            raise RecordRefused([_ASKS])
        return same

    def _meetings_like(self, record: dict[str, Any]) -> list[MeetingId]:
        said = record["meeting"]
        wanted = (record["group"]["name"], said["title"], said["date"])
        return [
            header.id
            for header, group_name in self.headers()
            if (group_name, header.title, header.held_on.isoformat()) == wanted
        ]

    def _add(self, record: dict[str, Any], digest: str) -> tuple[MeetingId, list[Note]]:
        group, notes = self._save_group(record["group"])
        people = self._save_people(record["people"], group)
        meeting_id = MeetingId(self._make_id())
        file_ids = self._new_ids(record, people.ids)
        made = RecordImport(
            meeting_id,
            {local_id: entity_id for _, local_id, entity_id in file_ids},
            at=self._clock.now(),
            make_id=self._make_id,
        )
        step = made.step(record["meeting"], group.id)
        states = (MeetingState(id=meeting_id), made.state)
        self._log.append(meeting_id, step, header_of(made.state, changed_at=step.at), states=states)
        self._records.remember_file_ids(meeting_id, file_ids)
        shape = shape_of(record, self.export(meeting_id), _ids_by_kind(file_ids))
        self._records.remember_import(digest, meeting_id, shape, imported_at=step.at)
        return meeting_id, [*notes, *people.notes]

    def _save_group(self, said: dict[str, Any]) -> tuple[Group, list[Note]]:
        told = new_group(said, self._make_id)
        here = next((group for group in self._groups.groups() if group.name == told.name), None)
        group, notes = filled_group(here, told) if here else (told, [])
        if group != here:
            self._groups.save(group)
        return group, notes

    def _save_people(self, said: Sequence[dict[str, Any]], group: Group) -> PeopleFound:
        found = find_people(said, self._people.people(group.id), group.id, self._make_id)
        for person in found.new:
            self._people.save(person)
        return found

    def _new_ids(self, record: dict[str, Any], people: dict[str, PersonId]) -> list[FileId]:
        return [
            (kind, local_id, people[local_id] if kind == "person" else self._make_id())
            for kind, ids in local_ids(record).items()
            for local_id in ids
        ]


def _ids_by_kind(file_ids: Iterable[FileId]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for kind, local_id, _ in file_ids:
        ids.setdefault(kind, []).append(local_id)
    return ids
