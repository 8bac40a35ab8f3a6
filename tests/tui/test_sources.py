"""The sources over the whole screen, on ledgers on disk and a server of the tests."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diplotui import clock
from diplotui.fetching.process import FetchNews
from diplotui.fetching.reports import Working
from diplotui.model.sources import EntryRow, FetchState, Keep, LeftOutText, Source
from diplotui.store import Store, open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.messages import Fetched
from diplotui.tui.screens.source_adding import AddScreen
from diplotui.tui.screens.source_entries import EntriesScreen
from diplotui.tui.screens.source_forms import ChangeScreen
from diplotui.tui.screens.source_offers import OffersScreen
from diplotui.tui.screens.sources import SourcesScreen
from tests.hostile import HOSTILE
from tests.sources.conftest import no_proxy, server
from tests.sources.server import Server, answer
from tests.sources.test_fetching import DENIAL, FEED, OFFER, item, rss
from tests.tui.looking import NOW, press, quiet, screen_text, until
from tests.tui.test_snapshots import BASELINE

__all__ = ["no_proxy", "server"]


def at(minutes: float) -> str:
    """An instant so many minutes from the tests' now."""
    return clock.instant_text(NOW + timedelta(minutes=minutes))


def filled(store: Store) -> None:
    """Sources in every state."""
    made = [
        Source("f1", "https://a.example/feed", "Agency wire", at(-9000), reliability="B", minutes=30),
        Source("f2", "https://b.example/feed", "Broken bulletin", at(-9000)),
        Source("f3", "https://c.example/feed", "Closed channel", at(-9000)),
        Source("f4", "https://d.example/feed", "Dormant desk", at(-9000), keep=Keep.TOPIC),
        Source("f5", "https://e.example/feed", "Embassy", at(-1)),
        Source("f6", "https://f.example/feed", "Foreign ministry", at(-9000), paused=True),
    ]
    store.sources.add(made)
    fine = FetchState("f1", due=at(18), fetched=at(-12), succeeded=at(-12), newest=at(-30), usual_gap=3600.0)
    why = "left out by the filter: it names nobody who is watched"
    rows = [
        EntryRow(None, f"g{n}", None, f"h{n}", f"Item {n}", at(-1440 * (n % 6)), None, None, why,
                 text=LeftOutText(OFFER))
        for n in range(14)
    ]  # fmt: skip
    store.sources.record(fine, rows, at=at(-12))
    for state in (
        FetchState("f2", due=at(55), fetched=at(-5), fault="server", failures=4,
                   error="b.example has a fault of its own (500)"),
        FetchState("f3", fetched=at(-50), fault="gone", failures=1,
                   error="c.example has taken this address away for good (410)"),
        FetchState("f4", due=at(200), fetched=at(-100), newest=at(-30 * 1440), usual_gap=3600.0),
    ):  # fmt: skip
        store.sources.record(state, at=at(-5))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    open_store(path).close()
    return path


@asynccontextmanager
async def opened(
    path: Path, *, fetching: bool = False, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """The dashboard on a ledger, with S pressed."""
    app = DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)
    if fetching:
        app.board.fetch_beside(path)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.board.timeline.row is not None or app.board.timeline.empty is not None)
        await quiet(pilot)
        await pilot.press("S")
        await until(pilot, lambda: isinstance(app.screen, SourcesScreen))
        await quiet(pilot)
        yield pilot


def listed(path: Path) -> dict[str, Source]:
    with open_store(path) as store:
        return {each.source.name: each.source for each in store.sources.listed()}


async def test_every_state_stands_in_words(path: Path) -> None:
    with open_store(path) as store:
        filled(store)
    async with opened(path) as pilot:
        shown = screen_text(pilot.app)
        for words in (
            "● Agency wire", "fetched 12 min ago · next in 18 min · newest 30 min ago", "every 30 min",
            "✗ Broken bulletin", "(500), for the 4th time; next try in 55 min", "✗ Closed channel",
            "it is not asked again, its entries stay", "◌ Dormant desk", "stale", "keeps topic",
            "○ Embassy", "not fetched yet", "‖ Foreign ministry", "paused", "6 sources · 2 failing",
        ):  # fmt: skip
            assert words in shown, words


async def test_an_empty_list_says_what_brings_something(path: Path) -> None:
    async with opened(path, size=(80, 24)) as pilot:
        assert "Nothing is watched yet" in screen_text(pilot.app)
        await press(pilot, "p")
        assert "no source is marked" in screen_text(pilot.app)


