"""The prose of a document as pandoc reads it: its tree becomes blocks of text.

https://hackage.haskell.org/package/pandoc-types/docs/Text-Pandoc-Definition.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcli.report.document import UNREAD, Block, Kind
from factcli.report.reading.prose import Prose, shifted
from factcli.report.reading.structure import Structure

_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
_SPACES = ("Space", "SoftBreak", "LineBreak")
_UNREAD = ("Code", "Math", "Image")
_LEFT_OUT = ("Cite", "RawInline", "Strikeout")
_YEAR = re.compile(r"[12]\d{3}")
_TEXTS = ("Para", "Plain")
_FRONT = ("title", "subtitle", "abstract")


def read(document: Mapping[str, Any]) -> list[Block]:
    """Return the blocks of a document, whose places are those in their own texts; a note follows what it is on."""
    reading = _Reading()
    for key in _FRONT:
        reading.front(document["meta"].get(key))
    reading.blocks(document["blocks"])
    return reading.structure.blocks


class _Reading:
    """Blocks in the making."""

    def __init__(self) -> None:
        self.structure = Structure()
        self._notes: list[list[Any]] = []

    def front(self, value: Mapping[str, Any] | None) -> None:
        """Take a title or a summary from what is said about a document."""
        if value and value["t"] == "MetaInlines":
            self.structure.add_heading(self._prose(value["c"]), 0)
            self._end()
        elif value and value["t"] == "MetaBlocks":
            self.blocks(value["c"])

    def blocks(self, blocks: Iterable[Mapping[str, Any]]) -> None:
        """Take blocks in their order."""
        for block in blocks:
            self._block(block["t"], block.get("c"))

    def _block(self, kind: str, content: Any) -> None:
        structure = self.structure
        if kind in _TEXTS:
            self._paragraph(content)
        elif kind == "LineBlock":
            self._paragraph([inline for line in content for inline in (*line, {"t": "LineBreak"})])
        elif kind == "Header":
            structure.add_heading(self._prose(content[2]), content[0])
            self._end()
        elif kind == "BlockQuote":
            self._inside("quotation", content)
        elif kind in ("BulletList", "OrderedList", "DefinitionList"):
            self._list(kind, content)
        elif kind == "Table":
            self._table(content)
        elif kind == "Div":
            self.blocks(content[1])
        elif kind == "Figure":
            self.blocks(content[2])
            self.blocks(content[1][1])
        else:
            structure.interrupt()

    def _inside(self, kind: Kind, blocks: Iterable[Mapping[str, Any]]) -> None:
        self.structure.enter(kind)
        self.blocks(blocks)
        self.structure.leave()

    def _list(self, kind: str, content: Any) -> None:
        self.structure.enter_list()
        for item in content[1] if kind == "OrderedList" else content:
            if kind == "DefinitionList":
                term, meanings = item
                self._paragraph(term)
                for meaning in meanings:
                    self._inside("item", meaning)
            else:
                self._inside("item", item)
        self.structure.leave_list()

    def _table(self, content: Any) -> None:
        _, (_, caption), _, (_, head), bodies, (_, foot) = content
        before = len(self.structure.blocks)
        self.blocks(caption)
        self.structure.enter_table(" ".join(block.text for block in self.structure.blocks[before:]))
        rows = [(row, True) for row in head]
        for _, _, subheads, body in bodies:
            rows += [(row, True) for row in subheads] + [(row, False) for row in body]
        rows += [(row, False) for row in foot]
        if len(rows) > 1 and not any(is_heading for _, is_heading in rows):
            rows[0] = (rows[0][0], self._may_be_heading(rows[0][0][1]))
        for (_, cells), is_heading in rows:
            self._row(cells, is_heading=is_heading)
        self.structure.leave_table()

    def _may_be_heading(self, cells: Sequence[Any]) -> bool:
        """Tell whether a table's first row, which nothing marks, is a heading: of words, or of several years."""
        texts = [" ".join(self._plain(block["c"]) for block in cell[4] if block["t"] in _TEXTS) for cell in cells[1:]]
        figures = [text for text in texts if any(map(str.isdecimal, text))]
        return bool(texts) and (not figures or (len(texts) > 1 and all(map(_YEAR.fullmatch, texts))))

    def _row(self, cells: Iterable[Any], *, is_heading: bool) -> None:
        if self.structure.table:
            self.structure.table.begin_row()
        for _, _, height, width, blocks in cells:
            self.structure.begin_cell(is_heading=is_heading, width=width, height=height)
            for block in blocks:
                if block["t"] in _TEXTS:
                    self.structure.add_cell(self._prose(block["c"]))
                    self._end()
                else:
                    self.blocks([block])

    def _paragraph(self, inlines: Iterable[Any]) -> None:
        self.structure.add(self._prose(inlines))
        self._end()

    def _end(self) -> None:
        """Add the notes of the block that was added last."""
        notes, self._notes = self._notes, []
        for note in notes:
            before = self.structure.said_before
            self._inside("note", note)
            self.structure.said_before = before

    def _prose(self, inlines: Iterable[Any]) -> Block:
        prose = Prose()
        for text in self._texts(inlines, prose):
            prose.put(text, 0, 0)
        return prose.take()

    def _plain(self, inlines: Iterable[Any]) -> str:
        text = self._prose(inlines).text
        self._notes.clear()
        return text

    def _texts(self, inlines: Iterable[Any], prose: Prose) -> Iterator[str]:
        """Yield the pieces of a text; notes are kept for later, citations and what is struck out are left out."""
        for inline in inlines:
            kind, content = inline["t"], inline.get("c")
            if kind == "Str":
                yield content
            elif kind in _SPACES:
                yield " "
            elif kind in _UNREAD:
                yield UNREAD
            elif kind == "Note":
                self._notes.append(content)
            elif kind == "Quoted":
                opening, closing = _QUOTES[content[0]["t"]]
                yield opening
                yield from self._texts(content[1], prose)
                yield closing
            elif kind in ("Superscript", "Subscript"):
                text = "".join(self._texts(content, prose))
                yield "".join(shifted("sup" if kind == "Superscript" else "sub", text, prose.last()))
            elif kind in ("Link", "Span"):
                yield from self._texts(content[1], prose)
            elif kind not in _LEFT_OUT:
                yield from self._texts(content, prose)
