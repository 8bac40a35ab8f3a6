"""The dashboard's own theme, calm and dark, and the shades that every theme must yield."""

from textual.color import Color, ColorParseError
from textual.theme import Theme

CALM = Theme(
    name="diplotui",
    primary="#86bccb",
    secondary="#7f9cc0",
    accent="#c08fb6",
    foreground="#dbe0ea",
    background="#2b303b",
    surface="#333a47",
    panel="#414a5c",
    success="#9dbf88",
    warning="#e6c67f",
    error="#e2757f",
    dark=True,
    variables={
        "footer-key-foreground": "#c08fb6",
        "block-cursor-background": "#d5dbe6",
        "block-cursor-foreground": "#2b303b",
        "block-cursor-text-style": "none",
        "input-selection-background": "#7f9cc0 35%",
    },
)

_SHADES = {"dim": 0.62, "faint": 0.42, "line": 0.32, "rest": 0.16}
"""How much of the foreground is left in the text between background and foreground."""
_FADED = ("error", "success", "warning", "accent")


def shades(variables: dict[str, str]) -> dict[str, str]:
    """Colours between a theme's own: ``$dim``, ``$faint``, ``$line``, ``$rest`` and ``$faded-<name>``.

    A theme of terminal colours cannot be mixed; there the terminal's own grey stands in.
    """
    mixed: dict[str, str] = {}
    try:
        background = Color.parse(variables["background"])
        foreground = Color.parse(variables["foreground"])
        if background.ansi is not None or foreground.ansi is not None:
            raise ColorParseError("terminal colours")
        for name, part in _SHADES.items():
            mixed[name] = background.blend(foreground, part, alpha=1.0).hex6
        for name in _FADED:
            mixed[f"faded-{name}"] = background.blend(Color.parse(variables[name]), 0.62, alpha=1.0).hex6
    except ColorParseError:
        mixed = {name: "ansi_bright_black" for name in _SHADES}
        mixed |= {f"faded-{name}": "ansi_bright_black" for name in _FADED}
    return mixed
