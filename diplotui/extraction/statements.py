"""From passages to statements: speaker, party, basis, day, act, certainty and the claim as a sentence.

Links between statements come after this (``reports``, ``links``); here each passage is read by itself.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from diplotui.extraction.acting import acting_parties
from diplotui.extraction.acts import read_act, read_issued
from diplotui.extraction.asked import ASKED, read_put
from diplotui.extraction.certainty import read_certainty
from diplotui.extraction.content import claim_text
from diplotui.extraction.drafts import Draft, Unit
from diplotui.extraction.evasions import denies_what_was_asked
from diplotui.extraction.finder import Parts
from diplotui.extraction.footing import (
    basis_of,
    chain_of,
    heads_of,
    is_summary,
    name_stems,
    parties_of,
    pronouns_of,
    speakers_of,
)
from diplotui.extraction.gazetteer import TermSpan, party_name
from diplotui.extraction.nested import BACKGROUND_DEED, NESTED
from diplotui.extraction.own_voice import own_voice
from diplotui.extraction.passages import trim
from diplotui.extraction.put_in_sentence import PUT_IN
from diplotui.extraction.readings import Reading, spoken_view
from diplotui.extraction.sayings import bounds_of_saying, happening, is_planned, said_day
from diplotui.extraction.spans import Attribution, Mention, QuoteSpan
from diplotui.extraction.words import content_stems
from diplotui.model import (
    OTHER_TOPIC,
    Act,
    ActorKind,
    Basis,
    ExtractedDate,
    Mode,
    Source,
)

QUOTED_SHARE = 0.6
"""From this share of the content on in quotation marks, a statement is a quotation and no part of one."""

_BLANK = re.compile(r"\s{2,}")
"""Where an attribution was blanked out of what is said."""

_DENIED_BY = re.compile(
    r"\b(?:was|were|is|are|been) (?:\w+ly )?(?:denied|refuted|rebutted|dismissed|rejected|disputed"
    r"|ridiculed) (?:by|in|at) |\b(?:drew|draws|brought|prompted|provoked|met with|triggered|earned"
    r"|elicited|produced)\b[^.;“”]{0,60}\bdenials? (?:from|by|in) "
    r"|\bdenials? (?:from|by) (?=[^.;]{2,60}? (?:followed|came)\b)|\bdenials? (?:also )?(?:came|followed"
    r"|(?:was|were) issued) (?:from"
    r"|by|in) (?:the )?"
)
_PLAIN = frozenset({Act.CLAIM, Act.ASSESSMENT})
"""Acts of the author's plain sentences, which in a communiqué may deny."""
_SECONDARY_SAY = frozenset({"report", "source"})


