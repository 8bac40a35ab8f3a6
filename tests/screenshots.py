"""Makes the pictures in ``screenshots/`` from the sample: ``python -m tests.screenshots``."""

import asyncio
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

os.environ.pop("NO_COLOR", None)
os.environ["DIPLOTUI_NOW"] = "2024-02-16T07:00:00+00:00"
os.environ["TEXTUAL_ANIMATIONS"] = "none"

FOLDER = Path(__file__).resolve().parents[1] / "screenshots"
FIND_DENIAL = ("slash", *(key if key != " " else "space" for key in "not true"), "enter")
"""Keys that bring up the event in which an official calls a report not true."""
SCENES: tuple[tuple[str, tuple[int, int], tuple[str, ...]], ...] = (
    # (name, terminal size, keys pressed)
    ("main-146x40", (146, 40), (*FIND_DENIAL, "2")),
    ("main-80x24", (80, 24), (*FIND_DENIAL, "4")),
    ("help-120x40", (120, 40), ("question_mark",)),
)


async def _picture(ledger: Path, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    from diplotui.store import open_store
    from diplotui.tui.app import DashboardApp

    app = DashboardApp(
        lambda: open_store(ledger, create=False), "sample", now=lambda: datetime(2024, 2, 16, 7, tzinfo=UTC)
    )
    async with app.run_test(size=size) as pilot:
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            await pilot.pause(0.5)
            await app.workers.wait_for_complete()
        return app.export_screenshot(title="diplotui")


def main() -> None:
    """Draw every scene."""
    from diplotui.ingest import ensure_topics
    from diplotui.sample import ingest_sample, sample_texts
    from diplotui.store import open_store

    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "sample.db"
        with open_store(ledger) as store:
            ensure_topics(store)
            ingest_sample(store, sample_texts())
        for name, size, keys in SCENES:
            (FOLDER / f"{name}.svg").write_text(asyncio.run(_picture(ledger, size, keys)), encoding="utf-8")
            print(f"screenshots/{name}.svg")


if __name__ == "__main__":
    main()
