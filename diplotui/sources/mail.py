"""E-mail files (RFC 5322): newsletters and press releases as they come by mail. Runs in the parse process."""

from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from diplotui.sources.feed_dates import read_feed_date
from diplotui.sources.fetch_errors import Fault, FetchError
from diplotui.sources.html_text import html_to_text
from diplotui.sources.parsed import ParsedPage
from diplotui.text import clean_text, one_line

MOST_BYTES = 25_000_000


def read_mail(data: bytes, now: datetime) -> ParsedPage:
    """The text of a mail, its subject as title, its day, and the sender's name as publisher.

    The plain part is read where there is one, else the HTML part; attachments are not opened. Raises
    FetchError(UNREADABLE) for what is no mail.
    """
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data[:MOST_BYTES])
    if not isinstance(message, EmailMessage) or not (message["from"] or message["subject"]):
        raise FetchError(Fault.UNREADABLE, "is no e-mail: it has neither sender nor subject")
    part = message.get_body(("plain", "html"))
    words = _content(part) if isinstance(part, EmailMessage) else ""
    if part is not None and part.get_content_type() == "text/html":
        words = html_to_text(words)
    cleaned = clean_text(words.replace("\r\n", "\n"))
    when = read_feed_date(str(message["date"] or "") or None, now)
    return ParsedPage(
        text=cleaned.text.strip(),
        title=one_line(str(message["subject"] or ""))[:500] or None,
        published=when.written.date().isoformat() if when else None,
        publisher=_sender(message),
        removed=cleaned.removed,
    )


def _content(part: EmailMessage) -> str:
    """A part's text; one in an unknown or wrong encoding keeps what can be read of it."""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, ValueError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _sender(message: EmailMessage) -> str | None:
    addresses = getattr(message["from"], "addresses", ())
    for address in addresses:
        if name := one_line(address.display_name)[:100]:
            return name
    return None
