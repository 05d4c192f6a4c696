"""Anchoring: finding the passage of a source that a quote claims to be (W3C Web Annotation: a text position)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from factcli.quote import elision, word_index
from factcli.quote.boundary import cuts
from factcli.quote.normalise import READINGS, has_broken_word, normalise, trimmed
from factcli.quote.source_text import SourceText

How = Literal["exact", "normalised", "elided"]
Span = tuple[int, int]
_WRAPPED = re.compile('[“„«»"]([^“”„‟«»″"]+)[”“»«"]')
"""A quote with quotation marks of its own around it, and none inside."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The passage text[start:end] that a quote stands for, and what had to be forgiven to find it."""

    start: int
    end: int
    how: How


def anchor(source: SourceText, quote: str) -> Anchor | None:
    """Return the first passage that `quote` may stand for, None if there is none."""
    return next(anchors(source, quote), None)


def anchors(source: SourceText, quote: str, within: Span | None = None) -> Iterator[Anchor]:
    """Find every passage of a source that `quote` may stand for, in order, in the strictest way that finds one.

    The ways are: exactly, with other typography, with its elisions. Letter case, digits, signs and words must be the
    same in all of them, and a passage cuts no word and no figure.
    Quotation marks around the whole quote may be its own. `within` is a span in which passages must begin.
    """
    quote = trimmed(quote)
    if not any(char.isalnum() for char in quote):
        return
    within = within or (0, len(source.text))
    found = False
    for start, end in _exact(source, quote, within):
        found = True
        yield Anchor(start, end, "exact")
    if found:
        return
    readings = [
        _Reading(source, of_source, normalise(quote, of_quote).text.strip(), within)
        for of_source, of_quote in product(source.readings, READINGS if has_broken_word(quote) else READINGS[:1])
    ]
    ways: tuple[How, How] = ("normalised", "elided")
    for how in ways:
        for reading in readings:
            for start, end in reading.normalised() if how == "normalised" else reading.elided():
                found = True
                yield Anchor(start, end, how)
            if found:
                return
    if inner := _WRAPPED.fullmatch(quote):
        for place in anchors(source, inner[1], within):
            yield replace(place, how="elided" if place.how == "elided" else "normalised")


def objection(source: SourceText, quote: str) -> str | None:
    """Say what speaks against the elisions of a quote whose parts are there; None: their order or distance does."""
    reading = _Reading(source, "", normalise(quote).text.strip(), (0, len(source.text)))
    for _ in reading.elided():
        pass
    return next(iter(reading.objections), None)


def _exact(source: SourceText, quote: str, within: Span) -> Iterator[Span]:
    if source.is_worth_an_index():
        for start, end in _Reading(source, "", normalise(quote).text.strip(), within).normalised():
            if source.text[start:end] == quote:
                yield start, end
        return
    for start in word_index.places(source.text, quote, *within):
        end = start + len(quote)
        if not (cuts(source.text, start) or cuts(source.text, end)):
            yield start, end


class _Reading:
    """A quote and its source, both normalised in one of the ways to do so; spans are those of the original."""

    def __init__(self, source: SourceText, reading: str, quote: str, within: Span) -> None:
        self._source, self._reading, self._quote = source, reading, quote
        self._text = source.normalised(reading)
        self._first, self._last = map(self._text.position, within)
        self.objections: elision.Objections = {}

    def normalised(self) -> Iterator[Span]:
        for start in self._source.places(self._quote, self._reading, self._first, self._last):
            if self._may_be_quoted(start, start + len(self._quote)):
                yield self._span(start, start + len(self._quote))

    def elided(self) -> Iterator[Span]:
        parts = elision.parts(self._quote)
        if not parts:
            return
        text = self._text.text
        rarest = max(range(len(parts)), key=lambda number: len(parts[number]))
        around = self._source.places(parts[rarest], self._reading, 0, len(text))
        for start, end in elision.passages(text, parts, rarest, around, self._may_be_quoted, self.objections):
            if self._first <= start < self._last:
                yield self._span(start, end)

    def _span(self, start: int, end: int) -> Span:
        return self._text.start(start), self._text.end(end - 1)

    def _may_be_quoted(self, start: int, end: int) -> bool:
        text, original = self._text, self._source.text
        first, last = self._span(start, end)
        # one character of the original may give several, as an ellipsis or a ligature does
        if start > 0 and text.start(start - 1) == first:
            return False
        if end < len(text.text) and text.end(end) == last:
            return False
        return not (cuts(original, first) or cuts(original, last))
