"""The home of an office by the weight of what the text says: no single phrase names it.

Every state of the text before the phrase is a candidate. What speaks for it and against it is counted
(``WEIGHTS``); the best one is the home where it is strong enough and clearly ahead.
"""

from dataclasses import dataclass

from diplotui.extraction.homes.evidence import Evidence
from diplotui.extraction.homes.phrases import Phrase

WEIGHTS = {
    "dateline": 2.5,  # BOGOTA - The defence minister said
    "issuer": 4.0,  # The Foreign Ministry of the Republic of Malta condemns ... The deputy minister told her
    "paragraph-place": 4.0,  # In Seoul, an official said ... The prime minister said in a statement
    "near": 2.0,  # The government in Accra denied it. The president told parliament
    "lead-subject": 1.25,  # Ivorian soldiers crossed the river ... The trade minister rubbished the story
    "lead": 0.5,  # the other states that the first paragraph names
    "paragraph": 1.25,  # Kenya's parliament met on Monday. A week before, the foreign minister had said
    "speaks-in": 1.5,  # the president told a crowd in Tegucigalpa
    "same-head": 2.5,  # another minister of Peru spoke before
    "labelled": -3.0,  # share of the officials whom the text calls this state's: those without are the other's
    "often": 2.5,  # share of the times that any state is named before the phrase
    "frame": 1.5,  # named twice as often as any other in the whole text
    "title": 2.0,  # "the Ministry of Defence" where Britain is named
    "own-will": 6.0,  # "Baku, he said, rejects the charges": his own state wants
    "others-men": -4.0,  # "Rwandan soldiers are fighting here, the general said": he tells of the others
    "accused": 3.0,  # claims that Australian sailors burnt them: who says there is no basis is Australia's
    "teller": -1.5,  # who accuses first is not who answers
}
"""What each piece of evidence for a state weighs."""
STRONG = 1.5
"""From this weight on a state is a home."""
AHEAD = 0.75
"""By this much the home must be ahead of the next state."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What speaks for one state: rule and weight, in the order found."""

    party: str
    total: float
    reasons: tuple[tuple[str, float], ...]


class FarHomes(Evidence):
    """The rules that look at the whole text."""

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
        near = self.near(phrase)
        seats = {place.term.party for place in self.home.places_in(phrase.first, phrase.after + 2)}
        return near if near not in seats else None

    def weigh(self, phrase: Phrase) -> list[Weighed]:
        """The states that can be the home of a phrase, the likeliest first."""
        reasons: dict[str, list[tuple[str, float]]] = {}

        def count(party: str | None, rule: str, share: float = 1.0) -> None:
            if party is not None and len(party) == 2:
                reasons.setdefault(party, []).append((rule, WEIGHTS[rule] * share))

        without = self.excluded(phrase)
        answers = self.first_teller if self.answers(phrase) else None
        near = self.near(phrase)
        here = self.paragraph_place(phrase)
        count(self.home.dateline_party if here is None else None, "dateline")
        count(self.home.issuer_party, "issuer")
        count(here, "paragraph-place")
        count(near if near != answers else None, "near")
        count(self.opens_paragraph(phrase), "paragraph")
        count(self.speaks_in(phrase), "speaks-in")
        count(self.same_head(phrase), "same-head")
        for party, share in self.labelled.items():
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
        only = self.title_states(phrase)
        for party in self.titled_loosely(phrase):
            count(party, "title")
        named = self.named_before(phrase, without)
        for party, times in named.items():
            count(party, "often", times / named.total())
        for rule, party in self.own_words(phrase):
            count(party, rule)
        count(answers, "teller")
        count(self.accused if answers is not None or self.answers(phrase) else None, "accused")
        found = [
            Weighed(party, sum(weight for _, weight in rows), tuple(rows))
            for party, rows in reasons.items()
            if party not in without and (not only or party in only)
        ]
        return sorted(found, key=lambda weighed: (-weighed.total, weighed.party))


__all__ = ["AHEAD", "STRONG", "WEIGHTS", "FarHomes", "Weighed"]
