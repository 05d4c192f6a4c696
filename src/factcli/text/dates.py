"""Dates written in digits: 2025-10-18, 18.10.2025, 18/10/2025, 03/2025."""

from __future__ import annotations

from factcli.text.words import MONTH_NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

YEAR = r"(?:1\d|20|21)\d\d"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NUMERIC = (
    rf"(?:{YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?"
    rf"|{_DAY}\.{_MONTH}\.{YEAR}|(?:{_DAY}/{_MONTH}|{_MONTH}/{_DAY})/{YEAR}|{_MONTH}/{YEAR})(?![-–/]?\w)"
)
"""Such a date, as a regular expression."""


Parts = tuple[int, int, int | None]
"""Year, month and day of a date; None for the day where it says none."""


def parts(numeric: str) -> list[Parts]:
    """Return the readings, one or two, of a date that NUMERIC matches: 03/04/2025 is of March or of April."""
    if "-" in numeric:
        year, month, *day = map(int, numeric.split("-"))
        return [(year, month, day[0] if day else None)]
    *within, year = map(int, numeric.replace(".", "/").split("/"))
    if len(within) == 1:
        return [(year, within[0], None)]
    first, second = within
    orders = [(first, second)] if "." in numeric or first == second else [(first, second), (second, first)]
    return [(year, month, day) for day, month in orders if month <= len(MONTH_NAMES)]


def spelled(text: str) -> str:
    """Write the dates in digits of `text` as facts do: "18 October 2025"; one that is ambiguous stays."""
    if not ("-" in text or "/" in text or "." in text):
        return text
    import re

    def name(match: re.Match[str]) -> str:
        readings = parts(match[0])
        if len(readings) != 1:
            return match[0]
        year, month, day = readings[0]
        return " ".join(filter(None, (str(day or ""), MONTH_NAMES[month - 1].capitalize(), str(year))))

    return re.sub(rf"(?<![\w./-]){NUMERIC}", name, text)
