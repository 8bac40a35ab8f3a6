"""Cuts a text into units: paragraphs, bullets, speaker turns and the timing lines of subtitles.

A unit is what stands between two blank lines or, where the text sets one paragraph a line, one line.
Lines that a mailer or an agency wrapped at a fixed width are put together again.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from diplotui.extraction.table_files import word_lists

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK_BETWEEN = re.compile(r"(?:\r\n|\n|\r|\u2028|\x85)[^\S\n\r\u2028\x85]*(?:\n|\r|\u2028|\x85)|[\u2029\f]")

BULLET = re.compile(
    r"(?:[—–•‣▪●◦○■►➤·][ \t\xa0]*|[-*+][ \t\xa0]+|\(?\d{1,3}[.)][ \t\xa0]+(?=[^\W\d_a-z]|[\"“‘']))(?=\S)"
)
"""A dash, dot, star or number that opens a list item."""

_TIMING = re.compile(r"(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3} *--> *(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}.*$")
_SUBTITLE_HEAD = re.compile(
    r"(?:WEBVTT\b.*|NOTE\b.*|STYLE|REGION|X-TIMESTAMP-MAP=.*|Kind: \w+|Language: [\w-]+)$"
)
_CUE_NUMBER = re.compile(r"\d{1,7}$")

_VOICE = re.compile(r"<v(?:\.[\w.-]+)? +([^<>\n]{1,80})>")
_ARROW_LABEL = re.compile(r">> ?(?:([^\W\d_][\w .,'’()-]{0,60}?):)?")
_TITLE_LABEL = re.compile(r"(?i:mr|ms|mrs|miss|dr)\.? [^\W\d_][\w'’. -]{1,40}(?= ?:)")
_QUESTION_LABEL = re.compile(
    r"(?:(?i:question|answer|moderator|reporter|operator|interviewer)|Q"
    r"|A)(?: ?\d+)?(?=(?: \([\w ]{2,30}\))? ?:)"
    r"|[QA](?=\.? {2,}|\t)"
)
_ASKING = frozenset({"question", "q", "reporter", "moderator", "interviewer", "press"})
"""Labels of those who ask, in lower case."""


def asks_from_floor(label: str) -> bool:
    """Whether a transcript's label is that of somebody who only asks."""
    return label.lower().split(" ")[0].rstrip(".:") in _ASKING


_CAPITALS_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9.,'’ /()-]{1,58}?(?: \([^)\n]{1,40}\))?(?= ?:(?:\s|$))")
_CLOCK_LABEL = re.compile(r"([^\W\d_][\w.'’ -]{1,60}?) ?[(\[]\d{1,2}:\d\d(?::\d\d)?[)\]] ?(?=:|$)")
_NAME_PART = r"(?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|al|bin|der)"
_LABEL_TITLE = r"(?:, [A-ZÀ-Þ][\w.-]*(?: (?:[A-ZÀ-Þ][\w.-]*|of|the|for|and|to)){0,7})?"
"""What may stand behind the name in a label: Jane Roe, Official Spokesperson: ..."""
_NAME_LABEL = re.compile(rf"{_NAME_PART}(?: {_NAME_PART}){{0,5}}(?={_LABEL_TITLE} ?:(?:\s|$))")

_MIN_LABELS = 3
"""A plain "Name:" is a speaker's label only where this many different lines begin so ..."""

_LABEL_SHARE = 0.15
"""... and this share of all lines, most of which end as speech does."""

