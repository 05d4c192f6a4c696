"""Dates and periods in EDTF (ISO 8601-2:2019), level 0 and what level 1 adds in common use.

https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Day = tuple[int, int, int]

_DATE = re.compile(
    r"(?P<year>-?(?=[\dX]{4}(?![\dX]))\d+X*|Y-?\d{5,9})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[~?%])?",
    re.ASCII,
)
_DATE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d(?::\d\d)?)?", re.ASCII)
_FIRST, _LAST = (-(10**9), 1, 1), (10**9, 12, 31)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One EDTF date. `year` is astronomical (0 is 1 BC); `month` 21 to 24 is a season; None is not given."""

    year: int
    month: int | None = None
    day: int | None = None
    decade_digits: int = 0
    """How many last digits of the year are unspecified: 1 for "201X", the 2010s."""
    approximate: bool = False
    uncertain: bool = False

    @property
    def season(self) -> int | None:
        """The CSL season, 1 (spring) to 4 (winter)."""
        return self.month - 20 if self.month is not None and self.month > 20 else None

    def first_day(self) -> Day:
        month = _SEASON_MONTHS[self.month][0] if self.month in _SEASON_MONTHS else self.month
        return self.year - (self._unspecified_years() if self.year < 0 else 0), month or 1, self.day or 1

    def last_day(self) -> Day:
        year = self.year + (self._unspecified_years() if self.year >= 0 else 0)
        month = _SEASON_MONTHS[self.month][1] if self.month in _SEASON_MONTHS else self.month or 12
        return year, month, self.day or _days_in(year, month)

    def _unspecified_years(self) -> int:
        return int(10**self.decade_digits) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A date, or an interval between two; an open end is None with `interval` set."""

    text: str
    start: Date | None
    end: Date | None
    interval: bool = False

    def bounds(self) -> tuple[Day, Day]:
        """Return the first and the last (year, month, day) of the period, for comparing."""
        first = self.start.first_day() if self.start else _FIRST
        return first, self.end.last_day() if self.end else _LAST

    def years(self) -> frozenset[int]:
        """Return the years that the period names."""
        return frozenset(date.year for date in (self.start, self.end) if date and not date.decade_digits)


def parse(text: str) -> Period:
    """Read an EDTF date ("2025-10", "1850~", "-0043", "2004-21", "201X") or interval ("2024/2025", "2024/..").

    Of a date with a time, only the date is kept. Raises ValueError with the reason.
    """
    if timed := _DATE_TIME.fullmatch(text):
        text = timed[1]
    parts = text.split("/")
    if len(parts) == 1:
        date = _date(text)
        return Period(text=text, start=date, end=date)
    if len(parts) != 2:
        raise ValueError("an interval has two ends")
    start, end = (None if part in ("", "..") else _date(part) for part in parts)
    if start is None and end is None:
        raise ValueError("an interval needs at least one end")
    if start and end and start.first_day() > end.last_day():
        raise ValueError("the interval ends before it starts")
    return Period(text=text, start=start, end=end, interval=True)


def _date(text: str) -> Date:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError("not an EDTF date")
    digits = match["year"].lstrip("Y")
    unspecified = digits.count("X")
    if digits == "-0000":
        raise ValueError("the year 0 has no sign")
    month, day = (int(part) if part and part != "XX" else None for part in (match["month"], match["day"]))
    if match["month"] and (unspecified or match["year"].startswith("Y")):
        raise ValueError("a year with X or Y has no month")
    year = int(digits.replace("X", "0"))
    if month is not None and not (1 <= month <= 12 or month in SEASONS):
        raise ValueError(f"there is no month {month:02}")
    if (day is not None and month is None) or (match["day"] and month in SEASONS):
        raise ValueError("a day needs a month")
    if day is not None and month is not None and not 1 <= day <= _days_in(year, month):
        raise ValueError(f"there is no day {day:02} in that month")
    return Date(
        year=year,
        month=month,
        day=day,
        decade_digits=unspecified,
        approximate=match["mark"] in ("~", "%"),
        uncertain=match["mark"] in ("?", "%"),
    )


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
