"""The verdict on a quote, and what is said beside it."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.quote.source_text import SourceText
from factcli.quote.verdict import Finding, judge
from tests.strategies import ENCODABLE

TEXT = """\
The harbour opens

The new harbour cost $12.5 million. Thank you very much, Mayor Smith said. The harbour is open.

Was it worth it? “It was,” she said. The harbour is open.

Thank you very much, Mayor Jones said. The old harbour was closed: the harbour is history. Thank you, and thank you.
"""
SIGNS = st.text(
    st.sampled_from("abcnot ÄéİФ不能0123456789 .,-–−$€%<=/'’\"“”…[]\u00ad\u200b\u00a0\u0301\r\n"), max_size=60
)


def look(quote: str, paragraphs: str | None = None) -> Finding:
    return judge(SourceText(TEXT), quote, paragraphs)


@pytest.mark.parametrize(
    ("quote", "paragraphs", "verdict", "detail"),
    [
        ("cost $12.5 million", None, "verbatim", None),
        ("cost  $12.5 million", None, "verbatim", "normalised"),
        ("The new harbour … $12.5 million", None, "verbatim", "elided"),
        ("Thank you very much", None, "ambiguous", "stands in paragraphs 2 and 4, and no locator tells which is meant"),
        ("Thank you very much", "4", "verbatim", None),
        ("Thank you very much", "2–3", "verbatim", None),
        ("Thank you very much", "3", "ambiguous", "stands in paragraphs 2 and 4, and no locator tells which is meant"),
        ("Thank you very much", "99", "ambiguous", "stands in paragraphs 2 and 4, and no locator tells which is meant"),
        ("hank", None, "altered", "cuts “Thank” in paragraph 2"),
        ("harbour was closed: the harbour", None, "verbatim", None),
        ("Thank you, and thank you", None, "verbatim", None),
        ("hank you", None, "altered", "cuts “Thank” in paragraph 2"),
        ("The harbour is open.", None, "verbatim", None),
        ("The harbour is open", None, "ambiguous", "stands in paragraphs 2 and 3, and no locator tells which is meant"),
        ("thank you very much", None, "altered", "differs in letter case from paragraph 2"),
        ("Thank you very much Mayor Jones", None, "altered", "differs in punctuation from paragraph 4"),
        ("cost $125 million", None, "altered", "differs from paragraph 2"),
        ("cost €12.5 million", None, "altered", "differs from paragraph 2"),
        ("cost $13.5 million", "4", "altered", "differs from paragraph 2"),
        ("Was it … she said", None, "altered", "its “…” makes one sentence of parts of two"),
        ("Thank […] the dog", None, "altered", "nothing in the text comes close to “the dog”"),
        (
            "closed … Mayor Jones",
            None,
            "altered",
            "its parts are there, but not in this order with gaps of at most 600 characters",
        ),
    ],
)
def test_judge(quote: str, paragraphs: str | None, verdict: str, detail: str | None) -> None:
    found = look(quote, paragraphs)
    assert (found.verdict, found.detail) == (verdict, detail)
    assert (found.anchor is not None) == (verdict == "verbatim")


def test_a_locator_that_disagrees_is_told_from_one_that_agrees() -> None:
    assert look("cost $12.5 million", "2").paragraph is None
    assert look("cost $12.5 million", "3").paragraph == 2
    assert look("million. … Was it worth", "2").paragraph is None
    assert look("cost $12.5 million").paragraph is None


def test_a_part_of_an_elided_quote_is_compared_by_itself() -> None:
    found = look("The new harbour […] Mayor Adams said")
    assert [(segment.kind, segment.text) for segment in found.difference] == [
        ("same", "Mayor "),
        ("removed", "Smith"),
        ("added", "Adams"),
        ("same", " said"),
    ]


def test_a_negation_that_is_left_out_is_named() -> None:
    found = judge(SourceText("He was not, so she said, guilty."), "He was … guilty")
    assert (found.verdict, found.detail) == ("altered", "its “…” leaves out “not”")


@given(
    st.lists(ENCODABLE | SIGNS, max_size=6).map(" ".join),
    ENCODABLE | SIGNS,
    st.none() | st.sampled_from("1 2–3 x".split()),
)
def test_any_text_and_any_quote_get_a_verdict(text: str, quote: str, paragraphs: str | None) -> None:
    """And no quote passes whose letters and digits are not all in its passage, in order."""
    source = SourceText(text)
    found = judge(source, quote, paragraphs)
    if found.anchor:
        passage = iter(letters(text[found.anchor.start : found.anchor.end]))
        assert all(letter in passage for letter in letters(quote))
        assert found.detail == "elided" or letters(text[found.anchor.start : found.anchor.end]) == letters(quote)
    if found.passage:
        assert "".join(segment.text for segment in found.difference if segment.kind != "added") in text


@given(SIGNS, SIGNS, st.data())
def test_a_quote_cut_from_its_text_passes_or_cuts_something(before: str, after: str, data: Any) -> None:
    """What ends at spaces on both sides, with letters beside them, is a quote."""
    quote = "a" + data.draw(SIGNS) + "b"
    text = f"{before} so {quote} or {after}"
    if not any(char in quote for char in "[]….\u0301"):
        assert judge(SourceText(text), quote).verdict in ("verbatim", "ambiguous")


def letters(text: str) -> list[str]:
    """What of a text must never differ."""
    return [char for char in unicodedata.normalize("NFC", text) if char.isalnum() and char not in "ﬀﬁﬂﬃﬄﬅﬆʼ"]
