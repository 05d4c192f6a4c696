"""Times as reports write them, and which of them one may say for another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.report.claims.times import times
from factcli.text.words import MONTH_NAMES

READ = [
    ("in 2024", [((2024, 1, 1), (2024, 12, 31))]),
    ("in March 2025", [((2025, 3, 1), (2025, 3, 31))]),
    ("on 18 October 2025", [((2025, 10, 18), (2025, 10, 18))]),
    ("on October 18, 2025,", [((2025, 10, 18), (2025, 10, 18))]),
    ("on 8 October", [((0, 10, 8), (0, 10, 8))]),
    ("dated 2025-10-18", [((2025, 10, 18), (2025, 10, 18))]),
    ("dated 18.10.2025", [((2025, 10, 18), (2025, 10, 18))]),
    ("in 03/2025", [((2025, 3, 1), (2025, 3, 31))]),
    ("in January–August 2025", [((2025, 1, 1), (2025, 8, 31))]),
    ("between January and August 2025", [((2025, 1, 1), (2025, 8, 31))]),
    ("Jan–Aug 2025", [((2025, 1, 1), (2025, 8, 31))]),
    ("in the first eight months of 2025", [((2025, 1, 1), (2025, 8, 31))]),
    ("the eight months to end-August 2025", [((2025, 1, 1), (2025, 8, 31))]),
    ("8M 2025", [((2025, 1, 1), (2025, 8, 31))]),
    ("the first half of 2024", [((2024, 1, 1), (2024, 6, 31))]),
    ("the last quarter of 2024", [((2024, 10, 1), (2024, 12, 31))]),
    ("Q1 2025 and H2 2024", [((2025, 1, 1), (2025, 3, 31)), ((2024, 7, 1), (2024, 12, 31))]),
    ("the third month of 2025", [((2025, 3, 1), (2025, 3, 31))]),
    ("the roadmap for 2022–2027", [((2022, 1, 1), (2027, 12, 31))]),
    ("from 2022 to 2027", [((2022, 1, 1), (2027, 12, 31))]),
    ("2022-27", [((2022, 1, 1), (2027, 12, 31))]),
    ("by the end of 2026", [((2026, 9, 1), (2026, 12, 31))]),
    ("by mid-2026", [((2026, 4, 1), (2026, 8, 31))]),
    ("back in '22", [((2022, 1, 1), (2022, 12, 31))]),
    ("since 2022", [((2022, 1, 1), (9999, 12, 31))]),
    ("before 2022", [((1, 1, 1), (2021, 12, 31))]),
    ("They march in file and may go.", []),
    ("13.14.2025", []),
    ("$2024 and 2024.5 and version 3.2024", []),
]


@pytest.mark.parametrize(("text", "spans"), READ)
def test_notations(text: str, spans: list[tuple[object, object]]) -> None:
    assert [(time.first, time.last) for time in times(text)] == spans


@given(st.integers(1000, 2199), st.integers(1, 12), st.integers(1, 28))
def test_a_day_is_the_same_in_every_notation(year: int, month: int, day: int) -> None:
    name = MONTH_NAMES[month - 1].capitalize()
    for written in (f"{day} {name} {year}", f"{name} {day}, {year}", f"{year}-{month:02}-{day:02}"):
        (read,) = times(f"signed on {written}, they say")
        assert (read.first, read.last) == ((year, month, day), (year, month, day))


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    for time in times(text):
        assert text[time.start : time.end] == time.text


def test_a_year_holds_its_months_and_no_others() -> None:
    year, month, other = times("in 2024, in March 2024, in March 2025")
    assert year.holds(month)
    assert not month.holds(year)
    assert not year.meets(other)
    (bare,) = times("in March")
    assert not bare.has_year
    assert bare.holds(month)
    assert bare.holds(other)
