"""What a text says for and against a state as the home of an office: one method a piece of evidence."""

from collections import Counter
from functools import cached_property

from diplotui.extraction.cue_table import VERBS, CueClass
from diplotui.extraction.cues import CUE_FORMS
from diplotui.extraction.homes.owners import LOOSE_TITLES, SEATS, TITLES
from diplotui.extraction.homes.phrases import Phrase
from diplotui.extraction.homes.rules import ENVOYS, OFFICES, OFFICIALS, RULERS, SPOKES, VOLITION
from diplotui.extraction.homes.speakers import SpeakerHomes
from diplotui.extraction.homes.text import PLACES, Place
from diplotui.extraction.inflection import verb_forms
from diplotui.extraction.spans import Mention
from diplotui.extraction.tokens import word_set
from diplotui.extraction.verb_groups import AUXILIARIES
from diplotui.model import ActorKind

NAMED_BACK = 3_000
"""Words before a phrase in which states are counted; keeps the search linear in the text."""
FEWEST_LABELS = 4
"""From so many officials called by their state on, those without such a label tell something."""
_AGAINST = word_set(
    """told against accused accuses accusing summoned urged urges asked warned warns condemned condemns by to
    with from between blamed blames denounced denounces offering offered promising promised gave thanked
    called_on recalled expelled visiting"""
)
_OTHERS = word_set("counterpart counterparts ambassador envoy side chargé")
_THEIR_MEN = word_set(
    """soldiers sailors troops forces fighters army navy jets warplanes aircraft drones gunners artillery warships
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
) | word_set(
    "basis baseless unfounded rubbished hit hits retorted replied countered nonsense untrue false lie misinformed rubbish"
)
_SAYS = word_set("said says added told insisted stressed")
_OFFICIAL_HEADS = OFFICES | RULERS | SPOKES | ENVOYS | OFFICIALS | word_set("chief army navy military")
SHORT = 9
"""Tokens of a sentence that only announces what follows: The answer came within hours."""
_REPLIES = word_set("answer reply response riposte rebuttal retort denial")
_WHERE = word_set("in to at near from around outside into through via")
_TELLS = word_set("said says told accused accuses claimed claims alleged alleges charged tweeted announced")
_CHARGES = word_set(
    "claim claims claimed allegation allegations alleged accused accuses accusing charge charges"
)
ACCUSED_REACH = 8
"""Tokens between a charge and whom it names."""
_POSTS = word_set("embassy consulate mission commission")
_REACH = 150
"""Words on either side of a speaker within which a sentence is read; a list without a full stop is no prose."""


class Evidence(SpeakerHomes):
    """The evidence that ``far.WEIGHTS`` weighs."""

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

    @cached_property
    def labelled(self) -> dict[str, float]:
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

    def titled_loosely(self, phrase: Phrase) -> list[str]:
        """The states named in the text that call an office so."""
        words = " ".join(phrase.words)
        rows = (cell for title, cell in LOOSE_TITLES if title in words)
        return [state for cell in rows for state in cell.split() if self.home.counts[state]]

    def title_states(self, phrase: Phrase) -> frozenset[str]:
        """The states with a title that the text names; empty where it names none or every state has it."""
        words = " ".join(phrase.words)
        cell = next((states.split() for title, states in TITLES if title in words), [])
        return frozenset(state for state in cell if self.home.counts[state])

    def named_before(self, phrase: Phrase, without: frozenset[str]) -> Counter[str]:
        """How often each state is named up to the phrase; in a text that names few, in the whole of it."""
        start = self.tokens.at(self.home.dateline[1])
        before = Counter(
            place.term.party
            for place in self.home.places_in(max(start, phrase.first - NAMED_BACK), phrase.first)
            if self.home.is_about(place) and not self.only_place(place)
        )
        alone = not before.total() and self.home.dateline_party is None
        named = self.home.counts if alone else before
        return Counter({party: times for party, times in named.items() if party and party not in without})

    def only_place(self, place: Place) -> bool:
        """Whether a capital only says where: in Havana, flew to Geneva."""
        return place.term.kind == "capital" and self._before(place.first) in _WHERE

    def opens_paragraph(self, phrase: Phrase) -> str | None:
        """The state at the head of the paragraph's first sentence, where the phrase stands behind it."""
        here = self.home.sentence_at(phrase.mention.start)
        if here < 0:
            return None
        block = self.home.layout.blocks[self.home.sentences[here].block]
        first = self.tokens.at(block.start)
        head = self.home.places_in(first, min(first + 4, phrase.first))
        return head[0].term.party if head and self.home.is_about(head[0]) else None

    def paragraph_place(self, phrase: Phrase) -> str | None:
        """The capital with which the paragraph opens: In Seoul, an official said."""
        here = self.home.sentence_at(phrase.mention.start)
        if here < 0:
            return None
        block = self.home.sentences[here].block
        if len(self.home.block_datelines) > 1 and block in self.home.block_datelines:
            return self.home.block_datelines[block]
        first = self.tokens.at(self.home.layout.blocks[block].start)
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

    def speaks_in(self, phrase: Phrase) -> str | None:
        """The capital in which somebody speaks: told a crowd in Tegucigalpa, said in Bissau."""
        lower = self.tokens.lower
        if not lower[phrase.after : phrase.after + 1] or lower[phrase.after] not in {"said", "told", "says"}:
            return None
        _, high = self.home.sentence_tokens(self.home.sentence_at(phrase.mention.start))
        for place in self.home.places_in(phrase.after, min(high, phrase.after + 8)):
            if place.term.kind == "capital" and lower[place.first - 1] == "in":
                return place.term.party if place.term.term not in SEATS else None
        return None

    def own_words(self, phrase: Phrase) -> list[tuple[str, str]]:
        """Of the sentences in which somebody speaks: whose will they tell, and of whose men."""
        found: set[tuple[str, str]] = set()
        for index in self.groups.get(id(phrase.mention.source), [])[:8]:
            mention = self.mentions[index]
            step = self.home.sentence_at(mention.start)
            if step < 0 or self.home.sentences[step].start > mention.start:
                continue
            low, high = self.home.sentence_tokens(step)
            at, end = self.tokens.at(mention.start), self.tokens.at(mention.end)
            for place in self.home.places_in(max(low, at - _REACH), min(high, end + _REACH)):
                if at <= place.first < end or place.term.party is None:
                    continue
                if self.wants(place, low, high) or self.told_will(place, at, end):
                    found.add(("own-will", place.term.party))
                elif place.term.kind == "demonym" and self.follows(place) & _THEIR_MEN:
                    found.add(("others-men", place.term.party))
        return sorted(found)

    def follows(self, place: Place) -> set[str]:
        """The two words behind a term."""
        return set(self.tokens.lower[place.last + 1 : place.last + 3])

    def wants(self, place: Place, low: int, high: int) -> bool:
        """``Baku, he said, rejects``: a state opens the sentence, its speaker behind it, and wants."""
        if place.term.kind not in {"state", "capital", "metonym"} or place.first - low > 1:
            return False
        words = self.tokens.lower[place.last + 1 : min(high, place.last + 9)]
        if words[:1] != [","] or "," not in words[1:]:
            return False
        behind = words[words.index(",", 1) + 1 :]
        return bool(set(behind[:2]) & VOLITION)

    def told_will(self, place: Place, first: int, after: int) -> bool:
        """``He said that Kathmandu would not accept``: what a state will do is told by its own."""
        lower = self.tokens.lower
        if place.term.kind not in {"state", "capital", "metonym"} or place.first <= after:
            return False
        between = [word for word in lower[after : min(place.first, after + _REACH)] if word != ","]
        if len(between) > 3 or not between or between[0] not in _SAYS or set(between[1:]) - {"that"}:
            return False
        return lower[place.last + 1 : place.last + 2] in (["would"], ["will"])

    def answers(self, phrase: Phrase) -> bool:
        """Whether the sentence of a phrase denies, rejects or hits back, or the one before announces an answer."""
        here = self.home.sentence_at(phrase.mention.start)
        _, high = self.home.sentence_tokens(here)
        if here > 0:
            low, after = self.home.sentence_tokens(here - 1)
            if after - low < SHORT and set(self.tokens.lower[low:after]) & _REPLIES:
                return True
        return bool(set(self.tokens.lower[phrase.after : min(high, phrase.after + 12)]) & _ANSWERS)

    @property
    def first_teller(self) -> str | None:
        """The party of the first speaker of the text, where its verb stands right behind it."""
        for mention in self.mentions[:6]:
            source = self.source(mention)
            if source.party is None or mention.start < self.home.dateline[1]:
                continue
            after = self.tokens.lower[self.tokens.at(mention.end) : self.tokens.at(mention.end) + 2]
            if set(after) & _TELLS:
                return source.party
        return None

    @cached_property
    def accused(self) -> str | None:
        """Whose men the first paragraph accuses: claims that Australian sailors burnt them."""
        if not self.home.layout.blocks:
            return None
        block = self.home.layout.blocks[0]
        lower = self.tokens.lower
        for place in self.home.places_in(self.tokens.at(block.start), self.tokens.at(block.end)):
            before = set(lower[max(0, place.first - ACCUSED_REACH) : place.first])
            if place.term.kind == "demonym" and self.follows(place) & _THEIR_MEN and before & _CHARGES:
                return place.term.party
        return None

    def near(self, phrase: Phrase) -> str | None:
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
                if source.party is None or not self.tells(mention):
                    continue
                if source.speaks_for and len(source.party) == 2:
                    words = set((source.office or source.name).lower().split())
                    return None if words & (ENVOYS | _POSTS) else source.party
        return None

    def tells(self, mention: Mention) -> bool:
        """Whether a state or body is the subject of a clause, and no place or object."""
        if mention.source.kind in {ActorKind.PERSON, ActorKind.ANONYMOUS}:
            return True
        first, after = self.tokens.at(mention.start), self.tokens.at(mention.end)
        if first and self.tokens.lower[first - 1] in {"said", "says", "to", "wrote"}:
            return True
        follows = [word for word in self.tokens.lower[after : after + 3] if not word.endswith("ly")]
        if not follows:
            return False
        helped = follows[0] in AUXILIARIES and bool(set(follows[1:]) & CUE_FORMS)
        return helped or follows[0] in CUE_FORMS or follows[0] == ","


__all__ = ["NAMED_BACK", "Evidence"]
