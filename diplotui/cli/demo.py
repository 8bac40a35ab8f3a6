"""The demo: the sample through the whole pipeline, then the dashboard on it."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from diplotui.cli.output import console
from diplotui.ingest import ensure_topics, ingest_text
from diplotui.paths import shipped
from diplotui.sources.files import decode, incoming_text, read_file
from diplotui.store import Store, open_store


@dataclass(frozen=True, slots=True)
class SampleText:
    """One text of the sample, and whether the demo lets it arrive live."""

    file: Path
    published: date
    publisher: str
    title: str
    live: bool


def sample_texts() -> list[SampleText]:
    """The sample's texts in the order of their days."""
    folder = shipped("sample")
    index = json.loads((folder / "sample.json").read_text(encoding="utf-8"))
    texts = [
        SampleText(
            file=folder / entry["file"],
            published=date.fromisoformat(entry["published"]),
            publisher=entry["publisher"],
            title=entry["title"],
            live=bool(entry.get("live")),
        )
        for entry in index
    ]
    return sorted(texts, key=lambda text: (text.published, text.file.name))


def ingest_sample(store: Store, texts: list[SampleText]) -> None:
    """Run sample texts through the same pipeline as any other text."""
    for text in texts:
        ingest_text(
            store,
            incoming_text(
                decode(read_file(text.file), text.file.name),
                text.file.name,
                published=text.published,
                publisher=text.publisher,
                title=text.title,
            ),
        )


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
                banner="a sample: week of 12 February 2024, in our own words",
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
