"""How fetching a source stands after a fetch: pure steps from one FetchState to the next, and their words."""

import random
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from diplotui import clock
from diplotui.fetching.entries import Kept
from diplotui.model.sources import FetchState, Source, WatchedSource
from diplotui.sources import schedule
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.http import Answer
from diplotui.sources.parsed import ParsedFeed

WAITING_SECONDS = 60.0
"""Until entries that had to wait are read on."""
FOLDER_SECONDS = 30.0
"""Between two looks into a folder for which nothing was chosen."""
FILE_SECONDS = 5.0
"""Until a file that was still being written is looked at again."""
MOVES = 2
"""Equal permanent redirects in a row after which a source's address is changed."""


def after_success(
    watched: WatchedSource, answer: Answer, feed: ParsedFeed | None, kept: Kept, body_hash: str, now: datetime
) -> FetchState:
    """The state after a feed came, changed or not."""
    state = watched.state
    if feed is not None:
        dates = [when for entry in feed.entries if (when := instant_of(entry.published)) is not None]
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
        seconds = min(seconds, WAITING_SECONDS)
    return replace(
        state,
        due=clock.instant_text(schedule.due_after_success(now, seconds, random.random())),
        fetched=clock.instant_text(now),
        succeeded=clock.instant_text(now),
        fault=None,
        error=None,
        failures=0,
    )


def after_folder(watched: WatchedSource, kept: Kept, newest: date | None, now: datetime) -> FetchState:
    """The state after a look into a folder."""
    minutes = watched.source.minutes
    seconds = FOLDER_SECONDS if minutes is None else minutes * schedule.MINUTE
    if kept.waiting:
        seconds = min(seconds, FILE_SECONDS)
    state = watched.state
    day = newest.isoformat() if newest else None
    return replace(
        state,
        due=clock.instant_text(now + timedelta(seconds=seconds)),
        fetched=clock.instant_text(now),
        succeeded=clock.instant_text(now),
        newest=max(filter(None, (state.newest, day)), default=None),
        fault=None,
        error=None,
        failures=0,
    )


def after_failure(watched: WatchedSource, error: FetchError, now: datetime) -> FetchState:
    """The state after a failure: tried again ever later, at least daily; never again where it is gone."""
    state = watched.state
    failures = state.failures + 1
    seconds = schedule.interval(chosen_minutes=watched.source.minutes, gap=state.usual_gap)
    due = schedule.due_after_failure(now, seconds, failures, error.retry_after, random.random())
    return replace(
        state,
        due=None if error.kind is Fault.GONE else clock.instant_text(due),
        fetched=clock.instant_text(now),
        fault=error.kind.value,
        error=str(error),
        failures=failures,
    )


def after_move(
    source: Source, state: FetchState, target: str | None, taken: Collection[str]
) -> tuple[FetchState, Source | None]:
    """Follow a move for good at the second equal answer: one may be a log-in page's doing.

    ``target``: where permanent redirects led, ``taken``: addresses that are watched already.
    """
    if target is None or target == source.url:
        return replace(state, moved_to=None, moved_times=0), None
    times = state.moved_times + 1 if target == state.moved_to else 1
    state = replace(state, moved_to=target, moved_times=times)
    if times < MOVES or target in taken:
        return state, None
    moved = replace(source, url=target, former_urls=(*source.former_urls, source.url))
    return replace(state, moved_to=None, moved_times=0), moved


def failure_words(source: Source, state: FetchState) -> str:
    """A source's last failure as a line of help: what failed, for which source, what happens next."""
    after = "it is not asked again; see 'diplotui remove', its entries stay"
    if state.due is not None:
        after = f"next try {shown(state.due)}"
    return f"{source.name}: {state.error}; {after}"


def instant_of(words: str | None) -> datetime | None:
    """An instant as records keep it."""
    return datetime.fromisoformat(words) if words else None


def shown(instant: str | None) -> str:
    """An instant for people, in their own zone."""
    when = instant_of(instant)
    return when.astimezone().strftime("%Y-%m-%d %H:%M") if when else "later"
