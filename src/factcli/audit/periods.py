"""Whether the time that a fact is about is one that its quote can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcli.store.model import Fact
from factcli.text.edtf import Period
from factcli.text.figures import figures

# Years also stand where no figure begins: in FY2024.
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20|21)\d\d(?!\d)")


def doubt(fact: Fact, issued: Period | None, nearby: Iterable[str] = ()) -> str:
    """Say why the quote does not support the period of a fact, "" if it does or may.

    A quote that names years supports a period that holds one of them or lies between them. It may also mean the time of
    its source, or the year before or after ("last year"). A quote without a year supports those only, and the years of
    `nearby`, the other quotes from the same place.
    """
    if fact.period is None:
        return ""
    (first, *_), (last, *_) = fact.period.bounds()
    named = _years(fact.quote)
    if any(first <= year <= last for year in named) or (named and min(named) <= first <= last <= max(named)):
        return ""
    if not named and any(first <= year <= last for quote in nearby for year in _years(quote)):
        return ""
    if issued is None:
        return _problem(fact.period, named) if named else ""
    (earliest, *_), (latest, *_) = issued.bounds()
    near = first <= latest + 1 and earliest - 1 <= last
    return "" if near else _problem(fact.period, named)


def _years(text: str) -> set[int]:
    spelled = (value for figure in figures(text) if figure.kind == "year" for value in figure.values)
    written = (int(match[0]) for match in _YEAR.finditer(text))
    return {int(year) for year in (*spelled, *written)}


def _problem(period: Period, named: set[int]) -> str:
    if not named:
        return f"its period is {period.text}, but its quote names no year, and its source is of another time"
    listed = ", ".join(map(str, sorted(named)))
    return f"its period is {period.text}, but its quote says {listed}"
