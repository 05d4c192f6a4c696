"""Finding the passage that a quote claims to be: what may differ, and what never."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.quote.anchor import LONGEST_GAP, anchor, paragraph_number, paragraphs

TEXT = """\
First block.

Mayor Ada Smith said: “The harbour – Türkiye’s oldest – cost $12.5 million, not −3 °C, in 2024…” She was un\u00adable
to co-
operate with 5–6 others. The profit fell by -7 percent.

Last block, with 470 million.
"""

VERBATIM = [
    ("Mayor Ada Smith said", "exact"),
    ("cost $12.5 million", "exact"),
    ("\"The harbour - Türkiye's oldest - cost", "normalised"),
    ("She was unable to cooperate", "normalised"),
    ("unable\u00a0to", "normalised"),
    (unicodedata.normalize("NFD", "Türkiye’s oldest"), "normalised"),
    ("Mayor Ada […] in 2024", "elided"),
    ("Mayor Ada … cost $12.5 million", "elided"),
    ("Mayor Ada... 5-6 others", "elided"),
    ("  Last block  ", "exact"),
]
NOT_VERBATIM = [
    "mayor Ada Smith said",
    "Mayor Ada Smiths said",
    "cost $12.6 million",
    "cost $12",
    "5 million",
    "12.5 million, 3 °C",
    "3 °C, in 2024",
    "able to cooperate",
    "7 percent",
    "56 others",
    "cost 12.5 million",
    "arbour",
    "470 millio",
    "not […] Mayor",
    "Mayor Ada […] dog",
    "cost €12.5 million",
    "",
    "   ",
    "…",
]


@pytest.mark.parametrize(("quote", "how"), VERBATIM)
def test_verbatim(quote: str, how: str) -> None:
    found = anchor(TEXT, quote)
    assert found is not None
    assert found.how == how


@pytest.mark.parametrize("quote", NOT_VERBATIM)
def test_not_verbatim(quote: str) -> None:
    assert anchor(TEXT, quote) is None


def test_an_anchor_is_a_span_of_the_original() -> None:
    found = anchor(TEXT, "\"The harbour - Türkiye's oldest")
    assert found is not None
    assert TEXT[found.start : found.end] == "“The harbour – Türkiye’s oldest"


def test_a_gap_has_a_limit() -> None:
    filler = "word " * (LONGEST_GAP // 5)
    assert anchor(f"Start here {filler[:-20]}end there.", "Start here […] end there") is not None
    assert anchor(f"Start here {filler * 2}end there.", "Start here […] end there") is None


def test_paragraphs_are_blocks_between_blank_lines() -> None:
    blocks = [TEXT[start:end] for start, end in paragraphs(TEXT)]
    assert [block.split()[0] for block in blocks] == ["First", "Mayor", "Last"]
    assert [paragraph_number(TEXT, TEXT.index(word)) for word in ("First", "operate", "470")] == [1, 2, 3]
    assert len(paragraphs("\n\n\r\n \r\na\r\n\t\r\nb\n\n")) == 2


WORDS = st.lists(st.text("abcdeÄß", min_size=1, max_size=8), min_size=5, max_size=40)


@given(WORDS, st.data())
def test_any_run_of_words_is_found_where_it_stands(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    text, quote = "\n".join(words), " ".join(words[start:end])
    found = anchor(text, quote)
    assert found is not None
    assert text[found.start : found.end].split() == quote.split()


@given(WORDS, st.data())
def test_a_changed_word_is_never_verbatim(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], "x" + words[at], *words[at + 1 :]]
    assert anchor(" ".join(words), " ".join(changed)) is None
