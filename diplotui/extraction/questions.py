"""What an answer tells of the claim it speaks of: its words, and how it points."""

import re

from diplotui.extraction.claim_sides import is_negated
from diplotui.extraction.content import first_clause
from diplotui.extraction.denials import read_denied
from diplotui.extraction.drafts import Draft
from diplotui.extraction.link_question import Question
from diplotui.extraction.pointers import CLAIM_NOUN, NOUN, Denial, Pointer, pointer_of
from diplotui.extraction.words import content_stems, stem
from diplotui.model import Act

_SUCH = re.compile(
    r"\b(?:no|any)? ?such(?: an?)? (?P<such>[\w-]+)|\bthe same (?P<same>[\w-]+)", re.IGNORECASE
)


def question_of(index: int, draft: Draft, text: str) -> Question:
    """What the statement at ``index`` asks the claims before it."""
    denial = draft.reading.denial or _asked_of(text, draft)
    span = denial.what if denial is not None else draft.reading.matter
    passage = subject_before(text, draft, span[0]) + first_clause(text[span[0] : span[1]]) if span else ""
    if not passage and draft.act is Act.NO_COMMENT:
        fronted = _FRONTED.match(text, draft.unit.start, draft.unit.end)
        passage = fronted["matter"] if fronted else ""
    if denial is not None and denial.open:
        passage = _JOINED.sub("", passage)
    such = _SUCH.search(passage or text[draft.unit.start : draft.unit.end])
    noun = (such["such"] or such["same"]) if such else ""
    pointer = denial.pointer if denial is not None else _matter_pointer(passage, draft)
    if pointer is Pointer.MATTER and _VERB.search(passage):
        pointer = None  # "the president had lied" is no matter told before, it is a sentence
    bare = pointer is Pointer.IT or _BARE.match(passage) is not None
    stems = frozenset() if bare else _weighty(content_stems(passage) - draft.names)
    return Question(
        index,
        draft,
        stems=stems,
        pointer=Pointer.IT if bare else pointer,
        noun=_pointing_noun(denial.scope if denial is not None else passage),
        such=frozenset({stem(noun)}) if noun else frozenset(),
        actors=draft.subjects,
        silent=draft.reading.denial is None and draft.reading.matter is None,
        here=_points_here(text, draft, denial.scope if denial is not None else passage),
        event=denial is not None and denial.rule == "deny-event-false",
        negated_only=denial.open if denial is not None else False,
        blame=draft.reading.denial is not None and _BLAME_RULE.search(draft.reading.denial.rule) is not None,
        words=frozenset(_WORD.findall(text, draft.unit.start, draft.unit.end)),
        others=_other_parties(draft, passage),
        places=_names_in(passage) - draft.names if _tells_places(draft, bare) else frozenset(),
        negated=denial is not None and not denial.negated and is_negated(passage),
        another=_OTHER.search(text, draft.unit.start, draft.unit.end) is not None,
        own_question=denial is None and pointer is None and _ASKED.match(passage) is not None and not stems,
    )


_FRONTED = re.compile(
    r"[\s“\"]*(?:as (?:to|for)|about|regarding|concerning|on) (?P<matter>the [^,.;]{3,60}),", re.IGNORECASE
)
"""What a refusal is about, where its sentence begins with it: "As to the microphones, he would not ..."."""

_OTHER = re.compile(
    rf"\b(?:other|another|further|separate|similar|unrelated|both) (?:{NOUN})\b", re.IGNORECASE
)
"""A pointer to a claim besides the one that was told."""

_ASKED = re.compile(
    r"[\s“\"]*(?:(?:on|about|for|as to|of) )?(?:who|whom|whose|what|when|where|which|why|how)\b",
    re.IGNORECASE,
)
"""A question that a refusal repeats: who, for whom, why."""

_BARE = re.compile(
    r"[\s“\"]*(?:it|this|that|them|these|those)(?: \w+ly)? (?:within|before|after|on|in|at|during|through|via|by"
    r"|from|to|hours|minutes|days|last|as|when)\b"
    r"|[\s“\"]*(?:that (?:it|they|he|she) had )?(?:having )?(?:doing|done) (?:so|it|that|this|anything of the (?:kind|sort))\b",
    re.IGNORECASE,
)
"""A bare pointer with no more behind it than when, where or through whom."""

_JOINED = re.compile(r"(?:[;:]|, (?:and|but|while|although|which|who)\b).*\Z", re.DOTALL)
"""What is joined to a negated clause and is not negated with it."""

