"""The quoted passages of a report: what stands between quotation marks, and blocks set off as quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcli.quote.word_index import UNSPACED
from factcli.report.document import Block
from factcli.report.quotations import quotation_marks

FEWEST_WORDS = 4
"""What has fewer words is a title or a word held at arm's length, not a quotation."""
_UNSPACED = re.compile(f"[{UNSPACED}]")
_DASH = re.compile(r"\s*(?:—|–|-{1,2})\s*(?=\w)")
_ATTRIBUTION_WORDS = 15
_CALLOUT = re.compile(r"\s*\[!\w+\]")
_LISTED = re.compile(
    r"(?:\d+\.?\s+)?(?:references|bibliography|works cited|literature|sources|notes|endnotes|further reading|"
    r"literatur\w*|quellen\w*|bibliographie|références|bibliografía|kaynak\w*|литература|источники|"
    r"(?:istifadə olunmuş )?ədəbiyyat)",
    re.IGNORECASE,
)
_COVERED = 0.5
"""Marks that hold so much of a block set off as a quotation say which of its words are quoted."""


@dataclass(frozen=True, slots=True)
class Part:
    """blocks[block].text[start:end], without the marks."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted passage, of several parts where it goes on over paragraphs."""

    text: str
    parts: tuple[Part, ...]
    is_block: bool = False
    """Whether it is set off rather than marked: its last line may say who said it."""
    in_reference: bool = False
    """Whether it stands in a note or a bibliography, where marks hold titles as well."""

    def span(self, blocks: Sequence[Block]) -> tuple[int, int]:
        """Return where it stands in the file."""
        first, last = self.parts[0], self.parts[-1]
        start, _ = blocks[first.block].span(first.start, first.end)
        _, end = blocks[last.block].span(last.start, last.end)
        return start, end


def passages(blocks: Sequence[Block]) -> list[Passage]:
    """Find the quoted passages of a report, from four words on, in order; of nested ones the outer."""
    found: list[Passage] = []
    listed = False
    marked = [quotation_marks.pairs(block.text) for block in blocks]
    ends = _ends(blocks, marked)
    going_on: set[tuple[int, int]] = set()  # the marks, by block and place, with which a quotation goes on
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            listed = bool(_LISTED.fullmatch(block.text.strip().rstrip(":.")))
        in_reference = listed or block.kind == "note"
        if block.kind == "quotation" and not _is_marked(block.text, marked[number].pairs):
            if not _is_no_quotation(blocks, number):
                start = _behind_mark(block.text, marked[number])
                found += _passage(blocks, [Part(number, start, len(block.text))], in_reference, is_block=True)
            continue
        opened = [Part(number, start, end) for start, end in marked[number].pairs]
        if (unclosed := marked[number].unclosed) and ends[number]:
            opened.append(Part(number, unclosed[1] + 1, len(block.text)))
        for part in opened:
            if (number, part.start) not in going_on:
                end = ends[number] if unclosed and part.start == unclosed[1] + 1 else None
                parts = _continued(blocks, part, end) if end else [part]
                going_on.update((part.block, part.start) for part in parts[1:])
                found += _passage(blocks, parts, in_reference)
    return found


def spans(found: Iterable[Passage]) -> dict[int, list[tuple[int, int]]]:
    """Return which spans of blocks, by their numbers, are quoted, so that nothing in them is judged once more."""
    quoted: dict[int, list[tuple[int, int]]] = {}
    for part in (part for passage in found for part in passage.parts):
        quoted.setdefault(part.block, []).append((part.start, part.end))
    return quoted


def _passage(
    blocks: Sequence[Block], parts: list[Part], in_reference: bool, *, is_block: bool = False
) -> Iterator[Passage]:
    held = (_trimmed(blocks[part.block].text, part) for part in parts)
    trimmed = tuple(part for part in held if part.start < part.end)
    text = "\n".join(blocks[part.block].text[part.start : part.end] for part in trimmed)
    if _count(text) >= FEWEST_WORDS:
        yield Passage(text, trimmed, is_block=is_block, in_reference=in_reference)


def _trimmed(text: str, part: Part) -> Part:
    piece = text[part.start : part.end]
    start = part.start + len(piece) - len(piece.lstrip())
    return Part(part.block, start, max(start, part.start + len(piece.rstrip())))


def _count(text: str) -> int:
    """Count words; in scripts without spaces two characters make one."""
    spaced = _UNSPACED.sub(" ", text)
    return sum(any(map(str.isalnum, word)) for word in spaced.split()) + len(_UNSPACED.findall(text)) // 2


def _first(text: str) -> int:
    return len(text) - len(text.lstrip())


def _behind_mark(text: str, marked: quotation_marks.Found) -> int:
    """Return where a block begins behind a mark that it opens and a later one closes."""
    first = _first(text)
    return first + 1 if marked.unclosed and marked.unclosed[1] == first else 0


def _is_marked(text: str, pairs: Sequence[tuple[int, int]]) -> bool:
    return sum(_count(text[start:end]) for start, end in pairs) >= max(1, _COVERED * _count(text))


def _is_no_quotation(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a block set off says who said the one before, or is a callout (> [!NOTE])."""
    text = blocks[number].text
    if _CALLOUT.match(text):
        return True
    follows = number > 0 and blocks[number - 1].kind == "quotation"
    return follows and bool(_DASH.match(text)) and len(text.split()) <= _ATTRIBUTION_WORDS


def _ends(blocks: Sequence[Block], marked: Sequence[quotation_marks.Found]) -> list[Part | None]:
    """Return for each block the part that ends a quotation which it opens, and later ones go on with; None if none."""
    ends: list[Part | None] = [None] * len(blocks)
    for number in reversed(range(len(blocks) - 1)):
        opened, following = marked[number].unclosed, blocks[number + 1]
        first = _first(following.text)
        if opened is None or following.kind != blocks[number].kind or not following.text.startswith(opened[0], first):
            continue
        closed = next((end for start, end in marked[number + 1].pairs if start == first + 1), None)
        if closed is not None:
            ends[number] = Part(number + 1, first + 1, closed)
        elif marked[number + 1].unclosed == (opened[0], first):
            ends[number] = ends[number + 1]
    return ends


def _continued(blocks: Sequence[Block], opened: Part, end: Part) -> list[Part]:
    """Return the parts of a quotation that one block opens and a later one ends."""
    between = ((number, blocks[number].text) for number in range(opened.block + 1, end.block))
    return [opened, *(Part(number, _first(text) + 1, len(text)) for number, text in between), end]
