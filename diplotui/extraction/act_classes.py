"""The act of a statement by the class of its cue, refined by what is said and by who says it."""

import re

from diplotui.extraction.act_table import ACT_OF_CLASS, CONTENT_ACTS, first_row
from diplotui.extraction.denials import read_denied
from diplotui.extraction.negations import read_negation, read_shape
from diplotui.extraction.pointers import NOUN, PART, Denial, Pointer
from diplotui.extraction.readings import Reading, shifted
from diplotui.extraction.spans import Attribution
from diplotui.extraction.tokens import word_set
from diplotui.model import Act, Stance

_BY_CLASS = {row.cue_class: row for row in ACT_OF_CLASS}
TELLING = frozenset({"report", "source"})
"""Classes whose content, in the negative, may contradict a claim."""
_FINDING = word_set(
    "find determine conclude calculate estimate hold learn realise realize understand know discover establish"
)
"""Verbs of the assessing class that put a finding forward, not an opinion."""
_SWEARING = word_set("swear vow guarantee pronounce believe")
"""Verbs of other classes after which a negated fact may contradict a claim: swore that no shot was fired."""
_EXPERT = re.compile(
    r"\b(?:analysts?|experts?|professors?|scholars?|historians?|columnists?|commentators?"
    r"|researchers?|economists?"
    r"|journalists?|academics?|(?:senior |research )?fellow|who teach(?:es)?|lecturers?"
    r"|political scientists?)\b",
    re.IGNORECASE,
)
"""Offices whose holders judge; what they say is an assessment."""


def act_by_class(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int], spoken: str
) -> Reading:
    """The act that a cue's class stands for, or that the words behind a plain cue show.

    ``sentence`` is the span of the statement, ``content`` what is said, ``spoken`` its words without the cue.
    """
    name = attribution.verb_class
    if name == "threaten" and attribution.verb in ("warn", "caution against"):
        return _warning(spoken, content)
    if name == "confirm":
        return _confirmation(text, attribution, content)
    if name == "assess" and attribution.verb in _FINDING:
        return Reading(Act.CLAIM, "finding")
    row = _BY_CLASS.get(name)
    if row is not None:
        sworn = attribution.verb in _SWEARING and not attribution.negated
        return Reading(row.act, f"{name}-verb", row.stance, _opened(spoken, content[0]) if sworn else None)
    if (
        attribution.verb == "tell"
        and attribution.quote is None
        and not attribution.rule.startswith("that")
        and _TOLD_TO.match(spoken)
    ):
        return Reading(Act.DEMAND, "told-to")
    gave = _GAVE_DENIAL.search(text, *sentence)
    if gave is not None and not _DESPITE.search(text, sentence[0], gave.start()):
        return Reading(
            Act.DENIAL, "gave-denial", Stance.DENIES, Denial(Stance.DENIES, "gave-denial", Pointer.IT)
        )
    refined = first_row(CONTENT_ACTS, spoken)
    opened = None
    if name in TELLING and not attribution.negated:
        opened = _opened(spoken, content[0])
    if refined is not None:
        return Reading(refined[0].act, refined[0].rule, refined[0].stance, opened)
    if _is_expert(text, sentence, attribution):
        return Reading(Act.ASSESSMENT, "expert", denial=opened)
    return Reading(Act.CLAIM, f"{name}-cue", denial=opened)


_SAID_SENTENCES = 4
"""Sentences of a longer saying in which a negated fact is looked for."""
_BREAK = re.compile(
    r"(?<=[.!?])[”\"’]*\s+(?=[“\"‘A-Z])|(?<=[:;])\s+|,? (?:and|but) that\s+|[”\"]\s{2,}[\s,.]*(?=[“\"])"
)


def _opened(spoken: str, start: int) -> Denial | None:
    """An open denial in one of the first sentences of what is said."""
    low = 0
    for _ in range(_SAID_SENTENCES):
        stop = _BREAK.search(spoken, low)
        span = (low, stop.start() if stop else len(spoken))
        found = read_shape(spoken, span) or read_negation(spoken, span)
        if found is not None:
            return shifted(found, start)
        if stop is None:
            return None
        low = stop.end()
    return None


