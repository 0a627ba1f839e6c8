"""The program in a process of its own, with somebody at its keyboard who tells outside what they have done.

`python -m tests.journeys.program_child FOLDER PLAN`: what is told is one line each on stdout.
"""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from coprod_desktop.app import App, run
from coprod_desktop.services import turn_requests
from coprod_desktop.ui.main_window.window import MainWindow
from tests.journeys.keyboard import choose, press, seen, type_words, until, write


def _tell(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _begin_a_meeting(_window: MainWindow) -> None:
    press("F8")
    type_words("Riverbank Voices")
    press("Return")
    press("Ctrl+3")
    for name in ("Marlon", "Zofia"):
        write("Add by first name", name)
        press("Return")
    press("Ctrl+N")
    type_words("Bus stops")
    press("F8")
    choose("No, only we can")
    for _person in range(2):
        press("Return")
        choose("I live or volunteer here")
        press("F8")
    press("Ctrl+2", "F4")
    type_words("A bench for waiting")
    choose("Marlon")
    press("F8", "F8")
    choose("Write an idea")
    press("F4")
    type_words("Build it from old doors")
    choose("Zofia")
    press("F8")
    _tell("an idea is written")


def _run_a_turn(window: MainWindow) -> None:
    turn_requests.HEARTBEAT_MS = 300
    press("F8")
    _tell(window.windowTitle())
    press("Ctrl+3")
    choose("More", "2 minutes", "Zofia")
    press("F8")
    desk = window.desk
    assert desk is not None
    until(lambda: desk.bridge.used_ms > 2000)
    _tell("Zofia has spoken for 2 seconds")


def _wait_for_a_knock(window: MainWindow) -> None:
    _tell("the door is open")
    until(lambda: "was open already" in seen(window), seconds=30)
    _tell("somebody knocked")
    window.close()


PLANS: dict[str, Callable[[MainWindow], None]] = {
    "begin": _begin_a_meeting,
    "turn": _run_a_turn,
    "wait": _wait_for_a_knock,
}


def _main(folder: Path, plan: str) -> int:
    show = App.show

    def show_and_act(app: App) -> None:
        def act() -> None:
            try:
                until(lambda: app.window.desk is not None)
                PLANS[plan](app.window)
            except AssertionError:
                traceback.print_exc()
                os._exit(1)

        show(app)
        app.window.activateWindow()
        QTimer.singleShot(0, act)

    App.show = show_and_act  # type: ignore[method-assign,assignment]
    return run(folder)


if __name__ == "__main__":
    sys.exit(_main(Path(sys.argv[1]), sys.argv[2]))
