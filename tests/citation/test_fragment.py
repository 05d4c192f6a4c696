"""Links to the quote on its page."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.citation.fragment import link

PAGE = "https://herald.example/harbour"


@pytest.mark.parametrize(
    ("url", "quote", "expected"),
    [
        (PAGE, "the harbour", f"{PAGE}#:~:text=the%20harbour"),
        (PAGE, "a - b, c & d", f"{PAGE}#:~:text=a%20%2D%20b%2C%20c%20%26%20d"),
        (f"{PAGE}#top", "the harbour", f"{PAGE}#top:~:text=the%20harbour"),
        (PAGE, "one two […] three four", f"{PAGE}#:~:text=one%20two,three%20four"),
        (PAGE, "broken\nover lines", f"{PAGE}#:~:text=broken%20over%20lines"),
        (PAGE, "word " * 80, f"{PAGE}#:~:text=word%20word%20word%20word%20word,word%20word%20word%20word%20word"),
        (PAGE, "Türkiye", f"{PAGE}#:~:text=T%C3%BCrkiye"),
    ],
)
def test_link(url: str, quote: str, expected: str) -> None:
    assert link(url, quote) == expected


@given(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=80))
def test_nothing_of_the_quote_acts_in_the_directive(quote: str) -> None:
    """Commas, ampersands and hyphens mean something in a text directive, so none may stand there raw."""
    directive = link(PAGE, quote).partition(":~:text=")[2]
    assert not set(directive.replace(",", "", 1)) & set(",&- ")
    assert not directive or unquote(directive.split(",")[0])
