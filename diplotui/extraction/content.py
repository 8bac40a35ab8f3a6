"""The claim in a statement as a sentence of its own: no cue, no marks, no negation, no hedge.

The wording serves readers and matching; what is quoted stays in the passage.
"""

import re

from diplotui.model import Act

LONGEST = 200
"""Characters of a claim; a longer content is cut at a word."""

_MARKS = re.compile(r"[“”„«»\"]|(?<!\w)[‘’']|(?<=[\s.,!?])[’']")
_SPACE = re.compile(r"\s+")
_LEAD = re.compile(
    r"\A(?:[\s,;:–—-]*(?:that|whether|how|and|but|also|nor|or|when|while|as|because|so)\b[\s,]*)+(?=\S)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"\A[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?: [A-ZÀ-Þ.'’-]{2,}){0,3}(?:, [A-Z][\w.]*(?: \d{1,2})?){0,2}(?: \([\w ]+\))? ?[–—-]+ (?=[A-ZÀ-Þ])"
)
"""Place and day of writing before an article's first sentence: "LIMA, Feb. 3 (Wire) - "."""
_OFTEN = re.compile(
    r"\A(?:(?:many|several|countless|three|two) times|more than once|(?:time and )?again|once again|often"
    r"|repeatedly|publicly|privately|in (?:public|private)) that (?=\S)",
    re.IGNORECASE,
)
"""How often or where it was said, between the verb and its clause: said many times that P."""
_REPORTED = re.compile(r", (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4} report(?:s|ed)(?: on \w+day)?\Z")
"""An outlet behind its report: P, the Kathmandu Post reported on Monday."""
_GOES_ON = re.compile(
    r",? (?:and|but) (?:also |then )?(?:said|added|told|insisted|accused|called|denied|stressed"
    r"|warned|urged)\b.*\Z",
    re.DOTALL,
)
"""Another saying of the same speaker behind the first."""
_TRAIL = re.compile(
    r"(?:,? (?:but|and|or|while|as|that|when|which|who|after|before|saying|adding|citing)|[\s,;:–—-])+\Z",
    re.IGNORECASE,
)
_INNER_CUE = re.compile(
    r",\s+(?:said|says|according to|told|added|wrote)\s[^.]*\Z"
    r"|(?:,\s+[^,.]{2,60}){1,3},?\s+(?:said|says|added|told [\w ]{2,20})(?:\s(?:in|on|at|to)\s[^.]*)?\.?\Z"
)
"""An attribution that stands inside quoted words, at their end."""
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|repeatedly|categorically|flatly|firmly|strongly) ",
    re.IGNORECASE,
)
_SAID_TO = re.compile(
    r"\b(is|are|was|were) (?:said|reported|alleged|believed|thought|understood) to (have|be) (\w+)",
    re.IGNORECASE,
)

ANY_PRONOUN = frozenset({"he", "she", "it", "they", "we", "i"})
_EXPLETIVE = re.compile(
    r"\Ait (?:is|was|would be|had been|has been|will be) (?:not )?(?:[\w-]+ ){0,3}?(?:to|that|who"
    r"|for|which|when)\b",
    re.IGNORECASE,
)
"""An "it" that stands for nobody: it would be wrong to, it was the army that."""
_PRONOUN = re.compile(
    r"\A(?P<pronoun>he|she|it|they|we|i)\b(?:['’](?:s|re|ve|ll|m|d))?(?: (?P<verb>\w+))?", re.IGNORECASE
)
_AGREE = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "am": "is",
    "know": "knows",
    "need": "needs",
    "want": "wants",
}
_SHORT = {"'s": " is", "'re": " is", "'ve": " has", "'ll": " will", "'m": " is", "'d": " would"}

_POSITIVE: tuple[tuple[str, str], ...] = (
    (r"\b(did|does|do|has|have|had|was|were|is|are|will|would|could|can)(?: not|n['’]t)\b(?: any\b)?", r"\1"),
    (r"\bcannot\b", "can"),
    (r"\b(has|have|had) never\b", r"\1"),
    (
        r"\bnever (made|sent|offered|received|agreed|signed|gave|held|met|asked)( any kind of| any)?\b",
        r"\1\2",
    ),
    (r"\bnever\b ?", ""),
    (r"\bno such\b", "such a"),
    (r"\bthere (was|were|is|are|has been|have been|had been) no(?:t any|t)?\b", r"there \1"),
    (r"\b(had|has|have) nothing to do with\b", r"\1 something to do with"),
    (r"\b(had|has|have|made|sent|received|held|played) no\b", r"\1 a"),
    (r"\Ano (\w+s)\b", r"\1"),
    (r"\Ano (\w+)\b", r"a \1"),
    (r"\b(?:nobody|no one)\b", "somebody"),
    (r"\bnone of\b", "some of"),
    (r"\bno longer\b", "still"),
    (r"\bany kind of\b", "a kind of"),
    (r"\bany\b", "some"),
    (r"\bever\b ?", ""),
)
"""From the denial back to what is denied. ``did not fire`` becomes ``did fire``: the tense stays."""
_POSITIVE_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), into) for pattern, into in _POSITIVE)
_NOR = re.compile(r",? (?:nor|and (?:had |has |have )?(?:no|never|not)|or any)\b.*\Z", re.IGNORECASE)

