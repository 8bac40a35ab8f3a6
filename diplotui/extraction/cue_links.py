"""Cues with their speakers: which cue of a sentence has one, and whether there is content for it."""

from dataclasses import dataclass, replace

from diplotui.extraction.contents import After, after_cue
from diplotui.extraction.cue_table import CueClass, Takes
from diplotui.extraction.cues import Cue
from diplotui.extraction.inflection import VerbForm
from diplotui.extraction.phrase_words import SAYING
from diplotui.extraction.spans import Mention
from diplotui.extraction.subject_phrases import Subject
from diplotui.extraction.subjects import find_subject
from diplotui.extraction.table_files import word_lists
from diplotui.extraction.tokens import word_set
from diplotui.extraction.units import Passage, Unit
from diplotui.extraction.verb_groups import ADVERBS, AUXILIARIES, PREPOSITIONS
from diplotui.model import ActorKind

SPEECH = frozenset({CueClass.REPORT, CueClass.DENY, CueClass.CONFIRM, CueClass.ASSESS, CueClass.ACCUSE})
"""Classes that will or would speak: not yet."""
_SPEECH_MODALS = word_set("to may might could can must should shall")
"""With one of these nobody has spoken: he may say, they should agree."""


@dataclass(slots=True)
class Link:
    """A cue with its speaker and surroundings, on the way to an attribution."""

    cue: Cue
    subject: Subject
    after: After
    first: int
    """First token of speaker and cue together."""
    cut: int
    """Token at which the content of an earlier link ends."""
    outer: "Link | None" = None
    origins: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()


def find_links(passage: Passage, unit: Unit, cues: list[Cue]) -> list[Link]:
    """Cues with a speaker; those without one of their own take the clause's before."""
    links: list[Link] = []
    origins: tuple[Mention, ...] = ()
    for cue in cues:
        if cue.modal in _SPEECH_MODALS and cue.verb_class is not CueClass.DECLINE:
            continue
        if cue.form is VerbForm.ING and cue.head > unit.low and passage.tokens.lower[cue.head - 1] == "as":
            continue
        if cue.verb_class is CueClass.CITE and not cue.passive:
            quoted = _quoting(passage, unit, cue)
            if quoted is not None:
                links.append(quoted)
                continue
            origins = _cited(passage, unit, cue, links) or origins
            continue
        subject = find_subject(passage, unit, cue)
        if subject is None or is_participle(passage, unit, cue):
            subject = _shared_subject(passage, unit, cue, links)
        if subject is None or _is_yet_to_speak(passage, cue, subject) or _in_what(passage, unit, subject):
            continue
        subject = _with_possessive(passage, unit, subject)
        after = after_cue(passage, unit, cue, subject)
        if not _governs(passage, unit, cue, subject, after):
            continue
        own = not subject.shared
        first = min(subject.first, cue.first) if own and subject.rule not in {"relative"} else cue.first
        links.append(Link(cue, subject, after, first, cut_before(passage, unit, first)))
    return [replace_origins(link, origins) for link in links]


_POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my"})


def _with_possessive(passage: Passage, unit: Unit, subject: Subject) -> Subject:
    """``its foreign ministry``: the subject begins with whose it is."""
    before = subject.first - 1
    if before >= unit.low and passage.tokens.lower[before] in _POSSESSIVES and passage.quote_of[before] < 0:
        return replace(subject, first=before)
    return subject


def _in_what(passage: Passage, unit: Unit, subject: Subject) -> bool:
    """``reports of what their counterparts had said``: told inside another clause, and nobody's statement."""
    words = passage.tokens.lower
    for at in range(max(unit.low + 1, subject.first - 2), subject.last + 1):
        if words[at] == "what" and words[at - 1][0].isalpha() and passage.quote_of[at] < 0:
            return words[at - 1] in PREPOSITIONS
    return False


def _is_yet_to_speak(passage: Passage, cue: Cue, subject: Subject) -> bool:
    """``would say``, ``will deny``: nobody has spoken yet, unless denied or limited (would say only)."""
    if cue.modal not in {"would", "will"} or cue.verb_class not in SPEECH:
        return False
    return not (cue.negated or subject.negated or "only" in passage.tokens.lower[cue.first : cue.last + 2])


