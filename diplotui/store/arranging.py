"""What a person arranges: topics, views kept under a name, what is read, where the dashboard stood.

Each change of topics or views, and each marking as read, is one step; ``read_at`` is as in ``correcting``.
"""

from collections.abc import Sequence

from diplotui.errors import ConflictError, NotFound
from diplotui.model import KEEP, Keep, SavedView, Topic, TopicMove
from diplotui.store import actions, reading_marks, topics
from diplotui.store.stepping import Stepping, shortened
from diplotui.store.tables import TABLES
from diplotui.store.typed import line_of

_KEPT = "kept."
"""Before the name of a setting that a caller chose."""


class Arranging(Stepping):
    """Topics, saved views, reading marks, remembered places."""

    def add_topic(self, name: str, words: Sequence[str] = ()) -> Topic:
        """Make a topic, the last in order. Raises InputError, ConflictError for a name that is taken."""
        with self._changing(f"topic added: {shortened(name)}"):
            return topics.add(self._connection, line_of(name), words)

    def correct_topic(
        self,
        topic_id: str,
        *,
        name: str | Keep = KEEP,
        words: Sequence[str] | Keep = KEEP,
        moves: Sequence[TopicMove] = (),
        read_at: str | None = None,
    ) -> Topic:
        """Give a topic another name or other words; events go where ``moves`` says, as in the preview.

        Raises NotFound, InputError, ConflictError for a name that is taken.
        """
        values: dict[str, object] = {}
        if name is not KEEP:
            values["name"] = line_of(name)
        if words is not KEEP:
            values["words"] = topics.terms_of(words)
        with self._changing(f"topic/{topic_id} changed", (f"topic/{topic_id}",), read_at):
            changed = topics.change(self._connection, topic_id, **values)
            topics.move(self._connection, moves)
            return changed

    def order_topics(self, order: Sequence[str]) -> None:
        """Put these topics first, in this order; the others follow in theirs. Raises NotFound."""
        with self._changing("topics put in order"):
            topics.order(self._connection, order)

    def merge_topics(self, survivor: str, merged: str, *, read_at: str | None = None) -> Topic:
        """Let one topic take over all of another, words included. Raises NotFound, ConflictError."""
        touched = (f"topic/{survivor}", f"topic/{merged}")
        with self._changing(f"topic/{merged} merged into topic/{survivor}", touched, read_at):
            return topics.merge(self._connection, survivor, merged)

    def delete_topic(
        self, topic_id: str, moves: Sequence[TopicMove] = (), *, read_at: str | None = None
    ) -> None:
        """Take a topic away; its events go where ``moves`` says, the others to ``other``. Raises NotFound."""
        with self._changing(f"topic/{topic_id} deleted", (f"topic/{topic_id}",), read_at):
            topics.delete(self._connection, topic_id, moves)

    def require_topic(self, topic_id: str) -> Topic:
        """A topic that can be changed. Raises NotFound, InputError for the catch-all ``other``."""
        return self._read(lambda connection: topics.require_own(connection, topic_id))

    def events_of_topic(self, topic_id: str) -> tuple[tuple[str, str], ...]:
        """Id and title of a topic's events, newest first."""
        return self._read(lambda connection: topics.in_topic(connection, topic_id))

    def filed_events(self) -> tuple[topics.FiledEvent, ...]:
        """The events on whose topic no person decided, with the passages that they were filed by."""
        return self._read(topics.filed_events)

    # What is read.

    def mark_read(self, events: Sequence[str]) -> int:
        """Count these events as read, as one step; returns how many were unread."""
        with self._writing():
            before = reading_marks.before(self._connection, events)
            if before:
                marks = reading_marks.mark(self._connection, before)
                what = f"{len(before)} event{'s' if len(before) > 1 else ''} marked as read"
                actions.record_marks(self._connection, self._session, what, marks)
        return len(before)

    # Views kept under a name.

    def views(self) -> tuple[SavedView, ...]:
        """The saved views in their order."""
        return self._read(
            lambda connection: tuple(
                SavedView(*row)
                for row in connection.execute(
                    "SELECT name, query, ordinal FROM saved_view ORDER BY ordinal, rowid"
                ).fetchall()
            )
        )

    def save_view(self, name: str, query: str) -> SavedView:
        """Keep a query under a name; one that is there gets the new query. Raises InputError."""
        name, query = line_of(name), line_of(query)
        with self._changing(f"view saved: {shortened(name)}"):
            there = TABLES["saved_view"].find(self._connection, (name,))
            if there is None:
                place = self._connection.execute("SELECT coalesce(max(ordinal), -1) + 1 FROM saved_view")
                ordinal = int(place.fetchone()[0])
                TABLES["saved_view"].insert(
                    self._connection, {"name": name, "query": query, "ordinal": ordinal}
                )
            else:
                ordinal = there["ordinal"]
                TABLES["saved_view"].update(self._connection, {"name": name, "query": query})
        return SavedView(name, query, ordinal)

    def rename_view(self, name: str, new: str) -> SavedView:
        """Give a saved view another name. Raises NotFound, InputError, ConflictError where it is taken."""
        new = line_of(new)
        with self._changing(f"view renamed: {shortened(new)}", (f"saved_view/{name}",)):
            row = TABLES["saved_view"].find(self._connection, (name,))
            if row is None:
                raise NotFound(f"there is no view {name}")
            view = SavedView(new, row["query"], row["ordinal"])
            if new != name:
                if TABLES["saved_view"].find(self._connection, (new,)) is not None:
                    raise ConflictError(f"there is a view {new!r} already; choose another name")
                TABLES["saved_view"].delete(self._connection, (name,))
                TABLES["saved_view"].insert(
                    self._connection, {"name": new, "query": view.query, "ordinal": view.ordinal}
                )
        return view

    def delete_view(self, name: str) -> None:
        """Forget a saved view. Raises NotFound."""
        with self._changing(f"view deleted: {shortened(name)}"):
            if TABLES["saved_view"].find(self._connection, (name,)) is None:
                raise NotFound(f"there is no view {name}")
            TABLES["saved_view"].delete(self._connection, (name,))

    # Where the dashboard stood.

    def remember(self, name: str, value: str | None) -> None:
        """Keep a value under a name in this ledger, None to forget it; not journaled, not undoable."""
        with self._writing():
            if value is None:
                self._connection.execute("DELETE FROM setting WHERE name = ?", (_KEPT + name,))
            else:
                self._connection.execute(
                    "INSERT INTO setting (name, value) VALUES (?, ?)"
                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    (_KEPT + name, value),
                )

    def remembered(self, name: str) -> str | None:
        """The value that was kept under a name; None where there is none."""
        row = self._read(
            lambda connection: connection.execute(
                "SELECT value FROM setting WHERE name = ?", (_KEPT + name,)
            ).fetchone()
        )
        return None if row is None else row[0]
