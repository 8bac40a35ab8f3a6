"""The home of an office in its own words: the phrase, the clause behind a name, the title before it.

A method that answers a rule of ``rules.RULES`` gives a party code; None where it does not apply.
"""

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from diplotui.extraction.homes.rules import (
    AIDED,
    AIDES,
    CHAMBERS,
    CHIEFS,
    CLAUSE_OFFICES,
    CLAUSE_VERBS,
    ENVOYS,
    INSPECTORS,
    NOBODY,
    OFFICERS,
    OFFICES,
    POSTS,
    RULERS,
    SERVING_VERBS,
    SPOKES,
)
from diplotui.extraction.homes.text import PLACES, HomeText, Place
from diplotui.extraction.spans import Mention, QuoteSpan
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind, Source

_HOME_HEADS = OFFICES | RULERS | SPOKES | ENVOYS | OFFICERS | INSPECTORS
_RELATIVES = word_set("who which whose that whom")
_LEADS = word_set("the its their his her whose")
_POSSESSED = word_set("his her its their")
"""Before an office: its owner goes before the place where it stands (his office in Amman)."""
_SEATED = word_set("office service directorate department council")
CLAUSE_REACH = 14
"""Tokens of a relative clause that are looked at."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention that names or describes, with its words; token indexes, ``after`` not in."""

    index: int
    mention: Mention
    first: int
    after: int
    words: tuple[str, ...]
    """Lower case, the relative clause and the name left out where the phrase has a title."""


