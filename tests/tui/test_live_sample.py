"""The sample, a document a day, into a dashboard that is open: each step of a claim with its sentence."""

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diplotui.ingest import ensure_topics
from diplotui.model import ClaimRow, ClaimStatus
from diplotui.sample import ingest_sample, sample_texts
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.screens.claims import ClaimsScreen
from diplotui.tui.screens.main import MainScreen
from tests.tui.looking import NOW, board, press, quiet, screen_text, until

DECLINED = "The Kremlin and the White House declined to comment on the report."


async def ingest(path: Path, number: str) -> None:
    """Read one of the sample's documents in, as another program would."""

    def work() -> None:
        with open_store(path) as store:
            ingest_sample(store, [text for text in sample_texts() if text.file.name.startswith(number)])

    await asyncio.to_thread(work)


def offer(main: MainScreen) -> ClaimRow | None:
    """The claim that a truce was sounded out, as the denial status shows it."""
    return next((row for row in main.denials.claims if "sounded out" in row.claim.text), None)


async def sentence_behind(pilot: Pilot[None], main: MainScreen, party: str) -> str:
    """What Enter on a party's cell brings into the statement pane."""
    claim = offer(main)
    assert claim is not None
    await press(pilot, "4")
    main.denials.move_to(main.denials.claims.index(claim), main.denials.parties.index(party))
    await press(pilot, "enter")
    assert main.statement.view is not None
    shown = main.statement.view.statement.exact
    assert shown.split()[0] in screen_text(pilot.app)
    return shown


async def test_an_offer_is_unanswered_then_declined_then_denied_in_an_open_dashboard(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        ensure_topics(store)
    app = DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)
    async with app.run_test(size=(146, 44), notifications=True) as pilot:
        main = board(app)
        await quiet(pilot)
        await ingest(path, "01")
        await ingest(path, "02")
        await until(pilot, lambda: main.timeline.window.rows)
        await pilot.press("C")
        await until(pilot, lambda: isinstance(app.screen, ClaimsScreen) and app.screen.is_mounted)
        await press(pilot, "slash", *"sounded", "enter", "enter")
        await until(pilot, lambda: app.screen is main and offer(main) is not None)
        await quiet(pilot)

        claim = offer(main)
        assert claim is not None and claim.status is ClaimStatus.UNADDRESSED
        await press(pilot, "4", "w", "enter", "escape")
        await until(pilot, lambda: f"claim/{claim.claim.id}" in main.watched)

        await ingest(path, "03")
        await until(pilot, lambda: (row := offer(main)) and row.status is ClaimStatus.EVADED)
        await until(pilot, lambda: "unaddressed → evaded" in screen_text(app))
        assert await sentence_behind(pilot, main, "RU") == DECLINED
        assert await sentence_behind(pilot, main, "US") == DECLINED

        await ingest(path, "04")
        await until(pilot, lambda: (row := offer(main)) and row.status is ClaimStatus.DENIED)
        await until(pilot, lambda: "evaded → denied" in screen_text(app))
        assert "Peskov" in await sentence_behind(pilot, main, "RU")
        assert "never made any kind of proposal" in await sentence_behind(pilot, main, "US")


@pytest.mark.parametrize("order", [("a", "x"), ("x", "a")])
async def test_of_two_open_dashboards_the_later_takes_nothing_back_unseen(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        ensure_topics(store)
        ingest_sample(store, [text for text in sample_texts() if text.file.name.startswith("02")])
    opener = lambda: open_store(path, create=False)  # noqa: E731
    first = DashboardApp(opener, "first", now=lambda: NOW)
    second = DashboardApp(opener, "second", now=lambda: NOW)
    async with first.run_test(size=(120, 40)) as one, second.run_test(size=(120, 40)) as two:
        for pilot in (one, two):
            main = board(pilot.app)
            await until(pilot, lambda main=main: main.statement.detail is not None)
            await press(pilot, "4")
        stale = board(second).statement.detail
        await press(one, order[0])
        main = board(second)
        main.statement.show(stale)  # both decide before either has seen the other
        main.denials.show(stale)
        main.denials.move_to(0, 0)
        await press(two, order[1])
        assert "changed elsewhere meanwhile; nothing was written" in board(second).hints.last
