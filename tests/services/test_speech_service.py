"""Spoken minutes and their script, over a real meeting in a real file."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.domain.events import MinutesMade
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.paths import resources_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.services.speech_service import SpeechNotAvailable, SpeechTrouble
from coprod_desktop.storage.meeting_log import MeetingLog
from tests.speech.sound import samples, seconds, silences

PAUSE_MARKS = ("[Pause: two seconds]", "[Pause: one second]")


@pytest.fixture(params=["first-meeting", "riverside-team-up"])
def sample(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(tmp_path / "data")
    yield opened
    opened.close()


def brought_in(services: Services, name: str = "first-meeting") -> MeetingId:
    result = services.records.import_file(resources_folder() / "sample" / f"{name}.json")
    assert result.meeting_id is not None
    return result.meeting_id


def made(services: Services, meeting_id: MeetingId) -> list[str]:
    steps = MeetingLog(services.database).steps(meeting_id)
    return [event.format for step in steps for event in step.events if isinstance(event, MinutesMade)]


def test_the_script_has_a_line_for_every_line_of_the_plain_text(services: Services, sample: str) -> None:
    meeting_id = brought_in(services, sample)
    plain = [line for line in render_plain_text(services.minutes.content(meeting_id)).splitlines() if line]
    script = services.speech.script(meeting_id).splitlines()
    said = [line for line in script if line and line not in PAUSE_MARKS]
    assert len(said) == len(plain)
    for written, spoken in zip(plain, said, strict=True):
        letters = {word.strip(".,:;?!'\"()").lower() for word in written.split() if word.isalpha()}
        heard = spoken.lower().replace(",", " ").replace(".", " ").replace(":", " ").split()
        assert letters - {"am", "pm"} <= set(heard) | {word.strip("?!'\"()") for word in heard}


def test_the_script_has_no_digit_and_no_sign(services: Services, sample: str) -> None:
    script = services.speech.script(brought_in(services, sample))
    told = "".join(line for line in script.splitlines() if line not in PAUSE_MARKS)
    assert {letter for letter in told if not letter.isalpha() and letter != " "} <= set(".,:;?!'\"()-")


def test_the_script_waits_after_every_heading_and_every_decision(services: Services, sample: str) -> None:
    meeting_id = brought_in(services, sample)
    content = services.minutes.content(meeting_id)
    script = services.speech.script(meeting_id)
    assert script.count(PAUSE_MARKS[0]) == 2 + len(content.sections)
    decisions = [block for section in content.sections for block in section.blocks if block.role.value == "decision"]
    assert script.count(PAUSE_MARKS[1]) >= 2 * len([block for block in decisions if not block.continues])
    for section in content.sections:
        if section.number == "1":
            assert f"\n\nNumber one. {section.heading}.\n{PAUSE_MARKS[0]}\n\n" in script


@pytest.mark.parametrize("suffix", [".mp3", ".WAV"])
def test_spoken_minutes_are_made_whole_and_noted(services: Services, tmp_path: Path, suffix: str) -> None:
    meeting_id = brought_in(services)
    path = tmp_path / f"minutes{suffix}"
    shares: list[float] = []
    assert services.speech.make(meeting_id, path, words_a_minute=250, on_progress=shares.append)
    assert seconds(path) > 60
    assert max(samples(path)) > 5000
    headings = 2 + len(services.minutes.content(meeting_id).sections)
    assert len(silences(path, least=1.9)) == headings
    assert shares[-1] == 1.0
    assert made(services, meeting_id) == ["audio"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", path.name]


def test_the_name_txt_gives_the_script_for_a_signer(services: Services, tmp_path: Path) -> None:
    meeting_id = brought_in(services)
    path = tmp_path / "script.txt"
    script = services.speech.script(meeting_id)
    assert services.speech.make(meeting_id, path)
    assert path.read_text(encoding="utf-8") == script
    assert made(services, meeting_id) == ["audio_script"]


def test_cancel_leaves_the_old_file_as_it_was_and_no_note(services: Services, tmp_path: Path) -> None:
    meeting_id = brought_in(services)
    path = tmp_path / "minutes.mp3"
    path.write_text("the old one")
    shares: list[float] = []
    assert not services.speech.make(meeting_id, path, on_progress=shares.append, is_cancelled=lambda: len(shares) > 3)
    assert path.read_text() == "the old one"
    assert made(services, meeting_id) == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", "minutes.mp3"]


def test_a_window_can_write_in_another_thread(services: Services, tmp_path: Path) -> None:
    meeting_id = brought_in(services)
    spoken = services.speech.spoken(services.minutes.content(meeting_id))
    path, done = tmp_path / "minutes.wav", []
    thread = threading.Thread(target=lambda: done.append(services.speech.write(spoken, path, words_a_minute=250)))
    thread.start()
    thread.join()
    services.speech.keep(meeting_id, path)
    assert done == [True]
    assert made(services, meeting_id) == ["audio"]


def test_without_the_speech_parts_it_says_how_to_get_them(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting_id = brought_in(services)
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    assert not services.speech.is_available()
    with pytest.raises(SpeechNotAvailable) as fault:
        services.speech.make(meeting_id, tmp_path / "minutes.mp3")
    assert fault.value.reason is SpeechTrouble.PARTS_MISSING
    assert 'pip install "coprod-desktop[speech]"' in str(fault.value)
    assert str(fault.value) == services.speech.how_to_get_words()
    assert services.speech.make(meeting_id, tmp_path / "script.txt")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", "script.txt"]


def test_a_print_pack_gets_no_sound_file_where_the_computer_cannot_speak(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = services.minutes.content(brought_in(services))
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    assert not services.speech.sound_file(content, tmp_path / "minutes.mp3", lambda: False)


@pytest.mark.parametrize("speed", [89, 251, float("nan")])
def test_a_speed_that_nobody_can_follow_is_refused(services: Services, tmp_path: Path, speed: float) -> None:
    meeting_id = brought_in(services)
    with pytest.raises(NotAllowed) as fault:
        services.speech.make(meeting_id, tmp_path / "minutes.mp3", words_a_minute=speed)
    assert (fault.value.reason, fault.value.field) == (Reason.NUMBER_OUT_OF_RANGE, "words_a_minute")


def test_another_ending_a_folder_and_a_missing_folder_are_told(services: Services, tmp_path: Path) -> None:
    meeting_id = brought_in(services)
    folder = tmp_path / "folder.mp3"
    folder.mkdir()
    with pytest.raises(NotWritten, match=r"\.mp3, \.wav or \.txt"):
        services.speech.make(meeting_id, tmp_path / "minutes.ogg")
    with pytest.raises(NotWritten, match="not a file"):
        services.speech.make(meeting_id, folder)
    with pytest.raises(NotWritten, match="could not be written"):
        services.speech.make(meeting_id, tmp_path / "nowhere" / "minutes.mp3")
    assert made(services, meeting_id) == []


def test_nothing_of_anybodys_needs_is_said(services: Services, sample: str) -> None:
    meeting_id = brought_in(services, sample)
    group_id = services.groups.groups()[0].id
    script = services.speech.script(meeting_id).lower()
    details = [need.detail for person in services.people.people(group_id) for need in person.needs if need.detail]
    assert not [detail for detail in details if detail.lower() in script]
