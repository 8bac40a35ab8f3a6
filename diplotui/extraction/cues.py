"""Cues in a text: where a verb or phrase says that somebody said, denied, rejected or did something.

``find_cues`` reads the words around a verb form far enough to tell a cue from its look-alikes (the state,
claimed compensation, denied entry) and to name what it does (rejected the report: a denial; rejected the
offer: a rejection; refused to comment: no comment). Who spoke is not asked here.
"""

from collections import defaultdict
from dataclasses import dataclass

from diplotui.extraction.cue_table import (
    CLAIM_NOUNS,
    DECLINED_ACTS,
    ASKED,
    FALSITY,
    LIGHT_NOUNS,
    LIGHT_VERBS,
    NEGATIONS,
    NO_ANSWER,
    OBJECT_NOUNS,
    PHRASES,
    REFUSED_GOODS,
    THOUGHT_NOUNS,
    VERBS,
    CueClass,
    CueRow,
    Takes,
)
from diplotui.extraction.inflection import VerbForm, verb_forms
from diplotui.extraction.tokens import Tokens, tokenize, word_set

AUXILIARIES = word_set(
    """
    has have had having is are was were be been being am do does did will would could can may might
    must shall should 've 'd 's 'll
    """
)
BE_FORMS = word_set("is are was were be been being am")
MODALS = word_set("would could may might must should can shall")
DETERMINERS = word_set(
    """
    the a an this that these those his her its their our my your no any some each every another such whose
    's ’s
    """
)
PREPOSITIONS = word_set(
    """
    of in on at by for with from to into onto under over after before during without within against
    between among about through via than as
    """
)
ADVERBS = word_set(
    """
    also then later again further once even still ever now soon already just only often both first
    thus therefore instead earlier here there too yet long far always sometimes meanwhile however
    rather either well ago today yesterday tonight simply flatly
    """
)
QUOTE_MARKS = frozenset("\"“”„«»‘’'‟")
CLAUSE_END = frozenset(".!?;:—–")
PLURAL_SUBJECTS = word_set(
    "they we you i some many most few several both others people police men women who that which and or media ) ,"
)
"""A bare form is a verb only behind a plural (officials say, some argue); else it is the noun of that form."""
NOUN_LIKE = word_set(
    """attack charge claim report state note demand offer call question order request support back voice regret press
    fault protest object echo rule hint comment remark hope fear doubt estimate forecast promise pledge vow signal
    command reason answer counter vote veto fear signal praise thank salute contest estimate judge"""
)
"""Verbs whose third person is a plural noun too: air attacks on, oil demands."""
SPEECH_ONLY = word_set(
    """say tell believe insist argue deny add explain write think expect suggest admit acknowledge concede confirm
    warn accuse describe assert allege predict fear hope complain denounce condemn reject refuse decline agree"""
)
"""Verbs whose bare form is no noun: officials in Addis Ababa say."""
UNFOUNDED = word_set("foundation basis merit substance truth")
"""With "without": described as without foundation."""
NOUN_GERUNDS = word_set(
    """briefing reporting warning finding understanding feeling thinking holding reading writing posting offering
    signing hearing charging undertaking passing voting reasoning shooting"""
)
"""Gerunds that are nouns unless a comma or an auxiliary stands before them."""
CONTINUERS = word_set(
    "on continued continues continuing proceeded hastened rushed quick moved pains keen careful eager"
)
"""Before "to": the act is done, not only meant (went on to say, continued to deny)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in its place. Token indexes are into ``tokenize(text)``."""

    start: int
    end: int
    """Offsets of the cue's own words, auxiliaries left out."""
    first: int
    """First token of the verb group, auxiliaries and adverbs in (``has not yet said``)."""
    head: int
    last: int
    """Last token of the cue's own words."""
    lemma: str
    verb_class: CueClass
    takes: frozenset[Takes]
    form: VerbForm | None
    """None for phrases."""
    rule: str
    negated: bool = False
    passive: bool = False
    agent: int | None = None
    """Token after the "by" of a passive."""
    modal: str = ""
    """would, may ... or "will" or "to" (an infinitive that only intends)."""
    complement: Takes | None = None
    """What follows, as far as it can be told: None at the end of a clause."""


@dataclass(frozen=True, slots=True)
class _Entry:
    row: CueRow
    lemma: str
    tail: tuple[str, ...]
    form: VerbForm
    gap: bool


