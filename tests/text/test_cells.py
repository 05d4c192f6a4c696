"""Cells of CSV: no formula gets through, and everything comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.text.cells import defused, elements, joined, restored
from tests.strategies import ENCODABLE

NEAR = st.text(st.sampled_from("'=+-@\t\r\n＝;\\ a"), max_size=8)
TEXTS = ENCODABLE | NEAR


@given(TEXTS)
def test_a_cell_comes_back(text: str) -> None:
    assert restored(defused(text)) == text


@given(TEXTS)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@given(st.lists(TEXTS.filter(str.strip)))
def test_a_list_comes_back(texts: list[str]) -> None:
    assert elements(joined(texts)) == texts


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("a; b ;;c", ["a", "b", "c"]),
        ("", []),
        (" ; ", []),
        (r"C:\new", [r"C:\new"]),
        (r"a\;b;c", ["a;b", "c"]),
        ("a\\", ["a\\"]),
    ],
)
def test_lists_written_by_hand(cell: str, wanted: list[str]) -> None:
    assert elements(cell) == wanted


def test_plain_text_stays() -> None:
    assert defused("It's $5, 3 - 2 = 1; 'so'") == "It's $5, 3 - 2 = 1; 'so'"
    assert defused("-3 °C") == "'-3 °C"
    assert restored("'tis") == "'tis"
