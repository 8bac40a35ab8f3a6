"""Records to rows and back: which column holds which field, table by table.

A row is a mapping from column to value as SQLite keeps it: days as ISO text, lists as JSON, truth as 0
or 1. Column names are those of ``db/schema.sql``.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from diplotui.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Certainty,
    Claim,
    Coverage,
    DateBounds,
    DateMention,
    Decision,
    Document,
    Event,
    EventKind,
    ExcludedPassage,
    Mode,
    Note,
    NoteKind,
    Passage,
    Quote,
    Stance,
    StanceRow,
    Statement,
    Topic,
)


class Row(Protocol):
    """A row by column name: ``sqlite3.Row``, or a mapping."""

    def __getitem__(self, name: str, /) -> Any: ...


def to_json(items: Sequence[object]) -> str:
    """A list as the store keeps it: compact JSON, characters as they are."""
    return json.dumps(list(items), ensure_ascii=False, separators=(",", ":")) if items else "[]"


def words_of(text: str) -> tuple[str, ...]:
    """The strings of a JSON list; what a hand put there that is no string is written out."""
    return tuple(item if isinstance(item, str) else json.dumps(item) for item in json.loads(text))


def _lists(text: str, length: int) -> list[list[Any]]:
    """The lists of this length in a JSON list; what a hand put there that is none is passed over."""
    return [part for part in json.loads(text) if isinstance(part, list) and len(part) == length]


def day_of(text: str | None) -> date | None:
    """A day column; None where it is empty."""
    return None if text is None else date.fromisoformat(text)


def day_text(day: date | None) -> str | None:
    """A day as its column keeps it."""
    return None if day is None else day.isoformat()


def _bounds(edtf: str | None, earliest: str | None, latest: str | None) -> DateBounds:
    return DateBounds(edtf, day_of(earliest), day_of(latest))


def _bounds_row(name: str, bounds: DateBounds) -> dict[str, object]:
    return {name: bounds.edtf, "earliest": day_text(bounds.earliest), "latest": day_text(bounds.latest)}


def _plain(record: object, *names: str) -> dict[str, object]:
    """The fields whose column has their name and their value."""
    return {name: getattr(record, name) for name in names}


def topic_row(topic: Topic) -> dict[str, object]:
    """A topic as its table keeps it."""
    return _plain(topic, "id", "name", "ordinal") | {"words": to_json(topic.words)}


def topic_of(row: Row) -> Topic:
    """A topic from its row."""
    return Topic(row["id"], row["name"], words_of(row["words"]), row["ordinal"])


_ACTOR = (
    "id",
    "name",
    "of",
    "iso",
    "office",
    "heads",
    "vouched_by",
    "wikidata",
    "reliability",
    "same_as",
    "rule",
)


def actor_row(actor: Actor) -> dict[str, object]:
    """An actor as its table keeps it."""
    return _plain(actor, *_ACTOR) | {
        "kind": actor.kind.value,
        "aliases": to_json(actor.aliases),
        "decision": actor.decision.value,
    }


def actor_of(row: Row) -> Actor:
    """An actor from its row."""
    return Actor(
        kind=ActorKind(row["kind"]),
        aliases=words_of(row["aliases"]),
        decision=Decision(row["decision"]),
        **{name: row[name] for name in _ACTOR},
    )


_DOCUMENT = (
    "id", "text", "sha256", "publisher", "kind", "title", "url", "language", "replaces",
    "removed_characters", "rule",
)  # fmt: skip


def document_row(document: Document) -> dict[str, object]:
    """A document as its table keeps it; ``skip`` is a list of [start, end, reason]."""
    start, end = document.body or (None, None)
    return _plain(document, *_DOCUMENT) | {
        "published": day_text(document.published),
        "skip": to_json([[part.start, part.end, part.reason] for part in document.skip]),
        "body_start": start,
        "body_end": end,
        "decision": document.decision.value,
    }


def document_of(row: Row) -> Document:
    """A document from its row."""
    return Document(
        published=day_of(row["published"]),
        skip=tuple(ExcludedPassage(*part) for part in _lists(row["skip"], 3)),
        body=None if row["body_start"] is None else (row["body_start"], row["body_end"]),
        decision=Decision(row["decision"]),
        **{name: row[name] for name in _DOCUMENT},
    )


_EVENT = ("id", "topic", "title", "same_as", "rule")


def event_row(event: Event) -> dict[str, object]:
    """An event as its table keeps it; its passages have a table of their own."""
    return (
        _plain(event, *_EVENT)
        | _bounds_row("date", event.date)
        | {
            "kind": event.kind.value,
            "parties": to_json(event.parties),
            "decision": event.decision.value,
        }
    )


def event_of(row: Row, passages: Sequence[Passage] = ()) -> Event:
    """An event from its row and its passages."""
    return Event(
        kind=EventKind(row["kind"]),
        date=_bounds(row["date"], row["earliest"], row["latest"]),
        parties=words_of(row["parties"]),
        passages=tuple(passages),
        decision=Decision(row["decision"]),
        **{name: row[name] for name in _EVENT},
    )


def passage_of(row: Row) -> Passage:
    """A passage from an event's row that cites a document."""
    return Passage(row["document"], row["start"], row["end"], row["exact"], row["role"])


