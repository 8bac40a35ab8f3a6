"""Subtitles to running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotui.sources.transcripts import captions_to_text

VOICES = """WEBVTT
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0

NOTE made by hand

STYLE
::cue { color: red }

intro
00:00:01.000 --> 00:00:03.000 line:0
<v Mr Vega>We have <i>seen</i> no
offer &amp; no letter.

00:00:03.000 --> 00:00:05.000
<v Mr Vega>None at all.</v>

00:00:05.000 --> 00:00:06.000
<v.loud Reporter>Are you <00:00:05.500>sure?
"""

SRT = """1
00:00:01,000 --> 00:00:03,000
{\\an8}The minister denied
the report.

2
00:00:03,000 --> 00:00:05,000
He gave no reason.

3
00:00:12,500 --> 00:00:14,000
Later he left.
"""

ROLL_UP = """WEBVTT

00:00:01.000 --> 00:00:02.000
>> THE MINISTER

00:00:01.500 --> 00:00:03.000
>> THE MINISTER
DENIED IT.

00:00:03.000 --> 00:00:04.000
DENIED IT.
&gt;&gt; WHY?

00:00:04.000 --> 00:00:05.000
>> WHY?
>>> IN OTHER NEWS
"""

TIGHT = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n"

CASES = [
    (VOICES, "Mr Vega: We have seen no offer & no letter. None at all.\n\nReporter: Are you sure?"),
    (SRT, "The minister denied the report. He gave no reason.\n\nLater he left."),
    (ROLL_UP, "THE MINISTER DENIED IT.\n\nWHY?\n\nIN OTHER NEWS"),
    (TIGHT, "One. Two."),
    ("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nHello.\r\n", "Hello."),
    ("WEBVTT\n", ""),
    ("", ""),
    ("Just a text.\n\nWith no timing.", ""),
]


@pytest.mark.parametrize(("captions", "words"), CASES)
def test_captions_become_running_text(captions: str, words: str) -> None:
    assert captions_to_text(captions) == words


def test_words_that_are_said_twice_stay_twice() -> None:
    twice = "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n"
    assert captions_to_text(twice) == "No. No."


@given(st.text(alphabet=st.sampled_from("01:,.-> \n<v>&;abWEBVT"), max_size=200))
def test_nothing_breaks_it(text: str) -> None:
    words = captions_to_text(text)
    assert words == words.strip() and "\n\n\n" not in words
