"""Markups: a citation's tree as plain text or Markdown, everything that is not ours escaped once."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from factcli.citation.tree import Italic, Link, Text, Tree
from factcli.text.safe import safe


class Markup(StrEnum):
    """The markups that a citation can be written in."""

    TEXT = "text"
    MARKDOWN = "markdown"


# What CommonMark, its GitHub form or Pandoc may take for markup anywhere in a paragraph.
_MARKDOWN = re.compile(r"""[\\`*_{}\[\]<>~^$@|#"']|!(?=\[)|&(?=[#\w])|\.(?=\.\.)|-(?=-)|(?<=[/w]):(?=/)|(?<=www)\.""")
# List items: "1." "(1)" "a)" "iv." and, with two spaces behind it or a bracket, "A."
_NUMBER = r"\d{1,9}(?=[.)])|[a-z](?=[.)])|[ivxlcdm]+(?=[.)])|[IVXLCDM]{2,}(?=[.)])|[A-Z](?=\)|\.\s\s|\.$)"
_AT_START = re.compile(rf"^(?:(?P<bullet>[-+=:%](?=\s|$|[-=:]))|(?P<number>\(?(?:{_NUMBER}))(?P<mark>[.)])(?=\s|$))")


def render(tree: Tree, markup: Markup) -> str:
    """Write `tree` in a markup, on one line."""
    text, italic, link = _WRITERS[markup]
    written = []
    for node in tree:
        match node:
            case Text(content):
                written.append(text(content))
            case Italic(content):
                written.append(italic(content))
            case Link(url):
                written.append(link(url))
    return "".join(written)


def footnote(identifier: str, tree: Tree, markup: Markup) -> str:
    """Write `tree` as a note that can be pasted: in Markdown the definition of the footnote `[^fact:identifier]`."""
    rendered = render(tree, markup)
    return f"[^fact:{identifier}]: {rendered}" if markup is Markup.MARKDOWN else rendered


def markdown(text: str) -> str:
    """Escape `text` so that any Markdown reader shows it as it is, at the start of a paragraph too."""
    escaped = _MARKDOWN.sub(r"\\\g<0>", safe(text)).replace("\u00a0", "&nbsp;")
    return _AT_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    return rf"\{match['bullet']}" if match["bullet"] else rf"{match['number']}\{match['mark']}"


def _markdown_italic(text: str) -> str:
    return f"*{markdown(text)}*"


def _markdown_link(url: str) -> str:
    return f"<{safe(url).replace('<', '%3C').replace('>', '%3E').replace(' ', '%20')}>"


_Writer = Callable[[str], str]
_WRITERS: dict[Markup, tuple[_Writer, _Writer, _Writer]] = {
    Markup.TEXT: (safe, safe, safe),
    Markup.MARKDOWN: (markdown, _markdown_italic, _markdown_link),
}
