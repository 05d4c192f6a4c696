"""Dates and names are taken as they are given, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.intake import byline
from factcli.text import edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024/03/01", "2024-03-01"),
        ("20240301", "2024-03-01"),
        ("2024-03-01T23:30:00-05:00", "2024-03-01"),
        (" 2024-03-01 08:00 ", "2024-03-01"),
        ("Sat, 01 Mar 2025 08:00:00 GMT", "2025-03-01"),
        ("2024-13-45", ""),
        ("since 2001", ""),
        ("2001 was a year", ""),
        ("last week", ""),
        ("", ""),
    ],
)
def test_dates(text: str, expected: str) -> None:
    assert byline.date(text) == expected


@given(st.text(max_size=30) | st.text("0123456789-/.T: ", max_size=25))
def test_a_date_is_edtf_or_none(text: str) -> None:
    found = byline.date(text)
    if found:
        edtf.parse(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and Richard Roe", ["Jane Doe", "Richard Roe"]),
        ("Jane Doe, Richard Roe, and Ada Smith", ["Jane Doe", "Richard Roe", "Ada Smith"]),
        ("Doe, Jane", ["Doe, Jane"]),
        ("Doe, Jane; Roe, Richard", ["Doe, Jane", "Roe, Richard"]),
        ("Reuters", ["Reuters"]),
        ("admin", []),
        ("jane@herald.example", []),
        ("https://social.example/herald", []),
        ("", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert byline.names(text) == expected
