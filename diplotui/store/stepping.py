"""Steps: what a person does in one go, and takes back and does again in one go.

Each step is one transaction; it holds one call, or several made ``together``.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from diplotui import clock
from diplotui.errors import ConflictError
from diplotui.store import actions, decisions, journal, reading_marks, undo
from diplotui.store.reading import Reading


class Stepping(Reading):
    """Undo, redo, and the check that nobody else was quicker."""

    def undo(self) -> str | None:
        """Take back my last action that stands; says what was taken back, None where there is nothing.

        Mine are this session's and, after a restart, a person's from before it. As often as there are
        actions. Raises ConflictError, and changes nothing, where a later action touched the same rows.
        """
        action = self._read(lambda connection: actions.last_done(connection, self._session, self._began))
        return self._go_over(action, "undone", lambda one: (one.first, one.last), actions.mark_undone)

    def redo(self) -> str | None:
        """Do again what was undone last; None where there is nothing, or something was done since.

        Raises ConflictError, and changes nothing, where the rows were changed meanwhile.
        """
        action = self._read(lambda connection: actions.last_undone(connection, self._session, self._began))
        return self._go_over(
            action, "redone", lambda one: (one.undone_first or 0, one.undone_last or 0), actions.mark_redone
        )

    def _go_over(
        self,
        action: actions.Action | None,
        what: str,
        lines: Callable[[actions.Action], tuple[int, int]],
        mark: Callable[[sqlite3.Connection, actions.Action, int, int], None],
    ) -> str | None:
        """Take back some journal lines of an action, and note that it was done."""
        if self._step is not None:
            raise ConflictError(f"nothing is {what} in the middle of another step")
        if action is None:
            return None
        try:
            with self._writing():
                first = journal.newest(self._connection) + 1
                if action.seen is None:
                    undo.take_back(self._connection, *lines(action), what=what)
                    last = max(first, journal.newest(self._connection))
                else:  # no line of the journal is its own
                    place = int(what == "redone")
                    reading_marks.put_back(self._connection, action.seen, place, clock.today())
                    last = first - 1
                mark(self._connection, action, first, last)
        except ConflictError as error:
            if isinstance(error.__cause__, sqlite3.IntegrityError):
                raise ConflictError(f"not {what}: something newer refers to what it added") from error
            raise
        return f"{what.capitalize()}: {action.sentence}"

    @contextmanager
    def _changing(
        self, sentence: str, references: Sequence[str] = (), read_at: str | None = None
    ) -> Iterator[None]:
        """A person's action on rows that nobody else changed since ``read_at``."""
        with self._action(sentence):
            decisions.require_unchanged(self._connection, references, read_at, self._session, self._step)
            yield


def shortened(text: str) -> str:
    """A text as one line of at most 40 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
