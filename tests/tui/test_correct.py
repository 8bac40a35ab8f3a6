"""Corrections: what the form reads, what it writes, and that nothing typed is lost."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from diplotui.errors import StoreBusy
from diplotui.model import Actor, ActorKind, ClaimStatus, DateBounds, Stance
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.corrections import Known, Target, fields_of, read_fields
from diplotui.tui.screens.correct import CorrectScreen
from diplotui.tui.screens.day import DayScreen
from tests.builders import claim, event, filing, statement
from tests.hostile import CARRIED, HOSTILE
from tests.tui.board import small_ledger
from tests.tui.looking import NOW, dashboard, press, quiet, ready, screen_text, until
from tests.tui.test_hostile import safe

KNOWN = Known(
    (
        Actor("kh", ActorKind.PERSON, "Kari Holm", aliases=("Holm",)),
        Actor("jb", ActorKind.PERSON, "Jon Berg"),
        Actor("jb2", ActorKind.PERSON, "Jon Berg"),
    ),
    (("ferries", "Ferry treaty"), ("fishing", "Fishing quotas")),
    datetime(2031, 4, 1, 12, tzinfo=UTC),
)
TARGET = Target(
    "statement/s1",
    "title",
    "Ferry treaty",
    None,
    statement=statement(party="NO"),
    claim=claim(),
    claims=(claim(),),
)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("speaker", "holm", "kh"),
        ("speaker", "", None),
        ("party", "is", "IS"),
        ("party", "", None),
        ("said", "3 days ago", DateBounds.on(date(2031, 3, 29))),
        ("said", "13 Feb 2024", DateBounds.on(date(2024, 2, 13))),
        ("topic", "fish", "fishing"),
        ("claim", "A truce  is near.", "A truce is near."),
        ("about", "us, ru us", ("US", "RU")),
        ("stance", "walks back", Stance.WALKS_BACK),
        ("scope", "to us", "to us"),
    ],
)
def test_a_field_is_read(field: str, typed: str, value: object) -> None:
    values, wrong = read_fields({field: typed or " "}, TARGET, KNOWN)
    assert wrong == {} and values.get(field, None) == value


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("speaker", "Nobody", "nobody of that name"),
        ("speaker", "Jon Berg", "2 actors"),
        ("party", "[/red]", "no party's code"),
        ("said", "when pigs fly", "not a time"),
        ("topic", "f", "one of: Ferry treaty"),
        ("claim", "", "at least one word"),
        ("stance", "partly", "one of: asserts"),
    ],
)
def test_what_cannot_be_read_says_why(field: str, typed: str, words: str) -> None:
    values, wrong = read_fields({field: typed}, TARGET, KNOWN)
    assert values == {} and words in wrong[field]


def test_a_field_that_was_not_touched_is_not_written() -> None:
    assert read_fields(fields_of(TARGET), TARGET, KNOWN) == ({}, {})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        store.file(filing())
    return path


@pytest.fixture
async def pilot(path: Path) -> AsyncIterator[Pilot[None]]:
    app = DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)
    async with app.run_test(size=(120, 40)) as running:
        await ready(running)
        yield running


async def form(pilot: Pilot[None], *keys: str) -> CorrectScreen:
    await pilot.press(*keys, "c")
    await until(pilot, lambda: isinstance(pilot.app.screen, CorrectScreen))
    await quiet(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, CorrectScreen)
    return screen


async def test_a_stance_is_corrected_from_its_cell_and_u_and_U_go_over_it(
    pilot: Pilot[None], path: Path
) -> None:
    main = pilot.app.screen
    screen = await form(pilot, "4")
    target = screen.target
    assert target.statement is not None and target.claim is not None
    screen.fields["stance"].value = "declines"
    screen.fields["party"].value = "gb"
    await pilot.press("f2")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)

    def now() -> tuple[str | None, str]:
        with open_store(path) as store:
            view = store.statement(target.statement.id if target.statement else "")
            mine = next(one for one in view.stances if one.claim == target.stance.claim)  # type: ignore[union-attr]
            return view.statement.party, mine.stance.value

    before = target.statement.party, target.stance.stance.value if target.stance else ""
    assert now() == ("GB", "declines")
    await press(pilot, "u")
    await until(pilot, lambda: now() == before)
    await press(pilot, "U")
    await until(pilot, lambda: now() == ("GB", "declines"))


async def test_an_error_stands_under_its_field_and_a_draft_waits(pilot: Pilot[None]) -> None:
    main = pilot.app.screen
    screen = await form(pilot, "3")
    screen.fields["party"].value = "not a code"
    screen.fields["said"].value = "when pigs fly"
    await pilot.press("f2")
    await until(pilot, lambda: "not a time" in screen_text(pilot.app))
    assert "no party's code" in screen_text(pilot.app)
    await pilot.press("escape")
    await until(pilot, lambda: pilot.app.screen is main)
    again = await form(pilot)
    assert again.fields["said"].value == "when pigs fly"


async def test_an_event_gets_another_title(pilot: Pilot[None], path: Path) -> None:
    main = pilot.app.screen
    screen = await form(pilot, "2")
    screen.fields["title"].value = "Another title"
    await pilot.press("f2")
    await until(pilot, lambda: pilot.app.screen is main)
    with open_store(path) as store:
        assert store.event("e1").event.title == "Another title"


async def test_what_another_changed_meanwhile_is_told_and_not_overwritten(
    pilot: Pilot[None], path: Path
) -> None:
    screen = await form(pilot, "2")
    with open_store(path) as store:
        store.correct_event("e1", title="Theirs")
    screen.fields["title"].value = "Mine"
    await press(pilot, "f2")
    await until(pilot, lambda: str(screen.trouble.content))
    assert pilot.app.screen is screen and screen.fields["title"].value == "Mine"
    with open_store(path) as store:
        assert store.event("e1").event.title == "Theirs"


async def test_the_subjects_decide_the_status(pilot: Pilot[None], path: Path) -> None:
    main = pilot.app.screen
    screen = await form(pilot, "4")
    screen.fields["about"].value = "IS"
    await pilot.press("f2")
    await until(pilot, lambda: pilot.app.screen is main)
    with open_store(path) as store:
        row = store.claim("c1")
    assert row.claim.subjects == ("IS",) and row.status is ClaimStatus.UNADDRESSED


@pytest.mark.parametrize("key", ["a", "x", "u", "U", "c"])
async def test_the_past_is_not_changed(key: str) -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "left_square_bracket", key)
        assert "the past is only read" in screen_text(pilot.app)
        assert pilot.app.screen is main and ledger.decisions == []


async def test_a_day_is_typed() -> None:
    async with dashboard(small_ledger()).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await pilot.press("at")
        await until(pilot, lambda: isinstance(pilot.app.screen, DayScreen))
        await press(pilot, *"no day", "enter")
        assert "is not a time" in screen_text(pilot.app)
        await press(pilot, *["backspace"] * 6, *"12 days ago", "enter")
        await until(pilot, lambda: pilot.app.screen is main)
        await quiet(pilot)
        assert main.chosen.as_of == date(2031, 3, 20)
        assert "as of Thu 20 Mar 2031" in screen_text(pilot.app)


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_text_goes_through_the_form(name: str, tmp_path: Path) -> None:
    text = HOSTILE[name]
    ledger = small_ledger()
    ledger.fail["actors"] = StoreBusy(text or "busy")
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await form(pilot, "3")
        seen = ""
        for field in screen.fields.values():
            field.value = ""
            field.post_message(Paste(text))
            await pilot.pause()
            seen += screen_text(pilot.app) + "\n"
        await press(pilot, "f2")
        seen += screen_text(pilot.app)
        assert safe(seen) and pilot.app.is_running and not pilot.app._exit
        assert CARRIED.get(name, "") in seen or name in ("right to left", "wide characters")
        _, wrong = read_fields({field: text for field in screen.fields}, screen.target, KNOWN)
        assert safe("".join(wrong.values()).replace("\n", ""))


def test_a_day_stands_in_its_field_as_it_can_be_typed() -> None:
    assert fields_of(Target("event/e1", "t", "x", None, event=event()))["day"] == "2025-03-03"


SECOND = "A truce was on offer."


async def test_m_and_M_merge_two_claims_and_u_parts_them(pilot: Pilot[None], path: Path) -> None:
    with open_store(path) as store:
        statement_id = store.event("e1").statements[0].statement.id
        made = store.new_claim(statement_id, SECOND, subjects=("US",))
    await until(pilot, lambda: "A truce was on offer" in screen_text(pilot.app))
    await press(pilot, "4", "G", "m", "M")
    assert "go to another claim" in screen_text(pilot.app)
    await press(pilot, "g", "M")

    def ids() -> list[str]:
        with open_store(path) as store:
            return [row.claim.id for row in store.event("e1").claims]

    await until(pilot, lambda: made.id not in ids())
    await press(pilot, "u")
    await until(pilot, lambda: made.id in ids())


async def test_N_makes_a_claim_of_the_statement_shown(pilot: Pilot[None], path: Path) -> None:
    main = pilot.app.screen
    await pilot.press("3", "N")
    await until(pilot, lambda: isinstance(pilot.app.screen, CorrectScreen))
    await press(pilot, "f2")
    assert "needed: a sentence that can be affirmed or denied" in screen_text(pilot.app)
    screen = pilot.app.screen
    assert isinstance(screen, CorrectScreen)
    screen.fields["claim"].value = SECOND
    screen.fields["about"].value = "us"
    await pilot.press("f2")
    await until(pilot, lambda: pilot.app.screen is main)
    with open_store(path) as store:
        made = [row.claim for row in store.claims() if row.claim.text == SECOND]
    assert [claim.subjects for claim in made] == [("US",)]
