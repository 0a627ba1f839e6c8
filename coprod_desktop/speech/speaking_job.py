"""What the speaking process is asked to do, and what can go wrong with it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from coprod_desktop.speech.minutes_lines import SpokenLine


class SpeechTrouble(StrEnum):
    """Why nothing could be spoken, as a name; the service turns it into words."""

    PARTS_MISSING = "parts_missing"
    NO_VOICE = "no_voice"
    NO_LOUDSPEAKER = "no_loudspeaker"
    BAD_SOUND = "bad_sound"
    NOT_WRITTEN = "not_written"
    STOPPED = "stopped"


class SpeechFault(Exception):
    """Nothing was spoken. `error_number` is that of the system, where it refused to write."""

    def __init__(self, trouble: SpeechTrouble, error_number: int = 0) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.error_number = error_number


@dataclass(frozen=True, kw_only=True)
class SpeakingJob:
    """Lines to speak at `words_a_minute` into a file, or through the loudspeaker if there is no `path`.

    `title` and `group` are what a player shows. `is_for_nobody` plays into nothing, for tests.
    """

    lines: tuple[SpokenLine, ...]
    language: str = "en-GB"
    words_a_minute: float
    path: Path | None = None
    is_mp3: bool = False
    title: str = ""
    group: str = ""
    is_for_nobody: bool = False
