"""Watched sources to the ledger: one round asks what is due, politely, and keeps what is new or changed.

A round runs in one thread, which owns the store: the network has a thread and the parsers a process of their
own. What a round does to a source is written in one transaction after its documents; killed in between, the
next round finds those documents in the ledger already.
"""

import hashlib
import os
import secrets
import socket
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from datetime import datetime, timedelta

from diplotui import clock
from diplotui.fetching.entries import MOST_SECONDS, EntryKeeper, Kept
from diplotui.fetching.filters import filter_of
from diplotui.fetching.folders import FolderKeeper
from diplotui.fetching.reports import Outcome, SourceReport, Working
from diplotui.fetching.state import (
    after_failure,
    after_folder,
    after_move,
    after_success,
    failure_words,
    instant_of,
    shown,
)
from diplotui.model.sources import FOLDER, HostState, Retention, Source, Tidied, WatchedSource
from diplotui.sources import schedule
from diplotui.sources.addresses import host_key, place_of
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.http import TOTAL_SECONDS, Answer, Request
from diplotui.sources.network import Network
from diplotui.sources.secrets import read_secret
from diplotui.sources.turns import GAP_SECONDS
from diplotui.sources.worker import ParseWorker
from diplotui.store import Store

IN_FLIGHT = 32
"""Sources that are asked at the same time, each on a host of its own."""
BUSY_SECONDS = 15.0
"""Until sources that another program is asking are looked at again."""
_LONGEST_WAIT = timedelta(seconds=schedule.DAY + schedule.HOUR)
"""A host that seems to want more was written down by a clock that was wrong."""
LEASE_SECONDS = 120.0
RENEW_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How a round goes about it; tests are in more of a hurry."""

    gap: float = GAP_SECONDS
    total: float = TOTAL_SECONDS
    in_flight: int = IN_FLIGHT


Report = Callable[[SourceReport], None]
Progress = Callable[[Working], None]


def fetch_round(
    store: Store,
    *,
    everything: bool = False,
    only: Collection[str] | None = None,
    report: Report | None = None,
    progress: Progress | None = None,
    stopping: Callable[[], bool] = lambda: False,
    pace: Pace | None = None,
) -> tuple[SourceReport, ...]:
    """Ask the sources that are due, or ``everything`` that is not paused; ``only``: among these ids.

    ``report`` hears of each source as it is done, ``progress`` of every step; ``stopping`` is asked in
    between whether to leave off: what was not read then is read next time. Where the ledger has a limit of
    age or size, what is beyond it is taken away afterwards. Raises StoreError where the ledger cannot be
    written; a source's own failure is in its report.
    """
    now = clock.now()
    chosen = [
        watched
        for watched in store.sources.listed()
        if (only is None or watched.source.id in only)
        and not watched.source.paused
        and (everything or _is_due(watched, now))
    ]
    if not chosen:
        return ()
    reports = _Round(
        store, pace or Pace(), report or (lambda _: None), progress or (lambda _: None), stopping
    ).run(chosen)
    tidy(store, store.sources.retention())
    return reports


def tidy(store: Store, retention: Retention, *, preview: bool = False) -> Tidied:
    """Take away texts on which nothing rests, or only say what would go. Raises StoreError."""
    before = None
    if retention.days is not None:
        before = clock.instant_text(clock.now() - timedelta(days=retention.days))
    if preview:
        return store.sources.tidy_plan(retention, before)
    if retention == Retention():
        return Tidied(0, 0, 0)
    return store.sources.tidy(retention, before)


def next_due(store: Store) -> datetime | None:
    """When the next source is due and its host may be asked; None where nothing will be."""
    now = clock.now()
    hosts = store.sources.host_states()
    dues = []
    for watched in store.sources.listed():
        if not watched.source.paused and (watched.state.due or not watched.state.fetched):
            due = instant_of(watched.state.due) or now
            host = hosts.get(_host_of(watched.source))
            free = instant_of(host.free_at) if host else None
            dues.append(max(due, free) if free is not None and free <= now + _LONGEST_WAIT else due)
    return min(dues, default=None)


class _Round:
    """One round over some sources; used once."""

    def __init__(
        self, store: Store, pace: Pace, report: Report, progress: Progress, stopping: Callable[[], bool]
    ) -> None:
        self._store = store
        self._pace = pace
        self._report = report
        self._progress = progress
        self._total = 0
        self._stopping = stopping
        self._reports: list[SourceReport] = []
        self._owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._renewed = time.monotonic()
        self._hosts: dict[str, HostState] = store.sources.host_states()

    def run(self, chosen: list[WatchedSource]) -> tuple[SourceReport, ...]:
        """Ask all of ``chosen`` that no other program is asking or has just asked."""
        self._total = len(chosen)
        self._progress(Working(0, self._total))
        by_host: dict[str, deque[WatchedSource]] = {}
        for watched in chosen:
            by_host.setdefault(_host_of(watched.source), deque()).append(watched)
        self._set_aside(by_host, self._waiting(by_host), Outcome.WAITING)
        try:
            self._claim(by_host)
            for address in [key for key in by_host if key.startswith(FOLDER)]:
                for watched in by_host.pop(address):
                    if not self._stopping():
                        self._tell(self._read_folder(watched))
            if not by_host:
                return tuple(self._reports)
            with Network(gap=self._pace.gap, total=self._pace.total) as network, ParseWorker() as worker:
                self._ask_all(by_host, network, worker)
        finally:
            self._store.sources.release(self._owner)
        return tuple(self._reports)

    def _claim(self, by_host: dict[str, deque[WatchedSource]]) -> None:
        """Take the hosts that are free; what was asked since we looked at the list is not asked again."""
        now = clock.now()
        claimed = self._store.sources.claim(
            by_host,
            self._owner,
            now=clock.instant_text(now),
            until=clock.instant_text(now + timedelta(seconds=LEASE_SECONDS)),
            gone=_is_gone,
        )
        self._set_aside(by_host, set(by_host) - claimed, Outcome.BUSY)
        fetched = {watched.source.id: watched.state.fetched for watched in self._store.sources.listed()}
        for host, waiting in list(by_host.items()):
            late = {each.source.id for each in waiting if fetched.get(each.source.id) != each.state.fetched}
            by_host[host] = deque(each for each in waiting if each.source.id not in late)
            for each in waiting:
                if each.source.id in late:
                    words = "another program has just asked it; nothing is lost"
                    self._tell(SourceReport(each.source, Outcome.BUSY, error=words))
            if not by_host[host]:
                del by_host[host]

    def _waiting(self, hosts: Iterable[str]) -> set[str]:
        """Hosts that asked to be left alone for longer."""
        now = clock.now()
        free_at = {host: instant_of(self._hosts[host].free_at) for host in hosts if host in self._hosts}
        return {
            host for host, free in free_at.items() if free is not None and now < free <= now + _LONGEST_WAIT
        }

    def _set_aside(
        self, by_host: dict[str, deque[WatchedSource]], hosts: Iterable[str], outcome: Outcome
    ) -> None:
        for host in sorted(hosts):
            for watched in by_host.pop(host):
                words = "another program is asking this host right now; nothing is lost"
                if outcome is Outcome.WAITING:
                    words = f"{host} asked to be left alone until {shown(self._hosts[host].free_at)}"
                self._tell(SourceReport(watched.source, outcome, error=words))

    def _ask_all(
        self, by_host: dict[str, deque[WatchedSource]], network: Network, worker: ParseWorker
    ) -> None:
        """Keep requests to different hosts under way, and work through the answers as they come."""
        under_way: dict[Future[Answer], tuple[str, WatchedSource]] = {}
        idle = deque(by_host)
        while (idle or under_way) and not self._stopping():
            while idle and len(under_way) < self._pace.in_flight:
                host = idle.popleft()
                watched = by_host[host].popleft()
                try:
                    asked = network.submit(self._request(watched, host))
                except FetchError as error:
                    asked = Future()
                    asked.set_exception(error)
                under_way[asked] = (host, watched)
            done, _ = wait(under_way, timeout=1.0, return_when=FIRST_COMPLETED)
            self._renew()
            for answered in done:
                host, watched = under_way.pop(answered)
                self._settle(watched, host, answered, network, worker)
                if by_host[host] and not self._waiting([host]):
                    idle.append(host)
                elif by_host[host]:
                    self._set_aside(by_host, [host], Outcome.WAITING)

    def _request(self, watched: WatchedSource, host: str) -> Request:
        source, state = watched.source, watched.state
        return Request(
            url=source.url,
            allow_private=source.allow_private,
            etag=state.etag,
            last_modified=state.last_modified,
            validators_url=state.validators_url,
            secrets=read_secret(source.secret),
            browser_like=host in self._hosts and self._hosts[host].browser_like,
        )

    def _settle(
        self,
        watched: WatchedSource,
        host: str,
        answered: "Future[Answer]",
        network: Network,
        worker: ParseWorker,
    ) -> None:
        """Work through one source's answer, and write and tell what became of it."""
        try:
            answer = answered.result()
            self._remember(host, browser_like=answer.browser_like)
            done = self._keep(watched, answer, network, worker)
        except FetchError as error:
            done = self._fail(watched, host, error)
        self._tell(done)

    def _keep(
        self, watched: WatchedSource, answer: Answer, network: Network, worker: ParseWorker
    ) -> SourceReport:
        source, state, now = watched.source, watched.state, clock.now()
        body_hash = hashlib.sha256(answer.body).hexdigest()
        feed, kept = None, Kept()
        if not answer.not_modified and body_hash != state.body_hash:
            feed = worker.feed(answer.body, answer.content_type, answer.url, now)
            if not feed.entries and watched.entries:
                raise FetchError(Fault.EMPTY, "has no entries any more, although it had some")
            keeper = EntryKeeper(
                self._store,
                source,
                network,
                worker,
                self._pulse(source),
                filter_of(self._store, source),
                read_secret(source.secret) if source.pages else (),
            )
            kept = keeper.keep(feed, state.rung)
        after = after_success(watched, answer, feed, kept, body_hash, now)
        same_feed = feed is None or kept.known > 0 or not watched.entries
        taken = self._store.sources.addresses()
        after, moved = after_move(source, after, answer.permanent_url if same_feed else None, taken)
        self._store.sources.record(after, kept.rows, at=clock.instant_text(now), source=moved)
        return SourceReport(
            source=moved or source,
            outcome=Outcome.UNCHANGED if feed is None else Outcome.FETCHED,
            new=kept.new,
            changed=kept.changed,
            waiting=kept.waiting,
            left_out=kept.left_out,
            error=kept.trouble,
        )

    def _read_folder(self, watched: WatchedSource) -> SourceReport:
        """Read what is new in a folder."""
        source, now = watched.source, clock.now()
        try:
            keeper = FolderKeeper(self._store, source, self._pulse(source), filter_of(self._store, source))
            kept = keeper.keep()
        except FetchError as error:
            return self._fail(watched, source.url, error)
        after = after_folder(watched, kept, keeper.newest, now)
        self._store.sources.record(after, kept.rows, at=clock.instant_text(now))
        return SourceReport(
            source,
            Outcome.FETCHED if kept.rows else Outcome.UNCHANGED,
            new=kept.new,
            changed=kept.changed,
            waiting=kept.waiting,
            left_out=kept.left_out,
        )

    def _pulse(self, source: Source) -> Callable[[int, int], bool]:
        """Called between two entries of a source: keeps the leases, tells, and says whether to leave off."""
        began = time.monotonic()

        def pulse(done: int, total: int) -> bool:
            self._renew()
            self._progress(Working(len(self._reports), self._total, source.name, done, total))
            return self._stopping() or time.monotonic() - began > MOST_SECONDS

        return pulse

    def _fail(self, watched: WatchedSource, host: str, error: FetchError) -> SourceReport:
        now = clock.now()
        if error.retry_after:
            self._remember(host, free_at=clock.instant_text(now + timedelta(seconds=error.retry_after)))
        after = after_failure(watched, error, now)
        self._store.sources.record(after, at=clock.instant_text(now))
        return SourceReport(
            watched.source,
            Outcome.GONE if error.kind is Fault.GONE else Outcome.FAILED,
            error=failure_words(watched.source, after),
        )

    def _remember(self, host: str, *, free_at: str | None = None, browser_like: bool = False) -> None:
        """Write down what a host asked for, where that is news."""
        known = self._hosts.get(host, HostState(host))
        after = HostState(host, free_at or known.free_at, browser_like or known.browser_like)
        if after != known:
            self._hosts[host] = after
            self._store.sources.remember_host(after)

    def _renew(self) -> None:
        """Keep our hosts while a round takes long."""
        if time.monotonic() - self._renewed > RENEW_SECONDS:
            self._renewed = time.monotonic()
            until = clock.now() + timedelta(seconds=LEASE_SECONDS)
            self._store.sources.renew(self._owner, clock.instant_text(until))

    def _tell(self, done: SourceReport) -> None:
        self._reports.append(done)
        self._report(done)
        self._progress(Working(len(self._reports), self._total))


def _is_due(watched: WatchedSource, now: datetime) -> bool:
    state = watched.state
    return schedule.is_due(instant_of(state.due), instant_of(state.fetched), now)


def _host_of(source: Source) -> str:
    """What counts as a source's host; a folder, or what was written by hand and is none, is its own."""
    try:
        return host_key(place_of(source.url).host)
    except FetchError:
        return source.url


def _is_gone(owner: str) -> bool:
    """Whether the process that holds a lease has ended; unknown, and so no, on another machine."""
    machine, _, rest = owner.partition(":")
    number = rest.partition(":")[0]
    if machine != socket.gethostname() or not number.isdigit() or os.name != "posix":
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
