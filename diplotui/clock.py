"""What time it is, in one place, so that tests can say."""

import os
from datetime import UTC, date, datetime
from typing import Literal

from diplotui.errors import InputError


def now() -> datetime:
    """The present instant in UTC; ``$DIPLOTUI_NOW`` (ISO 8601) stands in for it in tests and pictures."""
    pinned = os.environ.get("DIPLOTUI_NOW")
    if pinned:
        instant = datetime.fromisoformat(pinned)
        return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return datetime.now(UTC)


def instant_text(instant: datetime) -> str:
    """An instant as the store and the journal write it: ISO 8601, UTC, milliseconds, Z."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{instant.microsecond // 1000:03d}Z"


def today() -> date:
    """The present day by the local calendar."""
    return now().astimezone().date()


Edge = Literal["current", "first", "last"]
"""Which day of a month, or month of a year, is meant where only the month or the year is typed."""


def read_when(words: str, *, base: datetime | None = None, edge: Edge = "current") -> datetime:
    """An instant as a person types it: "2024-02-14", "yesterday 14:05", "2 weeks ago" (local time).

    A bare date is its midnight; relative words without a time keep the present time of day. Raises
    InputError where it cannot be read.
    """
    try:
        typed = datetime.fromisoformat(words.strip())
        return typed if typed.tzinfo else typed.astimezone()
    except ValueError:
        pass
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser's own deprecations are not the user's business
        import dateparser

        local = (base or now()).astimezone()
        read = dateparser.parse(
            words[:80],
            languages=["en"],
            settings={
                "RELATIVE_BASE": local.replace(tzinfo=None),
                "PREFER_DATES_FROM": "past",
                "PREFER_DAY_OF_MONTH": edge,
                "PREFER_MONTH_OF_YEAR": edge,
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    if read is None:
        raise InputError(
            f"{words!r} is not a time; write a day as 2024-02-16, or words such as 'yesterday 14:05'"
        )
    return read if read.tzinfo else read.astimezone()
