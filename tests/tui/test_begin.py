"""The first minute: what an empty ledger offers, and the sample that one key brings."""

from datetime import date
from pathlib import Path

from diplotui.config import Config
from diplotui.model import TimelineFilter, TopicCount
from diplotui.sample import sample_texts
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.commands import COMMANDS
from diplotui.tui.empty import OFFERS, empty_lines
from diplotui.tui.keymap import Keymap, read_keymap
from diplotui.tui.lines import plain
from tests.tui.board import small_ledger
from tests.tui.looking import NOW, dashboard, press, quiet, ready, screen_text, until

ALL = TopicCount("", "All", 0, 0)


def text(keymap: Keymap, day: date | None = None) -> str:
    return "\n".join(plain(line) for line in empty_lines(ALL, TimelineFilter(as_of=day), keymap, 60))


def test_the_empty_ledger_names_the_keys_in_force() -> None:
    known = {command.id for command in COMMANDS}
    assert OFFERS[0][0] in known
    keymap, _ = read_keymap({"sample": "f12"})
    assert "\n f12  reads the sample in" in text(keymap)
    assert "\n f9  reads the sample in" in text(Keymap())
    assert "] goes forth in time, esc to now." in text(Keymap(), date(2031, 3, 1))


async def test_one_key_fills_an_empty_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    open_store(path).close()
    app = DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW, config=Config())
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "This ledger is empty." in screen_text(app))
        await pilot.press("f9")
        with open_store(path) as store:
            await until(pilot, lambda: store.info().documents == len(sample_texts()), 60.0)
        await until(pilot, lambda: app.board.timeline.row is not None)
        await quiet(pilot)
        assert "Feb 2024" in screen_text(app)
    with open_store(path) as store:
        assert len(sample_texts()) > 2 and len(store.topics()) > 3


async def test_a_ledger_with_something_in_it_does_not_take_the_sample() -> None:
    async with dashboard(small_ledger()).run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        await press(pilot, "f9")
        assert "only an empty ledger takes the sample" in screen_text(pilot.app)


def test_all_offers_fit_a_pane_of_the_smallest_terminal() -> None:
    lines = [plain(line) for line in empty_lines(ALL, TimelineFilter(), Keymap(), 38)]
    assert max(len(line) for line in lines) <= 38
    assert "--starter" in "".join(lines[:19]), "24 rows less bars and borders"
