"""Parsing in a process of its own that is killed at its deadline: hostile files stop nobody else.

The two speak over pipes: a line of JSON with the job and the number of bytes that follow, and a line of JSON
back. Nothing but JSON comes back, so that a parser that was taken over can hand us words and no objects.
"""

import json
import subprocess
import sys
import threading
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import Any

from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.parsed import FeedLink, ParsedFeed, ParsedPage, RobotsWord, feed_of, links_of

FEED_SECONDS = 5.0
PAGE_SECONDS = 10.0
STARTUP_SECONDS = 20.0
"""For a new process to load its parsers on a busy machine."""
MOST_MEMORY = 1_500_000_000
"""Bytes of address space of the parse process, where the system can say."""

_CHILD = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from diplotui.sources.worker import serve
serve()
"""


class ParseWorker:
    """Hands jobs to the parse process, one at a time; starts it when needed and again after a kill.

    Used by one thread. Raises FetchError from every job: UNREADABLE at the deadline or on a crash, or what
    the job itself says.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "ParseWorker":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def feed(self, data: bytes, content_type: str, url: str, now: datetime) -> ParsedFeed:
        """A feed of any kind."""
        job = {"job": "feed", "type": content_type, "url": url, "now": now.isoformat()}
        return feed_of(self._run(job, data, FEED_SECONDS))

    def page(self, data: bytes, url: str | None, now: datetime) -> ParsedPage:
        """The article of a page."""
        return ParsedPage(
            **self._run({"job": "page", "url": url, "now": now.isoformat()}, data, PAGE_SECONDS)
        )

    def mail(self, data: bytes, now: datetime) -> ParsedPage:
        """The text of an e-mail."""
        return ParsedPage(**self._run({"job": "mail", "now": now.isoformat()}, data, PAGE_SECONDS))

    def feeds_of_page(self, data: bytes, url: str) -> tuple[FeedLink, ...]:
        """The feeds that a page declares."""
        return links_of(self._run({"job": "discover", "url": url}, data, FEED_SECONDS))

    def opml(self, data: bytes) -> tuple[FeedLink, ...]:
        """The feeds of an OPML list."""
        return links_of(self._run({"job": "opml"}, data, FEED_SECONDS))

    def robots(self, robots: bytes, url: str) -> RobotsWord:
        """What robots.txt says of a page."""
        return RobotsWord(**self._run({"job": "robots", "url": url}, robots, FEED_SECONDS))

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe and pipe.close()
        process.wait()

    def _run(self, job: dict[str, Any], data: bytes, seconds: float) -> Any:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = _start()
            self._exchange(b"", STARTUP_SECONDS)
        order = json.dumps(job | {"bytes": len(data)}).encode() + b"\n"
        answer = json.loads(self._exchange(order + data, seconds))
        if "error" in answer:
            raise FetchError(Fault(answer["error"]), answer["message"])
        return answer["result"]

    def _exchange(self, order: bytes, seconds: float) -> bytes:
        """Write an order and read the line that answers it; the process is killed when time is up."""
        process = self._process
        assert process is not None and process.stdin is not None and process.stdout is not None
        watchdog = threading.Timer(seconds, process.kill)
        watchdog.start()
        try:
            process.stdin.write(order)
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            line = b""
        finally:
            watchdog.cancel()
        if not line.endswith(b"\n"):
            self.close()
            raise FetchError(
                Fault.UNREADABLE, f"cannot be read within {seconds:g} seconds and bounded memory"
            )
        return line


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _CHILD, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # an interrupt from the keyboard is for us to handle
    )


def serve() -> None:
    """The parse process: jobs from standard input until it is closed."""
    _limit_memory()
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not get between the answers
    from diplotui.sources import feeds

    feeds.load_parser()
    answers.write(b"ready\n")
    answers.flush()
    while line := jobs.readline():
        job = json.loads(line)
        data = jobs.read(job["bytes"])
        _end_by_itself(3 * (FEED_SECONDS + PAGE_SECONDS))
        answers.write(json.dumps(_answer(job, data)).encode() + b"\n")
        answers.flush()
        _end_by_itself(0)


def _answer(job: dict[str, Any], data: bytes) -> dict[str, Any]:
    from diplotui.sources.parsed import to_plain

    try:
        return {"result": to_plain(_do(job, data))}
    except FetchError as error:
        return {"error": error.kind.value, "message": str(error)}
    except (Exception, RecursionError, MemoryError) as error:
        return {"error": Fault.UNREADABLE.value, "message": f"cannot be read ({type(error).__name__})"}


def _do(job: dict[str, Any], data: bytes) -> ParsedFeed | ParsedPage | RobotsWord | tuple[FeedLink, ...]:
    name = job["job"]
    if name == "feed":
        from diplotui.sources.feeds import read_feed

        return read_feed(data, job["type"], job["url"], datetime.fromisoformat(job["now"]))
    if name == "discover":
        from diplotui.sources.discovery import feeds_of_page

        return feeds_of_page(data, job["url"])
    if name == "opml":
        from diplotui.sources.opml import read_opml

        return read_opml(data)
    if name == "mail":
        from diplotui.sources.mail import read_mail

        return read_mail(data, datetime.fromisoformat(job["now"]))
    from diplotui.sources.pages import read_page, read_robots

    if name == "page":
        return read_page(data, job["url"], datetime.fromisoformat(job["now"]))
    return read_robots(data, job["url"])


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _end_by_itself(seconds: float) -> None:
    """Let the system end this process after a while, should the one that watches it be gone."""
    import signal

    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
