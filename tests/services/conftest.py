"""Services over a real file, with a clock that tests move."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.services.bootstrap import Services, open_services
from tests.services.fixed_clock import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still until it is moved."""
    return FixedClock()


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    """All services over a new data folder."""
    opened = open_services(tmp_path / "data", clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def group(services: Services) -> Group:
    """A group that was set up."""
    return services.groups.create("Bus stops working group")
