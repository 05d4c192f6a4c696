"""The passage that comes closest to a quote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.quote.closest import closest
from factcli.quote.source_text import SourceText
from tests.strategies import ENCODABLE

TEXT = """\
The council met on Monday, and the mayor was late.

On Saturday Mayor Ada Smith opened the new harbour, which cost $12.5 million in 2024 after many delays. “We waited ten
years,” she said.

The harbour was first planned in 1998, and the old one was closed in 2001. 我们今天在港口开会。
"""
CLOSE = [
    ("opened the old harbour, which cost $12.5 million", "opened the new harbour, which cost $12.5 million", 2),
    ("which cost $13.5 million in 2024", "which cost $12.5 million in 2024", 2),
    ("Mayor Smith opened the new harbour", "Mayor Ada Smith opened the new harbour", 2),
    ("the new Port Example harbour, which cost", "the new harbour, which cost", 2),
    ("we waited ten years.", "We waited ten\nyears,", 2),
    ("THE HARBOUR WAS FIRST PLANNED", "The harbour was first planned", 3),
    ("harbuor", "harbour", 2),
    ("我们明天在港口开会", "我们今天在港口开会", 3),
]


@pytest.mark.parametrize(("quote", "passage", "paragraph"), CLOSE)
def test_closest(quote: str, passage: str, paragraph: int) -> None:
    found = closest(SourceText(TEXT), quote)
    assert found is not None
    assert (TEXT[found.start : found.end], found.paragraph) == (passage, paragraph)


@pytest.mark.parametrize(
    "quote", ["Inflation rose in the second quarter of the year", "zebra", "", "…", "the and of it"]
)
def test_nothing_close(quote: str) -> None:
    assert closest(SourceText(TEXT), quote) is None


def test_nothing_is_close_in_an_empty_text() -> None:
    assert closest(SourceText(""), "a quote") is None


def test_a_text_that_repeats_itself() -> None:
    """The first of many places, and without looking at all of them."""
    found = closest(SourceText("The cost was high. " * 5000), "The cost is high")
    assert found is not None
    assert found.start == 0


@given(st.lists(ENCODABLE, max_size=6).map(" ".join), ENCODABLE)
def test_a_passage_is_part_of_the_text(text: str, quote: str) -> None:
    found = closest(SourceText(text), quote)
    assert found is None or (0 <= found.start < found.end <= len(text) and 0 < found.likeness <= 1)
