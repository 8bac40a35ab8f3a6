"""What a brief says, read from the ledger: the chosen events by topic, each with all that belongs to it."""

from dataclasses import dataclass
from datetime import date

from diplotui.model import DocumentRow, EventDetail, TimelineFilter
from diplotui.store import Store

MOST_EVENTS = 500
"""Events of a brief at most; nobody reads a longer one, and it says how many it leaves out."""


@dataclass(frozen=True, slots=True)
class TopicPart:
    """One topic of a brief with its events, newest first by the day they became public."""

    id: str
    name: str
    events: tuple[EventDetail, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The part of a ledger that a filter shows, ready to be written down."""

    ledger: str
    """Name of the ledger."""
    chosen: TimelineFilter
    today: date
    topics: tuple[TopicPart, ...]
    """In the ledger's order, without those that have nothing to show."""
    documents: tuple[DocumentRow, ...]
    """Those in which an event's own passages stand."""
    more: int = 0
    """Events that the filter shows beyond ``MOST_EVENTS``."""


def read_brief(store: Store, chosen: TimelineFilter, ledger: str, today: date) -> Brief:
    """The brief of what ``chosen`` shows, as of its day and as recorded at its instant."""
    rows = store.timeline_by(chosen, "public", MOST_EVENTS + 1).rows
    more = 0
    if len(rows) > MOST_EVENTS:
        more = store.timeline_place(chosen, rows[0].key).total - MOST_EVENTS
    details = [store.event(row.id, chosen.as_of, chosen.as_recorded) for row in rows[:MOST_EVENTS]]
    parts = (
        TopicPart(topic.id, topic.name, tuple(one for one in details if one.event.topic == topic.id))
        for topic in store.topic_definitions()
    )
    wanted = {passage.document for one in details for passage in one.event.passages}
    return Brief(
        ledger,
        chosen,
        today,
        tuple(part for part in parts if part.events),
        tuple(store.document(document) for document in sorted(wanted)),
        more,
    )
