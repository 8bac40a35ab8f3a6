"""A person decides from the panes: parting, stances, subjects; and what somebody else changed meanwhile."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diplotui.model import Basis, Claim, Coverage, Decision, EventDetail, Stance
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.screens.add_stance import AddStanceScreen
from diplotui.tui.screens.correct import CorrectScreen
from diplotui.tui.screens.split import SplitScreen
from tests.builders import claim, event, filing, stance, statement
from tests.tui.looking import NOW, board, press, quiet, ready, screen_text, until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An event with a claim that two speak of, and one that a third denies without a link to it."""
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        store.file(
            filing(
                events=(event("e1", parties=("US", "RU")),),
                claims=(claim(), claim("c2", "e1", "The envoy was asked about it.", subjects=("US",))),
                statements=(
                    statement("s1", "a truce was offered", speaker="us", party="US", chain=("us",)),
                    statement("s2", "denied that any truce was offered", speaker="ru", party="RU"),
                    statement("s3", "The envoy declined to comment", event="e1", party="US"),
                ),
                stances=(stance("s1"), stance("s2", "c1", Stance.DENIES), stance("s1", "c2")),
            )
        )
    return path


@pytest.fixture
async def pilot(path: Path) -> AsyncIterator[Pilot[None]]:
    app = DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)
    async with app.run_test(size=(120, 40)) as running:
        await ready(running)
        yield running


def detail(path: Path, event: str = "e1") -> EventDetail:
    with open_store(path) as store:
        return store.event(event)


def claims(path: Path) -> dict[str, Claim]:
    with open_store(path) as store:
        return {row.claim.text: row.claim for row in store.claims()}


async def opened(pilot: Pilot[None], kind: type, *keys: str) -> None:
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    await quiet(pilot)


async def test_a_claim_of_an_event_goes_into_an_event_of_its_own_and_u_brings_it_back(
    pilot: Pilot[None], path: Path
) -> None:
    main = board(pilot.app)
    await opened(pilot, SplitScreen, "2", "P")
    assert "[ ] claim" in screen_text(pilot.app) and "a truce was offered" in screen_text(pilot.app)
    await press(pilot, "f2")
    assert "nothing is chosen yet" in screen_text(pilot.app)
    await press(pilot, "tab", *("enter", "j") * 5)
    await press(pilot, "f2")
    assert "all of it would go" in screen_text(pilot.app)
    await press(pilot, "g", *("enter", "j") * 5, "tab")
    await press(pilot, *"Envoy asked", "enter", "g", "j", "enter", "f2")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)
    assert claims(path)["The envoy was asked about it."].event != "e1"
    await until(pilot, lambda: {row.title for row in main.timeline.window.rows} >= {"Envoy asked"})
    await press(pilot, "u")
    assert claims(path)["The envoy was asked about it."].event == "e1"


async def test_a_claim_that_holds_two_matters_is_parted(pilot: Pilot[None], path: Path) -> None:
    main = board(pilot.app)
    await opened(pilot, SplitScreen, "4", "P")
    await press(pilot, "tab", "j", "enter", "f2")
    assert "the new claim needs words" in screen_text(pilot.app)
    await press(pilot, "tab", *"Moscow was offered a truce.", "f2")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)
    made = claims(path)["Moscow was offered a truce."]
    reached = {view.statement.id: {one.claim for one in view.stances} for view in detail(path).statements}
    assert reached["s2"] == {made.id} and reached["s1"] == {"c1", "c2"}


async def test_a_stance_is_added_to_a_statement_of_which_the_rules_made_none(
    pilot: Pilot[None], path: Path
) -> None:
    main = board(pilot.app)
    await press(pilot, "3")
    main.statement.show_statement("s3")
    await opened(pilot, AddStanceScreen, "s")
    screen = pilot.app.screen
    assert isinstance(screen, AddStanceScreen)
    screen.fields["claim"].value = "truce envoy zebra"
    await press(pilot, "f2")
    assert "no claim has these words" in screen_text(pilot.app)
    screen.fields["claim"].value, screen.fields["stance"].value = "truce offered", "declines"
    screen.fields["scope"].value = "to comment"
    await press(pilot, "f2")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)
    view = next(one for one in detail(path).statements if one.statement.id == "s3")
    (added,) = view.stances
    assert (added.claim, added.stance, added.scope) == ("c1", Stance.DECLINES, "to comment")
    assert (added.coverage, added.decision) == (Coverage.EXPLICIT, Decision.ACCEPTED)


