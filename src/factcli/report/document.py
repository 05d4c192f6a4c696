"""A report as its reader sees it: blocks of prose, each of whose characters knows where in the file it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

_LINE_END = re.compile(r"\r\n?|\n")
UNREAD = "\ufffc"
"""Stands in the text of a block for what is no prose there: code, a picture, an address."""

Kind = Literal["paragraph", "heading", "item", "cell", "quotation", "note"]
"""What a block is: a quotation is one set off as a block, a note the text of a footnote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of prose, without markup, code and references to footnotes.

    text[i] stands for file[starts[i]:ends[i]], which is the same character, or longer: an entity, an escape, a line end
    that is a space to the reader, code that is `UNREAD`, a raised "2". Both are never falling.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    kind: Kind = "paragraph"
    context: str = ""
    """What it completes: the headings of a table's column and row, the sentence before a list. Never judged itself."""
    heading: str = ""
    """The nearest heading above it; of a heading, that of the section it opens a part of."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where text[start:end], which is not empty, stands in the file."""
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, kw_only=True)
class Document:
    """A report: the text of its file as it is, by which places are told, and its blocks in order."""

    text: str
    blocks: tuple[Block, ...]

    @cached_property
    def _lines(self) -> Sequence[int]:
        """Where lines begin; only LF, CR and both together end one, as in an editor."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of a place in the file, both from 1, in characters."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def end_position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column behind the character before `offset`: where what ends there ends."""
        line, column = self.position(max(0, offset - 1))
        return line, column + 1

    def line(self, number: int) -> str:
        """Return a line of the file, from 1, without its end."""
        last = self._lines[number] if number < len(self._lines) else len(self.text)
        return self.text[self._lines[number - 1] : last].rstrip("\r\n")
