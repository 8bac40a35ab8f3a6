"""Times as people type them."""

from datetime import UTC, datetime

import pytest

from diplotui.clock import instant_text, now, read_when
from diplotui.errors import InputError

BASE = datetime(2024, 2, 16, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-02-14", "2024-02-14"),
        ("yesterday 14:05", "2024-02-15"),
        ("2 weeks ago", "2024-02-02"),
        ("14 Feb 2024", "2024-02-14"),
    ],
)
def test_days_as_typed(words: str, day: str) -> None:
    assert read_when(words, base=BASE).date().isoformat() == day


def test_the_time_of_day_is_kept() -> None:
    assert read_when("yesterday 14:05", base=BASE).strftime("%H:%M") == "14:05"


def test_what_is_no_time_is_refused() -> None:
    with pytest.raises(InputError, match="is not a time"):
        read_when("whenever it suits", base=BASE)


def test_a_pinned_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLOTUI_NOW", "2024-02-16T07:00:00")
    assert instant_text(now()) == "2024-02-16T07:00:00.000Z"
