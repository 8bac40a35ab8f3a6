"""Search: live results, Enter goes there, and nothing that one types is an error."""

from datetime import date

import pytest
from textual.pilot import Pilot

from diplotui.errors import StoreCorrupt
from diplotui.model import SearchHit
from diplotui.tui.lines import plain
from diplotui.tui.screens.search import SearchScreen, excerpt_pieces, hit_lines
from tests.hostile import HOSTILE
from tests.tui.board import event, many, small_ledger
from tests.tui.looking import dashboard, press, quiet, ready, screen_text, until


async def search(pilot: Pilot[None], words: str) -> SearchScreen:
    """Open the search and type."""
    await pilot.press("slash")
    await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen) and pilot.app.screen.is_running)
    await pilot.press(*words)
    await quiet(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    return screen


async def test_results_come_while_one_types_newest_first() -> None:
    async with dashboard(small_ledger()).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        screen = await search(pilot, "ferry")
        assert [hit.row.id for hit in screen.hits.hits] == ["e50", "e5", "e2", "e1"]
        await pilot.press(*" treaty")
        await quiet(pilot)
        assert [hit.row.id for hit in screen.hits.hits] == ["e50", "e2", "e1"]


async def test_enter_goes_to_the_event_in_its_timeline() -> None:
    ledger = small_ledger()
    ledger.put(*many(400, first=100))
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await search(pilot, "Denmark asks")
        await pilot.press("enter")
        await until(pilot, lambda: main.timeline.row is not None and main.timeline.row.id == "e2")
        await quiet(pilot)
        assert "Denmark asks to be heard" in screen_text(pilot.app) and main.current == "timeline"
        assert main.statement.detail is not None and main.statement.detail.event.id == "e2"


async def test_a_hit_outside_the_filter_changes_the_filter() -> None:
    async with dashboard(small_ledger()).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "1", "j")
        assert main.chosen.topic == "ferries"
        await search(pilot, "gift")
        await pilot.press("enter")
        await until(pilot, lambda: main.timeline.row is not None and main.timeline.row.id == "e4")
        assert main.chosen.topic is None and main.topics.chosen.id == ""
        await quiet(pilot)
        await search(pilot, "fits no topic")
        await pilot.press("enter")
        await until(pilot, lambda: main.timeline.row is not None and main.timeline.row.id == "e6")
        assert main.chosen.topic == "other" and main.topics.chosen.id == "other"


async def test_down_chooses_another_hit_and_a_click_goes_to_one() -> None:
    async with dashboard(small_ledger()).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await search(pilot, "ferry")
        await pilot.press("down", "down", "up", "down", "enter")
        await until(pilot, lambda: main.timeline.row is not None and main.timeline.row.id == "e2")
        await quiet(pilot)
        await search(pilot, "ferry")
        await pilot.click("#hits", offset=(20, 2))
        await until(pilot, lambda: main.timeline.row is not None and main.timeline.row.id == "e5")


async def test_escape_and_enter_without_a_hit() -> None:
    async with dashboard(small_ledger()).run_test(size=(80, 24)) as pilot:
        main = await ready(pilot)
        await search(pilot, "zzz")
        assert "nothing has “zzz” in it" in screen_text(pilot.app)
        await pilot.press("enter", "escape")
        await quiet(pilot)
        assert pilot.app.screen is main and main.timeline.row is not None and main.timeline.row.id == "e50"


async def test_an_error_of_the_store_is_a_line() -> None:
    ledger = small_ledger()
    ledger.fail["search"] = StoreCorrupt("the ledger is damaged; restore a backup")
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await search(pilot, "x")
        assert "the ledger is damaged" in screen_text(pilot.app)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hit_is_set_in_the_width_whatever_its_text(text: str) -> None:
    row = event(1, text, day=date(2031, 1, 1)).row
    hit = SearchHit(row, text, ((0, min(3, len(text))), (2, 99_999), (-4, 2)))
    for line in hit_lines(hit, 60):
        shown = plain(line)
        assert "\x1b" not in shown and "\n" not in shown


def test_found_words_are_marked_in_their_place() -> None:
    row = event(1, "x").row
    pieces = excerpt_pieces(SearchHit(row, "the truce offer was", ((4, 9),)), 60)
    assert [(piece.text, piece.roles) for piece in pieces] == [
        ("the ", ("dim",)),
        ("truce", ("found",)),
        (" offer was", ("dim",)),
    ]
