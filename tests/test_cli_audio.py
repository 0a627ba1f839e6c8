"""`coprod-desktop minutes --format audio`, with the speech parts and without them."""

import sys
from pathlib import Path

import pytest

from coprod_desktop.cli import main
from coprod_desktop.paths import resources_folder
from tests.speech.sound import seconds

Text = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path, capsys: Text) -> Path:
    folder = tmp_path / "data"
    assert main(["import", "--data", str(folder), str(resources_folder() / "sample" / "first-meeting.json")]) == 0
    capsys.readouterr()
    return folder


def spoken(data: Path, out: Path, *more: str) -> int:
    return main(["minutes", "--data", str(data), "--meeting", "last", "--format", "audio", "--out", str(out), *more])


def test_it_writes_a_file_that_can_be_heard(data: Path, tmp_path: Path, capsys: Text) -> None:
    assert spoken(data, tmp_path / "minutes.mp3", "--words-a-minute", "250") == 0
    assert seconds(tmp_path / "minutes.mp3") > 60
    assert capsys.readouterr() == ("", "")


def test_a_name_in_txt_gives_the_script(data: Path, tmp_path: Path) -> None:
    assert spoken(data, tmp_path / "script.txt") == 0
    assert "[Pause: two seconds]" in (tmp_path / "script.txt").read_text(encoding="utf-8")


def test_without_the_speech_parts_the_script_is_saved_and_the_code_is_1(
    data: Path, tmp_path: Path, capsys: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "minutes.txt").write_text("mine")
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    assert spoken(data, tmp_path / "minutes.mp3") == 1
    told = capsys.readouterr().err
    assert "coprod-desktop[speech]" in told
    assert str(tmp_path / "minutes-script.txt") in told
    assert "Number one." in (tmp_path / "minutes-script.txt").read_text(encoding="utf-8")
    assert (tmp_path / "minutes.txt").read_text() == "mine"
    assert not (tmp_path / "minutes.mp3").exists()


@pytest.mark.parametrize("more", [("--words-a-minute", "300"), ("--words-a-minute", "nan")])
def test_a_speed_out_of_range_is_bad_input(data: Path, tmp_path: Path, capsys: Text, more: tuple[str, ...]) -> None:
    assert spoken(data, tmp_path / "minutes.mp3", *more) == 2
    assert "from 90 to 250" in capsys.readouterr().err


def test_another_ending_is_bad_input(data: Path, tmp_path: Path, capsys: Text) -> None:
    assert spoken(data, tmp_path / "minutes.ogg") == 2
    assert ".mp3, .wav or .txt" in capsys.readouterr().err


def test_without_the_speech_parts_a_folder_that_is_not_there_is_bad_input(
    data: Path, tmp_path: Path, capsys: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    assert spoken(data, tmp_path / "nowhere" / "minutes.mp3") == 2
    assert "could not be written" in capsys.readouterr().err
