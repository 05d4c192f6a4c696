"""Spans overlap as comparing each of them with each would tell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcli.report.spans import Spans

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: (min(ends), max(ends) + 1))


@given(st.lists(SPANS), SPANS)
def test_they_overlap_if_any_does(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    assert Spans(spans).overlap(start, end) == any(first < end and start < last for first, last in spans)
