"""Of an HTML page: what a reader sees of the article, and only what the page marks as its date and author."""

from __future__ import annotations

import pytest

from factcli.intake.document import Document
from factcli.intake.documents import read

BODY = """\
<h1>Harbour opens</h1>
<p>Ada Smith, in office since 2001, opened the harbour on Saturday; by all accounts many people came to see it.</p>
<p>The sea is open now, said John Brown on 3 March 2019, and all the town will be glad of that for many years.</p>
"""
DATES = [
    ('<meta name="date" content="2024">', "", "2024"),
    ('<meta name="DC.date" content="2024-03">', "", "2024-03"),
    ('<meta property="article:published_time" content="2025-03-01T08:00:00Z">', "", "2025-03-01"),
    ('<meta name="citation_date" content="2025/03/01">', "", "2025-03-01"),
    ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-03-01"}</script>', "",
     "2025-03-01"),
    ('<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-02"},'
     ' {"@type": ["Article"], "datePublished": "2025-03-01"}]}</script>', "", "2025-03-01"),
    ("", '<time datetime="2025-03-01" pubdate>Saturday</time>', "2025-03-01"),
    ("", '<header><time datetime="2025-03-01">Saturday</time></header>', "2025-03-01"),
]  # fmt: skip
NO_DATES = [
    ("", ""),
    ("", '<p>It was done by <time datetime="1999-01-01">then</time>.</p>'),
    ('<script type="application/ld+json">{"@type": "Person", "datePublished": "2020-01-02"}</script>', ""),
    ('<script type="application/ld+json">{"@type": </script>', ""),
    ('<link rel="canonical" href="https://herald.example/2020/05/06/harbour">', ""),
    ('<meta name="date" content="some day">', ""),
    ('<meta property="article:modified_time" content="2025-03-01">', ""),
]
AUTHORS = [
    ('<meta name="author" content="Jane Doe">', "Jane Doe"),
    ('<meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Roe, Richard">',
     "Doe, Jane; Roe, Richard"),
    ('<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Jane Doe"}, "Richard Roe"]}'
     "</script>", "Jane Doe; Richard Roe"),
]  # fmt: skip


def page(head: str = "", body: str = "") -> Document:
    """Return what is read of a page with words about dates and people all over it."""
    text = (
        f"<!doctype html><html><head><title>Harbour opens</title>{head}</head><body><article>{body}{BODY}</article>"
        '<footer><p class="author">Site by Web Makers</p><p>Copyright 2019 Herald</p></footer></body></html>'
    )
    return read(text.encode(), "page.html")


@pytest.mark.parametrize(("head", "body", "expected"), DATES)
def test_dates(head: str, body: str, expected: str) -> None:
    assert page(head, body).metadata["issued"] == expected


@pytest.mark.parametrize(("head", "body"), NO_DATES)
def test_no_date_is_made_up(head: str, body: str) -> None:
    assert "issued" not in page(head, body).metadata


@pytest.mark.parametrize(("head", "expected"), AUTHORS)
def test_authors(head: str, expected: str) -> None:
    assert page(head).metadata["author"] == expected


def test_a_byline_in_the_page() -> None:
    assert page("", '<p>By <a rel="author" href="/doe">Jane Doe</a></p>').metadata["author"] == "Jane Doe"


@pytest.mark.parametrize("head", ["", '<meta name="author" content="admin">'])
def test_no_author_is_made_up(head: str) -> None:
    assert "author" not in page(head).metadata


@pytest.mark.parametrize(
    "markup",
    [
        "<s>$10</s>",
        "<del>$10</del>",
        "<strike>$10</strike>",
        "<span hidden>$10</span>",
        '<span aria-hidden="true">$10</span>',
        '<span style="display:none">$10</span>',
        '<span style="visibility: hidden">$10</span>',
    ],
)
def test_what_no_reader_sees_is_left_out(markup: str) -> None:
    assert "It cost $12 in all, as was said." in page("", f"<p>It cost {markup} $12 in all, as was said.</p>").text


def test_raised_and_lowered() -> None:
    text = page(
        "", "<p>6×10<sup>24</sup>, note<sup><i>a</i></sup>, 2024<sup>1</sup>, x<sub>i</sub>, H<sub>2</sub>O.</p>"
    ).text
    assert "6×10²⁴, note^a, 2024¹, x_i, H₂O." in text


def test_captions_and_whom_a_quote_is_by() -> None:
    body = (
        '<figure><img src="a.jpg"><figcaption>The harbour in 1987.</figcaption></figure>'
        "<blockquote><p>We waited ten years.</p><footer>Ada Smith, 2019</footer></blockquote>"
    )
    text = page("", body).text
    for said in ("The harbour in 1987.", "We waited ten years.", "Ada Smith, 2019"):
        assert f"\n\n{said}\n\n" in f"\n\n{text}"


def test_what_is_left_out_is_counted() -> None:
    """Menus, head and foot of the page are none of its paragraphs."""
    whole = page()
    assert (whole.left_out, whole.paragraphs) == (0, 3)
    part = page("", "<nav><p>Home</p></nav><aside>An aside on 17 piers.</aside>")
    assert "17 piers" not in part.text
    assert (part.left_out, part.paragraphs) == (1, 4)
