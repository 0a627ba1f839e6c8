"""The command `check`: what it prints and its exit codes, as a person or another program runs it."""

import json
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.cli import main
from tests.test_cli import FIRST, RIVERSIDE, run

LONG = "We will ask the council for a new bench because the old bench at the stop is broken."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a meeting that has a long sentence."""
    record = json.loads(FIRST.read_text(encoding="utf-8"))
    record["meeting"]["decisions"][0]["easy_text"] = LONG
    path = tmp_path / "long.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    assert main(["import", "--data", str(tmp_path / "data"), str(path)]) == 0
    return tmp_path / "data"


def test_minutes_that_are_ready_exit_0_and_others_1_with_the_reasons_as_json(data: Path) -> None:
    done = run("check", "--data", str(data), "--meeting", "last", "--format", "easy_read", "--json")

    assert (done.returncode, done.stderr) == (1, b"")
    told: dict[str, Any] = json.loads(done.stdout.decode("utf-8"))
    long = [one for one in told["findings"] if one["rule"] == "ER-08" and one["blocking"]]
    assert told["blocking"] == len(long) == 1  # told once, though it stands in the main points too
    assert all(LONG[:40] in one["message"] and "because" in one["mend"] and one["place"] for one in long)

    for wanted in ("large_print", "plain_text"):
        done = run("check", "--data", str(data), "--meeting", "last", "--format", wanted, "--json")
        assert (done.returncode, json.loads(done.stdout)["blocking"]) == (0, 0)


def test_without_json_people_can_read_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", "--data", str(data), "--meeting", "last", "--format", "easy_read", "--no-pictures"]) == 1
    printed = capsys.readouterr().out
    assert "We agreed: This sentence has 18 words" in printed
    assert "  Mend this: Make 2 sentences." in printed
    assert printed.splitlines()[-1] == "Not ready to print. Places to mend: 1."

    assert main(["check", "--data", str(data), "--meeting", "last", "--format", "large_print", "--size", "24"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Ready to print."


@pytest.mark.parametrize(
    "more",
    [
        ["--meeting", "last", "--format", "easy_read", "--size", "3"],
        ["--meeting", "nothing", "--format", "easy_read"],
        ["--meeting", "last", "--format", "braille"],
        ["--meeting", "last"],
    ],
)
def test_what_cannot_be_checked_exits_2_and_prints_nothing(
    data: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    capsys.readouterr()
    assert main(["check", "--data", str(data), *more]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err


def test_a_check_changes_nothing_in_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(tmp_path / "data")
    assert main(["import", "--data", data, str(RIVERSIDE)]) == 0
    for out in ("before.json", "after.json"):
        assert main(["export", "--data", data, "--meeting", "last", "--out", str(tmp_path / out)]) == 0
        main(["check", "--data", data, "--meeting", "last", "--format", "plain_text"])
    capsys.readouterr()
    assert (tmp_path / "before.json").read_bytes() == (tmp_path / "after.json").read_bytes()
