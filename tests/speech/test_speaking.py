"""Real speech by the real process: the files are decoded and listened to."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from coprod_desktop.speech.audio_script import spoken_lines, word_count
from coprod_desktop.speech.minutes_lines import LineKind, MinutesLine, SpokenLine
from coprod_desktop.speech.speaker import is_available, speak
from coprod_desktop.speech.speaking_job import SpeakingJob, SpeechFault, SpeechTrouble
from tests.speech.lines import short_script
from tests.speech.sound import samples, seconds, silences

LONG = short_script() * 200


def job(path: Path | None, lines: tuple[SpokenLine, ...] = (), **changed: object) -> SpeakingJob:
    said = {"lines": lines or short_script(), "words_a_minute": 130, "path": path, **changed}
    return SpeakingJob(**said)  # type: ignore[arg-type]


@pytest.fixture
def spoken_file(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / f"minutes.{request.param}"
    assert speak(job(path, is_mp3=request.param == "mp3", title="Where the shelters go", group="Bus stops group"))
    return path


BOTH = pytest.mark.parametrize("spoken_file", ["mp3", "wav"], indirect=True)


@BOTH
def test_a_file_is_as_long_as_its_words_and_its_pauses(spoken_file: Path) -> None:
    script = short_script()
    pauses = sum(line.pause_ms for line in script) / 1000
    a_minute = word_count(script) / (seconds(spoken_file) - pauses) * 60
    assert 80 < a_minute <= 140


@BOTH
def test_it_can_be_heard(spoken_file: Path) -> None:
    assert max(samples(spoken_file)) > 5000


@BOTH
def test_it_is_silent_for_2_seconds_after_each_heading_and_1_after_a_decision(spoken_file: Path) -> None:
    found = silences(spoken_file, least=0.9)
    after_title, after_heading, after_decision = found[0], found[1], found[-2] if len(found) > 3 else found[2]
    assert after_title == pytest.approx(2.3, abs=0.45)
    assert after_heading == pytest.approx(2.3, abs=0.45)
    assert after_decision == pytest.approx(1.3, abs=0.45)


def test_an_mp3_file_tells_players_its_title_and_group(tmp_path: Path) -> None:
    path = tmp_path / "minutes.mp3"
    assert speak(job(path, is_mp3=True, title="Seats – Siân", group="Bus stops group"))
    start = path.read_bytes()[:200]
    assert start.startswith(b"ID3\x04")
    assert "Seats – Siân".encode() in start
    assert b"Bus stops group" in start


def test_slower_speech_takes_longer(tmp_path: Path) -> None:
    slow, usual = tmp_path / "slow.wav", tmp_path / "usual.wav"
    assert speak(job(slow, words_a_minute=90))
    assert speak(job(usual, words_a_minute=140))
    assert seconds(slow) > seconds(usual) * 1.15


def test_the_whole_of_a_long_script_stays_under_140_words_a_minute(tmp_path: Path) -> None:
    lines = spoken_lines(
        MinutesLine(text=text, kind=LineKind.SENTENCE)
        for text in (
            "Members will plan and cook lunch on Thursdays.",
            "We start on Thursday 16 April 2026 at 10:30am.",
            "Spend up to £700 on help with travel, and up to £500 on kitchen tools that weak hands can hold.",
            "Some people have no other way to get here, so they get the first seats on the minibus every week.",
        )
        * 5
    )
    path = tmp_path / "long.wav"
    assert speak(job(path, lines, words_a_minute=140))
    pauses = sum(line.pause_ms for line in lines) / 1000
    assert 100 < word_count(lines) / (seconds(path) - pauses) * 60 <= 140


def test_progress_is_a_growing_share_that_ends_at_1(tmp_path: Path) -> None:
    shares: list[float] = []
    assert speak(job(tmp_path / "minutes.wav"), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) == len(short_script())


def test_cancel_ends_it_and_leaves_the_file_without_an_end(tmp_path: Path) -> None:
    shares: list[float] = []
    is_done = speak(job(tmp_path / "minutes.wav", LONG), shares.append, lambda: len(shares) >= 2)
    assert not is_done
    assert 0 < shares[-1] < 1
    assert threading.active_count() == 1 or not [one for one in threading.enumerate() if "_hear" in one.name]


def test_a_language_without_a_voice_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpeechFault) as fault:
        speak(job(tmp_path / "minutes.wav", language="qq"))
    assert fault.value.trouble is SpeechTrouble.NO_VOICE
    assert list(tmp_path.iterdir()) == []


def test_a_name_in_another_alphabet_is_said_and_not_spelled_out(tmp_path: Path) -> None:
    """The English voice says "Arabic letter" and a sound for each letter, which takes three times as long."""
    lengths = []
    for number, name in enumerate(("\u0645\u0631\u062d\u0628\u0627", "Marhaba")):
        path = tmp_path / f"{number}.wav"
        assert speak(job(path, spoken_lines([MinutesLine(text=f"Idea from {name}.")])))
        lengths.append(seconds(path))
    assert 0.5 < lengths[0] / lengths[1] < 1.6


def test_welsh_minutes_have_a_welsh_voice(tmp_path: Path) -> None:
    english, welsh = tmp_path / "en.wav", tmp_path / "cy.wav"
    lines = short_script("cy")
    assert speak(job(welsh, lines, language="cy"))
    assert speak(job(english, lines, language="en-GB"))
    assert samples(welsh) != samples(english)


def test_without_the_speech_parts_the_process_says_so(tmp_path: Path) -> None:
    """-S hides the installed packages from the child, as if the extra had never been installed."""
    with pytest.raises(SpeechFault) as fault:
        speak(job(tmp_path / "minutes.wav"), options=("-S",))
    assert fault.value.trouble is SpeechTrouble.PARTS_MISSING
    assert list(tmp_path.iterdir()) == []


def test_a_missing_part_is_found_out_without_loading_any(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_available()
    monkeypatch.setitem(sys.modules, "lameenc", None)
    assert not is_available()


def test_a_folder_that_is_not_there_is_told_with_the_system_s_number(tmp_path: Path) -> None:
    with pytest.raises(SpeechFault) as fault:
        speak(job(tmp_path / "nowhere" / "minutes.wav"))
    assert fault.value.trouble is SpeechTrouble.NOT_WRITTEN
    assert fault.value.error_number > 0


@pytest.mark.parametrize("is_mp3", [True, False])
def test_a_disk_that_takes_no_more_is_told_and_leaves_nothing(tmp_path: Path, is_mp3: bool) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(SpeechFault) as fault:
            speak(job(tmp_path / "minutes", LONG, is_mp3=is_mp3))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert fault.value.trouble is SpeechTrouble.NOT_WRITTEN
    assert fault.value.error_number > 0
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_touched_by_the_process(tmp_path: Path) -> None:
    old = tmp_path / "minutes.wav"
    old.write_text("old")
    with pytest.raises(SpeechFault) as fault:
        speak(job(old))
    assert fault.value.trouble is SpeechTrouble.NOT_WRITTEN
    assert old.read_text() == "old"


def test_minutes_without_a_sound_are_not_taken_for_spoken(tmp_path: Path) -> None:
    silent = (SpokenLine(words=".", kind=LineKind.SENTENCE, pause_ms=2000),)
    with pytest.raises(SpeechFault) as fault:
        speak(job(tmp_path / "minutes.wav", silent))
    assert fault.value.trouble is SpeechTrouble.BAD_SOUND
    assert list(tmp_path.iterdir()) == []


def test_reading_aloud_ends_when_all_is_said() -> None:
    lines = spoken_lines([MinutesLine(text="Yes.", kind=LineKind.SENTENCE)])
    shares: list[float] = []
    assert speak(job(None, lines, is_for_nobody=True), shares.append)
    assert shares[-1] == 1.0


def test_reading_aloud_can_be_stopped_in_the_middle() -> None:
    shares: list[float] = []
    assert not speak(job(None, LONG, is_for_nobody=True), shares.append, lambda: bool(shares))
    assert shares[-1] < 1.0


def test_the_licensed_voice_is_never_loaded_into_the_program_itself() -> None:
    """eSpeak NG is under the GPL: only the process that speaks may load it."""
    told = subprocess.run(
        [sys.executable, "-c", _WHAT_IS_LOADED], capture_output=True, text=True, check=True, env={"PYTHONPATH": "."}
    )
    assert told.stdout.strip() == "[]"


_WHAT_IS_LOADED = """
import sys, tempfile, pathlib
from coprod_desktop.speech.audio_script import spoken_lines
from coprod_desktop.speech.minutes_lines import MinutesLine
from coprod_desktop.speech.speaker import is_available, speak
from coprod_desktop.speech.speaking_job import SpeakingJob
with tempfile.TemporaryDirectory() as folder:
    lines = spoken_lines([MinutesLine(text="Yes we did.")])
    assert is_available()
    assert speak(SpeakingJob(lines=lines, words_a_minute=130, path=pathlib.Path(folder, "a.wav")))
print([name for name in ("espeakng_loader", "lameenc", "miniaudio", "ctypes") if name in sys.modules])
"""
