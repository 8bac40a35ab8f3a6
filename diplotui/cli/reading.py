"""Commands that show what is in the ledger: timeline, claims, status, topics, search, show."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten
from typing import Any

from rich.text import Text

from diplotui.cli.ledger import ledger_path
from diplotui.cli.output import cell, console, passage, print_json, print_table, say
from diplotui.cli.parser import wrong_usage
from diplotui.errors import NotFound
from diplotui.exports.search_json import search_json
from diplotui.exports.status_json import status_json
from diplotui.exports.timeline_json import timeline_json
from diplotui.ledger.origins import wording
from diplotui.marks import POSITION_MARKS
from diplotui.model import (
    OTHER_TOPIC,
    ClaimRow,
    ClaimStatus,
    Condition,
    Field,
    Found,
    Position,
    TimelineFilter,
    TimelineRow,
)
from diplotui.query import parse_query
from diplotui.store import Store, open_store
from diplotui.text import one_line
from diplotui.words import plural

SCOPE_WIDTH = 40
"""Characters of a scope that a table shows; ``show`` has all of it."""


def _opened(chosen: argparse.Namespace) -> Store:
    return open_store(ledger_path(chosen), create=False)


def known_topic(store: Store, topic: str | None) -> None:
    """Raises NotFound for a topic that the ledger does not have."""
    known = [defined.id for defined in store.topic_definitions()]
    if topic is not None and topic not in known:
        raise NotFound(f"there is no topic {topic!r}; there are: {', '.join(known)}")


def timeline(chosen: argparse.Namespace) -> int:
    """The events, newest first by the day they became public."""
    if chosen.limit < 1:
        return wrong_usage("--limit takes a whole number from 1")
    wanted = TimelineFilter(
        topic=chosen.topic,
        party=party_code(chosen),
        since=chosen.since,
        as_of=chosen.as_of,
        as_recorded=chosen.as_recorded,
        query=parse_query(chosen.query + " ") if chosen.query else None,
    )
    for hint in wanted.query.hints if wanted.query else ():
        say(hint)
    with _opened(chosen) as store:
        known_topic(store, chosen.topic)
        rows = store.timeline_by(wanted, chosen.order, chosen.limit).rows
        if chosen.topic is None:
            _say_what_is_hidden(store)
    if chosen.json:
        print_json(timeline_json(rows))
    elif not rows:
        say(nothing_fits("event is listed", chosen))
    else:
        _print_events(rows)
    return 0


def _say_what_is_hidden(store: Store) -> None:
    """Name the events that no topic's words fit: kept, and not in a list of all topics."""
    hidden = next((topic.events for topic in store.topics() if topic.id == OTHER_TOPIC), 0)
    if hidden:
        say(f"{hidden} more under the topic {OTHER_TOPIC}: --topic {OTHER_TOPIC}")


def party_code(chosen: argparse.Namespace) -> str | None:
    """The party that was named, as codes are written."""
    return chosen.party.upper() if chosen.party else None


def nothing_fits(what: str, chosen: argparse.Namespace) -> str:
    """That a list is empty, as ``no claim is listed``; with the party that was asked for, if any."""
    party = party_code(chosen)
    return f"no {what}" + (f" for the party {party}; codes such as RU or EU name parties" if party else "")


def _print_events(rows: Sequence[TimelineRow]) -> None:
    print_table(
        ["public", "topic", "event", "parties", "status", "statements", "id"],
        (
            (
                row.public or "no day",
                row.topic,
                row.title,
                " ".join(row.parties),
                row.status if row.responded else "",
                row.statements,
                row.id,
            )
            for row in rows
        ),
        wide=2,
    )


def _claim_rows(chosen: argparse.Namespace) -> tuple[ClaimRow, ...]:
    wanted = getattr(chosen, "status", None)
    with _opened(chosen) as store:
        known_topic(store, chosen.topic)
        return store.claims(
            topic=chosen.topic,
            party=party_code(chosen),
            status=ClaimStatus(wanted) if wanted else None,
            as_of=chosen.as_of,
            as_recorded=chosen.as_recorded,
        )


def status(chosen: argparse.Namespace) -> int:
    """Who stands where on which claim."""
    rows = _claim_rows(chosen)
    if chosen.json:
        print_json(status_json(rows))
    elif not rows:
        say(nothing_fits("claim is listed", chosen))
    else:
        print_claims(rows)
    return 0


