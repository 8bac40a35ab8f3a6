"""A ledger in memory with the store's methods, for tests of the dashboard alone.

``FakeLedger`` is what several stores share; each lane opens a ``FakeStore`` of its own on it, as with files.
``fail`` makes the named method raise.
"""

import threading
import time
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from diplotui.errors import NotFound
from diplotui.model import (
    Actor,
    CatchUp,
    Change,
    ClaimFilter,
    ClaimOrder,
    ClaimPage,
    ClaimRow,
    ClaimStatus,
    Decision,
    EventDetail,
    Found,
    FoundPart,
    Note,
    NoteRow,
    OpenQuestion,
    Query,
    SavedView,
    SearchHit,
    StatusMove,
    TimelineFilter,
    TimelinePage,
    TimelinePlace,
    TimelineRow,
    Topic,
    TopicCount,
    Watch,
)
from diplotui.store import Store


def _last_change(row: ClaimRow) -> date:
    return max((change.on for change in row.history if change.on), default=date.min)


CONTESTED = ("disputed", "denied", "denied-in-part", "denied-by-some")


class FakeLedger:
    """Events, notes and a journal, shared by all stores that are opened on it."""

    def __init__(self, topics: Sequence[Topic] = (), events: Sequence[EventDetail] = ()) -> None:
        self.lock = threading.RLock()
        self.topics = tuple(topics)
        self.events: dict[str, EventDetail] = {}
        self.rows: list[TimelineRow] = []
        self.stored_notes: dict[str, Note] = {}
        self.journal: list[Change] = []
        self.decisions: list[tuple[str, Decision]] = []
        self.fail: dict[str, Exception] = {}
        self.slow: dict[str, float] = {}
        self.opened = 0
        self.open_questions: tuple[OpenQuestion, ...] = ()
        self.moves: list[StatusMove] = []
        self.news = CatchUp(None, 0, (), (), (), (), 0, 0, "end")
        self.visit: str | None = "before"
        self.watched: dict[str, None] = {}
        self.remembered: dict[str, str] = {}
        self.views: dict[str, SavedView] = {}
        self.seen: set[str] = set()
        self.calls: list[str] = []
        for detail in events:
            self.put(detail)
        self.journal.clear()

    def put(self, *details: EventDetail) -> None:
        """File events, or file them anew."""
        with self.lock:
            for detail in details:
                known = detail.event.id in self.events
                self.events[detail.event.id] = detail
                self._log("event", detail.event.id, "update" if known else "insert")
            self.rows = sorted((d.row for d in self.events.values()), key=lambda row: -row.key)

    def drop(self, event: str) -> None:
        """Take an event away."""
        with self.lock:
            del self.events[event]
            self.rows = [row for row in self.rows if row.id != event]
            self._log("event", event, "update")

    def _log(self, table: str, key: str, operation: str) -> None:
        self.journal.append(Change(str(len(self.journal) + 1), "2024-02-14T12:00:00Z", table, key, operation))

    def opener(self) -> "FakeStore":
        """Open a store on this ledger."""
        if "open" in self.fail:
            raise self.fail["open"]
        self.opened += 1
        return FakeStore(self)


