"""How events and days are set as lines, and the window of rows that is held."""

from dataclasses import replace
from datetime import date

from diplotui.model import ClaimStatus, OriginCount, TimelinePage
from diplotui.tui.lines import cells, plain
from diplotui.tui.widgets.timeline_rows import parties_words, row_lines, timeline_lines
from diplotui.tui.widgets.window import MOST, Window
from tests.tui.board import contested_event, event, many


def text(row, width: int = 40) -> list[str]:  # type: ignore[no-untyped-def]
    return [plain(line) for line in row_lines(row, width)]


def test_a_plain_event_has_no_status_line() -> None:
    assert text(event(1, "Talks open").row) == ["—       · Talks open              NO IS "]


def test_a_long_title_takes_two_lines_and_no_more() -> None:
    lines = text(event(1, "word " * 40, parties=("NO",)).row)
    assert len(lines) == 2 and lines[1].endswith("…") and lines[0].endswith("NO ")


def test_where_somebody_answered_a_third_line_says_how_it_stands() -> None:
    row = contested_event().row
    assert text(row, 60)[-1] == "          ✗ denied · 1 origin · none named"
    assert "✗" in text(row, 60)[0]
    assert text(replace(row, notes=2), 60)[-1].endswith("· ✎ 2")
    bare = replace(row, status=ClaimStatus.EVADED, counts=OriginCount())
    assert text(bare, 60)[-1].strip() == "~ evaded"
    assert text(row, 40)[-1].endswith("· 1 origin, 0 named")


def test_of_many_parties_the_first_are_shown() -> None:
    assert parties_words(("NO", "IS", "DK", "EU", "GB")) == "NO IS DK +2"
    assert parties_words(()) == ""


def test_no_line_is_wider_than_the_pane() -> None:
    for width in (20, 33, 38, 60, 120):
        for detail in (contested_event(), event(1, "x" * 300), event(2, "")):
            assert all(cells(line) <= max(width, 30) for line in row_lines(detail.row, width))


def test_days_are_headings_between_rows() -> None:
    rows = [event(number, f"E{number}", day=day).row for number, day in
            ((4, date(2031, 3, 4)), (3, date(2031, 3, 4)), (2, date(2031, 3, 3)))]  # fmt: skip
    rows.append(replace(rows[-1], id="u", public=None))
    placed = timeline_lines(rows, 40, airy=False, open_end=False)
    headings = [plain(line).split(" ─")[0] for line, row in placed if row is None]
    assert headings == ["Tue 4 Mar 2031", "Mon 3 Mar 2031", "Undated"]
    airy = timeline_lines(rows, 40, airy=True, open_end=False)
    assert len(airy) == len(placed) + 2


def page(first: int, last: int) -> TimelinePage:
    rows = tuple(detail.row for detail in many(first - last + 1, first=last)[::-1])
    return TimelinePage(rows, True, True)


def test_a_window_grows_on_either_side_and_lets_the_far_end_go() -> None:
    window = Window.of(page(1000, 901))
    for _ in range(4):
        oldest = window.rows[-1].key // 10
        window = window.with_older(page(oldest - 1, oldest - 100))
    assert len(window.rows) == MOST and window.has_newer
    assert [row.key for row in window.rows] == sorted((row.key for row in window.rows), reverse=True)
    newest = window.rows[0].key // 10
    window = window.with_newer(page(newest + 100, newest + 1))
    assert len(window.rows) == MOST and window.has_older and window.rows[0].key == (newest + 100) * 10


def test_rows_that_come_twice_are_held_once() -> None:
    window = Window.of(page(20, 11)).with_older(page(12, 5))
    assert [row.key for row in window.rows] == [number * 10 for number in range(20, 4, -1)]


def test_a_row_is_found_by_its_id_and_a_gone_one_by_its_neighbour() -> None:
    window = Window.of(page(20, 11))
    assert window.index("e18") == 2 and window.index("e99") is None and window.index(None) is None
    assert window.nearest(175) == 3 and window.nearest(1) == 9 and Window().nearest(5) is None


def test_an_event_with_a_watched_claim_is_marked_before_its_parties() -> None:
    row = contested_event().row
    lines = timeline_lines([row], 60, airy=False, open_end=False, watched={row.id})
    assert any(plain(placed.line).endswith(" ◉ NO IS ") for placed in lines)
    lines = timeline_lines([row], 60, airy=False, open_end=False, watched={"another"})
    assert not any("◉" in plain(placed.line) for placed in lines)
