"""From passages to statements: speaker, party, basis, day, act, certainty and the claim as a sentence.

Links between statements come after this (``reports``, ``links``); here each passage is read by itself.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from diplotui.extraction.acts import Reading, read_act, spoken_view
from diplotui.extraction.certainty import read_certainty
from diplotui.extraction.content import claim_text
from diplotui.extraction.drafts import Draft, Unit
from diplotui.extraction.gazetteer import TermSpan, party_name
from diplotui.extraction.nested import BACKGROUND_DEED, NESTED
from diplotui.extraction.passages import Parts, trim
from diplotui.extraction.sayings import bounds_of_saying, happening, is_planned, said_day
from diplotui.extraction.spans import Attribution, Mention, QuoteSpan
from diplotui.extraction.words import content_stems
from diplotui.model import (
    OTHER_TOPIC,
    Act,
    ActorKind,
    Basis,
    Coverage,
    DateBounds,
    ExtractedDate,
    Mode,
    Source,
)

BACKGROUND = re.compile(
    r"\bon (?:the )?(?:condition (?:of|that)|background)\b|\b(?:requested|granted|requesting"
    r"|given) anonymity\b",
    re.IGNORECASE,
)
"""The text states the ground rule under which somebody unnamed spoke."""

QUOTED_SHARE = 0.6
"""From this share of the content on in quotation marks, a statement is a quotation and no part of one."""

_BY_OFFICE = re.compile(
    r"\bspokes(?:man|woman|person|people|men)\b"
    r"|\A(?:the |an? |[\w’' .-]+['’]s? )?(?:[\w-]+ ){0,3}"
    r"(?:prime minister|minister|president|ambassador|secretary[ -]general|secretary"
    r"|chief executive|chief|governor"
    r"|prefect|premier|chancellor|leader|head|owners?|envoy|company|firm|makers?|producers?"
    r"|manufacturers?|operator"
    r"|airline|bank|tribunal|court|panel|commission|committee|agency|union|council|ministry"
    r"|governments?|army|police"
    r"|authorities|party|newspapers?)(?:,? (?:of|for|in|an?|whose|which|who) .*)?\Z",
    re.IGNORECASE,
)
"""Who speaks by office or as a body is on the record without a name: a spokeswoman, the governor, a firm."""

_BLANK = re.compile(r"\s{2,}")
"""Where an attribution was blanked out of what is said."""

_SUMMARY_CLASSES = frozenset({"deny", "confirm", "reject"})
_PERFECT = re.compile(
    r"\b(?:has|have)\b(?: \w+){0,3} \Z|\b(?:has|have) (?:not )?(?:\w+ ){0,2}(?:denied|confirmed"
    r"|rejected|dismissed|refuted|disputed|acknowledged)\b",
    re.IGNORECASE,
)
_DENIED_BY = re.compile(
    r"\b(?:was|were|is|are|been) (?:\w+ly )?(?:denied|refuted|rebutted|dismissed|rejected|disputed"
    r"|ridiculed) (?:by|in|at) |\bdenials? (?:also )?(?:came|followed|(?:was|were) issued) (?:from"
    r"|by|in) (?:the )?"
)
_SUMMED_UP = re.compile(r"\b(?:has|have) (?:\w+ )?denied\b|\bdenies\b|\bdenied (?:in|at)\b", re.IGNORECASE)
_SECONDARY_SAY = frozenset({"report", "source"})

_LOCATIVE = re.compile(
    r"(?:\b(?:in|into|inside|within|near|across|around|over|outside|throughout|from|on|against"
    r"|towards?|at|under|through|via|leaving)"
    r"|\b(?:parts?|territor(?:y|ies)|war|north|south|east|west|border|invasion|cit(?:y|ies)|towns?"
    r"|villages?|capital|regions?|provinces?"
    r"|coast|shores?|airspace|waters|people|occupation|bombing|shelling|map|island|islands|areas?"
    r"|rest|half|thirds?) of)"
    r"(?: (?:the|its|their|eastern|western|northern|southern|central|neighbou?ring|nearby))*\s*\Z",
    re.IGNORECASE,
)
"""Before a state's name: it is a place or an object here, and does not act."""
_DEMONYM_ACTS = re.compile(
    r"\A\s+(?:\w+\s+){0,2}?(?:troops?|forces?|soldiers?|army|navy|military|police|guards?"
    r"|government|ministers?|ministry|officials?|president"
    r"|leaders?|counterparts?|diplomats?|envoys?|ambassador|embassy|side|authorities|intelligence"
    r"|agents?|delegation|jets?|planes?|aircraft"
    r"|gunmen|positions?|fighters?|militias?|hackers?|spies|sailors|boats?|ships?|vessels?|lines|territory"
    r"|warships?|missiles?|drones?|artillery|negotiators?|emissaries|lawmakers|parliament|spokes\w+"
    r"|company|companies|units?|gunners|pilots?)\b",
    re.IGNORECASE,
)
"""After an adjective of nationality: the words that make it an actor."""

