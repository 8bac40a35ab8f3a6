"""Pictures of the notebook, the topics, the document and the forms by hand: full, empty, narrow, wide, wrong.

As in ``test_snapshots``: run with ``--snapshot-update`` after a change that is meant, and look at them.
"""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from diplotui.errors import StoreBusy
from diplotui.store import Store, open_store
from diplotui.tui.screens.document import DocumentScreen
from diplotui.tui.screens.new_statement import NewStatementScreen
from diplotui.tui.screens.note import NoteScreen
from diplotui.tui.screens.notes import NotesScreen
from diplotui.tui.screens.purge import PurgeScreen
from diplotui.tui.screens.telephone import TelephoneScreen
from diplotui.tui.screens.topic_form import TopicForm
from diplotui.tui.screens.topics import TopicsScreen
from tests.builders import filing
from tests.tui.looking import press, quiet, ready, until
from tests.tui.test_document_screen import NEW, OLD, app_on, filed
from tests.tui.test_notebook import NOTES
from tests.tui.test_snapshots import BASELINE, Compare, Steps, named, version

pytestmark = pytest.mark.skipif(
    version("textual") != BASELINE, reason=f"the pictures were made with Textual {BASELINE}"
)
SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=named)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A ledger with a note of each kind."""
    path = tmp_path / "notes.db"
    with open_store(path) as store:
        store.file(filing())
        for note in NOTES:
            store.add_note(note)
    return path


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A ledger with two versions of one page."""
    path = tmp_path / "texts.db"
    filed(path, OLD, NEW)
    return path


def opened(kind: type[Screen[object]], *keys: str) -> Steps:
    """Press keys until a screen of this kind is there, and all is read."""

    async def run(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
        await quiet(pilot)

    return run


def then(first: Steps, *keys: str) -> Steps:
    """And press more keys."""

    async def run(pilot: Pilot[None]) -> None:
        await first(pilot)
        for key in keys:
            await press(pilot, key)
        await quiet(pilot)

    return run


@SIZES
def test_notebook(snap_compare: Compare, notes: Path, size: tuple[int, int]) -> None:
    keys = then(opened(NotesScreen, "B"), "G")
    assert snap_compare(app_on(notes), terminal_size=size, run_before=keys)


def test_empty_notebook(snap_compare: Compare, texts: Path) -> None:
    assert snap_compare(app_on(texts), terminal_size=(80, 24), run_before=opened(NotesScreen, "B"))


@SIZES
def test_judgement_whose_time_lies_ahead(snap_compare: Compare, notes: Path, size: tuple[int, int]) -> None:
    keys = then(opened(NoteScreen, "n"), *"It is", "f7", "tab", *"2040-01-01", "f2")
    assert snap_compare(app_on(notes), terminal_size=size, run_before=keys)


@SIZES
def test_topics(snap_compare: Compare, texts: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(texts), terminal_size=size, run_before=opened(TopicsScreen, "T"))


@SIZES
def test_what_a_deleted_topic_would_move(snap_compare: Compare, texts: Path, size: tuple[int, int]) -> None:
    keys = then(opened(TopicsScreen, "T"), "x")
    assert snap_compare(app_on(texts), terminal_size=size, run_before=keys)


def test_topic_without_a_name(snap_compare: Compare, texts: Path) -> None:
    keys = then(opened(TopicsScreen, "T"), "a", "f2")
    assert snap_compare(app_on(texts), terminal_size=(80, 24), run_before=keys)


def test_topic_in_a_busy_ledger(snap_compare: Compare, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> None:
        raise StoreBusy("another program holds the ledger; try again")

    async def run(pilot: Pilot[None]) -> None:
        await then(opened(TopicsScreen, "T"), "x")(pilot)
        assert isinstance(pilot.app.screen, TopicForm)
        monkeypatch.setattr(Store, "delete_topic", busy)
        await press(pilot, "f2")

    assert snap_compare(app_on(texts), terminal_size=(80, 24), run_before=run)


@SIZES
def test_document(snap_compare: Compare, texts: Path, size: tuple[int, int]) -> None:
    keys = then(opened(DocumentScreen, "d"), "h")
    assert snap_compare(app_on(texts), terminal_size=size, run_before=keys)


def test_document_without_colour(snap_compare: Compare, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    keys = then(opened(DocumentScreen, "d"), "s")
    assert snap_compare(app_on(texts), terminal_size=(80, 24), run_before=keys)


@SIZES
def test_marked_passage(snap_compare: Compare, texts: Path, size: tuple[int, int]) -> None:
    keys = then(opened(DocumentScreen, "d"), "s", "plus")
    assert snap_compare(app_on(texts), terminal_size=size, run_before=keys)


@SIZES
def test_changes_between_versions(snap_compare: Compare, texts: Path, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await opened(DocumentScreen, "d")(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, DocumentScreen) and screen.view is not None
        if screen.view.former is None:
            await press(pilot, "right_square_bracket")
        await press(pilot, "v")
        await until(pilot, lambda: screen.pane.changed)
        await quiet(pilot)

    assert snap_compare(app_on(texts), terminal_size=size, run_before=run)


def test_document_that_is_gone(snap_compare: Compare, texts: Path) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await opened(DocumentScreen, "d")(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, DocumentScreen)
        screen.open("nowhere")
        await quiet(pilot)

    assert snap_compare(app_on(texts), terminal_size=(80, 24), run_before=run)


def test_new_statement_with_faults(snap_compare: Compare, texts: Path) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await then(opened(DocumentScreen, "d"), "s")(pilot)
        await pilot.press("N")
        await until(pilot, lambda: isinstance(pilot.app.screen, NewStatementScreen))
        await press(pilot, *"Nobody", "down", "down", *"no where", "f2")

    assert snap_compare(app_on(texts), terminal_size=(80, 24), run_before=run)


@SIZES
def test_heard(snap_compare: Compare, texts: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(texts), terminal_size=size, run_before=opened(TelephoneScreen, "H"))


def test_heard_with_faults(snap_compare: Compare, texts: Path) -> None:
    keys = then(opened(TelephoneScreen, "H"), *"Ada Berg", "down", "down", *"no where", "f2")
    assert snap_compare(app_on(texts), terminal_size=(80, 24), run_before=keys)


@SIZES
def test_forgetting_with_a_wrong_id(snap_compare: Compare, texts: Path, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await then(opened(DocumentScreen, "d"), "h")(pilot)
        await pilot.press("X")
        await until(pilot, lambda: isinstance(pilot.app.screen, PurgeScreen))
        await press(pilot, *"yes", "enter")

    assert snap_compare(app_on(texts), terminal_size=size, run_before=run)
