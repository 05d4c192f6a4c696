"""Claims: what a sentence says in figures, each figure with its time and with the words that tell what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcli.report.claims.clauses import clauses
from factcli.report.claims.quantities import Quantity, quantities
from factcli.report.claims.times import Time, times

_HEDGES = re.compile(
    r"\b(?:if|unless|suppose|supposing|imagine|assum(?:e|ing)|hypothetical\w*|were to|whether|target\w*|aims? to"
    r"|hopes? to|ambition|goal of|dream\w*)\b",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"\b(?:opposite direction|other direction|other way (?:a)?round|vice versa|in return|in reverse)\b", re.IGNORECASE
)
_COMPUTED = re.compile(
    r"\b(?:combined|altogether|(?:taken|all|both) together|sum|averag\w+|mean|median|cumulative\w*|per capita"
    r"|difference|ratio)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a sentence says of one quantity, or, where `quantity` is None, of the time of something.

    text[start:end] is the clause that says it; `times` are those that belong to it.
    """

    start: int
    end: int
    quantity: Quantity | None
    times: tuple[Time, ...]
    windows: tuple[Quantity, ...] = ()
    """Lengths of the time that it is about: "over the past three years"."""

    @property
    def focus(self) -> tuple[int, int]:
        """Where the figure stands that is judged."""
        shown = self.quantity or self.times[0]
        return shown.start, shown.end


def is_question(sentence: str) -> bool:
    """Tell whether a sentence asks and so claims nothing."""
    return sentence.rstrip(" \"'”’»)*_").endswith(("?", "？", "؟"))


def is_hedged(sentence: str) -> bool:
    """Tell whether a sentence says what might be."""
    return bool(_HEDGES.search(sentence))


def is_elliptic(clause: str) -> bool:
    """Tell whether a clause turns round what was said before and so leaves out what it is about."""
    return bool(_ELLIPTIC.search(clause))


def is_computed(clause: str) -> bool:
    """Tell whether a clause says what follows from several figures, none of which contradicts it alone."""
    return bool(_COMPUTED.search(clause))


def claims(sentence: str) -> list[Claim]:
    """Find what a sentence claims, in the order of its figures.

    Each quantity gets the times of its own clause; those of a clause without a quantity go to all.
    """
    known = times(sentence)
    held = quantities(sentence, known)
    windows = tuple(quantity for quantity in held if quantity.dimension in ("window", "time"))
    found = [quantity for quantity in held if quantity.dimension != "window"]
    certain = [quantity for quantity in found if quantity.certain]
    figures = [(figure.start, figure.end) for figure in certain or known]
    parts = clauses(sentence, figures) or [(0, len(sentence))]
    read = []
    for quantity in found:
        clause = next((span for span in parts if quantity.start < span[1]), parts[-1])
        own = _times_of(clause, parts, known)
        read.append(Claim(start=clause[0], end=clause[1], quantity=quantity, times=own, windows=windows))
    if not certain:
        dated = zip(known, parts, strict=True) if known else ()
        return [*read, *(Claim(start=first, end=last, quantity=None, times=(time,)) for time, (first, last) in dated)]
    if len(known) == len(read) and re.search(r"\brespectively\b", sentence, re.IGNORECASE):
        return [replace(claim, times=(time,)) for claim, time in zip(read, known, strict=True)]
    return read


def _times_of(clause: tuple[int, int], clauses: Sequence[tuple[int, int]], known: Sequence[Time]) -> tuple[Time, ...]:
    start, end = clause
    own = tuple(time for time in known if start <= time.start < end)
    if own:
        return own
    first = clauses[0]
    return tuple(time for time in known if first[0] <= time.start < first[1]) if clause != first else ()
