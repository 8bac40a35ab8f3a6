"""What a claim takes for granted: turning an offer down needs an offer.

The one table from which ``entails`` is proposed. A row fires on a verb with an object that names the matter;
the claim that the matter exists must stand in the same text, else nothing is entailed.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from diplotui.extraction.looks import LatePattern


@dataclass(frozen=True, slots=True)
class PresuppositionRow:
    """A way of treating something that there must be. Group ``matter`` is its noun."""

    rule: str
    pattern: LatePattern
    example: str
    counter: str


MATTERS: tuple[tuple[str, str], ...] = (
    ("offer", r"offers?|proposals?|suggestions?|overtures?|initiatives?|invitations?|plans?|bids?|terms"),
    ("demand", r"demands?|ultimatums?|requests?|appeals?|calls?"),
    ("pact", r"deals?|agreements?|accords?|pacts?|treat(?:y|ies)|truces?|ceasefires?|memorandum"),
)
"""Nouns of what can be put to somebody, by kind."""

_NOUN = "|".join(words for _, words in MATTERS)
_ACT = r"(?:[\w’'-]+ ){0,5}?"

PRESUPPOSITIONS: tuple[PresuppositionRow, ...] = tuple(
    PresuppositionRow(rule, LatePattern(pattern), example, counter)
    for rule, pattern, example, counter in (
        (
            "rejected-needs-offer",
            rf"\b(?:reject|rebuff|spurn|declin|refus|dismiss|brush(?:ed"
            rf"|es)? aside)\w*,? {_ACT}(?P<matter>{_NOUN})\b",
            "Lomé rejected the proposal.",
            "Lomé rejected the charge.",
        ),
        (
            "turned-down-needs-offer",
            rf"\bturn(?:ed|s|ing)? (?:down {_ACT}(?P<matter>{_NOUN})\b|(?:the|its|his|her|their|an"
            rf"|a|any|that|this) [\w ]{{0,30}}?(?P<early>{_NOUN}) down\b)",
            "The rebels turned the offer down.",
            "He turned down the road.",
        ),
        (
            "passive-needs-offer",
            rf"\b(?P<matter>{_NOUN})\b[^.;,]{{0,60}}? (?:rejected|turned down|rebuffed|spurned"
            rf"|withdrawn|accepted|discussed)\b",
            "The offer was turned down.",
            "The offer was fabricated.",
        ),
        (
            "answered-needs-offer",
            rf"\b(?:repl(?:y|ied|ies|ying)|respon(?:d|ded|ds|ding|se)|answer(?:ed|s|ing)?"
            rf"|react(?:ed|s|ing|ion)?) to {_ACT}(?P<matter>{_NOUN})\b",
            "Oslo replied to the offer.",
            "Oslo replied to reporters.",
        ),
        (
            "withdrew-needs-offer",
            rf"\b(?:withdr(?:ew|awn|aws?|awing)|retract(?:ed|s|ing)?|took back|renewed|repeated"
            rf"|revived) {_ACT}(?P<matter>{_NOUN})\b",
            "The junta withdrew its offer.",
            "The junta withdrew its troops.",
        ),
        (
            "accepted-needs-offer",
            rf"\b(?:accept(?:ed|s|ing)?|welcom(?:ed|es|ing)|discuss(?:ed|es|ing)?|consider(?:ed|s"
            rf"|ing)?|stud(?:ied|ies|ying)|weigh(?:ed|s|ing)?|examin(?:ed|es|ing)|review(?:ed|s"
            rf"|ing)?|relay(?:ed|s|ing)?|pass(?:ed|es|ing) on) {_ACT}(?P<matter>{_NOUN})\b",
            "Tunis accepted the invitation.",
            "Tunis accepted the result.",
        ),
        (
            "under-needs-offer",
            r"\b(?:under|according to the|in|details of|contours of|terms of) (?:the|that|this|its"
            r"|such an?) (?:[\w-]+ )?(?P<matter>proposals?|offers?|plans?)\b",
            "Under the proposal both sides would pull back.",
            "Under the bridge both sides met.",
        ),
        (
            "the-plan-was",
            r"\A[\s“\"]*the (?P<matter>plan|proposal|offer|idea)\b[^.]{0,60}? (?:was|is|called"
            r"|calls|included|includes|provided|foresaw|envisaged|envisioned) (?:for|to|that|a|an"
            r"|the)\b",
            "The plan was for envoys to meet in March.",
            "The plan was fabricated.",
        ),
    )
)
"""X rejected, turned down, replied to, withdrew, accepted or discussed the offer: the offer was made."""

MAKING = re.compile(
    r"\b(?:offer|propos|suggest|approach|invit|put forward|float|present|submit|table|send|sent"
    r"|signal|pitch|urg|demand|ask|request|call(?:ed|s)? for|sign|agree|reach|conclud)\w*",
    re.IGNORECASE,
)
"""Words in a claim by which something is put to somebody or concluded: what the table's rows need."""


@dataclass(frozen=True, slots=True)
class Presupposition:
    """What a passage takes for granted: the kind of matter, its noun, and the rule."""

    rule: str
    kind: str
    noun: str


_KINDS = tuple((kind, re.compile(rf"(?:{words})\Z", re.IGNORECASE)) for kind, words in MATTERS)
_TRIGGER = re.compile(rf"\b(?:{_NOUN}|idea)\b", re.IGNORECASE)


@lru_cache(maxsize=4_000)
def read_presupposition(passage: str) -> Presupposition | None:
    """What a passage takes for granted by the table, or None."""
    if not _TRIGGER.search(passage):
        return None
    for row in PRESUPPOSITIONS:
        found = row.pattern.search(passage)
        if found is None:
            continue
        groups = found.groupdict()
        noun = groups.get("matter") or groups.get("early") or ""
        if re.search(
            r"\b(?:no|any|new|another|a|an)\s(?:\w+\s)?\Z",
            found.group()[: found.group().find(noun)],
            re.IGNORECASE,
        ):
            continue
        return Presupposition(row.rule, kind_of(noun), noun)
    return None


def kind_of(noun: str) -> str:
    """The kind of matter that a noun names."""
    return next((kind for kind, pattern in _KINDS if pattern.match(noun)), "offer")
