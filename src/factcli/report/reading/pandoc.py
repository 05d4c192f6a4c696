"""The prose of what pandoc reads.

Where the file is text, places are found by its words; where it is not, the report is the text that pandoc makes of it,
a line a block.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from factcli import pandoc
from factcli.citation.markup import Markup
from factcli.errors import FactError
from factcli.report.document import Block, Document
from factcli.report.notes import code
from factcli.report.reading import alignment, decoding, plain, tree
from factcli.report.reading.prose import says_anything, without_notes
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
_NOTE = re.compile(r"footnote:[\w-]*\[")
_ATTRIBUTES = re.compile(r"^(?::[^\s:][^\n:]*:|\[[^\n]*\][ \t]*$|\|===|\.(?=\w))[^\r\n]*", re.MULTILINE)
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
    if FORMATS[ending] == "asciidoc":
        return _asciidoc(text, name, ending)
    return Document(text=text, blocks=tuple(alignment.placed(_blocks(text.encode(), name, ending), text)))


def _asciidoc(text: str, name: str, ending: str) -> Document:
    """Return a report in AsciiDoc, which pandoc reads since 3.8, and of which it does not know the notes."""
    try:
        blocks = alignment.placed(_without_notes(_blocks(text.encode(), name, ending)), text)
    except FactError:
        shown = _ATTRIBUTES.sub(lambda match: " " * len(match[0]), code.blanked(text, Markup.ASCIIDOC))
        blocks = _without_notes(plain.read(shown.replace("\0", " ")).blocks)
    return Document(text=text, blocks=tuple(blocks))


def _without_notes(blocks: Iterable[Block]) -> list[Block]:
    result = []
    for block in blocks:
        text, notes = without_notes(block, _NOTE)
        result += [block for block in (text, *notes) if says_anything(block)]
    return result


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
