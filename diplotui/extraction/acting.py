"""Which parties act in what is said: subjects, and everybody who acts or speaks."""

import re
from collections.abc import Sequence

from diplotui.extraction.gazetteer import TermSpan
from diplotui.extraction.spans import Mention
from diplotui.model import ActorKind

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


_SELF = re.compile(r"\b(?:he|she|it|they|we|I|our|its|their|his|her|my|us)\b", re.IGNORECASE)


def acting_parties(
    text: str,
    span: tuple[int, int],
    terms: Sequence[TermSpan],
    mentions: Sequence[Mention],
    own: Sequence[str],
) -> tuple[str, ...]:
    """Parties that act in a span, in order; where nobody else does, or the speaker means itself, its ``own``."""
    found = [term.party for term in terms if term.party and _acts(text, term)]
    found += [
        mention.source.party
        for mention in mentions
        if mention.source.party and mention.source.kind in (ActorKind.PERSON, ActorKind.OFFICE)
    ]
    parties = list(dict.fromkeys(found))
    if not parties or _SELF.search(text[span[0] : min(span[1], span[0] + OPENING)]):
        parties = [party for party in own if party not in parties] + parties
    return tuple(parties[:MOST_SUBJECTS])


OPENING = 60
"""Characters at whose start a pronoun may mean the speaker."""


def _acts(text: str, term: TermSpan) -> bool:
    if term.kind in ("demonym", "people"):
        return term.kind == "people" or _DEMONYM_ACTS.match(text[term.end : term.end + 60]) is not None
    if term.kind == "outlet":
        return False
    return _LOCATIVE.search(text[max(0, term.start - 40) : term.start]) is None
