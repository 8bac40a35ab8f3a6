"""A text laid out for the search of homes: its words, where its states stand, its dateline and heading."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from diplotui.extraction.datelines import dateline_span
from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.homes.owners import SEATS
from diplotui.extraction.own_voice import opening
from diplotui.extraction.spans import Layout, Sentence
from diplotui.extraction.tokens import Tokens, tokenize

PLACES = frozenset({"state", "capital"})
"""Kinds of terms that can be a place."""
_OWNERS = frozenset({"state", "demonym", "people", "capital"})
_ABOUT = _OWNERS | {"metonym", "office"}

LEAD_REACH = 3
"""Words at the head of the first paragraph within which its subject is named."""
FRAME_LEAD = 2.0
"""How much oftener than any other the state of the frame must be named."""


@dataclass(frozen=True, slots=True)
class Place:
    """A known term of the text with its tokens, both ends in."""

    first: int
    last: int
    term: TermSpan


class HomeText:
    """What the rules for homes look at; all indexes are token indexes. Linear in the text to build."""

    def __init__(
        self, text: str, layout: Layout, sentences: Sequence[Sentence], terms: Sequence[TermSpan]
    ) -> None:
        self.text = text
        self.layout = layout
        self.tokens: Tokens = tokenize(text)
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self.places: dict[int, Place] = {}
        self.ends: dict[int, Place] = {}
        for term in terms:
            if term.party is None:
                continue
            first = self.tokens.at(term.start)
            place = Place(first, self.tokens.at(term.end) - 1, term)
            self.places[first] = self.ends[place.last] = place
        self.order = list(self.places)

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds an offset or ends before it; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def sentence_tokens(self, index: int) -> tuple[int, int]:
        """Token span of a sentence, end not included."""
        sentence = self.sentences[index]
        return self.tokens.at(sentence.start), self.tokens.at(sentence.end)

    def places_in(self, first: int, after: int) -> list[Place]:
        """The known terms that start between two tokens, end not included."""
        low = bisect_right(self.order, first - 1)
        high = bisect_right(self.order, after - 1)
        return [self.places[at] for at in self.order[low:high]]

    @cached_property
    def dateline(self) -> tuple[int, int]:
        """Offsets of the dateline; (0, 0) where there is none."""
        return dateline_span(self.text, self.layout.blocks)

    @cached_property
    def dateline_party(self) -> str | None:
        """The state of the dateline's first place; None where a world body has its seat there."""
        if len(self.block_datelines) > 1:
            return None  # a summary: each paragraph has its own
        start, end = self.dateline
        if not end:
            return self._opening_place()
        found = self.places_in(self.tokens.at(start), self.tokens.at(end))
        if not found or found[0].term.term in SEATS or found[0].term.kind not in PLACES:
            return None
        if len({place.term.party for place in found}) > 1:
            return None  # NEW DELHI/KATHMANDU: reported from both sides
        return found[0].term.party

    @cached_property
    def block_datelines(self) -> dict[int, str | None]:
        """Of the blocks that open with a dateline: the state of its place; None for a world body's seat."""
        found: dict[int, str | None] = {}
        for index, block in enumerate(self.layout.blocks):
            start, end = dateline_span(self.text, [block])
            if not end:
                continue
            places = self.places_in(self.tokens.at(start), self.tokens.at(end))
            sure = [p for p in places if p.term.kind in PLACES and p.term.term not in SEATS]
            if places:
                found[index] = sure[0].term.party if sure else None
        return found

    def _opening_place(self) -> str | None:
        """The state of a capital that stands alone before the text: Bogotá. The government denied."""
        if not self.layout.blocks:
            return None
        first = self.tokens.at(self.layout.blocks[0].start)
        place = self.places.get(first)
        behind = "" if place is None else "".join(self.tokens.words[place.last + 1 : place.last + 2])
        alone = behind in {".", ":", "—", "–"} and behind != ""
        if place is None or not alone or place.term.kind != "capital" or place.term.term in SEATS:
            return None
        return place.term.party

    @cached_property
    def issuer_party(self) -> str | None:
        """The party of a communiqué's issuer, where its opening words name it."""
        match = opening(self.text, self.layout.blocks)
        if match is None:
            return None
        first = self.tokens.at(match.start())
        named = self.places_in(first, self.tokens.at(match.end()))
        return named[0].term.party if named else None

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each state is named, adjectives and capitals included, the dateline left out."""
        end = self.dateline[1]
        return Counter(
            place.term.party or ""
            for place in self.places.values()
            if place.term.start >= end and self.is_about(place)
        )

    def frame(self, without: frozenset[str]) -> str | None:
        """The one state that the text is about, some left out; None where two are named about as often."""
        ranked = [(count, party) for party, count in self.counts.most_common(6) if party not in without]
        if not ranked or ranked[0][0] < 2:
            return None
        if len(ranked) > 1 and ranked[0][0] < FRAME_LEAD * ranked[1][0]:
            return None
        return ranked[0][1]

    @cached_property
    def lead_parties(self) -> tuple[str | None, tuple[str, ...]]:
        """The state that the first paragraph opens with (within its first words), and the others it names."""
        if not self.layout.blocks:
            return None, ()
        block = self.layout.blocks[0]
        first = self.tokens.at(max(block.start, self.dateline[1]))
        places = [place for place in self.places_in(first, self.tokens.at(block.end)) if self.is_about(place)]
        opening = [place for place in places if place.first - first < LEAD_REACH]
        head = opening[0].term.party if opening else None
        rest = {place.term.party for place in places if place.term.party is not None} - {head}
        return head, tuple(sorted(party for party in rest if party is not None))

    def is_about(self, place: Place) -> bool:
        """Whether a term tells which state a text is about."""
        return place.term.kind in _ABOUT and place.term.party is not None and len(place.term.party) == 2

    def is_owner(self, place: Place) -> bool:
        """Whether a term is a state, its capital, its people or its adjective."""
        return place.term.kind in _OWNERS


__all__ = ["PLACES", "HomeText", "Place"]
