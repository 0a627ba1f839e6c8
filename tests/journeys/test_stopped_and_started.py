"""A program that is killed, started twice, or left half-way: nothing that was acknowledged is lost."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.keyboard import here, press, seen

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 60


@contextmanager
def _program(folder: Path, plan: str) -> Iterator[subprocess.Popen[str]]:
    """A running program; it is killed when this ends, and if it takes too long."""
    command = [sys.executable, "-m", "tests.journeys.program_child", str(folder), plan]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        patience = threading.Timer(PATIENCE_SECONDS, program.kill)
        patience.start()
        try:
            yield program
        finally:
            patience.cancel()
            program.kill()


def _heard(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


@pytest.mark.journey
def test_a_program_killed_in_a_turn_opens_where_it_was_with_everything_there(start: Start, folder: Path) -> None:
    with _program(folder, "begin") as begun:
        assert _heard(begun) == "an idea is written"
    with _program(folder, "turn") as carried_on:
        assert _heard(carried_on).startswith("Turns")
        assert _heard(carried_on) == "Zofia has spoken for 2 seconds"

    window = start()
    assert here() == "Carry on"
    assert "Bus stops" in seen(window)
    press("F8")
    held = seen(window)
    assert window.windowTitle().startswith("Turns")
    assert "Zofia's turn" in held
    assert "This turn was held. Nothing is lost." in held
    left = re.search(r"Zofia has 1:(\d\d) left", held)
    assert left is not None
    assert int(left[1]) in (57, 58, 59)
    assert here() == f"Carry on from 1:{left[1]}"
    press("Return")
    assert here() == "1 more minute"
    press("Ctrl+2")
    assert "1. A bench for waiting. Marlon" in seen(window)
    press("Ctrl+4")
    assert "Build it from old doors. Idea from Zofia" in seen(window)
    press("Ctrl+1")
    assert "Lived experience" not in seen(window)
    assert seen(window).count("Here since") == 2


@pytest.mark.journey
def test_a_second_start_brings_the_first_forward_and_ends(folder: Path) -> None:
    command = [sys.executable, "-m", "coprod_desktop", "--data", str(folder)]
    with _program(folder, "wait") as first:
        assert _heard(first) == "the door is open"
        second = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
        )
        assert second.returncode == 0
        assert "It was brought to the front" in second.stderr
        assert _heard(first) == "somebody knocked"
        assert first.wait(PATIENCE_SECONDS) == 0
