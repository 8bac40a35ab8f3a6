"""The home of an office by the weight of what the text says: no single phrase names it.

Every state of the text before the phrase is a candidate. What speaks for it and against it is counted
(``WEIGHTS``); the best one is the home where it is strong enough and clearly ahead.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from diplotui.extraction.cue_table import VERBS, CueClass
from diplotui.extraction.cues import CUE_FORMS
from diplotui.extraction.homes.near import NearHomes
from diplotui.extraction.homes.phrases import Phrase
from diplotui.extraction.homes.rules import (
    ENVOYS,
    LOOSE_TITLES,
    OFFICES,
    OFFICIALS,
    RULERS,
    SEATS,
    SPOKES,
    VOLITION,
)
from diplotui.extraction.homes.text import PLACES, Place
from diplotui.extraction.inflection import verb_forms
from diplotui.extraction.spans import Mention
from diplotui.extraction.tokens import word_set
from diplotui.extraction.verb_groups import AUXILIARIES
from diplotui.model import ActorKind

WEIGHTS = {
    "dateline": 2.5,  # BOGOTA - The defence minister said
    "issuer": 4.0,  # The Foreign Ministry of the Republic of Malta condemns ... The deputy minister told her
    "paragraph-place": 2.5,  # In Seoul, an official said ... The prime minister said in a statement
    "near": 2.0,  # The government in Accra denied it. The president told parliament
    "lead-subject": 1.25,  # Ivorian soldiers crossed the river ... The trade minister rubbished the story
    "lead": 0.5,  # the other states that the first paragraph names
    "paragraph": 1.25,  # Kenya's parliament met on Monday. A week before, the foreign minister had said
    "speaks-in": 1.5,  # the president told a crowd in Tegucigalpa
    "same-head": 2.5,  # another minister of Peru spoke before
    "labelled": -2.0,  # share of the officials whom the text calls this state's: those without are the other's
    "often": 2.5,  # share of the times that any state is named before the phrase
    "frame": 1.5,  # named twice as often as any other in the whole text
    "title": 2.0,  # "the Ministry of Defence" where Britain is named
    "own-will": 4.0,  # "Baku, he said, rejects the charges": his own state wants
    "others-men": -4.0,  # "Rwandan soldiers are fighting here, the general said": he tells of the others
    "teller": -1.5,  # who accuses first is not who answers
}
"""What each piece of evidence for a state weighs."""
STRONG = 1.5
"""From this weight on a state is a home."""
FEWEST_LABELS = 4
"""From so many officials called by their state on, those without such a label tell something."""
AHEAD = 0.75
"""By this much the home must be ahead of the next state."""

_AGAINST = word_set(
    """told against accused accuses accusing summoned urged urges asked warned warns condemned condemns by to
    with from between blamed blames denounced denounces offering offered promising promised gave thanked
    called_on recalled expelled visiting"""
)
_OTHERS = word_set("counterpart counterparts ambassador envoy side chargé")
_THEIR_MEN = word_set(
    """soldiers troops forces fighters army navy jets warplanes aircraft drones gunners artillery warships
    side claims claim allegation allegations charge charges accusation accusations version narrative
    propaganda aggression provocation provocations"""
)
_ANSWERS = frozenset(
    form
    for row in VERBS
    if row.verb_class in {CueClass.DENY, CueClass.REJECT}
    for lemma in row.lemmas.split("|")
    for form in verb_forms(lemma.split()[0])
    if lemma.split()[0] not in {"throw", "knock", "turn", "wave", "play", "pour", "rule", "shoot"}
) | word_set("rubbished hit hits retorted replied countered nonsense untrue false lie misinformed rubbish")


@dataclass(frozen=True, slots=True)
class Weighed:
    """What speaks for one state: rule and weight, in the order found."""

    party: str
    total: float
    reasons: tuple[tuple[str, float], ...]


class FarHomes(NearHomes):
    """The rules that look at the whole text."""

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
        """The home that the text as a whole points to; none where two states are about as likely."""
        ranked = self.weigh(phrase)
        if not ranked or ranked[0].total < STRONG:
            return None
        if len(ranked) > 1 and ranked[0].total - ranked[1].total < AHEAD:
            return None
        return ranked[0].party

    def sender(self, phrase: Phrase) -> str | None:
        """Whose embassy: of those who spoke right before, unless the embassy stands in their own capital."""
        near = self._near(phrase)
        seats = {place.term.party for place in self.home.places_in(phrase.first, phrase.after + 2)}
        return near if near not in seats else None

    def weigh(self, phrase: Phrase) -> list[Weighed]:
        """The states that can be the home of a phrase, the likeliest first."""
        reasons: dict[str, list[tuple[str, float]]] = {}

        def count(party: str | None, rule: str, share: float = 1.0) -> None:
            if party is not None and len(party) == 2:
                reasons.setdefault(party, []).append((rule, WEIGHTS[rule] * share))

        without = self.excluded(phrase)
        answers = self._first_teller if self._answers(phrase) else None
        near = self._near(phrase)
        count(self.home.dateline_party, "dateline")
        count(self.home.issuer_party, "issuer")
        count(self._paragraph_place(phrase), "paragraph-place")
        count(near if near != answers else None, "near")
        count(self._opens_paragraph(phrase), "paragraph")
        count(self._speaks_in(phrase), "speaks-in")
        count(self.same_head(phrase), "same-head")
        for party, share in self._labelled.items():
            count(party, "labelled", share)
        subject, rest = self.home.lead_parties
        count(subject, "lead-subject")
        for party in rest:
            count(party, "lead")
        frame = self.home.frame(without)
        often = self.home.counts[frame or ""] > 2
        if (
            self.home.dateline_party in {None, frame} and (often or subject in {None, frame})
        ) or frame == near:
            count(frame, "frame", 1.0 if often else 0.5)
        for party in self._titled_loosely(phrase):
            count(party, "title")
        named = self._named_before(phrase, without)
        for party, times in named.items():
            count(party, "often", times / named.total())
        for rule, party in self._own_words(phrase):
            count(party, rule)
        count(answers, "teller")
        found = [
            Weighed(party, sum(weight for _, weight in rows), tuple(rows))
            for party, rows in reasons.items()
            if party not in without
        ]
        return sorted(found, key=lambda weighed: (-weighed.total, weighed.party))

    @cached_property
    def _labelled(self) -> dict[str, float]:
        """Of the officials and offices that the text calls a state's, the share of each; empty for a few."""
        found: Counter[str] = Counter()
        for place in self.home.places.values():
            if place.term.kind == "demonym":
                at = place.last + 1
            elif place.term.kind == "state" and self.tokens.lower[place.last + 1 : place.last + 2] == ["'s"]:
                at = place.last + 2
            else:
                continue
            if set(self.tokens.lower[at : at + 3]) & _OFFICIAL_HEADS and self.home.is_about(place):
                found[place.term.party or ""] += 1
        if found.total() < FEWEST_LABELS:
            return {}
        return {party: times / found.total() for party, times in found.items()}

    # -- evidence --------------------------------------------------------------------------------------

    def _titled_loosely(self, phrase: Phrase) -> list[str]:
        """The states named in the text that call an office so."""
        words = " ".join(phrase.words)
        rows = (cell for title, cell in LOOSE_TITLES if title in words)
        return [state for cell in rows for state in cell.split() if self.home.counts[state]]

    def _named_before(self, phrase: Phrase, without: frozenset[str]) -> Counter[str]:
        """How often each state is named up to the phrase; in a text that names few, in the whole of it."""
        start = self.tokens.at(self.home.dateline[1])
        before = Counter(
            place.term.party
            for place in self.home.places_in(start, phrase.first)
            if self.home.is_about(place) and not self._only_place(place)
        )
        alone = not before.total() and self.home.dateline_party is None
        named = self.home.counts if alone else before
        return Counter({party: times for party, times in named.items() if party and party not in without})

    def _only_place(self, place: Place) -> bool:
        """Whether a capital only says where: in Havana, flew to Geneva."""
        return place.term.kind == "capital" and self._before(place.first) in _WHERE

    def _opens_paragraph(self, phrase: Phrase) -> str | None:
        """The state at the head of the paragraph's first sentence, where the phrase stands behind it."""
        here = self.home.sentence_at(phrase.mention.start)
        if here < 0:
            return None
        block = self.home.layout.blocks[self.home.sentences[here].block]
        first = self.tokens.at(block.start)
        head = self.home.places_in(first, min(first + 4, phrase.first))
        return head[0].term.party if head and self.home.is_about(head[0]) else None

    def _paragraph_place(self, phrase: Phrase) -> str | None:
        """The capital with which the paragraph opens: In Seoul, an official said."""
        here = self.home.sentence_at(phrase.mention.start)
        if here < 0:
            return None
        first = self.tokens.at(self.home.layout.blocks[self.home.sentences[here].block].start)
        label = self.home.places.get(first)  # Somalia. The information minister said
        behind = [] if label is None else self.tokens.words[label.last + 1 : label.last + 2]
        if label is not None and behind in (["."], [":"]) and label.term.kind in PLACES:
            return label.term.party
        if self.tokens.lower[first : first + 1] != ["in"] or first + 1 >= phrase.first:
            return None
        place = self.home.places.get(first + 1)
        if place is None or place.term.kind not in PLACES or place.term.term in SEATS:
            return None
        return place.term.party

    def _speaks_in(self, phrase: Phrase) -> str | None:
        """The capital in which somebody speaks: told a crowd in Tegucigalpa, said in Bissau."""
        lower = self.tokens.lower
        if not lower[phrase.after : phrase.after + 1] or lower[phrase.after] not in {"said", "told", "says"}:
            return None
        _, high = self.home.sentence_tokens(self.home.sentence_at(phrase.mention.start))
        for place in self.home.places_in(phrase.after, min(high, phrase.after + 8)):
            if place.term.kind == "capital" and lower[place.first - 1] == "in":
                return place.term.party if place.term.term not in SEATS else None
        return None

    def _own_words(self, phrase: Phrase) -> list[tuple[str, str]]:
        """Of the sentences in which somebody speaks: whose will they tell, and of whose men."""
        found: set[tuple[str, str]] = set()
        for index in self.groups.get(id(phrase.mention.source), [])[:8]:
            mention = self.mentions[index]
            step = self.home.sentence_at(mention.start)
            if step < 0 or self.home.sentences[step].start > mention.start:
                continue
            low, high = self.home.sentence_tokens(step)
            at, end = self.tokens.at(mention.start), self.tokens.at(mention.end)
            for place in self.home.places_in(low, high):
                if at <= place.first < end or place.term.party is None:
                    continue
                if self._wants(place, low, high) or self._told_will(place, at, end):
                    found.add(("own-will", place.term.party))
                elif place.term.kind == "demonym" and self._follows(place) & _THEIR_MEN:
                    found.add(("others-men", place.term.party))
        return sorted(found)

    def _follows(self, place: Place) -> set[str]:
        return set(self.tokens.lower[place.last + 1 : place.last + 3])

    def _wants(self, place: Place, low: int, high: int) -> bool:
        """``Baku, he said, rejects``: a state opens the sentence, its speaker behind it, and wants."""
        if place.term.kind not in {"state", "capital", "metonym"} or place.first - low > 1:
            return False
        words = self.tokens.lower[place.last + 1 : min(high, place.last + 9)]
        if words[:1] != [","] or "," not in words[1:]:
            return False
        behind = words[words.index(",", 1) + 1 :]
        return bool(set(behind[:2]) & VOLITION)

    def _told_will(self, place: Place, first: int, after: int) -> bool:
        """``He said that Kathmandu would not accept``: what a state will do is told by its own."""
        lower = self.tokens.lower
        if place.term.kind not in {"state", "capital", "metonym"} or place.first <= after:
            return False
        between = [word for word in lower[after : place.first] if word != ","]
        if len(between) > 3 or not between or between[0] not in _SAYS or set(between[1:]) - {"that"}:
            return False
        return lower[place.last + 1 : place.last + 2] in (["would"], ["will"])

    def _answers(self, phrase: Phrase) -> bool:
        """Whether the sentence of a phrase denies, rejects or hits back, or the one before announces an answer."""
        here = self.home.sentence_at(phrase.mention.start)
        _, high = self.home.sentence_tokens(here)
        if here > 0:
            low, after = self.home.sentence_tokens(here - 1)
            if after - low < SHORT and set(self.tokens.lower[low:after]) & _REPLIES:
                return True
        return bool(set(self.tokens.lower[phrase.after : min(high, phrase.after + 12)]) & _ANSWERS)

    @property
    def _first_teller(self) -> str | None:
        """The party of the first speaker of the text, where its verb stands right behind it."""
        for mention in self.mentions[:6]:
            source = self.source(mention)
            if source.party is None or mention.start < self.home.dateline[1]:
                continue
            after = self.tokens.lower[self.tokens.at(mention.end) : self.tokens.at(mention.end) + 2]
            if set(after) & _TELLS:
                return source.party
        return None

    def _near(self, phrase: Phrase) -> str | None:
        """The party spoken for in the sentences before, at most a paragraph back; no envoy abroad."""
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
                if source.party is None or not self._tells(mention):
                    continue
                if source.speaks_for and len(source.party) == 2:
                    words = set((source.office or source.name).lower().split())
                    return None if words & (ENVOYS | _POSTS) else source.party
        return None

    def _tells(self, mention: Mention) -> bool:
        """Whether a state or body is the subject of a clause, and no place or object."""
        if mention.source.kind in {ActorKind.PERSON, ActorKind.ANONYMOUS}:
            return True
        first, after = self.tokens.at(mention.start), self.tokens.at(mention.end)
        if first and self.tokens.lower[first - 1] in {"said", "says", "to", "wrote"}:
            return True
        follows = [word for word in self.tokens.lower[after : after + 3] if not word.endswith("ly")]
        return bool(follows) and (follows[0] in CUE_FORMS or follows[0] in AUXILIARIES or follows[0] == ",")


_SAYS = word_set("said says added told insisted stressed")
_OFFICIAL_HEADS = OFFICES | RULERS | SPOKES | ENVOYS | OFFICIALS | word_set("chief army navy military")
SHORT = 9
"""Tokens of a sentence that only announces what follows: The answer came within hours."""
_REPLIES = word_set("answer reply response riposte rebuttal retort denial")
_WHERE = word_set("in to at near from around outside into through via")
_TELLS = word_set("said says told accused accuses claimed claims alleged alleges charged tweeted announced")
_POSTS = word_set("embassy consulate mission commission")


__all__ = ["AHEAD", "STRONG", "WEIGHTS", "FarHomes", "Weighed"]
