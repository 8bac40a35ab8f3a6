"""Whole texts read from end to end."""

import pytest

from tests.extraction.cases import case, faults, names

pipeline = pytest.importorskip("diplotui.extraction.pipeline", reason="the pipeline is not there yet")


@pytest.mark.xfail(strict=False, reason="written before the rules, to be met by them")
@pytest.mark.parametrize("name", names())
def test_a_whole_text_is_read_as_a_careful_reader_does(name: str) -> None:
    chosen = case(name)
    extraction = pipeline.extract(chosen.text, published=chosen.published)
    assert faults(chosen, extraction) == []
