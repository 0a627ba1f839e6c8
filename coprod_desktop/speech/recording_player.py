"""Plays a sound file that somebody brought in through the loudspeaker of this computer."""

import threading
from collections.abc import Iterator

from coprod_desktop.speech.loudspeaker import NoLoudspeaker, play
from coprod_desktop.speech.voice import SAMPLE_RATE


class CannotPlay(Exception):
    """There is no loudspeaker, or this kind of sound is not known here."""


def play_recording(data: bytes, is_stopped: threading.Event, *, is_for_nobody: bool = False) -> None:
    """Play to the end, or until `is_stopped`; whoever calls waits. Raises CannotPlay.

    `is_for_nobody` plays into nothing at the pace of real sound, for tests.
    """
    try:
        import miniaudio
    except ImportError as fault:
        raise CannotPlay from fault
    try:
        sound = miniaudio.stream_memory(data, nchannels=1, sample_rate=SAMPLE_RATE)
        play(_until(sound, is_stopped), is_for_nobody=is_for_nobody)
    except (NoLoudspeaker, miniaudio.MiniaudioError) as fault:
        raise CannotPlay from fault


def _until(sound: Iterator[object], is_stopped: threading.Event) -> Iterator[bytes]:
    for samples in sound:
        if is_stopped.is_set():
            return
        yield bytes(memoryview(samples))  # type: ignore[arg-type]  # an array of numbers
