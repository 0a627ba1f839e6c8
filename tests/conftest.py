"""For every test: no network, and no screen unless one was asked for."""

import gc
import os
import socket
from collections.abc import Iterator
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
