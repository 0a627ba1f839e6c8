"""Makes the files of a print pack; reads no database, so it may work in a thread of its own."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.services.pack_copies import PackCopies, check_pages
from coprod_desktop.services.pack_folder import WaitingFolder, whole_folder
from coprod_desktop.services.pack_plan import Goes, HowMade, PackLine, PackPlan
from coprod_desktop.services.pack_result import PackFile, PackResult, PrintJob
from coprod_desktop.services.pack_runs import runs_of
from coprod_desktop.services.pack_steps import Cancelled, IsCancelled, OnProgress, Steps, never
from coprod_desktop.services.pack_words import PackWording

if TYPE_CHECKING:
    from coprod_desktop.services.pack_paper import PackPaper

__all__ = [
    "IsCancelled",
    "OnProgress",
    "PackFile",
    "PackResult",
    "PreparedPack",
    "PrintJob",
    "ScriptWriter",
    "SoundMaker",
]

SoundMaker = Callable[[MinutesContent, Path, IsCancelled], bool]
"""Writes a sound file of what minutes say. False if this computer cannot; then the script goes as text."""

ScriptWriter = Callable[[MinutesContent], str]
"""What is to be read out, as text."""


@dataclass(frozen=True, kw_only=True)
class PreparedPack:
    """A plan with all that its copies say. Copies that were made are kept, so counting pages is not lost work.

    Use it in one thread at a time. `printing` is held while ReportLab works, which knows of one printer only.
    """

    plan: PackPlan
    copies: PackCopies
    wording: PackWording
    paper_of: Callable[[PackPlan, Mapping[int, str]], "PackPaper"]
    printing: AbstractContextManager[object]
    sound: SoundMaker | None = None
    script: ScriptWriter | None = None

    def going_on_from(self, before: "PreparedPack | None") -> "PreparedPack":
        """This pack, with the copies that an earlier one has made and that have not changed since."""
        if before is not None:
            self.copies.take_over(before.copies)
        return self

    def counted(self, *, on_progress: OnProgress | None = None, is_cancelled: IsCancelled = never) -> PackPlan | None:
        """The plan with the pages of each copy counted; None if it was cancelled."""
        try:
            self.copies.make(Steps(copies=len(self.plan.wanted), on_progress=on_progress, is_cancelled=is_cancelled))
        except Cancelled:
            return None
        return self.copies.counted_plan()

    def make(
        self,
        folder: Path,
        how: HowMade,
        *,
        with_booklets: bool = False,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> PackResult | None:
        """Make all files in a new folder inside `folder`; None if it was cancelled, and then nothing is left.

        Booklets are made of the copies of one person, not of print runs. Raises NotWritten, and then nothing is left
        either; what stood there before is never touched.
        """
        steps = self._steps(how, on_progress, is_cancelled)
        try:
            self.copies.make(steps)
            with whole_folder(folder, self.wording.folder_name(self.plan.held_on)) as waiting:
                files = list(self._files(waiting, how, steps, with_booklets=with_booklets))
                steps.check()
        except Cancelled:
            return None
        placed = tuple(replace(file, path=waiting.path / file.path.name) for file in files)
        return PackResult(folder=waiting.path, files=placed, plan=self.copies.counted_plan())

    def printable(
        self, how: HowMade, *, on_progress: OnProgress | None = None, is_cancelled: IsCancelled = never
    ) -> Iterator[PrintJob]:
        """What goes to a printer, one job after the other: the list first. It ends early if it is cancelled."""
        steps = self._steps(how, on_progress, is_cancelled)
        try:
            self.copies.make(steps)
            names = {line.number: self.wording.file_name(self.plan, line) for line in self._lines(Goes.FILE)}
            for job in self._jobs(how, names):
                yield job
                self._tell(steps)
        except Cancelled:
            return

    def _steps(self, how: HowMade, on_progress: OnProgress | None, is_cancelled: IsCancelled) -> Steps:
        on_paper, to_send = self._lines(Goes.PAPER), self._lines(Goes.FILE)
        printed = len(on_paper) if how is HowMade.ONE_PER_PERSON else len(runs_of(on_paper))
        return Steps(
            copies=len(self.plan.wanted),
            files=1 + printed + len(to_send),
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )

    def _tell(self, steps: Steps) -> None:
        number = str(min(steps.done + 1 - steps.copies, steps.files))
        steps.tell(self.wording.wording("pack_making_files", number=number, all=str(steps.files)))

    def _lines(self, goes: Goes) -> list[PackLine]:
        return [line for line in self.copies.counted_plan().wanted if line.goes is goes]

    # Files

    def _files(self, waiting: WaitingFolder, how: HowMade, steps: Steps, *, with_booklets: bool) -> Iterator[PackFile]:
        """Files to send first, because the list names them."""
        names: dict[int, str] = {}
        for line in self._lines(Goes.FILE):
            file = self._file_to_send(waiting, line, steps)
            names[line.number] = file.path.name
            yield file
            self._tell(steps)
        for job in self._jobs(how, names):
            yield self._written(waiting, job)
            if with_booklets and how is HowMade.ONE_PER_PERSON and job.formats:
                yield self._booklet(waiting, job)
            self._tell(steps)

    @staticmethod
    def _written(waiting: WaitingFolder, job: PrintJob) -> PackFile:
        check_pages(job.data, job.page_count)
        waiting.write(job.name, job.data)
        return PackFile(
            path=waiting.path / job.name,
            formats=job.formats,
            digest=_digest(job.data),
            page_count=job.page_count,
            copies=job.copies,
        )

    @staticmethod
    def _booklet(waiting: WaitingFolder, job: PrintJob) -> PackFile:
        from coprod_desktop.services.printing_service import BOOKLET_SUFFIX, booklet

        data = booklet(job.data)
        name = f"{job.name.removesuffix('.pdf')}{BOOKLET_SUFFIX}.pdf"
        waiting.write(name, data)
        return PackFile(path=waiting.path / name, formats=(), digest=_digest(data), copies=job.copies)

    def _file_to_send(self, waiting: WaitingFolder, line: PackLine, steps: Steps) -> PackFile:
        """Plain text, or a sound file where the computer can speak; else the script to be read out."""
        path = self._sound_file(waiting, line, steps) if line.format is MinutesFormat.AUDIO else None
        if path is None:
            path = waiting.path / self.wording.file_name(self.plan, line)
            waiting.write(path.name, self._text(line))
        return PackFile(path=path, formats=(line.format,), digest=_digest(path.read_bytes()))

    def _text(self, line: PackLine) -> bytes:
        if line.format is MinutesFormat.AUDIO and self.script is not None:
            return self.script(self.copies.content_of(line)).encode()
        return self.copies.of(line).data

    def _sound_file(self, waiting: WaitingFolder, line: PackLine, steps: Steps) -> Path | None:
        path = waiting.path / self.wording.file_name(self.plan, line, is_sound=True)
        is_made = self.sound is not None and self.sound(self.copies.content_of(line), path, steps.is_cancelled)
        steps.check()
        return path if is_made else None

    # Print jobs

    def _jobs(self, how: HowMade, files_to_send: Mapping[int, str]) -> Iterator[PrintJob]:
        """The list, then the copies or the runs."""
        paper = self.paper_of(self.copies.counted_plan(), files_to_send)
        with self.printing:
            printed = paper.printed_list(how)
        name = self.wording.list_name(self.plan)
        yield PrintJob(name=name, data=printed.data, copies=1, page_count=printed.page_count)
        yield from self._run_jobs(paper) if how is HowMade.PRINT_RUNS else self._copy_jobs()

    def _run_jobs(self, paper: "PackPaper") -> Iterator[PrintJob]:
        for number, lines in enumerate(runs_of(self._lines(Goes.PAPER)), 1):
            with self.printing:
                run = paper.run(number, lines, self.copies.of)
            yield PrintJob(
                name=self.wording.run_name(self.plan, number),
                data=run.data,
                copies=1,
                page_count=run.page_count,
                formats=tuple(dict.fromkeys(line.format for line in lines)),
            )

    def _copy_jobs(self) -> Iterator[PrintJob]:
        for line in self._lines(Goes.PAPER):
            yield PrintJob(
                name=self.wording.file_name(self.plan, line),
                data=self.copies.of(line).data,
                copies=line.copies,
                page_count=line.page_count or 0,
                formats=(line.format,),
            )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
