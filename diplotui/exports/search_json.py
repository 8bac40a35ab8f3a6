"""What a search found, as JSON: the events as the timeline writes them, each with its excerpt and parts."""

from collections.abc import Sequence
from typing import Any

from diplotui.exports.timeline_json import timeline_json
from diplotui.model import SearchHit


def search_json(hits: Sequence[SearchHit]) -> list[dict[str, Any]]:
    """A list of events; spans are code points of the excerpt beside them."""
    return [
        event
        | {
            "excerpt": hit.excerpt,
            "highlights": [list(span) for span in hit.highlights],
            "parts": [
                {
                    "kind": part.kind,
                    "id": part.id,
                    "who": part.who,
                    "excerpt": part.excerpt,
                    "highlights": [list(span) for span in part.highlights],
                }
                for part in hit.parts
            ],
        }
        for event, hit in zip(timeline_json([hit.row for hit in hits]), hits, strict=True)
    ]
