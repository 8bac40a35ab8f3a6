"""Statements inside statements: words of a third person in a quotation, a deed told in a relative clause.

"As the president said, the world is watching" inside a minister's words is the president's saying, relayed;
"the deal that the two signed in March" inside what somebody says is the author's background.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from diplotui.extraction.drafts import Unit
from diplotui.extraction.spans import Attribution, Mention
from diplotui.model import ActorKind, ExtractedDate, Source

NESTED = "nested"
"""Rule of a saying inside a quotation."""
BACKGROUND_DEED = "relative-deed"
"""Rule of a deed told in a relative clause."""

_AS_SAID = re.compile(
    r"\b[Aa]s (?P<who>(?:the |our |my |his |her |their |[A-Z])[^,;“”]{2,60}?) (?:has |have |had )?"
    r"(?P<cue>said|says|put it|noted|made clear|stated|warned|pointed out"
    r"|told \w+),? (?P<what>[^.!?;“”–—]{5,160}[.!?]?)"
)
_OFFICE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|emir|secretary|minister|general)\b",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\bthe (?:[\w’'-]+ ){0,4}?(?:deal|agreement|pact|treaty|accord|truce|ceasefire|memorandum"
    r"|protocol) (?:that|which) "
    r"[^,.;“”]{3,80}? (?:had |have |has )?(?:signed|reached|concluded|struck|sealed|initialled"
    r"|agreed)\b[^,;“”]{0,60}?(?=[,;.]|\Z)\.?"
)


def nested_sayings(text: str, unit: Unit, mentions: Sequence[Mention]) -> list[Unit]:
    """Sayings of third persons in the quoted words of a passage; ``mentions`` are those of the passage."""
    attribution = unit.attribution
    if attribution is None or not attribution.mentions or all(a.quote is None for a in unit.attributions):
        return []
    found: list[Unit] = []
    for told in unit.attributions:
        if told.quote is None:
            continue
        for hit in _AS_SAID.finditer(text, *told.content):
            source = _third(hit, mentions, attribution.mentions[0].source)
            inner = Attribution(
                sentence=told.sentence,
                mentions=(Mention(hit.start("who"), hit.end("who"), source, rule=NESTED),),
                cue=hit.span("cue"),
                verb="say",
                verb_class="report",
                content=hit.span("what"),
                via=attribution.mentions[:1] + attribution.via,
                quote=told.quote,
                rule=NESTED,
            )
            found.append(_inside(unit, hit.start(), hit.end(), inner.content, (inner,), NESTED))
    return found


def _inside(
    unit: Unit,
    start: int,
    end: int,
    content: tuple[int, int],
    attributions: tuple[Attribution, ...],
    rule: str,
) -> Unit:
    return replace(
        unit, start=start, end=end, content=content, attributions=attributions, actors=(), rule=rule
    )


def _third(hit: re.Match[str], mentions: Sequence[Mention], outer: Source) -> Source:
    """Who is quoted inside: the mention that stands there; an office without a state is the speaker's own."""
    inside = [m.source for m in mentions if hit.start("who") <= m.start and m.end <= hit.end("who") + 1]
    source = inside[-1] if inside else Source(hit["who"], ActorKind.PERSON, heads=1)
    if source.party is None and _OFFICE.search(hit["who"]):
        source = replace(source, party=outer.party, speaks_for=outer.speaks_for)
    return source


def background_deeds(text: str, unit: Unit, dates: Sequence[ExtractedDate]) -> list[Unit]:
    """Dated deeds that a relative clause in somebody's reported words tells as known."""
    if unit.attribution is None or any(a.quote is not None for a in unit.attributions):
        return []
    found: list[Unit] = []
    for hit in _DEED.finditer(text, *unit.content):
        if any(hit.start() <= date.start and date.end <= hit.end() for date in dates):
            found.append(_inside(unit, hit.start(), hit.end(), hit.span(), (), BACKGROUND_DEED))
    return found
