"""What the headers of an answer say: when to come back, how long it stays fresh."""

import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 24 * 3600.0
"""Seconds; a host that asks for more is asked again after a day."""


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds to wait as Retry-After asks, as a number or a date (RFC 9110 10.2.3), at most a day."""
    words = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,12}", words):
        return min(float(words), LONGEST_WAIT)
    when = _http_date(words)
    if when is None:
        return None
    return min(max((when - now).total_seconds(), 0.0), LONGEST_WAIT)


def max_age(headers: Mapping[str, str]) -> float | None:
    """Seconds for which Cache-Control says that nothing new will come; None where it does not say."""
    found = re.search(r"(?:^|[,\s])max-age=\"?(\d{1,10})", headers.get("cache-control", "").lower())
    return float(found.group(1)) if found else None


def _http_date(words: str) -> datetime | None:
    if not 10 <= len(words) <= 60:
        return None
    try:
        when = parsedate_to_datetime(words)
    except (ValueError, TypeError, OverflowError):
        return None
    return when if when.tzinfo else None
