"""The window comes up quickly because heavy packages are loaded only when somebody needs them."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.services.bootstrap import open_services

NOT_FOR_THE_FIRST_PAINT = (
    "sqlalchemy",
    "alembic",
    "reportlab",
    "PIL",
    "svglib",
    "fontTools",
    "pypdfium2",
    "pikepdf",
    "jsonschema",
    "msgspec",
)
NOT_FOR_HOME = (
    *("reportlab", "PIL", "svglib", "fontTools", "pypdfium2", "pikepdf", "alembic", "sqlalchemy.orm", "jsonschema"),
    *("cefrpy", "simplemma", "new_dale_chall_readability", "coprod_desktop.words"),
)

_CHILD = """
import builtins, json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from coprod_desktop.app import App

application = QApplication(["test", "-style", "Fusion"])
app = App(application, Path(sys.argv[1]), with_sample=False)
app.window.painted.disconnect(app.load)

def on_painted():
    painted = sorted(sys.modules)
    app.load()
    application.processEvents()
    told = {"painted": painted, "home": sorted(sys.modules), "import": builtins.__import__.__name__}
    print(json.dumps(told))
    application.quit()

app.window.painted.connect(on_painted)
app.show()
application.exec()
app.close()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str] | str]:
    """The names of all modules after the first paint and after home can be used, in a program of its own."""
    folder = tmp_path_factory.mktemp("data")
    _make_group(folder)
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    told: dict[str, list[str] | str] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("package", NOT_FOR_THE_FIRST_PAINT)
def test_the_first_picture_needs_no_heavy_package(loaded: dict[str, list[str]], package: str) -> None:
    assert package not in loaded["painted"]


@pytest.mark.parametrize("package", NOT_FOR_HOME)
def test_a_home_that_can_be_used_needs_no_pages_no_migrations_and_no_schema(
    loaded: dict[str, list[str]], package: str
) -> None:
    assert package not in loaded["home"]


def test_what_is_checked_here_is_loaded_in_the_end(loaded: dict[str, list[str]]) -> None:
    assert "coprod_desktop.ui.screens.home.home_screen" in loaded["painted"]
    assert "sqlalchemy" in loaded["home"]


def test_qt_does_not_read_the_source_of_all_that_is_imported(loaded: dict[str, str]) -> None:
    assert loaded["import"] != "__feature_import__"


def _make_group(folder: Path) -> None:
    services = open_services(folder)
    group = services.groups.create("Bus stops working group")
    services.meetings.begin(group.id, MeetingDetails(title="Seats and shelters", held_on=date(2026, 11, 24)))
    services.close()
