"""Telling whoever waits how far a long piece of work on the ledger is; nobody has to listen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str], None]
"""Takes a short clause, as in "deriving events: 800 of 12,000"; called from the thread that works."""

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(listener: Listener | None) -> Iterator[None]:
    """Let this listener hear of the work that is done inside; None: let nobody hear of it."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def tell(clause: str) -> None:
    """Say what is being done."""
    listener = _listener.get()
    if listener is not None:
        listener(clause)
