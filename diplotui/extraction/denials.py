"""Denials by a verb: what is denied, how it is pointed at, and what only looks like a denial.

A denial says that a claim is not so. It comes by three routes: a verb of denying (here), a falsity word in a
frame (``frames``), or a negated clause that contradicts a claim standing before it (``negations``).
Turning an offer down is none of these.
"""

import re

from diplotui.extraction.pointers import (
    CLAIM_NOUN,
    NOUN,
    PART,
    Denial,
    Pointer,
    limit_of,
    pointer_of,
    tidy,
)
from diplotui.model import Stance

GOODS = re.compile(
    r"(?:re-?)?entry|admission|access|visas?|permits?|permission|bail|asylum|entrance|passage|leave"
    r"|parole|boarding"
    r"|landing|credentials|accreditation|licen[cs]es?|treatment|requests?|motions?|petitions?"
    r"|applications?|appeals?"
    r"|rights?|food|water|fuel|insurance|medicines?|care|aid|benefits?|citizenship|passports?"
    r"|visits?|visitation"
    r"|counsel|lawyers?|a (?:chance|voice|say)|opportunit(?:y|ies)|victory|sleep|services?|shelter"
    r"|oxygen|coverage"
    r"|clearance|tenure|funding|loans?|refuge|everything|nobody|recognition",
    re.IGNORECASE,
)
"""What somebody is kept from: to deny it is to withhold it."""
_RECIPIENT = re.compile(
    r"(?:him|her|them|us|me|you|anyone|people|civilians|refugees|migrants|journalists|detainees"
    r"|ourselves|themselves"
    r"|himself|herself|itself|nobody)\Z",
    re.IGNORECASE,
)
_PROPOSITION = re.compile(r"(?:that|any|having|being|it|they|he|she|ever|all|[a-z]{3,}ing)\Z")
_NOT_GERUND = frozenset({"boarding", "landing", "housing", "funding", "during", "king", "building"})
KEPT_FROM = re.compile(
    r"[\s“\"]*(?:him|her|them|us|me|you|people|ourselves|themselves|himself|herself|itself|nobody|anyone)\b",
    re.IGNORECASE,
)
"""Right behind "deny": from whom something is kept."""
_OBJECT_FOLLOWS = re.compile(r"(?:the|an?|any|its|his|her|their|it|them|him|those|these|[A-Z]\w*)\Z")
"""Behind a word in -ing: it is a verb with its object ("denied funding the rebels")."""
_VERB = re.compile(r"(?:had|has|have|was|were|is|are|did|would|could|\w+ed)\Z")


def is_withholding(what: str, passive: bool = False) -> bool:
    """Whether "denied ``what``" keeps something from somebody: denied entry, denied them a visa.

    A passive ("were denied access") withholds as soon as an object follows.
    """
    words = re.findall(r"[\w’'-]+|[.,;:]", what)[:7]
    if words[:1] == ["everything"]:
        return False
    if words[:1] and words[0] in _NOT_GERUND and _OBJECT_FOLLOWS.match(words[1] if len(words) > 1 else ""):
        return False
    for place, word in enumerate(words):
        if CLAIM_NOUN.fullmatch(word):
            return False
        if GOODS.fullmatch(word) or (
            place == 0 and _RECIPIENT.match(word) and not _is_verb(words[1:2]) and not _is_bare(words[1:2])
        ):
            return True
        if _PROPOSITION.match(word) and word not in _NOT_GERUND:
            return False
        if word in ".,;:by" or (passive and word in {"by", "on", "in"}):
            return False
    return passive and bool(words) and words[0] not in {"by", "on", "in", "at"} and words[0].isalpha()


def _is_verb(words: list[str]) -> bool:
    return bool(words) and _VERB.match(words[0]) is not None


def _is_bare(words: list[str]) -> bool:
    """Whether nothing that could be kept from somebody follows: denied them entirely, denied them on Monday."""
    return (
        not words
        or re.fullmatch(r"[.,;:]|\w+ly|all|and|in|on|as|at|too|but|outright|again", words[0]) is not None
    )


