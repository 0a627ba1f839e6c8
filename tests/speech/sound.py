"""Sound files read back: how long they are, and where they are silent."""

from array import array
from itertools import groupby
from pathlib import Path

import miniaudio

QUIET = 200
"""Of 32,767; an MP3 file is never wholly silent."""

_WINDOW_MS = 20


def samples(path: Path) -> "array[int]":
    """The decoded sound, one channel, 22,050 samples a second."""
    decoded: array[int] = miniaudio.decode_file(str(path), nchannels=1, sample_rate=22_050).samples
    return decoded


def seconds(path: Path) -> float:
    return len(samples(path)) / 22_050


def silences(path: Path, *, least: float = 0.15) -> list[float]:
    """How long each silence is, in seconds and in order; the shortest ones inside words are left out."""
    sound, width = samples(path), 22_050 * _WINDOW_MS // 1000
    quiet = [max(map(abs, sound[start : start + width])) < QUIET for start in range(0, len(sound), width)]
    lengths = [(is_quiet, len(list(run)) * _WINDOW_MS / 1000) for is_quiet, run in groupby(quiet)]
    return [length for is_quiet, length in lengths if is_quiet and length >= least]
