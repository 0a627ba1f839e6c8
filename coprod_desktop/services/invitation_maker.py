"""Makes the files of invitations; reads no database, so it may work in a thread of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.print_list import LIST_SIZE_PT
from coprod_desktop.services.calendar_file import SUFFIX as CALENDAR
from coprod_desktop.services.invitation_plan import InvitationPlan, InviteLine, PaperKind
from coprod_desktop.services.invitation_words import InvitationWords
from coprod_desktop.services.minutes_order import SIZES_PT, MinutesOrder
from coprod_desktop.services.minutes_service import MinutesService
from coprod_desktop.services.pack_copies import check_pages
from coprod_desktop.services.pack_folder import WaitingFolder, whole_folder
from coprod_desktop.services.pack_maker import ScriptWriter, SoundMaker
from coprod_desktop.services.pack_steps import Cancelled, IsCancelled, OnProgress, Steps, never

_PAGES, _TEXT, _SOUND = ".pdf", ".txt", ".mp3"
_LIST: Final = MinutesOrder(format=MinutesFormat.LARGE_PRINT, size_pt=LIST_SIZE_PT)

Drafts = Callable[[InviteLine, PaperKind], MinutesContent]
"""What one paper says to one person."""


@dataclass(frozen=True, kw_only=True)
class InvitationResult:
    """A pack that was made: its own folder, its files in order, and the plan it was made by."""

    folder: Path
    files: tuple[Path, ...]
    plan: InvitationPlan


@dataclass(frozen=True, kw_only=True)
class PreparedInvitations:
    """A plan with all that its papers say. `same_for_all` are papers that say the same to everybody: made once."""

    plan: InvitationPlan
    words: InvitationWords
    drafts: Drafts
    minutes: MinutesService
    calendar: bytes = b""
    same_for_all: frozenset[PaperKind] = frozenset()
    sound: SoundMaker | None = None
    script: ScriptWriter | None = None
    _made: dict[tuple[PaperKind, MinutesOrder], bytes] = field(default_factory=dict, repr=False)

    def make(
        self, folder: Path, *, on_progress: OnProgress | None = None, is_cancelled: IsCancelled = never
    ) -> InvitationResult | None:
        """Make all files in a new folder inside `folder`; None if it was cancelled, and then nothing is left.

        Raises NotWritten, and then nothing is left either; what stood there before is never touched.
        """
        steps = Steps(copies=len(self.plan.lines), files=1, on_progress=on_progress, is_cancelled=is_cancelled)
        try:
            with whole_folder(folder, self.words.folder_name) as waiting:
                steps.check()
                self._write_all(waiting, steps)
                steps.check()
        except Cancelled:
            return None
        placed = tuple(waiting.path / name for name in waiting.names)
        return InvitationResult(folder=waiting.path, files=placed, plan=self.plan)

    def _write_all(self, waiting: WaitingFolder, steps: Steps) -> None:
        files: dict[int, Sequence[str]] = {}
        for number, line in enumerate(self.plan.lines, 1):
            files[line.number] = tuple(self._write_line(waiting, line, steps))
            steps.tell(self.words.making(number, len(self.plan.lines)))
        calendar = f"{self.words.calendar_name}{CALENDAR}" if self.calendar else ""
        if calendar:
            waiting.write(calendar, self.calendar)
        listed = self.words.listed(self.plan.lines, files, calendar)
        waiting.write(f"{self.words.list_name}{_PAGES}", self._rendered(listed, _LIST))

    def _write_line(self, waiting: WaitingFolder, line: InviteLine, steps: Steps) -> Iterator[str]:
        papers = ((kind, order) for kind in line.papers for order in line.orders)
        for count, (kind, order) in enumerate(papers):
            steps.check()
            yield self._write(waiting, self.words.file_name(line, count), self._paper(line, kind, order), steps)

    def _paper(self, line: InviteLine, kind: PaperKind, order: MinutesOrder) -> "_Paper":
        return _Paper(kind=kind, order=order, draft=lambda: self.drafts(line, kind))

    def _write(self, waiting: WaitingFolder, name: str, paper: "_Paper", steps: Steps) -> str:
        """One file; a script to be read out where this computer cannot speak."""
        if paper.order.format in SIZES_PT:
            waiting.write(f"{name}{_PAGES}", self._pages(paper))
        elif paper.order.format is MinutesFormat.AUDIO:
            self._write_sound(waiting, name, paper.draft(), steps)
        else:
            waiting.write(f"{name}{_TEXT}", self._rendered(paper.draft(), paper.order))
        return waiting.names[-1]

    def _pages(self, paper: "_Paper") -> bytes:
        key = paper.kind, paper.order.layout
        if paper.kind not in self.same_for_all:
            return self._rendered(paper.draft(), paper.order)
        if key not in self._made:
            self._made[key] = self._rendered(paper.draft(), paper.order)
        return self._made[key]

    def _rendered(self, content: MinutesContent, order: MinutesOrder) -> bytes:
        made = self.minutes.made(content, order)
        if order.format in SIZES_PT:
            check_pages(made.data, made.page_count)
        return made.data

    def _write_sound(self, waiting: WaitingFolder, name: str, content: MinutesContent, steps: Steps) -> None:
        path = waiting.path / f"{name}{_SOUND}"
        is_made = self.sound is not None and self.sound(content, path, steps.is_cancelled)
        steps.check()
        if is_made:
            waiting.names.append(path.name)
        else:
            text = self.script(content).encode() if self.script else self._rendered(content, _AUDIO)
            waiting.write(f"{name}{_TEXT}", text)


@dataclass(frozen=True, kw_only=True)
class _Paper:
    kind: PaperKind
    order: MinutesOrder
    draft: Callable[[], MinutesContent]


_AUDIO: Final = MinutesOrder(format=MinutesFormat.AUDIO)
