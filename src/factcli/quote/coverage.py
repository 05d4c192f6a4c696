"""How much of a source's text the facts quote, and which of its figures no quote holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from factcli.text.figures import figures
from factcli.text.sentences import sentences


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """That a fact quotes text[start:end]."""

    start: int
    end: int
    fact: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quotations that overlap, as one."""

    start: int
    end: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text; `open` are the spans of its figures that no quote holds."""

    start: int
    end: int
    quoted: bool
    open: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a text is quoted. Characters are counted without white space."""

    quotations: tuple[Quotation, ...]
    stretches: tuple[Stretch, ...]
    sentences: tuple[Sentence, ...]
    characters: int
    quoted_characters: int

    @property
    def open(self) -> list[Sentence]:
        """The sentences with figures that no quote holds: what may still be entered."""
        return [sentence for sentence in self.sentences if sentence.open]


def cover(text: str, quotations: Iterable[Quotation]) -> Coverage:
    """Hold what facts quote against the text that it is from."""
    quotations = tuple(sorted(quotations))
    stretches = _stretches(quotations)
    starts = [stretch.start for stretch in stretches]

    def quoted(start: int, end: int) -> bool:
        """Tell whether a stretch reaches into text[start:end]; they are in order, and none overlaps another."""
        at = bisect_right(starts, start) - 1
        return any(stretch.start < end and start < stretch.end for stretch in stretches[max(at, 0) : at + 2])

    found = []
    for start, end in sentences(text):
        figured = [figure for figure in figures(text[start:end]) if figure.binding]
        spans = [(start + figure.start, start + figure.end) for figure in figured]
        open_spans = tuple(span for span in spans if not quoted(*span))
        found.append(Sentence(start, end, quoted(start, end), open_spans))
    return Coverage(
        quotations=quotations,
        stretches=stretches,
        sentences=tuple(found),
        characters=_visible(text),
        quoted_characters=sum(_visible(text[stretch.start : stretch.end]) for stretch in stretches),
    )


def _stretches(quotations: tuple[Quotation, ...]) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    for quotation in quotations:
        last = stretches[-1] if stretches else None
        if last and quotation.start < last.end:
            end = max(last.end, quotation.end)
            stretches[-1] = Stretch(last.start, end, (*last.facts, quotation.fact))
        else:
            stretches.append(Stretch(quotation.start, quotation.end, (quotation.fact,)))
    return tuple(stretches)


def _visible(text: str) -> int:
    return sum(map(len, text.split()))
