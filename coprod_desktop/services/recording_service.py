"""Ideas that were spoken: a sound file is taken in, listened to, and saved out again as it was (R14)."""

import threading
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.services.record_file import NotWritten, write_whole
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.recording_store import Recording, RecordingStore

__all__ = ["ENDINGS", "NotWritten", "Recording", "RecordingFault", "RecordingRefused", "RecordingService"]

MOST_BYTES: Final = 50_000_000
"""About an hour as MP3: an idea is shorter, a whole meeting does not belong here."""

ENDINGS: Final = {
    "audio/mpeg": ".mp3",
    "audio/wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/flac": ".flac",
    "audio/mp4": ".m4a",
    "audio/webm": ".webm",
}
"""The kinds of sound that are kept, each with how the name of its file ends."""


class RecordingFault(StrEnum):
    """Why a file is not taken in as a recording."""

    CANNOT_READ = "cannot_read"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NO_SOUND = "no_sound"


class RecordingRefused(Exception):
    """A file that is no recording; `fault` says why."""

    def __init__(self, fault: RecordingFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class RecordingService:
    """What can be asked about recordings. What was taken in stays until its words are taken out for good."""

    def __init__(self, database: Database, new_id: NewId) -> None:
        self._store = RecordingStore(database)
        self._new_id = new_id

    def look_at(self, path: Path) -> str:
        """What kind of sound a file is, told by how it begins. Raises RecordingRefused if it is none."""
        return media_type_of(_read(path))

    def bring_in(self, group_id: GroupId, path: Path) -> str:
        """Take a sound file in as it is, and tell its id. Raises RecordingRefused, and StorageFault."""
        data = _read(path)
        recording = Recording(id=self._new_id(), group_id=group_id, media_type=media_type_of(data), data=data)
        self._store.add(recording)
        return recording.id

    def get(self, recording_id: str) -> Recording:
        """A recording. Raises NotAllowed if it is not there any more."""
        found = self._store.get(recording_id)
        if found is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return found

    def save_out(self, recording_id: str, path: Path) -> None:
        """Save a recording as a file, as it was brought in. Raises NotWritten, and NotAllowed if it is not there."""
        write_whole(path, self.get(recording_id).data)

    def play(self, recording: Recording, is_stopped: threading.Event, *, is_for_nobody: bool = False) -> bool:
        """Play a recording to its end, or until `is_stopped`; says whether it could be played. Call it in a thread.

        `is_for_nobody` plays into nothing at the pace of real sound, for tests.
        """
        try:
            from coprod_desktop.speech.recording_player import CannotPlay, play_recording
        except ImportError:
            return False
        try:
            play_recording(recording.data, is_stopped, is_for_nobody=is_for_nobody)
        except CannotPlay:
            return False
        return True


def media_type_of(data: bytes) -> str:
    """The kind of a sound file, by its first bytes. Raises RecordingRefused if it is no sound that we know."""
    if not data:
        raise RecordingRefused(RecordingFault.EMPTY)
    for is_so, media_type in _SIGNS:
        if is_so(data):
            return media_type
    raise RecordingRefused(RecordingFault.NO_SOUND)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RecordingRefused(RecordingFault.TOO_LARGE)
        return path.read_bytes()
    except OSError:
        raise RecordingRefused(RecordingFault.CANNOT_READ) from None


def _is_mpeg(data: bytes) -> bool:
    """An ID3 tag, or the 11 bits with which each frame of MPEG sound begins, of layer 3."""
    return data.startswith(b"ID3") or (len(data) > 3 and data[0] == 0xFF and data[1] & 0xE6 == 0xE2)


_SIGNS: Final[tuple[tuple[Callable[[bytes], bool], str], ...]] = (
    (lambda data: data[:4] == b"RIFF" and data[8:12] == b"WAVE", "audio/wav"),
    (lambda data: data.startswith(b"OggS"), "audio/ogg"),
    (lambda data: data.startswith(b"fLaC"), "audio/flac"),
    (lambda data: data[4:8] == b"ftyp" and data[8:11] in (b"M4A", b"M4B", b"mp4", b"iso", b"3gp"), "audio/mp4"),
    (lambda data: data.startswith(b"\x1a\x45\xdf\xa3"), "audio/webm"),
    (_is_mpeg, "audio/mpeg"),
)
