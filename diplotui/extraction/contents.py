"""What follows a cue: the addressee, the day and the place, the relays, and where the content begins."""

from dataclasses import dataclass

from diplotui.extraction.cue_table import CueClass, Takes
from diplotui.extraction.cues import Cue
from diplotui.extraction.phrase_words import SAYING
from diplotui.extraction.spans import Mention
from diplotui.extraction.subject_phrases import TIME_WORDS, Subject
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.tokens import word_set
from diplotui.extraction.units import Passage, Unit
from diplotui.extraction.verb_groups import ADVERBS, AUXILIARIES, PREPOSITIONS
from diplotui.model import ActorKind

SETTINGS = word_lists("speech_words")["contents_settings"]
_OBJECT_PRONOUNS = word_set("me us him her them you it")
_RELAY_PREPOSITIONS = word_set("in to on with by via for at from")
_CONTENT_PREPOSITIONS = word_set("of against about over for on with as")
_OUTLET_NOUNS = word_lists("speech_words")["outlet_nouns"]
STEPS = 10
"""Phrases between a cue and its content."""


@dataclass(frozen=True, slots=True)
class After:
    """What stands behind a cue. ``start`` is the content's first token, None where there is none."""

    start: int | None
    kind: str
    """that, quote, colon, clause, object, between (turned the offer down), to or none."""
    via: tuple[Mention, ...]
    end: int
    """Token after the cue, its addressee, its day and its place."""


def after_cue(passage: Passage, unit: Unit, cue: Cue, subject: Subject | None) -> After:
    """Read on from a cue (from its speaker, where the speaker follows) to the content."""
    at = cue.last + 1
    if subject is not None and subject.first > cue.last:
        at = max(at, subject.last + 1)
    via: list[Mention] = []
    if cue.last - cue.head > cue.lemma.count(" "):
        return After(cue.head + 1, "between", (), cue.last + 1)
    if (
        Takes.PERSON in cue.takes
        and cue.verb_class in {CueClass.REPORT, CueClass.THREATEN}
        and cue.lemma not in {"ask", "query", "question"}
    ):
        at = _addressee(passage, unit, cue, at, via)
    for _ in range(STEPS):
        if at >= unit.high:
            break
        opened = _content_at(passage, unit, at)
        if opened is not None:
            return After(opened[0], opened[1], tuple(via), at)
        next_at = _adjunct(passage, unit, cue, at, via)
        if next_at is None:
            return _plain(passage, unit, cue, at, tuple(via))
        at = next_at
    return After(None, "none", tuple(via), min(at, unit.high))


def _content_at(passage: Passage, unit: Unit, at: int) -> tuple[int, str] | None:
    """Content that opens at ``at`` with a mark or a word of its own."""
    tokens = passage.tokens
    if passage.quote_of[at] >= 0:
        return at, "quote"
    word = tokens.lower[at]
    if word in {"that", "how", "whether", "why"} and not _is_pronoun(passage, unit, at):
        return (at + 1 if word == "that" else at), "that"
    following = at + 1
    if word == ":" and following < unit.high:
        return following, "quote" if passage.quote_of[following] >= 0 else "colon"
    if word == "," and following < unit.high and passage.quote_of[following] >= 0:
        return following, "quote"
    if word == "," and following + 1 < unit.high and tokens.lower[following] == "that":
        return following + 1, "that"  # said through its minister, Ana Rey, that
    return None


def _is_pronoun(passage: Passage, unit: Unit, at: int) -> bool:
    """Whether "that" stands for something said before: dismissed that as theatre."""
    if at + 1 >= unit.high:
        return True
    word = passage.tokens.lower[at + 1]
    return (
        passage.tokens.lower[at] == "that"
        and (word == "as" or not word[0].isalnum())
        and word not in {",", "“", '"'}
    )


def _addressee(passage: Passage, unit: Unit, cue: Cue, at: int, via: list[Mention]) -> int:
    """Step over who was told; an outlet among them is a relay."""
    tokens = passage.tokens
    while at < unit.high:
        if at in passage.begins:
            mention = passage.begins[at]
            _relay(mention, via)
            at = passage.last(mention) + 1
            if at < unit.high and tokens.lower[at] == "'s":
                at = _phrase_end(passage, unit, at + 1)
        elif tokens.lower[at] in _OBJECT_PRONOUNS:
            at += 1
        elif (
            cue.lemma == "tell"
            and passage.quote_of[at] < 0
            and tokens.lower[at] not in {"that", ",", ":", "."}
        ):
            end = _phrase_end(passage, unit, at)
            return end if end > at else at
        else:
            return at
        if at < unit.high and tokens.lower[at] == "and":
            at += 1
        else:
            return at
    return at


def _relay(mention: Mention, via: list[Mention]) -> None:
    if mention.rule in {"the-report", "the-article"}:
        return
    if mention.source.kind is ActorKind.OUTLET and mention.source not in [found.source for found in via]:
        via.append(mention)


def _phrase_end(passage: Passage, unit: Unit, at: int) -> int:
    """Token after a plain noun phrase."""
    tokens, begin = passage.tokens, at
    while at < unit.high and at - begin < 8 and passage.quote_of[at] < 0:
        if at in passage.begins:
            return passage.last(passage.begins[at]) + 1
        word = tokens.lower[at]
        if (
            word in PREPOSITIONS | AUXILIARIES | SAYING
            or (word in TIME_WORDS and not _demonstrates(passage, unit, at))
            or word in {"that", "to", "and", "who"}
        ):
            break
        if not word[0].isalnum() and word != "'s":
            break
        at += 1
    return at


