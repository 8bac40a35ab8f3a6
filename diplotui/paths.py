"""Where things lie: the data shipped with the package, and the user's own files."""

import os
from pathlib import Path

from diplotui.errors import DiplotuiError

LEDGER_NAME = "ledger.db"


def shipped(name: str) -> Path:
    """A file or folder of ``db/``: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "db", package.parent / "db"):
        if (folder / "migrations").is_dir():
            return folder / name
    raise DiplotuiError("the files shipped with diplotui are missing; install it again")


def default_ledger() -> Path:
    """The user's ledger: ``$DIPLOTUI_DB``, else in the user data folder of the system."""
    chosen = os.environ.get("DIPLOTUI_DB")
    return Path(chosen).expanduser() if chosen else data_folder() / LEDGER_NAME


def data_folder() -> Path:
    """Where the user's data lie."""
    import platformdirs

    return Path(platformdirs.user_data_dir("diplotui", appauthor=False))


def config_file() -> Path:
    """The user's settings: ``$DIPLOTUI_CONFIG``, else in the user config folder; need not exist."""
    chosen = os.environ.get("DIPLOTUI_CONFIG")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs

    return Path(platformdirs.user_config_dir("diplotui", appauthor=False)) / "config.toml"


def theme_file() -> Path:
    """Where the theme chosen last is remembered; beside the settings that ``$DIPLOTUI_CONFIG`` names."""
    if os.environ.get("DIPLOTUI_CONFIG"):
        return config_file().with_suffix(".theme")
    import platformdirs

    return Path(platformdirs.user_state_dir("diplotui", appauthor=False)) / "theme"
