"""The text of Markdown, without its marks."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcli.intake.document import Document

_SPOKEN = {"softbreak": "\n", "hardbreak": "\n"}


def read(text: str) -> Document:
    """Return the paragraphs, headings, list items and table rows of a Markdown text; the first heading is the title."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    blocks: list[str] = []
    title = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            content = "".join(map(_plain, token.children or ()))
            if before and before.type in ("th_open", "td_open"):
                blocks[-1] = f"{blocks[-1]} | {content}" if blocks[-1] else content
            else:
                blocks.append(content)
            if before and before.type == "heading_open":
                title = title or content
        elif token.type == "tr_open":
            blocks.append("")
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content.rstrip("\n"))
    return Document("\n\n".join(filter(None, blocks)), {"title": title} if title else {})


def _plain(token: Token) -> str:
    if token.type in _SPOKEN:
        return _SPOKEN[token.type]
    return token.content if token.type in ("text", "code_inline", "text_special", "image") else ""
