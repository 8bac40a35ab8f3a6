"""Denials by a falsity word in a frame, or by a fixed phrase: "the report that P was not true".

A falsity word alone denies nothing ("false hope", "she lies"): it needs a claim noun or a pointer, a form of
"be" or a verb of calling, in one clause. The frames stand in the tables ``frames_false``, ``frames_undone``, ``frames_refused`` (the speaker's own words)
and ``frames_told`` (the words about the speaker).
"""

import re

from diplotui.extraction.denials import is_withholding, read_denied
from diplotui.extraction.falsity import FALSE_STRONG, has_falsity
from diplotui.extraction.frame_row import FrameRow, Reads
from diplotui.extraction.frames_false import SAID_FALSE
from diplotui.extraction.frames_refused import SAID_REFUSED
from diplotui.extraction.frames_told import TOLD
from diplotui.extraction.frames_undone import SAID_UNDONE
from diplotui.extraction.looks import Look, look_for
from diplotui.extraction.pointers import PART, Denial, Pointer, pointer_of, tidy
from diplotui.model import Stance

_NEAR = 40
"""Characters before a frame in which a word may make the denial a partial one."""
_THING = frozenset({"thing", "things"})


_WITHHOLDING = frozenset({"deny-i-deny", "deny-at-pains", "deny-can-deny", "deny-waved-off"})
"""Frames whose verb may also keep something from somebody."""
NEED_FALSITY = frozenset(
    {
        "deny-false-that",
        "deny-it-be-false",
        "deny-noun-said-by-false",
        "deny-nothing-but",
        "deny-called",
        "deny-called-later",
        "deny-called-outright",
        "deny-was-called",
        "deny-what-he-called",
        "deny-was-the-word",
    }
)
"""Frames with no other way of denying than a word of falsity: without one they are not tried."""
SPOKEN = (*SAID_FALSE, *SAID_UNDONE, *SAID_REFUSED)
"""What denies in the speaker's own words, in the order in which it is tried."""

_LOOKS: dict[str, Look] = {row.trigger: look_for(row.trigger) for row in (*SPOKEN, *TOLD)}

SPARED = frozenset(
    row.example for row in (*SPOKEN, *TOLD) if row.rule in NEED_FALSITY and FALSE_STRONG in row.pattern.words
)
"""Their rows, by example: two rows may share a rule."""

UNDONE = re.compile(
    r"\b(?:not (?:say|know|think|believe|claim)|if|whether|unless|(?:is|was|are|were) not|isn['’]t"
    r"|wasn['’]t|denials?)"
    r" (?:[\w’'-]+ ){0,6}\Z",
    re.IGNORECASE,
)
"""Before a frame: what takes it back ("if the report was false", "did not say that it was untrue")."""


def read_frame(text: str, span: tuple[int, int]) -> Denial | None:
    """A denial by a falsity word or a fixed phrase inside the words of the speaker."""
    return _first(SPOKEN, text, span)


def read_called(text: str, span: tuple[int, int]) -> Denial | None:
    """A denial in the words about the speaker: called it false, waved it off, told another story."""
    return _first(TOLD, text, span)


def _first(rows: tuple[FrameRow, ...], text: str, span: tuple[int, int]) -> Denial | None:
    passage = text[span[0] : span[1]]
    lowered = passage.lower()
    fired: dict[str, bool] = {}
    for row in rows:
        key = row.trigger
        if key not in fired:
            fired[key] = _LOOKS[key].sees(lowered)
        if not fired[key]:
            continue
        if row.example in SPARED and not has_falsity(lowered):
            continue
        found = row.pattern.search(passage)
        if found is None or _is_undone(passage[: found.start()]) or "not false" in found.group().lower():
            continue
        if row.rule in _WITHHOLDING and _keeps_from_somebody(passage, found):
            continue
        return _read(row, found, span[0], passage)
    return None


_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|neither(?: \w+)?|nor|cannot|can['’]t|(?:did|does|do|would|could"
    r"|can) not|n['’]t|never)(?: ever)? \Z",
    re.IGNORECASE,
)
"""Right before a verb of denying: nobody does."""


def _keeps_from_somebody(passage: str, found: re.Match[str]) -> bool:
    """Whether the verb is "deny" and what follows is a good: denied them food."""
    verb = passage[found.start() : found.start("what")].lower()
    return "den" in verb and is_withholding(passage[found.start("what") :])


def _is_undone(before: str) -> bool:
    return UNDONE.search(before) is not None or _NOBODY.search(before) is not None


def _read(row: FrameRow, found: re.Match[str], start: int, passage: str) -> Denial:
    groups = found.groupdict()
    what = (start + found.start("what"), start + found.end("what")) if groups.get("what") else None
    near = passage[max(0, found.start() - _NEAR) : found.end()]
    stance = Stance.PARTLY_DENIES if PART.search(near) else Stance.DENIES
    if row.reads is Reads.BLAME:
        return Denial(stance, row.rule, Pointer.ACCUSATION)
    if row.reads is Reads.EVENT:
        return Denial(stance, row.rule, None, what, open=True)
    if row.reads is Reads.NOUN and groups.get("noun"):
        return Denial(
            stance, row.rule, pointer_of(groups["noun"] or "") or Pointer.IT, what, _scope(found, passage)
        )
    if row.reads is Reads.DENIED and what is not None:
        inner = read_denied(passage, (what[0] - start, what[1] - start), row.rule)
        shifted = (inner.what[0] + start, inner.what[1] + start) if inner.what else None
        return Denial(inner.stance, row.rule, inner.pointer, shifted, inner.scope)
    named = groups.get("such") or groups.get("any") or groups.get("subject")
    if named and named not in _THING:
        whole = (start, start + len(passage))
        return Denial(Stance.DENIES, row.rule, Pointer.SUCH, whole, tidy(found.group()), negated=True)
    scope = tidy(found.group()) if row.reads is Reads.SUCH else None
    return Denial(stance, row.rule, Pointer.IT, None, scope)


_DETERMINED = re.compile(
    r"(?:\b(?:the|these|those|this|such|any|all|its|his|her|their)\b[\w ’'-]*)?\Z", re.IGNORECASE
)


def _scope(found: re.Match[str], passage: str) -> str:
    """The pointer's noun phrase with what it carries: "the report that troops had crossed"."""
    noun_end = found.end("what") if found.groupdict().get("what") else found.end("noun")
    lead = _DETERMINED.search(passage[max(0, found.start("noun") - 30) : found.start("noun")])
    return tidy((lead.group() if lead else "") + passage[found.start("noun") : noun_end])
