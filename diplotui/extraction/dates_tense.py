"""Whether the clause around a date looks ahead or back, by the tensed verb nearest to it.

Used for weekdays, and for days and months without a year. The default of the callers is the past: in news prose
nine weekdays in ten are the last such day, and a wrong future is worse than a missed one.
"""

import re
from enum import Enum


class Tense(Enum):
    """Where a clause looks."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


_VERB = r"(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|this\b|that\b|any\b|all\b|no\b|[A-Z0-9$])[a-z]+"
_IRREGULAR = (
    "said|told|was|were|had|did|has|have|met|held|spoke|went|came|took|made|gave|wrote|began|broke|brought|built|bought|"
    "cut|drew|drove|fell|felt|fled|flew|found|fought|got|grew|heard|hit|kept|knew|led|left|lost|paid|put|ran|rose|saw|"
    "sent|shot|shut|spent|stood|struck|swore|thought|threw|understood|won|withdrew|became|chose|sought|set|died|sat|sank|"
    "stole|hung|lay|laid|sold|forgot|hurt|quit|read|let|beat|swept|tore|wore|saw|shook|sank|seen|done|gone|been"
)
_FUTURE = (
    r"\b(?:will|shall|won['’]t)\b(?! have\b)|['’]ll\b(?! have\b)|\bwould\b(?! have\b| not have\b)|"
    r"\b(?:could|may|might)\b(?! have\b| not\b| be able)|"
    r"\b(?:is|are|was|were|be|being) (?:to|due|set|scheduled|expected|slated|poised|about|going|likely|planning|preparing|meeting|travelling|traveling|visiting)\b|"
    rf"\b(?:plans?|planned|agreed|agrees|intends?|intended|vowed|pledged|promised|threatened|hopes?|hoped|aims?|prepar\w+|ready|poised|"
    rf"likely|scheduled|set|due|expected|expects?|slated|about|going|yet|invited|deadline|continue) to {_VERB}|"
    r"\b(?:scheduled|set|due|planned|slated|expected|penciled in|pencilled in) (?:for|on|in|at)\b|"
    r"\b(?:upcoming|ahead of|in advance of|run-up to|deadline|no later than|as early as|as soon as|starting|effective|postponed (?:to|until)|delayed until|extended (?:to|until))\b"
)
_PAST = rf"(?<!\bbe )(?<!\bbeing )(?:\b(?:{_IRREGULAR})\b|(?-i:\b(?!need|indeed|hundred|exceed|proceed|succeed|speed|feed|seed|greed|armed|unarmed|sacred|naked)[a-z]{{2,}}ed\b))"

_TENSED = re.compile(rf"(?P<future>{_FUTURE})|(?P<past>{_PAST})", re.IGNORECASE)
_STOP = re.compile(r"[.!?;](?=[\s\"”’)])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|Lt)\.)(?<!\b(?:Gen|Sen|Rep|Gov|Mrs)\.)")

_BEFORE, _AFTER = 160, 110
"""Characters before and after a date in which its verb is sought."""


def _scan(text: str, start: int, end: int) -> list[Tense]:
    """The tensed verbs of a stretch, in order."""
    return [
        Tense.FUTURE if match.lastgroup == "future" else Tense.PAST
        for match in _TENSED.finditer(text, start, end)
    ]


def tense_of(text: str, start: int, end: int, low: int, high: int) -> Tense:
    """Where the clause around ``text[start:end]`` looks; ``low`` and ``high`` bound its block.

    The nearest tensed verb before the date decides; where none stands before it in its sentence, the first after.
    """
    left = max(low, start - _BEFORE)
    for stop in _STOP.finditer(text, left, start):
        left = stop.end()
    before = _scan(text, left, start)
    if before:
        return before[-1]
    right = min(high, end + _AFTER)
    stop_after = _STOP.search(text, end, right)
    following = _scan(text, end, stop_after.start() if stop_after else right)
    return following[0] if following else Tense.NONE


__all__ = ["Tense", "tense_of"]
