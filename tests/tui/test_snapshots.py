"""The dashboard as pictures: a dozen scenes in which a change of look shows.

Run with ``--snapshot-update`` after a change that is meant, and look at the pictures before committing them.
"""

from collections.abc import Awaitable, Callable
from datetime import date
from importlib.metadata import version

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from diplotui.config import Config
from diplotui.errors import StoreFull, StoreGone
from diplotui.model import Note, NoteKind, SavedView
from diplotui.tui.screens.correct import CorrectScreen
from diplotui.tui.screens.note import NoteScreen
from diplotui.tui.screens.search import SearchScreen
from tests.tui.board import event, small_ledger
from tests.tui.fake_store import FakeLedger
from tests.tui.looking import dashboard, press, quiet, ready, until
from tests.tui.test_lists import news, question

BASELINE = "8.2.8"
"""The Textual with which the pictures were made; another one may draw the same screen otherwise."""

pytestmark = pytest.mark.skipif(
    version("textual") != BASELINE, reason=f"the pictures were made with Textual {BASELINE}"
)

Compare = Callable[..., bool]
Steps = Callable[[Pilot[None]], Awaitable[None]]


def named(size: tuple[int, int]) -> str:
    """``80x24``."""
    return f"{size[0]}x{size[1]}"


def steps(*keys: str) -> Steps:
    """Wait for the first paint, then press keys."""

    async def run(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await press(pilot, *keys)

    return run


@pytest.mark.parametrize(
    "size", [(200, 60), (146, 40), (120, 40), (80, 24), (50, 20)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_main_screen(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(dashboard(small_ledger()), terminal_size=size, run_before=steps())


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=named)
def test_statement_with_notes(snap_compare: Compare, size: tuple[int, int]) -> None:
    ledger = small_ledger()
    for number, (kind, about) in enumerate(
        ((NoteKind.QUESTION, "event/e50"), (NoteKind.NOTE, "statement/s3"), (NoteKind.JUDGEMENT, "claim/c1"))
    ):
        text = "Does “to us” leave room for third parties?"
        ledger.stored_notes[f"n{number}"] = Note(
            f"n{number}", f"2031-03-2{number}T14:3{number}:00Z", kind, about, text
        )
    assert snap_compare(dashboard(ledger), terminal_size=size, run_before=steps("3", "l", "l", "z"))


def test_denial_status_with_the_cursor_on_a_cell(snap_compare: Compare) -> None:
    assert snap_compare(dashboard(small_ledger()), terminal_size=(80, 24), run_before=steps("4", "l"))


def test_pill_of_what_came_in_above(snap_compare: Compare) -> None:
    ledger = small_ledger()

    async def run(pilot: Pilot[None]) -> None:
        main = await ready(pilot)
        await press(pilot, "j", "j", "j")
        ledger.put(
            *[event(number, f"Late news {number}", day=date(2031, 3, 30)) for number in (900, 901, 902)]
        )
        await until(pilot, lambda: main.timeline.waiting == 3)
        await quiet(pilot)

    assert snap_compare(dashboard(ledger), terminal_size=(80, 24), run_before=run)


def test_the_past(snap_compare: Compare) -> None:
    keys = steps("left_square_bracket")
    assert snap_compare(dashboard(small_ledger()), terminal_size=(120, 40), run_before=keys)


def test_note_that_could_not_be_saved(snap_compare: Compare) -> None:
    ledger = small_ledger()
    ledger.fail["add_note"] = StoreFull("the disk is full; make room and save again")

    async def run(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await press(pilot, *"who else was told", "f2")

    assert snap_compare(dashboard(ledger), terminal_size=(80, 24), run_before=run)


SEARCHES = {"empty": "", "hits": "ferry", "hint": "colour:red", "nothing": "zzz"}


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=named)
@pytest.mark.parametrize("typed", SEARCHES.values(), ids=SEARCHES.keys())
def test_search(snap_compare: Compare, typed: str, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        pilot.app.screen.query_one(Input).cursor_blink = False
        await press(pilot, *typed, "down")

    assert snap_compare(dashboard(small_ledger()), terminal_size=size, run_before=run)


def test_saved_views(snap_compare: Compare) -> None:
    ledger = small_ledger()
    ledger.views["Denials of the week"] = SavedView("Denials of the week", 'status:denied since:"1 week ago"')
    ledger.views["Ferries"] = SavedView("Ferries", "topic:ferries -strike")
    assert snap_compare(dashboard(ledger), terminal_size=(80, 24), run_before=steps("V"))


def test_keys_page(snap_compare: Compare) -> None:
    assert snap_compare(dashboard(small_ledger()), terminal_size=(120, 40), run_before=steps("question_mark"))


@pytest.mark.parametrize("size", [(146, 40), (80, 24)], ids=named)
def test_empty_ledger(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: pilot.app.board.timeline.empty)  # type: ignore[attr-defined]
        await quiet(pilot)

    assert snap_compare(dashboard(FakeLedger(small_ledger().topics)), terminal_size=size, run_before=run)


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(dashboard(small_ledger()), terminal_size=(80, 24), run_before=steps("4"))


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=named)
def test_jump_overlay(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(dashboard(small_ledger()), terminal_size=size, run_before=steps("f"))


def test_settings_with_faults(snap_compare: Compare) -> None:
    config = Config(keys={"note": "x", "time.back": "ctrl+i"}, faults=("config.toml: bell is true or false",))
    app = dashboard(small_ledger(), config=config)
    assert snap_compare(app, terminal_size=(80, 24), run_before=steps())


def test_a_ledger_that_cannot_be_read(snap_compare: Compare) -> None:
    ledger = small_ledger()

    async def run(pilot: Pilot[None]) -> None:
        main = await ready(pilot)
        ledger.fail["wait"] = StoreGone("ledger.db is gone; put it back, or leave and open another")
        await until(pilot, lambda: main.top_bar.trouble)
        await quiet(pilot)

    assert snap_compare(dashboard(ledger), terminal_size=(80, 24), run_before=run)


def test_wide_and_right_to_left_text(snap_compare: Compare) -> None:
    ledger = small_ledger()
    ledger.put(
        event(80, "停火提议被否认：发言人称“没有这样的提议”，双方各执一词", parties=("CN", "NO")),
        event(81, "المتحدث باسم الوزارة ينفي وجود أي عرض لوقف إطلاق النار", parties=("EG",)),
        event(82, "דובר המשרד הכחיש כל הצעה להפסקת אש", parties=("IL",)),
    )
    assert snap_compare(dashboard(ledger), terminal_size=(80, 24), run_before=steps())


def test_zoomed_denial_status(snap_compare: Compare) -> None:
    assert snap_compare(dashboard(small_ledger()), terminal_size=(80, 24), run_before=steps("4", "z"))


def test_claims_screen(snap_compare: Compare) -> None:
    keys = steps("C", "j")
    assert snap_compare(dashboard(small_ledger()), terminal_size=(80, 24), run_before=keys)


def test_catch_up(snap_compare: Compare) -> None:
    ledger = small_ledger()
    ledger.news = news()
    assert snap_compare(dashboard(ledger), terminal_size=(120, 40), run_before=steps("L"))


def test_correction_that_cannot_be_read(snap_compare: Compare) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("4", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CorrectScreen))
        screen = pilot.app.screen
        assert isinstance(screen, CorrectScreen)
        screen.fields["party"].value = "nowhere at all"
        screen.fields["said"].value = "when pigs fly"
        await press(pilot, "f2")

    assert snap_compare(dashboard(small_ledger()), terminal_size=(80, 24), run_before=run)


def test_the_ledger_as_it_was_recorded(snap_compare: Compare) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await press(pilot, "A", *"2031-03-31 18:40", "enter")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
        await quiet(pilot)

    assert snap_compare(dashboard(small_ledger()), terminal_size=(80, 24), run_before=look)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("where-from", ("at",)),
        ("part-a-claim", ("4", "P", "tab", "j", "enter")),
        ("add-a-stance", ("3", "s")),
        ("correct", ("4", "c")),
        ("claims", ("C",)),
        ("watched", ("W",)),
        ("questions", ("Q",)),
    ],
)
def test_forms_and_lists_on_a_narrow_terminal(
    snap_compare: Compare, name: str, keys: tuple[str, ...]
) -> None:
    ledger = small_ledger()
    ledger.watched |= {"claim/c1": None, "party/NO": None}
    ledger.open_questions = (question("Does “to us” leave room for third parties?"),)

    async def open_it(pilot: Pilot[None]) -> None:
        await ready(pilot)
        for key in keys:
            await press(pilot, key)
            await pilot.pause(0.2)
        await quiet(pilot)

    assert snap_compare(dashboard(ledger), terminal_size=(80, 24), run_before=open_it)
