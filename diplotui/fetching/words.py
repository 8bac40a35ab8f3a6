"""How watched sources are spoken of: their state in a word and a glyph, times beside now, what was chosen."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from diplotui.model.sources import Keep, ShownEntry, Source, Standing, WatchedSource
from diplotui.words import plural

SPARKS = "▁▂▃▄▅▆▇█"
UNREAD = "und"
"""Language of a document that the rules do not read."""


@dataclass(frozen=True, slots=True)
class State:
    """How a source stands: glyph, word, and the role that gives its colour."""

    glyph: str
    word: str
    role: str


FETCHING = State("↻", "being asked", "key")
PAUSED = State("‖", "paused", "dim")
GONE = State("✗", "gone", "denies")
FAILING = State("✗", "failing", "denies")
NEVER = State("○", "not fetched yet", "open")
STALE = State("◌", "stale", "open")
FINE = State("●", "fine", "affirms")


def state_of(watched: WatchedSource, now: datetime, *, fetching: bool = False) -> State:
    """A source's state, the most pressing first."""
    from diplotui.sources.fetch_errors import Fault  # loaded for the list alone, not for the top bar
    from diplotui.sources.schedule import is_stale

    state = watched.state
    ladder = (
        (fetching, FETCHING),
        (watched.source.paused, PAUSED),
        (state.fault == Fault.GONE, GONE),
        (state.error is not None, FAILING),
        (state.fetched is None, NEVER),
        (is_stale(instant(state.newest), state.usual_gap, now), STALE),
    )
    return next((found for holds, found in ladder if holds), FINE)


def instant(words: str | None) -> datetime | None:
    """An instant as records keep it; a bare day is its midnight in UTC."""
    if not words:
        return None
    when = datetime.fromisoformat(words)
    return when if when.tzinfo else when.astimezone()


def ago(words: str | None, now: datetime) -> str:
    """``just now``, ``12 min ago``, ``in 3 h``, ``2 days ago``; ``never`` for none."""
    when = instant(words)
    if when is None:
        return "never"
    seconds = (now - when).total_seconds()
    if abs(seconds) < 60:
        return "just now" if seconds >= 0 else "in a moment"
    size = _length(abs(seconds))
    return f"{size} ago" if seconds > 0 else f"in {size}"


def _length(seconds: float) -> str:
    minutes = int(seconds // 60)
    if minutes < 100:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h"
    days = minutes // 1440
    return f"{days} days" if days < 730 else f"{days // 365} years"


def sparkline(days: tuple[int, ...]) -> str:
    """A bar a day; a day without an entry is a blank."""
    most = max(days, default=0)
    if not most:
        return " " * len(days)
    return "".join(" " if not count else SPARKS[max(0, round(count / most * 8) - 1)] for count in days)


def chosen_words(source: Source) -> tuple[str, ...]:
    """What was chosen for a source beyond the usual."""
    return tuple(
        words
        for holds, words in (
            (source.minutes is not None, f"every {_length((source.minutes or 0) * 60)}"),
            (source.keep is not Keep.EVERYTHING, f"keeps {source.keep.value}"),
            (source.topic is not None, f"topic {source.topic}"),
            (source.pages, "with pages"),
            (source.secret is not None, "with a password"),
        )
        if holds
    )


def fate_words(entry: ShownEntry) -> tuple[str, str]:
    """What became of an entry, and its role."""
    if entry.document is None:
        return entry.left_out or "not stored", "open"
    if entry.language == UNREAD:
        return "stored; in a language that the rules do not read", "open"
    if not entry.statements:
        return "stored; no statement was found in it", "dim"
    return plural(entry.statements, "statement"), "affirms"


def standing_words(standing: Standing, now: datetime) -> tuple[str, str, str]:
    """All sources in a few words: long, short, and the role: ``4 sources · 2 min ago``."""
    if not standing.sources:
        return "no sources", "", "dim"
    last = ago(standing.last_fetch, now)
    if standing.failing:
        failing = len(standing.failing)
        return f"✗ {failing} of {plural(standing.sources, 'source')} failing", f"✗ {failing}", "denies"
    if standing.paused == standing.sources:
        return f"‖ {plural(standing.sources, 'source')} paused", "‖", "dim"
    old = standing.last_fetch is not None and (
        now - (instant(standing.last_fetch) or now) > timedelta(days=1)
    )
    fetched = "not fetched yet" if standing.last_fetch is None else last
    short = "●" if standing.last_fetch is None else f"● {last.removesuffix(' ago')}"
    return f"● {plural(standing.sources, 'source')} · {fetched}", short, "open" if old else "affirms"


__all__ = ["State", "ago", "chosen_words", "fate_words", "sparkline", "standing_words", "state_of"]
