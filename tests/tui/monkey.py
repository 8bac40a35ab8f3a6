"""Random keys over all screens while items arrive: ``python -m tests.tui.monkey --keys 5000 --seed 7``.

The keys are those of the table of commands, words, clicks and changes of size; from the same seed come the
same keys. Between them notes are written with words of their own. It ends badly where the dashboard does, or
where an error was told that is ours or a note told as saved is not in the ledger's journal.
"""

import argparse
import asyncio
import os
import random
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import OutOfBounds, Pilot

from diplotui.errors import StoreError
from diplotui.store import open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.commands import COMMANDS
from diplotui.tui.screens.note import NoteScreen
from diplotui.tui.widgets.bars import HintBar
from tests.benchmarks.fill import _documents, cast, fill
from tests.tui.looking import NOW

SIZES = ((146, 40), (80, 24), (50, 20), (200, 60), (30, 8))
WORDS = ("not true", "US", "2024-02-14", "[/red]", "speaker:", '"', "ceasefire NOT", "\u202eabc", "停火")
BETWEEN_KEYS = 0.004
"""Seconds from one key to the next: faster than anybody types."""
A_FAULT = re.compile(r"\b[A-Z]\w*(Error|Exception)\b|did not work|NoMatches")
"""What an error says that is ours and nobody else's."""
TO_BEGIN_WITH = 80
"""Events in the ledger at the start."""


@dataclass
class Ran:
    """What happened."""

    keys: list[str] = field(default_factory=list)
    screens: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    """Errors that the user was told."""
    saved: list[str] = field(default_factory=list)
    """Words of notes that were told as saved."""
    arrived: int = 0

    @property
    def faults(self) -> list[str]:
        """Errors that are ours."""
        return [words for words in self.told if A_FAULT.search(words)]


@contextmanager
def written_down(app: DashboardApp, ran: Ran) -> Iterator[None]:
    """Write down every error that is told, in a toast or in the bottom line; neither leave nor browse."""
    notify, say = app.notify, HintBar.say

    def in_a_toast(message: str, **how: Any) -> None:
        if how.get("severity") == "error":
            ran.told.append(message)
        notify(message, **how)

    def in_a_line(bar: HintBar, words: str, *, failed: bool = False) -> None:
        if failed:
            ran.told.append(words)
        say(bar, words, failed=failed)

    async def stay() -> None:
        """Whoever mashes keys would leave at once."""

    with (
        patch.object(app, "notify", in_a_toast),
        patch.object(app, "action_quit", stay),
        patch.object(app, "open_url", lambda url, **_: None),
        patch.object(HintBar, "say", in_a_line),
    ):
        yield


def keys(chance: random.Random) -> Iterator[tuple[str, ...]]:
    """What is pressed, in small groups, without end."""
    table = [key for command in COMMANDS for key in command.keys.split(",")]
    moving = ["j", "k", "g", "G", "pagedown", "pageup", "tab", "enter", "h", "l"]
    while True:
        kind = chance.random()
        if kind < 0.45:
            yield (chance.choice(table),)
        elif kind < 0.8:
            yield (chance.choice(moving),) * chance.randint(1, 4)
        elif kind < 0.9:
            yield ("escape",)
        else:
            yield tuple("space" if sign == " " else sign for sign in chance.choice(WORDS))


class Arrivals(threading.Thread):
    """Files one document after the other, with a store of its own, until it is stopped."""

    def __init__(self, path: Path, seed: int, ran: Ran, pause: float) -> None:
        super().__init__(daemon=True)
        self.path, self.seed, self.ran, self.pause = path, seed, ran, pause
        self.stop = threading.Event()

    def run(self) -> None:
        made = _documents(TO_BEGIN_WITH, 100_000, cast(self.seed), random.Random(self.seed))
        with open_store(self.path, create=False) as store:
            for filing in made:
                if self.stop.wait(self.pause):
                    return
                try:
                    store.file(filing)
                    self.ran.arrived += len(filing.events)
                except StoreError as error:
                    self.ran.told.append(f"arrivals: {type(error).__name__}: {error}")


async def mash(app: DashboardApp, *pressed: str) -> None:
    """Send keys as a terminal does, without waiting for what they bring."""
    driver = app._driver
    assert driver is not None
    for key in pressed:
        name = _character_to_key(key) if len(key) == 1 else key
        event = Key(name, key_to_character(name) if len(key) > 1 else key)
        event.set_sender(app)
        driver.send_message(event)
        await asyncio.sleep(BETWEEN_KEYS)


