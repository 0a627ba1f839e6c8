"""For tests of what people see: no screen, no network, no surprise boxes, nothing left behind."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QColorDialog, QDialog, QFileDialog, QInputDialog, QMessageBox

from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from tests.ui.screen_checks import Room, open_room

_BOXES: list[tuple[type, tuple[str, ...]]] = [
    (QDialog, ("exec",)),
    (QMessageBox, ("exec", "about", "critical", "information", "question", "warning")),
    (QFileDialog, ("exec", "getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory")),
    (QInputDialog, ("exec", "getText", "getInt", "getItem", "getMultiLineText")),
    (QColorDialog, ("exec", "getColor")),
]


def pytest_configure(config: pytest.Config) -> None:
    """The platform without a screen says this for each window; it means nothing."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def _no_surprise_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> None:
        raise AssertionError("A box came up that the test did not expect.")

    for box, names in _BOXES:
        for name in names:
            monkeypatch.setattr(box, name, fail)


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    yield
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light look at 100 %, whatever the computer has."""
    theme = Theme(qapp, mode=Mode.LIGHT)
    theme.apply()
    yield theme
    theme.deleteLater()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A group of four and their meeting on a real file."""
    yield from open_room(tmp_path)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is spoken by itself, in order."""
    spoken: list[str] = []
    say = SpokenLabel.say

    def listen(label: SpokenLabel, words: str) -> None:
        if words.strip() and label.window().isVisible():
            spoken.append(words)
        say(label, words)

    monkeypatch.setattr(SpokenLabel, "say", listen)
    return spoken