async def test_the_party_under_the_cursor_becomes_a_subject_or_none(pilot: Pilot[None], path: Path) -> None:
    main = board(pilot.app)
    await press(pilot, "4")
    party = main.denials.parties[main.denials.cell.party]
    await press(pilot, "b")
    assert party not in claims(path)["A truce was offered."].subjects
    await press(pilot, "b")
    assert party in claims(path)["A truce was offered."].subjects


async def form(pilot: Pilot[None]) -> CorrectScreen:
    await opened(pilot, CorrectScreen, "c")
    screen = pilot.app.screen
    assert isinstance(screen, CorrectScreen)
    return screen


async def test_basis_office_and_coverage_are_corrected_in_one_step(pilot: Pilot[None], path: Path) -> None:
    main = board(pilot.app)
    await press(pilot, "3")
    main.statement.show_statement("s2")
    screen = await form(pilot)
    typed = {"basis": "unnamed", "office": "embassy spokesman", "coverage": "characterised"}
    for name, words in typed.items():
        screen.fields[name].value = words
    await press(pilot, "f2")
    await until(pilot, lambda: pilot.app.screen is main)

    def now() -> tuple[Basis, str | None, Coverage]:
        view = next(one for one in detail(path).statements if one.statement.id == "s2")
        return view.statement.basis, view.statement.office, view.stances[0].coverage

    assert now() == (Basis.ANONYMOUS, "embassy spokesman", Coverage.CHARACTERISED)
    await press(pilot, "u")
    assert now() == (Basis.ON_RECORD, None, Coverage.EXPLICIT)


async def test_the_later_of_two_dashboards_is_told_and_what_it_typed_is_not_lost(
    pilot: Pilot[None], path: Path
) -> None:
    main = board(pilot.app)
    await press(pilot, "3")
    main.statement.show_statement("s2")
    screen = await form(pilot)
    screen.fields["office"].value = "embassy spokesman"
    with open_store(path) as other:
        other.correct_statement("s2", party="BY")
    await press(pilot, "f2")
    assert "changed elsewhere meanwhile" in screen_text(pilot.app) and pilot.app.screen is screen
    await press(pilot, "escape")
    await until(pilot, lambda: pilot.app.screen is main)
    await until(pilot, lambda: any(view.statement.party == "BY" for view in main.statement.detail.statements))
    main.statement.show_statement("s2")
    again = await form(pilot)
    assert again.typed["office"] == "embassy spokesman" and again.typed["party"] == "BY"
    await press(pilot, "f2")
    await until(pilot, lambda: pilot.app.screen is main)
    view = next(one for one in detail(path).statements if one.statement.id == "s2")
    assert (view.statement.party, view.statement.office) == ("BY", "embassy spokesman")


@pytest.mark.parametrize("key", ["a", "x", "M", "b"])
async def test_a_decision_on_what_somebody_else_changed_meanwhile_is_told_and_not_written(
    pilot: Pilot[None], path: Path, key: str
) -> None:
    main = board(pilot.app)
    await press(pilot, "4")
    if key == "M":
        await press(pilot, "m", "j")
    stale = main.statement.detail
    with open_store(path) as other:
        other.correct_claim("c1", text="A truce was offered to Moscow.")
    await until(pilot, lambda: "offered to Moscow" in screen_text(pilot.app))
    await quiet(pilot)
    main.statement.show(stale)  # as if the refresh had not come yet
    await press(pilot, key)
    assert "claim/c1 was changed elsewhere meanwhile; nothing was written" in main.hints.last
    with open_store(path) as store:
        row = store.claim("c1")
    assert row.claim.text == "A truce was offered to Moscow." and row.claim.subjects == ("US", "RU")


async def test_two_dashboards_at_the_same_moment_see_each_others_decisions(
    pilot: Pilot[None], path: Path
) -> None:
    main = board(pilot.app)
    await press(pilot, "3")
    main.statement.show_statement("s2")
    with open_store(path) as other:
        other.decide("statement/s2", Decision.ACCEPTED)
    await until(
        pilot,
        lambda: main.statement.view and main.statement.view.statement.decision is Decision.ACCEPTED,
    )
    await press(pilot, "x")
    with open_store(path) as store:
        assert all(view.statement.id != "s2" for view in store.event("e1").statements)
