"""A laptop with a projector: beside it, with the same picture, alone, and one that goes and comes back (R17)."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.ui.wall.plugged_screens import can_plug

pytestmark = pytest.mark.skipif(not can_plug(), reason="screens can be plugged in and out on Linux only")


def _run(scenario: str, folder: Path) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.wall.two_screens_child", scenario, str(folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return told


def test_the_wall_fills_the_second_screen_and_is_blank_at_once(tmp_path: Path) -> None:
    before, shown, blank, again, off = _run("extended", tmp_path)
    assert (before["on"], before["chip"]) == (False, "Not on the wall")
    assert (shown["where"], shown["size"], shown["mode"]) == ("projector", [1920, 1080], "extended")
    assert shown["chip"] == "Turn is on the wall"
    assert "Lights" in shown["words"]
    assert (blank["blank"], blank["words"], blank["chip"]) == (True, "", "The wall is blank")
    assert (again["blank"], again["words"]) == (False, shown["words"])
    assert (off["on"], off["chip"]) == (False, "Not on the wall")


def test_a_screen_that_goes_in_mid_turn_and_comes_back_takes_nothing_with_it(tmp_path: Path) -> None:
    before, gone, back = _run("unplugged", tmp_path)
    assert (before["where"], before["only_us"]) == ("projector", True)
    assert gone["screens"] == ["laptop"]
    assert (gone["on"], gone["chip"]) == (False, "Not on the wall")
    assert gone["message"] == "The second screen is gone. The meeting goes on."
    assert not gone["asked"], "who sees this screen has to be asked again"
    assert gone["turn"] == before["turn"]
    assert (back["where"], back["words"]) == ("projector", before["words"])
    assert back["message"] == "The second screen is there. The wall is on it."
    assert not back["asked"]
    assert back["turn"] == before["turn"]
    assert back["used_ms"] >= gone["used_ms"] >= before["used_ms"]


def test_where_both_screens_show_the_same_the_room_sees_all_and_nothing_private_is_drawn(tmp_path: Path) -> None:
    (seen,) = _run("mirrored", tmp_path)
    assert (seen["asked"], seen["only_us"]) == (True, False)
    assert (seen["on"], seen["chip"]) == (False, "The room sees this screen")


def test_the_only_screen_is_turned_round_and_esc_comes_back(tmp_path: Path) -> None:
    before, turned, paused, back = _run("single", tmp_path)
    assert (before["on"], before["only_us"]) == (False, True)
    assert (turned["where"], turned["size"], turned["mode"]) == ("laptop", [1366, 768], "single")
    assert not turned["asked"], "the room saw this screen: before anything private is drawn it is asked again"
    assert (turned["turn"][1], paused["turn"][1]) == (False, True), "the keys of the meeting work on the wall too"
    assert (back["on"], back["turn"]) == (False, paused["turn"])


def test_the_wall_never_takes_the_focus_from_somebody_who_types_on_the_laptop(tmp_path: Path) -> None:
    *told, typed = _run("typing", tmp_path)
    assert [one["on"] for one in told] == [True, True, True, True, False, True]
    assert all(one["active"] and one["kept"] for one in told), told
    assert typed["words"] == "aaaaaa"


def test_a_kill_keeps_what_the_wall_shows_and_that_it_is_blank(tmp_path: Path) -> None:
    (killed,) = _run("kill", tmp_path)
    opened, shown = _run("again", tmp_path)
    for told in (killed, opened):
        assert (told["scene"], told["blank"], told["words"]) == ("agenda", True, "")
    assert (opened["where"], opened["mode"]) == ("projector", "extended")
    assert opened["turn"][0] == killed["turn"][0]
    assert "What we talk about" in shown["words"]
