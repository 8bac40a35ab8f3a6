"""What time it is, in one place, so that tests can say."""

import os
from datetime import UTC, date, datetime


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
