"""Which readings of two quantities may be compared at all: those of one thing, in one unit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from factcli.report.claims import units
from factcli.report.claims.quantities import Quantity

Pairs = list[tuple[float, float]]
Kin = Callable[[Collection[str], Collection[str]], bool]
"""Tells whether two things that are counted may be one, by the words for them."""

_REPEATED = frozenset(("time", "times", "visit", "visits", "trip", "trips", "occasion", "occasions"))
_JUBILEES = frozenset(("anniversary", "jubilee", "birthday"))


def readings(said: Quantity, held: Quantity, kin: Kin) -> Pairs | None:
    """Return the readings of a claim's and a fact's quantity to compare, None if they are of different things."""
    dimensions = {said.dimension, held.dimension}
    if is_bare(said):
        return _of_bare(said, held)
    if dimensions <= {"count", "ordinal"}:
        return _pairs(said.values, held.values) if _counts_the_same(said, held, kin) else None
    if len(dimensions) == 1:
        return _pairs(said.values, held.values)
    if dimensions <= units.PHYSICAL or all(map(str.isupper, dimensions)):
        return _pairs(said.plain, held.plain)
    return _of_growth(said, held) or _of_jubilee(said, held)


def is_bare(quantity: Quantity) -> bool:
    """Tell whether a figure stands without a unit: "a figure of 547m"."""
    return quantity.dimension == "count" and not quantity.nouns


def _of_bare(said: Quantity, held: Quantity) -> Pairs | None:
    """Compare with an amount, and with anything that has the same number."""
    pairs = _pairs(said.values, held.plain)
    return pairs if held.dimension.isupper() or any(one == other for one, other in pairs) else None


def _counts_the_same(said: Quantity, held: Quantity, kin: Kin) -> bool:
    """Tell whether two numbers are of the same things; how many times a thing was is also which time it was."""
    repeated = [not _REPEATED.isdisjoint(quantity.nouns) for quantity in (said, held)]
    if said.dimension != held.dimension:
        return any(repeated) and (all(repeated) or not (said.nouns and held.nouns))
    return all(repeated) or kin(said.nouns, held.nouns)


def _of_growth(said: Quantity, held: Quantity) -> Pairs | None:
    """Compare how many times as much two rises make of something: 20 % more is 1.2 times."""
    if {said.dimension, held.dimension} != {"percent", "fold"} or not said.change == held.change == "up":
        return None
    factors = [
        [1 + value / 100 if quantity.dimension == "percent" else value for value in quantity.values]
        for quantity in (said, held)
    ]
    return _pairs(*factors)


def _of_jubilee(said: Quantity, held: Quantity) -> Pairs | None:
    """Compare a hundred years with a 100th anniversary."""
    jubilee, time = (said, held) if said.dimension == "ordinal" else (held, said)
    if (jubilee.dimension, time.dimension) != ("ordinal", "time") or _JUBILEES.isdisjoint(jubilee.nouns):
        return None
    years = [value / 12 for value in time.values]
    return _pairs(jubilee.values, years) if jubilee is said else _pairs(years, jubilee.values)


def _pairs(said: Iterable[float], held: Collection[float]) -> Pairs:
    return [(one, other) for one in said for other in held]
