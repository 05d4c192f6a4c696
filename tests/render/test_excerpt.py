"""A passage in its line: it fits, its carets stand below it, and the passage itself is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcli.render.excerpt import excerpt

LONG = "One two three four five six seven eight nine ten eleven twelve thirteen."


@pytest.mark.parametrize(
    ("line", "passage", "width", "shown", "carets"),
    [
        ("It cost $13.", "$13", 40, "It cost $13.", "        ^^^"),
        ("\tIt cost\t$13.", "$13", 40, "It cost $13.", "        ^^^"),
        ("二〇二四年 $13。", "$13", 40, "二〇二四年 $13。", "           ^^^"),
        ("e\u0301te\u0301 $13", "$13", 40, "e\u0301te\u0301 $13", "    ^^^"),
        ("It \x1b[2J $13", "$13", 40, r"It \x1b[2J $13", "           ^^^"),
        ("価格は二百万", "二百万", 40, "価格は二百万", "      ^^^^^^"),
        (LONG, "seven", 30, "…five six seven eight nine…", "          ^^^^^"),
        (LONG, "One", 20, "One two three four…", "^^^"),
        (LONG, "thirteen", 20, "…twelve thirteen.", "        ^^^^^^^^"),
        (LONG, "two three four five six seven", 20, "…two three four fiv…", " ^^^^^^^^^^^^^^^^^^^"),
        ("“two three four five six", "two three four five six", 20, "“two three four fiv…", " ^^^^^^^^^^^^^^^^^^^"),
        ("x" * 60 + "$13" + "y" * 60, "$13", 20, "…xxxxxxx$13yyyyyyyy…", "        ^^^"),
    ],
)
def test_excerpt(line: str, passage: str, width: int, shown: str, carets: str) -> None:
    start = line.index(passage)
    found = excerpt(line, start, start + len(passage), width, "utf-8")
    assert (found.before + found.passage + found.after, found.underline) == (shown, carets)


def test_what_the_encoding_lacks_is_spelled_out_before_it_is_measured() -> None:
    found = excerpt("Die Straße kostete 13 €, und mehr.", 19, 23, 40, "ascii")
    assert (found.before + found.passage + found.after).isascii()
    assert found.before + found.passage == r"...kostete 13 \u20ac"
    assert found.underline == " " * len(found.before) + "^" * len(r"13 \u20ac")


@given(st.data(), st.text(max_size=60), st.integers(10, 80), st.sampled_from(["utf-8", "ascii", "latin-1"]))
def test_any_line(data: st.DataObject, line: str, width: int, encoding: str) -> None:
    """Nothing is wider than it may be, nothing acts on the terminal, and the carets begin where the passage does."""
    start = data.draw(st.integers(0, len(line)))
    found = excerpt(line, start, data.draw(st.integers(start, len(line))), width, encoding)
    shown = found.before + found.passage + found.after
    assert cell_len(shown) <= width
    assert not any(ord(character) < 32 for character in shown)
    assert found.underline.index("^") == cell_len(found.before)
    shown.encode(encoding)
