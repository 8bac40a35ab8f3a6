"""Dates as an article has them: what they resolve to, from which day, and what is no date at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotui.extraction.dates import find_dates
from diplotui.extraction.spans import Block
from diplotui.model import ExtractedDate

WEDNESDAY = date(2019, 5, 15)


def dates_in(text: str, published: date | None = WEDNESDAY) -> tuple[ExtractedDate, ...]:
    return find_dates(text, [Block(0, 0, len(text), "paragraph", 0)], published)


def bounds(text: str, published: date | None = WEDNESDAY) -> list[tuple[str | None, str | None]]:
    return [
        (
            found.date.earliest.isoformat() if found.date.earliest else None,
            found.date.latest.isoformat() if found.date.latest else None,
        )
        for found in dates_in(text, published)
    ]


def values(text: str, published: date | None = WEDNESDAY) -> list[str]:
    return [found.value for found in dates_in(text, published)]


# Weekdays


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoy spoke on Monday.", "2019-05-13"),
        ("The envoy spoke on Wednesday.", "2019-05-15"),
        ("The envoy spoke on Thursday.", "2019-05-09"),
        ("The envoy will speak on Thursday.", "2019-05-16"),
        ("The envoy will speak on Wednesday.", "2019-05-15"),
        ("Talks are set for Friday.", "2019-05-17"),
        ("On Friday, the two sides will meet in Doha.", "2019-05-17"),
        ("Friday's vote will decide it.", "2019-05-17"),
        ("Both sides agreed to meet on Saturday.", "2019-05-18"),
        ("Both sides agreed to a truce on Saturday.", "2019-05-11"),
        ("She declined to comment on Saturday.", "2019-05-11"),
        ("He will not attend, a spokesman said on Thursday.", "2019-05-09"),
        ("He said on Thursday that talks would go on.", "2019-05-09"),
        ("Troops must leave by Sunday.", "2019-05-19"),
        ("The note will be handed over on Friday.", "2019-05-17"),
        ("Speaking on Friday ahead of a summit, he denied it.", "2019-05-10"),
        ("They met last Tuesday.", "2019-05-14"),
        ("They met last Wednesday.", "2019-05-08"),
        ("PARIS, Friday - Both sides will sign the pact, he said.", "2019-05-10"),
        ("They meet next Monday.", "2019-05-20"),
        ("They met on Tuesday of last week.", "2019-05-07"),
    ],
)
def test_weekday_is_the_last_one_unless_the_clause_looks_ahead(text: str, day: str) -> None:
    assert bounds(text) == [(day, day)]


def test_two_weekdays_of_one_sentence_look_each_their_own_way() -> None:
    assert bounds("The ministers will meet on Friday, the ministry said on Tuesday.") == [
        ("2019-05-17", "2019-05-17"),
        ("2019-05-14", "2019-05-14"),
    ]


# Parts and stretches


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was reported late in 2018.", "2018-09-01", "2018-12-31"),
        ("It was reported in early 2018.", "2018-01-01", "2018-04-30"),
        ("He said so earlier this week.", "2019-05-13", "2019-05-14"),
        ("He said so earlier this year.", "2019-01-01", "2019-05-14"),
        ("They met in the autumn of 2016.", "2016-09-01", "2016-11-30"),
        ("They met in the winter of 2016.", "2016-12-01", "2017-02-28"),
        ("They met from 3 to 5 March 2015.", "2015-03-03", "2015-03-05"),
        ("They met Feb. 27-28 in Bern.", "2019-02-27", "2019-02-28"),
        ("They met between May and July 2017.", "2017-05-01", "2017-07-31"),
        ("They met in late 2017 and early 2018.", "2017-09-01", "2018-04-30"),
        ("They met from Monday to Wednesday.", "2019-05-13", "2019-05-15"),
        ("They met last month.", "2019-04-01", "2019-04-30"),
        ("They met two weeks ago.", "2019-04-29", "2019-05-05"),
        ("They met over the weekend.", "2019-05-11", "2019-05-12"),
        ("They met in mid-April.", "2019-04-11", "2019-04-20"),
        ("They met in the first half of 2018.", "2018-01-01", "2018-06-30"),
        ("They met in the 1990s.", "1990-01-01", "1999-12-31"),
    ],
)
def test_stretches_have_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert bounds(text) == [(first, last)]


def test_earlier_this_week_on_a_monday_is_the_day_itself() -> None:
    assert bounds("He said so earlier this week.", date(2019, 5, 13)) == [("2019-05-13", "2019-05-13")]


@pytest.mark.parametrize(
    ("text", "first", "last", "edtf"),
    [
        ("He has been held since December 2018.", "2018-12-01", None, "2018-12/.."),
        ("He was held until May 3, 2018.", None, "2018-05-03", "../2018-05-03"),
        ("Before 2014 there was no line.", None, "2013-12-31", "../2013-12-31"),
        ("It grew since last week.", "2019-05-06", None, "2019-05-06/.."),
    ],
)
def test_open_intervals(text: str, first: str | None, last: str | None, edtf: str) -> None:
    assert bounds(text) == [(first, last)]
    assert dates_in(text)[0].date.edtf == edtf


# Days and months without a year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The embassy was hit on April 30.", "2019-04-30"),
        ("The embassy was hit on 20 October.", "2018-10-20"),
        ("The council will meet on 1 July.", "2019-07-01"),
        ("The July 7 vote is near.", "2019-07-07"),
        ("The Oct. 7 attack is remembered.", "2018-10-07"),
        ("The mandate was extended until 31 August.", "2019-08-31"),
    ],
)
def test_day_without_a_year_follows_the_tense(text: str, day: str) -> None:
    assert bounds(text)[0][1] == day


# From the text itself


def test_the_next_day_counts_from_the_last_date_in_the_text() -> None:
    text = "It was signed on March 3, 2015. The next day it was void. Two weeks later both sides met."
    found = dates_in(text)
    assert [one.value for one in found] == ["2015-03-03", "2015-03-04", "2015-03-18"]
    assert [one.anchor for one in found] == ["absolute", "text", "text"]


def test_the_next_day_without_a_date_before_it_is_not_placed() -> None:
    (found,) = dates_in("The next day it was void.")
    assert (found.anchor, found.date.earliest) == ("none", None)


# What is listed and not placed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They signed a 10-year deal.", "P10Y"),
        ("It lasted six weeks.", "P6W"),
        ("It went on for several months.", "PXM"),
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("Fighting grew in recent months.", "PAST_REF"),
        ("He is currently in Oslo.", "PRESENT_REF"),
        ("Talks resume in the coming weeks.", "FUTURE_REF"),
    ],
)
def test_durations_sets_and_vague_references_have_no_bounds(text: str, value: str) -> None:
    (found,) = dates_in(text)
    assert (found.value, found.date.earliest, found.date.latest) == (value, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on Tuesday.", "XXXX-WXX-2"),
        ("He spoke on March 3.", "XXXX-03-03"),
        ("He spoke last week.", "XXXX-WXX"),
        ("He spoke yesterday.", "XXXX-XX-XX"),
    ],
)
def test_without_a_publication_day_nothing_relative_is_placed(text: str, value: str) -> None:
    (found,) = dates_in(text, None)
    assert (found.value, found.anchor, found.date.earliest, found.date.latest) == (value, "none", None, None)


def test_without_a_publication_day_full_dates_still_hold() -> None:
    assert values("It was signed on 3 March 2015.", None) == ["2015-03-03"]


# What is no date


@pytest.mark.parametrize(
    "text",
    [
        "The $95 billion bill pays for AH-64 and C-130 aircraft.",
        "Crews flew 198 training hours in Georgia's 14th district, 55% more.",
        "Some 2,000 troops, 1,500 police and 2000 soldiers came.",
        "Under Resolution 2014 and Article 5 the embargo ends; see Room 2019 and Agenda 2030.",
        "They may march; the second envoy may fall.",
        "Mrs May spoke to June Roe.",
        "It was signed on 3/4/2010.",
        "He sat in the sun.",
        "A 54-year-old man was held.",
        "Three quarters of voters backed a quarter of the plan; two second-round rivals did not.",
        "He told Russia Today and the Sunday Times.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert values(text) == []


def test_clock_time_is_joined_to_its_day() -> None:
    (found,) = dates_in("It began at 8 p.m. Moscow time on Tuesday.")
    assert (found.value, found.date.edtf) == ("2019-05-14T20:00", "2019-05-14")


def test_only_blocks_are_read() -> None:
    text = "On Monday he spoke.\nOn Tuesday another story."
    found = find_dates(text, [Block(0, 0, 19, "paragraph", 0)], WEDNESDAY)
    assert [text[one.start : one.end] for one in found] == ["On Monday"]


PIECES = (
    "on in the last next this early late mid end of Monday Friday May March Jan. 3 15 2014 2019 1990s two "
    "weeks ago later year years week day days - , . to and from between until since p.m. 8 14:00 GMT half "
    "12/5/2010 quarter spring century 19th every Christmas New Year's Eve \n “ ' 9999 0 february 31"
)
WORDS = st.sampled_from(PIECES.split(" "))


@given(
    st.one_of(st.text(), st.lists(WORDS).map(" ".join)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_sorted_spans_inside_it(text: str, published: date | None) -> None:
    end = 0
    for found in dates_in(text, published):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        if found.date.earliest and found.date.latest:
            assert found.date.earliest <= found.date.latest
