"""Each key does what the table of commands says."""

from collections.abc import AsyncIterator
from datetime import date

import pytest
from textual.pilot import Pilot

from diplotui.model import Decision
from diplotui.tui.commands import COMMANDS
from tests.tui.board import many, small_ledger
from tests.tui.fake_store import FakeLedger
from tests.tui.looking import board, dashboard, press, quiet, ready, screen_text, until


@pytest.fixture
def ledger() -> FakeLedger:
    return small_ledger()


@pytest.fixture
async def pilot(ledger: FakeLedger) -> AsyncIterator[Pilot[None]]:
    async with dashboard(ledger).run_test(size=(146, 40)) as running:
        await ready(running)
        yield running


def shown_titles(ledger: FakeLedger) -> list[str]:
    return [row.id for row in ledger.rows if row.topic != "other"]


async def test_j_and_k_move_the_cursor_and_the_statement_follows(
    pilot: Pilot[None], ledger: FakeLedger
) -> None:
    main = board(pilot.app)
    order = shown_titles(ledger)
    await press(pilot, "j", "j")
    assert main.timeline.row is not None and main.timeline.row.id == order[2]
    assert main.statement.detail is not None and main.statement.detail.event.id == order[2]
    await press(pilot, "k")
    assert main.timeline.row.id == order[1]
    await press(pilot, "up", "up", "up")
    assert main.timeline.row.id == order[0]


async def test_g_and_G_go_to_the_ends(pilot: Pilot[None], ledger: FakeLedger) -> None:
    main = board(pilot.app)
    await press(pilot, "G")
    assert main.timeline.row is not None and main.timeline.row.id == "e1"
    await press(pilot, "g")
    assert main.timeline.row.id == "e50"
    await press(pilot, "end")
    assert main.timeline.row.id == "e1"
    await press(pilot, "home")
    assert main.timeline.row.id == "e50"