async def test_pause_and_resume_and_remove_at_the_second_key(path: Path) -> None:
    with open_store(path) as store:
        filled(store)
    async with opened(path) as pilot:
        await press(pilot, "p")
        assert listed(path)["Agency wire"].paused
        await press(pilot, "p")
        assert not listed(path)["Agency wire"].paused
        await press(pilot, "x")
        assert "x again takes Agency wire off" in screen_text(pilot.app)
        await press(pilot, "j", "x")
        assert len(listed(path)) == 6, "another source: asked anew"
        await press(pilot, "x")
        assert "Broken bulletin" not in listed(path) and len(listed(path)) == 5


async def test_change_writes_what_was_changed_and_says_what_cannot_be(path: Path) -> None:
    with open_store(path) as store:
        filled(store)
    async with opened(path) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChangeScreen))
        form = pilot.app.screen
        assert isinstance(form, ChangeScreen)
        for name, wrong, words in (
            ("every", "often", "is no interval"),
            ("grade", "Z", "is no grade"),
            ("keep", "some", "cannot be kept"),
            ("pages", "perhaps", "write yes or no"),
            ("secret", "hunter2", "env:NAME"),
            ("name", "Embassy", "another source is called"),
        ):
            before = form.fields[name].value
            form.fields[name].value = wrong
            await press(pilot, "f2")
            assert words in screen_text(pilot.app), name
            form.fields[name].value = before
        form.fields["name"].value = "Wire"
        form.fields["every"].value = "2h"
        form.fields["keep"].value = "watched"
        form.fields["grade"].value = "c"
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourcesScreen))
        made = listed(path)["Wire"]
        assert (made.minutes, made.keep, made.reliability) == (120, Keep.WATCHED, "C")


async def test_the_starter_set_is_off_until_chosen(path: Path) -> None:
    async with opened(path) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, OffersScreen))
        offers = pilot.app.screen
        assert isinstance(offers, OffersScreen)
        assert len(offers.offers) > 20 and not offers.chosen
        await press(pilot, "w")
        assert "nothing is chosen yet" in screen_text(pilot.app) and not listed(path)
        await press(pilot, "enter", "j", "j", "enter", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourcesScreen))
        await quiet(pilot)
        assert len(listed(path)) == 2 and "2 sources" in screen_text(pilot.app)


async def add(pilot: Pilot[None], **typed: str) -> AddScreen:
    await pilot.press("a")
    await until(pilot, lambda: isinstance(pilot.app.screen, AddScreen))
    form = pilot.app.screen
    assert isinstance(form, AddScreen)
    for name, words in typed.items():
        form.fields[name].value = words
    await press(pilot, "f2")
    return form


async def test_a_list_of_feeds_is_shown_before_any_is_watched(path: Path, tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        "<opml><body><outline text='World'><outline text='One' xmlUrl='https://one.example/f'/>"
        "<outline text='[/b]Two' xmlUrl='https://two.example/f'/></outline></body></opml>"
    )
    async with opened(path) as pilot:
        await add(pilot, what=str(opml))
        await until(pilot, lambda: isinstance(pilot.app.screen, OffersScreen))
        assert "[/b]Two" in screen_text(pilot.app) and not listed(path)
        await press(pilot, "a", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourcesScreen))
        assert set(listed(path)) == {"One", "[/b]Two"}


async def test_what_cannot_be_added_is_said_under_its_field(path: Path, tmp_path: Path) -> None:
    text = tmp_path / "speech.txt"
    text.write_text(OFFER)
    async with opened(path) as pilot:
        form = await add(pilot, what="")
        for typed, words in (
            ({"what": ""}, "write an address"),
            ({"what": "/no/such/thing"}, "there is no file or folder"),
            ({"what": "http://127.0.0.1:9/feed"}, "is this computer"),
            ({"what": "ftp://x.example/"}, "neither http nor https"),
            ({"what": str(text)}, "day of publication"),
            ({"what": str(text), "day": "Friday"}, "YYYY-MM-DD"),
        ):
            for name, value in typed.items():
                form.fields[name].value = value
            await press(pilot, "f2")
            assert words in " ".join(screen_text(pilot.app).split()), typed
        form.fields["day"].value = "1995-02-02"
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, SourcesScreen))
        with open_store(path) as store:
            assert store.info().documents == 1


async def test_what_was_left_out_is_listed_and_taken_in(path: Path) -> None:
    with open_store(path) as store:
        filled(store)
    async with opened(path) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntriesScreen))
        await quiet(pilot)
        assert "names nobody who is watched" in screen_text(pilot.app)
        await press(pilot, "i")
        await until(pilot, lambda: "taken in" in screen_text(pilot.app))
        await quiet(pilot)
        assert "1 statement" in screen_text(pilot.app)
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is pilot.app.board)  # type: ignore[attr-defined]


