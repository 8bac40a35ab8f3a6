"""From what extraction read out of one document to the rows of the ledger.

The same document filed twice against the same ledger gives the same rows: ids are made from content.
Every row is proposed, with the rule that made it; a person decides.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from diplotui.ids import record_id
from diplotui.ledger.event_heading import (
    date_of,
    leading,
    own_stance,
    parties_of,
    passages_of,
    title_of,
)
from diplotui.ledger.event_kinds import kind_of
from diplotui.ledger.events import main_topic
from diplotui.ledger.filing_actors import ActorBook, relays_after
from diplotui.ledger.filing_claims import Reading, read_claims
from diplotui.ledger.filing_mentions import dates_of, quotes_of
from diplotui.ledger.matching import Candidate
from diplotui.ledger.terms import NO_FORMS, PartyForms
from diplotui.model import (
    Actor,
    ActorKind,
    Document,
    Event,
    ExtractedStatement,
    Extraction,
    Filing,
    Source,
    StanceRow,
    Statement,
)


def document_id(sha256: str, publisher: str | None, published: object | None) -> str:
    """The id of a text of one publisher and day: the same text elsewhere is another document."""
    return record_id("d", sha256, publisher or "", published or "")


def file_extraction(
    document: Document,
    extraction: Extraction,
    *,
    publisher: Actor | None = None,
    actors: Sequence[Actor] = (),
    candidates: Sequence[Candidate] = (),
    forms: PartyForms = NO_FORMS,
) -> Filing:
    """Turn an extraction into rows: one statement for each party, claims, stances, events and actors.

    ``actors`` and ``candidates`` are what the ledger knows; only what it does not know is made. A denial
    that points at a claim which is nowhere has an event and no stance.
    """
    document = replace(document, skip=extraction.excluded, language=extraction.language or document.language)
    book = ActorBook(actors, document.id, publisher, forms)
    found = extraction.statements
    reading = read_claims(document, found, candidates, forms)
    rows = [_statements(document, each, reading.events[i], book) for i, each in enumerate(found)]
    first_row = [each[0].id for each in rows]
    quotes = quotes_of(document, extraction, first_row, book)
    return Filing(
        documents=(document,),
        actors=book.made,
        events=_events(document, found, reading, forms),
        claims=reading.claims,
        hanging=reading.hanging,
        statements=tuple({row.id: row for each in reversed(rows) for row in reversed(each)}.values())[::-1],
        stances=_stances(rows, reading),
        quotes=quotes,
        dates=dates_of(document, extraction, first_row),
    )


def _statements(
    document: Document, found: ExtractedStatement, event: str, book: ActorBook
) -> list[Statement]:
    """One row for each party for whom the passage speaks; one without a party where it speaks for nobody."""
    return [_statement(document, found, event, party, book) for party in found.parties or (None,)]


def _statement(
    document: Document, found: ExtractedStatement, event: str, party: str | None, book: ActorBook
) -> Statement:
    source = found.source
    links = _links(found, party)
    chain = book.chain(links)
    if source is not None:
        speaker: str | None = book.actor(source, relays_after(source, links))
    else:
        speaker = book.publisher.id if book.publisher else None
    if not links and party is not None:
        chain = (book.party(party), *chain)
    return Statement(
        id=record_id("s", document.id, found.start, found.end, speaker or "", party or ""),
        document=document.id,
        start=found.start,
        end=found.end,
        exact=document.text[found.start : found.end],
        speaker=speaker,
        party=party,
        chain=chain,
        basis=found.basis,
        said=found.said,
        office=source.office if source else None,
        heads=found.heads,
        mode=found.mode,
        act=found.act,
        certainty=found.certainty,
        event=event,
        rule=found.rule,
    )


def _links(found: ExtractedStatement, party: str | None) -> tuple[Source, ...]:
    """The attribution of one party's row: of "both A and B" each has its own origin."""
    links = found.chain or ((found.source,) if found.source else ())
    others = set(found.parties) - {party}
    return tuple(
        link
        for link in links
        if link is found.source or link.kind is ActorKind.ANONYMOUS or link.party not in others
    )


def _stances(rows: Sequence[Sequence[Statement]], reading: Reading) -> tuple[StanceRow, ...]:
    """A row for each statement and claim; the first stance that is given counts."""
    made: dict[tuple[str, str], StanceRow] = {}
    for each, reached in zip(rows, reading.reached, strict=True):
        for row in each:
            for aim in reached:
                stance = StanceRow(
                    statement=row.id,
                    claim=aim.claim,
                    stance=aim.stance.stance,
                    coverage=aim.stance.coverage,
                    scope=aim.stance.scope,
                    score=aim.score,
                    rule=aim.rule,
                )
                made.setdefault((row.id, aim.claim), stance)
    return tuple(made.values())


def _events(
    document: Document, found: Sequence[ExtractedStatement], reading: Reading, forms: PartyForms
) -> tuple[Event, ...]:
    """The events that the ledger does not have yet, each named after its leading statement."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for index, event in enumerate(reading.events):
        if event not in reading.stored_events:
            members[event].append(index)
    return tuple(_event(document, found, event, told, forms) for event, told in members.items())


def _event(
    document: Document,
    found: Sequence[ExtractedStatement],
    event: str,
    told: Sequence[int],
    forms: PartyForms,
) -> Event:
    lead = leading(told, found)
    return Event(
        id=event,
        topic=main_topic(found[index] for index in told),
        title=title_of(found[lead], own_stance(found, lead), forms),
        kind=kind_of(found[lead], forms),
        date=date_of(lead, told, found),
        parties=parties_of(found[index] for index in told),
        passages=passages_of(document, [found[index] for index in told]),
        rule="event.group",
    )


__all__ = ["document_id", "file_extraction"]