async def test_tab_and_numbers_go_round_the_panes(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    for name in ("statement", "denials", "topics", "timeline"):
        await pilot.press("tab")
        assert main.focused is main.pane(name)
    for key, name in (("1", "topics"), ("3", "statement"), ("4", "denials"), ("2", "timeline")):
        await pilot.press(key)
        assert main.focused is main.pane(name)
    await pilot.press("shift+tab")
    assert main.current == "topics"


async def test_a_topic_filters_the_timeline_and_enter_goes_there(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await press(pilot, "1", "j", "j")
    assert main.chosen.topic == "fishing"
    assert [row.id for row in main.timeline.window.rows] == ["e4", "e3"]
    assert "Fishing quotas" in screen_text(pilot.app).splitlines()[0]
    await press(pilot, "enter")
    assert main.current == "timeline"
    await press(pilot, "escape")
    assert main.chosen.topic is None and len(main.timeline.window.rows) == 6


async def test_other_stands_last_and_is_left_out_of_all(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    assert [topic.id for topic in main.topics.topics] == ["", "ferries", "fishing", "other"]
    assert main.topics.topics[0].events == 6 and main.topics.topics[0].contested == 1
    await press(pilot, "1", "G")
    assert [row.id for row in main.timeline.window.rows] == ["e6"]


async def test_enter_opens_the_sentences_and_they_are_stepped_through(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await press(pilot, "enter")
    assert main.current == "statement"
    assert "three unnamed officials" in screen_text(pilot.app)
    await press(pilot, "l", "l")
    assert main.statement.view is not None and main.statement.view.statement.id == "s3"
    assert "on the record" in screen_text(pilot.app) and "scope “not true”" in screen_text(pilot.app)
    await press(pilot, "h")
    assert main.statement.view.statement.id == "s2"
    await press(pilot, "G", "j")
    assert main.statement.view.statement.id == "s3"


async def test_enter_on_a_cell_brings_the_sentence_it_rests_on(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await press(pilot, "4", "enter")
    assert main.statement.view is not None and main.statement.view.statement.id == "s3"
    await press(pilot, "l", "enter")
    assert main.statement.view.statement.id == "s2"
    await press(pilot, "j", "enter")
    assert "no sentence on this claim" in screen_text(pilot.app)


async def test_the_marked_claim_tells_its_history_on_the_public_clock(pilot: Pilot[None]) -> None:
    assert "19 Mar 2031 unknown → 20 Mar denied by some → 21 Mar denied" in screen_text(pilot.app)
    assert "1 origin, 3 people, none named" in screen_text(pilot.app)


async def test_accept_and_throw_out_decide_on_what_is_marked(pilot: Pilot[None], ledger: FakeLedger) -> None:
    await press(pilot, "a")
    await press(pilot, "3", "a")
    await press(pilot, "4", "x")
    assert ledger.decisions == [
        ("event/e50", Decision.ACCEPTED),
        ("statement/s1", Decision.ACCEPTED),
        ("claim/c1", Decision.THROWN_OUT),
    ]
    await press(pilot, "u")
    assert ledger.decisions[-1][0] == "statement/s1"
    assert "thrown-out claim/c1" in screen_text(pilot.app)


async def test_a_thrown_out_event_leaves_and_its_neighbour_is_marked(
    pilot: Pilot[None], ledger: FakeLedger
) -> None:
    main = board(pilot.app)
    await press(pilot, "j", "x")
    await until(pilot, lambda: len(main.timeline.window.rows) == 5)
    assert main.timeline.row is not None and main.timeline.row.id == "e4"


async def test_copy_puts_passage_and_attribution_on_the_clipboard(pilot: Pilot[None]) -> None:
    await press(pilot, "3", "l", "l", "y")
    assert pilot.app.clipboard.startswith("“Asked about the report")
    assert "Kari Holm, foreign ministry spokesperson, on the record, Fri 21 Mar 2031" in pilot.app.clipboard
    assert "https://harbour.example/ferries" in pilot.app.clipboard


async def test_o_opens_only_web_addresses(pilot: Pilot[None], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(pilot.app, "open_url", opened.append)
    await press(pilot, "o")
    assert opened == [] and "no address" in screen_text(pilot.app)
    await press(pilot, "3", "l", "l", "o")
    assert opened == ["https://harbour.example/ferries"]


async def test_z_shows_one_pane_and_escape_all_again(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await press(pilot, "4", "z")
    assert not main.in_sight("timeline") and main.denials.size.width > 100
    await press(pilot, "escape")
    assert main.in_sight("timeline") and main.current == "denials"


async def test_question_mark_shows_every_command_and_escape_closes(pilot: Pilot[None]) -> None:
    await press(pilot, "question_mark")
    seen = screen_text(pilot.app)
    for _ in range(6):
        await press(pilot, "pagedown")
        seen += screen_text(pilot.app)
    for command in COMMANDS:
        assert command.help.split(";")[0].split(",")[0] in seen, command.id
    await press(pilot, "escape")
    assert pilot.app.screen is board(pilot.app)


async def test_the_palette_runs_any_command_by_name(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*"denial status")
    await pilot.pause(0.3)
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is main and main.current == "denials")


async def test_every_binding_has_an_id_and_no_key_means_two_things(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    for scope in ("topics", "timeline", "statement", "denials"):
        pane = main.pane(scope)
        ids: dict[str, str] = {}
        for owner in (pane, main):
            for key, bindings in owner._bindings.key_to_bindings.items():
                for binding in bindings:
                    if binding.action in ("screen.copy_text", "app.focus_next", "app.focus_previous"):
                        continue  # Textual's own
                    if binding.system or not binding.description:
                        continue
                    assert binding.id, (scope, key, binding)
                    assert ids.setdefault(key, binding.id) == binding.id, (scope, key)


async def test_a_key_can_be_set_anew_by_its_id(pilot: Pilot[None]) -> None:
    pilot.app.set_keymap({"pane.zoom": "w"})
    await press(pilot, "w")
    assert board(pilot.app).has_class("-zoomed")


async def test_brackets_step_through_time_and_escape_comes_back(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await press(pilot, "left_square_bracket")
    assert main.chosen.as_of == date(2031, 3, 20)
    assert "as of Thu 20 Mar 2031" in screen_text(pilot.app)
    assert main.statement.detail is not None and len(main.statement.detail.statements) == 2
    await press(pilot, "left_square_bracket")
    assert main.timeline.row is not None and main.timeline.row.id != "e50"
    await press(pilot, "right_square_bracket")
    assert main.chosen.as_of == date(2031, 3, 20)
    await press(pilot, "escape")
    assert main.chosen.as_of is None and "as of now" in screen_text(pilot.app)


async def test_mouse_marks_a_row_and_the_wheel_does_not(ledger: FakeLedger) -> None:
    ledger.put(*many(60, first=100))
    async with dashboard(ledger).run_test(size=(146, 40)) as pilot:
        main = await ready(pilot)
        await pilot.click("#timeline", offset=(20, 5))
        await quiet(pilot)
        marked = main.timeline.row
        assert marked is not None and marked.id != ledger.rows[0].id
        main.timeline.wheel(3)
        main.timeline.wheel(3)
        assert main.timeline.row is marked and main.timeline.top > 0
        await press(pilot, "1")
        await pilot.click("#topics", offset=(5, 4))
        await quiet(pilot)
        assert main.chosen.topic == "fishing"


async def test_q_leaves_and_every_store_is_closed(ledger: FakeLedger) -> None:
    app = dashboard(ledger)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await pilot.press("q")
    assert app._exit and ledger.opened == 0
