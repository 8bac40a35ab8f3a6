"""Text from outside inside Markdown: nothing in it becomes a heading, a link, a tag or an emphasis.

After CommonMark 0.31, sections 2.4 (backslash escapes), 4 (what opens a block) and 6.6 (raw HTML).
"""

import re

from diplotui.text import one_line

# Characters that can open something anywhere in a line.
_INLINE = re.compile(r"[\\`*_\[\]<>&|~$^]")
# What opens a block at the beginning of a line: heading, list, thematic break, underline of a heading.
_LINE_START = re.compile(r"[#+=-]|\d{1,9}[.)](?=\s|$)")
_PLAIN_ADDRESS = re.compile(r"https?://[^\s<>\"\\]+")
_QUOTATION_MARKS = "“”\"'‘’"


def escaped(text: str) -> str:
    """``text`` as one line of Markdown that shows exactly these characters (white space folded)."""
    line = _INLINE.sub(lambda found: "\\" + found[0], one_line(text))
    start = _LINE_START.match(line)
    if start is None:
        return line
    return line[: start.end() - 1] + "\\" + line[start.end() - 1 :]


def quoted(text: str) -> str:
    """``text`` between quotation marks, those at both its ends left out."""
    words = one_line(text)
    if len(words) > 1 and words[0] in _QUOTATION_MARKS and words[-1] in _QUOTATION_MARKS:
        words = words[1:-1]
    return f"“{escaped(words)}”"


def linked(url: str | None) -> str:
    """An address that one can follow where it is plain http or https, else its characters; empty for None."""
    if not url:
        return ""
    return f"<{url}>" if _PLAIN_ADDRESS.fullmatch(url) else escaped(url)
