"""The past in the dashboard: both clocks in every pane and list, and nothing that changes it."""

import time
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diplotui.clock import instant_text
from diplotui.errors import InputError
from diplotui.model import Lookback, Stance, TopicCount
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.keymap import keyed
from diplotui.tui.lookback import lookback_words, read_lookback, typed_of
from diplotui.tui.screens.claims import ClaimsScreen
from diplotui.tui.screens.day import DayScreen
from diplotui.tui.screens.further import PAST_IS_READ_ONLY
from diplotui.tui.screens.listing import CatchUpScreen, ListScreen, QuestionsScreen
from diplotui.tui.screens.search import SearchScreen
from tests.builders import DAY, TEXT, claim, document, event, filing, stance, statement
from tests.tui.looking import board, press, quiet, ready, screen_text, until

DAY_20 = date(2031, 3, 20)
NOON = datetime(2031, 4, 1, 12, tzinfo=UTC)
FOUR = DAY.replace(day=4)
DENIAL = "Moscow called the report nonsense."
LATER = "Envoy calls a truce near"


@pytest.mark.parametrize(
    ("typed", "back"),
    [
        ("", Lookback()),
        ("now", Lookback()),
        ("2031-03-20", Lookback(date(2031, 3, 20))),
        ("as of 20 Mar 2031", Lookback(date(2031, 3, 20))),
        ("2031-04-01", Lookback()),
        ("as recorded yesterday 18:40", Lookback(None, "2031-03-31T18:40:00.000Z")),
        ("recorded at 2031-03-31 18:40", Lookback(None, "2031-03-31T18:40:00.000Z")),
        ("20 Mar 2031, as recorded 31 Mar 2031 18:40", Lookback(DAY_20, "2031-03-31T18:40:00.000Z")),
        ("20 Mar 2031 as recorded now", Lookback(date(2031, 3, 20))),
        ("as recorded tomorrow 10:00", Lookback()),
    ],
)  # fmt: skip
def test_a_place_in_time_is_read_as_it_is_typed(typed: str, back: Lookback) -> None:
    assert read_lookback(typed, NOON) == back
    assert read_lookback(typed_of(back), NOON) == back


@pytest.mark.parametrize("typed", ["as recorded nonsense", "nonsense", "20 Mar 2031 as recorded [/]"])
def test_what_is_no_time_says_so(typed: str) -> None:
    with pytest.raises(InputError):
        read_lookback(typed, NOON)


def test_both_clocks_are_told_apart_in_words() -> None:
    assert lookback_words(Lookback(date(2031, 3, 20))) == "as of Thu 20 Mar 2031"
    assert lookback_words(Lookback(None, "2031-03-31T18:40:00Z")) == "as recorded 31 Mar 2031 18:40"
    assert lookback_words(Lookback()) == "as of now"


def moment() -> str:
    """An instant between what was written before and what is written after."""
    time.sleep(0.005)
    here = instant_text(datetime.now(UTC))
    time.sleep(0.005)
    return here


@pytest.fixture
def told(tmp_path: Path) -> tuple[Path, str]:
    """A report on the third and its denial on the fourth; recorded later another event of the third."""
    path = tmp_path / "ledger.db"
    text = f"{TEXT} {DENIAL}"
    other = f"{TEXT} The envoy said a truce was near."
    with open_store(path) as store:
        store.mark_visit()
        story = filing(
            statements=(statement("s1", speaker="us", party="US", chain=("us",)),),
            stances=(stance("s1", "c1"),),
        )
        store.file(story)
        store.file(
            filing(
                documents=(document("d2", text, published=FOUR),),
                statements=(
                    statement("s2", DENIAL, document="d2", text=text, party="RU", speaker="ru", said=FOUR),
                ),
                stances=(stance("s2", "c1", Stance.DENIES),),
            )
        )
        then = moment()
        store.file(
            filing(
                documents=(document("d3", other),),
                events=(event("e2", LATER),),
                claims=(claim("c2", "e2", "A truce is near."),),
                statements=(statement("s3", "a truce was near", document="d3", text=other),),
                stances=(stance("s3", "c2"),),
            )
        )
    return path, then


@pytest.fixture
async def pilot(told: tuple[Path, str]) -> AsyncIterator[Pilot[None]]:
    app = DashboardApp(lambda: open_store(told[0], create=False), "test", now=lambda: NOON)
    async with app.run_test(size=(146, 44)) as running:
        await ready(running)
        yield running