def replace_origins(link: Link, origins: tuple[Mention, ...]) -> Link:
    """The link with those whom its outlet cites."""
    if origins and any(m.source.kind is ActorKind.OUTLET for m in link.subject.mentions):
        link.origins = origins
    return link


def is_participle(passage: Passage, unit: Unit, cue: Cue) -> bool:
    """Whether the cue goes on with the clause before: ", saying that"."""
    before = cue.first - 1
    return (
        cue.form is VerbForm.ING
        and cue.first == cue.head
        and before >= unit.low
        and (passage.tokens.words[before] in {",", "—", "–"} or passage.quote_of[before] >= 0)
    )


def _shared_subject(passage: Passage, unit: Unit, cue: Cue, links: list[Link]) -> Subject | None:
    """The speaker of the clause before: ", saying that", "and has maintained that"."""
    before = cue.first - 1
    if before < unit.low:
        return None
    word = passage.tokens.lower[before]
    joined = word in {"and", "but", "or"} or (
        cue.form is VerbForm.ING and word in {",", "—", "–", "while", "by"}
    )
    if not joined and not is_participle(passage, unit, cue):
        return None
    if links:
        outer = links[-1].outer or links[-1]
        return replace(outer.subject, shared=True, rule="shared")
    main = _main_subject(passage, unit, cue.first)
    return (
        None
        if main is None
        else Subject((main,), passage.first(main), passage.last(main), "clause-subject", shared=True)
    )


def _main_subject(passage: Passage, unit: Unit, before: int) -> Mention | None:
    """The first mention of the unit that stands at its head or behind no preposition."""
    tokens = passage.tokens
    for at in range(unit.low, before):
        mention = passage.begins.get(at)
        before = at - 1 - (at - 1 > unit.low and tokens.lower[at - 1] in _DEMONSTRATIVES)
        if mention is not None and (at == unit.low or tokens.lower[before] not in _NOT_HEAD):
            return mention
    return None


_DEMONSTRATIVES = word_set("this that these those our its their his her")
_NOT_HEAD = word_lists("speech_words")["not_head"]


def _governs(passage: Passage, unit: Unit, cue: Cue, subject: Subject, after: After) -> bool:
    """Whether there is content for the cue: behind it, or a clause or quotation before it."""
    if cue.verb_class is CueClass.DECLINE:
        return True
    if cue.negated and passage.tokens.lower[cue.last + 1 : cue.last + 2] in (["if"], ["whether"]):
        return True  # would not say if the talks were dead
    if cue.takes == {Takes.QUOTE}:
        first = min(subject.first, cue.first)
        quoted = after.kind == "quote" or quote_before(passage, unit, first) is not None
        return quoted or _is_parenthesis(passage, unit, cue, subject)
    if after.kind in {"that", "quote", "colon"} or (after.kind == "object" and cue.complement is Takes.QUOTE):
        return True
    if cue.passive:
        return (
            subject.rule == "agent"
            or after.kind != "none"
            or "as" in passage.tokens.lower[cue.last + 1 : cue.last + 3]
        )
    if after.kind == "to" and Takes.TO in cue.takes:
        return True
    if subject.first - 1 >= unit.low and passage.tokens.lower[subject.first - 1] in {"as", "how"}:
        return True
    if Takes.OBJECT in cue.takes or Takes.ING in cue.takes:
        if after.kind in {"object", "clause", "between"} or _left_content(passage, unit, cue, subject):
            return True
        return antecedent_end(passage, unit, subject) is not None
    if after.kind == "to":
        return Takes.PERSON in cue.takes
    if after.kind in {"clause", "object"}:
        return Takes.CLAUSE in cue.takes or after.kind == "clause"
    return _left_content(passage, unit, cue, subject)


