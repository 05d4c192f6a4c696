"""Plain text: paragraphs between blank lines, and quotations that are indented or marked as in a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from factcli.report.document import Document
from factcli.report.reading.prose import Prose
from factcli.report.reading.structure import Structure

_LINE_END = re.compile(r"\r\n?|\n|\Z")
_MARK = re.compile(r"[ \t]*(?:>[ \t]?)+")
_INDENT = re.compile(r" {4}| {0,3}\t")
_LONGEST_LINE = 120
"""A text without blank lines that has a longer line has a paragraph a line."""


def read(text: str) -> Document:
    """Return a report in plain text."""
    structure, prose = Structure(), Prose()
    for lines in _paragraphs(text):
        is_marked = all(_MARK.match(text, start, end) for start, end in lines)
        is_quotation = is_marked or all(_INDENT.match(text, start, end) for start, end in lines)
        before = None
        for start, end in lines:
            if is_marked and (mark := _MARK.match(text, start, end)):
                start = mark.end()  # noqa: PLW2901
            written = text[start:end]
            begin = start + len(written) - len(written.lstrip())
            last = max(begin, start + len(written.rstrip()))
            if before is not None:
                prose.put(" ", before, begin)
            prose.add(text[begin:last], range(begin, last + 1))
            before = last
        structure.add(prose.take("quotation" if is_quotation else "paragraph"))
    return Document(text=text, blocks=tuple(structure.blocks))


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield where the lines of each paragraph stand."""
    at, lines = 0, []
    for end in _LINE_END.finditer(text):
        lines.append((at, end.start()))
        at = end.end()
    said = [bool(text[start:end].strip()) for start, end in lines]
    first, last = (said.index(True), len(said) - said[::-1].index(True)) if any(said) else (0, 0)
    if all(said[first:last]) and any(end - start > _LONGEST_LINE for start, end in lines):
        yield from ([line] for line in lines[first:last])
        return
    for is_said, group in groupby(zip(said, lines, strict=True), lambda pair: pair[0]):
        if is_said:
            yield [line for _, line in group]
