"""What a speaker does in a statement: how a sentence is read by the tables of acts.

One act a statement. The cue's class gives it, the words of the content refine it. A denial is not a
rejection: turning an offer down says that there was one.
"""

import re
from dataclasses import dataclass, replace

from diplotui.extraction.act_table import ACT_OF_CLASS, AUTHOR_ACTS, CONTENT_ACTS, ContentRow
from diplotui.extraction.denials import is_withholding, read_denied
from diplotui.extraction.evasions import NOT_VERIFIED, WITHHELD_DETAIL, Evasion, read_evasion
from diplotui.extraction.frames import read_called, read_frame
from diplotui.extraction.negations import read_negation, read_shape
from diplotui.extraction.pointers import NOUN, PART, Denial, Pointer
from diplotui.extraction.spans import Attribution
from diplotui.extraction.tokens import word_set
from diplotui.model import Act, Stance


@dataclass(frozen=True, slots=True)
class Reading:
    """The act of one statement, with what it says of somebody else's claim."""

    act: Act
    rule: str
    stance: Stance = Stance.ASSERTS
    denial: Denial | None = None
    """For denials, also the open ones that stay claims until a claim is found that they contradict."""
    matter: tuple[int, int] | None = None
    """For evasions: span of what was asked about."""

    @property
    def responds(self) -> bool:
        """Whether it speaks of a claim rather than putting one forward."""
        return self.act in RESPONSES


RESPONSES = frozenset({Act.DENIAL, Act.CONFIRMATION, Act.NO_COMMENT})


_BY_CLASS = {row.cue_class: row for row in ACT_OF_CLASS}
_FRAMED = frozenset(
    {"report", "cite", "source", "hedge", "announce", "assess", "threaten", "accuse", "demand", "reject"}
)
"""Classes whose content may itself deny, in a frame."""
_TELLING = frozenset({"report", "source"})
"""Classes whose content, in the negative, may contradict a claim."""
_FINDING = word_set(
    "find determine conclude calculate estimate hold learn realise realize understand know discover establish"
)
"""Verbs of the assessing class that put a finding forward, not an opinion."""
_CALLING = word_set(
    "call describe label brand term dub characterize characterise denounce slam decry qualify"
)
"""Verbs that deny only with a word of falsity for a claim, or "it", behind them."""
_DENYING_FIRST = re.compile(
    rf"[\s“\"]*(?:[A-Z]\w+ly |While |Though |After |Before )?(?:[Dd]enying"
    rf"|[Rr]ejecting(?= [^,]{{0,60}}\b(?:{NOUN})\b)"
    rf"|[Dd]ismissing(?= [^,]{{0,60}}\b(?:{NOUN})\b)) (?P<what>[^,;“”]{{2,140}}),"
)
"""A denial in front of another saying: "Denying any part in it, the ministry called for an inquiry"."""
_NOBODY = re.compile(
    r"\b(?:cannot|can['’]t|can not|could not|no one(?: can)?|nobody(?: can)?|neither(?: \w+){0,2}"
    r"|none) (?:be )?\Z",
    re.IGNORECASE,
)
_PASSIVE_END = re.compile(r"(?:denied|refuted|rebutted) (?:by|in|at) ?\Z")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are) (?:\w+ly )?\Z", re.IGNORECASE)
_EXPERT = re.compile(
    r"\b(?:analysts?|experts?|professors?|scholars?|historians?|columnists?|commentators?"
    r"|researchers?|economists?"
    r"|journalists?|academics?|(?:senior |research )?fellow|who teach(?:es)?|lecturers?"
    r"|political scientists?)\b",
    re.IGNORECASE,
)
"""Offices whose holders judge; what they say is an assessment."""


def read_act(
    text: str, sentence: tuple[int, int], attribution: Attribution | None, content: tuple[int, int]
) -> Reading | None:
    """The act of a statement, or None where the sentence states nothing of its own (an outlet's caveat).

    ``sentence`` is the span of the statement; ``content`` what is said (for the author: the sentence).
    """
    if NOT_VERIFIED.search(text[sentence[0] : sentence[1]]) and (
        attribution is None or attribution.verb_class in ("confirm", "report", "decline")
    ):
        return None
    if attribution is None:
        return _author_act(text, sentence)
    return _attributed_act(text, sentence, attribution, content)


