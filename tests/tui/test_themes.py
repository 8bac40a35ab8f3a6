"""Themes: chosen in the settings or the palette, remembered, the terminal's own colours, none at all."""

import pytest
from textual.pilot import Pilot

from diplotui.config import Config
from diplotui.tui.app import DashboardApp
from diplotui.tui.theme import CALM
from tests.tui.board import small_ledger
from tests.tui.looking import board, dashboard, press, quiet, ready, screen_text, until


def styles_of(pilot: Pilot[None], words: str) -> list[str]:
    """The styles of all stretches of text on the screen that contain ``words``."""
    strips = pilot.app.screen._compositor.render_strips()
    return [str(segment.style) for strip in strips for segment in strip if words in segment.text]


def test_settings_go_before_what_was_chosen_last_and_that_before_ours() -> None:
    assert dashboard(small_ledger()).theme == CALM.name
    assert dashboard(small_ledger(), config=Config(remembered="nord")).theme == "nord"
    assert dashboard(small_ledger(), config=Config(theme="gruvbox", remembered="nord")).theme == "gruvbox"


def test_a_theme_that_is_none_is_told_and_ours_taken() -> None:
    app = dashboard(small_ledger(), config=Config(theme="mauve", remembered="gone"))
    assert app.theme == CALM.name
    assert app.faults[0].startswith("theme: 'mauve' is no theme; there are ") and "nord" in app.faults[0]
    assert len(app.faults) == 1


async def test_a_theme_chosen_is_kept_for_the_next_start() -> None:
    kept: list[str] = []
    app = dashboard(small_ledger(), keep_theme=kept.append, config=Config(theme="gruvbox"))
    async with app.run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        assert kept == []
        app.theme = "nord"
        await until(pilot, lambda: kept == ["nord"])
        await quiet(pilot)
        assert "the settings name the theme gruvbox" in screen_text(app)


async def test_a_theme_that_cannot_be_kept_is_told() -> None:
    def refuse(theme: str) -> None:
        raise OSError(30, "Read-only file system")

    app = dashboard(small_ledger(), keep_theme=refuse)
    async with app.run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        app.theme = "nord"
        await until(pilot, lambda: "could not be kept: Read-only file system" in screen_text(app))


async def test_every_theme_paints() -> None:
    app: DashboardApp = dashboard(small_ledger())
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        for theme in sorted(app.available_themes):
            app.theme = theme
            await pilot.pause()
            assert "Norwegian" in screen_text(app), theme


async def test_the_terminals_own_colours_paint_every_kind_of_screen() -> None:
    async with dashboard(small_ledger(), config=Config(theme="ansi-light")).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        for key in ("C", "f", "question_mark", "at", "c", "n"):
            await press(pilot, key)
            assert pilot.app.screen is not board(pilot.app) and screen_text(pilot.app).strip(), key
            await press(pilot, "escape")


@pytest.mark.parametrize("no_colour", [False, True])
async def test_the_terminals_own_colours_show_the_cursor_without_any_colour(
    no_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    async with dashboard(small_ledger(), config=Config(theme="ansi-dark")).run_test(size=(146, 40)) as pilot:
        await ready(pilot)
        assert all("reverse" in style for style in styles_of(pilot, "Reported Norwegian"))
        assert not any("reverse" in style for style in styles_of(pilot, "Ferry workers announce"))
        await press(pilot, "left_square_bracket")
        assert any("reverse" in style for style in styles_of(pilot, "20 Mar 2031"))
        await press(pilot, "f")
        assert all("reverse" in style for style in styles_of(pilot, "k") if "bold" in style)