def _demonstrates(passage: Passage, unit: Unit, at: int) -> bool:
    """Whether "this" stands before somebody who was told: told this newspaper (not: told us this week)."""
    tokens = passage.tokens
    return tokens.lower[at] == "this" and at + 1 < unit.high and tokens.lower[at + 1] not in TIME_WORDS


def _is_object(passage: Passage, unit: Unit, cue: Cue, at: int) -> bool:
    """Whether "this" is what is denied or confirmed, and opens no time ("denies this"; not: denied this week)."""
    if passage.tokens.lower[at] != "this" or cue.verb_class not in _OF_A_CLAIM:
        return False
    return at + 1 >= unit.high or passage.tokens.lower[at + 1] not in TIME_WORDS


_OF_A_CLAIM = frozenset({CueClass.DENY, CueClass.CONFIRM, CueClass.REJECT})
"""Classes of cues whose object is somebody's claim."""


def _adjunct(passage: Passage, unit: Unit, cue: Cue, at: int, via: list[Mention]) -> int | None:
    """Token after the adverb, day, place or occasion at ``at``; None where none stands there."""
    tokens = passage.tokens
    word = tokens.lower[at]
    if word == "both" or _is_object(passage, unit, cue, at):
        return None
    if word in {"more", "less", "most", "very", "rather", "quite"} and tokens.lower[at + 1 : at + 2] != []:
        return at + 2 if tokens.lower[at + 1].endswith("ly") else None
    dated = word.isdigit() and tokens.lower[at - 1] in TIME_WORDS
    if word in TIME_WORDS or dated or word in ADVERBS or (word.endswith("ly") and len(word) > 4):
        follows = tokens.lower[at + 1] if at + 1 < unit.high else ""
        return None if follows in AUXILIARIES and word not in ADVERBS else at + 1
    if word == ",":
        return _bracketed(passage, unit, at, via)
    if word not in PREPOSITIONS or at + 1 >= unit.high:
        return None
    told = Takes.PERSON in cue.takes and at > cue.last + 1
    if word == "to" and (told or Takes.TO in cue.takes) and at + 1 not in passage.begins:
        return None
    if word == "as" and tokens.lower[at + 1] in {"saying", "telling", "writing"}:
        return at + 2
    if (
        word in _CONTENT_PREPOSITIONS
        and cue.verb_class is not CueClass.REPORT
        and not _is_setting(passage, unit, at)
    ):
        return None
    return _occasion(passage, unit, at, via)


def _bracketed(passage: Passage, unit: Unit, at: int, via: list[Mention]) -> int | None:
    """``said, in his first remarks since May, that``: over the commas if content opens behind them."""
    tokens = passage.tokens
    for step in range(at + 2, min(at + 16, unit.high)):
        if passage.quote_of[step] >= 0 or tokens.words[step] in ".;:":
            return None
        if tokens.words[step] == ",":
            opened = _content_at(passage, unit, step + 1) if step + 1 < unit.high else None
            return step + 1 if opened is not None and tokens.lower[at + 1] not in {"and", "but"} else None
    return None


def _is_setting(passage: Passage, unit: Unit, at: int) -> bool:
    words = passage.tokens.lower[at + 1 : min(at + 7, unit.high)]
    for word in words:
        if word in SETTINGS or word in TIME_WORDS:
            return True
        if word in {",", ".", "that"} or word in PREPOSITIONS:
            return False
    return False


def _occasion(passage: Passage, unit: Unit, at: int, via: list[Mention]) -> int:
    """Over "in a televised statement", "on Tuesday", "to reporters", "in an interview with CNN"."""
    tokens = passage.tokens
    preposition = tokens.lower[at]
    step = at + 1
    if tokens.lower[step] in {"a", "an", "the", "his", "her", "its", "their"} and step not in passage.begins:
        step += 1
    count = 0
    while step < unit.high and count < 8:
        if passage.quote_of[step] >= 0:
            return step
        if step in passage.begins:
            mention = passage.begins[step]
            if preposition in _RELAY_PREPOSITIONS:
                _relay(mention, via)
            step = passage.last(mention) + 1
            follows = tokens.lower[step] if step < unit.high else ""
            if follows in SETTINGS:
                return step + 1
            if follows == "'s":
                step, count = step + 1, count + 1
                continue
            return step
        word = tokens.lower[step]
        if word in SETTINGS:
            return step + 1
        if word in TIME_WORDS or word.isdigit():
            while step < unit.high and (tokens.lower[step] in TIME_WORDS or tokens.lower[step].isdigit()):
                step += 1
            return step
        if not word[0].isalnum() or word in PREPOSITIONS or word in {"that", "and", "who", "which"}:
            return step
        if word in AUXILIARIES or (count and word in SAYING):
            return step
        step, count = step + 1, count + 1
    return step


def _plain(passage: Passage, unit: Unit, cue: Cue, at: int, via: tuple[Mention, ...]) -> After:
    """Content without a word that opens it: a zero-that clause, an object, an infinitive; or none."""
    word = passage.tokens.lower[at]
    if not word[0].isalnum() and word not in {"$", "€", "£", "["}:
        return After(None, "none", via, at)
    if word in {"and", "but", "or", "who", "which", "when", "while", "as", "because", "after", "if", "where"}:
        return After(None, "none", via, at)
    if word in {
        "adding",
        "saying",
        "noting",
        "referring",
        "citing",
        "calling",
        "warning",
        "according",
        "speaking",
    }:
        return After(None, "none", via, at)
    if word.endswith("ed") and at > cue.last + 1 and cue.verb_class is CueClass.REPORT:
        return After(None, "none", via, at)  # said in a report published on Monday
    kind = "to" if word == "to" else "clause" if cue.complement in {Takes.CLAUSE, Takes.THAT} else "object"
    return After(at, kind, via, at)


__all__ = ["SETTINGS", "After", "after_cue"]
