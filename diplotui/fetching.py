"""Watched sources to the ledger: one round asks what is due, politely, and keeps what is new or changed.

A round runs in one thread, which owns the store: the network has a thread and the parsers a process of their
own. What a round does to a source is written in one transaction after its documents; killed in between, the
next round finds those documents in the ledger already.
"""

import hashlib
import os
import random
import secrets
import socket
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from diplotui import clock
from diplotui.fetching_entries import EntryKeeper, Kept
from diplotui.model.sources import FetchState, HostState, Source, WatchedSource
from diplotui.sources import schedule
from diplotui.sources.addresses import host_key, place_of
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.http import TOTAL_SECONDS, Answer, Request
from diplotui.sources.network import Network
from diplotui.sources.parsed import ParsedFeed
from diplotui.sources.turns import GAP_SECONDS
from diplotui.sources.worker import ParseWorker
from diplotui.store import Store

IN_FLIGHT = 32
"""Sources that are asked at the same time, each on a host of its own."""
LEASE_SECONDS = 120.0
RENEW_SECONDS = 30.0
MOVES = 2
"""Equal permanent redirects in a row after which a source's address is changed."""


class Outcome(StrEnum):
    """What became of a source in a round."""

    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    GONE = "gone"
    WAITING = "waiting"
    """Its host asked to be left alone until later."""
    BUSY = "busy"
    """Another program is asking its host right now."""


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source in a round; ``new``: entries first seen in it, ``waiting``: left for the next round."""

    source: Source
    outcome: Outcome
    new: int = 0
    changed: int = 0
    waiting: int = 0
    left_out: int = 0
    """Of the new ones, those that became no document."""
    error: str | None = None
    """What failed and what happens next, in one line."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How a round goes about it; tests are in more of a hurry."""

    gap: float = GAP_SECONDS
    total: float = TOTAL_SECONDS
    in_flight: int = IN_FLIGHT


Report = Callable[[SourceReport], None]


def fetch_round(
    store: Store,
    *,
    everything: bool = False,
    only: Collection[str] | None = None,
    report: Report | None = None,
    stopping: Callable[[], bool] = lambda: False,
    pace: Pace | None = None,
) -> tuple[SourceReport, ...]:
    """Ask the sources that are due, or ``everything`` that is not paused; ``only``: among these ids.

    ``report`` hears of each source as it is done; ``stopping`` is asked in between whether to leave off.
    Raises StoreError where the ledger cannot be written; a source's own failure is in its report.
    """
    now = clock.now()
    chosen = [
        watched
        for watched in store.sources.listed()
        if (only is None or watched.source.id in only)
        and not watched.source.paused
        and (everything or schedule.is_due(_instant(watched.state.due), _instant(watched.state.fetched), now))
    ]
    if not chosen:
        return ()
    return _Round(store, pace or Pace(), report or (lambda _: None), stopping).run(chosen)


def next_due(store: Store) -> datetime | None:
    """When the next source is due; None where nothing will be."""
    now = clock.now()
    dues = [
        _instant(watched.state.due) or now
        for watched in store.sources.listed()
        if not watched.source.paused and (watched.state.due or not watched.state.fetched)
    ]
    return min(dues, default=None)


