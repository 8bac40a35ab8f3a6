"""Reading a document on a ledger on disk: statements, versions, quotations, marking, forgetting."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diplotui.ingest import ingest_text
from diplotui.model import Basis, Decision, Note, NoteKind, Stance
from diplotui.sources.files import IncomingText
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.screens.document import DocumentScreen
from diplotui.tui.screens.fields_form import FieldsForm
from diplotui.tui.screens.new_statement import NewStatementScreen
from diplotui.tui.screens.note import NoteScreen
from diplotui.tui.screens.purge import PurgeScreen
from tests.tui.looking import NOW, board, press, quiet, ready, screen_text, until

OLD = (
    "Truce offer\n\nNorway's foreign minister Kari Holm said on Monday that Oslo had offered a ceasefire to"
    " Iceland.\n\nIceland's prime minister Jon Berg said on Monday that Reykjavik had turned the offer"
    " down.\n\nThe talks go on in Bergen. Nobody knows how long they will last.\n"
)
NEW = OLD.replace("had turned the offer down", "had not seen any such offer")


def filed(path: Path, *texts: str) -> list[str]:
    """File versions of one page; gives their ids."""
    ids: list[str] = []
    with open_store(path) as store:
        for text in texts:
            incoming = IncomingText(
                text, "a", date(2031, 3, 4), "The Harbour Post", "Truce offer", "https://harbour.example/a"
            )
            ids.append(ingest_text(store, incoming, replaces=ids[-1] if ids else None).document_id)
    return ids


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    filed(path, OLD)
    return path


def app_on(path: Path) -> DashboardApp:
    return DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)


async def reading(pilot: Pilot[None]) -> DocumentScreen:
    await ready(pilot)
    await pilot.press("d")
    await until(pilot, lambda: isinstance(pilot.app.screen, DocumentScreen) and pilot.app.screen.view)
    await quiet(pilot)
    assert isinstance(pilot.app.screen, DocumentScreen)
    return pilot.app.screen


def test_a_document_is_read_with_its_statements_in_order_and_their_events(tmp_path: Path) -> None:
    old, new = filed(tmp_path / "l.db", OLD, NEW)
    with open_store(tmp_path / "l.db", create=False) as store:
        first, second = store.document_view(old), store.document_view(new)
        starts = [one.statement.start for one in second.statements]
        assert starts == sorted(starts) and len(starts) >= 2 and all(second.events)
        assert first.later == new and first.former is None
        assert second.former is not None and second.former.id == old and second.later is None
        store.decide(f"statement/{second.statements[0].statement.id}", Decision.THROWN_OUT)
        assert len(store.document_view(new).statements) == len(starts) - 1


async def test_it_opens_at_the_statement_shown_and_enter_leads_back_to_another(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        screen = await reading(pilot)
        main = board(pilot.app)
        assert main.statement.view is not None and screen.pane.present is not None
        assert screen.pane.present.statement.id == main.statement.view.statement.id
        shown = screen_text(pilot.app)
        assert "The talks go on in Bergen" in shown and "NO Kari Holm" in shown
        await press(pilot, "g", "h", "h", "l")
        second = screen.pane.present
        assert second is not None and second.statement.party == "IS"
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is main)
        await until(
            pilot,
            lambda: (
                main.statement.view is not None and main.statement.view.statement.id == second.statement.id
            ),
        )


async def test_versions_are_compared_and_gone_through(tmp_path: Path) -> None:
    path = tmp_path / "v.db"
    old, new = filed(path, OLD, NEW)
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        screen = await reading(pilot)
        screen.open(new)
        await until(pilot, lambda: screen.view is not None and screen.view.document.id == new)
        await quiet(pilot)
        await press(pilot, "v")
        await until(pilot, lambda: "− Iceland's prime minister" in screen_text(pilot.app))
        assert "unchanged" in screen_text(pilot.app)
        await press(pilot, "escape", "left_square_bracket")
        await until(pilot, lambda: screen.view is not None and screen.view.document.id == old)
        await press(pilot, "v")
        assert "replaces no other version" in screen_text(pilot.app)
        await press(pilot, "left_square_bracket")
        assert "no version before" in screen_text(pilot.app)
        await press(pilot, "right_square_bracket")
        await until(pilot, lambda: screen.view is not None and screen.view.document.id == new)


async def test_a_copy_holds_words_and_source_and_claims_no_more_than_is_known(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await reading(pilot)
        await press(pilot, "g", "h", "y")
        assert pilot.app.clipboard.startswith("“Norway's foreign minister Kari Holm said on Monday")
        assert "Kari Holm" in pilot.app.clipboard and "harbour.example" in pilot.app.clipboard
        assert "sent to the terminal's clipboard: " in screen_text(pilot.app)
        await press(pilot, "G", "s", "s", "s", "s", "y")
        assert pilot.app.clipboard == (
            "“Nobody knows how long they will last.” — The Harbour Post, 2031-03-04, https://harbour.example/a"
        )


async def test_the_address_goes_to_the_browser_or_it_says_why_not(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await reading(pilot)
        monkeypatch.setenv("BROWSER", "/no/such/browser")
        await press(pilot, "o")
        assert "could not be started" in screen_text(pilot.app)
        monkeypatch.setattr(pilot.app, "open_url", opened.append)
        await press(pilot, "o")
        assert opened == ["https://harbour.example/a"]
        assert "handed to the browser" in screen_text(pilot.app)


async def test_a_passage_is_marked_by_sentences_and_words(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        screen = await reading(pilot)
        await press(pilot, "g", "h", "s")
        await until(pilot, lambda: screen.pane.passage)
        assert screen.pane.passage is not None
        assert screen.pane.passage.exact.startswith("Norway's foreign minister")
        await press(pilot, "plus")
        assert screen.pane.passage.exact.endswith("turned the offer down.")
        await press(pilot, "minus", "less_than_sign", "less_than_sign", "right_curly_bracket")
        assert screen.pane.passage.exact == (
            "foreign minister Kari Holm said on Monday that Oslo had offered a ceasefire"
        )
        await press(pilot, "greater_than_sign", "left_curly_bracket")
        assert screen.pane.passage.exact.startswith("Norway's") and screen.pane.passage.exact.endswith(" to")
        await press(pilot, "escape")
        assert screen.pane.passage is None and pilot.app.screen is screen


async def test_a_statement_and_a_claim_are_made_of_the_marked_passage_in_one_step(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        screen = await reading(pilot)
        await press(pilot, "N")
        assert "s marks a sentence" in screen_text(pilot.app)
        await press(pilot, "G", "h", "l", "l", "l", "s", "s")
        await until(pilot, lambda: screen.pane.passage)
        before = len(screen.view.statements) if screen.view else 0
        await pilot.press("N")
        await until(pilot, lambda: isinstance(pilot.app.screen, NewStatementScreen))
        await quiet(pilot)
        form = pilot.app.screen
        assert isinstance(form, NewStatementScreen)
        form.fields["speaker"].value, form.fields["party"].value = "+Ada Berg", "nowhere land"
        await press(pilot, "f2")
        assert "no party's code" in screen_text(pilot.app)
        form.fields["party"].value, form.fields["claim"].value = "is", "The talks go on"
        form.fields["stance"].value, form.fields["about"].value = "confirms", "NO IS"
        await press(pilot, "f2")
        await until(pilot, lambda: pilot.app.screen is screen)
        await until(pilot, lambda: screen.view and len(screen.view.statements) == before + 1)
        made = next(one for one in screen.view.statements if one.speaker and one.speaker.name == "Ada Berg")
        assert made.statement.party == "IS" and made.statement.basis is Basis.ON_RECORD
        assert [(one.claim_text, one.stance) for one in made.stances] == [
            ("The talks go on", Stance.CONFIRMS)
        ]
        await press(pilot, "u")
        await until(pilot, lambda: screen.view and len(screen.view.statements) == before)


async def test_a_note_is_on_the_statement_or_the_document(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await reading(pilot)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
        await press(pilot, *"odd", "f2")
        with open_store(path, create=False) as store:
            assert store.notes()[0].about is not None and store.notes()[0].about.startswith("statement/")


async def test_enter_on_a_note_about_a_document_opens_it(path: Path) -> None:
    with open_store(path, create=False) as store:
        document = store.documents()[0].document.id
        store.add_note(
            Note("n1", "2031-03-01T10:00:00Z", NoteKind.NOTE, f"document/{document}", "Read it again")
        )
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        main = await ready(pilot)
        await press(pilot, "B")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DocumentScreen) and pilot.app.screen.view)
        await press(pilot, "l", "enter")
        await until(pilot, lambda: pilot.app.screen is main)


async def test_nothing_is_forgotten_before_its_id_is_typed(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        screen = await reading(pilot)
        assert screen.view is not None
        document = screen.view.document.id
        await pilot.press("X")
        await until(pilot, lambda: isinstance(pilot.app.screen, PurgeScreen))
        await quiet(pilot)
        assert "Gone will be its text" in screen_text(pilot.app) and document in screen_text(pilot.app)
        await press(pilot, *"yes", "enter")
        assert "that is not its id; nothing was forgotten" in screen_text(pilot.app)
        form = pilot.app.screen
        assert isinstance(form, PurgeScreen)
        form.field.value = document
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is board(pilot.app))
        assert "forgotten for good: 1 document" in screen_text(pilot.app)
        with open_store(path, create=False) as store:
            assert store.documents() == () and store.undo() is None


async def test_the_speaker_is_forgotten_and_the_statement_stays(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await reading(pilot)
        await press(pilot, "g", "h")
        await pilot.press("X")
        await until(pilot, lambda: isinstance(pilot.app.screen, PurgeScreen))
        await press(pilot, "f3")
        assert "the name everywhere in the ledger" in screen_text(pilot.app)
        form = pilot.app.screen
        assert isinstance(form, PurgeScreen)
        form.field.value = form.reference
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is board(pilot.app))
        with open_store(path, create=False) as store:
            assert "Kari Holm" not in {actor.name for actor in store.actors()}
            assert len(store.documents()) == 1


def test_a_form_of_fields_must_say_how_it_reads() -> None:
    with pytest.raises(NotImplementedError):
        FieldsForm.read(object.__new__(FieldsForm), None, {})  # type: ignore[arg-type]
