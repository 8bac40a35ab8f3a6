"""The notebook on a ledger on disk: filters, done, edit, delete, going to what a note is about; drafts."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diplotui.model import Note, NoteKind, NoteRow
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.drafts import draft_fields
from diplotui.tui.note_filter import Standing, fitting
from diplotui.tui.screens.note import NoteScreen
from diplotui.tui.screens.notes import NotesScreen
from tests.builders import filing
from tests.tui.board import small_ledger
from tests.tui.looking import NOW, board, dashboard, press, quiet, ready, screen_text, until
from tests.tui.test_lists import question

NOTES = (
    Note("n1", "2031-03-01T10:00:00Z", NoteKind.NOTE, "event/e1", "Read the **whole** text", tags=("press",)),
    Note("n2", "2031-03-02T10:00:00Z", NoteKind.QUESTION, "claim/c1", "Who was told? #lead", tags=("lead",)),
    Note("n3", "2031-03-03T10:00:00Z", NoteKind.JUDGEMENT, "topic/ceasefire", "It is likely to hold", True),
    Note("n4", "2031-03-04T10:00:00Z", NoteKind.NOTE, None, "Call the desk"),
    Note("n5", "2031-03-05T10:00:00Z", NoteKind.NOTE, "statement/s1", "An odd phrase"),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        store.file(filing())
        for note in NOTES:
            store.add_note(note)
    return path


def app_on(path: Path) -> DashboardApp:
    return DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)


async def notebook(pilot: Pilot[None]) -> NotesScreen:
    await ready(pilot)
    await pilot.press("B")
    await until(pilot, lambda: isinstance(pilot.app.screen, NotesScreen) and pilot.app.screen.found)
    await quiet(pilot)
    assert isinstance(pilot.app.screen, NotesScreen)
    return pilot.app.screen


async def form(pilot: Pilot[None], *keys: str) -> NoteScreen:
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen) and pilot.app.screen.is_mounted)
    await quiet(pilot)
    assert isinstance(pilot.app.screen, NoteScreen)
    return pilot.app.screen


def stored(path: Path) -> dict[str, Note]:
    with open_store(path, create=False) as store:
        return {note.id: note for note in store.notes()}


def test_every_note_knows_what_it_is_about_and_where_to_go(path: Path) -> None:
    with open_store(path, create=False) as store:
        found = {row.note.id: (row.title, row.event, row.statement) for row in store.note_rows()}
        newest_first = [row.note.id for row in store.note_rows()]
    assert newest_first == ["n5", "n4", "n3", "n2", "n1"]
    assert found["n1"] == ("A truce is reported to have been offered", "e1", None)
    assert found["n2"] == ("A truce was offered.", "e1", None)
    assert found["n3"] == ("Ceasefire and talks", None, None)
    assert found["n4"] == (None, None, None)
    assert found["n5"] == ("a truce was offered", "e1", "s1")


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("", "n1 n2 n3 n4 n5"),
        ("truce", "n1 n2 n5"),  # in the words of what they are about
        ("WHOLE text", "n1"),
        ("#lead", "n2"),
        ("tag:pr", "n1"),
        ("kind:question", "n2"),
        ("is:done", "n3"),
        ("is:open kind:note", "n1 n4 n5"),
        ("about:nothing", "n4"),
        ("about:claim", "n2"),
        ('"(* AND kind: is:', ""),
        ("is:perhaps", ""),
    ],
)
def test_the_filter_takes_any_text(typed: str, ids: str) -> None:
    titles = {"n1": "A truce", "n2": "A truce was offered.", "n3": "Ceasefire", "n5": "a truce was offered"}
    rows = [NoteRow(note, titles.get(note.id)) for note in NOTES]
    assert [row.note.id for row in fitting(rows, typed)] == ids.split()
    assert [row.note.id for row in fitting(rows, "", NoteKind.JUDGEMENT, Standing.OPEN)] == []


async def test_newest_first_with_the_marked_note_to_be_read(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        screen = await notebook(pilot)
        await press(pilot, "G")
        shown = screen_text(pilot.app)
        assert "5 notes, open and done" in shown and "Read the whole text" in shown
        assert screen.row is not None and screen.row.note.id == "n1"
        await press(pilot, "slash", *"#lead", "enter")
        assert "Who was told?" in screen_text(pilot.app) and len(screen.chosen) == 1
        await press(pilot, "slash", *"zzz", "enter")
        assert "No note fits" in screen_text(pilot.app)


async def test_kind_and_standing_have_their_keys(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        screen = await notebook(pilot)
        await press(pilot, "K", "K")
        assert [row.note.id for row in screen.chosen] == ["n2"]
        await press(pilot, "K", "o")
        assert screen.chosen == [] and "only judgements, open" in screen_text(pilot.app)
        await press(pilot, "o")
        assert [row.note.id for row in screen.chosen] == ["n3"]


async def test_done_delete_and_undo_are_on_disk(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await notebook(pilot)
        await press(pilot, "d")
        assert stored(path)["n5"].done
        await press(pilot, "d")
        assert not stored(path)["n5"].done
        await press(pilot, "x")
        assert "n5" not in stored(path)
        await press(pilot, "u")
        assert "n5" in stored(path)


async def test_enter_goes_to_the_statement_the_topic_or_says_why_not(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await notebook(pilot)
        await press(pilot, "enter")
        main = board(pilot.app)
        await until(pilot, lambda: pilot.app.screen is main and main.statement.view is not None)
        assert main.statement.view is not None and main.statement.view.statement.id == "s1"
        await notebook(pilot)
        await press(pilot, "j", "enter")
        assert "about nothing in particular; e edits it" in screen_text(pilot.app)
        await press(pilot, "j", "enter")
        await until(pilot, lambda: pilot.app.screen is main)
        assert main.chosen.topic == "ceasefire"


async def test_editing_keeps_subject_and_tags_and_changes_the_time(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await notebook(pilot)
        screen = await form(pilot, "G", "e")
        assert screen.field.text == "Read the **whole** text" and screen.tags.value == "press"
        assert screen.when.value == "2031-03-01 10:00"
        await pilot.press(*" #again")
        screen.when.value = "yesterday 14:05"
        await press(pilot, "f2")
        note = stored(path)["n1"]
        assert (note.about, note.tags, note.at) == (
            "event/e1", ("again", "press"), "2031-03-31T14:05:00.000Z")  # fmt: skip


@pytest.mark.parametrize(
    ("when", "fault"), [("when pigs fly", "is not a time"), ("2040-01-01", "that lies ahead")]
)
async def test_a_time_that_cannot_be_is_said_under_the_fields(path: Path, when: str, fault: str) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "ctrl+n")
        await pilot.press(*"words")
        screen.when.value = when
        await press(pilot, "f2")
        assert pilot.app.screen is screen and fault in screen_text(pilot.app) and len(stored(path)) == 5


async def test_a_free_note_is_about_nothing_and_a_note_in_the_topics_on_the_topic(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await form(pilot, "ctrl+n")
        await press(pilot, *"free", "f2")
        await form(pilot, "1", "j", "n")
        assert "Note on the topic" in screen_text(pilot.app)
        await press(pilot, *"on the topic", "f2")
        about = {note.text: note.about for note in stored(path).values()}
        assert about["free"] is None and about["on the topic"] == "topic/ceasefire"


async def test_f7_offers_the_words_for_how_likely(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "ctrl+n")
        assert "almost certain" not in screen_text(pilot.app)
        await pilot.press(*"It is", "f7")
        assert screen.field.text == "It is likely" and "likely 55–80 %" in screen_text(pilot.app)
        await pilot.press("f7")
        assert screen.field.text == "It is very likely"
        await press(pilot, *" to hold", "f2")
        assert any(
            note.kind is NoteKind.JUDGEMENT and note.text == "It is very likely to hold"
            for note in stored(path).values()
        )


async def test_without_an_editor_there_is_one_clear_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await notebook(pilot)
        await press(pilot, "E")
        assert "no editor is set" in screen_text(pilot.app)
        await form(pilot, "e")
        await press(pilot, "f6")
        assert "no editor is set" in screen_text(pilot.app)


async def test_own_questions_stand_beside_those_from_the_gaps_until_they_are_done(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await press(pilot, "Q")
        await until(pilot, lambda: "Your own, still open: 1" in screen_text(pilot.app))
        shown = screen_text(pilot.app)
        assert "Who was told? #lead" in shown and "From the gaps" not in shown  # there is none
        await press(pilot, "enter")
        main = board(pilot.app)
        await until(pilot, lambda: pilot.app.screen is main)
        assert main.timeline.row is not None and main.timeline.row.id == "e1"
        with open_store(path, create=False) as store:
            store.edit_note(replace(NOTES[1], done=True))
        await press(pilot, "Q")
        await quiet(pilot)
        assert "Your own" not in screen_text(pilot.app)


async def test_questions_from_the_gaps_follow_ones_own() -> None:
    ledger = small_ledger()
    ledger.open_questions = (question("Who spoke first?"),)
    ledger.stored_notes["n2"] = NOTES[1]
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await press(pilot, "Q")
        shown = screen_text(pilot.app)
        own, gaps = shown.index("Your own, still open: 1"), shown.index("From the gaps: 1")
        assert own < shown.index("Who was told?") < gaps < shown.index("Who spoke first?")


TYPING_AND_KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from diplotui.store import open_store
from tests.tui.looking import ready, until
from tests.tui.test_notebook import app_on, form
from diplotui.tui.drafts import PREFIX

async def main(path):
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await form(pilot, "n")
        await pilot.press(*"half a thought")
        with open_store(path, create=False) as store:
            await until(pilot, lambda: "half a thought" in (store.remembered(PREFIX + "event/e1") or ""))
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main(Path(sys.argv[1])))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL on this system")
async def test_a_draft_survives_a_killed_dashboard(path: Path) -> None:
    environment = dict(os.environ)
    done = subprocess.run(
        [sys.executable, "-c", TYPING_AND_KILLED, str(path)], capture_output=True, text=True, env=environment
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "n")
        await until(pilot, lambda: screen.field.text == "half a thought")
        await press(pilot, "f2")
        assert any(note.text == "half a thought" for note in stored(path).values())
        assert (await form(pilot, "n")).field.text == ""


def test_what_is_no_draft_is_none() -> None:
    assert draft_fields(None) == draft_fields("nonsense") == draft_fields("[1]") == {}
    assert draft_fields('{"text": "a", "kind": 3}') == {"text": "a"}
