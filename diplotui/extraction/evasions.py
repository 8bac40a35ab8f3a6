"""Answers that give no answer: declined, neither confirmed nor denied, referred on, unaware, none yet.

A refusal counts only where the speaker is its subject: in the main clause, or in the speaker's own words
right at their start ("said it would not comment", "“We do not discuss this”"). That a third party would not
speak of something is content like any other.
"""

import re
from dataclasses import dataclass, replace

from diplotui.extraction.evasion_table import EVASIONS
from diplotui.extraction.pointers import Denial
from diplotui.model import Stance

_OBJECT_AFTER = re.compile(
    r" (?P<matter>(?:that|the|this|these|those|any|such|an?|its|his|her|their|having|being"
    r"|it)\b[^.!?;”\"]{0,160})",
    re.IGNORECASE,
)
_MATTER_AFTER = re.compile(
    r" (?:on|about|to|into|of|whether|if|with|when|how|who|what|why|where"
    r"|which) (?P<matter>[^.!?;”\"]{3,160})",
    re.IGNORECASE,
)

ASKED_ABOUT = re.compile(
    r"\b(?:(?:when |if )?(?:asked|pressed|questioned|quizzed) (?:by [^,]{2,60}? )?(?:(?:directly"
    r"|again|repeatedly|later|on \w+day|in an? \w+|at an? [\w ]{3,30}?) )*"
    r"(?:about|on|whether|if|how|why|when|what|for)|(?:in response|responding|in answer"
    r"|replying) to (?:an? )?(?:questions?|queries|reporters)(?: [\w’' ]{2,30}?)? (?:about|on"
    r"|whether)"
    r"|(?:on|to) the question of)\s+(?P<matter>[^.!?;”\"]{3,220}?)(?=,\s|\.\s|\.\Z|;|\Z)",
    re.IGNORECASE,
)
"""A question that the sentence tells of, and what it was about."""

_ASKS = ("asked", "pressed", "question", "quizzed", "respon", "answer", "repl", "quer", "reporters")
"""Without one of these no question is told of."""
_IN_PRIVATE = re.compile(
    r"\b(?:in silence|silence|in private|privately|behind closed doors|not (?:in|a) public"
    r"|not (?:be )?(?:discussed )?in (?:the )?(?:public|press|media)|not\b[^.;]{0,30}(?:through|via|in|over"
    r"|by) (?:the )?(?:newspapers?|headlines|television|megaphones?|microphones?|public|media|press)"
    r"|not through (?:the )?(?:media"
    r"|press|microphones?)"
    r"|not for public|quiet(?:ly)? diplomacy|away from the cameras?|confidential(?:ity|ly)?"
    r"|discreet(?:ly)?|discretion|in due course|when the time comes|premature|too early to"
    r"|hypothetical)\b",
    re.IGNORECASE,
)
"""Answers that move the matter out of sight; a refusal only after a question that the text tells of."""

