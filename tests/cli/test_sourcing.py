"""Choices about sources as their users type them: change, pause, left-out, take-in, tidy."""

import json
from pathlib import Path

import pytest

from tests.cli.test_command_line import run
from tests.cli.test_feeding import ledger
from tests.sources.conftest import no_proxy, server
from tests.sources.server import Server, answer
from tests.sources.test_fetching import DENIAL, item, rss

__all__ = ["ledger", "no_proxy", "server"]

FEED = rss(
    item("2", "A minister denies it", DENIAL), item("1", "Weather", "It rained in the valley on Monday.")
)


@pytest.fixture
def watched(capsys: pytest.CaptureFixture[str], ledger: str, server: Server) -> str:
    server.routes["/feed"] = answer(FEED)
    assert run(capsys, "add", server.url("/feed"), "--allow-private", "--db", ledger)[0] == 0
    return ledger


def source(capsys: pytest.CaptureFixture[str], ledger: str) -> dict[str, object]:
    (found,) = json.loads(run(capsys, "sources", "--json", "--db", ledger)[1])
    assert isinstance(found, dict)
    return found


def test_each_property_is_changed_and_shown(capsys: pytest.CaptureFixture[str], watched: str) -> None:
    code, out, _ = run(
        capsys, "change", "wire", "--name", "Andean wire", "--grade", "b", "--every", "2h",
        "--topic", "ceasefire", "--keep", "topic", "--pages", "--secret", "env:KEY", "--db", watched,
    )  # fmt: skip
    assert code == 0 and "grade B (usually reliable), every 120 minutes, keeps topic of ceasefire" in out
    found = source(capsys, watched)
    wanted = {
        "name": "Andean wire", "reliability": "B", "every_minutes": 120, "topic": "ceasefire",
        "keep": "topic",
        "pages": True, "secret": "env:KEY",
    }  # fmt: skip
    assert {key: found[key] for key in wanted} == wanted
    run(capsys, "change", "Andean wire", "--grade", "none", "--every", "auto", "--topic", "any", "--no-pages",
        "--secret", "none", "--db", watched)  # fmt: skip
    found = source(capsys, watched)
    assert [found[key] for key in ("reliability", "every_minutes", "topic", "pages", "secret")] == [
        None, None, None, False, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "nothing to change"),
        (["--grade", "G"], "--grade: 'G' is no grade; A reliable"),
        (["--every", "sometimes"], "--every: 'sometimes' is no interval; write 20"),
        (["--every", "31d"], "at most 30d"),
        (["--topic", "football"], "--topic: there is no topic football; there are ceasefire"),
        (["--keep", "half"], "--keep: 'half' cannot be kept; write one of everything"),
        (["--secret", "hunter2"], "the password itself is not kept"),
        (["--name", " "], "--name: a source needs a name"),
    ],
)
def test_what_cannot_be_changed_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], watched: str, words: list[str], said: str
) -> None:
    code, out, err = run(capsys, "change", "Wire", *words, "--db", watched)
    assert (code, out, err.count("\n")) == (1, "", 1) and said in err


def test_a_paused_source_is_not_asked(
    capsys: pytest.CaptureFixture[str], watched: str, server: Server
) -> None:
    server.asked.clear()
    assert "paused" in run(capsys, "pause", "Wire", "--db", watched)[1]
    run(capsys, "fetch", "--now", "--db", watched)
    assert server.asked == []
    assert "asked again" in run(capsys, "resume", "Wire", "--db", watched)[1]
    run(capsys, "fetch", "--db", watched)
    assert server.paths() == ["/feed"]


def test_left_out_and_taken_in(capsys: pytest.CaptureFixture[str], watched: str) -> None:
    run(capsys, "change", "Wire", "--keep", "topic", "--topic", "ceasefire", "--db", watched)
    out = run(capsys, "fetch", "--db", watched)[1]
    assert "2 new, 0 changed, 1 left out ('diplotui left-out' lists them)" in out
    (entry,) = json.loads(run(capsys, "left-out", "--json", "--db", watched)[1])
    assert (entry["title"], entry["can_be_taken_in"]) == ("Weather", True)
    assert "no word of the topic Ceasefire" in entry["why"]
    code, out, err = run(capsys, "left-out", "Wire", "--db", watched)
    assert code == 0 and "Weather" in out and "take-in ENTRY" in err
    assert run(capsys, "take-in", str(entry["entry"]), "--db", watched)[0] == 0
    code, _, err = run(capsys, "take-in", str(entry["entry"]), "999", "--db", watched)
    assert code == 1 and "already, as d" in err and "no entry 999" in err
    (entry,) = json.loads(run(capsys, "left-out", "--json", "--db", watched)[1])
    assert entry["why"] == "stored; no statement was found in it", "listed, not lost"


def test_tidy_shows_first_and_takes_on_request(
    capsys: pytest.CaptureFixture[str], watched: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLOTUI_NOW", "2025-01-01T00:00:00+00:00")
    run(capsys, "fetch", "--now", "--db", watched)
    assert run(capsys, "tidy", "--db", watched)[0] == 1
    assert run(capsys, "tidy", "--older-than", "0", "--db", watched)[0] == 1
    assert "nothing to take away" in run(capsys, "tidy", "--older-than", "30", "--db", watched)[1]
    monkeypatch.setenv("DIPLOTUI_NOW", "2025-04-01T00:00:00+00:00")
    code, out, err = run(capsys, "tidy", "--older-than", "30", "--db", watched)
    assert code == 0 and "would go: 1 documents" in out and "Weather" in out and "--yes" in err
    assert "taken away: 1 documents" in run(capsys, "tidy", "--older-than", "30", "--yes", "--db", watched)[1]
    assert "Weather" not in run(capsys, "tidy", "--older-than", "1", "--db", watched)[1]
    assert json.loads(run(capsys, "timeline", "--json", "--db", watched)[1]), "the denial stays"
    assert "1 documents" not in run(capsys, "fetch", "--now", "--db", watched)[1]


def test_a_limit_that_is_kept_to_after_each_round(
    capsys: pytest.CaptureFixture[str], watched: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLOTUI_NOW", "2025-01-01T00:00:00+00:00")
    run(capsys, "fetch", "--now", "--db", watched)
    assert run(capsys, "tidy", "--older-than", "30", "--always", "--db", watched)[0] == 0
    monkeypatch.setenv("DIPLOTUI_NOW", "2025-04-01T00:00:00+00:00")
    run(capsys, "fetch", "--now", "--db", watched)
    (found,) = json.loads(run(capsys, "sources", "--json", "--db", watched)[1])
    assert (found["entries"], found["documents"]) == (2, 1)
    assert "by itself any more" in run(capsys, "tidy", "--never", "--db", watched)[1]


def test_a_folder_is_watched(capsys: pytest.CaptureFixture[str], ledger: str, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    code, out, _ = run(capsys, "add", str(inbox), "--name", "Inbox", "--db", ledger)
    assert code == 0 and "watching the folder Inbox" in out
    assert "already" in run(capsys, "add", str(inbox), "--db", ledger)[1]
    assert run(capsys, "add", str(tmp_path / "none"), "--db", ledger)[0] == 1
