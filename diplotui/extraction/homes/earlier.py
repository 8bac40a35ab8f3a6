"""The home of an office by one that the text named before: the same office, its ministry, its army."""

from diplotui.extraction.homes.near import CLAUSE_REACH, HOME_HEADS, NearHomes
from diplotui.extraction.homes.phrases import Phrase
from diplotui.extraction.homes.rules import INSPECTORS, OFFICERS, OFFICES, OWNING_BODIES, RULERS, SPOKES
from diplotui.extraction.homes.text import Place
from diplotui.extraction.spans import Mention
from diplotui.extraction.tokens import word_set

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

OFFICES_BACK = 300
"""Offices looked back at; keeps the search linear in the text."""


class EarlierHomes(NearHomes):
    """The rules that look back for an office with a home."""

    def same_office(self, phrase: Phrase) -> str | None:
        """The party with which the text named the same office last; none where two had it close together."""
        heads = frozenset(phrase.words) & (HOME_HEADS - SPOKES - OFFICERS)
        heads |= frozenset(other for head in heads for other in _POST_OF.get(head, ()))
        if not heads:
            return None
        full = frozenset(self._office_words(phrase))
        lesser = _LESSER - set(phrase.words)
        known = [
            row
            for row in self.offices[-OFFICES_BACK:]
            if row[0] != phrase.first and heads & row[1] and not lesser & row[1]
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
        heads = frozenset(phrase.words) & (HOME_HEADS - SPOKES - OFFICERS)
        lesser = _LESSER - set(phrase.words)
        rows = (row for row in self.offices[-OFFICES_BACK:] if row[0] < phrase.first and not lesser & row[1])
        parties = {row[2] for row in rows if heads & row[1]}
        return parties.pop() if len(parties) == 1 else None

    def served_ruler(self, phrase: Phrase) -> str | None:
        """``X, who took notes for the minister``: the party of the minister spoken of last."""
        clause = set(self.tokens.lower[phrase.after : phrase.after + CLAUSE_REACH]) & RULERS
        rows = [row for row in self.offices[-OFFICES_BACK:] if row[0] < phrase.first and clause & row[1]]
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
                rows = [
                    row
                    for row in self.offices[-OFFICES_BACK:]
                    if row[0] < phrase.first and lower[at] in row[1]
                ]
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

    def body_owner(self, phrase: Phrase) -> str | None:
        """``The army's spokesman``: the party of the army spoken of before."""
        lower = self.tokens.lower
        nouns = {
            lower[at - 1]
            for at in range(phrase.first + 1, phrase.after)
            if lower[at] == "'s" and lower[at - 1] in OWNING_BODIES
        }
        rows = [row for row in self.offices[-OFFICES_BACK:] if row[0] < phrase.first and nouns & row[1]]
        return rows[-1][2] if rows else None


__all__ = ["EarlierHomes"]
