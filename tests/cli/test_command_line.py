"""The command line as its users type it, in a process of its own where start-up matters."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from diplotui.cli import main
from tests.reference import GOLD, SEED, needs_reference

BORDER = """\
Ministers trade words over the truce

Pakistan's defence ministry said on Tuesday that India had moved artillery to the ceasefire line.
India's foreign ministry spokesman, Anil Rao, denied on Wednesday that any artillery had been moved.
"""


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """One command in this process: exit code, standard output, standard error."""
    try:
        code = main(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    return str(tmp_path / "ledger.db")


@pytest.fixture
def text(tmp_path: Path) -> str:
    file = tmp_path / "border.txt"
    file.write_text(BORDER, encoding="utf-8")
    return str(file)


def test_db_is_heard_before_and_after_the_command(
    capsys: pytest.CaptureFixture[str], ledger: str, text: str, tmp_path: Path
) -> None:
    other = str(tmp_path / "other.db")
    assert run(capsys, "--db", ledger, "ingest", text, "--published", "2019-05-17")[0] == 0
    assert run(capsys, "ingest", "--db", other, text, "--published", "2019-05-17")[0] == 0
    assert Path(ledger).exists() and Path(other).exists()


def test_the_same_text_again_adds_nothing(capsys: pytest.CaptureFixture[str], ledger: str, text: str) -> None:
    assert run(capsys, "ingest", text, "--published", "2019-05-17", "--db", ledger)[0] == 0
    before = run(capsys, "export", "--format", "json", "--db", ledger)[1]
    code, out, _ = run(capsys, "ingest", text, "--published", "2019-05-17", "--db", ledger)
    assert code == 0 and "already in the ledger as d" in out
    assert run(capsys, "export", "--format", "json", "--db", ledger)[1] == before


def test_without_a_day_nothing_is_stored_unless_undated(
    capsys: pytest.CaptureFixture[str], ledger: str, text: str
) -> None:
    code, out, err = run(capsys, "ingest", text, "--db", ledger)
    assert (code, out) == (1, "") and "--published" in err and err.count("\n") == 1
    assert run(capsys, "ingest", text, "--undated", "--db", ledger)[0] == 0
    assert run(capsys, "ingest", text, "--undated", "--published", "2019-05-17", "--db", ledger)[0] == 2


BAD_INPUT = [
    # (what stands in the file, words of the one line)
    (b"", "is empty"),
    (b"\x7fELF\x02\x01\x01\x00\x00\x00", "binary file"),
    (b"The minister said \xff\xfe no", "not valid UTF-8"),
    ("x" * 1_000_001, "1,000,000"),
]


@pytest.mark.parametrize(("content", "words"), BAD_INPUT)
def test_bad_input_gets_one_clear_line_and_loses_nothing(
    capsys: pytest.CaptureFixture[str],
    ledger: str,
    text: str,
    tmp_path: Path,
    content: bytes | str,
    words: str,
) -> None:
    run(capsys, "ingest", text, "--published", "2019-05-17", "--db", ledger)
    before = run(capsys, "export", "--format", "json", "--db", ledger)[1]
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content if isinstance(content, bytes) else content.encode())
    code, _, err = run(capsys, "ingest", str(bad), "--published", "2019-05-17", "--db", ledger)
    assert code == 1 and words in err and err.count("\n") == 1
    assert run(capsys, "export", "--format", "json", "--db", ledger)[1] == before


def test_good_files_beside_a_bad_one_are_taken(
    capsys: pytest.CaptureFixture[str], ledger: str, text: str, tmp_path: Path
) -> None:
    code, out, err = run(
        capsys, "ingest", str(tmp_path / "none.txt"), text, "--published", "2019-05-17", "--db", ledger
    )
    assert code == 1 and "no such file" in err and "border.txt: d" in out


def test_a_file_that_is_no_ledger_is_refused(capsys: pytest.CaptureFixture[str], text: str) -> None:
    for command in (["timeline"], ["ingest", text, "--published", "2019-05-17"], ["check"]):
        code, out, err = run(capsys, *command, "--db", text)
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert "ledger" in err
    assert Path(text).read_text(encoding="utf-8") == BORDER


def test_lists_of_a_ledger_that_is_not_there_do_not_make_one(
    capsys: pytest.CaptureFixture[str], ledger: str
) -> None:
    for command in (
        ["timeline"],
        ["status"],
        ["search", "x"],
        ["show", "c1"],
        ["export", "--format", "json"],
    ):
        code, _, err = run(capsys, *command, "--db", ledger)
        assert code == 1 and err.count("\n") == 1
    assert not Path(ledger).exists()


@pytest.mark.parametrize(
    "words",
    [
        ["ingest"],
        ["timeline", "--as-of", "16.02.2024"],
        ["claims", "--status", "false"],
        ["export", "--format", "yaml"],
        ["frobnicate"],
        ["timeline", "--limit", "0"],
    ],
)
def test_wrong_usage_is_exit_2(capsys: pytest.CaptureFixture[str], ledger: str, words: list[str]) -> None:
    code, out, err = run(capsys, *words, "--db", ledger)
    assert (code, out) == (2, "") and err


def test_terminal_commands_in_arguments_and_texts_never_reach_the_terminal(
    capsys: pytest.CaptureFixture[str], ledger: str, tmp_path: Path
) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        BORDER.replace("artillery", "\x1b]52;c;eA==\x07[/b] [@click=app.quit]guns[/] \u202eartillery")
    )
    outputs = [
        run(
            capsys, "ingest", str(hostile), "--published", "2019-05-17", "--title", "\x1b[2Jt", "--db", ledger
        )
    ]
    outputs += [
        run(capsys, *words, "--db", ledger)
        for words in (
            ["timeline"],
            ["status"],
            ["search", "guns"],
            ["topics"],
            ["show", "\x1b[31mx"],
            ["extract", str(hostile)],
        )
    ]
    for _, out, err in outputs:
        assert "\x1b" not in out + err and "\u202e" not in out + err
    assert "[/b] [@click=app.quit]guns[/]" in outputs[6][1], "markup is shown as it stands"


def test_what_no_topic_fits_is_kept_and_named(
    capsys: pytest.CaptureFixture[str], ledger: str, tmp_path: Path
) -> None:
    off_topic = tmp_path / "fish.txt"
    off_topic.write_text(
        "Iceland's fisheries minister, Jon Arnason, said on Monday that cod stocks had recovered.\n"
    )
    run(capsys, "ingest", str(off_topic), "--published", "2019-05-17", "--db", ledger)
    _, out, err = run(capsys, "timeline", "--json", "--db", ledger)
    assert json.loads(out) == [] and "1 more under the topic other" in err
    assert len(json.loads(run(capsys, "timeline", "--json", "--topic", "other", "--db", ledger)[1])) == 1


def test_notes_are_written_on_records(capsys: pytest.CaptureFixture[str], ledger: str, text: str) -> None:
    run(capsys, "ingest", text, "--published", "2019-05-17", "--db", ledger)
    event = json.loads(run(capsys, "timeline", "--json", "--db", ledger)[1])[0]["id"]
    code, out, _ = run(
        capsys,
        "note",
        "Ask again?",
        "--about",
        event,
        "--kind",
        "question",
        "--at",
        "2024-02-14",
        "--db",
        ledger,
    )
    assert code == 0 and f"question on event/{event}" in out
    assert "Ask again?" in run(capsys, "show", event, "--db", ledger)[1]
    assert run(capsys, "note", "x", "--about", "nosuch", "--db", ledger)[0] == 1
    assert run(capsys, "note", "  ", "--about", event, "--db", ledger)[0] == 1


def test_a_note_can_be_about_nothing_and_have_tags(
    capsys: pytest.CaptureFixture[str], ledger: str, text: str
) -> None:
    run(capsys, "ingest", text, "--published", "2019-05-17", "--db", ledger)
    code, out, _ = run(capsys, "note", "Call the #desk", "--tag", "#press", "--tag", "desk", "--db", ledger)
    assert code == 0 and "note about nothing in particular" in out
    written = json.loads(run(capsys, "export", "--format", "json", "--db", ledger)[1])["notes"]
    assert [(note["about"], note["tags"]) for note in written] == [(None, ["desk", "press"])]


def test_backup_and_restore_bring_everything_back(
    capsys: pytest.CaptureFixture[str], ledger: str, text: str, tmp_path: Path
) -> None:
    run(capsys, "ingest", text, "--published", "2019-05-17", "--db", ledger)
    whole = run(capsys, "export", "--format", "json", "--db", ledger)[1]
    copy = str(tmp_path / "copy.db")
    assert run(capsys, "backup", copy, "--db", ledger)[0] == 0
    assert run(capsys, "backup", copy, "--db", ledger)[0] == 1, "never over an older copy"
    event = json.loads(run(capsys, "timeline", "--json", "--db", ledger)[1])[0]["id"]
    run(capsys, "note", "after the copy", "--about", event, "--db", ledger)
    assert run(capsys, "restore", copy, "--db", ledger)[0] == 0
    assert run(capsys, "export", "--format", "json", "--db", ledger)[1] == whole
    assert run(capsys, "check", "--rebuild", "--db", ledger)[0] == 0


def test_extract_jsonl_answers_line_by_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text(
        json.dumps({"id": 1, "text": BORDER, "published": "2019-05-17"})
        + "\n{broken\n"
        + json.dumps({"id": "two", "text": "", "published": None})
        + "\n"
        + json.dumps({"id": 3, "text": "x", "published": "tomorrow"})
        + "\n"
    )
    code, out, _ = run(capsys, "extract", "--jsonl", str(lines))
    first, broken, empty, undated = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert first["id"] == 1 and [s["act"] for s in first["statements"]] == ["claim", "denial"]
    assert broken["id"] is None and "error" in broken
    assert empty == {"id": "two", "statements": [], "quotes": [], "dates": [], "excluded": []}
    assert undated["id"] == 3 and "error" in undated


def test_help_and_version_load_nothing_heavy() -> None:
    for words in (["--help"], ["--version"], ["ingest", "--help"]):
        probe = (
            "import sys; from diplotui.cli import main\n"
            f"try: main({words!r})\nexcept SystemExit: pass\n"
            "heavy = {'textual', 'httpx', 'dateparser', 'sqlite_utils', 'rich'} & set(sys.modules)\n"
            "sys.exit(str(heavy) if heavy else 0)"
        )
        done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr


def test_output_into_a_closed_pipe_is_no_error(ledger: str, text: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "diplotui", "ingest", text, "--published", "2019-05-17", "--db", ledger],
        check=True,
        capture_output=True,
    )
    writer = subprocess.Popen(
        [sys.executable, "-m", "diplotui", "export", "--format", "json", "--db", ledger],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout and writer.stderr
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    writer.wait(30)


@needs_reference
def test_the_reference_text_and_its_ledger_go_through_the_commands(
    capsys: pytest.CaptureFixture[str], ledger: str, tmp_path: Path
) -> None:
    code, out, _ = run(
        capsys,
        "ingest",
        str(SEED),
        "--published",
        "2024-02-16",
        "--publisher",
        "Responsible Statecraft",
        "--db",
        ledger,
    )
    assert code == 0, out
    events = json.loads(run(capsys, "timeline", "--json", "--db", ledger)[1])
    assert {event["topic"] for event in events} >= {
        "ceasefire",
        "aid-bill",
        "prisoners",
        "security-pacts",
        "drones",
    }
    imported, again = str(tmp_path / "gold.db"), str(tmp_path / "again.db")
    assert run(capsys, "import", str(GOLD), "--db", imported)[0] == 0
    first = run(capsys, "export", "--format", "json", "--db", imported)[1]
    exported = tmp_path / "export.json"
    exported.write_text(first, encoding="utf-8")
    assert run(capsys, "import", str(exported), "--db", again)[0] == 0
    assert run(capsys, "export", "--format", "json", "--db", again)[1] == first


def test_without_a_ledger_one_is_told_how_to_get_one(capsys: pytest.CaptureFixture[str], ledger: str) -> None:
    code, out, err = run(capsys, "timeline", "--db", ledger)
    assert (code, out) == (1, "")
    assert f"there is no ledger at {ledger}" in err and "ingest FILE" in err and "diplotui demo" in err


def test_an_empty_list_says_that_it_is_empty(
    capsys: pytest.CaptureFixture[str], ledger: str, text: str
) -> None:
    run(capsys, "ingest", text, "--published", "2019-05-17", "--db", ledger)
    for command in ("status", "claims", "timeline", "questions"):
        code, out, err = run(capsys, command, "--party", "Elbonia", "--db", ledger)
        assert (code, out) == (0, "") and "for the party ELBONIA; codes such as RU" in err
        assert run(capsys, command, "--party", "Elbonia", "--json", "--db", ledger)[1].strip() == "[]"


def test_counts_are_told_as_people_say_them(
    capsys: pytest.CaptureFixture[str], ledger: str, text: str
) -> None:
    out = run(capsys, "ingest", text, "--published", "2019-05-17", "--db", ledger)[1]
    assert ", 2 statements, 1 new claim, 1 new event, 0 passages left out" in out
    assert run(capsys, "reextract", "--db", ledger)[1].endswith(
        "1 document read again; 0 differences to what was decided, left as it is\n"
    )


def test_what_is_no_backup_is_refused_with_a_word_on_backups(
    capsys: pytest.CaptureFixture[str], ledger: str, text: str
) -> None:
    code, _, err = run(capsys, "restore", text, "--db", ledger)
    assert code == 1 and f"{text} is no diplotui ledger; choose another backup" in err and "--db" not in err