def claims(chosen: argparse.Namespace) -> int:
    """The claims and how they stand."""
    words = [known.value for known in ClaimStatus]
    if chosen.status is not None and chosen.status not in words:
        return wrong_usage(f"--status: {chosen.status!r} is none of {', '.join(words)}")
    return status(chosen)


def print_claims(rows: Sequence[ClaimRow]) -> None:
    """A table of claims with the position of each party."""
    print_table(
        ["status", "claim", "positions", "origins", "id"],
        (
            (
                row.status,
                row.claim.text,
                Text("\n").join(position_lines(row.positions)),
                wording(row.counts),
                row.claim.id,
            )
            for row in rows
        ),
        wide=1,
    )


def position_lines(positions: Sequence[Position]) -> list[Text]:
    """``✗ US denies 13 Feb "to us"``, a line a party."""
    lines = []
    for held in positions:
        words = [POSITION_MARKS[held.position].glyph, held.party, held.position.value]
        if held.on:
            words.append(f"{held.on.day} {held.on:%b}")
        if held.scope:
            words.append(shorten(one_line(held.scope), SCOPE_WIDTH, placeholder="…"))
        if held.coverage and held.coverage != "explicit":
            words.append(f"({held.coverage})")
        lines.append(cell(" ".join(words)))
    return lines


def topics(chosen: argparse.Namespace) -> int:
    """The topics and what they hold."""
    with _opened(chosen) as store:
        found = store.topics(chosen.as_recorded, as_of=chosen.as_of)
    if chosen.json:
        print_json(
            [{"id": t.id, "name": t.name, "events": t.events, "contested": t.contested} for t in found]
        )
    else:
        print_table(
            ["id", "name", "events", "contested"],
            ((t.id, t.name, t.events, t.contested) for t in found),
            wide=1,
        )
    return 0


def search(chosen: argparse.Namespace) -> int:
    """What fits a query: speakers, own notes, and events with their parts, newest first."""
    if chosen.limit < 1:
        return wrong_usage("--limit takes a whole number from 1")
    query = parse_query(chosen.query + " ")
    with _opened(chosen) as store:
        known_topic(store, chosen.topic)
        if chosen.topic is not None:
            query = replace(query, conditions=(*query.conditions, Condition(Field.TOPIC, chosen.topic)))
        found = store.find(query, limit=chosen.limit, as_of=chosen.as_of, as_recorded=chosen.as_recorded)
    for hint in found.hints:
        say(hint)
    if not found.complete:
        say("only the newest events were looked into; more words or a since: find the others")
    if chosen.json:
        print_json(search_json(found.hits))
    else:
        _print_found(found)
    return 0


def _print_found(found: Found) -> None:
    out = console()
    for speaker in found.speakers:
        about = ", ".join(one for one in (speaker.office, speaker.party) if one)
        count = plural(speaker.statements, "statement")
        name = Text.assemble("speaker  ", cell(speaker.name, "bold"), "  ", cell(about))
        out.print(Text.assemble(name, f"  {count}  {speaker.id}"))
    for note in found.notes:
        out.print(Text.assemble(f"{note.kind}  ", _marked(note.excerpt, note.highlights), f"  {note.id}"))
    for hit in found.hits:
        day = f"{hit.row.public or 'no day'}  "
        title = cell(hit.row.title, "bold")
        out.print(Text.assemble((day, "dim"), title, f"  {hit.row.id}"))
        for part in hit.parts:
            named = part.kind == "statement" and bool(part.who)
            who = Text.assemble(cell(part.who, "bold"), ": ") if named else Text("")
            kind = part.who if part.kind == "note" else part.kind
            words = _marked(part.excerpt, part.highlights)
            out.print(Text.assemble(f"  {kind}  ", who, words, f"  {part.id}"))
    if not (found.speakers or found.notes or found.hits):
        out.print("nothing found")


def _marked(excerpt: str, highlights: Sequence[tuple[int, int]]) -> Text:
    """An excerpt with the words found in it set off."""
    shown = passage(excerpt)
    for start, end in highlights:
        shown.stylize("bold reverse", start, end)
    return shown


def show(chosen: argparse.Namespace) -> int:
    """One record with all that hangs on it."""
    from diplotui.cli import showing

    with _opened(chosen) as store:
        kind, _, key = store.resolve(chosen.id).partition("/")
        shown: Any = showing.look_up(store, kind, key, chosen.as_of, chosen.as_recorded)
    if chosen.json:
        print_json(showing.as_json(shown))
    else:
        showing.print_record(shown)
    return 0
