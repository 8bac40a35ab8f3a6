"""Passwords of sources: named by where they are, sent to one origin, and shown nowhere."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from diplotui.errors import InputError
from diplotui.fetching.rounds import Outcome
from diplotui.sources.fetch_errors import FetchError
from diplotui.sources.secrets import read_secret, reference_of
from diplotui.store import Store
from tests.sources.server import Asked, Server, answer, redirect
from tests.sources.test_fetching import FEED, item, one, path, rss, store, watch

__all__ = ["path", "store"]

PASSWORD = "s3cret-Pa55"


@pytest.mark.parametrize(
    ("words", "header"),
    [
        ("X-Api-Key: abc", ("X-Api-Key", "abc")),
        ("user:pass", ("Authorization", "Basic dXNlcjpwYXNz")),
        ("abc.def\n", ("Authorization", "Bearer abc.def")),
    ],
)
def test_a_password_becomes_a_header(
    words: str, header: tuple[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FEED_KEY", words)
    assert read_secret("env:FEED_KEY") == (header,)
    file = tmp_path / "key"
    file.write_text(words)
    file.chmod(0o600)
    assert read_secret(f"file:{file}") == (header,)


def test_what_is_wrong_with_a_password_is_said_without_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NO_KEY", raising=False)
    monkeypatch.setenv("ODD_KEY", f"{PASSWORD}\x1b[2J")
    file = tmp_path / "key"
    file.write_text(PASSWORD)
    file.chmod(0o644)
    for reference, words in (
        ("env:NO_KEY", "NO_KEY"),
        ("env:ODD_KEY", "characters"),
        (f"file:{file}", "chmod 600"),
        (f"file:{tmp_path / 'none'}", "cannot be read"),
    ):
        with pytest.raises(FetchError, match=words) as caught:
            read_secret(reference)
        assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize("words", [PASSWORD, "env:", "env:1x", "file:", "user:pass"])
def test_the_password_itself_is_refused(words: str) -> None:
    with pytest.raises(InputError, match="env:NAME"):
        reference_of(words)


def test_it_goes_to_its_own_origin_alone(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The feed and a page of its own origin get it; a page and a redirect elsewhere do not."""
    monkeypatch.setenv("FEED_KEY", f"X-Api-Key: {PASSWORD}")
    page = (
        "<html><body><article><p>"
        + "A minister denied it on Thursday. " * 30
        + "</p></article></body></html>"
    )
    own, other = server.url("/page"), server.url("/away").replace("127.0.0.1", "localhost")
    server.routes |= {
        "/feed": answer(rss(item("1", "Own", "x", own), item("2", "Away", "y", other))),
        "/page": answer(page, Content_Type="text/html"),
        "/away": answer(page, Content_Type="text/html"),
        "/moved": redirect(server.url("/feed").replace("127.0.0.1", "localhost")),
    }
    source = watch(store, server.url("/feed"), pages=True, secret="env:FEED_KEY")
    assert one(store).outcome is Outcome.FETCHED
    with_key = {asked.path for asked in server.asked if asked.headers.get("x-api-key") == PASSWORD}
    assert with_key == {"/feed", "/page"}
    assert "/away" in server.paths()
    server.asked.clear()
    store.sources.change(replace(source, url=server.url("/moved"), pages=False))
    one(store)
    assert [("x-api-key" in asked.headers) for asked in server.asked] == [True, False]


def test_it_stands_in_no_message_and_in_no_file(
    store: Store, server: Server, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FEED_KEY", PASSWORD)

    def echo(asked: Asked) -> bytes:
        return answer(b"", 401)

    server.routes["/"] = echo
    watch(store, server.url(), secret="env:FEED_KEY")
    report = one(store)
    assert report.outcome is Outcome.FAILED and "401" in (report.error or "")
    assert server.asked[-1].headers["authorization"] == f"Bearer {PASSWORD}"
    server.routes["/"] = answer(FEED)
    one(store)
    monkeypatch.delenv("FEED_KEY")
    report = one(store)
    assert "FEED_KEY" in (report.error or "") and "next try" in (report.error or "")
    assert len(server.asked) == 2, "nobody is asked without it"
    for file in path.parent.iterdir():
        assert PASSWORD.encode() not in file.read_bytes(), file
    assert os.environ.get("FEED_KEY") is None
