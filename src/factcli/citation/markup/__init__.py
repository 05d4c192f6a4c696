"""Markups: a citation's tree written in one of them, everything that is not ours escaped once.

What a text says is what a reader of the markup shows; of a run of blanks, one, as everywhere but in plain text.
"""

from __future__ import annotations

from enum import StrEnum

from factcli.citation.markup import asciidoc, html, latex, markdown, mediawiki, org, rst, typst
from factcli.citation.markup.writer import Writer
from factcli.citation.tree import Italic, Link, Node, Text, Tree, merged
from factcli.text.safe import safe


class Markup(StrEnum):
    """The markups that a citation can be written in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    MARKDOWN_INLINE = "markdown-inline"
    PANDOC = "pandoc"
    LATEX = "latex"
    TYPST = "typst"
    ORG = "org"
    ASCIIDOC = "asciidoc"
    RST = "rst"
    MEDIAWIKI = "mediawiki"
    HTML = "html"


def _safe(text: str, _before: str = "", _after: str = "") -> str:
    return safe(text)


_WRITERS: dict[Markup, Writer] = {
    Markup.TEXT: Writer(text=_safe, italic=_safe, link=_safe),
    Markup.MARKDOWN: markdown.FOOTNOTE,
    Markup.MARKDOWN_INLINE: markdown.INLINE,
    Markup.PANDOC: markdown.INLINE,
    Markup.LATEX: latex.WRITER,
    Markup.TYPST: typst.WRITER,
    Markup.ORG: org.WRITER,
    Markup.ASCIIDOC: asciidoc.WRITER,
    Markup.RST: rst.WRITER,
    Markup.MEDIAWIKI: mediawiki.WRITER,
    Markup.HTML: html.WRITER,
}


def render(tree: Tree, markup: Markup) -> str:
    """Write `tree` in a markup, on one line."""
    writer = _WRITERS[markup]
    nodes = merged(tree)
    shown = ["", *map(_shown, nodes), ""]
    written = [_node(writer, node, before, after) for node, before, after in zip(nodes, shown, shown[2:], strict=False)]
    if nodes and isinstance(nodes[0], Text):
        written[0] = writer.start(written[0])
    return "".join(written)


def footnote(identifier: str, tree: Tree, markup: Markup) -> str:
    """Write `tree` as a note that can be pasted: in Markdown the definition of the footnote `[^fact:identifier]`."""
    return _WRITERS[markup].note(identifier, render(tree, markup))


def _node(writer: Writer, node: Node, before: str, after: str) -> str:
    match node:
        case Text(content):
            return writer.text(content)
        case Italic(content):
            return writer.italic(content, before, after)
        case Link(url):
            return writer.link(url, before, after)


def _shown(node: Node) -> str:
    return node.url if isinstance(node, Link) else node.text
