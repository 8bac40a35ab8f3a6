"""An extraction as plain JSON values, in the shape that ``diplotui extract`` promises."""

from typing import Any

from diplotui.model import DateBounds, ExtractedStance, ExtractedStatement, Extraction


def extraction_json(extraction: Extraction, text: str) -> dict[str, Any]:
    """The extraction of ``text`` as dicts and lists; offsets are code points into the text as given.

    ``speaker`` is a name or null, ``chain`` a list of names with the origin first and without the publisher,
    whom a text alone does not name.
    """
    return {
        "statements": [_statement(statement) for statement in extraction.statements],
        "quotes": [
            {
                "start": quote.start,
                "end": quote.end,
                "speaker": quote.words_of.name if quote.words_of else None,
                "relays": quote.relays.name if quote.relays else None,
                "statement": quote.statement,
            }
            for quote in extraction.quotes
        ],
        "dates": [
            {
                "start": found.start,
                "end": found.end,
                "value": found.value,
                **_bounds(found.date),
                "rule": found.rule,
            }
            for found in extraction.dates
        ],
        "excluded": [
            {"start": passage.start, "end": passage.end, "reason": passage.reason}
            for passage in extraction.excluded
        ],
    }


def _statement(statement: ExtractedStatement) -> dict[str, Any]:
    return {
        "start": statement.start,
        "end": statement.end,
        "act": statement.act.value,
        "certainty": statement.certainty.value,
        "speaker": statement.source.name if statement.source else None,
        "office": statement.source.office if statement.source else None,
        "parties": list(statement.parties),
        "chain": [source.name for source in statement.chain],
        "basis": statement.basis.value,
        "heads": statement.heads,
        "topic": statement.topic,
        "said": _bounds(statement.said),
        "stances": [_stance(stance) for stance in statement.stances],
        "claim": statement.content,
        "happens": _bounds(statement.happens),
        "subjects": list(statement.subjects),
        "mode": statement.mode.value,
        "entails": statement.entails,
        "rule": statement.rule,
    }


def _stance(stance: ExtractedStance) -> dict[str, Any]:
    return {
        "statement": stance.statement,
        "stance": stance.stance.value,
        "scope": stance.scope,
        "coverage": stance.coverage.value,
        "score": dict(stance.score),
    }


def _bounds(date: DateBounds) -> dict[str, str | None]:
    return {
        "edtf": date.edtf,
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
    }