_BLAME_RULE = re.compile(r"nothing-to-do|-blame\Z")
"""Rules of denials by which somebody clears himself, not of denials that a thing happened."""
_WORD = re.compile(r"[^\W\d_][\w’-]*(?<!['’]s)")
_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z][a-zà-ÿ’'-]{2,}")
_NO_PLACE = content_stems(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December President Minister General Secretary Foreign Defence Western Eastern"
    " Northern Southern European Union Nations United Council Parliament Government Army Navy"
)


_SHORT = 110
"""Characters of a passage that tells a denial and no more."""
_MOSTLY = 0.3
"""Share of its passage from which what an answer speaks of has the parties of that passage."""


def _other_parties(draft: Draft, passage: str) -> frozenset[str]:
    """Parties besides the answering one in a passage that mostly tells what is denied."""
    whole = draft.unit.end - draft.unit.start
    if draft.act is not Act.DENIAL or (len(passage) < _MOSTLY * whole and whole > _SHORT):
        return frozenset()
    return frozenset(draft.mentioned) - set(draft.parties)


def _tells_places(draft: Draft, bare: bool) -> bool:
    """Whether the names in what is denied tell one claim from another: not in a clause of its own making."""
    denial = draft.reading.denial
    return not bare and draft.act is not Act.NO_COMMENT and denial is not None and not denial.open


def _names_in(passage: str) -> frozenset[str]:
    """Stems of words with a capital behind a small one: places and persons."""
    return content_stems(" ".join(_NAME.findall(passage))) - _NO_PLACE


_LIGHT = content_stems(
    "come go get give hold way thing things time times place places happen occur exist simply whatsoever man men person people"
    " side sides hour minute moment night evening morning afternoon today tonight yesterday single whole any such"
    " incident event episode situation matter act action activity conduct practice behaviour occurrence step move"
)
"""Words that tell little of what somebody speaks of."""


def _weighty(stems: frozenset[str]) -> frozenset[str]:
    """Content stems without the light ones, where others remain."""
    return stems - _LIGHT or stems


def bare_question(index: int, draft: Draft) -> Question:
    """What a passage asks that only points at what was said before it."""
    return Question(
        index,
        draft,
        stems=frozenset(),
        pointer=Pointer.IT,
        noun="",
        such=frozenset(),
        actors=draft.subjects,
        silent=False,
        here=False,
        event=False,
        negated_only=False,
    )


_VERB = re.compile(
    r"\b(?:had|has|have|was|were|is|are|did|does|would|will|could|can|might|may)\b", re.IGNORECASE
)

_HEADLESS = re.compile(r"\s*(?:was|were|is|are|had|has|have|never|did)\b")
_RELATIVE = re.compile(r"\b(?P<noun>(?:an?|the|any) (?:[\w’-]+ ){0,3}?[\w’-]+),? (?:that|which)\b[^.;]*\Z")


def subject_before(text: str, draft: Draft, start: int) -> str:
    """What a relative clause is about that is denied: "a truce" of "a truce that both say was never on offer".

    Empty where the clause at ``start`` has a subject of its own.
    """
    if _HEADLESS.match(text, start) is None:
        return ""
    found = _RELATIVE.search(text, draft.unit.start, start)
    return f"{found['noun']} " if found else ""


_SAID_BEFORE = re.compile(
    r"[\s“\"]*(?:what (?:had been|was|has been|they had|he had|she had) (?:said|discussed|agreed|offered)\b"
    r"|(?:it|this|that)[\s.,;”\"]*\Z|(?:the|such) (?:matters?|issues?|subject|question|talks"
    r"|incident|case|developments?|move|deal|plan|idea|affair|episode|situation)\b(?! (?:of|to|for|that)\b)"
    r"|[^.;]{0,40}\b(?:you|he|she|they) (?:have |had |['’]ve )?(?:mention(?:ed)?|rais(?:e|ed)|refer(?:red)? to|describ(?:e|ed)"
    r"|ask(?:ed)? about)\b)",
    re.IGNORECASE,
)
"""What was asked about, where it only points back."""


def _asked_of(text: str, draft: Draft) -> Denial | None:
    """What somebody would not speak of, read like what is denied, where a noun points at it."""
    matter = draft.reading.matter
    if matter is None or draft.act is not Act.NO_COMMENT:
        return None
    pointed = read_denied(text, matter, "asked")
    return pointed if pointed.pointer in _SAID_NOUNS else None


_SAID_NOUNS = frozenset({Pointer.REPORT, Pointer.CLAIM, Pointer.ACCUSATION, Pointer.EXHIBIT})


_THIS_NOUN = re.compile(r"\A[\s“\"]*(?:this|that|these|those) [\w-]+", re.IGNORECASE)
_THIS_LAST = re.compile(
    r"\b(?:contest|den[iy]|disput|reject|dismiss|refut|rebut)\w* (?:this|that)\b"
    r"(?=[\s.,;:”\"]*(?:\Z|[.,;:”\"]|(?:and|but|as|on|in|too|outright|strongly|flatly)\b))",
    re.IGNORECASE,
)
"""A bare "this" or "that" behind a verb of denying, not the beginning of a clause."""


def _points_here(text: str, draft: Draft, words: str | None) -> bool:
    """Whether it points with "this" or "that" at what stands nearest: contested this, branded that claim."""
    if _THIS_NOUN.match(words or ""):
        return True
    return _THIS_LAST.search(text, draft.unit.start, draft.unit.end) is not None


def _pointing_noun(words: str | None) -> str:
    """Stem of the noun by which a scope or a question points: "the findings" -> find."""
    found = CLAIM_NOUN.search(words or "")
    return stem(found.group()) if found else ""


def _matter_pointer(passage: str, draft: Draft) -> Pointer | None:
    """What a question was about, where it is only pointed at ("on the report", or silence)."""
    found = CLAIM_NOUN.search(passage)
    if found:
        return pointer_of(found.group())
    silent = not passage or _SAID_BEFORE.match(passage) is not None
    return Pointer.IT if draft.act is Act.NO_COMMENT and silent else None


def own_matter(asked: Question) -> bool:
    """Whether an answer that found no claim carries one of its own: a proposition, not a bare pointer."""
    denial = asked.draft.reading.denial
    if asked.draft.act is Act.NO_COMMENT:
        return asked.draft.reading.matter is not None and len(asked.stems) > 1
    if denial is None:
        return asked.draft.act is Act.CONFIRMATION
    return denial.what is not None and bool(asked.stems)
