"""The prose of Markdown, with what pandoc, Quarto and GitHub add to it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it.token import Token

from factcli.report.document import UNREAD, Block, Document, Kind
from factcli.report.reading import html, inline
from factcli.report.reading.parser import parse
from factcli.report.reading.prose import Prose, cut, trimmed, without_notes
from factcli.report.reading.structure import Structure

_LINE_END = re.compile(r"\r\n?|\n")
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?=(?:#[^\n]*\n)*[\w\"'-]+[ ]?:)(?:[\w\"'-]+[ ]?:[^\n]*\n|[ \t#-][^\n]*\n|\n)*?"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_DIVISION = re.compile(r"^[ \t]*:{3,}[^\n]*$", re.MULTILINE)
_ALERT = re.compile(r"\[![A-Za-z][\w-]*\][-+]?")
_NO_PROSE = re.compile(
    r"(?P<note>\[\^[^\]\s]+\])"
    r"|(?P<citation>\[(?:[^\[\]@]*[\s;(])?-?@[\w{][^\[\]]*\]|(?<![\w@])@\{?\w[^\s\[\]{},;]*\}?[ ]\[[^\[\]]*\])"
    r"|(?P<attributes>\{(?:[#.][A-Za-z]|[A-Za-z][\w-]*=)[^{}]*\})"
    r"|(?P<mathematics>\$\$[^$]+\$\$)"
)
_CONTAINERS: Mapping[str, Kind] = {"blockquote": "quotation", "list_item": "item", "note": "note"}
_INLINE_NOTE = re.compile(r"\^\[")


def read(text: str) -> Document:
    """Return a report in Markdown."""
    source, shifts = _normalised(text)
    reading = _Reading(text)
    for token in parse(source, shifts):
        reading.take(token)
    return Document(text=text, blocks=tuple(reading.structure.blocks))


def _normalised(text: str) -> tuple[str, list[int]]:
    """Return the text with LF line ends and without front matter and the fences of divisions, line for line.

    The other part tells for each line how many characters of line ends are lost before it.
    """
    shifts, lost = [0], 0
    for end in _LINE_END.finditer(text):
        lost += len(end[0]) - 1
        shifts.append(lost)
    shifts.append(lost)
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    if front := _FRONT_MATTER.match(source):
        source = _blank(front) + source[front.end() :]
    return _DIVISION.sub(_blank, source), shifts


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


class _Reading:
    """A report in the making."""

    def __init__(self, text: str) -> None:
        self.structure = Structure()
        self._text = text
        self._prose = Prose()
        self._level = 0
        self._in_cell = self._in_head = False

    def take(self, token: Token) -> None:
        """Take the next block, or its beginning or end."""
        kind, structure = token.type, self.structure
        if kind == "inline":
            self._inline(token)
        elif (container := _CONTAINERS.get(kind.rpartition("_")[0])) and token.nesting > 0:
            structure.enter(container)
        elif container:
            structure.leave()
        elif kind in ("bullet_list_open", "ordered_list_open"):
            structure.enter_list()
        elif kind in ("bullet_list_close", "ordered_list_close"):
            structure.leave_list()
        elif kind in ("heading_open", "heading_close"):
            self._level = int(token.tag[1]) if token.nesting > 0 else 0
        elif kind == "html_block":
            html.read_into(structure, token.content, token.meta["places"])
        elif kind in ("fence", "code_block", "hr"):
            structure.interrupt()
        else:
            self._table(token)

    def _table(self, token: Token) -> None:
        kind, structure = token.type, self.structure
        if kind == "table_open":
            structure.enter_table()
        elif kind == "table_close":
            structure.leave_table()
        elif kind in ("thead_open", "thead_close"):
            self._in_head = token.nesting > 0
        elif kind == "tr_open" and structure.table:
            structure.table.begin_row()
        elif token.tag in ("th", "td"):
            self._in_cell = token.nesting > 0
            if self._in_cell:
                structure.begin_cell(is_heading=self._in_head)

    def _inline(self, token: Token) -> None:
        inline.read(token, self._prose)
        block, notes = self._without_notes(self._prose.take())
        if self.structure.container == "quotation" and (alert := _ALERT.match(block.text)):
            self.structure.leave()
            self.structure.enter("paragraph")
            block = trimmed(cut(block, [(0, alert.end(), "")]))
        if self._in_cell:
            self.structure.add_cell(block)
        elif self._level:
            self.structure.add_heading(block, self._level)
        else:
            self.structure.add(block)
        for note in notes:
            self.structure.add_note(note)

    def _without_notes(self, block: Block) -> tuple[Block, list[Block]]:
        """Take the notes out of a block, and what else is no prose."""
        block, notes = without_notes(block, _INLINE_NOTE, lambda at: self._is_typed(block, at))
        return trimmed(self._cleared(block)), [trimmed(self._cleared(note)) for note in notes]

    def _cleared(self, block: Block) -> Block:
        if not re.search(r"[\[{$]", block.text):
            return block
        spans = [
            (match.start(), match.end(), UNREAD if match["mathematics"] else "")
            for match in _NO_PROSE.finditer(block.text)
            if self._is_typed(block, match.start())
        ]
        return cut(block, spans)

    def _is_typed(self, block: Block, at: int) -> bool:
        """Tell whether a mark is one, and not a character that is escaped."""
        return self._text[block.starts[at] : block.ends[at]] == block.text[at]
