"""Full-text search: plain text in, newest hits first.

What a user types is never syntax: every word is quoted for FTS5. Words in quotation marks are a phrase;
the last word, unless it stands in quotation marks, may be the beginning of one.
"""

import re
import sqlite3
from datetime import date

from diplotui.model import SearchHit
from diplotui.store.indexed import topic_token
from diplotui.store.timeline import rows_by_key

_OPEN, _CLOSE = "\x02", "\x03"
"""Marks around a hit: control characters, which no cleaned text holds."""

_EXCERPT = 32
"""Words of an excerpt."""

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
    connection: sqlite3.Connection, query: str, *, topic: str | None, limit: int, today: date
) -> tuple[SearchHit, ...]:
    """Events that hold all the words of a query, newest first, each with an excerpt."""
    expression = match_expression(query, topic)
    if expression is None:
        return ()
    found = connection.execute(
        f"SELECT rowid, snippet(search, -1, ?, ?, '…', {_EXCERPT}) FROM search WHERE search MATCH ?"
        " ORDER BY rowid DESC LIMIT ?",
        (_OPEN, _CLOSE, expression, limit),
    ).fetchall()
    shown = rows_by_key(connection, [key for key, _ in found], today)
    return tuple(SearchHit(shown[key], *_marked(excerpt)) for key, excerpt in found if key in shown)


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