def _author_act(text: str, sentence: tuple[int, int]) -> Reading:
    evasion = read_evasion(text, sentence, None)
    if evasion is not None:
        return _evaded(evasion)
    passage = text[sentence[0] : sentence[1]]
    called = read_called(text, sentence)
    if called is not None:
        return Reading(Act.DENIAL, called.rule, called.stance, called)
    found = first_row(AUTHOR_ACTS, passage)
    if found is None:
        return Reading(Act.CLAIM, "author-claim")
    row, at = found
    if row.rule == "author-denial":
        what = (sentence[0] + at.end(), sentence[1])
        if is_withholding(text[what[0] : what[1]]) or _NOBODY.search(passage[: at.start()] + " "):
            return Reading(Act.CLAIM, "author-withholds")
        if at.group().lower().find("denial") >= 0:
            return Reading(row.act, row.rule, row.stance, Denial(row.stance, row.rule, Pointer.IT))
        if _PASSIVE_END.search(at.group()):
            comma = passage.find(",", 0, at.start())
            what = (sentence[0], sentence[0] + (comma if comma > 0 else at.start()))
        return Reading(row.act, row.rule, row.stance, read_denied(text, what, row.rule))
    return Reading(row.act, row.rule, row.stance)


def first_row(rows: tuple[ContentRow, ...], passage: str) -> tuple[ContentRow, re.Match[str]] | None:
    """The first row of a table whose pattern stands in a passage, with its match."""
    for row in rows:
        found = row.pattern.search(passage)
        if found:
            return row, found
    return None


def _evaded(evasion: Evasion) -> Reading:
    return Reading(Act.NO_COMMENT, evasion.rule, evasion.stance, matter=evasion.matter)


def _attributed_act(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int]
) -> Reading:
    name = attribution.verb_class
    spoken = spoken_view(text, attribution, content)
    framed = None
    if name in _FRAMED and not attribution.negated:
        framed = _framed(text, sentence, attribution, content, spoken)
    refused = name == "reject" and attribution.verb in ("refuse", "decline")
    withheld = name == "deny" and _withholds(text, sentence, attribution, content)
    if withheld:
        return Reading(Act.CLAIM, "withholds")
    if name in ("deny", "decline") or name in _TELLING or attribution.negated or refused:
        evasion = read_evasion(text, sentence, content, attribution.cue)
        if evasion is not None and framed is None and not (name == "deny" and not attribution.negated):
            return _evaded(evasion)
    if name == "decline":
        if WITHHELD_DETAIL.search(text[sentence[0] : sentence[1]]):
            return Reading(Act.CLAIM, "withheld-detail")
        return Reading(Act.NO_COMMENT, "declines", Stance.DECLINES)
    if name == "deny" and attribution.verb in _CALLING:
        called = read_called(text, sentence) or _framed(text, sentence, attribution, content, spoken)
        if called is None:
            return Reading(Act.ASSESSMENT, "called")
        return Reading(Act.DENIAL, called.rule, called.stance, called)
    opening = _DENYING_FIRST.match(text, *sentence)
    if opening is not None and name != "deny":
        denial = read_denied(text, opening.span("what"))
        return Reading(Act.DENIAL, denial.rule, denial.stance, denial)
    if name == "deny":
        return _deny_cue(text, sentence, attribution, content)
    if framed is None and name == "reject" and _REJECTED_CLAIM.match(text, *content):
        framed = read_denied(text, content)
    if framed is not None:
        return Reading(Act.DENIAL, framed.rule, framed.stance, framed)
    return _by_class(text, sentence, attribution, content, spoken)


def spoken_view(text: str, attribution: Attribution, content: tuple[int, int]) -> str:
    """What is said, with an attribution in its middle blanked out; as long as the content itself."""
    start, end = content
    passage = text[start:end]
    if not (start <= attribution.cue[0] and attribution.cue[1] <= end):
        return passage
    pieces = [
        attribution.cue,
        *((m.start, m.end) for m in (*attribution.mentions, *attribution.via, *attribution.origins)),
    ]
    inside = [piece for piece in pieces if start <= piece[0] and piece[1] <= end]
    low, high = min(piece[0] for piece in inside) - start, max(piece[1] for piece in inside) - start
    return passage[:low] + " " * (high - low) + passage[high:]


def _framed(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int], spoken: str
) -> Denial | None:
    """A denial in a frame: in what is said, or in how the speaker is said to have called it."""
    found = _shifted(read_frame(spoken, (0, len(spoken))), content[0])
    if found is None and attribution.quote is not None and attribution.content != content:
        found = read_frame(text, attribution.content)
    if found is None:
        deed = attribution.verb_class in ("reject", "accuse") or attribution.verb in _CALLING
        whole = deed or content[0] <= sentence[0]
        found = read_called(text, (sentence[0], sentence[1] if whole else content[0]))
    return found


