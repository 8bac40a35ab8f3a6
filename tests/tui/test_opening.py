"""Opening addresses and copying: which program, with which arguments, and words that are true."""

import sys
from pathlib import Path

import pytest

from diplotui.errors import InputError
from diplotui.tui import opening
from diplotui.tui.clipboard import clipboard_program, copied_words, copy_by_program
from diplotui.tui.opening import open_outside, opener, web_address

URL = "https://harbour.example/a?b=1&c=$(id)"


def there(*names: str) -> opening.Which:
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://a.example/",
        "https://",
        "http:a",
        "-https://a.example",
        "https://a.example/\x1b[0m",
        "https://a.example/a b",
        "https://[",
        "",
    ],
)
def test_only_addresses_of_the_web_are_opened(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening.subprocess, "Popen", lambda *a, **k: pytest.fail("started"))
    with pytest.raises(InputError, match="no address on the web"):
        open_outside(url, {"BROWSER": "firefox"})


def test_the_address_is_one_argument_of_the_browser() -> None:
    assert web_address(URL) == URL
    assert opener(URL, {"BROWSER": "firefox --new-tab"}, "linux") == ["firefox", "--new-tab", URL]
    assert opener(URL, {"BROWSER": "w3m -dump '%s'"}, "linux") == ["w3m", "-dump", URL]
    assert opener(URL, {}, "linux", there("xdg-open")) == ["/usr/bin/xdg-open", URL]
    assert opener(URL, {}, "darwin", there("open")) == ["/usr/bin/open", URL]


def test_without_a_browser_it_says_what_to_do() -> None:
    with pytest.raises(InputError, match=r"set \$BROWSER"):
        opener(URL, {}, "linux", there())
    with pytest.raises(InputError, match="could not be started"):
        open_outside(URL, {"BROWSER": "/no/such/browser"})


def test_the_browser_is_started_and_left_alone(tmp_path: Path) -> None:
    left = tmp_path / "left"
    script = tmp_path / "browser.py"
    script.write_text(f"import sys\nopen({str(left)!r}, 'w').write(repr(sys.argv[1:]))\n")
    open_outside(URL, {"BROWSER": f"{sys.executable} {script}"})
    for _ in range(500):
        if left.exists() and left.read_text():
            break
        __import__("time").sleep(0.02)
    assert left.read_text() == repr([URL])


def test_a_clipboard_program_is_taken_only_where_it_can_reach_a_screen() -> None:
    assert clipboard_program({}, "linux", there("xclip", "wl-copy", "pbcopy")) is None
    assert clipboard_program({"DISPLAY": ":0"}, "linux", there("xsel")) == [
        "/usr/bin/xsel", "--clipboard", "--input"]  # fmt: skip
    assert clipboard_program({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", there("wl-copy")) == [
        "/usr/bin/wl-copy"]  # fmt: skip
    assert clipboard_program({}, "darwin", there("pbcopy")) == ["/usr/bin/pbcopy"]
    assert clipboard_program({"SSH_CONNECTION": "a"}, "darwin", there("pbcopy")) is None


def test_what_is_said_of_copying_is_true(tmp_path: Path) -> None:
    left = tmp_path / "left"
    taking = [sys.executable, "-c", f"import sys; open({str(left)!r}, 'wb').write(sys.stdin.buffer.read())"]
    assert copy_by_program("“not true”", taking) and left.read_text(encoding="utf-8") == "“not true”"
    assert not copy_by_program("x", [sys.executable, "-c", "import sys; sys.exit(1)"])
    assert not copy_by_program("x", ["/no/such/program"])
    assert copied_words(True) == "copied" and copied_words(False) == "sent to the terminal's clipboard"
