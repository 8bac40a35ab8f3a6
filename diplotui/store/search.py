"""Full-text search: plain text in, newest hits first.

What a user types is never syntax: every word is quoted for FTS5. Words in quotation marks are a phrase;
the last word, unless it stands in quotation marks, may be the beginning of one.
"""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date

from diplotui.model import SearchHit
from diplotui.store.gather import as_list
from diplotui.store.indexed import INSERT, entries, topic_token
from diplotui.store.recorded import indexes
from diplotui.store.summary import summaries
from diplotui.store.timeline import end_key, rows_by_key

_OPEN, _CLOSE = "\x02", "\x03"
"""Marks around a hit: control characters, which no cleaned text holds."""

_EXCERPT = 32
"""Words of an excerpt."""

_LAST_KEY = 1 << 62
"""Beyond every key of the timeline."""

_LOOKED_AT = 2_000
"""Events that are looked at as they were on an earlier day, at most."""

_LEAST = 20
"""Events that are looked at together, at least."""

_PART = re.compile(r'"([^"]*)"|“([^”]*)”|([^\s"“”]+)')


def match_expression(query: str, topic: str | None = None) -> str | None:
    """The FTS5 expression for what a user typed; None where it holds no word to look for."""
    parts: list[tuple[str, bool]] = []
    for found in _PART.finditer(query.replace("\0", " ")):
        phrase = found.group(1) if found.group(1) is not None else found.group(2)
        words = phrase if phrase is not None else found.group(3)
        if any(character.isalnum() for character in words):
            parts.append((words, phrase is not None))
    if not parts:
        return None
    terms = ['"' + words.replace('"', '""') + '"' for words, _ in parts]
    last, is_phrase = parts[-1]
    if not is_phrase and len(last) > 1 and last[-1].isalnum() and not query.endswith(" "):
        terms[-1] += " *"
    if topic is not None:
        terms.append(f'tags : "{topic_token(topic)}"')
    return " AND ".join(terms)


def search(
    connection: sqlite3.Connection,
    query: str,
    *,
    topic: str | None,
    limit: int,
    today: date,
    as_of: date | None = None,
) -> tuple[SearchHit, ...]:
    """Events that hold all the words of a query, newest first, each with an excerpt.

    ``as_of``: that held them in what was public on that day.
    """
    expression = match_expression(query, topic)
    if expression is None:
        return ()
    if as_of is None:
        found = _matches(connection, expression, _LAST_KEY, limit)
    else:
        found = _matches_then(connection, expression, as_of, limit, today)
    shown = rows_by_key(connection, list(found), today, as_of)
    return tuple(SearchHit(shown[key], *_marked(excerpt)) for key, excerpt in found.items() if key in shown)


def _matches(connection: sqlite3.Connection, expression: str, before: int, limit: int) -> dict[int, str]:
    """Keys below ``before`` of the newest events that match, newest first, each with its excerpt."""
    found: list[tuple[int, str]] = []
    for table, test in indexes(connection):
        name = table.rpartition(".")[2]
        found += connection.execute(
            f"SELECT rowid, snippet({name}, -1, ?, ?, '…', {_EXCERPT}) FROM {table}"
            f" WHERE {name} MATCH ? AND rowid < ? AND {test} ORDER BY rowid DESC LIMIT ?",
            (_OPEN, _CLOSE, expression, before, limit),
        ).fetchall()
    found.sort(key=lambda hit: -hit[0])
    return {key: excerpt for key, excerpt in found[:limit]}


def _matches_then(
    connection: sqlite3.Connection, expression: str, as_of: date, limit: int, today: date
) -> dict[int, str]:
    """The same of what was public on a day: what the index finds is looked at again as it was then."""
    found: dict[int, str] = {}
    before, looked_at = end_key(as_of), 0
    while len(found) < limit and looked_at < _LOOKED_AT:
        candidates = list(_matches(connection, expression, before, max(limit, _LEAST)))
        if not candidates:
            break
        found |= _as_they_were(connection, candidates, expression, as_of, today)
        before, looked_at = candidates[-1], looked_at + len(candidates)
    return dict(list(found.items())[:limit])


def _as_they_were(
    connection: sqlite3.Connection, keys: Sequence[int], expression: str, as_of: date, today: date
) -> dict[int, str]:
    """Those of some events that match with what was public of them on a day, newest first."""
    events: Mapping[str, int] = dict(
        connection.execute(
            "SELECT event, key FROM timeline WHERE key IN (SELECT value FROM json_each(?))", (as_list(keys),)
        ).fetchall()
    )
    then = summaries(connection, list(events), on=as_of, today=today)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as aside:
        made = connection.execute("SELECT sql FROM main.sqlite_master WHERE name = 'search'").fetchone()
        aside.execute(made[0])
        aside.executemany(
            INSERT.format(table="search"),
            [(events[one], *entry) for one, entry in entries(connection, list(then.values()), as_of).items()],
        )
        return _matches(aside, expression, _LAST_KEY, len(keys))


def _marked(excerpt: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """An excerpt without its marks, and the spans they enclosed, in code points."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    length, start = 0, 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", excerpt.replace("\n", " ")):
        if piece == _OPEN:
            start = length
        elif piece == _CLOSE:
            spans.append((start, length))
        else:
            plain.append(piece)
            length += len(piece)
    return "".join(plain), tuple(spans)
