"""Watched sources between records and rows: one statement a function, no transaction of their own."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import astuple, fields
from datetime import date, timedelta
from typing import Any

from diplotui.errors import ConflictError, NotFound
from diplotui.model.sources import (
    EntryRow,
    FetchState,
    Keep,
    KnownEntry,
    LeftOutText,
    Rung,
    Source,
    Standing,
    WatchedSource,
)
from diplotui.store.rows import to_json, words_of

MOST_KNOWN = 20_000
"""Newest entries of a source that a poll is compared with; feeds show far fewer."""

_SOURCE = tuple(field.name for field in fields(Source))
_STATE = tuple(field.name for field in fields(FetchState))
_KNOWN = "number, guid, link, hash, title, document, left_out, stamp"
_TEXT = tuple(field.name for field in fields(LeftOutText))


def source_row(source: Source) -> dict[str, Any]:
    """A source as its row."""
    row: dict[str, Any] = {name: getattr(source, name) for name in _SOURCE}
    row |= {name: int(row[name]) for name in ("paused", "allow_private", "pages")}
    return row | {"former_urls": to_json(source.former_urls), "keep": source.keep.value}


def source_of(row: Any) -> Source:
    """A source from its row."""
    values = {name: row[name] for name in _SOURCE}
    values |= {name: bool(values[name]) for name in ("paused", "allow_private", "pages")}
    return Source(**(values | {"former_urls": words_of(values["former_urls"]), "keep": Keep(values["keep"])}))


def listed(connection: sqlite3.Connection, today: date | None, days: int) -> tuple[WatchedSource, ...]:
    """All sources by name with their states; ``today``: with their entries of the last ``days``."""
    states = {
        row["source"]: FetchState(
            **({name: row[name] for name in _STATE} | {"rung": Rung(row["rung"]), "hub": bool(row["hub"])})
        )
        for row in connection.execute("SELECT * FROM fetch_state").fetchall()
    }
    counts = {
        row["source"]: (row["entries"], row["documents"])
        for row in connection.execute(
            "SELECT source, count(*) AS entries, count(DISTINCT document) AS documents"
            " FROM entry GROUP BY source"
        ).fetchall()
    }
    activity = _activity(connection, today, days) if today is not None else {}
    found = connection.execute("SELECT * FROM source ORDER BY name COLLATE NOCASE, id").fetchall()
    none = (0,) * days if today is not None else ()
    return tuple(
        WatchedSource(
            each,
            states.get(each.id, FetchState(each.id)),
            *counts.get(each.id, (0, 0)),
            activity.get(each.id, none),
        )
        for each in map(source_of, found)
    )


def _activity(connection: sqlite3.Connection, today: date, days: int) -> dict[str, tuple[int, ...]]:
    """Entries a day by source: on the day that the entry says, else on that of its coming."""
    first = today - timedelta(days=days - 1)
    counts: dict[str, list[int]] = {}
    found = connection.execute(
        "SELECT source, substr(coalesce(published, first_seen), 1, 10) AS day, count(*) AS entries FROM entry"
        " WHERE first_seen >= ?1 AND coalesce(published, first_seen) >= ?1 GROUP BY source, day",
        (first.isoformat(),),
    )
    for source, day, entries in found.fetchall():
        place = min((date.fromisoformat(day) - first).days, days - 1)
        counts.setdefault(source, [0] * days)[place] += entries
    return {source: tuple(entries) for source, entries in counts.items()}


def standing(connection: sqlite3.Connection) -> Standing:
    """How all sources stand."""
    sources, paused = connection.execute("SELECT count(*), coalesce(sum(paused), 0) FROM source").fetchone()
    failing = connection.execute(
        "SELECT s.name FROM fetch_state AS f JOIN source AS s ON s.id = f.source"
        " WHERE f.error IS NOT NULL AND NOT s.paused ORDER BY f.failures DESC, s.name"
    ).fetchall()
    last = connection.execute("SELECT max(fetched) FROM fetch_state").fetchone()[0]
    return Standing(sources, paused, tuple(name for (name,) in failing), last)


def insert(connection: sqlite3.Connection, source: Source) -> bool:
    """Write a new source; False where its address is watched already."""
    if connection.execute("SELECT 1 FROM source WHERE url = ? OR id = ?", (source.url, source.id)).fetchone():
        return False
    row = source_row(source)
    connection.execute(
        f"INSERT INTO source ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
    )
    return True


def update(connection: sqlite3.Connection, source: Source) -> None:
    """Give a source new properties. Raises NotFound; ConflictError for an address that another has."""
    row = source_row(source)
    taken = connection.execute(
        "SELECT name FROM source WHERE url = ? AND id <> ?", (source.url, source.id)
    ).fetchone()
    if taken:
        raise ConflictError(f"{source.url} is watched already, as {taken['name']}")
    names = [name for name in row if name != "id"]
    changed = connection.execute(
        f"UPDATE source SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?",
        (*(row[name] for name in names), source.id),
    )
    if not changed.rowcount:
        raise NotFound(f"there is no source {source.id}")


def known(connection: sqlite3.Connection, source_id: str) -> tuple[KnownEntry, ...]:
    """The newest entries that a source has shown, oldest first."""
    found = connection.execute(
        f"SELECT {_KNOWN} FROM entry WHERE source = ? ORDER BY number DESC LIMIT ?", (source_id, MOST_KNOWN)
    ).fetchall()
    return tuple(KnownEntry(*row) for row in reversed(found))


def seen_elsewhere(
    connection: sqlite3.Connection, source_id: str, links: Collection[str]
) -> dict[str, KnownEntry]:
    """The newest entry with a document that another source has shown at each of these links."""
    found: dict[str, KnownEntry] = {}
    for link in links:
        row = connection.execute(
            f"SELECT {_KNOWN} FROM entry"
            " WHERE link = ? AND source <> ? AND document IS NOT NULL ORDER BY number DESC LIMIT 1",
            (link, source_id),
        ).fetchone()
        if row:
            found[link] = KnownEntry(*row)
    return found


def write_state(connection: sqlite3.Connection, state: FetchState) -> None:
    """Write how fetching a source stands."""
    row: dict[str, Any] = {name: getattr(state, name) for name in _STATE}
    row |= {"rung": state.rung.value, "hub": int(state.hub)}
    connection.execute(
        f"INSERT OR REPLACE INTO fetch_state ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
        tuple(row.values()),
    )


_ENTRY = ("guid", "link", "hash", "title", "published", "published_raw", "document", "left_out", "stamp")


def write_entry(connection: sqlite3.Connection, source: str, row: EntryRow, at: str) -> None:
    """Write a new entry, or the new state of a known one, with its words where it was left out."""
    values = [getattr(row, name) for name in _ENTRY]
    number = row.number
    if number is None:
        number = connection.execute(
            f"INSERT INTO entry ({', '.join(_ENTRY)}, source, first_seen)"
            f" VALUES ({', '.join('?' * len(_ENTRY))}, ?, ?)",
            (*values, source, at),
        ).lastrowid
    else:
        connection.execute(
            f"UPDATE entry SET {', '.join(f'{name} = ?' for name in _ENTRY)}, changed = ? WHERE number = ?",
            (*values, at, number),
        )
        connection.execute("DELETE FROM left_out_text WHERE entry = ?", (number,))
    if row.text is not None and row.document is None:
        connection.execute(
            f"INSERT INTO left_out_text (entry, {', '.join(_TEXT)})"
            f" VALUES (?, {', '.join('?' * len(_TEXT))})",
            (number, *astuple(row.text)),
        )


def write_entries(connection: sqlite3.Connection, source: str, rows: Sequence[EntryRow], at: str) -> None:
    """Write several entries of a source."""
    for row in rows:
        write_entry(connection, source, row, at)
