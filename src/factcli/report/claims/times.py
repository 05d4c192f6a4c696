"""Times in a sentence: years, months, days and stretches of them, however they are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcli.text.dates import NUMERIC, YEAR, parts
from factcli.text.edtf import Period
from factcli.text.words import MONTH_NAMES

Day = tuple[int, int, int]
"""A year, 0 where it is not said, a month and a day."""
Span = tuple[Day, Day]

_MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_COUNTS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven".split(), start=1)
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0, "final": 0}
_NAME = "(?:{})".format("|".join(sorted(_MONTHS, key=len, reverse=True)))
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DASH = r"(?:\s?[-–—]\s?|\s(?:to|through|thru|until|till)\s)"
_OF = r"(?:,?\s(?:of\s|in\s)?)"
_PATTERN = re.compile(
    rf"""
    (?<![\w.$€£#/&=@^-])(?:
        (?P<numeric>{NUMERIC})
      | (?P<count>\w+)[\s-]months?\s(?:to|through|ending|ended)\s(?:the\s)?(?:end[\s-](?:of\s)?)?(?P<until>{_NAME})\b
        {_OF}(?P<until_year>{YEAR})\b
      | (?:(?:first|initial|opening)\s)?(?P<months>{"|".join(_COUNTS)}|\d\d?)[\s-]months?{_OF}(?P<months_year>{YEAR})\b
      | (?P<short>\d\d?)[Mm]\s?(?P<short_year>{YEAR})\b
      | (?P<nth>{"|".join(_ORDINALS)})\s(?P<unit>half|quarter|month){_OF}(?P<nth_year>{YEAR})\b
      | (?P<letter>[QqHh])(?P<number>[1-4])\s?(?P<letter_year>{YEAR})\b
      | (?P<months_between>(?<=between\s))?(?P<first>{_NAME})\b\.?(?(months_between)(?:{_DASH}|\sand\s)|{_DASH})
        (?P<last>{_NAME})\b\.?(?:{_OF}(?P<span_year>{YEAR})\b)?
      | (?:(?P<day>{_DAY})\s(?:of\s)?)?(?P<month>{_NAME})\b\.?
        (?:\s(?P<day_behind>{_DAY})\b(?![,.]?\d|\s(?:million|billion|percent|%)))?
        (?:{_OF}(?P<month_year>{YEAR})\b)?
      | (?P<years_between>(?<=between\s))?(?P<from>{YEAR})
        (?:(?(years_between)(?:{_DASH}|\sand\s)|{_DASH})(?P<to>{YEAR})|[-–—/](?P<to_short>\d\d))(?![-–/]?\w)
      | (?:(?:year[\s-])?(?P<part>early|beginning|start|mid|middle|late|end|close)[\s-](?:of\s)?)?
        (?:the\syear\s)?(?P<year>{YEAR})
        (?![-–/]?\w|[.,]\d)
      | (?<=in\s)[’'](?P<two>\d\d)(?!\w)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGN = re.compile(rf"\d|\b{_NAME}", re.IGNORECASE)
"""What every time has; looking for it first is quicker."""
_PARTS = {
    **dict.fromkeys(("early", "beginning", "start"), (1, 4)),
    **dict.fromkeys(("mid", "middle"), (4, 8)),
    **dict.fromkeys(("late", "end", "close"), (9, 12)),
}
_OPEN_BEFORE = re.compile(r"\b(?P<word>before|by|until|since|after|from)\s\Z", re.IGNORECASE)
# Without a year or a day a month needs a preposition: "may" and "march" are verbs.
_OF_MONTH = re.compile(
    r"\b(?:in|since|until|by|during|of|from|between|last|this|next|early|late|mid)[\s-](?:the\s)?\Z", re.IGNORECASE
)
_BY_THE_END = re.compile(r"\bby\s(?:the\s)?end[\s-](?:of\s)?\Z", re.IGNORECASE)
_LAST_DAY, _LAST_YEAR = 31, 9999


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of days that text[start:end] names; `first` and `last` belong to it."""

    start: int
    end: int
    text: str
    first: Day
    last: Day

    @property
    def has_year(self) -> bool:
        """Whether it says a year."""
        return self.first[0] > 0

    @property
    def is_span(self) -> bool:
        """Whether it is from one year to another."""
        return 1 < self.first[0] < self.last[0] < _LAST_YEAR

    def holds(self, other: Time) -> bool:
        """Tell whether `other` lies in it; where one says no year, whether its days do."""
        (first, last), (other_first, other_last) = _comparable(self, other)
        return first <= other_first and other_last <= last

    def meets(self, other: Time) -> bool:
        """Tell whether the two have a day in common."""
        (first, last), (other_first, other_last) = _comparable(self, other)
        return first <= other_last and other_first <= last


def _comparable(one: Time, other: Time) -> tuple[Span, Span]:
    if one.has_year and other.has_year:
        return (one.first, one.last), (other.first, other.last)
    (_, *one_first), (_, *one_last), (_, *other_first), (_, *other_last) = one.first, one.last, other.first, other.last
    return ((0, *one_first), (0, *one_last)), ((0, *other_first), (0, *other_last))  # type: ignore[return-value]


def times(text: str) -> list[Time]:
    """Find the times that `text` names, in order."""
    found: list[Time] = []
    if not _SIGN.search(text):
        return found
    for match in _PATTERN.finditer(text):
        said = {name: value for name, value in match.groupdict().items() if value}
        read = next((read for name, read in _READERS.items() if name in said), None)
        if read and (span := read(said, text[: match.start()])):
            found.append(Time(match.start(), match.end(), match[0], *span))
    return found


def of_period(period: Period) -> Time:
    """Return the time that a fact is about."""
    return Time(0, 0, period.text, *period.bounds())


Said = dict[str, str]


def _months(year: int, first: int, last: int) -> Span:
    return (year, first, 1), (year, last, _LAST_DAY)


def _numeric(said: Said, _before: str) -> Span | None:
    readings = parts(said["numeric"])
    if not readings:
        return None
    year, month, day = readings[0]
    return (year, month, day or 1), (year, month, day or _LAST_DAY)


def _months_until(said: Said, _before: str) -> Span | None:
    count, last = _count(said["count"]), _number(said["until"])
    return _months(int(said["until_year"]), last - count + 1, last) if 0 < count <= last else None


def _first_months(said: Said, _before: str) -> Span | None:
    count = _count(said.get("months") or said["short"])
    year = int(said.get("months_year") or said["short_year"])
    return _months(year, 1, count) if 1 <= count <= 12 else None


def _nth(said: Said, _before: str) -> Span | None:
    length = {"half": 6, "quarter": 3, "month": 1}[said["unit"].lower()]
    number = _ORDINALS[said["nth"].lower()] or 12 // length
    return _months(int(said["nth_year"]), (number - 1) * length + 1, number * length) if number * length <= 12 else None


def _lettered(said: Said, _before: str) -> Span | None:
    length, number = 3 if said["letter"] in "Qq" else 6, int(said["number"])
    return (
        _months(int(said["letter_year"]), (number - 1) * length + 1, number * length) if number * length <= 12 else None
    )


def _months_between(said: Said, before: str) -> Span | None:
    year = int(said.get("span_year", 0))
    return _months(year, _number(said["first"]), _number(said["last"])) if year or _OF_MONTH.search(before) else None


def _month(said: Said, before: str) -> Span | None:
    year, month, day = int(said.get("month_year", 0)), _number(said["month"]), said.get("day") or said.get("day_behind")
    if not year and not (said["month"][0].isupper() and (day or _OF_MONTH.search(before))):
        return None
    number = int(re.sub(r"\D", "", day)) if day else None
    if year and not day and _BY_THE_END.search(before):
        return _months(year, 1, month)
    return (year, month, number or 1), (year, month, number or _LAST_DAY)


def _years(said: Said, _before: str) -> Span:
    return (int(said["from"]), 1, 1), (int(said.get("to") or said["from"][:2] + said["to_short"]), 12, _LAST_DAY)


def _year(said: Said, before: str) -> Span:
    year, part = int(said.get("year") or f"20{said['two']}"), said.get("part", "").lower()
    first, last = _PARTS.get(part, (1, 12))
    opened = _OPEN_BEFORE.search(before)
    word = opened["word"].lower() if opened else ""
    if word in ("since", "after", "from"):
        return (year, first, 1), (_LAST_YEAR, 12, _LAST_DAY)
    if word in ("before", "until", "by") and not part:
        return (1, 1, 1), (year if word == "by" else year - 1, 12, _LAST_DAY)
    return _months(year, first, last)


def _number(name: str) -> int:
    return _MONTHS[name.lower()]


def _count(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 3 else _COUNTS.get(word.lower(), 0)


_READERS: dict[str, Callable[[Said, str], Span | None]] = {
    "numeric": _numeric,
    "until": _months_until,
    "months": _first_months,
    "short": _first_months,
    "nth": _nth,
    "letter": _lettered,
    "first": _months_between,
    "month": _month,
    "from": _years,
    "year": _year,
    "two": _year,
}
