"""Claims: what a sentence says in figures, each figure with its time and with the words that tell what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcli.report.claims.clauses import Span, clauses
from factcli.report.claims.quantities import Quantity, quantities
from factcli.report.claims.ranges import with_ranges
from factcli.report.claims.times import Time, times

_DATELINE = re.compile(r"\A[^\W\d_][^—–\d]{1,40}\d{1,2}[^—–]{0,24}\s[—–-]{1,2}\s")
_STAMP = re.compile(
    r"\A\W*(?:(?:first |last |re)?(?:published|updated|modified|edited|released?|revised|posted|printed|accessed)\b"
    r"|(?:date|version|edition|copyright|by)\b(?=[\s:]+(?-i:[A-Z\d©(]))|©|\(c\))(?:[^.;]|\.(?=\d)){0,60}\W*\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_WITHOUT_SUBJECT = 3
_HEDGES = re.compile(
    r"\b(?:if|unless|suppose|supposing|imagine|assum(?:e|ing)|hypothetical\w*|were to|whether|target\w*|aims? to"
    r"|hopes? to|ambition|goal of|dream\w*)\b",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"\b(?:opposite direction|other direction|other way (?:a)?round|vice versa|in return|in reverse)\b", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:not(?! only\b| more than| less than| (?:yet )?(?:exceed|reach|surpass|top))|\w+n[’']t|never|denie[sd]|deny"
    r"|neither|nor|rather than|instead of)\b[^,;:]*\Z",
    re.IGNORECASE,
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


def is_stamp(sentence: str) -> bool:
    """Tell whether a sentence only says when or by whom something was published, or which version it is."""
    return bool(_STAMP.search(sentence))


def is_hedged(sentence: str) -> bool:
    """Tell whether a sentence says what might be."""
    return bool(_HEDGES.search(sentence))


def is_denied(before: str) -> bool:
    """Tell whether a figure is one that is denied, by what stands before it in its clause."""
    return bool(_DENIED.search(before))


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
    dateline = _DATELINE.match(sentence)
    dated = times(sentence)
    known = [time for time in dated if not dateline or time.start >= dateline.end()]
    held = with_ranges(sentence, quantities(sentence, dated))
    windows = tuple(quantity for quantity in held if quantity.dimension in ("window", "time"))
    found = [quantity for quantity in held if quantity.dimension != "window"]
    certain = [quantity for quantity in found if quantity.certain]
    figures = [(figure.start, figure.end) for figure in certain or known]
    parts = clauses(sentence, figures) or [(0, len(sentence))]
    read = []
    for quantity in found:
        clause = next((span for span in parts if quantity.start < span[1]), parts[-1])
        own = _times_of(sentence, clause, parts, known)
        read.append(Claim(start=clause[0], end=clause[1], quantity=quantity, times=own, windows=windows))
    if not certain:
        each = zip(known, parts, strict=True) if known else ()
        return [*read, *(Claim(start=first, end=last, quantity=None, times=(time,)) for time, (first, last) in each)]
    if len(known) == len(read) and re.search(r"\brespectively\b", sentence, re.IGNORECASE):
        return [replace(claim, times=(time,)) for claim, time in zip(read, known, strict=True)]
    return read


def _times_of(sentence: str, clause: Span, parts: Sequence[Span], known: Sequence[Time]) -> tuple[Time, ...]:
    """Return the times of a clause; one that has none, and no subject either, has those of the first."""
    own = _within(clause, known)
    if own or clause == parts[0] or len(_WORD.findall(sentence, *clause)) > _MOST_WITHOUT_SUBJECT:
        return own
    return _within(parts[0], known)


def _within(span: Span, known: Sequence[Time]) -> tuple[Time, ...]:
    return tuple(time for time in known if span[0] <= time.start < span[1])
