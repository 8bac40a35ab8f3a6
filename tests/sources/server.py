"""A small loopback web server that can also misbehave; it answers with the bytes that it is told to."""

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    host: str
    """The loopback address that was connected to."""


Route = bytes | Callable[[Asked, asyncio.StreamWriter], Awaitable[None]] | Callable[[Asked], bytes]


def answer(body: bytes | str = b"", status: int = 200, **headers: str) -> bytes:
    """A whole HTTP answer; header names have _ for -."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Words", f"Content-Length: {len(data)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + data


def redirect(to: str, status: int = 302) -> bytes:
    return answer(b"", status, Location=to)


@dataclass
class Server:
    """Serves ``routes`` (path to answer) on one port of each of the addresses, in a thread of its own."""

    addresses: Sequence[str] = ("127.0.0.1",)
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    busiest: dict[str, int] = field(default_factory=dict)
    """The most requests that were under way at once, by address."""

    def __post_init__(self) -> None:
        self._now: dict[str, int] = {}
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self.port = 0

    def __enter__(self) -> "Server":
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def url(self, path: str = "/", address: str | None = None) -> str:
        return f"http://{address or self.addresses[0]}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        first = await asyncio.start_server(self._handle, self.addresses[0], 0)
        self.port = first.sockets[0].getsockname()[1]
        servers = [first]
        for address in self.addresses[1:]:
            servers.append(await asyncio.start_server(self._handle, address, self.port))
        self._ready.set()
        await self._stop.wait()
        for server in servers:
            server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0)

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = writer.get_extra_info("sockname")[0]
        # A task that ends by cancellation would be reported by asyncio's own callback: end normally.
        with contextlib.suppress(Exception, asyncio.CancelledError), self._counted(host):
            head = await reader.readuntil(b"\r\n\r\n")
            lines = head.decode("latin-1").split("\r\n")
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])
            }
            asked = Asked(lines[0].split(" ")[1], headers, host)
            self.asked.append(asked)
            route = self.routes.get(asked.path, answer("nothing here", 404))
            if not isinstance(route, bytes):
                made = route(asked) if not asyncio.iscoroutinefunction(route) else await route(asked, writer)
                route = made if isinstance(made, bytes) else b""
            writer.write(route)
            await writer.drain()
        writer.transport.abort() if self._stop.is_set() else writer.close()

    @contextlib.contextmanager
    def _counted(self, host: str) -> Iterator[None]:
        self._now[host] = self._now.get(host, 0) + 1
        self.busiest[host] = max(self.busiest.get(host, 0), self._now[host])
        try:
            yield
        finally:
            self._now[host] -= 1
