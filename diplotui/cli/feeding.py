"""Commands that watch the world: add, sources, remove, fetch, watch."""

import argparse
import json
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from diplotui import clock
from diplotui.cli.ledger import ledger_path
from diplotui.cli.output import print_json, print_table, say
from diplotui.errors import InputError, StoreBusy
from diplotui.fetching.adding import Look, add_folder, add_sources, look, read_list
from diplotui.fetching.reports import Outcome, SourceReport, Working
from diplotui.fetching.rounds import BUSY_SECONDS, fetch_round, next_due
from diplotui.fetching.state import failure_words
from diplotui.model.sources import WatchedSource
from diplotui.paths import shipped
from diplotui.sources.files import read_file
from diplotui.sources.opml import write_opml
from diplotui.sources.parsed import FeedLink
from diplotui.sources.schedule import is_stale
from diplotui.sources.secrets import reference_of
from diplotui.store import Store, open_store

LONGEST_SLEEP = 60.0
"""Seconds after which ``watch`` looks again for sources that were added meanwhile."""


def add(chosen: argparse.Namespace) -> int:
    """Watch a feed, a page's feed, or all feeds of an OPML list; no item is stored yet."""
    if Path(chosen.what).expanduser().is_dir():
        return _add_folder(chosen)
    secret = reference_of(chosen.secret) if chosen.secret else None
    found = _look(chosen.what, chosen, secret)
    if secret is not None and len(found.feeds) > 1:
        raise InputError("a password belongs to one source; add the list without it, then change the source")
    with open_store(ledger_path(chosen)) as store:
        new, refused = add_sources(
            store,
            found.feeds,
            name=chosen.name,
            allow_private=chosen.allow_private,
            pages=chosen.pages,
            secret=secret,
        )
    for source in new:
        print(f"{source.id}: watching {source.name} ({source.url})")
    for why in refused:
        say(f"not added: {why}")
    known = len(found.feeds) - len(new) - len(refused)
    if known:
        print(f"{known} of these are watched already" if new or known > 1 else "it is watched already")
    if found.trouble:
        say(f"it could not be looked at now ({found.trouble}); it is tried again when it is fetched")
    for other in found.others:
        say(f"the page also names {other.title or 'a feed'}: {other.url}")
    if new:
        say("its items come in with 'diplotui fetch', or by themselves with 'diplotui watch'")
    return 1 if refused and not new and not known else 0


def _add_folder(chosen: argparse.Namespace) -> int:
    """Watch a folder; what is written into it comes in."""
    with open_store(ledger_path(chosen)) as store:
        source = add_folder(store, Path(chosen.what), name=chosen.name)
    print(f"{source.id}: watching the folder {source.name}" if source else "it is watched already")
    if source:
        say("its texts come in with 'diplotui fetch', or by themselves with 'diplotui watch'")
    return 0


def _look(what: str, chosen: argparse.Namespace, secret: str | None) -> Look:
    path = Path(what).expanduser()
    if "://" not in what and (path.exists() or path.suffix.lower() in (".opml", ".xml")):
        data = read_file(path)
        return Look(read_list(data))
    if what.startswith(("/", "./", "../", "~")):
        raise InputError(f"{what}: there is no such file or folder")
    return look(what, allow_private=chosen.allow_private, secret=secret)


def sources(chosen: argparse.Namespace) -> int:
    """List the watched sources and how fetching them stands."""
    if chosen.starter:
        return _starter(chosen)
    with open_store(ledger_path(chosen), create=False) as store:
        listed = store.sources.listed()
    if chosen.opml:
        links = (FeedLink(each.source.url, each.source.name) for each in listed if not each.source.is_folder)
        sys.stdout.write(write_opml(links).decode())
    elif chosen.json:
        print_json([_source_json(each) for each in listed])
    elif not listed:
        say("no source is watched yet; 'diplotui add URL' adds one, 'diplotui sources --starter' offers some")
    else:
        print_table(
            ("id", "name", "documents", "newest", "last fetch", "next fetch", "state"),
            [_source_line(each) for each in listed],
            wide=6,
        )
    return 0


def _starter(chosen: argparse.Namespace) -> int:
    """Sources of this field that were known to work; none is watched until it is added."""
    offered = json.loads(shipped("starter-feeds.json").read_text(encoding="utf-8"))["feeds"]
    if chosen.opml:
        links = (FeedLink(each["url"], each["name"], (each["kind"],)) for each in offered)
        sys.stdout.write(write_opml(links, "diplotui: sources to begin with").decode())
    elif chosen.json:
        print_json(offered)
    else:
        rows = [(each["name"], each["url"], each["checked"] or "not known", each["note"]) for each in offered]
        print_table(("name", "address", "last known to work", "note"), rows, wide=(0, 1, 3))
        say("add what you want with 'diplotui add ADDRESS', or choose them in the dashboard: S, then o")
    return 0


def remove(chosen: argparse.Namespace) -> int:
    """Stop to watch a source; its documents stay."""
    with open_store(ledger_path(chosen), create=False) as store:
        source = store.sources.find(chosen.source)
        store.sources.remove(source.id)
    print(f"{source.name} is no longer watched; its documents stay")
    return 0


