"""Of Markdown: every word that its reader sees, and what its front matter says."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcli.intake import markdown


def blocks(text: str) -> list[str]:
    return markdown.read(text).text.split("\n\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6×10<sup>24</sup> 2024<sup>1</sup> H<sub>2</sub>O", ["6×10²⁴ 2024¹ H₂O"]),
        ("note<sup>a</sup> x<sub>i</sub> 1<sup>st</sup>", ["note^a x_i 1st"]),
        ("It cost ~~$10~~ $12.", ["It cost $12."]),
        ("It cost <s>$10</s> <del>$11</del> $12.", ["It cost $12."]),
        ('a <b style="display:none">b</b> c <i aria-hidden="true">d <br>e</i>f', ["a c f"]),
        ("<div hidden>\n\nsecret\n\n```\ncode\n```\n\n</div>\n\nOpen.", ["Open."]),
        ("<script>steal()</script>\n\nOpen.", ["Open."]),
        ("An <s>open tag.\n\nNext.", ["An", "Next."]),
        ("<div>A raw block says $3 million.</div>", ["A raw block says $3 million."]),
        ("<p>12 % of all</p>", ["12 % of all"]),
        ("<div>\n<p>One &amp; all<p>Two<br>lines\n</div>", ["One & all", "Two\nlines"]),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</table>", ["1 | 2", "3"]),
        ("<b>one</b>\n\n<b>two</b>\n\n```\nx  =  1\n```", ["one", "two", "x  =  1"]),
        ("<!-- unsaid -->\n\nA <!-- unsaid --> b", ["A b"]),
        ("2024[^1]\n\n[^1]: Foot", ["2024[^1]", "[^1]: Foot"]),
        ("[a]\n\n[a]: https://a.example", ["a"]),
        ("2024. A good year.", ["2024. A good year."]),
        ("1. one\n2. two\n   - three", ["1. one", "2. two", "three"]),
        ("a < b, AT&T", ["a < b, AT&T"]),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_front_matter() -> None:
    document = markdown.read(
        '---\ntitle: "At: the harbour"\nauthor: [Jane Doe, Richard Roe]\ndate: 2024\ntags:\n  - sea\n---\n# Head\n\nText.\n'
    )
    assert document.text == "Head\n\nText."
    assert document.metadata == {"title": "At: the harbour", "author": "Jane Doe; Richard Roe", "issued": "2024"}


@pytest.mark.parametrize("text", ["---\n\nA rule above, and below:\n\n---\n\nText.", "---\ntitle: never closed\n"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    document = markdown.read(text)
    assert document.metadata == {}
    assert text.strip("-\n").partition("\n")[0] in document.text


@given(st.lists(st.sampled_from(["<p>", "</p>", "<s>", "</s>", "<sup>", "</sup>", "<td>", "<div hidden>", "</div>", "<!--",
                                 "-->", "<script>", "</script>", "&amp;", "\n\n", "\n", "|", "# ", "1. ", "~~", "`", "a", "7"])))  # fmt: skip
@example(["<!--", "\n\n", "\n\n", "<p>"])
def test_any_tags_in_any_order(pieces: list[str]) -> None:
    """Whatever is open or closed wrongly, nothing fails, and no tag becomes text unless Markdown says so."""
    found = markdown.read("".join(pieces))
    assert all(block.strip() for block in found.text.split("\n\n") if found.text)


@given(st.lists(st.text("abc7é", min_size=1), min_size=1, max_size=8))
def test_every_word_in_html_is_kept(words: list[str]) -> None:
    tags = ("p", "div", "b", "td", "li", "figcaption")
    text = "<div>" + "".join(f"<{tags[at % 6]}>{word}</{tags[at % 6]}>\n" for at, word in enumerate(words)) + "</div>"
    kept = markdown.read(text).text
    assert [word for word in kept.replace("|", " ").split() if word] == words
