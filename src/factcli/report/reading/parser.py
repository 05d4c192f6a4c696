"""The parser of Markdown, made to tell where in the file what it reads stands.

The tokens "inline" and "html_block" get the places of their content's characters, and of its end; their content loses
the space at the beginning of its lines, which no reader sees. The tokens "link_close" and "image" get the end of what
they stand for, in the content. Footnotes become containers of their own.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, html_block, lheading, paragraph, table
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token

_DEEPEST = 100
"""Containers and marks in each other; what is deeper is not read."""
_BLANK = " \t"
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_TABLE_ENDS, _PARAGRAPH_ENDS = ["paragraph", "reference"], ["paragraph", "reference", "blockquote"]

_Block = Callable[[StateBlock, int, int, bool], bool]
_Inline = Callable[[StateInline, bool], bool]
_Lines = Callable[[StateBlock, list[Token]], None]


def parse(text: str, shifts: Sequence[int]) -> list[Token]:
    """Read Markdown with LF line ends; by `shifts` of its line a character stands further on in the file."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).disable("text_join")
    block, inline = parser.block.ruler, parser.inline.ruler
    block.before("reference", "note", _note, {"alt": _PARAGRAPH_ENDS})
    block.at("table", _placing(table, _place_rows), {"alt": _TABLE_ENDS})
    block.at("html_block", _placing(html_block, _place_lines), {"alt": _PARAGRAPH_ENDS})
    block.at("heading", _placing(heading, _place_heading), {"alt": _PARAGRAPH_ENDS})
    block.at("lheading", _placing(lheading, _place_lines))
    block.at("paragraph", _placing(paragraph, _place_lines))
    inline.at("link", _ending(link))
    inline.at("image", _ending(image))
    return parser.parse(text, {"shifts": shifts})


def _placing(rule: _Block, place: _Lines) -> _Block:
    """Make a rule note the places of what it read, while the state still knows where the lines begin."""

    def placing(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        count = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            place(state, [token for token in state.tokens[count:] if token.type in ("inline", "html_block")])
        return found

    return placing


def _ending(rule: _Inline) -> _Inline:
    """Make a rule note where what it read ends."""

    def ending(state: StateInline, silent: bool) -> bool:
        found = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta["end"] = state.pos
        return found

    return ending


def _place_lines(state: StateBlock, tokens: list[Token]) -> None:
    for token in tokens:
        first, last = token.map or (0, 0)
        lines, places = [], array("q")
        for number in range(first, last):
            begin, end = _line(state, number)
            shift = state.env["shifts"][number]
            lines.append(state.src[begin:end])
            places.extend(range(begin + shift, end + shift + 1))
        content = "\n".join(lines)
        start, end = len(content) - len(content.lstrip()), len(content.rstrip())
        token.content = content[start:end]
        token.meta["places"] = places[start : max(start, end) + 1]


def _place_heading(state: StateBlock, tokens: list[Token]) -> None:
    opening, (token,) = state.tokens[-3], tokens
    number = (token.map or (0, 0))[0]
    begin, _ = _line(state, number)
    start = state.src.find(token.content, begin + len(opening.markup)) + state.env["shifts"][number]
    token.meta["places"] = range(start, start + len(token.content) + 1)


def _place_rows(state: StateBlock, tokens: list[Token]) -> None:
    for number, cells in groupby(tokens, lambda token: (token.map or (0, 0))[0]):
        columns = list(_columns(*_line(state, number), state.src))
        for token, (start, end) in zip(cells, columns, strict=False):
            source = state.src[start:end]
            shifted = start + state.env["shifts"][number]
            token.content = source.replace("\\|", "|")
            token.meta["places"] = _unescaped(source, shifted)


def _columns(start: int, end: int, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a row stand, as `escapedSplit` of the table rule does."""
    while end > start and text[end - 1].isspace():
        end -= 1
    bounds = [start - 1, *(bar.start() for bar in _BETWEEN_CELLS.finditer(text, start, end)), end]
    cells = [(before + 1, after) for before, after in pairwise(bounds)]
    if cells and cells[0][0] == cells[0][1]:
        cells.pop(0)
    if cells and cells[-1][0] == cells[-1][1]:
        cells.pop()
    for first, last in cells:
        cell = text[first:last]
        inner = cell.strip()
        begin = first + len(cell) - len(cell.lstrip())
        yield begin, begin + len(inner)


def _unescaped(source: str, start: int) -> Sequence[int]:
    """Return the places of the characters of a cell, in which a bar is written with a backslash."""
    if "\\|" not in source:
        return range(start, start + len(source) + 1)
    places, at = array("q"), start
    for piece in re.findall(r"\\\||.", source, re.DOTALL):
        places.append(at)
        at += len(piece)
    places.append(at)
    return places


def _line(state: StateBlock, number: int) -> tuple[int, int]:
    """Return where the content of a line begins, behind marks of containers and space, and where it ends."""
    begin, end = state.bMarks[number] + state.tShift[number], state.eMarks[number]
    return min(begin, end), end


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read the definition of a footnote: its first line, and those below that are indented, or go on lazily."""
    begin, last = _line(state, start)
    if state.is_code_block(start) or not (match := _NOTE.match(state.src, begin, last)):
        return False
    if silent:
        return True
    before = (state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType)
    state.push("note_open", "", 1)
    state.bMarks[start], state.tShift[start] = match.end(), 0
    state.blkIndent += 4
    state.sCount[start] = state.blkIndent
    if match.end() < last:
        state.md.block.tokenize(state, start, end)
    else:
        state.line = start + 1
    state.blkIndent -= 4
    state.push("note_close", "", -1)
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = before
    return True
