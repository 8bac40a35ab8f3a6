"""Notes with what they are about, as a list shows them."""

import sqlite3

from diplotui.model import NoteRow
from diplotui.store import rows

_ROWS = """
SELECT n.*, coalesce(e.title, c.text, s.exact, t.name, d.title, d.id, a.name) AS subject,
    coalesce(e.id, c.event, s.event, (
        SELECT x.event FROM stance AS y JOIN claim AS x ON x.id = y.claim
        WHERE y.statement = s.id AND y.decision <> 'thrown-out' ORDER BY y.rowid LIMIT 1
    )) AS at_event, s.id AS at_statement
FROM note AS n
LEFT JOIN event AS e ON n.about LIKE 'event/%' AND e.id = substr(n.about, 7)
LEFT JOIN claim AS c ON n.about LIKE 'claim/%' AND c.id = substr(n.about, 7)
LEFT JOIN statement AS s ON n.about LIKE 'statement/%' AND s.id = substr(n.about, 11)
LEFT JOIN topic AS t ON n.about LIKE 'topic/%' AND t.id = substr(n.about, 7)
LEFT JOIN document AS d ON n.about LIKE 'document/%' AND d.id = substr(n.about, 10)
LEFT JOIN actor AS a ON n.about LIKE 'actor/%' AND a.id = substr(n.about, 7)
ORDER BY n.at DESC, n.rowid DESC
"""


def note_rows(connection: sqlite3.Connection) -> tuple[NoteRow, ...]:
    """All notes, newest first, each with the words of its subject and the event to go to."""
    found = connection.execute(_ROWS).fetchall()
    return tuple(
        NoteRow(rows.note_of(row), row["subject"], row["at_event"], row["at_statement"]) for row in found
    )