def _index_verbs() -> dict[str, tuple[_Entry, ...]]:
    index: dict[str, list[_Entry]] = defaultdict(list)
    for row in VERBS:
        for lemma in row.lemmas.split("|"):
            verb, *tail = lemma.split()
            gap = bool(tail) and tail[0] == "…"
            rest = tuple(tail[1:] if gap else tail)
            name = " ".join((verb, *rest))
            for form, kind in verb_forms(verb).items():
                index[form].append(_Entry(row, name, rest, kind, gap))
    return {form: tuple(sorted(found, key=lambda e: -len(e.tail))) for form, found in index.items()}


def _index_phrases() -> dict[str, tuple[tuple[tuple[str, ...], CueRow], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], CueRow]]] = defaultdict(list)
    for row in PHRASES:
        for phrase in row.lemmas.split("|"):
            words = tuple(phrase.split())
            index[words[0]].append((words, row))
    return {first: tuple(found) for first, found in index.items()}


_VERBS = _index_verbs()
_PHRASES = _index_phrases()
_OPENERS = frozenset(_VERBS) | frozenset(_PHRASES)
CUE_FORMS = frozenset(_VERBS)
"""Every form of every verb in the table."""


def find_cues(text: str, start: int = 0, end: int | None = None) -> tuple[Cue, ...]:
    """The cues between two offsets of ``text``, in order; quoted words are read like others."""
    tokens = tokenize(text)
    low, high = tokens.at(start), len(tokens) if end is None else tokens.at(end)
    found: list[Cue] = []
    at = low
    lower = tokens.lower
    while at < high:
        if lower[at] not in _OPENERS:
            at += 1
            continue
        cue = _phrase_at(tokens, at, high) or _verb_at(tokens, at, low, high)
        if cue is None:
            at += 1
        else:
            found.append(cue)
            at = cue.last + 1
    return tuple(found)


def _phrase_at(tokens: Tokens, at: int, high: int) -> Cue | None:
    for words, row in _PHRASES.get(tokens.lower[at], ()):
        last = at + len(words) - 1
        if last >= high or tuple(tokens.lower[at : last + 1]) != words:
            continue
        follows = tokens.lower[last + 1] if last + 1 < high else ""
        if row.rule == "according-to" and (
            follows in {"plan", "plans", "schedule", "cent", "capita", "day", "person"}
        ):
            continue
        if words == ("per",) and (at == 0 or tokens.words[at - 1] not in {",", "(", "—"}):
            continue
        return Cue(
            tokens.starts[at],
            tokens.ends[last],
            at,
            at,
            last,
            " ".join(words),
            row.verb_class,
            row.takes,
            None,
            row.rule,
        )
    return None


def _verb_at(tokens: Tokens, at: int, low: int, high: int) -> Cue | None:
    entries = _VERBS.get(tokens.lower[at])
    shouted = tokens.words[at].isupper() and len(tokens.words[at]) > 3
    if not entries or (tokens.words[at][0].isupper() and not shouted and not _may_open(tokens, at, low)):
        return None
    group = _verb_group(tokens, at, low)
    for entry in entries:
        last = _tail_end(tokens, at, entry, high)
        if last is None or not _is_verbal(tokens, at, group, entry, low):
            continue
        cue = _classified(tokens, at, last, group, entry, high)
        if cue is not None:
            return cue
    return None


def _may_open(tokens: Tokens, at: int, low: int) -> bool:
    """Whether a capitalised verb may stand here: only at the very start (Asked about ..., Citing ...)."""
    return at == low or tokens.words[at - 1] in CLAUSE_END or tokens.words[at - 1] in QUOTE_MARKS


@dataclass(frozen=True, slots=True)
class _Group:
    first: int
    negated: bool
    passive: bool
    modal: str
    bare: bool
    """No auxiliary before the verb."""
    stopped: bool
    """Stopped short of, fell short of."""
    yet: bool
    """Has yet to."""
    after_mark: bool
    """Right behind a quotation mark: "...," predicted X."""