_CLAIM = ("id", "event", "text", "kind", "entails", "same_as", "rule")


def claim_row(claim: Claim) -> dict[str, object]:
    """A claim as its table keeps it."""
    return _plain(claim, *_CLAIM) | {
        "subjects": to_json(claim.subjects),
        "decision": claim.decision.value,
    }


def claim_of(row: Row) -> Claim:
    """A claim from its row."""
    return Claim(
        subjects=words_of(row["subjects"]),
        decision=Decision(row["decision"]),
        **{name: row[name] for name in _CLAIM},
    )


_STATEMENT = (
    "id", "document", "start", "end", "exact", "speaker", "party", "office", "heads", "event",
    "credibility", "rule",
)  # fmt: skip


def statement_row(statement: Statement) -> dict[str, object]:
    """A statement as its table keeps it."""
    return (
        _plain(statement, *_STATEMENT)
        | _bounds_row("said", statement.said)
        | {
            "chain": to_json(statement.chain),
            "basis": statement.basis.value,
            "mode": statement.mode.value,
            "act": None if statement.act is None else statement.act.value,
            "certainty": statement.certainty.value,
            "decision": statement.decision.value,
        }
    )


def statement_of(row: Row) -> Statement:
    """A statement from its row."""
    return Statement(
        chain=words_of(row["chain"]),
        basis=Basis(row["basis"]),
        said=_bounds(row["said"], row["earliest"], row["latest"]),
        mode=Mode(row["mode"]),
        act=None if row["act"] is None else Act(row["act"]),
        certainty=Certainty(row["certainty"]),
        decision=Decision(row["decision"]),
        **{name: row[name] for name in _STATEMENT},
    )


def stance_row(stance: StanceRow) -> dict[str, object]:
    """A stance as its table keeps it; ``score`` is a list of [name, points]."""
    return _plain(stance, "statement", "claim", "scope", "rule") | {
        "stance": stance.stance.value,
        "coverage": stance.coverage.value,
        "score": to_json([list(part) for part in stance.score]),
        "decision": stance.decision.value,
    }


def score_of(text: str) -> tuple[tuple[str, float], ...]:
    """The parts of a linking score from their JSON."""
    return tuple((str(name), float(points)) for name, points in _lists(text, 2))


def stance_of(row: Row) -> StanceRow:
    """A stance from its row."""
    return StanceRow(
        row["statement"],
        row["claim"],
        Stance(row["stance"]),
        Coverage(row["coverage"]),
        row["scope"],
        score_of(row["score"]),
        row["rule"],
        Decision(row["decision"]),
    )


_QUOTE = ("id", "document", "start", "end", "exact", "statement", "words_of", "relays", "rule")


def quote_row(quote: Quote) -> dict[str, object]:
    """A quotation as its table keeps it."""
    return _plain(quote, *_QUOTE)


def quote_of(row: Row) -> Quote:
    """A quotation from its row."""
    return Quote(**{name: row[name] for name in _QUOTE})


_DATE = ("id", "document", "start", "end", "exact", "value", "rule")


def date_row(mention: DateMention) -> dict[str, object]:
    """A time expression as its table keeps it."""
    return (
        _plain(mention, *_DATE)
        | _bounds_row("date", mention.date)
        | {
            "optional": int(mention.optional),
            "dates": to_json(mention.dates),
        }
    )


def date_of(row: Row) -> DateMention:
    """A time expression from its row."""
    return DateMention(
        date=_bounds(row["date"], row["earliest"], row["latest"]),
        optional=bool(row["optional"]),
        dates=words_of(row["dates"]),
        **{name: row[name] for name in _DATE},
    )


def note_row(note: Note) -> dict[str, object]:
    """A note as its table keeps it."""
    return _plain(note, "id", "at", "about", "text") | {
        "kind": note.kind.value,
        "done": int(note.done),
        "tags": to_json(note.tags),
    }


def note_of(row: Row) -> Note:
    """A note from its row."""
    return Note(
        row["id"],
        row["at"],
        NoteKind(row["kind"]),
        row["about"],
        row["text"],
        bool(row["done"]),
        words_of(row["tags"]),
    )
