"""When a source is asked next."""

from datetime import UTC, datetime, timedelta

import pytest

from diplotui.sources.schedule import (
    DAY,
    HOUR,
    LONGEST,
    MINUTE,
    SHORTEST,
    UNKNOWN,
    due_after_failure,
    due_after_success,
    interval,
    is_due,
    is_stale,
    usual_gap,
)

NOW = datetime(2024, 2, 16, 12, 0, tzinfo=UTC)


def hours(*ago: float) -> list[datetime]:
    return [NOW - timedelta(hours=each) for each in ago]


def test_the_usual_gap_is_the_median_of_the_newest() -> None:
    assert usual_gap(hours(0, 1, 2, 3, 100)) == HOUR
    assert usual_gap(hours(0, 1)) is None


@pytest.mark.parametrize(
    ("chosen", "gap", "ttl", "max_age", "seconds"),
    [
        (None, None, None, None, UNKNOWN),
        (None, 4 * HOUR, None, None, 2 * HOUR),
        (None, 60.0, None, None, SHORTEST),
        (None, 30 * DAY, None, None, LONGEST),
        (None, 60.0, 60.0, None, HOUR),
        (None, 60.0, None, 1e9, LONGEST),
        (5, 60.0, 600.0, 1e9, 5 * MINUTE),
    ],
)
def test_intervals(
    chosen: int | None, gap: float | None, ttl: float | None, max_age: float | None, seconds: float
) -> None:
    assert interval(chosen_minutes=chosen, gap=gap, ttl_minutes=ttl, max_age=max_age) == seconds


def test_jitter_is_a_tenth_either_way() -> None:
    assert due_after_success(NOW, 1000, 0.0) == NOW + timedelta(seconds=900)
    assert due_after_success(NOW, 1000, 0.5) == NOW + timedelta(seconds=1000)
    assert due_after_success(NOW, 1000, 0.999999) <= NOW + timedelta(seconds=1100)


def test_failures_double_the_wait_up_to_a_day_and_never_stop() -> None:
    waits = [(due_after_failure(NOW, 600, n, None, 0.5) - NOW).total_seconds() for n in (1, 2, 3, 50, 5000)]
    assert waits == [1200, 2400, 4800, DAY, DAY]


def test_a_host_that_asks_for_a_pause_gets_it() -> None:
    assert due_after_failure(NOW, 600, 1, 7200, 0.5) == NOW + timedelta(hours=2)


def test_what_is_due() -> None:
    assert is_due(None, None, NOW), "never asked"
    assert not is_due(None, NOW, NOW), "gone"
    assert is_due(NOW, NOW, NOW)
    assert not is_due(NOW + timedelta(minutes=1), NOW, NOW)
    assert is_due(NOW + timedelta(days=300), NOW, NOW), "the clock was wrong, or is"


def test_a_source_is_stale_after_five_gaps_and_two_days() -> None:
    newest = NOW - timedelta(days=3)
    assert is_stale(newest, HOUR, NOW)
    assert not is_stale(newest, DAY, NOW)
    assert not is_stale(NOW - timedelta(days=1), HOUR, NOW)
    assert not is_stale(None, HOUR, NOW)
