"""Minutes to listen to: the audio script, and the spoken file made from it on this computer alone (R22)."""

import hashlib
import os
from pathlib import Path

from coprod_desktop.domain.events import MinutesMade, Step
from coprod_desktop.domain.ids import MeetingId, PersonId, StepId
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.services.clock import Clock, SystemClock
from coprod_desktop.services.minutes_service import MinutesService
from coprod_desktop.services.new_ids import NewId, new_id
from coprod_desktop.services.record_file import NotWritten, not_written, write_whole
from coprod_desktop.services.spoken_minutes import SpokenMinutes, spoken_minutes
from coprod_desktop.speech import speaker
from coprod_desktop.speech.audio_script import script_text
from coprod_desktop.speech.speaker import IsCancelled, OnProgress
from coprod_desktop.speech.speaking_job import SpeakingJob, SpeechFault, SpeechTrouble
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.safe_files import named_when_whole

__all__ = [
    "FASTEST_WORDS_A_MINUTE",
    "SCRIPT_SUFFIX",
    "SLOWEST_WORDS_A_MINUTE",
    "SPEECH_SUFFIXES",
    "USUAL_WORDS_A_MINUTE",
    "NotWritten",
    "SpeechNotAvailable",
    "SpeechService",
    "SpeechTrouble",
    "SpokenMinutes",
]

USUAL_WORDS_A_MINUTE = 130
"""How fast it is spoken when nobody said: 140 words a minute or slower (PT-10)."""

SLOWEST_WORDS_A_MINUTE, FASTEST_WORDS_A_MINUTE = 90, 250
"""More than 140 words a minute only because somebody wishes it."""

SPEECH_SUFFIXES = (".mp3", ".wav")
SCRIPT_SUFFIX = ".txt"

_SCRIPT_FORMAT = "audio_script"
_WORDS = {
    SpeechTrouble.PARTS_MISSING: (
        "This computer cannot speak the minutes yet. To make spoken minutes, add the speech parts: "
        'pip install "coprod-desktop[speech]". You can save the script as text now.'
    ),
    SpeechTrouble.NO_VOICE: "There is no voice for the language of these minutes. You can save the script as text.",
    SpeechTrouble.NO_LOUDSPEAKER: "This computer has no loudspeaker that we can use. You can save a sound file.",
    SpeechTrouble.BAD_SOUND: "The sound file was not right, so it was not kept. Please try again.",
    SpeechTrouble.STOPPED: "The voice stopped before the end, so there is no sound file. Please try again.",
}


class SpeechNotAvailable(Exception):
    """Nothing was spoken and nothing was saved; the text says why in plain words, `reason` is its name."""

    def __init__(self, reason: SpeechTrouble) -> None:
        super().__init__(_WORDS.get(reason, _WORDS[SpeechTrouble.STOPPED]))
        self.reason = reason


