"""What stands around a block and tells what it is about: headings, tables, the sentence before a list."""

from __future__ import annotations

from dataclasses import replace

from factcli.report.document import Block, Kind
from factcli.report.reading.prose import says_anything

_FIRST: tuple[Kind, ...] = ("quotation", "note", "item")
"""Of the containers that a block is in, the first of these makes its kind."""


class Structure:
    """The place in a document that its reader has come to, and the blocks before it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._containers: list[Kind] = []
        self._leads: list[str] = []
        self._headings: list[tuple[int, str]] = []
        self.said_before = ""
        """The paragraph right before, if nothing parts it from what comes."""
        self._tables: list[Table] = []

    def enter(self, kind: Kind) -> None:
        """Enter a container; what is in a paragraph is what it would be without."""
        self._containers.append(kind)

    def leave(self) -> None:
        """Leave the innermost container."""
        self._containers.pop()

    def enter_list(self) -> None:
        """Enter a list, of which the paragraph before it may say what it lists."""
        is_led = self.said_before.endswith((":", "：")) or self.container == "item"
        self._leads.append(self.said_before if is_led else "")
        self.said_before = ""

    def leave_list(self) -> None:
        """Leave the innermost list."""
        self._leads.pop()
        self.said_before = ""

    def enter_table(self, caption: str = "") -> None:
        """Enter a table, of which its caption or the sentence before it says what it shows."""
        lead = self.said_before if self.said_before.endswith((":", "：")) else ""
        self._tables.append(Table(caption or lead))

    def leave_table(self) -> None:
        """Leave the innermost table."""
        self._tables.pop()
        self.said_before = ""

    @property
    def table(self) -> Table | None:
        """The innermost table."""
        return self._tables[-1] if self._tables else None

    @property
    def container(self) -> Kind | None:
        """The innermost container."""
        return self._containers[-1] if self._containers else None

    def interrupt(self) -> None:
        """Take note of something that is no prose, and parts what is before from what is after."""
        self.said_before = ""

    def add(self, block: Block, *specifics: str) -> None:
        """Add a paragraph, or the text of a list item, a quotation or a note."""
        if says_anything(block):
            kind = next((kind for kind in _FIRST if kind in self._containers), block.kind)
            self.blocks.append(replace(block, kind=kind, context=self._context(*specifics), heading=self._heading))
            self.said_before = block.text

    def add_note(self, block: Block) -> None:
        """Add a note that stands within the text, which goes on after it."""
        if says_anything(block):
            self.blocks.append(replace(block, kind="note", context=self._context(), heading=self._heading))

    def add_heading(self, block: Block, level: int) -> None:
        """Add a heading, whose own context is the one of the section it opens a part of."""
        if not says_anything(block):
            return
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self.blocks.append(replace(block, kind="heading", heading=self._heading))
        self._headings.append((level, block.text))
        self.said_before = ""

    def begin_cell(self, *, is_heading: bool, width: int = 1, height: int = 1) -> None:
        """Begin the next cell of the row; a heading is one of its column."""
        if self._tables:
            self._tables[-1].begin_cell(is_heading=is_heading, width=width, height=height)

    def add_cell(self, block: Block) -> None:
        """Add a paragraph of the cell that was begun last."""
        if not self._tables:
            self.add(block)
        elif says_anything(block):
            table = self._tables[-1]
            context = self._context(*table.said_of_cell, table.caption)
            self.blocks.append(replace(block, kind="cell", context=context, heading=self._heading))
            table.say(block.text)

    @property
    def _heading(self) -> str:
        return self._headings[-1][1] if self._headings else ""

    def _context(self, *specifics: str) -> str:
        return "; ".join(filter(None, (*specifics, *reversed(self._leads))))


class Table:
    """The headings of a table."""

    def __init__(self, caption: str) -> None:
        self.caption = caption
        self.rows = 0
        self.said_of_cell: tuple[str, ...] = ()
        """What the headings of its column and its row say of a cell."""
        self._columns: dict[int, str] = {}
        self._row = ""
        self._is_heading = False
        self._cell = range(0)
        """The columns of the cell that was begun last."""
        self._reaching: dict[int, tuple[int, str]] = {}
        """For a column the last row that a cell above reaches down to, and its text."""
        self._last_row = 0

    def begin_row(self) -> None:
        """Begin the next row."""
        self.rows += 1
        self._cell, self._row = range(0), ""

    def begin_cell(self, *, is_heading: bool, width: int, height: int) -> None:
        """Begin the next cell of the row."""
        column = self._cell.stop
        while (reached := self._reaching.get(column)) and reached[0] >= self.rows:
            self._row = self._row if column else reached[1]
            column += 1
        self._cell = range(column, column + width)
        self._is_heading = is_heading
        self._last_row = self.rows + height - 1
        self.said_of_cell = () if is_heading else (self._columns.get(column, ""), self._row)

    def say(self, text: str) -> None:
        """Take what the cell says, if it is a heading of others."""
        if self._last_row > self.rows:
            self._reaching |= dict.fromkeys(self._cell, (self._last_row, text))
        if self._is_heading:
            for column in self._cell:
                self._columns[column] = f"{self._columns.get(column, '')} {text}".strip()
        elif not self._cell.start:
            self._row = f"{self._row} {text}".strip()
