"""One document with everything the screen for reading shows of it."""

import sqlite3

from diplotui.model import DocumentView
from diplotui.store import read
from diplotui.store.decisions import event_of_statement
from diplotui.store.detail import statement_views
from diplotui.store.journal import cursor_text, newest


def document_view(connection: sqlite3.Connection, document_id: str) -> DocumentView:
    """A document, its statements but those thrown out, its neighbours among the versions. Raises NotFound."""
    row = read.document(connection, document_id)
    found = connection.execute(
        "SELECT id FROM statement WHERE document = ? AND decision <> 'thrown-out'", (document_id,)
    ).fetchall()
    views = sorted(
        statement_views(connection, [one for (one,) in found]),
        key=lambda view: (view.statement.start, view.statement.end, view.statement.id),
    )
    replaced = row.document.replaces
    later = connection.execute(
        "SELECT id FROM document WHERE replaces = ? AND decision <> 'thrown-out' ORDER BY rowid DESC LIMIT 1",
        (document_id,),
    ).fetchone()
    return DocumentView(
        document=row.document,
        publisher=row.publisher,
        statements=tuple(views),
        events=tuple(event_of_statement(connection, view.statement.id) for view in views),
        former=read.document(connection, replaced).document if replaced is not None else None,
        later=None if later is None else later[0],
        cursor=cursor_text(newest(connection)),
    )
