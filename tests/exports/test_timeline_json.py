"""``timeline --json``: exactly these keys, in the order given."""

import json
from datetime import date

from diplotui.exports.timeline_json import timeline_json
from diplotui.model import ClaimStatus, DateBounds, EventKind, TimelineRow

ROW = TimelineRow(
    key=7,
    id="e1",
    title="Boat said to have crossed",
    topic="borders",
    kind=EventKind.ALLEGED,
    date=DateBounds("../2031-06-01", None, date(2031, 6, 1)),
    public=date(2031, 6, 2),
    parties=("NO", "SE"),
    statements=4,
    documents=2,
    status=ClaimStatus.DISPUTED,
    responded=True,
    notes=3,
)


def test_an_event() -> None:
    assert timeline_json([ROW]) == [
        {
            "id": "e1",
            "title": "Boat said to have crossed",
            "topic": "borders",
            "kind": "alleged",
            "date": {"edtf": "../2031-06-01", "earliest": None, "latest": "2031-06-01"},
            "public": "2031-06-02",
            "parties": ["NO", "SE"],
            "statements": 4,
            "status": "disputed",
            "documents": 2,
        }
    ]


def test_it_is_json_as_it_stands() -> None:
    assert json.loads(json.dumps(timeline_json([ROW]))) == timeline_json([ROW])
    assert timeline_json([]) == []