def _shifted(denial: Denial | None, by: int) -> Denial | None:
    """A denial read in a view, with its span moved to the text's offsets."""
    if denial is None or denial.what is None:
        return denial
    return replace(denial, what=(denial.what[0] + by, denial.what[1] + by))


def _withholds(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int]
) -> bool:
    """Whether "deny" keeps something from somebody here."""
    if attribution.verb != "deny" or content[0] < attribution.cue[1]:
        return False
    passive = _PASSIVE.search(text, sentence[0], attribution.cue[0]) is not None
    return is_withholding(text[content[0] : content[1]], passive)


def _deny_cue(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int]
) -> Reading:
    before = text[sentence[0] : attribution.cue[0]]
    if _NOBODY.search(before):
        return Reading(Act.CLAIM, "cannot-be-denied")
    if attribution.negated:
        return Reading(Act.NO_COMMENT, "did-not-deny", Stance.NON_DENIAL, matter=content)
    denial = read_denied(text, content)
    return Reading(Act.DENIAL, denial.rule, denial.stance, denial)


def _by_class(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int], spoken: str
) -> Reading:
    name = attribution.verb_class
    if name == "threaten" and attribution.verb in ("warn", "caution against"):
        return _warning(spoken, content)
    if name == "confirm":
        return _confirmation(text, attribution, content)
    if name == "hedge":
        told = _author_act(text, content)
        return told if told.act is not Act.NO_COMMENT else Reading(Act.CLAIM, "hedged-claim")
    if name == "assess" and attribution.verb in _FINDING:
        return Reading(Act.CLAIM, "finding")
    row = _BY_CLASS.get(name)
    if row is not None:
        return Reading(row.act, f"{name}-verb", row.stance)
    if attribution.verb == "tell" and _TOLD_TO.match(spoken):
        return Reading(Act.DEMAND, "told-to")
    if _GAVE_DENIAL.search(text, *sentence):
        return Reading(
            Act.DENIAL, "gave-denial", Stance.DENIES, Denial(Stance.DENIES, "gave-denial", Pointer.IT)
        )
    refined = first_row(CONTENT_ACTS, spoken)
    opened = None
    if name in _TELLING and not attribution.negated:
        opened = _opened(spoken, content[0])
    if refined is not None:
        return Reading(refined[0].act, refined[0].rule, refined[0].stance, opened)
    if _is_expert(text, sentence, attribution):
        return Reading(Act.ASSESSMENT, "expert", denial=opened)
    return Reading(Act.CLAIM, f"{name}-cue", denial=opened)


_SAID_SENTENCES = 4
"""Sentences of a longer saying in which a negated fact is looked for."""
_BREAK = re.compile(r"(?<=[.!?])[”\"’]*\s+(?=[“\"‘A-Z])|[”\"]\s{2,}[\s,.]*(?=[“\"])")


def _opened(spoken: str, start: int) -> Denial | None:
    """An open denial in one of the first sentences of what is said."""
    low = 0
    for _ in range(_SAID_SENTENCES):
        stop = _BREAK.search(spoken, low)
        span = (low, stop.start() if stop else len(spoken))
        found = read_shape(spoken, span) or read_negation(spoken, span)
        if found is not None:
            return _shifted(found, start)
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


_GAVE_DENIAL = re.compile(
    r"\b(?:issued|gave|offered|released|published|repeated|reiterated"
    r"|described as)\b[^.;“”]{0,90}\bdenials?\b(?! of (?:access|entry|service))"
)
"""A denial told by its noun: what the ministry called a formal denial."""

_REJECTED_CLAIM = re.compile(
    rf"[\s“\"]*(?:\w+ )?(?:the|any|such|these|those|all|his|her|its"
    rf"|their) (?:[\w’'-]+ ){{0,3}}?(?:{NOUN})\b(?! to\b)",
    re.IGNORECASE,
)
"""Behind "rejected": what somebody said, and no offer."""

_TOLD_TO = re.compile(
    r"(?:(?!that\b|it\b|he\b|she\b|they\b|we\b)[\w’'-]+ ){0,5}?(?:not )?to [a-z]+\b", re.IGNORECASE
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
    denial = _shifted(read_negation(spoken, (0, len(spoken))), content[0])
    return Reading(Act.CLAIM, "warn-of-others", denial=denial)
