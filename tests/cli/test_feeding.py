"""Sources as their users type them: add, list, fetch, remove, watch."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_command_line import run
from tests.sources.conftest import no_proxy, server
from tests.sources.server import Server, answer
from tests.sources.test_fetching import FEED, item, rss

__all__ = ["no_proxy", "server"]

OPML = "<opml><body><outline text='Wire' xmlUrl='{0}'/><outline text='Bad' xmlUrl='file:///x'/></body></opml>"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    return str(tmp_path / "ledger.db")


def test_a_source_from_its_address_to_the_timeline_and_away(
    capsys: pytest.CaptureFixture[str], ledger: str, server: Server
) -> None:
    server.routes["/feed"] = answer(FEED)
    code, out, _ = run(capsys, "add", server.url("/feed"), "--allow-private", "--db", ledger)
    assert code == 0 and "watching Wire" in out
    assert json.loads(run(capsys, "timeline", "--json", "--db", ledger)[1]) == [], "nothing is stored yet"
    code, out, _ = run(capsys, "add", server.url("/feed"), "--allow-private", "--db", ledger)
    assert (code, "already" in out) == (0, True)

    code, out, err = run(capsys, "fetch", "--json", "--db", ledger)
    (report,) = json.loads(out)
    assert (code, err) == (0, "")
    assert {key: report[key] for key in ("source", "url", "outcome", "new", "changed", "error")} == {
        "source": "Wire", "url": server.url("/feed"), "outcome": "fetched", "new": 2, "changed": 0,
        "error": None,
    }  # fmt: skip
    assert json.loads(run(capsys, "timeline", "--json", "--db", ledger)[1])
    assert json.loads(run(capsys, "fetch", "--json", "--db", ledger)[1]) == [], "nothing is due"
    assert "nothing changed" in run(capsys, "fetch", "--now", "--db", ledger)[1]

    (source,) = json.loads(run(capsys, "sources", "--json", "--db", ledger)[1])
    assert (source["name"], source["documents"], source["error"]) == ("Wire", 2, None)
    assert "Wire" in run(capsys, "sources", "--db", ledger)[1]
    assert server.url("/feed") in run(capsys, "sources", "--opml", "--db", ledger)[1]
    assert run(capsys, "remove", source["id"], "--db", ledger)[0] == 0
    assert json.loads(run(capsys, "sources", "--json", "--db", ledger)[1]) == []
    assert run(capsys, "remove", "Wire", "--db", ledger)[0] == 1
    assert json.loads(run(capsys, "timeline", "--json", "--db", ledger)[1])


def test_a_page_leads_to_its_feed(capsys: pytest.CaptureFixture[str], ledger: str, server: Server) -> None:
    head = "<html><head><link rel=alternate type='application/rss+xml' href='/{0}'></head></html>"
    server.routes |= {
        "/": answer(head.format("feed"), Content_Type="text/html"),
        "/none": answer("<html><body>Hello</body></html>", Content_Type="text/html"),
        "/feed": answer(FEED),
    }
    assert run(capsys, "add", server.url("/"), "--allow-private", "--name", "Mine", "--db", ledger)[0] == 0
    (source,) = json.loads(run(capsys, "sources", "--json", "--db", ledger)[1])
    assert (source["name"], source["url"]) == ("Mine", server.url("/feed"))
    code, _, err = run(capsys, "add", server.url("/none"), "--allow-private", "--db", ledger)
    assert code == 1 and "names no feed" in err and err.count("\n") == 1


REFUSED = [
    ("ftp://news.example/feed", "neither http nor https"),
    ("http://127.0.0.1:9/feed", "--allow-private"),
    ("http://[::1]/feed", "--allow-private"),
    ("http://169.254.169.254/", "not on the public Internet"),
    ("http://u:p@news.example/", "user name"),
    ("nothing.opml", "no such file"),
    ("/no/such/folder", "no such file or folder"),
]


@pytest.mark.parametrize(("what", "words"), REFUSED)
def test_what_cannot_be_watched_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], ledger: str, what: str, words: str
) -> None:
    code, out, err = run(capsys, "add", what, "--db", ledger)
    assert (code, out, err.count("\n")) == (1, "", 1) and words in err
    assert not Path(ledger).exists()


def test_a_list_of_feeds_is_added_without_asking_any(
    capsys: pytest.CaptureFixture[str], ledger: str, server: Server, tmp_path: Path
) -> None:
    listed = tmp_path / "feeds.opml"
    listed.write_text(OPML.format(server.url("/feed")))
    code, out, err = run(capsys, "add", str(listed), "--allow-private", "--db", ledger)
    assert code == 0 and "watching Wire" in out and "not added" in err
    assert server.asked == []


def test_a_failing_source_beside_a_good_one(
    capsys: pytest.CaptureFixture[str], ledger: str, server: Server
) -> None:
    server.routes |= {"/good": answer(FEED), "/bad": answer(b"", 500)}
    for path in ("/good", "/bad"):
        run(capsys, "add", server.url(path), "--allow-private", "--db", ledger)
    server.routes["/bad"] = b"HTTP/1.1 500 \x1b[2J\r\n\r\n"
    code, out, err = run(capsys, "fetch", "--now", "--db", ledger)
    assert code == 0 and "Wire: 2 new" in out
    assert "127.0.0.1" in err and "next try" in err and "\x1b" not in out + err
    run(capsys, "remove", "Wire", "--db", ledger)
    assert run(capsys, "fetch", "--now", "--db", ledger)[0] == 1, "nothing could be fetched at all"
    assert "next try" in run(capsys, "sources", "--db", ledger)[1]


def test_sources_to_begin_with_are_offered_and_sound(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    from diplotui.sources.addresses import is_web_url

    offered = json.loads(run(capsys, "sources", "--starter", "--json", "--db", ledger)[1])
    assert len(offered) > 20 and all(is_web_url(each["url"]) for each in offered)
    assert len({each["url"] for each in offered}) == len({each["name"] for each in offered}) == len(offered)
    assert "xmlUrl" in run(capsys, "sources", "--starter", "--opml", "--db", ledger)[1]
    assert not Path(ledger).exists()


def test_watch_lets_new_items_in_and_ends_on_request(ledger: str, server: Server) -> None:
    server.routes["/feed"] = answer(rss(item("1", "Nothing happened", "No news.")))
    command = [sys.executable, "-m", "diplotui"]
    subprocess.run(
        [*command, "add", server.url("/feed"), "--allow-private", "--db", ledger],
        check=True,
        capture_output=True,
    )
    watching = subprocess.Popen(
        [*command, "watch", "--db", ledger], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert watching.stdout is not None
    assert "1 new" in watching.stdout.readline()
    time.sleep(0.2)
    os.kill(watching.pid, signal.SIGTERM)
    _, err = watching.communicate(timeout=20)
    assert watching.returncode == 0 and "Traceback" not in err
