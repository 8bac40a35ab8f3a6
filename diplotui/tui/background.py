"""Work in the background of a screen: named, cancelled before it starts without a trace, never fatal."""

from collections.abc import Awaitable, Callable
from typing import Any, cast

from textual.dom import DOMNode

from diplotui.text import one_line


def start(owner: DOMNode, job: Callable[[], Awaitable[None]], group: str, *, exclusive: bool = False) -> None:
    """Run ``job`` on the event loop; ``exclusive`` cancels what is still going on in the same group.

    Writing must never be exclusive. An error that the job let through is told in a toast and does not end the
    dashboard.
    """

    async def guarded() -> None:
        try:
            await job()
        except Exception as error:
            owner.log.error(error)
            owner.app.notify(one_line(f"{type(error).__name__}: {error}"), severity="error", markup=False)

    # Textual types the coroutine's inner types too narrowly for any coroutine function.
    owner.run_worker(cast(Any, guarded), group=group, exclusive=exclusive)
