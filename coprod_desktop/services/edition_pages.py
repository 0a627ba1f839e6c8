"""The files of editions: made from the record as it stood, kept once they are agreed, let go when a name must (R26)."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from coprod_desktop.domain.after_events import EditionMade
from coprod_desktop.domain.editions import standing
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.replay import replay
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.frozen_minutes import FrozenMinutes
from coprod_desktop.services.minutes_order import MinutesOrder
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.edition_store import GROUP_FORM, EditionFile, EditionStore
from coprod_desktop.storage.meeting_log import MeetingLog

if TYPE_CHECKING:  # what renders pages is loaded when an edition is printed, not when one is asked about
    from coprod_desktop.services.minutes_service import MinutesContent, MinutesService

__all__ = ["KEPT_FORMS", "EditionFile", "EditionPages", "MadeFile"]

KEPT_FORMS: Final = (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT)
"""The files of an agreed edition that are kept, each in its usual size."""


@dataclass(frozen=True, kw_only=True)
class MadeFile:
    """One file of an edition that was made and may be kept."""

    form: MinutesFormat
    data: bytes


class EditionPages:
    """Makes, keeps and gives files.

    Making a file again gives the same bytes within one version of the program, if no name and no picture was changed
    since; a later version may set its pages in another way. That is why the bytes are kept.
    """

    def __init__(self, database: Database, minutes: "Callable[[], MinutesService]", clock: Clock) -> None:
        self._log = MeetingLog(database)
        self._store = EditionStore(database)
        self._minutes, self._clock = minutes, clock
        self._frozen = FrozenMinutes(self._log)

    def content(self, meeting_id: MeetingId, edition: int) -> "MinutesContent":
        """What an edition says. Raises NotAllowed if there is none with this number."""
        return self._minutes().edition_content(meeting_id, edition, self._store.group_of(meeting_id, edition))

    def made(self, content: "MinutesContent", forms: Iterable[MinutesFormat] = KEPT_FORMS) -> tuple[MadeFile, ...]:
        """The files of an edition in their usual sizes. Reads nothing but fonts, so it may run in any thread."""
        return tuple(
            MadeFile(form=form, data=self._minutes().render(content, MinutesOrder(format=form))) for form in forms
        )

    def keep(self, meeting_id: MeetingId, edition: int, files: Sequence[MadeFile]) -> None:
        """Keep the files of an edition that is agreed; those that are kept stay as they are (R26)."""
        kept = {one.form for one in self.files(meeting_id) if one.edition == edition and one.data is not None}
        if not self._is_agreed(meeting_id, edition):
            return
        for one in files:
            if one.form.value not in kept:
                self._store.keep(self._file(meeting_id, edition, one))

    def files(self, meeting_id: MeetingId) -> tuple[EditionFile, ...]:
        """The files of all editions of a meeting that were kept; without `data` the bytes were removed."""
        return tuple(one for one in self._store.of_meeting(meeting_id) if one.form != GROUP_FORM)

    def file(self, meeting_id: MeetingId, edition: int, form: MinutesFormat) -> EditionFile:
        """One file of an edition: as it was kept, else made now, and kept if the edition is agreed.

        An older edition whose bytes were removed is not made again: then there is no `data`. Raises NotAllowed.
        """
        kept = next((one for one in self.files(meeting_id) if (one.edition, one.form) == (edition, form.value)), None)
        if kept is not None and self._is_still(kept):
            return kept
        made = self.made(self.content(meeting_id, edition), [form])
        self.keep(meeting_id, edition, made)
        return self._file(meeting_id, edition, made[0])

    def made_again(self, meeting_id: MeetingId, edition: int, form: MinutesFormat) -> bool:
        """Whether making a kept file again gives the same bytes; a newer program or another picture may not."""
        kept = self.file(meeting_id, edition, form)
        (made,) = self.made(self.content(meeting_id, edition), [form])
        return hashlib.sha256(made.data).hexdigest() == kept.digest

    def keep_group(self, meeting_id: MeetingId, made: EditionMade, group: Group) -> None:
        """Keep what the group was called and which words it explained, so that the edition can be made again."""
        self.forget_files(meeting_id, made.edition)
        self._store.keep_group(meeting_id, made.edition, group, made.made_on)

    def forget_files(self, meeting_id: MeetingId, edition: int) -> None:
        """Forget files under a number that is used anew after Undo: their words, or the day of the yes, are others."""
        self._store.forget_files(meeting_id, edition)

    def remove_bytes(self, meeting_id: MeetingId, on: date) -> None:
        """Let go of the bytes of every edition of a meeting; their digests stay."""
        self._store.remove_bytes([meeting_id], on)

    def _file(self, meeting_id: MeetingId, edition: int, made: MadeFile) -> EditionFile:
        digest = hashlib.sha256(made.data).hexdigest()
        return EditionFile(
            meeting_id=meeting_id,
            edition=edition,
            form=made.form.value,
            digest=digest,
            made_on=today(self._clock),
            data=made.data,
        )

    def _is_still(self, kept: EditionFile) -> bool:
        """Whether a kept file is that of its edition: its yes was not undone, nor its bytes taken from the newest."""
        if kept.data is None:
            return not self._is_newest(kept.meeting_id, kept.edition)
        return self._is_agreed(kept.meeting_id, kept.edition)

    def _is_agreed(self, meeting_id: MeetingId, edition: int) -> bool:
        return standing(self._frozen.frozen(meeting_id, edition).state).is_agreed

    def _is_newest(self, meeting_id: MeetingId, edition: int) -> bool:
        newest = replay(meeting_id, self._log.steps(meeting_id)).after.edition
        return newest is not None and newest.edition == edition
