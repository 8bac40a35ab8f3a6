"""Layout: what of a page is the article, what only supports it, and what is left out with a reason."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotui.extraction.layout import read_layout
from diplotui.extraction.spans import Layout
from tests.reference import gold, needs_reference, seed_text

NEWS = "The ministry denied on Monday that its envoy had made any such offer to the rebels."
MORE = "A spokesman for the rebels told reporters that no letter had been received at all."
LAST = "Both sides agreed to meet again in Geneva next week, according to the mediator."


def body(text: str, layout: Layout | None = None) -> list[str]:
    return [text[block.start : block.end] for block in (layout or read_layout(text)).blocks]


def headings(text: str) -> list[str]:
    return [text[start:end] for start, end in read_layout(text).headings]


def excluded(text: str) -> dict[str, str]:
    return {text[passage.start : passage.end]: passage.reason for passage in read_layout(text).excluded}


def page(*lines: str) -> str:
    return "\n\n".join(lines)


# Plain text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n", "\r"])
def test_plain_text_is_all_body(newline: str) -> None:
    text = newline.join([NEWS, MORE, LAST])
    assert body(text) == [NEWS, MORE, LAST]
    assert excluded(text) == {}


def test_one_line_without_a_stop_is_body() -> None:
    assert body("Kremlin denies report") == ["Kremlin denies report"]


def test_empty_text_has_nothing() -> None:
    assert read_layout(" \n\t\n") == Layout((), (), ())


def test_lines_wrapped_at_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "The Ministry of Foreign Affairs summoned the ambassador on Tuesday and\n"
        "handed him a note of protest. The ministry said that the flight was a\n"
        "violation of its airspace, and that an answer was expected.\n\n"
        "The ambassador rejected the charge, and said that he would report to his\n"
        "capital."
    )
    assert len(body(text)) == 2


# Around the article


def test_headline_deck_and_byline() -> None:
    text = page("Envoy's offer turned down?", "Rebels say no letter came", "By Jane Doe", NEWS, MORE)
    assert headings(text) == ["Envoy's offer turned down?", "Rebels say no letter came"]
    assert excluded(text) == {"By Jane Doe": "byline"}
    assert body(text) == [NEWS, MORE]


def test_short_menu_entries_beside_the_headline_are_the_page_s() -> None:
    text = page("World", "Africa", "Envoy denies that an offer was made", NEWS, MORE)
    assert headings(text) == ["Envoy denies that an offer was made"]
    assert set(excluded(text).values()) == {"site-chrome"}


def test_captions_newsletter_boxes_and_copyright() -> None:
    text = page(
        NEWS,
        "Photo credit: J. Doe/Example Images",
        MORE,
        "Sign up for our morning briefing",
        LAST,
        "© 2021 Example Media. All rights reserved.",
    )
    assert body(text) == [NEWS, MORE, LAST]
    assert list(excluded(text).values()) == ["caption", "newsletter", "site-chrome"]


def test_a_correction_is_left_out_and_says_so() -> None:
    note = "Correction: an earlier version of this article misspelled the envoy's name."
    assert excluded(page(NEWS, MORE, note)) == {note: "correction"}


def test_a_line_that_comes_three_times_is_the_page_s() -> None:
    text = page("Listen live", NEWS, "Listen live", MORE, "Listen live", LAST)
    assert body(text) == [NEWS, MORE, LAST]


def test_a_paragraph_printed_twice_is_read_once() -> None:
    text = page(NEWS, MORE, NEWS)
    assert body(text) == [NEWS, MORE]
    assert excluded(text) == {NEWS: "repeat"}


def test_a_link_between_paragraphs_is_a_teaser() -> None:
    text = page(NEWS, "Read more: Who is who in the talks", MORE)
    assert excluded(text) == {"Read more: Who is who in the talks": "teaser"}


def test_most_read_and_comments_after_the_article() -> None:
    text = page(
        NEWS, MORE, "Most read", "Floods hit the coast", "A cup final to remember", "Comments (2)", LAST
    )
    assert body(text) == [NEWS, MORE]
    assert excluded(text)["Comments (2)\n\n" + LAST] == "comment"


def test_a_list_of_stories_that_says_where_it_ends() -> None:
    text = page(NEWS, "list of 2 items", "list 1 of 2Floods", "list 2 of 2A final", "end of list", MORE, LAST)
    assert body(text) == [NEWS, MORE, LAST]


# Other stories after the article


def teaser(title: str, closer: str) -> str:
    return page(
        f"Top image credit: {title} (Example Images)",
        title,
        "Domestic Politics",
        NEWS[:-1] + " again.",
        closer,
    )


def test_shortened_stories_after_the_article_are_left_out() -> None:
    text = page(
        MORE,
        LAST,
        "Island visit",
        teaser("Storm over an island visit", "keep readingShow less"),
        "QUICK LINKS",
    )
    assert body(text) == [MORE, LAST]
    assert {"teaser"} <= set(excluded(text).values())


def test_a_picture_in_the_middle_opens_no_other_story() -> None:
    text = page(
        NEWS, MORE, "Photo: Example Images", LAST, "What happens next", NEWS[:-1] + " again.", "Read more"
    )
    assert len(body(text)) == 4


def test_an_expander_in_the_middle_cuts_nothing_else() -> None:
    text = page(NEWS, MORE, "Continue reading", LAST, NEWS[:-1] + " again.")
    assert len(body(text)) == 4


# Bullets, sections


def test_bullets_are_sections_and_take_their_quotation_along() -> None:
    text = page(
        NEWS,
        "In other news:",
        "— The port will reopen on Friday, according to the army of the republic.",
        "— The council meets again on Monday, its chairman told the agency.",
        "“We will not yield to pressure from anybody,” he said in the interview.",
        "Reactions:",
        MORE,
        LAST,
    )
    layout = read_layout(text)
    assert [block.kind for block in layout.blocks] == [
        "paragraph", "bullet", "bullet", "paragraph", "paragraph", "paragraph",
    ]  # fmt: skip
    assert [block.section for block in layout.blocks] == [0, 1, 2, 2, 3, 3]
    assert headings(text) == ["In other news:", "Reactions:"]


@pytest.mark.parametrize("mark", ["— ", "– ", "- ", "• ", "* ", "1. ", "(2) ", "—"])
def test_bullet_marks(mark: str) -> None:
    text = page(NEWS, f"{mark}The port will reopen on Friday, according to the army.")
    assert [block.kind for block in read_layout(text).blocks] == ["paragraph", "bullet"]


def test_a_sentence_with_a_colon_is_no_heading() -> None:
    text = page(NEWS, "The minister said:", "“We made no such offer to them,” and he left.", LAST)
    assert headings(text) == []


def test_the_author_of_a_quotation_is_no_bullet() -> None:
    text = page("“We made no offer of any kind to the rebels.”", "— Jane Doe, envoy", MORE, LAST)
    assert [block.kind for block in read_layout(text).blocks][1] == "paragraph"


# Transcripts


def speakers(text: str) -> list[str | None]:
    return [
        text[block.speaker[0] : block.speaker[1]] if block.speaker else None
        for block in read_layout(text).blocks
    ]


def test_briefing_transcript() -> None:
    text = page(
        "MR ROE: Good afternoon, everyone.", "Let me begin with the talks.", "QUESTION: Do you deny it?",
        "MR ROE: We do.", "(Laughter.)",
    )  # fmt: skip
    assert speakers(text) == ["MR ROE", "MR ROE", "QUESTION", "MR ROE"]
    assert [block.kind for block in read_layout(text).blocks] == ["turn"] * 4
    assert excluded(text) == {"(Laughter.)": "stage-direction"}


def test_names_before_a_colon_are_speakers_where_the_text_does_so_again_and_again() -> None:
    text = "Jane Doe: Do you deny it?\nJohn Roe: We do.\nJane Doe: All of it?\nJohn Roe: All of it."
    assert speakers(text) == ["Jane Doe", "John Roe", "Jane Doe", "John Roe"]


def test_a_dash_inside_a_turn_is_no_bullet() -> None:
    text = page("MR ROE: Two points.", "– First, we deny it.", "QUESTION: All of it?")
    assert speakers(text) == ["MR ROE", "MR ROE", "QUESTION"]


def test_one_name_before_a_colon_is_no_speaker() -> None:
    assert speakers(page("Geneva: a city of talks, and of waiting for talks to begin.", NEWS)) == [None, None]


def test_subtitles() -> None:
    text = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Jane Doe>Do you deny it?\n\n"
        "2\n00:00:04.000 --> 00:00:06.000\n<v John Roe>We do."
    )
    assert speakers(text) == ["Jane Doe", "John Roe"]
    assert set(excluded(text).values()) == {"timing"}


def test_automatic_transcript_with_clock_times() -> None:
    text = "John Roe (00:04):\nGood afternoon.\n\nSpeaker 2 (01:15):\nDo you deny it?"
    assert speakers(text) == ["John Roe", "John Roe", "Speaker 2", "Speaker 2"]


# Any text


LINES = st.sampled_from(
    (
        *(NEWS, MORE, "keep reading", "Read more", "Most read", "Photo: AFP", "A title", "- item", "1", ""),
        *("QUESTION: why?", "MR ROE: no.", "Comments", "end of list", "list of 2 items", "“Quote,”", "\r"),
        "00:01.000 --> 00:02.000",
    )
)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join), st.lists(LINES).map("\n\n".join)))
def test_every_sign_of_any_text_is_in_one_place(text: str) -> None:
    layout = read_layout(text)
    spans = sorted(
        [(block.start, block.end) for block in layout.blocks]
        + [(passage.start, passage.end) for passage in layout.excluded]
        + list(layout.headings)
    )
    end = 0
    for start, after in spans:
        assert end <= start < after <= len(text)
        assert not text[end:start].strip()
        end = after
    assert not text[end:].strip()
    assert [block.index for block in layout.blocks] == list(range(len(layout.blocks)))
    assert [block.start for block in layout.blocks] == sorted(block.start for block in layout.blocks)


def test_ten_thousand_bullets_and_one_giant_line() -> None:
    assert len(read_layout("\n".join(f"- Item {n} was agreed on." for n in range(10_000))).blocks) == 10_000
    assert len(read_layout((NEWS + " ") * 5_000).blocks) == 1
    read_layout("keep reading\n" * 10_000)
    read_layout("Most read\nA title\n" * 10_000)


# The reference round-up


def covered(spans: list[tuple[int, int]], text: str) -> set[int]:
    return {index for start, end in spans for index in range(start, end) if not text[index].isspace()}


def passages(entries: list[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(part["start"], part["end"]) for entry in entries for part in entry.get("passages", [entry])]


@needs_reference
def test_all_that_the_ledger_excludes_is_left_out() -> None:
    text, layout = seed_text(), read_layout(seed_text())
    out = covered([(one.start, one.end) for one in layout.excluded] + list(layout.headings), text)
    assert covered(passages(gold()["excluded"]), text) <= out


@needs_reference
@pytest.mark.parametrize("kind", ["statements", "quotes", "dates"])
def test_nothing_of_the_ledger_is_lost(kind: str) -> None:
    text, layout = seed_text(), read_layout(seed_text())
    inside = covered([(block.start, block.end) for block in layout.blocks], text)
    assert covered(passages(gold()[kind]), text) <= inside


@needs_reference
def test_headline_deck_and_section_headings_are_headings() -> None:
    layout = read_layout(seed_text())
    structure = [entry for entry in gold()["structure"] if entry["role"] != "context"]
    assert {(entry["start"], entry["end"]) for entry in structure} <= set(layout.headings)
