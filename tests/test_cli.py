"""The command line: what it prints, what it writes and its exit codes; a few times as a person runs it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from coprod_desktop import __version__, cli
from coprod_desktop.cli import main
from coprod_desktop.domain.events import MinutesMade
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.paths import usual_data_folder
from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.services.error_log import LOG_NAME
from coprod_desktop.services.record_service import RecordService
from coprod_desktop.storage.driver import FILE_NAME
from coprod_desktop.storage.faults import FaultReason, StorageFault
from coprod_desktop.storage.meeting_log import MeetingLog

ROOT = Path(__file__).resolve().parents[1]
FIRST = ROOT / "resources" / "sample" / "first-meeting.json"
RIVERSIDE = ROOT / "resources" / "sample" / "riverside-team-up.json"

Text = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "deep" / "data"


@pytest.fixture
def meeting_id(data: Path, capsys: Text) -> str:
    """The one meeting of the data folder."""
    assert main(["import", "--data", str(data), str(FIRST)]) == 0
    return capsys.readouterr().out.strip()


def listed(data: Path, capsys: Text) -> list[dict[str, str]]:
    """What `list --json` prints."""
    capsys.readouterr()
    assert main(["list", "--data", str(data), "--json"]) == 0
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return found


def changed(folder: Path, **meeting: Any) -> Path:
    """The first sample with some of its meeting changed."""
    record = json.loads(FIRST.read_text(encoding="utf-8"))
    record["meeting"] |= meeting
    path = folder / "changed.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def made_in(data: Path, meeting_id: str) -> list[MinutesMade]:
    """What the record says of minutes that were made."""
    services = open_services(data)
    steps = MeetingLog(services.database).steps(MeetingId(meeting_id))
    services.close()
    return [event for step in steps for event in step.events if isinstance(event, MinutesMade)]


def test_import_prints_one_id_for_each_file_and_nothing_else(data: Path, capsys: Text) -> None:
    code = main(["import", "--data", str(data), str(FIRST), str(RIVERSIDE)])

    printed = capsys.readouterr()
    assert code == 0
    assert printed.err == ""
    assert len(printed.out.splitlines()) == 2
    assert {one["id"] for one in listed(data, capsys)} == set(printed.out.splitlines())


def test_list_tells_id_title_date_and_group(data: Path, meeting_id: str, capsys: Text) -> None:
    assert listed(data, capsys) == [
        {"id": meeting_id, "title": "Our first meeting", "date": "2026-05-06", "group": "Lantern Street Allotment"}
    ]

    main(["list", "--data", str(data)])

    assert capsys.readouterr().out == f"{meeting_id}  2026-05-06  Lantern Street Allotment: Our first meeting\n"


def test_an_empty_folder_lists_nothing(data: Path, capsys: Text) -> None:
    assert listed(data, capsys) == []
    assert main(["list", "--data", str(data)]) == 0
    assert "no meeting in this folder" in capsys.readouterr().err


def test_the_same_file_again_adds_nothing(data: Path, meeting_id: str, capsys: Text) -> None:
    code = main(["import", "--data", str(data), str(FIRST)])

    printed = capsys.readouterr()
    assert (code, printed.out.strip()) == (0, meeting_id)
    assert "is here already" in printed.err


def test_other_content_asks_and_comes_in_as_new(data: Path, meeting_id: str, tmp_path: Path, capsys: Text) -> None:
    other = str(changed(tmp_path, venue="The library"))

    assert main(["import", "--data", str(data), other]) == 2
    refused = capsys.readouterr()
    assert refused.out == ""
    assert "--as-new" in refused.err
    assert len(listed(data, capsys)) == 1

    assert main(["import", "--data", str(data), other, "--as-new"]) == 0
    assert capsys.readouterr().out.strip() != meeting_id
    assert len(listed(data, capsys)) == 2


def test_a_bad_file_is_told_with_field_and_reason_and_the_good_one_comes_in(
    data: Path, tmp_path: Path, capsys: Text
) -> None:
    bad = changed(tmp_path, date="2026-02-30", attendance=[{"person": 5}])

    code = main(["import", "--data", str(data), str(bad), str(RIVERSIDE)])

    printed = capsys.readouterr()
    assert code == 2
    assert printed.err.splitlines() == [
        f"{bad}: meeting.date: is not a date of the calendar. Write it as 2026-03-10.",
        f"{bad}: meeting.attendance[0].person: must be a text, not the number 5.",
    ]
    assert [one["id"] for one in listed(data, capsys)] == printed.out.split()


def test_odd_characters_are_told(data: Path, tmp_path: Path, capsys: Text) -> None:
    path = changed(tmp_path, venue="The\0 shed")

    assert main(["import", "--data", str(data), str(path)]) == 0

    assert f"{path}: meeting.venue: Characters taken out" in capsys.readouterr().err


@pytest.mark.parametrize("which", ["last", "id"])
def test_export_gives_the_same_record_back(which: str, data: Path, meeting_id: str, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")

    assert (
        main(["export", "--data", str(data), "--meeting", meeting_id if which == "id" else which, "--out", str(out)])
        == 0
    )

    exported = json.loads(out.read_text(encoding="utf-8"))
    assert exported["meeting"]["decisions"][0]["supported_by"] == ["p2", "p3"]
    assert sorted(os.listdir(tmp_path)) == ["deep", "out.json"]


def test_an_export_can_leave_out_who_spoke_when_and_keeps_the_rest(tmp_path: Path) -> None:
    folder, whole, without = tmp_path / "data", tmp_path / "whole.json", tmp_path / "without.json"
    assert main(["import", "--data", str(folder), str(RIVERSIDE)]) == 0
    asked = ["export", "--data", str(folder), "--meeting", "last", "--out"]
    assert main([*asked, str(whole)]) == 0
    assert main([*asked, str(without), "--without-times"]) == 0
    said, kept = (json.loads(path.read_text(encoding="utf-8")) for path in (whole, without))
    assert len(said["meeting"].pop("turns")) == 24
    assert kept == said
    assert main(["import", "--data", str(tmp_path / "new"), str(without)]) == 0


def test_a_meeting_or_a_place_that_is_not_there_is_bad_input(
    data: Path, meeting_id: str, tmp_path: Path, capsys: Text
) -> None:
    out = str(tmp_path / "out.json")
    assert main(["export", "--data", str(data), "--meeting", "nothing", "--out", out]) == 2
    assert "no meeting with this id" in capsys.readouterr().err
    assert main(["export", "--data", str(tmp_path / "new"), "--meeting", "last", "--out", out]) == 2
    assert "there is no meeting yet" in capsys.readouterr().err
    assert main(["export", "--data", str(data), "--meeting", meeting_id, "--out", str(tmp_path / "no" / "out")]) == 2
    assert "no such file or folder" in capsys.readouterr().err
    assert main(["export", "--data", str(data), "--meeting", meeting_id, "--out", str(tmp_path)]) == 2
    assert not Path(out).exists()


def test_minutes_are_written_as_a_draft_and_change_nothing_of_the_meeting(
    data: Path, meeting_id: str, tmp_path: Path
) -> None:
    assert main(["import", "--data", str(data), str(RIVERSIDE)]) == 0
    out = tmp_path / "minutes.txt"
    asked = ["minutes", "--data", str(data), "--meeting", meeting_id, "--format", "plain_text", "--out", str(out)]

    assert main(asked) == 0

    assert "Our first meeting" in out.read_text(encoding="utf-8")
    assert "not finished" in out.read_text(encoding="utf-8").casefold()
    assert [event.format for event in made_in(data, meeting_id)] == ["plain_text"]
    assert main(["export", "--data", str(data), "--meeting", "last", "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["meeting"]["title"] == "Spring planning meeting"


@pytest.mark.parametrize(
    ("format_name", "size"), [("easy_read", "13.9"), ("large_print", "11"), ("large_print", "49"), ("easy_read", "nan")]
)
def test_a_size_that_a_format_does_not_have_is_bad_input(
    format_name: str, size: str, data: Path, meeting_id: str, tmp_path: Path, capsys: Text
) -> None:
    out = tmp_path / "minutes.pdf"
    asked = ["minutes", "--data", str(data), "--meeting", meeting_id, "--format", format_name, "--out", str(out)]

    assert main([*asked, "--size", size]) == 2

    assert "large print 12 to 48 points" in capsys.readouterr().err
    assert not out.exists()


def test_minutes_that_cannot_be_written_are_bad_input(
    data: Path, meeting_id: str, tmp_path: Path, capsys: Text
) -> None:
    asked = ["minutes", "--data", str(data), "--meeting", meeting_id, "--format", "plain_text"]

    assert main([*asked, "--out", str(tmp_path / "no" / "minutes.txt")]) == 2

    assert "no such file or folder" in capsys.readouterr().err
    assert made_in(data, meeting_id) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["import", "--data", "x"],
        ["import", "--data", "", "y"],
        ["import", "--data", "a\0b", "y"],
        ["export", "--data", "x"],
        ["list"],
        ["list", "--data", "x", "--jso"],
        ["minutes", "--data", "x", "--meeting", "last", "--out", "y", "--format", "braille"],
        ["minutes", "--data", "x", "--meeting", "last", "--out", "y", "--format", "easy_read", "--size", "big"],
        ["dance"],
        ["--nothing"],
    ],
)
def test_a_command_that_makes_no_sense_is_bad_input(arguments: list[str], capsys: Text) -> None:
    assert main(arguments) == 2
    assert "usage: coprod-desktop" in capsys.readouterr().err


def test_version_and_help_are_printed(capsys: Text) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"coprod-desktop {__version__}\n"
    assert main(["--help"]) == 0
    assert "minutes" in capsys.readouterr().out


def test_a_data_folder_that_cannot_be_used_is_bad_input(tmp_path: Path, capsys: Text) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    assert main(["list", "--data", str(file)]) == 2
    assert "cannot be made or written" in capsys.readouterr().err

    (tmp_path / FILE_NAME).write_text("not ours", encoding="utf-8")
    assert main(["list", "--data", str(tmp_path)]) == 2
    assert "not one of this program" in capsys.readouterr().err


def test_a_folder_that_is_in_use_is_told(
    data: Path, meeting_id: str, capsys: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise StorageFault(FaultReason.BUSY, "SQLITE_BUSY")

    monkeypatch.setattr(RecordService, "headers", busy)

    assert meeting_id
    assert main(["list", "--data", str(data)]) == 3
    assert "Another program is using the data folder" in capsys.readouterr().err


def test_a_fault_of_the_program_says_nothing_of_anybody(
    data: Path, capsys: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("Winnie Asante needs ER")

    monkeypatch.setattr(RecordService, "headers", break_down)

    assert main(["list", "--data", str(data)]) == 3
    printed = capsys.readouterr()
    assert "RuntimeError" in printed.err
    assert "Winnie" not in printed.err
    assert len(printed.err.splitlines()) == 1
    log = (data / LOG_NAME).read_text(encoding="utf-8")
    assert "RuntimeError at test_cli.py" in log
    assert "Winnie" not in log


def test_without_a_command_the_window_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path, bool]] = []

    def run(folder: Path, *, with_sample: bool) -> int:
        opened.append((folder, with_sample))
        return 0

    monkeypatch.setitem(sys.modules, "coprod_desktop.app", SimpleNamespace(run=run))
    monkeypatch.setattr("coprod_desktop.app", SimpleNamespace(run=run), raising=False)

    assert main(["--data", str(tmp_path), "--sample"]) == 0
    assert main([]) == 0
    assert opened == [(tmp_path, True), (usual_data_folder(), False)]


def test_the_file_of_the_meetings_is_never_written_over(data: Path, meeting_id: str, capsys: Text) -> None:
    for command in (["export"], ["minutes", "--format", "plain_text"]):
        asked = [*command, "--data", str(data), "--meeting", meeting_id, "--out", str(data / FILE_NAME)]
        assert main(asked) == 2
        assert "where the meetings are kept" in capsys.readouterr().err
    assert len(listed(data, capsys)) == 1


def test_a_link_to_the_file_of_the_meetings_is_not_followed(
    data: Path, meeting_id: str, tmp_path: Path, capsys: Text
) -> None:
    (tmp_path / "minutes.txt").symlink_to(data / FILE_NAME)
    for out in (tmp_path / "minutes.txt", data / FILE_NAME.upper()):
        asked = ["--data", str(data), "--meeting", meeting_id, "--format", "plain_text", "--out", str(out)]
        assert main(["minutes", *asked]) == 2
        assert "where the meetings are kept" in capsys.readouterr().err
    assert len(listed(data, capsys)) == 1


@pytest.mark.parametrize("format", ["plain_text", "audio"])
def test_links_that_go_round_in_a_ring_are_told(
    format: str, data: Path, meeting_id: str, tmp_path: Path, capsys: Text
) -> None:
    (tmp_path / "ring.mp3").symlink_to(tmp_path / "ring.mp3")
    for out in (tmp_path / "ring.mp3", tmp_path / "ring.mp3" / "minutes.mp3"):
        asked = ["--data", str(data), "--meeting", meeting_id, "--format", format, "--out", str(out)]
        assert main(["minutes", *asked]) == 2
        assert "could not be written" in capsys.readouterr().err


def test_a_stop_from_the_keyboard_ends_quietly(data: Path, capsys: Text, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(RecordService, "headers", stop)

    assert main(["list", "--data", str(data)]) == cli.STOPPED
    assert capsys.readouterr().err == ""


def run(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """The program as a person runs it: another process, no display, a locale without UTF-8."""
    environment = {
        key: value for key, value in os.environ.items() if "DISPLAY" not in key and not key.startswith("LC_")
    }
    environment |= {"LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "coprod_desktop", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, timeout=60, check=False, **more)


def test_the_real_command_speaks_utf_8_and_gives_its_exit_codes(tmp_path: Path) -> None:
    data = str(tmp_path / "Données")
    record = changed(tmp_path, title="Łódź – 10 Mai 👩‍🦽")

    done = run("import", "--data", data, str(record))
    assert (done.returncode, done.stderr) == (0, b"")
    found = run("list", "--data", data, "--json")
    (meeting,) = json.loads(found.stdout.decode("utf-8"))
    assert meeting["title"] == "Łódź – 10 Mai 👩‍🦽"
    assert done.stdout.decode().strip() == meeting["id"]
    refused = run("import", "--data", data, str(tmp_path / "nothing.json"))
    assert (refused.returncode, refused.stdout) == (2, b"")


def test_no_command_needs_a_window(tmp_path: Path) -> None:
    code = (
        "import sys; from coprod_desktop.cli import main;"
        f"code = main(['import', '--data', {str(tmp_path / 'data')!r}, {str(FIRST)!r}]);"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="needs a shell with pipes")
@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_a_program_without_anywhere_to_print_does_its_work(
    closed: str, data: Path, meeting_id: str, tmp_path: Path
) -> None:
    out = tmp_path / "minutes.txt"
    asked = ["--data", str(data), "--meeting", meeting_id, "--format", "plain_text", "--out", str(out)]
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "coprod_desktop", "minutes", *asked]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.read_text(encoding="utf-8").endswith("End of minutes\n")


@pytest.mark.usefixtures("meeting_id")
def test_an_id_of_bytes_that_are_no_letters_is_bad_input(data: Path, capsys: Text) -> None:
    assert main(["check", "--data", str(data), "--meeting", "\udcff", "--format", "plain_text"]) == 2
    assert "no meeting with this id" in capsys.readouterr().err


def test_a_reader_that_goes_away_breaks_nothing(data: Path, meeting_id: str) -> None:
    assert meeting_id
    shell = shutil.which("sh") or "sh"
    command = f'"{sys.executable}" -m coprod_desktop list --data "{data}" | true'

    done = subprocess.run([shell, "-c", command], capture_output=True, cwd=ROOT, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (0, b"")
