"""Articles of web pages through trafilatura, and what robots.txt allows. Runs in the parse process."""

import re
from datetime import date, datetime, timedelta

from diplotui.sources.parsed import ParsedPage, RobotsWord
from diplotui.text import clean_text, one_line

LONGEST_PAGE = 2_000_000
"""Bytes of a page that are looked at; its worst pages take seconds and hundreds of megabytes a megabyte."""
LONGEST_ROBOTS = 500_000
"""Bytes of a robots.txt that count, as RFC 9309 2.5 allows."""
ROBOTS_NAME = "diplotui"
LONGEST_DELAY = 10.0
"""Seconds between two pages that a site may ask for."""


def read_page(data: bytes, url: str | None, now: datetime) -> ParsedPage:
    """The article of an HTML page; its text is empty where there is none.

    The day is the one that the page itself declares in its data or its address, never guessed from prose.
    """
    import trafilatura

    found = trafilatura.bare_extraction(
        data[:LONGEST_PAGE],
        url=url,
        fast=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = "" if found is None or isinstance(found, dict) else (found.text or "").strip()
    if found is None or isinstance(found, dict) or not text:
        return ParsedPage("")
    paragraphs = re.sub(r"\s*\n\s*", "\n\n", text)
    cleaned = clean_text(paragraphs)
    return ParsedPage(
        text=cleaned.text,
        title=_line(found.title, 500),
        published=_day(found.date, now),
        publisher=_line(found.sitename, 100),
        language=_line(found.language, 20),
        removed=cleaned.removed,
    )


def read_robots(robots: bytes, url: str) -> RobotsWord:
    """Whether a site's robots.txt lets us read a page (RFC 9309), and how long it asks to wait in between."""
    from protego import Protego

    rules = Protego.parse(robots[:LONGEST_ROBOTS].decode("utf-8", "replace"))
    delay = rules.crawl_delay(ROBOTS_NAME)
    return RobotsWord(bool(rules.can_fetch(url, ROBOTS_NAME)), min(max(delay or 0.0, 0.0), LONGEST_DELAY))


def _line(words: str | None, most: int) -> str | None:
    return (one_line(words)[:most] or None) if words else None


def _day(words: str | None, now: datetime) -> str | None:
    try:
        day = date.fromisoformat(words or "")
    except ValueError:
        return None
    return day.isoformat() if day.year >= 1990 and day <= now.date() + timedelta(days=1) else None
