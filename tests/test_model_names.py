"""The model's names are loaded when they are asked for."""

import subprocess
import sys

import pytest

from diplotui import model

LOADED = """
import sys
import diplotui.extraction.pipeline
print("diplotui.model.views" in sys.modules, "diplotui.model.extracted" in sys.modules)
"""


def test_every_name_is_found() -> None:
    for name in model.__all__:
        assert getattr(model, name) is not None


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Nobody"):
        model.Nobody  # noqa: B018


def test_reading_a_text_does_not_load_the_views() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
