"""Whether a fact says in figures what a claim says: the same, or what else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcli.report.claims import units
from factcli.report.claims.bounds import agrees
from factcli.report.claims.claims import Claim
from factcli.report.claims.comparable import Kin, is_bare, readings
from factcli.report.claims.quantities import Quantity
from factcli.report.claims.times import Time

Outcome = Literal["same", "figure", "unit", "time", "direction"]
"""What a fact says: the same, another figure, another unit or scale, another time, or a fall for a rise."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a fact says in figures; `since` are times that it only holds as of."""

    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    as_of: tuple[Time, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of holding a claim against a fact, and the fact's figure or time that it was held against."""

    outcome: Outcome
    quantity: Quantity | None = None
    time: Time | None = None


def compare(claim: Claim, told: Told, kin: Kin) -> Comparison | None:
    """Hold a claim against a fact that is about the same; None if the fact has nothing to compare it with."""
    if claim.quantity is None:
        return _of_time(claim.times, told.times)
    found = [
        Comparison(outcome, quantity)
        for quantity in told.quantities
        if (outcome := _of_quantity(claim.quantity, quantity, kin))
    ]
    if not found:
        return None
    best = min(found, key=lambda comparison: _ORDER[comparison.outcome])
    if best.outcome == "same" and _other_window(claim, told):
        return Comparison("time", best.quantity)
    if wrong := _other_time(claim.times, told):
        if best.outcome == "same":
            return Comparison("time", best.quantity, wrong)
        return None
    return best


_ORDER: dict[Outcome, int] = {"same": 0, "direction": 1, "unit": 2, "figure": 3, "time": 4}


def _of_quantity(said: Quantity, held: Quantity, kin: Kin) -> Outcome | None:
    opposite = bool(said.change and held.change) and said.change != held.change
    if opposite and {said.dimension, held.dimension} == {"percent", "fold"}:
        return "direction"
    pairs = readings(said, held, kin)
    if pairs is None:
        return None
    same_unit = is_bare(said) or _unit_of(said) == _unit_of(held)
    ends = [one for one, _ in pairs]
    if said.bound == "between":
        return "same" if any(min(ends) <= other <= max(ends) for _, other in pairs) and same_unit else "figure"
    if any(agrees(one, said.bound, other, held.bound, said.digits) for one, other in pairs):
        other_rate = said.rate not in ("", held.rate) and (bool(held.rate) or said.rate != "year")
        return "direction" if opposite else "same" if same_unit and not other_rate else "unit"
    if any(_is_of_other_scale(one, other) for one, other in pairs):
        return "unit"
    return "figure" if same_unit else None


def _unit_of(quantity: Quantity) -> str:
    """Return what must be the same for two quantities to be."""
    return quantity.dimension if quantity.dimension in units.PHYSICAL or quantity.dimension.isupper() else ""


def _is_of_other_scale(one: float, other: float) -> bool:
    if one <= 0 or other <= 0 or one == other:
        return False
    power = math.log10(one / other)
    return abs(power - round(power)) < 1e-9 and round(power) % 3 == 0


def _of_time(said: Sequence[Time], held: Sequence[Time]) -> Comparison | None:
    if not held:
        return None
    if any(_fits(one, other) or _is_end(one, other) for one in said for other in held):
        return Comparison("same", time=held[0])
    if any(one.meets(other) and not (one.is_span and other.is_span) for one in said for other in held):
        return None
    return Comparison("time", time=held[0])


def _is_end(said: Time, held: Time) -> bool:
    """Tell whether a year is the first or the last of several: "from 2022 on" of 2022–2027."""
    return held.is_span and not said.is_span and said.last[0] in (held.first[0], held.last[0])


def _other_window(claim: Claim, told: Told) -> bool:
    """Tell whether a fact holds over another length of time: "in five years" for "in three"."""
    held = [one for one in told.quantities if one.dimension in ("window", "time")]
    said = [one for one in claim.windows if one is not claim.quantity]
    pairs = [(one.values, other.values) for one in said for other in held]
    return bool(pairs) and all(one.isdisjoint(other) for one, other in pairs)


def _other_time(said: Sequence[Time], told: Told) -> Time | None:
    """Return the time of which a fact says its figure, if it is none of those of the claim."""
    held = told.times or told.as_of
    if not said or not held:
        return None
    if any(_fits(one, other) or _is_end(one, other) for one in said for other in held):
        return None
    if any(one.first <= other.last and other.first <= one.last for one in said for other in told.as_of):
        return None
    return held[0]


def _fits(said: Time, held: Time) -> bool:
    """Tell whether what holds of the time of a fact may be said of that of a claim.

    What is of a day or a month may be told of the year around; what adds up over several months or years may not.
    """
    if not said.has_year:
        return said.holds(held) and held.holds(said)
    if held.holds(said):
        return said.holds(held)
    is_sum = held.first[0] == held.last[0] and held.first[1] < held.last[1]
    return said.holds(held) and not (is_sum or (said.is_span and held.is_span))
