"""Hostile strings through the notebook, the topics, the document and the forms by hand."""

from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot

from diplotui.model import (
    DocumentView,
    ExcludedPassage,
    Note,
    NoteKind,
    NoteRow,
    Topic,
    TopicMove,
)
from diplotui.tui.screens.document import DocumentScreen
from diplotui.tui.screens.notes import NotesScreen
from diplotui.tui.screens.purge import PurgeScreen
from diplotui.tui.screens.topic_form import TopicForm
from diplotui.tui.screens.topics import TopicsScreen
from tests.builders import document
from tests.hostile import HOSTILE
from tests.tui.board import event, said
from tests.tui.fake_store import FakeLedger, FakeStore
from tests.tui.looking import dashboard, press, quiet, ready, screen_text, until
from tests.tui.test_hostile import safe

NAMES = [name for name in HOSTILE if name not in ("empty", "only blanks")]


@pytest.fixture
def stuffed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> FakeLedger:
    """A ledger whose every word is hostile."""
    text = HOSTILE[request.param]
    made = replace(
        document("d1", published=None),
        text=text * 3,
        title=text,
        url="https://x.example/" + text,
        skip=(ExcludedPassage(0, 5, text),),
    )
    view = said("1", text, text, date(2031, 3, 20), party=text[:12])
    view = replace(view, statement=replace(view.statement, start=len(text), end=2 * len(text)))
    shown = DocumentView(
        made, text, (view,), ("e50",), former=replace(made, id="d0", text=text + "\n" + text)
    )
    note = Note("n1", text, NoteKind.NOTE, "event/e50", text + "\n# " + text, tags=(text,))
    topic = Topic("ferries", text, (text, text))
    ledger = FakeLedger([topic], [event(50, "x", statements=[said("1", "x", "x", date(2031, 3, 20))])])
    monkeypatch.setattr(FakeStore, "note_rows", lambda _: (NoteRow(note, text, "e50"),))
    monkeypatch.setattr(FakeStore, "document_view", lambda *_: shown)
    monkeypatch.setattr(FakeStore, "topic_definitions", lambda _: (topic,))
    monkeypatch.setattr(FakeStore, "cursor", lambda _: "j1")
    moves = (TopicMove("e50", text, "ferries", "other"),)
    monkeypatch.setattr("diplotui.refiling.moves_by_deletion", lambda *_: moves)
    return ledger


async def shows(pilot: Pilot[None], kind: type[object], *keys: str) -> None:
    """Open a screen and look at it."""
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await quiet(pilot)
    assert safe(screen_text(pilot.app))


@pytest.mark.parametrize("stuffed", NAMES, indirect=True)
async def test_it_is_text_and_no_more(stuffed: FakeLedger) -> None:
    async with dashboard(stuffed).run_test(size=(80, 24), notifications=True) as pilot:
        main = await ready(pilot)
        await shows(pilot, NotesScreen, "B")
        await press(pilot, "escape")
        await shows(pilot, TopicsScreen, "T")
        await shows(pilot, TopicForm, "x")
        await press(pilot, "escape", "escape")
        await shows(pilot, DocumentScreen, "d")
        for keys in (("l",), ("s", "plus", "greater_than_sign"), ("v",), ("escape",), ("y",)):
            await press(pilot, *keys)
            assert safe(screen_text(pilot.app)), keys
        await shows(pilot, PurgeScreen, "X")
        await press(pilot, "escape", "escape", "escape")
        await until(pilot, lambda: pilot.app.screen is main)
        assert pilot.app.is_running
