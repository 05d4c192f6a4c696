"""Dates in digits: read, spelled, and never a failure."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.text.dates import parts, spelled
from tests.strategies import DATE_LIKE, TEXTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2025-10-18 in Baku", "on 18 October 2025 in Baku"),
        ("on 18.10.2025.", "on 18 October 2025."),
        ("on 18/10/2025", "on 18 October 2025"),
        ("on 10/18/2025", "on 18 October 2025"),
        ("on 04/04/2025", "on 4 April 2025"),
        ("in 03/2025", "in March 2025"),
        ("in 2025-03", "in March 2025"),
        ("on 03/04/2025", "on 03/04/2025"),
        ("for 2022-27", "for 2022-27"),
        ("2025-13-01, 1.2.3, 2024/25", "2025-13-01, 1.2.3, 2024/25"),
        ("13/14/2025, 10.18.2025", "13/14/2025, 10.18.2025"),
    ],
)
def test_date_in_digits_is_spelled(text: str, expected: str) -> None:
    assert spelled(text) == expected


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)))
def test_every_notation_of_a_day_holds_it(day: date) -> None:
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y"):
        assert (day.year, day.month, day.day) in parts(day.strftime(form))


@given(TEXTS | DATE_LIKE)
def test_dates_are_looked_for_in_any_text_without_failing(text: str) -> None:
    assert isinstance(spelled(text), str)
