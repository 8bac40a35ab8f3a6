"""From phrases to candidates for mentions: what each says by itself, before earlier ones are asked."""

from collections.abc import Iterator, Sequence

from diplotui.extraction.candidate import Candidate, Shape
from diplotui.extraction.cues import CUE_FORMS
from diplotui.extraction.named_bodies import ISSUERS, TERM_KINDS, body_candidates, term_candidates
from diplotui.extraction.named_persons import label_candidates, person_candidates
from diplotui.extraction.phrase_bearers import phrase_gender, phrase_party, phrase_speaks
from diplotui.extraction.phrase_words import SAYING
from diplotui.extraction.reading import Reading
from diplotui.extraction.role_phrases import RolePhrase, find_role_phrases
from diplotui.extraction.spans import Block
from diplotui.extraction.titles import BODY_HEADS, Role
from diplotui.extraction.tokens import word_set
from diplotui.extraction.verb_groups import AUXILIARIES, PREPOSITIONS
from diplotui.model import ActorKind

_SPOKEN = SAYING | word_set(
    "calls rejects confirms denies demands urges condemns accuses warns recalls adds says"
)
"""Verb forms that make "it" a speaker."""
PRONOUNS = {"he": False, "she": True, "they": None, "it": None}
_OBLIQUE = {"him": "he", "her": "she", "them": "they"}
"""Behind "according to" these speak."""
_QUANTIFIERS = word_set("some many several others most few both another")
_SUBJECT_WORDS = _QUANTIFIERS | frozenset(PRONOUNS) | frozenset(_OBLIQUE)


def find_candidates(reading: Reading, blocks: Sequence[Block]) -> list[Candidate]:
    """All candidates in text order; none overlaps another."""
    phrases = find_role_phrases(reading)
    found = [*label_candidates(reading, blocks), *person_candidates(reading, phrases)]
    covered = {at for candidate in found for at in range(candidate.first, candidate.last + 1)}
    for more in (
        _described(reading, phrases),
        term_candidates(reading),
        body_candidates(reading),
        _pronouns(reading),
        _strangers(reading),
    ):
        for candidate in more:
            if covered.isdisjoint(range(candidate.first, candidate.last + 1)):
                found.append(candidate)
                covered.update(range(candidate.first, candidate.last + 1))
    return sorted(found, key=lambda candidate: candidate.first)


def _described(reading: Reading, phrases: list[RolePhrase]) -> Iterator[Candidate]:
    """Unnamed persons and bodies: three anonymous Russian sources, the ministry, a statement."""
    for phrase in phrases:
        if phrase.person is not None or _opens_name(reading, phrase):
            continue
        articled = phrase.article or reading.tokens.lower[phrase.first] in {"the", "a", "an"}
        start = phrase.first if not articled or phrase.partitive else phrase.first + 1
        name = reading.words(min(start, phrase.head), phrase.last)
        party = phrase_party(phrase, name, reading)
        person = phrase.role is not None
        heads = phrase.heads or (1 if person and not phrase.plural else None)
        if not person:
            heads = None
        yield Candidate(
            first=phrase.first,
            last=phrase.last,
            shape=Shape.ROLE if person else Shape.NOUN,
            kind=_described_kind(phrase),
            name=name,
            office=name if phrase.role in {Role.LEADER, Role.MINISTER} and not phrase.plural else None,
            role=phrase.role,
            noun=phrase.noun,
            party=party,
            speaks=phrase_speaks(phrase, party),
            heads=heads,
            article=phrase.article,
            plural=phrase.plural and person,
            partitive=phrase.partitive,
            female=phrase_gender(phrase, None),
            inner=phrase.names,
            term=next((t for t in phrase.terms if TERM_KINDS.get(t.kind) in ISSUERS), None),
        )


def _described_kind(phrase: RolePhrase) -> ActorKind:
    if phrase.role is None:
        known = BODY_HEADS[phrase.noun]
        if phrase.noun == "agency" and phrase.words & {"news", "press"}:
            return ActorKind.OUTLET
        return (
            ActorKind.OUTLET
            if known == "outlet"
            else ActorKind.OFFICE
            if known == "office"
            else ActorKind.BODY
        )
    definite = (
        phrase.role in {Role.LEADER, Role.MINISTER}
        and phrase.article not in {"a", "an"}
        and not phrase.plural
    )
    return ActorKind.PERSON if definite else ActorKind.ANONYMOUS


