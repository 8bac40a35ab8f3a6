"""The home of an office close by: the place of speaking, "its" and "whose", the same office before."""

from bisect import bisect_left
from functools import cached_property

from diplotui.extraction.cues import CUE_FORMS
from diplotui.extraction.homes.phrases import Phrase, PhraseHomes
from diplotui.extraction.homes.rules import (
    CHIEFS,
    ENVOYS,
    INSPECTORS,
    OFFICERS,
    OFFICES,
    OFFICIALS,
    OWNING_BODIES,
    RULERS,
    SEATS,
    SPOKES,
    TREATY_BODIES,
)
from diplotui.extraction.homes.text import PLACES, Place
from diplotui.extraction.spans import Mention
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind

_HOME_HEADS = OFFICES | RULERS | SPOKES | ENVOYS | OFFICERS | INSPECTORS
_SPEAKING = _HOME_HEADS | OFFICIALS | CHIEFS | TREATY_BODIES
_POSSESSIVES = word_set("its their our")
_BEARERS = word_set("his her")
_COUNTRY = word_set("country nation state kingdom republic island emirate")
_OPENERS = word_set("speaking addressing talking asked answering writing appearing arriving")
"""Participles that open a sentence with the place of speaking."""
_LESSER = word_set("vice deputy former ex shadow")
"""Before a head: another office than the head's own."""
_POST_OF = {
    "consul": ("consulate",),
    "consulate": ("consul",),
    "ambassador": ("embassy",),
    "envoy": ("embassy",),
    "embassy": ("ambassador", "envoy", "chargé"),
}
"""Where an envoy sits: the consul, after the American consulate."""
_NAMED_TELLS = word_set("said told wrote added says tweeted")
CLAUSE_REACH = 14
"""Tokens of a relative clause that are looked at."""
PLACE_REACH = 12
"""Tokens between "In Islamabad," and the one who speaks there."""
SENTENCES_BACK = 3
"""Sentences looked back for the owner of "its" or the body of "a spokesman"."""


