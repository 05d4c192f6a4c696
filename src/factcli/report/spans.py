"""Spans of a text, to be asked which others they overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """Spans, each from its start to before its end, in any order and perhaps within one another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether any of them has a character of text[start:end]."""
        number = bisect_left(self._starts, end)
        return number > 0 and start < self._reached[number - 1]
