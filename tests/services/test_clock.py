"""The clock of the laptop: a time with its zone, seconds that never go back, and the local day."""

from datetime import UTC, datetime, timedelta

from coprod_desktop.services.clock import SystemClock, local_time, today


def test_the_time_has_its_zone_and_never_goes_back() -> None:
    clock = SystemClock()
    before = clock.monotonic()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)
    assert clock.monotonic() >= before


def test_local_time_is_told_to_the_second_with_its_offset() -> None:
    clock = SystemClock()
    told = datetime.fromisoformat(local_time(clock))
    assert told.utcoffset() is not None
    assert told.microsecond == 0
    assert abs(today(clock) - told.date()) <= timedelta(days=1)
