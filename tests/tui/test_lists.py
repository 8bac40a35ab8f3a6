"""The lists over the whole ledger, catch-up, watching and questions, by their keys."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from diplotui.config import Config
from diplotui.model import (
    Basis,
    CatchUp,
    ClaimFilter,
    ClaimStatus,
    DenialView,
    NoteKind,
    OpenQuestion,
    QuestionKind,
    Stance,
    StatusMove,
    Withdrawal,
)
from diplotui.tui.claim_filter import read_claim_filter
from diplotui.tui.screens.claims import ClaimsScreen
from diplotui.tui.screens.listing import CatchUpScreen, ListScreen, QuestionsScreen
from diplotui.tui.screens.watch import WatchedScreen, WatchScreen
from diplotui.tui.widgets.claim_lines import claim_rows
from tests.hostile import HOSTILE
from tests.tui.board import contested_event, event, small_ledger
from tests.tui.fake_store import FakeLedger
from tests.tui.looking import board, dashboard, press, quiet, ready, screen_text, until
from tests.tui.test_hostile import hostile_event, safe

DAY = date(2031, 3, 21)
CLAIMS = contested_event().claims
DENIED = (ClaimStatus.DENIED, ClaimStatus.DENIED_IN_PART, ClaimStatus.DENIED_BY_SOME)


def move(text: str = "Norway offered Iceland to pause the ferry treaty", **more: object) -> StatusMove:
    made = StatusMove(
        replace(CLAIMS[0].claim, text=text), "ferries", "e50", ClaimStatus.UNADDRESSED, ClaimStatus.DENIED,
        "2031-03-21T10:00:00Z", "NO", "s3", "It was “not true”.", "Kari Holm", DAY,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def news(text: str = "Norway offered Iceland to pause the ferry treaty") -> CatchUp:
    denial = DenialView(
        "s2", "c1", text, "e50", Stance.DENIES, "IS", "to us", Basis.ANONYMOUS, text, DAY, True
    )  # fmt: skip
    return CatchUp(
        "2031-03-20T08:00:00Z", 2, (move(text),), (denial,), (move(text, reversed=True),),
        (event(1, text).row,), 3, 1, "end",
    )  # fmt: skip


def question(text: str = "Who was told?") -> OpenQuestion:
    return OpenQuestion(
        QuestionKind.NEVER_ANSWERED, text, "e50", "ferries", "c2", "IS", "s1", "d1", text, DAY
    )  # fmt: skip


@pytest.fixture
def ledger() -> FakeLedger:
    made = small_ledger()
    made.news, made.open_questions = news(), (question(),)
    return made


@pytest.fixture
async def pilot(ledger: FakeLedger) -> AsyncIterator[Pilot[None]]:
    async with dashboard(ledger).run_test(size=(120, 40), notifications=True) as running:
        await ready(running)
        yield running


async def opened(pilot: Pilot[None], key: str, kind: type[ListScreen]) -> ListScreen:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    await quiet(pilot)
    assert isinstance(pilot.app.screen, kind)
    return pilot.app.screen


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ClaimFilter()),
        ("denied", ClaimFilter(statuses=DENIED)),
        ("Denied by some", ClaimFilter(statuses=(ClaimStatus.DENIED_BY_SOME,))),
        ("evaded silent", ClaimFilter(statuses=(ClaimStatus.EVADED, ClaimStatus.SILENT))),
        ("never answered", ClaimFilter(unanswered=True)),
        ("never answered NO offer", ClaimFilter(unanswered=True, party="NO", words=("offer",))),
        ("reversed US RU", ClaimFilter(reversed=True, party="US", parties=("RU",))),
        ("undenied", ClaimFilter(words=("undenied",))),
        ("[/red]", ClaimFilter(words=("[/red]",))),
    ],
)
def test_the_filter(typed: str, meant: ClaimFilter) -> None:
    assert read_claim_filter(typed) == meant


async def test_claims_are_filtered_and_enter_goes_to_the_event(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await press(pilot, "G")
    screen = await opened(pilot, "C", ClaimsScreen)
    shown = screen_text(pilot.app)
    assert "✗ denied" in shown and "? unaddressed" in shown and "2 claims" in shown
    await press(pilot, "slash", *"turned", "enter")
    assert [row.key for row in screen.list.rows] == ["claim/c2"]
    await press(pilot, "enter")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)
    assert main.timeline.row is not None and main.timeline.row.id == "e50"


async def test_escape_empties_the_filter_before_it_closes(pilot: Pilot[None]) -> None:
    screen = await opened(pilot, "C", ClaimsScreen)
    await press(pilot, "slash", *"turned", "escape")
    assert pilot.app.screen is screen and len(screen.list.rows) == 2
    await press(pilot, "s")
    assert "by most contested" in screen_text(pilot.app)
    await press(pilot, "escape")
    await until(pilot, lambda: pilot.app.screen is board(pilot.app))


async def test_of_many_claims_only_a_stretch_is_read_and_only_those_in_sight_are_set(
    ledger: FakeLedger,
) -> None:
    many = tuple(replace(CLAIMS[0], claim=replace(CLAIMS[0].claim, id=f"k{n}")) for n in range(5000))
    ledger.put(replace(contested_event(51), claims=many))
    async with dashboard(ledger).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        screen = await opened(pilot, "C", ClaimsScreen)
        assert len(screen.list.rows) == 100 and "1 of 2,000+" in screen_text(pilot.app)
        seen = [screen.list.row]
        for _ in range(120):
            await pilot.press("j")
            await until(pilot, lambda: screen.list.row is not None and screen.list.row != seen[-1])
            seen.append(screen.list.row)
        await quiet(pilot)
        assert len({row.key for row in seen if row}) == 121 and len(screen.list.rows) == 200
        assert "121 of 2,000+" in screen_text(pilot.app)
        await press(pilot, "G")
        assert screen.place_words() == "5002 of 5,002" and len(screen.list.rows) == 100
        for _ in range(30):
            await press(pilot, "pageup")
        assert screen.stretch.first < 4902 and len(screen.list.rows) <= 300
        assert len(screen.list._all._set) < 200
        await press(pilot, "g")
        assert screen.place_words().startswith("1 of") and "claims" not in ledger.calls


async def test_enter_on_a_claim_marks_it_in_the_denial_status(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await opened(pilot, "C", ClaimsScreen)
    await press(pilot, "slash", *"turned", "enter", "enter")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)
    assert main.denials.claim is not None and main.denials.claim.claim.id == "c2"


async def test_the_pill_says_how_many_moved_and_closing_marks_the_visit(
    pilot: Pilot[None], ledger: FakeLedger
) -> None:
    assert "1 moved L" in screen_text(pilot.app)
    await opened(pilot, "L", CatchUpScreen)
    shown = screen_text(pilot.app)
    for words in ("? unaddressed → ✗ denied", "Kari Holm NO: ", "New denials: 1", "Reversals: 1", "3 more"):
        assert words in shown
    assert ledger.visit == "before"
    await press(pilot, "escape")
    await until(pilot, lambda: ledger.visit == "end")
    assert "1 moved L" not in screen_text(pilot.app)


async def test_enter_in_the_catch_up_goes_to_the_sentence_and_it_is_not_yet_seen(
    pilot: Pilot[None], ledger: FakeLedger
) -> None:
    main = board(pilot.app)
    await press(pilot, "G")
    await opened(pilot, "L", CatchUpScreen)
    await press(pilot, "enter")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)
    assert main.statement.view is not None and main.statement.view.statement.id == "s3"
    assert ledger.visit == "before"


async def test_the_first_visit_is_marked_without_a_pill() -> None:
    ledger = small_ledger()
    ledger.visit = None
    async with dashboard(ledger).run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: ledger.visit == "now")
        assert "moved" not in screen_text(pilot.app).splitlines()[0]


async def test_a_watched_claim_that_moves_is_told(pilot: Pilot[None], ledger: FakeLedger) -> None:
    main = board(pilot.app)
    await pilot.press("4", "w")
    await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))
    await press(pilot, "enter", "escape")
    await until(pilot, lambda: pilot.app.screen is main)
    assert list(ledger.watched) == ["claim/c1"] and "◉ watched" in screen_text(pilot.app)
    assert "◉ NO IS" in screen_text(pilot.app), "the event's row says so too"
    ledger.moves += [move("Deal [/red] off", watched=("claim/c1",)), move("nobody watches this")]
    ledger.put(event(77, "Something came in"))
    await until(pilot, lambda: "unaddressed → denied: Deal [/red] off" in screen_text(pilot.app))
    assert "nobody watches" not in screen_text(pilot.app)
    await opened(pilot, "C", ClaimsScreen)
    assert "◉✗ denied" in screen_text(pilot.app)


@pytest.mark.parametrize("bell", [True, False])
async def test_the_bell_rings_for_what_is_watched_where_the_settings_say_so(
    ledger: FakeLedger, bell: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    app = dashboard(ledger, config=Config(bell=bell))
    monkeypatch.setattr(app, "bell", lambda: rung.append("bell"))
    async with app.run_test(size=(146, 40), notifications=True) as pilot:
        await ready(pilot)
        ledger.moves += [move("watched", watched=("claim/c1",)), move("nobody watches this")]
        ledger.put(event(77, "Something came in"))
        await until(pilot, lambda: "unaddressed → denied: watched" in screen_text(app))
        assert rung == (["bell"] if bell else [])


async def test_what_is_watched_is_watched_no_longer(pilot: Pilot[None], ledger: FakeLedger) -> None:
    await opened(pilot, "C", ClaimsScreen)
    await pilot.press("w")
    await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))
    await press(pilot, "j", "enter")
    assert list(ledger.watched) == ["party/NO"]
    await press(pilot, "enter")
    assert list(ledger.watched) == []


async def test_questions_stand_with_their_passage_and_enter_goes_there(pilot: Pilot[None]) -> None:
    main = board(pilot.app)
    await press(pilot, "G")
    await opened(pilot, "Q", QuestionsScreen)
    assert "? never answered" in screen_text(pilot.app) and "Who was told?" in screen_text(pilot.app)
    await press(pilot, "enter")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)
    assert main.statement.view is not None and main.statement.view.statement.id == "s1"


@pytest.mark.parametrize(
    ("key", "kind", "words"),
    [
        ("C", ClaimsScreen, "No claim fits"),
        ("L", CatchUpScreen, "Nothing moved"),
        ("Q", QuestionsScreen, "No question"),
    ],
)
async def test_an_empty_list_says_so(key: str, kind: type[ListScreen], words: str) -> None:
    async with dashboard(FakeLedger(small_ledger().topics, [event(1, "plain")])).run_test() as pilot:
        await ready(pilot)
        await opened(pilot, key, kind)
        await press(pilot, "j", "k", "G", "enter", "w")
        assert words in screen_text(pilot.app)


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_text_goes_through_every_list(name: str) -> None:
    text = HOSTILE[name]
    ledger = FakeLedger(small_ledger().topics, [hostile_event(text)])
    ledger.news, ledger.open_questions = news(text), (question(text),)
    async with dashboard(ledger).run_test(size=(80, 24), notifications=True) as pilot:
        main = await ready(pilot)
        seen = ""
        for key, kind in (("C", ClaimsScreen), ("L", CatchUpScreen), ("Q", QuestionsScreen)):
            screen = await opened(pilot, key, kind)
            if isinstance(screen, ClaimsScreen):
                screen.filter.post_message(Paste(text))
                await quiet(pilot)
            await press(pilot, "j")
            seen += screen_text(pilot.app) + "\n"
            screen.dismiss(None)
            await until(pilot, lambda: pilot.app.screen is main)
        await pilot.press("4", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, WatchScreen))
        await press(pilot, "enter")
        seen += screen_text(pilot.app)
        ledger.moves.append(move(text, watched=("claim/c1",)))
        ledger.put(event(78, "more"))
        await pilot.pause(0.2)
        seen += screen_text(pilot.app)
        assert safe(seen) and pilot.app.is_running and not pilot.app._exit


def test_rows_of_any_width_are_as_high_as_they_say() -> None:
    for width in (4, 20, 60, 200):
        for row in claim_rows(CLAIMS, {"claim/c1"}):
            assert len(row.lines(width)) < row.height


async def test_all_that_is_watched_stands_in_a_list_with_go_to_and_unwatch(
    pilot: Pilot[None], ledger: FakeLedger
) -> None:
    main = board(pilot.app)
    ledger.watched |= {"claim/c1": None, "party/NO": None}
    await opened(pilot, "W", WatchedScreen)
    assert "claim" in screen_text(pilot.app) and "party" in screen_text(pilot.app)
    await press(pilot, "g", "enter")
    await until(pilot, lambda: pilot.app.screen is main)
    assert main.chosen.query is not None and main.chosen.query.typed == "party:NO"
    await press(pilot, "escape")
    screen = await opened(pilot, "W", WatchedScreen)
    await press(pilot, "G", "enter")
    await until(pilot, lambda: pilot.app.screen is main)
    await quiet(pilot)
    assert main.denials.claim is not None and main.denials.claim.claim.id == "c1"
    screen = await opened(pilot, "W", WatchedScreen)
    await press(pilot, "x")
    await until(pilot, lambda: len(screen.list.rows) == 1)
    assert list(ledger.watched) == ["claim/c1"]


async def test_rows_of_a_watched_party_say_so(pilot: Pilot[None], ledger: FakeLedger) -> None:
    assert "◉ DK" not in screen_text(pilot.app)
    await opened(pilot, "W", WatchedScreen)
    board(pilot.app).turn_watch("party/DK", True)
    await quiet(pilot)
    await press(pilot, "escape")
    await until(pilot, lambda: "◉ DK" in screen_text(pilot.app))


async def test_a_question_becomes_a_note_of_ones_own(pilot: Pilot[None], ledger: FakeLedger) -> None:
    await opened(pilot, "Q", QuestionsScreen)
    await press(pilot, "n")
    (note,) = ledger.stored_notes.values()
    assert (note.kind, note.about) == (NoteKind.QUESTION, "claim/c2")
    assert note.text == "Who was told?\n\n> Who was told?"


async def test_withdrawn_sentences_are_caught_up_on(ledger: FakeLedger) -> None:
    gone = replace(contested_event().statements[1], withdrawn=Withdrawal("d2", "2031-03-22T09:00:00Z"))
    ledger.news = replace(ledger.news, withdrawn=(gone,))
    async with dashboard(ledger).run_test(size=(120, 50)) as pilot:
        await ready(pilot)
        screen = await opened(pilot, "L", CatchUpScreen)
        shown = screen_text(pilot.app)
        assert "Withdrawn from the text: 1 sentence" in shown and "seen 22 Mar 09:00" in shown
        row = next(row for row in screen.list.rows if row.key == "withdrawn/s2")
        assert "There was never any such offer to us." in shown and row.statement == "s2"
