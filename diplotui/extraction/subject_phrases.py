"""Speakers of one cue, and the plain phrases that no rule for mentions knew."""

from dataclasses import dataclass

from diplotui.extraction.phrase_words import IRREGULAR_PASTS, SAYING
from diplotui.extraction.spans import Mention
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.tokens import word_set
from diplotui.extraction.units import Passage, Unit
from diplotui.extraction.verb_groups import ADVERBS, AUXILIARIES, PREPOSITIONS
from diplotui.model import ActorKind, Source

TIME_WORDS = word_lists("speech_words")["time_words"]
_RELATIVES = word_set("who which that whom whose")
_NO_SUBJECT = word_lists("speech_words")["no_subject"]
CLAUSE_OPENERS = word_lists("speech_words")["clause_openers"]
CONDITIONS = word_set("if unless whether should lest")
LONGEST_PHRASE = 9
"""Tokens of a subject that no rule for mentions knew."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Speakers of one cue."""

    mentions: tuple[Mention, ...]
    first: int
    """First and last token of the speakers' words."""
    last: int
    rule: str
    negated: bool = False
    """Neither A nor B."""
    shared: bool = False
    """Taken over from the clause before: "said A and maintained B", ", saying that"."""


def any_phrase(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """A noun phrase that no rule for mentions knew, taken as it stands."""
    tokens = passage.tokens
    first = at
    while first >= unit.low and at - first < LONGEST_PHRASE:
        word = tokens.lower[first]
        if (
            (not word[0].isalnum() and word != "'s")
            or passage.quote_of[first] >= 0
            or word in AUXILIARIES - {"'s"}
            or word in SAYING
            or word in CLAUSE_OPENERS - {"and"}
            or word in _RELATIVES
        ):
            break
        if word in {"the", "a", "an", "his", "her", "their", "its", "my", "our", "some", "many", "several"}:
            first -= 1
            if first >= unit.low and tokens.lower[first] in {"of", "in", "for", "at", "from", "to", "with"}:
                first -= 1
                continue
            break
        first -= 1
    first += 1
    while first <= at and (tokens.lower[first] in PREPOSITIONS | ADVERBS | {"and"}):
        first += 1
    if first > at or tokens.lower[at] in _NO_SUBJECT or tokens.lower[first] in _NO_SUBJECT:
        return None
    if first in passage.begins and at - passage.last(passage.begins[first]) > 1:
        return None
    if at - first + 1 >= LONGEST_PHRASE or not any(letter.isalpha() for letter in tokens.words[at]):
        return None
    if tokens.lower[at] in PREPOSITIONS or (first == at and tokens.lower[at] in ADVERBS | TIME_WORDS):
        return None
    behind = tokens.lower[first - 1] if first > unit.low else ""
    if behind in AUXILIARIES - {"'s"} and (
        tokens.lower[first].endswith("ing") or tokens.lower[first] in IRREGULAR_PASTS
    ):
        return None  # "had been sending discreet signals that": a verb and its object, nobody who signals
    nobody = tokens.lower[first] in {"neither", "no"}
    return Subject((described(passage, first, at),), first, at, "any-phrase", nobody)


def described(passage: Passage, first: int, last: int) -> Mention:
    """A mention for a phrase that is known only as a speaker's description."""
    tokens = passage.tokens
    start, end = tokens.starts[first], tokens.ends[last]
    core = first + 1 if tokens.lower[first] in {"the", "a", "an"} and last > first else first
    name = " ".join(passage.text[tokens.starts[core] : end].split())
    singular = tokens.lower[first] in {"a", "an", "one", "his", "her", "their", "my"} and not name.endswith(
        "s"
    )
    source = Source(name, ActorKind.ANONYMOUS, heads=1 if singular else None)
    return Mention(start, end, source, rule="described-any")


__all__ = ["CLAUSE_OPENERS", "CONDITIONS", "TIME_WORDS", "Subject", "any_phrase", "described"]
