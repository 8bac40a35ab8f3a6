"""The dashboard on a ledger on disk: what is written in it, by it and beside it."""

import subprocess
import sys
from pathlib import Path

import pytest

from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.screens.note import NoteScreen
from tests.builders import filing
from tests.tui.looking import NOW, press, quiet, ready, screen_text, until

ANOTHER = """
import sys
from datetime import date
from diplotui.store import open_store
from tests.builders import document, event, filing, statement, claim, stance

TEXT = "A day later the envoy said that a truce was near."
with open_store(sys.argv[1]) as store:
    store.file(filing(
        documents=(document("d2", TEXT),),
        events=(event("e2", "Envoy calls a truce near", on=date(2025, 3, 9)),),
        claims=(claim("c9", "e2", "A truce is near."),),
        statements=(statement("s9", "a truce was near", document="d2", text=TEXT, said=date(2025, 3, 9)),),
        stances=(stance("s9", "c9"),),
    ))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        store.file(filing())
    return path


def app_on(path: Path) -> DashboardApp:
    return DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)


async def test_the_story_stands_in_all_panes(path: Path) -> None:
    async with app_on(path).run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        shown = screen_text(pilot.app)
        for words in (
            "Mon 3 Mar 2025",
            "A truce is reported",
            "✗ denies",
            "✓ affirms",
            "≠ disputed",
            "1 of 2",
        ):
            assert words in shown


async def test_what_another_process_files_arrives_and_moves_nothing(path: Path) -> None:
    async with app_on(path).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        done = subprocess.run([sys.executable, "-c", ANOTHER, str(path)], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        await until(pilot, lambda: main.timeline.waiting == 1)
        assert main.timeline.row is not None and main.timeline.row.id == "e1"
        await press(pilot, "t")
        await until(
            pilot, lambda: main.statement.detail is not None and main.statement.detail.event.id == "e2"
        )
        assert "Envoy calls a truce near" in screen_text(pilot.app)


async def test_a_note_is_on_disk_and_u_takes_it_back(path: Path) -> None:
    async with app_on(path).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await pilot.press("4", "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await pilot.press(*"who", "f2")
        await until(pilot, lambda: pilot.app.screen is main)
        await until(pilot, lambda: "14:32 on the claim who" in screen_text(pilot.app))
        with open_store(path) as store:
            assert [(note.text, note.about) for note in store.notes()] == [("who", "claim/c1")]
        await press(pilot, "u")
        await until(pilot, lambda: "on the claim who" not in screen_text(pilot.app))
        with open_store(path) as store:
            assert store.notes() == ()


@pytest.mark.parametrize(
    ("keys", "kind"), [(("a",), "event"), (("3", "a"), "statement"), (("4", "a"), "claim")]
)
async def test_a_decision_is_on_disk(path: Path, keys: tuple[str, ...], kind: str) -> None:
    async with app_on(path).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, *keys)
        detail = main.statement.detail
        assert detail is not None and "accepted" in screen_text(pilot.app)
        with open_store(path) as store:
            event = store.event("e1")
        decided = {
            "event": event.event.decision,
            "statement": event.statements[0].statement.decision,
            "claim": event.claims[0].claim.decision,
        }
        assert decided[kind].value == "accepted"


async def test_an_event_thrown_out_is_gone_and_u_brings_it_back(path: Path) -> None:
    async with app_on(path).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "x")
        await until(pilot, lambda: main.timeline.row is None)
        await quiet(pilot)
        assert "This ledger is empty" in screen_text(pilot.app)
        await press(pilot, "u")
        await until(pilot, lambda: main.timeline.row is not None and main.timeline.row.id == "e1")
        await until(pilot, lambda: main.statement.detail is not None)


async def test_an_event_rested_on_counts_as_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplotui.tui.screens.reading.SEEN_AFTER", 0.05)
    async with app_on(path).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await until(pilot, lambda: main.topics.topics[0].unread == 0)
    with open_store(path) as store:
        assert [topic.unread for topic in store.topics() if topic.events] == [0]


async def test_a_ledger_deleted_under_it_is_said_and_not_made_anew(path: Path) -> None:
    async with app_on(path).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        for file in path.parent.glob("ledger.db*"):
            file.unlink()
        await until(pilot, lambda: main.top_bar.trouble is not None)
        await press(pilot, "a")
        assert main.is_running and not path.exists()


async def test_an_empty_ledger_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_store(path).close()
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "This ledger is empty" in screen_text(pilot.app))
