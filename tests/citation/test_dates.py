"""Dates as styles write them."""

from __future__ import annotations

import pytest

from factcli.citation import dates
from factcli.citation.dates import DAY_MONTH, IEEE, MLA, MONTH_DAY, MONTH_DAY_YEAR, YEAR, YEAR_COMMON_ERA, Format
from factcli.text import edtf


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("2025-10-18", MONTH_DAY_YEAR, "October 18, 2025"),
        ("2025-10", MONTH_DAY_YEAR, "October 2025"),
        ("2025", MONTH_DAY_YEAR, "2025"),
        ("2025-09-08", MLA, "8 Sept. 2025"),
        ("2025-09-08", IEEE, "Sep. 08, 2025"),
        ("2025-09-08", DAY_MONTH, "8 September"),
        ("2025", DAY_MONTH, ""),
        ("2004-21", MLA, "Spring 2004"),
        ("2024-05-03/2024-05-05", MONTH_DAY_YEAR, "May 3–5, 2024"),
        ("2024-05-03/2024-05-05", MLA, "3–5 May 2024"),
        ("2024-05-03/2024-05-05", IEEE, "May 03–05, 2024"),
        ("2024-05-30/2024-06-02", MONTH_DAY_YEAR, "May 30–June 2, 2024"),
        ("2024-05-30/2024-06-02", MLA, "30 May–2 June 2024"),
        ("2023-12-31/2024-01-01", MONTH_DAY_YEAR, "December 31, 2023–January 1, 2024"),
        ("2023-12-31/2024-01-01", MONTH_DAY, "December 31–January 1"),
        ("2024-05-30/2024-06-02", YEAR, "2024"),
        ("2021/2022", YEAR, "2021–2022"),
        ("2021/..", YEAR, "2021–"),
        ("../2021", YEAR, "–2021"),
        ("2021/..", MONTH_DAY, ""),
        ("-0043", YEAR, "44 BC"),
        ("-0043", YEAR_COMMON_ERA, "44 B.C.E."),
        ("-0431/-0403", YEAR, "432–404 BC"),
        ("193X", YEAR, "1930s"),
        ("19XX", YEAR, "1900–1999"),
        ("0812", YEAR, "812"),
    ],
)
def test_written(text: str, form: Format, expected: str) -> None:
    assert dates.written(edtf.parse(text), form) == expected


@pytest.mark.parametrize(("text", "uncertain"), [("1850~", True), ("1850?", True), ("1850", False), ("1850~/..", True)])
def test_uncertain(text: str, uncertain: bool) -> None:
    assert dates.is_uncertain(edtf.parse(text)) is uncertain