async def listed(pilot: Pilot[None], key: str, kind: type[ListScreen]) -> str:
    """What a list over the whole screen shows."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    await quiet(pilot)
    shown = screen_text(pilot.app)
    await press(pilot, "escape")
    await until(pilot, lambda: pilot.app.screen is board(pilot.app))
    return shown


CLOCKS = [(False, False), (True, False), (False, True), (True, True)]


@pytest.mark.parametrize(("on_the_third", "before_the_later"), CLOCKS)
async def test_every_pane_and_every_list_obeys_both_clocks(
    pilot: Pilot[None], told: tuple[Path, str], tmp_path: Path, on_the_third: bool, before_the_later: bool
) -> None:
    main = board(pilot.app)
    back = Lookback(DAY if on_the_third else None, told[1] if before_the_later else None)
    main.look_from(back)
    await quiet(pilot)
    await until(pilot, lambda: len(main.timeline.window.rows) == (1 if before_the_later else 2))
    while main.timeline.row is None or main.timeline.row.id != "e1":
        await press(pilot, "j" if main.timeline.rank == 1 else "k")
    await until(pilot, lambda: main.statement.detail is not None and main.statement.detail.event.id == "e1")
    denied = not on_the_third
    events = {"e1"} if before_the_later else {"e1", "e2"}

    assert {row.id for row in main.timeline.window.rows} == events
    topics: list[TopicCount] = [one for one in main.topics.topics if one.id == "ceasefire"]
    assert topics[0].events == len(events)
    detail = main.statement.detail
    assert detail is not None
    assert [view.statement.id for view in detail.statements] == (["s1", "s2"] if denied else ["s1"])
    assert (DENIAL in [view.statement.exact for view in detail.statements]) is denied
    cell = main.denials.claims[0].position("RU")
    assert cell is not None and (cell.position.value == "denies") is denied

    claims = await listed(pilot, "C", ClaimsScreen)
    assert ("A truce is near" in claims) is ("e2" in events)
    assert ("✗ denies" in claims) is denied
    questions = await listed(pilot, "Q", QuestionsScreen)
    assert ("A truce was offered" in questions) is (not denied)
    caught_up = await listed(pilot, "L", CatchUpScreen)
    assert (LATER in caught_up) is ("e2" in events)
    assert ("New denials: 1" in caught_up) is denied
    for shown in (claims, questions, caught_up):
        assert ("as of Mon 3 Mar 2025" in shown) is on_the_third
        assert ("as recorded" in shown) is before_the_later

    await pilot.press("slash")
    await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
    search = pilot.app.screen
    assert isinstance(search, SearchScreen)
    await press(pilot, *"truce")
    await until(pilot, lambda: search.hits.found.hits)
    assert {hit.row.id for hit in search.hits.found.hits} == events
    await press(pilot, "escape")
    await until(pilot, lambda: pilot.app.screen is main)

    await pilot.press("e")
    await until(pilot, lambda: pilot.app.screen is not main)
    where = tmp_path / "brief.md"
    pilot.app.screen.query_one("#export-field").value = str(where)  # type: ignore[attr-defined]
    await pilot.press("enter")
    await until(pilot, where.exists)
    brief = where.read_text("utf-8")
    assert (DENIAL in brief) is denied and (LATER in brief) is ("e2" in events)


async def test_the_past_is_seen_to_be_the_past_and_escape_comes_back(
    pilot: Pilot[None], told: tuple[Path, str]
) -> None:
    main = board(pilot.app)
    await pilot.press("A")
    await until(pilot, lambda: isinstance(pilot.app.screen, DayScreen))
    assert pilot.app.screen.query_one("#day-field").value == "as recorded "  # type: ignore[attr-defined]
    await press(pilot, *"2025-03-01 18:40", "enter")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)
    assert main.chosen.back == Lookback(None, "2025-03-01T18:40:00.000Z")
    assert main.top_bar.has_class("-past", "-recorded")
    assert "as recorded 1 Mar 2025 18:40" in screen_text(pilot.app).splitlines()[0]
    await press(pilot, "escape")
    assert main.chosen.back == Lookback() and not main.top_bar.has_class("-past")
    await until(pilot, lambda: "as of now" in screen_text(pilot.app))
    await press(pilot, "at", *"2025-03-03", "enter")
    await until(pilot, lambda: main.top_bar.has_class("-past"))
    assert not main.top_bar.has_class("-recorded")


CHANGING = ("a", "x", "c", "N", "M", "n", "u", "U", "T", "H", "R", "B", "ctrl+n")


@pytest.mark.parametrize("back", [Lookback(DAY), Lookback(None, "2031-03-31T00:00:00.000Z")])
async def test_no_key_changes_anything_in_the_past(pilot: Pilot[None], back: Lookback) -> None:
    main = board(pilot.app)
    with open_store(told_path(pilot)) as store:
        before = store.cursor()
    main.look_from(back)
    await quiet(pilot)
    for pane in ("2", "3", "4"):
        await press(pilot, pane)
        for key in CHANGING:
            main.hints.say("")
            await press(pilot, key)
            assert pilot.app.screen is main, f"{key} opened a form in the past"
            assert main.hints.last == keyed(main, PAST_IS_READ_ONLY), f"{key} in pane {pane}"
    with open_store(told_path(pilot)) as store:
        assert store.cursor() == before


def told_path(pilot: Pilot[None]) -> Path:
    """Where the dashboard's ledger is."""
    store = board(pilot.app).lanes.opener()
    store.close()
    return store.path