class FakeStore(Store):
    """One open store on a shared ledger; used by one thread."""

    def __init__(self, ledger: FakeLedger) -> None:
        self.ledger = ledger
        self.thread: int | None = None
        self.seen = len(ledger.journal)

    def _called(self, name: str) -> None:
        here = threading.get_ident()
        self.thread = self.thread or here
        assert self.thread == here, "a store belongs to the thread that opened it"
        self.ledger.calls.append(name)
        if name in self.ledger.slow:
            time.sleep(self.ledger.slow[name])
        if name in self.ledger.fail:
            raise self.ledger.fail[name]

    def close(self) -> None:
        self.ledger.opened -= 1

    def _rows(self, chosen: TimelineFilter) -> list[TimelineRow]:
        return [
            row
            for row in self.ledger.rows
            if (row.topic != "other" if chosen.topic is None else row.topic == chosen.topic)
            and (chosen.query is None or chosen.query.typed.strip().lower() in row.title.lower())
            and (chosen.as_of is None or (row.public is not None and row.public <= chosen.as_of))
        ]

    def topics(self, as_recorded: str | None = None, *, as_of: date | None = None) -> tuple[TopicCount, ...]:
        self._called("topics")
        with self.ledger.lock:
            counts = []
            for topic in self.ledger.topics:
                rows = [row for row in self.ledger.rows if row.topic == topic.id]
                contested = sum(row.status.value in CONTESTED for row in rows)
                unread = sum(row.id not in self.ledger.seen for row in rows)
                counts.append(TopicCount(topic.id, topic.name, len(rows), contested, unread))
            return tuple(counts)

    def timeline(
        self,
        chosen: TimelineFilter,
        *,
        before: int | None = None,
        after: int | None = None,
        around: int | None = None,
        limit: int = 100,
    ) -> TimelinePage:
        self._called("timeline")
        with self.ledger.lock:
            rows = self._rows(chosen)
        keys = [-row.key for row in rows]
        start, stop = 0, limit
        if before is not None:
            start = bisect_left(keys, -before + 1)
            stop = start + limit
        elif after is not None:
            stop = bisect_left(keys, -after)
            start = max(0, stop - limit)
        elif around is not None:
            place = bisect_left(keys, -around)
            start = max(0, place - limit // 2)
            stop = start + limit
        return TimelinePage(tuple(rows[start:stop]), start > 0, stop < len(rows))

    def timeline_oldest(self, chosen: TimelineFilter, *, limit: int = 100) -> TimelinePage:
        self._called("timeline_oldest")
        rows = self._rows(chosen)
        return TimelinePage(tuple(rows[-limit:]), len(rows) > limit, False)

    def timeline_place(self, chosen: TimelineFilter, key: int) -> TimelinePlace:
        self._called("timeline_place")
        rows = self._rows(chosen)
        return TimelinePlace(bisect_left([-row.key for row in rows], -key) + 1, len(rows))

    def event(self, event_id: str, as_of: date | None = None, as_recorded: str | None = None) -> EventDetail:
        self._called("event")
        with self.ledger.lock:
            if event_id not in self.ledger.events:
                raise NotFound(f"no event {event_id}")
            detail = self.ledger.events[event_id]
            notes = tuple(self._about(f"event/{event_id}"))
            statements = tuple(
                replace(view, notes=tuple(self._about(f"statement/{view.statement.id}")))
                for view in detail.statements
                if as_of is None or (view.statement.said.latest or date.min) <= as_of
            )
            for claim in detail.claims:
                notes += tuple(self._about(f"claim/{claim.claim.id}"))
            return replace(detail, statements=statements, notes=notes)

    def _about(self, about: str | None) -> list[Note]:
        return [note for note in self.ledger.stored_notes.values() if about in (None, note.about)]

    def note_rows(self) -> tuple[NoteRow, ...]:
        self._called("note_rows")
        return tuple(NoteRow(note, None) for note in self.ledger.stored_notes.values())

    def notes(self, about: str | None = None, as_recorded: str | None = None) -> tuple[Note, ...]:
        self._called("notes")
        return tuple(self._about(about))

    def find(self, query: Query, *, limit: int = 50, **where: object) -> Found:
        """Titles and statements that hold what was typed; the hints are those of the query."""
        typed = query.typed.strip().lower()
        hits = {hit.row.id: hit for hit in self.search(typed, limit=limit)}
        for row in self.ledger.rows:
            parts = tuple(
                FoundPart(
                    "statement",
                    one.statement.id,
                    one.speaker.name if one.speaker else "",
                    exact,
                    ((at, end),),
                )
                for one in self.ledger.events[row.id].statements
                for exact, who in ((one.statement.exact, one.speaker.name if one.speaker else ""),)
                if (at := exact.lower().find(typed)) >= 0 and (end := at + len(typed))
            )
            if parts:
                hits[row.id] = SearchHit(row, parts[0].excerpt, parts[0].highlights, parts)
        return Found(tuple(sorted(hits.values(), key=lambda hit: -hit.row.key))[:limit], hints=query.hints)

    def views(self) -> tuple[SavedView, ...]:
        self._called("views")
        return tuple(self.ledger.views.values())

    def save_view(self, name: str, query: str) -> SavedView:
        self._called("save_view")
        self.ledger.views[name] = SavedView(name, query)
        return self.ledger.views[name]

    def rename_view(self, name: str, new: str) -> SavedView:
        self._called("rename_view")
        self.ledger.views[new] = SavedView(new, self.ledger.views.pop(name).query)
        return self.ledger.views[new]

    def delete_view(self, name: str) -> None:
        self._called("delete_view")
        del self.ledger.views[name]

    def search(self, query: str, *, topic: str | None = None, limit: int = 50) -> tuple[SearchHit, ...]:
        self._called("search")
        hits = []
        for row in self.ledger.rows:
            start = row.title.lower().find(query.lower())
            if start >= 0:
                hits.append(SearchHit(row, row.title, ((start, start + len(query)),)))
        return tuple(hits[:limit])

    def add_note(self, note: Note) -> Note:
        self._called("add_note")
        with self.ledger.lock:
            self.ledger.stored_notes[note.id] = note
            self.ledger._log("note", note.id, "insert")
        return note

    def edit_note(self, note: Note) -> Note:
        self._called("edit_note")
        with self.ledger.lock:
            self.ledger.stored_notes[note.id] = note
            self.ledger._log("note", note.id, "update")
        return note

    def delete_note(self, note_id: str) -> None:
        self._called("delete_note")
        with self.ledger.lock:
            del self.ledger.stored_notes[note_id]
            self.ledger._log("note", note_id, "delete")

    def decide(self, reference: str, decision: Decision, *, read_at: str | None = None) -> None:
        self._called("decide")
        with self.ledger.lock:
            self.ledger.decisions.append((reference, decision))
            kind, _, key = reference.partition("/")
            if kind == "event" and decision is Decision.THROWN_OUT:
                self.ledger.drop(key)
            else:
                self.ledger._log(kind, key, "update")

    def mark_seen(self, events: Sequence[str]) -> None:
        self._called("mark_seen")
        self.ledger.seen.update(events)

    def undo(self) -> str | None:
        self._called("undo")
        with self.ledger.lock:
            if not self.ledger.decisions:
                return None
            reference, decision = self.ledger.decisions.pop()
            self.ledger._log("event", reference, "update")
            return f"{decision.value} {reference}"

    def actors(self) -> tuple[Actor, ...]:
        self._called("actors")
        views = [view for detail in self.ledger.events.values() for view in detail.statements]
        return tuple({view.speaker.id: view.speaker for view in views if view.speaker}.values())

    def redo(self) -> str | None:
        self._called("redo")
        return None

    def claims(self, **chosen: object) -> tuple[ClaimRow, ...]:
        self._called("claims")
        return tuple(claim for detail in self.ledger.events.values() for claim in detail.claims)

    def claim_page(self, chosen: ClaimFilter, *, offset: int = 0, limit: int = 100) -> ClaimPage:
        self._called("claim_page")
        rows = sorted(self._claims(chosen), key=_last_change, reverse=True)
        if chosen.order is ClaimOrder.CONTESTED:
            rows.sort(key=lambda row: list(ClaimStatus).index(row.status))
        return ClaimPage(tuple(rows[offset : offset + limit]), min(len(rows), 2000), offset)

    def claim_count(self, chosen: ClaimFilter) -> int:
        self._called("claim_count")
        return len(self._claims(chosen))

    def _claims(self, chosen: ClaimFilter) -> list[ClaimRow]:
        codes = {*chosen.parties, *([chosen.party] if chosen.party else [])}
        return [
            row
            for detail in self.ledger.events.values()
            for row in detail.claims
            if (not chosen.statuses or row.status in chosen.statuses)
            and codes <= {*row.claim.subjects, *(cell.party for cell in row.positions)}
            and all(word.lower() in row.claim.text.lower() for word in chosen.words)
            and (not chosen.reversed or any(cell.reversed for cell in row.positions))
        ]

    def questions(self, **chosen: object) -> tuple[OpenQuestion, ...]:
        self._called("questions")
        return self.ledger.open_questions

    def moves_cursor(self) -> str:
        self._called("moves_cursor")
        return str(len(self.ledger.moves))

    def status_moves(self, cursor: str, limit: int = 100) -> tuple[tuple[StatusMove, ...], str]:
        self._called("status_moves")
        return tuple(self.ledger.moves[int(cursor) :]), str(len(self.ledger.moves))

    def last_visit(self) -> str | None:
        self._called("last_visit")
        return self.ledger.visit

    def remembered(self, name: str) -> str | None:
        self._called("remembered")
        return self.ledger.remembered.get(name)

    def remember(self, name: str, text: str) -> None:
        self._called("remember")
        self.ledger.remembered[name] = text

    def mark_visit(self, cursor: str | None = None) -> str:
        self._called("mark_visit")
        self.ledger.visit = cursor or "now"
        return self.ledger.visit

    def catch_up(self, cursor: str | None, *, limit: int = 200, **back: object) -> CatchUp:
        self._called("catch_up")
        return self.ledger.news

    def watches(self) -> tuple[Watch, ...]:
        self._called("watches")
        parted = [one.partition("/") for one in self.ledger.watched]
        events = {row.claim.id: row.claim.event for one in self.ledger.events.values() for row in one.claims}
        return tuple(Watch(kind, record, record, "", events.get(record)) for kind, _, record in parted)

    def watch(self, reference: str) -> None:
        self._called("watch")
        self.ledger.watched[reference] = None

    def unwatch(self, reference: str) -> None:
        self._called("unwatch")
        self.ledger.watched.pop(reference, None)

    def cursor(self) -> str:
        self._called("cursor")
        return str(len(self.ledger.journal))

    def changes(self, cursor: str | None, limit: int = 500) -> tuple[tuple[Change, ...], str]:
        self._called("changes")
        start = int(cursor or 0)
        found = tuple(self.ledger.journal[start : start + limit])
        return found, str(start + len(found))

    def wait(self, timeout: float) -> bool:
        if "wait" in self.ledger.fail:
            raise self.ledger.fail["wait"]
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            if len(self.ledger.journal) != self.seen:
                self.seen = len(self.ledger.journal)
                return True
            time.sleep(0.01)
        return False
