"""The sample group: brought in once, however often it is asked for."""

import pytest

from coprod_desktop.services import sample
from coprod_desktop.services.bootstrap import Services


def test_the_sample_comes_in_once(services: Services) -> None:
    group_id = sample.add_sample(services)
    assert sample.add_sample(services) == group_id
    assert len(services.groups.groups()) == 2
    assert len(services.meetings.headers(group_id)) == 1


def test_a_sample_that_is_not_there_is_told(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "SAMPLE_RECORDS", ("nothing.json",))
    with pytest.raises(LookupError):
        sample.add_sample(services)