class SpeechService:
    """Makes scripts and spoken minutes.

    `spoken`, `write` and `read_aloud` read no store, so they may run in a worker thread; the rest belongs to the
    window's thread, or to one thread of a program without a window.
    """

    def __init__(
        self, database: Database, minutes: MinutesService, *, clock: Clock | None = None, make_id: NewId = new_id
    ) -> None:
        self._log = MeetingLog(database)
        self._minutes = minutes
        self._clock = clock or SystemClock()
        self._make_id = make_id

    def is_available(self) -> bool:
        """Whether the parts that speak are installed on this computer."""
        return speaker.is_available()

    def how_to_get_words(self) -> str:
        """What the person who looks after the computer can do, in plain words."""
        return _WORDS[SpeechTrouble.PARTS_MISSING]

    def spoken(self, content: MinutesContent) -> SpokenMinutes:
        """The lines of minutes as they are said."""
        return spoken_minutes(content)

    def script_of(self, spoken: SpokenMinutes) -> str:
        """The audio script as text, for whoever reads it out or signs it; the pauses are in words."""
        return script_text(spoken.lines)

    def script_for(self, content: MinutesContent) -> str:
        """The audio script of minutes, as text."""
        return self.script_of(self.spoken(content))

    def script(self, meeting_id: MeetingId, *, for_person: PersonId | None = None) -> str:
        """The audio script of a meeting. Raises NotAllowed if there is no such meeting."""
        return self.script_of(self.spoken(self._minutes.content(meeting_id, for_person=for_person)))

    def make(
        self,
        meeting_id: MeetingId,
        path: Path,
        *,
        words_a_minute: float = USUAL_WORDS_A_MINUTE,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
        for_person: PersonId | None = None,
    ) -> bool:
        """Spoken minutes, or the script by the suffix .txt, noted in the record; False if it was cancelled.

        An old file is replaced whole or not touched. Raises NotAllowed, NotWritten and SpeechNotAvailable.
        """
        spoken = self.spoken(self._minutes.content(meeting_id, for_person=for_person))
        if not self.write(
            spoken, path, words_a_minute=words_a_minute, on_progress=on_progress, is_cancelled=is_cancelled
        ):
            return False
        self.keep(meeting_id, path)
        return True

    def write(
        self,
        spoken: SpokenMinutes,
        path: Path,
        *,
        words_a_minute: float = USUAL_WORDS_A_MINUTE,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
    ) -> bool:
        """The file alone, without a note in the record. Returns and raises as `make` does."""
        _check_speed(words_a_minute)
        suffix = path.suffix.lower()
        if suffix == SCRIPT_SUFFIX:
            write_whole(path, self.script_of(spoken).encode())
            return True
        if suffix not in SPEECH_SUFFIXES:
            raise NotWritten(f"{path} cannot be written: its name must end in .mp3, .wav or .txt.")
        if not self.is_available():
            raise SpeechNotAvailable(SpeechTrouble.PARTS_MISSING)
        return _write_sound(spoken, path, words_a_minute, on_progress, is_cancelled)

    def sound_file(self, content: MinutesContent, path: Path, is_cancelled: IsCancelled) -> bool:
        """Minutes as a sound file at the usual speed; False if it was cancelled or this computer cannot speak.

        Raises NotWritten.
        """
        try:
            return self.write(self.spoken(content), path, is_cancelled=is_cancelled)
        except SpeechNotAvailable:
            return False

    def keep(self, meeting_id: MeetingId, path: Path) -> None:
        """Note in the record that this file of minutes was made."""
        with path.open("rb") as handle:
            digest = hashlib.file_digest(handle, "sha256").hexdigest()
        is_script = path.suffix.lower() == SCRIPT_SUFFIX
        made = MinutesMade(
            format=_SCRIPT_FORMAT if is_script else MinutesFormat.AUDIO.value,
            record_number=self._log.record_number(meeting_id),
            digest=digest,
        )
        step = Step(id=StepId(self._make_id()), at=self._clock.now(), events=(made,), is_automatic=True)
        self._log.append(meeting_id, step, None)

    def read_aloud(
        self,
        spoken: SpokenMinutes,
        *,
        words_a_minute: float = USUAL_WORDS_A_MINUTE,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
    ) -> bool:
        """Speak through the loudspeaker until the end, or until `is_cancelled` says stop. Raises SpeechNotAvailable."""
        _check_speed(words_a_minute)
        job = SpeakingJob(lines=spoken.lines, language=spoken.language, words_a_minute=words_a_minute)
        try:
            return speaker.speak(job, on_progress, is_cancelled)
        except SpeechFault as fault:
            raise SpeechNotAvailable(fault.trouble) from None


class _Cancelled(Exception):
    """Somebody said stop, so the file must not get its name."""


def _write_sound(
    spoken: SpokenMinutes,
    path: Path,
    words_a_minute: float,
    on_progress: OnProgress | None,
    is_cancelled: IsCancelled | None,
) -> bool:
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise NotWritten(f"{path} is not a file that can be written.")
        with named_when_whole(target) as waiting:
            job = SpeakingJob(
                lines=spoken.lines,
                language=spoken.language,
                words_a_minute=words_a_minute,
                path=waiting,
                is_mp3=target.suffix.lower() == ".mp3",
                title=spoken.title,
                group=spoken.group_name,
            )
            if not speaker.speak(job, on_progress, is_cancelled):
                raise _Cancelled
    except _Cancelled:
        return False
    except SpeechFault as fault:
        if fault.trouble is not SpeechTrouble.NOT_WRITTEN:
            raise SpeechNotAvailable(fault.trouble) from None
        raise not_written(path, OSError(fault.error_number, os.strerror(fault.error_number))) from None
    except (OSError, RuntimeError) as fault:  # a link that goes round in a ring is a RuntimeError
        raise not_written(path, fault) from fault
    return True


def _check_speed(words_a_minute: float) -> None:
    if not SLOWEST_WORDS_A_MINUTE <= words_a_minute <= FASTEST_WORDS_A_MINUTE:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "words_a_minute")
