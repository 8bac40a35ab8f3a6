"""What an empty timeline says: what will stand there, and which command brings it."""

from diplotui.model import TimelineFilter, TopicCount
from diplotui.text import one_line
from diplotui.tui.commands import COMMANDS
from diplotui.tui.keymap import Keymap
from diplotui.tui.lines import Line, piece, wrap
from diplotui.tui.lookback import lookback_words

OFFERS: tuple[tuple[str, str], ...] = (
    ("sample", "reads the sample in: a week of February 2024, to look round"),
    ("sources", "public sources to watch, and your own"),
    ("heard", "what you heard yourself, as a document like any other"),
)
"""Commands that fill a ledger from here, and with what; those that the table has are offered."""
ELSEWHERE: tuple[tuple[str, str], ...] = (
    ("diplotui ingest FILE --published DAY", "a text of your own"),
    ("diplotui add URL", "a feed to watch; diplotui sources --starter names some"),
)
"""What fills a ledger from another window, and with what."""


def empty_lines(topic: TopicCount, chosen: TimelineFilter, keymap: Keymap, width: int) -> list[Line]:
    """The lines of a timeline without events."""
    if chosen.back.past:
        words = (
            f"Nothing on this is there, {lookback_words(chosen.back)}.",
            f"{keymap.key('time.forward')} goes forth in time, {keymap.key('back')} to now.",
        )
    elif chosen.query is not None:
        words = (
            f"Nothing fits {one_line(chosen.query.typed)}",
            f"{keymap.key('back')} shows all again, {keymap.key('search')} changes the search.",
        )
    elif chosen.topic is not None:
        words = (
            f"No event is filed under {one_line(topic.name)} yet.",
            f"{keymap.key('back')} shows all topics.",
        )
    else:
        words = (
            "This ledger is empty.",
            "Events will stand here, newest first, by the day they became public; beside them who said what, "
            "on what basis, and who denied it.",
        )
    lines: list[Line] = []
    for paragraph in words:
        lines += [(piece(f" {line}", "dim"),) for line in wrap(paragraph, width - 2)] + [()]
    if not chosen.back.past and chosen.topic is None and chosen.query is None:
        known = {command.id for command in COMMANDS}
        offers = [(keymap.key(command), brings) for command, brings in OFFERS if command in known]
        column = max((len(key) + 2 for key, _ in offers), default=0)
        for key, brings in offers:
            first, *rest = wrap(brings, width - column - 2)
            lines.append((piece(f" {key:<{column}}", "key"), piece(first, "dim")))
            lines += [(piece(f" {'':<{column}}{line}", "dim"),) for line in rest]
        lines.append(())
        for command, brings in ELSEWHERE:
            lines += [(piece(f" {line}", "key"),) for line in wrap(command, width - 2)]
            lines += [(piece(f"   {line}", "dim"),) for line in wrap(brings, width - 4)]
        lines.append(())
        last = "What comes in from another window appears here by itself."
        lines += [(piece(f" {line}", "dim"),) for line in wrap(last, width - 2)]
    return lines
