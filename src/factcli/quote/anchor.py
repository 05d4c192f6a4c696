"""Anchoring: finding the passage of a source that a quote claims to be (W3C Web Annotation: a text position)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factcli.quote.normalise import Normalised, normalise

How = Literal["exact", "normalised", "elided"]

LONGEST_GAP = 600
"""How many characters an elision may leave out."""

_ELISION = re.compile(r"\s*\[\s*\.\s?\.\s?\.\s*\]\s*|\s*\.\s?\.\s?\.(?:\s?\.)?\s*")
_BLANK_LINE = re.compile(r"(?:\r?\n[ \t\f\v]*){2,}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The passage text[start:end] that a quote stands for, and what had to be forgiven to find it."""

    start: int
    end: int
    how: How


def anchor(text: str, quote: str) -> Anchor | None:
    """Find `quote` in `text`: exactly, else with other typography, else with its elisions; None if it is not there.

    A match begins and ends on word boundaries. Letter case, digits, signs and words must be the same.
    """
    quote = quote.strip()
    if not any(char.isalnum() for char in quote):
        return None
    start = next(_occurrences(text, quote), None)
    if start is not None:
        return Anchor(start, start + len(quote), "exact")
    plain, wanted = normalise(text), normalise(quote).text.strip()
    start = next(_occurrences(plain.text, wanted), None)
    if start is not None:
        return _original(plain, start, start + len(wanted), "normalised")
    parts = [part for part in _ELISION.split(wanted) if part]
    if len(parts) > 1:
        for start in _occurrences(plain.text, parts[0]):
            end = _elided_end(plain.text, start + len(parts[0]), parts[1:])
            if end is not None:
                return _original(plain, start, end, "elided")
    return None


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the blocks between blank lines; the first block is paragraph 1 of a locator."""
    spans, start = [], 0
    for match in _BLANK_LINE.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [(start, end) for start, end in spans if text[start:end].strip()]


def paragraph_number(text: str, offset: int) -> int:
    """Return the number, from 1, of the paragraph that holds `offset`."""
    return bisect_left(paragraphs(text), offset, key=lambda span: span[1]) + 1


def _occurrences(text: str, part: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        if _on_boundaries(text, start, start + len(part)):
            yield start
        start = text.find(part, start + 1)


def _on_boundaries(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] cuts no word and no number in two."""
    before, first = text[max(0, start - 1) : start], text[start]
    last, after = text[end - 1], text[end : end + 1]
    if (before.isalnum() and first.isalnum()) or (after.isalnum() and last.isalnum()):
        return False
    if first.isdigit() and before in ("-", "−", "+", ".", ",") and not text[max(0, start - 2) : start - 1].isspace():
        return before in ("-", "−") and text[max(0, start - 2) : start - 1].isalnum()
    if first.isdigit() and before in ("-", "−", "+", "."):
        return False
    return not (last.isdigit() and after in (".", ",") and text[end + 1 : end + 2].isdigit())


def _elided_end(text: str, at: int, parts: list[str]) -> int | None:
    """Find `parts` in order behind `at`, none further than LONGEST_GAP; return the end of the last."""
    if not parts:
        return at
    for start in _occurrences(text[: at + LONGEST_GAP + len(parts[0])], parts[0]):
        if start >= at:
            end = _elided_end(text, start + len(parts[0]), parts[1:])
            if end is not None:
                return end
    return None


def _original(plain: Normalised, start: int, end: int, how: How) -> Anchor:
    return Anchor(plain.offsets[start], plain.offsets[end - 1] + 1, how)
