"""For every test: no network, and no screen unless one was asked for."""

import gc
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.font_cache import FONT_CACHE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests press faster than any hand; what a stray press is has tests of its own."""
    from coprod_desktop.ui.screens.turns import steady_hand

    monkeypatch.setattr(steady_hand, "STRAY_SECONDS", 0.0)


@pytest.fixture(autouse=True)
def _one_bold_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bold font is made once and not for each data folder."""
    from coprod_desktop.services import bootstrap

    monkeypatch.setattr(bootstrap, "cache_folder", lambda _data_folder: FONT_CACHE)


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty data file, made by the migrations as every new one is."""
    from coprod_desktop.storage.migrating import make_file
    from coprod_desktop.storage.migrations import Migrations

    path = tmp_path_factory.mktemp("new") / "new.sqlite"
    make_file(path, Migrations())
    return path


@pytest.fixture(autouse=True)
def _new_files_are_copies(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """All migrations take a tenth of a second: a new data folder gets a copy of one file that they made.

    The tests of the room that makes files make each anew.
    """
    if "storage" in request.path.parts:
        return
    from coprod_desktop.storage import database
    from coprod_desktop.storage.migrations import Migrations

    make_anew, newest = database.make_file, Migrations().newest

    def make(path: Path, migrations: Migrations) -> None:
        if migrations.newest != newest or path.with_name(f"{path.name}-wal").exists():
            make_anew(path, migrations)
        else:
            shutil.copyfile(request.getfixturevalue("new_file"), path)

    monkeypatch.setattr(database, "make_file", make)


@pytest.fixture(autouse=True)
def _nothing_frozen() -> Iterator[None]:
    """A program that is ready keeps what it has for good; in a test that would be every window of the tests before."""
    yield
    if gc.get_freeze_count():
        gc.unfreeze()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    class OnlyInside(socket.socket):
        """Refuses everything but sockets inside this computer."""

        def __init__(self, family: int = -1, *args: Any, **kwargs: Any) -> None:
            if family != getattr(socket, "AF_UNIX", None):
                raise AssertionError("The program tried to use the network (DP-01).")
            super().__init__(family, *args, **kwargs)

    monkeypatch.setattr(socket, "socket", OnlyInside)
