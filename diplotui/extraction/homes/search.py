"""The home of an office further off: whose title it is, the dateline, who spoke before, the text's frame."""

from diplotui.extraction.homes.near import NearHomes
from diplotui.extraction.homes.phrases import Phrase
from diplotui.extraction.homes.rules import (
    LONE_TITLES,
    TITLES,
    WORLD_TITLES,
)
from diplotui.extraction.tokens import word_set


class HomeSearch(NearHomes):
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
        """The party spoken for in the sentences before, at most a paragraph back."""
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