def _verb_group(tokens: Tokens, at: int, low: int) -> _Group:
    """Auxiliaries, negations and adverbs before the verb at ``at``."""
    first, negated, modal, bare, passive = at, False, "", True, False
    while first > low:
        word = tokens.lower[first - 1]
        if word in NEGATIONS:
            negated = True
            bare = bare and not word.endswith("n't")
            modal = modal or ("would" if word == "wouldn't" else "")
        elif word in AUXILIARIES and word != "'s":
            if bare:
                passive = word in BE_FORMS
            bare = False
            modal = word if word in MODALS else modal or ("will" if word in {"will", "'ll"} else "")
        elif not (
            word in ADVERBS or (word.endswith("ly") and word not in {"ally", "family", "italy", "july"})
        ):
            break
        first -= 1
    while first < at and (tokens.lower[first] in ADVERBS or tokens.lower[first].endswith("ly")):
        if tokens.words[first][0].isupper():
            break
        if any(w in AUXILIARIES for w in tokens.lower[first:at]):
            break
        first += 1
    before = tokens.lower[first - 1] if first > low else ""
    if before == "to" and bare:
        prior = tokens.lower[first - 2] if first - 1 > low else ""
        modal = "" if prior in CONTINUERS else "to"
    stopped = before == "of" and first - 2 > low and tokens.lower[first - 2] == "short"
    if stopped:
        first -= 3
    negated = negated or stopped or (before == "without" and tokens.lower[at].endswith("ing"))
    if before == "nor":
        negated = True
    yet = before == "to" and first - 2 > low and tokens.lower[first - 2] == "yet"
    if yet:
        first -= 2
        while first > low and tokens.lower[first - 1] in AUXILIARIES | {"yet"}:
            first -= 1
    return _Group(first, negated, passive, modal, bare, stopped, yet, before in QUOTE_MARKS)


def _tail_end(tokens: Tokens, at: int, entry: _Entry, high: int) -> int | None:
    """Token index where the cue's words end; None if its particle is missing."""
    if not entry.tail:
        return at
    size = len(entry.tail)
    reach = 7 if entry.gap else 1
    for begin in range(at + 1, min(at + 1 + reach, high - size + 1)):
        if tuple(tokens.lower[begin : begin + size]) == entry.tail:
            return begin + size - 1
        if tokens.words[begin] in CLAUSE_END or tokens.words[begin] == ",":
            return None
    return None


def _is_verbal(tokens: Tokens, at: int, group: _Group, entry: _Entry, low: int) -> bool:
    """Tell the verb from the noun or adjective of the same form (the claim, of state, alleged spies)."""
    before = tokens.lower[group.first - 1] if group.first > low else ""
    if not group.bare or group.modal or group.stopped:
        return True
    if entry.form is VerbForm.ING:
        if tokens.lower[at] in NOUN_GERUNDS and before[:1].isalnum():
            return False
        return before not in DETERMINERS and before not in PREPOSITIONS - {"as"}
    if before in DETERMINERS and before not in {"that", "this", "some", "such", "another", "each", "all"}:
        return False
    if entry.form is VerbForm.BASE and not (
        before.endswith("s") or before in PLURAL_SUBJECTS or before == ""
    ):
        if before in ADVERBS or before.endswith("ly"):
            return True
        return entry.lemma in SPEECH_ONLY and before not in DETERMINERS and before not in PREPOSITIONS
    if entry.form is VerbForm.THIRD and before.endswith("ing"):
        return False
    if entry.form is VerbForm.THIRD and entry.lemma in NOUN_LIKE:
        follows = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        return follows not in PREPOSITIONS - {"as"} and follows not in {"and", "or", "are", "were", "have"}
    if (
        entry.form is VerbForm.PAST
        and before == ","
        and entry.lemma.split()[0] in {"ask", "press", "tell", "question"}
    ):
        follows = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        return follows not in {
            "about",
            "whether",
            "if",
            "by",
            "for",
            "what",
            "how",
            "why",
            "on",
            "when",
            "of",
        }
    if entry.form is VerbForm.PAST:
        return not (before in PREPOSITIONS and before not in {"as"} and group.first == at)
    return before not in PREPOSITIONS and before not in {"and/or", "most", "many", "more", "few"}


def _classified(tokens: Tokens, at: int, last: int, group: _Group, entry: _Entry, high: int) -> Cue | None:
    """The cue with the class that its surroundings give it; None for a look-alike."""
    inner = range(at + 1, last) if entry.gap else range(0)
    following = [tokens.lower[i] for i in range(last + 1, min(last + 12, high))]
    clause = _until_clause_end(following) or []
    objects = [tokens.lower[i] for i in inner] + clause[:8]
    transitive = group.passive or not entry.row.takes <= {Takes.CLAUSE, Takes.THAT, Takes.QUOTE}
    agent = _agent(tokens, last, high, group.passive or entry.form is VerbForm.PAST, transitive)
    passive = group.passive and entry.form is VerbForm.PAST
    if agent is not None and not passive:
        passive = agent == last + 2
        agent = agent if passive else None
    lemma, verb_class, takes = entry.lemma, entry.row.verb_class, entry.row.takes
    special = _special_class(lemma, verb_class, objects, following, group)
    if special is _NO_CUE:
        return None
    if special is not None:
        lemma, verb_class, takes = special
    elif not _complement_fits(lemma, verb_class, takes, following, objects, passive, group):
        return None
    return Cue(
        start=tokens.starts[at],
        end=tokens.ends[last],
        first=group.first,
        head=at,
        last=last,
        lemma=lemma,
        verb_class=verb_class,
        takes=takes,
        form=entry.form,
        rule=entry.row.rule,
        negated=group.negated and verb_class is not CueClass.DECLINE,
        passive=passive,
        agent=agent,
        modal=group.modal,
        complement=_complement(following),
    )


