"""Politeness: one request at a time to one host, and a pause between two."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

GAP_SECONDS = 1.0
"""Pause between the end of one request to a host and the start of the next."""


class HostTurns:
    """Who may ask which host now; belongs to one event loop."""

    def __init__(self, gap: float = GAP_SECONDS) -> None:
        self._gap = gap
        self._locks: dict[str, asyncio.Lock] = {}
        self._free_at: dict[str, float] = {}

    @asynccontextmanager
    async def turn(self, host: str, gap: float | None = None) -> AsyncIterator[None]:
        """Wait for this host's turn and hold it; ``gap``: a longer pause that the site asks for."""
        clock = asyncio.get_running_loop().time
        async with self._locks.setdefault(host, asyncio.Lock()):
            if (pause := self._free_at.get(host, 0.0) - clock()) > 0:
                await asyncio.sleep(pause)
            try:
                yield
            finally:
                self._free_at[host] = clock() + max(self._gap, gap or 0.0)