_CLOSERS = "\"”’'»)]"
_STOPS = (".", "!", "?", "…")
_SPEECH_STOPS = (*_STOPS, ":", "-", "–", "—", '"', "”", ")")
_INITIAL_END = re.compile(r"(?:\b[A-Z]\.)+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it, blanks at both ends left out."""

    start: int
    end: int
    text: str
    indent: int
    blank_before: bool


@dataclass(frozen=True)
class Unit:
    """A paragraph, bullet, turn or timing line, before it is known whether it belongs to the article."""

    start: int
    end: int
    text: str
    kind: str
    """paragraph, bullet, turn or timing."""
    indent: int = 0
    blank_before: bool = True
    label: tuple[int, int] | None = None
    """Span of a speaker's label."""

    @cached_property
    def has_stop(self) -> bool:
        """Whether it ends as a sentence does, closing marks aside."""
        return self.text.rstrip(_CLOSERS + " ").endswith(_STOPS)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of sentences: it ends in a stop and is longer than a few words."""
        return self.has_stop and (len(self.text) >= 60 or self.text.count(" ") >= 8)

    @cached_property
    def is_title(self) -> bool:
        """Whether it has the shape of a headline: short, and no stop at its end but a question mark."""
        bare = self.text.rstrip(_CLOSERS + " ")
        if self.kind != "paragraph" or len(self.text) > 200 or bare.endswith((";", ",")):
            return False
        if not bare.endswith(_STOPS):
            return True
        return len(self.text) <= 120 and (bare.endswith(("?", "!")) or bool(_INITIAL_END.search(bare)))


def lines(text: str) -> list[Line]:
    """The lines of a text that hold something, with their offsets; any newline convention."""
    found: list[Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if not stripped:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        between = text[last_end : match.start()] if found else "\n\n"
        blank = bool(_BLANK_BETWEEN.search(between))
        last_end = match.end()
        found.append(Line(start, start + len(stripped), stripped, start - match.start(), blank))
    return found


def speaker_label(line: str) -> tuple[int, int] | None:
    """The span of a label that names a speaker beyond doubt: "MR MILLER:", "<v Name>", ">> NAME:"."""
    if match := _VOICE.match(line):
        return match.span(1)
    if match := _ARROW_LABEL.match(line):
        return match.span(1) if match[1] else (0, 2)
    for pattern in (_TITLE_LABEL, _QUESTION_LABEL):
        if match := pattern.match(line):
            return match.span()
    match = _CLOCK_LABEL.match(line)
    return match.span(1) if match else None


def _weak_label(line: str) -> tuple[int, int] | None:
    """The span of what may be a speaker's label: a name before a colon."""
    head = line[:96]
    if ":" not in head:
        return None
    match = _CAPITALS_LABEL.match(line) or _NAME_LABEL.match(line)
    if match is None or match[0].lower().split()[0] in word_lists("layout_words")["no_speakers"]:
        return None
    return match.span()


def _labels(found: list[Line]) -> list[tuple[int, int] | None]:
    """Each line's speaker label; a plain name before a colon counts where a text does so again and again."""
    strong = [speaker_label(line.text) for line in found]
    weak = [None if label else _weak_label(line.text) for line, label in zip(found, strong, strict=True)]
    named = {line.text: line.text[span[0] : span[1]] for line, span in zip(found, weak, strict=True) if span}
    strong_lines = sum(label is not None for label in strong)
    spoken = sum(line.endswith(_SPEECH_STOPS) for line in named)
    repeated = len(set(named.values())) < len(named) or strong_lines > 0
    enough = len(named) + strong_lines >= max(_MIN_LABELS, _LABEL_SHARE * len(found))
    if enough and repeated and 2 * spoken >= len(named):
        return [label or span for label, span in zip(strong, weak, strict=True)]
    return strong


def _is_wrapped(group: list[Line]) -> bool:
    """Whether a run of lines is one paragraph broken at a fixed width."""
    body = [line.end - line.start + line.indent for line in group[:-1]]
    if not body or max(body) > 110 or min(body) < 45 or max(body) - min(body) > 30:
        return False
    goes_on = any(line.text[0].islower() for line in group[1:])
    unstopped = any(not line.text.rstrip(_CLOSERS).endswith(_STOPS) for line in group[:-1])
    return unstopped and (goes_on or len(group) > 2)


def _continues(line: Line, before: Line) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    if not line.text[0].islower() or before.text.endswith((*_STOPS, ":")) or len(before.text) < 40:
        return False
    return len(line.text) >= 40 or line.text.endswith(_STOPS)


def _kind(line: Line, label: tuple[int, int] | None, number_before_timing: bool) -> str:
    """What a line opens."""
    if _TIMING.match(line.text) or _SUBTITLE_HEAD.match(line.text) or number_before_timing:
        return "timing"
    if label:
        return "turn"
    return "bullet" if BULLET.match(line.text) else "paragraph"


def _line_kinds(found: list[Line], labels: list[tuple[int, int] | None]) -> list[str]:
    """What each line opens; the head and the cue numbers of subtitles count as timing."""
    if not any(" --> " in line.text for line in found):
        return ["turn" if label else "bullet" if BULLET.match(line.text) else "paragraph"
                for line, label in zip(found, labels, strict=True)]  # fmt: skip
    kinds = []
    for index, (line, label) in enumerate(zip(found, labels, strict=True)):
        after = found[index + 1].text if index + 1 < len(found) else ""
        number = (
            bool(_CUE_NUMBER.match(line.text) or not label)
            and bool(_TIMING.match(after))
            and line.blank_before
        )
        kinds.append(_kind(line, label, number))
    return kinds


def _groups(found: list[Line], kinds: list[str]) -> list[tuple[int, int]]:
    """Index ranges of lines with no blank line between, opened by at most one bullet or label."""
    ranges: list[tuple[int, int]] = []
    first = 0
    for index in range(1, len(found) + 1):
        if (
            index == len(found)
            or found[index].blank_before
            or kinds[index] != "paragraph"
            or kinds[index - 1] == "timing"
        ):
            ranges.append((first, index))
            first = index
    return ranges


def cut_units(text: str) -> list[Unit]:
    """The units of a text in order; time is linear in the text."""
    found = lines(text)
    labels = _labels(found)
    kinds = _line_kinds(found, labels)
    units: list[Unit] = []
    for first, after in _groups(found, kinds):
        wrapped = _is_wrapped(found[first:after])
        index = first
        while index < after:
            stop = index + 1
            while stop < after and (wrapped or _continues(found[stop], found[stop - 1])):
                stop += 1
            units.append(_unit(text, found, index, stop, kinds[index], labels[index]))
            index = stop
    return units


def _unit(
    text: str, found: list[Line], first: int, after: int, kind: str, label: tuple[int, int] | None
) -> Unit:
    """One unit out of a range of lines."""
    head, start, end = found[first], found[first].start, found[after - 1].end
    span = (start + label[0], start + label[1]) if label and kind == "turn" else None
    return Unit(start, end, text[start:end], kind, head.indent, head.blank_before, span)


__all__ = ["BULLET", "Line", "Unit", "cut_units", "lines", "speaker_label"]
