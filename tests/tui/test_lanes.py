"""Lanes and watcher: one thread, one store; order; errors; nothing left open."""

import asyncio
import threading
import time

import pytest

from diplotui.errors import StoreBusy, StoreGone
from diplotui.tui.lanes import Lane, Lanes, Watcher
from tests.tui.board import event, small_ledger


async def test_jobs_of_a_lane_run_in_order_in_one_thread() -> None:
    ledger = small_ledger()
    lane = Lane("test", ledger.opener)
    order: list[int] = []
    threads: set[int] = set()

    def job(number: int) -> int:
        time.sleep(0.01 if number == 0 else 0)
        order.append(number)
        threads.add(threading.get_ident())
        return number

    def numbered(number: int):  # type: ignore[no-untyped-def]
        return lane.run(lambda store: job(number))

    assert await asyncio.gather(*(numbered(number) for number in range(5))) == [0, 1, 2, 3, 4]
    assert order == [0, 1, 2, 3, 4] and len(threads) == 1 and threading.get_ident() not in threads
    assert ledger.opened == 1
    lane.close()
    assert ledger.opened == 0


async def test_an_error_reaches_the_caller_and_a_ledger_that_was_gone_is_opened_anew() -> None:
    ledger = small_ledger()
    lane = Lane("test", ledger.opener)
    ledger.fail["topics"] = StoreBusy("busy")
    with pytest.raises(StoreBusy):
        await lane.run(lambda store: store.topics())
    assert ledger.opened == 1, "what it can undo is not lost with a busy moment"
    ledger.fail["topics"] = StoreGone("gone")
    with pytest.raises(StoreGone):
        await lane.run(lambda store: store.topics())
    assert ledger.opened == 0
    ledger.fail.clear()
    assert len(await lane.run(lambda store: store.topics())) == 3
    lane.close()


async def test_a_reading_job_given_up_in_time_never_starts_but_a_writing_one_does() -> None:
    ledger = small_ledger()
    for keep, done in ((False, ["first"]), (True, ["first", "second"])):
        lane = Lane("test", ledger.opener, keep=keep)
        ran: list[str] = []
        release = threading.Event()

        def first(store: object, release: threading.Event = release, ran: list[str] = ran) -> None:
            release.wait(2)
            ran.append("first")

        def second(store: object, ran: list[str] = ran) -> None:
            ran.append("second")

        waiting = asyncio.ensure_future(lane.run(first))
        given_up = asyncio.ensure_future(lane.run(second))
        await asyncio.sleep(0.02)
        given_up.cancel()
        await asyncio.sleep(0)
        release.set()
        await waiting
        await asyncio.to_thread(lane.close)
        assert ran == done


def test_the_watcher_reports_what_changed_since_it_began() -> None:
    ledger = small_ledger()
    ledger.put(event(70, "before it began"))
    reported: list[str] = []
    heard = threading.Event()

    def changed(changes: tuple) -> None:  # type: ignore[type-arg]
        reported.extend(change.key for change in changes)
        heard.set()

    watcher = Watcher(ledger.opener, changed, lambda reason: None)
    watcher.start()
    assert heard.wait(3), "it reports once when it begins, so that nothing falls between two stools"
    heard.clear()
    ledger.put(event(71, "after"))
    assert heard.wait(3)
    watcher.close()
    assert reported == ["e71"] and ledger.opened == 0


def test_the_watcher_says_what_fails_and_tries_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplotui.tui.lanes.RETRY_AFTER", 0.01)
    ledger = small_ledger()
    failures: list[str] = []
    back = threading.Event()
    watcher = Watcher(ledger.opener, lambda changes: back.set(), failures.append)
    ledger.fail["open"] = StoreGone("gone")
    watcher.start()
    time.sleep(0.1)
    assert not back.is_set() and set(failures) == {"gone"}
    ledger.fail.clear()
    assert back.wait(3)
    watcher.close()


def test_an_error_that_is_not_the_stores_does_not_end_the_watcher(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplotui.tui.lanes.RETRY_AFTER", 0.01)
    ledger = small_ledger()
    failures: list[str] = []
    watcher = Watcher(ledger.opener, lambda changes: None, failures.append)
    ledger.fail["cursor"] = RuntimeError("odd")
    watcher.start()
    time.sleep(0.1)
    assert watcher._thread.is_alive() and "odd" in failures[0]
    watcher.close()
    assert not watcher._thread.is_alive()


async def test_closing_the_lanes_finishes_what_is_being_written() -> None:
    ledger = small_ledger()
    lanes = Lanes(ledger.opener)
    done: list[str] = []

    def slow(store: object) -> None:
        time.sleep(0.1)
        done.append("written")

    job = asyncio.ensure_future(lanes.writer.run(slow))
    await asyncio.sleep(0.01)
    await asyncio.to_thread(lanes.close)
    await job
    assert done == ["written"] and ledger.opened == 0
