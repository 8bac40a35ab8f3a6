"""The form for something heard: its fields, what is wrong under them, the draft, a claim that is answered."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from diplotui.model import Basis, Stance
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.field_readers import read_basis
from diplotui.tui.screens.telephone import TelephoneScreen
from tests.builders import filing
from tests.tui.looking import NOW, board, press, quiet, ready, screen_text, until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        store.file(filing())
    return path


def app_on(path: Path) -> DashboardApp:
    return DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)


async def form(pilot: Pilot[None], *keys: str) -> TelephoneScreen:
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, TelephoneScreen) and pilot.app.screen.is_mounted)
    await quiet(pilot)
    assert isinstance(pilot.app.screen, TelephoneScreen)
    return pilot.app.screen


def test_a_basis_is_read_by_its_words_or_their_beginning() -> None:
    assert read_basis("On background") is Basis.BACKGROUND and read_basis("back") is Basis.BACKGROUND
    assert read_basis("on the r") is Basis.ON_RECORD and read_basis("unnamed") is Basis.ANONYMOUS
    for word in ("on", "", "off the record"):
        with pytest.raises(Exception, match="on the record, on background"):
            read_basis(word)


async def test_what_was_heard_is_filed_with_its_day(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "H")
        await pilot.press(*"Ada Berg", "down", *"envoy", "down", *"no")
        screen.fields["when"].value = "yesterday 14:05"
        screen.fields["words"].value = "We never offered a truce."
        await press(pilot, "f2")
        await until(pilot, lambda: pilot.app.screen is board(pilot.app))
        with open_store(path, create=False) as store:
            made = next(one for one in store.documents() if one.document.kind == "heard")
            said = store.document_view(made.document.id).statements[0]
            assert said.speaker is not None and said.speaker.name == "Ada Berg"
            assert said.statement.party == "NO" and str(said.statement.said.latest) == "2031-03-31"


async def test_what_is_wrong_stands_under_each_field_and_nothing_is_filed(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 30)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "H")
        for name, typed in (
            ("when", "2040-01-01"), ("party", "no where"), ("basis", "off"), ("topic", "x"), ("words", "")
        ):  # fmt: skip
            screen.fields[name].value = typed
        await press(pilot, "f2")
        shown = screen_text(pilot.app)
        for words in ("needed: a name", "that lies ahead", "no party's code", "on the record, on background",
                      "one of: Ceasefire", "needed: the words"):  # fmt: skip
            assert words in shown
        with open_store(path, create=False) as store:
            assert len(store.documents()) == 1


async def test_a_draft_comes_back_and_goes_when_it_is_filed(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await form(pilot, "H")
        await press(pilot, *"Ada Berg", "escape")
        assert "draft kept" in screen_text(pilot.app)
        screen = await form(pilot, "H")
        assert screen.fields["who"].value == "Ada Berg"
        screen.fields["words"].value = "We never offered a truce."
        await press(pilot, "f2")
        await until(pilot, lambda: pilot.app.screen is board(pilot.app))
        assert (await form(pilot, "H")).fields["who"].value == ""


async def test_from_the_denial_status_it_answers_the_marked_claim(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "4", "H")
        assert "Heard on the claim: A truce was offered." in screen_text(pilot.app)
        screen.fields["who"].value, screen.fields["party"].value = "Ada Berg", "US"
        screen.fields["words"].value, screen.fields["stance"].value = "I would not put it so.", "declines"
        await press(pilot, "f2")
        await until(pilot, lambda: pilot.app.screen is board(pilot.app))
        with open_store(path, create=False) as store:
            made = next(one for one in store.documents() if one.document.kind == "heard")
            stances = store.document_view(made.document.id).statements[0].stances
            assert any(one.claim == "c1" and one.stance is Stance.DECLINES for one in stances)
