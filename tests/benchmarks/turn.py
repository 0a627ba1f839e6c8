"""A turn that runs: how much of one core its clock takes, in the program's own window."""

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.acts import OpenWindow
from tests.benchmarks.meetings import small_folder
from tests.benchmarks.report import Measure

NAMES = ("turn-cost",)
MOST_PERCENT = 3.0
SECONDS = 10


def measure() -> list[Measure]:
    """Let a turn run for some seconds and nobody press anything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["benchmark", "-style", "Fusion"])
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as folder:
        window = OpenWindow(application, Path(folder), small_folder(Path(folder)))
        window.begin_turn()
        percent = _percent_of_a_core(application)
        assert window.has_turn_running(), "the turn should have run all the time"
        window.close()
    return [
        Measure("turn-cost", percent / MOST_PERCENT, 1.0, f"{MOST_PERCENT:.0f} % of a core; it was {percent:.1f} %")
    ]


def _percent_of_a_core(application: QApplication) -> float:
    started, cpu = time.perf_counter(), time.process_time()
    QTimer.singleShot(SECONDS * 1000, application.quit)
    application.exec()
    return 100 * (time.process_time() - cpu) / (time.perf_counter() - started)