_NOUN_PHRASE = re.compile(
    r"\A[\s“\"]*((?:(?:the|these|those|this|such|any|all|its|his|her|their|what|media|press|an?|as \w+)\b"
    rf"[\w ,’'-]{{0,40}}?|[\w’'. -]{{0,40}}?)\b(?P<noun>{NOUN})\b"
    r"(?:(?:,)? (?:that|of|about|from|by|it|he|she|they|in|on|against|to)\b[^.!?;]*)?)",
    re.IGNORECASE,
)
_AFTER_NOUN = re.compile(
    r"\b(?:that|of|about|alleging|saying|claiming|it|he|she|they)\s+(?P<what>[^.!?;”\"]+)", re.IGNORECASE
)
_BARE_IT = re.compile(
    r"\A[\s“\"]*(?P<it>it|this|that|them|these|those|everything|which|any such|all (?:of )?(?:it"
    r"|this|that))\b"
    r"\s*(?:[.,;:”\"]|\Z|(?:on|in|as|at|too|said|outright|flatly|and|or|but|nor)\b)",
    re.IGNORECASE,
)
_SUCH = re.compile(r"\b(?:such(?: an?)?|the same|that kind of) (?P<such>[\w-]+)", re.IGNORECASE)
_CLAUSE_FIRST = re.compile(
    rf"\A[\s“\"]*(?:that(?! (?:[\w-]+ )?(?:{NOUN})\b)|having|being|ever|it|he|she|they|any|[a-z]+ing)\b",
    re.IGNORECASE,
)
_THE_MATTER = re.compile(
    r"\A[\s“\"]*(?:(?:any |all |prior |direct |having any |its |their |his |her )*(?:knowledge|existence"
    r"|awareness|authorship) of )?(?:the|this|that|these"
    r"|those) (?!fact\b)(?:[\w’'-]+ ){0,2}?[\w’'-]+[\s.,;:”\"]*\Z",
    re.IGNORECASE,
)
"""A short definite phrase ("denied the build-up"): what it names was told before."""
_BLAME = re.compile(
    r"\A[\s“\"]*(?:any |all |having any )?(?:such )?(?:responsibility|involvement|wrongdoing"
    r"|complicity|culpability|guilt|blame"
    r"|role|knowledge)[\s.,;:”\"]*(?:\Z|(?:on|in) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)",
    re.IGNORECASE,
)
"""Blame that is denied without saying for what: what somebody was accused of before."""
_PART_REACH = 60


def read_denied(text: str, what: tuple[int, int], rule: str = "deny-verb") -> Denial:
    """A denial by a verb, from the span of what is denied: pointer, proposition and scope."""
    start, end = what
    passage = text[start:end]
    stance = Stance.PARTLY_DENIES if PART.search(passage[:_PART_REACH]) else Stance.DENIES
    if _BARE_IT.match(passage) or passage.strip(" .,;:“”\"’'").lower() in ("", "too", "also", "as well"):
        return Denial(stance, f"{rule}-it", Pointer.IT, None, None)
    if _BLAME.match(passage):
        return Denial(stance, f"{rule}-blame", Pointer.ACCUSATION, None, tidy(passage))
    phrase = (
        None if _CLAUSE_FIRST.match(passage) and "such" not in passage[:12] else _NOUN_PHRASE.match(passage)
    )
    if phrase:
        carried = _AFTER_NOUN.search(passage, phrase.end("noun"))
        proposition = (start + carried.start("what"), start + carried.end("what")) if carried else None
        return Denial(stance, f"{rule}-noun", pointer_of(phrase["noun"]), proposition, tidy(phrase.group(1)))
    if _THE_MATTER.match(passage):
        return Denial(stance, f"{rule}-matter", Pointer.MATTER, what, limit_of(passage))
    such = _SUCH.search(passage[:80])
    return Denial(stance, f"{rule}-content", Pointer.SUCH if such else None, what, limit_of(passage))
