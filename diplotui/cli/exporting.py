"""The command that writes the ledger out: as its own format, as a brief, as a table."""

import argparse
import json
import sys

from diplotui import clock
from diplotui.cli.ledger import ledger_path
from diplotui.cli.output import say
from diplotui.cli.parser import wrong_usage
from diplotui.cli.reading import known_topic, party_code
from diplotui.exports.ledger_json import ledger_json
from diplotui.exports.outgoing import brief_of, events_of, positions_of, write_new
from diplotui.model import TimelineFilter
from diplotui.store import Store, open_store

_ONLY_FOR: tuple[tuple[str, str], ...] = (
    ("table", "csv"),
    ("title", "markdown"),
)
"""Options that say something for one format only."""

_NOT_FOR_JSON = ("party", "since", "as_of", "as_recorded")
"""Options that cut a view out of the ledger, which the ledger's own format does not do."""


def export(chosen: argparse.Namespace) -> int:
    """Write the ledger, or what the options leave of it, to standard output or into a new file."""
    for option, format_ in _ONLY_FOR:
        if getattr(chosen, option) is not None and chosen.format != format_:
            return wrong_usage(f"--{option} goes with --format {format_}")
    if chosen.format == "json":
        for option in _NOT_FOR_JSON:
            if getattr(chosen, option) is not None:
                words = option.replace("_", "-")
                return wrong_usage(f"--{words} does not go with --format json, which writes the ledger whole")
    with open_store(ledger_path(chosen), create=False) as store:
        known_topic(store, chosen.topic)
        text = _text(store, chosen)
    if chosen.output is None:
        sys.stdout.write(text)
    else:
        say(f"written to {write_new(chosen.output, text)}")
    return 0


def _text(store: Store, chosen: argparse.Namespace) -> str:
    if chosen.format == "json":
        whole = ledger_json(store.everything(chosen.topic))
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    wanted = TimelineFilter(
        topic=chosen.topic,
        party=party_code(chosen),
        since=chosen.since,
        as_of=chosen.as_of,
        as_recorded=chosen.as_recorded,
    )
    if chosen.format == "markdown":
        return brief_of(store, wanted, chosen.title or store.path.stem, clock.today())
    return positions_of(store, wanted) if chosen.table == "positions" else events_of(store, wanted)
