"""Whose cue it is: the subject before a verb of saying, the name after it, the agent of a passive."""

from dataclasses import replace

from diplotui.extraction.cue_table import CueClass, Takes
from diplotui.extraction.cues import Cue
from diplotui.extraction.inflection import VerbForm
from diplotui.extraction.phrase_words import SAYING
from diplotui.extraction.spans import Mention
from diplotui.extraction.subject_phrases import CONDITIONS, TIME_WORDS, Subject, described
from diplotui.extraction.subjects_before import subject_ending
from diplotui.extraction.tokens import word_set
from diplotui.extraction.units import Passage, Unit
from diplotui.extraction.verb_groups import ADVERBS, AUXILIARIES, PREPOSITIONS


def find_subject(passage: Passage, unit: Unit, cue: Cue) -> Subject | None:
    """Who speaks, by the words around the cue; None if nobody does or only under a condition."""
    if cue.passive:
        return _agent(passage, unit, cue)
    if _inversion_likely(passage, unit, cue):
        found = _inverted(passage, unit, cue)
        if found is not None:
            return found
    found = _with_doing(passage, unit, cue) or subject_ending(passage, unit, cue.first - 1)
    if found is not None:
        return None if _conditional(passage, unit, found.first) else found
    opens = cue.first == unit.low or (
        cue.first > unit.low and passage.tokens.words[cue.first - 1] in {",", "—", "–"}
    )
    return _inverted(passage, unit, cue) if opens and cue.form is VerbForm.PAST else None


def _conditional(passage: Passage, unit: Unit, first: int) -> bool:
    at = first - 1
    return at >= unit.low and passage.tokens.lower[at] in CONDITIONS


def _inversion_likely(passage: Passage, unit: Unit, cue: Cue) -> bool:
    """After a quotation or a comma the speaker may follow: ", said the minister"."""
    before = cue.head - 1
    if (
        cue.form not in {VerbForm.PAST, VerbForm.THIRD}
        or cue.verb_class not in _INVERTING
        or cue.first != cue.head
    ):
        return False
    if before < unit.low:
        return False
    if passage.quote_of[before] < 0 and Takes.OBJECT in cue.takes:
        return False
    return passage.quote_of[before] >= 0 or passage.tokens.words[before] in {",", "—", "–", "-"}


_INVERTING = frozenset(
    {
        CueClass.REPORT,
        CueClass.CONFIRM,
        CueClass.APPEAL,
        CueClass.THREATEN,
        CueClass.ANNOUNCE,
        CueClass.ASSESS,
    }
)


def _inverted(passage: Passage, unit: Unit, cue: Cue) -> Subject | None:
    """``said X`` where X ends the clause and begins none of its own."""
    if cue.verb_class not in _INVERTING or cue.lemma == "tell":
        return None
    at = cue.last + 1
    mention = passage.begins.get(at)
    if mention is None:
        if at < unit.high and passage.tokens.words[at][0].islower():
            for step in range(at + 1, min(at + 4, unit.high)):
                if step in passage.begins and passage.quote_of[cue.head - 1] >= 0:
                    return Subject(
                        (passage.begins[step],), at, passage.last(passage.begins[step]), "inverted"
                    )
                if not passage.tokens.words[step][0].isalpha() or passage.tokens.lower[step] in PREPOSITIONS:
                    break
        if at >= unit.high or passage.tokens.lower[at] not in {"a", "an", "one"} | _ORDINALS:
            return None
        near = next(
            (passage.begins[i] for i in range(at + 1, min(at + 5, unit.high)) if i in passage.begins), None
        )
        if near is not None and passage.quote_of[cue.head - 1] >= 0:
            return Subject((near,), at, passage.last(near), "inverted")
        return _phrase_after(passage, unit, at) if passage.quote_of[cue.head - 1] >= 0 else None
    last = passage.last(mention)
    after = passage.tokens.lower[last + 1] if last + 1 < unit.high else "."
    if after in AUXILIARIES or after in SAYING or after == "'s":
        return None
    if last + 1 < unit.high and passage.quote_of[last + 1] >= 0 and passage.quote_of[cue.head - 1] < 0:
        return None
    if passage.quote_of[cue.head - 1] < 0 and (mention.rule.startswith("pronoun") or after in ADVERBS):
        return None
    if after[0].isalnum() and after not in PREPOSITIONS | ADVERBS | TIME_WORDS | {
        "and",
        "who",
        "when",
        "while",
        "as",
    }:
        return None
    mentions, last = _and_after(passage, unit, mention, last)
    return Subject(mentions, at, last, "inverted")


_ORDINALS = word_set("the his her their its another two three four five")


def _and_after(passage: Passage, unit: Unit, mention: Mention, last: int) -> tuple[tuple[Mention, ...], int]:
    """More speakers after the first: said Obama and Cameron."""
    found = [mention]
    while last + 2 < unit.high and passage.tokens.lower[last + 1] == "and" and last + 2 in passage.begins:
        found.append(passage.begins[last + 2])
        last = passage.last(found[-1])
    return tuple(found), last


def _phrase_after(passage: Passage, unit: Unit, at: int) -> Subject | None:
    """``said a neighbour of the family`` where no rule knew the noun."""
    tokens, last = passage.tokens, at
    while last + 1 < unit.high and last - at < 4:
        word = tokens.lower[last + 1]
        if (
            not word[0].isalnum()
            or word in PREPOSITIONS
            or word in {"who", "and", "that"}
            or word in AUXILIARIES
        ):
            break
        last += 1
    after = tokens.lower[last + 1] if last + 1 < unit.high else "."
    if (
        (last == at and tokens.lower[at] not in {"another", "one", "others"})
        or after in AUXILIARIES
        or (last + 1 < unit.high and passage.quote_of[last + 1] >= 0)
    ):
        return None
    return Subject((described(passage, at, last),), at, last, "inverted-any")


def _with_doing(passage: Passage, unit: Unit, cue: Cue) -> Subject | None:
    """``with the ministry calling it a lie``."""
    mention = passage.ends.get(cue.first - 1)
    if cue.form is not VerbForm.ING or mention is None:
        return None
    first = passage.first(mention)
    if first - 1 < unit.low or passage.tokens.lower[first - 1] != "with":
        return None
    return Subject((mention,), first - 1, cue.first - 1, "with-doing")


def _agent(passage: Passage, unit: Unit, cue: Cue) -> Subject | None:
    """``was rejected by X``; ``was quoted as saying``: the one quoted speaks."""
    if cue.verb_class is CueClass.DECLINE:
        return subject_ending(passage, unit, cue.first - 1)  # could not be reached
    if cue.lemma == "quote as saying":
        found = subject_ending(passage, unit, cue.first - 1)
        return None if found is None else replace(found, rule="quoted-as-saying")
    if cue.agent is None or cue.agent >= unit.high:
        return None
    mention = passage.begins.get(cue.agent)
    if mention is None:
        return _phrase_after(passage, unit, cue.agent)
    mentions, last = _and_after(passage, unit, mention, passage.last(mention))
    return Subject(mentions, cue.agent, last, "agent")


__all__ = ["find_subject"]
