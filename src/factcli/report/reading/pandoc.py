"""The prose of what pandoc reads.

Where the file is text, places are found by its words; where it is not, the report is the text that pandoc makes of it,
a line a block.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from factcli import pandoc
from factcli.report.document import Block, Document
from factcli.report.reading import alignment, decoding, tree
from factcli.text.safe import safe

_TEXTS = {
    ".tex": "latex",
    ".latex": "latex",
    ".org": "org",
    ".rst": "rst",
    ".typ": "typst",
    ".textile": "textile",
    ".wiki": "mediawiki",
    ".mediawiki": "mediawiki",
    ".dj": "djot",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
}
_BINARIES = {".docx": "docx", ".odt": "odt", ".epub": "epub", ".rtf": "rtf", ".fb2": "fb2"}
FORMATS = _TEXTS | _BINARIES
"""The format of a file by the ending of its name."""


def read(content: bytes, name: str) -> Document:
    """Return a report in one of `FORMATS`.

    Raises FactError if there is no pandoc, or if it can't read the file.
    """
    ending = PurePath(name).suffix.lower()
    if ending in _BINARIES:
        return _lines(_blocks(content, name, ending))
    text = decoding.text(content, name)
    return Document(text=text, blocks=tuple(alignment.placed(_blocks(text.encode(), name, ending), text)))


def _blocks(content: bytes, name: str, ending: str) -> list[Block]:
    arguments = [f"--from={FORMATS[ending]}", "--to=json", "--sandbox"]
    problem = f"{safe(name)}: pandoc can't read it"
    return tree.read(json.loads(pandoc.run(arguments, content, needed_by=f"a report in {ending}", problem=problem)))


def _lines(blocks: Sequence[Block]) -> Document:
    """Return blocks as a document of their own."""
    at, result = 0, []
    for block in blocks:
        end = at + len(block.text)
        places = array("q", range(at, end + 1))
        result.append(replace(block, starts=places[:-1], ends=places[1:]))
        at = end + 1
    return Document(text="".join(f"{block.text}\n" for block in blocks), blocks=tuple(result))
