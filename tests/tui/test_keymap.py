"""Keys set anew: what is taken, what is refused and why, and all that shows keys shows those in force."""

import pytest

from diplotui.config import Config
from diplotui.tui.commands import COMMANDS
from diplotui.tui.keymap import DEFAULT, read_keymap
from tests.tui.board import small_ledger
from tests.tui.looking import board, dashboard, press, ready, screen_text, until

ONE_CHARACTER = [command for command in COMMANDS if len(DEFAULT.names(command)[0]) == 1]


def test_two_commands_can_swap_their_keys() -> None:
    keymap, faults = read_keymap({"note": "m", "mark": "n"})
    assert faults == () and (keymap.key("note"), keymap.key("mark")) == ("m", "n")


def test_one_key_may_mean_different_things_in_different_places() -> None:
    keymap, faults = read_keymap({"list.sort": "a"})
    assert faults == () and keymap.key("list.sort") == "a"


def test_keys_are_typed_as_people_write_them() -> None:
    keymap, faults = read_keymap({"help": "F5, ?", "redo": "Ctrl+R", "search": ",", "back": "Esc"})
    assert faults == ()
    assert dict(keymap.overrides) == {
        "help": ("f5", "question_mark"),
        "redo": ("ctrl+r",),
        "search": ("comma",),
        "back": ("escape",),
    }


@pytest.mark.parametrize("command", ONE_CHARACTER, ids=lambda command: command.id)
def test_every_default_key_can_be_typed_as_it_is_shown(command: object) -> None:
    assert command in ONE_CHARACTER
    shown = DEFAULT.names(command)[0]  # type: ignore[arg-type]
    keymap, faults = read_keymap({command.id: shown})  # type: ignore[attr-defined]
    assert faults == () and keymap.names(command)[0] == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("command", "keys", "said"),
    [
        ("noote", "n", "keys: 'noote' is no command; diplotui keys lists them"),
        ("note", "x", "keys: note: x is the key of throw-out in topics; it keeps n"),
        ("list.sort", "q", "keys: list.sort: q is the key of list.close in claims; it keeps s"),
        ("note", "banana", "keys: note: 'banana' is no key"),
        ("note", "", "keys: note: no key is named; it keeps n"),
        ("note", "ctrl+i", "keys: note: terminals send ctrl+i as tab; it keeps n"),
        ("note", "shift+n", "keys: note: write shift+n as N; it keeps n"),
        ("note", "ctrl+q", "keys: note: ctrl+q is taken"),
        ("note.save", "s", "keys: note.save: s is typed into the field there; it keeps f2 ctrl+s"),
    ],
)
def test_what_cannot_be_is_told_and_the_default_kept(command: str, keys: str, said: str) -> None:
    keymap, faults = read_keymap({command: keys})
    assert len(faults) == 1 and faults[0].startswith(said)
    assert not keymap.overrides


def test_of_two_that_want_the_same_key_the_first_gets_it() -> None:
    keymap, faults = read_keymap({"note": "f6", "search": "f6"})
    assert keymap.key("note") == "f6" and keymap.key("search") == "/" and len(faults) == 1


async def test_hints_page_of_keys_and_palette_show_the_keys_in_force() -> None:
    config = Config(keys={"note": "f10", "search": "f6,f7", "jump": "J", "palette": "f4", "time.back": "("})
    async with dashboard(small_ledger(), config=config).run_test(size=(146, 60)) as pilot:
        main = await ready(pilot)
        last = screen_text(pilot.app).splitlines()[-1]
        assert "f6 search" in last and "f10 note" in last and "( ] time" in last
        await press(pilot, "left_parenthesis")
        assert main.chosen.as_of is not None
        await press(pilot, "left_square_bracket", "escape")
        assert main.chosen.as_of is None
        await press(pilot, "question_mark")
        assert "f6 f7" in screen_text(pilot.app)
        await press(pilot, "escape", "f4")
        assert pilot.app.screen is not board(pilot.app)
        await pilot.press(*"search")
        await until(pilot, lambda: "Search  f6 f7" in screen_text(pilot.app))


async def test_what_is_wrong_in_the_settings_is_told_at_the_start() -> None:
    config = Config(keys={"note": "x"}, faults=("config.toml: bell is true or false",))
    async with dashboard(small_ledger(), config=config).run_test(size=(146, 40), notifications=True) as pilot:
        await ready(pilot)
        shown = screen_text(pilot.app)
        assert "bell is true or false" in shown and "x is the key of throw-out" in shown
        await press(pilot, "n")
        assert pilot.app.screen is not board(pilot.app), "the default is kept"


async def test_sentences_name_the_keys_in_force() -> None:
    app = dashboard(small_ledger(), config=Config(keys={"undo": "f12", "back": "f11"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot)
        await press(pilot, "a")
        await until(pilot, lambda: "(f12 takes it back)" in board(pilot.app).hints.last)
        await press(pilot, "left_square_bracket", "n")
        assert "f11 comes back to now" in board(pilot.app).hints.last
