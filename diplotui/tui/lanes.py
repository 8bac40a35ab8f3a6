"""The only way from the dashboard to the ledger: a reader lane, a writer lane and a watcher.

A lane is one thread with its own open store; jobs run in order and their results are awaited, so the screen
never waits for the disk. The watcher is a thread that waits for changes by whomever (this dashboard, another
one, an ingest elsewhere) and reports them: one path of refresh for all.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from diplotui.errors import NewerLedger, StoreCorrupt, StoreError, StoreGone

if TYPE_CHECKING:
    from diplotui.model import Change
    from diplotui.store import Store

Result = TypeVar("Result")
Opener = Callable[[], "Store"]
"""Opens the ledger for the calling thread."""

SHORTEST_PAUSE = 0.033
"""Seconds between two reports of changes: at most about 30 refreshes a second."""
LONGEST_WAIT = 0.25
"""Seconds after which a waiting watcher looks whether it shall stop."""
RETRY_AFTER = 1.0
"""Seconds until the watcher tries a ledger again that it could not read."""


AT_ONCE = 500
"""Changes read and reported in one go."""


class Lane:
    """One thread with its own store; jobs run one after the other.

    ``keep``: a job once given is always done, even if nobody waits for it any more (for writing); else a job
    that nobody waits for never starts (for reading).
    """

    def __init__(self, name: str, opener: Opener, *, keep: bool = False) -> None:
        self._opener = opener
        self._keep = keep
        self._store: Store | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"diplotui-{name}")

    def submit(self, job: "Callable[[Store], Result]") -> Future[Result]:
        """Begin ``job`` with the lane's store, as soon as those before it are done."""
        return self._pool.submit(self._work, job)

    async def run(self, job: "Callable[[Store], Result]") -> Result:
        """Run ``job`` with the lane's store and give its result."""
        future = asyncio.wrap_future(self.submit(job))
        return await (asyncio.shield(future) if self._keep else future)

    def _work(self, job: "Callable[[Store], Result]") -> Result:
        if self._store is None:
            self._store = self._opener()
        try:
            return job(self._store)
        except (StoreGone, NewerLedger, StoreCorrupt):
            self._let_go()  # the next job opens anew; after any other error the store, and its undo, stays
            raise

    def _let_go(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def close(self) -> None:
        """Finish the jobs already given, then close the store in its own thread."""
        self._pool.submit(self._let_go)
        self._pool.shutdown(wait=True)


class Watcher:
    """A thread that reports changes of the ledger, and when it cannot be read.

    It reports once, without changes, when it begins: what came in before it looked is read then.
    """

    def __init__(
        self,
        opener: Opener,
        changed: "Callable[[tuple[Change, ...]], None]",
        failed: Callable[[str], None],
    ) -> None:
        self._opener = opener
        self._changed = changed
        self._failed = failed
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="diplotui-watch", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def close(self) -> None:
        """Stop watching; returns when the thread has ended."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=4 * LONGEST_WAIT)

    def _run(self) -> None:
        cursor: str | None = None
        due = True  # at first, and after a failure: something may have been missed meanwhile
        while not self._stop.is_set():
            try:
                store = self._opener()
                try:
                    if cursor is None:
                        cursor = store.cursor()
                    if due:
                        due = False
                        self._changed(())
                    while not self._stop.is_set():
                        cursor = self._look(store, cursor)
                finally:
                    store.close()
            except StoreError as error:
                due = True
                self._failed(str(error))
                self._stop.wait(RETRY_AFTER)
            except Exception as error:
                due = True
                self._failed(f"the ledger cannot be followed: {error}")
                self._stop.wait(RETRY_AFTER)

    def _look(self, store: "Store", cursor: str) -> str:
        """Wait once, report what changed since ``cursor``, and rest; gives the new cursor."""
        if not store.wait(LONGEST_WAIT):
            return cursor
        before = time.monotonic()
        changes, cursor = store.changes(cursor, AT_ONCE)
        while changes:
            self._changed(changes)
            changes, cursor = store.changes(cursor, AT_ONCE) if len(changes) == AT_ONCE else ((), cursor)
        self._stop.wait(max(0.0, SHORTEST_PAUSE - (time.monotonic() - before)))
        return cursor


class Lanes:
    """The reader and the writer lane of one dashboard, and the watcher once it is started."""

    def __init__(self, opener: Opener) -> None:
        self.opener = opener
        self.reader = Lane("read", opener)
        self.writer = Lane("write", opener, keep=True)
        self._watcher: Watcher | None = None

    def watch(self, changed: "Callable[[tuple[Change, ...]], None]", failed: Callable[[str], None]) -> None:
        """Report changes from now on; both are called in the watcher's thread."""
        self._watcher = Watcher(self.opener, changed, failed)
        self._watcher.start()

    def close(self) -> None:
        """Stop watching, finish what is being written, close all stores."""
        if self._watcher is not None:
            self._watcher.close()
        self.writer.close()
        self.reader.close()
