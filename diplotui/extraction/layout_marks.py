"""Decides, unit by unit of a page, what is heading and what is left out, each pass for one signal.

Precision first: a paragraph of the article is only left out where the page says that another story begins, or
where it repeats one before it. Every pass is linear in the number of units.
"""

import re
from collections import Counter

from diplotui.extraction.layout_page import HEADING, Page
from diplotui.extraction.layout_rules import Role
from diplotui.extraction.table_files import word_lists

_REPEATED_SHORT = 60
"""Characters up to which a line that stands on a page three times is chrome, and above which a paragraph that
stands there twice is a repeat."""

_ARTICLE_BEFORE = 2
"""Paragraphs that must stand before another story can begin."""

_TEASER_PARAGRAPHS = {"teaser.closer": 12, "teaser.more": 3}
"""Most paragraphs of a shortened story, by the line that ends it: "read more" is the weaker sign."""

_STAGE_DIRECTION = re.compile(r"\([^()\n]{1,120}\)|\[[^\[\]\n]{1,120}\]")
"""A line of a transcript between brackets: "(Laughter.)"."""

_LONGEST_LIST = 30
"""Lines within which a list must say that it ends."""

_QUOTES = "\"'“”‘’"
"""A section heading may stand between quotation marks."""

_CREDITS = (Role.CREDIT, Role.TAIL)


def mark_lines(page: Page) -> None:
    """Leave out timing, page lines, short lines that come again and again, repeated paragraphs."""
    counts = Counter(unit.text for unit in page.units if unit.kind == "paragraph")
    seen: set[str] = set()
    has_turns = any(unit.kind == "turn" for unit in page.units)
    for index, unit in enumerate(page.units):
        rule = page.rules[index]
        if unit.kind == "timing":
            page.marks[index] = "timing"
        elif rule is not None:
            page.marks[index] = rule.reason
        elif unit.kind == "paragraph" and len(unit.text) <= _REPEATED_SHORT and counts[unit.text] > 2:
            page.marks[index] = "site-chrome"
        elif has_turns and _STAGE_DIRECTION.fullmatch(unit.text):
            page.marks[index] = "stage-direction"
        elif len(unit.text) > _REPEATED_SHORT and unit.is_prose and unit.text in seen:
            page.marks[index] = "repeat"
        seen.add(unit.text)


def mark_lists(page: Page) -> None:
    """Leave out a list that says how long it is and where it ends."""
    first: int | None = None
    for index, unit in enumerate(page.units):
        if page.role(index) is Role.LIST:
            if unit.text.lower().startswith("end of list"):
                if first is not None:
                    page.mark(first, index + 1, "teaser")
                first = None
            elif first is None:
                first = index
        elif first is not None and (page.content[index] or index - first > _LONGEST_LIST):
            first = None


def _opening(page: Page, floor: int, closer: int) -> int | None:
    """Index of the first unit of the story that a closer ends; None where the page tells of none.

    Going back from the closer, a picture's credit with a title after it opens the story, or two lines of
    titles with none of its paragraphs before them. The titles and page lines right before belong to it.
    """
    rule = page.rules[closer]
    most = _TEASER_PARAGRAPHS.get(rule.id if rule else "", 0)
    index = closer - 1
    while index > floor and page.count(index, closer) <= most:
        credit = page.role(index) in _CREDITS and index + 1 < closer and page.is_title(index + 1)
        two_titles = (
            most > 3 and page.is_title(index) and page.is_title(index - 1) and page.count(index, closer) > 0
        )
        if credit or two_titles:
            break
        index -= 1
    else:
        return None
    if index <= floor or page.count(index, closer) > page.count(floor, index):
        return None
    while index > floor and not page.content[index - 1]:
        index -= 1
    return index


