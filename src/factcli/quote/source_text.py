"""A source's own text, prepared once for all the quotes that are looked up in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from factcli.quote.normalise import READINGS, Normalised, has_broken_word, normalise
from factcli.quote.word_index import WordIndex, places

_BLANK_LINE = re.compile(r"(?:\r?\n[ \t\f\v]*+){2,}+")
_FEW = 20
"""Reading through a text so many times is quicker than indexing it."""


class SourceText:
    """The text of a source; what looking up quotes needs beside it is made when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._normalised: dict[str, Normalised] = {}
        self._indexes: dict[str, WordIndex] = {}
        self._lookups = 0

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The spans of the blocks between blank lines; the first block is paragraph 1 of a locator."""
        spans, start = [], 0
        for match in _BLANK_LINE.finditer(self.text):
            spans.append((start, match.start()))
            start = match.end()
        spans.append((start, len(self.text)))
        return [(start, end) for start, end in spans if self.text[start:end].strip()]

    def paragraph(self, offset: int) -> int:
        """Return the number, from 1, of the paragraph that holds `offset`."""
        return bisect_left(self.paragraphs, offset, key=lambda span: span[1]) + 1

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """How words broken over a line end have to be read: in one way where there are none."""
        return READINGS if has_broken_word(self.text) else READINGS[:1]

    def normalised(self, reading: str = "") -> Normalised:
        """Return the normalised text under a reading."""
        if reading not in self._normalised:
            self._normalised[reading] = normalise(self.text, reading)
        return self._normalised[reading]

    def index(self, reading: str = "") -> WordIndex:
        """Return the index of the normalised text under a reading."""
        if reading not in self._indexes:
            self._indexes[reading] = WordIndex(self.normalised(reading).text)
        return self._indexes[reading]

    def is_worth_an_index(self) -> bool:
        """Count a lookup, and tell whether there have been many."""
        self._lookups += 1
        return self._lookups > _FEW

    def places(self, part: str, reading: str, first: int, last: int) -> Iterator[int]:
        """Find where `part` begins in [first:last] of the normalised text."""
        if reading in self._indexes or self._lookups > _FEW:
            return self.index(reading).places(part, first, last)
        return places(self.normalised(reading).text, part, first, last)