async def reached(true: Callable[[], object], seconds: float = 10.0) -> bool:
    """Wait until something is so; False where it does not come to that."""
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            return False
        await asyncio.sleep(0.01)
    return True


async def write_note(app: DashboardApp, ran: Ran, number: int) -> None:
    """Back to the main screen, then a note with words of its own; what is told as saved is written down."""
    for _ in range(20):
        if app.screen is app.board and app.board.focused is app.board.timeline:
            break
        await mash(app, "escape" if app.screen is not app.board else "2")
        await asyncio.sleep(0.1)
    await mash(app, "n")
    if not await reached(lambda: isinstance(app.screen, NoteScreen) and app.screen.is_mounted, 3.0):
        return
    screen = app.screen
    assert isinstance(screen, NoteScreen)
    words = f"monkey {number} wrote this"
    screen.field.text = words
    app.board.hints.last = ""
    await mash(app, "f2")
    if await reached(lambda: app.screen is app.board and "saved" in app.board.hints.last):
        ran.saved.append(words)
    else:
        ran.told.append(f"Error: the note was not saved: {words}")


async def run(path: Path, *, seed: int, most: int, notes_every: int = 60, pause: float = 1.0) -> Ran:
    """Press about ``most`` keys on a new ledger at ``path``; gives what happened.

    Raises what ended the app.
    """
    ran, chance = Ran(), random.Random(seed)
    with open_store(path) as store:
        fill(store, TO_BEGIN_WITH, seed=seed)
    app = DashboardApp(lambda: open_store(path, create=False), "monkey", now=lambda: NOW)
    arrivals = Arrivals(path, seed, ran, pause)
    try:
        with written_down(app, ran):
            async with app.run_test(size=SIZES[0]) as pilot:
                arrivals.start()
                for number, group in enumerate(keys(chance)):
                    if len(ran.keys) >= most:
                        break
                    await one_step(pilot, ran, chance, group)
                    if number % notes_every == notes_every - 1:
                        await write_note(app, ran, number)
                arrivals.stop.set()
                arrivals.join()
                await asyncio.sleep(0.3)
    finally:
        arrivals.stop.set()
    return ran


async def one_step(pilot: Pilot[None], ran: Ran, chance: random.Random, group: tuple[str, ...]) -> None:
    """Press a group of keys, or click, or change the size."""
    app = pilot.app
    assert isinstance(app, DashboardApp)
    ran.screens.add(type(app.screen).__name__)
    what = chance.random()
    if what < 0.02:
        await pilot.resize_terminal(*chance.choice(SIZES))
    elif what < 0.05:
        place = (chance.randrange(app.size.width), chance.randrange(app.size.height))
        ran.keys.append(f"click {place}")
        with suppress(OutOfBounds):
            await pilot.click(offset=place, times=chance.choice((1, 1, 2)))
    ran.keys += group
    await mash(app, *group)
    if chance.random() < 0.2:
        await asyncio.sleep(0.05)


def lost(path: Path, ran: Ran) -> list[str]:
    """Notes that were told as saved and that the journal does not know."""
    with open_store(path, create=False) as store:
        written, cursor = set(), None
        while True:
            changes, cursor = store.changes(cursor, 500)
            written |= {str(one.row.get("text")) for one in changes if one.table == "note"}
            if len(changes) < 500:
                break
        assert not [line for line in store.check() if not line.startswith("note:")]
    return [words for words in ran.saved if words not in written]


def main() -> None:
    """Run once and say what happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        path = Path(folder) / "monkey.db"
        began = time.monotonic()
        ran = asyncio.run(run(path, seed=chosen.seed, most=chosen.keys))
        gone = lost(path, ran)
    print(
        f"{len(ran.keys)} keys in {time.monotonic() - began:.0f} s on {len(ran.screens)} screens"
        f" ({', '.join(sorted(ran.screens))}), {ran.arrived} events arrived,"
        f" {len(ran.saved)} notes saved, {len(gone)} lost, {len(ran.faults)} faults told"
    )
    for words in (*gone, *ran.faults):
        print(" ", words)
    raise SystemExit(1 if gone or ran.faults else 0)


if __name__ == "__main__":
    main()
