"""Retention: texts of watched sources on which nothing rests go by age and by size; all else stays."""

import json
import sqlite3
from dataclasses import asdict

from diplotui.model.sources import Retention, Tidied
from diplotui.query.words import Text
from diplotui.store.gather import as_list
from diplotui.store.indexed import forget_words

TIDIED = "taken away by tidying"
"""What the list of entries says of them."""
MOST_TITLES = 20
_SETTING = "retention"

_LOOSE_DOCUMENTS = """
    SELECT d.id, d.title, length(d.text) AS size, max(e.first_seen) AS seen
    FROM (
        SELECT document, first_seen FROM entry
        UNION ALL SELECT document, first_seen FROM removed_source_document
    ) AS e JOIN document AS d ON d.id = e.document
    WHERE d.replaces IS NULL AND d.decision = 'proposed'
        AND NOT EXISTS (SELECT 1 FROM document AS n WHERE n.replaces = d.id)
        AND NOT EXISTS (SELECT 1 FROM statement AS s WHERE s.document = d.id)
        AND NOT EXISTS (SELECT 1 FROM event_passage AS p WHERE p.document = d.id)
        AND NOT EXISTS (SELECT 1 FROM quote AS q WHERE q.document = d.id AND q.statement IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM note AS n WHERE n.about = 'document/' || d.id)
        AND NOT EXISTS (
            SELECT 1 FROM note AS n JOIN quote AS q ON n.about = 'quote/' || q.id WHERE q.document = d.id
        )
        AND NOT EXISTS (
            SELECT 1 FROM journal AS j WHERE j.tbl = 'document' AND j.key = d.id AND j.op = 'update'
        )
    GROUP BY d.id
"""
"""Documents that came from a source, be it watched still or not, and of which nothing was read, noted,
decided or compared: a document with versions shows what a page once said, and stays."""

_LOOSE_TEXTS = """
    SELECT t.entry, e.title, length(t.text) AS size, e.first_seen AS seen
    FROM left_out_text AS t JOIN entry AS e ON e.number = t.entry
"""


def plan(
    connection: sqlite3.Connection, retention: Retention, before: str | None
) -> tuple[Tidied, list[str], list[int]]:
    """What would go: in numbers, then ids of documents and numbers of entries.

    ``before``: the instant that ``retention.days`` stands for. What is older goes; then, while the loose
    texts are larger than ``retention.megabytes``, the oldest of what is left.
    """
    loose = [(row["seen"], "document", row["id"], row["title"], row["size"])
             for row in connection.execute(_LOOSE_DOCUMENTS).fetchall()]  # fmt: skip
    loose += [(row["seen"], "entry", row["entry"], row["title"], row["size"])
              for row in connection.execute(_LOOSE_TEXTS).fetchall()]  # fmt: skip
    loose.sort(key=lambda one: (one[0], str(one[2])))
    size = sum(one[4] for one in loose)
    most = None if retention.megabytes is None else retention.megabytes * 1_000_000
    gone = []
    for one in loose:
        old = before is not None and one[0] < before
        if not old and (most is None or size <= most):
            break  # what follows is younger still
        gone.append(one)
        size -= one[4]
    documents = [one[2] for one in gone if one[1] == "document"]
    texts = [one[2] for one in gone if one[1] == "entry"]
    counted = Tidied(
        len(documents),
        len(texts),
        sum(one[4] for one in gone),
        gone[0][0][:10] if gone else None,
        gone[-1][0][:10] if gone else None,
        tuple(one[3] or "" for one in gone[:MOST_TITLES]),
    )
    return counted, documents, texts


def carry_out(connection: sqlite3.Connection, documents: list[str], texts: list[int]) -> None:
    """Take documents and left-out texts away; their entries stay, so that nothing of it comes again."""
    connection.execute(
        "UPDATE entry SET document = NULL, left_out = ? WHERE document IN (SELECT value FROM json_each(?))",
        (TIDIED, as_list(documents)),
    )
    words = _words_of(connection, documents)
    connection.execute(
        "DELETE FROM document WHERE id IN (SELECT value FROM json_each(?))", (as_list(documents),)
    )
    connection.execute(
        "DELETE FROM left_out_text WHERE entry IN (SELECT value FROM json_each(?))", (json.dumps(texts),)
    )
    forget_words(connection, words)


def _words_of(connection: sqlite3.Connection, documents: list[str]) -> set[str]:
    """The words of documents, as the index takes them."""
    found = connection.execute(
        "SELECT coalesce(title, '') || ' ' || text FROM document"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (as_list(documents),),
    )
    return {word for (text,) in found for word in Text(text).words}


def keep_age(connection: sqlite3.Connection, source: str) -> None:
    """Note how old the documents of a source are that is about to be removed with its entries."""
    connection.execute(
        "INSERT INTO removed_source_document (document, first_seen)"
        " SELECT document, max(first_seen) FROM entry WHERE source = ? AND document IS NOT NULL"
        " GROUP BY document"
        " ON CONFLICT (document) DO UPDATE SET first_seen = max(first_seen, excluded.first_seen)",
        (source,),
    )


def kept(connection: sqlite3.Connection) -> Retention:
    """What the ledger's setting says; without end where nothing was set."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_SETTING,)).fetchone()
    return Retention(**json.loads(row[0])) if row else Retention()


def keep(connection: sqlite3.Connection, retention: Retention) -> None:
    """Set how long and how much is kept from now on."""
    connection.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_SETTING, json.dumps(asdict(retention))),
    )


__all__ = ["TIDIED", "carry_out", "keep", "keep_age", "kept", "plan"]
