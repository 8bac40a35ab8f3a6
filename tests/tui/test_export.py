"""Writing out what is shown: what the file holds, and what is said where it cannot be written."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.screens.export import ExportScreen, proposed_name
from tests.builders import filing
from tests.tui.looking import NOW, board, press, quiet, ready, screen_text, until


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DashboardApp:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        store.file(filing())
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return DashboardApp(lambda: open_store(path, create=False), "north", now=lambda: NOW)


async def form(pilot: Pilot[None]) -> ExportScreen:
    await ready(pilot)
    await press(pilot, "e")
    await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
    await quiet(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, ExportScreen)
    return screen


async def test_a_brief_of_the_view_is_written_and_said(app: DashboardApp) -> None:
    async with app.run_test(size=(146, 40)) as pilot:
        await form(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is board(pilot.app))
        (written,) = Path.cwd().iterdir()
        assert written.name == f"north-{NOW.astimezone().date()}.md"
        assert written.read_text(encoding="utf-8").startswith("# Brief: north\n")
        await until(pilot, lambda: "written:" in screen_text(pilot.app))


async def test_the_ending_follows_the_form_that_is_chosen(app: DashboardApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await form(pilot)
        await press(pilot, "f3", "f3")
        assert screen.field.value.endswith(".csv")
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is board(pilot.app))
        (written,) = Path.cwd().iterdir()
        assert written.read_text(encoding="utf-8").startswith("claim_id,claim")


async def test_a_file_that_is_there_stays_and_the_form_says_so(app: DashboardApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await form(pilot)
        there = Path(screen.field.value)
        there.write_text("mine")
        await press(pilot, "enter")
        await until(pilot, lambda: "is there already" in screen_text(pilot.app))
        assert there.read_text() == "mine"
        await press(pilot, "escape")
        await until(pilot, lambda: pilot.app.screen is board(pilot.app))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ceasefire and talks", "ceasefire-and-talks-2031-04-01.md"),
        ("../../etc/passwd", "etc-passwd-2031-04-01.md"),
        ("⚠ Грузия", "грузия-2031-04-01.md"),
        ("", "2031-04-01.md"),
    ],
)
def test_the_proposed_name_is_a_plain_file_name(title: str, name: str) -> None:
    assert proposed_name(title, date(2031, 4, 1), ".md") == name
