"""Search: live results, Enter goes there, and nothing that one types is an error."""

import threading
import time
from collections.abc import Callable
from datetime import date
from unittest.mock import patch

import pytest
from textual.events import Key
from textual.pilot import Pilot

from diplotui.errors import SearchCancelled, StoreCorrupt
from diplotui.model import Found, FoundPart, NoteHit, Query, SearchHit, SpeakerHit
from diplotui.tui.lines import cells, plain
from diplotui.tui.screens.search import SearchScreen
from diplotui.tui.screens.search_lines import entries, in_view, marked_pieces
from diplotui.tui.screens.views import NameScreen, ViewsScreen
from diplotui.tui.view import read_view
from diplotui.tui.widgets.line_field import LineField
from tests.hostile import HOSTILE
from tests.tui.board import event, many, small_ledger
from tests.tui.fake_store import FakeStore
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
        assert [hit.row.id for hit in screen.hits.found.hits] == ["e50", "e5", "e2", "e1"]
        await pilot.press(*" treaty")
        await quiet(pilot)
        assert [hit.row.id for hit in screen.hits.found.hits] == ["e50", "e2", "e1"]


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
        await pilot.click("#hits", offset=(20, 1))
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
def test_what_is_found_is_set_in_the_width_whatever_its_text(text: str) -> None:
    row = event(1, text, day=date(2031, 1, 1)).row
    spans = ((0, min(3, len(text))), (2, 99_999), (-4, 2))
    parts = (FoundPart("statement", "s1", text, text, spans), FoundPart("note", "n1", "note", text, spans))
    found = Found(
        hits=(SearchHit(row, text, spans, parts), SearchHit(row, text, spans)),
        speakers=(SpeakerHit("a1", text, text, "RU", 3),),
        notes=(NoteHit("n2", "note", "2031-01-01T00:00:00Z", None, text, spans),),
    )
    listed = entries(found)
    assert [entry.height for entry in listed] == [1, 1, 2, 1, 1]
    for entry in listed:
        for line in entry.lines(60):
            shown = plain(line)
            assert "\x1b" not in shown and "\n" not in shown and cells(line) <= 60


def test_found_words_are_marked_in_their_place() -> None:
    pieces = marked_pieces("the truce offer was", ((4, 9),), 60)
    assert [(piece.text, piece.roles) for piece in pieces] == [
        ("the ", ("dim",)),
        ("truce", ("found",)),
        (" offer was", ("dim",)),
    ]


def test_the_word_found_is_in_sight_however_far_behind_it_stands() -> None:
    text = "word " * 20 + "truce " + "more " * 20
    shown, marks = in_view(text, ((100, 105),), 40)
    assert shown.startswith("…") and shown[slice(*marks[0])] == "truce" and marks[0][1] < 40
    assert in_view(text, ((5, 9),), 40) == (text, ((5, 9),))


async def test_only_these_narrows_the_timeline_and_escape_widens_it() -> None:
    async with dashboard(small_ledger()).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await search(pilot, "ferry")
        await press(pilot, "f2")
        await until(pilot, lambda: main.chosen.query is not None and pilot.app.screen is main)
        await quiet(pilot)
        assert [row.id for row in main.timeline.window.rows] == ["e50", "e5", "e2", "e1"]
        assert "/ferry" in screen_text(pilot.app).splitlines()[0]
        await press(pilot, "slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await quiet(pilot)
        assert pilot.app.screen.query_one(LineField).value == "ferry"
        await press(pilot, "escape")
        await press(pilot, "escape")
        await quiet(pilot)
        assert main.chosen.query is None and len(main.timeline.window.rows) > 4


async def test_a_search_is_kept_listed_chosen_renamed_and_forgotten() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await search(pilot, "ferry")
        await press(pilot, "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, NameScreen))
        await press(pilot, *"boats", "enter")
        await until(pilot, lambda: "boats" in ledger.views)
        await quiet(pilot)
        await press(pilot, "V")
        await until(pilot, lambda: isinstance(pilot.app.screen, ViewsScreen))
        await quiet(pilot)
        assert "boats" in screen_text(pilot.app)
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, NameScreen))
        await press(pilot, *"ships", "enter")
        await until(pilot, lambda: list(ledger.views) == ["ships"])
        await quiet(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is main and main.chosen.query is not None)
        await quiet(pilot)
        assert [row.id for row in main.timeline.window.rows] == ["e50", "e5", "e2", "e1"]
        await press(pilot, "V")
        await until(pilot, lambda: isinstance(pilot.app.screen, ViewsScreen))
        await quiet(pilot)
        await press(pilot, "x")
        await until(pilot, lambda: not ledger.views)


async def test_what_was_not_understood_is_said_in_a_line() -> None:
    async with dashboard(small_ledger()).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await search(pilot, "status:false")
        assert "status:false is taken as words" in screen_text(pilot.app)


async def test_tab_completes_a_field_and_what_can_be_typed_is_shown_first() -> None:
    async with dashboard(small_ledger()).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        screen = await search(pilot, "")
        assert "speaker:peskov" in screen_text(pilot.app)
        await press(pilot, *"ferry spe", "tab")
        assert screen.words.value == "ferry speaker:"


async def test_a_newer_search_ends_the_older_one() -> None:
    ledger = small_ledger()
    given_up: list[str] = []
    wanted = threading.Event()

    def find(store: FakeStore, query: Query, *, cancelled: Callable[[], bool], **_: object) -> Found:
        if query.typed == "fe":
            wanted.set()
            while not cancelled():
                time.sleep(0.002)
            given_up.append(query.typed)
            raise SearchCancelled("newer")
        return Found(FakeStore.search(store, query.typed))

    with patch.object(FakeStore, "find", find):
        async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
            await ready(pilot)
            await pilot.press("slash")
            await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
            await pilot.press("f", "e")
            await until(pilot, wanted.is_set)
            await pilot.press("r")
            await quiet(pilot)
            screen = pilot.app.screen
            assert isinstance(screen, SearchScreen)
            assert given_up == ["fe"] and len(screen.hits.found.hits) == 4


async def test_a_backspace_takes_the_letter_before_it_however_fast_one_types() -> None:
    async with dashboard(small_ledger()).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        screen = await search(pilot, "truce")
        keys = ("backspace", "backspace", "a", "backspace", *"eaty", "home", "x")
        for key in keys:  # all of them at once, as a terminal hands them over when the program was busy
            screen.words.post_message(Key(key, key if len(key) == 1 else None))
        await quiet(pilot)
        await until(pilot, lambda: screen.words.value.startswith("x"))
        assert screen.words.value == "xtrueaty"


async def test_a_ledger_remembers_what_its_timeline_was_narrowed_to() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await search(pilot, "ferry")
        await press(pilot, "f2")
        await until(pilot, lambda: main.chosen.query is not None and pilot.app.screen is main)
        await quiet(pilot)
        kept = read_view(main.view().text())
    assert kept.query == "ferry" and kept.filter.query == main.chosen.query
    assert read_view('{"query": 3}').filter.query is None