def _is_expert(text: str, sentence: tuple[int, int], attribution: Attribution) -> bool:
    """Whether the speaker judges from outside: by office, or as the sentence introduces him."""
    if any(mention.source.speaks_for for mention in attribution.mentions):
        return False
    offices = " ".join(mention.source.office or mention.source.name for mention in attribution.mentions)
    beside = " ".join(
        text[mention.end : min(mention.end + 60, sentence[1])]
        for mention in attribution.mentions
        if sentence[0] <= mention.start < sentence[1]
    )
    return (
        _EXPERT.search(offices) is not None
        or _EXPERT.match(beside.lstrip(" ,")) is not None
        or bool(re.match(r",? (?:an?|the|who) (?:[\w-]+ ){0,3}" + _EXPERT.pattern, beside, re.IGNORECASE))
    )


def _confirmation(text: str, attribution: Attribution, content: tuple[int, int]) -> Reading:
    if attribution.negated:
        return Reading(Act.NO_COMMENT, "did-not-confirm", Stance.DECLINES, matter=content)
    stance = Stance.PARTLY_CONFIRMS if PART.search(text[content[0] : content[1]][:60]) else Stance.CONFIRMS
    return Reading(Act.CONFIRMATION, "confirm-verb", stance, read_denied(text, content, "confirm-verb"))


_DESPITE = re.compile(
    r"\b(?:[Dd]espite|[Aa]mid|[Aa]fter|[Ff]ollowing|[Nn]otwithstanding|in spite of|[Cc]ontrary to"
    r"|of)(?: \w+){0,3} ?\Z"
)
"""Before a denial told by its noun: it is what the sentence goes on from."""
_GAVE_DENIAL = re.compile(
    r"\b(?:issued|gave|offered|released|published|repeated|reiterated|expressed|voiced|conveyed|made"
    r"|described as)\b[^.;“”]{0,90}\b(?:denials?|refutations?|rebuttals?|disavowals?"
    r"|disclaimers?)\b(?! of (?:access|entry|service|justice))"
    r"|\bdenials? (?:also |soon |quickly |then )?(?:came|followed|arrived|went out)\b",
    re.IGNORECASE,
)
"""A denial told by its noun: what the ministry called a formal denial."""

_BLAME = r"(?:responsibility|involvement|blame|wrongdoing|complicity|culpability|guilt|fault|(?:any|all) (?:role|links?|connections?|part))"
"""What is rejected as being one's own."""
REJECTED_CLAIM = re.compile(
    rf"[\s“\"]*(?:(?:\w+ly|outright|again) )?(?:any |all |its |his |her |their |such "
    rf"|the )?(?:\w+ )?{_BLAME}\b|"
    rf"[\s“\"]*(?:(?:out of hand|as [\w ]{{2,40}}|\w+) )?(?:the|any|such|these|those|all|his|her|its"
    rf"|their) (?:[\w’'-]+ ){{0,3}}?(?:{NOUN})\b(?! to\b)",
    re.IGNORECASE,
)
"""Behind "rejected": what somebody said, and no offer."""

_TOLD_TO = re.compile(
    r"(?:(?!that\b|it\b|he\b|she\b|they\b|we\b|i\b|there\b|no\b"
    r"|nobody\b)[\w’'-]+ ){0,5}?(?:not )?to [a-z]+\b",
    re.IGNORECASE,
)
"""After "told": an order, and nothing told."""

_OWN_THREAT = re.compile(
    r"\A[\s“\"]*(?:that )?(?:it|he|she|they|we|We|I|the (?:army|military|government|country))"
    r" (?:will|would|could|might|may|shall)\b|\bconsequences\b|\bretaliat|\brespon[sd]"
)


def _warning(spoken: str, content: tuple[int, int]) -> Reading:
    """A warning threatens where the speaker itself would act; else it tells what may come."""
    if _OWN_THREAT.search(spoken):
        return Reading(Act.THREAT, "warn-own-act")
    denial = shifted(read_negation(spoken, (0, len(spoken))), content[0])
    return Reading(Act.CLAIM, "warn-of-others", denial=denial)
