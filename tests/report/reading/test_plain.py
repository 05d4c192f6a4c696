"""Plain text: paragraphs and quotations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.report.reading import read
from tests.report.reading.places import assert_exact
from tests.strategies import ENCODABLE


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text.encode(), "report.txt")
    assert_exact(document)
    return [(block.kind, block.text) for block in document.blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_one_paragraph(end: str) -> None:
    text = end.join(
        ["", "one *two* ", "\tthree", " ", "four", "", "> said", ">  and", "> > more", "", "    a", "\tb", ""]
    )
    assert blocks(text) == [
        ("paragraph", "one *two* three"),
        ("paragraph", "four"),
        ("quotation", "said and more"),
        ("quotation", "a b"),
    ]


def test_long_lines_without_blank_ones_are_paragraphs() -> None:
    long = "word " * 30
    assert blocks(f"{long}\nshort\n") == [("paragraph", long.strip()), ("paragraph", "short")]


def test_addresses_are_no_prose() -> None:
    assert blocks("see https://a.example/2024, (www.b.example/5).") == [("paragraph", "see ￼, (￼).")]


@given(
    st.lists(st.sampled_from(["a", "5", "\n", "\n\n", "\r\n", "\r", "> ", "    ", "\t", "\x0c", "\x85", " "])).map(
        "".join
    )
    | ENCODABLE
)
def test_every_character_has_its_place_and_none_is_lost(text: str) -> None:
    if "\0" not in text and "." not in text:
        read_text = "".join(text for _, text in blocks(text))
        assert "".join(filter(str.isalnum, read_text)) == "".join(filter(str.isalnum, text))
