"""What an empty timeline says: what will stand there, and which command brings it."""

from diplotui.model import TimelineFilter, TopicCount
from diplotui.text import one_line
from diplotui.tui.words import long_day


def empty_words(topic: TopicCount, chosen: TimelineFilter) -> tuple[str, ...]:
    """Paragraphs for a timeline without events."""
    if chosen.as_of is not None:
        return (
            f"Nothing on this was public on {long_day(chosen.as_of)}.",
            "] goes forth in time, escape back to now.",
        )
    if chosen.topic is not None:
        return (
            f"No event is filed under {one_line(topic.name)} yet.",
            "escape, or the first line of the topics, shows all events.",
        )
    return (
        "This ledger is empty.",
        "Events will stand here, newest first, grouped by the day they became public; "
        "beside them who said what, on what basis, and who denied it.",
        "diplotui ingest FILE --published 2024-02-16",
        "reads a text, and",
        "diplotui demo",
        "shows the sample. What another window brings in appears here by itself.",
    )
