"""Hostile strings through every pane, form and line: nothing crashes, nothing runs, nothing vanishes."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len
from textual.events import Paste

from diplotui.errors import StoreBusy
from diplotui.model import (
    ClaimRow,
    EventDetail,
    Note,
    NoteKind,
    OriginCount,
    Position,
    Stance,
    Topic,
)
from diplotui.tui.screens.note import NoteScreen
from diplotui.tui.screens.search import SearchScreen
from tests.hostile import CARRIED, HOSTILE
from tests.tui.board import contested_event, event, said
from tests.tui.fake_store import FakeLedger
from tests.tui.looking import dashboard, press, quiet, ready, screen_text, until

HIDDEN = "\u202e\u2066\u200b\u2060\ufeff\u200f\u200e"
"""Format characters that must not reach a line of Latin text."""


def hostile_event(text: str) -> EventDetail:
    """An event with ``text`` in every field that comes from outside."""
    model = contested_event()
    stance = model.statements[1].stances[0]
    stance = replace(stance, claim_text=text, scope=text, rule=text, score=((text, 1.0),))
    view = said(
        "1", text, text, date(2031, 3, 20), party=text[:12], office=text, stances=[stance], before=text,
        after=text, url="javascript:" + text,
    )  # fmt: skip
    view = replace(view, publisher=text, chain=(text, text, text), document_title=text)
    position = Position(text[:12], model.claims[0].positions[0].position, Stance.DENIES, scope=text)
    claim = ClaimRow(
        replace(model.claims[0].claim, text=text), "ferries", model.claims[0].status, OriginCount(1, 0, 1, 1),
        (position,), model.claims[0].history,
    )  # fmt: skip
    made = event(
        50, text, parties=(text[:12], text[:12] + "2"), status=model.row.status, responded=True,
        statements=[view], claims=[claim],
    )  # fmt: skip
    return made


def safe(screen: str) -> bool:
    """No control or hidden character in what goes to the terminal."""
    return all(ch == "\n" or (ord(ch) >= 32 and not 0x7F <= ord(ch) <= 0x9F) for ch in screen)


@pytest.mark.parametrize("name", HOSTILE)
async def test_every_pane_and_form_shows_it_as_text(name: str) -> None:
    text = HOSTILE[name]
    ledger = FakeLedger([Topic("ferries", text or "x")], [hostile_event(text), event(1, "plain neighbour")])
    for number, about in enumerate(("event/e50", "statement/s1", "claim/c1")):
        ledger.stored_notes[f"n{number}"] = Note(f"n{number}", text or "2031", NoteKind.NOTE, about, text)
    async with dashboard(ledger, banner=text).run_test(size=(146, 40), notifications=True) as pilot:
        main = await ready(pilot)
        seen = screen_text(pilot.app)
        for keys in (("1", "j"), ("2",), ("3",), ("4", "j", "enter"), ("2", "y"), ("3", "y", "o")):
            await press(pilot, *keys)
            seen += "\n" + screen_text(pilot.app)
        await pilot.press("2", "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await pilot.press("f5")
        await pilot.pause()
        seen += "\n" + screen_text(pilot.app)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is main)
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        pilot.app.screen.query_one("#words").post_message(Paste(text))
        await quiet(pilot)
        seen += "\n" + screen_text(pilot.app)
        await pilot.press("escape")
        ledger.fail["decide"] = StoreBusy(text or "busy")
        await press(pilot, "a")
        await pilot.pause(0.1)
        seen += "\n" + screen_text(pilot.app)
        assert safe(seen)
        assert not any(character in seen for character in HIDDEN if name != "right to left")
        assert CARRIED.get(name, "") in seen
        assert pilot.app.is_running and not pilot.app._exit, "no action of the text has run"
        assert all(cell_len(line) <= 146 + 2 for line in screen_text(pilot.app).splitlines())


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6), (200, 50)])
async def test_every_size_bears_all_of_them_at_once(size: tuple[int, int]) -> None:
    details = []
    for number, text in enumerate(HOSTILE.values()):
        made = hostile_event(text)
        row = replace(made.row, key=number, id=f"h{number}")
        details.append(replace(made, event=replace(made.event, id=f"h{number}"), row=row))
    ledger = FakeLedger([Topic("ferries", "Ferries")], details)
    async with dashboard(ledger).run_test(size=size) as pilot:
        main = await ready(pilot)
        for _ in range(len(details)):
            main.timeline.action_down()
            await pilot.pause(0.02)
            assert safe(screen_text(pilot.app))
        for pane in "1341":
            await press(pilot, pane, "j", "l", "z", "j", "z")
        assert main.is_running


async def test_what_is_pasted_into_a_note_is_cleaned_and_saved() -> None:
    ledger = FakeLedger([Topic("ferries", "Ferries")], [event(1, "plain")])
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        pilot.app.screen.query_one("#text").post_message(Paste("".join(HOSTILE.values())))
        await pilot.pause()
        await asyncio.sleep(0)
        assert safe(screen_text(pilot.app))
        await pilot.press("f2")
        await until(pilot, lambda: len(ledger.stored_notes) == 1)
        (note,) = ledger.stored_notes.values()
        assert safe(note.text) and "[Reuters]" in note.text
