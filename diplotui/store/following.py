"""Keeping up with a ledger: what moved since the last visit, what is watched, what is still to be asked."""

from datetime import date

from diplotui.errors import NotFound
from diplotui.model import CatchUp, Lookback, OpenQuestion, StatusMove, Watch
from diplotui.store import asking, catching_up, moves
from diplotui.store.looking import LookingBack
from diplotui.store.reading import Reading
from diplotui.store.tables import locate

_VISIT = "last_visit"


class Following(Reading):
    """Catch-up, watching, open questions; and all reads from another place in time."""

    def at(self, back: Lookback) -> LookingBack:
        """All reads for panes, as seen from one place in time."""
        return LookingBack(self, back)

    def catch_up(
        self,
        cursor: str | None,
        *,
        limit: int = 200,
        as_of: date | None = None,
        as_recorded: str | None = None,
    ) -> CatchUp:
        """What changed since ``cursor``: one of ``last_visit``, ``CatchUp.cursor`` or ``cursor()``.

        None: since the ledger began, which is much. At most ``limit`` rows of each kind. Looking back: what
        had changed by then. Raises NotFound for what is no cursor.
        """
        self._catch_up()
        at = self._at(as_recorded)
        return at.read(lambda connection: catching_up.catch_up(connection, cursor, limit, at.today, as_of))

    def last_visit(self) -> str | None:
        """The cursor at which this ledger was last left (see ``mark_visit``); None before the first visit."""
        row = self._read(
            lambda connection: connection.execute(
                "SELECT value FROM setting WHERE name = ?", (_VISIT,)
            ).fetchone()
        )
        return None if row is None else row[0]

    def mark_visit(self, cursor: str | None = None) -> str:
        """Remember that everything up to ``cursor`` (None: up to now) was seen; returns the cursor kept.

        Not journaled. Raises NotFound for what is no cursor.
        """
        with self._writing():
            end = moves.end_cursor(self._connection) if cursor is None else cursor
            moves.require_cursor(end)
            self._connection.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (_VISIT, end),
            )
        return end

    def moves_cursor(self) -> str:
        """The present end of the moves, to be handed to ``status_moves`` later; opaque."""
        return self._read(moves.end_cursor)

    def status_moves(self, cursor: str, limit: int = 100) -> tuple[tuple[StatusMove, ...], str]:
        """Claims whose status moved after ``cursor`` (of ``moves_cursor``), oldest first; the next cursor.

        To be asked whenever ``wait`` or ``changes`` say that there is news, so that was and is can be told:
        ``StatusMove.watched`` says what of it is watched. Raises NotFound for what is no cursor.
        """
        self._catch_up()
        return self._read(lambda connection: moves.moves_after(connection, cursor, limit))

    def watch(self, reference: str) -> None:
        """Watch ``claim/c1``, ``actor/a1`` or ``party/RU``; again changes nothing. Raises NotFound."""
        kind, _, record = reference.partition("/")
        with self._writing():
            if kind in ("claim", "actor"):
                locate(self._connection, reference)
            elif kind != "party" or not record:
                raise NotFound(f"{reference} cannot be watched; only a claim, an actor or a party")
            self._connection.execute(
                "INSERT OR IGNORE INTO watch (kind, record) VALUES (?, ?)",
                (kind, record.upper() if kind == "party" else record),
            )

    def unwatch(self, reference: str) -> None:
        """Watch it no longer; nothing where it was not watched."""
        kind, _, record = reference.partition("/")
        with self._writing():
            self._connection.execute(
                "DELETE FROM watch WHERE kind = ? AND record = ?",
                (kind, record.upper() if kind == "party" else record),
            )

    def watches(self) -> tuple[Watch, ...]:
        """What is watched, the newest last; what is no longer in the ledger is left out."""
        found = self._read(
            lambda connection: connection.execute(
                "SELECT w.kind, w.record, CASE w.kind WHEN 'claim' THEN c.text WHEN 'actor' THEN a.name"
                " ELSE w.record END AS name, w.at, c.event FROM watch AS w"
                " LEFT JOIN claim AS c ON w.kind = 'claim' AND c.id = w.record"
                " LEFT JOIN actor AS a ON w.kind = 'actor' AND a.id = w.record"
                " ORDER BY w.at, w.kind, w.record"
            ).fetchall()
        )
        return tuple(Watch(*row) for row in found if row["name"] is not None)

    def questions(
        self,
        *,
        topic: str | None = None,
        party: str | None = None,
        event: str | None = None,
        as_of: date | None = None,
        as_recorded: str | None = None,
        today: date | None = None,
    ) -> tuple[OpenQuestion, ...]:
        """What the gaps let one ask, most pressing first, each with its passage.

        Of all topics but ``other``, or of one topic, party or event. ``today``: the day up to which what was
        planned is overdue; None: the day that is looked at.
        """
        at = self._at(as_recorded)
        day = today or as_of or at.today
        return at.read(lambda connection: asking.questions(connection, topic, party, event, day, as_of))