MOST_SUBJECTS = 4


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

    def draft(self, unit: Unit) -> Draft | None:
        """A passage as a statement, or None where it states nothing."""
        unit = trim(self.text, unit)
        reading = read_act(self.text, (unit.start, unit.end), unit.attribution, unit.content)
        if reading is None:
            return None
        if unit.rule == BACKGROUND_DEED:
            reading = Reading(Act.AGREEMENT, BACKGROUND_DEED)
        speakers = self.passive_denier(unit, reading) or _speakers(unit, reading)
        summary = is_summary(self.text, unit, reading, speakers)
        told = said_day(self.text, unit, self.dates(unit.start, unit.end), self.published)
        happens = happening(self.text, unit, self.dates(unit.start, unit.end), told)
        planned = is_planned(self.text, unit, reading, happens, self.published)
        source = None if summary or not speakers else speakers[0]
        hedged = unit.attribution is not None and unit.attribution.verb_class == "hedge"
        claim = self.claim(unit, reading, speakers)
        subjects = self.subjects(unit, reading, speakers)
        names = _name_stems(speakers) | self.term_stems(unit)
        return Draft(
            unit=unit,
            reading=reading,
            certainty=read_certainty(self.text, unit.content, hedged),
            source=source,
            speakers=speakers,
            parties=_parties(speakers),
            chain=chain_of(unit, speakers),
            basis=Basis.CHARACTERISED if summary else basis_of(self.text, unit, source),
            heads=_heads(source),
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
        pronouns = _pronouns(speakers)
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
        return own[0].start, unit.content[1]

    def subjects(self, unit: Unit, reading: Reading, speakers: tuple[Source, ...]) -> tuple[str, ...]:
        """Parties that act in what is said, in order; where nobody else does, the speaker's own."""
        start, end = unit.content
        if reading.denial is not None and reading.denial.what is not None:
            start = min(start, reading.denial.what[0])
        if reading.act in _DEEDS and unit.attribution is not None:
            start = unit.start
        if unit.attribution is None:
            start, end = unit.start, unit.end
        found = [term.party for term in self.terms(start, end) if term.party and self._acts(term)]
        found += [
            mention.source.party
            for mention in self.mentions(start, end)
            if mention.source.party and mention.source.kind in (ActorKind.PERSON, ActorKind.OFFICE)
        ]
        parties = list(dict.fromkeys(found))
        if not parties or _SELF.search(self.text[start : min(end, start + 60)]):
            parties = [party for party in _parties(speakers) if party not in parties] + parties
        return tuple(parties[:MOST_SUBJECTS])

    def _acts(self, term: TermSpan) -> bool:
        if term.kind in ("demonym", "people"):
            return (
                term.kind == "people" or _DEMONYM_ACTS.match(self.text[term.end : term.end + 60]) is not None
            )
        if term.kind == "outlet":
            return False
        return _LOCATIVE.search(self.text[max(0, term.start - 40) : term.start]) is None

    def actors(self, unit: Unit, subjects: tuple[str, ...], speakers: tuple[Source, ...]) -> tuple[str, ...]:
        """Party codes and names of those who act or speak; no outlets, no unnamed ones."""
        names = [
            mention.source.name
            for mention in self.mentions(unit.start, unit.end)
            if mention.source.kind in (ActorKind.PERSON, ActorKind.BODY)
        ]
        spoken = [s.name for s in speakers if s.kind in (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.BODY)]
        return tuple(dict.fromkeys([*subjects, *_parties(speakers), *spoken, *names]))


_DEEDS = frozenset(
    {Act.REJECTION, Act.DEMAND, Act.APPEAL, Act.THREAT, Act.ANNOUNCEMENT, Act.AGREEMENT, Act.VOTE}
)
_DEED_CLASSES = frozenset({"reject", "demand", "appeal", "threaten", "announce", "agree", "vote"})
_SELF = re.compile(r"\b(?:he|she|it|they|we|I|our|its|their|his|her|my|us)\b", re.IGNORECASE)


def _speakers(unit: Unit, reading: Reading) -> tuple[Source, ...]:
    """Who speaks: the mentions of the attribution, or who does not answer in the author's sentence."""
    attribution = unit.attribution
    if attribution is not None:
        return tuple(dict.fromkeys(mention.source for mention in attribution.mentions))
    if reading.responds and unit.actors:
        able = [m.source for m in unit.actors if m.source.kind is not ActorKind.OUTLET]
        return tuple(able[:1])
    return ()


def _pronouns(speakers: tuple[Source, ...]) -> frozenset[str]:
    """Which leading pronouns of reported words can mean the speaker."""
    if len(speakers) != 1:
        return frozenset({"they", "we"})
    if (speakers[0].heads or 1) > 1:
        return frozenset({"they", "we"})
    if speakers[0].kind in (ActorKind.PERSON, ActorKind.ANONYMOUS):
        return frozenset({"he", "she", "we", "i"})
    return frozenset({"it", "we"})


def _name_stems(speakers: tuple[Source, ...]) -> frozenset[str]:
    """Stems of the speakers' names: that somebody speaks of himself makes no two sayings alike."""
    return frozenset(
        part for s in speakers if s.kind is not ActorKind.STATE for part in content_stems(s.name)
    )


def _parties(speakers: tuple[Source, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.party for s in speakers if s.speaks_for and s.party))


def is_summary(text: str, unit: Unit, reading: Reading, speakers: tuple[Source, ...]) -> bool:
    """Whether the author sums up that a state denied or confirmed, rather than telling one such answer.

    Perfect or present tense, no quotation, no hearer, no person: "Both capitals have denied the report".
    """
    if not reading.responds or not speakers:
        return False
    attribution = unit.attribution
    if attribution is None:
        return reading.act is Act.DENIAL and _SUMMED_UP.search(text, unit.start, unit.end) is not None
    if attribution.verb_class not in _SUMMARY_CLASSES or attribution.quote is not None or attribution.via:
        return False
    if any(
        speaker.kind is not ActorKind.STATE and speaker.kind is not ActorKind.BODY for speaker in speakers
    ):
        return False
    cue = text[attribution.cue[0] : attribution.cue[1]].lower()
    perfect = _PERFECT.search(text[max(unit.start, attribution.cue[0] - 30) : attribution.cue[1]])
    return perfect is not None or cue.split()[0].endswith("s") or cue.split()[0] == "deny"


def basis_of(text: str, unit: Unit, source: Source | None) -> Basis:
    """On what footing it was said, as far as its own passage tells."""
    attribution = unit.attribution
    if attribution is None and source is None:
        return Basis.AUTHOR
    if source is None or source.kind is ActorKind.OUTLET:
        return Basis.UNATTRIBUTED
    if source.kind is ActorKind.ANONYMOUS and not _BY_OFFICE.search(source.name):
        return Basis.BACKGROUND if BACKGROUND.search(text[unit.start : unit.end]) else Basis.ANONYMOUS
    return Basis.ON_RECORD


def chain_of(unit: Unit, speakers: tuple[Source, ...]) -> tuple[Source, ...]:
    """Origin first: the speaker, then the relays. Several speakers stand side by side before the relays."""
    attribution = unit.attribution
    if attribution is None:
        return speakers
    origins = tuple(mention.source for mention in attribution.origins)
    relays = tuple(mention.source for mention in attribution.via)
    return tuple(dict.fromkeys((*origins, *speakers, *relays)))


def _heads(source: Source | None) -> int | None:
    if source is None:
        return None
    if source.kind is ActorKind.PERSON:
        return 1
    return source.heads


def second_claim(text: str, draft: Draft) -> Attribution | None:
    """In a response that goes on to say something of its own ("denied it and said ..."): that saying."""
    for attribution in draft.unit.attributions[1:]:
        start, end = attribution.content
        if attribution.verb_class in _SECONDARY_SAY and len(text[start:end].split()) > FEWEST_OWN_WORDS:
            return attribution
    return None


FEWEST_OWN_WORDS = 4


def coverage_of(draft: Draft) -> Coverage:
    """Explicit, or characterised where somebody else sums the answer up."""
    return Coverage.CHARACTERISED if draft.basis is Basis.CHARACTERISED else Coverage.EXPLICIT


__all__ = ["DateBounds", "Reader", "basis_of", "chain_of", "coverage_of", "is_summary", "second_claim"]
