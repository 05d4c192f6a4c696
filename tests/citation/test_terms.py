"""Labels, ordinals and ranges."""

from __future__ import annotations

import pytest

from factcli.citation import terms
from factcli.store import locator


@pytest.mark.parametrize(
    ("pages", "chicago", "mla", "apa"),
    [
        ("3-10", "3–10", "3–10", "3–10"),
        ("71-72", "71–72", "71–72", "71–72"),
        ("100-104", "100–104", "100–04", "100–104"),
        ("101-108", "101–8", "101–08", "101–108"),
        ("321-328", "321–28", "321–28", "321–328"),
        ("498–532", "498–532", "498–532", "498–532"),
        ("1496-1500", "1496–500", "1496–500", "1496–1500"),
        ("101-15", "101–15", "101–15", "101–115"),
        ("44-8", "44–48", "44–48", "44–48"),
        ("7-29, 101-118", "7–29, 101–18", "7–29, 101–18", "7–29, 101–118"),
        ("ix-xx", "ix–xx", "ix–xx", "ix–xx"),
        ("A4", "A4", "A4", "A4"),
        ("12", "12", "12", "12"),
    ],
)
def test_page_ranges(pages: str, chicago: str, mla: str, apa: str) -> None:
    assert (terms.chicago(pages), terms.shortened(pages), terms.expanded(pages)) == (chicago, mla, apa)


@pytest.mark.parametrize("value", ["2", "12a", "A4", "3-5", "7 & 9", "1, 3"])
def test_numeric(value: str) -> None:
    assert terms.is_numeric(value)


@pytest.mark.parametrize("value", ["xii", "TR-12", "2101.00001", "B", "", "revised"])
def test_not_numeric(value: str) -> None:
    assert not terms.is_numeric(value)


@pytest.mark.parametrize(
    ("value", "several"),
    [("3-5", True), ("3, 5", True), ("7 & 9", True), ("ix–xx", True), ("3", False), ("2, p. 7", False), ("IV", False)],
)
def test_several(value: str, several: bool) -> None:
    assert terms.is_several(value) is several


def test_every_locator_has_a_label() -> None:
    assert terms.LABELS.keys() >= locator.LABELS


def test_ordinals() -> None:
    numbers = ["1", "2", "3", "4", "11", "12", "13", "21", "102", "111"]
    written = ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"]
    assert [terms.ordinal(number) for number in numbers] == written
