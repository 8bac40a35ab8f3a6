"""Opening a ledger: made whole, upgraded safely, and refused in one clear line where it is none."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from diplotui.errors import NewerLedger, NotALedger, NotFound, StoreError, StoreGone, StoreReadOnly
from diplotui.model import TimelineFilter
from diplotui.paths import shipped as shipped_file
from diplotui.store import migrate, open_store, write
from tests.builders import event, filing, note, passage

ROOT = Path(__file__).resolve().parents[2]
STEPS = len(list(shipped_file("migrations").glob("*.sql")))
"""Migrations that are shipped."""

OPEN = """
import sys
from diplotui.store import open_store
for line in sys.stdin:
    with open_store(line.strip()) as store:
        print(store.info().schema_version, [topic.id for topic in store.topics()], flush=True)
"""
"""Opens the ledger named on each line as soon as it reads it."""


def test_a_new_ledger_is_empty_and_sound(path: Path) -> None:
    with open_store(path) as store:
        assert [line for line in store.check() if not line.startswith("note:")] == []
        assert store.timeline(TimelineFilter()).rows == ()
        assert [topic.id for topic in store.topics()] == ["other"]
    assert [one.name for one in path.parent.iterdir()] == ["ledger.db"]


def test_settings_that_keep_what_was_acknowledged(path: Path) -> None:
    with open_store(path) as store:
        connection = store._connection
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10000}


def test_opening_an_up_to_date_ledger_stays_light(path: Path) -> None:
    """It must not import the migration layer, which costs more than all the rest."""
    open_store(path).close()
    script = (
        "import sys; from diplotui.store import open_store; open_store(sys.argv[1]).close();"
        " print([name for name in ('sqlite_utils', 'textual', 'httpx', 'dateparser') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty; delete it or choose another path"),
        (b"Dear diary, this is a text file and no ledger at all.\n" * 20, "is no diplotui ledger"),
        (b"SQLite format 3\x00" + b"\xff" * 2000, "is no diplotui ledger"),
    ],
)
def test_a_file_that_is_no_ledger(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    with pytest.raises(NotALedger, match=words) as raised:
        open_store(path)
    assert "\n" not in str(raised.value) and str(path) in str(raised.value)
    assert path.read_bytes() == content


def test_another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    with pytest.raises(NotALedger, match="belongs to another program"):
        open_store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_a_folder_a_missing_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(NotALedger, match="is a folder"):
        open_store(tmp_path)
    with pytest.raises(NotFound, match="does not exist; create it"):
        open_store(tmp_path / "nowhere" / "ledger.db")
    with pytest.raises(NotFound, match="there is no ledger"):
        open_store(tmp_path / "ledger.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_of_a_newer_program_is_refused_by_name(path: Path) -> None:
    with open_store(path) as store:
        store.file(filing())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('diplotui', '0099_wings', 'x')"
        )
        connection.commit()
    with pytest.raises(NewerLedger, match=r"0099_wings.*upgrade diplotui"):
        open_store(path)


def test_a_ledger_upgraded_while_it_is_open_is_not_written(path: Path) -> None:
    with open_store(path) as store:
        store.wait(0)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 99")
            connection.commit()
        with pytest.raises(NewerLedger, match="restart"):
            store.wait(1)
        with pytest.raises(NewerLedger):
            store.add_note(note(about=None))


def test_a_ledger_that_is_moved_away_is_noticed(path: Path) -> None:
    with open_store(path) as store:
        path.rename(path.with_name("elsewhere.db"))
        with pytest.raises(StoreGone, match="is gone"):
            store.add_note(note(about=None))
        with pytest.raises(StoreGone):
            store.wait(1)


def connected(path: Path) -> sqlite3.Connection:
    """A connection as the store uses it, to a file that may be new."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