def _until_clause_end(words: list[str]) -> list[str]:
    for index, word in enumerate(words):
        if word in CLAUSE_END or word == ",":
            return words[:index]
    return words


def _agent(tokens: Tokens, last: int, high: int, may_be_passive: bool, sure: bool) -> int | None:
    if not may_be_passive:
        return None
    for index in range(last + 1, min(last + 9, high - 1)):
        word = tokens.words[index]
        if word in CLAUSE_END or word == "," or word in QUOTE_MARKS or tokens.lower[index] == "that":
            return None
        if tokens.lower[index] == "by" and not tokens.lower[index + 1].endswith("ing"):
            follows = tokens.words[index + 1]
            plain = sure or follows[0].isupper() or tokens.lower[index + 1] in DETERMINERS
            plain = plain and not follows[0].isdigit()
            return index + 1 if plain or follows.lower() in {"two", "three", "several", "some"} else None
    return None


SUBORDINATORS = word_set("that whether how why what if who when where")


def _complement(following: list[str]) -> Takes | None:
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
    return Takes.ING if first.endswith("ing") else Takes.OBJECT


_NO_CUE = ("", CueClass.REPORT, frozenset[Takes]())


def _special_class(
    lemma: str, verb_class: CueClass, objects: list[str], following: list[str], group: _Group
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
            return _NO_CUE
    if lemma in {"quote", "cite"} and group.passive:
        return "quote as saying", CueClass.REPORT, frozenset({Takes.CLAUSE})
    withheld = _withheld(lemma, objects, group)
    if withheld is not None:
        return withheld, CueClass.DECLINE, none
    if lemma in {"refer", "draw"} or (lemma == "reach" and group.passive):
        return _NO_CUE
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
    if lemma == "deny" and objects and (objects[0] in REFUSED_GOODS or _goods_for_somebody(objects)):
        return _NO_CUE
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


def _withheld(lemma: str, objects: list[str], group: _Group) -> str | None:
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
    return None if QUOTE_MARKS & set(following) else _NO_CUE


def _is_claim(lemma: str, head: list[str], following: list[str]) -> bool:
    """Whether what is rejected is an assertion, not a proposal."""
    if lemma in {"turn down", "rebuff", "spurn", "snub", "decline", "refuse"}:
        return False
    if CLAIM_NOUNS & set(head):
        return True
    return bool(THOUGHT_NOUNS & set(head)) and "that" in following


def _object_head(objects: list[str]) -> list[str]:
    """The words of the object up to a preposition that opens another phrase."""
    for index, word in enumerate(objects):
        if index and word in PREPOSITIONS | {"that", "which", "who"}:
            return objects[:index]
    return objects


def _goods_for_somebody(objects: list[str]) -> bool:
    """``denied the refugees entry``: a good that nobody is claimed to have."""
    return any(word in REFUSED_GOODS for word in objects[1:5]) and not any(
        word.endswith("ing") for word in objects[:2]
    )


def _within(words: list[str], openers: tuple[str, ...], goals: tuple[str, ...], reach: int) -> bool:
    return any(
        word in openers and any(goal in goals for goal in words[index + 1 : index + 3])
        for index, word in enumerate(words[:reach])
    )


def _complement_fits(
    lemma: str,
    verb_class: CueClass,
    takes: frozenset[Takes],
    following: list[str],
    objects: list[str],
    passive: bool,
    group: _Group,
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
    if takes in ({Takes.THAT}, {Takes.QUOTE}) and not group.after_mark:
        fits = {Takes.THAT, Takes.QUOTE} | ({Takes.CLAUSE} if Takes.THAT in takes else set())
        return _complement(following) in fits or next_word in PREPOSITIONS | ADVERBS
    if takes == {Takes.TO}:
        return next_word == "to"
    return True


__all__ = [
    "ADVERBS",
    "AUXILIARIES",
    "CUE_FORMS",
    "DETERMINERS",
    "PREPOSITIONS",
    "QUOTE_MARKS",
    "Cue",
    "find_cues",
]
