"""Notes: written, edited, deleted; and never lost when saving fails."""

from textual.events import Key
from textual.pilot import Pilot

from diplotui.errors import StoreBusy, StoreFull
from diplotui.model import Note, NoteKind
from diplotui.tui.screens.note import NoteScreen
from tests.tui.board import small_ledger
from tests.tui.fake_store import FakeLedger
from tests.tui.looking import board, dashboard, press, quiet, ready, screen_text, until


def notes(ledger: FakeLedger) -> list[Note]:
    return list(ledger.stored_notes.values())


async def form(pilot: Pilot[None], *keys: str) -> NoteScreen:
    """Press keys that open the form, and wait for it."""
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen) and pilot.app.screen.is_running)
    await quiet(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, NoteScreen)
    return screen


async def closed(pilot: Pilot[None]) -> None:
    """Wait until the form has closed."""
    await until(pilot, lambda: pilot.app.screen is board(pilot.app))
    await quiet(pilot)


async def test_a_note_on_the_marked_event_shows_in_the_statement_pane() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        await form(pilot, "n")
        await pilot.press(*"who else was told", "f2")
        await closed(pilot)
        note = notes(ledger)[0]
        assert (note.about, note.text, note.kind) == ("event/e50", "who else was told", NoteKind.NOTE)
        assert note.at == "2031-04-01T14:32:00.000Z" and note.id.startswith("n")
        await until(pilot, lambda: "1 Apr 14:32 on the event who else was told" in screen_text(pilot.app))
        assert "note saved" in screen_text(pilot.app)


async def test_a_note_is_about_what_is_marked_in_the_present_pane() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        for keys, about in ((("3", "l", "n"), "statement/s2"), (("4", "j", "n"), "claim/c2")):
            await form(pilot, *keys)
            await pilot.press(*"x", "ctrl+s")
            await closed(pilot)
            assert notes(ledger)[-1].about == about


async def test_what_is_typed_at_once_after_n_is_text_and_never_a_command() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        for key in "nxatu q":  # as a terminal delivers what was typed ahead: without any pause
            pilot.app.post_message(Key("space" if key == " " else key, key))
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await quiet(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, NoteScreen) and screen.field.text == "xatu q"
        assert ledger.decisions == [] and not board(pilot.app).timeline.following


async def test_f3_chooses_the_kind() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await form(pilot, "n")
        await pilot.press("f3", *"ask her", "f2")
        await closed(pilot)
        assert notes(ledger)[0].kind is NoteKind.QUESTION


async def test_a_note_is_edited_and_deleted_in_the_form() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        await form(pilot, "n")
        await pilot.press(*"first", "f2")
        await closed(pilot)
        screen = await form(pilot, "n")
        await pilot.press("f5")
        assert screen.field.text == "first"
        await pilot.press(*" and more", "f2")
        await closed(pilot)
        assert [note.text for note in notes(ledger)] == ["first and more"]
        await until(pilot, lambda: "first and more" in screen_text(pilot.app))
        await form(pilot, "n")
        await pilot.press("f5", "f8")
        await closed(pilot)
        assert notes(ledger) == []
        await until(pilot, lambda: "first and more" not in screen_text(pilot.app))


async def test_a_failed_save_leaves_the_text_and_says_why_under_it() -> None:
    ledger = small_ledger()
    ledger.fail["add_note"] = StoreFull("the disk is full; make room and save again")
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "n")
        await pilot.press(*"precious words", "f2")
        await quiet(pilot)
        assert pilot.app.screen is screen and screen.field.text == "precious words"
        assert "the disk is full" in screen_text(pilot.app)
        ledger.fail.clear()
        await pilot.press("f2")
        await closed(pilot)
        assert [note.text for note in notes(ledger)] == ["precious words"]


async def test_a_failed_edit_and_a_failed_delete_keep_form_and_note() -> None:
    ledger = small_ledger()
    ledger.stored_notes["n1"] = Note("n1", "2031-03-01T10:00:00Z", NoteKind.NOTE, "event/e50", "old")
    ledger.fail["edit_note"] = ledger.fail["delete_note"] = StoreBusy("the ledger is busy; try again")
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "n")
        await pilot.press("f5", *"er", "f2")
        await quiet(pilot)
        assert screen.field.text == "older" and "the ledger is busy" in screen_text(pilot.app)
        await pilot.press("f8")
        await quiet(pilot)
        assert pilot.app.screen is screen and notes(ledger)[0].text == "old"


async def test_an_error_nobody_thought_of_is_a_line_too() -> None:
    ledger = small_ledger()
    ledger.fail["add_note"] = ZeroDivisionError("odd")
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "n")
        await pilot.press(*"words", "f2")
        await quiet(pilot)
        assert screen.field.text == "words" and "ZeroDivisionError: odd" in screen_text(pilot.app)


async def test_escape_keeps_a_draft_for_the_same_record_only() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await form(pilot, "n")
        await pilot.press(*"half a thought", "escape")
        await closed(pilot)
        assert "draft kept" in screen_text(pilot.app) and notes(ledger) == []
        screen = await form(pilot, "j", "n")
        assert screen.field.text == ""
        await pilot.press("escape")
        await closed(pilot)
        screen = await form(pilot, "k", "n")
        assert screen.field.text == "half a thought"
        await pilot.press("f2")
        await closed(pilot)
        assert (await form(pilot, "n")).field.text == ""


async def test_an_empty_note_is_not_saved() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await form(pilot, "n")
        await pilot.press("space", "f2")
        await quiet(pilot)
        assert "nothing to save" in screen_text(pilot.app) and notes(ledger) == []


async def test_keys_of_the_dashboard_are_letters_in_the_form() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "n")
        await pilot.press(*"qxant", "question_mark")
        assert screen.field.text == "qxant?" and ledger.decisions == []


async def test_a_slow_save_is_done_even_if_one_leaves_at_once() -> None:
    ledger = small_ledger()
    ledger.slow["add_note"] = 0.3
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await form(pilot, "n")
        await pilot.press(*"written", "f2", "ctrl+q")
    assert [note.text for note in notes(ledger)] == ["written"] and ledger.opened == 0


async def test_edited_text_is_not_dropped_by_going_to_another_note() -> None:
    ledger = small_ledger()
    for number in ("1", "2"):
        ledger.stored_notes[f"n{number}"] = Note(
            f"n{number}", f"2031-03-0{number}T10:00:00Z", NoteKind.NOTE, "event/e50", f"note {number}"
        )
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "n")
        await pilot.press("f5", "x", "f5")
        assert screen.field.text == "note 1x" and "Save this note first" in screen_text(pilot.app)


async def test_notes_need_something_marked() -> None:
    ledger = FakeLedger(small_ledger().topics)
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "This ledger is empty" in screen_text(pilot.app))
        await press(
            pilot, "n", "a", "x", "y", "enter", "G", "g", "j", "k", "pagedown", "4", "enter", "l", "3"
        )
        assert pilot.app.screen is board(pilot.app)
