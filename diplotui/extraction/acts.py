"""What a speaker does in a statement: how a sentence is read by the tables of acts.

One act a statement. The cue's class gives it, the words of the content refine it. A denial is not a
rejection: turning an offer down says that there was one.
"""

import re
from dataclasses import replace

from diplotui.extraction.act_classes import REJECTED_CLAIM, TELLING, act_by_class
from diplotui.extraction.act_table import AUTHOR_ACTS, first_row
from diplotui.extraction.denials import KEPT_FROM, is_withholding, read_denied
from diplotui.extraction.evasions import NOT_VERIFIED, WITHHELD_DETAIL, Evasion, read_evasion
from diplotui.extraction.frames import read_called, read_frame
from diplotui.extraction.negations import read_negation
from diplotui.extraction.pointers import NOUN, Denial, Pointer
from diplotui.extraction.readings import Reading, shifted, spoken_view
from diplotui.extraction.spans import Attribution
from diplotui.extraction.tokens import word_set
from diplotui.model import Act, Stance

_FRAMED = frozenset(
    {"report", "cite", "source", "hedge", "announce", "assess", "threaten", "accuse", "demand", "reject"}
)
"""Classes whose content may itself deny, in a frame."""
_CALLING = word_set(
    "call describe label brand term dub characterize characterise denounce slam decry qualify"
)
"""Verbs that deny only with a word of falsity for a claim, or "it", behind them."""
_SCORNING = word_set("scorn deride mock ridicule belittle")
"""Verbs of blaming that deny where a claim is their object."""
_DEEDS = _CALLING | word_set("question counter challenge express voice convey air")
"""Verbs of saying whose own sentence tells what is done to a claim."""
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
_THOUGHT = re.compile(r"\b(?:suggestions?|ideas?|notions?|speculation|insinuations?)(?P<that> that)?\b")
"""What may be an idea put forward as well as a claim: a claim where "that" follows."""
_OR_CONFIRM = re.compile(
    r"\b(?:won['’]t|will not|would not|did not|does not|declin\w+ to|refus\w+ to|could not"
    r"|cannot)\b[^.;“”]{3,90}\bor \Z"
)
"""Before "confirm": would not say who fired, or confirm that anybody did."""
_NEGATION_LAST = re.compile(
    r"\b(?:at no (?:time|point|stage|moment)|under no circumstances|in no way|on no occasion)\s*\Z"
)
_TIME_FIRST = re.compile(
    r"(?:only |just |barely )?(?:an?|one|two|three|four|some|\d+) (?:\w+ )?(?:minutes?|hours?|days?|weeks?"
    r"|months?|years?)"
    r" (?:before|earlier|ago|later|after|previously),? that "
)
"""A time that stands between a verb of saying and its "that": told senators a day before that ..."""
_PHRASE = re.compile(
    r"\b(?:the|this|that|these|those|its|his|her|their|such|any|no|an?|reports?|claims?|allegations?"
    r"|accusations?)\b"
)
"""Where a noun phrase may begin in the words of a cue."""
_PLURAL_NOUN = re.compile(r"reports|claims|allegations|accusations")
_FEWEST_SAID = 3
"""Fewer words are no content: what the sentence tells is looked for in its own verb."""
_RELATIVE = re.compile(r"\b(?:which|what|that) \Z")
_RELATIVE_REACH = 8
_HEARD = word_set("tell inform assure remind advise notify")
"""Verbs with a hearer: without "that", the subject of what is said may pass for one."""
_BEGINS_WITH_VERB = re.compile(r"\s*(?:is|are|was|were|had|has|have|did|does|do|could|would)\b")
_PASSIVE_END = re.compile(r"(?:denied|refuted|rebutted) (?:by|in|at) ?\Z")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are) (?:\w+ly )?\Z", re.IGNORECASE)


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
    if attribution.rule.startswith("carry") and attribution.verb_class in ("deny", "decline", "reject"):
        attribution = replace(attribution, verb="say", verb_class="report", negated=False)
    return _attributed_act(text, sentence, attribution, _whole_content(text, attribution, content))


def _whole_content(text: str, attribution: Attribution, content: tuple[int, int]) -> tuple[int, int]:
    """The content with its own first words, where a cue without "that" took them for its own.

    "said at no time had it fired", "told the council the claims were false".
    """
    if content[0] < attribution.cue[1]:
        return content
    late = _TIME_FIRST.match(text, *content)
    if late is not None:
        return late.end(), content[1]
    taken = _NEGATION_LAST.search(text, *attribution.cue)
    if taken is None and attribution.verb in _HEARD and _BEGINS_WITH_VERB.match(text, *content):
        found = list(_PHRASE.finditer(text, attribution.cue[0], attribution.cue[1]))
        taken = found[-1] if len(found) > 1 or (found and _PLURAL_NOUN.match(found[-1].group())) else None
    return content if taken is None else (taken.start(), content[1])


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
    if row.rule == "author-rejection" and _rejects_claim(passage, at):
        denial = read_denied(text, (sentence[0] + at.end(), sentence[1]), "author-rejected-claim")
        return Reading(Act.DENIAL, denial.rule, denial.stance, denial)
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


