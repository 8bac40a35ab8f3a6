"""Whatever is pressed, nothing ends the dashboard and no note is lost; ``monkey.py`` does it for longer."""

from pathlib import Path

import pytest

from tests.tui.monkey import lost, run


async def test_random_keys_while_items_arrive_break_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "ledger.db"
    ran = await run(path, seed=11, most=200, notes_every=40)
    assert len(ran.keys) >= 200 and len(ran.screens) > 3 and ran.arrived
    assert ran.faults == []
    assert ran.saved and lost(path, ran) == []