async def test_an_item_published_meanwhile_shows_in_the_open_dashboard_with_its_denial(
    path: Path, server: Server
) -> None:
    """The offer is there; its denial is published; after the next poll it stands on the open claim."""
    server.routes["/"] = answer(rss(item("1", "A truce is offered", OFFER)))
    with open_store(path) as store:
        store.sources.add([Source("f1", server.url(), "Wire", at(-1), allow_private=True)])
    async with opened(path, fetching=True) as pilot:
        app = pilot.app
        assert isinstance(app, DashboardApp)
        await press(pilot, "R")
        await until(pilot, lambda: "1 document" in screen_text(app), 40)
        await press(pilot, "escape")
        await until(
            pilot, lambda: app.board.timeline.row is not None and app.board.denials.detail is not None
        )
        before = app.board.denials.detail
        assert before is not None and not before.claims[0].status.value.startswith("denied")
        server.routes["/"] = answer(FEED)
        app.board.ask_sources(everything=True)
        await until(pilot, lambda: "denied" in screen_text(app), 40)
        await until(pilot, lambda: "✗ denies" in screen_text(app), 40)
        assert len(server.asked) == 2 and "● 1 source" in screen_text(app)


async def test_while_a_long_feed_is_read_it_is_said_and_can_be_stopped(path: Path) -> None:
    with open_store(path) as store:
        filled(store)
    async with opened(path) as pilot:
        app = pilot.app
        assert isinstance(app, DashboardApp)
        working = FetchNews(working=Working(2, 6, "Agency wire", 41, 200))
        app.board.post_message(Fetched(working))
        await until(pilot, lambda: "Agency wire: reading 42 of 200" in screen_text(app))
        await press(pilot, "escape")
        assert "↻ 2 of 6 sources" in screen_text(app).splitlines()[0]
        app.board.post_message(Fetched(FetchNews(resting=True, asked=6)))
        await until(pilot, lambda: "✗ 2 of 6 sources failing" in screen_text(app).splitlines()[0])


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)])
async def test_hostile_names_errors_and_titles(path: Path, size: tuple[int, int]) -> None:
    with open_store(path) as store:
        for number, words in enumerate(HOSTILE.values()):
            words = words.encode("utf-8", "replace").decode().replace("\x00", "")
            source = Source(f"f{number}", f"https://{number}.example/", words, at(-9))
            store.sources.add([source])
            row = EntryRow(None, "g", None, f"h{number}", words, None, None, None, words)
            store.sources.record(
                FetchState(source.id, due=at(5), fetched=at(-5), error=words, failures=1), [row], at=at(-5)
            )
    async with opened(path, size=size) as pilot:
        for keys in (["j"], ["G"], ["enter", "escape"], ["b", "G", "escape"], ["c", "escape"], ["x"], ["p"]):
            await press(pilot, *keys)
            text = screen_text(pilot.app)
            assert "\x1b" not in text and "\u202e" not in text and "\x07" not in text
        assert pilot.app.is_running
        assert DENIAL not in screen_text(pilot.app)


def pictured(path: Path) -> DashboardApp:
    return DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)


def keys_to(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def run(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: pilot.app.board.timeline.empty is not None)  # type: ignore[attr-defined]
        for key in keys:
            await press(pilot, key)
            await pilot.pause(0.2)
            await quiet(pilot)

    return run


AS_DRAWN = pytest.mark.skipif(version("textual") != BASELINE, reason=f"drawn with Textual {BASELINE}")


@AS_DRAWN
@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_picture_of_sources(snap_compare: Callable[..., bool], path: Path, size: tuple[int, int]) -> None:
    with open_store(path) as store:
        filled(store)
    assert snap_compare(pictured(path), terminal_size=size, run_before=keys_to("S", "j"))


@AS_DRAWN
def test_picture_without_sources(snap_compare: Callable[..., bool], path: Path) -> None:
    assert snap_compare(pictured(path), terminal_size=(80, 24), run_before=keys_to("S"))


@AS_DRAWN
def test_picture_of_the_starter_set(snap_compare: Callable[..., bool], path: Path) -> None:
    keys = keys_to("S", "o", "enter")
    assert snap_compare(pictured(path), terminal_size=(80, 24), run_before=keys)


@AS_DRAWN
def test_picture_of_a_wrong_change(snap_compare: Callable[..., bool], path: Path) -> None:
    with open_store(path) as store:
        filled(store)
    keys = keys_to("S", "c", "down", "Z", "f2")
    assert snap_compare(pictured(path), terminal_size=(80, 24), run_before=keys)


@AS_DRAWN
def test_picture_of_what_came_in(snap_compare: Callable[..., bool], path: Path) -> None:
    with open_store(path) as store:
        filled(store)
    assert snap_compare(pictured(path), terminal_size=(80, 24), run_before=keys_to("S", "enter"))
