"""The rows of a ledger file, from JSON objects to records: one function a section.

Types, closed lists and what must be there are checked here; ids, references and spans in ``ledger_file``.
Imported rows count as accepted, whatever a rule or a person made of them elsewhere; what was thrown out
stays thrown out.
"""

import hashlib
from collections.abc import Iterable

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
from diplotui.sources.json_record import JsonRecord

LONGEST_TEXT = 1_000_000
"""Characters of a document's text: the store's check of passages grows with it."""


def decision(record: JsonRecord, unsaid: Decision = Decision.ACCEPTED) -> Decision:
    """Accepted, unless it was thrown out; ``unsaid``: what holds where the row does not say."""
    written = record.word("decision", Decision, unsaid)
    return Decision.THROWN_OUT if written is Decision.THROWN_OUT else Decision.ACCEPTED


def bounds(record: JsonRecord) -> DateBounds:
    """EDTF with its first and last day, each or all null."""
    earliest, latest = record.day("earliest", required=True), record.day("latest", required=True)
    if earliest is not None and latest is not None and earliest > latest:
        raise record.wrong(f'"earliest" ({earliest}) is after "latest" ({latest})')
    return DateBounds(record.optional_text("edtf"), earliest, latest)


def span(record: JsonRecord) -> tuple[int, int, str]:
    """Start, end and the words between them."""
    return record.count("start"), record.count("end"), record.exactly("exact")


def document_of(record: JsonRecord, only: str | None) -> str:
    """The document a row belongs to; ``only`` where the file has just one."""
    return record.identifier("document") if only is None else record.optional_identifier("document") or only


def topic(record: JsonRecord, place: int) -> Topic:
    """A topic; ``place`` is its number in the file, where it has no ordinal of its own."""
    ordinal = record.optional_count("ordinal")
    return Topic(
        record.identifier(),
        record.text("name"),
        record.texts("words"),
        place if ordinal is None else ordinal,
    )


def actor(record: JsonRecord) -> Actor:
    """Somebody who speaks or is spoken of."""
    return Actor(
        id=record.identifier(),
        kind=record.word("kind", ActorKind),
        name=record.text("name"),
        of=record.optional_identifier("of"),
        iso=record.optional_text("iso"),
        office=record.optional_text("office"),
        aliases=record.texts("aliases"),
        heads=record.optional_count("heads"),
        vouched_by=record.optional_identifier("vouched_by"),
        wikidata=record.optional_text("wikidata"),
        reliability=record.optional_text("reliability"),
        same_as=record.optional_identifier("same_as"),
        rule=record.optional_text("rule"),
        decision=decision(record),
    )


def document(record: JsonRecord, skip: Iterable[ExcludedPassage]) -> Document:
    """A text as it came in, with the passages of it that yield no statement."""
    text = record.addressable_text("text")
    if len(text) > LONGEST_TEXT:
        raise record.wrong(f"the text has {len(text):,} characters; at most {LONGEST_TEXT:,} are stored")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    stated = record.optional_text("sha256")
    if stated is not None and stated.lower() != digest:
        raise record.wrong('"sha256" does not belong to this text: one of the two was changed')
    length = record.optional_count("characters")
    if length is not None and length != len(text):
        raise record.wrong(f'"characters" is {length}, but the text has {len(text)}')
    return Document(
        id=record.identifier(),
        text=text,
        sha256=digest,
        publisher=record.optional_identifier("publisher"),
        kind=record.optional_text("kind") or "article",
        title=record.optional_text("title"),
        url=record.optional_text("url"),
        published=record.day("published"),
        language=record.optional_text("language"),
        skip=tuple(skip),
        body=_body(record, len(text)),
        replaces=record.optional_identifier("replaces"),
        removed_characters=record.optional_count("removed_characters") or 0,
        rule=record.optional_text("rule"),
        decision=decision(record),
    )


def _body(record: JsonRecord, length: int) -> tuple[int, int] | None:
    if not record.has("body"):
        record.unread.discard("body")
        return None
    body = record.record("body")
    start, end = body.count("start"), body.count("end")
    if not start <= end <= length:
        raise body.wrong(f"{start}-{end} does not lie in the text, which has {length} characters")
    return start, end


def excluded(record: JsonRecord) -> ExcludedPassage:
    """A passage that yields no statement."""
    return ExcludedPassage(record.count("start"), record.count("end"), record.text("reason"))


