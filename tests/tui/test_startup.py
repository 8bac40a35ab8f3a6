"""The first paint loads Textual and sqlite3, and nothing that only fetching or reading prose needs."""

import subprocess
import sys

from diplotui.store import open_store

SCRIPT = """
import asyncio, sys
from pathlib import Path
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp

async def main():
    path = Path(sys.argv[1])
    app = DashboardApp(lambda: open_store(path), "test")
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(100):
            await pilot.pause(0.05)
            if app.board.timeline.empty:
                break
        assert app.board.timeline.empty, "never painted"
    print("\\n".join(sys.modules))

asyncio.run(main())
"""
HEAVY = ("sqlite_utils", "httpx", "dateparser", "feedparser", "trafilatura", "sentencex", "numpy",
         "diplotui.ingest", "diplotui.sources", "diplotui.exports", "textual.widgets._data_table",
         "textual.widgets._text_area")  # fmt: skip


def test_nothing_heavy_is_loaded_at_the_first_paint(tmp_path) -> None:  # type: ignore[no-untyped-def]
    open_store(tmp_path / "ledger.db").close()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "ledger.db")], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert not [name for name in HEAVY if name in loaded]
