"""Where a text names the home of an office: in the phrase, in the clause behind it, close by, or in its frame.

Every method answers one rule of ``home_rules.RULES``: a party code, or None where the rule does not apply.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from diplotui.extraction.home_rules import (
    CHAMBERS,
    CHIEFS,
    CLAUSE_OFFICES,
    CLAUSE_VERBS,
    ENVOYS,
    INSPECTORS,
    LONE_TITLES,
    NOBODY,
    OFFICERS,
    OFFICES,
    OFFICIALS,
    OWNING_BODIES,
    RULERS,
    SPOKES,
    TITLES,
    TREATY_BODIES,
    WORLD_TITLES,
)
from diplotui.extraction.home_text import PLACES, HomeText, Place
from diplotui.extraction.spans import Mention, QuoteSpan
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind, Source

_SETTLED_KINDS = frozenset({ActorKind.PERSON, ActorKind.ANONYMOUS, ActorKind.OFFICE, ActorKind.BODY})
_HOME_HEADS = OFFICES | RULERS | SPOKES | ENVOYS | OFFICERS | INSPECTORS
_SPEAKING = _HOME_HEADS | OFFICIALS | CHIEFS | TREATY_BODIES
_RELATIVES = word_set("who which whose that whom")
_TRAILING = word_set("neither either both nor")
_POSSESSIVES = word_set("its their our")
_BEARERS = word_set("his her")
_COUNTRY = word_set("country nation state kingdom republic island emirate")
_LEADS = word_set("the its their his her whose")

CLAUSE_REACH = 14
"""Tokens of a relative clause that are looked at."""
PLACE_REACH = 12
"""Tokens between "In Islamabad," and the one who speaks there."""
SENTENCES_BACK = 3
"""Sentences looked back for the owner of "its" or the body of "a spokesman"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention that names or describes, with its words; token indexes, ``after`` not in."""

    index: int
    mention: Mention
    first: int
    after: int
    words: tuple[str, ...]
    """Lower case, the relative clause and the name left out where the phrase has a title."""


class HomeSearch:
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
        at = bisect_right(self._quotes, (phrase.mention.start, len(self.home.text))) - 1
        return at >= 0 and phrase.mention.start < self._quotes[at][1]

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
                located = place.term.kind in PLACES and not envoy and not diplomat and before in {"in", "at"}
                if (located and (OFFICES | RULERS | SPOKES | {"office"}) & set(phrase.words)) or (
                    before == "from" and not envoy
                ):
                    weak = weak or place.term.party
                continue
            if before in {"to", "for"} and envoy:
                continue
            if place.term.kind == "office" and place.last == phrase.after - 1:
                return self.place_behind(phrase) or place.term.party
            return place.term.party
        return weak

    def _mixed(self, places: Sequence[Place]) -> bool:
        """Whether two adjectives of nationality stand side by side: a community and no state (Bosnian Serb)."""
        pairs = zip(places, places[1:], strict=False)
        return any(
            a.last + 1 == b.first and a.term.kind == "demonym" and b.term.kind in {"demonym", "people"}
            for a, b in pairs
        )

    def mixed(self, phrase: Phrase) -> bool:
        """Whether a phrase names a community of two nationalities."""
        return self._mixed(self.home.places_in(phrase.first, phrase.after))

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
        """Of ``X, who leads the Peruvian troops``: the party named, and whether it is a state's office at all."""
        lower, at = self.tokens.lower, phrase.after
        if at + 2 < len(lower) and lower[at] == "," and lower[at + 1] == "who":
            at += 2
        elif at + 1 < len(lower) and lower[at] == "who":
            at += 1
        else:
            return None, False
        at += lower[at] in {"had", "has", "have", "also", "now"}
        if at >= len(lower) or lower[at] not in CLAUSE_VERBS:
            return None, False
        end = at + 1
        while end < min(len(lower), at + CLAUSE_REACH) and lower[end] not in {",", ";", ".", "said"}:
            end += 1
        words = frozenset(lower[at:end])
        for place in self.home.places_in(at, end):
            before = self._before(place.first)
            if place.term.kind == "group":
                return None, False
            signed = lower[at] in {"signed", "speaks", "negotiates", "negotiated"} and before == "for"
            if signed or (words & CLAUSE_OFFICES and before not in {"in", "at", "with", "against"}):
                return place.term.party, True
        return None, bool(words & (CLAUSE_OFFICES | CHIEFS) and not words & NOBODY)

    # -- close by ----------------------------------------------------------------------------------------

    def place_behind(self, phrase: Phrase) -> str | None:
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
            for place in self.home.places_in(low, min(high, first)):
                if place.term.start >= self.home.dateline[1] and place.term.kind != "outlet":
                    return place.term.party
        return None

    def same_office(self, phrase: Phrase) -> str | None:
        """The party with which the text named the same office last; none where two had it close together."""
        heads = frozenset(phrase.words) & (_HOME_HEADS - SPOKES - OFFICERS)
        if not heads:
            return None
        full = frozenset(self._office_words(phrase))
        known = [row for row in self.offices if row[0] != phrase.first and heads & row[1]]
        exact = [row for row in known if full <= row[1]]
        before = [row for row in exact if row[0] < phrase.first]
        if before:
            return before[-1][2]
        loose = [row for row in known if row[0] < phrase.first]
        parties = {row[2] for row in loose}
        return parties.pop() if len(parties) == 1 else None

    def _office_words(self, phrase: Phrase) -> list[str]:
        """The words of the office: a qualifier and its head, no name, no article."""
        office = phrase.mention.source.office
        words = office.lower().split() if office else list(phrase.words)
        return [
            word for word in words if word not in {"the", "a", "an", ",", "deputy", "chief", "senior", "'s"}
        ]

    def leads(self, phrase: Phrase) -> bool:
        """Whether a relative clause says what a person leads."""
        return self.tokens.lower[phrase.after : phrase.after + 2] == [",", "who"] and bool(
            CLAUSE_VERBS & set(self.tokens.lower[phrase.after + 2 : phrase.after + 4])
        )

    def listed(self, mention: Mention) -> bool:
        """Whether a state is only one of several who speak: ``Nine governments, France and Italy among them,``."""
        if mention.source.kind is not ActorKind.STATE:
            return False
        lower = self.tokens.lower
        at = self.tokens.at(mention.end)
        while at < len(lower) and (lower[at] in {"and", ","} or at in self.home.places):
            at = self.home.places[at].last + 1 if at in self.home.places else at + 1
        return lower[at : at + 2] == ["among", "them"]

    def office_inside(self, mention: Mention, noun: str) -> tuple[str, str] | None:
        """The state's office with that noun nearest before a mention in its paragraph: its name and its party."""
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

    def title_before(self, phrase: Phrase) -> tuple[int, int] | None:
        """Token span of a title before a bare name: ``The irrigation minister, X``; ``government mouthpiece X``."""
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
            if mention.start < self.home.dateline[1]:
                continue
            step, here = self.home.sentence_at(mention.start), self.home.sentence_at(phrase.mention.start)
            source = self.source(mention)
            if step == here or here - step > 2 or source.kind is ActorKind.ANONYMOUS:
                continue
            opener = next(
                (m for m in self.mentions[max(0, index - 8) : index + 1] if self.home.sentence_at(m.start) == step
                 and m.start >= self.home.dateline[1]),
                mention,
            )  # fmt: skip
            owner = self.source(opener)
            return owner.party if owner.speaks_for else None
        return None

    def _blocks_apart(self, one: Mention, other: Mention) -> int:
        low, high = self.home.sentence_at(one.start), self.home.sentence_at(other.start)
        if low < 0 or high < 0:
            return 99
        return self.home.sentences[high].block - self.home.sentences[low].block

    def named_next(self, phrase: Phrase) -> str | None:
        """A bare name that talks to reporters right after an unnamed spokesman: the same person."""
        source = phrase.mention.source
        here = self.home.sentence_at(phrase.mention.start)
        if source.office is not None or here < 1 or " " not in source.name or phrase.index == 0:
            return None
        follows = self.tokens.lower[phrase.after : phrase.after + 2]
        if follows[:1] != ["told"] or follows[1:] not in (["reporters"], ["journalists"]):
            return None
        before = self.mentions[phrase.index - 1]
        old = self.source(before)
        near = here - self.home.sentence_at(before.start) == 1
        spokes = SPOKES & set(old.name.lower().split())
        return old.party if near and spokes and old.kind is ActorKind.ANONYMOUS and old.speaks_for else None

    # -- further off -------------------------------------------------------------------------------------

    def titled(self, phrase: Phrase) -> str | None:
        """The state that a title belongs to, where the text leaves one."""
        words = " ".join(phrase.words)
        for title, cell in TITLES:
            if title in words:
                states = cell.split()
                if self.home.dateline_party in states:
                    return self.home.dateline_party
                named = [state for state in states if self.home.counts[state]]
                if len(named) == 1:
                    return named[0]
                if not named and (len(states) == 1 or title in LONE_TITLES):
                    return states[0] if self.home.dateline_party is None else None
                return "GB" if title in LONE_TITLES and "GB" in named else None
        return None

    def world_body(self, phrase: Phrase) -> str | None:
        """The world body whose office the phrase is."""
        first = max(0, phrase.first - 2)
        owned = any(word == "'s" for word in phrase.words)
        if owned and "alliance" not in phrase.words:
            return None
        words = " ".join((*self.tokens.lower[first : phrase.first], *phrase.words)).replace(" 's", "'s")
        return next((party for title, party in WORLD_TITLES if title in words), None)

    def excluded(self, phrase: Phrase) -> frozenset[str]:
        """States that the sentence sets against the speaker: told Venezuela, his Ethiopian counterpart."""
        index = self.home.sentence_at(phrase.mention.start)
        if index < 0:
            return frozenset()
        _, high = self.home.sentence_tokens(index)
        against = set()
        for place in self.home.places_in(phrase.after, min(high, phrase.after + 30)):
            before, after = self._before(place.first), self.tokens.lower[place.last + 1 : place.last + 2]
            if before in _AGAINST or (after and after[0] in _OTHERS):
                against.add(place.term.party or "")
        return frozenset(against)

    def far(self, phrase: Phrase) -> str | None:
        """The home by dateline, by who spoke in this paragraph, by the frame; none where they differ."""
        without = self.excluded(phrase)
        votes = [self.home.dateline_party, self._near(phrase), None]
        if votes[0] is None and votes[1] is None:
            votes[2] = self.home.frame(without) or self.home.lead
        parties = {party for party in votes if party is not None and party not in without}
        return parties.pop() if len(parties) == 1 else self._sure(votes, without)

    def _sure(self, votes: list[str | None], without: frozenset[str]) -> str | None:
        """Where the dateline and the paragraph differ: the one of the two that the text is about."""
        frame = self.home.frame(without)
        return frame if frame is not None and frame in votes else None

    def _near(self, phrase: Phrase) -> str | None:
        """The party spoken for in the sentences before of the same paragraph, or the first of the one before."""
        here = self.home.sentence_at(phrase.mention.start)
        for step in range(here - 1, max(-1, here - 4), -1):
            sentence = self.home.sentences[step]
            if self.home.sentences[here].block - sentence.block > 1:
                return None
            opened = [
                m for m in self.mentions[max(0, phrase.index - 24) : phrase.index]
                if sentence.start <= m.start < sentence.end and m.start >= self.home.dateline[1]
            ]  # fmt: skip
            for mention in opened[:2]:
                source = self.source(mention)
                if source.party is not None and source.speaks_for and len(source.party) == 2:
                    return source.party
        return None


_AGAINST = word_set(
    "told against accused accuses summoned urged asked warned condemned by to with from between"
)
_OTHERS = word_set("counterpart counterparts ambassador envoy side chargé")


__all__ = ["HomeSearch", "Phrase"]
