"""Topics on a ledger on disk: each change says first what would move, writes exactly that, and is undone."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diplotui.errors import InputError, StoreBusy
from diplotui.ingest import ingest_text
from diplotui.model import OTHER_TOPIC, TopicMove
from diplotui.sources.files import IncomingText
from diplotui.store import Store, open_store
from diplotui.tui.app import DashboardApp
from diplotui.tui.screens.topic_form import TopicForm
from diplotui.tui.screens.topics import TopicsScreen
from diplotui.tui.topic_changes import adding, moves_words, words_of
from tests.tui.looking import NOW, board, press, quiet, ready, screen_text, until

TEXT = (
    "Norway's foreign minister Kari Holm said on Monday that Oslo had offered a ceasefire to Iceland.\n\n"
    "Iceland's prime minister Jon Berg said on Monday that Reykjavik would deliver new drones to the coast"
    " guard of Norway.\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_store(path) as store:
        ingest_text(store, IncomingText(TEXT, "a", published=date(2031, 3, 4), publisher="The Harbour Post"))
    return path


def app_on(path: Path) -> DashboardApp:
    return DashboardApp(lambda: open_store(path, create=False), "test", now=lambda: NOW)


def held(path: Path) -> dict[str, int]:
    """How many events each topic has, by name."""
    with open_store(path, create=False) as store:
        return {topic.name: topic.events for topic in store.topics()}


async def opened(pilot: Pilot[None]) -> TopicsScreen:
    await ready(pilot)
    await pilot.press("T")
    await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen) and pilot.app.screen.topics)
    await quiet(pilot)
    assert isinstance(pilot.app.screen, TopicsScreen)
    return pilot.app.screen


async def form(pilot: Pilot[None], *keys: str) -> TopicForm:
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, TopicForm) and pilot.app.screen.is_mounted)
    await quiet(pilot)
    assert isinstance(pilot.app.screen, TopicForm)
    return pilot.app.screen


def test_words_stand_between_commas_each_once() -> None:
    assert words_of(" grain deal,  port; grain deal,, ") == ("grain deal", "port")
    assert words_of("") == ()


def test_what_would_move_is_counted_by_where_it_goes() -> None:
    moves = tuple(TopicMove(f"e{n}", "x", "drones", "aid" if n else OTHER_TOPIC) for n in range(3))
    assert moves_words(moves, {"aid": "Aid bill"}) == "3 events would move: 2 to Aid bill, 1 to other."
    assert moves_words((), {}) == "No event would move."


def test_a_topic_without_a_name_is_refused(path: Path) -> None:
    with open_store(path, create=False) as store, pytest.raises(InputError, match="needs a name"):
        adding().preview(store, {"name": " ", "words": "x"})


async def test_a_new_topic_says_what_would_move_then_takes_exactly_that(path: Path) -> None:
    before = held(path)
    assert before["Drones"] == 1
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        screen = await form(pilot, "a")
        await press(pilot, *"Coast guard", "tab", *"coast guard, new drones", "f2")
        assert "1 event would move: 1 to Coast guard" in screen_text(pilot.app)
        assert pilot.app.screen is screen and held(path) == before  # nothing is written yet
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        await quiet(pilot)
        after = held(path)
        assert after["Coast guard"] == 1 and after["Drones"] == 0
        assert "topic added" in screen_text(pilot.app)
        await press(pilot, "u")
        assert held(path) == before


async def test_a_change_after_the_preview_is_previewed_again(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        screen = await form(pilot, "a")
        await press(pilot, *"Coast", "tab", *"coast guard, new drones", "f2")
        assert screen.moves
        await press(pilot, *"x")
        assert screen.moves is None and "would move" not in screen_text(pilot.app)
        await press(pilot, "escape")
        assert "Coast" not in held(path)


async def test_renaming_moves_nothing_and_is_written_at_once(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        screen = await form(pilot, "e")
        screen.fields["name"].value = "Truce"
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        assert held(path)["Truce"] == 1


async def test_other_words_show_where_events_would_go(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        screen = await form(pilot, "e")
        screen.fields["words"].value = "nothing of the kind"
        await press(pilot, "f2")
        assert "1 event would move: 1 to Other" in screen_text(pilot.app)
        assert "Ceasefire and t… → Other" in screen_text(pilot.app)
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        assert held(path)["Ceasefire and talks"] == 0 and held(path)["Other"] == 1


async def test_deleting_asks_first_and_sends_the_events_on(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await form(pilot, "x")
        assert "1 event would move: 1 to Other" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert held(path)["Ceasefire and talks"] == 1
        await form(pilot, "x")
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, TopicsScreen))
        await quiet(pilot)
        assert "Ceasefire and talks" not in held(path) and held(path)["Other"] == 1
        await press(pilot, "u")
        assert held(path)["Ceasefire and talks"] == 1


async def test_merging_needs_a_mark_and_gives_events_and_words(path: Path) -> None:
    async with app_on(path).run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "M")
        assert "m marks the topic that shall go" in screen_text(pilot.app)
        await press(pilot, "m", "M")
        assert "go to another topic" in screen_text(pilot.app)
        await press(pilot, "j")
        await form(pilot, "M")
        assert "Ceasefire and talks goes into" in screen_text(pilot.app)
        await press(pilot, "f2")
        await until(pilot, lambda: pilot.app.screen is screen)
        await quiet(pilot)
        topic = screen.topics[0]
        assert "ceasefire" in topic.words and held(path)[topic.name] == 1


async def test_topics_are_put_in_order_and_other_stays_last(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        first, second = (topic.id for topic in screen.topics[:2])
        await press(pilot, "J")
        assert [topic.id for topic in screen.topics[:2]] == [second, first]
        assert screen.topic is not None and screen.topic.id == first
        await press(pilot, "K", "K")
        assert screen.topics[0].id == first
        await press(pilot, "G", "K", "x", "e", "m")
        assert screen.topics[-1].id == OTHER_TOPIC and "cannot be changed" in screen_text(pilot.app)
        assert pilot.app.screen is screen


async def test_enter_goes_to_the_topics_timeline(path: Path) -> None:
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "enter")
        main = board(pilot.app)
        await until(pilot, lambda: pilot.app.screen is main and main.chosen.topic == "ceasefire")


async def test_a_ledger_that_is_busy_is_said_in_the_form(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> None:
        raise StoreBusy("the ledger is busy; try again")

    async with app_on(path).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        screen = await form(pilot, "x")
        monkeypatch.setattr(Store, "delete_topic", busy)
        await press(pilot, "f2")
        assert pilot.app.screen is screen and "the ledger is busy" in screen_text(pilot.app)


async def test_mark_read_acts_on_what_is_in_sight_and_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    with open_store(path) as store:
        for number in range(1, 13):
            text = f"Norway's foreign minister Kari Holm said that truce number {number} had been signed."
            ingest_text(store, IncomingText(text, str(number), published=date(2031, 3, number)))

    def unread() -> int:
        with open_store(path, create=False) as store:
            return sum(topic.unread for topic in store.topics())

    async with app_on(path).run_test(size=(80, 16)) as pilot:
        main = await ready(pilot)
        in_sight, before = len(main.timeline.visible_rows()), unread()
        assert 0 < in_sight < before
        await press(pilot, "R")
        assert before - unread() in (in_sight, in_sight - 1)  # the one rested on may be read already
        assert "in sight marked as read (u takes it back)" in screen_text(pilot.app) or in_sight
        await press(pilot, "R")
        assert "everything in sight was read already" in screen_text(pilot.app)
        await press(pilot, "u")
        assert unread() >= before - 1