class Reader:
    """Reads passages into drafts; holds what is looked up by offset."""

    def __init__(self, parts: Parts, dates: Sequence[ExtractedDate], published: date | None) -> None:
        self.parts = parts
        self.text = parts.text
        self.published = published
        self._dates = dates
        self._date_starts = [found.start for found in dates]
        self._term_starts = [term.start for term in parts.terms]
        self._mention_starts = [mention.start for mention in parts.mentions]
        self._quote_starts = [quote.start for quote in parts.quotes]
        self._voice = own_voice(parts.text, parts.blocks, parts.mentions)

    def draft(self, unit: Unit) -> Draft | None:
        """A passage as a statement, or None where it states nothing."""
        unit = trim(self.text, unit)
        reading = (
            read_put(unit)
            if unit.rule in {ASKED, *PUT_IN}
            else read_act(self.text, (unit.start, unit.end), unit.attribution, unit.content)
        )
        if reading is None:
            return None
        if reading.denial is not None:
            reading = replace(
                reading, denial=denies_what_was_asked(self.text, (unit.start, unit.end), reading.denial)
            )
        if unit.rule == BACKGROUND_DEED:
            reading = Reading(Act.AGREEMENT, BACKGROUND_DEED)
        if self._voice is not None and unit.attribution is None and reading.act in _PLAIN:
            reading = read_issued(self.text, (unit.start, unit.end)) or reading
        speakers = self.passive_denier(unit, reading) or speakers_of(self.text, unit, reading)
        if not speakers and unit.attribution is None and self._voice is not None:
            speakers = (self._voice,)
        summary = is_summary(self.text, unit, reading, speakers)
        told = said_day(self.text, unit, self.dates(unit.start, unit.end), self.published)
        happens = happening(self.text, unit, self.dates(unit.start, unit.end), told)
        planned = is_planned(self.text, unit, reading, happens, self.published)
        source = None if summary or not speakers else speakers[0]
        hedged = unit.attribution is not None and unit.attribution.verb_class == "hedge"
        claim = self.claim(unit, reading, speakers)
        subjects = self.subjects(unit, reading, speakers)
        names = name_stems(speakers) | self.term_stems(unit)
        return Draft(
            unit=unit,
            reading=reading,
            certainty=read_certainty(self.text, unit.content, hedged),
            source=source,
            speakers=speakers,
            parties=parties_of(speakers),
            chain=chain_of(unit, speakers),
            basis=Basis.CHARACTERISED if summary else basis_of(self.text, unit, source),
            heads=heads_of(source),
            said=bounds_of_saying(self.text, unit, told, happens, self.published, planned, bool(speakers)),
            happens=happens,
            mode=self.mode(unit),
            subjects=subjects,
            actors=self.actors(unit, subjects, speakers),
            claim=claim,
            stems=(content_stems(self.text[unit.start : unit.end]) | content_stems(claim)) - names,
            names=names,
            mentioned=frozenset(term.party for term in self.terms(unit.start, unit.end) if term.party),
            topic=OTHER_TOPIC,
            planned=planned,
            dated=told is not None,
        )

    def passive_denier(self, unit: Unit, reading: Reading) -> tuple[Source, ...]:
        """Who denied, where the author tells it in the passive: the state named behind ("denied in Lima")."""
        if unit.attribution is not None or reading.act is not Act.DENIAL:
            return ()
        found = _DENIED_BY.search(self.text, unit.start, unit.end)
        if found is None:
            return ()
        near = [term for term in self.terms(found.end(), min(found.end() + 40, unit.end)) if term.party]
        return tuple(
            Source(term.name, ActorKind.STATE, party=term.party, speaks_for=True) for term in near[:1]
        )

    def dates(self, start: int, end: int) -> Sequence[ExtractedDate]:
        """The dates of a span."""
        return self._dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]

    def terms(self, start: int, end: int) -> Sequence[TermSpan]:
        """The known terms of a span."""
        return self.parts.terms[bisect_left(self._term_starts, start) : bisect_left(self._term_starts, end)]

    def term_stems(self, unit: Unit) -> frozenset[str]:
        """Stems of all names of parties and outlets in a passage."""
        return frozenset(
            part
            for term in self.terms(unit.start, unit.end)
            for part in content_stems(self.text[term.start : term.end])
        )

    def mentions(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions of a span."""
        low, high = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end)
        return self.parts.mentions[low:high]

    def quotes(self, start: int, end: int) -> Sequence[QuoteSpan]:
        """The quotations of a span."""
        return self.parts.quotes[
            bisect_left(self._quote_starts, start) : bisect_left(self._quote_starts, end)
        ]

    def mode(self, unit: Unit) -> Mode:
        """How much of the content stands in quotation marks."""
        if unit.attribution is None:
            return Mode.PARAPHRASE
        if unit.rule == NESTED:
            return Mode.NESTED_QUOTE
        start, end = unit.content
        quoted = sum(min(q.end, end) - max(q.start, start) for q in self.quotes(start, end))
        if not quoted:
            return Mode.PARAPHRASE
        spoken = spoken_view(self.text, unit.attribution, unit.content)
        words = len(_BLANK.sub("", spoken))
        return Mode.QUOTE if quoted >= QUOTED_SHARE * words else Mode.PARTIAL_QUOTE

    def claim(self, unit: Unit, reading: Reading, speakers: tuple[Source, ...]) -> str:
        """The claim of a statement as a sentence of its own."""
        denial, act = reading.denial, reading.act
        subject = speakers[0].name if len(speakers) == 1 else None
        if speakers and speakers[0].kind is ActorKind.STATE and speakers[0].party:
            subject = party_name(speakers[0].party)
        pronouns = pronouns_of(speakers)
        if act is Act.NO_COMMENT:
            start, end = reading.matter or unit.content
            return claim_text(self.text[start:end], subject=subject, pronouns=pronouns)
        if denial is not None and act in (Act.DENIAL, Act.CONFIRMATION):
            start, end = denial.what or unit.content
            spoken = act is Act.DENIAL and denial.rule.startswith(("deny-verb", "deny-i-deny"))
            return claim_text(
                self.text[start:end],
                subject=subject,
                pronouns=pronouns,
                negated=act is Act.DENIAL and denial.negated,
                denied=spoken,
            )
        return claim_text(self.told(unit, act), subject=subject, pronouns=pronouns, act=act)

    def told(self, unit: Unit, act: Act) -> str:
        """The words that tell the claim: without the attribution where that stands in their middle."""
        start, end = self.told_span(unit, act)
        quoted = [
            a.content for a in sorted(unit.attributions, key=lambda a: a.content) if a.quote is not None
        ]
        if len(quoted) > 1 and quoted[0][0] >= start and quoted[-1][1] <= end:
            return " ".join(self.text[low:high] for low, high in quoted)
        attribution = unit.attribution
        if attribution is None or not (start < attribution.cue[0] and attribution.cue[1] < end):
            return self.text[start:end]
        if act in _DEEDS or attribution.verb_class not in ("report", "source", "hedge", "assess"):
            return self.text[start:end]
        pieces = [attribution.cue] + [
            (m.start, m.end) for m in (*attribution.mentions, *attribution.via, *attribution.origins)
        ]
        inside = [piece for piece in pieces if start <= piece[0] and piece[1] <= end]
        low, high = min(piece[0] for piece in inside), max(piece[1] for piece in inside)
        if low - start < 3:
            return self.text[start:end]
        return self.text[start:low].rstrip(" ,;—–-") + self.text[high:end].lstrip(",;—–-")

    def told_span(self, unit: Unit, act: Act) -> tuple[int, int]:
        """What the claim is made of: the content, or for deeds done by speaking the clause that tells it."""
        attribution = unit.attribution
        if attribution is None or act not in _DEEDS or attribution.verb_class == "hedge":
            return unit.content
        if attribution.verb_class not in _DEED_CLASSES:
            return unit.content
        own = [m for m in attribution.mentions if unit.start <= m.start < attribution.cue[0]]
        if not own or unit.content[0] < attribution.cue[0]:
            return unit.content
        return own[0].start, max(unit.content[1], attribution.cue[1])  # turned the offer down

    def subjects(self, unit: Unit, reading: Reading, speakers: tuple[Source, ...]) -> tuple[str, ...]:
        """Parties that act in what is said, in order; where nobody else does, the speaker's own."""
        start, end = unit.content
        if reading.denial is not None and reading.denial.what is not None:
            start = min(start, reading.denial.what[0])
        if reading.act in _DEEDS and unit.attribution is not None:
            start = unit.start
        if unit.attribution is None:
            start, end = unit.start, unit.end
        terms, mentions = self.terms(start, end), self.mentions(start, end)
        return acting_parties(self.text, (start, end), terms, mentions, parties_of(speakers))

    def actors(self, unit: Unit, subjects: tuple[str, ...], speakers: tuple[Source, ...]) -> tuple[str, ...]:
        """Party codes and names of those who act or speak; no outlets, no unnamed ones."""
        names = [
            mention.source.name
            for mention in self.mentions(unit.start, unit.end)
            if mention.source.kind in (ActorKind.PERSON, ActorKind.BODY)
        ]
        spoken = [s.name for s in speakers if s.kind in (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.BODY)]
        return tuple(dict.fromkeys([*subjects, *parties_of(speakers), *spoken, *names]))


_DEEDS = frozenset(
    {Act.REJECTION, Act.DEMAND, Act.APPEAL, Act.THREAT, Act.ANNOUNCEMENT, Act.AGREEMENT, Act.VOTE}
)
_DEED_CLASSES = frozenset({"reject", "demand", "appeal", "threaten", "announce", "agree", "vote"})


def second_claim(text: str, draft: Draft) -> Attribution | None:
    """In a response that goes on to say something of its own ("denied it and said ..."): that saying."""
    for attribution in draft.unit.attributions[1:]:
        start, end = attribution.content
        if attribution.verb_class in _SECONDARY_SAY and len(text[start:end].split()) > FEWEST_OWN_WORDS:
            return attribution
    return None


FEWEST_OWN_WORDS = 4


__all__ = ["FEWEST_OWN_WORDS", "Reader", "second_claim"]
