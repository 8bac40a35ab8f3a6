"""The web from a plain thread: an event loop of its own asks, so that reading an article never delays it."""

import asyncio
import threading
from concurrent.futures import Future
from types import TracebackType

from diplotui.sources.http import TOTAL_SECONDS, Answer, Request, Web
from diplotui.sources.turns import GAP_SECONDS, HostTurns


class Network:
    """Requests under way, in the background; end it with ``close``, which drops what is not done."""

    def __init__(self, *, gap: float = GAP_SECONDS, total: float = TOTAL_SECONDS) -> None:
        self._loop = asyncio.new_event_loop()
        self._web = Web(HostTurns(gap), total=total)
        self._thread = threading.Thread(target=self._loop.run_forever, name="network", daemon=True)
        self._thread.start()

    def __enter__(self) -> "Network":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(self, request: Request) -> "Future[Answer]":
        """Begin to ask; the result raises FetchError where it fails."""
        return asyncio.run_coroutine_threadsafe(self._web.fetch(request), self._loop)

    def fetch(self, request: Request) -> Answer:
        """Ask and wait for the answer."""
        return self.submit(request).result()

    def close(self) -> None:
        """Stop asking and let go of all connections."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _end(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._web.aclose()
