"""From a format's raw values to an Entry: cleaned at the border, links checked, dates by the policy."""

from datetime import datetime

from diplotui.sources.addresses import is_web_url
from diplotui.sources.feed_dates import read_feed_date
from diplotui.sources.html_text import html_to_text
from diplotui.sources.parsed import LONGEST_TEXT, LONGEST_TITLE, Entry
from diplotui.text import clean_text, one_line

LONGEST_GUID = 1_000


def make_entry(
    *,
    now: datetime,
    guid: str | None = None,
    link: str | None = None,
    title: str = "",
    title_is_html: bool = False,
    body: str = "",
    body_is_html: bool = True,
    date: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
) -> Entry:
    """An entry from what a feed says; entities are resolved before cleaning, so that none hides an escape."""
    title = html_to_text(title[: 20 * LONGEST_TITLE]) if title_is_html else title
    text = html_to_text(body[: 4 * LONGEST_TEXT]) if body_is_html else body
    cleaned_title, cleaned_text = clean_text(title), clean_text(text)
    when = read_feed_date(date, now, language)
    link = link.strip() if link else None
    return Entry(
        guid=_short(guid, LONGEST_GUID),
        link=link if is_web_url(link) else None,
        title=one_line(cleaned_title.text)[:LONGEST_TITLE],
        text=cleaned_text.text.strip()[:LONGEST_TEXT],
        published_raw=_short(date, 100),
        published=when.written.isoformat() if when else None,
        zoneless=bool(when and when.zoneless),
        publisher=_short(publisher, 100),
        removed=cleaned_title.removed + cleaned_text.removed,
    )


def _short(words: str | None, most: int) -> str | None:
    return (one_line(words)[:most] or None) if words else None
