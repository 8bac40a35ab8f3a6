"""Open questions, the ledger's own clock, reading again and forgetting, as their users type them."""

import io
import json
import time
from datetime import datetime
from pathlib import Path

import pytest

from diplotui.cli import main
from diplotui.model import Decision
from diplotui.store import open_store
from tests.builders import filing

BORDER = """\
Ministers trade words over the truce

Pakistan's defence ministry said on Tuesday that India had moved artillery to the ceasefire line.
India's foreign ministry spokesman, Anil Rao, denied on Wednesday that any artillery had been moved.
"""


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        code = main(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        store.file(filing())
    return str(path)


def test_the_ledger_s_own_clock(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    time.sleep(0.005)
    then = datetime.now().astimezone().isoformat()
    time.sleep(0.005)
    before = run(capsys, "status", "--json", "--db", ledger)[1]
    shown = run(capsys, "show", "e1", "--json", "--db", ledger)[1]
    with open_store(ledger) as store:
        store.correct_statement("s2", party="UA")
        store.correct_event("e1", title="Otherwise")
    assert run(capsys, "status", "--json", "--db", ledger)[1] != before
    assert run(capsys, "status", "--json", "--as-recorded", then, "--db", ledger)[1] == before
    past = json.loads(run(capsys, "show", "e1", "--json", "--as-recorded", then, "--db", ledger)[1])
    assert past["claims"] == json.loads(shown)["claims"]
    (row,) = json.loads(run(capsys, "timeline", "--json", "--as-recorded", then, "--db", ledger)[1])
    assert row["title"] != "Otherwise"
    assert run(capsys, "claims", "--as-recorded", "2001-01-01", "--json", "--db", ledger)[1] == "[]\n"
    assert run(capsys, "claims", "--as-recorded", "nonsense", "--db", ledger)[0] == 2


def test_questions_with_their_passages(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    with open_store(ledger) as store:
        store.correct_stance("s2", "c1", scope="in writing")
    code, out, _ = run(capsys, "questions", "--json", "--db", ledger)
    (question,) = json.loads(out)
    assert code == 0
    assert (question["kind"], question["party"], question["exact"]) == (
        "narrow-scope",
        "RU",
        "denied that any truce was offered",
    )
    assert "in writing" in run(capsys, "questions", "--db", ledger)[1]
    assert json.loads(run(capsys, "questions", "--party", "us", "--json", "--db", ledger)[1]) == []
    assert run(capsys, "questions", "--topic", "fish", "--db", ledger)[0] == 1


def test_reading_again_keeps_decisions_and_names_the_differences(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ledger, text = str(tmp_path / "l.db"), tmp_path / "border.txt"
    text.write_text(BORDER, encoding="utf-8")
    run(capsys, "ingest", str(text), "--published", "2019-05-17", "--db", ledger)
    with open_store(ledger) as store:
        statement = store.everything().statements[0]
        store.correct_statement(statement.id, party="NP")
    code, out, _ = run(capsys, "reextract", "--db", ledger)
    assert code == 0 and f"statement/{statement.id}: party is NP, the rules read" in out
    assert run(capsys, "reextract", statement.document, "--db", ledger)[1] == out
    with open_store(ledger) as store:
        kept = store.statement(statement.id).statement
    assert (kept.party, kept.decision) == ("NP", Decision.ACCEPTED)
    assert run(capsys, "reextract", statement.id, "--db", ledger)[0] == 1


def test_forgetting_asks_for_the_id(
    capsys: pytest.CaptureFixture[str], ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for typed in ("", "yes\n", "d\n"):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code, _, err = run(capsys, "purge", "d1", "--db", ledger)
        assert code == 1 and "nothing was forgotten" in err
    monkeypatch.setattr("sys.stdin", io.StringIO("d1\n"))
    code, out, _ = run(capsys, "purge", "document/d1", "--db", ledger)
    assert code == 0 and "document/d1" in out
    assert json.loads(run(capsys, "timeline", "--json", "--db", ledger)[1]) == []


def test_only_documents_and_actors_are_forgotten(
    capsys: pytest.CaptureFixture[str], ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("c1\n"))
    assert run(capsys, "purge", "c1", "--db", ledger)[0] == 1
    assert run(capsys, "show", "c1", "--db", ledger)[0] == 0
