"""The command without a name: the dashboard, with nothing imported that it can show itself without."""

import argparse
import sys

from diplotui.cli.ledger import ledger_path
from diplotui.errors import DiplotuiError
from diplotui.model import OTHER_TOPIC
from diplotui.store import open_store


def dashboard(chosen: argparse.Namespace) -> int:
    """Open the dashboard on the ledger."""
    path = ledger_path(chosen)
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise DiplotuiError("the dashboard needs a terminal; diplotui --help names the commands that do not")
    with open_store(path) as store:
        if all(topic.id == OTHER_TOPIC for topic in store.topic_definitions()):
            from diplotui.ingest import ensure_topics

            ensure_topics(store)
    from diplotui.tui.app import run_dashboard

    run_dashboard(path)
    return 0