class _Round:
    """One round over some sources; used once."""

    def __init__(self, store: Store, pace: Pace, report: Report, stopping: Callable[[], bool]) -> None:
        self._store = store
        self._pace = pace
        self._report = report
        self._stopping = stopping
        self._reports: list[SourceReport] = []
        self._owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._renewed = time.monotonic()
        self._hosts: dict[str, HostState] = store.sources.host_states()

    def run(self, chosen: list[WatchedSource]) -> tuple[SourceReport, ...]:
        """Ask all of ``chosen`` that no other program is asking or has just asked."""
        by_host: dict[str, deque[WatchedSource]] = {}
        for watched in chosen:
            by_host.setdefault(_host_of(watched.source), deque()).append(watched)
        self._set_aside(by_host, self._waiting(by_host), Outcome.WAITING)
        try:
            self._claim(by_host)
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
        free_at = {host: _instant(self._hosts[host].free_at) for host in hosts if host in self._hosts}
        day = timedelta(seconds=schedule.DAY + schedule.HOUR)
        return {host for host, free in free_at.items() if free is not None and now < free <= now + day}

    def _set_aside(
        self, by_host: dict[str, deque[WatchedSource]], hosts: Iterable[str], outcome: Outcome
    ) -> None:
        for host in sorted(hosts):
            for watched in by_host.pop(host):
                words = "another program is asking this host right now; nothing is lost"
                if outcome is Outcome.WAITING:
                    words = f"{host} asked to be left alone until {_shown(self._hosts[host].free_at)}"
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
                under_way[network.submit(self._request(watched, host))] = (host, watched)
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
            keeper = EntryKeeper(self._store, source, network, worker, self._renew)
            kept = keeper.keep(feed, state.rung)
        after = _after_success(watched, answer, feed, kept, body_hash, now)
        same_feed = feed is None or kept.known > 0 or not watched.entries
        after, moved = self._moved(
            source, after, answer if same_feed else replace(answer, permanent_url=None)
        )
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

    def _moved(self, source: Source, state: FetchState, answer: Answer) -> tuple[FetchState, Source | None]:
        """Follow a move for good at the second equal answer: one may be a log-in page's doing."""
        target = answer.permanent_url
        if target is None or target == source.url:
            return replace(state, moved_to=None, moved_times=0), None
        times = state.moved_times + 1 if target == state.moved_to else 1
        state = replace(state, moved_to=target, moved_times=times)
        taken = {watched.source.url for watched in self._store.sources.listed()}
        if times < MOVES or target in taken:
            return state, None
        moved = replace(source, url=target, former_urls=(*source.former_urls, source.url))
        return replace(state, moved_to=None, moved_times=0), moved

    def _fail(self, watched: WatchedSource, host: str, error: FetchError) -> SourceReport:
        now, state = clock.now(), watched.state
        failures = state.failures + 1
        seconds = schedule.interval(chosen_minutes=watched.source.minutes, gap=state.usual_gap)
        due = schedule.due_after_failure(now, seconds, failures, error.retry_after, random.random())
        gone = error.kind is Fault.GONE
        if error.retry_after:
            self._remember(host, free_at=clock.instant_text(now + timedelta(seconds=error.retry_after)))
        after = replace(
            state,
            due=None if gone else clock.instant_text(due),
            fetched=clock.instant_text(now),
            fault=error.kind.value,
            error=str(error),
            failures=failures,
        )
        self._store.sources.record(after, at=clock.instant_text(now))
        return SourceReport(
            watched.source,
            Outcome.GONE if gone else Outcome.FAILED,
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


def failure_words(source: Source, state: FetchState) -> str:
    """A source's last failure as a line of help: what failed, for which source, what happens next."""
    after = "it is not asked again; see 'diplotui remove', its entries stay"
    if state.due is not None:
        after = f"next try {_shown(state.due)}"
    return f"{source.name}: {state.error}; {after}"


def _after_success(
    watched: WatchedSource, answer: Answer, feed: ParsedFeed | None, kept: Kept, body_hash: str, now: datetime
) -> FetchState:
    """The state after a feed came, changed or not."""
    state = watched.state
    if feed is not None:
        dates = [when for entry in feed.entries if (when := _instant(entry.published)) is not None]
        newest = max((min(when, now) for when in dates), default=None)
        state = replace(
            state,
            usual_gap=schedule.usual_gap(dates),
            newest=clock.instant_text(newest) if newest else state.newest,
            hub=feed.hub,
            rung=kept.rung,
            # While entries wait, the same answer has to be read again.
            body_hash=None if kept.waiting else body_hash,
            etag=None if kept.waiting else answer.etag,
            last_modified=None if kept.waiting else answer.last_modified,
            validators_url=None if kept.waiting else answer.url,
        )
    elif not answer.not_modified:
        state = replace(
            state, etag=answer.etag, last_modified=answer.last_modified, validators_url=answer.url
        )
    seconds = schedule.interval(
        chosen_minutes=watched.source.minutes,
        gap=state.usual_gap,
        ttl_minutes=feed.ttl_minutes if feed else None,
        max_age=answer.max_age,
    )
    if kept.waiting:
        seconds = min(seconds, schedule.SHORTEST)
    return replace(
        state,
        due=clock.instant_text(schedule.due_after_success(now, seconds, random.random())),
        fetched=clock.instant_text(now),
        succeeded=clock.instant_text(now),
        fault=None,
        error=None,
        failures=0,
    )


def _host_of(source: Source) -> str:
    """What counts as a source's host; an address written by hand that is none has a turn of its own."""
    try:
        return host_key(place_of(source.url).host)
    except FetchError:
        return source.url


def _instant(words: str | None) -> datetime | None:
    return datetime.fromisoformat(words) if words else None


def _shown(instant: str | None) -> str:
    when = _instant(instant)
    return when.astimezone().strftime("%Y-%m-%d %H:%M") if when else "later"


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
