"""The demo: the sample through the whole pipeline, then the dashboard on it."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from diplotui.cli.output import console
from diplotui.ingest import ensure_topics
from diplotui.sample import SAMPLE_WORDS, SampleText, ingest_sample, sample_texts
from diplotui.store import Store, open_store


def demo(chosen: argparse.Namespace) -> int:
    """The sample into a throw-away ledger; then the dashboard, or with no terminal a summary."""
    texts = sample_texts()
    waiting, arriving = [t for t in texts if not t.live], [t for t in texts if t.live]
    on_screen = sys.stdout.isatty() and sys.stdin.isatty() and not chosen.summary
    with tempfile.TemporaryDirectory(prefix="diplotui-demo-") as folder:
        path = Path(folder) / "demo.db"
        with open_store(path) as store:
            ensure_topics(store)
            ingest_sample(store, waiting if on_screen else texts)
            if not on_screen:
                _print_summary(store)
        if on_screen:
            from diplotui.tui.app import run_dashboard

            run_dashboard(
                path,
                arriving=_arrival(path, arriving),
                banner=SAMPLE_WORDS,
            )
    return 0


def _arrival(path: Path, texts: list[SampleText]) -> Callable[[], None]:
    """Lets the last texts of the sample come in, as another process would."""

    def arrive() -> None:
        with open_store(path, create=False) as store:
            ingest_sample(store, texts)

    return arrive


def _print_summary(store: Store) -> None:
    """What the pipeline made of the sample."""
    from diplotui.cli.reading import print_claims

    info = store.info()
    print(
        f"The sample (week of 12 February 2024, in our own words): {info.documents} texts gave"
        f" {info.statements} statements, {info.claims} claims, {info.events} events.\n"
    )
    contested = [row for row in store.claims() if row.status not in ("unaddressed", "affirmed")]
    print_claims(contested)
    out = console()
    out.print()
    for topic in store.topics():
        out.print(f"{topic.name}: {topic.events} events")
    out.print("\nRun it on a terminal for the dashboard: diplotui demo")
