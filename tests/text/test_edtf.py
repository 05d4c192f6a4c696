"""EDTF dates and periods: what they bound, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.text import edtf
from tests.strategies import TEXTS

EARLIEST, LATEST = (-(10**9), 1, 1), (10**9, 12, 31)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2025-10", (2025, 10, 1), (2025, 10, 31)),
        ("2025-10-18", (2025, 10, 18), (2025, 10, 18)),
        ("2025-10-18T23:59:59Z", (2025, 10, 18), (2025, 10, 18)),
        ("2025-10-18T23:59:59+04:00", (2025, 10, 18), (2025, 10, 18)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2023-02", (2023, 2, 1), (2023, 2, 28)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("2000-02-29", (2000, 2, 29), (2000, 2, 29)),
        ("2004-21", (2004, 3, 1), (2004, 5, 31)),
        ("2004-23", (2004, 9, 1), (2004, 11, 30)),
        ("1850~", (1850, 1, 1), (1850, 12, 31)),
        ("1850?", (1850, 1, 1), (1850, 12, 31)),
        ("1850-06%", (1850, 6, 1), (1850, 6, 30)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("20XX", (2000, 1, 1), (2099, 12, 31)),
        ("-001X", (-19, 1, 1), (-10, 12, 31)),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
        ("2004-XX-XX", (2004, 1, 1), (2004, 12, 31)),
        ("2004-06-XX", (2004, 6, 1), (2004, 6, 30)),
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("-0043", (-43, 1, 1), (-43, 12, 31)),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
        ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
        ("Y-17000", (-17000, 1, 1), (-17000, 12, 31)),
        ("2024/2025", (2024, 1, 1), (2025, 12, 31)),
        ("2024-03/2024-05", (2024, 3, 1), (2024, 5, 31)),
        ("2024-01-31/2025", (2024, 1, 31), (2025, 12, 31)),
        ("1850~/1860?", (1850, 1, 1), (1860, 12, 31)),
        ("2024/..", (2024, 1, 1), LATEST),
        ("../2024", EARLIEST, (2024, 12, 31)),
        ("2024/", (2024, 1, 1), LATEST),
        ("/2024", EARLIEST, (2024, 12, 31)),
        ("2024/2024", (2024, 1, 1), (2024, 12, 31)),
    ],
)
def test_period_has_these_bounds(text: str, first: edtf.Day, last: edtf.Day) -> None:
    assert edtf.parse(text).bounds() == (first, last)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not an EDTF date"),
        (" 2025", "not an EDTF date"),
        ("2025\n", "not an EDTF date"),
        ("25", "not an EDTF date"),
        ("20255", "not an EDTF date"),
        ("123XX", "not an EDTF date"),
        ("2X24", "not an EDTF date"),
        ("XXXX", "not an EDTF date"),
        ("2025-1", "not an EDTF date"),
        ("2025/10/18", "two ends"),
        ("18.10.2025", "not an EDTF date"),
        ("20251018", "not an EDTF date"),
        ("2025-10-18T25:00:00", "not an EDTF date"),
        ("２０２５", "not an EDTF date"),
        ("٢٠٢٥", "not an EDTF date"),
        ("2025~~", "not an EDTF date"),
        ("Y2025", "not an EDTF date"),
        (f"Y{'9' * 5000}", "not an EDTF date"),
        ("-0000", "no sign"),
        ("Y12345-01", "no month"),
        ("201X-05", "no month"),
        ("2025-00", "no month 00"),
        ("2025-13", "no month 13"),
        ("2025-25", "no month 25"),
        ("2025-02-30", "no day 30"),
        ("2025-04-31", "no day 31"),
        ("2025-10-00", "no day 00"),
        ("2025-XX-05", "a day needs a month"),
        ("2004-21-01", "a day needs a month"),
        ("2025/2024", "ends before it starts"),
        ("/", "at least one end"),
        ("../..", "at least one end"),
        ("2023/2024/2025", "two ends"),
    ],
)
def test_what_is_no_date_says_why(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        edtf.parse(text)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("1850", False, False), ("1850~", True, False), ("1850?", False, True), ("1850-02-03%", True, True)],
)
def test_marks_say_how_sure_a_date_is(text: str, approximate: bool, uncertain: bool) -> None:
    date = edtf.parse(text).start
    assert date is not None
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "years"), [("2024", {2024}), ("2024-05/2026", {2024, 2026}), ("2024/..", {2024}), ("201X", set())]
)
def test_years_are_those_that_are_named(text: str, years: set[int]) -> None:
    assert edtf.parse(text).years() == years


@given(TEXTS | st.from_regex(r"[-Y]{0,2}[0-9X]{3,6}(-[0-9X]{2}){0,2}[~?%]?(/[0-9.X-]{0,10})?", fullmatch=True))
def test_any_text_is_a_period_or_a_value_error(text: str) -> None:
    try:
        period = edtf.parse(text)
    except ValueError:
        return
    first, last = period.bounds()
    assert first <= last
    assert edtf.parse(period.text) == period


@given(st.dates())
def test_every_day_is_its_own_bounds(day: object) -> None:
    text = str(day)
    expected = tuple(map(int, text.split("-")))
    assert edtf.parse(text).bounds() == (expected, expected)