class TestUpgrade:
    """A ledger as an older program left it, opened by one that knows a step more."""

    @pytest.fixture
    def wings(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A copy of the shipped files with one more step, and a folder to put it in force."""
        shipped = tmp_path / "shipped"
        shutil.copytree(shipped_file("migrations"), shipped / "migrations")
        return shipped

    @staticmethod
    def use(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(migrate, "shipped", lambda name: shipped / name)
        migrate.steps.cache_clear()

    @pytest.fixture(autouse=True)
    def forget(self):  # type: ignore[no-untyped-def]
        yield
        migrate.steps.cache_clear()

    def test_it_keeps_all_content_and_a_copy(
        self, path: Path, wings: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with open_store(path) as store:
            store.file(filing())
        (wings / "migrations" / "0099_wings.sql").write_text("CREATE TABLE wing (id TEXT) STRICT;\n")
        self.use(wings, monkeypatch)
        with open_store(path) as store:
            assert store.info().schema_version == len(migrate.steps())
            assert store.everything() == filing()
        copy = path.with_name(f"ledger.db.v{STEPS}.bak")
        with closing(sqlite3.connect(copy)) as old:
            assert old.execute("SELECT count(*) FROM statement").fetchone()[0] == 2

    @pytest.mark.parametrize("released", [1, 5, 9])
    def test_a_ledger_of_an_older_release_is_sound_after_all_steps(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, released: int
    ) -> None:
        """With its content alone, as another program or an early release left it: all else is derived."""
        old = tmp_path / "old"
        (old / "migrations").mkdir(parents=True)
        for name in migrate.steps()[:released]:
            shutil.copy(shipped_file("migrations") / f"{name}.sql", old / "migrations")
        exact = "any truce"
        content = filing(events=(event(passages=(passage(exact),)),), notes=(note(),))
        with monkeypatch.context() as changed, closing(connected(path)) as connection:
            self.use(old, changed)
            migrate.bring_up(connection, path)
            connection.execute("BEGIN")
            write.file(connection, content)
            connection.execute("COMMIT")
        migrate.steps.cache_clear()
        with open_store(path) as store:
            assert store.info().schema_version == STEPS
            assert store.everything() == content
            assert [line for line in store.check() if not line.startswith("note:")] == []
            assert [row.id for row in store.timeline(TimelineFilter()).rows] == ["e1"]
            assert store.claim("c1").status.value == "disputed"
            assert store.search("truce") and store.search("any truc")
            assert not store.file(content).added
        assert path.with_name(f"ledger.db.v{released}.bak").exists()

    def test_a_step_that_fails_leaves_the_ledger_as_it_was(
        self, path: Path, wings: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with open_store(path) as store:
            store.file(filing())
        (wings / "migrations" / "0098_legs.sql").write_text("CREATE TABLE leg (id TEXT) STRICT;\n")
        (wings / "migrations" / "0099_wings.sql").write_text(
            "CREATE TABLE wing (id TEXT) STRICT;\nNONSENSE;\n"
        )
        with monkeypatch.context() as changed:
            self.use(wings, changed)
            with pytest.raises(StoreError):
                open_store(path)
        migrate.steps.cache_clear()
        with closing(sqlite3.connect(path)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert not {"leg", "wing"} & tables
        with open_store(path) as store:
            assert store.everything() == filing()

    def test_two_processes_upgrade_one_ledger_at_once(self, path: Path, wings: Path) -> None:
        (wings / "migrations" / "0099_wings.sql").write_text(
            "CREATE TABLE wing (id TEXT) STRICT;\nALTER TABLE note ADD COLUMN feathers TEXT;\n"
        )
        script = (
            "from pathlib import Path; from diplotui.store import migrate\n"
            f"migrate.shipped = lambda name: Path({str(wings)!r}) / name\n" + OPEN
        )
        ledgers = [path.with_name(f"ledger{turn}.db") for turn in range(TURNS)]
        for ledger in ledgers:
            with open_store(ledger) as store:
                store.file(filing())
        assert at_once(script, ledgers) == [f"{STEPS + 1} ['ceasefire', 'other']"] * (TURNS * PROCESSES)


TURNS, PROCESSES = 8, 3


def at_once(script: str, ledgers: list[Path]) -> list[str]:
    """What several processes print that open each ledger in the same instant."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        for _ in range(PROCESSES)
    ]
    printed = []
    try:
        for ledger in ledgers:
            for process in running:
                assert process.stdin is not None
                process.stdin.write(f"{ledger}\n")
                process.stdin.flush()
            for process in running:
                assert process.stdout is not None
                printed.append(process.stdout.readline().strip())
    finally:
        for process in running:
            process.communicate()
    return printed


def test_two_processes_make_one_ledger_at_once(path: Path) -> None:
    ledgers = [path.with_name(f"ledger{turn}.db") for turn in range(TURNS)]
    assert at_once(OPEN, ledgers) == [f"{STEPS} ['other']"] * (TURNS * PROCESSES)
    assert sorted(path.parent.iterdir()) == ledgers


AS_NOBODY = """
import os, sys
from diplotui.errors import DiplotuiError
from diplotui.store import open_store
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    with open_store(sys.argv[1]) as store:
        print("opened", len(store.topics()))
except DiplotuiError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_cannot_be_written(tmp_path: Path, there: bool) -> None:
    """Run as a user without the right to write; root, who may write anything, steps down first."""
    folder = tmp_path / "locked"
    folder.mkdir()
    path = folder / "ledger.db"
    if there:
        open_store(path).close()
        path.chmod(0o444)
    folder.chmod(0o555)
    for parent in tmp_path.parents:  # let the other user through pytest's private folders
        if parent.stat().st_uid == os.getuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | stat.S_IXOTH | stat.S_IXGRP)
    tmp_path.chmod(0o755)
    try:
        found = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(path)], capture_output=True, text=True, cwd=ROOT
        )
    finally:
        folder.chmod(0o755)
    if "PermissionError" in found.stderr and "setuid" in found.stderr:
        pytest.skip("may not step down to another user here")
    assert found.stdout.startswith(StoreReadOnly.__name__), found.stdout + found.stderr
    assert str(path) in found.stdout and found.stdout.count("\n") == 1
    assert sorted(one.name for one in folder.iterdir()) == (["ledger.db"] if there else [])