def event(record: JsonRecord, passages: Iterable[Passage]) -> Event:
    """A development, with the passages that support it."""
    return Event(
        id=record.identifier(),
        topic=record.identifier("topic"),
        title=record.text("title"),
        kind=record.word("kind", EventKind),
        date=bounds(record.record("date")),
        parties=record.texts("parties"),
        passages=tuple(passages),
        same_as=record.optional_identifier("same_as"),
        rule=record.optional_text("rule"),
        decision=decision(record),
    )


def passage(record: JsonRecord, only: str | None) -> Passage:
    """A passage of an event."""
    start, end, exact = span(record)
    return Passage(document_of(record, only), start, end, exact, record.optional_text("role"))


def claim(record: JsonRecord) -> Claim:
    """A sentence that can be affirmed or denied."""
    return Claim(
        id=record.identifier(),
        event=record.identifier("event"),
        text=record.text("text"),
        kind=record.optional_text("kind") or "fact",
        subjects=record.texts("subjects"),
        entails=record.optional_identifier("entails"),
        same_as=record.optional_identifier("same_as"),
        rule=record.optional_text("rule"),
        decision=decision(record),
    )


def statement(record: JsonRecord, only: str | None) -> Statement:
    """Somebody saying something in one passage."""
    start, end, exact = span(record)
    return Statement(
        id=record.identifier(),
        document=document_of(record, only),
        start=start,
        end=end,
        exact=exact,
        speaker=record.optional_identifier("speaker", required=True),
        party=record.optional_identifier("party", required=True),
        chain=record.texts("chain", required=True),
        basis=record.word("basis", Basis),
        said=bounds(record.record("said")),
        office=record.optional_text("office"),
        heads=record.optional_count("heads"),
        mode=record.word("mode", Mode, Mode.PARAPHRASE),
        act=record.optional_word("act", Act),
        certainty=record.word("certainty", Certainty, Certainty.CERTAIN),
        event=record.optional_identifier("event"),
        credibility=record.optional_count("credibility"),
        rule=record.optional_text("rule"),
        decision=decision(record),
    )


def stance(record: JsonRecord, made_in: JsonRecord) -> StanceRow:
    """What a statement (``made_in``) does to one claim; it is decided as the statement is, unless it says.

    Raises InputError for what is implied, too: that is worked out anew and never stored.
    """
    coverage = record.word("coverage", Coverage, Coverage.EXPLICIT)
    if coverage is Coverage.IMPLIED:
        raise record.wrong(
            '"coverage" is "implied", which is worked out and never stored; leave the target out'
        )
    return StanceRow(
        statement=made_in.identifier(),
        claim=record.identifier("claim"),
        stance=record.word("stance", Stance),
        coverage=coverage,
        scope=record.optional_text("scope"),
        score=_score(record),
        rule=record.optional_text("rule"),
        decision=decision(record, decision(made_in)),
    )


def _score(record: JsonRecord) -> tuple[tuple[str, float], ...]:
    if not record.has("score"):
        record.unread.discard("score")
        return ()
    points = record.record("score")
    points.unread.clear()
    parts = []
    for name, value in points.values.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise points.wrong(f'"{name}" must be a number')
        parts.append((name, float(value)))
    return tuple(parts)


def quote(record: JsonRecord, only: str | None) -> Quote:
    """The words between quotation marks."""
    start, end, exact = span(record)
    return Quote(
        id=record.identifier(),
        document=document_of(record, only),
        start=start,
        end=end,
        exact=exact,
        statement=record.optional_identifier("statement"),
        words_of=record.optional_identifier("words_of"),
        relays=record.optional_identifier("relays"),
        rule=record.optional_text("rule"),
    )


def date_mention(record: JsonRecord, only: str | None) -> DateMention:
    """A time expression with what it dates."""
    start, end, exact = span(record)
    return DateMention(
        id=record.identifier(),
        document=document_of(record, only),
        start=start,
        end=end,
        exact=exact,
        date=bounds(record),
        value=record.optional_text("value"),
        optional=record.flag("optional"),
        dates=record.texts("dates"),
        rule=record.optional_text("rule"),
    )


def note(record: JsonRecord) -> Note:
    """Something a person wrote."""
    return Note(
        id=record.identifier(),
        at=record.text("at"),
        kind=record.word("kind", NoteKind, NoteKind.NOTE),
        about=record.optional_identifier("about"),
        text=record.text("text"),
        done=record.flag("done"),
        tags=record.texts("tags"),
    )
