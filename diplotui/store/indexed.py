"""What the full-text index holds of an event."""

import sqlite3

from diplotui.store import rows
from diplotui.store.gather import as_list
from diplotui.store.summary import Summary


def topic_token(topic: str) -> str:
    """A topic's id as one word of the index, so that a filter by topic is part of the match."""
    return "zt" + "".join(letter if letter.isalnum() else f"{ord(letter):x}" for letter in topic.lower())


def index_event(connection: sqlite3.Connection, summary: Summary, key: int) -> None:
    """Put one event into the index under its timeline key; an older entry of that key is gone already."""
    statements = as_list(voice.statement for voice in summary.voices)
    spoken = connection.execute(
        "SELECT s.exact, s.document, s.start, s.end, s.office, a.name FROM statement AS s"
        " LEFT JOIN actor AS a ON a.id = s.speaker"
        " WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.document, s.start",
        (statements,),
    ).fetchall()
    cited = connection.execute(
        "SELECT exact, document, start, end FROM event_passage"
        " WHERE event IN (SELECT value FROM json_each(?)) ORDER BY ordinal",
        (as_list(summary.members),),
    ).fetchall()
    notes = connection.execute(
        "SELECT text, tags FROM note WHERE about IN (SELECT value FROM json_each(?)) ORDER BY at",
        (as_list(summary.references()),),
    ).fetchall()
    relays = connection.execute(
        "SELECT name FROM actor WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name",
        (as_list(actor for fact in summary.facts for actor in fact.chain),),
    ).fetchall()
    loose = [row for row in spoken if not _covered(row, cited)]
    body = [claim.text for claim in summary.claims]
    body += list(dict.fromkeys(row["exact"] for row in (*cited, *loose)))
    body += [row["text"] for row in notes]
    people = [row["name"] for row in spoken] + [row["office"] for row in spoken]
    people += [row["name"] for row in relays] + list(summary.parties)
    tags = [topic_token(summary.event.topic), summary.event.topic, summary.event.kind.value]
    tags += [tag for row in notes for tag in rows.words_of(row["tags"])]
    connection.execute(
        "INSERT INTO search (rowid, title, body, people, tags) VALUES (?, ?, ?, ?, ?)",
        (
            key,
            summary.event.title,
            "\n".join(body),
            "\n".join(dict.fromkeys(name for name in people if name)),
            " ".join(dict.fromkeys(tags)),
        ),
    )


def _covered(statement: rows.Row, cited: list[rows.Row]) -> bool:
    """Whether a statement's passage lies inside one of the event's own passages."""
    return any(
        row["document"] == statement["document"]
        and row["start"] <= statement["start"]
        and statement["end"] <= row["end"]
        for row in cited
    )
