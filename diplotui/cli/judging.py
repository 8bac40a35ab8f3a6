"""Commands about the ledger's judgement: what is open, what today's rules read otherwise, what to forget."""

import argparse
import sys

from diplotui.cli.ledger import ledger_path
from diplotui.cli.output import print_json, print_table, say
from diplotui.cli.reading import nothing_fits
from diplotui.cli.showing import as_json
from diplotui.errors import InputError, NotFound
from diplotui.model import Revision
from diplotui.store import open_store
from diplotui.text import one_line
from diplotui.words import plural


def questions(chosen: argparse.Namespace) -> int:
    """What nobody has answered, denials that leave room, parties that turned, plans whose day is over."""
    with open_store(ledger_path(chosen), create=False) as store:
        known = [defined.id for defined in store.topic_definitions()]
        if chosen.topic is not None and chosen.topic not in known:
            raise NotFound(f"there is no topic {chosen.topic!r}; there are: {', '.join(known)}")
        found = store.questions(
            topic=chosen.topic,
            party=chosen.party.upper() if chosen.party else None,
            as_of=chosen.as_of,
            as_recorded=chosen.as_recorded,
        )
    if chosen.json:
        print_json(as_json(found))
    elif not found:
        say(nothing_fits("question is open", chosen))
    else:
        print_table(
            ["why", "question", "passage", "public", "id"],
            (
                (one.kind.value, one.text, one.exact, one.on or "no day", one.claim or one.event)
                for one in found
            ),
            wide=(1, 2),
        )
    return 0


def reextract(chosen: argparse.Namespace) -> int:
    """Read stored documents again; print what changed, and what a person decided otherwise."""
    from diplotui.ingest import reextract as read_again

    with open_store(ledger_path(chosen), create=False) as store:
        document = None
        if chosen.id is not None:
            kind, _, document = store.resolve(chosen.id).partition("/")
            if kind != "document":
                raise NotFound(
                    f"{chosen.id} is no document but of kind {kind}; only documents are read again"
                )
        revisions = read_again(store, document, say if sys.stderr.isatty() else None)
    for revision in revisions:
        _print_revision(revision)
    different = sum(len(revision.differences) for revision in revisions)
    print(
        f"{plural(len(revisions), 'document')} read again; "
        f"{plural(different, 'difference')} to what was decided, left as it is"
    )
    return 0


def _print_revision(revision: Revision) -> None:
    if revision.added or revision.changed or revision.removed:
        counts = f"{revision.added} rows added, {revision.changed} changed, {revision.removed} removed"
        print(f"{revision.document}: {counts}")
    for one in revision.differences:
        line = f"{one.reference}: {one.field} is {one.decided}, the rules read {one.rules}"
        print(f"  {one_line(line)}")


def purge(chosen: argparse.Namespace) -> int:
    """Forget a document or an actor for good, after its id was typed."""
    with open_store(ledger_path(chosen), create=False) as store:
        reference = store.resolve(chosen.id)
        kind, _, key = reference.partition("/")
        if kind == "document":
            row = store.document(key)
            what = row.document.title or f"a text of {len(row.document.text)} characters"
        elif kind == "actor":
            what = next((one.name for one in store.actors() if one.id == key), key)
        else:
            raise NotFound(f"only a document or an actor can be forgotten, not {reference}")
        say(f"{reference}: {what}")
        say(
            "It is taken out of the ledger and its journal, and nothing done so far can be undone afterwards."
        )
        say("Copies and backups made before keep it. To forget it, type its id:")
        typed = sys.stdin.readline().strip()
        if typed not in (key, reference):
            raise InputError("that is not its id; nothing was forgotten")
        gone = store.purge(reference)
    print(f"forgotten: {len(gone)} records ({', '.join(one_line(one) for one in gone[:5])}{_more(gone)})")
    return 0


def _more(gone: tuple[str, ...]) -> str:
    return ", ..." if len(gone) > 5 else ""
