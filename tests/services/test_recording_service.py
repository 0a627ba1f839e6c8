"""Spoken ideas: taken in as they are, heard, saved out, and nothing else is taken for sound."""

import math
import threading
import wave
from array import array
from pathlib import Path

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.recording_service import MOST_BYTES, RecordingFault, RecordingRefused, media_type_of


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A fifth of a second of a tone."""
    path = tmp_path / "what Jo said.wav"
    samples = array("h", (int(9000 * math.sin(at / 9)) for at in range(1600)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(samples.tobytes())
    return path


def test_a_recording_comes_back_byte_for_byte_after_the_program_was_closed(
    services: Services, group: Group, sound: Path
) -> None:
    recording_id = services.recordings.bring_in(group.id, sound)
    services.close()
    again = open_services(services.folder)
    kept, out = again.recordings.get(recording_id), sound.with_name("out.wav")
    again.recordings.save_out(recording_id, out)
    assert (kept.media_type, kept.group_id) == ("audio/wav", group.id)
    assert out.read_bytes() == sound.read_bytes()
    again.close()


def test_the_name_of_the_file_is_not_kept(services: Services, group: Group, sound: Path) -> None:
    services.recordings.bring_in(group.id, sound)
    services.close()
    assert not [path for path in services.folder.rglob("*") if path.is_file() and b"what Jo said" in path.read_bytes()]


def test_a_recording_can_be_heard_to_its_end_or_stopped(services: Services, group: Group, sound: Path) -> None:
    recording = services.recordings.get(services.recordings.bring_in(group.id, sound))
    stop = threading.Event()
    assert services.recordings.play(recording, stop, is_for_nobody=True)
    stop.set()
    assert services.recordings.play(recording, stop, is_for_nobody=True)


def test_sound_that_cannot_be_played_here_says_so(services: Services, group: Group, tmp_path: Path) -> None:
    path = tmp_path / "a.webm"
    path.write_bytes(b"\x1a\x45\xdf\xa3" + bytes(500))
    recording = services.recordings.get(services.recordings.bring_in(group.id, path))
    assert not services.recordings.play(recording, threading.Event(), is_for_nobody=True)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"ID3\x04" + bytes(9), "audio/mpeg"),
        (b"\xff\xfb\x90\x00", "audio/mpeg"),
        (b"\xff\xf3\x84\x00", "audio/mpeg"),
        (b"OggS" + bytes(9), "audio/ogg"),
        (b"fLaC" + bytes(9), "audio/flac"),
        (b"\0\0\0\x20ftypM4A \0", "audio/mp4"),
    ],
)
def test_sound_is_known_by_how_it_begins(data: bytes, kind: str) -> None:
    assert media_type_of(data) == kind


@pytest.mark.parametrize("data", [b"MZ\x90\x00", b"\xff\xd8\xff\xe0 a photo", b"#!/bin/sh", b"\x89PNG\r\n", b"Hello"])
def test_nothing_but_sound_is_taken_in(services: Services, group: Group, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sound.mp3"
    path.write_bytes(data)
    with pytest.raises(RecordingRefused) as caught:
        services.recordings.bring_in(group.id, path)
    assert caught.value.fault is RecordingFault.NO_SOUND


def test_a_file_that_is_empty_missing_or_too_large_is_refused(services: Services, group: Group, tmp_path: Path) -> None:
    empty, large = tmp_path / "empty.wav", tmp_path / "large.wav"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    for path, fault in (
        (empty, RecordingFault.EMPTY),
        (large, RecordingFault.TOO_LARGE),
        (tmp_path / "none.wav", RecordingFault.CANNOT_READ),
    ):
        with pytest.raises(RecordingRefused) as caught:
            services.recordings.bring_in(group.id, path)
        assert caught.value.fault is fault


def test_a_recording_that_is_not_there_is_refused(services: Services) -> None:
    with pytest.raises(NotAllowed):
        services.recordings.get("nobody knows")
