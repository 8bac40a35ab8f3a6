"""A claim that stands in the sentence of its answer: "Asked whether P, as X claimed, she said", "Put to him that P".

What is asked there is told by somebody, and its answer speaks of it; a plain "asked whether P" tells of nobody's
claim and stays a part of the answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from diplotui.extraction.drafts import Unit
from diplotui.extraction.spans import Attribution, Mention
from diplotui.model import ActorKind, Source

COMMENTED = "commented-on"
"""Rule of the sentence that tells on which report somebody was commenting."""


@dataclass(frozen=True, slots=True)
class PutInRow:
    """A shape of clause; the group ``put`` is the claim, ``who`` who put it forward, if anybody is named."""

    rule: str
    pattern: re.Pattern[str]
    example: str
    counter: str


_TOLD = r"(?:claim(?:ed|s)|said|says|report(?:ed|s)|alleg(?:ed|es)|wrote|suggest(?:ed|s)|maintain(?:ed|s)|assert(?:ed|s)|had it)"

ROWS: tuple[PutInRow, ...] = (
    PutInRow(
        "asked-as-told",
        re.compile(
            r"[\s“\"]*(?:When |On being )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)\b[^,]{0,40}? (?:whether|if|about (?:claims|reports) that)"
            rf" (?P<put>[^;]{{8,200}}?), as (?P<who>[^,;]{{2,60}}?) (?:has |had |have )?(?:also |since |just )?(?P<cue>{_TOLD}),"
        ),
        "Asked whether the men had been paid, as a weekly claimed, the minister said no.",
        "Asked whether the men had been paid, the minister said no.",
    ),
    PutInRow(
        "put-to",
        re.compile(
            r"[\s“\"]*(?P<cue>(?:When it was |It was )?[Pp]ut) to (?:him|her|them|it|the \w+|[A-Z][\w’'-]+)(?: \w+ly| again)?"
            r" that (?P<put>[^;]{8,220}?),(?= (?:he|she|it|they|the|[A-Z]))"
        ),
        "Put to her that the camps were empty, she said: “That is wrong.”",
        "She put it to him that the camps were empty.",
    ),
    PutInRow(
        COMMENTED,
        re.compile(
            r"[^,;“”\"]{2,90}? (?P<cue>(?:was|were) (?:commenting|responding|reacting|replying)) (?:on|to) (?:an?|the) (?:\w+ ){0,2}?"
            r"(?:report|story|article|claim|allegation|rumou?r|post|posting)s?(?: (?:in|by|from|on|of|carried by)"
            r" (?P<who>[^,;]{2,60}?))? (?:that|saying|alleging|claiming) (?P<put>[^;]{8,260})"
        ),
        "Rahman was commenting on a report in a Dhaka daily that the camps had been closed.",
        "Rahman was commenting on the match.",
    ),
)
"""Each shape with a sentence that has it and one that has not."""


def claim_and_answer(text: str, unit: Unit, mentions: Sequence[Mention]) -> tuple[Unit, ...]:
    """The passage cut in two where it puts the claim that it answers, else the passage alone."""
    for row in ROWS:
        hit = row.pattern.match(text, unit.start, unit.end)
        ends = row.rule == COMMENTED
        if hit is None or not unit.attributions or (hit.end() >= unit.end) is not ends:
            continue
        who = _who(hit, mentions)
        told = Attribution(
            unit.attributions[0].sentence,
            () if who is None else (who,),
            hit.span("cue"),
            "say",
            "report",
            hit.span("put"),
            rule=row.rule,
        )
        claim = replace(
            unit, end=hit.end(), content=hit.span("put"), attributions=(told,), actors=(), rule=row.rule
        )
        if row.rule == COMMENTED:
            return (replace(claim, end=unit.end),)
        content = (max(unit.content[0], hit.end()), max(unit.content[1], hit.end()))
        own = tuple(one for one in unit.attributions if one.cue[0] >= hit.end())
        actors = tuple(one for one in mentions if one.start >= hit.end() and not own)
        rest = replace(unit, start=hit.end(), content=content, attributions=own, actors=actors)
        return claim, rest if own else replace(rest, content=(hit.end(), unit.end), rule="author-clause")
    return (unit,)


def _who(hit: re.Match[str], mentions: Sequence[Mention]) -> Mention | None:
    """Who put it forward: the mention that stands there, else the phrase."""
    if "who" not in hit.re.groupindex:
        return None
    start, end = hit.span("who")
    inside = [mention for mention in mentions if start <= mention.start and mention.end <= end + 1]
    if inside:
        return inside[-1]
    name = hit["who"]
    kind = ActorKind.PERSON if name[:1].isupper() else ActorKind.ANONYMOUS
    return Mention(start, end, Source(re.sub(r"\A(?:an?|the) ", "", name), kind), rule="put-in-sentence")


PUT_IN = frozenset(row.rule for row in ROWS)
"""Rules of passages that are such a claim."""
