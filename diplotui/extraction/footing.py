"""On what footing somebody speaks: who, for which party, named or not, and over which relays."""

import re

from diplotui.extraction.drafts import Draft, Unit
from diplotui.extraction.readings import Reading
from diplotui.extraction.words import content_stems
from diplotui.model import Act, ActorKind, Basis, Coverage, Source

BACKGROUND = re.compile(
    r"\bon (?:the )?(?:condition (?:of|that)|background)\b|\b(?:requested|granted|requesting"
    r"|given) anonymity\b",
    re.IGNORECASE,
)
"""The text states the ground rule under which somebody unnamed spoke."""

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

_SUMMARY_CLASSES = frozenset({"deny", "confirm", "reject"})
_PERFECT = re.compile(
    r"\b(?:has|have)\b(?: \w+){0,3} \Z|\b(?:has|have) (?:not )?(?:\w+ ){0,2}(?:denied|confirmed"
    r"|rejected|dismissed|refuted|disputed|acknowledged)\b",
    re.IGNORECASE,
)
_SUMMED_UP = re.compile(r"\b(?:has|have) (?:\w+ )?denied\b|\bdenies\b|\bdenied (?:in|at)\b", re.IGNORECASE)


def speakers_of(text: str, unit: Unit, reading: Reading) -> tuple[Source, ...]:
    """Who speaks: the mentions of the attribution, or who does not answer in the author's sentence."""
    attribution = unit.attribution
    if attribution is not None:
        return tuple(dict.fromkeys(mention.source for mention in attribution.mentions))
    if reading.responds and unit.actors:
        able = [m for m in unit.actors if m.source.kind is not ActorKind.OUTLET]
        acting = [m for m in able if not _IN_PLACE.search(text, max(unit.start, m.start - 8), m.start)]
        return tuple(mention.source for mention in (acting or able)[:1])
    return ()


_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear) \Z")
"""Before a name that is only where it happened: "In Washington an official would not say"."""


def pronouns_of(speakers: tuple[Source, ...]) -> frozenset[str]:
    """Which leading pronouns of reported words can mean the speaker."""
    if len(speakers) != 1:
        return frozenset({"they", "we"})
    if (speakers[0].heads or 1) > 1:
        return frozenset({"they", "we"})
    if speakers[0].kind in (ActorKind.PERSON, ActorKind.ANONYMOUS):
        return frozenset({"he", "she", "we", "i"})
    return frozenset({"it", "we"})


def name_stems(speakers: tuple[Source, ...]) -> frozenset[str]:
    """Stems of the speakers' names: that somebody speaks of himself makes no two sayings alike."""
    return frozenset(
        part for s in speakers if s.kind is not ActorKind.STATE for part in content_stems(s.name)
    )


def parties_of(speakers: tuple[Source, ...]) -> tuple[str, ...]:
    """Parties that the speakers speak for, each once."""
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


def heads_of(source: Source | None) -> int | None:
    """How many people spoke, as far as the text tells: one for a person by name."""
    if source is None:
        return None
    if source.kind is ActorKind.PERSON:
        return 1
    return source.heads


def coverage_of(draft: Draft) -> Coverage:
    """Explicit, or characterised where somebody else sums the answer up."""
    return Coverage.CHARACTERISED if draft.basis is Basis.CHARACTERISED else Coverage.EXPLICIT