def _opens_name(reading: Reading, phrase: RolePhrase) -> bool:
    """Whether a noun only introduces a body's name: the rights group Amnesty, the newspaper Haaretz."""
    after = phrase.last + 1
    if phrase.role is not None or phrase.last != phrase.head or phrase.plural:
        return False
    if after in reading.terms:
        return (
            reading.terms[after][1].kind in {"outlet", "body", "group", "office"} and not reading.opens[after]
        )
    return after in reading.runs and reading.runs[after].kind != "person" and not reading.opens[after]


def _pronouns(reading: Reading) -> Iterator[Candidate]:
    """Pronouns, "the 54-year-old", and "some" or "others" as subjects."""
    tokens = reading.tokens
    for at, word in enumerate(tokens.lower):
        if word.endswith("-year-old") and at and tokens.lower[at - 1] == "the" and at + 1 < len(tokens):
            if reading.block[at] >= 0 and _verb_follows(reading, at):
                yield Candidate(at - 1, at, Shape.PRONOUN, ActorKind.PERSON, "the-old", noun="old")
            continue
        if word not in _SUBJECT_WORDS or reading.block[at] < 0:
            continue
        if word in _OBLIQUE and tokens.lower[max(0, at - 2) : at] == ["according", "to"]:
            name = _OBLIQUE[word]
            yield Candidate(
                at,
                at,
                Shape.PRONOUN,
                ActorKind.PERSON,
                name,
                plural=name == "they",
                female=PRONOUNS[name],
                noun=name,
            )
            continue
        if word in _OBLIQUE:
            continue
        subject = at + 1 < len(tokens) and _verb_follows(reading, at)
        if word in PRONOUNS and (subject or word in {"he", "she"}):
            if word == "it" and not (subject and _it_speaks(tokens.lower[at + 1 : at + 5])):
                continue
            yield Candidate(
                at,
                at,
                Shape.PRONOUN,
                ActorKind.PERSON,
                word,
                plural=word == "they",
                female=PRONOUNS[word],
                noun=word,
            )
        elif word in _QUANTIFIERS and subject and tokens.lower[at + 1] in SAYING:
            yield Candidate(
                at, at, Shape.ROLE, ActorKind.ANONYMOUS, word, role=Role.SOURCE, noun="others", plural=True
            )


def _it_speaks(following: list[str]) -> bool:
    """Whether the verb behind "it" is one of saying, over adverbs and auxiliaries: it has also rejected."""
    verb = next((word for word in following if word not in _IT_ADVERBS and word not in AUXILIARIES), "")
    return (
        verb in _SPOKEN
        or (verb in CUE_FORMS and verb not in _IT_HAPPENS)
        or bool(_SPOKEN & set(following[:3]))
    )


_IT_ADVERBS = word_set(
    "also later then again further however flatly never not only even still once outright since"
)
_IT_HAPPENS = word_set(
    """means meant found finds makes made hit hits held holds took takes gave gives passed passes reached
    reaches raised raises carried carries suggests suggested appears indicates indicated showed feels felt"""
)
"""Behind "it" these say more often what happened than what was said."""


def _strangers(reading: Reading) -> Iterator[Candidate]:
    """Persons whose noun no list knows, where a verb of saying follows: a Guyanese skipper told how ..."""
    tokens = reading.tokens
    articles = {"a", "an", "one", "another"}
    for at in range(1, len(tokens)):
        if tokens.lower[at] not in SAYING or reading.opens[at] or reading.block[at] < 0:
            continue
        noun = tokens.lower[at - 1]
        if not noun.endswith(_AGENT_ENDINGS) or not tokens.words[at - 1][0].islower():
            continue
        first = at - 1
        while first > max(0, at - 5) and tokens.lower[first] not in articles:
            first -= 1
        if tokens.lower[first] in articles and first < at - 1:
            name = reading.words(first + 1, at - 1)
            party = next((reading.terms[i][1].party for i in range(first, at) if i in reading.terms), None)
            kind, role = ActorKind.ANONYMOUS, Role.PRIVATE
            yield Candidate(first, at - 1, Shape.ROLE, kind, name, None, role, noun, party, heads=1)


_AGENT_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "smith", "herd", "wright", "monger")


def _verb_follows(reading: Reading, at: int) -> bool:
    lower = reading.tokens.lower
    step = at + 1
    while step + 1 < len(lower) and step < at + 4 and lower[step] in _IT_ADVERBS:
        step += 1
    word = lower[step]
    return (word in SAYING or word in AUXILIARIES or word in CUE_FORMS) and word not in PREPOSITIONS


__all__ = ["PRONOUNS", "find_candidates"]
