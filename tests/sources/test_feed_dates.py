"""Dates of feeds: what is written, or nothing."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotui.sources.feed_dates import read_feed_date

NOW = datetime(2024, 2, 16, 12, 0, tzinfo=UTC)

READ = [
    # (words, language, instant in UTC, whether the zone is only assumed)
    ("Mon, 05 Feb 2024 10:00:00 GMT", None, "2024-02-05T10:00:00", False),
    ("Mon, 05 Feb 2024 10:00:00 MSK", None, "2024-02-05T07:00:00", False),
    ("5 Feb 24 10:00 EST", None, "2024-02-05T15:00:00", False),
    ("Mon, 5 Feb 2024 10:00:00 -0530", None, "2024-02-05T15:30:00", False),
    ("Mon, 05 February 2024 10:00:00 +01:00 (CET)", None, "2024-02-05T09:00:00", False),
    ("Mon, 05 Feb 2024 23:59:60 GMT", None, "2024-02-05T23:59:59", False),
    ("Mon, 05 Feb 2024 10:00:00", None, "2024-02-05T10:00:00", True),
    ("Mon, 05 Feb 2024 10:00:00 XYZ", None, "2024-02-05T10:00:00", True),
    ("2024-02-05T10:00:00Z", None, "2024-02-05T10:00:00", False),
    ("2024-02-05T10:00:00.123+03:00", None, "2024-02-05T07:00:00", False),
    ("2024-02-05", None, "2024-02-05T00:00:00", True),
    ("5 февраля 2024, 10:00", "ru", "2024-02-05T10:00:00", True),
    ("February 5, 2024", None, "2024-02-05T00:00:00", True),
]

NOT_BELIEVED = [
    None,
    "",
    "   ",
    "yesterday",
    "10:00",
    "1",
    "2024",
    "Mon, 05 Feb 1024 10:00:00 GMT",
    "Mon, 05 Feb 20240 10:00:00 GMT",
    "Mon, 31 Feb 2024 10:00:00 GMT",
    "Mon, 19 Feb 2024 10:00:00 GMT",
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+14:00",
    "1970-01-01T00:00:00Z",
    "x" * 100_000,
    "2024-02-05T10:00:00Z" * 10,
    "\x1b[2J",
]


@pytest.mark.parametrize(("words", "language", "instant", "zoneless"), READ)
def test_written_dates_are_read(words: str, language: str | None, instant: str, zoneless: bool) -> None:
    found = read_feed_date(words, NOW, language)
    assert found is not None
    assert found.written.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() == instant
    assert found.zoneless is zoneless


@pytest.mark.parametrize("words", NOT_BELIEVED)
def test_what_is_missing_odd_or_far_out_is_no_date(words: str | None) -> None:
    assert read_feed_date(words, NOW) is None


def test_the_day_is_that_of_the_feeds_own_zone() -> None:
    found = read_feed_date("Mon, 05 Feb 2024 23:30:00 -0500", NOW)
    assert found is not None and found.written.date().isoformat() == "2024-02-05"


@given(st.text(alphabet=st.sampled_from("0123456789:-+/., TZJanFebMarGMTEST\u0663я\x1b"), max_size=40))
def test_no_words_break_it_and_nothing_lies_ahead(words: str) -> None:
    if re.search(r"[a-zA-Zя]{3}", words) is None:  # dateparser's own path is slow; the cases above try it
        found = read_feed_date(words, NOW)
        assert found is None or found.written <= NOW + timedelta(hours=24)
