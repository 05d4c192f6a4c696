"""Links to the quote on its page."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.citation.fragment import link, link_to

PAGE = "https://herald.example/harbour"
NUMBERS = " ".join(map(str, range(100, 200)))
TEXT = "Costs\n\nCosts rose, and prices fell.\n\nThen costs rose again, as costs do."


@pytest.mark.parametrize(
    ("url", "quote", "expected"),
    [
        (PAGE, "the harbour", f"{PAGE}#:~:text=the%20harbour"),
        (PAGE, "a - b, c & d", f"{PAGE}#:~:text=a%20%2D%20b%2C%20c%20%26%20d"),
        (f"{PAGE}#top", "the harbour", f"{PAGE}#top:~:text=the%20harbour"),
        (PAGE, "one two […] three four", f"{PAGE}#:~:text=one%20two,three%20four"),
        (PAGE, "broken\nover lines", f"{PAGE}#:~:text=broken%20over%20lines"),
        (PAGE, NUMBERS, f"{PAGE}#:~:text=100%20101%20102%20103%20104,195%20196%20197%20198%20199"),
        (PAGE, "Türkiye", f"{PAGE}#:~:text=T%C3%BCrkiye"),
    ],
)
def test_link(url: str, quote: str, expected: str) -> None:
    assert link(url, quote) == expected


@pytest.mark.parametrize(
    ("passage", "directive"),
    [
        ("prices fell", "prices%20fell"),
        ("rose", "rose,-%2C%20and"),
        ("costs", "Then-,costs"),
        ("again, as costs do.", "again%2C%20as%20costs%20do."),
        ("fell.\n\nThen costs", "fell.,Then%20costs"),
        ("Costs", "Costs,-Costs"),
    ],
)
def test_context_only_where_it_is_needed(passage: str, directive: str) -> None:
    start = TEXT.index(passage)
    assert link_to(PAGE, TEXT, start, start + len(passage)) == f"{PAGE}#:~:text={directive}"


@given(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=80))
def test_nothing_of_the_quote_acts_in_the_directive(quote: str) -> None:
    """Commas, ampersands and hyphens mean something in a text directive, so none may stand there raw."""
    directive = link(PAGE, quote).partition(":~:text=")[2]
    assert not set(directive.replace(",", "", 1)) & set(",&- ")
    assert not directive or unquote(directive.split(",")[0])
