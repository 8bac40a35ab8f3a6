"""The home of an office close by: the place of speaking, "its" and "whose", the same office before."""

from bisect import bisect_left
from functools import cached_property

from diplotui.extraction.homes.owners import SEATS
from diplotui.extraction.homes.phrases import Phrase, PhraseHomes
from diplotui.extraction.homes.rules import (
    CHIEFS,
    ENVOYS,
    INSPECTORS,
    OFFICERS,
    OFFICES,
    OFFICIALS,
    RULERS,
    SPOKES,
    TREATY_BODIES,
)
from diplotui.extraction.homes.text import PLACES
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind

HOME_HEADS = OFFICES | RULERS | SPOKES | ENVOYS | OFFICERS | INSPECTORS
"""Heads of offices that a state has."""
_SPEAKING = HOME_HEADS | OFFICIALS | CHIEFS | TREATY_BODIES
_POSSESSIVES = word_set("its their our")
_BEARERS = word_set("his her")
_COUNTRY = word_set("country nation state kingdom republic island emirate")
_OPENERS = word_set(
    "speaking addressing talking asked answering writing appearing arriving pressed questioned quizzed"
)
"""Participles that open a sentence with the place of speaking."""
_FOLLOWS_PLACE = word_set("on about over after before during by for to last this")
"""Behind the place of speaking, before the comma: Pressed in Canberra about the burns, the minister said."""
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
                behind = self.tokens.lower[place.last + 1 : place.last + 2]
                ends = behind == [","] or (place.term.kind == "capital" and set(behind) <= _FOLLOWS_PLACE)
                if place.term.kind in PLACES and self.tokens.lower[place.first - 1] == "in" and ends:
                    return place.term.party if place.term.term not in SEATS else None
        return self.side_before(phrase)

    def side_before(self, phrase: Phrase) -> str | None:
        """``On the American side, the minister``: whose side the sentence opens with."""
        index = self.home.sentence_at(phrase.mention.start)
        if index < 0:
            return None
        first, _ = self.home.sentence_tokens(index)
        lower = self.tokens.lower
        place = self.home.places.get(first + 2)
        if lower[first : first + 2] != ["on", "the"] or place is None:
            return None
        side = lower[place.last + 1 : place.last + 3] == ["side", ","]
        return place.term.party if side and phrase.first <= first + PLACE_REACH else None

    def post_before(self, phrase: Phrase) -> str | None:
        """``At the Chadian embassy in Rabat, chargé d'affaires X said``: whose post an envoy speaks at."""
        index = self.home.sentence_at(phrase.mention.start)
        if index < 0:
            return None
        first, _ = self.home.sentence_tokens(index)
        lower = self.tokens.lower
        place = self.home.places.get(first + 2)
        if (
            lower[first : first + 1] not in (["at"], ["outside"], ["from"])
            or lower[first + 1] != "the"
            or place is None
        ):
            return None
        posted = bool({"embassy", "consulate", "mission"} & set(lower[place.first : place.last + 3]))
        return place.term.party if posted and phrase.first <= first + PLACE_REACH else None

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

    def speaks_for_place(self, phrase: Phrase) -> str | None:
        """``X, the first to speak for Manila``: for whom an apposition says somebody speaks."""
        lower, at = self.tokens.lower, phrase.after
        if lower[at : at + 1] != [","]:
            return None
        for step in range(at + 1, min(at + 9, len(lower) - 2)):
            if lower[step] in {".", ",", ";"}:
                return None
            if lower[step] in {"speak", "speaks", "speaking", "spoke"} and lower[step + 1] == "for":
                place = self.home.places.get(step + 2)
                return None if place is None else place.term.party
        return None

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


__all__ = ["CLAUSE_REACH", "HOME_HEADS", "NearHomes"]
