"""Equal voice of a meeting: its numbers for the group's own check, and the page to print (R12, DP-16)."""

import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.equal_voice import EqualVoice, equal_voice
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.domain.told_voice import told_voice
from coprod_desktop.services.record_file import NotWritten, write_whole
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

if TYPE_CHECKING:
    from coprod_desktop.minutes.learning_page import LearningContent

__all__ = ["EqualVoiceService", "NotWritten", "as_json"]


class EqualVoiceService:
    """Counts meetings. It reads the store and changes nothing; `render` reads nothing but the fonts."""

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
        self._templates, self._cache = templates_folder, cache_folder
        self._printing = printing or threading.Lock()  # the one of MinutesService: ReportLab knows one printer only

    def voice(self, meeting_id: MeetingId) -> EqualVoice:
        """All numbers of a meeting, with none kept back. Raises NotAllowed if there is no such meeting.

        A turn that was running when the program stopped counts with what was kept of it last.
        """
        state = replay(meeting_id, self._log.steps(meeting_id))
        _, people = self._group_and_people(state)
        return equal_voice(state, people, running_ms=self._kept_ms(state))

    def content(self, state: MeetingState, *, running_ms: int | None = None) -> "LearningContent":
        """What the page to print says of a meeting, with "few people" for fewer than 3. Raises NotAllowed."""
        from coprod_desktop.minutes.learning_page import LEARNING_FILES, learning_content
        from coprod_desktop.minutes.wording import Wording

        group, people = self._group_and_people(state)
        told = told_voice(equal_voice(state, people, running_ms=running_ms))
        wording = Wording.load(self._templates, group.language, files=LEARNING_FILES)
        return learning_content(state, group, told, wording=wording)

    def render(self, content: "LearningContent") -> bytes:
        """The page "How we shared the talking" as a tagged PDF, in easy read."""
        from coprod_desktop.minutes.fonts import load_fonts
        from coprod_desktop.minutes.learning_page import learning_page
        from coprod_desktop.minutes.pictures import Pictures
        from coprod_desktop.minutes.styles import load_page_styles

        with self._printing:
            return learning_page(
                content,
                fonts=load_fonts(self._cache),
                pictures=Pictures(self._templates),
                styles=load_page_styles(self._templates),
            )

    def save(self, data: bytes, path: Path) -> None:
        """Save the page; the file is replaced whole or not touched. Raises NotWritten."""
        write_whole(path, data)

    def _group_and_people(self, state: MeetingState) -> tuple[Group, Sequence[Person]]:
        group = self._groups.get(state.group_id) if state.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND, "meeting")
        return group, self._people.people(group.id, with_removed=True)

    def _kept_ms(self, state: MeetingState) -> int | None:
        turn, kept = state.current_turn, self._log.heartbeat(state.id)
        if turn is None or kept is None or kept[0] != turn.id:
            return None
        return max(turn.used_ms, kept[1])


def as_json(voice: EqualVoice) -> dict[str, object]:
    """The numbers for scripts, in the order of the perspectives.

    All 3 lists have the same perspectives: each that somebody here speaks from, and each from which something was
    said. One that has people and no turn has 0 turns and 0 seconds.
    """
    spoken = {one: share for one, share in voice.shares.items() if share.people or share.turns or share.seconds}
    return {
        "people_here": {one.value: share.people for one, share in spoken.items()},
        "seconds": {one.value: share.seconds for one, share in spoken.items()},
        "turns": {one.value: share.turns for one, share in spoken.items()},
        "not_spoken": len(voice.not_spoken),
    }
