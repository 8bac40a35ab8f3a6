"""Quotations in a text: pairs of marks, block by block, and which of them are somebody's speech.

Marks are paired as newspapers set them: curly, straight, low-high, guillemets, British single marks; only the
outermost pair counts. A mark that never closes runs to the end of its block, as a speech over several
paragraphs does. Scare quotes (a name or a word held at arm's length) are kept apart by ``kind``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diplotui.extraction.cue_table import CueClass, Takes
from diplotui.extraction.cues import find_cues
from diplotui.extraction.spans import Block, QuoteSpan
from diplotui.extraction.tokens import word_set

CLOSERS: dict[str, str] = {"“": "”‟", "„": "“”‟", "‟": "”", "«": "»", "”": "”", "``": "''"}
"""Opening mark and what closes it; straight and single marks need a look around."""

_MARK = re.compile(r"``|''|[“”„‟«»\"‘’‚']")
_DOUBLE_MARK = re.compile(r"[“”„‟«»\"]")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[“\"‘])['’](?!\w)")
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?'’])[‘'](?=\w)")
_ELISION = re.compile(
    r"['‘’](?:\d\ds?\b|(?:em|tis|twas|til|till|cause|n|round|bout|cos|coz)\b)", re.IGNORECASE
)
_TERMINAL = ".,!?…"
_SENTENCE_EDGE = re.compile(
    r"(?<!\b[A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)(?<!Gen)(?<!Sen)(?<!Rep)(?<!Lt)(?<!Col)[.!?][\"”’»)]*\s"
)

NAMING_WORDS = word_set(
    """so-called dubbed nicknamed codenamed code-named titled entitled named slogan hashtag term phrase word
    film movie book song novel album operation codename aka documentary motto song show series headlined"""
)
"""Right before the mark: what follows is a name or a word spoken of, not speech."""

LONGEST_SINGLE = 3_000
"""Characters that a quotation in single marks may run; keeps apostrophes from costing a scan of the block."""

LONGEST_SCARE = 4
"""Words; a longer stretch in marks is taken for speech (in news prose nearly all of them are)."""


@dataclass(frozen=True, slots=True)
class _Pair:
    outer_start: int
    start: int
    end: int
    outer_end: int
    closed: bool


def find_quotes(text: str, blocks: Sequence[Block]) -> tuple[QuoteSpan, ...]:
    """Every quotation of the blocks in text order; offsets leave the marks and white space out."""
    found: list[QuoteSpan] = []
    open_mark = ""
    for position, block in enumerate(blocks):
        after = blocks[position + 1].start if position + 1 < len(blocks) else len(text)
        upcoming = text[after : after + 1]
        start, end = max(block.start, 0), min(block.end, len(text))
        last: _Pair | None = None
        for pair in _pairs(text, start, end, upcoming):
            last = pair
            continues = bool(open_mark) and pair.outer_start == start and text[pair.outer_start] == open_mark
            kind = "continued" if continues else _kind(text, pair, start, end)
            span = _trimmed(text, pair)
            if span is not None:
                found.append(QuoteSpan(*span, pair.outer_start, pair.outer_end, block.index, kind))
        open_mark = text[last.outer_start] if last is not None and not last.closed else ""
    return tuple(found)


def _trimmed(text: str, pair: _Pair) -> tuple[int, int] | None:
    start, end = pair.start, pair.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(character.isalnum() for character in text[start:end]) else None


def _pairs(text: str, start: int, end: int, upcoming: str) -> Iterator[_Pair]:
    """Outermost pairs of marks between two offsets. ``upcoming`` is the next block's first character."""
    marks = list(_MARK.finditer(text, start, end))
    at, clear = 0, start
    while at < len(marks):
        mark = marks[at]
        if mark.group() in {"'", "‘", "‚"}:
            clear = _clear_until(text, max(clear, mark.end()), end) if clear <= mark.end() else clear
            reach = min(end, mark.end() + LONGEST_SINGLE)
            close = (
                _single_close(text, mark, start, end, upcoming) if clear < reach or upcoming == "‘" else None
            )
        elif _opens(text, mark, start, end):
            close = _double_close(text, marks, at, end)
        else:
            close = None
        if close is None:
            at += 1
            continue
        content_end, outer_end = close
        yield _Pair(mark.start(), mark.end(), content_end, outer_end, outer_end > content_end)
        while at < len(marks) and marks[at].start() < outer_end:
            at += 1


