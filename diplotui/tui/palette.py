"""The command palette: every command of the table that the present screen can run."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from diplotui.tui.command import Command
from diplotui.tui.commands import commands_for
from diplotui.tui.keymap import Keymap, keymap_of
from diplotui.tui.screens.main import MainScreen


class CommandTable(Provider):
    """Commands by name, with their keys and what they do."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command in self._runnable():
            yield DiscoveryHit(
                Content(shown_name(command, keymap_of(self.app))),
                partial(self._run, command),
                command.name,
                command.help,
            )

    async def search(self, query: str) -> Hits:
        """The commands whose name or help fits ``query``."""
        matcher = self.matcher(query)
        for command in self._runnable():
            score = max(matcher.match(command.name), 0.8 * matcher.match(command.help))
            if score > 0:
                yield Hit(
                    score,
                    Content(shown_name(command, keymap_of(self.app))),
                    partial(self._run, command),
                    command.name,
                    command.help,
                )

    def _runnable(self) -> list[Command]:
        screen = self.screen
        scope = screen.current if isinstance(screen, MainScreen) else getattr(screen, "SCOPE", "")
        return [command for command in commands_for(scope) if command.id != "palette"]

    async def _run(self, command: Command) -> None:
        """Run it where its key would: the nearest to the focus that has such an action."""
        name = command.action.partition("(")[0]
        focused = self.screen.focused
        chain: list[DOMNode] = list(focused.ancestors_with_self) if focused is not None else []
        owner = next((node for node in chain if hasattr(node, f"action_{name}")), self.screen)
        await self.app.run_action(command.action, owner)


def shown_name(command: Command, keymap: Keymap) -> str:
    """Name and keys: ``Search  /``."""
    return f"{command.name}  {' '.join(keymap.names(command))}"
