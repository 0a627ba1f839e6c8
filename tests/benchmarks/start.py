"""Start-up: CPU to the first picture and to a usable home, and memory, against a bare window with a label."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.services.bootstrap import open_services
from tests.benchmarks.report import Measure, ratio_of_rounds

NAMES = ("first-paint", "usable-home", "home-memory")
ROUNDS = 9

_TOLD = """
import json, time
cpu = time.process_time
def pss():
    lines = open("/proc/self/smaps_rollup").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
"""
_FLOOR = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Label(QLabel):
    has_painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.has_painted:
            self.has_painted = True
            QTimer.singleShot(0, self.end)
    def end(self):
        print(json.dumps({"paint": cpu(), "usable": cpu(), "pss": pss()}))
        QApplication.quit()
application = QApplication([])
label = Label("Hello")
label.resize(1366, 698)
label.show()
application.exec()
"""
# What `coprod-desktop --data FOLDER` does: cli.py reads the command line and stops the search for rubbish.
_OURS = """
import gc, sys
from pathlib import Path
from coprod_desktop import cli
gc.disable()
from PySide6.QtWidgets import QApplication
from coprod_desktop.app import App
application = QApplication(["coprod-desktop", "-style", "Fusion"])
app = App(application, Path(sys.argv[1]), with_sample=False)
told = {}
app.window.painted.disconnect(app.load)
def on_painted():
    told["paint"] = cpu()
    app.load()
    application.processEvents()
    told["usable"] = cpu()
    told["pss"] = pss()
    print(json.dumps(told))
    application.quit()
app.window.painted.connect(on_painted)
app.window.resize(1366, 698)
app.window.show()
application.exec()
app.close()
"""


def measure() -> list[Measure]:
    """Run the bare window and ours in turns, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        _make_group(Path(folder))
        rounds = [(_told(_FLOOR, folder), _told(_OURS, folder)) for _ in range(ROUNDS + 1)][1:]
    against = "a bare window with a label"
    goals = {"first-paint": ("paint", 1.6), "usable-home": ("usable", 4.0), "home-memory": ("pss", 2.3)}
    return [
        Measure(
            name, ratio_of_rounds([ours[key] for _, ours in rounds], [floor[key] for floor, _ in rounds]), goal, against
        )
        for name, (key, goal) in goals.items()
    ]


def _told(script: str, folder: str) -> dict[str, float]:
    command = [sys.executable, "-c", _TOLD + script, folder]
    # People start the program with its compiled modules in place; the first round, not counted, puts them there.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _make_group(folder: Path) -> None:
    services = open_services(folder)
    group = services.groups.create("Bus stops working group")
    people = [services.people.add_walk_in(group.id, name).id for name in ("Amina", "Bob", "Chen", "Dilys")]
    services.meetings.begin(group.id, MeetingDetails(title="Seats and shelters", held_on=date(2026, 11, 24)), people)
    services.close()
