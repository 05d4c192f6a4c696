"""Reports made by hand: blocks of plain text, in which each character stands for itself."""

from __future__ import annotations

from factcli.report.document import Block, Document, Kind


def document(*blocks: str | tuple[Kind, str]) -> Document:
    """Make a report of blocks with blank lines between them; a block that is text alone is a paragraph."""
    made: list[Block] = []
    text = ""
    for block in blocks:
        kind, shown = ("paragraph", block) if isinstance(block, str) else block
        starts = range(len(text), len(text) + len(shown))
        made.append(Block(text=shown, starts=starts, ends=range(starts.start + 1, starts.stop + 1), kind=kind))
        text += shown + "\n\n"
    return Document(text=text, blocks=tuple(made))
