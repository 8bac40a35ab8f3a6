"""Words by which an answer points at what it answers: the report, the charge, such an offer, it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from diplotui.model import Stance


class Pointer(StrEnum):
    """By which kind of word a denial points at the claim it denies."""

    REPORT = "report"
    """the report, the reporting, the story: what an outlet put forward."""
    ACCUSATION = "accusation"
    """the allegation, the charge, the accusation: what somebody blamed the denier for."""
    CLAIM = "claim"
    """the claim, the suggestion, the remarks: what anybody said."""
    EXHIBIT = "exhibit"
    """the photograph, the document: what was shown."""
    SUCH = "such"
    """such an offer, no such meeting: the matter itself."""
    MATTER = "matter"
    """the build-up, the raid: a matter told before, in words of its own."""
    IT = "it"
    """it, this, that."""


POINTER_NOUNS: tuple[tuple[Pointer, str], ...] = (
    (
        Pointer.REPORT,
        r"reports?|reporting|stor(?:y|ies)|articles?|news|rumou?rs?|leaks?|publications?|tales?"
        r"|yarns?|canards?",
    ),
    (Pointer.ACCUSATION, r"accusations?|allegations?|charges?|insinuations?|complaints?|imputations?"),
    (
        Pointer.CLAIM,
        r"claims?|assertions?|suggestions?|statements?|remarks?|comments?|speculation|accounts?|versions?"
        r"|narratives?|characteri[sz]ations?|descriptions?|theor(?:y|ies)|notions?|ideas?|findings?"
        r"|conclusions?"
        r"|figures?|numbers?|assessments?|testimon(?:y|ies)|information|contentions?|words"
        r"|interpretations?|reading",
    ),
    (
        Pointer.EXHIBIT,
        r"photo(?:graph)?s?|pictures?|images?|footage|videos?|clips?|recordings?|documents?"
        r"|letters?|memos?|maps?"
        r"|cables?|transcripts?|screenshots?|dossiers?|tapes?|quotations?",
    ),
)
"""Nouns that stand for what somebody put forward, by what they point at."""

NOUN = "|".join(words for _, words in POINTER_NOUNS)
_NOUN_KIND = tuple((kind, re.compile(rf"(?:{words})\Z", re.IGNORECASE)) for kind, words in POINTER_NOUNS)
CLAIM_NOUN = re.compile(rf"\b(?:{NOUN})\b", re.IGNORECASE)


def pointer_of(noun: str) -> Pointer | None:
    """What kind of thing a pointer noun stands for."""
    return next((kind for kind, pattern in _NOUN_KIND if pattern.match(noun)), None)


@dataclass(frozen=True, slots=True)
class Denial:
    """How a statement bears on somebody's claim, before that claim is looked for."""

    stance: Stance
    rule: str
    pointer: Pointer | None = None
    what: tuple[int, int] | None = None
    """Span of the proposition that is spoken of, negation in it or not; None: only pointed at."""
    scope: str | None = None
    """The words that bound what is denied."""
    open: bool = False
    """Counts only where a claim stands before it that it contradicts."""
    negated: bool = False
    """``what`` is worded in the negative ("never made an offer")."""


PART = re.compile(
    r"\b(?:some|parts?|aspects?|elements?|portions?|many|several|most|details?) of\b|\bpart(?:ly"
    r"|ially)\b|\bin part\b"
    r"|\b(?:some|several|certain|many) (?:details|elements|points|aspects)\b|\bexaggerat",
    re.IGNORECASE,
)
"""What makes a denial or a confirmation a partial one."""

LIMITERS = re.compile(
    r"\b(?:to (?:us|me|him|her|them)|formal(?:ly)?|official(?:ly)?|direct(?:ly)?|currently|at present|for now"
    r"|at (?:this|the) (?:time|moment|point|stage)|right now|in writing|written|deliberate(?:ly)?"
    r"|intentional(?:ly)?"
    r"|knowingly|final|concrete|public(?:ly)?|in any way|any longer|as (?:described|reported|presented)"
    r"|on (?:its|their|our) (?:territory|soil)|recent(?:ly)?|lethal|combat)\b",
    re.IGNORECASE,
)
"""Words that bound a denial: what lies outside them stays open."""


def limit_of(passage: str) -> str | None:
    """The first words that bound a denial, or None."""
    found = LIMITERS.search(passage)
    return tidy(found.group()) if found else None


def tidy(words: str) -> str:
    """Words as a scope shows them: white space folded, no marks at the ends."""
    return re.sub(r"\s+", " ", words).strip(" .,;:“”\"’'")[:160]
