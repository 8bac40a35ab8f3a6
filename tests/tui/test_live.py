"""What arrives while one reads: place is kept, a pill counts, following follows."""

import threading
from datetime import date

from textual.pilot import Pilot

from diplotui.errors import InputError, StoreGone
from diplotui.tui.screens.main import MainScreen
from tests.tui.board import contested_event, event, many, small_ledger
from tests.tui.fake_store import FakeLedger
from tests.tui.looking import dashboard, press, quiet, ready, screen_text, until

LATE = date(2032, 1, 1)


def long_ledger(count: int = 60) -> FakeLedger:
    ledger = small_ledger()
    ledger.put(*many(count, first=100))
    return ledger


def screen_line(main: MainScreen) -> int:
    """On which line of the timeline the marked event begins."""
    index = main.timeline.index
    assert index is not None
    return main.timeline._first_lines[index] - main.timeline.top


async def arrive(pilot: Pilot[None], ledger: FakeLedger, *numbers: int, day: date = LATE) -> None:
    """File events and wait until the dashboard has read again."""
    before = ledger.calls.count("topics")
    ledger.put(*[event(number, f"Late news {number}", day=day) for number in numbers])
    await until(pilot, lambda: ledger.calls.count("topics") > before)
    await quiet(pilot)


async def test_arrivals_above_keep_row_and_screen_line_and_raise_the_pill() -> None:
    ledger = long_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, *"jjjjjjjjjjjjjjjjjj")
        marked, line, shown = main.timeline.row, screen_line(main), main.statement.detail
        await arrive(pilot, ledger, 900, 901, 902)
        assert main.timeline.row is not None and marked is not None and main.timeline.row.id == marked.id
        assert screen_line(main) == line
        assert main.statement.detail is not None and shown is not None
        assert main.statement.detail.event.id == shown.event.id
        assert "3 new ↑" in screen_text(pilot.app).splitlines()[0]
        await arrive(pilot, ledger, 903)
        assert "4 new ↑" in screen_text(pilot.app).splitlines()[0]
        await press(pilot, "g")
        assert "new ↑" not in screen_text(pilot.app).splitlines()[0]
        assert main.timeline.row.id == "e903"


async def test_an_arrival_above_the_very_first_row_moves_nothing_either() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        line = screen_line(main)
        await arrive(pilot, ledger, 900)
        assert main.timeline.row is not None and main.timeline.row.id == "e50"
        assert screen_line(main) == line
        assert "1 new ↑" in screen_text(pilot.app)
        assert "2 of 7" in screen_text(pilot.app)
        await press(pilot, "k")
        assert main.timeline.row.id == "e900" and "new ↑" not in screen_text(pilot.app)


async def test_what_arrives_below_raises_no_pill() -> None:
    ledger = long_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        line = screen_line(main)
        await arrive(pilot, ledger, 7, day=date(2031, 3, 5))
        assert "new ↑" not in screen_text(pilot.app) and screen_line(main) == line


async def test_an_arrival_between_the_rows_in_sight_is_seen_and_not_counted() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "G")
        line = screen_line(main)
        await arrive(pilot, ledger, 30, day=date(2031, 3, 10))
        assert main.timeline.row is not None and main.timeline.row.id == "e1"
        assert screen_line(main) == line
        assert "Late news 30" in screen_text(pilot.app)


async def test_the_view_scrolled_by_the_wheel_stays_too() -> None:
    ledger = long_ledger()
    async with dashboard(ledger).run_test(size=(120, 30)) as pilot:
        main = await ready(pilot)
        for _ in range(8):
            main.timeline.wheel(3)
        before = main.timeline.top
        await arrive(pilot, ledger, 900)
        assert main.timeline.top == before + 2  # its heading and its line
        assert main.timeline.waiting == 1


async def test_t_jumps_to_the_newest_and_follows_until_a_move() -> None:
    ledger = long_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, *"jjjjj")
        await press(pilot, "t")
        assert main.timeline.row is not None and main.timeline.row.id == ledger.rows[0].id
        await arrive(pilot, ledger, 900)
        await until(pilot, lambda: main.timeline.row is not None and main.timeline.row.id == "e900")
        assert "following" in screen_text(pilot.app)
        await press(pilot, "j")
        await arrive(pilot, ledger, 901, 902)
        assert main.timeline.row.id not in ("e901", "e902") and "1 new ↑" in screen_text(pilot.app)
        assert "Late news 901" in screen_text(pilot.app), "in sight, so not counted"


async def test_t_again_stops_following() -> None:
    ledger = long_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "t")
        await press(pilot, "t")
        await arrive(pilot, ledger, 900)
        assert main.timeline.row is not None and main.timeline.row.id != "e900"


async def test_started_with_follow_it_follows_from_the_first_paint() -> None:
    ledger = small_ledger()
    async with dashboard(ledger, follow=True).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await arrive(pilot, ledger, 900)
        await until(pilot, lambda: main.timeline.row is not None and main.timeline.row.id == "e900")


async def test_a_click_on_the_pill_goes_to_what_is_new() -> None:
    ledger = long_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, *"jjjjj")
        await arrive(pilot, ledger, 900)
        await pilot.click("#top-bar", offset=(main.top_bar._pill.start + 2, 0))
        await quiet(pilot)
        assert main.timeline.row is not None and main.timeline.row.id == "e900"