_GERUND_PAST = {
    "send": "sent", "sell": "sold", "hold": "held", "shoot": "shot", "strik": "struck", "tak": "took",
    "giv": "gave",
    "mak": "made", "build": "built", "buy": "bought", "bring": "brought", "steal": "stole", "break": "broke",
    "beginn": "began", "fly": "flew", "hid": "hid", "lead": "led", "leav": "left", "los": "lost",
    "meet": "met",
    "pay": "paid", "runn": "ran", "see": "saw", "seek": "sought", "sett": "set", "sink": "sank",
    "speak": "spoke",
    "spend": "spent", "spread": "spread", "winn": "won", "withdraw": "withdrew", "writ": "wrote",
    "keep": "kept",
    "fight": "fought", "find": "found", "flee": "fled", "do": "did", "hitt": "hit", "cutt": "cut",
    "putt": "put",
    "be": "was", "hav": "had", "feed": "fed", "deal": "dealt", "say": "said", "tell": "told", "draw": "drew",
    "freez": "froze", "ly": "lied", "lay": "laid", "com": "came", "becom": "became", "go": "went",
    "know": "knew",
}  # fmt: skip
"""Stem of a gerund to the past tense, where it is not stem + ed."""

_INVOLVEMENT: tuple[tuple[str, str], ...] = (
    (
        r"\A(?:any |all |direct |its |their |his |her |having )*(?:any )?involvement (in|with)\b",
        "was involved \\1",
    ),
    (r"\A(?:any |all |direct |its |their )*involvement\b", "was involved"),
    (r"\A(?:any |all )*responsibility (for)\b", "was responsible \\1"),
    (r"\A(?:any |all )*responsibility\b", "was responsible"),
    (r"\A(?:any |all |prior |advance )*knowledge (of)\b", "knew \\1"),
    (r"\A(?:any |all )*(role|part|hand) (in)\b", "had a \\1 \\2"),
    (r"\A(?:any |all |direct )*(links?|ties|contacts?|connections?) (to|with|between)\b", "had \\1 \\2"),
    (r"\A(?:any |all )*complicity (in)\b", "was complicit \\1"),
    (r"\A(?:any |all )*wrongdoing\b", "did wrong"),
)
"""What is denied with a noun, as a sentence about the denier."""
_INVOLVEMENT_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), into) for pattern, into in _INVOLVEMENT)

_GERUND = re.compile(
    r"\A(?:(?:ever|having|being|deliberately|directly|knowingly|intentionally) )*(?P<verb>[a-z]{2,}ing)\b",
    re.IGNORECASE,
)
_ACCUSED_OF = re.compile(
    r"\A(?P<who>.{2,120}?),? (?:of|for) (?P<how>(?:\w+ly |not "
    r"|repeatedly )?)(?P<verb>[a-z]{2,}ing)\b(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|cast"
    r"|put|hit"
    r"|[a-z]{3,}ed|[a-z]{3,}s|" + "|".join(sorted(set(_GERUND_PAST.values()) - {"was", "had"})) + r")\b"
)


def past_of_gerund(gerund: str) -> str:
    """The past tense of a verb from its -ing form: firing -> fired, sending -> sent."""
    stem = gerund[:-3].lower()
    if stem in _GERUND_PAST:
        return _GERUND_PAST[stem]
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return stem[:-1] + "ied"
    return stem + "ed"


def claim_text(
    passage: str,
    *,
    subject: str | None = None,
    pronouns: frozenset[str] = ANY_PRONOUN,
    act: Act = Act.CLAIM,
    negated: bool = False,
    denied: bool = False,
) -> str:
    """The claim that a passage holds, as a sentence of at most ``LONGEST`` characters.

    ``subject``: who stands for a leading pronoun or a missing subject, by name; ``pronouns``: which ones may
    mean it. ``negated``: the passage is
    worded in the negative. ``denied``: it is the object of a verb of denying (supplying arms, any role).
    """
    words = _plain(passage)
    if act is Act.AGREEMENT:
        words = _RELATIVE_DEED.sub(r"\2 \3 \1\4", words)
    if act is Act.ACCUSATION:
        words = _accused(words)
    if denied and subject:
        words = _denied(words, subject)
    if subject:
        words = _with_subject(words, subject, pronouns)
    if negated or denied:
        words = positive(words)
    return _as_sentence(words)


