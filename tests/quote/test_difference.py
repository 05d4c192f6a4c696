"""The difference between a quote and what its source says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.quote.difference import word_diff

TEXTS = st.lists(st.sampled_from(["a", "the", "cost", "$", "12", ".", ",", " ", "  ", "\n", "\u00a0", "“"])).map(
    "".join
)


def marked(source: str, quote: str) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[segment.kind].format(segment.text) for segment in word_diff(source, quote))


@pytest.mark.parametrize(
    ("source", "quote", "shown"),
    [
        ("it cost $12 million", "it cost $13 million", "it cost $[-12-]{+13+} million"),
        ("did not resign", "did resign", "did [-not -]resign"),
        ("He left.", "he left.", "[-He-]{+he+} left."),
        ("the very same day", "another day", "[-the very same-]{+another+} day"),
        ("one two three four", "one zwei drei four", "one [-two three-]{+zwei drei+} four"),
        ("a b", "a\u00a0b", "a[- -]{+\u00a0+}b"),
        ("“a”", '"a"', '[-“-]{+"+}a[-”-]{+"+}'),
        ("unable", "un\u200bable", "[-unable-]{+un\u200bable+}"),
        ("over\nlines", "over lines", "over\nlines"),
        ("don't go", "do go", "[-don't-]{+do+} go"),
        ("same", "same", "same"),
    ],
)
def test_word_diff(source: str, quote: str, shown: str) -> None:
    assert marked(source, quote) == shown


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_it(source: str, quote: str) -> None:
    segments = word_diff(source, quote)
    assert "".join(segment.text for segment in segments if segment.kind != "added") == source
    told = "".join(segment.text for segment in segments if segment.kind != "removed")
    assert told.split() == quote.split()
