"""The text around a passage, cut where a reader would cut it."""

import re

REACH = 300
"""Characters of context read on either side of a passage."""

_BREAK = re.compile(r"\n+|(?<=[.!?…])[\"”’')\]]*\s+")
"""Ends of lines and, roughly, of sentences: good enough for context that is only looked at."""


def before_passage(reached: str, *, whole: bool) -> str:
    """The text just before a passage, from the first sentence or line that begins in ``reached``.

    ``whole``: the document begins where ``reached`` does, so nothing is cut.
    """
    if whole:
        return reached
    found = next(_BREAK.finditer(reached), None)
    if found and found.end() < len(reached):
        return reached[found.end() :]
    return reached[reached.find(" ") + 1 :]


def after_passage(reached: str, *, whole: bool) -> str:
    """The text just after a passage, up to the last sentence or line that ends in ``reached``.

    ``whole``: the document ends where ``reached`` does.
    """
    if whole:
        return reached
    found = [cut.start() for cut in _BREAK.finditer(reached) if reached[: cut.start()].strip()]
    if found:
        return reached[: found[-1]]
    space = reached.rfind(" ")
    return reached if space < 0 else reached[:space]