class PhraseHomes:
    """One text's mentions while their homes are looked for."""

    def __init__(self, home: HomeText, mentions: Sequence[Mention], quotes: Sequence[QuoteSpan] = ()) -> None:
        self.home = home
        self._quotes = [(quote.start, quote.end) for quote in quotes if quote.kind != "scare"]
        self.tokens = home.tokens
        self.mentions = mentions
        self.groups: dict[int, list[int]] = {}
        for index, mention in enumerate(mentions):
            self.groups.setdefault(id(mention.source), []).append(index)
        self.found: dict[int, Source] = {}
        """What was settled, by the identity of the source before."""
        self.offices: list[tuple[int, frozenset[str], str, str]] = []
        """Offices with their party so far: token, words, party, phrase."""

    def source(self, mention: Mention) -> Source:
        """The source of a mention as far as it is settled."""
        return self.found.get(id(mention.source), mention.source)

    def phrase(self, index: int) -> Phrase:
        """A mention with its words, up to its relative clause."""
        mention = self.mentions[index]
        first, after = self.tokens.at(mention.start), self.tokens.at(mention.end)
        words: list[str] = []
        for at in range(first, after):
            if self.tokens.lower[at] in _RELATIVES and at > first:
                break
            words.append(self.tokens.lower[at])
        return Phrase(index, mention, first, first + len(words), tuple(words))

    def quoted(self, phrase: Phrase) -> bool:
        """Whether the phrase is somebody's words: then the speaker's home counts, which is not known yet."""
        return self.is_quoted(phrase.mention)

    def is_quoted(self, mention: Mention) -> bool:
        """Whether a mention stands in a quotation."""
        at = bisect_right(self._quotes, (mention.start, len(self.home.text))) - 1
        return at >= 0 and mention.start < self._quotes[at][1]

    # -- the phrase itself -------------------------------------------------------------------------------

    def worded(self, phrase: Phrase) -> str | None:
        """The party that the phrase names as owner or as whom it is for."""
        places = self.home.places_in(phrase.first, phrase.after)
        envoy = bool(ENVOYS & set(phrase.words)) or "embassy" in phrase.words or "consulate" in phrase.words
        weak: str | None = None
        if self._mixed(places):
            return None
        for place in places:
            before = self._before(place.first)
            if before in {"in", "at", "near", "from", "on", "inside", "with", "against", "about", "over"}:
                diplomat = bool({"diplomat", "diplomats"} & set(phrase.words))
                owned = self.tokens.lower[phrase.first] in _POSSESSED
                located = place.term.kind in PLACES and not envoy and not diplomat and before in {"in", "at"}
                located = located and not owned
                aide = AIDES & set(phrase.words) and AIDED & set(phrase.words)
                posted = (
                    aide
                    or (OFFICES | RULERS | SPOKES | {"office"}) & set(phrase.words)
                    or any(post in " ".join(phrase.words) for post in POSTS)
                )
                if (located and posted) or (before == "from" and not envoy):
                    weak = weak or place.term.party
                continue
            if before in {"to", "for"} and envoy:
                continue
            if place.term.kind == "office" and place.last == phrase.after - 1:
                return self.place_behind(phrase) or place.term.party
            return place.term.party
        return weak

    def _mixed(self, places: Sequence[Place]) -> bool:
        """Whether two nationalities stand side by side: a community and no state (Bosnian Serb)."""
        pairs = itertools.pairwise(places)
        return any(
            a.last + 1 == b.first and a.term.kind == "demonym" and b.term.kind in {"demonym", "people"}
            for a, b in pairs
        )

    def mixed(self, phrase: Phrase) -> bool:
        """Whether a phrase names a community of two nationalities."""
        return self._mixed(self.home.places_in(phrase.first, phrase.after))

    def chamber(self, phrase: Phrase) -> str | None:
        """``told the Knesset``: the state whose parliament a ruler addresses."""
        follows = self.tokens.lower[phrase.after : phrase.after + 4]
        if follows[:2] != ["told", "the"] or not RULERS & set(phrase.words):
            return None
        return next((party for chamber, party in CHAMBERS if chamber in follows), None)

    def _before(self, at: int) -> str:
        before = self.tokens.lower[at - 1] if at else ""
        return self.tokens.lower[at - 2] if before == "the" and at > 1 else before

    def own_clause(self, phrase: Phrase) -> tuple[str | None, bool]:
        """Of ``X, who leads the Peruvian troops``: the party, and whether it is a state's office at all."""
        lower, at = self.tokens.lower, phrase.after
        if at + 2 < len(lower) and lower[at] == "," and lower[at + 1] == "who":
            at += 2
        elif at + 1 < len(lower) and lower[at] == "who":
            at += 1
        else:
            return None, False
        at += lower[at] in {"had", "has", "have", "also", "now"}
        if at >= len(lower) or lower[at] not in CLAUSE_VERBS | SERVING_VERBS:
            return None, False
        end = at + 1
        while end < min(len(lower), at + CLAUSE_REACH) and lower[end] not in {",", ";", ".", "said", "says"}:
            end += 1
        words = frozenset(lower[at:end])
        served = self._served(at, end)
        if served is not None:
            return served, True
        if lower[at] not in CLAUSE_VERBS:
            return None, bool({"for", "with"} & words and words & RULERS)
        for place in self.home.places_in(at, end):
            before = self._before(place.first)
            if place.term.kind == "group":
                return None, False
            signed = lower[at] in {"signed", "speaks", "negotiates", "negotiated"} and before == "for"
            if signed or (words & CLAUSE_OFFICES and before not in {"in", "at", "with", "against"}):
                return place.term.party, True
        return None, bool(words & (CLAUSE_OFFICES | CHIEFS) and not words & NOBODY)

    def _served(self, first: int, after: int) -> str | None:
        """``speaks for the ministry in Moscow``, ``was in the room for Malaysia``: whom a clause serves."""
        for place in self.home.places_in(first, after):
            behind = self.tokens.lower[place.last + 1 : place.last + 2]
            if place.term.kind not in {"state", "capital", "body", "office", "metonym"} or behind == ["'s"]:
                continue
            before = self._before(place.first)
            seat = before in {"in", "at"} and self.tokens.lower[place.first - 2] in OFFICES | _SEATED
            if before == "for" or (seat and place.term.kind in PLACES):
                return place.term.party
        return None

    def place_behind(self, phrase: Phrase) -> str | None:
        """``The Foreign Office in Islamabad``: the capital right behind a phrase."""
        at = phrase.after
        if {"embassy", "consulate", "correspondent"} & set(phrase.words) or ENVOYS & set(phrase.words):
            return None
        if at + 1 < len(self.tokens) and self.tokens.lower[at] in {"in", "at"}:
            place = self.home.places.get(at + 1)
            if place is not None and place.term.kind in PLACES and self._ends_place(place.last + 1):
                return place.term.party
        return None

    def _ends_place(self, at: int) -> bool:
        return at >= len(self.tokens) or self.tokens.lower[at] != "'s"

    def title_before(self, phrase: Phrase) -> tuple[int, int] | None:
        """Token span of the title before a bare name: ``The irrigation minister, X``; ``mouthpiece X``."""
        lower, last = self.tokens.lower, phrase.first - 1
        comma = last > 0 and lower[last] == ","
        last -= comma
        if last < 1 or lower[last] not in _HOME_HEADS | CHIEFS or phrase.mention.source.office is not None:
            return None
        first = last
        while first > 0 and (lower[first - 1].replace("-", "").isalpha() or lower[first - 1] == "'s"):
            first -= 1
            if lower[first] in _LEADS or last - first > 6:
                break
        if comma and lower[first] not in _LEADS and not self.home.places_in(first, last + 1):
            return None
        return first, last + 1

    def leads(self, phrase: Phrase) -> bool:
        """Whether a relative clause says what a person leads."""
        return self.tokens.lower[phrase.after : phrase.after + 2] == [",", "who"] and bool(
            CLAUSE_VERBS & set(self.tokens.lower[phrase.after + 2 : phrase.after + 4])
        )

    def listed(self, mention: Mention) -> bool:
        """Whether a state is one of several who speak: ``Nine governments, France among them,``."""
        if mention.source.kind is not ActorKind.STATE:
            return False
        lower = self.tokens.lower
        at = self.tokens.at(mention.end)
        while at < len(lower) and (lower[at] in {"and", ","} or at in self.home.places):
            at = self.home.places[at].last + 1 if at in self.home.places else at + 1
        return lower[at : at + 2] == ["among", "them"]


__all__ = ["Phrase", "PhraseHomes"]
