"""What a cue does, by the words behind it: rejecting a report denies, refusing to comment answers nothing."""

from diplotui.extraction.cue_table import (
    ASKED,
    CLAIM_NOUNS,
    DECLINED_ACTS,
    FALSITY,
    LIGHT_NOUNS,
    LIGHT_VERBS,
    NO_ANSWER,
    OBJECT_NOUNS,
    REFUSED_GOODS,
    THOUGHT_NOUNS,
    CueClass,
    Takes,
)
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.tokens import word_set
from diplotui.extraction.verb_groups import ADVERBS, AUXILIARIES, CLAUSE_END, PREPOSITIONS, QUOTE_MARKS, Group

UNFOUNDED = word_set("foundation basis merit substance truth")
"""With "without": described as without foundation."""
SUBORDINATORS = word_set("that whether how why what if who when where")


def complement(following: list[str]) -> Takes | None:
    """What the words after the cue open, adverbs and a time or place before it left out."""
    if not following or following[0] in CLAUSE_END - {":"}:
        return None
    if following[0] in QUOTE_MARKS or following[0] == ":":
        return Takes.QUOTE
    first = next((word for word in following if word not in ADVERBS and not word.endswith("ly")), "")
    if first == "to":
        return Takes.TO
    for word in following:
        if word in SUBORDINATORS:
            return Takes.THAT
        if word in QUOTE_MARKS or word == ":":
            return Takes.QUOTE
        if word in CLAUSE_END:
            break
    if first == ",":
        return None
    if any(word in AUXILIARIES and word != "'s" for word in following[1:]):
        return Takes.CLAUSE
    if first in _SUBJECTS:
        return Takes.CLAUSE
    return Takes.ING if first.endswith("ing") else Takes.OBJECT


_SUBJECTS = word_set("he she they we i")
"""Pronouns that open a clause without "that": maintains he knows of none."""
_LONGEST_DAY = 3
"""Words of a day behind a verb of saying that ends its sentence: Reuters reported last Friday."""
TIME_WORDS = word_lists("speech_words")["time_words"]
NO_CUE = ("", CueClass.REPORT, frozenset[Takes]())


def special_class(
    lemma: str, verb_class: CueClass, objects: list[str], following: list[str], group: Group
) -> tuple[str, CueClass, frozenset[Takes]] | None:
    """Classes that hang on the words after the verb; None: the row's own class holds."""
    none: frozenset[Takes] = frozenset()
    next_word = following[0] if following else ""
    if lemma in {"decline", "refuse"}:
        if {"comment", "comments"} & set(objects[:4]) and next_word != "to":
            return f"{lemma} to comment", CueClass.DECLINE, none
        to_act = next_word == "to" and len(following) > 1
        if to_act and (following[1] in DECLINED_ACTS or (following[1] == "publicly" and len(following) > 2)):
            return f"{lemma} to {following[1]}", CueClass.DECLINE, none
        if to_act:
            return lemma, CueClass.REJECT, frozenset({Takes.TO})
        if not objects or objects[0] in REFUSED_GOODS or (lemma == "decline" and objects[0] in PREPOSITIONS):
            return NO_CUE
    if lemma in {"quote", "cite"} and group.passive:
        return "quote as saying", CueClass.REPORT, frozenset({Takes.CLAUSE})
    if lemma in {"ask", "ask for", "request"} and _ANONYMITY & set(following[:5]):
        return NO_CUE  # who asked not to be named
    if lemma == "read" and next_word == "as":
        return NO_CUE  # a remark widely read as a threat
    if lemma in {"stand by", "stick by", "stick to", "vouch for"} and not CLAIM_NOUNS & set(objects[:5]):
        return NO_CUE
    withheld = _withheld(lemma, objects, group)
    if withheld is not None:
        return withheld, CueClass.DECLINE, none
    if lemma in {"refer", "draw"} or (lemma == "reach" and group.passive):
        return NO_CUE
    light = _light_verb(lemma, objects, following)
    if light is not None:
        return light
    if (
        lemma in {"call", "describe", "brand", "label", "term"}
        and "without" in objects
        and UNFOUNDED & set(objects)
    ):
        return lemma, CueClass.DENY, frozenset({Takes.OBJECT, Takes.QUOTE})
    if lemma == "claim" and "responsibility" in objects[:3]:
        return "claim responsibility", verb_class, frozenset({Takes.OBJECT})
    if group.negated and lemma in NO_ANSWER:
        return f"not {lemma}", CueClass.DECLINE, none
    if lemma == "confirm" and group.negated and _within(following, ("or", "nor"), ("deny", "denied"), 4):
        return "neither confirm nor deny", CueClass.DECLINE, none
    if lemma == "deny" and _denies_clause(following):
        return None
    if lemma == "deny" and objects and (objects[0] in REFUSED_GOODS or _goods_for_somebody(objects)):
        return NO_CUE
    if verb_class is CueClass.REJECT and _is_claim(lemma, _object_head(objects), following):
        return lemma, CueClass.DENY, frozenset({Takes.OBJECT})
    if lemma in {
        "dismiss",
        "reject",
        "decry",
        "call",
        "brand",
        "describe",
        "label",
        "term",
        "denounce",
        "slam",
    } and (FALSITY & set(objects) or FALSITY & set(following[:10])):
        return lemma, CueClass.DENY, frozenset({Takes.OBJECT, Takes.QUOTE})
    return None


