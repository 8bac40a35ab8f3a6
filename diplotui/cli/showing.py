"""The ``show`` command: one record in full, for people and as JSON."""

import dataclasses
from datetime import date
from enum import Enum
from typing import Any

from rich.console import Console
from rich.text import Text

from diplotui.cli.output import cell, console, passage
from diplotui.errors import NotFound
from diplotui.ledger.origins import wording
from diplotui.model import Actor, ClaimRow, DocumentRow, EventDetail, Note, StatementView
from diplotui.store import Store
from diplotui.text import one_line

Record = EventDetail | ClaimRow | StatementView | DocumentRow | Note | Actor


def look_up(store: Store, kind: str, key: str, as_of: date | None, as_recorded: str | None = None) -> Record:
    """The record of this kind and id. Raises NotFound."""
    match kind:
        case "event":
            return store.event(key, as_of, as_recorded)
        case "claim":
            return store.claim(key, as_of, as_recorded)
        case "statement":
            return store.statement(key, as_recorded)
        case "document":
            return store.document(key)
        case "note":
            found: Record | None = next((note for note in store.notes() if note.id == key), None)
        case _:
            found = next((actor for actor in store.actors() if actor.id == key), None)
    if found is None:
        raise NotFound(f"{kind} {key} cannot be shown")
    return found


def as_json(value: Any) -> Any:
    """Records as JSON values: days in ISO form, tuples as lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: as_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value


def print_record(record: Record) -> None:
    """One record, for a reader."""
    out = console()
    match record:
        case EventDetail():
            _print_event(out, record)
        case ClaimRow():
            _print_claim(out, record)
        case StatementView():
            _print_statement(out, record)
        case DocumentRow():
            _print_document(out, record)
        case Note():
            _print_note(out, record)
        case Actor():
            words = [record.kind.value, record.iso or "", record.office or "", ", ".join(record.aliases)]
            out.print(Text.assemble(cell(record.name, "bold"), "  ", cell("  ".join(w for w in words if w))))


def _print_event(out: Console, detail: EventDetail) -> None:
    event = detail.event
    out.print(cell(event.title, "bold"))
    day = event.date.edtf or "no day"
    out.print(cell(f"{event.id}  {event.topic}  {event.kind}  {day}  {' '.join(event.parties)}", "dim"))
    for row in detail.claims:
        out.print()
        _print_claim(out, row)
    for view in detail.statements:
        out.print()
        _print_statement(out, view)
    for note in detail.notes:
        out.print()
        _print_note(out, note)


def _print_claim(out: Console, row: ClaimRow) -> None:
    from diplotui.cli.reading import position_lines

    out.print(Text.assemble((f"{row.status.value}  ", "bold"), cell(row.claim.text)))
    out.print(cell(f"claim {row.claim.id}, {wording(row.counts)}", "dim"))
    for line in position_lines(row.positions):
        out.print(Text("  ").append_text(line))
    if row.history:
        steps = " -> ".join(f"{step.on or 'no day'} {step.status.value}" for step in row.history)
        out.print(cell(f"  {steps}", "dim"))


def _print_statement(out: Console, view: StatementView) -> None:
    statement = view.statement
    speaker = view.speaker.name if view.speaker else "speaker not described"
    out.print(
        Text.assemble(
            cell(speaker, "bold"),
            "  ",
            cell(f"{statement.office or ''} {statement.party or ''} ({statement.basis})"),
        )
    )
    out.print(passage(statement.exact, "italic"))
    said = statement.said.edtf or "no day"
    source = one_line(f"{view.publisher or 'publisher not known'}, {view.document_title or ''}").rstrip(", ")
    out.print(cell(f"statement {statement.id}, said {said}, {' > '.join(view.chain)}; {source}", "dim"))
    if view.withdrawn is not None:
        out.print(cell(f"withdrawn from the text; the ledger saw it on {view.withdrawn.at[:10]}", "yellow"))
    for stance in view.stances:
        scope = f" {stance.scope}" if stance.scope else ""
        out.print(cell(f"  {stance.stance}{scope}: {stance.claim_text} ({stance.claim}, {stance.decision})"))
    for note in view.notes:
        _print_note(out, note)


def _print_document(out: Console, row: DocumentRow) -> None:
    document = row.document
    out.print(cell(document.title or document.id, "bold"))
    day = document.published or "undated"
    out.print(cell(f"{document.id}  {row.publisher or ''}  {day}  {row.statements} statements", "dim"))
    shown = passage(document.text)
    if len(shown.plain) == len(document.text):
        for cut in document.skip:
            shown.stylize("dim", cut.start, cut.end)
    out.print(shown)
    for cut in document.skip:
        out.print(cell(f"left out {cut.start}-{cut.end}: {cut.reason}", "dim"))


def _print_note(out: Console, note: Note) -> None:
    out.print(cell(f"{note.kind} {note.id} of {note.at} on {note.about or 'nothing'}", "dim"))
    out.print(passage(note.text))
