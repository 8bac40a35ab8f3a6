"""Web pages, mails and subtitles from files."""

from datetime import date

import pytest

from diplotui.errors import InputError
from diplotui.sources.files import PARSED, texts_of
from diplotui.sources.mail import read_mail
from diplotui.sources.parsed_files import READERS
from tests.sources.test_feeds import ARTICLE, NOW
from tests.sources.test_transcripts import VOICES

MAIL = b"""From: =?utf-8?q?The_Paper?= <news@paper.example>
Subject: Envoy denies \x1b[2Jit =?utf-8?b?8J+Yig==?=
Date: Thu, 15 Feb 2024 23:30:00 -0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: multipart/alternative; boundary=y

--y
Content-Type: text/html; charset=utf-8

<p>The <b>HTML</b> words.</p><img src="http://tracker.example/x.gif">
--y
Content-Type: text/plain; charset=utf-8

The envoy denied it on Thursday\x1b]52;c;eA==\x07.
--y--
--x
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="../../evil.sh"

rm -rf
--x--
"""


def test_every_end_has_its_reader() -> None:
    assert set(READERS) == set(PARSED)


def test_a_saved_page_gives_its_article_and_what_it_says_of_itself() -> None:
    (page,) = texts_of(
        ARTICLE.encode(), "page.html", ".html", published=None, publisher=None, title=None, url=None
    )
    assert (page.title, page.published, page.publisher) == ("Envoy denies it", date(2024, 2, 15), "The Paper")
    assert page.text.startswith("Envoy denies it\n\nThe envoy said on Monday") and "Menu" not in page.text
    (told,) = texts_of(ARTICLE.encode(), "page.htm", ".htm", published=date(2020, 1, 1), publisher="Mine")
    assert (told.published, told.publisher) == (date(2020, 1, 1), "Mine"), "what a person says goes first"


def test_a_mail_gives_its_plain_part_its_sender_and_its_day() -> None:
    (mail,) = texts_of(MAIL, "news.eml", ".eml")
    assert (mail.published, mail.publisher) == (date(2024, 2, 15), "The Paper")
    assert mail.title is not None and mail.title.startswith("Envoy denies it")
    assert mail.text.endswith("The envoy denied it on Thursday.") and "HTML" not in mail.text
    assert "rm -rf" not in mail.text and mail.removed_characters > 0


@pytest.mark.parametrize(
    "body",
    [
        b"Content-Type: text/html\n\n<p>One &amp; two</p><script>evil()</script>",
        b"Content-Type: text/plain; charset=no-such\n\nOne & two",
        b"Content-Type: text/plain; charset=utf-8\n\nOne & two \xff",
        b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nT25lICYgdHdv",
    ],
)
def test_odd_mails_keep_what_can_be_read(body: bytes) -> None:
    assert read_mail(b"Subject: x\nMIME-Version: 1.0\n" + body, NOW).text.startswith("One & two")


def test_a_mail_of_ever_deeper_parts_is_refused_or_empty() -> None:
    deep = b"Subject: x\nMIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)
    )
    with pytest.raises(InputError):
        texts_of(deep, "deep.eml", ".eml")


def test_subtitles_are_transcripts() -> None:
    (transcript,) = texts_of(VOICES.encode(), "talk.vtt", ".vtt", published=date(2024, 2, 15))
    assert transcript.kind == "transcript" and transcript.text.startswith("Mr Vega: We have")
    assert transcript.published == date(2024, 2, 15)


REFUSED = [
    (b"<html><body></body></html>", ".html", "no article"),
    (b"no mail at all", ".eml", "no e-mail"),
    (b"WEBVTT\n\n", ".vtt", "no captions"),
    (b"\xff\xfe\x00", ".srt", "UTF-16"),
    (b"%PDF-1.7", ".pdf", "not read yet"),
]


@pytest.mark.parametrize(("data", "suffix", "words"), REFUSED)
def test_what_holds_no_text_is_refused_in_one_line(data: bytes, suffix: str, words: str) -> None:
    with pytest.raises(InputError) as refused:
        texts_of(data, f"x{suffix}", suffix)
    assert words in str(refused.value) and "\n" not in str(refused.value)
