"""Sound through the loudspeaker of this computer, from the speaking process only."""

import threading
from collections.abc import Generator, Iterator

from coprod_desktop.speech.voice import SAMPLE_RATE

_NOBODY_HEARS = ("Discard all samples", "NULL")


class NoLoudspeaker(Exception):
    """This computer has nothing to play sound with."""


def play(chunks: Iterator[bytes], *, is_for_nobody: bool = False) -> None:
    """Play all the chunks, each made when it is wanted. Raises NoLoudspeaker.

    `is_for_nobody` plays into nothing at the pace of real sound, for tests.
    """
    import miniaudio

    backends = [miniaudio.Backend.NULL] if is_for_nobody else None
    try:
        found = miniaudio.Devices(backends).get_playbacks()
        if not is_for_nobody and not any(_can_be_heard(device["name"]) for device in found):
            raise NoLoudspeaker
        device = miniaudio.PlaybackDevice(nchannels=1, sample_rate=SAMPLE_RATE, backends=backends)
    except miniaudio.MiniaudioError as fault:
        raise NoLoudspeaker from fault
    is_over = threading.Event()
    frames = _frames(chunks, is_over)
    next(frames)
    with device:
        device.start(frames)
        is_over.wait()


def _can_be_heard(name: str) -> bool:
    return not name.startswith(_NOBODY_HEARS)


def _frames(chunks: Iterator[bytes], is_over: threading.Event) -> Generator[bytes, int, None]:
    """As many samples as the device asks for, each time it asks."""
    waiting = bytearray()
    wanted = yield b""
    for chunk in chunks:
        waiting += chunk
        while len(waiting) >= wanted * 2:
            given = bytes(waiting[: wanted * 2])
            del waiting[: wanted * 2]
            wanted = yield given
    yield bytes(waiting)
    is_over.set()
