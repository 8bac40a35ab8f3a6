"""Which panes stand where on terminals of which size, and without colour."""

import os
import subprocess
import sys

import pytest
from textual.events import Resize
from textual.geometry import Size

from tests.tui.board import small_ledger
from tests.tui.looking import dashboard, press, quiet, ready, screen_text

PANES = ("topics", "timeline", "statement", "denials")


@pytest.mark.parametrize(
    ("size", "in_sight"),
    [
        ((146, 40), PANES),
        ((120, 40), PANES),
        ((200, 60), PANES),
        ((80, 24), ("topics", "timeline", "denials")),
        ((100, 30), ("topics", "timeline", "denials")),
        ((59, 24), ("timeline",)),
        ((30, 10), ("timeline",)),
    ],
)
async def test_panes_in_sight_by_size(size: tuple[int, int], in_sight: tuple[str, ...]) -> None:
    async with dashboard(small_ledger()).run_test(size=size) as pilot:
        main = await ready(pilot)
        assert tuple(name for name in PANES if main.in_sight(name)) == in_sight


async def test_at_80_columns_3_and_4_switch_the_right_half_and_tab_reaches_both() -> None:
    async with dashboard(small_ledger()).run_test(size=(80, 24)) as pilot:
        main = await ready(pilot)
        await press(pilot, "3")
        assert main.in_sight("statement") and not main.in_sight("denials")
        await press(pilot, "2")
        assert main.in_sight("statement")
        await press(pilot, "tab", "tab")
        assert main.current == "denials" and main.in_sight("denials") and not main.in_sight("statement")
        assert "✗ denies" in screen_text(pilot.app)


async def test_at_80_columns_topics_are_a_line_of_tabs() -> None:
    async with dashboard(small_ledger()).run_test(size=(80, 24)) as pilot:
        main = await ready(pilot)
        assert "All 6●1" in screen_text(pilot.app).splitlines()[1]
        await press(pilot, "1", "l", "l")
        assert main.chosen.topic == "fishing"
        await pilot.click("#topics", offset=(12, 0))
        await quiet(pilot)
        assert main.chosen.topic == "ferries"


async def test_below_60_columns_one_pane_at_a_time() -> None:
    async with dashboard(small_ledger()).run_test(size=(50, 20)) as pilot:
        main = await ready(pilot)
        for key, name in (("1", "topics"), ("3", "statement"), ("4", "denials"), ("2", "timeline")):
            await press(pilot, key)
            assert [pane for pane in PANES if main.in_sight(pane)] == [name]
        await press(pilot, "tab")
        assert main.in_sight("statement")


async def test_a_terminal_that_changes_its_size_keeps_pane_and_row() -> None:
    async with dashboard(small_ledger()).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "j", "j", "3")
        for size in ((80, 24), (50, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            await quiet(pilot)
            assert main.current == "statement" and main.focused is main.statement
            assert main.timeline.row is not None and main.timeline.row.id == "e4"


async def test_the_cursor_stays_in_sight_when_the_terminal_shrinks() -> None:
    async with dashboard(small_ledger()).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "G")
        await pilot.resize_terminal(80, 12)
        await quiet(pilot)
        timeline = main.timeline
        assert timeline.index is not None
        assert 0 <= timeline._first_lines[timeline.index] - timeline.top < timeline.content_height


def test_without_colour_glyph_and_word_are_there() -> None:
    script = (
        "import asyncio\n"
        "from tests.tui.board import small_ledger\n"
        "from tests.tui.looking import dashboard, ready, screen_text\n"
        "async def main():\n"
        "    async with dashboard(small_ledger()).run_test(size=(120, 40)) as pilot:\n"
        "        await ready(pilot)\n"
        "        assert pilot.app.no_color\n"
        "        print(screen_text(pilot.app))\n"
        "asyncio.run(main())\n"
    )
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", env=environment
    )
    assert done.returncode == 0, done.stderr
    for words in ("✗ denied", "✗ denies", "✗ implied", "? nothing"):
        assert words in done.stdout


async def test_two_sizes_at_once_come_to_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual lays out anew for each size in the queue; whatever is put between them keeps them going."""
    async with dashboard(small_ledger()).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        seen: list[Size] = []
        lay_out = main._screen_resized
        monkeypatch.setattr(main, "_screen_resized", lambda size: (seen.append(size), lay_out(size)))
        for size in (Size(100, 30), Size(120, 40)):
            main.post_message(Resize(size, size))
            main.call_later(lambda: None)
        await pilot.pause(0.5)
        seen.clear()
        await pilot.pause(0.3)
        assert seen == []
