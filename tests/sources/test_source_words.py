"""How sources are spoken of: states in order of urgency, times beside now, days as bars."""

from datetime import UTC, datetime

import pytest

from diplotui.fetching.words import ago, fate_words, sparkline, standing_words, state_of
from diplotui.model.sources import FetchState, ShownEntry, Source, Standing, WatchedSource

NOW = datetime(2031, 4, 1, 14, 32, tzinfo=UTC)
BEFORE = "2031-04-01T14:20:00.000Z"


def watched(paused: bool = False, **state: object) -> WatchedSource:
    source = Source("f1", "https://n.example/", "Wire", BEFORE, paused=paused)
    return WatchedSource(source, FetchState("f1", **state), 0, 0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "word"),
    [
        (watched(), "not fetched yet"),
        (watched(fetched=BEFORE), "fine"),
        (watched(fetched=BEFORE, newest="2031-03-01", usual_gap=3600.0), "stale"),
        (watched(fetched=BEFORE, newest="2031-03-31T14:00:00Z", usual_gap=3600.0), "fine"),
        (watched(fetched=BEFORE, error="no", fault="server", newest="2031-03-01", usual_gap=9.0), "failing"),
        (watched(fetched=BEFORE, error="no", fault="gone"), "gone"),
        (watched(paused=True, error="no", fault="gone"), "paused"),
    ],
)
def test_the_most_pressing_state_is_told(one: WatchedSource, word: str) -> None:
    assert state_of(one, NOW).word == word
    assert state_of(one, NOW, fetching=True).word == "being asked"


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        (None, "never"),
        ("2031-04-01T14:31:30Z", "just now"),
        ("2031-04-01T14:32:30Z", "in a moment"),
        (BEFORE, "12 min ago"),
        ("2031-04-01T17:32:00Z", "in 3 h"),
        ("2031-03-28T14:32:00Z", "4 days ago"),
        ("2000-04-01T14:32:00Z", "31 years ago"),
    ],
)
def test_times_stand_beside_now(instant: str | None, words: str) -> None:
    assert ago(instant, NOW) == words


def test_days_are_bars_and_empty_ones_blanks() -> None:
    assert sparkline((0, 1, 4, 8)) == " ▁▄█"
    assert sparkline((0, 0)) == "  " and sparkline(()) == ""


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing(0, 0, (), None), "no sources"),
        (Standing(2, 0, (), None), "● 2 sources · not fetched yet"),
        (Standing(1, 0, (), BEFORE), "● 1 source · 12 min ago"),
        (Standing(4, 0, ("A", "B"), BEFORE), "✗ 2 of 4 sources failing"),
        (Standing(2, 2, (), BEFORE), "‖ 2 sources paused"),
    ],
)
def test_all_sources_in_one_line(standing: Standing, words: str) -> None:
    assert standing_words(standing, NOW)[0] == words


@pytest.mark.parametrize(
    ("document", "left_out", "language", "statements", "words"),
    [
        (None, "left out by the filter", None, 0, "left out by the filter"),
        ("d1", None, "und", 0, "stored; in a language that the rules do not read"),
        ("d1", None, "en", 0, "stored; no statement was found in it"),
        ("d1", None, "en", 1, "1 statement"),
    ],
)
def test_what_became_of_an_entry(
    document: str | None, left_out: str | None, language: str | None, statements: int, words: str
) -> None:
    entry = ShownEntry(1, "f1", "T", None, None, BEFORE, document, left_out, language, statements)
    assert fate_words(entry)[0] == words