def _is_parenthesis(passage: Passage, unit: Unit, cue: Cue, subject: Subject) -> bool:
    """Whether a speaker stands between commas in a clause, or behind one at its end: ", he went on, "."""
    tokens, before, after = passage.tokens, subject.first - 1, cue.last + 1
    while after < unit.high and tokens.lower[after] in ADVERBS:
        after += 1
    closes = after >= unit.high or tokens.words[after] in {",", "."}
    return (
        not subject.shared
        and subject.first < cue.first
        and subject.last + 1 == cue.first
        and before > unit.low
        and tokens.words[before] == ","
        and closes
        and passage.quote_of[before] < 0
    )


def antecedent_end(passage: Passage, unit: Unit, subject: Subject) -> int | None:
    """Token after the noun that a relative clause hangs on: the charge, which X denies; a claim X rejects."""
    tokens, at = passage.tokens, subject.first - 1
    if subject.shared or at <= unit.low or subject.rule == "relative":
        return None
    if tokens.lower[at] in {"which", "that"}:
        at -= 1
        at -= tokens.words[at] == ","
        return at + 1 if at >= unit.low else None
    plain = tokens.words[at][0].islower() and tokens.lower[at] not in _NOT_NOUNS and passage.quote_of[at] < 0
    return at + 1 if plain else None


_NOT_NOUNS = (
    word_set(
        """and or but nor yet when while as if because though although before after since until than so where
        both"""
    )
    | PREPOSITIONS
    | ADVERBS
    | AUXILIARIES
    | SAYING
)


def _left_content(passage: Passage, unit: Unit, cue: Cue, subject: Subject) -> bool:
    first = min(subject.first, cue.first) if not subject.shared else cue.first
    before = first - 1
    if before <= unit.low:
        return before == unit.low and passage.quote_of[before] >= 0
    return passage.quote_of[before] >= 0 or passage.tokens.words[before] in {",", "—", "–", "-"}


def quote_before(passage: Passage, unit: Unit, first: int) -> int | None:
    """The quotation that ends right before token ``first``."""
    at = first - 1
    while at >= unit.low and passage.tokens.words[at] in {",", "—", "–", "-"} and passage.quote_of[at] < 0:
        at -= 1
    return passage.quote_of[at] if at >= unit.low and passage.quote_of[at] >= 0 else None


def cut_before(passage: Passage, unit: Unit, first: int) -> int:
    """Where the clause before ends: conjunctions and commas in front of ``first`` belong to neither."""
    at = first
    while (
        at - 1 > unit.low
        and passage.quote_of[at - 1] < 0
        and (
            passage.tokens.lower[at - 1]
            in {"and", "but", "while", "or", ",", ";", "—", "–", "yet", "although", "though"}
        )
    ):
        at -= 1
    return at


def _quoting(passage: Passage, unit: Unit, cue: Cue) -> Link | None:
    """``The agency quoted an officer as saying that``: the officer speaks, through the agency."""
    mention = passage.begins.get(cue.last + 1)
    if mention is None:
        return None
    last = passage.last(mention)
    words = passage.tokens.lower[last + 1 : last + 3]
    if len(words) < 2 or words[0] != "as" or not words[1].endswith("ing"):
        return None
    subject = Subject((mention,), cue.last + 1, last, "quoted-as-saying")
    spoken = replace(
        cue, lemma="quote as saying", verb_class=CueClass.REPORT, takes=frozenset({Takes.CLAUSE})
    )
    outlet = find_subject(passage, unit, cue)
    link = Link(spoken, subject, after_cue(passage, unit, spoken, subject), cue.first, cue.first)
    if outlet is not None:
        link.first = link.cut = min(outlet.first, cue.first)
        link.via = tuple(m for m in outlet.mentions if m.source.kind is ActorKind.OUTLET)
    return link


def _cited(passage: Passage, unit: Unit, cue: Cue, links: list[Link]) -> tuple[Mention, ...]:
    """Whom an outlet cites: which cites three officials; citing a source."""
    at = cue.last + 1
    mention = passage.begins.get(at)
    if mention is None:
        return ()
    return (mention,)


__all__ = ["SPEECH", "Link", "antecedent_end", "cut_before", "find_links", "is_participle", "quote_before"]
