"""Commands that look after the ledger: import, check, backup, restore, locate."""

import argparse
import sys
from pathlib import Path

from diplotui.cli.ledger import ledger_path
from diplotui.cli.output import print_json, say
from diplotui.errors import InputError
from diplotui.ingest import import_ledger as import_text
from diplotui.paths import config_file, shipped
from diplotui.sources.files import decode, read_file
from diplotui.store import open_store
from diplotui.store import restore as restore_copy


def import_ledger(chosen: argparse.Namespace) -> int:
    """Read a ledger file; what its format cannot keep is named on standard error."""
    name = "standard input" if chosen.file == "-" else chosen.file
    data = sys.stdin.buffer.read() if chosen.file == "-" else read_file(Path(chosen.file))
    try:
        text = decode(data, name)
        with open_store(ledger_path(chosen)) as store:
            report = import_text(store, text)
    except InputError as error:
        raise InputError(str(error) if str(error).startswith(name) else f"{name}: {error}") from None
    for line in report.left_out:
        say(f"not kept: {line}")
    print(f"{name}: " + (report.summary if report.added else "already in the ledger; nothing changed"))
    return 0


def check(chosen: argparse.Namespace) -> int:
    """Say what is wrong with the ledger; 1 where anything is."""
    path = ledger_path(chosen)
    with open_store(path, create=False) as store:
        if chosen.rebuild:
            store.rebuild()
            say("derived tables made anew")
        findings = store.check()
        info = store.info()
    for finding in findings:
        say(finding)
    problems = [finding for finding in findings if not finding.startswith("note:")]
    if problems:
        say(f"diplotui: {path}: {len(problems)} problems; keep the file, and see backup and restore")
        return 1
    print(f"{path}: sound ({info.documents} documents, {info.statements} statements, {info.notes} notes)")
    return 0


def backup(chosen: argparse.Namespace) -> int:
    """A safe copy of the ledger."""
    with open_store(ledger_path(chosen), create=False) as store:
        store.backup(chosen.destination)
    print(f"copied to {chosen.destination}")
    return 0


def restore(chosen: argparse.Namespace) -> int:
    """Put a copy in the ledger's place; what was there is kept aside."""
    path = ledger_path(chosen)
    kept = restore_copy(chosen.source, path)
    print(f"{path}: restored from {chosen.source}" + (f"; what was there is kept as {kept}" if kept else ""))
    return 0


def locate(chosen: argparse.Namespace) -> int:
    """Where the files are."""
    places = {
        "ledger": str(ledger_path(chosen)),
        "config": str(config_file()),
        "shipped": str(shipped("")),
    }
    if chosen.json:
        print_json(places)
    else:
        for what, where in places.items():
            print(f"{what:8} {where}")
    return 0
