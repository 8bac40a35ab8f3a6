"""The jump overlay: every row and pane in sight has a letter, and the letter leads there."""

import pytest
from textual.widgets import Static

from diplotui.tui.screens.jump import LETTERS, JumpScreen
from tests.tui.board import many, small_ledger
from tests.tui.looking import board, dashboard, press, ready, screen_text

SIZES = [(146, 40), (80, 24), (50, 20)]


@pytest.mark.parametrize("size", SIZES)
async def test_each_mark_stands_where_it_leads(size: tuple[int, int]) -> None:
    async with dashboard(small_ledger()).run_test(size=size) as pilot:
        await ready(pilot)
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, JumpScreen)
        lines = screen_text(pilot.app).splitlines()
        targets = pilot.app.screen.targets
        assert len(targets) >= 6 + 1
        assert all(lines[jump.y][jump.x] == letter for letter, jump in targets.items())
        assert len({(jump.x, jump.y) for jump in targets.values()}) == len(targets)
        await press(pilot, "escape")
        assert pilot.app.screen is board(pilot.app)


async def test_a_letter_goes_to_its_event_and_focuses_its_pane() -> None:
    async with dashboard(small_ledger()).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "4", "f")
        assert isinstance(pilot.app.screen, JumpScreen)
        line = next(i for i, text in enumerate(screen_text(pilot.app).splitlines()) if "Denmark asks" in text)
        letter = next(
            letter
            for letter, jump in pilot.app.screen.targets.items()
            if jump.y == line and jump.x >= main.timeline.region.x
        )
        await press(pilot, letter)
        assert pilot.app.screen is main and main.current == "timeline"
        assert main.timeline.row is not None and main.timeline.row.id == "e2"
        await press(pilot, "less_than_sign")
        assert main.current == "denials", "a jump can be gone back from"


async def test_a_number_goes_to_its_pane_and_any_other_key_nowhere() -> None:
    async with dashboard(small_ledger()).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "f", "3")
        assert main.current == "statement"
        await press(pilot, "f", "Z")
        assert pilot.app.screen is main and main.current == "statement"


async def test_rows_of_a_list_over_the_screen_have_letters_too() -> None:
    async with dashboard(small_ledger()).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await press(pilot, "C", "f")
        assert isinstance(pilot.app.screen, JumpScreen) and set(pilot.app.screen.targets) == {"a", "s"}
        await press(pilot, "s")
        assert pilot.app.screen.query_one("RowList").index == 1  # type: ignore[attr-defined]


async def test_more_rows_than_letters_leave_the_rest_without() -> None:
    ledger = small_ledger()
    ledger.put(*many(200, first=100))
    async with dashboard(ledger).run_test(size=(200, 120)) as pilot:
        await ready(pilot)
        await press(pilot, "f")
        marks = [str(mark.content) for mark in pilot.app.screen.query(Static)]
        assert len(marks) == len(set(marks)) == len(LETTERS) + 4
        await press(pilot, "escape")


async def test_a_click_on_a_mark_goes_there() -> None:
    async with dashboard(small_ledger()).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, JumpScreen)
        jump = pilot.app.screen.targets["3"]
        await pilot.click(offset=(jump.x, jump.y))
        await press(pilot)
        assert pilot.app.screen is main and main.current == "statement"
