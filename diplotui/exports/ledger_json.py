"""The whole ledger, or one topic of it, in the format ``diplotui-ledger/1``.

The format is the reader's in ``sources.ledger_file``; offsets are Unicode code points, end not included.
Keys that say something for every row stand there as null where it is not known; those that only some rows
have (scope, role, optional, and how a row came to be) are left out where there is nothing to say.
"""

from collections import defaultdict
from collections.abc import Container, Mapping
from typing import Any

from diplotui.exports.status_json import iso_day
from diplotui.model import (
    Actor,
    Claim,
    DateBounds,
    DateMention,
    Decision,
    Document,
    Event,
    Filing,
    Note,
    Passage,
    Quote,
    StanceRow,
    Statement,
    Topic,
)
from diplotui.sources.ledger_file import LEDGER_FORMAT


def ledger_json(filing: Filing) -> dict[str, Any]:
    """A filing as one JSON object, its rows in the order given.

    A date that dates something outside the filing, as it may when one topic is exported, loses that id: the
    file must hold together by itself.
    """
    inside = {row.id for rows in (filing.events, filing.claims, filing.statements) for row in rows}
    targets: defaultdict[str, list[StanceRow]] = defaultdict(list)
    for stance in filing.stances:
        targets[stance.statement].append(stance)
    return {
        "format": LEDGER_FORMAT,
        "documents": [_document(one) for one in filing.documents],
        "topics": [_topic(one) for one in filing.topics],
        "actors": [_actor(one) for one in filing.actors],
        "events": [_event(one) for one in filing.events],
        "claims": [_claim(one) for one in filing.claims],
        "statements": [_statement(one, targets[one.id]) for one in filing.statements],
        "quotes": [_quote(one) for one in filing.quotes],
        "dates": [_date_mention(one, inside) for one in filing.dates],
        "excluded": [passage for one in filing.documents for passage in _excluded(one)],
        "notes": [_note(one) for one in filing.notes],
    }


def _known(**values: Any) -> dict[str, Any]:
    """Only those keys that say something."""
    return {key: value for key, value in values.items() if value}


def _provenance(rule: str | None, decision: Decision) -> dict[str, Any]:
    return {"rule": rule, "decision": decision.value}


def _bounds(bounds: DateBounds) -> dict[str, Any]:
    return {
        "edtf": bounds.edtf,
        "earliest": iso_day(bounds.earliest),
        "latest": iso_day(bounds.latest),
    }


def _span(row: Statement | Quote | DateMention | Passage) -> dict[str, Any]:
    return {"document": row.document, "start": row.start, "end": row.end, "exact": row.exact}


def _document(document: Document) -> dict[str, Any]:
    body = document.body
    return {
        "id": document.id,
        "publisher": document.publisher,
        "title": document.title,
        "kind": document.kind,
        "published": iso_day(document.published),
        "language": document.language,
        "url": document.url,
        "sha256": document.sha256,
        "characters": len(document.text),
        "removed_characters": document.removed_characters,
        "body": {"start": body[0], "end": body[1]} if body is not None else None,
        "replaces": document.replaces,
        **_provenance(document.rule, document.decision),
        "text": document.text,
    }


def _excluded(document: Document) -> list[dict[str, Any]]:
    return [
        {
            "document": document.id,
            "reason": passage.reason,
            "start": passage.start,
            "end": passage.end,
            "exact": document.text[passage.start : passage.end],
        }
        for passage in document.skip
    ]


def _topic(topic: Topic) -> dict[str, Any]:
    return {"id": topic.id, "name": topic.name, "words": list(topic.words), "ordinal": topic.ordinal}


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "kind": actor.kind.value,
        "name": actor.name,
        "of": actor.of,
        "iso": actor.iso,
        "office": actor.office,
        "aliases": list(actor.aliases),
        "heads": actor.heads,
        "vouched_by": actor.vouched_by,
        "wikidata": actor.wikidata,
        "reliability": actor.reliability,
        "same_as": actor.same_as,
        **_provenance(actor.rule, actor.decision),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "topic": event.topic,
        "title": event.title,
        "kind": event.kind.value,
        "date": _bounds(event.date),
        "parties": list(event.parties),
        "passages": [{**_span(passage), **_known(role=passage.role)} for passage in event.passages],
        "same_as": event.same_as,
        **_provenance(event.rule, event.decision),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "event": claim.event,
        "text": claim.text,
        "kind": claim.kind,
        "subjects": list(claim.subjects),
        "entails": claim.entails,
        "same_as": claim.same_as,
        **_provenance(claim.rule, claim.decision),
    }


def _statement(statement: Statement, targets: list[StanceRow]) -> dict[str, Any]:
    return {
        "id": statement.id,
        **_span(statement),
        "speaker": statement.speaker,
        "office": statement.office,
        "party": statement.party,
        "chain": list(statement.chain),
        "basis": statement.basis.value,
        "heads": statement.heads,
        "mode": statement.mode.value,
        "act": statement.act.value if statement.act else None,
        "certainty": statement.certainty.value,
        "said": _bounds(statement.said),
        "event": statement.event,
        "credibility": statement.credibility,
        "targets": [_target(one, statement.decision) for one in targets],
        **_provenance(statement.rule, statement.decision),
    }


def _target(stance: StanceRow, statement_decision: Decision) -> dict[str, Any]:
    decided: Mapping[str, str] = {}
    if stance.decision is not statement_decision:
        decided = {"decision": stance.decision.value}
    return {
        "claim": stance.claim,
        "stance": stance.stance.value,
        "coverage": stance.coverage.value,
        **_known(scope=stance.scope, score=dict(stance.score), rule=stance.rule),
        **decided,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "statement": quote.statement,
        **_span(quote),
        "words_of": quote.words_of,
        "relays": quote.relays,
        **_known(rule=quote.rule),
    }


def _date_mention(mention: DateMention, inside: Container[str]) -> dict[str, Any]:
    return {
        "id": mention.id,
        **_span(mention),
        **_bounds(mention.date),
        "dates": [dated for dated in mention.dates if dated in inside],
        **_known(value=mention.value, optional=mention.optional, rule=mention.rule),
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "at": note.at,
        "kind": note.kind.value,
        "about": note.about,
        "text": note.text,
        "done": note.done,
        "tags": list(note.tags),
    }
