"""Subtitles (WebVTT, SRT) to running text: timings and styling go, speakers become turns, overlaps fall away.

WebVTT names speakers in voice tags; captions typed live mark a new speaker by ``>>``. Roll-up captions show
each line twice, first at the bottom and then above the next: the repeat is dropped.
"""

import html
import re
from dataclasses import dataclass

PAUSE_SECONDS = 4.0
"""A longer silence between two captions begins a new paragraph."""

_TIMING = re.compile(
    r"\s*((?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3})\s*-->\s*((?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3})(?:\s.*)?"
)
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^>]{1,100})>")
_TAG = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,100}\}")
_NEW_SPEAKER = re.compile(r"\s*(?:>>+|&gt;&gt;(?:&gt;)*)\s*")


@dataclass(frozen=True, slots=True)
class _Caption:
    """One caption: seconds from and to, and its lines as they stand in the file."""

    start: float
    end: float
    lines: tuple[str, ...]


@dataclass(slots=True)
class _Turn:
    speaker: str | None
    lines: list[str]


def captions_to_text(text: str) -> str:
    """The words of a WebVTT or SRT file, a paragraph for each turn, ``NAME: words`` where a voice is named.

    Empty where the file has no caption. Linear in the length.
    """
    turns: list[_Turn] = []
    before: _Caption | None = None
    shown: tuple[str, ...] = ()
    for caption in _captions(text):
        pause = before is not None and caption.start - before.end >= PAUSE_SECONDS
        overlapping = before is not None and caption.start < before.end
        fresh = _fresh_lines(caption.lines, shown, overlapping)
        for number, line in enumerate(fresh):
            _add_line(turns, line, begin=pause and number == 0)
        before, shown = caption, caption.lines
    return "\n\n".join(_paragraph(turn) for turn in turns if turn.lines)


def _captions(text: str) -> list[_Caption]:
    """The captions in their order; headers, notes, styles, cue names and counters fall away."""
    found: list[_Caption] = []
    timing: tuple[float, float] | None = None
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        match = _TIMING.fullmatch(line) if "-->" in line else None
        if match:
            if timing and lines:  # a file without empty lines: what stands before the timing is its counter
                found.append(_Caption(*timing, tuple(lines[:-1] if lines[-1].isdigit() else lines)))
            timing, lines = (_seconds(match[1]), _seconds(match[2])), []
        elif line.strip():
            if timing:
                lines.append(line.strip())
        elif timing and lines:
            found.append(_Caption(*timing, tuple(lines)))
            timing, lines = None, []
    return found


def _seconds(words: str) -> float:
    parts = words.replace(",", ".").split(":")
    return sum(float(part) * 60.0**place for place, part in enumerate(reversed(parts)))


def _fresh_lines(lines: tuple[str, ...], shown: tuple[str, ...], overlapping: bool) -> tuple[str, ...]:
    """The lines of a caption that were not on the screen just before it."""
    rolled = len(lines) > 1 or overlapping
    if not (rolled and shown):
        return lines
    for kept in range(min(len(lines), len(shown)), 0, -1):
        if [_bare(line) for line in lines[:kept]] == [_bare(line) for line in shown[-kept:]]:
            return lines[kept:]
    return lines


def _bare(line: str) -> str:
    return html.unescape(_TAG.sub("", line)).strip()


def _add_line(turns: list[_Turn], line: str, *, begin: bool) -> None:
    """Put a line into the turn it belongs to: voices in it and ``>>`` begin new ones."""
    rest = line
    if marked := _NEW_SPEAKER.match(rest):
        rest = rest[marked.end() :]
        turns.append(_Turn(None, []))
    elif begin and not _VOICE.match(rest):
        turns.append(_Turn(turns[-1].speaker if turns else None, []))
    pieces = _VOICE.split(rest)
    if words := _words(pieces[0]):
        if not turns:
            turns.append(_Turn(None, []))
        turns[-1].lines.append(words)
    for voice, spoken in zip(pieces[1::2], pieces[2::2], strict=True):
        speaker = _words(voice)
        if not turns or turns[-1].speaker != speaker or begin:
            turns.append(_Turn(speaker, []))
        if words := _words(spoken):
            turns[-1].lines.append(words)


def _words(line: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", line)).split())


def _paragraph(turn: _Turn) -> str:
    words = " ".join(turn.lines)
    return f"{turn.speaker}: {words}" if turn.speaker else words