def fetch(chosen: argparse.Namespace) -> int:
    """Ask the sources that are due, or with --now all; 1 where every one of them failed."""
    with open_store(ledger_path(chosen), create=False) as store:
        heard = None if chosen.json else print_report
        only = {store.sources.find(words).id for words in chosen.source} or None
        progress = None if chosen.json or not sys.stderr.isatty() else _Progress()
        with _Stop() as stop:
            reports = fetch_round(
                store,
                everything=chosen.now or only is not None,
                only=only,
                report=heard,
                progress=progress,
                stopping=lambda: stop.asked,
            )
        if not reports and not chosen.json:
            say(_nothing_due(store))
    if chosen.json:
        print_json([_report_json(report) for report in reports])
    failed = [report for report in reports if report.outcome in (Outcome.FAILED, Outcome.GONE)]
    return 1 if reports and len(failed) == len(reports) else 0


class _Progress:
    """One line on standard error that says how far a long feed is, each second at most."""

    def __init__(self) -> None:
        self._said = time.monotonic()

    def __call__(self, at: Working) -> None:
        if at.source and at.entries and time.monotonic() - self._said > 1.0:
            self._said = time.monotonic()
            say(f"{at.source}: reading {at.entries_done} of {at.entries}")


def _nothing_due(store: Store) -> str:
    if not store.sources.listed():
        return "no source is watched yet; 'diplotui add URL' adds one"
    due = next_due(store)
    when = f" before {_local(due)}" if due else ""
    return f"no source is due{when}; 'diplotui fetch --now' asks all"


def watch(chosen: argparse.Namespace) -> int:
    """Fetch on schedule until interrupted; a second interrupt ends it at once."""
    stop = _Stop()
    with open_store(ledger_path(chosen)) as store, stop:
        say(f"watching {len(store.sources.listed())} sources; Ctrl+C ends it")
        while not stop.asked:
            try:
                reports = fetch_round(store, report=_print_news, stopping=lambda: stop.asked)
                due = next_due(store)
                if any(report.outcome is Outcome.BUSY for report in reports):
                    due = clock.now() + timedelta(seconds=BUSY_SECONDS)
            except StoreBusy as error:
                say(f"diplotui: {error}")
                due = None
            stop.sleep(due)
    return 0


class _Stop:
    """Hears Ctrl+C and the system's request to end, between two sources; the second time at once."""

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> "_Stop":
        for number in (signal.SIGINT, signal.SIGTERM):
            self._before[number] = signal.signal(number, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _hear(self, *_: object) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True

    def sleep(self, until: datetime | None) -> None:
        """Wait until an instant, a minute at most."""
        now = clock.now()
        end = time.monotonic() + min(
            max(((until or now + timedelta(days=1)) - now).total_seconds(), 1.0), LONGEST_SLEEP
        )
        while not self.asked and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, 0.2))


def print_report(report: SourceReport) -> None:
    """One source of a round in a line: what came in on standard output, what failed on standard error."""
    if report.outcome in (Outcome.FETCHED, Outcome.UNCHANGED):
        print(f"{report.source.name}: {_brought(report)}", flush=True)
        if report.error:
            say(f"{report.source.name}: {report.error}")
    else:
        words = report.error or report.outcome.value
        say(words if words.startswith(report.source.name) else f"{report.source.name}: {words}")


def _print_news(report: SourceReport) -> None:
    quiet = (Outcome.UNCHANGED, Outcome.BUSY)
    if report.outcome not in quiet and (report.new or report.changed or report.error):
        print_report(report)


def _brought(report: SourceReport) -> str:
    if report.outcome is Outcome.UNCHANGED:
        return "nothing changed"
    parts = [f"{report.new} new", f"{report.changed} changed"]
    if report.left_out:
        parts.append(f"{report.left_out} left out ('diplotui left-out' lists them)")
    if report.waiting:
        parts.append(f"{report.waiting} more wait for the next fetch")
    return ", ".join(parts)


def _report_json(report: SourceReport) -> dict[str, Any]:
    return {
        "source": report.source.name,
        "id": report.source.id,
        "url": report.source.url,
        "outcome": report.outcome.value,
        "new": report.new,
        "changed": report.changed,
        "waiting": report.waiting,
        "error": report.error,
    }


def _source_json(watched: WatchedSource) -> dict[str, Any]:
    source, state = watched.source, watched.state
    return {
        "id": source.id,
        "name": source.name,
        "url": source.url,
        "paused": source.paused,
        "pages": source.pages,
        "allow_private": source.allow_private,
        "reliability": source.reliability,
        "every_minutes": source.minutes,
        "topic": source.topic,
        "keep": source.keep.value,
        "secret": source.secret,
        "last_fetch": state.fetched,
        "next_fetch": state.due,
        "newest": state.newest,
        "stale": _stale(watched),
        "entries": watched.entries,
        "documents": watched.documents,
        "failures": state.failures,
        "error": state.error,
    }


def _source_line(watched: WatchedSource) -> tuple[object, ...]:
    source, state = watched.source, watched.state
    return (
        source.id,
        source.name,
        watched.documents,
        _local(_instant(state.newest)),
        _local(_instant(state.fetched)),
        _local(_instant(state.due)),
        _standing(watched),
    )


def _standing(watched: WatchedSource) -> str:
    state = watched.state
    said: list[tuple[bool, Callable[[], str]]] = [
        (watched.source.paused, lambda: "paused"),
        (state.error is not None, lambda: failure_words(watched.source, state)),
        (state.fetched is None, lambda: "not fetched yet"),
        (_stale(watched), lambda: "stale: nothing new for long"),
    ]
    return next((words() for holds, words in said if holds), "fine")


def _stale(watched: WatchedSource) -> bool:
    return is_stale(_instant(watched.state.newest), watched.state.usual_gap, clock.now())


def _instant(words: str | None) -> datetime | None:
    return datetime.fromisoformat(words) if words else None


def _local(instant: datetime | None) -> str:
    return instant.astimezone().strftime("%Y-%m-%d %H:%M") if instant else "-"
