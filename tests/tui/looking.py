"""How tests look at the dashboard: its screen as text, and waiting for something to become true."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from diplotui.tui.app import DashboardApp
from diplotui.tui.screens.main import MainScreen
from tests.tui.fake_store import FakeLedger

NOW = datetime(2031, 4, 1, 14, 32, tzinfo=UTC)


def dashboard(ledger: FakeLedger, **options: Any) -> DashboardApp:
    """The app on a ledger in memory."""
    return DashboardApp(ledger.opener, "test", now=lambda: NOW, **options)


def screen_text(app: App[Any]) -> str:
    """All cells of the screen, line by line."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def board(app: App[Any]) -> MainScreen:
    """The main screen."""
    assert isinstance(app, DashboardApp)
    return app.board


async def until(pilot: Pilot[None], true: Callable[[], object], seconds: float = 30.0) -> None:
    """Wait until ``true()`` holds; fails after ``seconds``."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"waited in vain; the screen shows:\n{screen_text(pilot.app)}"
        await pilot.pause(0.02)


async def ready(pilot: Pilot[None]) -> MainScreen:
    """Wait for the first rows and the marked event's panes; gives the main screen."""
    app = pilot.app
    assert isinstance(app, DashboardApp)
    main = app.board
    await until(pilot, lambda: main.timeline.row is not None and main.statement.detail is not None)
    await quiet(pilot)
    return main


async def quiet(pilot: Pilot[None]) -> None:
    """Wait until nothing is being read or written."""
    await until(pilot, lambda: all(worker.is_finished for worker in pilot.app.workers))
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for what they bring."""
    await pilot.press(*keys)
    await quiet(pilot)
