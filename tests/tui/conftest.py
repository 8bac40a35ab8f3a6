"""What every test of the dashboard starts from: no colour switches or themes of the machine."""

import os
import time

import pytest

for _name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL", "TEXTUAL_ANIMATIONS", "COLORFGBG"):
    os.environ.pop(_name, None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()


@pytest.fixture(autouse=True)
def _pinned_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes and clocks of the tests are written on one instant."""
    monkeypatch.setenv("DIPLOTUI_NOW", "2031-04-01T14:32:00+00:00")