def _denies_clause(following: list[str]) -> bool:
    """Whether a clause without "that" is denied, whose subject is a good: denied a visa row had led to it."""
    for at, word in enumerate(following[1:7], start=1):
        if word in PREPOSITIONS | SUBORDINATORS | CLAUSE_END | QUOTE_MARKS or word in {"to", "and", ","}:
            return False
        if word in AUXILIARIES and word not in {"'s", "been", "be", "being"}:
            return at > 1 or following[0] not in {"him", "her", "them", "us"}
    return False


def _withheld(lemma: str, objects: list[str], group: Group) -> str | None:
    """Answers not given: could not be reached, would not be drawn, referred questions, has yet to respond."""
    if lemma in {"reach", "draw"} and group.passive and group.negated:
        return f"not {lemma}"
    if lemma == "refer" and ASKED & set(objects[:4]):
        return "refer questions"
    if lemma in NO_ANSWER and group.yet:
        return f"not {lemma}"
    return None


def _light_verb(
    lemma: str, objects: list[str], following: list[str]
) -> tuple[str, CueClass, frozenset[Takes]] | None:
    """What a verb with little meaning does by its noun: lodged a protest, issued a denial."""
    if lemma not in LIGHT_VERBS:
        return None
    for word in objects[:5]:
        if word in LIGHT_NOUNS:
            return f"{lemma} {word}", LIGHT_NOUNS[word], frozenset({Takes.OBJECT})
    return None if QUOTE_MARKS & set(following) else NO_CUE


def _is_claim(lemma: str, head: list[str], following: list[str]) -> bool:
    """Whether what is rejected is an assertion, not a proposal."""
    if lemma == "refuse" and _ALLEGED & set(head):
        return True
    if lemma in {"play down", "play … down", "turn down", "rebuff", "spurn", "snub", "decline", "refuse"}:
        return False
    if CLAIM_NOUNS & set(head):
        return True
    return bool(THOUGHT_NOUNS & set(head)) and "that" in following


_ALLEGED = word_set(
    "claim claims allegation allegations accusation accusations charge charges rumours rumors"
)
"""What can be refused only by saying that it is not so."""


def _object_head(objects: list[str]) -> list[str]:
    """The words of the object up to a preposition that opens another phrase."""
    for index, word in enumerate(objects):
        if index and word in PREPOSITIONS | {"that", "which", "who"}:
            return objects[:index]
    return objects


def _goods_for_somebody(objects: list[str]) -> bool:
    """``denied the refugees entry``: a good that nobody is claimed to have."""
    if _FINITE & set(objects[2:]):
        return False  # denied a visa row had anything to do with it
    return any(word in REFUSED_GOODS for word in objects[1:5]) and not any(
        word.endswith("ing") for word in objects[:2]
    )


_ANONYMITY = word_set("anonymity unnamed anonymous named identified")
_FINITE = word_set("had has have was were is are would could will can did")


def _within(words: list[str], openers: tuple[str, ...], goals: tuple[str, ...], reach: int) -> bool:
    return any(
        word in openers and any(goal in goals for goal in words[index + 1 : index + 3])
        for index, word in enumerate(words[:reach])
    )


TIMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday last this yesterday today tonight earlier late early week
    month year morning afternoon evening night overnight weekend again separately too also exclusively first"""
)
"""Words that only tell when: behind a verb of saying they are no object of it."""


def complement_fits(
    lemma: str,
    verb_class: CueClass,
    takes: frozenset[Takes],
    following: list[str],
    objects: list[str],
    passive: bool,
    group: Group,
) -> bool:
    """Whether what follows is what the row takes; a quotation before the cue is checked by the caller."""
    if passive or not following or not objects:
        return True
    next_word = following[0]
    if lemma in {"charge", "attack", "fault"} and "with" in objects:
        return False
    if verb_class in {CueClass.VOTE, CueClass.AGREE} and lemma not in {
        "agree",
        "consent",
        "vote",
        "vote down",
        "veto",
    }:
        wanted = OBJECT_NOUNS["reach" if lemma == "reach" else verb_class.value]
        return bool(wanted & set(objects))
    if next_word in QUOTE_MARKS or next_word in CLAUSE_END or next_word == ",":
        return Takes.OBJECT not in takes or bool(takes - {Takes.OBJECT})
    if takes == {Takes.OBJECT}:
        return next_word not in PREPOSITIONS
    if takes == {Takes.THAT} and set(objects) <= TIMES:
        return True  # P, the daily reported last Friday
    if takes in ({Takes.THAT}, {Takes.QUOTE}) and not group.after_mark:
        fits = {Takes.THAT, Takes.QUOTE} | ({Takes.CLAUSE} if Takes.THAT in takes else set())
        dated = len(objects) <= _LONGEST_DAY and all(word in TIME_WORDS for word in objects)
        return dated or complement(following) in fits or next_word in PREPOSITIONS | ADVERBS
    if takes == {Takes.TO}:
        return next_word == "to"
    return True


__all__ = ["NO_CUE", "complement", "complement_fits", "special_class"]
