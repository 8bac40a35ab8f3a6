"""The lines at the top and at the bottom.

Above: the ledger, the filter, what waits, the clock one looks through. Below: keys, and what happened last.
"""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.timer import Timer

from diplotui.model import Lookback
from diplotui.text import one_line
from diplotui.tui.command import Command
from diplotui.tui.keymap import Keymap, keymap_of
from diplotui.tui.lines import Line, Piece, at_edge, cells, cut, piece
from diplotui.tui.lookback import lookback_words
from diplotui.tui.widgets.line_view import LineView

PAIRS = {"move.down": "move.up", "time.back": "time.forward", "accept": "throw-out"}
"""Commands whose hint stands for their counterpart too: both keys are shown."""


WORDS_STAY, FAILURE_STAYS = 8.0, 20.0
"""Seconds for which the bottom line tells what happened last."""


ROOMY = 100
"""Cells from which the top bar tells in words how the sources stand."""


class TopBar(LineView):
    """What is being looked at."""

    class PillClicked(Message):
        """The pill of new events was clicked."""

    class MovedClicked(Message):
        """The pill of claims that moved was clicked."""

    class SourcesClicked(Message):
        """How the sources stand was clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ledger = ""
        self.filter = ""
        self.waiting = 0
        self.moved = 0
        self.back = Lookback()
        self.banner: str | None = None
        self.trouble: str | None = None
        self.sources = ("", "", "")
        """How the sources stand: in words, in few cells, and the role."""
        self._pill = self._moved = self._sources = range(0)

    def tell(self, **changes: object) -> None:
        """Set any of what stands in the bar: ``ledger``, ``waiting``, ``sources`` and the like."""
        for name, value in changes.items():
            setattr(self, name, value)
        self.layout_lines()

    def layout_lines(self) -> None:
        """Set the line for the present width: what matters most is cut last."""
        width = self.content_width
        self.set_class(self.back.past, "-past")
        self.set_class(self.back.as_recorded is not None, "-recorded")
        self.set_class(self.trouble is not None, "-trouble")
        clock: Line = (piece("as of ", "dim"), piece("now", "strong"))
        if self.back.past:
            clock = (piece(cut(lookback_words(self.back), width - 1), "past"),)
        pill: Line = (piece(f" {self.waiting} new ↑ ", "new"), Piece("  ")) if self.waiting else ()
        moved: Line = (piece(f" {self.moved} moved L ", "new"), Piece("  ")) if self.moved else ()
        standing, short, role = self.sources
        standing = standing if width >= ROOMY else short
        sources: Line = (piece(standing, role), Piece("   ")) if standing else ()
        right: Line = (*sources, *moved, *pill, *clock, Piece(" "))
        left: list[Piece] = [piece(" diplotui", "strong")]
        room = width - cells(right) - cells(tuple(left)) - 1
        words = [self.trouble] if self.trouble else [self.ledger, self.filter, self.banner or ""]
        for place, word in enumerate(words):
            shown = cut(one_line(word), room - 2)
            if word and room > 4:
                role = "denies" if self.trouble else ("dim" if place == 2 else "")
                left += [Piece("  "), piece(shown, role)]
                room -= cells((piece(shown),)) + 2
        line = at_edge(tuple(left), right, width)
        start = cells(line) - cells(right)
        self._sources = range(start, start + cells(sources))
        self._moved = range(self._sources.stop, self._sources.stop + cells(moved))
        self._pill = range(self._moved.stop, self._moved.stop + cells(pill))
        self.set_lines([line])

    def on_click(self, event: events.Click) -> None:
        """A click on a pill goes to what is new, or to what moved."""
        if event.x in self._pill:
            self.post_message(self.PillClicked())
        elif event.x in self._moved:
            self.post_message(self.MovedClicked())
        elif event.x in self._sources:
            self.post_message(self.SourcesClicked())


class HintBar(LineView):
    """The keys that hold now, as far as they fit, and what happened last."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.commands: Sequence[Command] = ()
        self.last = ""
        self.failed = False
        self._until: Timer | None = None

    def show(self, commands: Sequence[Command]) -> None:
        """Hint at these commands."""
        self.commands = [command for command in commands if command.hint]
        self.layout_lines()

    def say(self, words: str, *, failed: bool = False) -> None:
        """Show what happened last, in place of the keys on the right, for some seconds."""
        self.last, self.failed = one_line(words), failed
        self.layout_lines()
        if self._until is not None:
            self._until.stop()
        self._until = self.set_timer(FAILURE_STAYS if failed else WORDS_STAY, self._clear)

    def _clear(self) -> None:
        self.last, self.failed = "", False
        self.layout_lines()

    def layout_lines(self) -> None:
        """Set the line: the last event has the right edge, the keys what is left."""
        width = self.content_width
        last = cut(self.last, width - 2 if self.failed else max(10, width // 2))
        right: Line = (piece(last, "denies" if self.failed else "dim"), Piece(" ")) if last else ()
        keymap = keymap_of(self)
        *hints, last_hint = [_hint(command, keymap) for command in self.commands] or [()]
        room = width - cells(right) - cells(last_hint) - 1
        left: list[Piece] = []
        for hint in hints:
            if cells(tuple(left)) + cells(hint) > room:
                break
            left.extend(hint)
        if cells(last_hint) <= width - cells(right):
            left.extend(last_hint)
        self.set_lines([at_edge(tuple(left), right, width)])


def _hint(command: Command, keymap: Keymap) -> Line:
    """The first key and a word; ``j k`` and ``[ ]`` for pairs."""
    keys = [keymap.names(command)[0]]
    if command.id in PAIRS:
        keys.append(keymap.key(PAIRS[command.id]))
    return (piece(f" {' '.join(keys)}", "key"), piece(f" {command.hint} ", "dim"))
