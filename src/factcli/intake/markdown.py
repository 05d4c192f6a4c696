"""The text of Markdown, without its marks."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token

from factcli.intake import byline
from factcli.intake.document import Document
from factcli.intake.fragments import Text

# One that is never closed hides all that follows.
_OPEN_COMMENT = re.compile(r"<!--(?:(?!-->).)*\Z", re.DOTALL)
_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[\w-]+:.*\n|[ \t#-].*\n|\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"^(title|author|date):[ \t]*(.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^")


def read(text: str) -> Document:
    """Return the paragraphs, headings, list items and table rows of a Markdown text, its HTML as the text it shows.

    Title, author and date are those of its front matter; without one, the first heading is the title.
    """
    front = _FRONT_MATTER.match(text)
    reading = _Reading()
    for token in _parser().parse(text[front.end() :] if front else text):
        reading.take(token)
    reading.text.end_block()
    said = {"title": reading.title} | (_said(front[1]) if front else {})
    return Document("\n\n".join(reading.text.blocks), {key: value for key, value in said.items() if value})


class _Reading:
    """A text in the making."""

    def __init__(self) -> None:
        self.text = Text()
        self.title = ""
        self._number = ""
        self._in_row = self._in_heading = False

    def take(self, token: Token) -> None:
        """Take the next block, or its beginning or end."""
        kind = token.type
        if kind == "inline":
            self._inline(token)
        elif kind == "html_block":
            self.text.html(_OPEN_COMMENT.sub("", token.content))
            self.text.end_block(self.text.depth)
        elif kind in ("fence", "code_block"):
            self.text.verbatim(self._numbered() + token.content.rstrip("\n"))
        elif kind == "list_item_open" and token.info:
            self._number = f"{token.info}{token.markup} "
        elif kind in ("tr_open", "tr_close"):
            self._in_row = kind == "tr_open"
            self.text.end_block(self.text.depth)
        elif kind in ("heading_open", "heading_close"):
            self._in_heading = kind == "heading_open"

    def _inline(self, token: Token) -> None:
        text = self.text
        if self._in_row:
            text.handle_starttag("td", [])
        else:
            text.end_block(text.depth)
        depth, count = text.depth, len(text.blocks)
        text.handle_data(self._numbered())
        for child in token.children or ():
            self._child(child)
        if self._in_row:
            text.handle_endtag("td")
            return
        text.end_block(depth)
        if self._in_heading and not self.title:
            self.title = " ".join(" ".join(text.blocks[count:]).split())

    def _child(self, token: Token) -> None:
        if token.type == "html_inline":
            self.text.html(_OPEN_COMMENT.sub("", token.content))
        elif token.type in ("softbreak", "hardbreak"):
            self.text.handle_data("\n")
        elif token.type == "s_open":
            self.text.handle_starttag("s", [])
        elif token.type == "s_close":
            self.text.handle_endtag("s")
        elif token.type in ("text", "code_inline", "text_special", "image"):
            self.text.handle_data(token.content)

    def _numbered(self) -> str:
        """Return the number of the list item that begins here; a line that begins with "2024. " is one to Markdown."""
        number, self._number = self._number, ""
        return number


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.block.ruler.at("reference", _reference)
    return parser


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read the address of a link, but not a footnote of one word, which looks like one."""
    at = state.bMarks[start] + state.tShift[start]
    return not _FOOTNOTE.match(state.src, at) and reference(state, start, end, silent)


def _said(front: str) -> dict[str, str]:
    entries = {key.lower(): value for key, value in _ENTRY.findall(front)}
    author = entries.get("author", "")
    people = author[1:-1].split(",") if author.startswith("[") and author.endswith("]") else [author]
    said = {
        "title": _unquoted(entries.get("title", "")),
        "author": "; ".join(name for person in people for name in byline.names(_unquoted(person.strip()))),
        "issued": byline.date(_unquoted(entries.get("date", ""))),
    }
    return {key: value for key, value in said.items() if value}


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