_SAYS = re.compile(r"\b(?:said|says|according|told|added|wrote)\b")
_OPENING = re.compile(
    r"\A(?:As|While|After|When|Despite|Amid|Following|Before|Although|Though|Since"
    r"|With) [^,;“]{4,90}, (?=[A-Z]|the |this |it |he |she |they |a |an )"
)
"""An adverbial clause before the main clause of an author's sentence."""


def _plain(passage: str) -> str:
    words = _SPACE.sub(" ", _MARKS.sub("", passage)).strip(" ,;:–—-")
    words = _REPORTED.sub("", _OFTEN.sub("", _DATELINE.sub("", words)).rstrip(" ."))
    if _SAYS.search(words):
        words = _INNER_CUE.sub("", words)
    words = _OPENING.sub("", _GOES_ON.sub("", words) or words)
    words = _LEAD.sub("", words) or words
    words = _SAID_TO.sub(
        lambda hit: f"{hit[1]} {hit[2]} {hit[3]}" if hit[2] == "be" else f"had {hit[3]}", words
    )
    return _HEDGE.sub("", words)


_RELATIVE_DEED = re.compile(
    r"\A(the [^,]+?) (?:that|which) (.+?) ((?:had |have |has )?(?:signed|reached|concluded|struck"
    r"|sealed|initialled|agreed))\b(.*)\Z"
)
"""A deed told in a relative clause: "the deal that A and B signed" -> "A and B signed the deal"."""


def _accused(words: str) -> str:
    found = _ACCUSED_OF.match(words)
    if found is None:
        return words
    verb = past_of_gerund(found["verb"]) if found["verb"].lower() != "having" else "had"
    return f"{found['who']} {found['how']}{verb}{found['rest']}"


def _denied(words: str, subject: str) -> str:
    for pattern, into in _INVOLVEMENT_PATTERNS:
        if pattern.match(words):
            return f"{subject} {pattern.sub(into, words, count=1)}"
    gerund = _GERUND.match(words)
    if gerund is None:
        return words
    rest = words[gerund.end() :]
    if re.match(r"(?:\w+ )*having\b", words, re.IGNORECASE):
        return f"{subject} had{words[re.match(r'(?:[a-z]+ )*?having', words, re.IGNORECASE).end() :]}"  # type: ignore[union-attr]
    return f"{subject} {past_of_gerund(gerund['verb'])}{rest}"


def _with_subject(words: str, subject: str, pronouns: frozenset[str]) -> str:
    found = _PRONOUN.match(words)
    if found is None or found["pronoun"].lower() not in pronouns or _EXPLETIVE.match(words):
        return words
    short = re.match(r"\w+(['’]\w+)", words)
    if short and short[1].replace("’", "'") in _SHORT:
        return subject + _SHORT[short[1].replace("’", "'")] + words[short.end() :]
    verb = found["verb"]
    if verb is None:
        return words
    agreed = _AGREE.get(verb.lower(), verb) if not words.lower().startswith("they") else verb
    return f"{subject} {agreed}{words[found.end() :]}"


def first_clause(words: str) -> str:
    """A denial without what is joined to it by "nor" or "and no"."""
    return _NOR.sub("", words) or words


def positive(words: str) -> str:
    """A sentence with its negation taken away, and what is joined to it by "nor" cut off."""
    words = first_clause(words)
    for pattern, into in _POSITIVE_PATTERNS:
        words = pattern.sub(into, words)
    return _SPACE.sub(" ", words)


def _as_sentence(words: str) -> str:
    words = _TRAIL.sub("", words.strip(" .,;:–—-"))
    if len(words) > LONGEST - 1:
        cut = words.rfind(" ", 0, LONGEST - 1)
        words = words[: cut if cut > LONGEST // 2 else LONGEST - 2].rstrip(" ,;:–—-") + "…"
    if not words:
        return ""
    words = words[0].upper() + words[1:]
    return words if words[-1] in "!?…" else words + "."


def has_finite_verb(passage: str) -> bool:
    """Whether a stretch of text has a word that looks like a finite verb: a clause rather than a label."""
    return _FINITE.search(passage) is not None
