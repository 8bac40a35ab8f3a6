"""Back and forward through where one was, and the view that a ledger remembers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from diplotui.model import TimelineFilter
from diplotui.tui.history import FAR, History, Place
from diplotui.tui.view import NAME, View, read_view
from tests.tui.board import many, small_ledger
from tests.tui.fake_store import FakeLedger
from tests.tui.looking import board, dashboard, press, quiet, ready, screen_text, until

ALL, FISHING = TimelineFilter(), TimelineFilter(topic="fishing")


@pytest.fixture
def ledger() -> FakeLedger:
    return small_ledger()


@pytest.fixture
async def pilot(ledger: FakeLedger) -> AsyncIterator[Pilot[None]]:
    async with dashboard(ledger).run_test(size=(146, 40)) as running:
        await ready(running)
        yield running


def test_back_and_forward_go_through_the_places_that_were_left() -> None:
    first, second, third = (Place(ALL, f"e{number}", number, "timeline") for number in (1, 2, 3))
    history = History().left(first).left(second)
    place, history = history.back(third)
    assert place == second
    place, history = history.back(second)
    assert place == first and history.back(first)[0] is None
    place, history = history.forward(first)
    assert place == second
    place, history = history.forward(second)
    assert place == third and history.forward(third)[0] is None


def test_a_new_jump_ends_the_way_forward() -> None:
    first, second = Place(ALL, "e1", 1, "timeline"), Place(FISHING, "e4", 4, "timeline")
    _, history = History().left(first).back(second)
    assert history.ahead == (second,) and history.left(first).ahead == ()


def test_going_round_the_panes_of_an_event_counts_each_once() -> None:
    panes = [Place(ALL, "e1", 1, pane) for pane in ("timeline", "statement", "denials")]
    history = History()
    for place in panes * 5:
        history = history.left(place)
    assert history.behind == tuple(panes)


async def test_back_brings_event_pane_and_filter(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await press(pilot, "j", "enter")
    assert main.current == "statement"
    await press(pilot, "1", "j", "j")
    assert main.chosen.topic == "fishing"
    await press(pilot, "2", "j")
    for _ in range(8):
        await press(pilot, "less_than_sign")
        if main.current == "statement":
            break
    assert main.current == "statement" and main.chosen.topic is None
    assert main.timeline.row is not None and main.timeline.row.id == "e5"
    await press(pilot, "less_than_sign")
    assert main.current == "timeline" and main.timeline.row.id == "e5"
    for _ in range(8):
        await press(pilot, "greater_than_sign")
    assert main.chosen.topic == "fishing" and main.current == "timeline"
    assert main.topics.chosen.id == "fishing"


async def test_back_brings_the_statement_that_was_read(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await press(pilot, "enter", "l", "l")
    assert main.statement.view is not None and main.statement.view.statement.id == "s3"
    await press(pilot, "2", "j", "j")
    await press(pilot, "1", "j", "less_than_sign")
    await press(pilot, "less_than_sign", "less_than_sign")
    assert main.statement.view is not None and main.statement.view.statement.id == "s3"


async def test_going_to_an_end_far_away_can_be_taken_back(ledger: FakeLedger) -> None:
    ledger.put(*many(FAR * 8, first=100))
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "j", "j", "j")
        here = main.timeline.row
        await press(pilot, "G")
        assert main.timeline.row is not None and main.timeline.row != here
        await press(pilot, "less_than_sign")
        assert main.timeline.row == here
        await press(pilot, "greater_than_sign")
        assert main.timeline.row.id == "e1"


async def test_where_nothing_is_behind_it_says_so(pilot: Pilot[None]) -> None:
    await press(pilot, "less_than_sign")
    assert "nothing to go back to" in screen_text(pilot.app)
    await press(pilot, "greater_than_sign")
    assert "nothing to go forward to" in screen_text(pilot.app)


async def test_back_to_an_event_that_is_gone_comes_to_its_neighbour(
    pilot: Pilot[None], ledger: FakeLedger
) -> None:
    main = board(pilot.app)
    await press(pilot, "j", "1", "j")
    ledger.drop("e5")
    await press(pilot, "less_than_sign")
    assert "not in the ledger any more" in screen_text(pilot.app)
    assert main.timeline.row is not None and main.timeline.row.id != "e5"


@pytest.mark.parametrize(
    "text",
    [None, "", "[]", "{", '"x"', '{"pane": 3, "key": "x", "zoomed": "yes", "topic": {}}', '{"pane": "moon"}'],
)
def test_a_view_that_cannot_be_read_is_the_first_one(text: str | None) -> None:
    assert read_view(text) == View()


def test_a_view_comes_back_from_its_text() -> None:
    view = View("fishing", "e4", 40, "statement", "statement", True)
    assert read_view(view.text()) == view


@asynccontextmanager
async def leave_and_come_back(ledger: FakeLedger, *keys: str) -> AsyncIterator[Pilot[None]]:
    """Press keys, leave, start again."""
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        await press(pilot, *keys)
        await pilot.press("q")
    again = dashboard(ledger)
    again.board.read_ahead()
    async with again.run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        yield pilot


async def test_topic_event_pane_and_zoom_are_there_again(ledger: FakeLedger) -> None:
    async with leave_and_come_back(ledger, "1", "j", "j", "2", "j", "3", "z") as pilot:
        main = board(pilot.app)
        assert main.chosen.topic == "fishing" and main.topics.chosen.id == "fishing"
        assert main.timeline.row is not None and main.timeline.row.id == "e3"
        assert main.current == "statement" and main.focused is main.statement
        assert main.has_class("-zoomed") and "Fishing quotas" in screen_text(pilot.app).splitlines()[0]


async def test_who_left_on_the_newest_comes_back_to_the_newest(ledger: FakeLedger) -> None:
    async with leave_and_come_back(ledger, "4") as pilot:
        assert board(pilot.app).current == "denials"
        stored = read_view(ledger.remembered[NAME])
        assert stored.event is None and stored.pane == "denials"


async def test_a_topic_that_is_gone_does_not_leave_an_empty_timeline(ledger: FakeLedger) -> None:
    ledger.remembered[NAME] = View("whaling", "e3", 30).text()
    app = dashboard(ledger)
    app.board.read_ahead()
    async with app.run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        assert main.chosen.topic is None and main.timeline.row is not None and main.timeline.row.id == "e3"


async def test_the_view_is_kept_after_a_rest_too(ledger: FakeLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diplotui.tui.screens.moving.REMEMBER_AFTER", 0.05)
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        await press(pilot, "j")
        await until(pilot, lambda: NAME in ledger.remembered)
        await quiet(pilot)
        assert read_view(ledger.remembered[NAME]).event == "e5"
