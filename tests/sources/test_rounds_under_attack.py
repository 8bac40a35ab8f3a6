"""Rounds in processes of their own: killed at any moment, and with a terminal that hostile feeds aim at."""

import json
import os
import pty
import random
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from diplotui.store import open_store
from tests.hostile import HOSTILE
from tests.sources.server import Server, answer
from tests.sources.test_fetching import DENIAL, item, rss, watch

COMMAND = [sys.executable, "-m", "diplotui"]
OWN_COLOURS = re.compile(rb"\x1b\[[0-9;]*m")
"""What the application itself sends for a table: colours and weights, nothing that moves or sets."""


@pytest.mark.slow
def test_killed_at_any_moment_the_next_round_completes_without_repeats(
    tmp_path: Path, server: Server
) -> None:
    ledger = tmp_path / "ledger.db"
    entries = 24
    texts = [f"{DENIAL} He said so {number} times." for number in range(entries)]
    server.routes["/"] = answer(
        rss(*(item(str(number), f"Denial number {number}", text) for number, text in enumerate(texts)))
    )
    with open_store(ledger) as store:
        watch(store, server.url())
    chance = random.Random(5)
    for _ in range(4):
        fetching = subprocess.Popen(
            [*COMMAND, "fetch", "--now", "--db", str(ledger)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while fetching.poll() is None and not server.asked:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.1, 1.2))
        fetching.send_signal(signal.SIGKILL)
        fetching.wait()
        server.asked.clear()
    done = subprocess.run(
        [*COMMAND, "fetch", "--now", "--json", "--db", str(ledger)],
        capture_output=True,
        text=True,
        check=True,
    )
    (report,) = json.loads(done.stdout)
    assert report["outcome"] in ("fetched", "unchanged"), "the lease of the killed process counts for nothing"
    with open_store(ledger) as store:
        assert store.info().documents == entries
        (watched,) = store.sources.listed()
        assert (watched.entries, watched.documents) == (entries, entries)
        assert [line for line in store.check() if not line.startswith("note:")] == []


def on_a_terminal(*words: str) -> bytes:
    """What a command writes to a terminal of its own."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "120"},
    )
    os.close(slave)
    written = b""
    while True:
        try:
            piece = os.read(master, 65_536)
        except OSError:  # Linux: the other side is closed
            break
        if not piece:
            break
        written += piece
    os.close(master)
    process.wait()
    return written


def test_no_command_of_a_feed_reaches_the_terminal(tmp_path: Path, server: Server) -> None:
    ledger = str(tmp_path / "ledger.db")
    words = [text.encode("utf-8", "replace").decode() for text in HOSTILE.values()]
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;").replace("\x00", "") for text in words]
    numeric = ["".join(f"&#{ord(mark)};" for mark in text[:500] if mark != "\x00") for text in words]
    items = [item(str(n), text, f"{DENIAL} {text}") for n, text in enumerate([*escaped, *numeric])]
    server.routes["/"] = answer(rss(*items).replace("Wire", f"{escaped[2]} &#27;]0;own&#7;Wire"))
    server.routes["/broken"] = b"HTTP/1.1 500 \x1b]0;own\x07\r\nRetry-After: \x1b[2J\r\n\r\n"
    with open_store(ledger) as store:
        watch(store, server.url("/broken"), "\x1b]0;own\x07Broken")
    written = on_a_terminal("add", server.url(), "--allow-private", "--db", ledger)
    for command in (["fetch", "--now"], ["sources"], ["timeline"], ["claims"], ["search", "artillery"]):
        written += on_a_terminal(*command, "--db", ledger)
    left = OWN_COLOURS.sub(b"", written).decode()
    assert "Broken" in left and "Ecuador" in left
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", left)


def test_no_command_of_a_feed_reaches_the_terminal_of_the_dashboard(tmp_path: Path, server: Server) -> None:
    """Hostile names, titles and errors through the panes and the sources screen."""
    ledger = tmp_path / "ledger.db"
    payload = "\x1b]0;owned\x07\x1b]52;c;ZXZpbA==\x07\x9b5n\x1b[6n"
    server.routes["/"] = answer(
        rss(item("1", f"Evil {payload.replace(chr(27), '&#27;')} title", f"{DENIAL} {payload[:6]}"))
    )
    server.routes["/bad"] = b"HTTP/1.1 500 \x1b]0;owned\x07\r\n\r\n"
    with open_store(ledger) as store:
        watch(store, server.url(), f"Wire {payload}")
        watch(store, server.url("/bad"), f"Bad {payload}")
        from tests.sources.test_fetching import round_of

        round_of(store)
    child, master = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        os.execv(sys.executable, [*COMMAND, "--db", str(ledger)])
    written = b""
    keys = [b"", b"3", b"S", b"\r", b"\x1b", b"b", b"\x1b", b"c", b"\x1b", b"x", b"\x1b", b"q"]
    begun = time.monotonic()
    try:
        while keys and time.monotonic() - begun < 60:
            if select.select([master], [], [], 1.0 if written else 8.0)[0]:
                written += os.read(master, 65_536)
            else:
                os.write(master, keys.pop(0))
    except OSError:
        pass
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(master)
    text = written.decode("utf-8", "replace")
    assert "Evil" in text and "Bad" in text, "the hostile names were shown"
    for command in ("owned\x07", "\x1b]0;owned", "\x1b]52", "\x9b", "\x1b[6n", "\x1b[5n"):
        assert command not in text, repr(command)
