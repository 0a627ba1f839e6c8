"""The print pack: who gets which minutes on which paper, made in one press (R24)."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.events import MinutesMade, Step
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId, StepId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.clock import Clock, SystemClock
from coprod_desktop.services.minutes_service import MinutesService
from coprod_desktop.services.new_ids import NewId, new_id
from coprod_desktop.services.pack_copies import PackCopies
from coprod_desktop.services.pack_lines import common_line, pack_lines
from coprod_desktop.services.pack_maker import PreparedPack, ScriptWriter, SoundMaker
from coprod_desktop.services.pack_plan import Goes, HowMade, PackLine, PackPlan, Sides
from coprod_desktop.services.pack_result import PackFile, PackResult, PrintJob
from coprod_desktop.services.pack_steps import IsCancelled, OnProgress, never
from coprod_desktop.services.pack_words import PackWording, PackWords
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

if TYPE_CHECKING:
    from coprod_desktop.services.pack_paper import PackPaper

__all__ = [
    "Goes",
    "HowMade",
    "PackFile",
    "PackLine",
    "PackPlan",
    "PackResult",
    "PackService",
    "PackWords",
    "PreparedPack",
    "PrintJob",
    "Sides",
]

_WORDING_FILES = ("wording", "print_pack")


class PackService:
    """Plans a pack and notes what was made; `prepare` reads all that is needed, and what it gives reads nothing."""

    def __init__(
        self,
        database: Database,
        templates_folder: Path,
        cache_folder: Path,
        minutes: MinutesService,
        *,
        sound: SoundMaker | None = None,
        script: ScriptWriter | None = None,
        clock: Clock | None = None,
        make_id: NewId = new_id,
    ) -> None:
        self._log = MeetingLog(database)
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._templates, self._cache = templates_folder, cache_folder
        self._minutes = minutes
        self._sound, self._script = sound, script
        self._clock = clock or SystemClock()
        self._make_id = make_id

    def plan(self, meeting_id: MeetingId, state: MeetingState | None = None) -> PackPlan:
        """Who is to get which copy: all who came, were expected or sent sorry. Raises NotAllowed for no meeting."""
        known = state or replay(meeting_id, self._log.steps(meeting_id))
        group = self._group(known)
        if known.details is None:
            raise NotAllowed(Reason.NOT_FOUND)
        lines = pack_lines(known, self._people.people(group.id, with_removed=True))
        return PackPlan(
            meeting_id=meeting_id,
            title=known.details.title,
            held_on=known.details.held_on,
            lines=lines,
            common=common_line(len(lines) + 1),
        )

    def words(self, plan: PackPlan, state: MeetingState | None = None) -> PackWords:
        """How much there is to print and to send, and how to print it."""
        known = state or replay(plan.meeting_id, self._log.steps(plan.meeting_id))
        return self._wording(self._group(known)).words(plan)

    def prepare(self, plan: PackPlan, state: MeetingState | None = None) -> PreparedPack:
        """Read all that the copies say; call it in the window's thread."""
        known = state or replay(plan.meeting_id, self._log.steps(plan.meeting_id))
        group = self._group(known)
        content = self._minutes.content(plan.meeting_id, known)
        people = [line.person_id for line in plan.lines if line.person_id and line.copies]
        wording = self._wording(group)
        copies = PackCopies(
            plan=plan,
            content=content,
            for_yous=self._minutes.for_you(plan.meeting_id, people, known),
            minutes=self._minutes,
            wording=wording,
        )
        about = wording.about(content.date_words if plan.held_on else "")
        return PreparedPack(
            plan=plan,
            copies=copies,
            wording=wording,
            paper_of=partial(self._paper, wording, about, group.name, content.language),
            printing=self._minutes.printing,
            sound=self._sound,
            script=self._script,
        )

    def note(self, made: PackResult) -> None:
        """Note in the record which minutes were made: one step for the pack. Call it in the window's thread."""
        self._note(made.plan.meeting_id, [(format, file.digest) for file in made.files for format in file.formats])

    def note_printed(self, meeting_id: MeetingId, jobs: Iterable[PrintJob]) -> None:
        """Note in the record which minutes went to a printer: one step. Call it in the window's thread."""
        self._note(
            meeting_id, [(format, hashlib.sha256(job.data).hexdigest()) for job in jobs for format in job.formats]
        )

    def _note(self, meeting_id: MeetingId, made: Iterable[tuple[MinutesFormat, str]]) -> None:
        number = self._log.record_number(meeting_id)
        events = tuple(MinutesMade(format=format.value, record_number=number, digest=digest) for format, digest in made)
        if events:
            step = Step(id=StepId(self._make_id()), at=self._clock.now(), events=events, is_automatic=True)
            self._log.append(meeting_id, step, None)

    def make(
        self,
        plan: PackPlan,
        folder: Path,
        how: HowMade,
        *,
        with_booklets: bool = False,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> PackResult | None:
        """Prepare, make and note in one go; None if it was cancelled. Raises NotWritten; then nothing is left."""
        made = self.prepare(plan).make(
            folder, how, with_booklets=with_booklets, on_progress=on_progress, is_cancelled=is_cancelled
        )
        if made is not None:
            self.note(made)
        return made

    def _group(self, state: MeetingState) -> Group:
        group = self._groups.get(state.group_id) if state.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return group

    def _wording(self, group: Group) -> PackWording:
        words = Wording.load(self._templates, group.language, files=_WORDING_FILES)
        return PackWording(words)

    def _paper(
        self,
        wording: PackWording,
        about: str,
        group_name: str,
        language: str,
        plan: PackPlan,
        files_to_send: Mapping[int, str],
    ) -> "PackPaper":
        from coprod_desktop.minutes.fonts import load_fonts
        from coprod_desktop.minutes.print_list import PrintListMaker
        from coprod_desktop.minutes.styles import load_page_styles
        from coprod_desktop.services.pack_paper import PackPaper

        fonts, styles = load_fonts(self._cache), load_page_styles(self._templates)
        return PackPaper(
            plan=plan,
            files_to_send=files_to_send,
            wording=wording,
            about=about,
            group_name=group_name,
            language=language,
            lists=PrintListMaker(wording.wording, language, fonts, styles),
        )
