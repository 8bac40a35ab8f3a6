"""Denials tucked behind what they deny: "..., a charge Tehran rejects", "..., which it has denied".

The clause before the comma is the claim; what stands behind is another party's answer to it, in the author's
words. It becomes a passage of its own, linked to the one before it by its place alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diplotui.extraction.falsity import FALSE_STRONG, FALSE_WEAK, has_falsity
from diplotui.extraction.looks import LatePattern
from diplotui.extraction.pointers import NOUN
from diplotui.extraction.spans import Attribution, Mention

RULE = "aside"
"""Rule of the attributions made here."""

_ADVERBS = r"(?:(?:has|have|had|once|at once|later|also|now|always|repeatedly|\w+ly) )*"
_WHO = r"(?P<who>[^,;“”\"()]{2,60}?)"
_VERBS = (
    r"den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)|rebut(?:s|ted)?|dismiss(?:es|ed)?"
)
_FALSE = (
    rf"(?:as )?[“\"‘]?(?:(?:an?|the|pure|utter|simply|\w+ly) )*(?:{FALSE_STRONG}"
    rf"|{FALSE_WEAK})\b[^,;“”\"]{{0,40}}[”\"’]?"
)
_CALLED = (
    rf"(?:call(?:s|ed)|describ(?:es|ed)|brand(?:s|ed)|label(?:s|l?ed)|dismiss(?:es|ed)|sa(?:ys"
    rf"|id)(?: is| was| are| were)) {_FALSE}"
)
_HEAD = rf"[,—–;] ?(?:(?:an?|the|all) )?(?P<noun>{NOUN}|link|role|involvement)s?"
_NEGATED = r"(?:not|never|neither|nobody|no one|n['’]t)"


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A form of such a clause. Groups: ``who`` answers, ``cue`` is the verb."""

    rule: str
    pattern: LatePattern
    plain: LatePattern
    """The same without verbs of calling, for a stretch that calls nothing false: a fraction of the size."""
    example: str
    counter: str


def _row(rule: str, pattern: str, example: str, counter: str) -> AsideRow:
    plain = pattern.replace(f"|{_CALLED}", "")
    return AsideRow(rule, LatePattern(pattern), LatePattern(plain), example, counter)


ASIDES: tuple[AsideRow, ...] = (
    _row(
        "aside-noun",
        rf"{_HEAD}(?: (?:that|which))? {_WHO} {_ADVERBS}(?P<cue>{_VERBS}|{_CALLED})(?=[\s.,;”\"]|\Z)",
        "Kabul says that Dushanbe shelters the men, a charge Dushanbe denies.",
        "Kabul paid the charge that Dushanbe demanded.",
    ),
    _row(
        "aside-which",
        rf"[,—–] ?(?:which|something|but) {_WHO} {_ADVERBS}(?P<cue>{_VERBS}|{_CALLED})(?=[.,;]"
        rf"|\s*\Z| (?:too|as well|outright|flatly|categorically|strongly))",
        "Envoys said that Rome had softened the text, which it has denied.",
        "Rome softened the text, which it had denied to its allies in May.",
    ),
    _row(
        "aside-passive",
        rf"{_HEAD} {_ADVERBS}(?:(?:that|which) (?:was|were|has been"
        rf"|have been) )?{_ADVERBS}(?P<cue>denied|rejected|dismissed|disputed"
        rf"|refuted) by {_WHO}(?=[.,;]|\Z)",
        "The rebels were paid in gold, an allegation denied by Kampala.",
        "The rebels were paid in gold, denied by nobody.",
    ),
)
"""In the order in which they are tried."""

_TRIGGER = re.compile(
    rf"\b(?:{_VERBS}|call(?:s|ed)|describ|brand|label|says? (?:is|was|are|were)|said (?:is|was))",
    re.IGNORECASE,
)
_CALLS = re.compile(r"call|descri|brand|label|dismiss|sa(?:ys|id) (?:is|was|are|were)", re.IGNORECASE)
"""Without one of these nothing is called false."""
_AUXILIARY = re.compile(rf"\b(?:who|{_NEGATED}|and|or|said|says|if)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aside:
    """One such clause: its span without the comma, and its attribution."""

    start: int
    end: int
    attribution: Attribution


def find_aside(text: str, start: int, end: int, sentence: int, mentions: Sequence[Mention]) -> Aside | None:
    """The aside that ends a stretch of one sentence, or None; ``mentions`` are those of the stretch."""
    passage = text[start:end]
    if not _TRIGGER.search(passage):
        return None
    calls = _CALLS.search(passage) is not None and has_falsity(passage.lower())
    for row in ASIDES:
        for found in (row.pattern if calls else row.plain).finditer(passage):
            if _AUXILIARY.search(found["who"]) or re.search(rf"{_NEGATED} \Z", passage[: found.start("cue")]):
                continue
            return _aside(text, start, found, end, sentence, mentions, row.rule)
    return None


def _aside(
    text: str,
    start: int,
    found: re.Match[str],
    end: int,
    sentence: int,
    mentions: Sequence[Mention],
    rule: str,
) -> Aside:
    low = start + found.start()
    while text[low] in " ,;—–":
        low += 1
    who = (start + found.start("who"), start + found.end("who"))
    noun = (
        (low, start + found.end("noun")) if "noun" in found.re.groupindex else (start + found.end("cue"),) * 2
    )
    speakers = [m for m in mentions if who[0] <= m.start and m.end <= who[1] + 1]
    high = start + max(found.end("cue"), found.end("who"))
    tail = re.match(r"[”\"’]?(?:[^,;—–]*[.!]?[”\"’]?\Z)?", text[high:end])
    attribution = Attribution(
        sentence=sentence,
        mentions=tuple(speakers[-1:]),
        cue=(start + found.start("cue"), start + found.end("cue")),
        verb="deny",
        verb_class="deny",
        content=noun,
        rule=f"{RULE}:{rule}",
    )
    return Aside(low, high + (tail.end() if tail else 0), attribution)
