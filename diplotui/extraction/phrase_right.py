"""What stands behind a head noun and belongs to its phrase."""

from diplotui.extraction.phrase_words import (
    ARTICLES,
    IRREGULAR_PASTS,
    LEFT_PREPOSITIONS,
    LOOSE,
    SAYING,
    TO_HEADS,
    is_head,
    modifies,
)
from diplotui.extraction.reading import Reading
from diplotui.extraction.titles import BODY_HEADS, COMPLEMENTS, HEADS, MODIFIERS, PLURAL_HEADS, singular
from diplotui.extraction.tokens import word_set
from diplotui.extraction.verb_groups import ADVERBS, AUXILIARIES, PREPOSITIONS


def expand_right(reading: Reading, head: int, noun: str) -> int:
    """Last token of an unnamed phrase with what follows the head and belongs to it."""
    tokens = reading.tokens
    last = head
    for _ in range(4):
        at = last + 1
        if at + 1 >= len(tokens) or reading.opens[at] or reading.block[at] != reading.block[head]:
            break
        word = tokens.lower[at]
        if word in LOOSE and tokens.lower[at + 1] in PREPOSITIONS:
            end = _noun_phrase(reading, at + 2)
        elif (
            word in LEFT_PREPOSITIONS
            and not (word == "to" and not (noun in TO_HEADS and _names_somebody(reading, at + 1)))
            and word != "on"
        ):
            end = _noun_phrase(reading, at + 1)
        elif word == "who" and tokens.lower[at + 1] not in SAYING:
            end = _relative(reading, at)
        else:
            break
        if end is None:
            break
        last = end
    return last


def _names_somebody(reading: Reading, at: int) -> bool:
    """Whether a noun phrase and no infinitive starts at ``at``: ambassador to the UN."""
    return at in reading.terms or at in reading.runs or reading.tokens.lower[at] in ARTICLES


def issued_by(reading: Reading, last: int) -> int:
    """``The statement, issued by the Élysée``: take in who issued it."""
    tokens, at = reading.tokens, last + 1
    at += at < len(tokens) and tokens.words[at] == ","
    if at + 2 < len(tokens) and tokens.lower[at].endswith("ed") and tokens.lower[at + 1] == "by":
        end = _noun_phrase(reading, at + 2)
        return last if end is None else end
    return last


def _noun_phrase(reading: Reading, at: int) -> int | None:
    """Last token of the plain noun phrase that starts at ``at``; None if there is none."""
    tokens = reading.tokens
    begin, plain, ended = at, 0, False
    while (
        at < len(tokens)
        and not reading.opens[at]
        and reading.quote[at] == reading.quote[begin]
        and at - begin < 12
    ):
        word, lower = tokens.words[at], tokens.lower[at]
        if at in reading.terms:
            at, ended = reading.terms[at][0] + 1, True
            at += _noun_before_saying(reading, at)
            continue
        if at in reading.runs:
            at, ended = reading.runs[at].last + 1, True
            continue
        if lower in ARTICLES and at == begin:
            at += 1
        elif lower == "'s":
            at, ended = at + 1, False
        elif ended and lower.endswith("ed"):
            break
        elif lower in MODIFIERS or lower in COMPLEMENTS or lower in BODY_HEADS or (ended and is_head(lower)):
            at += 1
        elif (
            (lower in IRREGULAR_PASTS and at > begin)
            or (
                ended
                or not word[0].isalnum()
                or lower in SAYING
                or lower in AUXILIARIES
                or lower in PREPOSITIONS
            )
            or lower in {"who", "that", "which", "and", "or", "but", "to"}
            or lower in ADVERBS
        ):
            break
        elif plain < 2 and not (plain and lower.endswith("ed")):
            at, plain = at + 1, plain + 1
        else:
            break
    return at - 1 if at > begin else None


def _noun_before_saying(reading: Reading, at: int) -> bool:
    """Whether a noun stands between a name and a verb of saying: familiar with the AU talks said."""
    tokens = reading.tokens
    if at + 1 >= len(tokens) or reading.opens[at] or not tokens.words[at].isalpha():
        return False
    plain = (
        tokens.words[at].islower() and tokens.lower[at] not in SAYING | AUXILIARIES | PREPOSITIONS | ADVERBS
    )
    return (
        plain
        and not tokens.lower[at].endswith(("ed", "ly"))
        and tokens.lower[at + 1] in {"said", "told", "says"}
    )


def _relative(reading: Reading, at: int) -> int | None:
    """A clause "who spoke unnamed" up to the verb of saying; None where a comma comes first."""
    tokens = reading.tokens
    for index in range(at + 1, min(at + 24, len(tokens))):
        if (
            reading.opens[index]
            or tokens.words[index] in {",", ";", "—", "–"}
            or reading.quote[index] != reading.quote[at]
        ):
            return None
        if tokens.lower[index] in _RELATIVE_ENDS:
            return index - 1
    return None


_RELATIVE_ENDS = word_set(
    "said says say told added deny denied denies insist insisted insists confirmed claimed warned"
)
"""Verbs of saying that close a clause with "who"."""


def coordinated(reading: Reading, last: int, plural: bool) -> tuple[bool, int]:
    """Take in "and others", "and diplomats" after a plural head."""
    tokens = reading.tokens
    at = last + 1
    if not plural or at + 1 >= len(tokens) or tokens.lower[at] not in {"and", "or"}:
        return plural, last
    inner = at + 1
    while inner + 1 < len(tokens) and inner < at + 4 and modifies(tokens.words[inner], tokens.lower[inner]):
        inner += 1
    noun = singular(tokens.lower[inner])
    if noun in HEADS and (noun != tokens.lower[inner] or noun in PLURAL_HEADS):
        return True, inner
    return plural, last


__all__ = ["coordinated", "expand_right", "issued_by"]
