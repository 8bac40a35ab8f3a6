"""Commands that put something into the ledger: ingest, note."""

import argparse
import sys
from pathlib import Path

from diplotui.cli.ledger import ledger_path
from diplotui.cli.output import say
from diplotui.cli.parser import wrong_usage
from diplotui.clock import instant_text, now, read_when
from diplotui.errors import InputError
from diplotui.ids import record_id
from diplotui.ingest import IngestReport, ingest_text
from diplotui.ledger.tagging import tags_of
from diplotui.model import Note, NoteKind
from diplotui.sources.files import IncomingText, read_file, texts_of
from diplotui.store import open_store
from diplotui.text import clean_text
from diplotui.words import plural


def ingest(chosen: argparse.Namespace) -> int:
    """Read each file into the ledger; a file that cannot be read is said and the others go on."""
    if chosen.undated and chosen.published:
        return wrong_usage("--undated and --published do not go together")
    if chosen.files.count("-") > 1:
        return wrong_usage("standard input can be read only once; give - one time")
    failed = 0
    readable: list[IncomingText] = []
    for name in chosen.files:
        try:
            readable.extend(_texts_in(name, chosen))
        except InputError as error:
            failed += 1
            say(f"diplotui: {error}")
    if readable:
        with open_store(ledger_path(chosen)) as store:
            for incoming in readable:
                try:
                    print(_sentence(incoming, ingest_text(store, incoming)))
                except InputError as error:
                    failed += 1
                    say(f"diplotui: {error}")
    return 1 if failed else 0


def _texts_in(name: str, chosen: argparse.Namespace) -> list[IncomingText]:
    if name == "-":
        data, label, suffix = sys.stdin.buffer.read(), "standard input", ""
    else:
        path = Path(name)
        data, label, suffix = read_file(path), name, path.suffix.lower()
    said = {key: getattr(chosen, key) for key in ("published", "publisher", "title", "url")}
    texts = list(texts_of(data, label, suffix, **said))
    for incoming in texts:
        if incoming.published is None and not chosen.undated:
            raise InputError(
                f"{incoming.name}: no day of publication is known; add --published YYYY-MM-DD, or --undated"
                " to leave its relative dates unresolved"
            )
    return texts


def _sentence(incoming: IncomingText, report: IngestReport) -> str:
    """What became of one text, in a line."""
    if not report.added:
        return f"{incoming.name}: already in the ledger as {report.document_id}"
    parts = [
        plural(report.statements, "statement"),
        plural(report.claims, "new claim"),
        plural(report.events, "new event"),
        f"{plural(report.excluded, 'passage')} left out",
    ]
    if incoming.removed_characters:
        parts.append(f"{incoming.removed_characters} control or invisible characters removed")
    return f"{incoming.name}: {report.document_id}, " + ", ".join(parts)


def note(chosen: argparse.Namespace) -> int:
    """Write a note on a record, or about nothing in particular."""
    text = clean_text(chosen.text).text.strip()
    if not text:
        raise InputError("the note is empty; nothing was stored")
    instant = read_when(chosen.at) if chosen.at else now()
    with open_store(ledger_path(chosen), create=False) as store:
        about = None if chosen.about is None else store.resolve(chosen.about)
        at = instant_text(instant)
        written = store.add_note(
            Note(
                id=record_id("n", about or "", text, instant_text(now())),
                at=at,
                kind=NoteKind(chosen.kind),
                about=about,
                text=text,
                tags=tags_of(text, " ".join(chosen.tag)),
            )
        )
    print(f"{written.id}: {written.kind} {f'on {about}' if about else 'about nothing in particular'}")
    return 0
