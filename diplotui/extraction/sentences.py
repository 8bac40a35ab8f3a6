"""Splits the blocks of an article into sentences, inside quotations too.

Boundaries are proposed by sentencex, which knows abbreviations, and by an own pattern, because sentencex
never splits inside quotation marks. Each proposal must then pass ``is_boundary``, which mends the known
faults of both.
"""

import re
from collections.abc import Iterable, Iterator

import sentencex  # type: ignore[import-untyped]

from diplotui.extraction.layout_units import BULLET
from diplotui.extraction.spans import Block, Sentence
from diplotui.extraction.table_files import word_lists

_CANDIDATE = re.compile(
    r"[.!?…](?:[\"”’')\]]|\[\d{1,3}\])*[ \t\n\r\xa0\u2009\u202f]+(?=[\"“‘'(\[—–-]{0,3} ?[^\W_a-z])"
)
_AFTER_LABEL = re.compile(
    r"(?:, [A-ZÀ-Þ][^:\n]{1,70}?(?= ?:)| \([^()\n]{2,40}\)(?= ?:))? ?(?:[(\[]\d{1,2}:\d\d(?::\d\d)?[)\]] ?)?[:>]?\s*"
)
_PLAIN_SPACES = str.maketrans(dict.fromkeys("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
_SURROGATE = re.compile("[\ud800-\udfff]")
_CLOSERS = "\"”’')]» "
_OPENERS = "\"“‘'([«—–- "

_MAX_OPEN_MARKS = 200
"""Opening marks in one block above which sentencex is not asked: its time grows with their square."""

_REACH = 48
"""Characters on each side of a proposed boundary that the rules look at."""

_DOTTED = re.compile(r"(?:^|[^\w.])((?:[^\W\d_]\.)+)$")
"""Initials and dotted short forms at the end: "J.", "U.S.", "p.m."."""

_LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\.$")
_FIRST_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CITY_TIME = re.compile(r"(?:[A-Z][\w’']*\s+){1,3}(?:standard )?time\b", re.IGNORECASE)
_QUESTION_CLOSED = re.compile(r"[?!]\s?[\"”’'»]+\s*$")
_ATTRIBUTION_WORDS = 6
"""Words within which a speaker's name ends and the verb comes."""

_ONLY_MARKS = re.compile(r"[\W_]*$")
_COUNTER = re.compile(r"\W*(?:\d{1,3}|[A-Za-z])[.)]\s*$")


def _list(name: str) -> frozenset[str]:
    """A word list of ``tables/sentence_words.tsv``."""
    return word_lists("sentence_words")[name]


def _ends_in_abbreviation(left: str, right: str) -> bool:
    """Whether the stop before a proposed boundary belongs to a short form and ends no sentence."""
    bare = left.rstrip()
    bracketed = bare.endswith(")")
    bare = bare.rstrip(_CLOSERS)
    if not bare.endswith("."):
        return False
    first = _FIRST_WORD.match(right.lstrip(_OPENERS))
    word = first[0] if first else ""
    if dotted := _DOTTED.search(bare):
        if dotted[1].lower() in ("a.m.", "p.m."):
            return word in _list("zones") or bool(_CITY_TIME.match(right))
        return word not in _list("starters") and not right.startswith(('"', "“", "(", "‘"))
    last = _LAST_WORD.search(bare)
    if last is None:
        return False
    short = last[1].lower()
    if short in _list("before_figures"):
        return bracketed or word[:1].isdigit()
    if short in _list("company_ends"):
        return word not in _list("starters")
    return short in _list("abbreviations") and (word not in _list("starters") or short in _list("titles"))


def _is_attribution(right: str) -> bool:
    """Whether a piece opens with a speaker and a verb of speech: "Jane Doe asked"."""
    words = right.split()[: _ATTRIBUTION_WORDS + 1]
    return any(word.rstrip(".,") in _list("speech") for word in words)


def is_boundary(left: str, right: str) -> bool:
    """Whether a sentence ends between two pieces of one block; ``left`` and ``right`` need not be whole."""
    head = right.lstrip(_OPENERS)
    if _ONLY_MARKS.match(right) or _ONLY_MARKS.match(left) or _COUNTER.fullmatch(left):
        return False
    if head[:1].islower() and not right.startswith(('"', "“", "‘", "(", "—")):
        return False
    if _QUESTION_CLOSED.search(left) and _is_attribution(right):
        return False
    return left.split()[-1] not in _list("brands") and not _ends_in_abbreviation(left, right)


def _proposals(text: str) -> Iterator[int]:
    """Offsets at which a sentence of the text may begin, in no order."""
    yield from (match.end() for match in _CANDIDATE.finditer(text))
    if text.count("“") + text.count("«") + text.count("„") > _MAX_OPEN_MARKS:
        return
    for piece in sentencex.get_sentence_boundaries("en", text):
        yield piece["start_index"]


def split_text(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of one stretch of prose, white space left out; time is linear in the text."""
    plain = _SURROGATE.sub("\ufffd", text.translate(_PLAIN_SPACES))
    spans: list[tuple[int, int]] = []
    start = 0
    for offset in [*sorted(set(_proposals(plain))), len(plain)]:
        if not start < offset <= len(plain):
            continue
        if offset < len(plain):
            left, right = plain[max(start, offset - _REACH) : offset], plain[offset : offset + _REACH]
            if not is_boundary(left, right.lstrip()):
                continue
        piece = plain[start:offset]
        stripped = piece.strip()
        if stripped:
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(stripped)))
        start = offset
    return tuple(spans)


def prose_start(text: str, block: Block) -> int:
    """Offset at which a block's words begin: after the bullet's mark, or the speaker's label and colon."""
    if block.speaker and block.start <= block.speaker[0] < block.end:
        after = _AFTER_LABEL.match(text, block.speaker[1], block.end)
        return min(after.end() if after else block.speaker[1], block.end)
    if block.kind == "bullet" or block.speaker:
        mark = BULLET.match(text, block.start, block.end)
        return mark.end() if mark else block.start
    return block.start


def split_sentences(text: str, blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    """The sentences of each block in order; offsets into ``text``."""
    sentences: list[Sentence] = []
    for block in blocks:
        start = prose_start(text, block)
        for first, after in split_text(text[start : block.end]):
            sentences.append(Sentence(start + first, start + after, block.index))
    return tuple(sentences)


__all__ = ["is_boundary", "prose_start", "split_sentences", "split_text"]
