"""What stands over an event: its leading statement, title, kind, date, parties and passages."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from diplotui.ledger.concepts import STOP_WORDS
from diplotui.ledger.events import VOICE_ACTS
from diplotui.ledger.terms import NO_FORMS, PartyForms, fold
from diplotui.model import (
    Act,
    ActorKind,
    DateBounds,
    Document,
    ExtractedStatement,
    Passage,
    Stance,
)

LONGEST_TITLE = 110
"""Characters in a title: one line of a wide terminal's timeline."""
_SHORTEST_CUT = 40
"""A title is cut before a later part of the sentence only where this much is left."""
_LATER_PART = re.compile(r",\s|;\s|\s(?:which|who|whose|while|after|because|although|saying|and that)\s")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does|did|not|never)\b"
    r"|\b(?!alleged|reported|so-called|planned|proposed)\w+ed\b"
)
"""What makes a clause of the content: "denies that it had asked", but "denies any role in the raid"."""
_SPACES = re.compile(r"\s+")

VERBS: dict[Stance, tuple[str, str]] = {
    Stance.DENIES: ("denies", "deny"),
    Stance.PARTLY_DENIES: ("denies in part", "deny in part"),
    Stance.CONFIRMS: ("confirms", "confirm"),
    Stance.PARTLY_CONFIRMS: ("confirms in part", "confirm in part"),
    Stance.NON_DENIAL: ("neither denies nor confirms:", "neither deny nor confirm:"),
    Stance.DECLINES: ("declines to comment:", "decline to comment:"),
    Stance.NEITHER: ("neither confirms nor denies:", "neither confirm nor deny:"),
    Stance.REFERS: ("refers elsewhere:", "refer elsewhere:"),
    Stance.UNAWARE: ("is not aware:", "are not aware:"),
    Stance.WALKS_BACK: ("walks back:", "walk back:"),
    Stance.RETRACTS: ("takes back:", "take back:"),
    Stance.ASKED: ("is asked:", "are asked:"),
}
"""What one speaker, or several, do to a claim that nobody asserts; before a colon anything can stand."""

POINTING_VERBS: dict[Act, tuple[str, str]] = {
    Act.DENIAL: ("denies", "deny"),
    Act.CONFIRMATION: ("confirms", "confirm"),
    Act.NO_COMMENT: ("does not comment on", "do not comment on"),
}
"""The same before words that only point at a claim."""


def leading(members: Sequence[int], statements: Sequence[ExtractedStatement]) -> int:
    """Index of the statement whose claim the event is named after: the most answered, then the first.

    A claim that somebody asserts goes before one that is only denied or asked about.
    """
    answers = {index: 0 for index in members}
    for index in members:
        for stance in statements[index].stances:
            if stance.statement in answers and stance.statement != index:
                answers[stance.statement] += 1

    def rank(index: int) -> tuple[bool, int, int]:
        return (own_stance(statements, index) is not Stance.ASSERTS, -answers[index], statements[index].start)

    return min(members, key=rank)


def own_stance(statements: Sequence[ExtractedStatement], index: int) -> Stance | None:
    """The stance of a statement on its own claim; None where it has none."""
    return next((each.stance for each in statements[index].stances if each.statement == index), None)


def title_of(lead: ExtractedStatement, stance: Stance | None, forms: PartyForms = NO_FORMS) -> str:
    """A line of at most 110 characters: the claim, or who does what to it."""
    content = _SPACES.sub(" ", lead.content).strip().rstrip(".").strip(" ,;:–—-") or "Statement"
    who = speaker_name(lead, forms)
    several = int((lead.heads or len(lead.parties)) > 1)
    if stance is None and lead.act in POINTING_VERBS and who:
        line = f"{who} {POINTING_VERBS[lead.act][several]} {_inside(content)}"
    elif stance is Stance.ASKED and lead.act is Act.CLAIM:
        line = content[:1].upper() + content[1:]  # what an asker put: the question itself
    elif stance is not None and stance is not Stance.ASSERTS and who:
        verb = VERBS[stance][several]
        that = " that" if not verb.endswith(":") and _FINITE.search(content) else ""
        line = f"{who} {verb}{that} {_inside(content)}"
    elif who and lead.act in VOICE_ACTS:
        line = f"{who}: {_inside(content)}"
    else:
        line = content[:1].upper() + content[1:]
    return shortened(line)


