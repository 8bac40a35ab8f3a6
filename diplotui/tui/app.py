"""The dashboard as a Textual app: theme, palette, the lanes to the ledger and their lifetimes."""

import asyncio
import importlib
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.events import Key
from textual.screen import Screen

from diplotui import clock
from diplotui.config import Config, load_config, remember_theme
from diplotui.errors import DiplotuiError
from diplotui.tui.background import start
from diplotui.tui.keymap import read_keymap
from diplotui.tui.lanes import Lanes, Opener
from diplotui.tui.messages import ArrivalFailed
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.screens.main import MainScreen
from diplotui.tui.theme import CALM, shades
from diplotui.tui.view import ledger_name
from diplotui.tui.widgets.line_view import ROLE_CLASSES

ARRIVAL_AFTER = 4.0
"""Seconds after the start at which ``arriving`` is run."""


MOST_FAULTS = 4
"""Faults of the settings that are told at the start, a line each."""
FAULT_STAYS = 12.0
"""Seconds for which they stay."""


ARRIVAL_ENDS = 10.0
"""Seconds that leaving waits for what is arriving just then."""


def _command_table() -> type[Provider]:
    """The palette's provider, loaded when the palette is first opened."""
    from diplotui.tui.palette import CommandTable

    return CommandTable


class DashboardApp(App[None]):
    """One ledger on the screen.

    ``opener`` opens the ledger for the calling thread; ``arriving`` is run once in a thread of its own some
    seconds after the start, to bring something in while one looks on; ``keep_theme`` keeps a theme chosen in
    the palette for the next start and may raise OSError.
    """

    TITLE = "diplotui"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss", "styles/main.tcss"]
    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLE_CLASSES)
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {_command_table}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True, id="app.quit"),
        Binding("ctrl+p", "command_palette", show=False, priority=True, id="palette"),
    ]

    def __init__(
        self,
        opener: Opener,
        name: str,
        *,
        follow: bool = False,
        arriving: Callable[[], None] | None = None,
        banner: str | None = None,
        now: Callable[[], datetime] = clock.now,
        arrival_after: float = ARRIVAL_AFTER,
        config: Config | None = None,
        keep_theme: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self.config = config or Config()
        self._keep = keep_theme
        self.keymap, faults = read_keymap(self.config.keys)
        self.register_theme(CALM)
        theme, no_theme = self._theme_wanted()
        self.faults = (*self.config.faults, *no_theme, *faults)
        """What is wrong in the settings, a line each."""
        self.set_keymap({command: ",".join(keys) for command, keys in self.keymap.overrides.items()})
        self.lanes = Lanes(opener)
        self.board = MainScreen(self.lanes, name, now, banner=banner, follow=follow)
        self.board.rings = self.config.bell
        self._arriving = arriving
        self._arrival_after = arrival_after
        self.arrival: threading.Thread | None = None
        """The thread in which ``arriving`` runs, once it does."""
        self.theme = self._theme_kept = theme

    def _theme_wanted(self) -> tuple[str, tuple[str, ...]]:
        """The theme of the settings, else the one chosen last, else ours; and what is wrong with it."""
        faults: tuple[str, ...] = ()
        for wanted in (self.config.theme, self.config.remembered):
            if wanted in self.available_themes:
                return wanted, faults
            if wanted is not None and wanted == self.config.theme:
                faults = (
                    f"theme: {wanted!r} is no theme; there are {', '.join(sorted(self.available_themes))}",
                )
        return CALM.name, faults

    def watch_theme(self, theme: str) -> None:
        """Remember the theme that is chosen, for the next start."""
        if self.is_running and theme != self._theme_kept:
            self._theme_kept = theme
            start(self, partial(self._keep_theme, theme), "theme")

    async def _keep_theme(self, theme: str) -> None:
        if self._keep is None:
            return
        try:
            await asyncio.to_thread(self._keep, theme)
        except OSError as error:
            self.board.fail(f"the theme holds until you leave; it could not be kept: {error.strerror}")
            return
        if self.config.theme is not None and theme != self.config.theme:
            self.board.hints.say(
                f"the settings name the theme {self.config.theme}: it comes back at the next start"
            )

    def get_default_screen(self) -> MainScreen:
        """The board is the first screen, and stays."""
        return self.board

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Shades for the style sheet before a theme is applied."""
        return shades({"background": "#2b303b", "foreground": "#dbe0ea", "error": "#e2757f",
                       "success": "#9dbf88", "warning": "#e6c67f", "accent": "#c08fb6"})  # fmt: skip

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, and the shades between its colours."""
        variables = super().get_css_variables()
        return {**variables, **shades(variables)}

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Of Textual's own commands those that have no counterpart in the table."""
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Screenshot"):
                yield command

    def on_mount(self) -> None:
        """Say what is wrong in the settings, and let come what shall arrive."""
        if self.faults:
            lines = [*self.faults[:MOST_FAULTS]]
            if len(self.faults) > MOST_FAULTS:
                lines.append(f"and {len(self.faults) - MOST_FAULTS} more; diplotui keys tells them all")
            told = "\n".join(lines)
            self.notify(told, title="settings", severity="warning", timeout=FAULT_STAYS, markup=False)
        if self._arriving is not None:
            self.set_timer(self._arrival_after, self._start_arrival)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open an address of the web outside; raises InputError for another, or where nothing can open it."""
        from diplotui.tui.opening import open_outside

        open_outside(url)

    def action_call(self, function: str) -> None:
        """Load ``module.function`` of the screens and call it with the board: how a screen is opened."""
        module, _, name = function.partition(".")
        with self.board.told():
            getattr(importlib.import_module(f"diplotui.tui.screens.{module}"), name)(self.board)

    def action_call_now(self, function: str) -> None:
        """The same where the ledger shall be changed: from the past it is only read."""
        if not self.board.refused_in_the_past():
            self.action_call(function)

    def on_key(self, event: Key) -> None:
        """Give a form the letters that no widget took."""
        if isinstance(self.screen, FormScreen):
            self.screen.take_key(event)

    def _start_arrival(self) -> None:
        self.arrival = threading.Thread(target=self._arrive, name="diplotui-arriving", daemon=True)
        self.arrival.start()

    def _arrive(self) -> None:
        if self._arriving is None:
            return
        try:
            self._arriving()
        except DiplotuiError as error:
            self.board.post_message(ArrivalFailed(str(error)))
        except Exception as error:
            self.board.post_message(ArrivalFailed(f"what should arrive did not: {error}"))

    def on_unmount(self) -> None:
        """Finish what is being written, remember the view, then close the ledger."""
        self.board.keep_view_now()
        self.lanes.close()


def run_dashboard(
    ledger: Path,
    *,
    follow: bool = False,
    arriving: Callable[[], None] | None = None,
    banner: str | None = None,
) -> None:
    """Show the dashboard of ``ledger`` until the user leaves it.

    ``follow``: start on the newest and keep up; ``banner``: words for the top bar (the demo's "sample").
    Raises StoreError where the ledger cannot be opened at all, before the screen is taken.
    """
    from diplotui.store import open_store
    from diplotui.store.progress import heard_by

    open_store(ledger).close()  # creates or upgrades it; later a ledger that is gone must not come back empty
    app = DashboardApp(
        lambda: open_store(ledger, create=False),
        ledger_name(ledger),
        follow=follow,
        arriving=arriving,
        banner=banner,
        config=load_config(),
        keep_theme=remember_theme,
    )
    with heard_by(None):  # what a command says while one waits would be written over the screen
        app.board.fetch_beside(ledger)
        app.board.read_ahead()
        app.run()
    if app.arrival is not None:
        app.arrival.join(ARRIVAL_ENDS)  # whoever clears the ledger away afterwards must not do so under it