def mark_teasers(page: Page) -> None:
    """Leave out the shortened stories after the article, each ended by a closer, and all after them."""
    closers = [index for index in range(len(page.units)) if page.role(index) is Role.CLOSER]
    if not closers or closers[-1] < _last_stretch(page):
        return
    floor = 0
    for number, closer in enumerate(closers):
        first = _opening(page, floor, closer)
        if first is not None and page.content_before[first] >= _ARTICLE_BEFORE:
            last = closers[-1]
            page.mark(first, last + 1, "teaser")
            page.mark(last + 1, len(page.units), "site-chrome")
            return
        floor = closers[number]


def _last_stretch(page: Page) -> int:
    """Index of the last paragraph that another follows with no title between: so far the article goes on."""
    follower: int | None = None
    for index in range(len(page.units) - 1, -1, -1):
        if page.content[index]:
            if follower is not None:
                return index
            follower = index
        elif not page.marks[index]:
            follower = None
    return -1


def mark_trailers(page: Page) -> None:
    """Leave out what follows a line such as "Most read" (titles), or "Comments" (all the rest)."""
    index, count, last = 0, len(page.units), _last_stretch(page)
    while index < count:
        role, rule = page.role(index), page.rules[index]
        if role is Role.END and page.content_before[index] >= _ARTICLE_BEFORE:
            page.mark(index, count, "comment")
            return
        if role is Role.LABEL and index + 1 < count and page.is_title(index + 1):
            page.mark(index + 1, index + 2, "caption")
        if role is Role.TRAILER and rule is not None:
            if rule.reason != "teaser" and page.content_before[index] >= _ARTICLE_BEFORE and index > last:
                page.mark(index + 1, count, "site-chrome")
                return
            stop = index + 1
            while stop < count and not page.content[stop] and page.role(stop) not in (Role.TRAILER, Role.END):
                stop += 1
            page.mark(index + 1, stop, "teaser" if rule.reason == "teaser" else "site-chrome")
            index = stop - 1
        index += 1


def mark_top(page: Page) -> None:
    """Take the titles before the first content as headings; very short ones beside them are the page's."""
    if True not in page.content:
        return
    first = page.content.index(True)
    titles = [index for index in range(first) if not page.marks[index] and page.is_title(index)]
    real = [index for index in titles if page.units[index].text.count(" ") >= 3]
    for index in titles:
        page.marks[index] = HEADING if index in set(real) or not real else "site-chrome"


def _is_section_heading(page: Page, index: int) -> bool:
    """Whether an unmarked line between paragraphs heads what follows it."""
    text = page.units[index].text
    words = text.lower().replace("’", "'").split()
    quoted = text[0] in _QUOTES and text[-1] in _QUOTES and len(words) <= 8
    if not page.is_title(index) or len(words) > 14 or len(text) > 100 or not (text[0].isalnum() or quoted):
        return False
    if text.endswith(":"):
        lists = word_lists("layout_words")
        says = words[-1].rstrip(":") in lists["speech_before_colon"]
        return not says and lists["finite"].isdisjoint(words) and words[0] not in lists["subjects"]
    return not text[0].islower()


def mark_middle(page: Page) -> None:
    """Take short lines between paragraphs as section headings, those after the last one as the page's."""
    contents = [index for index, content in enumerate(page.content) if content and not page.marks[index]]
    if not contents:
        return
    between = [index for index in range(contents[0], contents[-1]) if not page.marks[index]]
    unstopped = sum(page.units[index].kind == "paragraph" and not page.content[index] for index in between)
    titles_stand_out = 2 * unstopped <= len(between)
    for index in range(contents[0] + 1, len(page.units)):
        if page.marks[index] or page.content[index]:
            continue
        text = page.units[index].text
        if index > contents[-1]:
            if page.is_title(index) and text.count(" ") < 8 and not text.endswith(("?", "!", ":")):
                page.marks[index] = "site-chrome"
        elif (titles_stand_out or text.endswith(":")) and _is_section_heading(page, index):
            page.marks[index] = HEADING


__all__ = ["mark_lines", "mark_lists", "mark_middle", "mark_teasers", "mark_top", "mark_trailers"]