def speaker_name(statement: ExtractedStatement, forms: PartyForms = NO_FORMS) -> str | None:
    """Whom a title names: the speaker, else the parties for whom the passage speaks, else nobody."""
    if statement.source is not None and statement.source.kind is not ActorKind.OUTLET:
        name = statement.source.name
        return name[:1].upper() + name[1:]
    names = [forms.name(code) for code in statement.parties]
    return " and ".join(names) or None


def _inside(content: str) -> str:
    """A sentence as it stands within another: an article or pronoun loses its capital."""
    first = content.split(" ", 1)[0]
    return content[:1].lower() + content[1:] if fold(first) in STOP_WORDS and first != "I" else content


def shortened(line: str, longest: int = LONGEST_TITLE) -> str:
    """The line, cut where a later part of the sentence begins, else between words with an ellipsis."""
    if len(line) <= longest:
        return line
    cuts = [cut.start() for cut in _LATER_PART.finditer(line, _SHORTEST_CUT, longest)]
    if cuts:
        return line[: cuts[-1]].rstrip(" ,;")
    head = line[: longest - 1].rsplit(" ", 1)[0] or line[: longest - 1]
    return head.rstrip(" ,;") + "…"


def date_of(lead: int, members: Sequence[int], statements: Sequence[ExtractedStatement]) -> DateBounds:
    """When it happens, where the leading statement dates it; else when its statements were made."""
    happens = statements[lead].happens
    if happens.earliest is not None or happens.latest is not None:
        return happens
    told = [statements[index].said for index in members if _speaks_of(statements[index], lead, index)]
    return spanning(told or [statements[lead].said])


def _speaks_of(statement: ExtractedStatement, lead: int, index: int) -> bool:
    return index == lead or any(stance.statement == lead for stance in statement.stances)


def spanning(bounds: Sequence[DateBounds]) -> DateBounds:
    """The bounds that hold all of these; an open end stays open."""
    if len(set(bounds)) == 1:
        return bounds[0]
    starts, ends = [each.earliest for each in bounds], [each.latest for each in bounds]
    earliest = None if None in starts else min(day for day in starts if day is not None)
    latest = None if None in ends else max(day for day in ends if day is not None)
    if earliest is None and latest is None:
        return DateBounds()
    if earliest == latest and earliest is not None:
        return DateBounds.on(earliest)
    return DateBounds(f"{_edtf(earliest)}/{_edtf(latest)}", earliest, latest)


def _edtf(day: date | None) -> str:
    return day.isoformat() if day else ".."


def parties_of(members: Iterable[ExtractedStatement]) -> tuple[str, ...]:
    """Codes of the parties that the event is about, in the order in which the text brings them."""
    found: dict[str, None] = {}
    for statement in members:
        found.update(dict.fromkeys((*statement.subjects, *statement.parties)))
    return tuple(found)


def passages_of(document: Document, members: Iterable[ExtractedStatement]) -> tuple[Passage, ...]:
    """The stretches of the text that tell of it; neighbours with nothing but space between are one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((statement.start, statement.end) for statement in members):
        if spans and not document.text[spans[-1][1] : max(start, spans[-1][1])].strip():
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(Passage(document.id, start, end, document.text[start:end]) for start, end in spans)


__all__ = [
    "LONGEST_TITLE",
    "date_of",
    "leading",
    "own_stance",
    "parties_of",
    "passages_of",
    "shortened",
    "spanning",
    "speaker_name",
    "title_of",
]