_OWN_START = re.compile(
    r"\A[\s“\"‘’':]*(?:that )?[“\"]?(?:(?:[Yy]ou know(?: that)?|[Ll]ook|[Ww]ell|[Aa]gain|[Aa]s (?:I"
    r"|we)[^,]{2,30}|(?:[Aa]s|[Ff]or|[Oo]n|[Ii]n|[Aa]t|[Aa]bout|[Uu]nder) [^,.;“”\"]{2,45}?),? )?"
    r"(?:(?:it|he|she|they|we|i|I|It|He|She|They|We|there|There|[Tt]he (?:\w+ ){1,3}?|[Ii]ts \w+"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b[ ,]*){0,2}(?:['’](?:ve|m|re|d|ll))?"
    r"(?:(?:do|does|did|have|has|had|would|will|can|could|am|is|are|was|were|wo)?(?:n['’]t| not)? ?)"
    r"(?:also |still |simply |just |only |currently |\w+ly )?\Z"
)
"""What may stand before a refusal in the speaker's own words: their subject, and nothing more."""

NOT_VERIFIED = re.compile(
    r"\b(?:could|can|was|were|has|have)(?: not|n['’]t) (?:been )?(?:able to )?(?:immediately )?"
    r"(?:independently (?:verif|confirm|corroborat)|verif|corroborat|authenticat)\w*"
    r"|\bindependently verified\b",
    re.IGNORECASE,
)
"""An outlet's caveat ("could not independently verify the report"): nobody's stance on anything."""

WITHHELD_DETAIL = re.compile(
    r"\b(?:declin(?:ed|es|ing) to|refus(?:ed|es|ing) to|did(?: not|n['’]t)|without) (?:elaborat\w+"
    r"|specify\w*|giv\w+ (?:\w+ )?details|provid\w+ (?:\w+ )?details|nam(?:e|ing)|identify\w*"
    r"|go(?:ing)? into details?)\b",
    re.IGNORECASE,
)
"""Detail withheld, as the writer notes it: no answer was refused."""


LEAD = 22
"""Characters between the start of a refusal and its cue (would not, has yet to, did not immediately)."""


_REQUEST = re.compile(
    r"(?:an? |the |our |repeated |several |multiple |written |emailed )*"
    r"(?:requests?|calls?|messages?|questions?|queries|emails?|inquiries)(?: for (?:further "
    r"|immediate |more )?(?:comment|details|information))?"
    r"(?:,? (?:on|about|regarding|from [\w ]{3,40}?(?: on| about)?)\b| seeking comment(?: on)?)? ?",
    re.IGNORECASE,
)
"""What merely says that somebody was asked."""


@dataclass(frozen=True, slots=True)
class Evasion:
    """A refusal to answer: its stance and, where the words tell, what was asked about."""

    stance: Stance
    rule: str
    matter: tuple[int, int] | None = None


def read_evasion(
    text: str,
    sentence: tuple[int, int],
    content: tuple[int, int] | None,
    cue: tuple[int, int] | None = None,
) -> Evasion | None:
    """The evasion that a sentence tells of, or None.

    ``content`` is what its speaker says; None: the sentence has no attribution and is read whole. What begins
    at the ``cue`` is the speaker's own act also where the content holds the cue.
    """
    start, end = sentence
    whole = text[start:end]
    lowered = whole.lower()
    rows = [row for row in EVASIONS if row.look.sees(lowered)]
    asked = ASKED_ABOUT.search(whole) if any(word in lowered for word in _ASKS) else None
    if not rows and asked is None:
        return None
    question = (start + asked.start("matter"), start + asked.end("matter")) if asked else None
    for row in rows:
        for found in row.pattern.finditer(whole):
            at = found.start() + start
            own = cue is not None and cue[0] - LEAD <= at <= cue[1]
            own = own or (asked is not None and found.start() >= asked.end("matter"))
            if content is not None and not own and not _is_own(text, at, content):
                continue
            if WITHHELD_DETAIL.match(whole, found.start()) or NOT_VERIFIED.search(
                whole[max(0, found.start() - 20) : found.end()]
            ):
                continue
            return Evasion(row.stance, row.rule, question or _matter(whole, found.end(), start))
    if asked and content is not None:
        if _IN_PRIVATE.search(text[content[0] : content[1]]):
            return Evasion(Stance.DECLINES, "declines-in-private", question)
        if _SAID_ONLY.search(whole, asked.end("matter")):
            return Evasion(Stance.DECLINES, "said-only", question)
    if asked and _POINTED_TO.search(whole):
        return Evasion(Stance.REFERS, "pointed-to", question)
    return None


_SAID_ONLY = re.compile(
    r"\b(?:said|saying|replied|answered|repeated) only\b|\b(?:would|could|will) (?:only"
    r"|merely) say\b|\bwould say only\b",
    re.IGNORECASE,
)
_POINTED_TO = re.compile(
    r"\b(?:pointed|points) (?:reporters |them |us )?to (?:the|its|his|her|an?)\b(?! (?:fact|need))",
    re.IGNORECASE,
)


_EMPTY = re.compile(
    r"[\s“\"‘’':]*(?:(?:(?:I|We|You|They)(?:['’](?:ve|re|m))?(?: have|['’]ve| are| am)? (?:seen|read|heard"
    r"|aware of|noted|saw|understand"
    r"|appreciate|know)\b[^.!?;]{0,80}|Thanks?(?: you)?\b[^.!?;]{0,40}|Good question|Well|Look|Again|So"
    r"|Okay|Sure|Yeah|Right)[.!,;—-]+\s+"
    r"(?:(?:And|But|So|And so) )?)+",
)
"""What only leads up to a refusal: "I have seen the reports. I am not going to speak to that"."""


def denies_what_was_asked(text: str, sentence: tuple[int, int], denial: Denial) -> Denial:
    """A denial without words of its own behind the question it answers: "Asked whether it had paid, it said not"."""
    if denial.rule != "deny-ellipsis":
        return denial
    asked = ASKED_ABOUT.search(text, *sentence)
    if asked is None or _WHETHER.search(text, asked.start(), asked.start("matter")) is None:
        return denial
    return replace(denial, what=asked.span("matter"), pointer=None)


_WHETHER = re.compile(r"\b(?:whether|if)\s+\Z")


def _is_own(text: str, at: int, content: tuple[int, int]) -> bool:
    if not content[0] <= at < content[1]:
        return True
    empty = _EMPTY.match(text, content[0], at)
    return _OWN_START.match(text[empty.end() if empty else content[0] : at]) is not None


def _matter(whole: str, after: int, start: int) -> tuple[int, int] | None:
    found = _MATTER_AFTER.match(whole, after) or _OBJECT_AFTER.match(whole, after)
    if found is None:
        return None
    asked = _REQUEST.match(whole, found.start("matter"), found.end("matter"))
    low = asked.end() if asked else found.start("matter")
    return (start + low, start + found.end("matter")) if whole[low : found.end("matter")].strip() else None
