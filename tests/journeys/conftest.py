"""For journeys: the whole program over a real folder, started, seen and closed as a person does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.app import App
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.widgets.save_place import SavePlace
from tests.journeys.keyboard import settle, until
from tests.ui.conftest import _no_surprise_boxes, _nothing_left_behind, pytest_configure

__all__ = ["_no_surprise_boxes", "_nothing_left_behind", "pytest_configure"]

Start = Callable[[], MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the data of the group is."""
    return tmp_path / "our data"


@pytest.fixture
def saved_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the person chooses each time the computer asks where a file shall be saved."""
    chosen = tmp_path / "stick"
    chosen.mkdir()

    def ask(_parent: QWidget, _words: str, suggested: Path, _kinds: str) -> Path:
        return chosen / suggested.name

    monkeypatch.setattr(SavePlace, "ask", ask)
    return chosen


@pytest.fixture
def start(qapp: QApplication, folder: Path) -> Iterator[Start]:
    """Starts the program, and the second time closes it first and starts it again."""
    opened: list[App] = []

    def close() -> None:
        while opened:
            app = opened.pop()
            app.window.close()
            app.close()
            app.window.deleteLater()
            settle()

    def open_it() -> MainWindow:
        close()
        folder.mkdir(exist_ok=True)
        app = App(qapp, folder, with_sample=False)
        opened.append(app)
        app.window.resize(1366, 698)
        app.window.show()
        app.window.activateWindow()
        until(lambda: app.window.desk is not None and app.window.isActiveWindow())
        return app.window

    yield open_it
    close()
