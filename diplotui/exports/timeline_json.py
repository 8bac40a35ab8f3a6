"""Events as ``timeline --json`` prints them."""

from collections.abc import Iterable
from typing import Any

from diplotui.exports.status_json import iso_day
from diplotui.model import TimelineRow


def timeline_json(rows: Iterable[TimelineRow]) -> list[dict[str, Any]]:
    """One object an event, in the order given; ``public`` is the day it first became public."""
    return [
        {
            "id": row.id,
            "title": row.title,
            "topic": row.topic,
            "kind": row.kind.value,
            "date": {
                "edtf": row.date.edtf,
                "earliest": iso_day(row.date.earliest),
                "latest": iso_day(row.date.latest),
            },
            "public": iso_day(row.public),
            "parties": list(row.parties),
            "statements": row.statements,
            "status": row.status.value,
            "documents": row.documents,
        }
        for row in rows
    ]
