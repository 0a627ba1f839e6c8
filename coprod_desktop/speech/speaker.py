"""Starts the speaking process, follows how far it is, and ends it when somebody says stop."""

import importlib.util
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from coprod_desktop.speech.audio_script import script_markup, word_count
from coprod_desktop.speech.speaking_job import SpeakingJob, SpeechFault, SpeechTrouble

PARTS = ("espeakng_loader", "lameenc", "miniaudio")
"""The packages of the extra [speech]."""

_SECONDS_BETWEEN_LOOKS = 0.1
_PACKAGES = Path(__file__).resolve().parents[2]

OnProgress = Callable[[float], None]
IsCancelled = Callable[[], bool]


def is_available() -> bool:
    """Whether the parts that speak are installed; none is loaded."""
    try:
        return all(importlib.util.find_spec(name) is not None for name in PARTS)
    except (ImportError, ValueError):
        return False


def speak(
    job: SpeakingJob,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
    *,
    options: Sequence[str] = (),
) -> bool:
    """Have a job done; False if it was cancelled. `options` are for Python itself. Raises SpeechFault.

    `on_progress` hears the share of the words that are said, 0.0 to 1.0.
    """
    process = _started(options)
    lines: queue.Queue[str] = queue.Queue()
    listener = threading.Thread(target=_hear, args=(process, _asked(job), lines), daemon=True)
    try:
        listener.start()
        return _followed(lines, max(1, word_count(job.lines)), on_progress, is_cancelled)
    finally:
        process.kill()  # by its own id; nothing happens to one that has ended
        process.wait()
        listener.join()


def _followed(
    lines: "queue.Queue[str]", words: int, on_progress: OnProgress | None, is_cancelled: IsCancelled | None
) -> bool:
    while True:
        if is_cancelled is not None and is_cancelled():
            return False
        try:
            told = lines.get(timeout=_SECONDS_BETWEEN_LOOKS).split()
        except queue.Empty:
            continue
        match told:
            case ["said", count]:
                if on_progress is not None:
                    on_progress(min(1.0, int(count) / words))
            case ["done"]:
                return True
            case ["trouble", name, number]:
                raise SpeechFault(SpeechTrouble(name), int(number))
            case _:
                raise SpeechFault(SpeechTrouble.STOPPED)


def _started(options: Sequence[str]) -> "subprocess.Popen[str]":
    # The child finds this package where we found it, installed or not; a window of its own would flash up on Windows.
    places = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH", ""))))
    try:
        return subprocess.Popen(
            [sys.executable, "-X", "utf8", *options, "-m", "coprod_desktop.speech.speaking_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": places},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as fault:
        raise SpeechFault(SpeechTrouble.STOPPED) from fault


def _asked(job: SpeakingJob) -> str:
    return json.dumps(
        {
            "markup": script_markup(job.lines, job.language),
            "words_a_minute": job.words_a_minute,
            "path": str(job.path) if job.path else "",
            "is_mp3": job.is_mp3,
            "title": job.title,
            "group": job.group,
            "is_for_nobody": job.is_for_nobody,
        }
    )


def _hear(process: "subprocess.Popen[str]", asked: str, lines: "queue.Queue[str]") -> None:
    """Hand the job over and pass on each line; an empty one says that the process has ended."""
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None
    assert stdout is not None
    _hand_over(stdin, asked)
    with stdout:
        for line in stdout:
            lines.put(line)
    lines.put("")


def _hand_over(stdin: IO[str], asked: str) -> None:
    try:
        with stdin:
            stdin.write(asked)
    except OSError:
        return  # the process has ended; reading on tells it
