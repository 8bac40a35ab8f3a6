"""What a ledger remembers of the view on it: topic, event, pane, zoom; as text in the ledger itself.

What cannot be read, or is of a version to come, counts as nothing remembered.
"""

import json
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diplotui.errors import StoreError
from diplotui.model import TimelineFilter
from diplotui.query import parse_query
from diplotui.tui.command import DENIALS, PANES, STATEMENT, TIMELINE
from diplotui.tui.reads import Board, read_board
from diplotui.tui.widgets.window import Ask, Side

if TYPE_CHECKING:
    from diplotui.store import Store

NAME = "view"
"""Under which the ledger keeps it."""


@dataclass(frozen=True, slots=True)
class View:
    """The view on a ledger when it was left."""

    topic: str | None = None
    event: str | None = None
    """The marked event; None: the newest, whichever that is by then."""
    key: int | None = None
    """The event's key in the timeline, by which its neighbours are found where it is gone."""
    pane: str = TIMELINE
    right: str = DENIALS
    """The pane on the right where there is room for one."""
    zoomed: bool = False
    query: str | None = None
    """What the timeline was narrowed to, as it was typed: "since yesterday" means the present yesterday."""

    @property
    def filter(self) -> TimelineFilter:
        """The filter that it shows the timeline through."""
        return TimelineFilter(self.topic, query=parse_query(self.query) if self.query else None)

    def text(self) -> str:
        """As the ledger keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    def ask(self) -> Ask:
        """Which rows to begin with."""
        if self.event is None or self.key is None:
            return Ask(Side.NEWEST)
        return Ask(Side.AROUND, self.key, self.event)


def ledger_name(path: Path) -> str:
    """What the top bar calls the ledger at ``path``."""
    return path.stem if path.suffix == ".db" else path.name


def read_view(text: str | None) -> View:
    """The view that ``text`` keeps; whatever in it is of another kind is left at its default."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        found = {}
    if not isinstance(found, dict):
        return View()

    def word(name: str) -> str | None:
        value = found.get(name)
        return value if isinstance(value, str) and value else None

    key, pane, right = found.get("key"), word("pane"), word("right")
    return View(
        word("topic"),
        word("event"),
        key if isinstance(key, int) and not isinstance(key, bool) else None,
        pane if pane in PANES else TIMELINE,
        right if right in (STATEMENT, DENIALS) else DENIALS,
        found.get("zoomed") is True,
        word("query"),
    )


def read_start(store: "Store", *, newest: bool = False) -> tuple[View, Board]:
    """The view remembered, and all that it shows; a topic that is gone is none.

    ``newest``: begin with the newest event all the same.
    """
    try:
        view = read_view(store.remembered(NAME))
    except StoreError:
        view = View()
    if newest:
        view = View(pane=view.pane, right=view.right, zoomed=view.zoomed)
    read = partial(read_board, store, event=None, ask=view.ask())
    board = read(chosen=view.filter)
    if view.topic is not None and view.topic not in {topic.id for topic in board.topics}:
        view = replace(view, topic=None)
        board = read(chosen=view.filter)
    return view, board