def _around(text: str, begin: int, finish: int, start: int, end: int) -> tuple[str, str]:
    """The characters before and after a mark; a space stands for the block's edge."""
    return text[begin - 1] if begin > start else " ", text[finish] if finish < end else " "


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a double mark outside any quotation opens one."""
    before, after = _around(text, mark.start(), mark.end(), start, end)
    if mark.group() in {"“", "„", "«", "``"}:
        return True
    if mark.group() in {'"', "”", "‟"}:
        return not before.isalnum() and before not in _TERMINAL and not after.isspace()
    return False


def _double_close(text: str, marks: list[re.Match[str]], opened: int, end: int) -> tuple[int, int]:
    """End of the content and of the closing mark for the double mark at index ``opened``."""
    opener = marks[opened].group()
    depth = 0
    for index in range(opened + 1, len(marks)):
        mark = marks[index]
        character = mark.group()
        before, after = _around(text, mark.start(), mark.end(), marks[opened].start(), end)
        if character in CLOSERS.get(opener, '"'):
            if opener == '"' and before.isspace() and after.isalnum():
                return mark.start(), mark.start()  # an opening mark: the one before was never closed
            if depth == 0:
                return mark.start(), mark.end()
            depth -= 1
        elif character == opener and opener != "”":
            if not _nested(marks, index, opener):
                return mark.start(), mark.start()
            depth += 1
        elif _closes_mixed(text, marks, index, opener, before, after):
            return mark.start(), mark.end()
    return end, end


def _nested(marks: list[re.Match[str]], index: int, opener: str) -> bool:
    """Whether enough closing marks follow for the mark at ``index`` to be a quotation within one."""
    ahead = [mark.group() for mark in marks[index : index + 40]]
    closers = CLOSERS.get(opener, '"')
    depth = 1
    for character in ahead:
        depth += 1 if character == opener else -1 if character in closers else 0
        if depth == 0:
            return True
    return False


def _closes_mixed(
    text: str, marks: list[re.Match[str]], index: int, opener: str, before: str, after: str
) -> bool:
    """Whether a mark of the other family closes: “like this", or "like this”."""
    character = marks[index].group()
    if before.isspace() or after.isalnum():
        return False
    if opener == '"':
        return character == "”"
    if opener in {"“", "”"} and character == '"':
        following = next((m.group() for m in marks[index + 1 :][:8] if _DOUBLE_MARK.match(m.group())), "")
        return following != "”"
    return False


def _clear_until(text: str, low: int, end: int) -> int:
    """Offset of the next mark that can close a quotation in single marks, ``end`` where there is none."""
    close = _SINGLE_CLOSE.search(text, low, end)
    return close.start() if close is not None else end


def _single_close(
    text: str, mark: re.Match[str], start: int, end: int, upcoming: str
) -> tuple[int, int] | None:
    """End of a quotation in single marks; None where the mark is an apostrophe."""
    before, after = _around(text, mark.start(), mark.end(), start, end)
    if before.isalnum() or before in "’'" or after.isspace() or _ELISION.match(text, mark.start()):
        return None
    if not after.isalnum() and after not in '“"$£€…[(':
        return None
    following_open = _SINGLE_OPEN.search(text, mark.end(), end)
    weak: re.Match[str] | None = None
    for close in _SINGLE_CLOSE.finditer(text, mark.end(), min(end, mark.end() + LONGEST_SINGLE)):
        if following_open is not None and close.start() > following_open.start() and weak is not None:
            break
        before, after = _around(text, close.start(), close.end(), start, end)
        possessive = before in "sz" and after == " "
        elision = before == "n" and text[close.start() - 2 : close.start()] in {"in"} and after == " "
        if not possessive and not elision:
            return close.start(), close.end()
        weak = close
    if weak is not None:
        return weak.start(), weak.end()
    if mark.group() == "‘" and mark.start() == start and upcoming == "‘":
        return end, end
    return None


def _kind(text: str, pair: _Pair, start: int, end: int) -> str:
    """``scare`` or ``speech``: short, without a stop or comma inside, and no cue of saying about."""
    content = text[pair.start : pair.end].strip()
    words = content.split()
    if not pair.closed or not words:
        return "speech"
    named = (
        all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES for word in words) and len(words) < 9
    )
    before = text[max(start, pair.outer_start - 40) : pair.outer_start].split()
    if (
        named
        and len(words) > 1
        and content[-1] == ","
        and before
        and before[-1].lower() in _TITLE_PREPOSITIONS
    ):
        return "scare"
    if content[-1] in _TERMINAL or (len(words) > LONGEST_SCARE and not named):
        return "speech"
    if before and before[-1].lower().strip(",") in NAMING_WORDS:
        return "scare"
    if (
        named
        and before
        and (before[-1].endswith(("'s", "’s")) or before[-1].lower() in {"called", "named", "as"})
    ):
        return "scare"
    if before and before[-1][-1] in ":,":
        return "speech"
    low, high = _sentence_around(text, pair, start, end)
    cues = [
        cue
        for cue in find_cues(text, low, high)
        if not pair.outer_start <= cue.start < pair.outer_end
        and cue.verb_class not in {CueClass.VOTE, CueClass.AGREE, CueClass.HEDGE}
        and cue.modal != "to"
        and (cue.takes != {Takes.QUOTE} or cue.end <= pair.outer_start)
    ]
    if not cues:
        return "scare"
    touching = any(_touches(text, cue.start, cue.end, pair) for cue in cues)
    return "scare" if named and not touching else "speech"


_TITLE_PREPOSITIONS = word_set("on in of to for at from")
_PARTICLES = word_set("of the and for in to de la al on a")


def _touches(text: str, start: int, end: int, pair: _Pair) -> bool:
    gap = text[end : pair.outer_start] if end <= pair.outer_start else text[pair.outer_end : start]
    return len(gap.split()) <= 1


def _sentence_around(text: str, pair: _Pair, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds the pair, cut roughly at full stops."""
    low = start
    for edge in _SENTENCE_EDGE.finditer(text, max(start, pair.outer_start - 400), pair.outer_start):
        low = edge.end()
    after = _SENTENCE_EDGE.search(text, pair.outer_end, min(end, pair.outer_end + 400))
    return low, after.end() if after else min(end, pair.outer_end + 400)


__all__ = ["CLOSERS", "LONGEST_SCARE", "NAMING_WORDS", "find_quotes"]