def _rejects_claim(passage: str, at: re.Match[str]) -> bool:
    """Whether what is rejected was put forward as a fact: a charge, and no offer, plan or idea."""
    if "reject" not in at.group().lower() or not REJECTED_CLAIM.match(passage, at.end()):
        return False
    thought = _THOUGHT.search(passage, at.end(), at.end() + 60)
    return thought is None or thought["that"] is not None


def read_issued(text: str, sentence: tuple[int, int]) -> Reading | None:
    """The act of a plain sentence in which an issuer itself speaks, where it denies; None: read as an author's."""
    found = read_frame(text, sentence)
    if found is not None:
        return Reading(Act.DENIAL, found.rule, found.stance, found)
    opened = read_negation(text, sentence)
    return None if opened is None else Reading(Act.CLAIM, "issued-claim", denial=opened)


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
    if name in ("deny", "decline") or name in TELLING or attribution.negated or refused:
        evasion = read_evasion(text, sentence, content, attribution.cue)
        if evasion is not None and framed is None and not (name == "deny" and not attribution.negated):
            return _evaded(evasion)
    if attribution.verb == "beg":
        differs = read_called(text, sentence)
        if differs is not None:
            return Reading(Act.DENIAL, differs.rule, differs.stance, differs)
    if name == "confirm" and _OR_CONFIRM.search(text, sentence[0], attribution.cue[0]):
        evasion = read_evasion(text, sentence, content, attribution.cue)
        if evasion is not None:
            return _evaded(evasion)
    if name == "decline":
        if WITHHELD_DETAIL.search(text[sentence[0] : sentence[1]]):
            return Reading(Act.CLAIM, "withheld-detail")
        return Reading(Act.NO_COMMENT, "declines", Stance.DECLINES)
    if name == "deny" and attribution.verb in _CALLING:
        called = read_called(text, (_with_relative(text, sentence[0]), sentence[1])) or _framed(
            text, sentence, attribution, content, spoken
        )
        if called is None:
            return Reading(Act.ASSESSMENT, "called")
        return Reading(Act.DENIAL, called.rule, called.stance, called)
    opening = _DENYING_FIRST.match(text, *sentence)
    if opening is not None and name != "deny":
        denial = read_denied(text, opening.span("what"))
        return Reading(Act.DENIAL, denial.rule, denial.stance, denial)
    if name == "deny":
        return _deny_cue(text, sentence, attribution, content)
    scorned = name == "accuse" and attribution.verb in _SCORNING
    if framed is None and (name == "reject" or scorned) and REJECTED_CLAIM.match(text, *content):
        framed = read_denied(text, content)
    if framed is not None:
        return Reading(Act.DENIAL, framed.rule, framed.stance, framed)
    if name == "hedge":
        told = _author_act(text, content)
        return told if told.act is not Act.NO_COMMENT else Reading(Act.CLAIM, "hedged-claim")
    if name == "report" and attribution.quote is None and len(spoken.split()) < _FEWEST_SAID:
        told = _author_act(text, sentence)
        if told.act is Act.DENIAL:
            return told
    return act_by_class(text, sentence, attribution, content, spoken)


def _framed(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int], spoken: str
) -> Denial | None:
    """A denial in a frame: in what is said, or in how the speaker is said to have called it."""
    found = shifted(read_frame(spoken, (0, len(spoken))), content[0])
    if found is None and attribution.quote is not None and attribution.content != content:
        found = read_frame(text, attribution.content)
    if found is None:
        deed = attribution.verb_class in ("reject", "accuse") or attribution.verb in _DEEDS
        whole = deed or content[0] <= sentence[0]
        low = _with_relative(text, sentence[0]) if deed else sentence[0]
        found = read_called(text, (low, sentence[1] if whole else content[0]))
    return found


def _with_relative(text: str, start: int) -> int:
    """Where a clause begins with the "which" or "what" before it: a report which the mayor called a fable."""
    found = _RELATIVE.search(text, max(0, start - _RELATIVE_REACH), start)
    return found.start() if found else start


def _withholds(
    text: str, sentence: tuple[int, int], attribution: Attribution, content: tuple[int, int]
) -> bool:
    """Whether "deny" keeps something from somebody here."""
    if (
        attribution.verb != "deny"
        or content[0] < attribution.cue[1]
        or attribution.rule.startswith("that")
        or (attribution.rule.startswith("clause:") and not KEPT_FROM.match(text, *content))
    ):
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
