"""What a claim that tells of two things takes for granted: the offer that was made and turned down was made.

The one table from which, across documents, "this claim entails that one" is proposed. Each row cuts out of a
sentence the part that it takes for granted; whether the ledger has that part as a claim is for the matching.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_OFFER = (
    r"(?:offers?|proposals?|suggestions?|overtures?|invitations?|initiatives?|approach(?:es)?|requests?"
    r"|demands?|ultimatums?|appeals?|bids?|plans?)"
)
_MADE = re.compile(
    r"\b(?:offer|propos|suggest|approach|invit|ask|request|demand|urg|appeal|put|float|pitch|present|submit"
    r"|sound(?:s|ed|ing)? out|reach(?:ed|es|ing)? out)",
    re.IGNORECASE,
)
"""A wording by which something is put to somebody."""
_REFUSED = (
    r"(?:(?:reject|rebuff|spurn|declin|refus|dismiss|brush)\w*(?: (?:off|aside))?"
    r"|turn(?:s|ed|ing)? (?:it|them|this|that|(?:the|its|his|her|their|such an?)(?: [\w-]+){1,3}) down"
    r"|turn(?:s|ed|ing)? down|said no\b)"
)
_TREATED = (
    rf"(?:{_REFUSED}|accept(?:s|ed|ing)?|welcom(?:es|ed|ing)|consider(?:s|ed|ing)?|discuss(?:es|ed|ing)?"
    r"|(?:replie[sd]|replying|respond(?:s|ed|ing)?|react(?:s|ed|ing)?) to|answer(?:s|ed|ing)?)"
)
_HAVE = r"(?:(?:has|have|had|did|would|not|also|since|again|later|firmly|flatly|at once|promptly) )*"


def _names(words: str) -> str:
    """The words of a phrase that begin with a capital: who somebody is, without what he does."""
    return " ".join(word for word in words.split() if word[:1].isupper() and word.lower() != "the")


@dataclass(frozen=True, slots=True)
class CompoundRow:
    """A build of sentence with the part that it takes for granted, and one that only looks like it."""

    rule: str
    pattern: re.Pattern[str]
    part: Callable[[re.Match[str]], str]
    example: str
    granted: str
    """What the example takes for granted."""
    counter: str


def _row(
    rule: str, pattern: str, part: Callable[[re.Match[str]], str], example: str, granted: str, counter: str
) -> CompoundRow:
    return CompoundRow(rule, re.compile(pattern, re.IGNORECASE), part, example, granted, counter)


COMPOUNDS: tuple[CompoundRow, ...] = (
    _row(
        "made-and-refused",
        r"\A(?P<made>.{12,}?),?(?: and| but| only to be|, which)\b(?: that)?"
        r"(?: (?!and\b|but\b)[\w’'.-]+){0,5}?"
        rf" {_HAVE}(?:was |were |been |be )?(?P<taken>{_REFUSED})",
        lambda found: found["made"],
        "Nepal offered India a joint patrol and was turned down.",
        "Nepal offered India a joint patrol",
        "Nepal shelled a village and rejected the blame.",
    ),
    _row(
        "others-offer-treated",
        rf"\A(?P<who>[^,;]{{2,60}}?) {_HAVE}(?P<taken>{_TREATED})"
        rf" (?P<matter>(?:an? |the )?(?-i:[A-Z])[\w’'. -]{{1,40}}?['’]s?"
        rf" (?:[\w-]+ ){{0,2}}?{_OFFER}\b.*)",
        lambda found: f"{found['matter'].strip(' .')} to {_names(found['who'])}",
        "Chile rejected Bolivia's proposal of a shared railway.",
        "Bolivia's proposal of a shared railway to Chile",
        "Chile rejected Bolivia's account of the meeting.",
    ),
    _row(
        "own-offer-taken-back",
        r"\A(?P<who>[^,;]{2,60}?) (?:has |have |had )?(?P<taken>withdr[ae]wn?|took back|taken back"
        r"|retracted|renewed"
        rf"|repeated|revived) (?:its|his|her|their) (?P<rest>(?:[\w-]+ ){{0,2}}?{_OFFER}\b.*)",
        lambda found: f"{found['who']}'s {found['rest']}",
        "Paraguay withdrew its offer to Taiwan of river barges.",
        "Paraguay's offer to Taiwan of river barges",
        "Paraguay withdrew its troops from the river.",
    ),
)
"""Builds of sentences, tried in order."""


@dataclass(frozen=True, slots=True)
class Granted:
    """The part of a sentence that it takes for granted, and by which row."""

    text: str
    rule: str


def taken_for_granted(text: str) -> Granted | None:
    """What a sentence takes for granted by the table, or None."""
    for row in COMPOUNDS:
        found = row.pattern.search(text)
        if found is None:
            continue
        part = row.part(found).strip(" ,.")
        if row.rule != "made-and-refused" or _MADE.search(part):
            return Granted(part, row.rule)
    return None


__all__ = ["COMPOUNDS", "CompoundRow", "Granted", "taken_for_granted"]
