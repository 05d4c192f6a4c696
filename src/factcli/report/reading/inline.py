"""What the marks within a line of Markdown make of its characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from factcli.report.document import UNREAD
from factcli.report.reading.prose import Prose, shifted

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_STANDS_FOR = {"br": " ", "code": UNREAD, "kbd": UNREAD, "q": "“", "/q": "”"}
_UNSEEN = frozenset({"s", "del", "strike", "code", "kbd", "script", "style"})


def read(token: Token, prose: Prose) -> None:
    """Add the prose of a token "inline" to a block in the making."""
    reading = _Reading(token.content, token.meta.get("places", ()), prose)
    for child in token.children or ():
        reading.take(child)


class _Reading:
    """A walk along the content of a token: each of its children says how much of it is behind us."""

    def __init__(self, content: str, places: Sequence[int], prose: Prose) -> None:
        self._content = content
        self._places = places
        self._prose = prose
        self._at = 0
        self._unseen: list[str] = []
        """What is open of elements that are no prose."""
        self._is_address = False
        self._shift: tuple[str, int, int] | None = None
        """The tag `<sup>` or `<sub>` that was opened, and its bounds in the content."""

    def take(self, token: Token) -> None:
        """Take the next child."""
        kind = token.type
        if kind == "text" or (kind == "text_special" and token.content == token.markup):
            self._text(token.content)
        elif kind == "text_special":
            self._go(len(token.markup), token.content)
        elif kind in ("softbreak", "hardbreak"):
            self._go(self._content.index("\n", self._at) + 1 - self._at, " ")
        elif kind == "code_inline":
            ticks = len(token.markup)
            end = re.compile(rf"(?<!`)`{{{ticks}}}(?!`)").search(self._content, self._at + ticks)
            self._go((end.end() if end else len(self._content)) - self._at, UNREAD)
        elif kind == "html_inline":
            self._html(token.content)
        elif token.markup == "autolink":
            if kind == "link_open":
                self._go(self._content.index(">", self._at) + 1 - self._at, UNREAD)
            self._is_address = kind == "link_open"
        elif kind == "link_open":
            self._go(1)
        elif kind in ("link_close", "image"):
            self._go(token.meta["end"] - self._at, UNREAD if kind == "image" else "")
        else:
            self._mark(token)
            self._go(len(token.markup))

    def _text(self, text: str) -> None:
        if self._is_address:
            return
        if self._unseen:
            self._go(len(text))
            return
        if self._shift and text:
            tag, start, end = self._shift
            mark, text = shifted(tag, text, self._prose.last())
            if end == self._at:
                self._prose.put(mark, self._places[start], self._places[end])
        self._prose.add(text, self._places[self._at : self._at + len(text) + 1])
        self._at += len(text)

    def _go(self, length: int, text: str = "") -> None:
        """Go on by a length of the content that `text` stands for."""
        end = self._at + length
        if text and not self._unseen:
            self._prose.put(text, self._places[self._at], self._places[end])
        self._at = end

    def _mark(self, token: Token) -> None:
        if token.type == "s_open":
            self._unseen.append("s")
        elif token.type == "s_close" and "s" in self._unseen:
            self._unseen.remove("s")

    def _html(self, source: str) -> None:
        match = _TAG.match(source)
        closes, tag = (match[1], match[2].lower()) if match else ("", "")
        if tag in ("sup", "sub"):
            self._shift = None if closes else (tag, self._at, self._at + len(source))
        if closes and tag in self._unseen:
            self._unseen.remove(tag)
        self._go(len(source), _STANDS_FOR.get(closes + tag, ""))
        if tag in _UNSEEN and not closes:
            self._unseen.append(tag)
