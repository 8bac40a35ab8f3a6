"""The command without a name: the dashboard, with nothing imported that it can show itself without."""

import argparse
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from diplotui.cli.ledger import ledger_path
from diplotui.errors import DiplotuiError
from diplotui.model import OTHER_TOPIC
from diplotui.store import Store, open_store


def dashboard(chosen: argparse.Namespace) -> int:
    """Open the dashboard on the ledger."""
    path = ledger_path(chosen)
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        raise DiplotuiError("the dashboard needs a terminal; diplotui --help names the commands that do not")
    with open_store(path) as store:
        if all(topic.id == OTHER_TOPIC for topic in store.topic_definitions()):
            from diplotui.ingest import ensure_topics

            ensure_topics(store)
        ahead = _painted_ahead(store, path)
    with ahead:
        from diplotui.tui.app import run_dashboard

        run_dashboard(path)
    return 0


def _painted_ahead(store: Store, path: Path) -> AbstractContextManager[None]:
    """The timeline's first rows on the screen, where the terminal can show them before Textual is there."""
    if os.name != "posix" or os.environ.get("TERM", "dumb") == "dumb":
        return nullcontext()
    from diplotui.tui.first_paint import painted_ahead
    from diplotui.tui.view import ledger_name, read_start

    view, board = read_start(store)
    return painted_ahead(board, view, ledger_name(path))
