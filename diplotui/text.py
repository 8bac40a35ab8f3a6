"""Text from outside, made harmless once at the border, and once more where it is shown."""

import re
from dataclasses import dataclass

MARKS_PER_BASE = 4
"""Combining marks shown on one base character; more only flood the lines around it."""

# ECMA-48 control sequences, in the 7-bit (ESC) and the 8-bit (C1) form. A string command without its
# terminator loses only its introducer, so that no text vanishes with it.
_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f\n]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-Z\\`-~]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Format characters that hide, reorder or fake text: soft hyphen, zero-width space, word joiner and
# invisible operators, bidirectional embeddings, overrides and isolates (CVE-2021-42574), deprecated
# format controls, byte order mark, interlinear marks, musical controls, tag characters.
_FORMAT = re.compile(
    "[\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_DIRECTION_MARK = re.compile("[\u061c\u200e\u200f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")
_JOINER = re.compile("[\u200c\u200d]")
# What a joiner may stand between: emoji parts, and scripts that shape by it.
_JOINABLE = re.compile(
    "[\u00a9\u00ae\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u2190-\u2bff\ufe0f\ufb50-\ufdff"
    "\ufe70-\ufefc\U0001f000-\U0001faff\U0001f3fb-\U0001f3ff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARK_FLOOD = re.compile(f"({_MARK}{{{MARKS_PER_BASE}}}){_MARK}+")
_WHITE_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without control and format characters, and how many characters that took out."""

    text: str
    removed: int


def clean_text(text: str) -> Cleaned:
    """Take terminal commands and invisible characters out of a text from outside.

    A text without control or format characters comes back unchanged: nothing is stripped, normalised or
    folded. Line ends become newlines and a tab a space, uncounted; a lone surrogate becomes U+FFFD.
    Idempotent, linear in the length.
    """
    if not _SUSPECT.search(text):
        return Cleaned(text, 0)
    unified = text.replace("\r\n", "\n")
    kept = _ESCAPE_SEQUENCE.sub("", unified)
    kept = kept.replace("\r", "\n").replace("\t", " ")
    kept = _FORMAT.sub("", _CONTROL.sub("", kept))
    if not _RIGHT_TO_LEFT.search(kept):
        kept = _DIRECTION_MARK.sub("", kept)
    kept = _SURROGATE.sub("\ufffd", _drop_idle_joiners(kept))
    return Cleaned(kept, len(unified) - len(kept))


def _drop_idle_joiners(text: str) -> str:
    """Keep a zero-width joiner or non-joiner only where the characters beside it are shaped by it."""
    if not _JOINER.search(text):
        return text
    kept: list[str] = []
    for place, character in enumerate(text):
        if _JOINER.match(character):
            following = text[place + 1 : place + 2]
            if not (kept and _JOINABLE.match(kept[-1]) and _JOINABLE.match(following)):
                continue
        kept.append(character)
    return "".join(kept)


def for_screen(text: str) -> str:
    """A text safe to show over several lines: cleaned again, floods of combining marks cut."""
    return _MARK_FLOOD.sub(r"\1", clean_text(text).text)


def one_line(text: str) -> str:
    """A text safe to show in one line: every run of white space, U+2028 included, is one space."""
    return _WHITE_SPACE.sub(" ", for_screen(text)).strip()
