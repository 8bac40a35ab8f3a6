"""``export`` as its user types it: what it writes, where, and what it refuses."""

from pathlib import Path

import pytest

from diplotui.cli import main
from diplotui.ingest import import_ledger
from diplotui.store import open_store
from tests.exports.brief_ledger import brief_ledger


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        code = main(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "north.db"
    with open_store(path) as store:
        import_ledger(store, brief_ledger())
    return str(path)


def test_a_brief_bears_the_ledger_s_name_or_a_title(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    assert run(capsys, "export", "--format", "markdown", "--db", ledger)[1].startswith("# Brief: north\n")
    titled = run(capsys, "export", "--format", "markdown", "--title", "At 07:00", "--db", ledger)[1]
    assert titled.startswith("# Brief: At 07:00\n")


def test_a_brief_obeys_the_public_clock(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    then = run(capsys, "export", "--format", "markdown", "--as-of", "2031-06-03", "--db", ledger)[1]
    assert "NO: denies" in then
    assert "reversed**" not in then


def test_tables_of_events_and_of_positions(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    events = run(capsys, "export", "--format", "csv", "--db", ledger)[1]
    positions = run(capsys, "export", "--format", "csv", "--table", "positions", "--db", ledger)[1]
    assert events.startswith("id,public,date")
    assert positions.startswith("claim_id,claim")


def test_into_a_new_file_only(capsys: pytest.CaptureFixture[str], ledger: str, tmp_path: Path) -> None:
    where = tmp_path / "brief.md"
    code, out, err = run(capsys, "export", "--format", "markdown", "--output", str(where), "--db", ledger)
    assert (code, out) == (0, "")
    assert str(where) in err
    written = where.read_text(encoding="utf-8")
    code, _, err = run(capsys, "export", "--format", "csv", "--output", str(where), "--db", ledger)
    assert code == 1
    assert "is there already" in err
    assert where.read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--format", "json", "--as-of", "2031-06-03"], "--as-of does not go with --format json"),
        (["--format", "json", "--party", "NO"], "--party does not go with --format json"),
        (["--format", "markdown", "--table", "events"], "--table goes with --format csv"),
        (["--format", "csv", "--title", "x"], "--title goes with --format markdown"),
        ([], "--format"),
    ],
)
def test_what_does_not_fit_together_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], ledger: str, words: list[str], why: str
) -> None:
    code, out, err = run(capsys, "export", *words, "--db", ledger)
    assert (code, out) == (2, "")
    assert why in err


def test_an_unknown_topic_is_named(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    code, _, err = run(capsys, "export", "--format", "csv", "--topic", "whales", "--db", ledger)
    assert code == 1
    assert "there is no topic 'whales'; there are: fish" in err
