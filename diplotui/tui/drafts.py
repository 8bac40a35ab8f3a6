"""Drafts: what was typed into a form and not saved, kept in the ledger so that no crash loses it.

One value for each record, written while one types, at most every ``KEPT_EVERY`` seconds; in memory, too, so
that a ledger that cannot be written loses nothing while the dashboard runs.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from textual.dom import DOMNode
from textual.timer import Timer

from diplotui.errors import DiplotuiError
from diplotui.tui.background import start
from diplotui.tui.lanes import Lanes

KEPT_EVERY = 0.4
"""Seconds of typing that a crash can lose."""
PREFIX = "draft."

Fields = Mapping[str, str]
"""What stands in the fields of a form, by name."""


def draft_text(fields: Fields) -> str:
    """Fields as the ledger keeps them."""
    return json.dumps(dict(fields), ensure_ascii=False)


def draft_fields(text: str | None) -> dict[str, str]:
    """Fields from what the ledger kept; empty for what is no draft."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: value for name, value in found.items() if isinstance(name, str) and isinstance(value, str)}


class Drafts:
    """The drafts of one dashboard; ``lanes`` bring them into the ledger and back."""

    def __init__(self, lanes: Lanes) -> None:
        self.lanes = lanes
        self.held: dict[str, dict[str, str]] = {}
        self._timer: Timer | None = None

    async def read(self, name: str) -> dict[str, str]:
        """The draft of a record: what is held here, else what the ledger kept."""
        if name not in self.held:
            with suppress(DiplotuiError):
                self.held[name] = draft_fields(
                    await self.lanes.reader.run(lambda store: store.remembered(PREFIX + name))
                )
        return dict(self.held.get(name, {}))

    def typed(self, owner: DOMNode, name: str, fields: Callable[[], Fields]) -> None:
        """Something was typed: keep ``fields()`` soon."""
        if self._timer is None:
            self._timer = owner.set_timer(KEPT_EVERY, partial(self._keep_now, owner, name, fields))

    def _keep_now(self, owner: DOMNode, name: str, fields: Callable[[], Fields]) -> None:
        self._timer = None
        self.keep(owner, name, fields())

    def keep(self, owner: DOMNode, name: str, fields: Fields) -> None:
        """Keep these fields; empty ones forget the draft."""
        self._stop()
        kept = {field: value for field, value in fields.items() if value}
        if kept == self.held.get(name, {}):
            return
        self.held[name] = kept
        start(owner.app, partial(self._write, name, draft_text(kept) if kept else None), "draft")

    def forget(self, owner: DOMNode, name: str) -> None:
        """The form was saved: no draft of it is left, here or in the ledger."""
        self.keep(owner, name, {})

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    async def _write(self, name: str, text: str | None) -> None:
        """Where the ledger cannot be written, what is held here stands in for it."""
        with suppress(DiplotuiError):
            await self.lanes.writer.run(lambda store: store.remember(PREFIX + name, text))
