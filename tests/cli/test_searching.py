"""Searching from the command line: the query language, its hints, both clocks, JSON."""

import json
from pathlib import Path

import pytest

from diplotui.cli import main
from diplotui.store import open_store
from tests.builders import filing


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        store.file(filing())
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_conditions_find_statements_and_name_who_said_them(
    capsys: pytest.CaptureFixture[str], ledger: str
) -> None:
    code, out, _ = run(capsys, "search", "denies:truce party:russia", "--db", ledger)
    assert code == 0 and "Russia: denied that any truce was offered" in " ".join(out.split())
    assert "nothing found" in run(capsys, "search", "denies:truce party:US", "--db", ledger)[1]


def test_what_is_no_condition_is_told_and_taken_as_words(
    capsys: pytest.CaptureFixture[str], ledger: str
) -> None:
    code, out, err = run(capsys, "search", "truce since:whenever", "--db", ledger)
    assert code == 0 and "nothing found" in out and "whenever is no day" in err
    assert "there is no topic sport" in run(capsys, "search", "topic:sport", "--db", ledger)[2]


def test_json_names_the_parts(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    found = json.loads(run(capsys, "search", "denies:RU", "--json", "--db", ledger)[1])
    assert [event["id"] for event in found] == ["e1"]
    assert [(part["kind"], part["id"]) for part in found[0]["parts"]] == [("statement", "s2")]


def test_an_earlier_day(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    assert "e1" in run(capsys, "search", "truce", "--as-of", "2025-03-03", "--db", ledger)[1]
    assert "nothing found" in run(capsys, "search", "truce", "--as-of", "2025-03-02", "--db", ledger)[1]


def test_the_timeline_takes_a_query(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    assert "e1" in run(capsys, "timeline", "--query", "status:disputed", "--db", ledger)[1]
    assert "e1" not in run(capsys, "timeline", "--query=-status:disputed", "--db", ledger)[1]


def test_a_limit_is_a_whole_number(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    assert run(capsys, "search", "truce", "--limit", "0", "--db", ledger)[0] == 2
