"""Dates as styles write them: an order of units, each with its form and what follows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from factcli.text.edtf import Date, Period

_MONTHS = "January February March April May June July August September October November December".split()
_MLA_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
_IEEE_MONTHS = "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.".split()
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


class Unit(NamedTuple):
    """A part of a date: what it is called, how it is written, and what follows if another part does."""

    name: str
    write: Callable[[Date], str]
    after: str = ""


Format = tuple[Unit, ...]


def year(date: Date, before_christ: str = "BC") -> str:
    """Write a year; those that are known in part as "2010s" or "1900–1999"."""
    if date.decade_digits:
        return f"{date.year}s" if date.decade_digits == 1 else f"{date.year}–{date.last_day()[0]}"
    return str(date.year) if date.year > 0 else f"{1 - date.year} {before_christ}"


def _year_common_era(date: Date) -> str:
    return year(date, "B.C.E.")


def _month(names: list[str]) -> Callable[[Date], str]:
    return lambda date: _SEASONS[date.season - 1] if date.season else names[date.month - 1] if date.month else ""


def _day(date: Date) -> str:
    return str(date.day or "")


def _padded_day(date: Date) -> str:
    return f"{date.day:02}" if date.day else ""


_YEAR = Unit("year", year)
_LONG_MONTH = _month(_MONTHS)
YEAR: Format = (_YEAR,)
YEAR_COMMON_ERA: Format = (Unit("year", _year_common_era),)
MONTH_YEAR: Format = (Unit("month", _LONG_MONTH, " "), _YEAR)
MONTH_DAY: Format = (Unit("month", _LONG_MONTH, " "), Unit("day", _day))
MONTH_DAY_YEAR: Format = (Unit("month", _LONG_MONTH, " "), Unit("day", _day, ", "), _YEAR)
DAY_MONTH: Format = (Unit("day", _day, " "), Unit("month", _LONG_MONTH))
MLA: Format = (Unit("day", _day, " "), Unit("month", _month(_MLA_MONTHS), " "), _YEAR)
MLA_MONTH_YEAR: Format = MLA[1:]
IEEE: Format = (Unit("month", _month(_IEEE_MONTHS), " "), Unit("day", _padded_day, ", "), _YEAR)
IEEE_MONTH_YEAR: Format = (IEEE[0], IEEE[2])
_ORDER = ("day", "month", "year")
_ERA = re.compile(" B\\.?C.*$")


def written(period: Period | None, form: Format) -> str:
    """Write a date or a range; of a range, what both ends share is written once: "May 3–5, 2024"."""
    if period is None:
        return ""
    start, end = period.start, period.end
    if start is None or end is None:
        known = _plain(start or end, form)
        return f"{known}–" if known and start else f"–{known}" if known else ""
    if not period.interval:
        return _plain(start, form)
    return _range(start, end, form)


def is_uncertain(period: Period | None) -> bool:
    """Tell a date that is approximate or doubted."""
    return period is not None and any(date.approximate or date.uncertain for date in (period.start, period.end) if date)


def _plain(date: Date | None, form: Format) -> str:
    return _run(date, [unit for unit in form if unit.write(date)]) if date else ""


def _run(date: Date, units: list[Unit]) -> str:
    return "".join(unit.write(date) + unit.after for unit in units[:-1]) + (units[-1].write(date) if units else "")


def _range(start: Date, end: Date, form: Format) -> str:
    units = [unit for unit in form if unit.write(start) or unit.write(end)]
    differing = [_ORDER.index(unit.name) for unit in units if unit.write(start) != unit.write(end)]
    if not differing:
        return _run(start, units)
    twice = [at for at, unit in enumerate(units) if _ORDER.index(unit.name) <= max(differing)]
    first, last = twice[0], twice[-1]
    both = units[first : last + 1]
    ends = [_run(date, [unit for unit in both if unit.write(date)]) for date in (start, end)]
    if era := _ERA.search(ends[1]):
        ends[0] = ends[0].removesuffix(era[0])
    before, after = units[:first], units[last + 1 :]
    opening = "".join(unit.write(start) + unit.after for unit in before)
    closing = (both[-1].after + _run(end, after)) if after else ""
    return f"{opening}{'–'.join(filter(None, ends))}{closing}"
