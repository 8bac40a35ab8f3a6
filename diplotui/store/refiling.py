"""Filing what may be there already: a filing that comes again unchanged is known by a digest of its content.

The digest stands for the outcome of comparing every row: it holds as long as the journal has no later line on
any of them. Where it has one, or the digest is unknown, the rows themselves are compared.
"""

import hashlib
import json
import marshal
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, get_args

from diplotui.model import Filing
from diplotui.store import journal, write

_KEY = "SELECT 1 FROM json_each(?1) AS k CROSS JOIN journal AS j WHERE j.tbl = ?2 AND j.seq > ?3"
_CHANGED = f"{_KEY} AND j.key = k.value LIMIT 1"
_CHANGED_BELOW = f"{_KEY} AND j.key >= k.value || '/' AND j.key < k.value || '0' LIMIT 1"
"""Keys that begin with another key and a slash; the character after the slash is the nought."""


def file(connection: sqlite3.Connection, filing: Filing) -> bool:
    """Write a filing inside the caller's transaction; True where it added or changed anything.

    Raises what ``write.file`` does.
    """
    digest = digest_of(filing)
    if _stands(connection, filing, digest):
        return False
    added = write.file(connection, filing)
    connection.execute(
        "INSERT INTO filed (digest, seq) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE SET seq = excluded.seq",
        (digest, journal.newest(connection)),
    )
    return added


def forget(connection: sqlite3.Connection) -> None:
    """Drop all digests: each would tell whether a text that one has was here."""
    connection.execute("DELETE FROM filed")


def digest_of(filing: Filing) -> bytes:
    """A checksum over all values of all records of a filing, in their order."""
    content = hashlib.sha256()
    for each in fields(Filing):
        records = getattr(filing, each.name)
        if not records:
            continue
        content.update(f"{each.name} {len(records)}".encode())
        plain, others = _values_of(each.name)
        content.update(marshal.dumps(list(map(plain, records)), _MARSHALLED))
        if others is not None:
            content.update(repr(list(map(others, records))).encode("utf-8", "surrogatepass"))
    return content.digest()


_MARSHALLED = 2
"""Version of the format that writes equal values in equal bytes: later ones refer back to identical ones."""

_PLAIN = (str, int, float, bool, type(None), ...)
"""What is written out as it is, quicker than by its ``repr``; tuples of such values, too."""


@cache
def _values_of(records: str) -> tuple[Callable[[Any], object], Callable[[Any], object] | None]:
    """Functions that take the plain values and the others out of the records of this field of a filing."""
    kind = next(get_args(each.type)[0] for each in fields(Filing) if each.name == records)
    paths = dict(_paths(kind))
    plain = [path for path, simple in paths.items() if simple]
    others = [path for path, simple in paths.items() if not simple]
    return attrgetter(*plain), attrgetter(*others) if others else None


def _paths(kind: type, before: str = "") -> Iterator[tuple[str, bool]]:
    """The way to each value of a record, and whether it is a plain one."""
    for each in fields(kind):
        path = before + each.name
        if is_dataclass(each.type) and isinstance(each.type, type):
            yield from _paths(each.type, f"{path}.")
        elif isinstance(each.type, type) and issubclass(each.type, Enum):
            yield f"{path}._value_", True  # ``value`` is a property, which is ten times slower
        else:
            yield path, _is_plain(each.type)


def _is_plain(kind: object) -> bool:
    inner = get_args(kind)
    return all(map(_is_plain, inner)) if inner else kind in _PLAIN


def _stands(connection: sqlite3.Connection, filing: Filing, digest: bytes) -> bool:
    """Whether this very content is in the ledger, no row of it changed since."""
    row = connection.execute("SELECT seq FROM filed WHERE digest = ?", (digest,)).fetchone()
    if row is None:
        return False
    if journal.newest(connection) == row["seq"]:
        return True
    founded = [event.id for event in filing.events if event.passages]
    looks = [(_CHANGED, table, keys) for table, keys in _keys(filing)]
    looks.append((_CHANGED_BELOW, "event_passage", founded))
    return not any(
        connection.execute(query, (json.dumps(keys), table, row["seq"])).fetchone()
        for query, table, keys in looks
        if keys
    )


def _keys(filing: Filing) -> Iterator[tuple[str, Sequence[str]]]:
    """The keys of a filing's rows as the journal writes them, by table."""
    yield "topic", [one.id for one in filing.topics]
    yield "actor", [one.id for one in filing.actors]
    yield "document", [one.id for one in filing.documents]
    yield "event", [one.id for one in filing.events]
    yield "claim", [one.id for one in (*filing.claims, *filing.hanging)]
    yield "statement", [one.id for one in filing.statements]
    yield "stance", [f"{one.statement}/{one.claim}" for one in filing.stances]
    yield "quote", [one.id for one in filing.quotes]
    yield "date_mention", [one.id for one in filing.dates]
    yield "note", [one.id for one in filing.notes]