class NearHomes(PhraseHomes):
    """The rules that look a few sentences back."""

    def place_before(self, phrase: Phrase) -> str | None:
        """``In Islamabad, the minister said``: the capital at the head of the sentence."""
        index = self.home.sentence_at(phrase.mention.start)
        if index < 0:
            return None
        first, _ = self.home.sentence_tokens(index)
        while first < phrase.first and not self.tokens.lower[first][0].isalnum():
            first += 1
        for at in (first, first + 1):  # But in Islamabad, ...
            if at < phrase.first <= at + PLACE_REACH and self.tokens.lower[at] == "in":
                place = self.home.places.get(at + 1)
                if place is not None and place.term.kind in PLACES:
                    return place.term.party
        if first < phrase.first and self.tokens.lower[first] in _OPENERS:  # Speaking in Colombo, the minister
            for place in self.home.places_in(first, min(phrase.first, first + PLACE_REACH)):
                comma = self.tokens.lower[place.last + 1 : place.last + 2] == [","]
                if place.term.kind in PLACES and self.tokens.lower[place.first - 1] == "in" and comma:
                    return place.term.party if place.term.term not in SEATS else None
        return None

    def whose(self, phrase: Phrase) -> str | None:
        """``Eritrea, whose information minister, Yonas, said``: the state before "whose"."""
        lower = self.tokens.lower
        for at in range(phrase.first - 1, max(1, phrase.first - 7), -1):
            if lower[at] == "whose":
                place = self.home.ends.get(at - 2 if lower[at - 1] == "," else at - 1)
                return place.term.party if place is not None else None
            if lower[at] in {".", ";", "said"}:
                return None
        return None

    def owner(self, phrase: Phrase) -> tuple[str | None, bool]:
        """The party that "its" or "the country's" points to, and whether the phrase points at all."""
        lower = self.tokens.lower
        head = lower[max(0, phrase.first - 1) : phrase.after]
        country = any(word == "'s" and head[i - 1] in _COUNTRY for i, word in enumerate(head) if i)
        words = set(head)
        if words & _BEARERS and not country:
            return self._bearer(phrase), True
        if not (words & _POSSESSIVES or country):
            own, office = self.own_clause(phrase)
            if not (own is None and office):
                return None, False
            clause = lower[phrase.after : phrase.after + CLAUSE_REACH]
            if not (set(clause) & _POSSESSIVES or "country" in clause):
                return None, False
        return self._subject_before(phrase.first, phrase.mention.start), True

    def country_post(self, phrase: Phrase) -> str | None:
        """``X, the country's top diplomat,``: the state that the sentence before began with."""
        lower, at = self.tokens.lower, phrase.after
        if phrase.mention.source.kind is not ActorKind.PERSON or lower[at : at + 2] != [",", "the"]:
            return None
        if at + 4 >= len(lower) or lower[at + 2] not in _COUNTRY or lower[at + 3] != "'s":
            return None
        post = set(lower[at + 4 : at + 9])
        return self._subject_before(phrase.first, phrase.mention.start) if post & _SPEAKING else None

    def _bearer(self, phrase: Phrase) -> str | None:
        """The party of the nearest person before."""
        for index in range(phrase.index - 1, max(-1, phrase.index - 12), -1):
            source = self.source(self.mentions[index])
            if source.kind is ActorKind.PERSON:
                return source.party if source.speaks_for else None
        return None

    def _subject_before(self, first: int, offset: int) -> str | None:
        """The first state or office of the nearest sentence back that has one."""
        index = self.home.sentence_at(offset)
        block = self.home.sentences[index].block if index >= 0 else 0
        for step in range(index, max(-1, index - SENTENCES_BACK - 1), -1):
            if block - self.home.sentences[step].block > 1:
                return None
            low, high = self.home.sentence_tokens(step)
            if step < index and self._body_opens(step):
                return None  # a federation spoke: "its president" is the federation's
            for place in self.home.places_in(low, min(high, first)):
                if place.term.start >= self.home.dateline[1] and place.term.kind != "outlet":
                    return place.term.party
        return None

    def _body_opens(self, step: int) -> bool:
        """Whether a sentence opens with a body that no state owns."""
        sentence = self.home.sentences[step]
        low = bisect_left(self._mention_starts, sentence.start)
        for mention in self.mentions[low : low + 1]:
            source = self.source(mention)
            if mention.start < sentence.end and source.kind in {ActorKind.BODY, ActorKind.OUTLET}:
                return not source.speaks_for
        return False

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def same_office(self, phrase: Phrase) -> str | None:
        """The party with which the text named the same office last; none where two had it close together."""
        heads = frozenset(phrase.words) & (_HOME_HEADS - SPOKES - OFFICERS)
        heads |= frozenset(other for head in heads for other in _POST_OF.get(head, ()))
        if not heads:
            return None
        full = frozenset(self._office_words(phrase))
        lesser = _LESSER - set(phrase.words)
        known = [
            row for row in self.offices if row[0] != phrase.first and heads & row[1] and not lesser & row[1]
        ]
        exact = [row for row in known if full <= row[1]]
        before = [row for row in exact if row[0] < phrase.first]
        if before:
            return before[-1][2]
        posts = frozenset(other for head in heads for other in _POST_OF.get(head, ()))
        sitting = [row for row in known if row[0] < phrase.first and posts & row[1]]
        return sitting[-1][2] if sitting else None

    def same_head(self, phrase: Phrase) -> str | None:
        """The one party whose office of the same head, another one, the text named before."""
        heads = frozenset(phrase.words) & (_HOME_HEADS - SPOKES - OFFICERS)
        lesser = _LESSER - set(phrase.words)
        rows = (row for row in self.offices if row[0] < phrase.first and not lesser & row[1])
        parties = {row[2] for row in rows if heads & row[1]}
        return parties.pop() if len(parties) == 1 else None

    def served_ruler(self, phrase: Phrase) -> str | None:
        """``X, who took notes for the minister``: the party of the minister spoken of last."""
        clause = set(self.tokens.lower[phrase.after : phrase.after + CLAUSE_REACH]) & RULERS
        rows = [row for row in self.offices if row[0] < phrase.first and clause & row[1]]
        return rows[-1][2] if rows else None

    def inside_office(self, phrase: Phrase) -> str | None:
        """``An official in the ministry``: the party of the ministry spoken of last."""
        lower = self.tokens.lower
        for at in range(phrase.first + 2, phrase.after):
            if (
                lower[at] in OFFICES
                and lower[at - 1] == "the"
                and lower[at - 2] in {"in", "at", "from", "of"}
            ):
                rows = [row for row in self.offices if row[0] < phrase.first and lower[at] in row[1]]
                return rows[-1][2] if rows else None
        return None

    def aids_ruler(self, phrase: Phrase) -> bool:
        """``an aide to the president``: one who speaks for a ruler or a government."""
        words = (*phrase.words, *(phrase.mention.source.office or "").lower().split())
        return any(
            word in {"to", "of"} and set(words[at + 1 : at + 4]) & (RULERS | OFFICES)
            for at, word in enumerate(words)
        )

    def _office_words(self, phrase: Phrase) -> list[str]:
        """The words of the office: a qualifier and its head, no name, no article."""
        office = phrase.mention.source.office
        words = office.lower().split() if office else list(phrase.words)
        return [
            word for word in words if word not in {"the", "a", "an", ",", "deputy", "chief", "senior", "'s"}
        ]

    def office_inside(self, mention: Mention, noun: str) -> tuple[str, str] | None:
        """The state's office with that noun nearest before a mention in its paragraph: name and party."""
        here = self.home.sentence_at(mention.start)
        if here < 0:
            return None
        block = self.home.layout.blocks[self.home.sentences[here].block]
        lower = self.tokens.lower
        for at in range(self.tokens.at(mention.start) - 1, self.tokens.at(block.start), -1):
            owner = self._owner_place(at) if lower[at] == noun else None
            if owner is not None and owner.term.party is not None:
                return self.home.text[owner.term.start : self.tokens.ends[at]], owner.term.party
        return None

    def same_noun(self, phrase: Phrase) -> str | None:
        """``The inspector, Arkady Belov``: the post that the text gave to a state before."""
        lower = self.tokens.lower
        nouns = {lower[phrase.first - 2], *phrase.words} & INSPECTORS if phrase.first > 1 else set()
        for noun in nouns:
            for at in range(phrase.first - 3, -1, -1):
                if lower[at] == noun:
                    owner = self._owner_left(at)
                    if owner is not None:
                        return owner
        return None

    def _owner_left(self, at: int) -> str | None:
        """The party of the state's adjective or possessive before a noun."""
        place = self._owner_place(at)
        return None if place is None else place.term.party

    def _owner_place(self, at: int) -> Place | None:
        """The state's adjective or possessive within four words before a noun."""
        for step in range(at - 1, max(-1, at - 6), -1):
            place = self.home.ends.get(step)
            if place is not None and place.term.kind != "office":
                return place
            if step in self.home.ends:
                continue
            if not self.tokens.lower[step].replace("-", "").isalpha() and self.tokens.lower[step] != "'s":
                return None
        return None

    def spokes_near(self, phrase: Phrase) -> str | None:
        """``A spokesman said`` right after a state, its office or its leader spoke: theirs."""
        for index in range(phrase.index - 1, max(-1, phrase.index - 6), -1):
            mention = self.mentions[index]
            if self._blocks_apart(mention, phrase.mention) > 1:
                return None
            if mention.start < self.home.dateline[1] or self.is_quoted(mention):
                continue
            step, here = self.home.sentence_at(mention.start), self.home.sentence_at(phrase.mention.start)
            source = self.source(mention)
            if step == here or here - step > 2 or source.kind is ActorKind.ANONYMOUS:
                continue
            opener = next(
                (m for m in self.mentions[max(0, index - 8) : index] if self._opens(m, step)), mention
            )
            owner = self.source(opener)
            return owner.party if owner.speaks_for else None
        return None

    def _opens(self, mention: Mention, sentence: int) -> bool:
        """Whether a mention stands in a sentence, behind the dateline."""
        return mention.start >= self.home.dateline[1] and self.home.sentence_at(mention.start) == sentence

    def _blocks_apart(self, one: Mention, other: Mention) -> int:
        low, high = self.home.sentence_at(one.start), self.home.sentence_at(other.start)
        if low < 0 or high < 0:
            return 99
        return self.home.sentences[high].block - self.home.sentences[low].block

    def named_next(self, phrase: Phrase) -> str | None:
        """A bare name that talks to reporters right after an unnamed spokesman: the same person."""
        source = phrase.mention.source
        here = self.home.sentence_at(phrase.mention.start)
        named = source.kind is ActorKind.PERSON and " " in source.name and source.name[:1].isupper()
        if source.office is not None or here < 1 or not named or phrase.index == 0:
            return None
        lower = self.tokens.lower
        follows = lower[phrase.after : phrase.after + 1]
        low, _ = self.home.sentence_tokens(here)
        opens = phrase.first == low and bool(follows) and follows[0] in CUE_FORMS
        if (
            not opens
            and not (follows and follows[0] in _NAMED_TELLS)
            and lower[phrase.first - 1] not in {"said", "wrote"}
        ):
            return None
        before = self.bearer_before(phrase)
        old = None if before is None else self.source(before)
        return old.party if old is not None and old.speaks_for else None

    def bearer_before(self, phrase: Phrase) -> Mention | None:
        """The unnamed spokesman or minister who opened the sentence before a bare name."""
        here = self.home.sentence_at(phrase.mention.start)
        for index in range(phrase.index - 1, max(-1, phrase.index - 6), -1):
            mention = self.mentions[index]
            if self.is_quoted(mention):
                continue
            step = self.home.sentence_at(mention.start)
            if here - step > 2 or self._blocks_apart(mention, phrase.mention) > 1:
                return None
            source = mention.source
            unnamed = (
                source.kind is ActorKind.ANONYMOUS
                or source.name[:1].islower()
                or source.name == source.office
            )
            words = set(source.name.lower().split())
            last = SPOKES & words and index == phrase.index - 1
            if step < here and (last or self._opens_sentence(mention, step) or self._said(mention)):
                office = (SPOKES | RULERS) & words
                return mention if unnamed and office and source.heads in {1, None} else None
        return None

    def _said(self, mention: Mention) -> bool:
        """Whether a verb of saying follows a mention: Lithuania's president said."""
        after = self.tokens.at(mention.end)
        return self.tokens.lower[after : after + 1] in (["said"], ["says"])

    def _opens_sentence(self, mention: Mention, sentence: int) -> bool:
        """Whether a mention opens its sentence: the first words of it."""
        low, _ = self.home.sentence_tokens(sentence)
        return self.tokens.at(mention.start) - low <= 1

    def body_owner(self, phrase: Phrase) -> str | None:
        """``The army's spokesman``: the party of the army spoken of before."""
        lower = self.tokens.lower
        nouns = {
            lower[at - 1]
            for at in range(phrase.first + 1, phrase.after)
            if lower[at] == "'s" and lower[at - 1] in OWNING_BODIES
        }
        rows = [row for row in self.offices if row[0] < phrase.first and nouns & row[1]]
        return rows[-1][2] if rows else None


__all__ = ["NearHomes"]
