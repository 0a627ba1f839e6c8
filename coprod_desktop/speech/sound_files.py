"""MP3 and WAV files that grow while somebody speaks, and the check that a finished one can be heard."""

import wave
from pathlib import Path
from typing import Protocol

from coprod_desktop.speech.voice import SAMPLE_RATE

_KILOBITS_A_SECOND = 48
_GOOD_AND_QUICK = 5
_LOUD_ENOUGH = 1000  # of 32,767
_LEAST_SHARE_WITH_SOUND = 0.2
_EVERY_SO_MANY = 40
_MOST_SECONDS_APART = 0.5
_MOST_SHARE_APART = 0.02
_UTF8 = b"\x03"


class BadSound(Exception):
    """A finished file that cannot be decoded, is silent, or is shorter or longer than what was said."""


class SoundFile(Protocol):
    """A file that takes samples until it is closed."""

    def add(self, samples: bytes) -> None:
        """Write more sound. Raises OSError."""

    def close(self) -> None:
        """Write the end of the file. Raises OSError."""


class WavFile:
    """Sound as it is, about 2.6 MB a minute."""

    def __init__(self, path: Path) -> None:
        self._file = wave.open(str(path), "wb")  # noqa: SIM115
        self._file.setnchannels(1)
        self._file.setsampwidth(2)
        self._file.setframerate(SAMPLE_RATE)

    def add(self, samples: bytes) -> None:
        """Write more sound. Raises OSError."""
        self._file.writeframes(samples)

    def close(self) -> None:
        """Write the end of the file. Raises OSError."""
        self._file.close()


class Mp3File:
    """Sound by LAME, about a third of a megabyte a minute, with a title for players."""

    def __init__(self, path: Path, tag: bytes) -> None:
        """Raises ImportError without the extra [speech]."""
        import lameenc

        self._encoder = lameenc.Encoder()
        self._encoder.silence()
        self._encoder.set_in_sample_rate(SAMPLE_RATE)
        self._encoder.set_channels(1)
        self._encoder.set_bit_rate(_KILOBITS_A_SECOND)
        self._encoder.set_quality(_GOOD_AND_QUICK)
        self._file = path.open("wb")
        self._file.write(tag)
        self._has_sound = False

    def add(self, samples: bytes) -> None:
        """Write more sound. Raises OSError."""
        self._has_sound = self._has_sound or bool(samples)
        self._file.write(self._encoder.encode(samples))

    def close(self) -> None:
        """Write the end of the file. Raises OSError."""
        with self._file:
            if self._has_sound:
                self._file.write(self._encoder.flush())


def title_tag(title: str, group: str) -> bytes:
    """What a player shows, as an ID3 tag of version 2.4."""
    frames = b"".join(_frame(name, text) for name, text in (("TIT2", title), ("TPE1", group)) if text)
    return b"ID3\x04\x00\x00" + _seven_bits(len(frames)) + frames


def check_sound(path: Path, sample_count: int) -> None:
    """Read a finished file back. Raises BadSound, and ImportError without the extra [speech]."""
    import miniaudio

    heard, with_sound = 0, 0
    try:
        for second in miniaudio.stream_file(
            str(path), nchannels=1, sample_rate=SAMPLE_RATE, frames_to_read=SAMPLE_RATE
        ):
            heard += len(second)
            with_sound += len(second) if max(second[::_EVERY_SO_MANY], default=0) > _LOUD_ENOUGH else 0
    except miniaudio.MiniaudioError as fault:
        raise BadSound from fault
    apart = abs(heard - sample_count)
    is_as_long = apart <= SAMPLE_RATE * _MOST_SECONDS_APART + sample_count * _MOST_SHARE_APART
    if not is_as_long or with_sound < heard * _LEAST_SHARE_WITH_SOUND or not heard:
        raise BadSound


def _frame(name: str, text: str) -> bytes:
    said = _UTF8 + text.encode("utf-8", "ignore")
    return name.encode() + _seven_bits(len(said)) + b"\x00\x00" + said


def _seven_bits(number: int) -> bytes:
    """A length in four bytes of seven bits each, as such tags have it."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))