async def test_a_new_denial_of_the_marked_event_shows_without_moving_the_statement() -> None:
    ledger = small_ledger()
    full = contested_event()
    import dataclasses

    ledger.put(dataclasses.replace(full, statements=full.statements[:2]))
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, "3", "l")
        assert "3 Statement  2 of 2" in screen_text(pilot.app)
        ledger.put(full)
        await until(pilot, lambda: "3 Statement  2 of 3" in screen_text(pilot.app))
        assert main.statement.view is not None and main.statement.view.statement.id == "s2"


async def test_an_event_that_moved_in_time_stays_marked() -> None:
    ledger = long_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        await press(pilot, *"jjjjjjjjjj")
        marked = main.timeline.row
        assert marked is not None
        number = int(marked.id[1:])
        line = screen_line(main)
        moved = event(number, marked.title, day=LATE)
        import dataclasses

        ledger.put(dataclasses.replace(moved, row=dataclasses.replace(moved.row, key=99_999)))
        await until(pilot, lambda: main.timeline.row is not None and main.timeline.row.key == 99_999)
        assert screen_line(main) <= line


async def test_an_empty_ledger_says_what_will_be_here_and_fills_by_itself() -> None:
    ledger = FakeLedger(small_ledger().topics)
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "This ledger is empty" in screen_text(pilot.app))
        assert "diplotui ingest FILE" in screen_text(pilot.app)
        ledger.put(event(1, "The first news"))
        await until(pilot, lambda: "The first news" in screen_text(pilot.app))
        await until(pilot, lambda: pilot.app.board.timeline.row is not None)  # type: ignore[attr-defined]


async def test_a_document_arrives_some_time_after_the_start() -> None:
    ledger = small_ledger()
    threads: list[str] = []

    def arriving() -> None:
        threads.append(threading.current_thread().name)
        ledger.put(event(900, "Brought in by the demo", day=LATE))

    async with dashboard(ledger, arriving=arriving, arrival_after=0.05).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "1 new ↑" in screen_text(pilot.app))
        assert threads == ["diplotui-arriving"] and "in: 1 event" in screen_text(pilot.app)


async def test_an_arrival_that_fails_is_one_line() -> None:
    def arriving() -> None:
        raise InputError("the text has no date; pass --published")

    ledger = small_ledger()
    async with dashboard(ledger, arriving=arriving, arrival_after=0.05).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "the text has no date" in screen_text(pilot.app))


async def test_a_ledger_that_is_gone_is_said_in_the_top_bar_until_it_is_back() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        gone = StoreGone("the ledger's file is gone; restore it, or start with another one")
        ledger.fail.update({"wait": gone, "open": gone})
        await until(pilot, lambda: "the ledger's file is gone" in screen_text(pilot.app).splitlines()[0])
        await press(pilot, "j")
        ledger.fail.clear()
        await until(pilot, lambda: "gone" not in screen_text(pilot.app).splitlines()[0])


async def test_an_answer_that_comes_late_never_overwrites_a_newer_one() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        ledger.slow["event"] = 0.15
        await pilot.press("j", "j", "j", "k")
        await quiet(pilot)
        assert main.timeline.row is not None and main.statement.detail is not None
        assert main.statement.detail.event.id == main.timeline.row.id


async def test_a_burst_of_commits_is_read_in_few_goes_and_shown_in_full() -> None:
    ledger = small_ledger()
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        before = ledger.calls.count("topics")
        for number in range(1000, 1200):
            ledger.put(event(number, f"Burst {number}", day=LATE))
        await until(pilot, lambda: main.timeline._total == 206)
        await quiet(pilot)
        assert ledger.calls.count("topics") - before < 60
        assert main.timeline.row is not None and main.timeline.row.id == "e50"
        assert main.timeline.waiting == 200


async def test_long_timelines_are_held_in_part_and_reached_from_end_to_end() -> None:
    ledger = FakeLedger(small_ledger().topics, many(2000))
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        for _ in range(40):
            main.timeline.action_page_down()
            await pilot.pause(0.02)
        await quiet(pilot)
        assert len(main.timeline.window.rows) <= 300
        index, rank = main.timeline.index, main.timeline._rank_of(main.timeline.row)
        assert index is not None and main.timeline.row is not None
        place = [row.id for row in ledger.rows].index(main.timeline.row.id) + 1
        assert rank == place > 300
        await press(pilot, "G")
        assert main.timeline.row.id == "e1" and "2000 of 2000" in screen_text(pilot.app)
        for _ in range(150):
            main.timeline.action_up()
        await quiet(pilot)
        assert main.timeline.row.id == "e151" and "1850 of 2000" in screen_text(pilot.app)
        await press(pilot, "g")
        assert main.timeline.row.id == "e2000" and "1 of 2000" in screen_text(pilot.app)
        for _ in range(250):
            main.timeline.action_down()
        await quiet(pilot)
        assert main.timeline.row.id == "e1750", "steps beyond the rows held are owed, not lost"


async def test_what_was_read_ahead_is_there_at_the_first_layout() -> None:
    ledger = small_ledger()
    app = dashboard(ledger)
    app.board.read_ahead()
    async with app.run_test(size=(120, 40)) as pilot:
        main = await ready(pilot)
        assert main.timeline.row is not None and "1 of 6" in screen_text(app)


async def test_a_failure_while_reading_ahead_is_one_line() -> None:
    ledger = small_ledger()
    ledger.fail["topics"] = StoreGone("the ledger's file is gone")
    app = dashboard(ledger)
    app.board.read_ahead()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "the ledger's file is gone" in screen_text(app))
        ledger.fail.clear()
        ledger.put(event(900, "Late news", day=LATE))
        await ready(pilot)
