"""How prominent a mention is in its sentence: one who speaks, a subject, or one only named."""

from diplotui.extraction.candidate import Candidate
from diplotui.extraction.phrase_words import SAYING
from diplotui.extraction.reading import Reading
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.tokens import word_set
from diplotui.extraction.verb_groups import AUXILIARIES, PREPOSITIONS

_BETWEEN = word_lists("speech_words")["between"]
_OBJECT_TAKING = word_set(
    """accused accusing accuses told telling tells urged urging urges condemned condemning blamed blaming
    criticized criticised criticizing criticising dismissed rejected praised praising threatened called calling
    quoted quoting cited citing welcomed denied denying described described denounced"""
)
"""Behind one of these a mention is the object, not who speaks."""
_SPEAKING = SAYING - _OBJECT_TAKING
_NO_VERBS = word_lists("speech_words")["no_verbs"]


def salience(reading: Reading, candidate: Candidate) -> int:
    """3 for one who speaks, 2 for a subject, 1 for others."""
    tokens, first = reading.tokens, candidate.first
    before = tokens.lower[first - 1] if first else ""
    follows = tokens.lower[candidate.last + 1 : candidate.last + 2]
    if follows and follows[0] in {"himself", "herself"}:
        return 3
    inverted = before in _SPEAKING and first > 1 and not tokens.words[first - 2][0].isalnum()
    if inverted and not (follows and (follows[0] in AUXILIARIES or follows[0] in SAYING)):
        return 3
    if before in PREPOSITIONS and before != "with":
        return 1
    after = _verb_place(reading, candidate.last + 1)
    verb = tokens.lower[after] if after < len(tokens) else ""
    if verb in SAYING:
        return 3
    if candidate.weak and reading.opens[first] and _speaks_later(reading, candidate.last + 1):
        return 3
    if before in PREPOSITIONS or _is_embedded(reading, candidate):
        return 1
    if before in {"was", "is", "stood", "sat", "came"} or reading.opens[first]:
        return 2
    return 2 if verb and _may_be_verb(verb) else 1


def _verb_place(reading: Reading, at: int) -> int:
    """Token where the verb of a subject that ends before ``at`` may stand: behind adverbs, a day, a place."""
    tokens, begin = reading.tokens, at
    while at < len(tokens) and at < begin + 7:
        if tokens.lower[at] in {"in", "at", "of"} and at + 1 in reading.terms:
            at = reading.terms[at + 1][0] + 1
        elif _may_stand_between(tokens.lower[at]):
            at += 1
        else:
            break
    return at


def _speaks_later(reading: Reading, at: int) -> bool:
    """``X, appearing on television, said``: a verb of saying behind the comma that closes."""
    tokens = reading.tokens
    if at >= len(tokens) or tokens.words[at] != ",":
        return False
    for step in range(at + 2, min(at + 26, len(tokens))):
        if reading.opens[step] and reading.quote[step] < 0:
            return False
        if tokens.lower[step] in SAYING:
            return not tokens.words[step - 1][0].isalnum()
    return False


def _is_embedded(reading: Reading, candidate: Candidate) -> bool:
    """Whether the mention stands in what somebody is said to have said."""
    tokens = reading.tokens
    if reading.opens[candidate.first]:
        return False
    for at in range(candidate.first - 1, max(-1, candidate.first - 30), -1):
        if tokens.lower[at] in SAYING or tokens.lower[at] == "that":
            return True
        if reading.opens[at] or reading.quote[at] >= 0:
            return False
    return False


def _may_stand_between(word: str) -> bool:
    """Whether a word may stand between a subject and its verb: an adverb, an auxiliary, a day."""
    return word in _BETWEEN or word.endswith("ly")


def _may_be_verb(word: str) -> bool:
    """Whether a word behind a mention is likely its verb."""
    return word[0].isalpha() and word not in _NO_VERBS and word not in PREPOSITIONS


__all__ = ["salience"]
