"""The home of an office further off: whose title it is, the dateline, who spoke before, the text's frame."""

from collections import Counter

from diplotui.extraction.homes.evidence import NAMED_BACK
from diplotui.extraction.homes.far import FarHomes
from diplotui.extraction.homes.owners import (
    BODY_NOUNS,
    LONE_TITLES,
    SEATED,
    SECRETARIES,
    SHARED_TITLES,
    TITLES,
    WORLD_TITLES,
)
from diplotui.extraction.homes.phrases import Phrase
from diplotui.extraction.homes.rules import OFFICES, SPOKES


class HomeSearch(FarHomes):
    """All rules over one text."""

    def alone_titled(self, phrase: Phrase) -> str | None:
        """The state of a title that one state alone has: the taoiseach."""
        words = " ".join(phrase.words)
        for title, cell in TITLES:
            if title in words:
                return cell if " " not in cell else None
        return None

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
        found = next(((title, party) for title, party in WORLD_TITLES if title in words), None)
        if found is None:
            return None
        title, party = found
        if title in SHARED_TITLES and OFFICES & set(phrase.words):
            return None  # the foreign ministry's secretary-general
        return self._led_body(phrase) or party if title in SHARED_TITLES else party

    def _led_body(self, phrase: Phrase) -> str | None:
        """Whose secretary general: of the one world body other than the UN that the text names oftener."""
        named = Counter(
            place.term.party
            for place in self.home.places_in(max(0, phrase.first - NAMED_BACK), phrase.first)
            if place.term.party in SECRETARIES or place.term.party == "UN"
        )
        ranked = named.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def body_noun(self, phrase: Phrase) -> str | None:
        """The world body named before, by its noun: a spokesman for the alliance; the bloc's envoy."""
        lower = self.tokens.lower
        for at in range(max(1, phrase.first), phrase.after):
            fits = BODY_NOUNS.get(lower[at])
            if fits is not None and at == phrase.first and lower[at + 1] in SPOKES:
                return self._fitting_body(at, fits)  # agency spokesman NAME
            if fits is None or lower[at - 1] != "the" or (at != phrase.first + 1 and at < 3):
                continue
            if at == phrase.first + 1 and lower[at + 1 : at + 2] == ["in"] and at + 2 in self.home.places:
                return SEATED.get((lower[at], self.home.places[at + 2].term.term))
            owns = lower[at + 1 : at + 2] == ["'s"]
            if at == phrase.first + 1 == phrase.after - 1 and lower[at] == "mission":
                missions = [
                    p
                    for p in self.home.places_in(max(0, at - NAMED_BACK), at)
                    if "mission" in lower[p.last : p.last + 2]
                ]
                return missions[-1].term.party if missions else None  # the mission, after the UN mission
            inner = (
                at - 2 > phrase.first
                and lower[at - 2] in {"of", "for", "at", "from"}
                and at == phrase.after - 1
            )
            if not owns and not inner:
                continue
            return self._fitting_body(at, fits)
        return None

    def _fitting_body(self, at: int, fits: frozenset[str]) -> str | None:
        """The world body of a kind named last before a token, else first after it."""
        before = [
            place.term.party
            for place in self.home.places_in(max(0, at - NAMED_BACK), at)
            if place.term.party in fits
        ]
        if before:
            return before[-1]
        after = self.home.places_in(at, at + NAMED_BACK)
        return next((place.term.party for place in after if place.term.party in fits), None)


__all__ = ["HomeSearch", "Phrase"]
