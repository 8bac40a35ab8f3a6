"""A small ledger of an invented dispute, for what goes out: a reversal, an open claim, a plan."""

import json
from typing import Any

REPORTED = "Two trawlers were turned back at Skagen, the Coastal Courier wrote."
DENIED = "Norway's fisheries minister, Kari Dahl, said no Norwegian vessel had turned anyone back."
REPORT = f"{REPORTED} {DENIED} Sweden has not commented. Talks are to open in Bergen on 20 June."
LATER = "Dahl now says that one patrol boat did turn a trawler back. A second net was cut, she said."


def _span(document: str, text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"document": document, "start": start, "end": start + len(words), "exact": words}


def _day(day: str) -> dict[str, str]:
    return {"edtf": day, "earliest": day, "latest": day}


def _statement(key: str, span: dict[str, Any], said: str, targets: list[tuple[str, str]], **more: Any) -> Any:
    return {
        "id": key,
        **span,
        "speaker": "dahl",
        "office": "fisheries minister",
        "party": "NO",
        "chain": ["dahl"],
        "basis": "on-record",
        "mode": "paraphrase",
        "said": _day(said),
        "event": "e1",
        "targets": [{"claim": claim, "stance": stance} for claim, stance in targets],
        **more,
    }


def brief_ledger() -> str:
    """The ledger as a file of the ledger's own format."""
    return json.dumps(
        {
            "format": "diplotui-ledger/1",
            "documents": [
                {
                    "id": "d1",
                    "publisher": "courier",
                    "title": "Boats | turned *back*",
                    "published": "2031-06-02",
                    "url": "https://courier.example/boats",
                    "text": REPORT,
                },
                {
                    "id": "d2",
                    "publisher": "courier",
                    "title": "A turn",
                    "published": "2031-06-05",
                    "text": LATER,
                },
            ],
            "topics": [{"id": "fish", "name": "Fish & nets", "words": ["trawler"], "ordinal": 1}],
            "actors": [
                {"id": "courier", "kind": "outlet", "name": "Coastal Courier"},
                {"id": "dahl", "kind": "person", "name": "Kari Dahl", "of": None},
            ],
            "events": [
                {
                    "id": "e1",
                    "topic": "fish",
                    "title": "Trawlers said to be turned back at Skagen",
                    "kind": "alleged",
                    "date": _day("2031-06-01"),
                    "parties": ["NO", "SE"],
                    "passages": [],
                },
                {
                    "id": "e2",
                    "topic": "fish",
                    "title": "Talks in Bergen",
                    "kind": "planned",
                    "date": _day("2031-06-20"),
                    "parties": ["NO", "SE"],
                    "passages": [_span("d1", REPORT, "Talks are to open in Bergen on 20 June.")],
                },
            ],
            "claims": [
                {"id": "c1", "event": "e1", "text": "Norway turned two trawlers back.", "subjects": ["NO"]},
                {"id": "c2", "event": "e1", "text": "=A second net was cut.", "subjects": ["NO", "SE"]},
            ],
            "statements": [
                _statement(
                    "s1",
                    _span("d1", REPORT, REPORTED),
                    "2031-06-02",
                    [("c1", "asserts")],
                    speaker="courier",
                    office=None,
                    party=None,
                    chain=["courier"],
                    basis="unattributed",
                ),
                _statement(
                    "s2",
                    _span("d1", REPORT, DENIED),
                    "2031-06-02",
                    [("c1", "denies")],
                ),
                _statement(
                    "s3",
                    _span("d2", LATER, "Dahl now says that one patrol boat did turn a trawler back."),
                    "2031-06-05",
                    [("c1", "partly-confirms")],
                ),
                _statement(
                    "s4",
                    _span("d2", LATER, "A second net was cut, she said."),
                    "2031-06-05",
                    [("c2", "asserts")],
                ),
            ],
            "quotes": [],
            "dates": [],
            "excluded": [],
            "notes": [],
        }
    )  # fmt: skip
