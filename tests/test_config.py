"""The settings file: what it sets, and what is said of one that is wrong."""

from pathlib import Path

import pytest

from diplotui.config import Config, load_config, read_config, remember_theme
from diplotui.paths import config_file


def test_what_it_sets() -> None:
    found = read_config(b'theme = "nord"\nbell = true\n[keys]\n"note" = "n,f6"\nsearch = ["f", ","]\n', "c")
    assert found == Config("nord", True, {"note": "n,f6", "search": "f,comma"})


def test_a_dotted_command_needs_no_quotation_marks() -> None:
    assert read_config(b'[keys]\ntime.back = "("\n"time.forward" = ")"\n', "c").keys == {
        "time.back": "(",
        "time.forward": ")",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"theme = ", "c: no TOML"),
        (b"\xff\xfe", "c: no TOML"),
        (b"colour = 1", "c: 'colour' is no setting; there are theme, bell, keys"),
        (b"theme = 3", "c: theme is the name of a theme in quotation marks"),
        (b"bell = 'yes'", "c: bell is true or false"),
        (b"keys = 'n'", "c: keys is a table"),
        (b"[keys]\nnote = 3", "c: keys: note: keys stand in quotation marks"),
        (b"x = " + b"[" * 5000, "c: no TOML"),
        (b"#" * 200_000, "c: no TOML"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_and_the_default_kept(text: bytes, said: str) -> None:
    found = read_config(text, "c")
    assert len(found.faults) == 1 and found.faults[0].startswith(said) and "\n" not in found.faults[0]
    assert (found.theme, found.bell, dict(found.keys)) == (None, False, {})


def test_one_slip_does_not_cost_the_rest() -> None:
    found = read_config(b'theme = "nord"\nbell = 1\n[keys]\nnote = 3\nundo = "z"', "c")
    assert found.theme == "nord" and found.keys == {"undo": "z"} and len(found.faults) == 2


def test_it_lies_where_the_environment_says_and_need_not_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLOTUI_CONFIG", str(tmp_path / "mine.toml"))
    assert config_file() == tmp_path / "mine.toml"
    assert load_config() == Config()
    (tmp_path / "mine.toml").mkdir()
    assert "not read" in load_config().faults[0]


def test_a_theme_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLOTUI_CONFIG", str(tmp_path / "deeper" / "mine.toml"))
    remember_theme("gruvbox")
    assert load_config().remembered == "gruvbox"
