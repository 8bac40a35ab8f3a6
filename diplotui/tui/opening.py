"""Opening an address in the browser: http and https only, as an argument list, never through a shell."""

import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from diplotui.errors import InputError

Which = Callable[[str], str | None]
"""Finds a program on the path."""


def web_address(url: str) -> str:
    """The address, where it is one of the web. Raises InputError for any other."""
    try:
        parts = urlsplit(url)
        fits = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        fits = False
    if not fits or not url.isprintable() or " " in url:
        raise InputError("this is no address on the web (http or https); nothing was opened")
    return url


def opener(url: str, environment: Mapping[str, str], platform: str, which: Which = shutil.which) -> list[str]:
    """The program with its arguments: ``$BROWSER``, else the system's own. Raises InputError for none."""
    wanted = environment.get("BROWSER", "").split(os.pathsep)[0].strip()
    if wanted:
        try:
            words = shlex.split(wanted)
        except ValueError as error:
            raise InputError(f"$BROWSER cannot be read: {error}") from None
        if any("%s" in word for word in words):
            return [word.replace("%s", url) for word in words]
        return [*words, url]
    for name in {"darwin": ("open",), "win32": ("explorer",)}.get(platform, ("xdg-open", "wslview")):
        found = which(name)
        if found is not None:
            return [found, url]
    raise InputError("there is no browser to open it with; set $BROWSER")


def open_outside(url: str, environment: Mapping[str, str] = os.environ) -> None:
    """Start the browser on an address and leave it alone. Raises InputError where it cannot be started."""
    command = opener(web_address(url), environment, sys.platform)
    try:
        browser = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise InputError(f"{command[0]} could not be started: {error.strerror}") from None
    threading.Thread(target=browser.wait, name="diplotui-browser", daemon=True).start()
