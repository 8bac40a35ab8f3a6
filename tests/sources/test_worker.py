"""The parse process: its answers, and its end at the deadline."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from diplotui.sources import worker as parsing
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.worker import ParseWorker
from tests.sources.test_feeds import ARTICLE, NOW, PAGE, RSS, URL


@pytest.fixture
def worker() -> Iterator[ParseWorker]:
    with ParseWorker() as one:
        yield one


def test_one_process_does_every_job(worker: ParseWorker) -> None:
    feed = worker.feed(RSS.encode(), "application/xml", URL, NOW)
    assert [entry.title for entry in feed.entries] == ["Envoy denies it"]
    assert worker._process is not None
    first = worker._process.pid
    assert worker.page(ARTICLE.encode(), URL, NOW).published == "2024-02-15"
    assert len(worker.feeds_of_page(PAGE.encode(), URL)) == 2
    assert worker.opml(b"<opml><body><outline xmlUrl='http://x.example/'/></body></opml>")[0].folders == ()
    assert worker.robots(b"User-agent: *\nDisallow: /", URL).allowed is False
    with pytest.raises(FetchError) as refused:
        worker.feed(b"hello", "text/plain", URL, NOW)
    assert refused.value.kind is Fault.NOT_A_FEED
    assert worker._process.pid == first


def test_a_hanging_parser_is_killed_and_the_next_job_runs(
    worker: ParseWorker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The stand-in parser hangs on one word: the real ones are only slow."""
    (tmp_path / "hanging.py").write_text(
        "import diplotui.sources.feeds as feeds, time\nreal = feeds.read_feed\n"
        "def read_feed(data, *rest):\n    if data == b'hang': time.sleep(60)\n    return real(data, *rest)\n"
        "feeds.read_feed = read_feed\n"
    )
    child = parsing._CHILD.replace(
        "serve()", f"\nsys.path.append({str(tmp_path)!r}); import hanging; serve()"
    )
    monkeypatch.setattr(parsing, "_CHILD", child)
    monkeypatch.setattr(parsing, "FEED_SECONDS", 1.0)
    worker.feed(RSS.encode(), "application/xml", URL, NOW)
    with pytest.raises(FetchError) as killed:
        worker.feed(b"hang", "application/xml", URL, NOW)
    assert killed.value.kind is Fault.UNREADABLE
    assert len(worker.feed(RSS.encode(), "application/xml", URL, NOW).entries) == 1


HOSTILE_BODIES = [
    ("deep XML", b"<rss><channel>" + b"<a>" * 200_000),
    ("a megabyte of &", b"<rss version='2.0'><channel><title>" + b"&" * 1_000_000),
    ("deep JSON", b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 1_000_000),
    ("huge attribute", b"<rss version='2.0'><channel a='" + b"x" * 3_000_000 + b"'/></rss>"),
    ("long date", b"<rss version='2.0'><channel><item><pubDate>" + b"1" * 100_000),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), HOSTILE_BODIES, ids=[name for name, _ in HOSTILE_BODIES])
def test_hostile_bodies_cost_a_bounded_time(worker: ParseWorker, name: str, data: bytes) -> None:
    """Read, refused or killed: in each case the next job is answered."""
    try:
        worker.feed(data, "application/xml", URL, datetime.now(UTC))
    except FetchError as error:
        assert json.dumps(str(error))
    assert len(worker.feed(RSS.encode(), "application/xml", URL, NOW).entries) == 1


def test_parsers_are_not_loaded_into_the_main_process() -> None:
    import subprocess
    import sys

    probe = (
        "import sys, diplotui.sources.worker, diplotui.sources.http\n"
        "heavy = {'feedparser', 'trafilatura', 'lxml', 'protego', 'dateparser'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
