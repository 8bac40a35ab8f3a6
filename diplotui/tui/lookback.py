"""From where in time one looks, as a person types it, and in the words of the screen."""

import re
from collections.abc import Callable
from datetime import date, datetime

from diplotui.clock import instant_text, read_when
from diplotui.errors import InputError
from diplotui.model import Lookback
from diplotui.words import instant_words, long_day

NOW_WORDS = ("", "now", "today")
RECORDED = re.compile(r"(?:^|[\s,;·]+)(?:as\s+)?recorded(?:\s+(?:at|on|by))?(?:\s+|$)", re.IGNORECASE)
"""What parts the day of the public clock from the instant of the ledger's own."""
AS_OF = re.compile(r"^(?:as\s+of|public\s+on)\s+", re.IGNORECASE)

Reader = Callable[[str, datetime], datetime]
"""Reads a time as it is typed."""


def read_lookback(typed: str, now: datetime) -> Lookback:
    """``13 Feb 2024``, ``as recorded yesterday 18:40``, ``13 Feb as recorded 16 Feb 18:40``, ``now``.

    A day that is not over, or an instant that has not passed, is now. Raises InputError.
    """
    parts = RECORDED.split(typed.strip(), maxsplit=1)
    as_of = _public_day(AS_OF.sub("", parts[0]).strip(), now)
    recorded = _instant(parts[1].strip(), now) if len(parts) > 1 else None
    return Lookback(as_of, recorded)


def _public_day(words: str, now: datetime) -> date | None:
    if words.casefold() in NOW_WORDS:
        return None
    day = _when(words, now).date()
    return day if day < now.astimezone().date() else None


def _instant(words: str, now: datetime) -> str | None:
    if words.casefold() in NOW_WORDS:
        return None
    instant = _when(words, now)
    return instant_text(instant) if instant < now else None


def _when(words: str, now: datetime) -> datetime:
    try:
        read = read_when(words, base=now)
        instant_text(read)  # an instant at the very edge of the calendar has no UTC
    except (ValueError, OverflowError) as error:
        raise InputError(f"this is no day: {error}") from None
    return read


def typed_of(back: Lookback) -> str:
    """A place in time as the field for it holds it."""
    parts = [back.as_of.isoformat()] if back.as_of else []
    if back.as_recorded:
        local = datetime.fromisoformat(back.as_recorded).astimezone()
        parts.append(f"as recorded {local:%Y-%m-%d %H:%M:%S}")
    return " ".join(parts)


def lookback_words(back: Lookback) -> str:
    """``as of Wed 14 Feb 2024, as recorded 16 Feb 2024 18:40``; ``as of now``."""
    parts = [f"as of {long_day(back.as_of)}"] if back.as_of else []
    if back.as_recorded:
        parts.append(f"as recorded {recorded_words(back.as_recorded)}")
    return ", ".join(parts) or "as of now"


def recorded_words(instant: str) -> str:
    """``16 Feb 2024 18:40`` by the local clock."""
    day, _, clock = instant_words(instant).rpartition(" ")
    return f"{day} {datetime.fromisoformat(instant).astimezone().year} {clock}"
