"""What a quote says is what a Markdown reader shows: proven through two real readers, Pandoc's and markdown-it's."""

from __future__ import annotations

import html
import json
import re
import subprocess

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcli.citation.markup import Markup, footnote, markdown, render
from factcli.citation.tree import Italic, Link, Text

NASTY = [
    "*not italic* _nor this_ **nor** __that__",
    "$470 million and $x^2$ and `code` and ~~gone~~",
    "[link](http://x.example) ![image](y) [^1] [@cite] @cite",
    "<b>tag</b> <!-- comment --> &amp; &#65; &copy; a&b AT&T",
    "a\\b \\* \\\\ # no heading ## x",
    "... -- --- 'single' \"double\" …",
    "1. no list",
    "- no list",
    "+ no list",
    "> no quote",
    "# no heading",
    ": no definition",
    "| no | table |",
    "x^sup^ y~sub~ {.class} {#id} :::",
    "http://example.com www.example.com a@b.example :smile:",
    "ends in a backslash \\",
    "Türkiye’s “quote” — 3.5 %",
    "= = =",
    "a) no list",
    "(1) no list",
    "i. no list",
    "A. Smith",
    "1986\\. A great year",
    "==mark== ++ins++ ~tilde",
    "\u00a0non\u00a0breaking\u00a0",
    "#hashtag [x] [ ] task",
    "%% comment",
    "\\begin{x} \\LaTeX{} \\alpha",
    "*",
    "_",
    "`",
    "\\",
    "<",
    "&lt;",
    "!",
    "![",
    "![x]",
]
# Any text of one line, as a quote is after white space has been folded.
LINES = (
    st.text(
        st.one_of(
            st.sampled_from("\\`*_{}[]<>()#+-.!|~^$@&\"':=%/,;? 1aZ"),
            st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Cn", "Co")),
        ),
        min_size=1,
        max_size=60,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def shown_by_pandoc(document: str, reader: str = "markdown") -> str:
    """Return the text of the first footnote of `document`, as pandoc's native reader understands it."""
    run = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from", reader, "--to", "json"],
        input=document,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    notes: list[str] = []
    _walk(json.loads(run.stdout)["blocks"], notes)
    return notes[0]


def _walk(node: object, notes: list[str]) -> None:
    if isinstance(node, dict) and node.get("t") == "Note":
        notes.append(_text(node["c"]))
    elif isinstance(node, dict):
        _walk(node.get("c", []), notes)
    elif isinstance(node, list):
        for child in node:
            _walk(child, notes)


def _text(node: object) -> str:
    """Join the plain text of a pandoc tree; any node that is not plain text shows as its name."""
    if isinstance(node, list):
        return "".join(map(_text, node))
    assert isinstance(node, dict)
    match node["t"]:
        case "Str":
            return str(node["c"])
        case "Space" | "SoftBreak":
            return " "
        case "Para" | "Plain":
            return _text(node["c"])
        case other:
            return f"<<{other}>>"


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_quote_comes_back_through_pandoc(text: str) -> None:
    document = f"Text.[^fact:x]\n\n{footnote('x', (Text(text),), Markup.MARKDOWN)}\n"
    assert shown_by_pandoc(document) == text


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_quote_comes_back_through_commonmark(text: str) -> None:
    assert shown_by_commonmark(text) == text


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_any_quote_comes_back_through_pandoc(text: str) -> None:
    document = f"Text.[^fact:x]\n\n{footnote('x', (Text(text),), Markup.MARKDOWN)}\n"
    assert shown_by_pandoc(document) == text


@settings(max_examples=500, deadline=None)
@given(LINES)
def test_any_quote_comes_back_through_commonmark(text: str) -> None:
    assert shown_by_commonmark(text) == text


def shown_by_commonmark(text: str) -> str:
    rendered = MarkdownIt("commonmark").render(markdown(text))
    match = re.fullmatch(r"<p>(.*)</p>\n", rendered, re.DOTALL)
    assert match, rendered
    assert "<" not in match[1], rendered
    return html.unescape(match[1])


def test_italics_and_links() -> None:
    tree = (Text("A, "), Italic("B_c"), Text(", "), Link("https://x.example/a_(b)?c=<d>"), Text("."))
    assert render(tree, Markup.TEXT) == "A, B_c, https://x.example/a_(b)?c=<d>."
    assert render(tree, Markup.MARKDOWN) == "A, *B\\_c*, <https://x.example/a_(b)?c=%3Cd%3E>."
